"""Functions to descend: each with its value, gradient, curvature, minima and a part worth drawing.

A new landscape is one new entry here. One-dimensional landscapes take weights of any shape and
answer for each of them. Landscapes of d weights take arrays of shape (..., d).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike

from course.validate import (
    InputError,
    any_numbers,
    array_numbers,
    explained_answer,
    number,
    pairs,
    shown,
)

FLOATS = np.dtype(float)
# One (low, high) for each weight.
View = tuple[tuple[float, float], ...]
# What a landscape of two weights answers with for the arrays x and y: losses, or tuples of arrays.
Planar = Callable[[np.ndarray, np.ndarray], Any]


class Function(Protocol):
    """What a landscape answers with: losses, slopes or curvatures."""

    def __call__(self, w: Any, /) -> Any:
        """Answer for weights: a number, or an array of shape (...) or (..., d)."""


@dataclass(frozen=True)
class Landscape:
    """A loss to walk on.

    Attributes:
        name: What pictures and sentences call it.
        formula: The loss as plain text.
        value: Weights (...) or (..., d) to losses (...).
        gradient: Weights to slopes of the same shape.
        curvature: Weights to second derivatives (...), or to Hessian matrices (..., d, d).
        minima: Every local minimum, the deepest first, and of a level floor one place; empty
            where there is none.
        view: One (low, high) for each weight: the part worth drawing.

    Example:
        >>> import numpy as np
        >>> from course.descent import descend
        >>> from course.landscapes import Landscape, constant
        >>> valley = Landscape(
        ...     name="valley",
        ...     formula="3w²",
        ...     value=lambda w: 3 * w * w,
        ...     gradient=lambda w: 6 * w,
        ...     curvature=constant(6.0),
        ...     minima=(0.0,),
        ...     view=((-2.0, 2.0),),
        ... )
        >>> valley(np.array([1.0, 2.0]))
        array([ 3., 12.])
        >>> descend(valley, start=1.0, lr=0.1, steps=100).outcome
        'converged'
    """

    name: str
    formula: str
    value: Function
    gradient: Function
    curvature: Function
    minima: tuple[Any, ...]
    view: View

    def __post_init__(self) -> None:
        """Let each function say in one line what is wrong with the weights it is asked for."""
        for name in ("value", "gradient", "curvature"):
            answer = explained_answer(_of_floats(getattr(self, name)), w=self._weights)
            object.__setattr__(self, name, answer)

    def _weights(self, name: str, value: Any) -> np.ndarray:
        if self.dimensions == 1:
            return array_numbers(name, value)
        return self.fitting(name, any_numbers(name, value))

    def fitting(self, name: str, w: np.ndarray) -> np.ndarray:
        """Return weights `w` of shape (..., d), or raise InputError naming them."""
        if w.shape[-1:] != (self.dimensions,):
            raise InputError(
                f"{name} must have {self.dimensions} weights on its last axis for the {self.name},"
                f" but its shape is {w.shape}"
            )
        return w

    @property
    def dimensions(self) -> int:
        """How many weights it has."""
        return len(self.view)

    def __call__(self, w: Any) -> Any:
        """Return the loss at `w`."""
        return self.value(w)


def _floats(w: Any) -> Any:
    """Return `w` as it is, but NumPy's whole numbers as floats."""
    return w.astype(float) if getattr(w, "dtype", FLOATS).kind in "iu" else w


def _of_floats(answer: Function) -> Function:
    """Return a function that asks `answer` with floats instead of NumPy's whole numbers.

    The powers of those begin again from below where they leave their bits: 100,000 to the power
    of 4 does. Of 8 bits NumPy takes roots and sines with three digits.
    """

    @functools.wraps(answer, assigned=("__name__", "__doc__"))
    def asking(*place: Any, **named: Any) -> Any:
        # A walk asks at every step: what is no array of whole numbers goes straight on.
        if place and not named and getattr(place[0], "dtype", FLOATS) is FLOATS:
            return answer(*place)
        return answer(*map(_floats, place), **{name: _floats(w) for name, w in named.items()})

    return asking


