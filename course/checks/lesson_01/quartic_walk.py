"""quartic_walk(start): the core exercise of the course, with measured slopes and a print-out."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import (
    Call,
    Exercise,
    Probe,
    answered,
    asked,
    instead,
    spotted,
    stops,
)
from course.checks.families import numbers, walks
from course.descent import central_difference, forward_difference
from course.formula import Formula
from course.landscapes import parabola, quartic

STEPS, RATE, H, EVERY = 200, 0.01, 1e-4, 50
# Four digits after the point are within half of the last one, and a little for float32.
DIGITS, PRINTED = 4, 6e-5


def _measured(w):
    return central_difference(quartic, w, H)


def path(start, *, steps=STEPS, slope=_measured) -> np.ndarray:
    """Return the 201 weights: what is right, or with an option what a mistake gives."""
    return np.array(walks.walk(slope, start, RATE, steps))


# --- the print-out ----------------------------------------------------------------------------


# A dash right behind a digit stands between two numbers, and "step-50" is no step below zero.
MINUS = r"(?:(?<![\w.])-|(?<=[^\W\d])-(?=\d+\.))"
NUMBER = re.compile(rf"{MINUS}?\d+(?:\.(\d*))?(?:e([+-]?\d+))?", re.IGNORECASE)


def _found(text: str) -> Iterator[re.Match]:
    return NUMBER.finditer(text.replace("−", "-"))


def _numbers(text: str) -> list[float]:
    return [float(found[0]) for found in _found(text)]


def _coarseness(text: str) -> list[float]:
    """Return for each number how far it may be off: `1.0031e+01` has four digits after the point.

    0 where it is written in another way.
    """
    return [
        # A float has no power of ten beyond 308.
        PRINTED * 10.0 ** min(float(power), 300.0)
        if power and len(digits or "") >= DIGITS
        else 0.0
        for digits, power in (found.groups() for found in _found(text))
    ]


def _shows(call: Call, values: Sequence[float], tolerance: float = PRINTED) -> bool:
    """Return whether the print-out holds each of the values, as often as it occurs in them."""
    told, values = np.array(_numbers(call.printed)), np.asarray(values)
    near = np.maximum(tolerance, _coarseness(call.printed))
    return all(
        np.sum(np.abs(told - value) < near) >= np.sum(np.abs(values - value) < tolerance / 6)
        for value in values
    )


# Five rows of step, weight and loss, and as much again for headings and what else may be told.
MOST_NUMBERS = 45


def _rows(call: Call) -> str | None:
    """Judge the print-out: step, weight and loss after 0, 50, 100, 150 and 200 steps."""
    rows = path(call.probe.args[0])[::EVERY]
    steps = range(0, STEPS + 1, EVERY)
    if (
        _shows(call, [*rows, *quartic(rows)])
        and _shows(call, steps)
        and len(_numbers(call.printed)) <= MOST_NUMBERS
        and not _mixed_up(call, rows)
        and not _at_other_steps(call, rows)
        and not _labels_swapped(call, rows)
    ):
        return None
    return (
        "a print-out of the step, the weight and the loss after 0, 50, 100, 150 and 200 steps, "
        f"with four digits after the point or more{_first_missing(call, rows)}"
    )


def _first_missing(call: Call, rows: np.ndarray) -> str:
    """Return which row is not there in words, or nothing: what came back shows weights alone."""
    for row, weight in enumerate(rows):
        # With those before it: where a walk has arrived, one row looks like the next.
        upto = rows[: row + 1]
        if not _shows(call, [*upto, *quartic(upto)]):
            return (
                f"; yours lacks the row after {EVERY * row} steps, with the weight "
                f"{weight:.{DIGITS}f} and the loss {quartic(weight):.{DIGITS}f}"
            )
    return ""


def _mixed_up(call: Call, weights: np.ndarray) -> bool:
    """Return whether a line shows a row's weight and beside it the loss of other rows alone."""
    losses = quartic(weights)
    for line in call.printed.splitlines():
        told = np.array(_numbers(line))[:, None]
        has_weight, has_loss = (
            np.any(np.abs(told - values) < PRINTED, axis=0) for values in (weights, losses)
        )
        if has_weight.any() and has_loss.any() and not (has_weight & has_loss).any():
            return True
    return False


