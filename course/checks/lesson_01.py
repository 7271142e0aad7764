"""Exercises of lesson 01: the numerical gradient, the descent loop, the quartic's two valleys."""

from __future__ import annotations

import re

import numpy as np

from course.checks.engine import Call, Exercise, Mistake, Probe
from course.checks.formula import Formula
from course.descent import central_difference, descend, forward_difference
from course.landscapes import QUARTIC_HILL, QUARTIC_LEFT, QUARTIC_RIGHT, parabola, quartic

LESSON = "01_one_dimension"

QUARTIC = Formula("w**4 - 8*w**2 + w + 10")
QUARTIC_SLOPE = Formula("4*w**3 - 16*w + 1", name="grad")
PARABOLA_SLOPE = Formula("2*(w - 4)", name="grad")


# numerical_gradient(f, w, h=1e-4)


def _slopes(rng: np.random.Generator) -> list[Probe]:
    a, b, c = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    w, h = round(float(rng.uniform(1, 2)), 3), round(float(rng.uniform(0.1, 0.4)), 3)
    return [
        Probe((Formula(f"{a}*w**3 + {b}*w**2 + {c}"), w), {"h": h}, "another cubic, a large h"),
        Probe((Formula(f"{a}*w**3 + {b}*w**2"), -w, h), shows="a weight left of zero"),
        Probe((Formula(f"np.exp({c}*w)"), w / 2, h / 2), shows="a curve that is no polynomial"),
        Probe((Formula(f"{a}e8*w**3"), 0.0), shows="h = 0.0001 where none is given"),
    ]


numerical_gradient = Exercise(
    name="numerical_gradient",
    points=(2, 2),
    reference=lambda f, w, h=1e-4: central_difference(f, w, h),
    examples=(
        Probe((Formula("w**3"), 2.0), {"h": 0.1}, "a cubic with a large h"),
        Probe((Formula("np.sin(w)"), -1.0), {"h": 0.5}, "a curve that is no polynomial"),
        Probe((QUARTIC, 3.0), shows="the quartic with h = 0.0001 by default"),
        Probe((Formula("1e8*w**3"), 0.0), shows="a default h that is 0.0001, not another"),
    ),
    draw=_slopes,
    mistakes=(
        Mistake(
            "numerical_gradient.forward-for-central",
            "you look ahead only; a central difference looks the same way ahead and back",
            lambda f, w, h=1e-4: forward_difference(f, w, h),
        ),
        Mistake(
            "numerical_gradient.backward-for-central",
            "you look back only; a central difference looks the same way ahead and back",
            lambda f, w, h=1e-4: forward_difference(f, w, -h),
        ),
        Mistake(
            "numerical_gradient.divided-by-h",
            "how far apart are the two places whose losses you compare? Divide by that distance",
            lambda f, w, h=1e-4: 2 * central_difference(f, w, h),
        ),
        Mistake(
            "numerical_gradient.times-h",
            "Python works `a / 2 * h` from the left; the whole distance belongs under the line",
            lambda f, w, h=1e-4: (f(w + h) - f(w - h)) / 2 * h,
        ),
        Mistake(
            "numerical_gradient.not-divided",
            "a slope is rise over run; the run is missing",
            lambda f, w, h=1e-4: f(w + h) - f(w - h),
        ),
        Mistake(
            "numerical_gradient.sign-flipped",
            "where the curve rises to the right, the slope must be above zero",
            lambda f, w, h=1e-4: -central_difference(f, w, h),
        ),
        Mistake(
            "numerical_gradient.added",
            "a slope compares two losses: one taken from the other",
            lambda f, w, h=1e-4: (f(w + h) + f(w - h)) / (2 * h),
        ),
        Mistake(
            "numerical_gradient.h-ignored",
            "the caller chooses h; your answer does not change with it",
            lambda f, w, h=1e-4: central_difference(f, w, 1e-4),
        ),
        Mistake(
            "numerical_gradient.other-default",
            "the default value of h must be 1e-4",
            lambda f, w, h=None: central_difference(f, w, h or 1e-5),
        ),
        Mistake(
            "numerical_gradient.returned-loss",
            "you return a loss, not a slope",
            lambda f, w, h=1e-4: f(w),
        ),
        Mistake(
            "numerical_gradient.rounded",
            "do not round inside the function; rounding is for printing",
            lambda f, w, h=1e-4: round(central_difference(f, w, h), 2),
        ),
        Mistake(
            "numerical_gradient.integer",
            "`//` and `int` throw away the part after the point",
            lambda f, w, h=1e-4: (f(w + h) - f(w - h)) // (2 * h),
        ),
    ),
)


