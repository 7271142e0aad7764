"""in_dollars(thousands): an array, entry by entry."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((np.round(rng.uniform(100, 900, size=4), 2),), shows="other prices"),
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
        answered(
            "not-changed",
            "these are still thousands of dollars",
            lambda dollars, thousands: thousands,
        ),
    ),
)
