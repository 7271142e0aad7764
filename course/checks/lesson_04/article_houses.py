"""houses_w, houses_b and article_loss: houses on a line exactly, and an article's line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Mistake, Probe, set_to, spotted
from course.checks.lesson_04.drawn import HOUSES
from course.regression import mean_squared_error

ERRORS = 0.08 * HOUSES.x + 110 - HOUSES.y
LOSS = float(np.mean(ERRORS**2))
RIGHT = {"houses_w": 0.1, "houses_b": 100.0, "article_loss": LOSS}


def together_or_alone(values: Mapping[str, float]) -> Iterator[Mapping[str, float]]:
    """Yield the values together, and each of them alone."""
    yield values
    if len(values) > 1:
        yield from ({name: value} for name, value in values.items())


def value_of(call: Call) -> float | None:
    """Return the one number that a variable holds, or None."""
    array = numeric(call.result)
    return float(array.reshape(())) if array is not None and array.size == 1 else None


def diverged(call: Call) -> bool:
    """Return whether a value is what a walk gives that diverged."""
    value = value_of(call)
    return value is not None and (not np.isfinite(value) or abs(value) > 1e12)


def _not_arrived(call: Call) -> bool:
    """Return whether a walk from zero gave this: its slope is there at once, its intercept not."""
    value = value_of(call)
    low, high = {"houses_w": (0.1525, 0.1548), "houses_b": (0.0, 0.05)}.get(call.text, (1, 0))
    return value is not None and low < value < high


def _loss(label: str, hint: str, *losses: float) -> Mistake:
    return set_to(label, hint, *({"article_loss": float(loss)} for loss in losses))


# fmt: off
MISTAKES = (
    set_to("believed-the-article",
        "that is from the article's line; put all five houses into it and look at the errors",
        *together_or_alone({"houses_w": 0.08, "houses_b": 110.0})),
    set_to("first-guess",
        "that comes from somebody's first guess; the line with the lowest loss is asked for",
        {"houses_w": 0.05}),
    set_to("dollars", "keep the table's units: prices in thousands of dollars",
        {"houses_w": 100.0, "houses_b": 1e5, "article_loss": 1e6 * LOSS},
        {"houses_w": 100.0, "houses_b": 1e5}, {"houses_b": 1e5}, {"article_loss": 1e6 * LOSS}),
    set_to("swapped", "which of the two is multiplied by the size?",
        {"houses_w": 100.0, "houses_b": 0.1}),
    spotted("not-arrived",
        "that is where a walk from zero is after many steps; it has far to go. Two of the houses "
        "are enough to find the line by hand", _not_arrived),
    spotted("diverged",
        "that walk diverged: the sizes are large numbers, so which rate is small enough? Two of "
        "the houses are enough to find the line by hand", diverged),
    _loss("loss-of-the-best-line",
        "that is the loss of the best line; the article's line is another", 0),
    _loss("loss-of-the-first-guess",
        "that is the loss of the first guess, 0.05 and 100; the article ends at 0.08 and 110",
        mean_squared_error(HOUSES.x, HOUSES.y, 0.05, 100.0)),
    _loss("sum-for-mean", "the loss is the mean of the squares, not their sum", 5 * LOSS),
    _loss("half", "you halve the loss; this one is the plain mean", LOSS / 2),
    _loss("root", "that is the root of the loss, not the loss itself", LOSS**0.5),
    _loss("not-squared", "that is a mean of errors; the loss is a mean of their squares",
        np.mean(ERRORS)),
    _loss("absolute", "that is a mean of errors; the loss is a mean of their squares",
        np.mean(np.abs(ERRORS))),
    _loss("three-houses-only", "the article checks three houses; the loss is over all five",
        np.mean(ERRORS[[0, 1, 4]] ** 2)),
)
# fmt: on

article_houses = Exercise(
    name="article_houses",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("houses_w",), shows="the slope of the best line"),
        Probe(("houses_b",), shows="its intercept"),
        Probe(("article_loss",), shows="the loss of the article's line"),
    ),
    mistakes=MISTAKES,
)
