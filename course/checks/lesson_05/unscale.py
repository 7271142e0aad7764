"""unscale(w, b, mu, sigma): the weights for the raw features."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks import drawn
from course.checks.exercise import Exercise, Probe, answered, instead
from course.checks.families import fits, inputs, numbers
from course.regression import unstandardize


def _shift(shift: Callable) -> Callable:
    """Return a wrong answer whose w is right; `shift` of (w, mu, sigma) is subtracted from b."""
    return lambda w, b, mu, sigma: (w / sigma, b - shift(w, mu, sigma))


def _weights(weights: Callable, shift: Callable = lambda raw, mu: np.sum(raw * mu)) -> Callable:
    """Return a wrong answer: other weights, and the shift of b that is made of them."""

    def wrong(w, b, mu, sigma):
        raw = weights(w, mu, sigma)
        return raw, b - shift(raw, mu)

    return wrong


def _no_shift(raw, mu):
    return 0.0


def _cut_w(w, b, mu, sigma):
    raw = fits.cut(w / sigma, w, sigma)
    return raw, b - np.sum(raw * mu)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def arguments(d):
        return (
            drawn.array(rng, d, low=1, high=6),
            drawn.number(rng, 3, 9),
            drawn.array(rng, d, low=2, high=9),
            drawn.array(rng, d, low=1.3, high=5),
        )

    w, b, mu, sigma = arguments(4)
    whole = (drawn.whole(rng, 3, 7, 20), 30, drawn.whole(rng, 3, 2, 9), drawn.whole(rng, 3, 2, 6))
    return [
        Probe(arguments(2), shows="two features"),
        Probe((-w, b, mu, sigma), shows="four weights below zero"),
        Probe(arguments(1), shows="a single feature"),
        Probe(whole, shows="whole numbers"),
        # Features may lie around zero, or below it.
        Probe((w / 90, b / 90, -mu, sigma), shows="small weights, in all their digits"),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    instead("b-not-corrected", "scaling also shifted every feature; where does that shift go?",
        _shift(lambda w, mu, sigma: 0.0)),
    instead("b-with-scaled-weights",
        "of which weights is the shift in b made, of the old ones or the new ones?",
        _shift(lambda w, mu, sigma: np.sum(w * mu))),
    instead("b-sign", "put z = (x − mu)/sigma into w·z + b: with which sign does mu come out?",
        _shift(lambda w, mu, sigma: -np.sum(w * mu / sigma))),
    instead("multiplied",
        "put z = (x − mu)/sigma into w·z + b: is x multiplied by sigma there, or divided?",
        _weights(lambda w, mu, sigma: w * sigma)),
    instead("multiplied-w-only",
        "put z = (x − mu)/sigma into w·z + b: is x multiplied by sigma there, or divided?",
        _weights(lambda w, mu, sigma: w * sigma, _no_shift),
        lambda w, b, mu, sigma: (w * sigma, b - np.sum(w * mu / sigma))),
    instead("w-not-divided", "the weights must change too: put z = (x − mu)/sigma into w·z + b",
        _weights(lambda w, mu, sigma: w)),
    answered("w-unchanged", "the weights must change as well, not b alone",
        lambda answer, w: (w, answer[1])),
    instead("nothing-done", "these are still the weights for the scaled features",
        lambda w, b, mu, sigma: (w, b)),
    instead("not-summed", "the intercept is a single number; every feature adds to its shift",
        _shift(lambda w, mu, sigma: w * mu / sigma)),
    instead("mean-for-sum", "the shifts of the features add up; they are not averaged",
        _shift(lambda w, mu, sigma: np.mean(w * mu / sigma))),
    instead("divided-twice", "the new weights are already divided by sigma; once is enough",
        _shift(lambda w, mu, sigma: np.sum(w * mu / sigma**2))),
    instead("shift-not-weighted",
        "each mean shifts the prediction by its own weight times its size",
        _shift(lambda w, mu, sigma: np.sum(mu / sigma))),
    instead("mean-subtracted", "each mean shifts the prediction by its own weight times its size",
        _shift(lambda w, mu, sigma: np.sum(mu))),
    instead("like-a-feature", "w·sigma + mu brings a feature back; a weight goes the other way",
        _weights(lambda w, mu, sigma: w * sigma + mu, _no_shift)),
    instead("scaled-again",
        "you scale the weights like features; put z = (x − mu)/sigma into w·z + b instead",
        _weights(lambda w, mu, sigma: (w - mu) / sigma, _no_shift)),
    instead("variance", "sigma is the standard deviation already; it needs no square",
        _weights(lambda w, mu, sigma: w / sigma**2)),
    instead("root", "sigma is the standard deviation already; it needs no root",
        _weights(lambda w, mu, sigma: w / np.sqrt(sigma))),
    instead("upside-down",
        "the new weights are the old ones divided by sigma, not sigma divided by them",
        _weights(lambda w, mu, sigma: sigma / w),
        _weights(lambda w, mu, sigma: sigma / w, _no_shift)),
    instead("first-feature-only", "every feature shifts the intercept, not the first one alone",
        _shift(lambda w, mu, sigma: w[0] * mu[0] / sigma[0])),
    instead("last-feature-only", "every feature shifts the intercept, not the last one alone",
        _shift(lambda w, mu, sigma: w[-1] * mu[-1] / sigma[-1])),
    answered("b-dropped", "the intercept you were given is lost; the shift is subtracted from it",
        lambda answer, b: (answer[0], answer[1] - b),
        lambda answer, b: (answer[0], b - answer[1])),
    answered("swapped", "return w first and b second", lambda answer: answer[::-1]),
    answered("w-only", "return two things: b is missing", lambda answer: answer[0]),
    answered("b-only", "return two things: w is missing", lambda answer: answer[1]),
    answered("one-vector", "return the weights and the intercept apart: two things",
        lambda answer: np.append(*answer)),
    instead("whole-numbers-cut-off", numbers.WHOLE, _cut_w,
        lambda w, b, mu, sigma: (fits.cut(w / sigma, w, sigma), b - np.sum(w * mu / sigma))),
    numbers.rounded(2, 3, 4, 1),
    instead("integer", "`//` and `int` throw away the part after the point",
        _weights(lambda w, mu, sigma: w // sigma)),
)
# fmt: on

unscale = Exercise(
    name="unscale",
    points=(2, 2),
    parts=("w", "b"),
    reference=lambda w, b, mu, sigma: unstandardize(w, b, mu, sigma),
    examples=(
        Probe(
            (np.array([2.0, 3.0]), 50.0, np.array([10.0, 20.0]), np.array([2.0, 4.0])),
            shows="two features",
        ),
        Probe(
            (
                np.array([4.0, -1.5, 8.0]),
                7.25,
                np.array([3.4, 2.5, 4.1]),
                np.array([1.5, 2.5, 6.0]),
            ),
            shows="three features, one weight below zero",
        ),
        Probe((np.array([7, -5]), 30, np.array([3, 8]), np.array([2, 4])), shows="whole numbers"),
        Probe(
            (np.array([5.0]), 1.5, np.array([-4.0]), np.array([2.5])),
            shows="a single feature with a mean below zero",
        ),
    ),
    draw=_fresh,
    # The statement forbids the ready-made way back alone: prices of houses tell the line, too.
    may_use=("course.regression.predictions", "numpy.lstsq", "scipy.linalg"),
    mistakes=MISTAKES,
)
