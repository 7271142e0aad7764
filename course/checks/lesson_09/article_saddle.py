"""along_the_horse, to_the_sides, steps_until_gone, w2_on_the_ridge: a saddle put right."""

from __future__ import annotations

import math

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.descent import descend
from course.landscapes import saddle


def _steps(lr: float = 0.1, factor: float = 1.0, w2: float = 1e-6, beyond: float = 1.0) -> int:
    """Return after how many steps from (1, w2) the second weight is farther from 0 than that."""
    path = descend(saddle, [1.0, w2], lr, 1500, gradient=lambda w: factor * saddle.gradient(w))
    return int(np.argmax(np.abs(path.weights[:, 1]) > beyond))


def _counts(*counts: int) -> list[dict[str, int]]:
    return [{"steps_until_gone": count} for count in counts]


def _number(call: Call, name: str) -> float:
    """Return the answer as a number, NaN if it is none or if another name is asked for."""
    array = numeric(call.result)
    one = call.text == name and array is not None and array.size == 1
    return float(array.reshape(())) if one else math.nan


RIGHT = {
    "along_the_horse": "up",
    "to_the_sides": "down",
    "steps_until_gone": _steps(),
    "w2_on_the_ridge": 0.0,
}
GONE = RIGHT["steps_until_gone"]

# fmt: off
article_saddle = Exercise(
    name="article_saddle",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("along_the_horse",), shows="along the horse", weight=0.5),
        Probe(("to_the_sides",), shows="to the sides", weight=0.5),
        Probe(("steps_until_gone",), shows="the steps until it is gone"),
        Probe(("w2_on_the_ridge",), shows="the walk on the ridge"),
    ),
    mistakes=(
        spotted(
            "another-word",
            'for the two directions write "up" or "down", in quotation marks',
            lambda call: (
                call.text in ("along_the_horse", "to_the_sides")
                and str(call.result).strip().lower() not in ("up", "down")
            ),
        ),
        set_to("as-in-the-article",
               "this is the article's answer; where does a saddle hold the rider, and where do "
               "the legs hang?", {"along_the_horse": "down", "to_the_sides": "up"}),
        set_to("a-bowl",
               "in a bowl all ways go up; a saddle is low in one direction and high in the other",
               {"to_the_sides": "up"}),
        set_to("a-hill",
               "on a hill all ways go down; a saddle is low in one direction and high in the "
               "other",
               {"along_the_horse": "down"}),
        set_to("one-step-too-few",
               "is the second weight beyond 1 after that many steps, or only after one more?",
               *_counts(GONE - 1)),
        set_to("one-step-too-many",
               "it is beyond 1 one step earlier; do you count the start as a step?",
               *_counts(GONE + 1)),
        set_to("slope-without-2", "the slope of −w2² is −2·w2; is the 2 in your step?",
               *_counts(_steps(factor=0.5), _steps(factor=0.5) - 1)),
        set_to("other-rate", "the rate of that walk is 0.1",
               *_counts(*(_steps(lr=lr) for lr in (0.01, 0.05, 0.2, 0.5)))),
        set_to("other-start", "that walk starts at w2 = 0.000001, which is 1e-6; count the zeros",
               *_counts(*(_steps(w2=w2) for w2 in (1e-5, 1e-7, 1e-4, 1e-8)))),
        spotted(
            "not-whole",
            "steps are whole: after how many of them is it beyond 1 for the first time?",
            lambda call: abs(_number(call, "steps_until_gone") - np.log(1e6) / np.log(1.2)) < 0.05,
        ),
        spotted(
            "never-gone",
            "beside the ridge the walk does leave; give it more steps",
            lambda call: (
                _number(call, "steps_until_gone") <= 0
                or math.isinf(_number(call, "steps_until_gone"))
            ),
        ),
        set_to(
            "first-weight",
            "the second weight is asked for, not the first one",
            *(
                {"w2_on_the_ridge": value}
                for value in (1.0, (1.0, 0.0), (0.0, 0.0), 0.8**1000, (0.8**1000, 0.0))
            ),
        ),
        spotted(
            "leaves-the-ridge",
            "that walk starts at w2 = 0 exactly: what is the slope along w2 there?",
            lambda call: (
                call.text == "w2_on_the_ridge"
                and numeric(call.result) is not None
                and numeric(call.result).size == 1
            ),
        ),
    ),
    # A w2 that is all but zero has left the ridge.
    atol=0,
)
# fmt: on
