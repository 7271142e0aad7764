"""which_valley and deeper_start: where a start leads."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.checks.families.values import COMMA, cut_in_two
from course.descent import descend
from course.landscapes import QUARTIC_HILL, QUARTIC_LEFT, quartic

RATE, STEPS = 0.01, 1500
# Starts further out take a first step over the hill at the rate of the walk.
FARTHEST = 5.35


def _reaches_left(call: Call) -> str | None:
    start = _number(call)
    wanted = "a number from which the walk ends in the deeper valley, with smaller rates, too"
    if not np.isfinite(start) or abs(start) > 1e6:
        return wanted
    path = descend(quartic, start, RATE, STEPS)
    # A step that flies over the hill would, with some smaller rate, land just behind it: on the
    # right. A few smaller rates may all miss that one.
    stays = np.max(path.weights) < QUARTIC_HILL
    return None if stays and abs(path.final - QUARTIC_LEFT) < 1e-3 else wanted


def _number(call: Call) -> float:
    """Return the answer as a number, NaN if it is none."""
    array = numeric(call.result)
    return float(array.reshape(())) if array is not None and array.size == 1 else np.nan


def _start(holds: Callable[[float], bool]):
    """Return a spot: `deeper_start` is a number for which `holds` is true."""
    return lambda call: call.text == "deeper_start" and bool(holds(_number(call)))


deeper_valley = Exercise(
    name="deeper_valley",
    points=(1, 1),
    values=("which_valley", "deeper_start"),
    reference={"which_valley": "right", "deeper_start": -3.0}.get,
    examples=(
        Probe(("which_valley",), shows="the valley that the walk from 3.0 ends in"),
        Probe(
            ("deeper_start",),
            shows="a start that finds the deeper valley, with smaller rates, too",
            judge=_reaches_left,
        ),
    ),
    mistakes=(
        set_to(
            "wrong-side",
            "is the weight where the walk from 3.0 ends left or right of zero?",
            {"which_valley": "left"},
        ),
        spotted(
            "number-for-side",
            'the name of the valley is wanted, "left" or "right", not a number',
            lambda call: call.text == "which_valley" and not np.isnan(_number(call)),
        ),
        spotted(
            "another-word",
            'write "left" or "right", as one word in quotation marks',
            lambda call: call.text == "which_valley" and isinstance(call.result, str),
        ),
        spotted(
            "start-as-text",
            "`deeper_start` is a weight, so a number",
            lambda call: call.text == "deeper_start" and isinstance(call.result, str),
        ),
        spotted(
            "decimal-comma",
            COMMA,
            lambda call: call.text == "deeper_start" and cut_in_two(call.result),
        ),
        spotted(
            "on-the-hill",
            "at the top of the hill the slope is zero and the walk does not move",
            _start(lambda start: abs(start - QUARTIC_HILL) < 1e-6),
        ),
        spotted(
            "loss-for-weight",
            "that is how deep the valley is, and as a place to start from it is so far out that "
            "the first step flies over; start nearer",
            _start(lambda start: abs(start - quartic(QUARTIC_LEFT)) < 0.02),
        ),
        spotted(
            "right-of-the-hill",
            "that start leads to the shallower valley again; which side of the hill is it on?",
            _start(lambda start: QUARTIC_HILL < start <= FARTHEST),
        ),
        spotted(
            "too-far-out",
            "so far out the slope is huge and the first step flies over; start nearer",
            _start(lambda start: abs(start) > FARTHEST),
        ),
    ),
)
