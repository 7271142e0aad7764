"""rmsprop_step(w, s, g, lr, rho, eps): a step over the root of a running average of squares."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import Exercise, answered, asked
from course.checks.families.squares import (
    of_the_average,
    of_the_step_along_the_slope,
    over_the_root,
)
from course.checks.families.steps import unchanged, written
from course.checks.lesson_07.probes import ATOL, Drawn, examples, fresh


def average(s, g, rho):
    """Return a running average of squares after one more slope."""
    return rho * s + (1 - rho) * g**2


def step(
    w, s, g, lr, rho, eps, *, squares=average, moved=over_the_root, kept=unchanged, given=unchanged
):
    """Return (w, s) after one step: what is right."""
    s = kept(squares(s, g, rho))
    return given(w - moved(lr, g, s, eps)), s


def _question(drawn: Drawn, number: int) -> tuple:
    w, s, g = drawn.values(1, 3), drawn.squares(0.5, 6), drawn.slopes()
    lr, rho = drawn.scale * drawn.dial(0.2, 0.6), drawn.kept(number)
    return w, 0 * s if number == 1 else s, g, lr, rho, drawn.eps(number)


def one_memory() -> list[Callable]:
    """Return averages that take the squares of all weights together, in each of their forms."""
    together = (
        lambda g: np.mean(g**2),
        lambda g: np.sum(g**2),
        # These stop where the slopes are a table, and the second where they are one number.
        lambda g: np.dot(g, g),
        lambda g: g @ g,
    )
    return [lambda s, g, rho, of=of: rho * s + (1 - rho) * of(g) for of in together]


ONE_MEMORY = "each weight keeps its own average; do not average over the weights"

rmsprop_step = Exercise(
    name="rmsprop_step",
    points=(2, 2),
    reference=step,
    parts=("w", "s"),
    atol=ATOL,
    examples=examples(
        (np.array([1.0, -2.0]), np.array([16.0, 1.0]), np.array([3.0, -2.0]), 0.5, 0.8, 0.5),
        (2.0, 8.0, 4.0, 0.5, 0.75, 1.0),
        (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.5, 0.8, 0.5),
        (np.array([8, 6]), np.array([16, 2]), np.array([3, -4]), 0.5, 0.7, 0.5),
    ),
    draw=fresh(_question),
    mistakes=(
        *of_the_step_along_the_slope(),
        asked("rho-swapped", "rho is the part of the old that is kept", rho=lambda rho: 1 - rho),
        written(
            "old-not-faded",
            "the old memory must fade: which part of it is kept?",
            squares=lambda s, g, rho: s + (1 - rho) * g**2,
        ),
        written(
            "adagrad",
            "that is AdaGrad's sum; RMSprop lets the old squares fade",
            squares=lambda s, g, rho: s + g**2,
        ),
        written("no-memory", "the old memory is forgotten", squares=lambda s, g, rho: g**2),
        written(
            "no-old-memory",
            "the old memory is forgotten; today's square is only one part of the average",
            squares=lambda s, g, rho: (1 - rho) * g**2,
        ),
        written(
            "rho-on-both",
            "an average needs both parts: rho of the old, and the rest of the new",
            squares=lambda s, g, rho: rho * (s + g**2),
        ),
        written("one-memory-for-all", ONE_MEMORY, squares=one_memory()),
        asked(
            "rho-fixed", "the caller chooses rho; yours is always the same", rho=[0.9, 0.99, 0.5]
        ),
        answered(
            "bias-corrected",
            "that is a correction that Adam makes; RMSprop takes the average as it is",
            lambda after, w, g, lr, rho, eps: (
                w - over_the_root(lr, g, after[1] / (1 - rho), eps),
                after[1],
            ),
        ),
        *of_the_average(),
    ),
)
