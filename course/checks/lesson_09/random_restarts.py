"""random_restarts(f, grad, starts, lr, steps): the best end of several walks."""

from __future__ import annotations

import math

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead, stops
from course.checks.families import numbers
from course.checks.lesson_09 import search as walks
from course.checks.lesson_09.search import best, by, first_wins, loss, lowest
from course.formula import Formula

QUARTIC = Formula("w*w*(w*w - 8) + w + 10")
QUARTIC_SLOPE = Formula("4*w*(w*w - 4) + 1", name="grad")
# Left of −1 it has no floor: walks there fall to minus infinity.
CUBIC = Formula("w*(w*w - 3)")
CUBIC_SLOPE = Formula("3*w*w - 3", name="grad")
FAR = Formula("(w - 5000)*(w - 5000) + 3")
FAR_SLOPE = Formula("2*(w - 5000)", name="grad")
# Of the starts below, the first wins in one and the last in the other. No other thing to look at
# (the weight, the slope, the loss at the start …) chooses the same end.
WAVES = Formula("0.3*w*w + 3.5*np.sin(3*w) - 0.3*w")
WAVES_SLOPE = Formula("0.6*w + 10.5*np.cos(3*w) - 0.3", name="grad")
RIPPLES = Formula("0.1*w*w + 2.2*np.sin(2*w) - 0.4*w")
RIPPLES_SLOPE = Formula("0.2*w + 4.4*np.cos(2*w) - 0.4", name="grad")

# What a search may look at instead of the loss at the end; each should choose another end.
_KEYS = (
    lambda f, grad, start, w: f(w),
    lambda f, grad, start, w: np.abs(w),
    lambda f, grad, start, w: w,
    lambda f, grad, start, w: np.abs(f(w)),
    lambda f, grad, start, w: np.abs(grad(w)),
    lambda f, grad, start, w: f(start),
    lambda f, grad, start, w: -f(w),
)


def _many_valleys(rng: np.random.Generator, place: int) -> Probe:
    """Return a search in a waving landscape whose best end comes from the start at `place`."""
    while True:
        a, b, c, d = (round(float(v), 1) for v in rng.uniform((0.1, 2, 1.5, 0.2), (0.3, 5, 3, 1)))
        lr, steps = round(float(rng.uniform(0.01, 0.03)), 2), int(rng.integers(3, 7))
        f = Formula(f"{a}*w*w + {b}*np.sin({c}*w) - {d}*w")
        slope = Formula(f"{2 * a:.10g}*w + {b * c:.10g}*np.cos({c}*w) - {d}", name="grad")
        tries = np.round(rng.uniform(-6, 6, size=(100, 9)), 1)
        ends = tries
        for _ in range(steps):
            ends = ends - lr * slope(ends)
        chosen = np.stack([np.argmin(key(f, slope, tries, ends), axis=1) for key in _KEYS])
        good = np.flatnonzero(np.all(np.diff(np.sort(chosen, axis=0), axis=0) > 0, axis=0))
        if len(good):
            winner, *others = (int(i) for i in chosen[:, good[0]])
            # No key chooses the first or the last start, if that is not the best.
            rest = [i for i in range(tries.shape[1]) if i not in (winner, *others)]
            split = 0 if place == 0 else 1
            order = [*rest[:split], *others, *rest[split:]]
            order.insert(place if place >= 0 else len(order), winner)
            starts = [float(tries[good[0], i]) + 0.0 for i in order]
            return Probe((f, slope, starts, lr, steps), shows="a few steps only", weight=0.5)


def _bowl(a: float, centre: float, floor: float) -> tuple[Formula, Formula]:
    """Return a parabola a·(w − centre)² + floor, and its slope."""
    f = Formula(f"{a:.10g}*(w - {centre:.10g})*(w - {centre:.10g}) + {floor:.10g}")
    return f, Formula(f"{2 * a:.10g}*(w - {centre:.10g})", name="grad")


