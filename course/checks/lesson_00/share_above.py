"""share_above(x, limit): the mean of True and False."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.checks.lesson_00.masks import BELOW_300, like_prices


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        # Of an odd number of entries no share is that of the others.
        Probe((rng.permutation([*rng.integers(0, 9, size=8), 4]), 4), shows="another limit"),
        Probe((np.round(rng.normal(size=11), 2), 0.3), shows="numbers below zero, too"),
        # Here 0 is not the whole part of the share.
        Probe((rng.integers(5, 9, size=5), 4), shows="all of them"),
        like_prices(rng),
    ]


share_above = Exercise(
    name="share_above",
    points=(0, 0),
    reference=lambda x, limit: np.mean(x > limit),
    examples=(
        Probe((np.array([3, 8, 5, 9]), 5), shows="a half"),
        Probe((np.array([-1.5, 2.0, 0.5, 4.0]), 0.0), shows="three of four"),
        Probe((np.array([1, 2]), 7), shows="none at all"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "how-many",
            "that is how many there are; which part of all of them is it?",
            lambda x, limit: np.sum(x > limit),
        ),
        answered("percent", "a share is a number from 0 to 1", lambda share: 100 * share),
        answered("others", "that is the share of the others", lambda share: 1 - share),
        numbers.integer("`//` throws away the part after the point; a share lies in between"),
        instead(
            "mean-of-the-numbers",
            "that is the mean of the numbers; the mean of True and False is wanted",
            lambda x, limit: x[x > limit].mean() if np.any(x > limit) else np.nan,
            lambda x, limit: x.mean(),
        ),
        instead(
            "part-of-the-sum",
            "that is the part of their sum; how many are there, of how many?",
            lambda x, limit: x[x > limit].sum() / x.sum(),
        ),
        instead(
            "below",
            "that is the share of those below the limit; which sign picks those above?",
            lambda x, limit: np.mean(x < limit),
        ),
        asked(
            "limit-fixed",
            "the caller chooses the limit; yours is always the same",
            limit=[5, 0, 180],
        ),
        instead(
            "below-300-too",
            BELOW_300,
            lambda x, limit: np.mean((x > limit) & (x < 300)),
        ),
        instead(
            "divided-by-four",
            "the example has four entries, other arrays have not; by how many do you divide?",
            lambda x, limit: np.sum(x > limit) / 4,
        ),
        instead("or-equal", "above 5 does not mean 5", lambda x, limit: np.mean(x >= limit)),
    ),
)
