"""Mistakes of compare_rates on the way: in its steps, and in what it is asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from course.checks.compare import difference
from course.checks.exercise import Call, asked, instead, spotted
from course.checks.families.walks import WHOLE_WALK
from course.checks.lesson_02.walked import RATES, STEPS, answer, one_form, part, right, walk
from course.landscapes import Landscape, parabola, quartic


def no_try(f, grad, w0, rates=RATES, steps=STEPS):
    """Stop with an error where the right answer catches one."""
    if any(walk(f, grad, w0, lr, steps).stopped for lr in rates):
        raise OverflowError
    return right(f, grad, w0, rates, steps)


def went_on(f, grad, w0, rates=RATES, steps=STEPS):
    """Begin each walk where the one before it ended."""
    walks = {}
    for lr in rates:
        walks[lr] = walk(f, grad, w0, lr, steps)
        w0 = walks[lr].end[0]
    return answer(walks)


def steps_given(other: int) -> Callable:
    """Return the right answer with another number of steps where none is given."""
    return lambda f, grad, w0, rates=RATES, steps=other: right(f, grad, w0, rates, steps)


def uphill(f, grad, w0, rates=RATES, steps=STEPS):
    """Walk with the slope."""
    return right(f, lambda w: -grad(w), w0, rates, steps)


def on_curve(curve: Landscape) -> Callable:
    """Return the answer that walks on this curve, whatever is asked."""
    return lambda f, grad, w0, rates=RATES, steps=STEPS: right(
        curve, curve.gradient, w0, rates, steps
    )


def with_an_error(wrong: Callable) -> Callable:
    """Return the mistake with the error that `min` raises where no result is finite."""

    def stops(f, grad, w0, rates=RATES, steps=STEPS):
        told = wrong(f, grad, w0, rates, steps)
        return told if told["fastest"] is not None else min(())

    return stops


def results_of(wrong: Callable) -> Callable[[Call], bool]:
    """Return a spot: the results are those of a mistake, the lists may be judged otherwise."""

    def spot(call: Call) -> bool:
        told = call.result.get("results") if isinstance(call.result, Mapping) else None
        args, kwargs = call.probe.copied()
        made = one_form(wrong(*args, **kwargs)["results"])
        return difference(made, one_form(told)) is None

    return spot


NOT_RESET = "each rate must begin at w0; yours begin where the rate before ended"

CURVE_IGNORED = "use `f` and `grad`, which the caller gives; yours are always of the same curve"

WALKS = (
    instead(
        "overflow-not-caught",
        "a power of a huge number raises OverflowError; catch it, and report that rate as not "
        "finite",
        no_try,
    ),
    instead("start-not-reset", NOT_RESET, with_an_error(went_on)),
    spotted("start-not-reset", NOT_RESET, results_of(went_on)),
    asked(
        "first-rate-only",
        "the `return` stands inside the loop, so that only the first rate is tried",
        rates=lambda rates: rates[:1],
    ),
    asked(
        "last-rate-only",
        "each rate needs its own entry in `results`; yours are written over",
        rates=lambda rates: rates[-1:],
    ),
    instead(
        "sign-flipped",
        "your walks go uphill; which sign takes you against the slope?",
        uphill,
        with_an_error(uphill),
    ),
    asked(
        "one-step-too-few",
        "count the steps of each walk: `steps` of them",
        steps=lambda steps: steps - 1,
    ),
    asked(
        "one-step-too-many",
        "count the steps of each walk: `steps` of them",
        steps=lambda steps: steps + 1,
    ),
    asked(
        "stale-gradient",
        "the slope changes as you walk; work it out again at every step",
        grad=lambda grad, w0: lambda w: grad(w0),
    ),
    part(
        "never-moves",
        "your walks stay at the start; what becomes of the new weight that a step works out?",
        step=lambda w, lr, grad: w,
    ),
    part(
        "steps-of-fixed-length",
        "a step is the rate times the slope, not the rate times its sign alone",
        step=lambda w, lr, grad: w - lr * ((grad(w) > 0) - (grad(w) < 0)),
    ),
    part(
        "rounded",
        "do not round inside the function; rounding is for printing",
        step=[
            lambda w, lr, grad, digits=digits: round(w - lr * grad(w), digits)
            for digits in (2, 3, 4, 6)
        ],
    ),
    part(
        "whole-numbers-cut-off",
        WHOLE_WALK,
        step=lambda w, lr, grad: (
            math.trunc(w - lr * grad(w)) if isinstance(w, int) else w - lr * grad(w)
        ),
    ),
    asked(
        "rates-ignored",
        "the caller chooses the rates; yours are always the same",
        rates=[RATES],
    ),
    asked(
        "steps-ignored",
        "the caller chooses how many steps; yours are always 100",
        steps=STEPS,
    ),
    instead(
        "no-default",
        "who gives no `rates` or no `steps` must get those of the statement: "
        "`steps=100` in the `def` line says so",
        lambda f, grad, w0, rates, steps: right(f, grad, w0, rates, steps),
        lambda f, grad, w0, rates, steps=STEPS: right(f, grad, w0, rates, steps),
    ),
    instead(
        "other-default-steps",
        f"where no number of steps is given, it is {STEPS}",
        map(steps_given, (50, 20, 10, 200, 500, 1000)),
    ),
    asked(
        "start-ignored",
        "each walk must begin at the start that the caller gives",
        w0=[3.0, 0.0, -1.0],
    ),
    asked(
        "curve-ignored",
        CURVE_IGNORED,
        f=[lambda: quartic, lambda: parabola],
        grad=[lambda: quartic.gradient, lambda: parabola.gradient],
    ),
    instead(
        "curve-ignored", CURVE_IGNORED, *(with_an_error(on_curve(c)) for c in (quartic, parabola))
    ),
)
