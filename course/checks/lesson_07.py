"""Exercises of lesson 07: three schedules, and a loop whose gradient is never renewed."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from course import schedules
from course.checks.engine import Call, Exercise, Mistake, Probe, each_form
from course.data import noisy_line
from course.descent import descend
from course.landscapes import squared_error
from course.optimizers import Optimizer

LESSON = "07_schedules"

# Rates may be small: only rounding noise counts as nothing.
ATOL = 1e-10


def _digits(rng: np.random.Generator, low: float, high: float) -> float:
    return round(float(rng.uniform(low, high)), 3)


def _rounded(name: str, rate: Callable) -> list[Mistake]:
    """Return the mistake of rounding; it spoils small rates only, so it must be tried early."""
    return each_form(
        f"{name}.rounded",
        "do not round inside the function: small rates would become 0",
        (
            # NumPy rounds 0.005 to 0, Python to 0.01.
            lambda lr0, t, *rest, digits=digits, kind=kind, **options: kind(
                float(rate(lr0, t, *rest, **options)), digits
            )
            for digits in (2, 3, 4, 5, 6)
            for kind in (round, np.round)
        ),
    )


def _general(name: str, rate: Callable) -> list[Mistake]:
    """Return the mistakes that any schedule can have, for one with the rates `rate`."""

    def rates(lr0, steps, rest, options):
        return [rate(lr0, t, *rest, **options) for t in steps]

    return [
        *each_form(
            f"{name}.first-rate-fixed",
            "the caller chooses the first rate; yours is always the same",
            (
                lambda lr0, t, *rest, fixed=fixed, **options: rate(fixed, t, *rest, **options)
                for fixed in (0.01, 0.1, 0.001)
            ),
        ),
        Mistake(
            f"{name}.factor-for-rate",
            "that is the part that is left of the first rate; the rate itself is wanted",
            lambda lr0, t, *rest, **options: rate(1.0, t, *rest, **options),
        ),
        *each_form(
            f"{name}.step-not-used",
            "the rate depends on the step number; yours is the same at every step",
            (lambda lr0, t, *rest, **options: lr0,),
        ),
        Mistake(
            f"{name}.what-is-gone",
            "that is how much the rate has lost; return what is left of it",
            lambda lr0, t, *rest, **options: lr0 - rate(lr0, t, *rest, **options),
        ),
        *each_form(
            f"{name}.list-of-rates",
            "return the rate of this one step, not those of all steps up to it",
            (
                lambda lr0, t, *rest, **options: rates(lr0, range(t + 1), rest, options),
                lambda lr0, t, *rest, **options: rates(lr0, range(t), rest, options),
            ),
        ),
        *each_form(
            f"{name}.summed",
            "return the rate of this one step, not the sum of all rates up to it",
            (
                lambda lr0, t, *rest, **options: sum(rates(lr0, range(t + 1), rest, options)),
                lambda lr0, t, *rest, **options: sum(rates(lr0, range(t), rest, options)),
            ),
        ),
        *each_form(
            f"{name}.integer",
            "`int` and `round` throw away what stands after the point",
            (
                lambda lr0, t, *rest, **options: int(rate(lr0, t, *rest, **options)),
                lambda lr0, t, *rest, **options: round(float(rate(lr0, t, *rest, **options))),
            ),
        ),
        Mistake(
            f"{name}.function-for-rate",
            "return the rate itself, a number; a function that gives rates is not wanted here",
            spot=lambda call: callable(call.result),
        ),
        Mistake(
            f"{name}.text",
            "return the number itself; an f-string makes text, which is for printing",
            spot=lambda call: isinstance(call.result, str),
        ),
    ]


# step_decay(lr0, t, drop=0.5, every=100)


def _step_decay(lr0, t, drop=0.5, every=100):
    return schedules.step_decay(lr0, drop, every)(t)


def _drops(count: Callable[[int, int], float]) -> Callable:
    """Return step decay with another count of drops: `count` of the step and of `every`."""
    return lambda lr0, t, drop=0.5, every=100: lr0 * drop ** count(t, every)


def _after_drops(rate: Callable[[float, float, int], float]) -> Callable:
    """Return a rate made from the first rate, `drop` and the number of drops."""
    return lambda lr0, t, drop=0.5, every=100: rate(lr0, drop, t // every)


def _step_probes(rng: np.random.Generator) -> list[Probe]:
    lr0, low, high = _digits(rng, 0.2, 0.9), _digits(rng, 0.15, 0.4), _digits(rng, 0.75, 0.9)
    every, drops = int(rng.integers(6, 13)), int(rng.integers(2, 4))
    return [
        Probe((lr0, 0, high, every), shows="step 0", weight=0.5),
        Probe((lr0, drops * every - 1, low, every), shows="the last step before a drop"),
        Probe((lr0, drops * every, high, every), shows="a step with a drop"),
        Probe((lr0, every, low, every), shows="the first drop"),
        Probe(
            (lr0, drops * every + 3 * every // 4),
            {"every": every, "drop": low},
            "named arguments",
        ),
        Probe((lr0, 100 * drops + int(rng.integers(20, 45))), shows="the defaults"),
        Probe((lr0 + 4, 9 * every // 2, high, every), shows="a first rate above 1"),
        Probe((lr0, 12 * every, low, every), shows="a very late step"),
    ]


step_decay = Exercise(
    name="step_decay",
    points=(2, 2),
    reference=_step_decay,
    examples=(
        Probe((0.3, 0), shows="step 0", weight=0.5),
        Probe((0.01, 99), shows="the last step before the first drop"),
        Probe((0.01, 100), shows="the first drop"),
        Probe((0.01, 250), shows="two drops"),
        Probe((0.4, 35), {"drop": 0.2, "every": 10}, "another drop, every 10 steps"),
        Probe((3.0, 8, 0.9, 4), shows="a first rate above 1"),
        Probe((0.5, 900), shows="a very late step"),
    ),
    draw=_step_probes,
    mistakes=(
        # Those that go wrong on few probes come first: others may do the same to just these.
        *_rounded("step_decay", _step_decay),
        Mistake(
            "step_decay.drops-one-step-early",
            "step 99 still has the first rate, if it drops every 100 steps",
            _drops(lambda t, every: (t + 1) // every),
        ),
        *each_form(
            "step_decay.drops-one-step-late",
            "the drop belongs to step 100 itself, if it drops every 100 steps",
            (
                _drops(lambda t, every: max(t - 1, 0) // every),
                _drops(lambda t, every: (t - 1) // every),
            ),
        ),
        *each_form(
            "step_decay.other-default",
            "the defaults must be drop=0.5 and every=100",
            (
                *(
                    lambda lr0, t, drop=drop, every=100: _step_decay(lr0, t, drop, every)
                    for drop in (0.1, 0.2, 0.25, 0.75, 0.8, 0.9, 0.95, 0.05, 1.0)
                ),
                *(
                    lambda lr0, t, drop=0.5, every=every: _step_decay(lr0, t, drop, every)
                    for every in (10, 1, 5, 20, 30, 50, 200, 1000)
                ),
            ),
        ),
        Mistake(
            "step_decay.drop-fixed",
            "the caller chooses `drop`; yours is always a half",
            lambda lr0, t, drop=0.5, every=100: _step_decay(lr0, t, 0.5, every),
        ),
        Mistake(
            "step_decay.every-fixed",
            "the caller chooses `every`; yours is always 100",
            lambda lr0, t, drop=0.5, every=100: _step_decay(lr0, t, drop, 100),
        ),
        Mistake(
            "step_decay.only-one-drop",
            "the rate drops again and again, not once only",
            _drops(lambda t, every: min(t // every, 1)),
        ),
        *each_form(
            "step_decay.only-at-the-drop",
            "after a drop the rate stays low; yours goes back up at the next step",
            (
                _drops(lambda t, every: int(t % every == 0)),
                _drops(lambda t, every: int(t % every == 0 and t > 0)),
                _drops(lambda t, every: int(t == every)),
            ),
        ),
        Mistake(
            "step_decay.count-rounded",
            "count the drops that have been: always rounded down, never up",
            _drops(lambda t, every: round(t / every)),
        ),
        *each_form(
            "step_decay.drop-too-many",
            "how many drops have there been at step 0, and at step 99? Yours has one too many",
            (
                _drops(lambda t, every: math.ceil(t / every)),
                _drops(lambda t, every: t // every + 1),
            ),
        ),
        Mistake(
            "step_decay.drop-too-few",
            "how many drops have there been at step 100? Yours has one too few",
            _drops(lambda t, every: t // every - 1),
        ),
        Mistake(
            "step_decay.not-in-steps",
            "the rate must stay the same between two drops: how do you divide and round down?",
            _drops(lambda t, every: t / every),
        ),
        Mistake(
            "step_decay.remainder",
            "`%` gives what is left over when you divide; how often `every` fits in is wanted",
            _drops(lambda t, every: t % every),
        ),
        Mistake(
            "step_decay.by-for-to",
            "`drop` is the part of the rate that is kept, not the part that is taken away",
            lambda lr0, t, drop=0.5, every=100: _step_decay(lr0, t, 1 - drop, every),
        ),
        *each_form(
            "step_decay.subtracted",
            "each drop multiplies the rate by `drop`; nothing is subtracted from it",
            (
                _after_drops(lambda lr0, drop, k: lr0 - drop * k),
                _after_drops(lambda lr0, drop, k: lr0 - lr0 * drop * k),
                _after_drops(lambda lr0, drop, k: lr0 - lr0 * (1 - drop) * k),
                _after_drops(lambda lr0, drop, k: max(lr0 - drop * k, 0.0)),
                _after_drops(lambda lr0, drop, k: max(lr0 - lr0 * drop * k, 0.0)),
                _after_drops(lambda lr0, drop, k: lr0 - drop**k),
            ),
        ),
        *each_form(
            "step_decay.times-for-power",
            "two drops multiply by `drop` twice: drop · drop, and not 2 · drop",
            (
                _after_drops(lambda lr0, drop, k: lr0 * drop * k),
                _after_drops(lambda lr0, drop, k: lr0 * drop * k if k else lr0),
            ),
        ),
        *each_form(
            "step_decay.divided",
            "the rate must fall; dividing by `drop`, which is below 1, makes it grow",
            (
                _after_drops(lambda lr0, drop, k: lr0 / drop**k),
                _after_drops(lambda lr0, drop, k: lr0 * drop**-k),
            ),
        ),
        *each_form(
            "step_decay.divided-by-count",
            "a quotient with the number of drops falls too slowly: each drop multiplies by `drop`",
            (
                _after_drops(lambda lr0, drop, k: lr0 / (1 + drop * k)),
                _after_drops(lambda lr0, drop, k: lr0 / (1 + k)),
            ),
        ),
        Mistake(
            "step_decay.power-upside-down",
            "the number of drops is the power, and `drop` is what is raised to it",
            _after_drops(lambda lr0, drop, k: lr0 * k**drop),
        ),
        Mistake(
            "step_decay.every-step",
            "the rate drops every `every` steps; yours drops at each step",
            _drops(lambda t, every: t),
        ),
        Mistake(
            "step_decay.division-upside-down",
            "how often does `every` fit into t? Look at which of them is divided by which",
            _drops(lambda t, every: every // t),
        ),
        *each_form(
            "step_decay.exponential-function",
            "no e is needed here: the power is of `drop` itself",
            (
                _after_drops(lambda lr0, drop, k: lr0 * math.exp(-drop * k)),
                lambda lr0, t, drop=0.5, every=100: lr0 * math.exp(-drop * t / every),
            ),
        ),
        Mistake(
            "step_decay.first-rate-in-the-power",
            "only `drop` is raised to the power; the first rate counts once",
            _after_drops(lambda lr0, drop, k: (lr0 * drop) ** k),
        ),
        *each_form(
            "step_decay.brackets-missing",
            "Python takes powers before it divides; put the division in brackets",
            (
                lambda lr0, t, drop=0.5, every=100: lr0 * drop**t // every,
                lambda lr0, t, drop=0.5, every=100: lr0 * drop**t / every,
            ),
        ),
        Mistake(
            "step_decay.always-one-drop",
            "the rate depends on the step number; yours has one drop at every step",
            _after_drops(lambda lr0, drop, k: lr0 * drop),
        ),
        *_general("step_decay", _step_decay),
    ),
    atol=ATOL,
)


# exponential_decay(lr0, t, decay=0.95)


def _exponential_decay(lr0, t, decay=0.95):
    return schedules.exponential_decay(lr0, decay)(t)


def _power(exponent: Callable[[int], float]) -> Callable:
    """Return exponential decay with another exponent than t."""
    return lambda lr0, t, decay=0.95: lr0 * decay ** exponent(t)


def _decaying(rate: Callable[[float, int, float], float]) -> Callable:
    """Return `rate` with the default for `decay`."""
    return lambda lr0, t, decay=0.95: rate(lr0, t, decay)


def _exponential_probes(rng: np.random.Generator) -> list[Probe]:
    lr0, decay, other = _digits(rng, 0.2, 0.9), _digits(rng, 0.6, 0.9), _digits(rng, 0.2, 0.4)
    t = int(rng.integers(4, 9))
    return [
        Probe((lr0, 0, decay), shows="step 0", weight=0.5),
        Probe((lr0, t, decay), shows="another decay"),
        Probe((lr0, 3), {"decay": other}, "a fast decay, by its name"),
        Probe((lr0, 101 + t), shows="many steps with the default decay"),
        Probe((lr0 + 4, 2, decay), shows="a first rate above 1"),
        Probe((lr0, 170 + t), shows="a very late step"),
    ]


exponential_decay = Exercise(
    name="exponential_decay",
    points=(1, 1),
    reference=_exponential_decay,
    examples=(
        Probe((0.3, 0), shows="step 0", weight=0.5),
        Probe((0.01, 1), shows="one step"),
        Probe((0.01, 60), shows="sixty steps with the default decay"),
        Probe((0.5, 3), {"decay": 0.8}, "another decay"),
        Probe((0.5, 120, 0.99), shows="many steps"),
        Probe((2.0, 6, 0.9), shows="a first rate above 1"),
    ),
    draw=_exponential_probes,
    mistakes=(
        *_rounded("exponential_decay", _exponential_decay),
        *each_form(
            "exponential_decay.other-default",
            "the default must be decay=0.95",
            (
                lambda lr0, t, decay=decay: _exponential_decay(lr0, t, decay)
                for decay in (0.9, 0.99, 0.5, 0.96, 0.8, 0.999, 0.1, 0.05, 1.0)
            ),
        ),
        Mistake(
            "exponential_decay.decay-fixed",
            "the caller chooses `decay`; yours is always 0.95",
            _decaying(lambda lr0, t, decay: _exponential_decay(lr0, t)),
        ),
        *each_form(
            "exponential_decay.factor-too-few",
            "step 0 has the first rate, and each step after it one factor more: count them again",
            (_power(lambda t: max(t - 1, 0)), _power(lambda t: t - 1)),
        ),
        Mistake(
            "exponential_decay.factor-too-many",
            "step 0 has the first rate itself, with no factor `decay` yet",
            _power(lambda t: t + 1),
        ),
        *each_form(
            "exponential_decay.only-one-factor",
            "at step t there have been t factors, not one only",
            (_power(lambda t: min(t, 1)), _power(lambda t: 1)),
        ),
        *each_form(
            "exponential_decay.in-stairs",
            "this schedule falls at every step: the power is t itself",
            (
                *(_power(lambda t, every=every: t // every) for every in (100, 10)),
                *(_power(lambda t, every=every: t / every) for every in (100, 10, 1000)),
            ),
        ),
        Mistake(
            "exponential_decay.by-for-to",
            "`decay` is the part of the rate that is kept, not the part that is taken away",
            _decaying(lambda lr0, t, decay: lr0 * (1 - decay) ** t),
        ),
        *each_form(
            "exponential_decay.times-for-power",
            "two steps multiply by `decay` twice: decay · decay, and not 2 · decay",
            (
                _decaying(lambda lr0, t, decay: lr0 * decay * t),
                _decaying(lambda lr0, t, decay: lr0 * decay * t if t else lr0),
            ),
        ),
        *each_form(
            "exponential_decay.linear",
            "each step takes the same part of what is left, not the same amount",
            (
                _decaying(lambda lr0, t, decay: lr0 * (1 - (1 - decay) * t)),
                _decaying(lambda lr0, t, decay: max(lr0 * (1 - (1 - decay) * t), 0.0)),
                _decaying(lambda lr0, t, decay: lr0 * (1 - decay * t)),
                _decaying(lambda lr0, t, decay: max(lr0 * (1 - decay * t), 0.0)),
            ),
        ),
        *each_form(
            "exponential_decay.subtracted",
            "each step multiplies the rate by `decay`; nothing is subtracted from it",
            (
                _decaying(lambda lr0, t, decay: lr0 - decay * t),
                _decaying(lambda lr0, t, decay: lr0 - decay**t),
                _decaying(lambda lr0, t, decay: max(lr0 - decay * t, 0.0)),
                _decaying(lambda lr0, t, decay: lr0 - (1 - decay) * t),
            ),
        ),
        *each_form(
            "exponential_decay.exponential-function",
            "no e is needed here: the power is of `decay` itself",
            (
                _decaying(lambda lr0, t, decay: lr0 * math.exp(-decay * t)),
                _decaying(lambda lr0, t, decay: lr0 * math.exp(-(1 - decay) * t)),
                _decaying(lambda lr0, t, decay: lr0 * math.exp(decay * t)),
                _decaying(lambda lr0, t, decay: lr0 * math.exp(-t / decay)),
            ),
        ),
        *each_form(
            "exponential_decay.divided",
            "the rate must fall; dividing by `decay`, which is below 1, makes it grow",
            (
                _power(lambda t: -t),
                _decaying(lambda lr0, t, decay: lr0 / decay),
            ),
        ),
        *each_form(
            "exponential_decay.divided-by-step",
            "a quotient with the step number is another schedule: each step multiplies by `decay`",
            (
                _decaying(lambda lr0, t, decay: lr0 / (1 + decay * t)),
                _decaying(lambda lr0, t, decay: lr0 / (1 + (1 - decay) * t)),
                _decaying(lambda lr0, t, decay: lr0 / (1 + t)),
            ),
        ),
        Mistake(
            "exponential_decay.first-rate-in-the-power",
            "only `decay` is raised to the power; the first rate counts once",
            _decaying(lambda lr0, t, decay: (lr0 * decay) ** t),
        ),
        *each_form(
            "exponential_decay.power-upside-down",
            "the step number is the power, and `decay` is what is raised to it",
            (
                _decaying(lambda lr0, t, decay: lr0 * t**decay),
                _decaying(lambda lr0, t, decay: lr0**t * decay),
            ),
        ),
        *each_form(
            "exponential_decay.power-in-a-loop",
            "in a loop, each turn multiplies by `decay` once: with a power there, it is too often",
            (
                _power(lambda t: t * (t + 1) // 2),
                _power(lambda t: t * (t - 1) // 2),
            ),
        ),
        Mistake(
            "exponential_decay.squared",
            "the power is t, not twice t",
            _power(lambda t: 2 * t),
        ),
        *each_form(
            "exponential_decay.half-life",
            "`decay` is a factor; it is not the number of steps until half is left",
            (
                _decaying(lambda lr0, t, decay: lr0 * 0.5 ** (t / decay)),
                _decaying(lambda lr0, t, decay: lr0 * 0.5 ** (t * decay)),
            ),
        ),
        *_general("exponential_decay", _exponential_decay),
    ),
    atol=ATOL,
)


# cosine_annealing(lr0, t, T, lr_min=0.0)


def _cosine_annealing(lr0, t, T, lr_min=0.0):
    return schedules.cosine_annealing(lr0, T, lr_min)(t)


def _share(share: Callable[[int, int], float]) -> Callable:
    """Return a schedule from lr0 to lr_min in which `share` of the step and T is left."""
    return lambda lr0, t, T, lr_min=0.0: lr_min + (lr0 - lr_min) * share(t, T)


def _angle(angle: Callable[[int, int], float]) -> Callable:
    """Return cosine annealing with another angle than πt/T."""
    return _share(lambda t, T: (1 + math.cos(angle(t, T))) / 2)


def _left(t, T) -> float:
    return (1 + math.cos(math.pi * t / T)) / 2


def _ends(rate: Callable[[float, float, float], float]) -> Callable:
    """Return a rate made from lr0, lr_min and the share that is left."""
    return lambda lr0, t, T, lr_min=0.0: rate(lr0, lr_min, _left(t, T))


def _cosine_probes(rng: np.random.Generator) -> list[Probe]:
    lr0, lr_min = _digits(rng, 0.3, 0.9), _digits(rng, 0.05, 0.15)
    # Odd steps of an odd number: πt and πtT/2 are then no whole turns.
    T, early = 2 * int(rng.integers(15, 30)) + 1, 2 * int(rng.integers(3, 6)) + 1
    third = int(rng.integers(7, 14))
    return [
        Probe((lr0, 0, T, lr_min), shows="the first rate", weight=0.5),
        Probe((lr0, T, T), shows="the last rate", weight=0.5),
        Probe((lr0, early, T), shows="early"),
        Probe((lr0, T - early + 1, T, lr_min), shows="late, with a smallest rate"),
        Probe((lr0, third // 3, third), {"lr_min": lr_min}, "another T"),
        Probe((lr0 + 3, 2 * third, 3 * third, lr_min), shows="a first rate above 1"),
    ]


cosine_annealing = Exercise(
    name="cosine_annealing",
    points=(2, 2),
    reference=_cosine_annealing,
    examples=(
        Probe((0.1, 0, 100), shows="the first rate", weight=0.5),
        Probe((0.3, 100, 100), shows="the last rate", weight=0.5),
        Probe((0.1, 25, 75), shows="the first third"),
        Probe((0.4, 30, 120), {"lr_min": 0.04}, "another T and a smallest rate"),
        Probe((0.2, 21, 27, 0.05), shows="late, with a smallest rate"),
        Probe((3.0, 12, 18), shows="a first rate above 1"),
    ),
    draw=_cosine_probes,
    mistakes=(
        *_rounded("cosine_annealing", _cosine_annealing),
        Mistake(
            "cosine_annealing.starts-anew",
            "at t = T the wave has ended; `%` begins it anew there",
            _angle(lambda t, T: math.pi * (t % T) / T),
        ),
        *each_form(
            "cosine_annealing.other-default",
            "the default must be lr_min=0.0",
            (
                lambda lr0, t, T, lr_min=lr_min: _cosine_annealing(lr0, t, T, lr_min)
                for lr_min in (0.001, 0.01, 1e-4, 1e-5, 1e-6, 0.1, 1.0)
            ),
        ),
        Mistake(
            "cosine_annealing.lr-min-ignored",
            "at the end the rate must be `lr_min`; yours does not depend on it",
            _ends(lambda lr0, lr_min, left: lr0 * left),
        ),
        Mistake(
            "cosine_annealing.lr-min-not-added",
            "what falls is the part above `lr_min`; `lr_min` itself stays, and must be added",
            _ends(lambda lr0, lr_min, left: (lr0 - lr_min) * left),
        ),
        Mistake(
            "cosine_annealing.lr-min-not-subtracted",
            "with `lr_min` added, the whole starts above `lr0`: which part is there to fall?",
            _ends(lambda lr0, lr_min, left: lr_min + lr0 * left),
        ),
        Mistake(
            "cosine_annealing.cut-off",
            "the wave ends at `lr_min`; it is not cut off there",
            _ends(lambda lr0, lr_min, left: max(lr0 * left, lr_min)),
        ),
        *each_form(
            "cosine_annealing.lr-min-misplaced",
            "`lr_min` is added once, and subtracted from `lr0` once, inside the brackets",
            (
                _ends(lambda lr0, lr_min, left: 2 * lr_min + (lr0 - lr_min) * left),
                _ends(lambda lr0, lr_min, left: lr0 * left - lr_min),
                _ends(lambda lr0, lr_min, left: lr0 * left - lr_min * left * 2 + lr_min),
                _ends(lambda lr0, lr_min, left: lr_min + lr0 - lr_min * left),
                _ends(lambda lr0, lr_min, left: lr_min + (lr0 + lr_min) * left),
                _ends(lambda lr0, lr_min, left: lr_min - (lr0 - lr_min) * left),
                _ends(lambda lr0, lr_min, left: lr0 + (lr0 - lr_min) * left),
                _ends(lambda lr0, lr_min, left: (lr_min + lr0 - lr_min) * left),
            ),
        ),
        Mistake(
            "cosine_annealing.absolute",
            "the cosine may be below zero, and must be: with `abs` the rate rises again",
            _share(lambda t, T: (1 + abs(math.cos(math.pi * t / T))) / 2),
        ),
        *each_form(
            "cosine_annealing.upside-down",
            "the rate must begin at `lr0` and end at `lr_min`; look at both ends of yours",
            (
                _share(lambda t, T: 1 - _left(t, T)),
                _angle(lambda t, T: math.pi * (t / T - 1)),
            ),
        ),
        *each_form(
            "cosine_annealing.half-missing",
            "1 + cos goes from 2 to 0: by what must it be divided to go from 1 to 0?",
            (
                _share(lambda t, T: 2 * _left(t, T)),
                # The half at lr_min instead, or at the whole.
                lambda lr0, t, T, lr_min=0.0: lr_min / 2 + (lr0 - lr_min) * 2 * _left(t, T),
            ),
        ),
        Mistake(
            "cosine_annealing.half-of-all",
            "the half belongs to 1 + cos; it must not halve `lr_min`, too",
            lambda lr0, t, T, lr_min=0.0: (lr_min + (lr0 - lr_min) * 2 * _left(t, T)) / 2,
        ),
        *each_form(
            "cosine_annealing.degrees",
            "`np.cos` takes radians: half a turn is π there, not 180",
            (
                _angle(lambda t, T: 180 * t / T),
                _angle(lambda t, T: math.radians(math.pi * t / T)),
            ),
        ),
        *each_form(
            "cosine_annealing.sine",
            "a sine begins at 0; which function begins at 1 and ends at −1?",
            (
                _share(lambda t, T: (1 + math.sin(math.pi * t / T)) / 2),
                _share(lambda t, T: (1 - math.sin(math.pi * t / T)) / 2),
                _share(lambda t, T: math.sin(math.pi * t / T)),
            ),
        ),
        Mistake(
            "cosine_annealing.linear",
            "that is a straight line from `lr0` to `lr_min`; the way between is half a wave",
            _share(lambda t, T: 1 - t / T),
        ),
        Mistake(
            "cosine_annealing.whole-wave",
            "your rate comes back up to `lr0` at the end; half a wave is enough",
            _angle(lambda t, T: 2 * math.pi * t / T),
        ),
        *each_form(
            "cosine_annealing.quarter-wave",
            "the angle must reach π at t = T; yours ends at half of it",
            (
                _angle(lambda t, T: math.pi * t / (2 * T)),
                _share(lambda t, T: math.cos(math.pi * t / (2 * T))),
                _share(lambda t, T: math.cos(math.pi * t / (2 * T)) / 2),
            ),
        ),
        *each_form(
            "cosine_annealing.pi-missing",
            "the angle must reach π at t = T; yours reaches 1",
            (
                _angle(lambda t, T: t / T),
                _share(lambda t, T: math.cos(t / T)),
            ),
        ),
        Mistake(
            "cosine_annealing.length-missing",
            "the angle must reach π at t = T; T is missing in it",
            _angle(lambda t, T: math.pi * t),
        ),
        *each_form(
            "cosine_annealing.one-missing",
            "a cosine goes down to −1; what must be added so that no rate is below `lr_min`?",
            (
                _share(lambda t, T: math.cos(math.pi * t / T)),
                _share(lambda t, T: math.cos(math.pi * t / T) / 2),
            ),
        ),
        *each_form(
            "cosine_annealing.brackets-missing",
            "Python multiplies and divides before it adds; put 1 + cos in brackets",
            (
                _share(lambda t, T: 1 + math.cos(math.pi * t / T) / 2),
                lambda lr0, t, T, lr_min=0.0: (
                    lr_min + (lr0 - lr_min) * 1 + math.cos(math.pi * t / T) / 2
                ),
                lambda lr0, t, T, lr_min=0.0: (
                    lr_min + (lr0 - lr_min) / 2 * 1 + math.cos(math.pi * t / T)
                ),
                lambda lr0, t, T, lr_min=0.0: lr_min + lr0 - lr_min * _left(t, T),
                _angle(lambda t, T: math.pi * t / 2 * T),
            ),
        ),
        Mistake(
            "cosine_annealing.t-and-T-swapped",
            "how much of the way is done is t/T: which of them is divided by which?",
            _angle(lambda t, T: math.pi * T / t),
        ),
        *each_form(
            "cosine_annealing.length-fixed",
            "the caller chooses T; yours is always the same",
            (_angle(lambda t, T, fixed=fixed: math.pi * t / fixed) for fixed in (100, 1000)),
        ),
        *each_form(
            "cosine_annealing.one-step-off",
            "t = 0 must give `lr0`, and t = T must give `lr_min`: is t or T shifted by one?",
            (
                _angle(lambda t, T: math.pi * (t + 1) / T),
                _angle(lambda t, T: math.pi * t / (T - 1)),
                _angle(lambda t, T: math.pi * (t - 1) / T),
                _angle(lambda t, T: math.pi * t / (T + 1)),
                _angle(lambda t, T: math.pi * (t + 1) / (T + 1)),
                _angle(lambda t, T: math.pi * (t - 1) / (T - 1)),
            ),
        ),
        Mistake(
            "cosine_annealing.divided-to-integers",
            "`//` rounds down: t // T is 0 until the last step",
            _angle(lambda t, T: math.pi * (t // T)),
        ),
        Mistake(
            "cosine_annealing.squared",
            "no square is needed: (1 + cos)/2 as it stands",
            _share(lambda t, T: _left(t, T) ** 2),
        ),
        Mistake(
            "cosine_annealing.factor-for-rate",
            "that goes from 1 to 0; the rate must go from `lr0` to `lr_min`",
            _ends(lambda lr0, lr_min, left: left),
        ),
        Mistake(
            "cosine_annealing.list-of-rates",
            "return the rate of this one step, not those of all steps",
            lambda lr0, t, T, lr_min=0.0: [
                _cosine_annealing(lr0, s, T, lr_min) for s in range(T + 1)
            ],
        ),
        *_general("cosine_annealing", _cosine_annealing),
    ),
    atol=ATOL,
)


# What the article got wrong: a gradient that is never renewed, and "by" for "to"

_LINE = noisy_line()
_HALF = squared_error(_LINE.x, _LINE.y, factor=1 / (2 * len(_LINE.y)))
_START = np.zeros(2)
EPOCHS = 1000


def _article_rate(t):
    return _step_decay(0.01, t)


def _end(
    lr=_article_rate, gradient=_HALF.gradient, epochs=EPOCHS, optimizer=None
) -> tuple[float, float]:
    """Return (w, b) after the article's loop with another rate, gradient or step."""
    w, b = descend(_HALF, _START, lr, epochs, gradient=gradient, optimizer=optimizer).final
    return float(w), float(b)


