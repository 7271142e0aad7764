"""exponential_decay(lr0, t, decay=0.95): every step has the same part of the rate before it."""

from __future__ import annotations

import numpy as np

from course import schedules
from course.checks.drawn import number
from course.checks.exercise import Exercise, Probe, asked, instead
from course.checks.families.schedules import made_of, of_a_power, of_a_schedule, tiny


def rate(lr0, t, decay=0.95):
    """Return the rate at step t: what is right."""
    return schedules.exponential_decay(lr0, decay)(t)


def _parts(lr0, t, decay=0.95) -> tuple:
    """Return what a rate is made of: the first rate, the factor, and how often it counts."""
    return lr0, decay, t


def _fresh(rng: np.random.Generator) -> list[Probe]:
    lr0, decay, fast = number(rng, 0.2, 0.9), number(rng, 0.6, 0.9), number(rng, 0.2, 0.4)
    t = int(rng.integers(4, 9))
    return [
        Probe((lr0, 0, decay), shows="step 0", weight=0.5),
        Probe((lr0, 1, decay), shows="one step", weight=0.5),
        Probe((lr0, t, decay), shows="another decay"),
        Probe((lr0, 3), {"decay": fast}, "a fast decay, by its name"),
        Probe((lr0, 101 + t), shows="many steps with the default decay"),
        Probe((lr0 + 4, 2, decay), shows="a first rate above 1"),
        Probe((int(rng.integers(2, 10)), 3, decay), shows="a whole first rate"),
        Probe((tiny(lr0), t, decay), shows="a tiny rate, in all its digits"),
        # As late as recursion allows, also one that keeps what it knows (`lru_cache`).
        Probe((lr0, int(rng.integers(350, 440))), shows="a very late step"),
    ]


exponential_decay = Exercise(
    name="exponential_decay",
    points=(1, 1),
    reference=rate,
    examples=(
        Probe((0.3, 0), shows="step 0", weight=0.5),
        Probe((0.01, 1), shows="one step"),
        Probe((0.01, 60), shows="sixty steps with the default decay"),
        Probe((0.5, 3), {"decay": 0.8}, "another decay"),
        Probe((0.5, 120, 0.99), shows="many steps"),
        Probe((2, 6, 0.9), shows="a whole first rate, above 1"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "no-default",
            "who gives no `decay` must get 0.95: `decay=0.95` in the `def` line says so",
            lambda lr0, t, decay: rate(lr0, t, decay),
        ),
        instead(
            "other-default",
            "the default must be decay=0.95",
            *(
                lambda lr0, t, decay=decay: rate(lr0, t, decay)
                for decay in (0.9, 0.99, 0.5, 0.96, 0.8, 0.98, 0.97, 0.85, 0.999, 0.1, 0.05, 1.0)
            ),
        ),
        asked(
            "decay-fixed",
            "the caller chooses `decay`; yours is always the same",
            decay=[0.95, 0.9, 0.99, 0.5, 0.8],
        ),
        asked(
            "factor-too-few",
            "step 0 has the first rate, and each step after it one factor more: count them again",
            t=[lambda t: max(t - 1, 0), lambda t: t - 1],
        ),
        asked(
            "factor-too-many",
            "step 0 has the first rate itself, with no factor `decay` yet",
            t=lambda t: t + 1,
        ),
        instead(
            "return-in-the-loop",
            "your function returns in the loop's first turn, and not at all where there is none; "
            "how far is your `return` indented?",
            lambda lr0, t, decay=0.95: lr0 * decay if t else None,
        ),
        asked(
            "only-one-factor",
            "at step t there have been t factors, not one only",
            t=[lambda t: min(t, 1), 1],
        ),
        asked(
            "in-stairs",
            "this schedule falls at every step: the power is t itself",
            t=[
                *(lambda t, every=every: t // every for every in (100, 10, 20)),
                *(lambda t, every=every: t / every for every in (100, 10, 1000)),
            ],
        ),
        instead(
            "linear",
            "each step takes the same part of what is left, not the same amount",
            made_of(
                _parts,
                lambda lr0, decay, t: lr0 * (1 - (1 - decay) * t),
                lambda lr0, decay, t: max(lr0 * (1 - (1 - decay) * t), 0.0),
                lambda lr0, decay, t: lr0 * (1 - decay * t),
                lambda lr0, decay, t: max(lr0 * (1 - decay * t), 0.0),
            ),
        ),
        instead(
            "divided-by-step",
            "a quotient with the step number is another schedule: each step multiplies by `decay`",
            made_of(
                _parts,
                lambda lr0, decay, t: lr0 / (1 + decay * t),
                lambda lr0, decay, t: lr0 / (1 + (1 - decay) * t),
                lambda lr0, decay, t: lr0 / (1 + t),
            ),
        ),
        asked(
            "power-in-a-loop",
            "in a loop, each turn multiplies by `decay` once: with a power there, it is too often",
            t=[lambda t: t * (t + 1) // 2, lambda t: t * (t - 1) // 2],
        ),
        instead(
            "decay-not-handed-on",
            "your function calls itself: which `decay` does it have there?",
            lambda lr0, t, decay=0.95: lr0 * decay * 0.95 ** (t - 1) if t else lr0,
        ),
        asked("squared", "the power is t, not twice t", t=lambda t: 2 * t),
        asked(
            "half-life",
            "`decay` is a factor; it is not the number of steps until half is left",
            decay=0.5,
            t=[lambda t, decay: t / decay, lambda t, decay: t * decay],
        ),
        *of_a_schedule(),
        *of_a_power("decay", "step", _parts),
    ),
    # A product of positive factors has no noise around 0, and small rates are rates, too.
    atol=0.0,
)