def _at_other_steps(call: Call, weights: np.ndarray) -> bool:
    """Return whether almost every row stands beside the step of another one.

    A single line may show other steps for a good reason: a heading, a slope of 0.
    """
    steps, losses = EVERY * np.arange(len(weights)), quartic(weights)
    others = []
    for line in call.printed.splitlines():
        told = np.array(_numbers(line))[:, None]
        has_row = np.any(np.abs(told - weights) < PRINTED, axis=0) & np.any(
            np.abs(told - losses) < PRINTED, axis=0
        )
        has_step = np.any(told == steps, axis=0)
        if has_row.any() and has_step.any() and not (has_row & has_step).any():
            others.append(tuple(steps[has_step]))
    return len(others) >= len(weights) - 1 and len(set(others)) >= 3


# What a number is called right in front of it, and the words of a heading.
CALLED_WEIGHT = re.compile(rf"\b(?:w|weight)\s*[=:]?\s*({NUMBER.pattern})", re.IGNORECASE)
CALLED_LOSS = re.compile(rf"(?:\bloss|f\(w\))\s*[=:]?\s*({NUMBER.pattern})", re.IGNORECASE)
HEADING = re.compile(
    r"[\s|,;:]*steps?[\s|,;:]+(?:loss|f\(w\))[\s|,;:]+(?:w|weight)[\s|,;:]*", re.IGNORECASE
)


def _labels_swapped(call: Call, weights: np.ndarray) -> bool:
    """Return whether every row calls its loss a weight and its weight a loss.

    By a name in front of each number, or by a heading over rows of three numbers.
    """
    lines = call.printed.replace("−", "-").splitlines()
    headed = any(map(HEADING.fullmatch, lines))
    swapped = 0
    for line in lines:
        w, loss = CALLED_WEIGHT.search(line), CALLED_LOSS.search(line)
        told = _numbers(line)
        if w and loss:
            pair = float(w[1]), float(loss[1])
        elif headed and len(told) == 3:
            # The row stands as it should, and the heading does not.
            pair = told[2], told[1]
        else:
            continue
        near = np.isclose(pair[0], quartic(weights), 1e-3) & np.isclose(pair[1], weights, 1e-3)
        swapped += near.any()
    return swapped >= len(weights)


def _rows_of_other_steps(call: Call) -> bool:
    """Return whether each line is right by itself: a step, and the weight and loss after it."""
    weights = path(call.probe.args[0])
    lines = [told for line in call.printed.splitlines() if (told := _numbers(line))]
    steps = [int(told[0]) for told in lines if told[0] in range(STEPS + 1)]
    # Two rows may be anything: a heading with a number, say, and the start.
    return (
        _is_print_out(call)
        and len(steps) == len(lines) > 2
        and all(
            len(told) == 3
            and np.allclose(told[1:], [weights[step], quartic(weights[step])], 0, PRINTED)
            for told, step in zip(lines, steps, strict=True)
        )
        and not set(range(0, STEPS + 1, EVERY)) <= set(steps)
    )


def _is_print_out(call: Call) -> bool:
    return call.probe.judge is _rows


def _print_shows(rows: slice, losses: slice | None = None, *, add: float = 0.0, **options):
    """Return a spot: the print-out shows the weights of these rows and the losses of those."""

    def spot(call: Call) -> bool:
        weights = path(call.probe.args[0])
        wanted = [*weights[rows], *(quartic(weights[rows if losses is None else losses]) + add)]
        return _is_print_out(call) and _shows(call, wanted, **options)

    return spot


