"""Exercises of lesson 08: restarts, clipping, the illness of a loss curve, a saddle."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np

from course.checks.engine import Call, Exercise, Mistake, Probe, each_form
from course.checks.formula import Formula
from course.descent import clip_by_norm, descend
from course.illnesses import CASES, ILLNESSES
from course.landscapes import saddle

LESSON = "08_when_it_goes_wrong"


# random_restarts(f, grad, starts, lr, steps)

QUARTIC = Formula("w*w*(w*w - 8) + w + 10")
QUARTIC_SLOPE = Formula("4*w*(w*w - 4) + 1", name="grad")
# Left of −1 it has no floor: walks there fall to minus infinity.
CUBIC = Formula("w*(w*w - 3)")
CUBIC_SLOPE = Formula("3*w*w - 3", name="grad")
FAR = Formula("(w - 40)*(w - 40) + 3")
FAR_SLOPE = Formula("2*(w - 40)", name="grad")
# Of the starts below, the first wins in one and the last in the other. No other thing to look at
# (the weight, the slope, the loss at the start …) chooses the same end.
WAVES = Formula("0.3*w*w + 3.5*np.sin(3*w) - 0.3*w")
WAVES_SLOPE = Formula("0.6*w + 10.5*np.cos(3*w) - 0.3", name="grad")
RIPPLES = Formula("0.1*w*w + 2.2*np.sin(2*w) - 0.4*w")
RIPPLES_SLOPE = Formula("0.2*w + 4.4*np.cos(2*w) - 0.4", name="grad")


def _walk(grad, w, lr, steps) -> list[float]:
    weights = [w]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights


def _ends(f, grad, starts, lr, steps) -> list[tuple[float, float]]:
    """Return (w, loss) at the end of the walk from each start."""
    ends = [_walk(grad, w, lr, steps)[-1] for w in starts]
    return [(w, f(w)) for w in ends]


def _finite_ends(f, grad, starts, lr, steps) -> list[tuple[float, float]]:
    return [end for end in _ends(f, grad, starts, lr, steps) if math.isfinite(end[1])]


def _lowest(places: Iterable[tuple[float, float]], key: Callable | None = None):
    """Return the finite place that is lowest, or has the least `key`."""
    finite = [place for place in places if math.isfinite(place[1])]
    return min(finite, key=key or (lambda place: place[1]), default=(None, math.inf))


def _best(f, grad, starts, lr, steps):
    return _lowest(_ends(f, grad, starts, lr, steps))


def _first_wins(places):
    """Return the lowest place as a comparison finds it that begins with the first one."""
    best = places[0]
    for place in places[1:]:
        if place[1] < best[1]:
            best = place
    return best


def _begins_with(top: float, weight) -> Callable:
    """Return a search whose best loss so far begins with `top`, at `weight` or the first start."""

    def search(f, grad, starts, lr, steps):
        first = starts[0] if weight == "start" else weight
        ends = _finite_ends(f, grad, starts, lr, steps)
        return min([(first, top), *ends], key=lambda end: end[1])

    return search


def _never_leaving(f, grad, starts, lr, steps):
    """Begin each step at the start, with the slope where the last step ended."""
    ends = []
    for start in starts:
        w = start
        for _ in range(steps):
            w = start - lr * grad(w)
        ends.append((w, f(w)))
    return _lowest(ends)


def _chained(f, grad, starts, lr, steps):
    """Begin each walk but the first where the one before ended."""
    w, ends = starts[0], []
    for _ in starts:
        w = _walk(grad, w, lr, steps)[-1]
        ends.append((w, f(w)))
    return _lowest(ends)


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


def _many_valleys(rng: np.random.Generator, place: int, how_many: int = 9) -> Probe:
    """Return a search in a waving landscape whose best end comes from the start at `place`."""
    while True:
        a, b, c, d = (round(float(v), 1) for v in rng.uniform((0.1, 2, 1.5, 0.2), (0.3, 5, 3, 1)))
        lr, steps = round(float(rng.uniform(0.01, 0.03)), 2), int(rng.integers(3, 7))
        f = Formula(f"{a}*w*w + {b}*np.sin({c}*w) - {d}*w")
        slope = Formula(f"{2 * a:.10g}*w + {b * c:.10g}*np.cos({c}*w) - {d}", name="grad")
        tries = np.round(rng.uniform(-6, 6, size=(100, how_many)), 1)
        ends = tries
        for _ in range(steps):
            ends = ends - lr * slope(ends)
        chosen = np.stack([np.argmin(key(f, slope, tries, ends), axis=1) for key in _KEYS])
        good = np.flatnonzero(np.all(np.diff(np.sort(chosen, axis=0), axis=0) > 0, axis=0))
        if len(good):
            best, *others = (int(i) for i in chosen[:, good[0]])
            # No key chooses the first or the last start, if that is not the best.
            rest = [i for i in range(how_many) if i not in (best, *others)]
            split = 0 if place == 0 else 1
            order = [*rest[:split], *others, *rest[split:]]
            order.insert(place if place >= 0 else len(order), best)
            starts = [float(tries[good[0], i]) + 0.0 for i in order]
            return Probe((f, slope, starts, lr, steps), shows="a few steps only", weight=0.5)


def _draw_restarts(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d = (round(float(v), 3) for v in rng.uniform(1, 2, size=4))
    steps, lr = int(rng.integers(3, 7)), round(float(rng.uniform(0.02, 0.04)), 3)
    # Two valleys, at about ±√(4 + a/2), of which the right one is deeper.
    f = Formula(f"w*w*(w*w - {8 + a}) - {b}*w + 20")
    slope = Formula(f"4*w*w*w - {2 * (8 + a):.10g}*w - {b}", name="grad")
    bowl = Formula(f"{a}*(w + {30 * b:.10g})*(w + {30 * b:.10g}) + {c}")
    bowl_slope = Formula(f"{2 * a:.10g}*(w + {30 * b:.10g})", name="grad")
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
        Probe((CUBIC, CUBIC_SLOPE, [c, -3 - a], 0.1, 40), shows="a loss that falls without end"),
        Probe((bowl, bowl_slope, [-40.0 * d, 5 * a, 0.0], lr, steps), shows="a weight far out"),
        Probe((f, slope, [c, -d], 0.06, 4 + steps), shows="steps that overshoot"),
    ]


random_restarts = Exercise(
    name="random_restarts",
    points=(3, 3),
    reference=_best,
    examples=(
        Probe((QUARTIC, QUARTIC_SLOPE, [1.8, -0.2, 0.9], 0.01, 200), shows="the quartic"),
        Probe(
            (QUARTIC, QUARTIC_SLOPE, [9.0, 2.5, -0.5, 1.0], 0.01, 200),
            shows="a start that diverges",
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
    ),
    draw=_draw_restarts,
    mistakes=(
        # Those that go wrong on few probes come first: others may do the same to just these.
        *each_form(
            "random_restarts.minus-infinity-wins",
            "minus infinity is no loss to be proud of: only finite ends count",
            (
                lambda f, grad, starts, lr, steps: min(
                    (e for e in _ends(f, grad, starts, lr, steps) if not math.isnan(e[1])),
                    key=lambda end: end[1],
                ),
            ),
        ),
        *each_form(
            "random_restarts.nan-wins",
            "a walk that diverges ends at `nan`, and no comparison with `nan` is true: leave such"
            " ends out before you compare",
            (
                lambda f, grad, starts, lr, steps: _first_wins(
                    [end for end in _ends(f, grad, starts, lr, steps) if end[1] != -math.inf]
                ),
                lambda f, grad, starts, lr, steps: (ends := _ends(f, grad, starts, lr, steps))[
                    int(np.argmin([loss for _, loss in ends]))
                ],
                lambda f, grad, starts, lr, steps: _first_wins(_ends(f, grad, starts, lr, steps)),
            ),
        ),
        *each_form(
            "random_restarts.lowest-on-the-way",
            "compare the ends of the walks, not every place on the way",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    (w, f(w)) for start in starts for w in _walk(grad, start, lr, steps)
                ),
                lambda f, grad, starts, lr, steps: _lowest(
                    (w, f(w)) for start in starts for w in _walk(grad, start, lr, steps)[1:]
                ),
            ),
        ),
        *each_form(
            "random_restarts.start-left-out",
            "one of the starts is never tried; count how often your loop runs",
            (
                lambda f, grad, starts, lr, steps: _best(f, grad, starts[1:], lr, steps),
                lambda f, grad, starts, lr, steps: _best(f, grad, starts[:-1], lr, steps),
            ),
        ),
        *each_form(
            "random_restarts.best-start-only",
            "a low start need not lead to a low end: walk from every start, then compare",
            (
                lambda f, grad, starts, lr, steps: _first_wins(
                    _ends(f, grad, [min(starts, key=f)], lr, steps)
                ),
            ),
        ),
        *each_form(
            "random_restarts.begins-with-zero",
            "the best loss so far must begin above every loss; is your first value above all?",
            (_begins_with(top, w) for top in (0, 1, 100) for w in (None, 0, "start")),
        ),
        *each_form(
            "random_restarts.smallest-slope",
            "a small slope says that the ground is level, not that it is low; compare the losses",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    _ends(f, grad, starts, lr, steps), key=lambda end: abs(grad(end[0]))
                ),
            ),
        ),
        *each_form(
            "random_restarts.smallest-weight",
            "compare the losses at the ends, not the weights",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    _ends(f, grad, starts, lr, steps), key=lambda end: abs(end[0])
                ),
                lambda f, grad, starts, lr, steps: _lowest(
                    _ends(f, grad, starts, lr, steps), key=lambda end: end[0]
                ),
            ),
        ),
        *each_form(
            "random_restarts.absolute-loss",
            "a loss may be below zero, and lower is better: compare the losses as they are",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    _ends(f, grad, starts, lr, steps), key=lambda end: abs(end[1])
                ),
            ),
        ),
        *each_form(
            "random_restarts.chained",
            "each walk must begin at its own start; yours goes on where the last one ended",
            (_chained,),
        ),
        *each_form(
            "random_restarts.last",
            "you return the end of the last walk; keep the best one so far",
            (lambda f, grad, starts, lr, steps: _ends(f, grad, starts, lr, steps)[-1],),
        ),
        *each_form(
            "random_restarts.first",
            "you return the end of the first walk; how far is your `return` indented?",
            (
                lambda f, grad, starts, lr, steps: _ends(f, grad, starts, lr, steps)[0],
                lambda f, grad, starts, lr, steps: _finite_ends(f, grad, starts, lr, steps)[0],
            ),
        ),
        *each_form(
            "random_restarts.highest",
            "you keep the highest loss; which way does your comparison point?",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    _ends(f, grad, starts, lr, steps), key=lambda end: -end[1]
                ),
            ),
        ),
        *each_form(
            "random_restarts.returned-start",
            "return the weight where the best walk ended, not the one where it began",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    (start, end[1])
                    for start, end in zip(starts, _ends(f, grad, starts, lr, steps), strict=True)
                ),
                lambda f, grad, starts, lr, steps: (
                    (
                        start := _lowest(
                            (start, end[1])
                            for start, end in zip(
                                starts, _ends(f, grad, starts, lr, steps), strict=True
                            )
                        )[0]
                    ),
                    f(start),
                ),
            ),
        ),
        *each_form(
            "random_restarts.loss-of-start",
            "the loss must be that at the end of the walk, not that at its start",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    (end[0], f(start))
                    for start, end in zip(starts, _ends(f, grad, starts, lr, steps), strict=True)
                    if math.isfinite(end[1])
                ),
                lambda f, grad, starts, lr, steps: _lowest(
                    (
                        (end[0], f(start))
                        for start, end in zip(
                            starts, _ends(f, grad, starts, lr, steps), strict=True
                        )
                        if math.isfinite(end[1])
                    ),
                    key=lambda place: f(place[0]),
                ),
            ),
        ),
        *each_form(
            "random_restarts.no-walk",
            "you only compare the starts; each of them must walk downhill first",
            (lambda f, grad, starts, lr, steps: _lowest((w, f(w)) for w in starts),),
        ),
        *each_form(
            "random_restarts.swapped",
            "the pair is (w, loss), in this order",
            (lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, steps)[::-1],),
        ),
        *each_form(
            "random_restarts.one-value",
            "return two values, the weight and the loss there",
            (
                lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, steps)[1],
                lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, steps)[0],
            ),
        ),
        *each_form(
            "random_restarts.all-ends",
            "return the best end alone, not all of them",
            (
                _ends,
                lambda f, grad, starts, lr, steps: [
                    end[0] for end in _ends(f, grad, starts, lr, steps)
                ],
                lambda f, grad, starts, lr, steps: [
                    end[1] for end in _ends(f, grad, starts, lr, steps)
                ],
                lambda f, grad, starts, lr, steps: sorted(
                    _finite_ends(f, grad, starts, lr, steps), key=lambda end: end[1]
                ),
                lambda f, grad, starts, lr, steps: _finite_ends(f, grad, starts, lr, steps),
            ),
        ),
        *each_form(
            "random_restarts.mean-of-ends",
            "halfway between two valleys there may be a hill: take the best end, not the mean",
            (
                lambda f, grad, starts, lr, steps: (
                    (mean := float(np.mean([w for w, _ in _ends(f, grad, starts, lr, steps)]))),
                    f(mean),
                ),
                lambda f, grad, starts, lr, steps: tuple(
                    np.mean(_ends(f, grad, starts, lr, steps), axis=0)
                ),
                lambda f, grad, starts, lr, steps: tuple(
                    np.mean(_finite_ends(f, grad, starts, lr, steps), axis=0)
                ),
            ),
        ),
        *each_form(
            "random_restarts.one-step-too-many",
            "count the steps of a walk: `steps` of them, no more",
            (lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, steps + 1),),
        ),
        *each_form(
            "random_restarts.one-step-too-few",
            "count the steps of a walk: `steps` of them, no less",
            (lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, steps - 1),),
        ),
        *each_form(
            "random_restarts.one-step-only",
            "each start takes one step only; is there a second loop, over the steps?",
            (lambda f, grad, starts, lr, steps: _best(f, grad, starts, lr, 1),),
        ),
        *each_form(
            "random_restarts.rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            (
                lambda f, grad, starts, lr, steps, fixed=fixed: _best(
                    f, grad, starts, fixed, steps
                )
                for fixed in (0.01, 0.1, 0.001, 0.05, 1.0)
            ),
        ),
        *each_form(
            "random_restarts.steps-fixed",
            "the caller says how many steps to take; you always take the same number",
            (
                lambda f, grad, starts, lr, steps, fixed=fixed: _best(f, grad, starts, lr, fixed)
                for fixed in (100, 200, 1000, 500, 50, 20, 10)
            ),
        ),
        *each_form(
            "random_restarts.sign-flipped",
            "your walks go uphill; which sign takes you against the slope?",
            (
                lambda f, grad, starts, lr, steps: _best(f, grad, starts, -lr, steps),
                lambda f, grad, starts, lr, steps: min(
                    _finite_ends(f, grad, starts, -lr, steps), key=lambda end: end[1]
                ),
                lambda f, grad, starts, lr, steps: _begins_with(math.inf, "start")(
                    f, grad, starts, -lr, steps
                ),
            ),
        ),
        *each_form(
            "random_restarts.stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            (
                lambda f, grad, starts, lr, steps: _lowest(
                    (w, f(w)) for w in [s - steps * lr * grad(s) for s in starts]
                ),
            ),
        ),
        *each_form(
            "random_restarts.steps-from-the-start",
            "each step must begin where the last one ended, not at the start again",
            (_never_leaving,),
        ),
        *each_form(
            "random_restarts.rounded",
            "do not round what you return; rounding is for printing",
            (
                lambda f, grad, starts, lr, steps, digits=digits: tuple(
                    round(v, digits) for v in _best(f, grad, starts, lr, steps)
                )
                for digits in (4, 3, 2, 1)
            ),
        ),
    ),
)


# clip_by_norm(g, max_norm)


def _length(g) -> float:
    return float(np.sqrt(np.sum(g * g)))


def _scaled_by(norm: Callable, scale: Callable = lambda m, n: m / n) -> Callable:
    """Return the clipping that takes `norm` for the norm, and `scale` for the factor."""
    return lambda g, m: g * scale(m, norm(g)) if norm(g) > m else g


def _always(g, m, guard):
    norm = _length(g)
    return g if guard and norm == 0 else g * np.float64(m) / norm


def _first_two(g):
    return (g[0] ** 2 + g[1] ** 2) ** 0.5


def _built_in_sum(root: Callable) -> Callable:
    """Return a clipping whose sum adds rows where there are rows."""

    def clip(g, m):
        norm = root(sum(g**2))
        return g * m / norm if norm > m else g

    return clip


def _dot(g, m):
    norm = np.sqrt(np.dot(g, g))
    return g * m / norm if norm > m else g


def _rows(axis):
    def clip(g, m):
        norm = np.sqrt(np.sum(g * g, axis=axis, keepdims=True))
        return g * np.minimum(1.0, m / np.where(norm > 0, norm, 1.0))

    return clip


def _draw_gradients(rng: np.random.Generator) -> list[Probe]:
    short, single = (np.round(rng.normal(size=n), 3) for n in (3, 1))
    # Its largest entry is above zero and above the limit, and the others are of both signs.
    long = np.array([1.5, -0.8, 0.4, 0.1]) + np.round(rng.uniform(-0.3, 0.3, size=4), 3)
    short = np.round(short / _length(short), 3)
    # Entries of about one size: none of them alone reaches the length of all.
    even = np.round(rng.uniform(2.4, 3, size=3), 3)
    matrix = np.round(rng.normal(size=(3, 2)), 3)
    rate = round(float(rng.uniform(0.3, 0.7)), 3)
    return [
        Probe((5 * long, round(3 * rate * float(np.max(long)), 3)), shows="a long gradient"),
        Probe((even, 3.05 + rate / 5), shows="one that is a little too long"),
        Probe((5 * short, 5.2 + rate), shows="one that is just short enough", weight=0.25),
        Probe((1.2 * short, 1.6 + rate), shows="a short one", weight=0.25),
        Probe((0.4 * short, 0.5 + rate), shows="a very short one", weight=0.25),
        # Not of three digits: rounding would find a tie.
        Probe((-9 - single**2, 5.0007 + 3 * rate), shows="a single entry below zero"),
        Probe((4 * matrix, round(2 * rate * _length(matrix), 3)), shows="another matrix"),
        Probe((np.zeros(2), 1 + rate), shows="a gradient of zeros", weight=0.25),
    ]


UNIT = "a long gradient must keep the length `max_norm`, not the length 1"

clip = Exercise(
    name="clip_by_norm",
    points=(2, 2),
    reference=clip_by_norm,
    examples=(
        Probe((np.array([3.0, 4.0]), 1.0), shows="a gradient that is too long"),
        Probe((np.array([-6.0, 3.0, 2.0]), 6.5), shows="one that is a little too long"),
        Probe((np.array([3.0, -4.0]), 6.0), shows="one that is short enough", weight=0.25),
        Probe((np.array([1.2, -0.5]), 2.0), shows="a short one", weight=0.25),
        Probe((np.array([0.3, 0.4]), 0.8), shows="a very short one", weight=0.25),
        Probe((np.zeros(3), 2.0), shows="a gradient of zeros", weight=0.25),
        Probe(
            (np.array([[1.0, -2.0, 2.0], [-4.0, 0.0, 0.0]]), 2.3), shows="a matrix of gradients"
        ),
    ),
    draw=_draw_gradients,
    mistakes=(
        # Those that go wrong on few probes come first: others may do the same to just these.
        *each_form(
            "clip_by_norm.divides-by-zero",
            "what does your formula do where the norm is 0?",
            (
                lambda g, m: g / np.float64(_length(g)) * min(_length(g), m),
                lambda g, m: g * min(1.0, m / _length(g)),
            ),
        ),
        *each_form(
            "clip_by_norm.rows-apart",
            "the norm is one number for the whole gradient: the squares of all entries, whatever"
            " its shape",
            (
                _rows(-1),
                _rows(0),
                _scaled_by(lambda g: float(np.linalg.norm(g, 2))),
                _built_in_sum(np.sqrt),
                _built_in_sum(math.sqrt),
                _dot,
            ),
        ),
        *each_form(
            "clip_by_norm.shape-lost",
            "what you return must have the shape of the gradient",
            (
                lambda g, m: clip_by_norm(g, m).ravel(),
                lambda g, m: clip_by_norm(g, m)[None],
                lambda g, m: clip_by_norm(g, m).T,
            ),
        ),
        *each_form(
            "clip_by_norm.two-entries-only",
            "a gradient may have any number of entries; yours looks at the first two",
            (
                _scaled_by(_first_two),
                _scaled_by(lambda g: np.sqrt(g.flat[0] ** 2 + g.flat[1] ** 2)),
            ),
        ),
        *each_form(
            "clip_by_norm.compares-entries",
            "compare the norm of the whole gradient with the limit, not its largest entry",
            (
                lambda g, m: g * (m / _length(g)) if np.max(np.abs(g)) > m else g,
                lambda g, m: g * (m / _length(g)) if np.max(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.compares-the-square",
            "compare the norm with the limit, not its square",
            (lambda g, m: g * (m / _length(g)) if np.sum(g * g) > m else g,),
        ),
        *each_form(
            "clip_by_norm.compares-with-one",
            "the limit is `max_norm`, whatever it is; compare with that",
            (lambda g, m: g * (m / _length(g)) if _length(g) > 1 else g,),
        ),
        *each_form(
            "clip_by_norm.always-rescaled",
            "a gradient that is short enough must stay as it is; yours makes it longer",
            (lambda g, m, guard=guard: _always(g, m, guard) for guard in (True, False)),
        ),
        *each_form(
            "clip_by_norm.sum-without-squares",
            "entries below zero must not cancel the others: add up their squares",
            (
                _scaled_by(lambda g: float(np.sum(g))),
                _scaled_by(lambda g: abs(float(np.sum(g)))),
            ),
        ),
        Mistake(
            "clip_by_norm.nothing-changes",
            "a gradient that is too long comes back as it was",
            lambda g, m: g,
        ),
        *each_form(
            "clip_by_norm.wrong-way-round",
            "which gradients must be changed, the long ones or the short ones?",
            (
                lambda g, m: g * (m / _length(g)) if 0 < _length(g) < m else g,
                lambda g, m: g * (np.float64(m) / _length(g)) if _length(g) < m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.by-value",
            "clipping each entry by itself turns the gradient; multiply all of it by one number",
            (
                lambda g, m: np.clip(g, -m, m),
                lambda g, m: np.minimum(g, m),
                lambda g, m: m * np.sign(g) if _length(g) > m else g,
            ),
        ),
        Mistake(
            "clip_by_norm.unit-length",
            UNIT,
            lambda g, m: g / _length(g) if _length(g) > m else g,
        ),
        *each_form(
            "clip_by_norm.limit-fixed",
            "the caller chooses the limit; yours is always the same",
            (
                lambda g, m, fixed=fixed: clip_by_norm(g, fixed)
                for fixed in (1.0, 5.0, 10.0, 0.5, 2.0)
            ),
        ),
        Mistake(
            "clip_by_norm.unit-length",
            UNIT,
            lambda g, m: g / _length(g) if np.any(g) else g,
        ),
        *each_form(
            "clip_by_norm.root-missing",
            "the norm is the root of the sum of the squares",
            (
                _scaled_by(lambda g: float(np.sum(g * g))),
                lambda g, m: g * (m / _length(g) ** 2) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.sum-of-absolutes",
            "the norm here is the root of the sum of the squares, not the sum of the absolutes",
            (
                _scaled_by(lambda g: float(np.sum(np.abs(g)))),
                _scaled_by(lambda g: float(np.max(np.sum(np.abs(g), axis=0)))),
                lambda g, m: g * (m / np.sum(np.abs(g))) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.largest-entry",
            "the norm takes all entries together, not the largest one alone",
            (
                _scaled_by(lambda g: float(np.max(np.abs(g)))),
                _scaled_by(lambda g: float(np.max(g)), lambda m, n: m / n if n > 0 else 1.0),
                lambda g, m: g * (m / np.max(np.abs(g))) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.mean-for-sum",
            "the norm is the root of the *sum* of the squares; do you take their mean?",
            (
                _scaled_by(lambda g: float(np.sqrt(np.mean(g * g)))),
                _scaled_by(lambda g: float(np.std(g))),
                lambda g, m: g * (m / np.sqrt(np.mean(g * g))) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.ratio-upside-down",
            "your factor makes a long gradient longer; which of the two belongs above the line?",
            (_scaled_by(_length, lambda m, n: n / m),),
        ),
        *each_form(
            "clip_by_norm.half-the-factor",
            "the factor is the limit divided by the norm; one of the two is missing in yours",
            (
                _scaled_by(_length, lambda m, n: m),
                _scaled_by(_length, lambda m, n: 1 / m),
            ),
        ),
        *each_form(
            "clip_by_norm.root-of-the-factor",
            "the factor is the limit divided by the norm, without a root or a square of it",
            (
                _scaled_by(_length, lambda m, n: math.sqrt(m / n)),
                _scaled_by(_length, lambda m, n: (m / n) ** 2),
            ),
        ),
        *each_form(
            "clip_by_norm.subtracted",
            "to keep the direction, multiply all entries by the same number; do not subtract",
            (
                lambda g, m: g - (_length(g) - m) if _length(g) > m else g,
                lambda g, m: g - m if _length(g) > m else g,
                lambda g, m: g - np.sign(g) * (_length(g) - m) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.zeros",
            "a long gradient comes back as zeros: is it thrown away, or does `//` or `int` round"
            " a factor below 1 down to 0?",
            (
                lambda g, m: np.zeros_like(g) if _length(g) > m else g,
                lambda g, m: 0.0 if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.all-entries-equal",
            "every entry keeps its share; yours become all the same",
            (
                lambda g, m: np.full_like(g, m) if _length(g) > m else g,
                lambda g, m: np.full_like(g, m / math.sqrt(g.size)) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.absolute",
            "the entries lose their signs; a gradient may point to the left as well",
            (
                lambda g, m: np.abs(clip_by_norm(g, m)),
                lambda g, m: np.abs(clip_by_norm(g, m)) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.sign-flipped",
            "return the gradient itself; the minus sign belongs to the step",
            (
                lambda g, m: -clip_by_norm(g, m),
                lambda g, m: -clip_by_norm(g, m) if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.returned-a-number",
            "return the whole gradient, not a number about it",
            (
                lambda g, m: _length(g),
                lambda g, m: min(_length(g), m),
                lambda g, m: m / _length(g),
                lambda g, m: min(1.0, m / _length(g)) if _length(g) else 1.0,
                lambda g, m: m if _length(g) > m else g,
            ),
        ),
        *each_form(
            "clip_by_norm.more-than-the-gradient",
            "return the gradient and nothing beside it",
            (
                lambda g, m: (clip_by_norm(g, m), _length(g)),
                lambda g, m: (_length(g), clip_by_norm(g, m)),
                lambda g, m: [clip_by_norm(g, m)],
            ),
        ),
        *each_form(
            "clip_by_norm.rounded",
            "do not round the entries; rounding is for printing",
            (
                lambda g, m, digits=digits: np.round(clip_by_norm(g, m), digits)
                for digits in (4, 3, 2, 1)
            ),
        ),
    ),
)


# curve_a … curve_f: the illness of six loss curves

_illnesses = {f"curve_{letter}": case.illness for letter, case in CASES.items()}


def _words(answer):
    """Return a text without dashes and double blanks, in small letters; all else as it is."""
    if not isinstance(answer, str):
        return answer
    return " ".join(answer.replace("-", " ").replace("_", " ").split()).lower()


def _fits(call: Call) -> str | None:
    right = _words(_illnesses[call.probe.args[0]])
    return None if _words(call.result) == right else "the illness that fits this curve"


def _confused(right: str, given: Iterable[str]) -> Callable[[Call], bool]:
    """Return a spot: the curve's illness is `right`, but the answer is one of `given`."""
    return lambda call: (
        _illnesses[call.probe.args[0]] == right and _words(call.result) in list(given)
    )