# descend(grad, w0, lr, steps)


def _walk(grad, w0, lr, steps, *, update=None) -> list[float]:
    """Return the weights of a walk; `update` replaces w − lr·grad(w) where a mistake does."""
    update = update or (lambda w, lr: w - lr * grad(w))
    weights = [w0]
    for _ in range(steps):
        weights.append(update(weights[-1], lr))
    return weights


def _starts(rng: np.random.Generator) -> list[Probe]:
    a, b, w0 = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    lr, steps = round(float(rng.uniform(0.02, 0.12)), 3), int(rng.integers(4, 9))
    slope = Formula(f"{a}*(w + {b})", name="grad")
    return [
        Probe((slope, w0, lr, steps), shows="another parabola"),
        Probe((QUARTIC_SLOPE, -w0 / 2, lr / 8, steps), shows="the quartic from the left"),
        Probe((slope, w0, lr, 0), shows="no step at all", weight=0.5),
        Probe((slope, -b, lr, 3), shows="a start at the minimum", weight=0.5),
    ]


walk = Exercise(
    name="descend",
    points=(2, 2),
    reference=_walk,
    examples=(
        Probe((PARABOLA_SLOPE, -1.0, 0.1, 5), shows="the parabola from w = −1"),
        Probe((QUARTIC_SLOPE, 3.0, 0.01, 4), shows="the quartic from w = 3"),
        Probe((PARABOLA_SLOPE, 7.0, 0.25, 1), shows="a single step"),
        Probe((PARABOLA_SLOPE, -1.0, 0.1, 0), shows="no step at all", weight=0.5),
    ),
    draw=_starts,
    mistakes=(
        Mistake(
            "descend.sign-flipped",
            "your walk goes uphill; which sign takes you against the slope?",
            lambda grad, w0, lr, steps: _walk(grad, w0, -lr, steps),
        ),
        Mistake(
            "descend.start-missing",
            "the list must begin with the start itself",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[1:],
        ),
        Mistake(
            "descend.last-only",
            "return every weight on the way, not the last one alone",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[-1],
        ),
        Mistake(
            "descend.one-step-too-many",
            "count the steps: `steps` of them make `steps + 1` weights",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps + 1),
        ),
        Mistake(
            "descend.one-step-too-few",
            "count the steps: `steps` of them make `steps + 1` weights",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, max(steps - 1, 0)),
        ),
        Mistake(
            "descend.stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            lambda grad, w0, lr, steps: _walk(
                grad, w0, lr, steps, update=lambda w, lr: w - lr * grad(w0)
            ),
        ),
        Mistake(
            "descend.rate-missing",
            "the step is the learning rate times the slope; the rate is missing",
            lambda grad, w0, lr, steps: _walk(grad, w0, 1.0, steps),
        ),
        Mistake(
            "descend.rate-fixed",
            "the caller chooses the learning rate; yours is always 0.1",
            lambda grad, w0, lr, steps: _walk(grad, w0, 0.1, steps),
        ),
        Mistake(
            "descend.steps-of-fixed-length",
            "a step is the rate times the slope, not the rate times its sign alone",
            lambda grad, w0, lr, steps: _walk(
                grad, w0, lr, steps, update=lambda w, lr: w - lr * np.sign(grad(w))
            ),
        ),
        Mistake(
            "descend.start-not-used",
            "the walk must begin at the start that the caller gives",
            lambda grad, w0, lr, steps: _walk(grad, 0.0, lr, steps),
        ),
        Mistake(
            "descend.same-weight-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            lambda grad, w0, lr, steps: [w0] + [w0 - lr * grad(w0)] * steps,
        ),
        Mistake(
            "descend.returned-gradients",
            "return the weights on the way, not the slopes",
            lambda grad, w0, lr, steps: [grad(w) for w in _walk(grad, w0, lr, steps)],
        ),
        Mistake(
            "descend.rounded",
            "do not round the weights as you walk; rounding is for printing",
            lambda grad, w0, lr, steps: [round(w, 2) for w in _walk(grad, w0, lr, steps)],
        ),
    ),
)


