"""angle_off(step, way): the angle between two arrows, in degrees."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead, spotted
from course.checks.families import numbers
from course.checks.lesson_03.shared import shape_of, uniform


def cosine(step, way) -> float:
    """Return the cosine of the angle, from -1 to 1 whatever rounding does."""
    step, way = (np.asarray(v, dtype=float) for v in (step, way))
    return float(np.clip(step @ way / np.sqrt((step @ step) * (way @ way)), -1, 1))


def angle(step, way) -> float:
    """Return the angle in degrees: what is right."""
    return float(np.degrees(np.arccos(cosine(step, way))))


def _of(change: Callable) -> list[Callable]:
    """Return two wrong answers: another number in place of the cosine, as it is and clipped."""

    def of(clip: Callable) -> Callable:
        def wrong(step, way):
            number = change(np.asarray(step, float), np.asarray(way, float))
            with np.errstate(invalid="ignore"):
                return float(np.degrees(np.arccos(clip(number))))

        return wrong

    return [of(lambda number: number), of(lambda number: np.clip(number, -1, 1))]


def _by_sine(step, way) -> float:
    """Return the angle that its sine gives: none above 90 degrees, and with a sign."""
    step, way = (np.asarray(v, dtype=float) for v in (step, way))
    sine = (step[0] * way[1] - step[1] * way[0]) / np.sqrt((step @ step) * (way @ way))
    return float(np.degrees(np.arcsin(np.clip(sine, -1, 1))))


def _degrees_first(step, way) -> float:
    """Return the angle whose cosine is the cosine in degrees: mostly there is none."""
    with np.errstate(invalid="ignore"):
        return float(np.arccos(np.degrees(cosine(step, way))))


def _direction(arrow) -> float:
    return float(np.degrees(np.arctan2(arrow[1], arrow[0])))


def _turned(degrees: float, length: float, other: float, start: float) -> tuple:
    """Return two arrows of these lengths, the second turned by some degrees from the first."""
    first, second = np.radians([start, start + degrees])
    arrows = [length * np.array([np.cos(first), np.sin(first)])]
    arrows.append(other * np.array([np.cos(second), np.sin(second)]))
    return tuple(np.round(arrow, 4) for arrow in arrows)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    length, other = uniform(rng, 0.4, 3, 2)
    acute, obtuse, start = rng.uniform(10, 70), rng.uniform(110, 165), rng.uniform(0, 360)
    whole = rng.integers(1, 9, size=2)
    # On either side of the negative w1 axis, where `arctan2` jumps from 180 to -180.
    before = 180 - acute * rng.uniform(0.2, 0.8)
    return [
        Probe(_turned(acute, length, other, before), shows="an angle below 90 degrees"),
        Probe(_turned(-obtuse, other, length, start), shows="an angle above 90 degrees"),
        Probe((whole, whole[::-1] * [-2, 3]), shows="whole numbers"),
    ]


angle_off = Exercise(
    name="angle_off",
    points=(1, 1),
    reference=angle,
    examples=(
        Probe((np.array([1, 0]), np.array([0, 2])), shows="a right angle"),
        Probe((np.array([1.0, 1.0]), np.array([3.0, 0.0])), shows="half of that"),
        Probe((np.array([-10.0, -25.0]), np.array([-10.0, -1.0])), shows="the ravine"),
        Probe((np.array([0.3, 0.1]), np.array([-0.2, 0.1])), shows="an angle above 90 degrees"),
        Probe((np.array([0.0, 2.0]), np.array([0.0, 5.0])), shows="the same direction"),
    ),
    draw=_fresh,
    may_use=("course.landscapes",),
    mistakes=(
        answered(
            "radians",
            "that is the angle in radians; `np.degrees` makes degrees of it",
            lambda degrees: np.radians(degrees),
        ),
        answered(
            "degrees-the-other-way",
            "`np.radians` goes from degrees to radians; you want the other way",
            lambda degrees: np.radians(np.radians(degrees)),
        ),
        instead("cosine", "that is the cosine; which function gives its angle?", cosine),
        instead(
            "arccos-missing",
            "you made degrees of the cosine itself; first `np.arccos` gives its angle, in radians",
            lambda step, way: np.degrees(cosine(step, way)),
        ),
        instead(
            "degrees-first",
            "`np.arccos` comes first and makes an angle of the cosine; `np.degrees` makes degrees "
            "of that angle",
            _degrees_first,
        ),
        answered(
            "other-angle",
            "that is the angle to the opposite arrow; is a sign turned round?",
            lambda degrees: 180 - degrees,
        ),
        answered(
            "rest-of-the-right-angle",
            "that is what is missing to 90 degrees: the cosine wants `np.arccos`",
            lambda degrees: 90 - degrees,
        ),
        answered(
            "never-above-90",
            "an angle can be above 90 degrees; where is the sign lost?",
            lambda degrees: min(degrees, 180 - degrees),
            # A cosine below zero that is made 0.
            lambda degrees: min(degrees, 90.0),
        ),
        instead(
            "lengths-not-divided",
            "the sum is the cosine times both lengths; divide it by both",
            _of(lambda u, v: u @ v),
            _of(lambda u, v: u @ v / np.sqrt(u @ u)),
            _of(lambda u, v: u @ v / np.sqrt(v @ v)),
        ),
        instead(
            "multiplied-by-a-length",
            "`a / b * c` multiplies by c: the product of both lengths belongs below the line, in "
            "brackets",
            _of(lambda u, v: u @ v / np.sqrt(u @ u) * np.sqrt(v @ v)),
            _of(lambda u, v: u @ v / np.sqrt(v @ v) * np.sqrt(u @ u)),
        ),
        instead(
            "cosine-for-its-inverse",
            "`np.cos` makes a cosine of an angle; you have the cosine, and want its angle",
            lambda step, way: np.degrees(np.cos(cosine(step, way))),
            lambda step, way: np.cos(cosine(step, way)),
        ),
        instead(
            "count-for-length",
            "`len` counts the entries of an array, here 2; the length of an arrow is the root of "
            "the sum of its squares",
            _of(lambda u, v: u @ v / (len(u) * len(v))),
        ),
        spotted(
            "not-added-up",
            "two numbers came back: `*` and `**` work entry by entry and add nothing up; `@` or "
            "`np.sum` does",
            lambda call: shape_of(call.result) == (2,),
        ),
        instead(
            "lengths-added",
            "the formula has the product of the lengths, not their sum",
            _of(lambda u, v: u @ v / (np.sqrt(u @ u) + np.sqrt(v @ v))),
        ),
        instead(
            "half-for-root",
            numbers.HALF,
            _of(lambda u, v: u @ v / (u @ u / 2 * (v @ v / 2))),
            _of(lambda u, v: u @ v / (u @ u * (v @ v) / 2)),
        ),
        instead(
            "squares-for-lengths",
            "the length of an arrow is the root of the sum of its squares",
            _of(lambda u, v: u @ v / ((u @ u) * (v @ v))),
        ),
        instead(
            "length-added",
            "the length of an arrow is the root of the sum of its squares",
            _of(lambda u, v: u @ v / (np.sum(np.abs(u)) * np.sum(np.abs(v)))),
            _of(lambda u, v: u @ v / (np.sum(u) * np.sum(v))),
        ),
        instead(
            "sine",
            "that is the angle of a sine, and never above 90 degrees: the formula gives the "
            "cosine, and `np.arccos` its angle",
            _by_sine,
            lambda step, way: -_by_sine(step, way),
            lambda step, way: abs(_by_sine(step, way)),
        ),
        instead(
            "difference-of-directions",
            "an angle between two arrows is from 0 to 180 degrees; what does your difference give "
            "where one arrow points left and a little up, the other left and a little down?",
            lambda step, way: abs(_direction(step) - _direction(way)),
            lambda step, way: _direction(step) - _direction(way),
            lambda step, way: _direction(way) - _direction(step),
            lambda step, way: (_direction(step) - _direction(way)) % 360,
            lambda step, way: (_direction(way) - _direction(step)) % 360,
        ),
        numbers.rounded(0, 1, 2, 3),
        numbers.sign_flipped("an angle between two arrows is not below zero"),
        numbers.text(),
    ),
    atol=2e-5,
)
