"""Mistakes of compare_rates in the rate that it calls the fastest."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course.checks.exercise import Call, Mistake, answered, spotted
from course.checks.lesson_02.walked import repaired


def as_fastest(label: str, hint: str, /, *picks: Callable[[dict], Any]) -> Mistake:
    """Return the mistake of another fastest rate, each picked from the right answer."""
    changes = (lambda told, pick=pick: told | {"fastest": pick(told)} for pick in picks)
    return answered(label, hint, *changes)


def lowest(told: Mapping, rates: Any = None, key: Callable = lambda result: result[1]) -> Any:
    """Return the rate with the lowest `key` of its result, of those that do not diverge."""
    left = [lr for lr in told["results"] if lr not in told["diverges"]]
    return min(left if rates is None else rates, key=lambda lr: key(told["results"][lr]))


def below(loss: float) -> Callable[[dict], Any]:
    """Return a search for the lowest loss that begins at this one, and may find none."""

    def pick(told: dict) -> Any:
        best = lowest(told)
        return best if told["results"][best][1] < loss else None

    return pick


def smooth(told: dict) -> Any:
    """Return the fastest of the rates that neither overshoot nor diverge, if there is one."""
    rates = [lr for lr in told["results"] if lr not in (*told["overshoots"], *told["diverges"])]
    return lowest(told, rates) if rates else None


def forgets_zero(told: dict) -> Any:
    """Return what a search finds that takes a lowest loss of 0 for none."""
    best, least = None, None
    for lr, (_, loss) in told["results"].items():
        if lr not in told["diverges"] and (not least or loss < least):
            best, least = lr, loss
    return best


def below_the_start(told: dict, f: Callable, w0: float) -> dict:
    """Change the answer to that of a search which begins at the loss of the start."""
    return told | {"fastest": below(f(w0))(told)}


TOO_LOW = "the search for the lowest loss must begin above every loss: at `math.inf`, say"


def not_finite(call: Call) -> bool:
    """Tell a fastest rate without a finite result, in an answer that is right otherwise."""
    try:
        result = call.result["results"][call.result["fastest"]]
        finite = np.isfinite(np.asarray(result, dtype=float)).all()
    except (LookupError, TypeError, ValueError):  # not a rate, or not a pair of numbers
        return False
    return not finite and repaired(lambda told: {"fastest": call.expected["fastest"]})(call)


NOT_FINITE = (
    "your fastest rate has no finite result; with NaN both `<` and `>` are False, and −inf is "
    "below every number"
)

FASTEST = (
    as_fastest(
        "overshooting-never-fastest",
        "a walk that overshoots may still end lowest: the fastest is looked for among all rates "
        "whose result is finite",
        smooth,
    ),
    as_fastest(
        "fastest-not-finite",
        NOT_FINITE,
        lambda told: lowest(told, told["results"]),
        lambda told: lowest(
            told, told["results"], lambda end: end[1] if all(map(math.isfinite, end)) else math.nan
        ),
        lambda told: lowest(
            told, told["results"], lambda end: math.inf if math.isnan(end[1]) else end[1]
        ),
    ),
    spotted("fastest-not-finite", NOT_FINITE, not_finite),
    as_fastest(
        "lowest-begins-too-low",
        TOO_LOW,
        *map(below, (0, 1, 0.1, 0.001, 10, 100, 1000, 10_000, 100_000, 1_000_000)),
        # What is the largest whole number elsewhere is none here.
        *map(below, (1e7, 1e8, 1e9, 1e10, 2**31 - 1, 999_999)),
    ),
    answered("lowest-begins-too-low", TOO_LOW, below_the_start),
    as_fastest(
        "lowest-not-kept",
        "your fastest rate is the last one whose result is finite: when a loss is lower than the "
        "lowest so far, what else must be written down beside its rate?",
        lambda told: [lr for lr in told["results"] if lr not in told["diverges"]][-1],
    ),
    as_fastest(
        "zero-for-no-loss",
        "a loss of 0 is a loss like any other, but Python takes 0 for false: ask `is None`, or "
        "begin with `math.inf`",
        forgets_zero,
        lambda told: lowest(told, key=lambda result: result[1] or math.inf),
    ),
    as_fastest(
        "fastest-by-absolute-loss",
        "a loss below zero is lower than a loss of zero; do not take its absolute value",
        lambda told: lowest(told, key=lambda result: abs(result[1])),
    ),
    as_fastest(
        "fastest-by-weight",
        "compare the losses; a tuple is compared by its first value, the weight",
        lambda told: lowest(told, key=lambda result: result[0]),
    ),
    as_fastest(
        "highest-loss",
        "the lowest loss is the best one",
        lambda told: lowest(told, key=lambda result: -result[1]),
    ),
    as_fastest(
        "largest-rate-for-fastest",
        "the largest rate need not come lowest; compare the losses",
        lambda told: max(set(told["results"]) - set(told["diverges"])),
        lambda told: max(told["results"]),
    ),
    as_fastest(
        "smallest-rate-for-fastest",
        "`min` of a dictionary is the smallest of its keys; compare the losses",
        lambda told: min(told["results"]),
        lambda told: min(set(told["results"]) - set(told["diverges"])),
    ),
    as_fastest(
        "loss-for-fastest",
        "`fastest` is a rate; you give the loss that belongs to it",
        lambda told: told["results"][told["fastest"]][1],
    ),
    as_fastest(
        "more-than-the-rate",
        "`fastest` is the rate alone, without its weight and its loss",
        lambda told: told["results"][told["fastest"]],
        lambda told: (told["fastest"], told["results"][told["fastest"]]),
        lambda told: (told["fastest"], told["results"][told["fastest"]][1]),
    ),
    as_fastest(
        "place-for-fastest",
        "`fastest` is the rate itself, not its place among the rates",
        lambda told: list(told["results"]).index(told["fastest"]),
    ),
)