def _print_shows_beside(of_row: Callable[[np.ndarray, int], float]):
    """Return a spot: beside its weight each row shows something else, made of the walk."""

    def spot(call: Call) -> bool:
        weights = path(call.probe.args[0])
        rows = range(0, STEPS + 1, EVERY)
        beside = [of_row(weights, step) for step in rows]
        return (
            _is_print_out(call)
            and _shows(call, [*weights[::EVERY], *beside])
            and not _shows(call, quartic(weights[::EVERY]))
        )

    return spot


def _too_coarse(call: Call) -> bool:
    """Return whether the rows are there, with fewer than four digits after the point."""
    if not _is_print_out(call) or not _print_shows(slice(0, None, EVERY), tolerance=0.06)(call):
        return False
    rows = path(call.probe.args[0])[::EVERY]
    short = [float(found) for found in re.findall(r"-?\d+(?:\.\d{0,3})?(?![\d.e])", call.printed)]
    return all(
        _shows(call, [value]) or any(abs(value - one) < 0.06 for one in short)
        for value in [*rows, *quartic(rows)]
    ) and not _print_shows(slice(0, None, EVERY))(call)


def _prints_only(weights: bool):
    """Return a spot: the print-out shows the weights of all rows alone, or the losses alone."""

    def spot(call: Call) -> bool:
        rows = path(call.probe.args[0])[::EVERY]
        # A step and one value in each row; more numbers would be a loss (or weight) gone wrong.
        few = len(_numbers(call.printed)) <= 2 * len(rows)
        return _is_print_out(call) and few and _shows(call, rows if weights else quartic(rows))

    return spot


def _no_loss(call: Call) -> bool:
    """Return whether each row has a step, its weight, and a number that is the loss of no row."""
    rows = path(call.probe.args[0])[::EVERY]
    return (
        _is_print_out(call)
        and len(_numbers(call.printed)) >= 3 * len(rows)
        and _shows(call, [*range(0, STEPS + 1, EVERY), *rows])
        and not any(_shows(call, [loss]) for loss in quartic(rows))
    )


def _no_steps(call: Call) -> bool:
    rows = path(call.probe.args[0])[::EVERY]
    return _is_print_out(call) and _shows(call, [*rows, *quartic(rows)]) and not _shows(
        call, range(0, STEPS + 1, EVERY)
    )  # fmt: skip


# --- the slopes -------------------------------------------------------------------------------

WANTED_SLOPES = "slopes that are measured by a central difference with h = 0.0001"


def _weights(call: Call) -> np.ndarray | None:
    weights = numeric(call.result)
    return weights if weights is not None and weights.ndim == 1 else None


def _part_of_the_error(call: Call) -> float | None:
    """Return how large the error of the slopes is, as a part of that with h = 1e-4.

    A central difference is off by 4·w·h², at h = 1e-4 ten thousand times the rounding of floats:
    a formula's walk differs in the ninth digit, and one with twice the h by four times as much.
    None where there is another difference: who rounds more (float32) is let pass.
    """
    weights = _weights(call)
    if weights is None or len(weights) != STEPS + 1:
        return None
    exact = path(call.probe.args[0], slope=quartic.gradient)
    measured, off = path(call.probe.args[0]) - exact, weights - exact
    part = float(off @ measured / (measured @ measured))
    rest = np.max(np.abs(off - part * measured))
    return part if rest < 0.1 * np.max(np.abs(measured)) * max(part, 0.05) else None


def _slopes(call: Call) -> str | None:
    """Judge whether slopes are measured, and with the h that is asked for."""
    weights, part = _weights(call), _part_of_the_error(call)
    if weights is None or len(weights) != STEPS + 1:
        return WANTED_SLOPES
    return WANTED_SLOPES if part is not None and not 0.5 < part < 2 else None


def _shown_part(call: Call) -> float:
    """Return the part of the error where more than the weights is judged, NaN where unknown."""
    part = _part_of_the_error(call) if call.probe.judge else None
    return part if part is not None and _in_every_step(call, part) else math.nan


