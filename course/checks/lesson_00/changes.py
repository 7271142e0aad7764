"""changes(w): each entry minus the one before it, by two slices."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((np.round(rng.uniform(-5, 5, size=6), 2),), shows="another walk"),
        Probe((rng.integers(-9, 9, size=5),), shows="whole numbers"),
    ]


changes = Exercise(
    name="changes",
    points=(0, 0),
    reference=lambda w: w[1:] - w[:-1],
    examples=(
        Probe((np.array([1.0, 4.0, 9.0, 16.0]),), shows="a walk of three steps"),
        Probe((np.array([5, 3, 3, 8]),), shows="whole numbers"),
        Probe((np.array([2.5, 2.0]),), shows="a single step"),
    ),
    draw=_fresh,
    mistakes=(
        answered(
            "other-sign",
            "the later entry minus the earlier one: which slice stands first?",
            lambda change: -change,
        ),
        answered(
            "whole-way",
            "that is one number, the whole way; each single change is wanted",
            lambda change: np.sum(change),
        ),
        answered(
            "last-minus-first",
            "one change is missing, the first or the last: how many are there between entries? "
            "Of two slices, each has one entry less than `w`",
            lambda change: change[:-1],
            lambda change: change[1:],
        ),
        answered(
            "one-too-many",
            "the first entry has none before it: there is one change less than there are entries",
            # `w[-1]` is the last entry, and np.roll brings it to the front.
            lambda change, w: [w[0] - w[-1], *change],
            lambda change: [0, *change],
            lambda change, w: [w[0], *change],
            lambda change: [*change, 0],
        ),
        answered(
            "from-the-first",
            "that is how far each entry is from the first one; take off the one just before it",
            lambda change: np.cumsum(change),
        ),
        answered(
            "every-second",
            "`w[1::2]` takes every second entry; all of them but one are wanted",
            lambda change: change[::2],
        ),
    ),
)
