"""article_weights, article_biases, article_parameters: weights are not all the parameters."""

from __future__ import annotations

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.checks.families.values import in_any_part, some_of
from course.network import parameter_counts

WEIGHTS, BIASES = parameter_counts((784, 1000, 500, 10))
RIGHT = {
    "article_weights": WEIGHTS,
    "article_biases": BIASES,
    "article_parameters": WEIGHTS + BIASES,
}


def _forms(name: str, counts: tuple[int, ...], added: int, alone: int | None) -> list[dict]:
    """Return the forms of a wrong count: alone, and with either sum that is made of it."""
    return [
        form
        for count in counts
        for form in (
            {name: count, "article_parameters": count + added},
            {name: count, "article_parameters": count if alone is None else alone},
            {name: count},
        )
    ]


def _weights(*counts: int) -> list[dict[str, int]]:
    return _forms("article_weights", counts, BIASES, None)


def _biases(*counts: int) -> list[dict[str, int]]:
    return _forms("article_biases", counts, WEIGHTS, WEIGHTS)


def _many(call: Call) -> int:
    """Return how many numbers an answer is."""
    told = numeric(call.result)
    return 0 if told is None else told.size


def _thousands(call: Call) -> bool:
    """Return whether an answer is one number, cut where its thousands are."""
    return _many(call) > 1 and bool(np.all(numeric(call.result) < 1000))


article_parameters = Exercise(
    name="article_parameters",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("article_weights",), shows="the weights"),
        Probe(("article_biases",), shows="the biases"),
        Probe(("article_parameters",), shows="the parameters"),
    ),
    mistakes=(
        spotted(
            "commas",
            "a comma makes several numbers of one: write it without, or with `_`, as in 12_345",
            _thousands,
        ),
        spotted(
            "layer-by-layer",
            "one number is wanted; what do the counts of the layers make together?",
            lambda call: _many(call) > 1,
        ),
        some_of(
            "point-for-thousands",
            "a point stands before what is smaller than one: write a count without, or with `_`, "
            "as in 12_345",
            article_weights=[1.289, 1289.0],
            article_biases=[1.51],
            article_parameters=[1.29051, 1290.51],
        ),
        spotted(
            "text",
            "a number is wanted, without quotation marks",
            lambda call: isinstance(call.result, str),
        ),
        set_to(
            "inputs-have-biases",
            "only what a layer puts out has a bias; the 784 inputs are given",
            *_biases(BIASES + 784),
        ),
        set_to(
            "biases-of-inputs",
            "a layer has a bias for each of its outputs, not for each of its inputs",
            *_biases(784 + 1000 + 500),
        ),
        set_to(
            "scores-without-biases",
            "the last layer has biases, too: one for each score",
            *_biases(1500),
        ),
        set_to(
            "one-bias-a-layer",
            "each output of a layer has a bias of its own",
            *_biases(3, 4, 2),
        ),
        set_to(
            "network-of-the-lesson",
            "these are the counts of the lesson's own network; which layers has the article's?",
            *in_any_part(dict(zip(RIGHT, (3700, 60, 3760), strict=True))),
        ),
        set_to(
            "inputs-counted",
            "the 784 inputs are given, not learned: are they parameters?",
            {"article_parameters": WEIGHTS + BIASES + 784},
        ),
        set_to(
            "weights-times-biases",
            "the parameters are the weights and the biases together: a sum, not a product",
            {"article_parameters": WEIGHTS * BIASES},
        ),
        set_to(
            "biases-taken-away",
            "the products count the weights alone: are there biases in them to take away?",
            *_weights(WEIGHTS - BIASES),
        ),
        set_to(
            "biases-in-the-weights",
            "`article_weights` counts the weights alone; the biases have their own value",
            *_weights(WEIGHTS + BIASES),
        ),
        set_to(
            "weights-and-biases-swapped",
            "one of the two belongs to a pair of an input and an output, the other to an output "
            "alone; which is which?",
            {"article_weights": BIASES, "article_biases": WEIGHTS},
        ),
        set_to(
            "sizes-added",
            "each input is joined to each output: that makes a product, not a sum",
            *_weights(2294, (784 + 1000) + (1000 + 500) + (500 + 10)),
        ),
        set_to(
            "all-multiplied",
            "weights join neighbouring layers only: a product for each pair, then their sum",
            *_weights(784 * 1000 * 500 * 10, 784 * 1000 * 500),
        ),
        set_to(
            "layer-missing",
            "there are three layers: 784 to 1,000, 1,000 to 500 and 500 to 10",
            *_weights(
                784 * 1000 + 1000 * 500, 784 * 1000 + 500 * 10, 1000 * 500 + 500 * 10, 784 * 1000
            ),
        ),
        set_to(
            "all-from-the-inputs",
            "only the first layer takes the 784 inputs; the next one takes what the first gives",
            *_weights(784 * (1000 + 500 + 10)),
        ),
        set_to(
            "other-pixels",
            "28 × 28 pixels are 784 inputs",
            *_weights(WEIGHTS - 784_000 + 28_000, WEIGHTS - 720_000),
        ),
        set_to(
            "rounded",
            "give every digit: these are counts",
            {
                "article_weights": 1_290_000,
                "article_biases": 1500,
                "article_parameters": 1_290_000,
            },
            {
                "article_weights": 1_300_000,
                "article_biases": 1500,
                "article_parameters": 1_300_000,
            },
            {"article_parameters": 1_290_000},
            {"article_parameters": 1_291_000},
            {"article_parameters": 1_290_500},
        ),
        set_to(
            "believed-the-article",
            "that is what the article prints, and it has forgotten something: the biases",
            *_biases(0),
            {"article_parameters": WEIGHTS},
        ),
    ),
    rtol=1e-9,
    atol=0.1,
)