def quadratic(
    name: str, formula: str, hessian: ArrayLike, minimum: ArrayLike, view: View
) -> Landscape:
    """Return ½ (w - minimum)ᵀ H (w - minimum) with a constant Hessian H of shape (d, d).

    Args:
        name: What pictures and sentences call it.
        formula: The loss as plain text.
        hessian: H, shape (d, d), symmetric.
        minimum: Where it is lowest, shape (d,). If it curves downward in some direction, it is
            level there and has no minimum.
        view: One (low, high) for each weight: the part worth drawing.

    Raises:
        InputError: `hessian` is not square or not symmetric, or `minimum` does not fit it.

    Example:
        >>> from course.landscapes import quadratic
        >>> dish = quadratic("dish", "w1² + 2·w2²", [[2, 0], [0, 4]], [0, 0], ((-1, 1), (-1, 1)))
        >>> float(dish([1.0, 2.0]))
        9.0
        >>> dish.gradient([1.0, 2.0])
        array([2., 8.])
    """
    curved = any_numbers("hessian", hessian)
    if not _symmetric(curved):
        # The slopes would be those of another loss.
        raise InputError(f"hessian must be symmetric, of shape (d, d), but it is {shown(hessian)}")
    lowest = _kept(any_numbers("minimum", minimum))
    if lowest.shape != curved.shape[:1]:
        raise InputError(
            f"minimum must hold {len(curved)} weights, as the hessian does, but its shape is "
            f"{lowest.shape}"
        )

    def gradient(w: ArrayLike) -> Any:
        return (np.asarray(w, dtype=float) - lowest) @ curved

    def value(w: ArrayLike) -> Any:
        offset = np.asarray(w, dtype=float) - lowest
        return 0.5 * np.sum(offset * (offset @ curved), axis=-1)

    def curvature(w: ArrayLike) -> np.ndarray:
        return np.broadcast_to(curved, (*np.shape(w)[:-1], *curved.shape))

    minima = () if _curves_downward(curved) else (lowest,)
    return Landscape(name, formula, value, gradient, curvature, minima, view)


def _symmetric(hessian: np.ndarray) -> bool:
    """Return whether it is a square, the same along its rows and columns but for rounding."""
    if hessian.ndim != 2 or hessian.shape[0] != hessian.shape[1]:
        return False
    with np.errstate(invalid="ignore"):
        apart = np.abs(hessian - hessian.T)
        return not np.any(apart > 1e-9 * np.max(np.abs(hessian), initial=0.0))


def _curves_downward(hessian: np.ndarray) -> bool:
    """Return whether a curvature is below 0, but for rounding."""
    if not np.all(np.isfinite(hessian)):
        return False
    curvatures = np.linalg.eigvalsh(hessian)
    return bool(np.min(curvatures) < -1e-9 * np.max(np.abs(curvatures)))


def _kept(place: ArrayLike) -> np.ndarray:
    """Return a place as an array that nobody can change: a walk from it would move the minimum."""
    kept = np.array(place, dtype=float)
    kept.setflags(write=False)
    return kept


def constant(c: float) -> Function:
    """Return a function that answers `c` for every weight.

    Example:
        >>> from course.landscapes import constant
        >>> constant(2.0)([0.0, 1.0, 5.0])
        array([2., 2., 2.])
    """
    return lambda w: np.full(np.shape(w), c)[()]