# quartic_walk(start): the article's settings, printed every 50 steps

STEPS, RATE, H, EVERY = 200, 0.01, 1e-4, 50


def _quartic_walk(start, *, lr=RATE, steps=STEPS, difference=central_difference):
    path = descend(quartic, start, lr, steps, gradient=lambda w: difference(quartic, w, H))
    return path.weights


def _printed_rows(call: Call) -> str | None:
    """Judge the print-out: the weight and the loss after 0, 50, 100, 150 and 200 steps."""
    told = [float(text) for text in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", call.printed)]
    rows = _quartic_walk(call.probe.args[0])[::EVERY]
    wanted = [*rows, *quartic(rows)]
    if all(any(abs(number - value) < 6e-3 for number in told) for value in wanted):
        return None
    return (
        "a print-out of the weight and the loss after 0, 50, 100, 150 and 200 steps, "
        "with two digits after the point or more"
    )


quartic_walk = Exercise(
    name="quartic_walk",
    points=(2, 2),
    reference=_quartic_walk,
    examples=(
        Probe((3.0,), shows="the walk from 3.0"),
        Probe((3.0,), shows="the print-out every 50 steps", judge=_printed_rows, weight=0.5),
    ),
    draw=lambda rng: [
        Probe((round(float(rng.uniform(2.2, 3.2)), 3),), shows="a start on the right"),
        Probe((round(float(rng.uniform(-3.2, -2.2)), 3),), shows="a start on the left"),
        Probe((round(float(rng.uniform(-1, -0.1)), 3),), shows="a start near the hill"),
    ],
    mistakes=(
        Mistake(
            "quartic_walk.forward-for-central",
            "your slope looks ahead only, and that moves the place where the walk stops by h/2",
            lambda start: _quartic_walk(start, difference=forward_difference),
        ),
        Mistake(
            "quartic_walk.one-step-too-many",
            "200 steps make 201 weights",
            lambda start: _quartic_walk(start, steps=STEPS + 1),
        ),
        Mistake(
            "quartic_walk.one-step-too-few",
            "200 steps make 201 weights",
            lambda start: _quartic_walk(start, steps=STEPS - 1),
        ),
        Mistake(
            "quartic_walk.start-missing",
            "the weights must begin with the start itself",
            lambda start: _quartic_walk(start)[1:],
        ),
        Mistake(
            "quartic_walk.last-only",
            "return every weight on the way, not the last one alone",
            lambda start: _quartic_walk(start)[-1],
        ),
        Mistake(
            "quartic_walk.start-not-used",
            "the walk must begin at the start that the caller gives",
            lambda start: _quartic_walk(3.0),
        ),
        Mistake(
            "quartic_walk.other-rate",
            "the rate of this walk is 0.01",
            lambda start: _quartic_walk(start, lr=0.001),
        ),
        Mistake(
            "quartic_walk.sign-flipped",
            "your walk goes uphill; which sign takes you against the slope?",
            lambda start: _quartic_walk(start, lr=-RATE),
        ),
    ),
    rtol=5e-6,
)


# which_valley and deeper_start


def _reaches_left(*rates: float):
    def judge(call: Call) -> str | None:
        wanted = "a number from which the walk ends in the deeper valley"
        try:
            start = float(call.result)
        except (TypeError, ValueError):
            return wanted
        if not np.isfinite(start) or abs(start) > 1e6:
            return wanted
        ends = descend(quartic, start, np.array(rates), 4000).final
        return None if np.all(np.abs(ends - QUARTIC_LEFT) < 1e-3) else wanted

    return judge


_valleys = {"which_valley": "right", "deeper_start": -3.0}

deeper_valley = Exercise(
    name="deeper_valley",
    points=(1, 1),
    values=("which_valley", "deeper_start"),
    reference=_valleys.get,
    examples=(
        Probe(("which_valley",), shows="the valley that the walk from 3.0 ends in"),
        Probe(
            ("deeper_start",),
            shows="a start that finds the deeper valley",
            judge=_reaches_left(RATE),
        ),
    ),
    draw=lambda rng: [
        Probe(
            ("deeper_start",),
            shows="your start, with other small rates",
            judge=_reaches_left(0.002, 0.005),
        ),
    ],
    mistakes=(
        Mistake(
            "deeper_valley.wrong-side",
            "compare where the walk ended with zero, and the depths of both valleys",
            spot=lambda call: (
                call.probe.args[0] == "which_valley" and str(call.result).strip().lower() == "left"
            ),
        ),
        Mistake(
            "deeper_valley.the-minimum-of-the-other-valley",
            "that start leads to the shallower valley again; which side of the hill is it on?",
            spot=lambda call: (
                isinstance(call.result, (int, float))
                and QUARTIC_HILL < call.result <= 2 * QUARTIC_RIGHT
            ),
        ),
        Mistake(
            "deeper_valley.on-the-hill",
            "at the top of the hill the slope is zero and the walk does not move",
            spot=lambda call: (
                isinstance(call.result, (int, float)) and abs(call.result - QUARTIC_HILL) < 1e-6
            ),
        ),
    ),
)


# What the article got wrong: a table that no run can print


def _final(lr=0.1, steps=20) -> float:
    return float(descend(parabola, -1.0, lr, steps).final)


_article = {
    "true_final_weight": _final(),
    "true_final_loss": float(parabola(_final())),
    "lowest_possible_loss": float(parabola(parabola.minima[0])),
}
_printed_by_the_article = {
    "true_final_weight": 3.9988,
    "true_final_loss": 0.0,
    "lowest_possible_loss": 0.0,
}

article_table = Exercise(
    name="article_table",
    points=(1, 1),
    values=tuple(_article),
    reference=_article.get,
    examples=(Probe(("true_final_weight",), shows="the final weight"),),
    draw=lambda rng: [
        Probe(("true_final_loss",), shows="the final loss"),
        Probe(("lowest_possible_loss",), shows="the lowest loss there can be"),
    ],
    mistakes=(
        Mistake(
            "article_table.believed-the-article",
            "these are the article's numbers; run the walk and look at yours",
            _printed_by_the_article.get,
        ),
        Mistake(
            "article_table.one-step-too-few",
            "that is the weight after 19 steps; the article says 20",
            {
                "true_final_weight": _final(steps=19),
                "true_final_loss": float(parabola(_final(steps=19))),
                "lowest_possible_loss": _article["lowest_possible_loss"],
            }.get,
        ),
        Mistake(
            "article_table.one-step-too-many",
            "that is the weight after 21 steps; the article says 20",
            {
                "true_final_weight": _final(steps=21),
                "true_final_loss": float(parabola(_final(steps=21))),
                "lowest_possible_loss": _article["lowest_possible_loss"],
            }.get,
        ),
    ),
    rtol=1e-4,
)

EXERCISES = (numerical_gradient, walk, quartic_walk, deeper_valley, article_table)
