"""rate_limit, best_rate and part_left: rates for a ravine a·w1² + b·w2²."""

from __future__ import annotations

from functools import partial
from typing import Any

from course.checks.compare import numeric
from course.checks.exercise import Exercise, Mistake, Probe, spotted
from course.checks.families.values import cut_short, some_of
from course.variants import Ravine

# Four digits are enough, whatever they are: cut off, they may lack a thousandth, as 0.1000 does
# of 0.1001.
RTOL = 1e-3

_some_of = partial(some_of, rtol=RTOL)


def _of(low: float, high: float) -> dict[str, float]:
    """Return what would be right for other curvatures."""
    return {
        "rate_limit": 2 / high,
        "best_rate": 2 / (low + high),
        "part_left": (high - low) / (high + low),
    }


def right(ravine: Ravine) -> dict[str, float]:
    """Return the right values for a ravine."""
    return _of(2 * ravine.a, 2 * ravine.b)


def _is_pair(answer: Any) -> bool:
    numbers = numeric(answer)
    return numbers is not None and numbers.size == 2


def mistakes(ravine: Ravine) -> tuple[Mistake, ...]:
    """Return what goes wrong with a ravine."""
    gentle, steep = 2 * ravine.a, 2 * ravine.b
    best, part = right(ravine)["best_rate"], right(ravine)["part_left"]
    return (
        _some_of(
            "best-beside-a-one",
            "that is the best rate where the smallest curvature is 1, as in the ravines of the "
            "table above; what is it here?",
            best_rate=[2 / (1 + steep / gentle)],
        ),
        _some_of(
            "coefficients-for-curvatures",
            f"the curvature of {ravine.b:g}·w2² is not {ravine.b:g}: its slope is {steep:g}·w2, "
            "and how fast does that change?",
            _of(gentle / 2, steep / 2),
            _of(gentle / 4, steep / 4),
        ),
        _some_of(
            "gentle-side",
            "the larger curvature sets the limit: with a larger rate the walk leaves along it",
            rate_limit=[2 / gentle, 2 / ravine.a],
        ),
        _some_of(
            "limit-between-both",
            "that is the limit of a curvature between the two; the larger one alone sets it",
            rate_limit=[4 / (gentle + steep)],
        ),
        _some_of(
            "squared-curvatures",
            "a slope has the weight itself, not its square: the curvatures are not squared",
            _of(ravine.a**2, ravine.b**2),
            _of(gentle**2, steep**2),
        ),
        _some_of(
            "one-for-two",
            "1/curvature lands on the floor in one step; how far beyond that is the limit?",
            rate_limit=[1 / steep],
        ),
        _some_of(
            "one-over-the-sum",
            "at that rate the gentle side keeps more than the steep one; at the best rate both "
            "keep the same part: is yours too small or too large?",
            best_rate=[1 / (gentle + steep)],
        ),
        _some_of(
            "part-at-another-rate",
            "so much of the gentle side is left at the rate that does the steep side in one step; "
            "what does the best rate leave?",
            part_left=[1 - gentle / steep],
        ),
        _some_of(
            "part-at-the-limit",
            "so much of the gentle side is left at the limit, where the steep side never gets "
            "any closer; what does the best rate leave?",
            part_left=[1 - 2 * gentle / steep],
        ),
        _some_of(
            "best-for-one-side",
            "that rate suits one direction at most; the best one leaves the same part of both",
            best_rate=[1 / steep, 1 / gentle, 2 / steep],
            part_left=[1 - gentle / steep],
        ),
        _some_of(
            "best-just-below-the-limit",
            "so near the limit a step leaves nearly all of the distance across; at the best rate "
            "both directions keep the same part",
            best_rate=[part * 2 / steep for part in (0.99, 0.98, 0.95, 0.9)],
        ),
        _some_of(
            "mean-of-both-rates",
            "that is the mean of two rates; which part does a step with it leave in each of the "
            "two directions?",
            best_rate=[(one / gentle + one / steep) / 2 for one in (1, 2)],
        ),
        _some_of(
            "brackets-missing",
            "Python divides before it adds: a sum above or below the line needs brackets",
            best_rate=[
                one / first + second
                for pair in ((gentle, steep), (ravine.a, ravine.b))
                for first, second in (pair, pair[::-1])
                for one in (1, 2)
            ]
            + [ravine.a + steep],
            part_left=[
                high - low / high + low for low, high in ((gentle, steep), (ravine.a, ravine.b))
            ],
        ),
        _some_of(
            "minus-for-plus",
            "below the line stands the sum of both curvatures",
            best_rate=[2 / (steep - gentle)],
            part_left=[(steep + gentle) / (steep - gentle)],
        ),
        _some_of(
            "upside-down",
            "the steeper the ground, the smaller the rate: the curvatures stand below the line",
            rate_limit=[steep, steep / 2],
            best_rate=[gentle + steep, (gentle + steep) / 2],
        ),
        _some_of(
            "part-taken-off",
            "that is the part that a step takes off; what is left?",
            part_left=[1 - part],
        ),
        _some_of(
            "coefficient-in-the-part",
            f"a step takes off the rate times the curvature, and {ravine.a:g} is not the "
            f"curvature of {ravine.a:g}·w1². Or is it the part of the limit that the best rate "
            "is? The part of the distance is wanted",
            # The best rate over the limit is 1 − a · the best rate, whatever the ravine.
            part_left=[1 - ravine.a * best],
        ),
        _some_of(
            "coefficient-in-the-part",
            f"a step takes off the rate times the curvature; is {ravine.b:g} the curvature of "
            f"{ravine.b:g}·w2²?",
            part_left=[1 - ravine.b * best],
        ),
        _some_of(
            "root-of-the-condition-number",
            "that comes with the root of the condition number; a plain step knows no root",
            part_left=[(steep**0.5 - gentle**0.5) / (steep**0.5 + gentle**0.5)],
        ),
        spotted(
            "two-parts",
            "one number is wanted: at the best rate the same part is left in both directions",
            lambda call: call.text == "part_left" and _is_pair(call.result),
        ),
        _some_of(
            "condition-number",
            "that is the condition number or its inverse; how much does one step leave?",
            part_left=[steep / gentle, gentle / steep],
        ),
        _some_of(
            "of-the-loss",
            "that is the part of the loss; the question is about the distance",
            part_left=[part**2],
        ),
        _some_of(
            "negative",
            "a part of a distance is above zero: the minus sign says that the side changes",
            part_left=[-part],
        ),
        _some_of(
            "percent",
            "give the part as a number between 0 and 1, not in percent",
            part_left=[100 * part],
        ),
        _some_of(
            "another-ravine",
            "these are the rates of the ravine in the picture; this one has other curvatures",
            _of(1, 25),
        ),
        _some_of(
            "too-few-digits",
            "give at least four digits, not counting zeros in front, or let Python work it out",
            **{name: list(cut_short(value)) for name, value in right(ravine).items()},
        ),
    )


def exercise(ravine: Ravine) -> Exercise:
    """Return the exercise for a ravine."""
    return Exercise(
        name="ravine_rates",
        points=(1, 1),
        values=tuple(right(ravine)),
        reference=right(ravine).get,
        examples=(
            Probe(("rate_limit",), shows="the limit of the rate"),
            Probe(("best_rate",), shows="the best rate"),
            Probe(("part_left",), shows="the part that a step leaves"),
        ),
        mistakes=mistakes(ravine),
        rtol=RTOL,
        variant=exercise,
        right_for=right,
    )


ravine_rates = exercise(Ravine())
