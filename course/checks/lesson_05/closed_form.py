"""closed_form(X, y): least squares, solved at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks import drawn
from course.checks.drawn import EXAM, ROOMS, TABLE, TARGETS, WHOLE_TABLE
from course.checks.exercise import Exercise, Mistake, Probe, answered, asked, instead, stops
from course.checks.families import fits, inputs, numbers
from course.regression import least_squares, mean_squared_error, standardize, unstandardize

WHOLE_TARGETS = np.array([3, 8, 2, 5, 6])


def solved(X, y) -> tuple:
    """Return the least-squares (w, b): what is right."""
    return least_squares(X, y)


def _with_ones(X) -> np.ndarray:
    return np.column_stack([X, np.ones(len(X))])


def _through_zero(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0]


def _one_at_a_time(X, y):
    w = np.array([least_squares(column, y)[0] for column in X.T])
    return w, np.mean(y) - np.mean(X, axis=0) @ w


def _ridge(added: float, *, to_b: bool = True) -> Callable:
    """Return the answer of equations to whose diagonal something was added."""

    def wrong(X, y):
        A = _with_ones(X)
        diagonal = np.append(np.ones(X.shape[1]), to_b)
        *w, b = np.linalg.solve(A.T @ A + added * np.diag(diagonal), A.T @ y)
        return np.array(w), b

    return wrong


def _all_of_lstsq(X, y):
    return np.linalg.lstsq(_with_ones(X), y, rcond=None)


def _first_rows(X, y):
    n = X.shape[1] + 1
    *w, b = np.linalg.solve(_with_ones(X)[:n], y[:n])
    return np.array(w), b


def _cut_centred(X, y):
    centred = fits.cut(X - np.mean(X, axis=0), X)
    w = np.linalg.lstsq(centred, y - np.mean(y), rcond=None)[0]
    return w, np.mean(y) - np.mean(X, axis=0) @ w


def _cut_all(X, y):
    w, b = solved(X, y)
    return fits.cut(w, X), float(fits.cut(b, X))


def _walked(lr: float, steps: int) -> Callable:
    """Return the answer of a walk on the scaled features, worked out without its steps."""

    def wrong(X, y):
        Z, mu, sigma = standardize(X)
        return unstandardize(*fits.fitted(Z, y, lr, steps), mu, sigma)

    return wrong


def _b(label: str, hint: str, b: Callable) -> Mistake:
    """Return the mistake of another b beside the right weights; it is made of w, X and y."""
    return answered(label, hint, lambda fit, X, y: (fit[0], b(fit[0], X, y)))


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n = int(rng.integers(8, 12))
    X, y = drawn.array(rng, n, 4, low=1, high=5), drawn.array(rng, n, low=2, high=9)
    # The second column is no multiple of the first, whatever is drawn.
    steps = np.arange(11)
    whole = np.column_stack([steps + int(rng.integers(1, 5)), (steps - 2) ** 2 + (steps == 4)])
    # Two columns that say almost the same, where a walk hardly gets on, however they are scaled.
    nearly = np.column_stack([X[:, 0], X[:, 0] + X[:, 1] / 50])
    return [
        Probe((X, y), shows="four features"),
        # So short that even 1e-8 on the diagonal of their products gives another plane.
        Probe((nearly * np.array([0.05, 5.0]), -y), shows="features of different units"),
        Probe((X[:, :1], y), shows="a single feature"),
        Probe((whole, drawn.whole(rng, 11)), shows="a table of whole numbers"),
        Probe((X[:, 1:], y / 2000), shows="small weights, in all their digits"),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    instead("no-intercept",
        "your plane is forced through zero; which column of the table would belong to b?",
        lambda X, y: (_through_zero(X, y), 0.0)),
    instead("no-intercept-weights-only",
        "your plane is forced through zero, and b is missing; which column would belong to b?",
        _through_zero),
    instead("no-column-of-ones",
        "no column of ones stands beside the features; your b is the weight of one of them",
        lambda X, y: (_through_zero(X, y)[:-1], _through_zero(X, y)[-1]),
        lambda X, y: (_through_zero(X, y)[1:], _through_zero(X, y)[0])),
    instead("intercept-after", "find b together with the weights, not after a fit through zero",
        lambda X, y: (_through_zero(X, y), np.mean(y - X @ _through_zero(X, y)))),
    answered("one-vector", "return the weights and the intercept apart: two things",
        lambda fit: np.append(*fit)),
    answered("one-vector-b-first", "return the weights and the intercept apart: two things",
        lambda fit: np.append(fit[1], fit[0])),
    answered("swapped", "return the weights first and the intercept second",
        lambda fit: fit[::-1]),
    *fits.ones_first(),
    answered("sign-flipped", "your plane predicts the right numbers with the wrong sign",
        lambda fit: (-fit[0], -fit[1])),
    _b("b-is-the-mean", "b is the mean of y where every feature has mean 0; here they have not",
        lambda w, X, y: np.mean(y)),
    _b("b-sign",
        "the best plane goes through the middle of the data: with which sign do the means of X "
        "enter b?", lambda w, X, y: np.mean(y) + np.mean(X, axis=0) @ w),
    _b("mean-of-everything",
        "each feature has its own mean; yours is one number for the whole table",
        lambda w, X, y: np.mean(y) - np.sum(np.mean(X) * w)),
    _b("b-from-the-first-row", "the plane need not meet the first example exactly",
        lambda w, X, y: y[0] - X[0] @ w),
    _b("b-dropped", "b is not zero; it was found together with the weights", lambda w, X, y: 0.0),
    instead("one-at-a-time", "the features share the work; all weights must be found together",
        _one_at_a_time),
    asked("still-scaled", "these weights belong to scaled features; return those for X as it is",
        X=lambda X: standardize(X)[0]),
    answered("scaled-weights-right-b",
        "these weights belong to scaled features; return those for X as it is",
        lambda fit, X: (fit[0] * np.std(X, axis=0), fit[1])),
    instead("not-solved",
        "that is only the right-hand side of the equations; they must still be solved",
        lambda X, y: (X.T @ y, np.sum(y))),
    instead("ridge",
        "something was added to the matrix: what comes out no longer has the lowest loss",
        *(_ridge(added, to_b=to_b) for to_b in (True, False) for added in (1.0, 0.5, 10, 100))),
    instead("little-added-to-the-matrix",
        "solve the equations as they are: where columns say almost the same, even a little that "
        "is added to the matrix gives another plane",
        *(_ridge(added, to_b=to_b) for to_b in (True, False)
            for added in (0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9))),
    instead("all-that-lstsq-returns",
        "lstsq returns four things; the weights and the intercept are in the first", _all_of_lstsq,
        lambda X, y: (_all_of_lstsq(X, y)[:-1], _all_of_lstsq(X, y)[-1]),
        lambda X, y: _all_of_lstsq(X, y)[:2]),
    stops("table-not-square",
        "`np.linalg.solve` and `np.linalg.inv` need as many rows as columns; which product makes "
        "a square table of A?", "must be square"),
    instead("first-rows-only", "every example counts, not only as many as there are weights",
        _first_rows),
    answered("predictions", "you return what the plane predicts, not its weights",
        lambda fit, X: X @ fit[0] + fit[1]),
    answered("w-only", "return two things: b is missing", lambda fit: fit[0]),
    answered("column-for-w",
        "let w be of shape (d,), a row of d numbers, and not a table of d rows",
        lambda fit: (fit[0][:, None], fit[1]), lambda fit: (fit[0][:, None], np.array([fit[1]]))),
    answered("loss-too", "return w and b, and nothing more",
        lambda fit, X, y: (*fit, mean_squared_error(X, y, *fit))),
    instead("whole-numbers-cut-off", numbers.WHOLE, _cut_centred,
        lambda X, y: (fits.cut(solved(X, y)[0], X), solved(X, y)[1]), _cut_all),
    instead("walked",
        "no steps are wanted here: a walk is still on its way after many of them; what gives the "
        "lowest point at once?",
        *(_walked(lr, steps)
            for lr in (0.1, 0.01, 0.3) for steps in (1000, 5000, 500, 2000, 10_000))),
    numbers.rounded(2, 3, 4, 1, 5, 6),
)
# fmt: on

closed_form = Exercise(
    name="closed_form",
    points=(2, 2),
    parts=("w", "b"),
    reference=solved,
    examples=(
        Probe((TABLE, TARGETS), shows="two features"),
        Probe((ROOMS.x, ROOMS.y), shows="the houses with rooms"),
        Probe((WHOLE_TABLE, WHOLE_TARGETS), shows="a table of whole numbers"),
        Probe((EXAM.x[:, None], EXAM.y), shows="a single feature"),
    ),
    draw=_fresh,
    # A solver of these equations is one way that the lesson shows; so is scaling first.
    may_use=(
        "numpy.lstsq",
        "scipy.linalg",
        "course.regression.standardize",
        "course.regression.unstandardize",
        "course.regression.predictions",
        "course.regression.mean_squared_error",
    ),
    mistakes=MISTAKES,
)
