"""exam_slope, exam_intercept, exam_loss and hours_for_75: the project with eight students."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.checks.families import fits
from course.checks.lesson_04.drawn import EXAM
from course.regression import least_squares, mean_squared_error

PASS = 75.0


def together_or_alone(values: Mapping[str, float]) -> Iterator[Mapping[str, float]]:
    """Yield the values together, and each of them alone."""
    yield values
    if len(values) > 1:
        yield from ({name: value} for name, value in values.items())


def diverged(call: Call) -> bool:
    """Return whether a value is what a walk gives that diverged."""
    array = numeric(call.result)
    if array is None or array.size != 1:
        return False
    value = float(array.reshape(()))
    return not np.isfinite(value) or abs(value) > 1e12


def _of_line(slope: float, intercept: float) -> dict[str, float]:
    """Return what the four values are for a line."""
    return {
        "exam_slope": float(slope),
        "exam_intercept": float(intercept),
        "exam_loss": mean_squared_error(EXAM.x, EXAM.y, slope, intercept),
        "hours_for_75": float((PASS - intercept) / slope),
    }


def _after(steps: int, start: tuple[float, float]) -> dict[str, float]:
    (slope,), intercept = fits.plane(EXAM.x[:, None], EXAM.y, 0.01, steps, start=start)
    return _of_line(slope, intercept)


def _believed(slope: float, intercept: float) -> list[dict[str, float]]:
    """Return the values of another line, all four or fewer."""
    every = _of_line(slope, intercept)
    line = {name: every[name] for name in ("exam_slope", "exam_intercept")}
    return [every, line, *together_or_alone(every)]


BEST = least_squares(EXAM.x, EXAM.y)
RIGHT = _of_line(*BEST)
LOSS = RIGHT["exam_loss"]

# fmt: off
MISTAKES = (
    set_to("not-the-lowest",
        "that comes from the line in the quick question; its loss is not the lowest",
        *_believed(7.4, 40.6)),
    set_to("stopped-after-1000-steps",
        "after 1000 steps at rate 0.01 the walk is still on its way",
        *together_or_alone(_after(1000, (5.0, 30.0)))),
    set_to("stopped-from-zero",
        "the walk is still on its way; do the digits still change with more steps?",
        *(form for n in (1000, 500) for form in together_or_alone(_after(n, (0.0, 0.0))))),
    spotted("diverged",
        "that walk diverged: which rates are small enough for hours that are not scaled?",
        diverged),
    set_to("whole-hours", "give the hours as the line says, with four digits after the point",
        {"hours_for_75": 5.0}),
    set_to("rounded", "give four digits after the point, or let Python work the value out",
        *_believed(6.9, 40.9), *_believed(6.89, 40.86),
        *({name: round(value, digits)} for name, value in RIGHT.items() for digits in (3, 2, 1))),
    set_to("swapped", "which of the two is multiplied by the hours?",
        {"exam_slope": BEST[1], "exam_intercept": BEST[0]}),
    set_to("scores-for-hours",
        "the line tells the score from the hours; yours tells the hours from the score",
        *together_or_alone(dict(zip(RIGHT, least_squares(EXAM.y, EXAM.x), strict=False)))),
    set_to("sum-for-mean", "the loss is the mean of the squares, not their sum",
        {"exam_loss": 8 * LOSS}),
    set_to("half", "you halve the loss; this one is the plain mean", {"exam_loss": LOSS / 2}),
    set_to("root", "that is the root of the loss, not the loss itself", {"exam_loss": LOSS**0.5}),
    set_to("score-for-75-hours",
        "75 is the score that is wanted, not the hours; solve for the hours",
        {"hours_for_75": BEST[0] * PASS + BEST[1]}),
    set_to("intercept-forgotten",
        "the line does not start at 0 points; how many of the 75 points come at 0 hours?",
        {"hours_for_75": PASS / BEST[0]}),
)
# fmt: on

exam_scores = Exercise(
    name="exam_scores",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("exam_slope",), shows="the points for each hour"),
        Probe(("exam_intercept",), shows="the intercept"),
        Probe(("exam_loss",), shows="the loss of the best line"),
        Probe(("hours_for_75",), shows="the hours for 75 points"),
    ),
    mistakes=MISTAKES,
    # Four digits after the point are enough, three are not.
    rtol=0,
    atol=6e-5,
)
