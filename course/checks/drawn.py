"""Numbers for probes, and the data that they share."""

from __future__ import annotations

import numpy as np

from course import data

HOUSES = data.five_houses()
POINTS = data.five_points()
ROOMS = data.houses_with_rooms()
EXAM = data.exam_scores()

SMALL_X, SMALL_Y = np.array([1.0, 2.0, 4.0]), np.array([2.0, 4.3, 3.1])
WHOLE_X, WHOLE_Y = np.array([1, 2, 4, 7]), np.array([3, 8, 2, 5])

TABLE = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.5], [2.0, 1.5], [0.0, -1.0], [1.0, 1.0]])
WHOLE_TABLE = np.array([[1, 2], [3, 1], [0, 4], [2, 2], [5, 3]])
TARGETS = np.array([3.0, 5.0, 1.0, 9.0, 2.0, 6.5])


def array(rng: np.random.Generator, *shape: int, low=-2.0, high=4.0) -> np.ndarray:
    """Return numbers with two digits after the point."""
    return np.round(rng.uniform(low, high, size=shape), 2)


def number(rng: np.random.Generator, low: float, high: float) -> float:
    """Return a number with three digits after the point."""
    return round(float(rng.uniform(low, high)), 3)


def whole(rng: np.random.Generator, n: int, low: int = -3, high: int = 8) -> np.ndarray:
    """Return whole numbers, not all of them equal."""
    return rng.permutation(np.append([low, high], rng.integers(low, high, size=n - 2)))


def with_opposites(half: np.ndarray) -> np.ndarray:
    """Return each row followed by its opposite: the means are 0, without a rounding error.

    One such would grow to a number where a walk goes away.
    """
    return np.stack([half, -half], axis=1).reshape(-1, *half.shape[1:])
