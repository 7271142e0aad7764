"""all_predictions(X, w): a weighted sum for each row, by `@`."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((rng.integers(0, 9, size=(4, 2)), rng.integers(1, 5, size=2)), shows="four rows"),
        Probe((rng.normal(size=(3, 4)).round(2), rng.normal(size=4).round(2)), shows="fractions"),
    ]


all_predictions = Exercise(
    name="all_predictions",
    points=(0, 0),
    reference=lambda X, w: X @ w,
    examples=(
        Probe((np.array([[1, 2], [3, 4], [5, 6]]), np.array([10, 1])), shows="three rows"),
        Probe((np.array([[0.5, 2.0, 1.0]]), np.array([4.0, 1.0, -3.0])), shows="a single row"),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "not-added-up",
            "`*` multiplies entry by entry and adds nothing up; which operator does both?",
            lambda X, w: X * w,
        ),
        answered(
            "one-number",
            "each row has a sum of its own",
            lambda sums: np.sum(sums),
        ),
        instead(
            "for-each-column",
            "that is a sum for each column; one for each row is wanted",
            lambda X, w: (X * w).sum(axis=0),
        ),
        answered(
            "first-only",
            "that is the first row's alone, and all are wanted: does a `return` end a loop too "
            "soon?",
            lambda sums: sums[0],
        ),
        instead(
            "two-columns",
            "the example has two columns, other tables have more; which operator takes them all?",
            lambda X, w: X[:, 0] * w[0] + X[:, 1] * w[1],
        ),
        instead("without-weights", "the weights are missing", lambda X, w: X.sum(axis=1)),
        answered("rounded", "do not round inside the function", lambda sums: np.round(sums)),
    ),
)