def _once(w):
    """Return the gradient at the start, wherever the walk stands."""
    return _HALF.gradient(_START)


def _one_after_the_other(first: int) -> Optimizer:
    """Return a step in which weight number `first` has moved before the other is worked out."""

    def update(g, state, w, lr, t):
        step = np.zeros(2)
        for i in (first, 1 - first):
            step[i] = -lr * _HALF.gradient(w + step)[i]
        return step, state

    return Optimizer("one weight after the other", lambda w: (), update)


_values = {
    "repaired_end": _end(),
    "straight_end": _end(gradient=_once),
    "code_rate": float(_step_decay(0.01, 100, drop=0.2)),
    "docstring_rate": 0.01 * (1 - 0.2),
}


def _instead(**values) -> Callable:
    """Return a reader of the right values with some of them replaced."""
    return (_values | values).get


def _both(**options) -> Callable:
    """Return a reader of both ends after a loop that differs from the right one."""
    return _instead(
        repaired_end=_end(**options), straight_end=_end(**{"gradient": _once} | options)
    )


def _few_digits(call: Call) -> bool:
    """Return whether a line is right, but rounded to fewer digits than asked for."""
    try:
        got = np.asarray(call.result, dtype=float)
    except (TypeError, ValueError):
        return False
    right = np.asarray(_values[call.probe.args[0]])
    return right.shape == got.shape == (2,) and any(
        np.allclose(got, np.round(right, digits), rtol=0, atol=1e-9) for digits in (0, 1, 2, 3)
    )


