"""rate_in_new_units(lr, times): the rate of the same walk where sizes are other numbers."""

from __future__ import annotations

import math

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.scratch import ANYTHING


def rate(lr, times):
    """Return the rate that makes the same predictions: what is right."""
    return lr / times**2


def _fresh(rng: np.random.Generator) -> list[Probe]:
    lr, part = round(float(rng.uniform(0.1, 0.9)), 3), round(float(rng.uniform(0.2, 0.6)), 2)
    large = int(rng.integers(20, 400))
    return [
        # Small rates and others go both ways: who asks how large `times` is asks for `times`.
        Probe((lr, large), shows="numbers that become larger"),
        # So small that a least rate, or an absolute one, shows.
        Probe((lr / 1e5, large + 3), shows="numbers that become larger"),
        Probe((lr, part), shows="numbers that become smaller"),
        Probe((lr / 1000, part + 0.1), shows="numbers that become smaller"),
        Probe((int(rng.integers(2, 9)), int(rng.integers(2, 9))), shows="whole numbers"),
        # Not a whole number, and so small that what is added to its square shows.
        Probe((lr, 1 + part), shows="numbers that become larger", weight=0.5),
        Probe((lr / 1e8, part / 1e3), shows="numbers that become smaller", weight=0.5),
    ]


rate_in_new_units = Exercise(
    name="rate_in_new_units",
    points=(1, 1),
    reference=rate,
    examples=(
        Probe((0.5, 100), shows="from 100 m² to m²"),
        Probe((1e-7, 0.001), shows="from square feet to thousands of them"),
        Probe((3, 2), shows="whole numbers"),
    ),
    draw=_fresh,
    # The statement forbids nothing.
    may_use=ANYTHING,
    mistakes=(
        instead(
            "divided-once",
            "weight and slope have both changed: how often does the rate make up for it?",
            lambda lr, times: lr / times,
        ),
        instead(
            "wrong-way",
            "larger numbers make larger slopes; must the rate then grow or shrink?",
            lambda lr, times: lr * times**2,
            lambda lr, times: lr * times,
        ),
        instead(
            "not-changed",
            "that is `lr` as it was, as `lr / times * times` is; the limit has changed, and so "
            "must the rate",
            lambda lr, times: lr,
        ),
        instead(
            "root",
            "look at the table: a hundred times larger numbers, and which limit?",
            lambda lr, times: lr / math.sqrt(times),
        ),
        instead(
            "rate-forgotten",
            "that is by how much the rate changes; start from `lr`",
            lambda lr, times: 1 / times**2,
            lambda lr, times: times**2,
        ),
        answered(
            "two-beside-the-square",
            "there is a fixed factor in it: `lr` and `times` alone give the new rate, so what is "
            "that factor for?",
            *(lambda new, part=part: new * part for part in (1 / 2, 2, 1 / 4, 4)),
        ),
        instead(
            "grows-either-way",
            "numbers that become smaller are `times` as large, too, with `times` below 1: "
            "one formula does for both",
            lambda lr, times: lr / times**2 if times > 1 else lr * times**2,
            lambda lr, times: lr / times if times > 1 else lr * times,
            # No other rate at all where they become smaller.
            lambda lr, times: lr / max(times, 1) ** 2,
            lambda lr, times: lr / max(times, 1),
        ),
        instead(
            "right-on-one-side",
            "numbers that become larger and numbers that become smaller follow one formula; yours "
            "are two, and one of them is right",
            lambda lr, times: lr / (times**2 if times > 1 else times),
            lambda lr, times: lr / (times if times > 1 else times**2),
            lambda lr, times: lr / times**2 if times > 1 else lr * times,
            lambda lr, times: lr * times if times > 1 else lr / times**2,
            lambda lr, times: lr if times > 1 else lr / times**2,
        ),
        instead(
            "twice-for-squared",
            "twice is not squared: the rate is divided by `times`, and once more by `times`",
            lambda lr, times: lr / (2 * times),
        ),
        asked(
            "always-the-same-units",
            "the caller says how many times larger the numbers are; yours are always the same",
            times=[100, 1000, 1076.391],
        ),
        answered(
            "three-times", "twice is enough: weight and slope", lambda new, times: new / times
        ),
        numbers.rounded(*range(1, 9), hint="do not round: a small rate would become 0"),
        numbers.integer(),
        numbers.text(),
    ),
    rtol=2e-6,
    atol=1e-15,
)
