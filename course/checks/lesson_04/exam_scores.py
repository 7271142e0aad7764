"""exam_slope, exam_intercept, exam_loss and hours_for_75: the project with eight students."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np

from course.checks.compare import numeric
from course.checks.drawn import EXAM, HOUSES
from course.checks.exercise import Call, Exercise, Mistake, Probe, set_to, spotted
from course.checks.families import fits
from course.checks.families.values import cut_in_two
from course.data import Dataset
from course.regression import least_squares, mean_squared_error

PASS = 75.0
# Four digits after the point are enough, three are not; and so are hours worked out from those.
ATOL = 1e-4
ROUNDED = "give four digits after the point, or let Python work the value out"
# Walks that a student may try, from zero.
STEPS, RATES = (500, 1000, 1500, 2000, 2500, 3000), (0.01, 0.02, 0.03, 0.005, 0.001)


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


def _of_line(exam: Dataset, slope: float, intercept: float) -> dict[str, float]:
    """Return what the four values are for a line."""
    return {
        "exam_slope": float(slope),
        "exam_intercept": float(intercept),
        "exam_loss": mean_squared_error(exam.x, exam.y, slope, intercept),
        "hours_for_75": float((PASS - intercept) / slope),
    }


def right(exam: Dataset) -> dict[str, float]:
    """Return the right values for such hours and scores."""
    return _of_line(exam, *least_squares(exam.x, exam.y))


def mistakes(exam: Dataset) -> tuple[Mistake, ...]:
    """Return what goes wrong with such hours and scores."""
    best = right(exam)
    slope, intercept, loss = (best[name] for name in tuple(best)[:3])
    n, off = len(exam.x), float(np.mean(np.abs(slope * exam.x + intercept - exam.y)))

    def rounded(call: Call) -> bool:
        """Tell a value with too few digits: exactly so, as a walk's end is not."""
        value = numeric(call.result)
        return value is not None and value.size == 1 and any(
            abs(float(value.reshape(())) - round(best[call.text], digits)) < 1e-9
            for digits in (3, 2, 1)
        )  # fmt: skip

    def after(
        steps: int, start: tuple[float, float] = (0.0, 0.0), rate: float = 0.01
    ) -> dict[str, float]:
        (w,), b = fits.fitted(exam.x[:, None], exam.y, rate, steps, start)
        return _of_line(exam, w, b)

    def on_its_way() -> Iterator[dict[str, float]]:
        """Yield the values of walks from zero that have not arrived, and their lines alone."""
        for steps, rate in product(STEPS, RATES):
            every = after(steps, rate=rate)
            yield every
            yield {name: every[name] for name in ("exam_slope", "exam_intercept")}

    def believed(w: float, b: float) -> list[dict[str, float]]:
        """Return the values of another line, all four or fewer."""
        every = _of_line(exam, w, b)
        line = {name: every[name] for name in ("exam_slope", "exam_intercept")}
        return [every, line, *together_or_alone(every)]

    through_origin = float(exam.x @ exam.y / (exam.x @ exam.x))
    end_slope = float((exam.y[-1] - exam.y[0]) / (exam.x[-1] - exam.x[0]))
    through_ends = end_slope, float(exam.y[0] - end_slope * exam.x[0])
    # fmt: off
    return (
        set_to("not-the-lowest",
            "that comes from the line in the quick question; its loss is not the lowest",
            *believed(7.4, 40.6)),
        set_to("through-the-origin",
            "that line is forced through 0 points at 0 hours: the intercept is to be found, too",
            *believed(through_origin, 0.0)),
        set_to("whole-hours", "give the hours as the line says, with four digits after the point",
            *({"hours_for_75": whole(best["hours_for_75"])} for whole in (np.round, np.floor))),
        spotted("rounded", ROUNDED, rounded),
        set_to("stopped-after-1000-steps",
            "after 1000 steps at rate 0.01 the walk is still on its way",
            *together_or_alone(after(1000, (5.0, 30.0)))),
        set_to("stopped-from-zero",
            "the walk is still on its way; do the digits still change with more steps?",
            *(form for n in (1000, 500) for form in together_or_alone(after(n))),
            *on_its_way()),
        spotted("line-for-a-number",
            "`fit` returns the slope and the intercept: here one number is wanted; "
            "`first, second = fit(…)` takes the two apart",
            lambda call: call.text in ("exam_slope", "exam_intercept")
            and np.shape(numeric(call.result)) == (2,)
            and not cut_in_two(call.result)),
        set_to("through-the-ends",
            "that line goes through the first point and the last; all eight count for the loss",
            *believed(*through_ends)),
        spotted("diverged",
            "that walk diverged: which rates are small enough for hours that are not scaled?",
            diverged),
        set_to("rounded", ROUNDED,
            *believed(round(slope, 1), round(intercept, 1)),
            *believed(round(slope, 2), round(intercept, 2))),
        set_to("mean-for-the-intercept",
            "that is the mean of the scores; the line has it at the mean of the hours: what has "
            "it at 0 hours?",
            {"exam_intercept": float(np.mean(exam.y))}),
        set_to("swapped", "which of the two is multiplied by the hours?",
            {"exam_slope": intercept, "exam_intercept": slope}),
        set_to("scores-for-hours",
            "the line tells the score from the hours; yours tells the hours from the score",
            *together_or_alone(dict(zip(best, least_squares(exam.y, exam.x), strict=False)))),
        set_to("sum-for-mean", "the loss is the mean of the squares, not their sum",
            {"exam_loss": n * loss}),
        set_to("fewer-than-n",
            "divide the sum of the squares by how many students there are, not by fewer",
            *({"exam_loss": loss * n / (n - less)} for less in (1, 2))),
        set_to("absolute-errors", "the loss is the mean of the squared errors; yours squares none",
            {"exam_loss": off}),
        set_to("half", "you halve the loss; this one is the plain mean", {"exam_loss": loss / 2}),
        set_to("square-of-the-mean",
            "at the best line the errors add up to zero: square each one, then take the mean",
            {"exam_loss": 0.0}),
        set_to("root", "that is the root of the loss, not the loss itself",
            {"exam_loss": loss**0.5}),
        set_to("score-for-75-hours",
            "75 is the score that is wanted, not the hours; solve for the hours",
            {"hours_for_75": slope * PASS + intercept}),
        set_to("brackets-missing",
            "a division binds before a minus: which difference is divided by the slope?",
            {"hours_for_75": PASS - intercept / slope}),
        set_to("divided-before-the-intercept",
            "the score is slope · hours + intercept: what is done to the intercept, before you "
            "divide by the slope?",
            {"hours_for_75": PASS / slope + intercept},
            {"hours_for_75": PASS / slope - intercept}),
        set_to("intercept-added",
            "the score is slope · hours + intercept; what is done to the intercept to solve it?",
            {"hours_for_75": (PASS + intercept) / slope}),
        set_to("hours-below-zero", "hours are not below zero: what is subtracted from what?",
            {"hours_for_75": (intercept - PASS) / slope}),
        set_to("loss-on-other-data", "that is the loss of the line on the houses, not on the exam",
            {"exam_loss": mean_squared_error(HOUSES.x, HOUSES.y, slope, intercept)}),
        set_to("loss-of-the-swapped-line",
            "that is the loss of another line: which of the two do you hand over first, and which "
            "is wanted first?",
            {"exam_loss": mean_squared_error(exam.x, exam.y, intercept, slope)}),
        set_to("intercept-forgotten",
            "the line does not start at 0 points; how many of the 75 points come at 0 hours?",
            {"hours_for_75": PASS / slope}),
    )
    # fmt: on


def exercise(exam: Dataset) -> Exercise:
    """Return the exercise for such hours and scores."""
    return Exercise(
        name="exam_scores",
        points=(1, 1),
        values=tuple(right(exam)),
        reference=right(exam).get,
        examples=(
            Probe(("exam_slope",), shows="the points for each hour"),
            Probe(("exam_intercept",), shows="the intercept"),
            Probe(("exam_loss",), shows="the loss of the best line"),
            Probe(("hours_for_75",), shows="the hours for 75 points"),
        ),
        mistakes=mistakes(exam),
        rtol=0,
        atol=ATOL,
        variant=exercise,
        right_for=right,
    )


exam_scores = exercise(EXAM)
