"""column_means(X): a mean along an axis."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((rng.integers(0, 9, size=(4, 3)),), shows="four rows"),
        Probe((rng.normal(size=(3, 5)).round(2),), shows="fractions"),
    ]


column_means = Exercise(
    name="column_means",
    points=(0, 0),
    reference=lambda X: np.mean(X, axis=0),
    examples=(
        Probe((np.array([[1, 20], [3, 40]]),), shows="two rows"),
        Probe((np.array([[0.5, 2.0, 1.0]]),), shows="a single row"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "row-means",
            "these are the means of the rows; which axis goes down the columns?",
            lambda X: np.mean(X, axis=1),
        ),
        instead("one-number", "each column has a mean of its own", lambda X: np.mean(X)),
        instead("sums", "the means are wanted, not the sums", lambda X: np.sum(X, axis=0)),
        instead(
            "divided-by-the-columns",
            "a column has as many entries as there are rows; by how many do you divide?",
            lambda X: np.sum(X, axis=0) / X.shape[1],
        ),
        instead(
            "divided-by-two",
            "the example has two rows, other tables have not; by how many do you divide?",
            lambda X: np.sum(X, axis=0) / 2,
        ),
        answered(
            "two-columns",
            "the example has two columns, other tables have more; which axis takes them all?",
            lambda means: means[:2],
        ),
        answered("rounded", "do not round inside the function", lambda means: np.round(means)),
    ),
)