def _until_the_loss_is_lost(start: float, lr: float) -> int:
    """Return after how many steps on the cubic the weight is finite and its loss is not.

    From far left the weight is about squared at each step, so one step at least is such.
    """
    steps = 0
    while start > -1e104:
        start, steps = start - lr * CUBIC_SLOPE(start), steps + 1
    return steps


def _first_if_any(s: walks.Search) -> walks.Place:
    """Return the first end if its loss is below infinity; else the answer's best has no value."""
    if not loss(s.ends[0]) < math.inf:
        raise UnboundLocalError
    return s.ends[0]


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d = (round(float(v), 3) for v in rng.uniform(1, 2, size=4))
    steps, lr = int(rng.integers(3, 7)), round(float(rng.uniform(0.02, 0.04)), 3)
    lost = _until_the_loss_is_lost(-3 - a, 0.1)
    left, right = int(rng.integers(-3, 0)), int(rng.integers(2, 4))
    # Two valleys, at about ±√(4 + a/2), of which the right one is deeper.
    f, high = (Formula(f"w*w*(w*w - {8 + a}) - {b}*w + {floor}") for floor in (20, 60))
    slope = Formula(f"4*w*w*w - {2 * (8 + a):.10g}*w - {b}", name="grad")
    return [
        *(_many_valleys(rng, place) for place in (0, 4, -1)),
        Probe(
            (f, slope, [9 + a, -c, 9 + b, d, -d], 0.01, 60),
            shows="two starts that diverge",
            weight=0.75,
        ),
        Probe(
            (f, slope, [-d, 9 + b, c - 3, b], 0.01, 60),
            shows="a diverging start in between",
            weight=0.75,
        ),
        # Of the walks on both sides of one the weight is lost as well: whoever tests the weight
        # takes another end than whoever tests nothing, with `<` or `<=`.
        Probe(
            (CUBIC, CUBIC_SLOPE, [c, -300 * b, -3 - a, -300 * d], 0.1, lost),
            shows="a loss that falls without end",
        ),
        # Beyond any limit that an answer may have for "far out", and not too far for float32.
        Probe(
            (*_bowl(a, -3e13 * b, c), [-40.0 * d, 5 * a, 0.0], lr, steps),
            shows="a weight far out",
        ),
        # In these two a walk may end anywhere. Its loss and its weight stay away from 0: near it
        # they are differences of longer numbers, and float32 would have too few of their digits.
        Probe((high, slope, [c, -d], 0.06, 4 + steps), shows="steps that overshoot"),
        Probe(
            (*_bowl(a, 3 + b, c), [3 + b - d / 2, 3 + b + d, 8.0], round(1.1 / a, 3), steps),
            shows="walks that end higher than they began",
            weight=0.5,
        ),
        Probe((f, slope, [left, right, 1], 0.01, steps), shows="whole numbers as starts"),
        Probe(
            (*_bowl(a, 0, 0), [0.031 * b, -0.027 * c, 0.055 * d], lr, steps),
            shows="tiny weights, in all their digits",
            weight=0.5,
        ),
        # Whoever asks `if not best` takes an end at 0, or a loss of 0, for no end yet.
        Probe(
            (*_bowl(a, 0, 0), [b, 0.0, -c], lr, steps), shows="a start on the floor", weight=0.5
        ),
        # Slopes of some 1e-7, and a rate to match: each step makes a fifth of the way at least.
        # The best end is not the first: a lower loss is lower, by however little.
        Probe(
            (*_bowl(a / 1e7, b, 0), [b + 2 + d, b - c, b + 2.5], 1e6, steps),
            shows="a flat landscape",
            weight=0.5,
        ),
    ]