def _in_every_step(call: Call, part: float) -> bool:
    """Return whether the weights are off by this part of the error from the first step on.

    Near the hill whatever is off grows alike, be it an error of slopes or of rounding.
    """
    exact = path(call.probe.args[0], slope=quartic.gradient)
    wanted = part * (path(call.probe.args[0]) - exact)
    return bool(np.all(np.abs(_weights(call) - exact - wanted) < 0.2 * np.abs(wanted) + 1e-11))


def _rounded(call: Call) -> bool:
    """Return whether each step leads to the right weight, rounded, and the print-out shows it."""
    weights = _weights(call)
    if weights is None or len(weights) != STEPS + 1 or call.probe.judge is _slopes:
        return False
    if _is_print_out(call) and not _shows(call, [*weights[::EVERY], *quartic(weights[::EVERY])]):
        return False
    steps, here = weights[1:], weights[:-1]
    off = float(np.max(np.abs(here - RATE * _measured(here) - steps)))
    return any(
        np.array_equal(steps, np.round(steps, digits)) and off < 0.51 * 10.0**-digits
        for digits in range(1, 8)
    )


def _first_rate(call: Call) -> float:
    """Return the rate that the first step of the answer shows, 0 if it shows none."""
    weights = _weights(call)
    if weights is None or len(weights) < 2 or not np.isclose(weights[0], call.probe.args[0]):
        return 0.0
    rate = float((weights[0] - weights[1]) / quartic.gradient(weights[0]))
    # Students choose round rates; any other number comes from another mistake.
    rounded = float(f"{rate:.2g}")
    return rounded if abs(rate - rounded) < 1e-4 * abs(rounded) else 0.0


def _with(slope: Callable) -> Callable:
    return lambda start: path(start, slope=slope)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    right, left = (round(float(sign * rng.uniform(2.2, 3.2)), 3) for sign in (1, -1))
    return [
        Probe((right,), shows="a start on the right"),
        Probe((left,), shows="a start on the left"),
        Probe((round(float(rng.uniform(-1, -0.1)), 3),), shows="a start near the hill"),
        Probe((int(rng.choice([-3, -2, 2, 3])),), shows="a whole number as start"),
        # From here the walk is still on its way after 50 steps, and left of 0.
        Probe((0.062,), shows="the print-out of a slow start", judge=_rows),
        Probe((right,), shows="measured slopes", judge=_slopes, weight=0.5),
    ]


ROUNDED = (
    "do not round as you walk, neither the weights nor their slopes: what is cut off is missing "
    "in every later step; rounding is for printing"
)

