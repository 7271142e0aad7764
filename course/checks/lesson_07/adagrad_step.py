"""adagrad_step(w, s, g, lr, eps): a step over the root of the sum of all squares."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise
from course.checks.families.squares import of_the_step_along_the_slope, over_the_root
from course.checks.families.steps import unchanged, written
from course.checks.lesson_07.probes import ATOL, Drawn, examples, fresh


def _sum(s, g):
    return s + g**2


def step(w, s, g, lr, eps, *, squares=_sum, moved=over_the_root, kept=unchanged, given=unchanged):
    """Return (w, s) after one step: what is right."""
    s = kept(squares(s, g))
    return given(w - moved(lr, g, s, eps)), s


def _question(drawn: Drawn, number: int) -> tuple:
    w, s, g = drawn.values(1, 3), drawn.squares(0.5, 6), drawn.slopes()
    lr, eps = drawn.scale * drawn.dial(0.2, 0.6), drawn.scale * drawn.dial(0.3, 0.9)
    return w, 0 * s if number == 1 else s, g, lr, eps


adagrad_step = Exercise(
    name="adagrad_step",
    points=(2, 2),
    reference=step,
    parts=("w", "s"),
    atol=ATOL,
    examples=examples(
        (np.array([1.0, -2.0]), np.array([16.0, 1.0]), np.array([3.0, -2.0]), 0.5, 0.5),
        (2.0, 9.0, 4.0, 0.5, 1.0),
        (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.5, 0.5),
        (np.array([8, 6]), np.array([16, 2]), np.array([3, -4]), 0.5, 0.5),
    ),
    draw=fresh(_question),
    mistakes=(
        *of_the_step_along_the_slope(),
        written("slope-not-squared", "the memory adds up squares", squares=lambda s, g: s + g),
        written("slope-doubled", "a square is g·g, not 2·g", squares=lambda s, g: s + 2 * g),
        written(
            "length-added",
            "the memory adds up squares, not lengths",
            squares=lambda s, g: s + np.abs(g),
        ),
        written(
            "no-memory",
            "today's square is added to the memory, it does not replace it",
            squares=lambda s, g: g**2,
        ),
        written(
            "memory-squared",
            "square the slope alone, not the sum of memory and slope",
            squares=lambda s, g: (s + g) ** 2,
        ),
        written(
            "memory-subtracted",
            "the memory adds up squares; yours takes them away",
            squares=lambda s, g: s - g**2,
        ),
        written(
            "one-memory-for-all",
            "each weight keeps its own sum; do not add them up over the weights",
            squares=[lambda s, g: s + np.sum(g**2), lambda s, g: s + np.mean(g**2)],
        ),
        written(
            "rmsprop",
            "that is RMSprop's running average; AdaGrad forgets nothing",
            squares=[
                lambda s, g, rho=rho: rho * s + (1 - rho) * g**2 for rho in (0.9, 0.99, 0.999)
            ],
        ),
    ),
)
