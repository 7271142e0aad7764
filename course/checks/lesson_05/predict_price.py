"""predict_price(house, w, b, mu, sigma): a new house, scaled with the numbers of the old ones."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks import drawn
from course.checks.exercise import Exercise, Probe, answered, instead, stops
from course.checks.families import inputs, numbers
from course.scratch import ANYTHING


def price(house, w, b, mu, sigma) -> float:
    """Return what the plane says of a house: what is right."""
    return float(np.sum(w * ((house - mu) / sigma)) + b)


def _otherwise(scaled: Callable) -> Callable:
    """Return a wrong answer: the house is scaled in another way, or not at all."""

    def wrong(house, w, b, mu, sigma):
        with np.errstate(all="ignore"):
            return float(np.sum(w * scaled(house, mu, sigma)) + b)

    return wrong


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def arguments(d):
        return (
            drawn.array(rng, d, low=2, high=9),
            drawn.array(rng, d, low=1, high=6),
            drawn.number(rng, 3, 9),
            drawn.array(rng, d, low=2, high=8),
            drawn.array(rng, d, low=1.3, high=5),
        )

    house, w, b, mu, sigma = arguments(4)
    whole = (
        drawn.whole(rng, 3, 3, 12), drawn.whole(rng, 3, 7, 20), 30,
        drawn.whole(rng, 3, 2, 9), drawn.whole(rng, 3, 2, 6),
    )  # fmt: skip
    return [
        Probe(arguments(2), shows="two features"),
        # So large a house that its price is below zero.
        Probe((house + 20, -w, b, mu, sigma), shows="four weights below zero"),
        Probe(arguments(3), shows="three features"),
        Probe(whole, shows="whole numbers"),
        # Features may lie below zero, as a longitude does.
        Probe((-house, w / 90, b / 90, -mu, sigma), shows="small weights, in all their digits"),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    instead("scaled-by-itself",
        "you scale the house with its own mean and spread; the weights know those of the old "
        "houses", _otherwise(lambda house, mu, sigma: (house - np.mean(house)) / np.std(house))),
    stops("scaled-anew",
        "`scale` returns three things at once, and takes its means from what it is given; take "
        "the mu and sigma of the old houses", "inhomogeneous shape"),
    instead("own-mean",
        "you take off the mean of this house's own features; the weights know those of the old "
        "houses", _otherwise(lambda house, mu, sigma: (house - np.mean(house)) / sigma)),
    instead("two-features",
        "the example has two features, other houses have more; which operator takes them all?",
        _otherwise(lambda house, mu, sigma: (house - mu) / sigma * (np.arange(len(house)) < 2))),
    instead("not-scaled",
        "the weights are for scaled features; what must happen to the house before they meet?",
        _otherwise(lambda house, mu, sigma: house)),
    instead("not-centred", "the house is divided, but its mean was never taken off",
        _otherwise(lambda house, mu, sigma: house / sigma)),
    instead("not-divided", "the mean is taken off, but nothing is divided by the spread",
        _otherwise(lambda house, mu, sigma: house - mu)),
    instead("brackets", "a division binds before a minus; subtract the mean first",
        _otherwise(lambda house, mu, sigma: house - mu / sigma)),
    instead("divided-first", "subtract the mean first and divide after",
        _otherwise(lambda house, mu, sigma: house / sigma - mu)),
    instead("multiplied", "scaling divides by the spread; yours multiplies",
        _otherwise(lambda house, mu, sigma: (house - mu) * sigma)),
    instead("back-to-raw-units",
        "z·sigma + mu brings a scaled house back; this house is raw and goes the other way",
        _otherwise(lambda house, mu, sigma: house * sigma + mu)),
    instead("upside-down", "a house larger than the mean must have a z above zero",
        _otherwise(lambda house, mu, sigma: (mu - house) / sigma)),
    instead("variance", "sigma is the standard deviation already; it needs no square",
        _otherwise(lambda house, mu, sigma: (house - mu) / sigma**2)),
    instead("means-and-spreads-swapped", "which of the two is subtracted, and which divides?",
        _otherwise(lambda house, mu, sigma: (house - sigma) / mu)),
    instead("weights-scaled", "it is the house that is scaled; the weights are scaled already",
        lambda house, w, b, mu, sigma: float(np.sum((w - mu) / sigma * house) + b),
        lambda house, w, b, mu, sigma: float(
            np.sum((w - mu) / sigma * ((house - mu) / sigma)) + b)),
    instead("unscaled-weights-and-scaled-house",
        "unscale the weights or scale the house, but not both",
        lambda house, w, b, mu, sigma: float(np.sum(w / sigma * ((house - mu) / sigma)) + b),
        lambda house, w, b, mu, sigma: float(
            np.sum(w / sigma * ((house - mu) / sigma)) + b - np.sum(w / sigma * mu))),
    answered("b-forgotten", "a house with average features still has a price; where is it?",
        lambda answer, b: answer - b),
    answered("price-scaled-back",
        "only features were scaled, never prices: what the weights give is a price already",
        lambda answer, mu, sigma: answer * sigma + mu),
    answered("b-for-each-feature", "b comes once for each house, not once for each feature",
        lambda answer, w, b: answer + (len(w) - 1) * b),
    instead("each-feature",
        "one number is wanted; how do the parts that the features add become one price?",
        lambda house, w, b, mu, sigma: w * ((house - mu) / sigma) + b,
        lambda house, w, b, mu, sigma: w * ((house - mu) / sigma)),
    instead("mean-for-sum", "the parts of the features add up; they are not averaged",
        lambda house, w, b, mu, sigma: float(np.mean(w * ((house - mu) / sigma)) + b)),
    instead("first-feature-only", "every feature adds its part, not the first one alone",
        lambda house, w, b, mu, sigma: float(w[0] * ((house[0] - mu[0]) / sigma[0]) + b)),
    instead("last-feature-only", "every feature adds its part, not the last one alone",
        lambda house, w, b, mu, sigma: float(w[-1] * ((house[-1] - mu[-1]) / sigma[-1]) + b)),
    answered("never-below-zero",
        "far from the houses that it was fitted to, the plane may give a price below zero; return "
        "what it says", lambda answer: max(answer, 0.0), lambda answer: abs(answer)),
    numbers.rounded(2, 3, 1, 4),
    numbers.integer(),
    numbers.text(),
)
# fmt: on

predict_price = Exercise(
    name="predict_price",
    points=(1, 1),
    reference=price,
    examples=(
        Probe(
            (
                np.array([14.0, 16.0]), np.array([3.0, 5.0]), 50.0,
                np.array([10.0, 20.0]), np.array([2.0, 4.0]),
            ),
            shows="two features",
        ),
        Probe(
            (
                np.array([4.0, 3.5, 1.0]), np.array([4.0, -1.5, 8.0]), 7.25,
                np.array([3.4, 2.5, 4.1]), np.array([1.5, 2.5, 6.0]),
            ),
            shows="three features, one weight below zero",
        ),
        Probe(
            # This price is below zero.
            (np.array([3, 8]), np.array([7, -5]), 15, np.array([8, 3]), np.array([2, 4])),
            shows="whole numbers",
        ),
    ),
    draw=_fresh,
    # The statement forbids nothing.
    may_use=ANYTHING,
    mistakes=MISTAKES,
)  # fmt: skip
