"""sigmoid_backward(da, a): back through an activation."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import LONG, Exercise, Probe, answered, instead
from course.checks.families import numbers
from course.network import sigmoid, sigmoid_backward


def right(da, a):
    """Return the slopes for z: what is right."""
    return sigmoid_backward(da, a)


def _drawn(rng: np.random.Generator, *shape: int) -> tuple[np.ndarray, np.ndarray]:
    return np.round(rng.normal(0, 2, shape), 3), np.round(sigmoid(rng.normal(0, 1.5, shape)), 3)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    slopes, outputs = _drawn(rng, 2, 1, 3)
    return [
        Probe(_drawn(rng, 6), shows="another row of slopes"),
        Probe(_drawn(rng, 4, 3), shows="a table of slopes"),
        Probe(
            (rng.integers(-4, 5, size=4), _drawn(rng, 4)[1]),
            shows="whole numbers as slopes",
        ),
        Probe((slopes / 1000, outputs), shows="small slopes, in all their digits"),
        Probe((LONG * slopes, outputs), shows="very long slopes", weight=0.5),
        Probe(
            (np.array([-1.5, 2.5]), np.array([0.0, 1.0])),
            shows="outputs of exactly 0 and 1",
            weight=0.5,
        ),
    ]


back_through_sigmoid = Exercise(
    name="sigmoid_backward",
    points=(1, 1),
    reference=right,
    examples=(
        Probe(
            (np.array([7.0, -2.0, 0.5]), np.array([0.8, 0.1, 0.5])),
            shows="three slopes of both signs",
        ),
        Probe(
            (np.array([[1.0, -3.0], [0.4, 2.0]]), np.array([[0.9, 0.2], [0.35, 0.6]])),
            shows="a table of slopes: two rows, two columns",
        ),
        Probe((np.array([7, -2]), np.array([0.8, 0.1])), shows="whole numbers as slopes"),
        Probe(
            (np.array([3.0, -2.0]), np.array([0.0, 1.0])),
            shows="outputs of exactly 0 and 1, where no slope comes through",
            weight=0.5,
        ),
    ),
    draw=_fresh,
    may_use=("course.network.sigmoid",),
    mistakes=(
        instead(
            "sigmoid-twice",
            "`a` is the sigmoid's output already; do not send it through a sigmoid once more",
            lambda da, a: right(da, sigmoid(a)),
            lambda da, a: da * sigmoid(a),
            lambda da, a: da * a * (1 - sigmoid(a)),
        ),
        instead(
            "da-missing",
            "that is the rate of the sigmoid alone; the slope that comes from behind is missing",
            lambda da, a: a * (1 - a),
            lambda da, a: right(1, sigmoid(a)),
        ),
        instead(
            "one-minus-da",
            "the bracket holds the sigmoid's own output, not the slope that comes from behind",
            lambda da, a: a * da * (1 - da),
        ),
        instead(
            "factor-missing",
            "the rate of the sigmoid has two factors; where is 1 − a?",
            lambda da, a: da * a,
        ),
        instead(
            "a-missing",
            "the rate of the sigmoid has two factors; where is a itself?",
            lambda da, a: da * (1 - a),
        ),
        numbers.sign_flipped("the sigmoid rises everywhere, so its rate is never below zero"),
        instead(
            "plus-for-minus",
            "the rate must be 0 where the output is 1; look at the sign in the bracket",
            lambda da, a: da * a * (1 + a),
        ),
        instead(
            "brackets-missing",
            "Python multiplies before it subtracts; put the difference in brackets",
            lambda da, a: da * a * 1 - a,
            lambda da, a: da * a - a**2,
            lambda da, a: da * 1 - a * a,
        ),
        instead(
            "not-changed",
            "you return what came in; the rate of the sigmoid is still to be multiplied",
            lambda da, a: da,
        ),
        instead(
            "another-activation",
            "that is the rate of another activation; the sigmoid's is a(1 − a)",
            lambda da, a: da * (1 - a**2),
            lambda da, a: da * (a > 0),
            lambda da, a: da * (a >= 0),
            lambda da, a: da * (1 - np.tanh(a) ** 2),
        ),
        instead(
            "divided",
            "going back through a link multiplies by its rate",
            lambda da, a: da / (a * (1 - a)),
            lambda da, a: da / a * (1 - a),
            lambda da, a: da / a / (1 - a),
            lambda da, a: a * (1 - a) / da,
        ),
        instead(
            "added",
            "the chain rule multiplies rates; you add them",
            lambda da, a: da + a * (1 - a),
            lambda da, a: da * (a + 1 - a),
        ),
        answered(
            "summed",
            "each output has its own slope: return an array of the same shape, not a sum",
            np.sum,
            lambda dz: np.sum(dz, axis=0),
            lambda dz: np.sum(dz, axis=-1),
        ),
        instead(
            "matrix-product",
            "slope and rate belong together entry by entry: `*`, not `@`",
            lambda da, a: da @ (a * (1 - a)),
            lambda da, a: da.T @ (a * (1 - a)),
            lambda da, a: da @ (a * (1 - a)).T,
            lambda da, a: da @ a * (1 - a),
            lambda da, a: da @ a @ (1 - a),
            lambda da, a: np.outer(da, a * (1 - a)),
        ),
        answered(
            "averaged",
            "do not divide by the number of entries: the mean belongs to the loss",
            lambda dz: dz / len(dz),
            lambda dz: dz / np.size(dz),
            np.mean,
            lambda dz: np.mean(dz, axis=0),
        ),
        instead(
            "squared",
            "each factor stands there once: da, a and 1 − a",
            lambda da, a: da * (a * (1 - a)) ** 2,
            lambda da, a: da * a**2 * (1 - a),
            lambda da, a: da * a * (1 - a) ** 2,
            lambda da, a: da**2 * a * (1 - a),
        ),
        instead(
            "always-a-quarter",
            "1/4 is the largest rate that a sigmoid can have; how large it is depends on a",
            lambda da, a: da * 0.25,
        ),
        answered(
            "factor-two",
            "where does the factor come from? A square has a 2 in its slope, the sigmoid has none",
            lambda dz: 2 * dz,
            lambda dz: dz / 2,
        ),
        instead(
            "forward",
            "that goes forward; what is asked is the slope for z",
            lambda da, a: a,
            lambda da, a: sigmoid(a),
            lambda da, a: sigmoid(da),
            lambda da, a: np.log(a / (1 - a)),
            lambda da, a: da * np.log(a / (1 - a)),
        ),
        numbers.absolute("slopes have a sign: a slope below zero stays below zero"),
        numbers.rounded(2, 1, 3, 0, 4),
        numbers.whole_start("da"),
        answered(
            "more-than-dz",
            "return dz alone",
            lambda dz, a: (dz, a),
            lambda dz, da: (dz, da),
            lambda dz, a: (dz, a * (1 - a)),
        ),
        answered(
            "first-only",
            "return a slope for every entry; is there a `return` inside the loop?",
            lambda dz: dz[0],
            lambda dz: dz[-1],
            lambda dz: [dz[0]],
            lambda dz: np.ravel(dz)[0],
        ),
        answered("other-shape", "return dz in the shape of da", np.ravel),
    ),
)
