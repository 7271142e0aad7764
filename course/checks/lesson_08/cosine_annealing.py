"""cosine_annealing(lr0, t, T, lr_min=0.0): the rate falls along half a cosine wave."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from course import schedules
from course.checks.drawn import number
from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.checks.families.schedules import of_a_schedule, tiny

PI_AT_THE_END = "the angle must reach π at t = T"


def rate(lr0, t, T, lr_min=0.0):
    """Return the rate at step t: what is right."""
    return schedules.cosine_annealing(lr0, T, lr_min)(t)


def _left(t, T) -> float:
    return (1 + math.cos(math.pi * t / T)) / 2


def _share(share: Callable[[int, int], float]) -> Callable:
    """Return a schedule from lr0 to lr_min in which `share` of the step and T is left."""
    return lambda lr0, t, T, lr_min=0.0: lr_min + (lr0 - lr_min) * share(t, T)


def _angle(angle: Callable[[int, int], float]) -> Callable:
    """Return cosine annealing with another angle than πt/T."""
    return _share(lambda t, T: (1 + math.cos(angle(t, T))) / 2)


def _ends(rule: Callable[[float, float, float], float]) -> Callable:
    """Return a rate made of lr0, lr_min and the share that is left."""
    return lambda lr0, t, T, lr_min=0.0: rule(lr0, lr_min, _left(t, T))


def _fresh(rng: np.random.Generator) -> list[Probe]:
    lr0, lr_min = number(rng, 0.3, 0.9), number(rng, 0.05, 0.15)
    # Odd steps of an odd number: πt and πtT/2 are then no whole turns.
    T, early = 2 * int(rng.integers(15, 30)) + 1, 2 * int(rng.integers(3, 6)) + 1
    third, whole = int(rng.integers(7, 14)), int(rng.integers(3, 10))
    return [
        Probe((lr0, 0, T, lr_min), shows="the first rate", weight=0.5),
        Probe((lr0, T, T), shows="the last rate", weight=0.25),
        Probe((lr0, T, T, lr_min), shows="the last rate", weight=0.25),
        Probe((lr0, early, T), shows="early"),
        Probe((lr0, T - early + 1, T, lr_min), shows="late, with a smallest rate"),
        Probe((lr0, third // 3, third), {"lr_min": lr_min}, "another T"),
        Probe((lr0, 3 * third, 100 + 5 * third), shows="a longer run"),
        Probe((lr0 + 3, 2 * third, 3 * third, lr_min), shows="a first rate above 1"),
        Probe((whole, early, T, 1), shows="whole rates"),
        Probe((tiny(lr0), early, T, tiny(lr_min)), shows="tiny rates, in all their digits"),
    ]


cosine_annealing = Exercise(
    name="cosine_annealing",
    points=(2, 2),
    reference=rate,
    examples=(
        Probe((0.1, 0, 100), shows="the first rate", weight=0.5),
        Probe((0.3, 100, 100), shows="the last rate", weight=0.5),
        Probe((0.1, 25, 75), shows="the first third"),
        Probe((0.4, 30, 120), {"lr_min": 0.04}, "another T and a smallest rate"),
        Probe((0.2, 21, 27, 0.05), shows="late, with a smallest rate"),
        Probe((3, 12, 18), shows="a whole first rate, above 1"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "angle-rounded-down",
            "`//` rounds the angle down; it grows with every step",
            _angle(lambda t, T: math.pi * t // T),
        ),
        asked(
            "starts-anew",
            "at t = T the wave has ended; `%` begins it anew there",
            t=lambda t, T: t % T,
        ),
        instead(
            "no-default",
            "who gives no `lr_min` must get 0: `lr_min=0.0` in the `def` line says so",
            lambda lr0, t, T, lr_min: rate(lr0, t, T, lr_min),
        ),
        instead(
            "other-default",
            "the default must be lr_min=0.0",
            *(
                lambda lr0, t, T, lr_min=lr_min: rate(lr0, t, T, lr_min)
                for lr_min in (0.001, 0.01, 1e-4, 1e-5, 1e-6, 0.1, 0.02, 0.05, 1.0)
            ),
        ),
        asked(
            "stays-where-it-is",
            "the rate depends on the step number; yours is the same at every step",
            t=[lambda T: T, lambda T: T / 2],
        ),
        answered(
            "zero-at-the-end",
            "the last rate is `lr_min`, and that need not be 0",
            lambda rate, t, T: 0.0 if t >= T else rate,
        ),
        asked(
            "lr-min-ignored",
            "at the end the rate must be `lr_min`; yours does not depend on it",
            lr_min=0.0,
        ),
        answered(
            "lr-min-not-added",
            "what falls is the part above `lr_min`; `lr_min` itself stays, and must be added",
            lambda rate, lr_min: rate - lr_min,
        ),
        asked(
            "lr-min-not-subtracted",
            "with `lr_min` added, the whole starts above `lr0`: which part is there to fall?",
            lr0=lambda lr0, lr_min: lr0 + lr_min,
        ),
        instead(
            "cut-off",
            "the wave ends at `lr_min`; it is not cut off there",
            _ends(lambda lr0, lr_min, left: max(lr0 * left, lr_min)),
        ),
        instead(
            "lr-min-misplaced",
            "`lr_min` is added once, and subtracted from `lr0` once, inside the brackets",
            *map(
                _ends,
                (
                    lambda lr0, lr_min, left: 2 * lr_min + (lr0 - lr_min) * left,
                    lambda lr0, lr_min, left: lr0 * left - lr_min,
                    lambda lr0, lr_min, left: lr0 * left - lr_min * left * 2 + lr_min,
                    lambda lr0, lr_min, left: lr_min + lr0 - lr_min * left,
                    lambda lr0, lr_min, left: lr_min + lr0 / 2 - lr_min * 2 * left,
                    lambda lr0, lr_min, left: lr_min + (lr0 + lr_min) * left,
                    lambda lr0, lr_min, left: lr_min - (lr0 - lr_min) * left,
                    lambda lr0, lr_min, left: lr0 + (lr0 - lr_min) * left,
                    lambda lr0, lr_min, left: (lr_min + lr0 - lr_min) * left,
                ),
            ),
        ),
        instead(
            "absolute",
            "the cosine may be below zero, and must be: with `abs` the rate rises again",
            _share(lambda t, T: (1 + abs(math.cos(math.pi * t / T))) / 2),
        ),
        asked(
            "upside-down",
            "the rate must begin at `lr0` and end at `lr_min`; look at both ends of yours",
            t=lambda t, T: T - t,
        ),
        instead(
            "half-missing",
            "1 + cos goes from 2 to 0: by what must it be divided to go from 1 to 0?",
            _share(lambda t, T: 2 * _left(t, T)),
            # The half at lr_min instead.
            _ends(lambda lr0, lr_min, left: lr_min / 2 + (lr0 - lr_min) * 2 * left),
        ),
        instead(
            "half-of-all",
            "the half belongs to 1 + cos; it must not halve `lr_min`, too",
            _ends(lambda lr0, lr_min, left: (lr_min + (lr0 - lr_min) * 2 * left) / 2),
        ),
        instead(
            "degrees",
            "`np.cos` takes radians: half a turn is π there, not 180",
            _angle(lambda t, T: 180 * t / T),
            _angle(lambda t, T: math.radians(math.pi * t / T)),
        ),
        instead(
            "pi-rounded",
            "π has more digits than you give it; `np.pi` has them all",
            *(
                _angle(lambda t, T, pi=pi: pi * t / T)
                for pi in (3.14, 3, 3.1, 3.141, 3.142, 3.1415, 22 / 7)
            ),
        ),
        instead(
            "sine",
            "a sine begins at 0; which function begins at 1 and ends at −1?",
            _share(lambda t, T: (1 + math.sin(math.pi * t / T)) / 2),
            _share(lambda t, T: (1 - math.sin(math.pi * t / T)) / 2),
            _share(lambda t, T: math.sin(math.pi * t / T)),
        ),
        instead(
            "linear",
            "that is a straight line from `lr0` to `lr_min`; the way between is half a wave",
            _share(lambda t, T: 1 - t / T),
        ),
        instead(
            "whole-wave",
            "your rate comes back up to `lr0` at the end; half a wave is enough",
            _angle(lambda t, T: 2 * math.pi * t / T),
        ),
        instead(
            "quarter-wave",
            PI_AT_THE_END + "; yours ends at half of it",
            _angle(lambda t, T: math.pi * t / (2 * T)),
            _share(lambda t, T: math.cos(math.pi * t / (2 * T))),
            _share(lambda t, T: math.cos(math.pi * t / (2 * T)) / 2),
        ),
        instead(
            "pi-missing",
            PI_AT_THE_END + "; yours reaches 1",
            _angle(lambda t, T: t / T),
            _share(lambda t, T: math.cos(t / T)),
        ),
        instead(
            "length-missing",
            PI_AT_THE_END + "; T is missing in it",
            _angle(lambda t, T: math.pi * t),
        ),
        instead(
            "one-missing",
            "a cosine goes down to −1; what must be added so that no rate is below `lr_min`?",
            _share(lambda t, T: math.cos(math.pi * t / T)),
            _share(lambda t, T: math.cos(math.pi * t / T) / 2),
        ),
        instead(
            "brackets-missing",
            "Python multiplies and divides before it adds; put 1 + cos in brackets",
            _share(lambda t, T: 1 + math.cos(math.pi * t / T) / 2),
            lambda lr0, t, T, lr_min=0.0: lr0 + math.cos(math.pi * t / T) / 2,
            lambda lr0, t, T, lr_min=0.0: (lr0 + lr_min) / 2 + math.cos(math.pi * t / T),
            _angle(lambda t, T: math.pi * t / 2 * T),
        ),
        instead(
            "cosine-of-pi-alone",
            "is the cosine that of π alone? All of πt/T belongs in its brackets",
            _share(lambda t, T: (1 - t / T) / 2),
        ),
        instead(
            "t-and-T-swapped",
            "how much of the way is done is t/T: which of them is divided by which?",
            _angle(lambda t, T: math.pi * T / t),
        ),
        asked("length-fixed", "the caller chooses T; yours is always the same", T=[100, 1000]),
        instead(
            "one-step-off",
            "t = 0 must give `lr0`, and t = T must give `lr_min`: is t or T shifted by one?",
            *(
                _angle(lambda t, T, i=i, j=j: math.pi * (t + i) / (T + j))
                for i, j in ((1, 0), (0, -1), (-1, 0), (0, 1), (1, 1), (-1, -1))
            ),
        ),
        asked(
            "divided-to-integers",
            "`//` rounds down: t // T is 0 until the last step",
            t=lambda t, T: T * (t // T),
        ),
        instead(
            "squared",
            "no square is needed: (1 + cos)/2 as it stands",
            _share(lambda t, T: _left(t, T) ** 2),
        ),
        instead(
            "factor-for-rate",
            "that goes from 1 to 0; the rate must go from `lr0` to `lr_min`",
            _ends(lambda lr0, lr_min, left: left),
        ),
        asked(
            "list-of-rates",
            "return the rate of this one step, not those of all steps",
            t=lambda T: np.arange(T + 1),
        ),
        *of_a_schedule(),
        numbers.whole_start("lr_min"),
    ),
    # Rates may be small: only rounding noise counts as nothing.
    atol=1e-10,
)
