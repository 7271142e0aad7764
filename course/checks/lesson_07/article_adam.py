"""Four lengths of Adam's steps under a constant slope, with its bias correction and without."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course import optimizers
from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted
from course.checks.families import numbers

NAMES = ("corrected_first_step", "article_first_step", "article_longest_step", "article_distance")


def _lengths(steps: int = 100, *, bias_correction: bool = False, **betas: float) -> np.ndarray:
    """Return the lengths of Adam's steps under a slope of 1, in units of the rate."""
    rule = optimizers.adam(bias_correction=bias_correction, **betas)
    memory, w, lengths = rule.init(np.zeros(1)), np.zeros(1), []
    for t in range(1, steps + 1):
        step, memory = rule.update(np.ones(1), memory, w, 1.0, t)
        lengths.append(-float(step[0]))
    return np.array(lengths)


_T = np.arange(1, 101)
CORRECTED, ARTICLE = _lengths(bias_correction=True), _lengths()


def _of_the_article(lengths: np.ndarray) -> dict[str, float]:
    """Return the three values that are asked about the article's rule, from these lengths."""
    return dict(
        zip(NAMES[1:], map(float, (lengths[0], lengths.max(), lengths.sum())), strict=True)
    )


RIGHT = {NAMES[0]: float(CORRECTED[0])} | _of_the_article(ARTICLE)


def _each(values: dict[str, float]) -> list[dict[str, float]]:
    """Return these values together, and each of them alone."""
    return [values, *({name: value} for name, value in values.items())]


def _at_rate(rate: float) -> list[dict[str, float]]:
    """Return all lengths at another rate, and those of the article's rule alone."""
    scaled = {name: rate * value for name, value in RIGHT.items()}
    return [scaled, {name: scaled[name] for name in NAMES[1:]}]


def _several(call: Call) -> bool:
    """Return whether the distance is a row of numbers."""
    told = numeric(call.result)
    return call.text == NAMES[3] and told is not None and told.size > 1


def _otherwise(length: Callable) -> list[dict[str, float]]:
    """Return the article's values where a step has another length, made of m and v."""
    return _each(_of_the_article(length(1 - 0.9**_T, 1 - 0.999**_T)))


