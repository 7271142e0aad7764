"""Exercises of lesson 01: the numerical gradient, the descent loop, the quartic's two valleys."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from course.checks.engine import Call, Exercise, Mistake, Probe, each_form
from course.checks.formula import Formula
from course.descent import central_difference, descend, forward_difference
from course.landscapes import QUARTIC_HILL, QUARTIC_LEFT, parabola, quartic

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
        Probe((Formula(f"np.exp(-{c}*w)"), w / 2, h / 2), shows="a falling curve"),
        Probe((Formula(f"{a}e8*w**3"), 0.0), shows="h = 0.0001 where none is given"),
    ]


numerical_gradient = Exercise(
    name="numerical_gradient",
    points=(2, 2),
    reference=lambda f, w, h=1e-4: central_difference(f, w, h),
    examples=(
        Probe((Formula("w**3"), 2.0), {"h": 0.1}, "a cubic with a large h"),
        Probe((Formula("np.sin(w)"), -2.0), {"h": 0.5}, "a slope below zero"),
        Probe((QUARTIC, 3.0), shows="the quartic with h = 0.0001 by default"),
        Probe((Formula("1e8*w**3"), 0.0), shows="a default h that is 0.0001, not another"),
    ),
    draw=_slopes,
    mistakes=(
        # Those that go wrong on few probes come first: others may do the same to just these.
        *each_form(
            "numerical_gradient.other-default",
            "the default value of h must be 1e-4",
            (
                lambda f, w, h=default: central_difference(f, w, h)
                for default in (1e-5, 1e-3, 1e-6, 1e-2, 1e-8, 1e-7, 0.1, 1.0, 1e-10, 1e-12, 1e4)
            ),
        ),
        Mistake(
            "numerical_gradient.no-default",
            "who gives no h must get 1e-4; where does a function name its default values?",
            lambda f, w, h: central_difference(f, w, h),
        ),
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
        *each_form(
            "numerical_gradient.times-h",
            "Python works `a / 2 * h` from the left; the whole distance belongs under the line",
            (
                lambda f, w, h=1e-4: (f(w + h) - f(w - h)) / 2 * h,
                lambda f, w, h=1e-4: (f(w + h) - f(w - h)) / h * 2,
                lambda f, w, h=1e-4: (f(w + h) - f(w - h)) * 2 * h,
            ),
        ),
        *each_form(
            "numerical_gradient.brackets-missing",
            "Python divides before it subtracts; put the difference of the losses in brackets",
            (
                lambda f, w, h=1e-4: f(w + h) - f(w - h) / (2 * h),
                lambda f, w, h=1e-4: f(w + h) - f(w - h) / 2 * h,
                lambda f, w, h=1e-4: f(w + h) - f(w) / h,
            ),
        ),
        *each_form(
            "numerical_gradient.one-side-over-2h",
            "you divide by the distance from w - h to w + h, but compare with the loss at w",
            (
                lambda f, w, h=1e-4: forward_difference(f, w, h) / 2,
                lambda f, w, h=1e-4: forward_difference(f, w, -h) / 2,
            ),
        ),
        Mistake(
            "numerical_gradient.not-divided",
            "a slope is rise over run; the run is missing",
            lambda f, w, h=1e-4: f(w + h) - f(w - h),
        ),
        Mistake(
            "numerical_gradient.divided-by-2",
            "the run between the two places is not 2; it depends on h",
            lambda f, w, h=1e-4: (f(w + h) - f(w - h)) / 2,
        ),
        Mistake(
            "numerical_gradient.absolute",
            "a slope has a sign: where the curve falls to the right it is below zero",
            lambda f, w, h=1e-4: abs(central_difference(f, w, h)),
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
        *each_form(
            "numerical_gradient.half-distance",
            "look a whole h ahead and a whole h back, not half of it",
            (
                lambda f, w, h=1e-4: central_difference(f, w, h / 2),
                lambda f, w, h=1e-4: central_difference(f, w, h / 2) / 2,
            ),
        ),
        *each_form(
            "numerical_gradient.double-distance",
            "look one h ahead and one h back, not 2h",
            (
                lambda f, w, h=1e-4: central_difference(f, w, 2 * h),
                lambda f, w, h=1e-4: central_difference(f, w, 2 * h) * 2,
                lambda f, w, h=1e-4: forward_difference(f, w, 2 * h),
            ),
        ),
        *each_form(
            "numerical_gradient.h-squared",
            "the distance is divided by once; is there a square or a second division too many?",
            (
                lambda f, w, h=1e-4: central_difference(f, w, h) / h,
                lambda f, w, h=1e-4: central_difference(f, w, h) / h * 2,
                lambda f, w, h=1e-4: central_difference(f, w, h) / (2 * h),
            ),
        ),
        Mistake(
            "numerical_gradient.second-derivative",
            "that formula measures how fast the slope changes, not the slope",
            lambda f, w, h=1e-4: (f(w + h) - 2 * f(w) + f(w - h)) / h**2,
        ),
        Mistake(
            "numerical_gradient.both-halves",
            "return one number; what is halfway between the slope ahead and the slope back?",
            lambda f, w, h=1e-4: (forward_difference(f, w, h), forward_difference(f, w, -h)),
        ),
        Mistake(
            "numerical_gradient.h-added-to-loss",
            "move the weight by h, not the loss: h belongs inside the brackets of f",
            lambda f, w, h=1e-4: 1.0,
        ),
        *each_form(
            "numerical_gradient.h-ignored",
            "the caller chooses h; your answer does not change with it",
            (
                lambda f, w, h=1e-4, fixed=fixed: central_difference(f, w, fixed)
                for fixed in (1e-4, 1e-5, 1e-6, 1e-8, 1e-3, 1e-2)
            ),
        ),
        Mistake(
            "numerical_gradient.h-not-accepted",
            "the function takes three arguments: f, w and h",
            lambda f, w: central_difference(f, w),
        ),
        *each_form(
            "numerical_gradient.returned-loss",
            "you return a loss, not a slope",
            (
                lambda f, w, h=1e-4: f(w),
                lambda f, w, h=1e-4: f(w + h),
                lambda f, w, h=1e-4: f(w - h),
            ),
        ),
        *each_form(
            "numerical_gradient.returned-step",
            "return the slope alone; the step comes in the next exercise",
            (
                lambda f, w, h=1e-4, lr=lr: w - lr * central_difference(f, w, h)
                for lr in (1.0, 0.1, 0.01)
            ),
        ),
        *each_form(
            "numerical_gradient.rounded",
            "do not round inside the function; rounding is for printing",
            (
                lambda f, w, h=1e-4, digits=digits: round(central_difference(f, w, h), digits)
                for digits in (2, 3, 4, 1)
            ),
        ),
        *each_form(
            "numerical_gradient.integer",
            "`//`, `int` and `round` throw away the part after the point",
            (
                lambda f, w, h=1e-4: (f(w + h) - f(w - h)) // (2 * h),
                lambda f, w, h=1e-4: int(central_difference(f, w, h)),
                lambda f, w, h=1e-4: round(central_difference(f, w, h)),
            ),
        ),
        Mistake(
            "numerical_gradient.text",
            "return the number itself; an f-string makes text, which is for printing",
            spot=lambda call: isinstance(call.result, str),
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


def _late_walk(grad, w0, lr, steps) -> list[float]:
    """Walk with the slope of the step before."""
    weights, slope = [w0], grad(w0)
    for _ in range(steps):
        w = weights[-1]
        weights.append(w - lr * slope)
        slope = grad(w)
    return weights


def _rounded_walk(grad, w0, lr, steps, digits, at_once) -> list[float]:
    """Round every weight before the next step is taken, or all of them at the end."""
    if at_once:
        return _walk(grad, w0, lr, steps, update=lambda w, lr: round(w - lr * grad(w), digits))
    return [round(w, digits) for w in _walk(grad, w0, lr, steps)]


def _starts(rng: np.random.Generator) -> list[Probe]:
    a, b, w0 = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    lr, steps = round(float(rng.uniform(0.02, 0.12)), 3), int(rng.integers(4, 9))
    slope = Formula(f"{a}*(w + {b})", name="grad")
    return [
        Probe((slope, -b - w0, lr, steps), shows="another parabola"),
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
        Probe((PARABOLA_SLOPE, 4.0, 0.1, 3), shows="a start at the minimum", weight=0.5),
    ),
    draw=_starts,
    mistakes=(
        Mistake(
            "descend.stops-where-flat",
            "take all the steps, also where the slope is zero: they just do not move",
            lambda grad, w0, lr, steps: [
                w for i, w in enumerate(_walk(grad, w0, lr, steps)) if i == 0 or grad(w) != 0
            ],
        ),
        Mistake(
            "descend.absolute-slope",
            "the sign of the slope tells the side; with `abs` every step goes to the left",
            lambda grad, w0, lr, steps: _walk(
                grad, w0, lr, steps, update=lambda w, lr: w - lr * abs(grad(w))
            ),
        ),
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
            "descend.last-missing",
            "the weight after the last step belongs to the walk, too",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[:-1],
        ),
        Mistake(
            "descend.start-twice",
            "the start stands there twice; do you take the step before you note the weight?",
            lambda grad, w0, lr, steps: [w0, *_walk(grad, w0, lr, steps)[:-1]][: steps + 1],
        ),
        *each_form(
            "descend.return-in-loop",
            "the function returns during its first step; how far is your `return` indented?",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, 1) if steps else None,
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, 1)[-1] if steps else None,
                lambda grad, w0, lr, steps: [w0] if steps else None,
            ),
        ),
        Mistake(
            "descend.stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            lambda grad, w0, lr, steps: _walk(
                grad, w0, lr, steps, update=lambda w, lr: w - lr * grad(w0)
            ),
        ),
        Mistake(
            "descend.slope-one-step-behind",
            "each step must use the slope where it begins; yours uses that of the step before",
            lambda grad, w0, lr, steps: _late_walk(grad, w0, lr, steps),
        ),
        Mistake(
            "descend.slope-one-step-ahead",
            "each step must use the slope where it begins, not where it would end",
            lambda grad, w0, lr, steps: _walk(
                grad, w0, lr, steps, update=lambda w, lr: w - lr * grad(w - lr * grad(w))
            ),
        ),
        Mistake(
            "descend.rate-missing",
            "the step is the learning rate times the slope; the rate is missing",
            lambda grad, w0, lr, steps: _walk(grad, w0, 1.0, steps),
        ),
        *each_form(
            "descend.rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, w0, fixed, steps)
                for fixed in (0.1, 0.01, 0.001, 0.05)
            ),
        ),
        Mistake(
            "descend.rate-twice",
            "the slope is multiplied by the rate once; look for a second time",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr * lr, steps),
        ),
        Mistake(
            "descend.rate-divided",
            "the step is the rate times the slope; a small rate must make a short step",
            lambda grad, w0, lr, steps: _walk(grad, w0, 1 / lr, steps),
        ),
        *each_form(
            "descend.steps-of-fixed-length",
            "a step is the rate times the slope: steep ground makes it longer",
            (
                lambda grad, w0, lr, steps: _walk(
                    grad, w0, lr, steps, update=lambda w, lr: w - lr * np.sign(grad(w))
                ),
                lambda grad, w0, lr, steps: _walk(
                    grad, w0, lr, steps, update=lambda w, lr: w - lr
                ),
                lambda grad, w0, lr, steps: _walk(
                    grad, w0, lr, steps, update=lambda w, lr: w + lr
                ),
            ),
        ),
        *each_form(
            "descend.extra-factor",
            "`grad` gives the whole slope; it needs no further factor",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, 2 * lr, steps),
                lambda grad, w0, lr, steps: _walk(grad, w0, lr / 2, steps),
            ),
        ),
        *each_form(
            "descend.weight-forgotten",
            "a step begins at the weight where you stand, and changes it by a little",
            (
                lambda grad, w0, lr, steps: _walk(
                    grad, w0, lr, steps, update=lambda w, lr: lr * grad(w)
                ),
                lambda grad, w0, lr, steps: _walk(
                    grad, w0, lr, steps, update=lambda w, lr: -lr * grad(w)
                ),
            ),
        ),
        *each_form(
            "descend.start-not-used",
            "the walk must begin at the start that the caller gives",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, fixed, lr, steps)
                for fixed in (0.0, -1.0, 3.0, 1.0)
            ),
        ),
        *each_form(
            "descend.steps-not-used",
            "the caller says how many steps to take; you always take the same number",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, w0, lr, fixed)
                for fixed in (20, 200, 100, 50, 10, 5)
            ),
        ),
        Mistake(
            "descend.same-weight-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            lambda grad, w0, lr, steps: [w0] + [w0 - lr * grad(w0)] * steps,
        ),
        Mistake(
            "descend.start-and-last-only",
            "every weight on the way is wanted; is the list made anew in the loop?",
            lambda grad, w0, lr, steps: [w0, *_walk(grad, w0, lr, steps)[1:][-1:]],
        ),
        Mistake(
            "descend.every-second",
            "every weight on the way is wanted; yours leaves out every second one",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[::2],
        ),
        Mistake(
            "descend.straight-line",
            "the weights on the way are not evenly spaced: steps get shorter on flatter ground",
            lambda grad, w0, lr, steps: np.linspace(w0, _walk(grad, w0, lr, steps)[-1], steps + 1),
        ),
        Mistake(
            "descend.reversed",
            "the weights belong in the order of the walk: the start first, the last one last",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[::-1],
        ),
        *each_form(
            "descend.more-than-the-weights",
            "return the list of the weights and nothing beside it",
            (
                lambda grad, w0, lr, steps: (
                    (path := _walk(grad, w0, lr, steps)),
                    path[-1],
                ),
                lambda grad, w0, lr, steps: (
                    (path := _walk(grad, w0, lr, steps))[-1],
                    path,
                ),
                lambda grad, w0, lr, steps: list(enumerate(_walk(grad, w0, lr, steps))),
                lambda grad, w0, lr, steps: [(w, grad(w)) for w in _walk(grad, w0, lr, steps)],
            ),
        ),
        *each_form(
            "descend.returned-gradients",
            "return the weights on the way, not the slopes",
            (
                lambda grad, w0, lr, steps: [grad(w) for w in _walk(grad, w0, lr, steps)],
                lambda grad, w0, lr, steps: [grad(w) for w in _walk(grad, w0, lr, steps)[:-1]],
            ),
        ),
        *each_form(
            "descend.returned-steps",
            "return the weights on the way, not how far each step went",
            (
                lambda grad, w0, lr, steps: np.diff(_walk(grad, w0, lr, steps)),
                lambda grad, w0, lr, steps: -np.diff(_walk(grad, w0, lr, steps)),
            ),
        ),
        *each_form(
            "descend.rounded",
            "do not round the weights as you walk; rounding is for printing",
            (
                lambda grad, w0, lr, steps, digits=digits, at_once=at_once: _rounded_walk(
                    grad, w0, lr, steps, digits, at_once
                )
                for digits in (2, 3)
                for at_once in (False, True)
            ),
        ),
        Mistake(
            "descend.integer",
            "an array of whole numbers cuts off what stands after the point",
            lambda grad, w0, lr, steps: _walk(
                grad, int(w0), lr, steps, update=lambda w, lr: int(w - lr * grad(w))
            ),
        ),
    ),
)


# quartic_walk(start): the article's settings, printed every 50 steps

STEPS, RATE, H, EVERY = 200, 0.01, 1e-4, 50


def _quartic_walk(start, *, lr=RATE, steps=STEPS, slope=None) -> np.ndarray:
    slope = slope or (lambda w: central_difference(quartic, w, H))
    return np.array(_walk(slope, start, lr, steps))


def _numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d*)?(?:e[+-]?\d+)?", text)]


def _shows(call: Call, values: Sequence[float], tolerance: float = 6e-3) -> bool:
    """Return whether the print-out holds each of the values, as often as it occurs in them."""
    told, values = np.array(_numbers(call.printed)), np.asarray(values)
    return all(
        np.sum(np.abs(told - value) < tolerance) >= np.sum(np.abs(values - value) < tolerance / 6)
        for value in values
    )


def _printed_rows(call: Call) -> str | None:
    """Judge the print-out: the weight and the loss after 0, 50, 100, 150 and 200 steps."""
    rows = _quartic_walk(call.probe.args[0])[::EVERY]
    if _shows(call, [*rows, *quartic(rows)]) and len(_numbers(call.printed)) <= MOST_NUMBERS:
        return None
    return (
        "a print-out of the weight and the loss after 0, 50, 100, 150 and 200 steps, "
        "with four digits after the point or more"
    )


# Five rows of step, weight and loss, and as much again for headings and what else may be told.
MOST_NUMBERS = 45


def _print_shows(rows: slice, losses: slice | None = None, *, add: float = 0.0, **options):
    """Return a spot: the print-out shows the weights of these rows and the losses of those."""

    def spot(call: Call) -> bool:
        if call.probe.judge is not _printed_rows:
            return False
        path = _quartic_walk(call.probe.args[0])
        wanted = [*path[rows], *(quartic(path[rows if losses is None else losses]) + add)]
        return _shows(call, wanted, **options)

    return spot


def _prints_only(weights: bool):
    """Return a spot: the print-out shows the weights of all rows alone, or the losses alone."""

    def spot(call: Call) -> bool:
        if call.probe.judge is not _printed_rows:
            return False
        path = _quartic_walk(call.probe.args[0])[::EVERY]
        # A step and one value in each row; more numbers would be a loss (or weight) gone wrong.
        few = len(_numbers(call.printed)) <= 2 * len(path)
        return few and _shows(call, path if weights else quartic(path))

    return spot


def _first_rate(call: Call) -> float:
    """Return the rate that the first step of the answer shows, 0 if it shows none."""
    try:
        weights = np.asarray(call.result, dtype=float)
    except (TypeError, ValueError):
        return 0.0
    if weights.ndim != 1 or len(weights) < 2 or not np.isclose(weights[0], call.probe.args[0]):
        return 0.0
    rate = float((weights[0] - weights[1]) / quartic.gradient(weights[0]))
    # Students choose round rates; any other number comes from another mistake.
    rounded = float(f"{rate:.2g}")
    return rounded if abs(rate - rounded) < 1e-4 * abs(rounded) else 0.0


quartic_walk = Exercise(
    name="quartic_walk",
    may_use=("course.landscapes",),
    points=(2, 2),
    reference=_quartic_walk,
    examples=(
        Probe((3.0,), shows="the walk from 3.0"),
        Probe((-2.5,), shows="a walk from the left"),
        Probe((3.0,), shows="the print-out every 50 steps", judge=_printed_rows),
    ),
    draw=lambda rng: [
        Probe((round(float(rng.uniform(2.2, 3.2)), 3),), shows="a start on the right"),
        Probe((round(float(rng.uniform(-3.2, -2.2)), 3),), shows="a start on the left"),
        Probe((round(float(rng.uniform(-1, -0.1)), 3),), shows="a start near the hill"),
        # From here the walk is still on its way after 50 steps.
        Probe((0.063,), shows="the print-out of a slow start", judge=_printed_rows),
    ],
    mistakes=(
        Mistake(
            "quartic_walk.forward-for-central",
            "your slope looks ahead only, and that moves the place where the walk stops by h/2",
            lambda start: _quartic_walk(start, slope=lambda w: forward_difference(quartic, w, H)),
        ),
        Mistake(
            "quartic_walk.backward-for-central",
            "your slope looks back only, and that moves the place where the walk stops by h/2",
            lambda start: _quartic_walk(start, slope=lambda w: forward_difference(quartic, w, -H)),
        ),
        *each_form(
            "quartic_walk.large-h",
            "h is 0.0001 here; a larger one shifts the place where the walk stops",
            (
                lambda start, h=h: _quartic_walk(
                    start, slope=lambda w: central_difference(quartic, w, h)
                )
                for h in (0.01, 0.1, 0.05, 0.5, 1.0)
            ),
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
        *each_form(
            "quartic_walk.other-number-of-steps",
            "this walk takes 200 steps; count your weights",
            (
                lambda start, steps=steps: _quartic_walk(start, steps=steps)
                for steps in (20, 50, 100, 150, 250, 400, 500, 1000)
            ),
        ),
        Mistake(
            "quartic_walk.start-missing",
            "the weights must begin with the start itself",
            lambda start: _quartic_walk(start)[1:],
        ),
        Mistake(
            "quartic_walk.start-twice",
            "the start stands there twice; do you take the step before you note the weight?",
            lambda start: [start, *_quartic_walk(start)[:-1]],
        ),
        *each_form(
            "quartic_walk.last-only",
            "return every weight on the way, not the last one alone",
            (
                lambda start: _quartic_walk(start)[-1],
                lambda start: ((last := _quartic_walk(start)[-1]), quartic(last)),
            ),
        ),
        *each_form(
            "quartic_walk.printed-rows-only",
            "print every 50 steps, but return the weights of all the steps",
            (
                lambda start: _quartic_walk(start)[::EVERY],
                lambda start: _quartic_walk(start)[:-1:EVERY],
            ),
        ),
        *each_form(
            "quartic_walk.start-not-used",
            "the walk must begin at the start that the caller gives",
            (lambda start, fixed=fixed: _quartic_walk(fixed) for fixed in (3.0, -1.0, 0.0)),
        ),
        Mistake(
            "quartic_walk.stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            lambda start: _quartic_walk(
                start, slope=lambda w: central_difference(quartic, start, H)
            ),
        ),
        *each_form(
            "quartic_walk.another-loss",
            "your walk is on another curve; compare your loss with w⁴ − 8w² + w + 10 term by term",
            (
                lambda start, slope=slope: _quartic_walk(start, slope=slope)
                for slope in (
                    Formula("4*w**3 - 16*w"),
                    Formula("4*w**3 - 16*w - 1"),
                    Formula("4*w**3 - 8*w + 1"),
                    Formula("4*w**3 + 16*w + 1"),
                    Formula("4*w**3 - 16*w + 11"),
                    Formula("3*w**3 - 16*w + 1"),
                    parabola.gradient,
                )
            ),
        ),
        Mistake(
            "quartic_walk.returned-losses",
            "return the weights; the losses are for the print-out",
            lambda start: quartic(_quartic_walk(start)),
        ),
        *each_form(
            "quartic_walk.more-than-the-weights",
            "return the weights and nothing beside them; the losses are for the print-out",
            (
                lambda start: ((path := _quartic_walk(start)), quartic(path)),
                lambda start: np.column_stack([(path := _quartic_walk(start)), quartic(path)]),
                lambda start: list(enumerate(_quartic_walk(start))),
                lambda start: ((path := _quartic_walk(start)), path[-1]),
            ),
        ),
        *each_form(
            "quartic_walk.rounded",
            "round what you print, not what you return",
            (
                lambda start, digits=digits: np.round(_quartic_walk(start), digits)
                for digits in (4, 3, 2)
            ),
        ),
        Mistake(
            "quartic_walk.sign-flipped",
            "your walk goes uphill; which sign takes you against the slope?",
            spot=lambda call: _first_rate(call) < 0,
        ),
        Mistake(
            "quartic_walk.slope-not-divided",
            "the first step is far too short: is the slope divided by the distance 2h?",
            spot=lambda call: 0 < _first_rate(call) < 1e-5,
        ),
        Mistake(
            "quartic_walk.other-rate",
            "the first step is not 0.01 times the slope; look at the rate and what it multiplies",
            spot=lambda call: _first_rate(call) not in (0.0, RATE),
        ),
        Mistake(
            "quartic_walk.print-missing",
            "the function prints nothing; where are the five rows?",
            spot=lambda call: call.probe.judge is _printed_rows and not _numbers(call.printed),
        ),
        Mistake(
            "quartic_walk.printed-every-step",
            "five rows are wanted, not one for every step",
            spot=lambda call: (
                call.probe.judge is _printed_rows and len(_numbers(call.printed)) > MOST_NUMBERS
            ),
        ),
        Mistake(
            "quartic_walk.last-row-not-printed",
            "the row after 200 steps is missing: `range(a, b)` stops before b",
            spot=_print_shows(slice(0, -1, EVERY)),
        ),
        Mistake(
            "quartic_walk.first-row-not-printed",
            "the row of the start, after 0 steps, is missing",
            spot=_print_shows(slice(EVERY, None, EVERY)),
        ),
        Mistake(
            "quartic_walk.printed-after-the-step",
            "your rows show the weights after 1, 51, 101 … steps; print before you take the step",
            spot=_print_shows(slice(1, None, EVERY)),
        ),
        Mistake(
            "quartic_walk.loss-of-another-step",
            "the loss in a row must be the loss at the weight in the same row",
            spot=_print_shows(slice(1, None, EVERY), slice(0, -1, EVERY)),
        ),
        Mistake(
            "quartic_walk.loss-without-10",
            "the printed losses are too low by 10; look at the last term of the loss",
            spot=_print_shows(slice(0, None, EVERY), add=-10.0),
        ),
        Mistake(
            "quartic_walk.printed-too-coarse",
            "print more digits: at least four after the point",
            spot=_print_shows(slice(0, None, EVERY), tolerance=0.06),
        ),
        Mistake(
            "quartic_walk.loss-not-printed",
            "each row needs the loss beside the weight",
            spot=_prints_only(weights=True),
        ),
        Mistake(
            "quartic_walk.weight-not-printed",
            "each row needs the weight beside the loss",
            spot=_prints_only(weights=False),
        ),
    ),
    rtol=5e-6,
)


# which_valley and deeper_start

# Starts further out take a first step over the hill at the rate of the walk.
FARTHEST = 5.35


def _reaches_left(*rates: float):
    def judge(call: Call) -> str | None:
        wanted = "a number from which the walk ends in the deeper valley"
        try:
            start = float(call.result)
        except (TypeError, ValueError):
            return wanted
        if not np.isfinite(start) or abs(start) > 1e6:
            return wanted
        ends = descend(quartic, start, np.array(rates), 1500).final
        return None if np.all(np.abs(ends - QUARTIC_LEFT) < 1e-3) else wanted

    return judge


def _number(call: Call) -> float:
    """Return the answer as a number, NaN if it is none."""
    is_number = isinstance(call.result, (int, float, np.number))
    return float(call.result) if is_number and not isinstance(call.result, bool) else np.nan


def _start(holds: Callable[[float], bool]):
    """Return a spot: `deeper_start` is a number for which `holds` is true."""
    return lambda call: call.probe.args[0] == "deeper_start" and bool(holds(_number(call)))


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
            "is the weight where the walk from 3.0 ends left or right of zero?",
            spot=lambda call: (
                call.probe.args[0] == "which_valley" and str(call.result).strip().lower() == "left"
            ),
        ),
        Mistake(
            "deeper_valley.number-for-side",
            'the name of the valley is wanted, "left" or "right", not a number',
            spot=lambda call: call.probe.args[0] == "which_valley" and not np.isnan(_number(call)),
        ),
        Mistake(
            "deeper_valley.another-word",
            'write "left" or "right", as one word in quotation marks',
            spot=lambda call: (
                call.probe.args[0] == "which_valley" and isinstance(call.result, str)
            ),
        ),
        Mistake(
            "deeper_valley.start-as-text",
            "`deeper_start` is a weight, so a number",
            spot=lambda call: (
                call.probe.args[0] == "deeper_start" and isinstance(call.result, str)
            ),
        ),
        Mistake(
            "deeper_valley.on-the-hill",
            "at the top of the hill the slope is zero and the walk does not move",
            spot=_start(lambda start: abs(start - QUARTIC_HILL) < 1e-6),
        ),
        Mistake(
            "deeper_valley.right-of-the-hill",
            "that start leads to the shallower valley again; which side of the hill is it on?",
            spot=_start(lambda start: QUARTIC_HILL < start <= FARTHEST),
        ),
        Mistake(
            "deeper_valley.loss-for-weight",
            "that is how deep the valley is; a place to start from is wanted",
            spot=_start(lambda start: abs(start - quartic(QUARTIC_LEFT)) < 0.02),
        ),
        Mistake(
            "deeper_valley.too-far-out",
            "so far out the slope is huge and the first step flies over; start nearer",
            spot=_start(lambda start: abs(start) > FARTHEST),
        ),
    ),
)


# What the article got wrong: a table that no run can print


def _final(lr=0.1, steps=20) -> float:
    return float(descend(parabola, -1.0, lr, steps).final)


def _values(weight: float, loss: float | None = None, lowest: float = 2.0) -> Callable:
    """Return a reader of the three values; the loss is that at the weight unless given."""
    return {
        "true_final_weight": weight,
        "true_final_loss": float(parabola(weight)) if loss is None else loss,
        "lowest_possible_loss": lowest,
    }.get


_right = _values(_final(), lowest=float(parabola(parabola.minima[0])))

article_table = Exercise(
    name="article_table",
    points=(1, 1),
    values=("true_final_weight", "true_final_loss", "lowest_possible_loss"),
    reference=_right,
    examples=(Probe(("true_final_weight",), shows="the final weight"),),
    draw=lambda rng: [
        Probe(("true_final_loss",), shows="the final loss"),
        Probe(("lowest_possible_loss",), shows="the lowest loss there can be"),
    ],
    mistakes=(
        Mistake(
            "article_table.lowest-is-zero",
            "a square can be zero, but something is added to it",
            _values(_final(), lowest=0.0),
        ),
        *each_form(
            "article_table.believed-the-article",
            "this is what the article prints; run the walk and look at yours",
            (
                _values(3.9988, 0.0, 0.0),
                _values(3.9988, 0.0),
            ),
        ),
        Mistake(
            "article_table.one-step-too-few",
            "that is the weight after 19 steps; the article says 20",
            _values(_final(steps=19)),
        ),
        Mistake(
            "article_table.one-step-too-many",
            "that is the weight after 21 steps; the article says 20",
            _values(_final(steps=21)),
        ),
        Mistake(
            "article_table.where-it-would-end",
            "4 is where the walk would end after very many steps; the question is about 20",
            _values(4.0),
        ),
        *each_form(
            "article_table.loss-without-2",
            "the loss is the square and 2 more",
            (
                _values(_final(), float(parabola(_final())) - 2),
                _values(_final(), float(parabola(_final())) - 2, 0.0),
            ),
        ),
        Mistake(
            "article_table.lowest-on-the-walk",
            "that is the lowest loss that this walk has met; another weight has a lower one",
            _values(_final(), lowest=float(parabola(_final()))),
        ),
        Mistake(
            "article_table.weight-for-loss",
            "the lowest possible loss is a loss; 4 is the weight where it is",
            _values(_final(), lowest=4.0),
        ),
        Mistake(
            "article_table.uphill",
            "your walk goes uphill; which sign takes you against the slope?",
            _values(_final(lr=-0.1)),
        ),
        *each_form(
            "article_table.other-rate",
            "the rate of that walk is 0.1, and the slope is 2(w − 4)",
            (_values(_final(lr=lr)) for lr in (0.01, 0.05, 0.2, 0.001)),
        ),
        Mistake(
            "article_table.too-few-digits",
            "give at least four digits after the point",
            spot=lambda call: any(
                _number(call) == round(_right(call.probe.args[0]), digits) != 2
                for digits in (1, 2, 3)
            ),
        ),
    ),
    # Four digits after the point are enough, three are not.
    rtol=3e-5,
)

EXERCISES = (numerical_gradient, walk, quartic_walk, deeper_valley, article_table)
