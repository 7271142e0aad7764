"""safe_walk(f, grad, w0, lr, steps): one rate's walk that never stops with an error."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from course.checks.compare import numeric, plain
from course.checks.exercise import Call, Exercise, Probe, answered, asked, instead, spotted
from course.checks.families import numbers, walks
from course.checks.lesson_02.compare_rates import (
    PRODUCTS,
    PRODUCTS_SLOPE,
    QUARTIC,
    QUARTIC_SLOPE,
)
from course.checks.lesson_02.walked import walk
from course.formula import Formula

PARABOLA, PARABOLA_SLOPE = Formula("(w - 4)**2 + 2"), Formula("2*(w - 4)", name="grad")
BOWL, BOWL_SLOPE = Formula("(w - 5)**2"), Formula("2*(w - 5)", name="grad")
# In powers that raise: not far from the start already, and for NumPy's numbers, too.
STEEP, STEEP_SLOPE = (
    Formula("2.0**float(w) + 2.0**-float(w)"),
    Formula("0.6931*(2.0**float(w) - 2.0**-float(w))", name="grad"),
)
# Its slopes raise where it has a loss.
ROOF, ROOF_SLOPE = (
    Formula("abs(w) + np.log2(1 + 4.0**-abs(w))"),
    Formula("(2.0**float(w) - 2.0**-float(w)) / (2.0**float(w) + 2.0**-float(w))", name="grad"),
)
# Beyond this a weight is on its way out: whoever stops there, or goes on to inf, is right.
FAR = 1e60
# No walk below this comes out of what floats can hold by itself: what ends it there is an error.
NEAR = 1e6


def right(f, grad, w0, lr, steps):
    """Return (weights, loss): what is right."""
    walked = walk(f, grad, w0, lr, steps)
    return list(walked.weights), walked.end[1]


def one_form(told: Any) -> Any:
    """Return an answer in one form: weights as far as they are numbers, one word for no loss."""
    told = plain(told)
    if not isinstance(told, (tuple, list)) or len(told) != 2:
        return told
    weights, loss = numeric(told[0]), numeric(told[1])
    if weights is None or weights.ndim != 1:
        return tuple(told)
    if np.max(np.abs(weights), where=np.isfinite(weights), initial=0) < NEAR:
        return weights.tolist(), told[1]
    beyond = np.flatnonzero(~(np.abs(weights) < FAR))
    # A walk that has run away never stays where it is.
    stays = np.isfinite(weights[1:]) & (weights[1:] == weights[:-1])
    kept = weights[: beyond[0]] if beyond.size and not stays[beyond[0] :].any() else weights
    # The weights are compared alike, whatever stands for the loss.
    if loss is None or loss.size != 1:
        return kept.tolist(), told[1]
    value = float(loss.reshape(()))
    return kept.tolist(), value if math.isfinite(value) else math.inf


def _no_number(call: Call) -> bool:
    """Tell a text or None for the loss where an error ended the walk."""
    told = call.result
    return (
        isinstance(told, (tuple, list))
        and len(told) == 2
        and (told[1] is None or isinstance(told[1], str))
        and call.expected[1] == math.inf
    )


def _stops(f, grad, w0, lr, steps):
    if walk(f, grad, w0, lr, steps).stopped:
        raise OverflowError
    return right(f, grad, w0, lr, steps)


def _loss_outside(f, grad, w0, lr, steps):
    """Return the walk whose steps alone stand after `try:`."""
    weights = [w0]
    for _ in range(steps):
        try:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        except OverflowError:
            return weights, math.inf
    return weights, f(weights[-1])


def _from_the_start(f, grad, w0, lr, steps):
    """Begin every step at the start."""
    (weights, loss), first = right(f, grad, w0, lr, 0), right(f, grad, w0, lr, min(steps, 1))
    return (weights + first[0][1:] * steps, first[1]) if steps else (weights, loss)


def _first_step(f, grad, w0, lr, steps):
    return right(f, grad, w0, lr, 1) if steps else None


def _rounded_on_the_way(digits: int) -> Callable:
    """Return the walk whose weights are rounded after each step."""

    def step(w, lr, grad):
        return round(float(walks.downhill(w, lr, grad)), digits)

    def wrong(f, grad, w0, lr, steps):
        walked = walk(f, grad, w0, lr, steps, step)
        return list(walked.weights), walked.end[1]

    return wrong


def _ends_alone(told, f, grad, w0, lr, steps):
    """Return what an `append` below the loop gives: an error in the loop leaves it out, too."""
    weights, loss = told
    return weights[:1] + weights[-1:] * walk(f, grad, w0, lr, steps).complete, loss


def _inf_alone(told, f, grad, w0, lr, steps):
    return math.inf if walk(f, grad, w0, lr, steps).stopped else told


def _stays(told, f, grad, w0, lr, steps):
    weights, loss = told
    return [*weights, *weights[-1:] * (steps + 1 - len(weights))], loss


def _padded(f, grad, w0, lr, steps):
    """Return what a list of zeros holds that is filled step by step."""
    weights, loss = right(f, grad, w0, lr, steps)
    return [*weights, *[0] * (steps + 1 - len(weights))], loss


def _loss_anyway(told, f):
    return told[0], _or_inf(f, told[0][-1])


def _broken_off(far: float) -> Callable:
    """Return the change of a walk that ends at the first weight beyond `far`, with no loss."""

    def wrong(told):
        weights, _ = told
        end = next((k for k, w in enumerate(weights) if abs(w) > far), None)
        return told if end is None else (weights[: end + 1], math.inf)

    return wrong


def _followed_by(*, weight: float, full: bool) -> Callable:
    """Return the walk that notes what is no weight after an error, once or for all its steps."""

    def wrong(told, f, grad, w0, lr, steps):
        weights, loss = told
        missing = steps + 1 - len(weights)
        return [*weights, *[weight] * (missing if full else min(missing, 1))], loss

    return wrong


def _loss_instead(value: float) -> Callable:
    """Return the change of a walk that tells another loss after an error."""
    return lambda told, f, grad, w0, lr, steps: (
        (told[0], value) if walk(f, grad, w0, lr, steps).stopped else told
    )


def _without_the_last(f, grad, w0, lr, steps):
    (weights, loss), walked = right(f, grad, w0, lr, steps), walk(f, grad, w0, lr, steps)
    return (weights[:-1], loss) if walked.stopped else (weights, loss)


def _to_the_floor(size: float, *, stays: bool = False, lost: bool = False) -> Callable:
    """Return the walk that ends where the slope is no larger, also with what an overflow gives."""

    def wrong(f, grad, w0, lr, steps):
        weights, loss = right(f, grad, w0, lr, steps)
        kept = walks.until_flat(weights, grad, size, stays=stays)
        flat = len(kept) < len(weights)
        ended = flat or (stays and not walk(f, grad, w0, lr, steps).stopped)
        return kept, math.inf if ended and lost else _or_inf(f, kept[-1]) if ended else loss

    return wrong


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, start = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    lr, steps = round(float(rng.uniform(0.02, 0.12)), 3), int(rng.integers(4, 9))
    f, grad = Formula(f"{a}*(w + {b})**2 + {b}"), Formula(f"{2 * a:g}*(w + {b})", name="grad")
    around_0 = Formula(f"{a}*w**2"), Formula(f"{2 * a:g}*w", name="grad")
    return [
        Probe((f, grad, start, lr, steps), shows="another parabola"),
        Probe((f, grad, int(rng.integers(2, 7)), lr, steps), shows="a whole number as start"),
        Probe((*around_0, start / 1000, lr, steps), shows="tiny weights, in all their digits"),
        Probe((QUARTIC, QUARTIC_SLOPE, 3 + b / 20, 0.1, 30), shows="a slope that overflows"),
        Probe((QUARTIC, QUARTIC_SLOPE, round(3.03 + b / 50, 4), 0.1, 7), shows="a loss that does"),
        Probe((PRODUCTS, PRODUCTS_SLOPE, 3 + b / 20, 0.1, 12), shows="a walk to NaN"),
        Probe((f, grad, start, 5 / a, 25 + steps), shows="a walk far out, with no error"),
        Probe((STEEP, STEEP_SLOPE, 10 + b, 1.0, steps), shows="an overflow near the start"),
        Probe(
            (ROOF, ROOF_SLOPE, 2 + b, 2000 + a, steps),
            shows="a slope that overflows where the loss does not",
            weight=0.5,
        ),
        Probe((f, grad, start, lr, 0), shows="no step at all", weight=0.5),
        # The first step lands on the floor, where the slope and the loss are 0, which is false.
        Probe(
            (BOWL, BOWL_SLOPE, int(rng.integers(-9, 4)), 0.5, steps - 1),
            shows="a walk that stands on the floor",
            weight=0.5,
        ),
        Probe(
            (
                Formula(f"{a}e-10*(w + {b})**2 + {b}"),
                Formula(f"{2 * a:g}e-10*(w + {b})", name="grad"),
                start,
                1e10 * lr,
                steps,
            ),
            shows="tiny slopes and a large rate",
            weight=0.5,
        ),
    ]


safe_walk = Exercise(
    name="safe_walk",
    points=(2, 2),
    reference=right,
    parts=("weights", "loss"),
    form=one_form,
    may_use=("course.landscapes", "course.descent.central_difference"),
    examples=(
        Probe((PARABOLA, PARABOLA_SLOPE, 0, 0.25, 2), shows="the parabola from a whole number"),
        Probe((PARABOLA, PARABOLA_SLOPE, -1.0, 0.9, 5), shows="a walk that overshoots"),
        Probe((QUARTIC, QUARTIC_SLOPE, 3.0, 0.01, 6), shows="the quartic"),
        Probe((QUARTIC, QUARTIC_SLOPE, 3.0, 0.1, 20), shows="a slope that overflows"),
        Probe((QUARTIC, QUARTIC_SLOPE, 3.06, 0.1, 7), shows="a loss that overflows"),
        Probe((PRODUCTS, PRODUCTS_SLOPE, 3.0, 0.1, 12), shows="a walk to NaN without an error"),
        Probe((PARABOLA, PARABOLA_SLOPE, 0.0, 5.0, 30), shows="a walk far out, with no error"),
        Probe((STEEP, STEEP_SLOPE, 12.0, 1.0, 4), shows="an overflow near the start"),
        Probe(
            (ROOF, ROOF_SLOPE, 3.0, 2000.0, 4),
            shows="a slope that overflows where the loss does not",
            weight=0.5,
        ),
        Probe((PARABOLA, PARABOLA_SLOPE, 7.0, 0.1, 0), shows="no step at all", weight=0.5),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "overflow-not-caught",
            "a power of a huge number raises an OverflowError; put what may raise it after `try:`",
            _stops,
        ),
        instead(
            "loss-not-caught",
            "`f` may raise an OverflowError, too, where the last step did not: which lines belong "
            "after `try:`?",
            _loss_outside,
        ),
        answered(
            "goes-on-after-overflow",
            "after an overflow the walk is over: nothing more is noted",
            _stays,
            lambda told, f, grad, w0, lr, steps: _loss_anyway(
                _stays(told, f, grad, w0, lr, steps), f
            ),
            *(
                _followed_by(weight=weight, full=full)
                for weight in (math.inf, math.nan, -math.inf)
                for full in (False, True)
            ),
        ),
        answered(
            "loss-after-the-error",
            "`f` may have a loss where `grad` raised the error: what is the loss to be then?",
            _loss_anyway,
        ),
        answered(
            "not-math-inf",
            "after an overflow the loss is `math.inf`: not NaN, and not below 0",
            *map(_loss_instead, (math.nan, -math.inf)),
        ),
        instead(
            "places-never-reached",
            "the list was as long as a whole walk from the start, and behind the error its places "
            "still hold 0: return the weights up to there alone",
            _padded,
        ),
        answered(
            "nothing-after-the-error",
            "after an overflow the weights are wanted, too, not the loss alone: two things, with "
            "a comma between them",
            _inf_alone,
        ),
        asked(
            "no-step-taken",
            "your walk ends where it begins: does the loop over the steps run at all?",
            steps=0,
        ),
        instead(
            "return-in-the-loop",
            "the function returns during its first step; how far is your `return` indented?",
            _first_step,
        ),
        instead(
            "same-weight-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            _from_the_start,
        ),
        spotted(
            "loss-no-number",
            "after an overflow the loss is a number, `math.inf`: no text, and not None",
            _no_number,
        ),
        answered(
            "start-missing",
            "the list must begin with the start itself",
            lambda told: (told[0][1:], told[1]),
        ),
        answered(
            "last-only",
            "return every weight on the way, not the last one alone",
            lambda told: (told[0][-1], told[1]),
        ),
        answered(
            "weights-only",
            "two things are returned, with a comma between them; the loss is missing. "
            "(A second `return` below the first is never reached.)",
            lambda t: t[0],
        ),
        answered("loss-only", "two things are returned; the weights are missing", lambda t: t[1]),
        answered(
            "loss-in-the-list",
            "two things are returned, with a comma between them; yours is one list, in which the "
            "loss stands as if it were a weight",
            lambda told: [*told[0], told[1]],
        ),
        asked(
            "slope-and-loss-swapped",
            "the steps need the slope, and at the end the loss is wanted: where do you call `f`, "
            "and where `grad`?",
            f=lambda grad: grad,
            grad=lambda f: f,
        ),
        answered("swapped", "the weights come first, then the loss", lambda told: told[::-1]),
        answered(
            "loss-at-the-start",
            "the loss at the last weight is wanted",
            lambda told, f: (told[0], f(told[0][0])),
        ),
        answered(
            "ends-only",
            "only the first weight and the last one came back: is the `append` indented as far as "
            "the step?",
            _ends_alone,
        ),
        answered(
            "all-losses",
            "one loss is wanted, that of the last weight",
            lambda told, f: (told[0], [_or_inf(f, w) for w in told[0]]),
        ),
        answered(
            "zero-for-no-loss",
            "a loss of 0 is a loss like any other, but Python takes 0 for false: ask `is None`",
            lambda told: (told[0], told[1] or math.inf),
        ),
        instead(
            "stops-where-flat",
            walks.TO_THE_END,
            _to_the_floor(0.0, lost=True),
            *(_to_the_floor(size, stays=stays) for stays in (False, True) for size in walks.FLAT),
        ),
        answered(
            "stops-far-out",
            "a weight may be huge and still a number: the walk ends at an OverflowError, not at a "
            "number that you choose",
            *map(_broken_off, walks.FAR),
        ),
        instead(
            "last-weight-lost",
            "the weight where the error comes belongs to the list: it was reached before",
            _without_the_last,
        ),
        *walks.of_the_rate(),
        *walks.of_the_count(),
        asked(
            "one-step-too-few",
            "count the steps: `steps` of them make `steps + 1` weights",
            steps=lambda steps: max(steps - 1, 0),
        ),
        asked(
            "one-step-too-many",
            "count the steps: `steps` of them make `steps + 1` weights",
            steps=lambda steps: steps + 1,
        ),
        asked(
            "stale-gradient",
            "the slope changes as you walk; work it out again at every step",
            grad=lambda grad, w0: lambda w: grad(w0),
        ),
        instead(
            "rounded-on-the-way",
            "do not round the weights as you walk; rounding is for printing",
            *map(_rounded_on_the_way, range(2, 7)),
        ),
        numbers.rounded(2, 3, 4, 5, 6),
        answered(
            "rounded",
            "do not round inside the function; rounding is for printing",
            *(
                lambda told, many=many: (numbers.each(told[0], lambda w: round(w, many)), told[1])
                for many in range(2, 7)
            ),
        ),
    ),
)


def _or_inf(f, w) -> float:
    try:
        return f(w)
    except OverflowError:
        return math.inf
