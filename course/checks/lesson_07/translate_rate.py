"""translate_rate(rate, beta, written, wanted): one walk, written with a sum or an average."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.scratch import ANYTHING

SPELLINGS = ("sum", "average")


def translated(rate, beta, written, wanted):
    """Return the rate that makes the same walk in the spelling `wanted`: what is right."""
    kept = {"sum": 1.0, "average": 1 - beta}
    return rate * kept[written] / kept[wanted]


def _asked(rate: float, beta: float, written: str, wanted: str) -> Probe:
    return Probe((rate, beta, written, wanted), shows=f"from {written} to {wanted}")


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def dials() -> tuple[float, float]:
        return round(rng.uniform(0.011, 0.49), 4), round(rng.choice([0.62, 0.71, 0.83, 0.97]), 2)

    return [_asked(*dials(), one, other) for one in SPELLINGS for other in SPELLINGS]


def _both_ways(there, back):
    """Return the wrong translation that makes these changes where the spellings differ."""

    def wrong(rate, beta, written, wanted):
        if written == wanted:
            return rate
        return there(rate, beta) if wanted == "average" else back(rate, beta)

    return wrong


translate_rate = Exercise(
    name="translate_rate",
    points=(1, 1),
    reference=translated,
    examples=(
        _asked(0.02, 0.75, "sum", "average"),
        _asked(0.3, 0.9, "average", "sum"),
        _asked(0.02, 0.75, "sum", "sum"),
        _asked(0.3, 0.9, "average", "average"),
    ),
    draw=_fresh,
    # The statement forbids nothing.
    may_use=ANYTHING,
    mistakes=(
        asked(
            "other-way-round",
            "the average's velocity is the smaller one; does it need the smaller or the larger "
            "rate?",
            written=lambda wanted: wanted,
            wanted=lambda written: written,
        ),
        instead(
            "not-translated",
            "the two spellings add up different parts of each slope, so the rate must change",
            lambda rate, beta, written, wanted: rate,
        ),
        instead(
            "always-to-average",
            "that is right on the way from the sum to the average; look at both texts",
            lambda rate, beta, written, wanted: rate / (1 - beta),
            _both_ways(lambda rate, beta: rate / (1 - beta), lambda rate, beta: rate / (1 - beta)),
        ),
        instead(
            "always-to-sum",
            "that is right on the way from the average to the sum; look at both texts",
            lambda rate, beta, written, wanted: rate * (1 - beta),
            _both_ways(lambda rate, beta: rate * (1 - beta), lambda rate, beta: rate * (1 - beta)),
        ),
        instead(
            "wanted-alone",
            "between two equal spellings nothing changes; does your function look at `written`?",
            lambda rate, beta, written, wanted: (
                rate / (1 - beta) if wanted == "average" else rate * (1 - beta)
            ),
        ),
        instead(
            "written-alone",
            "between two equal spellings nothing changes; does your function look at `wanted`?",
            lambda rate, beta, written, wanted: (
                rate / (1 - beta) if written == "sum" else rate * (1 - beta)
            ),
        ),
        instead(
            "turned-round",
            "yours changes the rate where the texts are equal, and there alone: which comparison "
            "is turned round?",
            lambda rate, beta, written, wanted: (
                rate
                if written != wanted
                else rate / (1 - beta)
                if wanted == "average"
                else rate * (1 - beta)
            ),
        ),
        instead(
            "one-rule-for-the-rest",
            "between equal spellings nothing changes; which pairs does each of your rules take?",
            lambda rate, beta, written, wanted: (
                rate / (1 - beta) if (written, wanted) == ("sum", "average") else rate * (1 - beta)
            ),
            lambda rate, beta, written, wanted: (
                rate * (1 - beta) if (written, wanted) == ("average", "sum") else rate / (1 - beta)
            ),
        ),
        instead(
            "one-way-only",
            "your rate changes from the sum to the average; on the way back it must change, too",
            _both_ways(lambda rate, beta: rate / (1 - beta), lambda rate, beta: rate),
        ),
        instead(
            "brackets-missing",
            "yours takes beta away from the rate: Python multiplies and divides first; where must "
            "brackets stand?",
            _both_ways(lambda rate, beta: rate - beta, lambda rate, beta: rate - beta),
            _both_ways(lambda rate, beta: rate - beta, lambda rate, beta: rate * (1 - beta)),
            _both_ways(lambda rate, beta: rate / (1 - beta), lambda rate, beta: rate - beta),
        ),
        instead(
            "beta-itself",
            "beta is what is kept of the old velocity; how much of each slope does the average "
            "take in?",
            _both_ways(lambda rate, beta: rate / beta, lambda rate, beta: rate * beta),
            _both_ways(lambda rate, beta: rate * beta, lambda rate, beta: rate / beta),
        ),
        instead(
            "one-plus-beta",
            "1 + β belongs to slopes that go back and forth; what is asked for holds for all",
            _both_ways(lambda rate, beta: rate * (1 + beta), lambda rate, beta: rate / (1 + beta)),
            _both_ways(lambda rate, beta: rate / (1 + beta), lambda rate, beta: rate * (1 + beta)),
        ),
        asked("beta-fixed", "the caller chooses beta; yours is always the same", beta=[0.9, 0.75]),
        answered(
            "factor-for-rate",
            "that is the factor alone; the rate itself is wanted",
            lambda answer, rate: answer / rate,
        ),
        numbers.rounded(2, 3, 4, hint="do not round inside the function; rates may be small"),
        numbers.text(),
    ),
    atol=1e-10,
)
