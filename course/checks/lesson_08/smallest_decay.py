"""smallest_decay(lr0, curvature, left): the decay whose rates add up to just enough."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.scratch import ANYTHING


def decay(lr0, curvature, left):
    """Return the smallest decay that leaves at most the part `left`: what is right."""
    return 1 - lr0 * curvature / -np.log(left)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def digits(low: float, high: float) -> float:
        return round(float(rng.uniform(low, high)), 4)

    return [
        Probe((digits(0.01, 0.09), digits(1.2, 4), digits(0.002, 0.04)), shows="little is left"),
        Probe((digits(0.01, 0.09), digits(0.2, 0.8), digits(0.002, 0.04)), shows="flat ground"),
        Probe((digits(0.01, 0.09), digits(1.2, 4), digits(0.15, 0.4)), shows="much may be left"),
        Probe((digits(0.001, 0.002), int(rng.integers(2, 6)), digits(0.002, 0.04)),
              shows="a small first rate, a whole curvature"),
    ]  # fmt: skip


def _on_a_grid(steps: int) -> list[Callable]:
    """Return what a search over 1/steps, 2/steps … finds; where one of them is right, or the next.

    Which it is there, rounding decides.
    """
    return [
        lambda kept: np.ceil(np.round(kept * steps, 6)) / steps,
        lambda kept: np.floor(np.round(kept * steps, 6) + 1) / steps,
    ]


smallest_decay = Exercise(
    name="smallest_decay",
    points=(2, 2),
    reference=decay,
    examples=(
        Probe((0.02, 3.0, 0.01), shows="one percent is left"),
        Probe((0.1, 1.0, float(np.exp(-2))), shows="a sum of 2"),
        Probe((0.05, 0.4, 0.3), shows="flat ground"),
    ),
    draw=_fresh,
    # The statement forbids nothing.
    may_use=ANYTHING,
    mistakes=(
        asked(
            "curvature-forgotten",
            "where the ground is more curved, a smaller sum is enough: the curvature belongs in",
            curvature=1.0,
        ),
        asked(
            "curvature-divided",
            "curvature times sum is the exponent: does a larger curvature need a larger sum?",
            curvature=lambda curvature: 1 / curvature,
        ),
        answered(
            "what-is-lost",
            "that is what each step loses of the rate; `decay` is the part that is kept",
            lambda kept: 1 - kept,
        ),
        answered(
            "sign-lost",
            "a decay above 1 makes the rates grow; the logarithm of a number below 1 is negative",
            lambda kept: 2 - kept,
        ),
        instead(
            "sum-returned",
            "that is the sum that is needed; which decay gives it?",
            lambda lr0, curvature, left: -np.log(left) / curvature,
            lambda lr0, curvature, left: -np.log(left),
        ),
        asked(
            "part-made",
            "`left` is the part of the way that is left, not the part that is made",
            left=lambda left: 1 - left,
        ),
        instead(
            "other-logarithm",
            "the formula has e in it, so the logarithm is `np.log`",
            lambda lr0, curvature, left: 1 - lr0 * curvature / -np.log10(left),
            lambda lr0, curvature, left: 1 - lr0 * curvature / -np.log2(left),
        ),
        instead(
            "no-logarithm",
            "the exponent is wanted, so something must undo the power of e",
            lambda lr0, curvature, left: 1 - lr0 * curvature * left,
            lambda lr0, curvature, left: 1 - lr0 * curvature / left,
            lambda lr0, curvature, left: 1 - lr0 * curvature / (1 - left),
        ),
        instead(
            "upside-down",
            "the first rate over the sum is what each step loses, not the sum over the first rate",
            lambda lr0, curvature, left: 1 - -np.log(left) / (lr0 * curvature),
        ),
        instead(
            "sum-taken-off",
            "the first rate over the sum is what each step loses, not the sum itself",
            lambda lr0, curvature, left: 1 - -np.log(left) / curvature,
            lambda lr0, curvature, left: 1 - -np.log(left),
        ),
        asked(
            "rate-forgotten",
            "the first rate is a part of the sum: twice the rate, twice the sum",
            lr0=1.0,
        ),
        asked(
            "left-fixed",
            "the caller says how much may be left; yours is always the same",
            # Also who takes from the text that the exponent is to be 5, or above 1.
            left=[0.01, 0.05, 0.1, float(np.exp(-5)), float(np.exp(-1))],
        ),
        numbers.rounded(
            *range(2, 7), hint="do not round inside the function: the digits matter here"
        ),
        answered(
            "found-on-a-grid",
            "a search is no finer than its steps: the formula can be solved for `decay`",
            *(form for digits in range(2, 7) for form in _on_a_grid(10**digits)),
        ),
        numbers.text(),
    ),
    # A decay near 1 differs from others after many digits; float32 has seven.
    rtol=2e-7,
    atol=1e-9,
)
