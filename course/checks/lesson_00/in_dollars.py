"""in_dollars(thousands): an array, entry by entry."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Call, Exercise, Probe, answered, spotted
from course.checks.families import numbers


def _texts(call: Call) -> bool:
    told = call.result.tolist() if isinstance(call.result, np.ndarray) else call.result
    return isinstance(told, str) or (
        isinstance(told, (list, tuple))
        and len(told) > 0
        and all(isinstance(one, str) for one in told)
    )


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        # In dollars, too, these have digits after the point.
        Probe((np.round(rng.uniform(100, 900, size=4), 5),), shows="other prices"),
        Probe((np.round(rng.uniform(0.001, 0.09, size=3), 6),), shows="other prices"),
        Probe((rng.integers(10, 90, size=6),), shows="whole numbers"),
    ]


in_dollars = Exercise(
    name="in_dollars",
    points=(0, 0),
    reference=lambda thousands: 1000 * thousands,
    examples=(
        Probe((np.array([150.0, 200.0, 352.5]),), shows="three prices"),
        Probe((np.array([7, 12]),), shows="whole numbers"),
    ),
    draw=_fresh,
    mistakes=(
        answered(
            "divided",
            "a price in dollars is the larger number",
            lambda dollars, thousands: thousands / 1000,
        ),
        answered(
            "first-only",
            "the whole array is wanted, every entry times 1000",
            lambda dollars: dollars[0],
        ),
        answered("sum", "each price stays a number of its own", lambda dollars: np.sum(dollars)),
        spotted(
            "texts",
            "these are texts, and nobody can work with them; numbers are wanted",
            _texts,
        ),
        answered(
            "added",
            "thousands become dollars by another sign than plus",
            lambda dollars, thousands: thousands + 1000,
        ),
        answered(
            "not-changed",
            "these are still thousands of dollars",
            lambda dollars, thousands: thousands,
        ),
        numbers.rounded(0, 1, 2, hint="the cents count, too: do not round"),
        numbers.integer("the cents count, too: `int`, `//` and `round` throw them away"),
    ),
)
