"""largest_stable_rate(curvature): 2/f″."""

from __future__ import annotations

import math
from collections.abc import Callable

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.scratch import ANYTHING

UPSIDE_DOWN = "a larger curvature needs a smaller rate; yours grows with it"


def _search(step: float) -> Callable[[float], float]:
    """Return a search that goes on by `step` until a walk comes no closer."""

    def rate(curvature):
        lr = step
        while abs(1 - lr * curvature) < 1:
            lr += step
        return lr

    return rate


largest_stable_rate = Exercise(
    name="largest_stable_rate",
    points=(1, 1),
    # The statement forbids nothing.
    may_use=ANYTHING,
    reference=lambda curvature: 2 / curvature,
    examples=(
        Probe((2.0,), shows="the parabola's limit"),
        Probe((33.4774,), shows="the limit in a steep valley"),
        Probe((0.25,), shows="a flat valley, where a rate may be above 1"),
        Probe((5_500_000,), shows="a huge curvature"),
    ),
    draw=lambda rng: [
        Probe((round(float(rng.uniform(11, 40)), 2),), shows="another steep valley"),
        Probe((round(float(rng.uniform(0.1, 0.9)), 3),), shows="another flat valley"),
        Probe((int(rng.integers(3, 9)),), shows="a whole number"),
        Probe((float(rng.integers(10, 99)) * 1e6,), shows="another huge curvature"),
    ],
    mistakes=(
        answered(
            "fastest-for-largest",
            "1/f″ is the rate that lands on a parabola's floor in one step; the largest rate "
            "that still settles is twice as large",
            lambda limit: limit / 2,
        ),
        instead("upside-down", UPSIDE_DOWN, lambda curvature: curvature / 2),
        instead("multiplied", UPSIDE_DOWN, lambda curvature: 2 * curvature),
        instead(
            "curvature-for-rate",
            "that is the curvature itself; which rate makes 1 − lr·f″ equal to −1?",
            lambda curvature: curvature,
            lambda curvature: -curvature,
        ),
        numbers.integer("`//` and `int` throw away the part after the point"),
        numbers.whole_start("curvature"),
        answered(
            "two-below-the-line",
            "solve 1 − lr·f″ = −1 for lr once more: on which side of the line does the 2 end up?",
            lambda limit: limit / 4,
        ),
        answered(
            "capped",
            "a rate may be above 1; on a flat curve the limit is",
            lambda limit: min(1.0, limit),
        ),
        asked(
            "always-the-parabola",
            "that is the limit of one curve; the caller gives the curvature of another",
            curvature=2.0,
        ),
        instead(
            "squared",
            "the curvature itself belongs under the line, not its square",
            lambda curvature: 2 / curvature**2,
            lambda curvature: (2 / curvature) ** 2,
        ),
        instead(
            "root",
            "no square root is needed: solve 1 − lr·f″ = −1 for lr",
            lambda curvature: math.sqrt(2 / curvature),
            lambda curvature: 2 / math.sqrt(curvature),
            lambda curvature: math.sqrt(2) / curvature,
        ),
        instead(
            "subtracted",
            "solve 1 − lr·f″ = −1 for lr: divide by the curvature, do not subtract it",
            lambda curvature: 2 - curvature,
            lambda curvature: curvature - 2,
        ),
        numbers.sign_flipped("a rate is above zero"),
        answered(
            "of-half-the-loss",
            "the curvature that you are given is already that of the loss itself",
            lambda limit: 2 * limit,
        ),
        instead(
            "factor-for-rate",
            "that is a factor 1 − lr·f″; solve it for the rate that makes it −1",
            lambda curvature: 1 - 2 / curvature,
            lambda curvature: 1 - curvature,
            lambda curvature: 1 - 2 * curvature,
        ),
        answered(
            "range-for-limit",
            "return the upper limit alone, one number",
            lambda limit: (0, limit),
            lambda limit: (limit / 2, limit),
        ),
        numbers.text("return a number, not text"),
        numbers.rounded(
            *range(1, 9), hint="do not round inside the function; a small limit would become 0"
        ),
        instead(
            "searched-in-steps",
            "a search in steps ends beside the limit, and far off where the limit is small: solve "
            "1 − lr·f″ = −1 for lr",
            *map(_search, (0.1, 0.01, 0.001)),
        ),
        answered(
            "just-below",
            "return the limit itself, exactly",
            *(
                lambda limit, part=part: part * limit
                for part in (0.999, 0.99, 0.9, 0.95, 0.98, 0.9999, 0.995)
            ),
            *(
                lambda limit, less=less: limit - less
                for less in (0.01, 0.001, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 0.1)
            ),
        ),
    ),
    # So near that six digits after the point are not enough; float32 is.
    rtol=2e-6,
    atol=1e-15,
)
