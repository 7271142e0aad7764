"""move_on(grad, w): a function as a value."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead
from course.formula import Formula


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, w = (round(float(v), 2) for v in rng.uniform(1, 5, size=3))
    return [
        Probe((Formula(f"{a}*(w - {b})", name="grad"), w), shows="another slope"),
        Probe((Formula(f"{a}*w**2", name="grad"), int(rng.integers(2, 9))), shows="whole numbers"),
        Probe((Formula(f"{a}*w", name="grad"), w / 700), shows="small numbers, all their digits"),
    ]


move_on = Exercise(
    name="move_on",
    points=(0, 0),
    reference=lambda grad, w: w - 0.1 * grad(w),
    examples=(
        Probe((Formula("2*(w - 4)", name="grad"), -1.0), shows="a slope below zero"),
        Probe((Formula("3*w**2", name="grad"), 2), shows="a slope above zero"),
    ),
    draw=_fresh,
    mistakes=(
        instead("uphill", "minus, not plus", lambda grad, w: w + 0.1 * grad(w)),
        instead("without-the-tenth", "a tenth of it is taken off", lambda grad, w: w - grad(w)),
        instead(
            "over-a-tenth",
            "over 0.1 is ten times as much: a tenth is times 0.1, or over 10",
            lambda grad, w: w - grad(w) / 0.1,
        ),
        instead(
            "tenth-inside",
            "`grad` is called at `w` itself; the tenth is taken of what comes back",
            lambda grad, w: w - grad(0.1 * w),
        ),
        instead(
            "tenth-of-all",
            "the tenth is taken of what comes back alone: which brackets do that?",
            lambda grad, w: 0.1 * (w - grad(w)),
        ),
        instead(
            "slope-alone",
            "that is what `grad` gives at `w`; take a tenth of it off `w`",
            lambda grad, w: grad(w),
        ),
        instead(
            "step-alone",
            "that is what is taken off; where does it leave you?",
            lambda grad, w: 0.1 * grad(w),
            lambda grad, w: -0.1 * grad(w),
        ),
        instead(
            "weight-for-slope",
            "`grad` has not been called: `grad(w)`",
            lambda grad, w: w - 0.1 * w,
        ),
        instead(
            "grad-not-used",
            "the function that comes in is called `grad`; yours is always the same one",
            lambda grad, w: w - 0.1 * (2 * w),
        ),
        answered(
            "rounded",
            "do not round inside the function",
            *(lambda new, many=many: round(float(new), many) for many in (0, 1, 2, 3, 4, 6)),
        ),
    ),
)
