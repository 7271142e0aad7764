"""What the exercises of this lesson share: drawn numbers, shapes, and two gradients."""

from __future__ import annotations

from typing import Any

import numpy as np

from course.formula import Formula

BOWL_SLOPES = Formula("2*(w - np.array([3.0, -1.0]))", name="grad")
TILTED_SLOPES = Formula("np.array([2*w[0] + w[1], w[0] + 2*w[1]])", name="grad")


def uniform(rng: np.random.Generator, low: float, high: float, size: int) -> list[float]:
    """Return numbers between two others, with three digits after the point."""
    return [round(float(v), 3) for v in rng.uniform(low, high, size=size)]


def shape_of(answer: Any) -> tuple[int, ...]:
    """Return the shape of an answer, or () where it has none."""
    try:
        return np.shape(answer)
    except ValueError:  # rows of unequal lengths
        return ()


def unit(gradient: np.ndarray) -> np.ndarray:
    """Return the gradient at length 1, NaN where there is none."""
    with np.errstate(invalid="ignore"):
        return gradient / np.linalg.norm(gradient)