def planar(
    name: str,
    formula: str,
    value: Planar,
    gradient: Planar,
    hessian: Planar,
    minima: Sequence[tuple[float, float]],
    view: View,
) -> Landscape:
    """Return a landscape of two weights from functions of them.

    Args:
        name: What pictures and sentences call it.
        formula: The loss as plain text.
        value: (x, y) to the losses.
        gradient: (x, y) to the slopes along x and along y.
        hessian: (x, y) to the second derivatives xx, xy and yy.
        minima: Every local minimum as (x, y), the deepest first; empty where there is none.
        view: One (low, high) for each weight: the part worth drawing.

    Example:
        >>> from course.landscapes import planar
        >>> product = planar(
        ...     name="product",
        ...     formula="w1·w2",
        ...     value=lambda x, y: x * y,
        ...     gradient=lambda x, y: (y, x),
        ...     hessian=lambda x, y: (0.0, 1.0, 0.0),
        ...     minima=(),
        ...     view=((-1.0, 1.0), (-1.0, 1.0)),
        ... )
        >>> product.gradient([2.0, 3.0])
        array([3., 2.])
        >>> product.curvature([2.0, 3.0])
        array([[0., 1.],
               [1., 0.]])
    """

    def split(w: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
        both = np.asarray(w, dtype=float)
        if both.shape[-1:] != (2,):
            raise ValueError("two weights are needed")
        return both[..., 0], both[..., 1]

    def stacked(parts: Sequence[Any], shape: tuple[int, ...]) -> np.ndarray:
        # A walk asks for this at every step: np.stack would take several times as long.
        both = np.empty((*shape, 2))
        both[..., 0], both[..., 1] = parts
        return both

    def curvature(w: ArrayLike) -> np.ndarray:
        x, y = split(w)
        xx, xy, yy = hessian(x, y)
        rows = [stacked(row, x.shape) for row in ((xx, xy), (xy, yy))]
        return np.stack(rows, axis=-2)

    return Landscape(
        name,
        formula,
        lambda w: value(*split(w)),
        lambda w: stacked(gradient(*split(w)), np.shape(w)[:-1]),
        curvature,
        tuple(map(_kept, minima)),
        view,
    )


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

plateau = Landscape(
    name="plateau",
    formula="−exp(−w²)",
    value=lambda w: -np.exp(-w * w),
    gradient=lambda w: 2 * w * np.exp(-w * w),
    curvature=lambda w: (2 - 4 * w * w) * np.exp(-w * w),
    minima=(0.0,),
    view=((-6.0, 6.0),),
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


saddle = planar(
    name="saddle",
    formula="w1² − w2²",
    value=lambda x, y: x * x - y * y,
    gradient=lambda x, y: (2 * x, -2 * y),
    hessian=lambda x, y: (2.0, 0.0, -2.0),
    minima=(),
    view=((-1.5, 1.5), (-1.5, 1.5)),
)

# The quartic for the first weight and a bowl for the second: a local minimum on a map.
two_valleys = planar(
    name="two valleys",
    formula="w1⁴ − 8w1² + w1 + 10 + 4w2²",
    value=lambda x, y: quartic.value(x) + 4 * y * y,
    gradient=lambda x, y: (quartic.gradient(x), 8 * y),
    hessian=lambda x, y: (quartic.curvature(x), 0.0, 8.0),
    minima=((QUARTIC_LEFT, 0.0), (QUARTIC_RIGHT, 0.0)),
    view=((-3.2, 3.2), (-3.2, 3.2)),
)

# The plateau with two weights.
pit = planar(
    name="pit in a plateau",
    formula="−exp(−w1² − w2²)",
    value=lambda x, y: -np.exp(-x * x - y * y),
    gradient=lambda x, y: (2 * x * np.exp(-x * x - y * y), 2 * y * np.exp(-x * x - y * y)),
    hessian=lambda x, y: (
        (2 - 4 * x * x) * np.exp(-x * x - y * y),
        -4 * x * y * np.exp(-x * x - y * y),
        (2 - 4 * y * y) * np.exp(-x * x - y * y),
    ),
    minima=((0.0, 0.0),),
    view=((-5.0, 5.0), (-5.0, 5.0)),
)

# A curved valley with a flat floor, one minimum (Rosenbrock 1960).
rosenbrock = planar(
    name="Rosenbrock's valley",
    formula="(1 − w1)² + 100·(w2 − w1²)²",
    value=lambda x, y: (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x),
    gradient=lambda x, y: (2 * (x - 1) - 400 * x * (y - x * x), 200 * (y - x * x)),
    hessian=lambda x, y: (2 - 400 * (y - 3 * x * x), -400 * x, 200.0),
    minima=((1.0, 1.0),),
    view=((-2.0, 2.0), (-1.0, 3.0)),
)

# Four minima, all of them of loss 0 (Himmelblau 1972): w2 = 11 − w1² at w1 = 3 and at the roots
# of w1³ + 3w1² − 13w1 − 38.
himmelblau = planar(
    name="Himmelblau's function",
    formula="(w1² + w2 − 11)² + (w1 + w2² − 7)²",
    value=lambda x, y: (x * x + y - 11) * (x * x + y - 11) + (x + y * y - 7) * (x + y * y - 7),
    gradient=lambda x, y: (
        4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
        2 * (x * x + y - 11) + 4 * y * (x + y * y - 7),
    ),
    hessian=lambda x, y: (
        4 * (3 * x * x + y - 11) + 2,
        4 * (x + y),
        4 * (x + 3 * y * y - 7) + 2,
    ),
    # In the order of what rounding leaves of the loss there: 0, 0, 8e-31, 8e-31.
    minima=(
        (3.0, 2.0),
        (3.5844283403304917, -1.8481265269644036),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.2831859912861696),
    ),
    view=((-5.0, 5.0), (-5.0, 5.0)),
)


def _rastrigin_value(x: np.ndarray, y: np.ndarray) -> Any:
    waves = np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)
    return 20 + x * x + y * y - 10 * waves


