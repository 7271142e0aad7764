"""Exercises of lesson 05: linear regression with one feature and with several."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course import data
from course.checks.compare import difference
from course.checks.engine import Call, Exercise, Mistake, Probe
from course.descent import descend
from course.landscapes import squared_error
from course.regression import (
    gradients,
    least_squares,
    mean_squared_error,
    standardize,
    unstandardize,
)

LESSON = "05_linear_regression"

HOUSES = data.five_houses()
POINTS = data.five_points()
NOISY = data.noisy_line()
ROOMS = data.houses_with_rooms()
EXAM = data.exam_scores()

SMALL_X, SMALL_Y = np.array([1.0, 2.0, 4.0]), np.array([2.0, 4.3, 3.1])


def _drawn(rng: np.random.Generator, *shape: int, low=-2.0, high=4.0) -> np.ndarray:
    return np.round(rng.uniform(low, high, size=shape), 2)


def _number(rng: np.random.Generator, low: float, high: float, digits: int = 2) -> float:
    return round(float(rng.uniform(low, high)), digits)


# mse(x, y, w, b)


def _of_errors(answer: Callable) -> Callable:
    """Return a wrong mse: `answer` of the errors."""
    return lambda x, y, w, b: answer(w * x + b - y)


def _losses(rng: np.random.Generator) -> list[Probe]:
    n, m = (int(v) for v in rng.integers(6, 12, size=2))
    return [
        Probe(
            (_drawn(rng, n), _drawn(rng, n, low=1, high=9), _number(rng, 1.2, 3), 1.3),
            shows="other points",
        ),
        Probe(
            (_drawn(rng, m), _drawn(rng, m), _number(rng, -2, -0.4), _number(rng, -3, -1)),
            shows="a line that falls",
        ),
        Probe(
            (_drawn(rng, 2, low=1), _drawn(rng, 2, low=5, high=9), 0.35, _number(rng, 10, 20)),
            shows="two points",
        ),
    ]


mse = Exercise(
    name="mse",
    points=(1, 1),
    reference=mean_squared_error,
    examples=(
        Probe((HOUSES.x, HOUSES.y, 0.05, 100.0), shows="the five houses, loss 6875"),
        Probe((SMALL_X, SMALL_Y, 2.0, -1.5), shows="errors of both signs"),
        Probe((POINTS.x, POINTS.y, 2.0, 1.0), shows="a line without any error", weight=0.5),
    ),
    draw=_losses,
    mistakes=(
        Mistake(
            "mse.sum-for-mean",
            "the M stands for mean: how many examples share the sum?",
            _of_errors(lambda e: np.sum(e**2)),
        ),
        Mistake(
            "mse.largest-only",
            "every example counts, not the worst one alone",
            _of_errors(lambda e: np.max(e**2)),
        ),
        Mistake(
            "mse.spread-of-the-errors",
            "the spread of the errors forgets that they may all be too high or too low",
            _of_errors(lambda e: np.var(e)),
        ),
        Mistake(
            "mse.half",
            "you halve the loss; some texts do, but this one is the plain mean",
            _of_errors(lambda e: np.mean(e**2) / 2),
        ),
        Mistake(
            "mse.root",
            "that is the root of the loss; the root is for reading it, not for the loss itself",
            _of_errors(lambda e: np.sqrt(np.mean(e**2))),
        ),
        Mistake(
            "mse.absolute",
            "errors count with their squares here, not with their sizes",
            _of_errors(lambda e: np.mean(np.abs(e))),
        ),
        Mistake(
            "mse.not-squared",
            "without the squares, errors above and below the line cancel",
            _of_errors(np.mean),
        ),
        Mistake(
            "mse.square-of-the-mean",
            "which comes first, the square or the mean? Try errors of +1 and −1",
            _of_errors(lambda e: np.mean(e) ** 2),
        ),
        Mistake(
            "mse.square-of-the-sum",
            "which comes first, the square or the sum? Try errors of +1 and −1",
            _of_errors(lambda e: np.sum(e) ** 2 / len(e)),
        ),
        Mistake(
            "mse.not-averaged",
            "you return one square for each example; the loss is a single number",
            _of_errors(lambda e: e**2),
        ),
        Mistake(
            "mse.b-ignored",
            "the prediction has two parts; one of the weights is never used",
            lambda x, y, w, b: np.mean((w * x - y) ** 2),
        ),
        Mistake(
            "mse.b-subtracted",
            "look at the sign of b in the prediction",
            lambda x, y, w, b: np.mean((w * x - b - y) ** 2),
        ),
        Mistake(
            "mse.weights-swapped",
            "which of the two weights is multiplied by x?",
            lambda x, y, w, b: np.mean((b * x + w - y) ** 2),
        ),
        Mistake(
            "mse.inputs-swapped",
            "the line predicts y from x, not x from y",
            lambda x, y, w, b: np.mean((w * y + b - x) ** 2),
        ),
        Mistake(
            "mse.added",
            "an error is the prediction minus the target",
            lambda x, y, w, b: np.mean((w * x + b + y) ** 2),
        ),
        Mistake(
            "mse.only-y-squared",
            "a power binds before a minus; put the whole error in brackets",
            lambda x, y, w, b: np.mean(w * x + b - y**2),
        ),
        Mistake(
            "mse.squares-subtracted",
            "take the difference first and square it after",
            lambda x, y, w, b: np.mean((w * x + b) ** 2 - y**2),
        ),
        Mistake(
            "mse.n-minus-one",
            "divide by how many examples there are, not by one less",
            _of_errors(lambda e: np.sum(e**2) / (len(e) - 1)),
        ),
        Mistake(
            "mse.return-in-the-loop",
            "a `return` inside the loop ends it after the first example",
            _of_errors(lambda e: e[0] ** 2 / len(e)),
        ),
        Mistake(
            "mse.overwritten-total",
            "each round of the loop throws the total away; it should add to it",
            _of_errors(lambda e: e[-1] ** 2 / len(e)),
        ),
        Mistake(
            "mse.negative",
            "a mean of squares cannot be below zero",
            _of_errors(lambda e: -np.mean(e**2)),
        ),
        Mistake(
            "mse.weights-fixed",
            "the caller chooses w and b; your answer does not change with them",
            lambda x, y, w, b: np.mean((0.05 * x + 100 - y) ** 2),
        ),
        Mistake(
            "mse.rounded",
            "do not round inside the function; rounding is for printing",
            _of_errors(lambda e: round(float(np.mean(e**2)), 2)),
        ),
        Mistake(
            "mse.integer",
            "`//` and `int` throw away the part after the point",
            _of_errors(lambda e: np.sum(e**2) // len(e)),
        ),
    ),
)


# gradients(x, y, w, b)


def _of_slopes(answer: Callable) -> Callable:
    """Return wrong gradients: `answer` of the right dw and db, and of n."""
    return lambda x, y, w, b: answer(*gradients(x, y, w, b), len(y))


def _of_terms(answer: Callable) -> Callable:
    """Return wrong gradients: `answer` of the inputs and the errors."""
    return lambda x, y, w, b: answer(x, w * x + b - y)


def _ahead(x, y, w, b, h=1e-4):
    here = mean_squared_error(x, y, w, b)
    return (
        (mean_squared_error(x, y, w + h, b) - here) / h,
        (mean_squared_error(x, y, w, b + h) - here) / h,
    )


def _more_slopes(rng: np.random.Generator) -> list[Probe]:
    n, m = (int(v) for v in rng.integers(6, 12, size=2))
    return [
        Probe(
            (_drawn(rng, n), _drawn(rng, n, low=5, high=9), _number(rng, 0.5, 2), 1.2),
            shows="other points",
        ),
        Probe(
            (_drawn(rng, m), _drawn(rng, m), _number(rng, -3, -1), _number(rng, 4, 7)),
            shows="a line that falls",
        ),
        Probe(
            (_drawn(rng, 2, low=1), _drawn(rng, 2, low=-5, high=0), 0.3, _number(rng, 1, 2)),
            shows="two points",
        ),
    ]


_gradients = Exercise(
    name="gradients",
    points=(2, 2),
    reference=gradients,
    examples=(
        Probe((HOUSES.x, HOUSES.y, 0.05, 100.0), shows="the five houses, −275000 and −150"),
        Probe((SMALL_X, SMALL_Y, 2.0, -1.5), shows="errors of both signs"),
        Probe((POINTS.x, POINTS.y, 2.5, -2.0), shows="a slope too large, an intercept too small"),
        Probe((POINTS.x, POINTS.y, 2.0, 1.0), shows="flat ground at the best line", weight=0.5),
    ),
    draw=_more_slopes,
    mistakes=(
        Mistake(
            "gradients.sign-flipped",
            "where the line is too low, both slopes must be below zero: what is subtracted from "
            "what?",
            _of_slopes(lambda dw, db, n: (-dw, -db)),
        ),
        Mistake(
            "gradients.signs-only",
            "how steep it is counts, not only which way it falls",
            _of_slopes(lambda dw, db, n: (np.sign(dw), np.sign(db))),
        ),
        Mistake(
            "gradients.factor-2-missing",
            "the slope of a square brings a factor in front",
            _of_slopes(lambda dw, db, n: (dw / 2, db / 2)),
        ),
        Mistake(
            "gradients.sum-for-mean",
            "the loss is a mean, so its slopes are means too",
            _of_slopes(lambda dw, db, n: (n * dw, n * db)),
        ),
        Mistake(
            "gradients.swapped",
            "return the slope of w first and that of b second",
            _of_slopes(lambda dw, db, n: (db, dw)),
        ),
        Mistake(
            "gradients.x-missing",
            "how much does the prediction change when w changes by 1? That belongs into dw",
            _of_slopes(lambda dw, db, n: (db, db)),
        ),
        Mistake(
            "gradients.x-in-both",
            "how much does the prediction change when b changes by 1? It is not x",
            _of_slopes(lambda dw, db, n: (dw, dw)),
        ),
        Mistake(
            "gradients.b-ignored",
            "the prediction has two parts; b is never used",
            lambda x, y, w, b: gradients(x, y, w, 0.0),
        ),
        Mistake(
            "gradients.factor-2-missing-in-dw",
            "one of your two slopes lacks its factor",
            _of_slopes(lambda dw, db, n: (dw / 2, db)),
        ),
        Mistake(
            "gradients.factor-2-missing-in-db",
            "one of your two slopes lacks its factor",
            _of_slopes(lambda dw, db, n: (dw, db / 2)),
        ),
        Mistake(
            "gradients.sum-in-dw",
            "one of your two slopes is a sum, not a mean",
            _of_slopes(lambda dw, db, n: (n * dw, db)),
        ),
        Mistake(
            "gradients.sum-in-db",
            "one of your two slopes is a sum, not a mean",
            _of_slopes(lambda dw, db, n: (dw, n * db)),
        ),
        Mistake(
            "gradients.sum-without-2",
            "two things are missing before the sums: a factor, and what makes a mean of a sum",
            _of_slopes(lambda dw, db, n: (n * dw / 2, n * db / 2)),
        ),
        Mistake(
            "gradients.divided-by-2n",
            "does the 2 belong above the line or below it?",
            _of_slopes(lambda dw, db, n: (dw / 4, db / 4)),
        ),
        Mistake(
            "gradients.means-multiplied",
            "multiply each error by its own x before you take the mean",
            _of_terms(lambda x, e: (2 * np.mean(e) * np.mean(x), 2 * np.mean(e))),
        ),
        Mistake(
            "gradients.times-w",
            "the errors in dw are weighted with the inputs, not with the weight",
            lambda x, y, w, b: (
                2 * np.mean((w * x + b - y) * w),
                2 * np.mean(w * x + b - y),
            ),
        ),
        Mistake(
            "gradients.times-y",
            "the errors in dw are weighted with the inputs, not with the targets",
            lambda x, y, w, b: (
                2 * np.mean((w * x + b - y) * y),
                2 * np.mean(w * x + b - y),
            ),
        ),
        Mistake(
            "gradients.errors-squared",
            "the square is in the loss; its slope has the error itself",
            _of_terms(lambda x, e: (2 * np.mean(e**2 * x), 2 * np.mean(e**2))),
        ),
        Mistake(
            "gradients.absolute-errors",
            "keep the sign of each error: it says which way to go",
            _of_terms(lambda x, e: (2 * np.mean(np.abs(e) * x), 2 * np.mean(np.abs(e)))),
        ),
        Mistake(
            "gradients.sign-of-dw",
            "one of your two slopes has the wrong sign",
            _of_slopes(lambda dw, db, n: (-dw, db)),
        ),
        Mistake(
            "gradients.sign-of-db",
            "one of your two slopes has the wrong sign",
            _of_slopes(lambda dw, db, n: (dw, -db)),
        ),
        Mistake(
            "gradients.n-minus-one",
            "divide by how many examples there are, not by one less",
            _of_slopes(lambda dw, db, n: (dw * n / (n - 1), db * n / (n - 1))),
        ),
        Mistake(
            "gradients.not-averaged",
            "you return a slope for every example; the loss has one slope for each weight",
            _of_terms(lambda x, e: (2 * e * x, 2 * e)),
        ),
        Mistake(
            "gradients.dw-only",
            "return two numbers: b has a slope, too",
            _of_slopes(lambda dw, db, n: dw),
        ),
        Mistake(
            "gradients.return-in-the-loop",
            "a `return` inside the loop ends it after the first example",
            _of_terms(lambda x, e: (2 * e[0] * x[0] / len(e), 2 * e[0] / len(e))),
        ),
        Mistake(
            "gradients.overwritten-total",
            "each round of the loop throws the totals away; it should add to them",
            _of_terms(lambda x, e: (2 * e[-1] * x[-1] / len(e), 2 * e[-1] / len(e))),
        ),
        Mistake(
            "gradients.forward-difference",
            "a slope measured by looking ahead is slightly off; use the formulas",
            _ahead,
        ),
        Mistake(
            "gradients.weights-fixed",
            "the caller chooses w and b; your answer does not change with them",
            lambda x, y, w, b: gradients(x, y, 0.05, 100.0),
        ),
        Mistake(
            "gradients.rounded",
            "do not round inside the function; rounding is for printing",
            _of_slopes(lambda dw, db, n: (round(float(dw), 2), round(float(db), 2))),
        ),
        Mistake(
            "gradients.integer",
            "`//` and `int` throw away the part after the point",
            _of_terms(lambda x, e: (2 * np.sum(e * x) // len(e), 2 * np.sum(e) // len(e))),
        ),
    ),
)


# The walk behind fit and fit_gd, and what goes wrong in it


def _walk(X, y, lr, steps, *, slopes: Callable | None = None, start=0.0) -> np.ndarray:
    """Return all weights (w…, b) of a walk from `start`, shape (steps + 1, d + 1).

    `slopes` replaces the right gradients: called with (X, y, w, b, lr), it returns (dw, db).
    """
    landscape = squared_error(X, y)
    changed = slopes and (lambda v: np.append(*slopes(X, y, v[:-1], v[-1], lr)))
    start = np.full(landscape.dimensions, start)
    return descend(landscape, start, lr, steps, gradient=changed).weights


def _plane(X, y, lr=0.1, steps=1000, **how):
    """Return (w, b) of shapes (d,) and () after a walk; fit_gd is this."""
    *w, b = _walk(X, y, lr, steps, **how)[-1]
    return np.array(w), float(b)


def _line(x, y, lr=0.01, steps=500, **how):
    """Return the numbers (w, b) after a walk with one feature; fit is this."""
    (w,), b = _plane(x[:, None], y, lr, steps, **how)
    return float(w), b


def _times(of_w: float, of_b: float) -> Callable:
    def slopes(X, y, w, b, lr):
        dw, db = gradients(X, y, w, b)
        return of_w * dw, of_b * db

    return slopes


def _summed(X, y, w, b, lr):
    return _times(len(y), len(y))(X, y, w, b, lr)


def _stale(X, y, w, b, lr):
    return gradients(X, y, np.zeros_like(w), 0.0)


def _sees_new_w(X, y, w, b, lr):
    dw = gradients(X, y, w, b)[0]
    return dw, gradients(X, y, w - lr * dw, b)[1]


def _sees_new_b(X, y, w, b, lr):
    db = gradients(X, y, w, b)[1]
    return gradients(X, y, w, b - lr * db)[0], db


def _example_by_example(X, y, w, b, lr):
    """Step after each example; return the slopes that lead to the same place in one step."""
    new_w, new_b = w, b
    for row, target in zip(X, y, strict=True):
        slope = 2 * (row @ new_w + new_b - target)
        new_w, new_b = new_w - lr * slope * row, new_b - lr * slope
    return (w - new_w) / lr, (b - new_b) / lr


def _weight_by_weight(X, y, w, b, lr):
    new_w = w.copy()
    for i in range(len(w)):
        new_w[i] -= lr * gradients(X, y, new_w, b)[0][i]
    return (w - new_w) / lr, gradients(X, y, new_w, b)[1]


def _b_not_in_prediction(X, y, w, b, lr):
    return gradients(X, y, w, 0.0)


def _x_missing(X, y, w, b, lr):
    db = gradients(X, y, w, b)[1]
    return np.full_like(w, db), db


def _last_example(X, y, w, b, lr):
    return gradients(X[-1:], y[-1:], w, b)


def _one_slope(X, y, w, b, lr):
    dw, db = gradients(X, y, w, b)
    return np.full_like(w, np.mean(dw)), db


WRONG_SLOPES = (
    ("sign-flipped", "your walk goes uphill; which sign goes against the slope?", _times(-1, -1)),
    (
        "factor-2-missing",
        "your steps are half as long as they should be; the slope of a square brings a factor",
        _times(0.5, 0.5),
    ),
    ("sum-for-mean", "the slopes are means over the examples, not sums", _summed),
    (
        "sequential",
        "measure both slopes at the same place; yours for b already sees the new w",
        _sees_new_w,
    ),
    (
        "sequential-b-first",
        "measure both slopes at the same place; yours for w already sees the new b",
        _sees_new_b,
    ),
    ("stale-gradient", "the slopes change as you walk; measure them again at every step", _stale),
    ("b-not-moved", "the intercept never leaves zero", _times(1, 0)),
    ("w-not-moved", "only the intercept moves; w never leaves zero", _times(0, 1)),
    ("b-not-in-prediction", "you measure the errors without the intercept", _b_not_in_prediction),
    ("x-missing", "how much does a prediction change when w changes by 1?", _x_missing),
    ("factor-2-missing-in-dw", "one of your two slopes lacks its factor", _times(0.5, 1)),
    ("factor-2-missing-in-db", "one of your two slopes lacks its factor", _times(1, 0.5)),
    (
        "each-example",
        "take one step for all examples together, not one after each example",
        _example_by_example,
    ),
    ("last-example-only", "only the last example moves your weights", _last_example),
)


def _walk_mistakes(
    name: str, fit: Callable, lr: float, steps: int, other_lrs, other_steps
) -> tuple[Mistake, ...]:
    """Return the mistakes that fit and fit_gd share, for these right defaults."""

    def mistake(label, hint, wrong):
        return Mistake(f"{name}.{label}", hint, wrong)

    def changed(slopes):
        return lambda X, y, lr=lr, steps=steps: fit(X, y, lr, steps, slopes=slopes)

    def rate_given(other):
        return lambda X, y, lr=other, steps=steps: fit(X, y, lr, steps)

    def steps_given(other):
        return lambda X, y, lr=lr, steps=other: fit(X, y, lr, steps)

    def result(change):
        return lambda X, y, lr=lr, steps=steps: change(X, y, *fit(X, y, lr, steps))

    rate = f"the default learning rate must be {lr:g}"
    count = f"the default number of steps must be {steps}"
    return (
        *(mistake("other-default-rate", rate, rate_given(other)) for other in other_lrs),
        *(mistake("other-default-steps", count, steps_given(other)) for other in other_steps),
        mistake("swapped", "return w first and b second", result(lambda X, y, w, b: (b, w))),
        *(mistake(label, hint, changed(slopes)) for label, hint, slopes in WRONG_SLOPES),
        mistake(
            "one-step-too-many",
            "count your steps: there must be as many as the caller says",
            lambda X, y, lr=lr, steps=steps: fit(X, y, lr, steps + 1),
        ),
        mistake(
            "one-step-too-few",
            "count your steps: there must be as many as the caller says",
            lambda X, y, lr=lr, steps=steps: fit(X, y, lr, max(steps - 1, 0)),
        ),
        mistake(
            "rate-fixed",
            f"the caller chooses the learning rate; yours is always {lr:g}",
            lambda X, y, rate=None, steps=steps, **other: fit(X, y, lr, steps),
        ),
        mistake(
            "steps-fixed",
            f"the caller chooses the number of steps; yours are always {steps}",
            lambda X, y, lr=lr, count=None, **other: fit(X, y, lr, steps),
        ),
        mistake(
            "rate-missing",
            "a step is the learning rate times the slope; the rate is missing",
            lambda X, y, rate=None, steps=steps, **other: fit(X, y, 1.0, steps),
        ),
        mistake(
            "start-not-zero",
            "the walk must start at zero; yours starts at one",
            lambda X, y, lr=lr, steps=steps: fit(X, y, lr, steps, start=1.0),
        ),
        mistake(
            "loss-too",
            "return w and b, and nothing more",
            result(lambda X, y, w, b: (w, b, mean_squared_error(X, y, w, b))),
        ),
        mistake("w-only", "return two things: b is missing", result(lambda X, y, w, b: w)),
        mistake(
            "rounded",
            "do not round inside the function; rounding is for printing",
            result(lambda X, y, w, b: (np.round(w, 2), round(b, 2))),
        ),
        mistake(
            "closed-form",
            "that is the best line itself; here the question is where the walk is after its steps",
            lambda X, y, lr=lr, steps=steps: least_squares(X, y),
        ),
    )


# fit(x, y, lr=0.01, steps=500)


def _more_lines(rng: np.random.Generator) -> list[Probe]:
    n = int(rng.integers(5, 9))
    x = _drawn(rng, n, low=0, high=3)
    y = _drawn(rng, n, low=2, high=8)
    lr = _number(rng, 0.02, 0.06, 3)
    return [
        Probe((x, y), {"lr": lr, "steps": int(rng.integers(3, 7))}, "other points, few steps"),
        Probe((x - 1, -y, lr / 2, int(rng.integers(20, 30))), shows="a line that falls"),
        Probe((x, y), shows="rate 0.01 and 500 steps where none are given"),
        # A line without errors: its loss is tiny long before the walk has arrived.
        Probe((POINTS.x, 3 * POINTS.x - 7, 0.03, 500), shows="a long walk", weight=0.5),
        Probe((x, y, lr, 0), shows="no step at all", weight=0.5),
    ]


fit = Exercise(
    name="fit",
    points=(3, 3),
    reference=_line,
    examples=(
        Probe((POINTS.x, POINTS.y, 0.02, 3), shows="three steps on five points"),
        Probe((SMALL_X, -SMALL_Y), {"lr": 0.05, "steps": 10}, "ten steps on a falling line"),
        Probe((NOISY.x, NOISY.y), shows="the 200 points, with rate 0.01 and 500 steps"),
        Probe((POINTS.x, POINTS.y), shows="five points, with the same rate and steps"),
        Probe((POINTS.x, POINTS.y, 0.02, 800), shows="a long walk", weight=0.5),
        Probe((POINTS.x, POINTS.y), {"steps": 0}, "no step at all", weight=0.5),
    ),
    draw=_more_lines,
    mistakes=(
        *_walk_mistakes("fit", _line, 0.01, 500, (0.1, 0.001), (100, 1000)),
        Mistake(
            "fit.every-step-returned",
            "return the last w and b, not all on the way",
            lambda x, y, lr=0.01, steps=500: list(_walk(x, y, lr, steps)),
        ),
        Mistake(
            "fit.gradients-returned",
            "you return the slopes, not the weights",
            lambda x, y, lr=0.01, steps=500: gradients(x, y, *_line(x, y, lr, steps)),
        ),
        Mistake(
            "fit.integer",
            "`//` and `int` throw away the part after the point",
            lambda x, y, lr=0.01, steps=500: tuple(int(v) for v in _line(x, y, lr, steps)),
        ),
    ),
)


# What an article got wrong: 0.08·size + 110 for houses that lie on a line exactly


def _strictly(expected: float) -> Callable[[Call], str | None]:
    """Return a judge of one value, stricter than the visible check."""

    def judge(call: Call) -> str | None:
        same = difference(float(expected), call.result) is None
        return None if same else "the value with four right digits after the point"

    return judge


def _asked(values: dict[str, float], shows: dict[str, str], *, strict: bool) -> list[Probe]:
    return [
        Probe(
            (name,),
            shows=shows[name],
            judge=_strictly(value) if strict else None,
        )
        for name, value in values.items()
    ]


ARTICLE_LINE = (0.08, 110.0)
_article_errors = ARTICLE_LINE[0] * HOUSES.x + ARTICLE_LINE[1] - HOUSES.y
_article_loss = mean_squared_error(HOUSES.x, HOUSES.y, *ARTICLE_LINE)
_houses = {
    "houses_w": HOUSES.truth["slope"],
    "houses_b": HOUSES.truth["intercept"],
    "article_loss": _article_loss,
}
_houses_shown = {
    "houses_w": "the slope of the best line",
    "houses_b": "its intercept",
    "article_loss": "the loss of the article's line",
}


def _other_loss(label: str, hint: str, loss: float) -> Mistake:
    return Mistake(f"article_houses.{label}", hint, (_houses | {"article_loss": loss}).get)


article_houses = Exercise(
    name="article_houses",
    points=(1, 1),
    values=tuple(_houses),
    reference=_houses.get,
    examples=_asked(_houses, _houses_shown, strict=False),
    draw=lambda rng: _asked(_houses, _houses_shown, strict=True),
    mistakes=(
        Mistake(
            "article_houses.believed-the-article",
            "that is the article's line; put all five houses into it and look at the errors",
            (_houses | {"houses_w": ARTICLE_LINE[0], "houses_b": ARTICLE_LINE[1]}).get,
        ),
        Mistake(
            "article_houses.dollars",
            "keep the table's units: prices in thousands of dollars",
            {"houses_w": 100.0, "houses_b": 1e5, "article_loss": 1e6 * _article_loss}.get,
        ),
        Mistake(
            "article_houses.swapped",
            "which of the two is multiplied by the size?",
            (_houses | {"houses_w": 100.0, "houses_b": 0.1}).get,
        ),
        Mistake(
            "article_houses.not-arrived",
            "that is where a walk from zero is after 1000 steps; it has far to go. Two of the "
            "houses are enough to find the line by hand",
            (
                _houses | dict(zip(_houses, _line(HOUSES.x, HOUSES.y, 1e-7, 1000), strict=False))
            ).get,
        ),
        _other_loss(
            "loss-of-the-best-line",
            "that is the loss of the best line; the article's line is another",
            0.0,
        ),
        _other_loss(
            "loss-of-the-first-guess",
            "that is the loss of the first guess, 0.05 and 100; the article ends at 0.08 and 110",
            mean_squared_error(HOUSES.x, HOUSES.y, 0.05, 100.0),
        ),
        _other_loss(
            "sum-for-mean",
            "the loss is the mean of the squares, not their sum",
            5 * _article_loss,
        ),
        _other_loss("half", "you halve the loss; this one is the plain mean", _article_loss / 2),
        _other_loss(
            "root", "that is the root of the loss, not the loss itself", _article_loss**0.5
        ),
        _other_loss(
            "not-squared",
            "that is a mean of errors; the loss is a mean of their squares",
            float(np.mean(_article_errors)),
        ),
        _other_loss(
            "absolute",
            "that is a mean of errors; the loss is a mean of their squares",
            float(np.mean(np.abs(_article_errors))),
        ),
        _other_loss(
            "three-houses-only",
            "the article checks three houses; the loss is over all five",
            float(np.mean(_article_errors[[0, 1, 4]] ** 2)),
        ),
    ),
    rtol=5e-4,
)


# scale(X)


def _scaled(center: Callable, spread: Callable) -> Callable:
    """Return a wrong scale: z = (X − center)/spread."""

    def answer(X):
        mu, sigma = center(X), spread(X)
        return (X - mu) / sigma, mu, sigma

    return answer


def _mean(X):
    return np.mean(X, axis=0)


def _std(X):
    return np.std(X, axis=0)


def _result_of_scale(change: Callable) -> Callable:
    return lambda X: change(X, *standardize(X))


def _tables(rng: np.random.Generator) -> list[Probe]:
    n, d = int(rng.integers(5, 9)), int(rng.integers(2, 4))
    units = 10.0 ** rng.integers(0, 4, size=d)
    return [
        Probe((_drawn(rng, n, d, low=1, high=5) * units,), shows="columns of other units"),
        Probe((_drawn(rng, 3, 3, low=-5, high=9),), shows="as many rows as columns"),
        Probe((_drawn(rng, n, 1, low=-9, high=3),), shows="a single column"),
    ]


scale = Exercise(
    name="scale",
    points=(2, 2),
    reference=standardize,
    examples=(
        Probe(
            (np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0], [7.0, 60.0]]),),
            shows="two columns of four rows",
        ),
        Probe((ROOMS.x,), shows="the houses with rooms"),
        Probe(
            (np.array([[1.0, 5.0, -2.0], [4.0, 5.5, 0.0], [2.0, 9.0, 4.0]]),),
            shows="as many rows as columns",
        ),
    ),
    draw=_tables,
    mistakes=(
        Mistake(
            "scale.n-minus-one",
            "divide by n inside the standard deviation, not by n − 1 (some libraries do that "
            "without asking)",
            _scaled(_mean, lambda X: np.std(X, axis=0, ddof=1)),
        ),
        Mistake(
            "scale.all-at-once",
            "each column has its own mean and its own spread; yours are one number for the table",
            _scaled(np.mean, np.std),
        ),
        Mistake(
            "scale.wrong-axis",
            "you average along each row; a mean belongs to a column",
            _scaled(lambda X: np.mean(X, axis=1), lambda X: np.std(X, axis=1)),
        ),
        Mistake(
            "scale.rows-for-columns",
            "you average along each row; a mean belongs to a column",
            _scaled(
                lambda X: np.mean(X, axis=1, keepdims=True),
                lambda X: np.std(X, axis=1, keepdims=True),
            ),
        ),
        Mistake(
            "scale.min-max",
            "that squeezes each column between 0 and 1; here it gets mean 0 and spread 1",
            _scaled(lambda X: np.min(X, axis=0), lambda X: np.ptp(X, axis=0)),
        ),
        Mistake(
            "scale.variance",
            "the variance has squared units; the standard deviation is its root",
            _scaled(_mean, lambda X: np.var(X, axis=0)),
        ),
        Mistake(
            "scale.range",
            "the spread is the standard deviation, not the largest minus the smallest",
            _scaled(_mean, lambda X: np.ptp(X, axis=0)),
        ),
        Mistake(
            "scale.not-centred",
            "the mean of each column of Z must be 0",
            _result_of_scale(lambda X, Z, mu, sigma: (X / sigma, mu, sigma)),
        ),
        Mistake(
            "scale.not-divided",
            "the spread of each column of Z must be 1",
            _result_of_scale(lambda X, Z, mu, sigma: (X - mu, mu, sigma)),
        ),
        Mistake(
            "scale.brackets",
            "a division binds before a minus; subtract the mean first",
            _result_of_scale(lambda X, Z, mu, sigma: (X - mu / sigma, mu, sigma)),
        ),
        Mistake(
            "scale.divided-first",
            "subtract the mean first and divide after",
            _result_of_scale(lambda X, Z, mu, sigma: (X / sigma - mu, mu, sigma)),
        ),
        Mistake(
            "scale.multiplied",
            "dividing by the spread makes it 1; multiplying makes it larger",
            _result_of_scale(lambda X, Z, mu, sigma: ((X - mu) * sigma, mu, sigma)),
        ),
        Mistake(
            "scale.sign-flipped",
            "a value above the mean must have a Z above zero",
            _result_of_scale(lambda X, Z, mu, sigma: (-Z, mu, sigma)),
        ),
        Mistake(
            "scale.spread-about-zero",
            "the standard deviation measures distances from the mean, not from zero",
            _scaled(_mean, lambda X: np.sqrt(np.mean(X**2, axis=0))),
        ),
        Mistake(
            "scale.mean-distance",
            "the standard deviation is the root of the mean of squares, not the mean distance",
            _scaled(_mean, lambda X: np.mean(np.abs(X - _mean(X)), axis=0)),
        ),
        Mistake(
            "scale.unit-length",
            "your columns have length 1; inside the root belongs a mean, not a sum",
            _scaled(_mean, lambda X: np.linalg.norm(X - _mean(X), axis=0)),
        ),
        Mistake(
            "scale.median",
            "subtract the mean, not the median",
            _scaled(lambda X: np.median(X, axis=0), _std),
        ),
        Mistake(
            "scale.largest",
            "divide by the standard deviation, not by the largest value",
            _scaled(_mean, lambda X: np.max(np.abs(X), axis=0)),
        ),
        Mistake(
            "scale.mu-and-sigma-swapped",
            "return the means second and the spreads third",
            _result_of_scale(lambda X, Z, mu, sigma: (Z, sigma, mu)),
        ),
        Mistake(
            "scale.Z-last",
            "return Z first, then the means, then the spreads",
            _result_of_scale(lambda X, Z, mu, sigma: (mu, sigma, Z)),
        ),
        Mistake(
            "scale.Z-only",
            "return three things: the means and the spreads are needed later",
            _result_of_scale(lambda X, Z, mu, sigma: Z),
        ),
        Mistake(
            "scale.variance-returned",
            "Z is right; the third result must be what you divided by",
            _result_of_scale(lambda X, Z, mu, sigma: (Z, mu, sigma**2)),
        ),
        Mistake(
            "scale.statistics-of-Z",
            "return the means and spreads of X; those of Z are always 0 and 1",
            _result_of_scale(lambda X, Z, mu, sigma: (Z, _mean(Z), _std(Z))),
        ),
        Mistake(
            "scale.rounded",
            "do not round inside the function; rounding is for printing",
            _result_of_scale(lambda X, Z, mu, sigma: (np.round(Z, 2), mu, sigma)),
        ),
    ),
)


# fit_gd(Z, y, lr=0.1, steps=1000)

TABLE = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.5], [2.0, 1.5], [0.0, -1.0], [1.0, 1.0]])
TARGETS = np.array([3.0, 5.0, 1.0, 9.0, 2.0, 6.5])


def _flat(Z: np.ndarray) -> np.ndarray:
    """Return Z with a second column so small that 1000 steps are not enough.

    Not centred: there the intercept of a diverging walk would be nothing but rounding.
    """
    return Z * np.array([1.0, 0.1])


def _more_planes(rng: np.random.Generator) -> list[Probe]:
    n = int(rng.integers(6, 10))
    Z, y = _drawn(rng, n, 3, low=-1, high=2), _drawn(rng, n, low=2, high=9)
    lr = _number(rng, 0.02, 0.08, 3)
    return [
        Probe((Z, y), {"lr": lr, "steps": int(rng.integers(3, 7))}, "three features, few steps"),
        Probe((Z[:, :2], -y, lr / 2, int(rng.integers(20, 30))), shows="targets below zero"),
        Probe((Z[:, :1], y, lr, 5), shows="a single feature"),
        Probe((_flat(Z[:, :2]), y), shows="rate 0.1 and 1000 steps where none are given"),
        Probe((Z, y, lr, 0), shows="no step at all", weight=0.5),
    ]


fit_gd = Exercise(
    name="fit_gd",
    points=(3, 3),
    reference=_plane,
    examples=(
        Probe((TABLE, TARGETS, 0.1, 2), shows="two steps with two features"),
        Probe((TABLE[:, ::-1], -TARGETS), {"lr": 0.05, "steps": 20}, "twenty steps"),
        Probe((standardize(ROOMS.x)[0], ROOMS.y), {"steps": 7}, "the scaled houses"),
        Probe((_flat(TABLE), TARGETS), shows="rate 0.1 and 1000 steps where none are given"),
        Probe((TABLE[:, :1], TARGETS), {"steps": 0}, "no step at all", weight=0.5),
    ),
    draw=_more_planes,
    mistakes=(
        *_walk_mistakes("fit_gd", _plane, 0.1, 1000, (0.01, 0.001), (500, 100)),
        Mistake(
            "fit_gd.weight-by-weight",
            "all weights move at once; yours are changed one after the other",
            lambda Z, y, lr=0.1, steps=1000: _plane(Z, y, lr, steps, slopes=_weight_by_weight),
        ),
        Mistake(
            "fit_gd.one-slope-for-all",
            "each weight has a slope of its own; yours all get the same mean",
            lambda Z, y, lr=0.1, steps=1000: _plane(Z, y, lr, steps, slopes=_one_slope),
        ),
        Mistake(
            "fit_gd.divided-by-d",
            "the mean is over the examples: divide by the number of rows, not of columns",
            lambda Z, y, lr=0.1, steps=1000: _plane(
                Z, y, lr, steps, slopes=_times(*(len(y) / Z.shape[1],) * 2)
            ),
        ),
        Mistake(
            "fit_gd.divided-by-all-entries",
            "the mean is over the examples: divide by the number of rows, not of all entries",
            lambda Z, y, lr=0.1, steps=1000: _plane(
                Z, y, lr, steps, slopes=_times(1 / Z.shape[1], 1)
            ),
        ),
        Mistake(
            "fit_gd.scaled-again",
            "do not scale inside: fit the features as they come",
            lambda Z, y, lr=0.1, steps=1000: _plane(standardize(Z)[0], y, lr, steps),
        ),
        Mistake(
            "fit_gd.b-is-the-mean",
            "the intercept walks as well, from zero; it is not the mean of y",
            lambda Z, y, lr=0.1, steps=1000: (
                _plane(Z, y - np.mean(y), lr, steps, slopes=_times(1, 0))[0],
                np.mean(y),
            ),
        ),
        Mistake(
            "fit_gd.one-vector",
            "return the weights and the intercept apart: two things",
            lambda Z, y, lr=0.1, steps=1000: np.append(*_plane(Z, y, lr, steps)),
        ),
    ),
)


# unscale(w, b, mu, sigma)


def _unscaled(of_w: Callable, of_b: Callable) -> Callable:
    """Return a wrong unscale from what it does to w and to b, both called with all arguments."""
    return lambda w, b, mu, sigma: (of_w(w, b, mu, sigma), of_b(w, b, mu, sigma))


def _right_w(w, b, mu, sigma):
    return w / sigma


def _right_b(w, b, mu, sigma):
    return b - np.sum(w * mu / sigma)


def _result_of_unscale(change: Callable) -> Callable:
    return lambda w, b, mu, sigma: change(*unstandardize(w, b, mu, sigma))


def _more_units(rng: np.random.Generator) -> list[Probe]:
    def arguments(d):
        return (
            _drawn(rng, d, low=1, high=6),
            _number(rng, 3, 9),
            _drawn(rng, d, low=2, high=9),
            _drawn(rng, d, low=1.3, high=5),
        )

    w, b, mu, sigma = arguments(4)
    return [
        Probe(arguments(2), shows="two features"),
        Probe((-w, b, mu, sigma), shows="four weights below zero"),
        Probe(arguments(1), shows="a single feature"),
    ]


unscale = Exercise(
    name="unscale",
    points=(2, 2),
    reference=unstandardize,
    examples=(
        Probe(
            (np.array([2.0, 3.0]), 50.0, np.array([10.0, 20.0]), np.array([2.0, 4.0])),
            shows="two features",
        ),
        Probe(
            (
                np.array([4.0, -1.5, 8.0]),
                7.25,
                np.array([3.4, 2.5, 4.1]),
                np.array([1.5, 2.5, 6.0]),
            ),
            shows="three features, one weight below zero",
        ),
        Probe(
            (np.array([5.0]), 1.5, np.array([-4.0]), np.array([2.5])),
            shows="a single feature with a mean below zero",
        ),
    ),
    draw=_more_units,
    mistakes=(
        Mistake(
            "unscale.b-not-corrected",
            "scaling also shifted every feature; where does that shift go?",
            _unscaled(_right_w, lambda w, b, mu, sigma: b),
        ),
        Mistake(
            "unscale.b-with-scaled-weights",
            "your w is right; look at which weights, old or new, the shift in b is made of",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - np.sum(w * mu)),
        ),
        Mistake(
            "unscale.b-sign",
            "put z = (x − mu)/sigma into w·z + b: with which sign does mu come out?",
            _unscaled(_right_w, lambda w, b, mu, sigma: b + np.sum(w * mu / sigma)),
        ),
        Mistake(
            "unscale.multiplied",
            "put z = (x − mu)/sigma into w·z + b: is x multiplied by sigma there, or divided?",
            _unscaled(
                lambda w, b, mu, sigma: w * sigma,
                lambda w, b, mu, sigma: b - np.sum(w * sigma * mu),
            ),
        ),
        Mistake(
            "unscale.multiplied-w-only",
            "put z = (x − mu)/sigma into w·z + b: is x multiplied by sigma there, or divided?",
            _unscaled(lambda w, b, mu, sigma: w * sigma, lambda w, b, mu, sigma: b),
        ),
        Mistake(
            "unscale.w-not-divided",
            "the weights must change too: put z = (x − mu)/sigma into w·z + b",
            _unscaled(lambda w, b, mu, sigma: w, lambda w, b, mu, sigma: b - np.sum(w * mu)),
        ),
        Mistake(
            "unscale.w-unchanged",
            "b is right, but the weights must change too",
            _unscaled(lambda w, b, mu, sigma: w, _right_b),
        ),
        Mistake(
            "unscale.nothing-done",
            "these are still the weights for the scaled features",
            _unscaled(lambda w, b, mu, sigma: w, lambda w, b, mu, sigma: b),
        ),
        Mistake(
            "unscale.not-summed",
            "the intercept is a single number; every feature adds to its shift",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - w * mu / sigma),
        ),
        Mistake(
            "unscale.mean-for-sum",
            "the shifts of the features add up; they are not averaged",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - np.mean(w * mu / sigma)),
        ),
        Mistake(
            "unscale.divided-twice",
            "the new weights are already divided by sigma; once is enough",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - np.sum(w * mu / sigma**2)),
        ),
        Mistake(
            "unscale.shift-not-weighted",
            "each mean shifts the prediction by its own weight times its size",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - np.sum(mu / sigma)),
        ),
        Mistake(
            "unscale.mean-subtracted",
            "each mean shifts the prediction by its own weight times its size",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - np.sum(mu)),
        ),
        Mistake(
            "unscale.like-a-feature",
            "w·sigma + mu brings a feature back; a weight goes the other way",
            _unscaled(lambda w, b, mu, sigma: w * sigma + mu, lambda w, b, mu, sigma: b),
        ),
        Mistake(
            "unscale.scaled-again",
            "you scale the weights like features; put z = (x − mu)/sigma into w·z + b instead",
            _unscaled(lambda w, b, mu, sigma: (w - mu) / sigma, lambda w, b, mu, sigma: b),
        ),
        Mistake(
            "unscale.variance",
            "sigma is the standard deviation already; it needs no square",
            _unscaled(
                lambda w, b, mu, sigma: w / sigma**2,
                lambda w, b, mu, sigma: b - np.sum(w * mu / sigma**2),
            ),
        ),
        Mistake(
            "unscale.root",
            "sigma is the standard deviation already; it needs no root",
            _unscaled(
                lambda w, b, mu, sigma: w / np.sqrt(sigma),
                lambda w, b, mu, sigma: b - np.sum(w * mu / np.sqrt(sigma)),
            ),
        ),
        Mistake(
            "unscale.first-feature-only",
            "every feature shifts the intercept, not the first one alone",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - w[0] * mu[0] / sigma[0]),
        ),
        Mistake(
            "unscale.last-feature-only",
            "every feature shifts the intercept, not the last one alone",
            _unscaled(_right_w, lambda w, b, mu, sigma: b - w[-1] * mu[-1] / sigma[-1]),
        ),
        Mistake(
            "unscale.b-dropped",
            "the intercept you were given is lost; the shift is subtracted from it",
            _unscaled(_right_w, lambda w, b, mu, sigma: -np.sum(w * mu / sigma)),
        ),
        Mistake(
            "unscale.swapped",
            "return w first and b second",
            _result_of_unscale(lambda w, b: (b, w)),
        ),
        Mistake(
            "unscale.w-only",
            "return two things: b is missing",
            _result_of_unscale(lambda w, b: w),
        ),
        Mistake(
            "unscale.one-vector",
            "return the weights and the intercept apart: two things",
            _result_of_unscale(lambda w, b: np.append(w, b)),
        ),
        Mistake(
            "unscale.rounded",
            "do not round inside the function; rounding is for printing",
            _result_of_unscale(lambda w, b: (np.round(w, 2), round(b, 2))),
        ),
        Mistake(
            "unscale.integer",
            "`//` and `int` throw away the part after the point",
            _unscaled(
                lambda w, b, mu, sigma: w // sigma,
                lambda w, b, mu, sigma: b - np.sum((w // sigma) * mu),
            ),
        ),
    ),
)


# closed_form(X, y)


def _with_ones(X) -> np.ndarray:
    return np.column_stack([X, np.ones(len(X))])


def _through_zero(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0]


def _one_at_a_time(X, y):
    w = np.array([least_squares(column, y)[0] for column in X.T])
    return w, np.mean(y) - np.mean(X, axis=0) @ w


def _ridge(X, y):
    A = _with_ones(X)
    *w, b = np.linalg.solve(A.T @ A + np.eye(A.shape[1]), A.T @ y)
    return np.array(w), b


def _result_of_closed_form(change: Callable) -> Callable:
    return lambda X, y: change(X, y, *least_squares(X, y))


def _more_tables(rng: np.random.Generator) -> list[Probe]:
    n = int(rng.integers(8, 12))
    X, y = _drawn(rng, n, 4, low=1, high=5), _drawn(rng, n, low=2, high=9)
    return [
        Probe((X, y), shows="four features"),
        Probe((X[:, :2] * np.array([1.0, 100.0]), -y), shows="features of different units"),
        Probe((X[:, :1], y), shows="a single feature"),
    ]


closed_form = Exercise(
    name="closed_form",
    points=(2, 2),
    reference=least_squares,
    examples=(
        Probe((TABLE, TARGETS), shows="two features"),
        Probe((ROOMS.x, ROOMS.y), shows="the houses with rooms"),
        Probe((EXAM.x[:, None], EXAM.y), shows="a single feature"),
    ),
    # NumPy's solver of these equations is one way that the lesson shows.
    may_use=("numpy.lstsq",),
    draw=_more_tables,
    mistakes=(
        Mistake(
            "closed_form.no-intercept",
            "your plane is forced through zero; which column of the table would belong to b?",
            lambda X, y: (_through_zero(X, y), 0.0),
        ),
        Mistake(
            "closed_form.no-intercept-weights-only",
            "your plane is forced through zero, and b is missing; which column would belong to b?",
            _through_zero,
        ),
        Mistake(
            "closed_form.intercept-after",
            "find b together with the weights, not after a fit through zero",
            lambda X, y: (_through_zero(X, y), np.mean(y - X @ _through_zero(X, y))),
        ),
        Mistake(
            "closed_form.one-vector",
            "return the weights and the intercept apart: two things",
            _result_of_closed_form(lambda X, y, w, b: np.append(w, b)),
        ),
        Mistake(
            "closed_form.one-vector-b-first",
            "return the weights and the intercept apart: two things",
            _result_of_closed_form(lambda X, y, w, b: np.append(b, w)),
        ),
        Mistake(
            "closed_form.swapped",
            "return the weights first and the intercept second",
            _result_of_closed_form(lambda X, y, w, b: (b, w)),
        ),
        Mistake(
            "closed_form.b-read-as-a-weight",
            "your column of ones stands first, so the intercept comes out first, not last",
            _result_of_closed_form(lambda X, y, w, b: (np.append(b, w[:-1]), w[-1])),
        ),
        Mistake(
            "closed_form.weight-read-as-b",
            "your column of ones stands last, so the intercept comes out last, not first",
            _result_of_closed_form(lambda X, y, w, b: (np.append(w[1:], b), w[0])),
        ),
        Mistake(
            "closed_form.b-is-the-mean",
            "b would be the mean of y only if every feature had mean 0",
            _result_of_closed_form(lambda X, y, w, b: (w, np.mean(y))),
        ),
        Mistake(
            "closed_form.b-sign",
            "the best plane goes through the middle of the data: with which sign do the means of "
            "X enter b?",
            _result_of_closed_form(lambda X, y, w, b: (w, np.mean(y) + np.mean(X, axis=0) @ w)),
        ),
        Mistake(
            "closed_form.mean-of-everything",
            "each feature has its own mean; yours is one number for the whole table",
            _result_of_closed_form(lambda X, y, w, b: (w, np.mean(y) - np.sum(np.mean(X) * w))),
        ),
        Mistake(
            "closed_form.b-from-the-first-row",
            "the plane need not meet the first example exactly",
            _result_of_closed_form(lambda X, y, w, b: (w, y[0] - X[0] @ w)),
        ),
        Mistake(
            "closed_form.b-dropped",
            "b is not zero; it was found together with the weights",
            _result_of_closed_form(lambda X, y, w, b: (w, 0.0)),
        ),
        Mistake(
            "closed_form.one-at-a-time",
            "the features share the work; all weights must be found together",
            _one_at_a_time,
        ),
        Mistake(
            "closed_form.still-scaled",
            "these weights belong to scaled features; return those for X as it is",
            lambda X, y: least_squares(standardize(X)[0], y),
        ),
        Mistake(
            "closed_form.scaled-weights-right-b",
            "these weights belong to scaled features; return those for X as it is",
            lambda X, y: (least_squares(standardize(X)[0], y)[0], least_squares(X, y)[1]),
        ),
        Mistake(
            "closed_form.not-solved",
            "that is only the right-hand side of the equations; they must still be solved",
            lambda X, y: (X.T @ y, np.sum(y)),
        ),
        Mistake(
            "closed_form.ridge",
            "something was added to the matrix; that pulls all weights towards zero",
            _ridge,
        ),
        Mistake(
            "closed_form.all-that-lstsq-returns",
            "lstsq returns four things; the weights and the intercept are in the first",
            lambda X, y: np.linalg.lstsq(_with_ones(X), y, rcond=None),
        ),
        Mistake(
            "closed_form.predictions",
            "you return what the plane predicts, not its weights",
            _result_of_closed_form(lambda X, y, w, b: X @ w + b),
        ),
        Mistake(
            "closed_form.w-only",
            "return two things: b is missing",
            _result_of_closed_form(lambda X, y, w, b: w),
        ),
        Mistake(
            "closed_form.loss-too",
            "return w and b, and nothing more",
            _result_of_closed_form(lambda X, y, w, b: (w, b, mean_squared_error(X, y, w, b))),
        ),
        Mistake(
            "closed_form.rounded",
            "do not round inside the function; rounding is for printing",
            _result_of_closed_form(lambda X, y, w, b: (np.round(w, 2), round(b, 2))),
        ),
    ),
)


# The project: exam scores

PASS = 75.0


def _exam(slope: float, intercept: float, loss_factor: float = 1.0) -> dict[str, float]:
    return {
        "exam_slope": slope,
        "exam_intercept": intercept,
        "exam_loss": loss_factor * mean_squared_error(EXAM.x, EXAM.y, slope, intercept),
        "hours_for_75": (PASS - intercept) / slope,
    }


_best = least_squares(EXAM.x, EXAM.y)
_stopped = descend(squared_error(EXAM.x, EXAM.y), np.array([5.0, 30.0]), 0.01, 1000).final
_scores = _exam(*_best)
_scores_shown = {
    "exam_slope": "the points for each hour",
    "exam_intercept": "the intercept",
    "exam_loss": "the loss of the best line",
    "hours_for_75": "the hours for 75 points",
}

exam_scores = Exercise(
    name="exam_scores",
    points=(1, 1),
    values=tuple(_scores),
    reference=_scores.get,
    examples=_asked(_scores, _scores_shown, strict=False),
    draw=lambda rng: _asked(_scores, _scores_shown, strict=True),
    mistakes=(
        Mistake(
            "exam_scores.believed-the-article",
            "that is the article's line; its loss is not the lowest",
            _exam(7.4, 40.6).get,
        ),
        Mistake(
            "exam_scores.stopped-after-1000-steps",
            "after 1000 steps at rate 0.01 the walk is still on its way",
            _exam(*map(float, _stopped)).get,
        ),
        Mistake(
            "exam_scores.stopped-from-zero",
            "after 1000 steps at rate 0.01 the walk is still on its way",
            _exam(*_line(EXAM.x, EXAM.y, 0.01, 1000)).get,
        ),
        Mistake(
            "exam_scores.rounded",
            "give four digits after the point, or let Python work the value out",
            _exam(6.9, 40.9).get,
        ),
        Mistake(
            "exam_scores.swapped",
            "which of the two is multiplied by the hours?",
            (_scores | {"exam_slope": _best[1], "exam_intercept": _best[0]}).get,
        ),
        Mistake(
            "exam_scores.sum-for-mean",
            "the loss is the mean of the squares, not their sum",
            _exam(*_best, loss_factor=len(EXAM.y)).get,
        ),
        Mistake(
            "exam_scores.half",
            "you halve the loss; this one is the plain mean",
            _exam(*_best, loss_factor=0.5).get,
        ),
        Mistake(
            "exam_scores.root",
            "that is the root of the loss, not the loss itself",
            (_scores | {"exam_loss": _scores["exam_loss"] ** 0.5}).get,
        ),
        Mistake(
            "exam_scores.score-for-75-hours",
            "75 is the score that is wanted, not the hours; solve for the hours",
            (_scores | {"hours_for_75": _best[0] * PASS + _best[1]}).get,
        ),
        Mistake(
            "exam_scores.intercept-forgotten",
            "the line does not start at 0 points; which part of the 75 comes without learning?",
            (_scores | {"hours_for_75": PASS / _best[0]}).get,
        ),
        Mistake(
            "exam_scores.whole-hours",
            "give the hours as the line says, with four digits after the point",
            (_scores | {"hours_for_75": 5.0}).get,
        ),
    ),
    rtol=5e-4,
)

EXERCISES = (
    mse,
    _gradients,
    fit,
    article_houses,
    scale,
    fit_gd,
    unscale,
    closed_form,
    exam_scores,
)
