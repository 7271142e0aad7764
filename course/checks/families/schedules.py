"""Mistakes of schedules: functions lr0, t, … that give the learning rate at step t."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from course.checks.exercise import Change, Mistake, answered, asked, instead, spotted
from course.checks.families import numbers

ROUNDED = "do not round inside the function: small rates would become 0"
# The steps up to this one, with it or without it.
UP_TO = (lambda t: np.arange(t + 1), lambda t: np.arange(t))


def of_a_schedule() -> list[Mistake]:
    """Return the mistakes that any schedule can have whose reference takes an array of steps."""
    return [
        asked(
            "first-rate-fixed",
            "the caller chooses the first rate; yours is always the same",
            lr0=[0.01, 0.1, 0.001],
        ),
        asked(
            "factor-for-rate",
            "that is the part that is left of the first rate; the rate itself is wanted",
            lr0=1.0,
        ),
        asked(
            "step-not-used",
            "the rate depends on the step number; yours is the same at every step",
            t=0,
        ),
        answered(
            "what-is-gone",
            "that is how much the rate has lost; return what is left of it",
            lambda rate, lr0: lr0 - rate,
        ),
        asked(
            "list-of-rates",
            "return the rate of this one step, not those of all steps up to it",
            t=list(UP_TO),
        ),
        Mistake(
            "summed",
            "return the rate of this one step, not the sum of all rates up to it",
            tuple(Change({"t": steps}, lambda rates: np.sum(rates)) for steps in UP_TO),
        ),
        numbers.rounded(*range(2, 9), hint=ROUNDED),
        numbers.integer("`int` and `round` throw away what stands after the point"),
        numbers.whole_start("lr0"),
        spotted(
            "function-for-rate",
            "return the rate itself, a number; a function that gives rates is not wanted here",
            lambda call: callable(call.result),
        ),
        numbers.text(),
    ]


def made_of(parts: Callable[..., tuple], *rules: Callable[..., Any]) -> list[Callable]:
    """Return functions called like a schedule: each rule gives a rate made of these parts."""
    return [lambda *args, rule=rule, **kwargs: rule(*parts(*args, **kwargs)) for rule in rules]


def of_a_power(factor: str, each: str, parts: Callable[..., tuple]) -> list[Mistake]:
    """Return the mistakes of a rate that is multiplied by a factor again and again.

    Args:
        factor: The argument that holds the factor.
        each: What comes with each factor: a "drop", a "step".
        parts: Called like the schedule; gives the first rate, the factor and how many there are.
    """

    def kept(keep: Callable[[Any, Any], Any]) -> Callable:
        def rule(rate, factor, many):
            for _ in range(many):
                rate = keep(rate * factor, rate)
            return rate

        return rule

    return [
        instead(
            "by-for-to",
            f"`{factor}` is the part of the rate that is kept, not the part that is taken away",
            made_of(parts, lambda lr0, f, many: lr0 * (1 - f) ** many),
        ),
        instead(
            "times-for-power",
            f"two {each}s multiply by `{factor}` twice: {factor} · {factor}, and not 2 · {factor}",
            made_of(
                parts,
                lambda lr0, f, many: lr0 * f * many,
                lambda lr0, f, many: lr0 * f * many if many else lr0,
            ),
        ),
        instead(
            "subtracted",
            f"each {each} multiplies the rate by `{factor}`; nothing is subtracted from it",
            made_of(
                parts,
                lambda lr0, f, many: lr0 - f * many,
                lambda lr0, f, many: lr0 - (1 - f) * many,
                lambda lr0, f, many: lr0 - lr0 * f * many,
                lambda lr0, f, many: lr0 - lr0 * (1 - f) * many,
                lambda lr0, f, many: max(lr0 - f * many, 0.0),
                lambda lr0, f, many: max(lr0 - lr0 * f * many, 0.0),
                lambda lr0, f, many: lr0 - f**many,
            ),
        ),
        instead(
            "divided",
            f"the rate must fall; dividing by `{factor}`, which is below 1, makes it grow",
            made_of(parts, lambda lr0, f, many: lr0 / f**many, lambda lr0, f, many: lr0 / f),
        ),
        instead(
            "exponential-function",
            f"no e is needed here: the power is of `{factor}` itself",
            made_of(
                parts,
                lambda lr0, f, many: lr0 * math.exp(-f * many),
                lambda lr0, f, many: lr0 * math.exp(-(1 - f) * many),
                lambda lr0, f, many: lr0 * math.exp(f * many),
                lambda lr0, f, many: lr0 * math.exp(-many / f),
            ),
        ),
        instead(
            "first-rate-in-the-power",
            f"only `{factor}` is raised to the power; the first rate counts once",
            made_of(parts, lambda lr0, f, many: (lr0 * f) ** many),
        ),
        instead(
            "power-upside-down",
            f"the number of {each}s is the power, and `{factor}` is what is raised to it",
            made_of(
                parts,
                lambda lr0, f, many: lr0 * many**f,
                lambda lr0, f, many: lr0**many * f,
            ),
        ),
        instead(
            "whole-numbers-cut-off",
            numbers.WHOLE,
            made_of(parts, kept(lambda new, old: type(old)(new))),
        ),
        instead(
            "rounded",
            ROUNDED,
            made_of(parts, *(kept(lambda a, _, n=n: round(a, n)) for n in range(2, 9))),
        ),
    ]


def tiny(rate: float) -> float:
    """Return a rate a million times smaller, as short to read."""
    return float(f"{rate * 1e-6:.3g}")
