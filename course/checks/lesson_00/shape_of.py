"""shape_of(numbers): the shape of an array made from a list."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, rows = (int(v) for v in rng.integers(5, 9, size=2))
    return [
        Probe((rng.integers(0, 9, size=n).tolist(),), shows="another list"),
        Probe((rng.integers(0, 9, size=(rows, 3)).tolist(),), shows="another table"),
    ]


shape_of = Exercise(
    name="shape_of",
    points=(0, 0),
    reference=lambda numbers: np.array(numbers).shape,
    examples=(
        Probe(([3, 1, 4, 1],), shows="a list of four numbers"),
        Probe(([[1, 2, 3], [4, 5, 6]],), shows="a table of two rows"),
        Probe(([7.5],), shows="a list of one number"),
    ),
    draw=_fresh,
    form=lambda answer: [answer] if isinstance(answer, int) else answer,
    mistakes=(
        instead(
            "array-itself",
            "that is the array; its shape tells how long it is along each axis",
            lambda numbers: np.array(numbers),
        ),
        answered(
            "size",
            "that is how many numbers there are in all; the shape has one number for each axis",
            lambda shape: int(np.prod(shape)),
        ),
        answered(
            "axes",
            "that is how many axes there are; the shape tells how long each one is",
            lambda shape: len(shape),
        ),
        answered(
            "length",
            "that is one axis alone; a table has two",
            lambda shape: shape[0],
            lambda shape: shape[-1],
        ),
        answered(
            "one-axis-more",
            "that is the shape of a list in a list: is there a pair of square brackets too many, "
            "or a star, which puts what comes into a list of its own?",
            lambda shape: (1, *shape),
        ),
        answered("reversed", "the rows come first, then the columns", lambda shape: shape[::-1]),
    ),
)