def _illness_probe(letter: str) -> Probe:
    return Probe((f"curve_{letter}",), shows=f"curve_{letter}", judge=_fits)


illness = Exercise(
    name="illness",
    points=(3, 3),
    values=tuple(_illnesses),
    reference=_illnesses.get,
    examples=tuple(_illness_probe(letter) for letter in "abc"),
    draw=lambda rng: [_illness_probe(letter) for letter in "def"],
    mistakes=(
        Mistake(
            "illness.not-text",
            "the answer is a text in quotation marks",
            spot=lambda call: not isinstance(call.result, str),
        ),
        Mistake(
            "illness.another-word",
            "use one of the six given texts, as it stands in the list",
            spot=lambda call: _words(call.result) not in ILLNESSES,
        ),
        Mistake(
            "illness.oscillates-for-noise",
            "an oscillation is regular; does this curve repeat itself?",
            spot=_confused("noise floor", ["oscillates"]),
        ),
        Mistake(
            "illness.healthy-for-noise",
            "it falls fast, but does it come to rest?",
            spot=_confused("noise floor", ["healthy"]),
        ),
        Mistake(
            "illness.plateau-for-slow",
            "compare its first value with its last one: does it stand still?",
            spot=_confused("too slow", ["stuck on a plateau"]),
        ),
        Mistake(
            "illness.healthy-for-slow",
            "it falls at every step; how much of the way has it done in 120 steps?",
            spot=_confused("too slow", ["healthy"]),
        ),
        Mistake(
            "illness.oscillates-for-divergence",
            "a curve that oscillates comes down again; does this one?",
            spot=_confused("diverges", ["oscillates"]),
        ),
        Mistake(
            "illness.plateau-for-healthy",
            "it ends flat; at which height does it do so?",
            spot=_confused("healthy", ["stuck on a plateau", "too slow"]),
        ),
        Mistake(
            "illness.slow-for-plateau",
            "even a slow run gets lower; read the first and the last value of this one",
            spot=_confused("stuck on a plateau", ["too slow"]),
        ),
        Mistake(
            "illness.healthy-for-plateau",
            "it is calm, but at which height?",
            spot=_confused("stuck on a plateau", ["healthy"]),
        ),
        Mistake(
            "illness.noise-for-oscillates",
            "noise is irregular; read the last values of this curve one after the other",
            spot=_confused("oscillates", ["noise floor"]),
        ),
        Mistake(
            "illness.divergence-for-oscillates",
            "a curve that diverges leaves every height behind; does this one keep growing?",
            spot=_confused("oscillates", ["diverges"]),
        ),
        Mistake(
            "illness.another-illness",
            "look at three things: the height at the end, whether it still changes there, and"
            " whether the changes are regular",
            spot=lambda call: True,
        ),
    ),
)


