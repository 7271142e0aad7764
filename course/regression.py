"""Linear regression: the line or plane w·x + b, its loss and slopes, scaling, least squares.

Inputs x are of shape (n,) with one weight w, or (n, d) with weights w of shape (d,). To fit by
gradient descent, walk on `landscapes.squared_error(x, y)` with `descent.descend`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course.landscapes import Scaled, lowest_weights, squared_error
from course.validate import InputError, any_numbers, explained, number, numbers, pairs


@explained(x=any_numbers, w=any_numbers, b=any_numbers)
def predictions(x: ArrayLike, w: ArrayLike, b: float) -> np.ndarray:
    """Return w·x + b for every row of x, shape (n,); its unit is that of y.

    Raises:
        InputError: `x` is not finite numbers, `w` or `b` are none, or they do not fit together.

    Example:
        >>> from course.regression import predictions
        >>> predictions([1.0, 2.0, 3.0], w=2.0, b=1.0)
        array([3., 5., 7.])
        >>> predictions([[1.0, 10.0], [2.0, 20.0]], w=[2.0, 0.5], b=1.0)
        array([ 8., 15.])
    """
    x = numbers("x", x)
    if x.ndim == 0:
        raise InputError(f"x must hold a row for each example, but it is one number, {x:g}")
    if x.ndim == 1 and np.shape(w)[-1:] not in ((), (1,)):
        # NumPy would give each row a weight of its own.
        raise ValueError("rows of one number each have one weight")
    if x.ndim == 2 and np.ndim(w) > 1:
        # A column of predictions less a row of targets is a whole table of errors.
        raise ValueError("each column has one weight, so w is of shape (d,)")
    if np.size(b) != 1 and (x.ndim == 2 or np.shape(b) != np.shape(w)):
        # Several lines at once, as a picture asks for, have an intercept each.
        raise ValueError("all rows have one intercept")
    return x * w + b if x.ndim == 1 else x @ w + b


def mean_squared_error(x: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> float:
    """Return (1/n) Σ (w·x + b − y)²; its unit is that of y, squared.

    Raises:
        InputError: `x` and `y` do not belong together.

    Example:
        >>> from course.regression import mean_squared_error
        >>> mean_squared_error([1.0, 2.0], [3.0, 5.0], w=2.0, b=3.0)
        4.0
    """
    x, y = pairs(x, y)
    return float(np.mean((predictions(x, w, b) - y) ** 2))


def gradients(x: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> tuple[Any, float]:
    """Return the slopes ((2/n) Σ error·x, (2/n) Σ error) of the mean squared error.

    The first is a number for x of shape (n,) and of shape (d,) for x of shape (n, d).

    Raises:
        InputError: `x` and `y` do not belong together.

    Example:
        >>> from course.regression import gradients
        >>> slope_w, slope_b = gradients([1.0, 2.0], [3.0, 5.0], w=2.0, b=3.0)
        >>> float(slope_w), slope_b
        (6.0, 4.0)
    """
    x, y = pairs(x, y)
    error = predictions(x, w, b) - y
    return 2 / len(y) * (error @ x), 2 * float(np.mean(error))


def standardize(x: ArrayLike) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (z, mu, sigma): every column with mean 0 and standard deviation 1, and how.

    z = (x − mu)/sigma with the population standard deviation (divided by n, as scikit-learn's
    StandardScaler does). A column that is constant has nothing to scale: its sigma is 1.
    z has no unit; mu and sigma have those of the columns.

    Args:
        x: Shape (n,) or (n, d).

    Raises:
        InputError: `x` is not finite numbers, or it has no row.

    Example:
        >>> from course.regression import standardize
        >>> z, mu, sigma = standardize([[1.0, 7.0], [3.0, 7.0]])
        >>> z
        array([[-1.,  0.],
               [ 1.,  0.]])
        >>> mu, sigma
        (array([2., 7.]), array([1., 1.]))
    """
    x = numbers("x", x)
    if x.ndim == 0 or len(x) == 0:
        raise InputError(f"x must hold at least one row, but its shape is {x.shape}")
    mu = np.mean(x, axis=0)
    sigma = np.where(np.ptp(x, axis=0) == 0, 1.0, np.std(x, axis=0))
    return (x - mu) / sigma, mu, sigma