article_adam = Exercise(
    name="article_adam",
    points=(2, 2),
    values=NAMES,
    reference=RIGHT.get,
    examples=(
        Probe(("corrected_first_step",), shows="the first step with the correction"),
        Probe(("article_first_step",), shows="the first step without it"),
        Probe(("article_longest_step",), shows="the longest step of the article's rule"),
        Probe(("article_distance",), shows="the distance after 100 steps"),
    ),
    mistakes=(
        # First: of the values with two betas swapped, or of a mean, one is the same.
        set_to(
            "other-rate",
            "all lengths are in units of the rate: take lr = 1",
            *(form for rate in (0.001, 0.01, 0.1, 0.5) for form in _at_rate(rate)),
            *({name: 0.001 * RIGHT[name]} for name in NAMES),
        ),
        set_to(
            "summed",
            "that adds up slopes, and squares, in whole; an average takes in 1 − β of each",
            _of_the_article(10 * (1 - 0.9**_T) / np.sqrt(1000 * (1 - 0.999**_T))),
        ),
        set_to(
            "no-difference",
            "that is the length with the correction, and the article's rule has none; work out m "
            "and v after the first step",
            *_each(_of_the_article(CORRECTED)),
        ),
        set_to(
            "correction-swapped",
            "the article's rule is the one without the correction",
            {NAMES[0]: ARTICLE[0]} | _of_the_article(CORRECTED),
            {NAMES[0]: ARTICLE[0], NAMES[1]: CORRECTED[0]},
            {NAMES[0]: ARTICLE[0]},
        ),
        set_to(
            "first-step-for-all",
            "the article's steps are not all as long as the first one; let a loop work out each "
            "of the 100",
            *_each({NAMES[2]: 10**0.5, NAMES[3]: 100 * 10**0.5}),
        ),
        set_to(
            "last-step-for-the-way",
            "that is the length of the last step alone; how far have all 100 gone together?",
            {NAMES[3]: float(ARTICLE[-1])},
        ),
        set_to(
            "root-missing",
            "the step divides by the root of v, not by v",
            *_otherwise(lambda m, v: m / v),
            *_otherwise(lambda m, v: m / (v + 1e-8)),
        ),
        set_to(
            "half-for-root",
            numbers.HALF,
            *_otherwise(lambda m, v: m / (v / 2 + 1e-8)),
        ),
        set_to(
            "upside-down",
            "m stands above the line and the root of v below",
            *_otherwise(lambda m, v: np.sqrt(v) / m),
        ),
        set_to(
            "not-divided",
            "that is m alone, as if v were 1; the article's step divides by the root of v as it "
            "is, without a correction",
            *_otherwise(lambda m, v: m),
        ),
        set_to(
            "only-m-corrected",
            "the correction belongs to both averages or to neither; yours takes m alone",
            *_each({NAMES[0]: 1000**0.5}),
            *_otherwise(lambda m, v: 1 / np.sqrt(v)),
        ),
        set_to(
            "betas-swapped",
            "0.9 belongs to the slopes, 0.999 to their squares",
            *_each(_of_the_article(_lengths(beta1=0.999, beta2=0.9))),
        ),
        set_to(
            "one-beta-for-both",
            "you take one beta for both averages; which belongs to the slopes, which to their "
            "squares?",
            *_each(_of_the_article(_lengths(beta2=0.9))),
            *_each(_of_the_article(_lengths(beta1=0.999))),
        ),
        set_to(
            "another-beta",
            "β₁ is 0.9 and β₂ is 0.999; yours has another number for one of them",
            *_each(_of_the_article(_lengths(beta2=0.99))),
            *_each(_of_the_article(_lengths(beta2=0.9999))),
            *_each(_of_the_article(_lengths(beta1=0.99))),
        ),
        set_to(
            "signed",
            "the length of a step is asked for, and a length is not below zero",
            *_each({name: -value for name, value in RIGHT.items()}),
        ),
        set_to(
            "when-not-how-long",
            "how long is the longest step? You say when it comes",
            {NAMES[2]: 1.0 + np.argmax(ARTICLE)},
            {NAMES[2]: 1.0 * np.argmax(ARTICLE)},
        ),
        set_to(
            "last-not-longest", "that is the last step, not the longest", {NAMES[2]: ARTICLE[-1]}
        ),
        set_to(
            "mean-for-distance",
            "the whole distance of 100 steps is asked for, not their mean",
            {NAMES[3]: ARTICLE.mean()},
        ),
        set_to(
            "one-step-too-few", "that is the distance of 99 steps", {NAMES[3]: ARTICLE[:99].sum()}
        ),
        set_to(
            "one-step-too-many",
            "that is the distance of 101 steps",
            {NAMES[3]: _lengths(101).sum()},
        ),
        set_to(
            "thousand-steps",
            "that is the distance of 1000 steps; how many are asked for?",
            {NAMES[3]: _lengths(1000).sum()},
        ),
        set_to(
            "place-for-distance",
            "that is where the weight ends; how far is it from where it began?",
            *({NAMES[3]: start - ARTICLE.sum()} for start in (1.0, 2.0, 5.0, 10.0)),
        ),
        spotted(
            "list-for-distance",
            "these are the lengths of the steps; how long is the whole way?",
            _several,
        ),
        set_to(
            "too-few-digits",
            "that is right as far as it goes; give four digits after the point, or more",
            *(
                form
                for digits in (3, 2, 1)
                for form in _each({name: round(value, digits) for name, value in RIGHT.items()})
            ),
        ),
    ),
    # Four digits after the point are enough, cut off or rounded, three are not; float32 may add a
    # hundred lengths.
    rtol=2e-7,
    atol=1e-4,
)
