"""repaired_end, straight_end, code_rate and docstring_rate: a gradient that is never renewed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from course import schedules
from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.checks.families.values import in_any_part
from course.data import noisy_line
from course.regression import least_squares

LINE = noisy_line()
XX, X = np.mean(LINE.x**2), np.mean(LINE.x)
XY, Y = np.mean(LINE.x * LINE.y), np.mean(LINE.y)
EPOCHS = 1000
RATE = schedules.step_decay(0.01)


def _slopes(w, b) -> tuple[float, float]:
    """Return both slopes of half the mean squared error."""
    return XX * w + X * b - XY, X * w + b - Y


def _once(w, b) -> tuple[float, float]:
    """Return the slopes at the start, wherever the walk stands."""
    return _slopes(0.0, 0.0)


def _end(rate=RATE, slopes=_slopes, epochs=EPOCHS, start=(0.0, 0.0)):
    """Return (w, b) after the article's loop with other rates, slopes or another start."""
    w, b = start
    for lr in rate(np.arange(epochs)):
        dw, db = slopes(w, b)
        w, b = w - lr * dw, b - lr * db
    return float(w), float(b)


def _ends(**options) -> Iterator[dict]:
    """Yield the ends of a loop that differs from the right one: both, and each alone."""
    repaired, straight = _end(**options), _end(**{"slopes": _once} | options)
    return in_any_part({"repaired_end": repaired, "straight_end": straight})


def _one_first(first: int) -> tuple[float, float]:
    """Return the end of a loop that changes weight number `first` before it looks at the other."""
    line = [0.0, 0.0]
    for lr in RATE(np.arange(EPOCHS)):
        for i in (first, 1 - first):
            line[i] -= lr * _slopes(*line)[i]
    return tuple(map(float, line))


BEST = least_squares(LINE.x, LINE.y)
REPAIRED, STRAIGHT = _end(), _end(slopes=_once)
RIGHT = {
    "repaired_end": REPAIRED,
    "straight_end": STRAIGHT,
    "code_rate": float(schedules.step_decay(0.01, drop=0.2)(100)),
    "docstring_rate": 0.01 * (1 - 0.2),
}


def _not_reset() -> Iterator[tuple[float, float]]:
    """Yield where the second loop ends if the line, the errors or both are still the first's."""
    slopes = _slopes(*REPAIRED)
    yield _end(slopes=_once, start=REPAIRED)
    yield _end(slopes=lambda w, b: slopes)
    yield _end(slopes=lambda w, b: slopes, start=REPAIRED)


def _line(call: Call) -> np.ndarray | None:
    """Return what stands for one of the two lines as an array, None where it is no number."""
    return numeric(call.result) if call.text in ("repaired_end", "straight_end") else None


def _one_number(call: Call) -> bool:
    line = _line(call)
    return line is not None and line.size == 1


def _few_digits(call: Call) -> bool:
    """Return whether a line is right, but rounded to fewer digits than asked for."""
    line = _line(call)
    return (
        line is not None
        and line.shape == (2,)
        and any(
            np.allclose(line, np.round(RIGHT[call.text], digits), rtol=0, atol=1e-9)
            for digits in range(4)
        )
    )


article_schedule = Exercise(
    name="article_schedule",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("repaired_end",), shows="the line after the repaired loop"),
        Probe(("straight_end",), shows="the line after the loop with one gradient"),
        Probe(("code_rate",), shows="the rate that the code gives"),
        Probe(("docstring_rate",), shows="the rate reduced by 20 percent"),
    ),
    mistakes=(
        set_to(
            "by-is-not-to",
            "reduced by 20 percent: how many percent are left?",
            *({"docstring_rate": rate} for rate in (0.002, 0.01 - 0.2, 0.005, 0.012)),
        ),
        set_to(
            "not-multiplied",
            "what does the code do with the rate at step 100: lr0 · drop ** (100 // 100)?",
            *({"code_rate": rate} for rate in (0.008, 0.01, 0.005, 0.0004, 0.01 - 0.2)),
        ),
        set_to(
            "by-and-to-swapped",
            "the code multiplies by 0.2; reduced by 20 percent, 80 percent are left",
            {"code_rate": 0.008, "docstring_rate": 0.002},
        ),
        set_to(
            "factor-for-rate",
            "that is the part that is left; how much of the rate 0.01 is it?",
            *in_any_part({"code_rate": 0.2, "docstring_rate": 0.8}),
        ),
        set_to(
            "renewed-in-both",
            "for `straight_end`, the slopes are worked out once, before the loop",
            {"straight_end": REPAIRED},
        ),
        set_to(
            "not-renewed",
            "for `repaired_end`, work out the errors inside the loop, anew at each epoch",
            {"repaired_end": STRAIGHT, "straight_end": REPAIRED},
            {"repaired_end": STRAIGHT},
        ),
        set_to(
            "not-reset",
            "the second loop, too, must begin at w = b = 0, not where the first one stopped",
            *({"straight_end": end} for end in _not_reset()),
        ),
        set_to(
            "intercept-first",
            "each line is (w, b), in this order: the slope of the line first",
            *in_any_part({"repaired_end": REPAIRED[::-1], "straight_end": STRAIGHT[::-1]}),
        ),
        set_to(
            "constant-rate",
            "the rate is not 0.01 all the time: it halves every 100 epochs",
            *_ends(rate=schedules.power_decay(0.01, power=0)),
        ),
        set_to(
            "lowest-point",
            "that is where the loss is lowest; with slopes that are means, and not sums, the loop "
            "stops before it",
            {"repaired_end": BEST},
        ),
        set_to(
            "lowest-point",
            "that is the line that made the data; where is yours after the loop?",
            {"repaired_end": (3.0, 7.0)},
        ),
        set_to(
            "whole-loss",
            "the article's loss is half the mean squared error, so its slopes have no factor 2",
            *_ends(rate=schedules.step_decay(0.02)),
        ),
        set_to(
            "counted-from-1",
            "the epochs are numbered from 0 to 999, and the first rate is that of epoch 0",
            *_ends(rate=lambda t: RATE(t + 1)),
        ),
        set_to(
            "uphill",
            "your walk goes uphill; which sign takes you against the slope?",
            *_ends(rate=schedules.step_decay(-0.01)),
        ),
        set_to(
            "other-number-of-epochs",
            "there are 1000 epochs, and each takes one step with all rows",
            *(form for epochs in (1, 100, 200, 500) for form in _ends(epochs=epochs)),
        ),
        set_to(
            "exponential-decay",
            "the article's loop uses step decay: 0.5 every 100 epochs",
            *_ends(rate=schedules.exponential_decay(0.01)),
        ),
        set_to(
            "one-weight-first",
            "work out both slopes from the same errors, before you change either weight",
            *({"repaired_end": _one_first(first)} for first in (0, 1)),
        ),
        set_to(
            "sum-for-mean",
            "a slope is the mean over the 200 rows, not their sum",
            *_ends(rate=schedules.step_decay(0.01 * len(LINE.y))),
        ),
        spotted("one-number", "a line is a pair (w, b): two numbers", _one_number),
        spotted("too-few-digits", "give at least four digits after the point", _few_digits),
    ),
    # Four digits after the point are enough, three are not.
    rtol=2.5e-5,
    atol=1e-10,
)
