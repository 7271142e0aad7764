"""draws(seed): a generator with a seed."""

from __future__ import annotations

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Exercise, Probe, answered, instead, spotted
from course.checks.families import numbers


def _differs(one: object, other: object) -> bool:
    """Return whether two answers to one question are three different numbers."""
    first, second = numeric(one), numeric(other)
    return (
        first is not None
        and second is not None
        and first.shape == second.shape == (3,)
        and not np.allclose(first, second)
    )


def _fresh(rng: np.random.Generator) -> list[Probe]:
    first, *others = (int(seed) for seed in rng.integers(10, 99, size=3))
    # A seed that comes again, to see whether a generator is kept from the first time.
    return [
        *(Probe((seed,), shows="other seeds", more=1) for seed in (first, *others)),
        Probe((first,), shows="a seed once more", more=1),
    ]


draws = Exercise(
    name="draws",
    points=(0, 0),
    reference=lambda seed: np.random.default_rng(seed).normal(size=3),
    examples=(
        Probe((0,), shows="seed 0", more=1),
        Probe((7,), shows="seed 7", more=1),
    ),
    draw=_fresh,
    mistakes=(
        instead(
            "seed-fixed",
            "the caller chooses the seed; yours is always the same",
            *(lambda seed, s=s: np.random.default_rng(s).normal(size=3) for s in (0, 1, 42)),
        ),
        instead(
            "uniform",
            "these lie between 0 and 1: `normal` draws around 0",
            lambda seed: np.random.default_rng(seed).random(3),
            lambda seed: np.random.default_rng(seed).uniform(size=3),
        ),
        instead(
            "mean-for-size",
            "`normal(3)` draws one number around 3; how many is told by name, `size=3`",
            lambda seed: np.random.default_rng(seed).normal(3),
        ),
        answered("one-number", "three numbers are wanted", lambda three: three[0]),
        numbers.rounded(2, 3, 4, 1, 0),
        instead(
            "old-generator",
            "that is NumPy's old generator; `np.random.default_rng` is asked for",
            lambda seed: np.random.RandomState(seed).normal(size=3),
        ),
        instead(
            "new-generator-each-time",
            "each generator with this seed begins again; make one, and draw three numbers from it",
            lambda seed: [np.random.default_rng(seed).normal() for _ in range(3)],
        ),
        instead(
            "drawn-before",
            "something has been drawn before your three: a generator goes on where it was, it "
            "does not begin again",
            *(
                lambda seed, k=k: np.random.default_rng(seed).normal(size=k + 3)[k:]
                for k in (3, 1, 2)
            ),
        ),
        spotted(
            "no-seed",
            "the same seed must give the same numbers: is the generator made inside the function, "
            "with `seed`?",
            lambda call: _differs(call.result, call.again),
        ),
    ),
)