@explained(w=any_numbers, b=number, mu=any_numbers, sigma=any_numbers)
def unstandardize(w: ArrayLike, b: float, mu: ArrayLike, sigma: ArrayLike) -> tuple[Any, float]:
    """Return (w, b) for the raw inputs, given those for inputs standardized by mu and sigma.

    Raises:
        InputError: An argument is no number and no array of them, or they do not fit together.

    Example:
        >>> from course.regression import unstandardize
        >>> w, b = unstandardize(w=6.0, b=5.0, mu=2.0, sigma=3.0)
        >>> float(w), b
        (2.0, 1.0)
    """
    raw = np.asarray(w, dtype=float) / sigma
    return raw, float(b - np.sum(raw * np.asarray(mu)))


def least_squares(x: ArrayLike, y: ArrayLike) -> tuple[Any, float]:
    """Return the (w, b) of lowest mean squared error; the shortest ones where many are lowest.

    w is a number for x of shape (n,) and of shape (d,) for x of shape (n, d).

    Raises:
        InputError: `x` and `y` do not belong together.

    Example:
        >>> from course.regression import least_squares
        >>> w, b = least_squares([1.0, 2.0, 3.0], [3.0, 5.0, 7.0])
        >>> round(w, 6), round(b, 6)
        (2.0, 1.0)
    """
    x, y = pairs(x, y)
    *w, b = lowest_weights(x, y)
    return (np.array(w) if x.ndim == 2 else float(w[0])), float(b)


def standard_errors(x: ArrayLike, y: ArrayLike) -> tuple[Any, float]:
    """Return the standard errors of the least-squares (w, b), in their units.

    That is how far they typically lie from the true ones if the noise is independent with the
    same spread everywhere, the spread being estimated as √(Σ error²/(n − d − 1)).

    Raises:
        InputError: `x` and `y` do not belong together, there are not more rows than weights, or a
            column is constant or follows from the others.

    Example:
        >>> from course.regression import standard_errors
        >>> w, b = standard_errors([-1.0, 0.0, 1.0], [-1.0, 3.0, 1.0])
        >>> round(w, 4), round(b, 4)
        (1.7321, 1.4142)
    """
    x, y = pairs(x, y)
    landscape = squared_error(x, y)
    free = len(y) - landscape.dimensions
    if free < 1:
        raise InputError(f"{len(y)} rows are too few for {landscape.dimensions} weights")
    scaled = Scaled.of(x.reshape(len(y), -1))
    if not scaled.independent:
        raise InputError(
            "x must not hold a column that is constant or follows from the others: many weights "
            "are equally good then"
        )
    best = landscape.minima[0]
    variance = landscape(best) * len(y) / free
    # Of the scaled columns: their normal equations keep all digits, whatever the units are.
    inverse = np.linalg.inv(scaled.columns.T @ scaled.columns)
    w = np.sqrt(variance * np.diag(inverse)) / scaled.length
    start = scaled.mean / scaled.length
    b = np.sqrt(variance * (1 / len(y) + start @ inverse @ start))
    return (w if x.ndim == 2 else float(w[0])), float(b)


def curvatures(x: ArrayLike, y: ArrayLike) -> np.ndarray:
    """Return the curvatures of the mean squared error along its main directions, lowest first.

    They are the eigenvalues of its Hessian. Rates below 2/(the last one) do not diverge; the last
    one over the first is the condition number.

    Raises:
        InputError: `x` and `y` do not belong together.

    Example:
        >>> from course.regression import curvatures
        >>> curvatures([-2.0, 2.0], [0.0, 0.0]).round(6)
        array([2., 8.])
    """
    landscape = squared_error(x, y)
    # A sum of squares curves downward nowhere: what is below 0 is rounding.
    return np.maximum(np.linalg.eigvalsh(landscape.curvature(landscape.minima[0])), 0.0)
