"""Mistakes of compare_rates in its two lists: which rates overshoot, which diverge."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from course.checks.exercise import Mistake, answered, instead, spotted
from course.checks.lesson_02.walked import (
    RATES,
    STEPS,
    Walk,
    compare,
    part,
    repaired,
    right,
    walk,
)


def also_diverged(judge: Callable[[Walk], bool]) -> list[Callable[[Walk], bool]]:
    """Return two forms of a list: of what is judged, and of that and all that diverges."""
    return [judge, lambda w: judge(w) or not w.finite]


ALL_THREE = "inf, −inf and nan are all not finite; `math.isfinite` knows all three"


def as_diverging(label: str, hint: str, /, *judges: Callable[[Walk], bool]) -> Mistake:
    """Return the mistake of other diverging rates, and of a fastest that is none of them or is."""
    return instead(
        label,
        hint,
        *(
            compare(diverges=judge, among=among)
            for judge in judges
            for among in (lambda w: w.finite, lambda w, judge=judge: not judge(w))
        ),
    )


def index_too_far(at_every_walk: bool) -> Callable:
    """Return the mistake of looking for `steps` steps in a walk that has fewer."""

    def wrong(f, grad, w0, rates=RATES, steps=STEPS):
        walks = [walk(f, grad, w0, lr, steps) for lr in rates]
        # Who leaves the loop at the first turn does not come to the end of the list.
        if any(not w.complete and (at_every_walk or not w.turned) for w in walks):
            raise IndexError
        return right(f, grad, w0, rates, steps)

    return wrong


def never_reset(told: dict) -> dict:
    """List every rate from the first one on whose walk turns."""
    rates = list(told["results"])
    first = min(map(rates.index, told["overshoots"]), default=len(rates))
    return told | {"overshoots": rates[first:]}


LISTS = (
    instead(
        "shorter-walk-not-expected",
        "a walk that ends with an error has fewer than `steps + 1` weights: how long is the list "
        "that you go through?",
        index_too_far(False),
        index_too_far(True),
    ),
    answered(
        "flag-never-reset",
        "after the first walk that turns you list every rate: what did the walk before leave "
        "behind, and where does it begin anew?",
        never_reset,
    ),
    part(
        "nan-as-overshooting",
        "beyond infinity a step is nan, which has no direction: it does not turn back, though it "
        "is neither above 0 nor below, and unequal to everything",
        overshoots=lambda w: w.turned or w.lost,
    ),
    part(
        "diverging-as-overshooting",
        "overshooting is not diverging: `overshoots` lists the rates with a step that turns back, "
        "and no others",
        overshoots=lambda w: w.turned or not w.finite,
    ),
    part(
        "only-diverged-as-overshooting",
        "a walk may overshoot at every step and still come closer; compare the directions of "
        "neighbouring steps",
        overshoots=lambda w: not w.finite,
    ),
    part(
        "one-list-only",
        "a walk may overshoot and diverge: then its rate belongs in both lists",
        overshoots=[lambda w: w.turned and w.finite, lambda w: w.turned and not w.stopped],
    ),
    part(
        "first-steps-only",
        "a walk may begin smoothly and turn later; look at every step",
        overshoots=also_diverged(lambda w: any(w.turns[:1])),
    ),
    part(
        "last-steps-only",
        "a walk may turn early and go smoothly later; look at every step",
        overshoots=also_diverged(lambda w: any(w.turns[-1:])),
    ),
    part(
        "loss-rose-for-overshooting",
        "the loss can fall at every step of a walk that overshoots; compare the directions of "
        "neighbouring steps",
        overshoots=[
            *also_diverged(lambda w: w.loss_rose),
            *also_diverged(lambda w: w.loss_rose_before_an_error),
        ],
    ),
    part(
        "sign-of-the-weight",
        "it is the steps that turn, not the weights; compare a step with the one before it",
        overshoots=also_diverged(lambda w: any(a * b < 0 for a, b in pairwise(w.weights))),
    ),
    part(
        "steps-below-zero-for-turns",
        "a step below zero goes to the left, and that is no turn; compare the sign of each step "
        "with that of the one before it",
        overshoots=also_diverged(lambda w: any(b < a for a, b in pairwise(w.weights))),
    ),
    spotted(
        "listed-once-for-each-turn",
        "list a rate once, however often its walk turns",
        repaired(lambda told: {"overshoots": list(dict.fromkeys(told["overshoots"]))}),
    ),
    part(
        "overshoots-turned-round",
        "you list the rates that do not overshoot",
        overshoots=[lambda w: not w.turned, lambda w: not w.turned and w.finite],
    ),
    part(
        "none-listed",
        "some of these walks overshoot; compare each step with the one before it",
        overshoots=lambda w: False,
    ),
    part(
        "all-listed",
        "not every walk overshoots; the first step has none before it, so it cannot turn back",
        overshoots=lambda w: True,
    ),
    part(
        "diverged-not-listed",
        "a rate whose result is not finite belongs in `diverges`, whether its walk turned or not",
        diverges=[lambda w: False, lambda w: w.turned and not w.finite],
    ),
    part(
        "only-errors-as-diverging",
        "a walk can leave the numbers without an error, too: ask `math.isfinite` of its weight "
        "and its loss",
        diverges=lambda w: w.stopped,
    ),
    part(
        "only-the-weight-looked-at",
        "a loss can be infinite where the weight is still a number; look at both",
        diverges=lambda w: not math.isfinite(w.end[0]),
    ),
    as_diverging(
        "one-kind-of-not-finite",
        ALL_THREE,
        lambda w: w.end[1] == math.inf or math.isnan(w.end[1]),
        lambda w: w.end[1] == math.inf or math.isnan(w.end[1]) or not math.isfinite(w.end[0]),
        lambda w: any(value == math.inf or math.isnan(value) for value in w.end),
    ),
    part(
        "one-kind-of-not-finite",
        ALL_THREE,
        diverges=[
            lambda w, kind=kind, first=first, stops=stops: (
                any(map(kind, w.end[first:])) or (stops and w.stopped)
            )
            for kind in (math.isinf, math.isnan, lambda value: value == math.inf)
            for first in (0, 1)
            for stops in (False, True)
        ],
    ),
    as_diverging(
        "overshooting-as-diverging",
        "overshooting is not diverging: `diverges` lists only rates whose result is not finite",
        *also_diverged(lambda w: w.turned),
    ),
    as_diverging(
        "loss-rose-for-diverging",
        "a rate belongs in `diverges` only if its final weight or loss is not finite",
        *also_diverged(lambda w: w.loss_rose),
        *also_diverged(lambda w: w.end[1] > w.losses[0]),
    ),
    as_diverging(
        "huge-as-diverging",
        "a number may be huge and still be finite; ask `math.isfinite`",
        *(
            judge
            for place, far in ((0, 1e6), (0, 1e3), (1, 1e10), (1, 1e6), (1, 1e12))
            for judge in also_diverged(lambda w, far=far, place=place: abs(w.end[place]) > far)
        ),
    ),
    part(
        "diverges-turned-round",
        "you list the rates that do not diverge",
        diverges=lambda w: w.finite,
    ),
    answered(
        "lists-swapped",
        "the two lists have changed places",
        lambda told: told | {"overshoots": told["diverges"], "diverges": told["overshoots"]},
    ),
)