# One weight alone has its minima where w + 10π·sin(2πw) = 0, near whole numbers.
_DIPS = (-1.9899122337085497, -0.9949586376523348, 0.0, 0.9949586376523348, 1.9899122337085497)

# An egg box (Rastrigin 1974): one dip near each pair of whole numbers, the deepest at (0, 0).
rastrigin = planar(
    name="Rastrigin's function",
    formula="20 + w1² + w2² − 10·cos(2πw1) − 10·cos(2πw2)",
    value=_rastrigin_value,
    gradient=lambda x, y: (
        2 * x + 20 * np.pi * np.sin(2 * np.pi * x),
        2 * y + 20 * np.pi * np.sin(2 * np.pi * y),
    ),
    hessian=lambda x, y: (
        2 + 40 * np.pi * np.pi * np.cos(2 * np.pi * x),
        0.0,
        2 + 40 * np.pi * np.pi * np.cos(2 * np.pi * y),
    ),
    # Those in view; there are more farther out, and they are higher.
    minima=sorted(
        ((x, y) for x in _DIPS for y in _DIPS), key=lambda w: _rastrigin_value(*np.array(w))
    ),
    view=((-2.5, 2.5), (-2.5, 2.5)),
)

# A cut through it along one weight, without the other one's part.
rastrigin_cut = Landscape(
    name="Rastrigin's function of one weight",
    formula="10 + w² − 10·cos(2πw)",
    value=lambda w: 10 + w * w - 10 * np.cos(2 * np.pi * w),
    gradient=lambda w: 2 * w + 20 * np.pi * np.sin(2 * np.pi * w),
    curvature=lambda w: 2 + 40 * np.pi * np.pi * np.cos(2 * np.pi * w),
    minima=tuple(sorted(_DIPS, key=abs)),
    view=((-2.5, 2.5),),
)


def ravine(condition: float = 25.0) -> Landscape:
    """Return (w1² + condition·w2²)/2: curvature 1 along the valley, `condition` across it.

    Raises:
        InputError: `condition` is not above 0.

    Example:
        >>> from course.landscapes import ravine
        >>> ravine(25.0).gradient([2.0, 1.0])
        array([ 2., 25.])
    """
    condition = number("condition", condition, positive=True)
    times = "" if condition == 1 else f"{condition:g}·"
    return quadratic(
        name=f"ravine (condition number {condition:g})",
        formula=f"(w1² + {times}w2²)/2",
        hessian=[[1.0, 0.0], [0.0, condition]],
        minimum=[0.0, 0.0],
        view=((-11.0, 11.0), (-4.0, 4.0)),
    )


@dataclass(frozen=True)
class Scaled:
    """Columns less their means and over their lengths: what depends on no unit and no zero.

    Attributes:
        columns: Shape (n, d); a constant column is left as zeros.
        mean: Shape (d,).
        length: What the columns less their means were divided by, shape (d,).
        rounding: Singular values below this part of the largest one are rounding.

    Example:
        >>> import numpy as np
        >>> from course.landscapes import Scaled
        >>> one = Scaled.of(np.array([[1.0], [7.0]]))
        >>> one.columns.round(4).ravel(), one.mean, one.length.round(4)
        (array([-0.7071,  0.7071]), array([4.]), array([4.2426]))
    """

    columns: np.ndarray
    mean: np.ndarray
    length: np.ndarray
    rounding: float

    @classmethod
    def of(cls, columns: np.ndarray) -> Scaled:
        """Return columns of shape (n, d), scaled."""
        mean = np.mean(columns, axis=0)
        length = np.linalg.norm(columns - mean, axis=0)
        length[np.ptp(columns, axis=0) == 0] = np.inf
        # What is far from 0 beside its spread has lost as many digits.
        far = 1 + np.max(np.abs(mean) / length, initial=0.0) * np.sqrt(len(columns))
        rounding = float(np.finfo(float).eps * max(columns.shape) * far)
        return cls((columns - mean) / length, mean, length, rounding)

    @property
    def independent(self) -> bool:
        """Whether no column is constant or follows from the others, but for rounding."""
        values = np.linalg.svd(self.columns, compute_uv=False)
        found = np.sum(values > self.rounding * np.max(values, initial=0.0))
        return bool(found == self.columns.shape[1])


