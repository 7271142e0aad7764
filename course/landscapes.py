"""Functions to descend: each with its value, gradient, curvature, minima and a part worth drawing.

A new landscape is one new entry here. One-dimensional landscapes take weights of any shape and
answer for each of them. Landscapes of d weights take arrays of shape (..., d).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from course.validate import number, pairs

Function = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Landscape:
    """A loss to walk on.

    Attributes:
        name: What pictures and sentences call it.
        formula: The loss as plain text.
        value: Weights (...) or (..., d) to losses (...).
        gradient: Weights to slopes of the same shape.
        curvature: Weights to second derivatives (...), or to Hessian matrices (..., d, d).
        minima: Every local minimum, the deepest first; empty where there is none.
        view: One (low, high) for each weight: the part worth drawing.
    """

    name: str
    formula: str
    value: Function
    gradient: Function
    curvature: Function
    minima: tuple
    view: tuple[tuple[float, float], ...]

    @property
    def dimensions(self) -> int:
        """How many weights it has."""
        return len(self.view)

    def __call__(self, w):
        """Return the loss at `w`."""
        return self.value(w)


def quadratic(name: str, formula: str, hessian, minimum, view) -> Landscape:
    """Return ½ (w - minimum)ᵀ H (w - minimum) with a constant Hessian H of shape (d, d)."""
    hessian = np.asarray(hessian, dtype=float)
    minimum = np.asarray(minimum, dtype=float)

    def gradient(w):
        return (np.asarray(w, dtype=float) - minimum) @ hessian

    def value(w):
        offset = np.asarray(w, dtype=float) - minimum
        return 0.5 * np.sum(offset * (offset @ hessian), axis=-1)

    def curvature(w):
        return np.broadcast_to(hessian, (*np.shape(w)[:-1], *hessian.shape))

    return Landscape(name, formula, value, gradient, curvature, (minimum,), view)


def constant(c: float) -> Function:
    """Return a function that answers `c` for every weight."""
    return lambda w: np.full(np.shape(w), c)[()]


parabola = Landscape(
    name="parabola",
    formula="(w − 4)² + 2",
    value=lambda w: (w - 4) * (w - 4) + 2,
    gradient=lambda w: 2 * (w - 4),
    curvature=constant(2.0),
    minima=(4.0,),
    view=((-2.0, 10.0),),
)

# Its stationary points solve 4w³ − 16w + 1 = 0, which three real roots solve by cosines:
# (4/√3) cos(arccos(−3√3/64)/3 − 2πk/3). k = 2 is the deeper valley, k = 1 the hill, k = 0 the
# shallower valley.
QUARTIC_LEFT, QUARTIC_HILL, QUARTIC_RIGHT = (
    float(4 / np.sqrt(3) * np.cos(np.arccos(-3 * np.sqrt(3) / 64) / 3 - 2 * np.pi * k / 3))
    for k in (2, 1, 0)
)

quartic = Landscape(
    name="quartic",
    formula="w⁴ − 8w² + w + 10",
    # Products instead of powers: these round the same way on every machine.
    value=lambda w: w * w * (w * w - 8) + w + 10,
    gradient=lambda w: 4 * w * (w * w - 4) + 1,
    curvature=lambda w: 12 * w * w - 16,
    minima=(QUARTIC_LEFT, QUARTIC_RIGHT),
    view=((-3.2, 3.2),),
)

exponential = Landscape(
    name="endless slope",
    formula="exp(−w)",
    value=lambda w: np.exp(-np.asarray(w, dtype=float)),
    gradient=lambda w: -np.exp(-np.asarray(w, dtype=float)),
    curvature=lambda w: np.exp(-np.asarray(w, dtype=float)),
    minima=(),
    view=((-2.0, 10.0),),
)

bowl = quadratic(
    name="bowl",
    formula="(w1 − 3)² + (w2 + 1)²",
    hessian=[[2.0, 0.0], [0.0, 2.0]],
    minimum=[3.0, -1.0],
    view=((-3.0, 9.0), (-7.0, 7.0)),
)

tilted_bowl = quadratic(
    name="tilted bowl",
    formula="w1² + w1·w2 + w2²",
    hessian=[[2.0, 1.0], [1.0, 2.0]],
    minimum=[0.0, 0.0],
    view=((-5.0, 5.0), (-5.0, 5.0)),
)


def ravine(condition: float = 25.0) -> Landscape:
    """Return (w1² + condition·w2²)/2: curvature 1 along the valley, `condition` across it."""
    condition = number("condition", condition, positive=True)
    return quadratic(
        name=f"ravine (condition number {condition:g})",
        formula=f"(w1² + {condition:g}·w2²)/2",
        hessian=[[1.0, 0.0], [0.0, condition]],
        minimum=[0.0, 0.0],
        view=((-11.0, 11.0), (-4.0, 4.0)),
    )


def squared_error(x, y, *, view=((-2.0, 8.0), (0.0, 14.0))) -> Landscape:
    """Return the mean squared error of the line w·x + b over its two weights (w, b).

    Args:
        x: Inputs, shape (n,).
        y: Targets, shape (n,).
        view: The part of the (w, b) plane worth drawing.

    The loss is (1/n) Σ (w·x + b − y)² and its gradient
    ((2/n) Σ (w·x + b − y)·x, (2/n) Σ (w·x + b − y)).
    """
    x, y = pairs(x, y)
    design = np.column_stack([x, np.ones_like(x)])
    best = np.linalg.lstsq(design, y, rcond=None)[0]
    hessian = 2 / len(y) * design.T @ design
    floor = float(np.mean((design @ best - y) ** 2))
    curve = quadratic("mean squared error", "(1/n) Σ (w·x + b − y)²", hessian, best, view=view)
    return Landscape(
        curve.name,
        curve.formula,
        lambda w: curve.value(w) + floor,
        curve.gradient,
        curve.curvature,
        curve.minima,
        view,
    )