EXAMPLES = (
    Probe((QUARTIC, QUARTIC_SLOPE, [1.8, -0.2, 0.9], 0.01, 50), shows="the quartic"),
    Probe(
        (QUARTIC, QUARTIC_SLOPE, [9.0, 2.5, -0.5, 1.0], 0.01, 60), shows="a start that diverges"
    ),
    Probe(
        (WAVES, WAVES_SLOPE, [0.1, 0.4, -2.2, 4.6, 5.9, 3.3, 5.3, 2.6], 0.02, 4),
        shows="a few steps among many valleys",
        weight=0.5,
    ),
    Probe(
        (RIPPLES, RIPPLES_SLOPE, [-4.9, 0.8, -5.8, 1.1, -3.8, 5.0, -5.7, 3.1], 0.02, 4),
        shows="a few steps among other valleys",
        weight=0.5,
    ),
    Probe((FAR, FAR_SLOPE, [10.0, 60.0, 25.0], 0.1, 3), shows="a weight far from zero"),
    Probe(
        (CUBIC, CUBIC_SLOPE, [0.0, -4.0, 2.0], 0.1, 80),
        shows="a start from which the loss falls without end",
    ),
    Probe((QUARTIC, QUARTIC_SLOPE, [1.0, -2.4], 0.07, 6), shows="steps that overshoot"),
    Probe((QUARTIC, QUARTIC_SLOPE, [2, -1, 3], 0.01, 5), shows="whole numbers as starts"),
)

FIXED = "the caller says which loss and slope: use `f` and `grad`, not the quartic by its name"
UPHILL = "your walks go uphill; which sign takes you against the slope?"
ROUNDED = "do not round what you return; rounding is for printing"
# Limits beyond those that a walk of the examples meets.
HUGE = (1e8, 1e9, 1e10, 1e12)