def lowest_weights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the (w, b) of lowest squared error; the shortest ones where many are lowest.

    Args:
        x: Inputs, shape (n,) or (n, d).
        y: Targets, shape (n,).

    Example:
        >>> import numpy as np
        >>> from course.landscapes import lowest_weights
        >>> lowest_weights(np.array([1.0, 2.0, 3.0]), np.array([3.0, 5.0, 7.0])).round(6)
        array([2., 1.])
    """
    design = np.column_stack([x, np.ones(len(y))])
    best, _, rank, _ = np.linalg.lstsq(design, y, rcond=None)
    if rank == design.shape[1]:
        return best
    scaled = Scaled.of(design[:, :-1])
    if not scaled.independent:
        return best
    # The columns only differ in size, or lie far from 0: no weight is there too many.
    w = np.linalg.lstsq(scaled.columns, y - np.mean(y), rcond=None)[0] / scaled.length
    return np.append(w, np.mean(y) - np.sum(w * scaled.mean))


def squared_error(
    x: ArrayLike, y: ArrayLike, *, factor: float | None = None, view: View | None = None
) -> Landscape:
    """Return the mean squared error of the line w·x + b over its weights (w, b).

    Args:
        x: Inputs, shape (n,), or (n, d) for d features with a weight each: (w1, …, wd, b).
        y: Targets, shape (n,).
        factor: What the sum of squares is multiplied by: 1/n, the mean, if not given; 1/(2n)
            gives half the mean squared error.
        view: The part worth drawing, one (low, high) for each weight.

    The loss is (1/n) Σ (w·x + b − y)² and its gradient
    ((2/n) Σ (w·x + b − y)·x, (2/n) Σ (w·x + b − y)). Its unit is that of y, squared.

    Raises:
        InputError: `x` and `y` do not belong together, or `factor` is not above 0.

    Example:
        >>> from course.landscapes import squared_error
        >>> loss = squared_error([1.0, 2.0, 3.0], [3.0, 5.0, 7.0])
        >>> loss.minima[0].round(6)
        array([2., 1.])
        >>> print(f"{loss([2.0, 0.0]):.3f}")
        1.000
    """
    x, y = pairs(x, y)
    # How many times the mean squared error it is: exactly 1 unless told otherwise.
    times = 1.0 if factor is None else number("factor", factor, positive=True) * len(y)
    design = np.column_stack([x, np.ones(len(y))])
    view = view or (*[(-2.0, 8.0)] * (design.shape[1] - 1), (0.0, 14.0))
    best = lowest_weights(x, y)
    hessian = times * (2 / len(y) * design.T @ design)
    floor = times * float(np.mean((design @ best - y) ** 2))
    formula = "(1/n) Σ (w·x + b − y)²" if factor is None else f"{factor:g} · Σ (w·x + b − y)²"
    curve = quadratic("mean squared error", formula, hessian, best, view=view)
    return Landscape(
        curve.name,
        curve.formula,
        lambda w: curve.value(w) + floor,
        curve.gradient,
        curve.curvature,
        curve.minima,
        view,
    )


def slope_error(
    x: ArrayLike, y: ArrayLike, intercept: float = 0.0, *, factor: float | None = None
) -> Landscape:
    """Return factor · Σ (w·x + intercept − y)² over the one weight w.

    Args:
        x: Inputs, shape (n,), not all zero.
        y: Targets, shape (n,).
        intercept: What is added to w·x, and stays as it is.
        factor: 1/n, the mean squared error, if not given; 1/(2n) gives half of it, 1 the sum.

    A parabola of curvature 2·factor·Σx², whatever the targets are. Its unit is that of y, squared.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> from course.landscapes import slope_error
        >>> loss = slope_error([1.0, 2.0], [3.0, 6.0], factor=1.0)
        >>> loss.minima, loss(4.0), loss.gradient(4.0)
        ((3.0,), 5.0, 10.0)
    """
    x, y = pairs(x, y)
    if x.ndim != 1 or not np.any(x):
        raise InputError(
            f"x must hold one number for each example, not all of them 0, but it is {shown(x)}"
        )
    intercept = number("intercept", intercept)
    factor = 1 / len(y) if factor is None else number("factor", factor, positive=True)
    curvature = 2 * factor * float(x @ x)
    best = float(x @ (y - intercept)) / float(x @ x)
    floor = factor * float(np.sum((best * x + intercept - y) ** 2))
    reach = 1.5 * abs(best) or 1.0
    return Landscape(
        name="squared error of a slope",
        formula=f"{factor:g} · Σ (w·x + {intercept:g} − y)²",
        value=lambda w: 0.5 * curvature * (w - best) * (w - best) + floor,
        gradient=lambda w: curvature * (w - best),
        curvature=constant(curvature),
        minima=(best,),
        view=((best - reach, best + reach),),
    )
