"""draws(seed): a generator with a seed."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, instead


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [Probe((int(seed),), shows="other seeds") for seed in rng.integers(10, 99, size=3)]


draws = Exercise(
    name="draws",
    points=(0, 0),
    reference=lambda seed: np.random.default_rng(seed).normal(size=3),
    examples=(
        Probe((0,), shows="seed 0"),
        Probe((7,), shows="seed 7"),
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
        answered("one-number", "three numbers are wanted", lambda three: three[0]),
        instead(
            "old-generator",
            "that is NumPy's old generator; `np.random.default_rng` is asked for",
            lambda seed: np.random.RandomState(seed).normal(size=3),
        ),
    ),
)