# fmt: off
# The first two often come together with another one. Then those that go wrong on few probes:
# others may do the same to just these.
CHOICES = (
    answered("swapped", "the pair is (w, loss), in this order", lambda end: end[::-1]),
    answered("one-value", "return two values, the weight and the loss there",
             lambda end: end[1], lambda end: end[0]),
    instead("minus-infinity-wins",
            "minus infinity is no loss to be proud of: only finite ends count",
            by(lambda s: min((e for e in s.ends if not math.isnan(loss(e))), key=loss))),
    instead("nan-wins",
            "a walk that diverges may end at `nan`, and with `nan` neither `<` nor `>` is ever "
            "true: leave such ends out before you compare",
            by(lambda s: first_wins([end for end in s.ends if loss(end) != -math.inf])),
            by(lambda s: first_wins([end for end in s.ends if not math.isinf(loss(end))])),
            by(lambda s: s.ends[int(np.argmin([loss(end) for end in s.ends]))]),
            by(lambda s: (
                s.ends[int(np.argmin([loss(end) for end in s.ends]))][0], min(map(loss, s.ends))
            )),
            by(lambda s: first_wins(s.ends))),
    instead("weight-tested",
            "test the loss: a weight may be finite where its loss is not",
            by(lambda s: first_wins([end for end in s.ends if math.isfinite(end[0])]))),
    instead("stops-at-the-first-that-diverges",
            "one walk that diverges must not end the search; are the starts after it tried, too?",
            map(by, walks.up_to_the_first_lost(None, 0, "start"))),
    instead("limit-of-its-own",
            "an end is left out only if its loss is not finite; which limit does yours have?",
            (by(lambda s, top=top: lowest(e for e in s.ends if abs(loss(e)) < top))
             for top in (100, 1000, 1e4, 1e6, *HUGE)),
            (by(lambda s, top=top: lowest(e for e in s.ends if abs(e[0]) < top))
             for top in (10, 100, 1000, 1e4, 1e6, *HUGE))),
    instead("lowest-on-the-way", "compare the ends of the walks, not every place on the way",
            by(lambda s: lowest(s.places(w for walk in s.walks for w in walk))),
            by(lambda s: lowest(s.places(w for walk in s.walks for w in walk[1:]))),
            by(walks.lowest_met)),
    instead("stops-when-the-loss-rises",
            "where the rate is too large the loss rises; take all the steps nevertheless",
            map(by, map(walks.up_to_a_rise, (0, 1)))),
    instead("stops-where-flat",
            "take all the steps, even where the slope is small: the weight still moves",
            map(by, map(walks.up_to_a_flat_place, (1e-6, 1e-5, 1e-4, 1e-3, 1e-8, 0.01)))),
    instead("stops-when-far",
            "only the end tells whether a walk diverged: one that is far away on its way takes "
            "all its steps, too",
            map(by, map(walks.up_to_a_far_place, (100, 1000, 1e4, 1e5, 1e6, 10, *HUGE)))),
    asked("start-left-out", "one of the starts is never tried; count how often your loop runs",
          starts=[lambda starts: starts[1:], lambda starts: starts[:-1]]),
    instead("best-start-only",
            "a low start need not lead to a low end: walk from every start, then compare",
            by(lambda s: s.places([s.walk(min(s.starts, key=s.f))[-1]])[0])),
    instead("begins-with-zero",
            "the best loss so far must begin above every loss; is your first value above all?",
            (by(walks.begins_with(top, w, tested=tested))
             for top in (0, 1, 10, 100, 1000, 1e6, -math.inf, 1e4, 1e5, 1e9, 1e10, 2**31 - 1)
             for w in (None, 0, "start") for tested in (True, False)),
            (by(walks.begins_with("start", "start", tested=tested)) for tested in (True, False))),
    instead("zero-for-none",
            "a weight or a loss of 0 is an end like any other, but Python takes 0 for false: ask "
            "`is None`, or begin with infinity",
            map(by, map(walks.zero_for_none, (0, 1))),
            by(lambda s: lowest(end for end in s.ends if loss(end)))),
    instead("smallest-slope",
            "a small slope says that the ground is level, not that it is low; compare the losses",
            by(lambda s: lowest(s.ends, key=lambda end: abs(s.grad(end[0]))))),
    instead("smallest-weight", "compare the losses at the ends, not the weights",
            by(lambda s: lowest(s.ends, key=lambda end: abs(end[0]))),
            by(lambda s: lowest(s.ends, key=lambda end: end[0])),
            by(lambda s: first_wins(s.ends, key=lambda end: abs(end[0]))),
            by(lambda s: first_wins(s.ends, key=lambda end: end[0]))),
    instead("absolute-loss",
            "a loss may be below zero, and lower is better: compare the losses as they are",
            by(lambda s: lowest(s.ends, key=lambda end: abs(loss(end))))),
    instead("last", "you return the end of the last walk; keep the best one so far",
            by(lambda s: s.ends[-1])),
    instead("last-finite",
            "every end replaces the one before: is it compared with the best so far, and is the "
            "best loss kept?",
            by(lambda s: s.finite[-1]), by(lambda s: (s.finite[-1][0], math.inf))),
    instead("no-end-kept",
            "no finite end is ever kept: which ends pass your test, and are both numbers of the "
            "best replaced then?",
            (by(walks.keeps_none(w, lost)) for w in (None, 0, "start") for lost in (False, True))),
    instead("weight-of-the-last-walk",
            "the loss is the lowest one, but the weight is where the last walk ended; keep both",
            by(lambda s: (s.ends[-1][0], loss(lowest(s.ends))))),
    instead("first", "you return the end of the first walk; how far is your `return` indented?",
            by(lambda s: s.ends[0]), by(lambda s: s.finite[0]), by(lambda s: lowest(s.ends[:1])),
            by(_first_if_any)),
    instead("highest", "you keep the highest loss; which way does your comparison point?",
            by(lambda s: lowest(s.ends, key=lambda end: -loss(end)))),
    instead("mean-of-ends",
            "halfway between two valleys there may be a hill: take the best end, not the mean",
            by(lambda s: s.places([float(np.mean([w for w, _ in s.ends]))])[0]),
            by(lambda s: tuple(np.mean(s.ends, axis=0))),
            by(lambda s: tuple(np.mean(s.finite, axis=0)))),
)

