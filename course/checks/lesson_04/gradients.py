"""gradients(x, y, w, b): the two slopes of the mean squared error."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from course import regression
from course.checks import drawn
from course.checks.drawn import HOUSES, POINTS, SMALL_X, SMALL_Y, WHOLE_X, WHOLE_Y
from course.checks.exercise import Exercise, Mistake, Probe, answered, asked, instead
from course.checks.families import fits, inputs, numbers


def _of(x, error) -> tuple:
    return 2 * np.mean(error * x), 2 * np.mean(error)


def _of_terms(*answers: Callable) -> Iterator[Callable]:
    """Yield wrong slopes: each answer is called with the inputs and the errors."""
    for answer in answers:
        yield lambda x, y, w, b, answer=answer: answer(x, w * x + b - y)


def _times(label: str, hint: str, of_w: Callable, of_b: Callable = lambda n: 1) -> Mistake:
    """Return the mistake of factors in dw and in db that depend on how many examples there are."""
    return answered(label, hint, lambda slopes, y: (
        of_w(len(y)) * slopes[0], of_b(len(y)) * slopes[1]
    ))  # fmt: skip


def _both(label: str, hint: str, factor: Callable) -> Mistake:
    return _times(label, hint, factor, factor)


def _one_sided(h: float) -> Callable:
    """Return the slopes measured by looking ahead; back, with h below zero."""

    def measured(x, y, w, b):
        here, ahead, aside = (
            regression.mean_squared_error(x, y, *at) for at in ((w, b), (w + h, b), (w, b + h))
        )
        return (ahead - here) / h, (aside - here) / h

    return measured


def _each_with_each(*factors: Callable) -> Iterator[Callable]:
    """Yield the slopes of every prediction with every target, times what depends on their number.

    As if each target were the mean of all.
    """
    for factor in factors:
        yield lambda x, y, w, b, factor=factor: tuple(
            factor(len(y)) * slope for slope in _of(x, w * x + b - np.mean(y))
        )


def _of_each_target(x, y, w, b) -> np.ndarray:
    """Return a column of slopes for every target."""
    errors = np.subtract.outer(w * x + b, y)
    return np.array([2 * np.mean(errors * x[:, None], axis=0), 2 * np.mean(errors, axis=0)])


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, m = (int(v) for v in rng.integers(6, 12, size=2))
    x, y = drawn.array(rng, n), drawn.array(rng, n, low=5, high=9)
    fallen = (drawn.array(rng, m), drawn.array(rng, m))
    w, b = drawn.number(rng, 0.5, 2), drawn.number(rng, 1.1, 2)
    return [
        Probe((x, y, w, 1.2), shows="other points"),
        Probe((*fallen, -w - 1, 4 * b), shows="a line that falls"),
        Probe((x[:3] + 3, -y[:3], w / 3, b), shows="three points"),
        Probe((drawn.whole(rng, 5), drawn.whole(rng, 5), w, b), shows="points of whole numbers"),
        Probe((x / 9, y / 90, w / 90, b / 90), shows="small slopes, in all their digits"),
        Probe((x, w * x + b, w, b), shows="flat ground", weight=0.5),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    _both("sign-flipped",
        "where the line is too low, both slopes must be below zero: what is subtracted from what?",
        lambda n: -1),
    answered("signs-only", "how steep it is counts, not only which way it falls",
        lambda slopes: numbers.each(slopes, np.sign)),
    _both("factor-2-missing", "the slope of a square brings a factor in front", lambda n: 1 / 2),
    _both("sum-for-mean", "the loss is a mean, so its slopes are means too", lambda n: n),
    _both("divided-by-five",
        "the five houses are five, other data are not: divide by how many examples there are",
        lambda n: n / 5),
    answered("swapped", "return the slope of w first and that of b second",
        lambda slopes: slopes[::-1]),
    answered("x-missing",
        "how much does the prediction change when w changes by 1? That belongs into dw",
        lambda slopes: (slopes[1], slopes[1])),
    answered("x-in-both", "how much does the prediction change when b changes by 1? It is not x",
        lambda slopes: (slopes[0], slopes[0])),
    asked("b-ignored", "the prediction has two parts; b is never used", b=0.0),
    _times("factor-2-missing-in-dw", "one of your two slopes lacks its factor", lambda n: 1 / 2),
    _times("factor-2-missing-in-db", "one of your two slopes lacks its factor", lambda n: 1,
        lambda n: 1 / 2),
    _times("sum-in-dw", "one of your two slopes is a sum, not a mean", lambda n: n),
    _times("sum-in-db", "one of your two slopes is a sum, not a mean", lambda n: 1, lambda n: n),
    _both("sum-without-2",
        "two things are missing before the sums: a factor, and what makes a mean of a sum",
        lambda n: n / 2),
    _both("divided-by-2n", "does the 2 belong above the line or below it?", lambda n: 1 / 4),
    instead("column-minus-row", fits.COLUMN_MINUS_ROW,
        _each_with_each(lambda n: 1, lambda n: n, lambda n: n**2), _of_each_target,
        lambda *args: _of_each_target(*args)[::-1]),
    instead("means-multiplied", "multiply each error by its own x before you take the mean",
        _of_terms(lambda x, e: (2 * np.mean(e) * np.mean(x), 2 * np.mean(e)))),
    instead("summed-before-x",
        "your mean or sum closes before it comes to x: each error is multiplied by its own x "
        "inside the brackets",
        _of_terms(lambda x, e: (2 * np.mean(e) * x, 2 * np.mean(e)))),
    answered("times-w", "the errors in dw are weighted with the inputs, not with the weight",
        lambda slopes, w: (slopes[1] * w, slopes[1])),
    instead("times-y", "the errors in dw are weighted with the inputs, not with the targets",
        lambda x, y, w, b: (2 * np.mean((w * x + b - y) * y), 2 * np.mean(w * x + b - y))),
    answered("times-the-weights",
        "how much does a prediction change when w changes by 1, and how much when b does?",
        lambda slopes, w, b: (slopes[1] * w, slopes[1] * b),
        lambda slopes, b: (slopes[0], slopes[1] * b)),
    instead("errors-squared", "the square is in the loss; its slope has the error itself",
        _of_terms(lambda x, e: _of(x, e**2))),
    instead("absolute-errors", "keep the sign of each error: it says which way to go",
        _of_terms(lambda x, e: _of(x, np.abs(e)))),
    _times("sign-of-dw", "one of your two slopes has the wrong sign", lambda n: -1),
    _times("sign-of-db", "one of your two slopes has the wrong sign", lambda n: 1, lambda n: -1),
    _both("n-minus-one", "divide by how many examples there are, not by one less",
        lambda n: n / (n - 1)),
    instead("not-averaged",
        "you return a slope for every example; the loss has one slope for each weight",
        _of_terms(lambda x, e: (2 * e * x, 2 * e),
            lambda x, e: (2 / len(e) * e * x, 2 / len(e) * e))),
    answered("dw-only",
        "return two numbers, with a comma between them: b has a slope, too. (A second `return` "
        "below the first is never reached.)", lambda slopes: slopes[0]),
    answered("db-only", "return two numbers, with a comma between them: w has a slope, too",
        lambda slopes: slopes[1]),
    answered("step-taken",
        "return the slopes alone; the step with them comes in the next exercise",
        *(lambda slopes, w, b,
            lr=lr: (w - lr * slopes[0], b - lr * slopes[1]) for lr in (0.01, 1e-7, 0.1, 1.0,
            0.001))),
    instead("return-in-the-loop", "a `return` inside the loop ends it after the first example",
        _of_terms(lambda x, e: (2 * e[0] * x[0] / len(e), 2 * e[0] / len(e)), lambda x,
            e: (2 * e[0] * x[0], 2 * e[0]))),
    instead("overwritten-total",
        "each round of the loop throws the totals away; it should add to them",
        _of_terms(lambda x, e: (2 * e[-1] * x[-1] / len(e), 2 * e[-1] / len(e)), lambda x,
            e: (2 * e[-1] * x[-1], 2 * e[-1]))),
    instead("forward-difference",
        "a slope measured by looking to one side only is slightly off; use the formulas",
        map(_one_sided, (1e-4, 1e-5, 1e-3, 1e-6, -1e-4))),
    asked("weights-fixed", "the caller chooses w and b; your answer does not change with them",
        w=0.05, b=100.0),
    asked("houses-only",
        "the caller gives x and y; your slopes are always those of the five houses", x=HOUSES.x,
        y=HOUSES.y),
    instead("whole-numbers-cut-off", numbers.WHOLE,
        lambda x, y, w, b: _of(x, fits.cut(w * x + b, x, y) - y),
        lambda x, y, w, b: _of(x, fits.cut(w * x + b - y, x, y)),
        lambda x, y, w,
            b: (2 * np.mean(fits.cut((w * x + b - y) * x, x, y)), 2 * np.mean(w * x + b - y))),
    numbers.rounded(2, 3, 4, 1),
    numbers.integer(),
)
# fmt: on

gradients = Exercise(
    name="gradients",
    points=(2, 2),
    parts=("dw", "db"),
    reference=lambda x, y, w, b: regression.gradients(x, y, w, b),
    examples=(
        Probe((HOUSES.x, HOUSES.y, 0.05, 100.0), shows="the five houses, −275000 and −150"),
        Probe((SMALL_X, SMALL_Y, 2.0, -1.5), shows="errors of both signs"),
        Probe((WHOLE_X, WHOLE_Y, 0.73, 1.31), shows="points of whole numbers"),
        Probe((POINTS.x, POINTS.y, 2.5, -2.0), shows="a slope too large, an intercept too small"),
        Probe((POINTS.x, POINTS.y, 2.0, 1.0), shows="flat ground at the best line", weight=0.5),
        Probe((SMALL_X / 9, SMALL_Y / 90, 0.01, 0.02), shows="small slopes", weight=0.5),
    ),
    draw=_fresh,
    # On flat ground float32 leaves 2e-7.
    atol=1e-6,
    # Slopes that are measured with one's own loss are right as well.
    may_use=(
        "course.descent.central_difference",
        "course.regression.mean_squared_error",
        "course.regression.predictions",
    ),
    mistakes=MISTAKES,
)
