"""mse(x, y, w, b): the mean squared error of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from course.checks import drawn
from course.checks.drawn import HOUSES, POINTS, SMALL_X, SMALL_Y, WHOLE_X, WHOLE_Y
from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import fits, inputs, numbers
from course.regression import mean_squared_error


def _of_errors(*answers: Callable) -> Iterator[Callable]:
    """Yield wrong losses: each answer is called with the errors."""
    for answer in answers:
        yield lambda x, y, w, b, answer=answer: answer(w * x + b - y)


def _each_with_each(x, y, w, b):
    """Return the errors of every prediction with every target, as a column minus a row is."""
    return np.subtract.outer(w * x + b, y)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, m = (int(v) for v in rng.integers(6, 12, size=2))
    x, y = drawn.array(rng, n), drawn.array(rng, n, low=1, high=9)
    fallen = (drawn.array(rng, m), drawn.array(rng, m))
    w, b = drawn.number(rng, 0.4, 2), drawn.number(rng, 1, 3)
    return [
        Probe((x, y, w + 0.8, 1.3), shows="other points"),
        Probe((*fallen, -w, -b), shows="a line that falls"),
        Probe((x[:3] + 3, y[:3], 0.35, 10 * b), shows="three points"),
        Probe((drawn.whole(rng, 5), drawn.whole(rng, 5), w, b), shows="points of whole numbers"),
        Probe((x / 50, y / 50, w / 50, b / 50), shows="a small loss, in all its digits"),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    answered("sum-for-mean", "the M stands for mean: how many examples share the sum?",
        lambda loss, y: loss * len(y)),
    answered("divided-by-five",
        "the five houses are five, other data are not: divide by how many examples there are",
        lambda loss, y: loss * len(y) / 5),
    instead("largest-only", "every example counts, not the worst one alone",
        _of_errors(lambda e: np.max(e**2))),
    instead("spread-of-the-errors",
        "the spread of the errors forgets that they may all be too high or too low",
        _of_errors(np.var)),
    answered("half", "you halve the loss; some texts do, but this one is the plain mean",
        lambda loss: loss / 2),
    answered("root",
        "that is the root of the loss; the root is for reading it, not for the loss itself",
        np.sqrt),
    instead("absolute", "errors count with their squares here, not with their sizes",
        _of_errors(lambda e: np.mean(np.abs(e)))),
    instead("not-squared", "without the squares, errors above and below the line cancel",
        _of_errors(np.mean, lambda e: -np.mean(e))),
    instead("square-of-the-mean",
        "which comes first, the square or the mean? Try errors of +1 and −1",
        _of_errors(lambda e: np.mean(e) ** 2)),
    instead("square-of-the-sum",
        "which comes first, the square or the sum? Try errors of +1 and −1",
        _of_errors(lambda e: np.sum(e) ** 2 / len(e), lambda e: np.sum(e) ** 2)),
    instead("not-averaged", "you return one square for each example; the loss is a single number",
        _of_errors(np.square)),
    instead("column-minus-row", fits.COLUMN_MINUS_ROW,
        lambda x, y, w, b: np.mean(_each_with_each(x, y, w, b) ** 2),
        lambda x, y, w, b: np.sum(_each_with_each(x, y, w, b) ** 2) / len(y),
        lambda x, y, w, b: np.sum(_each_with_each(x, y, w, b) ** 2)),
    asked("b-ignored", "the prediction has two parts; one of the weights is never used", b=0.0),
    asked("b-subtracted", "look at the sign of b in the prediction", b=lambda b: -b),
    asked("w-subtracted", "look at the sign of w in the prediction", w=lambda w: -w),
    asked("weights-swapped", "which of the two weights is multiplied by x?", w=lambda b: b,
        b=lambda w: w),
    asked("inputs-swapped", "the line predicts y from x, not x from y", x=lambda y: y,
        y=lambda x: x),
    asked("added", "an error is the prediction minus the target", y=lambda y: -y),
    instead("only-y-squared", "a power binds before a minus; put the whole error in brackets",
        lambda x, y, w, b: np.mean(w * x + b - y**2)),
    instead("squares-subtracted", "take the difference first and square it after",
        lambda x, y, w, b: np.mean((w * x + b) ** 2 - y**2)),
    answered("n-minus-one", "divide by how many examples there are, not by one less",
        lambda loss, y: loss * len(y) / (len(y) - 1)),
    instead("return-in-the-loop", "a `return` inside the loop ends it after the first example",
        _of_errors(lambda e: e[0] ** 2 / len(e), lambda e: e[0] ** 2)),
    instead("first-left-out",
        "the first example counts, too: Python counts from 0, where the formula counts from 1",
        _of_errors(lambda e: np.sum(e[1:] ** 2) / len(e), lambda e: np.mean(e[1:] ** 2))),
    instead("last-left-out", "the last example counts, too: where does your loop stop?",
        _of_errors(lambda e: np.sum(e[:-1] ** 2) / len(e), lambda e: np.mean(e[:-1] ** 2))),
    instead("overwritten-total",
        "each round of the loop throws the total away; it should add to it",
        _of_errors(lambda e: e[-1] ** 2 / len(e), lambda e: e[-1] ** 2)),
    answered("negative", "a mean of squares cannot be below zero", lambda loss: -loss),
    asked("weights-fixed", "the caller chooses w and b; your answer does not change with them",
        w=0.05, b=100.0),
    asked("houses-only", "the caller gives x and y; your answer is always that of the five houses",
        x=HOUSES.x, y=HOUSES.y),
    instead("whole-numbers-cut-off", numbers.WHOLE,
        lambda x, y, w, b: np.mean((fits.cut(w * x + b, x, y) - y) ** 2),
        lambda x, y, w, b: np.mean(fits.cut(w * x + b - y, x, y) ** 2),
        lambda x, y, w, b: np.mean(fits.cut((w * x + b - y) ** 2, x, y))),
    numbers.rounded(2, 3, 4, 1),
    numbers.integer(),
)
# fmt: on

mse = Exercise(
    name="mse",
    points=(1, 1),
    reference=lambda x, y, w, b: mean_squared_error(x, y, w, b),
    examples=(
        Probe((HOUSES.x, HOUSES.y, 0.05, 100.0), shows="the five houses, loss 6875"),
        Probe((SMALL_X, SMALL_Y, 2.0, -1.5), shows="errors of both signs"),
        Probe((WHOLE_X, WHOLE_Y, 0.73, 1.31), shows="points of whole numbers"),
        Probe((POINTS.x, POINTS.y, 2.0, 1.0), shows="a line without any error", weight=0.5),
        Probe((SMALL_X / 50, SMALL_Y / 50, 0.7, 0.01), shows="a small loss", weight=0.5),
    ),
    draw=_fresh,
    may_use=("course.regression.predictions",),
    mistakes=MISTAKES,
)