# What the article got wrong: a saddle upside down


def _steps_until_gone(lr: float = 0.1, factor: float = 1.0) -> int:
    """Return after how many steps from (1, 1e-6) the second weight is farther than 1 from 0."""
    path = descend(saddle, [1.0, 1e-6], lr, 1500, gradient=lambda w: factor * saddle.gradient(w))
    return int(np.argmax(np.abs(path.weights[:, 1]) > 1))


def _values(along="up", sides="down", steps=None, ridge=0.0) -> Callable:
    """Return a reader of the four values, the right ones unless given."""
    return {
        "along_the_horse": along,
        "to_the_sides": sides,
        "steps_until_gone": _steps_until_gone() if steps is None else steps,
        "w2_on_the_ridge": ridge,
    }.get


article_saddle = Exercise(
    name="article_saddle",
    points=(1, 1),
    values=("along_the_horse", "to_the_sides", "steps_until_gone", "w2_on_the_ridge"),
    reference=_values(),
    examples=(
        Probe(("along_the_horse",), shows="along the horse", weight=0.5),
        Probe(("to_the_sides",), shows="to the sides", weight=0.5),
        Probe(("steps_until_gone",), shows="the steps until it is gone"),
    ),
    draw=lambda rng: [
        Probe(("steps_until_gone",), shows="the steps until it is gone"),
        Probe(("w2_on_the_ridge",), shows="the walk on the ridge"),
    ],
    mistakes=(
        Mistake(
            "article_saddle.another-word",
            'for the two directions write "up" or "down", in quotation marks',
            spot=lambda call: (
                call.probe.args[0] in ("along_the_horse", "to_the_sides")
                and _words(call.result) not in ("up", "down")
            ),
        ),
        *each_form(
            "article_saddle.a-bowl",
            "in a bowl all ways go up; a saddle is low in one direction and high in the other",
            (_values(sides="up"),),
        ),
        *each_form(
            "article_saddle.a-hill",
            "on a hill all ways go down; a saddle is low in one direction and high in the other",
            (_values(along="down"),),
        ),
        *each_form(
            "article_saddle.as-in-the-article",
            "this is the article's answer; where does a saddle hold the rider, and where do the"
            " legs hang?",
            (_values(along="down", sides="up"),),
        ),
        *each_form(
            "article_saddle.one-step-too-few",
            "is the second weight beyond 1 after that many steps, or only after one more?",
            (_values(steps=_steps_until_gone() - 1),),
        ),
        *each_form(
            "article_saddle.one-step-too-many",
            "it is beyond 1 one step earlier; do you count the start as a step?",
            (_values(steps=_steps_until_gone() + 1),),
        ),
        *each_form(
            "article_saddle.slope-without-2",
            "the slope of −w2² is −2·w2, so each step multiplies w2 by 1.2",
            (
                _values(steps=_steps_until_gone(factor=0.5)),
                _values(steps=_steps_until_gone(factor=0.5) - 1),
            ),
        ),
        *each_form(
            "article_saddle.other-rate",
            "the rate of that walk is 0.1",
            (_values(steps=_steps_until_gone(lr=lr)) for lr in (0.01, 0.05, 0.2, 0.5)),
        ),
        Mistake(
            "article_saddle.not-whole",
            "steps are whole: after how many of them is it beyond 1 for the first time?",
            spot=lambda call: (
                call.probe.args[0] == "steps_until_gone"
                and abs(_number(call) - np.log(1e6) / np.log(1.2)) < 0.05
            ),
        ),
        Mistake(
            "article_saddle.never-gone",
            "beside the ridge the walk does leave; give it more steps",
            spot=lambda call: (
                call.probe.args[0] == "steps_until_gone"
                and (_number(call) <= 0 or not math.isfinite(_number(call)))
            ),
        ),
        *each_form(
            "article_saddle.leaves-the-ridge",
            "that walk starts at w2 = 0 exactly: what is the slope along w2 there?",
            (
                _values(ridge=float(w2))
                for w2 in descend(saddle, [1.0, 1e-6], 0.1, 100).weights[[100, 99], 1]
            ),
        ),
        *each_form(
            "article_saddle.first-weight",
            "the second weight is asked for, not the first one",
            (_values(ridge=1.0), _values(ridge=(1.0, 0.0)), _values(ridge=(0.0, 0.0))),
        ),
    ),
)


def _number(call: Call) -> float:
    """Return the answer as a number, NaN if it is none."""
    is_number = isinstance(call.result, (int, float, np.number))
    return float(call.result) if is_number and not isinstance(call.result, bool) else math.nan


EXERCISES = (random_restarts, clip, illness, article_saddle)