article_schedule = Exercise(
    name="article_schedule",
    points=(1, 1),
    values=tuple(_values),
    reference=_values.get,
    examples=(
        Probe(("repaired_end",), shows="the line after the repaired loop"),
        Probe(("code_rate",), shows="the rate that the code gives"),
        Probe(("docstring_rate",), shows="the rate reduced by 20 percent"),
    ),
    draw=lambda rng: [
        Probe(("repaired_end",), shows="the line after the repaired loop", weight=0.5),
        Probe(("straight_end",), shows="the line after the loop with one gradient"),
    ],
    mistakes=(
        *each_form(
            "article_schedule.by-is-not-to",
            "reduced by 20 percent: how many percent are left?",
            (
                _instead(docstring_rate=0.002),
                _instead(docstring_rate=0.01 - 0.2),
                _instead(docstring_rate=0.005),
            ),
        ),
        *each_form(
            "article_schedule.not-multiplied",
            "what does the code do with the rate at step 100: lr0 · drop ** (100 // 100)?",
            (
                _instead(code_rate=0.008),
                _instead(code_rate=0.01),
                _instead(code_rate=0.005),
                _instead(code_rate=0.0004),
            ),
        ),
        Mistake(
            "article_schedule.by-and-to-swapped",
            "the code multiplies by 0.2; reduced by 20 percent, 80 percent are left",
            _instead(code_rate=0.008, docstring_rate=0.002),
        ),
        Mistake(
            "article_schedule.renewed-in-both",
            "for `straight_end`, the slopes are worked out once, before the loop",
            _instead(straight_end=_values["repaired_end"]),
        ),
        *each_form(
            "article_schedule.not-renewed",
            "for `repaired_end`, work out the errors inside the loop, anew at each epoch",
            (
                _instead(repaired_end=_values["straight_end"]),
                _instead(
                    repaired_end=_values["straight_end"], straight_end=_values["repaired_end"]
                ),
            ),
        ),
        *each_form(
            "article_schedule.intercept-first",
            "each line is (w, b), in this order: the slope of the line first",
            (
                _instead(
                    repaired_end=_values["repaired_end"][::-1],
                    straight_end=_values["straight_end"][::-1],
                ),
                _instead(straight_end=_values["straight_end"][::-1]),
                _instead(repaired_end=_values["repaired_end"][::-1]),
            ),
        ),
        Mistake(
            "article_schedule.constant-rate",
            "the rate is not 0.01 all the time: it halves every 100 epochs",
            _both(lr=0.01),
        ),
        *each_form(
            "article_schedule.lowest-point",
            "that is where the loss is lowest, or what made the data; the loop stops before it",
            (
                _instead(repaired_end=tuple(float(v) for v in _HALF.minima[0])),
                _instead(repaired_end=(3.0, 7.0)),
            ),
        ),
        Mistake(
            "article_schedule.whole-loss",
            "the article's loss is half the mean squared error, so its slopes have no factor 2",
            _both(lr=lambda t: 2 * _article_rate(t)),
        ),
        Mistake(
            "article_schedule.counted-from-1",
            "the epochs are numbered from 0 to 999, and the first rate is that of epoch 0",
            _both(lr=lambda t: _article_rate(t + 1)),
        ),
        Mistake(
            "article_schedule.uphill",
            "your walk goes uphill; which sign takes you against the slope?",
            _both(lr=lambda t: -_article_rate(t)),
        ),
        *each_form(
            "article_schedule.other-number-of-epochs",
            "there are 1000 epochs, and each takes one step with all rows",
            (_both(epochs=epochs) for epochs in (100, 200, 500)),
        ),
        Mistake(
            "article_schedule.exponential-decay",
            "the article's loop uses step decay: 0.5 every 100 epochs",
            _both(lr=lambda t: _exponential_decay(0.01, t)),
        ),
        *each_form(
            "article_schedule.one-weight-first",
            "work out both slopes from the same errors, before you change either weight",
            (
                _instead(repaired_end=_end(optimizer=_one_after_the_other(first)))
                for first in (0, 1)
            ),
        ),
        Mistake(
            "article_schedule.one-number",
            "a line is a pair (w, b): two numbers",
            spot=lambda call: (
                call.probe.args[0] in ("repaired_end", "straight_end")
                and isinstance(call.result, (int, float, np.number))
            ),
        ),
        Mistake(
            "article_schedule.too-few-digits",
            "give at least four digits after the point",
            spot=_few_digits,
        ),
    ),
    # Four digits after the point are enough, three are not.
    rtol=2.5e-5,
    atol=ATOL,
)

EXERCISES = (step_decay, exponential_decay, cosine_annealing, article_schedule)
