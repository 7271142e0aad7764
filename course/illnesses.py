"""Six runs, each with an illness that its loss curve shows (one of them is healthy).

Each is a real run of 120 steps. Its curve is the loss above the lowest possible one, as a part of
what it was at the start: 1 at the start, 0 at the minimum.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from course.descent import Path, descend
from course.landscapes import Function, parabola, plateau, quartic, ravine

STEPS = 120


@dataclass(frozen=True)
class Case:
    """One run.

    Attributes:
        illness: What is wrong with it, in the words of `ILLNESSES`.
        run: Makes the run.
    """

    illness: str
    run: Callable[[], Path]

    def curve(self) -> np.ndarray:
        """Return the loss above the minimum's after each step, over that of the start."""
        path = self.run()
        above = path.losses - path.landscape(path.landscape.minima[0])
        return above / above[0]


def _felt_with_noise(spread: float) -> Function:
    """Return the parabola's slope with Gaussian noise, the same in every run."""
    rng = np.random.default_rng(8)
    return lambda w: parabola.gradient(w) + spread * rng.normal(size=np.shape(w))


CASES = {
    "a": Case(
        "noise floor",
        lambda: descend(parabola, 2.0, 0.1, STEPS, gradient=_felt_with_noise(3.0)),
    ),
    "b": Case("too slow", lambda: descend(parabola, -1.0, 0.001, STEPS)),
    # Its bound is 1: each step here multiplies the distance by −1.01.
    "c": Case("diverges", lambda: descend(parabola, -1.0, 1.005, STEPS)),
    "d": Case("healthy", lambda: descend(ravine(25), [10.0, 2.0], 2 / 26, STEPS)),
    "e": Case("stuck on a plateau", lambda: descend(plateau, 3.0, 0.1, STEPS)),
    # Above the bound of that valley: a cycle of two places.
    "f": Case("oscillates", lambda: descend(quartic, -2.6, 0.072, STEPS)),
}

ILLNESSES = (
    "healthy",
    "too slow",
    "oscillates",
    "diverges",
    "noise floor",
    "stuck on a plateau",
)


def named(order: str = "abcdef") -> dict[str, Case]:
    """Return the cases as curve_a, curve_b, …

    Args:
        order: Which case is curve_a, which is curve_b, and so on.
    """
    return {f"curve_{a}": CASES[case] for a, case in zip(CASES, order, strict=True)}


def curves(order: str = "abcdef") -> dict[str, np.ndarray]:
    """Return the loss curve of every case, shape (121,), by its name; see `named`."""
    return {name: case.curve() for name, case in named(order).items()}
