"""simultaneous_step(w1, w2, lr): one step on the tilted bowl w1² + w1·w2 + w2², at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead, spotted
from course.checks.families import numbers, walks
from course.checks.families.walks import reworded
from course.checks.lesson_03.shared import LOSS_ONLY, uniform
from course.landscapes import tilted_bowl


def slopes(w1, w2):
    """Return the slopes along both weights."""
    return 2 * w1 + w2, w1 + 2 * w2


def step(w1, w2, lr):
    """Return both weights after one step: what is right."""
    slope1, slope2 = slopes(w1, w2)
    return w1 - lr * slope1, w2 - lr * slope2


# --- steps that go wrong ----------------------------------------------------------------------


def _by(*others: Callable) -> Iterator[Callable]:
    """Yield steps with other slopes, each a function of both weights that gives two."""
    for other in others:

        def wrong(w1, w2, lr, other=other):
            slope1, slope2 = other(w1, w2)
            return w1 - lr * slope1, w2 - lr * slope2

        yield wrong


def _one_by_one(dtype: type | None, order: tuple[int, int]) -> Callable:
    """Return the step that moves one weight before it takes the slope of the other."""

    def wrong(w1, w2, lr):
        # Without a type, an array of whole numbers cuts off what is put into it.
        w = np.array([w1, w2], dtype=dtype)
        for i in order:
            w[i] -= lr * slopes(*w)[i]
        return tuple(w)

    return wrong


def _many(answer: Any) -> int:
    """Return how many numbers an answer holds."""
    if isinstance(answer, (list, tuple)):
        return sum(map(_many, answer))
    return int(np.size(answer))


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d = uniform(rng, 0.5, 4, 4)
    (lr,), (other,) = uniform(rng, 0.02, 0.09, 1), uniform(rng, 0.15, 0.4, 1)
    whole = [int(v) for v in rng.integers(2, 9, size=2)]
    return [
        Probe((a, -b, lr), shows="a place on the right"),
        Probe((-c, -d, other), shows="a place where both weights are below zero"),
        Probe((0.0, b, other), shows="a place where w1 is zero"),
        Probe((whole[0], -whole[1], lr), shows="a place of whole numbers"),
        Probe((a / 1000, -d / 1000, lr), shows="small weights, in all their digits"),
    ]


simultaneous_step = Exercise(
    name="simultaneous_step",
    points=(1, 1),
    parts=("w1", "w2"),
    reference=step,
    may_use=LOSS_ONLY,
    examples=(
        Probe((4.0, -1.0, 0.1), shows="a step from (4, −1)"),
        Probe((-1.5, 2.345, 0.25), shows="a step from another place at another rate"),
        Probe((0.0, 3.0, 0.5), shows="a step that w1 takes because of w2"),
        Probe((4, -3, 0.3), shows="a place of whole numbers"),
        Probe((0.001234, -0.002345, 0.15), shows="small weights, in all their digits"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "sequential-update",
            "both slopes must be taken at the old place; is one of the weights new already?",
            *(_one_by_one(dtype, order) for dtype in (float, None) for order in ((0, 1), (1, 0))),
        ),
        *reworded(walks.of_the_rate((0.1, 0.01, 0.5)), {"walk": "step"}),
        instead(
            "coupling-missing",
            "the middle term w1·w2 changes with each of the weights: it belongs to both slopes",
            _by(
                lambda a, b: (2 * a, 2 * b),
                lambda a, b: (2 * a + b, 2 * b),
                lambda a, b: (2 * a, a + 2 * b),
                lambda a, b: (2 * a + 1, 2 * b + 1),
            ),
        ),
        instead(
            "product-slope",
            "let only w1 change in w1·w2: the term grows by w2 for each 1 that w1 grows",
            _by(
                lambda a, b: (2 * a + a, b + 2 * b),
                lambda a, b: (2 * a + a * b, a * b + 2 * b),
                lambda a, b: (2 * a + a + b, a + b + 2 * b),
                lambda a, b: (2 * a - b, 2 * b - a),
            ),
        ),
        instead(
            "factor",
            "check the factor in front of each weight in both slopes",
            _by(
                lambda a, b: (a + b, a + b),
                lambda a, b: (2 * a + 2 * b, 2 * a + 2 * b),
                lambda a, b: (4 * a + 2 * b, 2 * a + 4 * b),
                lambda a, b: (a + b / 2, a / 2 + b),
            ),
        ),
        instead(
            "other-term-kept",
            "while one weight changes, the other's square stands still and has no slope",
            _by(
                lambda a, b: (2 * a + b + b**2, 2 * b + a + a**2),
                lambda a, b: (2 * a + b + 2 * b, 2 * b + a + 2 * a),
            ),
        ),
        instead(
            "square-kept",
            "the slope of a square is no square; the exponent comes down in front",
            _by(lambda a, b: (2 * a**2 + b, a + 2 * b**2)),
        ),
        instead(
            "brackets-missing",
            "the rate multiplies the whole slope: put the slope in brackets",
            lambda w1, w2, lr: (w1 - lr * 2 * w1 + w2, w2 - lr * w1 + 2 * w2),
            lambda w1, w2, lr: (w1 - lr * 2 * w1 + w2, w2 - lr * 2 * w2 + w1),
        ),
        instead(
            "loss-for-slope",
            "a step needs the slopes; yours is made of the loss",
            _by(lambda a, b: 2 * [a**2 + a * b + b**2]),
        ),
        instead(
            "slopes-swapped",
            "each weight moves by its own slope; yours are exchanged",
            _by(lambda a, b: slopes(a, b)[::-1]),
        ),
        answered(
            "results-swapped", "return the new w1 first, then the new w2", lambda new: new[::-1]
        ),
        instead(
            "other-loss",
            "these are the slopes of another landscape; this exercise is about w1² + w1·w2 + w2²",
            _by(lambda a, b: (2 * (a - 3), 2 * (b + 1)), lambda a, b: (a, 25 * b)),
        ),
        instead(
            "returned-slopes",
            "return the new weights, not the slopes",
            lambda w1, w2, lr: slopes(w1, w2),
        ),
        answered(
            "returned-moves",
            "return the new weights, not how far they move",
            lambda new, w1, w2: (new[0] - w1, new[1] - w2),
            lambda new, w1, w2: (w1 - new[0], w2 - new[1]),
        ),
        answered(
            "one-weight-only",
            "both weights move, and both are returned",
            lambda new: new[0],
            lambda new: new[1],
            lambda new, w2: (new[0], w2),
            lambda new, w1: (w1, new[1]),
        ),
        instead(
            "not-moved",
            "you return the old weights; where do the new ones go?",
            lambda w1, w2, lr: (w1, w2),
        ),
        answered("two-steps", "take one step only", lambda new, lr: step(*new, lr)),
        answered(
            "returned-loss",
            "return the new weights; their loss is not asked for",
            lambda new: tilted_bowl(new),
            lambda new, w1, w2: tilted_bowl([w1, w2]),
        ),
        numbers.rounded(2, 1, 3, 4, 0),
        numbers.whole_start("w1", "w2"),
        numbers.integer(),
        numbers.text(),
        spotted(
            "more-than-the-weights",
            "return the two new weights and nothing beside them",
            lambda call: _many(call.result) > 2,
        ),
    ),
)
