"""rows_for_noise(m, noise, wanted): how large a batch must be for the noise that is wanted."""

from __future__ import annotations

import math

import numpy as np

from course.checks.exercise import Exercise, Probe, asked, instead
from course.checks.families import numbers
from course.scratch import ANYTHING


def rows(m, noise, wanted):
    """Return how many rows have the noise `wanted`: what is right."""
    return m * (noise / wanted) ** 2


def _small(noise: float) -> float:
    """Return a noise a thousand times smaller, as short to read."""
    return float(f"{noise / 1000:.3g}")


def _fresh(rng: np.random.Generator) -> list[Probe]:
    m, noise = int(rng.integers(5, 60)), round(float(rng.uniform(0.4, 2)), 3)
    return [
        Probe((m, noise, round(noise / float(rng.uniform(3, 9)), 3)), shows="a quieter batch"),
        Probe((m, noise, round(noise * float(rng.uniform(1.3, 2)), 3)), shows="a louder batch"),
        Probe(
            (40 * m, noise, round(noise * float(rng.uniform(4, 6)), 3)),
            shows="a far louder batch",
            weight=0.5,
        ),
        Probe(
            (m, _small(noise), _small(noise / float(rng.uniform(3, 9)))),
            shows="small noises, in all their digits",
            weight=0.5,
        ),
        Probe((m, int(rng.integers(12, 20)), int(rng.integers(2, 9))), shows="whole numbers"),
    ]


def _halved(m, noise, wanted):
    """Return four times the rows for each time that the noise is halved."""
    while noise > wanted:
        m, noise = 4 * m, noise / 2
    return m


rows_for_noise = Exercise(
    name="rows_for_noise",
    points=(1, 1),
    reference=rows,
    examples=(
        Probe((10, 0.6, 0.3), shows="half the noise"),
        Probe((32, 1.5, 0.1), shows="a fifteenth of the noise"),
        Probe((50, 2, 3), shows="more noise is allowed, in whole numbers"),
    ),
    draw=_fresh,
    # The statement forbids nothing.
    may_use=ANYTHING,
    mistakes=(
        instead(
            "in-proportion",
            "twice as many rows do not halve the noise: by what does it become smaller?",
            lambda m, noise, wanted: m * noise / wanted,
        ),
        asked(
            "wrong-way",
            "does less noise take more rows or fewer?",
            noise=lambda wanted: wanted,
            wanted=lambda noise: noise,
        ),
        instead(
            "wrong-way-in-proportion",
            "less noise takes more rows, and twice as many do not halve it",
            lambda m, noise, wanted: m * wanted / noise,
        ),
        instead(
            "root",
            "from rows to noise it is a root; from noise to rows it goes the other way",
            lambda m, noise, wanted: m * math.sqrt(noise / wanted),
            lambda m, noise, wanted: m / math.sqrt(noise / wanted),
        ),
        asked(
            "times-as-many",
            "that is how many times as many rows are needed; start from `m`",
            m=1,
        ),
        instead(
            "twice-for-squared",
            "two times a number is not its square",
            lambda m, noise, wanted: 2 * m * noise / wanted,
        ),
        instead(
            "more-rows",
            "that is how many rows come on top; asked for is how many the batch has then",
            lambda m, noise, wanted: rows(m, noise, wanted) - m,
        ),
        instead(
            "never-fewer",
            "where more noise is wanted than there is, fewer rows than `m` are enough",
            lambda m, noise, wanted: max(m, rows(m, noise, wanted)),
        ),
        instead(
            "whole-halvings",
            "the noise is not only halved and halved again: what holds for a third of it, say?",
            _halved,
        ),
        instead(
            "wanted-forgotten",
            "the noise that is wanted belongs in, too",
            lambda m, noise, wanted: m * noise**2,
            lambda m, noise, wanted: m / noise**2,
        ),
        instead(
            "noise-forgotten",
            "how noisy `m` rows are belongs in, too",
            lambda m, noise, wanted: m / wanted**2,
            lambda m, noise, wanted: m * wanted**2,
        ),
        instead(
            "noise-of-one",
            "`noise` is that of `m` rows, not of one",
            lambda m, noise, wanted: (noise / wanted) ** 2 / m,
        ),
        instead(
            "rounded-up",
            "rows come in whole numbers, but asked for is the number before it is rounded",
            lambda m, noise, wanted: math.ceil(rows(m, noise, wanted)),
        ),
        numbers.rounded(*range(4), hint="asked for is the number before it is rounded"),
        numbers.integer(),
        instead(
            "ratio-rounded-down",
            "`//` and `int` throw away the part after the point; squaring comes too late for it",
            lambda m, noise, wanted: m * (noise // wanted) ** 2,
            lambda m, noise, wanted: m * int(noise / wanted) ** 2,
        ),
        numbers.text(),
    ),
)