WALKS = (
    instead("chained",
            "each walk must begin at its own start; yours goes on where the last one ended",
            by(walks.chained)),
    instead("no-walk", "you only compare the starts; each of them must walk downhill first",
            by(lambda s: lowest(s.places(s.starts)))),
    asked("quartic-fixed", FIXED, f=lambda: QUARTIC, grad=lambda: QUARTIC_SLOPE),
    asked("quartic-fixed", FIXED, grad=lambda: QUARTIC_SLOPE),
    asked("quartic-fixed", FIXED, f=lambda: QUARTIC),
    asked("f-for-grad", "the way downhill is told by the slope; which function gives it?",
          grad=lambda f: f),
    asked("one-step-too-many", "count the steps of a walk: `steps` of them, no more",
          steps=lambda steps: steps + 1),
    asked("one-step-too-few", "count the steps of a walk: `steps` of them, no fewer",
          steps=lambda steps: steps - 1),
    asked("one-step-only",
          "each start takes one step only; is there a second loop, over the steps?", steps=1),
    asked("rate-fixed", "the caller chooses the learning rate; yours is always the same",
          lr=[0.01, 0.1, 0.001, 0.05, 1.0]),
    asked("steps-fixed", "the caller says how many steps to take; you always take the same number",
          steps=[100, 200, 1000, 500, 50, 20, 10]),
    asked("sign-flipped", UPHILL, lr=lambda lr: -lr),
    instead("sign-flipped", UPHILL, by(lambda s: min(s.finite, key=loss), walks.uphill),
            by(walks.begins_with(math.inf, "start"), walks.uphill)),
    instead("stale-gradient", "the slope changes as you walk; measure it again at every step",
            by(lambda s: lowest(s.places(w - s.steps * s.lr * s.grad(w) for w in s.starts)))),
    instead("steps-from-the-start",
            "each step must begin where the last one ended, not at the start again",
            by(walks.never_leaving)),
)

RESULTS = (
    instead("returned-start",
            "return the weight where the best walk ended, not the one where it began",
            by(lambda s: min(((start, loss(end)) for start, end in s.pairs), key=loss)),
            by(walks.start_of_the_lowest),
            by(lambda s: s.places([min(s.pairs, key=lambda pair: loss(pair[1]))[0]])[0]),
            by(lambda s: (
                s.starts[int(np.argmin([loss(end) for end in s.ends]))], min(map(loss, s.ends))
            ))),
    instead("loss-of-start",
            "the loss must be that at the end of the walk, not that at its start",
            by(lambda s: lowest((end[0], s.f(start)) for start, end in s.pairs)),
            by(lambda s: lowest(((end[0], s.f(start)) for start, end in s.pairs),
                                key=lambda end: s.f(end[0])))),
    instead("all-ends", "return the best end alone, not all of them", by(lambda s: s.ends),
            by(lambda s: [end[0] for end in s.ends]), by(lambda s: [end[1] for end in s.ends]),
            by(lambda s: sorted(s.finite, key=loss)), by(lambda s: s.finite)),
    instead("whole-numbers-cut-off", numbers.WHOLE, by(walks.cut_on_the_way),
            by(walks.cut_ends(weights=True, losses=False, again=True)),
            by(walks.cut_ends(weights=True, losses=False)),
            by(walks.cut_ends(weights=False, losses=True)),
            by(walks.cut_ends(weights=True, losses=True)),
            by(walks.cut_ends(weights=True, losses=True, again=True))),
    stops("whole-numbers-in-place",
          "where all starts are whole (3, not 3.0), `w -= …` cannot put fractions into an array "
          "made from them: make it with `dtype=float`, or write `w = w - …`", "Cannot cast ufunc"),
    numbers.rounded(4, 3, 2, 1, hint=ROUNDED),
    instead("rounded", ROUNDED,
            (by(lambda s: lowest(s.ends), walks.rounding(digits)) for digits in (4, 3, 2))),
)
# fmt: on

random_restarts = Exercise(
    name="random_restarts",
    points=(3, 3),
    reference=best,
    parts=("w", "loss"),
    examples=EXAMPLES,
    draw=_fresh,
    # All but `descent.descend`, which takes the walks by itself.
    may_use=(
        "course.landscapes",
        "course.optimizers",
        "course.schedules",
        "course.descent.central_difference",
        "course.descent.forward_difference",
        "course.descent.numerical_gradient",
        "course.descent.clip_by_norm",
    ),
    mistakes=(*CHOICES, *WALKS, *RESULTS),
    # In the flat landscape all losses are below what is let pass elsewhere.
    atol=1e-10,
)