quartic_walk = Exercise(
    name="quartic_walk",
    # The walk is the task; a function may measure the slopes.
    may_use=("course.landscapes", "course.descent.central_difference", "numpy.gradient"),
    points=(2, 2),
    reference=lambda start: path(start),
    examples=(
        Probe((3.0,), shows="the walk from 3.0"),
        Probe((-2.5,), shows="a walk from the left"),
        Probe((3.0,), shows="the print-out every 50 steps", judge=_rows),
        Probe((3.0,), shows="measured slopes", judge=_slopes, weight=0.5),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "forward-for-central",
            "your slope looks ahead only, and that moves the place where the walk stops by h/2",
            _with(lambda w: forward_difference(quartic, w, H)),
        ),
        instead(
            "backward-for-central",
            "your slope looks back only, and that moves the place where the walk stops by h/2",
            _with(lambda w: forward_difference(quartic, w, -H)),
        ),
        instead(
            "large-h",
            "h is 0.0001 here; a larger one shifts the place where the walk stops",
            (
                _with(lambda w, h=h: central_difference(quartic, w, h))
                for h in (0.01, 0.1, 0.05, 0.5, 1.0)
            ),
        ),
        instead(
            "one-step-too-many", "200 steps make 201 weights", lambda start: path(start, steps=201)
        ),
        instead(
            "one-step-too-few", "200 steps make 201 weights", lambda start: path(start, steps=199)
        ),
        instead(
            "other-number-of-steps",
            "this walk takes 200 steps; count your weights",
            (
                lambda start, steps=steps: path(start, steps=steps)
                for steps in (20, 50, 100, 150, 250, 400, 500, 1000)
            ),
        ),
        answered(
            "start-missing", "the weights must begin with the start itself", lambda path: path[1:]
        ),
        answered(
            "start-twice",
            "the start stands there twice; do you take the step before you note the weight?",
            lambda path: [path[0], *path[:-1]],
        ),
        answered(
            "last-only",
            "return every weight on the way, not the last one alone",
            lambda path: path[-1],
            lambda path: (path[-1], quartic(path[-1])),
        ),
        answered(
            "printed-rows-only",
            "print every 50 steps, but return the weights of all the steps",
            lambda path: path[::EVERY],
            lambda path: path[:-1:EVERY],
        ),
        asked(
            "start-not-used",
            "the walk must begin at the start that the caller gives",
            start=[3.0, -1.0, 0.0],
        ),
        stops(
            "two-values-for-one",
            "a walk calls `grad(w)` with one value, and `numerical_gradient` wants two, f and w: "
            "hand on a function of the weight alone, such as `measured_slope`",
            "numerical_gradient() missing 1 required positional argument",
        ),
        instead(
            "loss-for-slope",
            "each step goes by the loss, the height: measure how steep it is there, and step "
            "against that",
            lambda start: path(start, slope=quartic),
        ),
        instead(
            "stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            lambda start: path(start, slope=lambda w: _measured(start)),
        ),
        instead(
            "another-loss",
            "your walk is on another curve; compare your loss with w⁴ − 8w² + w + 10 term by term",
            (
                _with(slope)
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
        answered(
            "returned-losses",
            "return the weights; the losses are for the print-out",
            lambda path: quartic(path),
        ),
        walks.in_a_table(),
        answered(
            "more-than-the-weights",
            "return the weights and nothing beside them; the losses are for the print-out",
            lambda path: (path, quartic(path)),
            lambda path: np.column_stack([path, quartic(path)]),
            lambda path: list(enumerate(path)),
            lambda path: (path, path[-1]),
        ),
        numbers.rounded(4, 3, 2, hint="round what you print, not what you return"),
        # To round a slope to 4 digits is to round a weight to 6, if the start has no more.
        instead(
            "rounded-on-the-way",
            ROUNDED,
            (
                _with(lambda w, digits=digits: round(float(_measured(w)), digits))
                for digits in (4, 3)
            ),
        ),
        spotted("rounded-on-the-way", ROUNDED, _rounded),
        spotted(
            "slope-by-formula",
            "your slopes come from a formula for the slope; here each is to be measured, from two "
            "losses",
            lambda call: call.probe.judge is _slopes and abs(_shown_part(call)) < 1e-3,
        ),
        spotted(
            "other-h",
            "your slopes are measured with another h; what is h in `f(w + h)`, and what stands "
            "below the line?",
            lambda call: 1e-3 < _shown_part(call) < 0.5 or _shown_part(call) > 2,
        ),
        spotted(
            "sign-flipped",
            "your walk goes uphill; which sign takes you against the slope?",
            lambda call: _first_rate(call) < 0,
        ),
        spotted(
            "slope-not-divided",
            "the first step is far too short: is the slope divided by the distance 2h?",
            lambda call: 0 < _first_rate(call) < 1e-5,
        ),
        spotted(
            "other-rate",
            "the first step is not 0.01 times the slope; look at the rate and what it multiplies",
            lambda call: _first_rate(call) not in (0.0, RATE),
        ),
        spotted(
            "labels-swapped",
            "what you print as the weight is the loss, and the other way round",
            lambda call: (
                _is_print_out(call) and _labels_swapped(call, path(call.probe.args[0])[::EVERY])
            ),
        ),
        spotted(
            "f-missing",
            "the braces are printed as they stand: a text takes values into its braces only with "
            "an `f` in front of its quotes",
            lambda call: (
                _is_print_out(call) and re.search(r"\{\s*[a-zA-Z]", call.printed) is not None
            ),
        ),
        spotted(
            "print-missing",
            "the function prints nothing; where are the five rows?",
            lambda call: _is_print_out(call) and not _numbers(call.printed),
        ),
        spotted(
            "printed-every-step",
            "five rows are wanted, not one for every step",
            lambda call: _is_print_out(call) and len(_numbers(call.printed)) > MOST_NUMBERS,
        ),
        spotted(
            "last-row-not-printed",
            "the row after 200 steps is missing: `range(a, b)` stops before b",
            lambda call: (
                _print_shows(slice(0, -1, EVERY))(call)
                and not _print_shows(slice(0, None, EVERY))(call)
            ),
        ),
        spotted(
            "first-row-not-printed",
            "the row of the start, after 0 steps, is missing",
            lambda call: (
                _print_shows(slice(EVERY, None, EVERY))(call)
                and not _print_shows(slice(0, None, EVERY))(call)
            ),
        ),
        spotted(
            "only-the-first-row",
            "the row of the start is there and no other: how far is your `return` indented?",
            lambda call: (
                _is_print_out(call)
                and len(_numbers(call.printed)) <= 3
                and _print_shows(slice(0, 1))(call)
            ),
        ),
        spotted(
            "printed-after-the-step",
            "your rows show the weights after 1, 51, 101 … steps; print before you take the step",
            _print_shows(slice(1, None, EVERY)),
        ),
        spotted(
            "other-rows-printed",
            "each row is right, but they are not those of the steps that are asked for: 0, 50, "
            "100, 150 and 200",
            _rows_of_other_steps,
        ),
        spotted(
            "loss-of-another-step",
            "the loss in a row must be the loss at the weight in the same row",
            _print_shows(slice(1, None, EVERY), slice(0, -1, EVERY)),
        ),
        spotted(
            "loss-of-another-step",
            "the loss in a row must be the loss at the weight in the same row",
            lambda call: (
                _is_print_out(call) and _mixed_up(call, path(call.probe.args[0])[::EVERY])
            ),
        ),
        spotted(
            "weight-of-another-step",
            "the step in a row must be the number of steps after which that weight was reached",
            lambda call: (
                _is_print_out(call) and _at_other_steps(call, path(call.probe.args[0])[::EVERY])
            ),
        ),
        spotted(
            "loss-without-10",
            "the printed losses are too low by 10; look at the last term of the loss",
            _print_shows(slice(0, None, EVERY), add=-10.0),
        ),
        spotted("step-not-printed", "each row begins with its step: 0, 50, 100, …", _no_steps),
        spotted(
            "printed-too-coarse",
            "print more digits: at least four after the point",
            _too_coarse,
        ),
        spotted(
            "slope-for-loss",
            "beside the weight stands the slope there; how high is the loss?",
            _print_shows_beside(lambda weights, step: quartic.gradient(weights[step])),
        ),
        spotted(
            "loss-of-another-step",
            "the loss in a row must be the loss at the weight in the same row",
            _print_shows_beside(lambda weights, step: quartic(weights[max(step - 1, 0)])),
        ),
        spotted(
            "loss-of-another-step",
            "the loss in a row must be the loss at the weight in the same row",
            _print_shows_beside(lambda weights, step: quartic(weights[min(step + 1, STEPS)])),
        ),
        spotted(
            "first-five-weights",
            "your rows show the weights after 0, 1, 2, 3 and 4 steps; which are 50 steps apart?",
            _print_shows(slice(0, 5)),
        ),
        spotted(
            "other-number-for-the-loss",
            "the weights are printed, and beside them no losses: work out the loss at the weight "
            "in the same row",
            _no_loss,
        ),
        spotted(
            "loss-not-printed", "each row needs the loss beside the weight", _prints_only(True)
        ),
        spotted(
            "weight-not-printed", "each row needs the weight beside the loss", _prints_only(False)
        ),
    ),
    rtol=5e-6,
)
