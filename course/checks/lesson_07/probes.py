"""Questions to a step: arrays and single numbers; a first step; whole, tiny and long numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import LONG, Probe

# Answers are of the order of 1: float32 is right to about this.
ATOL = 1e-6
# How much smaller the tiny numbers are; a memory of squares is smaller by its square.
TINY = 0.01


def examples(two: tuple, single: tuple, first: tuple, whole: tuple) -> tuple[Probe, ...]:
    """Return what a step is asked first."""
    return (
        Probe(two, shows="two weights with a memory"),
        Probe(single, shows="plain numbers"),
        Probe(first, shows="the very first step", weight=0.5),
        Probe(whole, shows="whole numbers", weight=0.5),
    )


class Drawn:
    """Draws the arguments of one question, all of one shape and kind."""

    def __init__(
        self,
        rng: np.random.Generator,
        shape: tuple,
        *,
        whole: bool = False,
        tiny: bool = False,
        long: bool = False,
    ) -> None:
        """Take the generator, the shape, and whether numbers are whole, tiny, or slopes long."""
        self.rng, self.shape, self.whole = rng, shape, whole
        self.scale = TINY if tiny else 1
        self.length = LONG if long else 1

    def values(self, low: float, high: float):
        """Return numbers of either sign and of three digits, or whole ones."""
        return self._formed(self._sizes(low, high) * self.rng.choice([-1, 1], size=self.shape))

    def squares(self, low: float, high: float):
        """Return numbers above zero, for a memory of squares."""
        return self._formed(self._sizes(low, high) * self.scale)

    def slopes(self):
        """Return slopes of both signs and unequal lengths, none of them near 0 or ±1.

        The last of several whole ones is 0.
        """
        sizes = self.rng.integers(3, 8, self.shape) if self.whole else self._sizes(1.3, 3)
        if self.whole and self.shape:
            sizes[..., -1] = 0
        sizes = sizes * self.length
        return self._formed(sizes * (-1) ** np.arange(np.size(sizes)).reshape(self.shape))

    def dial(self, low: float, high: float) -> float:
        """Return one number of three digits, the same for all weights."""
        return round(float(self.rng.uniform(low, high)), 3)

    def kept(self, number: int) -> float:
        """Return the part of a memory that is kept, at step 2 one that is nearer to 1."""
        return self.dial(0.93, 0.98) if number == 2 else self.dial(0.6, 0.85)

    def eps(self, number: int) -> float:
        """Return an eps, at step 2 one that is larger than the root of most squares."""
        return self.scale * (self.dial(3, 5) if number == 2 else self.dial(0.3, 0.9))

    def _sizes(self, low: float, high: float):
        if self.whole:
            # Below the square of the smallest slope: a memory of just that would stay what it is.
            return self.rng.integers(1, 9, size=self.shape)
        return np.round(self.rng.uniform(low, high, size=self.shape), 3) * self.scale

    def _formed(self, values):
        return values if self.shape else np.asarray(values).item()


def fresh(question: Callable) -> Callable:
    """Return what draws the probes of a step.

    Args:
        question: (Drawn, number of the step) to the arguments; before step 1 the memory is 0.
    """

    def draw(rng: np.random.Generator) -> list[Probe]:
        def ask(shape, shows, step=3, weight=1.0, **kind):
            return Probe(question(Drawn(rng, shape, **kind), step), {}, shows, weight=weight)

        return [
            ask((4,), "four weights with a memory"),
            ask((), "plain numbers"),
            ask((2, 3), "a table of weights", step=2),
            ask((3,), "the very first step", step=1, weight=0.5),
            ask((3,), "whole numbers", weight=0.5, whole=True),
            ask((), "single whole numbers", step=2, weight=0.5, whole=True),
            ask((2, 1, 2), "tiny numbers, in all their digits", weight=0.5, tiny=True),
            ask((3,), "very long slopes", weight=0.5, long=True),
        ]

    return draw
