"""compare_rates(f, grad, w0, rates, steps): three rates, what becomes of each, and the fastest."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe
from course.checks.lesson_02.compare_fastest import FASTEST
from course.checks.lesson_02.compare_lists import LISTS
from course.checks.lesson_02.compare_results import RESULTS
from course.checks.lesson_02.compare_walks import WALKS
from course.checks.lesson_02.walked import one_form, right
from course.formula import Formula

QUARTIC = Formula("w**4 - 8*w**2 + w + 10")
QUARTIC_SLOPE = Formula("4*w**3 - 16*w + 1", name="grad")
# The same in products: these do not raise where numbers end, they give inf and then NaN.
PRODUCTS = Formula("w*w*(w*w - 8) + w + 10")
PRODUCTS_SLOPE = Formula("4*w*(w*w - 4) + 1", name="grad")
# A valley between two hills; beyond a hill the curve falls for ever.
EDGE = Formula("w*w*(1 - w*w)")
EDGE_SLOPE = Formula("2*w*(1 - 2*w*w)", name="grad")
# It falls for ever on both sides, in powers: a walk ends with an error and has never turned.
CLIFF = Formula("-w**4")
CLIFF_SLOPE = Formula("-4*w**3", name="grad")
# The same in products: the walk goes on to infinity without an error and without a turn, and from
# there its steps are NaN, which have no direction.
PLUNGE = Formula("-w*w*w*w")
PLUNGE_SLOPE = Formula("-4*w*w*w", name="grad")


def _bowl(a: float, centre: float, floor: float, *asked, shows: str) -> Probe:
    f = Formula(f"{a:g}*(w - {centre:g})**2 + {floor:g}")
    return Probe((f, Formula(f"{2 * a:g}*(w - {centre:g})", name="grad"), *asked), shows=shows)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def some(low: float, high: float, digits: int = 3) -> float:
        return round(float(rng.uniform(low, high)), digits)

    a, floor, centre, tiny = some(1, 3, 2), some(1, 4, 2), some(2, 5, 2), some(0.002, 0.009, 5)
    left, steps = int(rng.integers(-4, 0)), int(rng.integers(5, 8))
    # Part of 1/(2a), the rate that lands on the floor: slow, good, overshooting, on its way out.
    slow, good, bold, rising, wild = (
        float(f"{part / (2 * a):.3g}") for part in (0.1, 0.7, 1.85, 2.1, 2.2)
    )
    return [
        _bowl(
            a, centre, floor, left, (slow, wild, good, bold), steps,
            shows="another parabola, from a whole number, where two rates overshoot",
        ),
        # The lower of two losses, both far above the one at the start, and above the largest
        # number that a search for the lowest is likely to begin with. Still smaller rates would
        # be the same but for rounding.
        _bowl(
            1e4 * a, centre, floor, int(rng.integers(-3000, -2000)),
            (wild / 1e4, rising / 1e4), steps,
            shows="another parabola, from a whole number, where two rates overshoot",
        ),
        # Large numbers are numbers, too.
        _bowl(
            a, centre, floor, left, (good, float(f"{3 / a:.3g}")), 4 + steps,
            shows="a rate whose walk is far out, and still finite",
        ),
        _bowl(a, 0, 0, tiny, (good, bold, slow), steps, shows="tiny weights, in all their digits"),
        Probe((QUARTIC, QUARTIC_SLOPE, some(3.02, 3.15)), shows="the quartic from another start"),
        Probe(
            (PRODUCTS, PRODUCTS_SLOPE, some(3.02, 3.15), (0.1, 0.03, 0.05), steps + 6),
            shows="a rate that diverges to NaN before the others",
        ),
        # From here on the first weight is finite, and its loss is not. One step earlier it is
        # beyond 1e50: who gives up where a weight is absurdly large is right as well.
        Probe(
            (QUARTIC, QUARTIC_SLOPE, some(3.04, 3.095), (0.1, 0.03), 7),
            shows="a loss that cannot be worked out",
        ),
        Probe(
            (PRODUCTS, PRODUCTS_SLOPE, some(-3.115, -3.062), (0.1, 0.15, 0.03), 7),
            shows="losses that are inf",
        ),
        Probe(
            (EDGE, EDGE_SLOPE, some(0.45, 0.48), (some(3.4, 3.8, 2), 0.1), 6),
            shows="a walk that falls for ever",
        ),
        Probe(
            (CLIFF, CLIFF_SLOPE, -some(1.1, 1.4), (some(0.3, 0.6, 2), 1e-4), steps + 6),
            shows="a walk that falls for ever",
        ),
        Probe(
            (PLUNGE, PLUNGE_SLOPE, some(1.1, 1.4), (some(0.3, 0.6, 2), 1e-4), steps + 7),
            shows="steps that are NaN",
            weight=0.5,
        ),
        # The lowest loss is 0, which is false: two steps end 1 from the centre, where the curve
        # crosses 0. Of the two steps, the second is the one that turns.
        _bowl(
            1, left + 4, -1, left, (0.25, 0.1, 0.95), 2,
            shows="two steps to a loss of 0",
        ),
    ]  # fmt: skip


EXAMPLES = (
    _bowl(
        1, 4, 2, -2, (0.05, 0.3, 0.9, 1.1), 6,
        shows="the parabola from −2, where two rates overshoot",
    ),
    _bowl(
        1, 4, 2, -2, (0.05, 3.0), 10,
        shows="a rate whose walk is far out, and still finite",
    ),
    Probe((QUARTIC, QUARTIC_SLOPE, 3.0), shows="the quartic from 3.0 with the usual rates"),
    Probe(
        (PRODUCTS, PRODUCTS_SLOPE, 3.0, (0.1, 0.03, 0.05), 12),
        shows="a rate that diverges to NaN before the others",
    ),
    Probe(
        (QUARTIC, QUARTIC_SLOPE, 3.0, (0.1, 0.03), 8), shows="a loss that cannot be worked out"
    ),
    Probe(
        (PRODUCTS, PRODUCTS_SLOPE, -3.1, (0.1, 0.15, 0.03), 7), shows="losses that are inf"
    ),
    Probe((EDGE, EDGE_SLOPE, 0.47, (3.5, 0.1), 6), shows="a walk that falls for ever"),
    Probe((CLIFF, CLIFF_SLOPE, -1.25, (0.4, 1e-4), 12), shows="a walk that falls for ever"),
    Probe((PLUNGE, PLUNGE_SLOPE, 1.25, (0.4, 1e-4), 12), shows="steps that are NaN", weight=0.5),
)  # fmt: skip


compare_rates = Exercise(
    name="compare_rates",
    points=(3, 3),
    reference=right,
    examples=EXAMPLES,
    draw=_fresh,
    form=one_form,
    may_use=("course.landscapes", "course.descent.central_difference"),
    mistakes=(*WALKS[:3], *LISTS, *FASTEST, *RESULTS, *WALKS[3:]),
)
