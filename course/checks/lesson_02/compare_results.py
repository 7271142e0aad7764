"""Mistakes of compare_rates in what it tells of each walk."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from course.checks.compare import difference
from course.checks.exercise import Call, answered, instead, spotted
from course.checks.lesson_02.walked import (
    RATES,
    STEPS,
    Walk,
    compare,
    one_form,
    part,
    repaired,
    walk,
)
from course.descent import central_difference


def far_out(
    places: Callable[..., list], rtol: float, beyond: float = math.inf
) -> Callable[[Call], bool]:
    """Return a spot: where a walk leaves the numbers its result is one of these places instead.

    A walk that ends `beyond` this is looked at as well.
    """

    def spot(call: Call) -> bool:
        f, grad, w0, rates, steps = (*call.probe.args, RATES, STEPS)[:5]
        try:
            told = one_form(call.result)["results"]
            ends = {lr: walk(f, grad, w0, lr, steps).end for lr in rates}
            wrong = [
                lr for lr in rates if difference(*one_form({0: ends[lr], 1: told[lr]}).values())
            ]
            return bool(wrong) and all(
                (not all(map(math.isfinite, ends[lr])) or abs(ends[lr][0]) > beyond)
                and np.isclose(places(f, grad, w0, lr, steps), told[lr][0], rtol=rtol).any()
                for lr in wrong
            )
        except (LookupError, TypeError, ValueError):
            return False

    return spot


def measured_ends(f, grad, w0, lr, steps) -> list:
    """Return where walks with measured slopes end, roughly: far out it is a matter of rounding."""
    return [
        walk(f, lambda w, h=h: central_difference(f, w, h), w0, lr, steps).end[0]
        for h in (1e-4, 1e-5, 1e-6, 1e-3)
    ]


def or_else(value: Any) -> Callable[[Walk], Any]:
    """Return what is told of a walk: its end, or `value` where that is not finite."""
    return lambda w: w.end if w.finite else value


def left_out(
    gone: Callable[[Walk], bool],
    *keys: str,
    overshoots: Callable[[Walk], bool] = lambda walk: walk.turned,
) -> Callable:
    """Return the mistake of leaving out some rates under these keys."""
    whole = compare(overshoots=overshoots)

    def wrong(f, grad, w0, rates=RATES, steps=STEPS):
        told = whole(f, grad, w0, rates, steps)
        left = [lr for lr in rates if not gone(walk(f, grad, w0, lr, steps))]
        lists = {key: [lr for lr in told[key] if lr in left] for key in keys}
        return told | lists | {"results": {lr: told["results"][lr] for lr in left}}

    return wrong


RESULTS = (
    spotted(
        "last-finite",
        "a walk that leaves the numbers has no finite result; report inf or NaN for it",
        far_out(lambda *asked: np.array(walk(*asked).weights, dtype=float), rtol=1e-9),
    ),
    spotted(
        "measured-slope",
        "use the function `grad` that you are given; a measured slope is exactly 0 where w + h is "
        "the same number as w, and then the walk stands still",
        far_out(measured_ends, rtol=0.3, beyond=1e5),
    ),
    part(
        "none-for-diverged",
        "report a diverging rate with numbers, inf or NaN, not with None",
        end=[or_else((None, None)), or_else(None)],
    ),
    spotted(
        "text-for-diverged",
        "report a diverging rate with numbers, inf or NaN, not with words",
        repaired(
            lambda told: {
                "results": {
                    lr: (math.inf, math.inf) if "'" in repr(result) else result
                    for lr, result in told["results"].items()
                }
            }
        ),
    ),
    instead(
        "diverged-left-out",
        "every rate belongs in `results`, the diverging ones too",
        *(
            left_out(gone, *keys)
            for gone in (lambda w: not w.finite, lambda w: w.stopped)
            for keys in ((), ("diverges",), ("overshoots",), ("overshoots", "diverges"))
        ),
        # Who leaves one out at its error may list it as overshooting, turned or not.
        left_out(lambda w: w.stopped, overshoots=lambda w: w.turned or w.stopped),
    ),
    part(
        "loss-before-the-last-step",
        "work out the loss at the final weight, after the last step",
        place=-2,
    ),
    part(
        "loss-of-the-start",
        "work out the loss at the final weight, not at the start",
        place=0,
    ),
    answered(
        "slope-for-loss",
        "each result is the weight and the loss f(w); you give the slope",
        lambda told, grad: (
            told
            | {
                "results": {
                    lr: end if lr in told["diverges"] else (end[0], grad(end[0]))
                    for lr, end in told["results"].items()
                }
            }
        ),
    ),
    part("swapped", "each result is (weight, loss), in this order", end=lambda w: w.end[::-1]),
    part(
        "one-of-the-pair",
        "each result is a pair: the final weight and the loss there",
        end=[lambda w: w.end[0], lambda w: w.end[1]],
    ),
    spotted(
        "whole-walk",
        "each result is the final weight and the final loss, not all of them",
        repaired(
            lambda told: {
                "results": {
                    lr: tuple(np.ravel(one)[-1] for one in result)
                    for lr, result in told["results"].items()
                }
            }
        ),
    ),
    answered(
        "keys-as-text",
        "the keys of `results` are the rates themselves, as numbers",
        lambda told: told | {"results": {str(lr): end for lr, end in told["results"].items()}},
    ),
    answered(
        "results-only",
        "return one dictionary with all four entries: results, fastest, overshoots, diverges",
        lambda told: told["results"],
        lambda told: tuple(told.values()),
    ),
    part(
        "rounded",
        "do not round inside the function; rounding is for printing",
        end=[
            lambda w, digits=digits: tuple(round(value, digits) for value in w.end)
            for digits in (2, 3, 4, 6, 1)
        ],
    ),
)
