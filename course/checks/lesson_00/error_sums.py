"""error_sums(X, error): a weighted sum for each column, by the transpose."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((rng.integers(0, 9, size=(4, 2)), rng.integers(-5, 5, size=4)), shows="four rows"),
        Probe((rng.normal(size=(3, 5)).round(2), rng.normal(size=3).round(2)), shows="fractions"),
    ]


error_sums = Exercise(
    name="error_sums",
    points=(0, 0),
    reference=lambda X, error: X.T @ error,
    examples=(
        Probe((np.array([[1, 2], [3, 4], [5, 6]]), np.array([1, 0, -1])), shows="three rows"),
        Probe((np.array([[0.5, 2.0]]), np.array([4.0])), shows="a single row"),
    ),
    draw=_fresh,
    mistakes=(
        answered("other-sign", "the errors keep their sign", lambda sums: -sums),
        answered("one-number", "each column has a sum of its own", lambda sums: np.sum(sums)),
        answered(
            "mean",
            "the sums are wanted, not their means",
            lambda sums, error: sums / len(error),
        ),
        instead(
            "nothing-added-up",
            "`*` multiplies entry by entry and adds nothing up; which operator does both?",
            lambda X, error: X.T * error,
            lambda X, error: (X.T * error).T,
        ),
        instead(
            "for-each-row",
            "that is a sum for each row; one for each column is wanted",
            lambda X, error: (X.T * error).sum(axis=0),
        ),
        answered(
            "two-columns",
            "the example has two columns, other tables have more; which operator takes them all?",
            lambda sums: sums[:2],
        ),
        instead(
            "sums-multiplied",
            "multiply each row by its own error first, then add up: that is not the product of "
            "two sums",
            lambda X, error: X.sum(axis=0) * error.sum(),
            lambda X, error: X.sum() * error.sum(),
        ),
        instead(
            "without-errors",
            "that is the sum of each column; the errors are missing",
            lambda X, error: X.sum(axis=0),
        ),
    ),
)
