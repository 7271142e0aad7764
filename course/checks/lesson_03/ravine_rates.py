"""rate_limit, best_rate and part_left: rates for the ravine 2·w1² + 9·w2²."""

from __future__ import annotations

from functools import partial

from course.checks.exercise import Exercise, Probe
from course.checks.families.values import cut_short, some_of

GENTLE, STEEP = 4.0, 18.0
# Four digits are enough, three are not.
RTOL = 2e-4


def _of(low: float, high: float) -> dict[str, float]:
    """Return what would be right for other curvatures."""
    return {
        "rate_limit": 2 / high,
        "best_rate": 2 / (low + high),
        "part_left": (high - low) / (high + low),
    }


RIGHT = _of(GENTLE, STEEP)


_some_of = partial(some_of, rtol=RTOL)

ravine_rates = Exercise(
    name="ravine_rates",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("rate_limit",), shows="the limit of the rate"),
        Probe(("best_rate",), shows="the best rate"),
        Probe(("part_left",), shows="the part that a step leaves"),
    ),
    mistakes=(
        _some_of(
            "coefficients-for-curvatures",
            "the curvature of 9·w2² is not 9: its slope is 18·w2, and how fast does that change?",
            _of(2, 9),
            _of(1, 4.5),
        ),
        _some_of(
            "gentle-side",
            "the steepest direction sets the limit: with a larger rate the walk leaves there",
            rate_limit=[2 / GENTLE, 1.0],
        ),
        _some_of(
            "one-for-two",
            "1/curvature lands on the floor in one step; how far beyond that is the limit?",
            rate_limit=[1 / STEEP],
            best_rate=[1 / (GENTLE + STEEP)],
        ),
        _some_of(
            "best-for-one-side",
            "that rate suits one direction only; the best rate leaves the same part of both",
            best_rate=[1 / STEEP, 1 / GENTLE, 2 / STEEP],
            part_left=[1 - GENTLE / STEEP],
        ),
        _some_of(
            "minus-for-plus",
            "below the line stands the sum of both curvatures",
            best_rate=[2 / (STEEP - GENTLE)],
            part_left=[(STEEP + GENTLE) / (STEEP - GENTLE)],
        ),
        _some_of(
            "upside-down",
            "the steeper the ground, the smaller the rate: the curvatures stand below the line",
            rate_limit=[STEEP, STEEP / 2],
            best_rate=[GENTLE + STEEP, (GENTLE + STEEP) / 2],
        ),
        _some_of(
            "part-taken-off",
            "that is the part that a step takes off; what is left?",
            part_left=[1 - RIGHT["part_left"]],
        ),
        _some_of(
            "condition-number",
            "that is the condition number or its inverse; how much does one step leave?",
            part_left=[STEEP / GENTLE, GENTLE / STEEP],
        ),
        _some_of(
            "of-the-loss",
            "that is the part of the loss; the question is about the distance",
            part_left=[RIGHT["part_left"] ** 2],
        ),
        _some_of(
            "negative",
            "a part of a distance is above zero: the minus sign says that the side changes",
            part_left=[-RIGHT["part_left"]],
        ),
        _some_of(
            "percent",
            "give the part as a number between 0 and 1, not in percent",
            part_left=[100 * RIGHT["part_left"]],
        ),
        _some_of(
            "another-ravine",
            "these are the rates of the ravine in the picture; this one has other curvatures",
            _of(1, 25),
        ),
        _some_of(
            "too-few-digits",
            "give at least four digits, not counting zeros in front, or let Python work it out",
            **{name: list(cut_short(value)) for name, value in RIGHT.items()},
        ),
    ),
    rtol=RTOL,
)
