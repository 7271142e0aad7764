"""those_above(x, limit): the entries above a limit, by a mask."""

from __future__ import annotations

from typing import Any

import numpy as np

from course.checks.exercise import Exercise, Probe, asked, instead, spotted
from course.checks.lesson_00.masks import BELOW_300, like_prices


def _is_mask(answer: Any) -> bool:
    told = answer.tolist() if isinstance(answer, np.ndarray) else answer
    if not isinstance(told, (list, tuple)) or not told:
        return False
    return all(isinstance(one, (bool, np.bool_)) for one in told)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    around_0 = [*rng.integers(-9, -5, size=3), 0, *rng.integers(-3, 9, size=3)]
    return [
        Probe((rng.permutation([*rng.integers(0, 9, size=8), 4]), 4), shows="another limit"),
        # Between the limit and the whole number below it lies another number.
        Probe(
            (rng.permutation([*np.round(rng.uniform(-5, 5, size=8), 1), 0.4]), 0.6),
            shows="numbers below zero, too",
        ),
        # A zero is an entry like any other: who puts 0 in place of the others cannot tell them.
        Probe((rng.permutation(around_0), -4), shows="a limit below zero, and a zero above it"),
        like_prices(rng),
    ]


those_above = Exercise(
    name="those_above",
    points=(0, 0),
    reference=lambda x, limit: x[x > limit],
    examples=(
        Probe((np.array([3, 8, 5, 9, 5]), 5), shows="those above 5, and not 5 itself"),
        Probe((np.array([-1.5, 2.0, 0.5]), 0.0), shows="those above zero"),
        Probe((np.array([1, 2]), 7), shows="none at all"),
    ),
    draw=_fresh,
    mistakes=(
        spotted(
            "mask-itself",
            "that is the mask, with True and False; put it into the brackets of `x[…]`",
            lambda call: _is_mask(call.result),
        ),
        instead(
            "nothing-picked",
            "these are all of them; where does your mask pick those above the limit?",
            lambda x, limit: x,
        ),
        asked(
            "limit-fixed",
            "the caller chooses the limit; yours is always the same",
            limit=[5, 0, 180],
        ),
        instead(
            "below-300-too",
            BELOW_300,
            lambda x, limit: x[(x > limit) & (x < 300)],
        ),
        instead(
            "slice-from-the-limit",
            "`x[limit:]` begins at the place of this number; which comparison asks the entries?",
            lambda x, limit: x[limit:],
        ),
        instead("or-equal", "above 5 does not mean 5", lambda x, limit: x[x >= limit]),
        instead("below", "those above are wanted", lambda x, limit: x[x < limit]),
        instead(
            "how-many",
            "that is how many there are; the numbers themselves are wanted",
            lambda x, limit: np.sum(x > limit),
        ),
        instead(
            "where",
            "these are their places in the array; the numbers themselves are wanted",
            lambda x, limit: np.flatnonzero(x > limit),
            lambda x, limit: np.where(x > limit),
            lambda x, limit: np.argwhere(x > limit),
        ),
        instead(
            "first-only",
            "that is the first one alone, and all are wanted: does a `return` end a loop too "
            "soon?",
            lambda x, limit: next((one for one in x if one > limit), None),
        ),
        instead(
            "limit-taken-off",
            "the numbers themselves are wanted, not how far above the limit they are",
            lambda x, limit: x[x > limit] - limit,
        ),
        instead(
            "zeros-lost",
            "an entry may be 0 and above the limit: do not tell the others by a 0",
            lambda x, limit: x[(x > limit) & (x != 0)],
        ),
        instead(
            "others-as-zero",
            "the others are left out, they do not become 0",
            lambda x, limit: x * (x > limit),
        ),
    ),
)
