"""scale(X): each column with mean 0 and standard deviation 1."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks import drawn
from course.checks.compare import numeric
from course.checks.drawn import ROOMS, WHOLE_TABLE
from course.checks.exercise import Call, Exercise, Probe, answered, instead, spotted
from course.checks.families import fits, inputs, numbers
from course.regression import standardize


def _mean(X):
    return np.mean(X, axis=0)


def _std(X):
    return np.std(X, axis=0)


def _scaled(center: Callable = _mean, spread: Callable = _std) -> Callable:
    """Return a wrong scale: z = (X − center)/spread."""

    def wrong(X):
        mu, sigma = center(X), spread(X)
        return (X - mu) / sigma, mu, sigma

    return wrong


def _sum_over_rows(X):
    """Return the sum of the whole table, divided by its rows as the formula says."""
    return np.sum(X) / len(X)


def _spread_over_rows(X):
    return np.sqrt(np.sum((X - _sum_over_rows(X)) ** 2) / len(X))


def _other_Z(Z: Callable) -> Callable:
    """Return a wrong answer whose mu and sigma are right; Z is made of X, mu and sigma."""
    return lambda answer, X: (Z(X, *answer[1:]), *answer[1:])


def _cut_Z(answer, X):
    Z, mu, sigma = answer
    return fits.cut(Z, X), mu, sigma


def _by_rows(X):
    mu, sigma = np.mean(X, axis=1), np.std(X, axis=1)
    return (X - mu[:, None]) / sigma[:, None], mu, sigma


def _last_row(X):
    """Return each row scaled by itself, and the mean and the spread of the last one."""
    return _by_rows(X)[0], np.mean(X[-1]), np.std(X[-1])


def _two_columns(X):
    mu = np.array([np.mean(X[:, 0]), np.mean(X[:, 1])])
    sigma = np.array([np.std(X[:, 0]), np.std(X[:, 1])])
    return (X - mu) / sigma, mu, sigma


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, d = int(rng.integers(5, 9)), int(rng.integers(2, 4))
    X = drawn.array(rng, n, d, low=1, high=5)
    whole = np.column_stack([drawn.whole(rng, 6), drawn.whole(rng, 6, 10, 99)])
    # More than three standard deviations away, on either side.
    outlier = drawn.array(rng, 14, 2, low=1, high=5)
    outlier[rng.integers(14)] += [150, -90]
    return [
        Probe((X * 10.0 ** rng.integers(0, 4, size=d),), shows="columns of other units"),
        Probe((drawn.array(rng, 3, 3, low=-5, high=9),), shows="as many rows as columns"),
        Probe((drawn.array(rng, n, 1, low=-9, high=3),), shows="a single column"),
        Probe((whole,), shows="a table of whole numbers"),
        Probe((X / 70,), shows="small numbers, in all their digits"),
        Probe((outlier,), shows="a row far from the others"),
    ]


def _spread_of_nothing(call: Call) -> bool:
    """Return whether the means are right and the spreads are 0, but for rounding."""
    (X,) = call.probe.args
    if not isinstance(call.result, tuple) or len(call.result) != 3:
        return False
    mu, sigma = map(numeric, call.result[1:])
    return (
        mu is not None
        and sigma is not None
        and mu.shape == sigma.shape == (X.shape[1],)
        and np.allclose(mu, _mean(X))
        and bool(np.all(np.abs(sigma) < 1e-6 * _std(X)))
    )


# fmt: off
MISTAKES = (
    inputs.changed(),
    instead("n-minus-one",
        "divide by n inside the standard deviation, not by n − 1 (some libraries do that without "
        "asking)", _scaled(spread=lambda X: np.std(X, axis=0, ddof=1))),
    instead("all-at-once",
        "each column has its own mean and its own spread; yours are one number for the table",
        _scaled(np.mean, np.std), _scaled(_sum_over_rows, _spread_over_rows)),
    instead("wrong-axis", "you average along each row; a mean belongs to a column",
        _scaled(lambda X: np.mean(X, axis=1), lambda X: np.std(X, axis=1))),
    instead("rows-for-columns", "you average along each row; a mean belongs to a column",
        _scaled(lambda X: np.mean(X, axis=1, keepdims=True),
            lambda X: np.std(X, axis=1, keepdims=True))),
    instead("rows-for-columns", "you average along each row; a mean belongs to a column",
        _by_rows),
    instead("loop-through-the-rows",
        "a loop through X goes through its rows, and mu and sigma belong to the last one: "
        "`X[:, j]` is a column", _last_row),
    instead("two-columns-only",
        "a table may have more columns than two, or one: let `axis` take all of them",
        _two_columns),
    instead("min-max",
        "that squeezes each column between 0 and 1; here it gets mean 0 and spread 1",
        _scaled(lambda X: np.min(X, axis=0), lambda X: np.ptp(X, axis=0))),
    instead("variance", "the variance has squared units; the standard deviation is its root",
        _scaled(spread=lambda X: np.var(X, axis=0))),
    instead("half-for-root", numbers.HALF, _scaled(spread=lambda X: np.var(X, axis=0) / 2)),
    instead("range", "the spread is the standard deviation, not the largest minus the smallest",
        _scaled(spread=lambda X: np.ptp(X, axis=0))),
    answered("not-centred", "the mean of each column of Z must be 0",
        _other_Z(lambda X, mu, sigma: X / sigma)),
    answered("not-divided", "the spread of each column of Z must be 1",
        _other_Z(lambda X, mu, sigma: X - mu)),
    answered("brackets", "a division binds before a minus; subtract the mean first",
        _other_Z(lambda X, mu, sigma: X - mu / sigma)),
    answered("divided-first", "subtract the mean first and divide after",
        _other_Z(lambda X, mu, sigma: X / sigma - mu)),
    answered("multiplied", "dividing by the spread makes it 1; multiplying makes it larger",
        _other_Z(lambda X, mu, sigma: (X - mu) * sigma)),
    answered("sign-flipped", "a value above the mean must have a Z above zero",
        _other_Z(lambda X, mu, sigma: (mu - X) / sigma)),
    instead("spread-about-zero",
        "the standard deviation measures distances from the mean, not from zero",
        _scaled(spread=lambda X: np.sqrt(np.mean(X**2, axis=0)))),
    spotted("added-before-squared",
        "above and below the mean the distances cancel, and their sum is 0: square each of them "
        "before you add up", _spread_of_nothing),
    instead("mean-distance",
        "the standard deviation is the root of the mean of squares, not the mean distance",
        _scaled(spread=lambda X: np.mean(np.abs(X - _mean(X)), axis=0))),
    instead("unit-length", "your columns have length 1; inside the root belongs a mean, not a sum",
        _scaled(spread=lambda X: np.linalg.norm(X - _mean(X), axis=0))),
    instead("median", "subtract the mean, not the median",
        _scaled(lambda X: np.median(X, axis=0))),
    instead("largest", "divide by the standard deviation, not by the largest value",
        _scaled(spread=lambda X: np.max(np.abs(X), axis=0)),
        _scaled(spread=lambda X: np.max(X, axis=0))),
    instead("first-column-only",
        "each column has its own mean and its own spread; yours are always those of the first",
        _scaled(lambda X: np.mean(X[:, 0]), lambda X: np.std(X[:, 0]))),
    answered("mu-and-sigma-swapped", "return the means second and the spreads third",
        lambda answer: (answer[0], answer[2], answer[1])),
    answered("Z-last", "return Z first, then the means, then the spreads",
        lambda answer: (*answer[1:], answer[0])),
    answered("Z-only", "return three things: the means and the spreads are needed later",
        lambda answer: answer[0]),
    answered("Z-missing", "return three things: the scaled features come first, and are missing",
        *(lambda answer, part=part: answer[part] for part in (1, 2, slice(1, None)))),
    answered("transposed", "Z must have the rows and columns of X; yours has them turned round",
        lambda answer: (answer[0].T, *answer[1:])),
    answered("tables-for-mu-and-sigma",
        "mu and sigma must be of shape (d,); with `keepdims=True` they are tables of one row",
        lambda answer: (answer[0], answer[1][None], answer[2][None])),
    answered("variance-returned", "the third result must be what you divided by",
        lambda answer: (*answer[:2], answer[2] ** 2)),
    answered("statistics-of-Z", "return the means and spreads of X; those of Z are always 0 and 1",
        lambda answer: (answer[0], _mean(answer[0]), _std(answer[0]))),
    instead("whole-numbers-cut-off", numbers.WHOLE, lambda X: _cut_Z(standardize(X), X),
        _scaled(lambda X: fits.cut(_mean(X), X)),
        _scaled(lambda X: fits.cut(_mean(X), X), lambda X: fits.cut(_std(X), X)),
        lambda X: _cut_Z(_scaled(lambda X: fits.cut(_mean(X), X))(X), X),
        lambda X: (standardize(X)[0], *(fits.cut(part, X) for part in standardize(X)[1:]))),
    numbers.rounded(2, 3, 4, 1),
    answered("rounded", "do not round inside the function; rounding is for printing",
        *(lambda answer,
            many=many: (np.round(answer[0], many), *answer[1:]) for many in (2, 3, 4, 1))),
)
# fmt: on

scale = Exercise(
    name="scale",
    points=(2, 2),
    parts=("Z", "mu", "sigma"),
    # An entry of Z near 0 is a difference, and float32 has it to about this.
    atol=1e-6,
    reference=lambda X: standardize(X),
    examples=(
        Probe(
            (np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0], [7.0, 60.0]]),),
            shows="two columns of four rows",
        ),
        Probe((ROOMS.x,), shows="the houses with rooms"),
        Probe((WHOLE_TABLE,), shows="a table of whole numbers"),
        Probe(
            (np.array([[1.0, 5.0, -2.0], [4.0, 5.5, 0.0], [2.0, 9.0, 4.0]]),),
            shows="as many rows as columns",
        ),
    ),
    draw=_fresh,
    mistakes=MISTAKES,
)
