"""What AdaGrad, RMSprop and Adam share: squares that are kept, and a root to divide by."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Mistake, answered, asked
from course.checks.families import numbers, steps
from course.checks.families.steps import written


def over_the_root(lr, a, s, eps):
    """Return what is taken from the weights: `a` over the root of `s`."""
    return lr * a / (np.sqrt(s) + eps)


def of_the_root() -> list[Mistake]:
    """Return the mistakes around the root, of a reference that calls it `moved`."""
    return [
        *steps.of_the_shapes(),
        steps.math_sqrt(),
        asked(
            "uphill",
            "your weights move with the slope, which is uphill; which sign takes them down?",
            lr=lambda lr: -lr,
        ),
        written(
            "eps-multiplied",
            "eps is added to the root, so that you never divide by zero",
            moved=[
                lambda lr, a, s, eps: lr * a / (np.sqrt(s) * eps),
                lambda lr, a, s, eps: lr * a / np.sqrt(s) * eps,
            ],
        ),
        written(
            "eps-inside-root",
            "eps is added to the root, not under it",
            moved=[
                lambda lr, a, s, eps: lr * a / np.sqrt(s + eps),
                lambda lr, a, s, eps: lr * a / np.sqrt(s + eps**2),
            ],
        ),
        written(
            "half-for-root",
            numbers.HALF,
            moved=lambda lr, a, s, eps: lr * a / (s / 2 + eps),
        ),
        written(
            "root-missing",
            "squares stand below the line; what brings them back to the scale of a slope?",
            moved=lambda lr, a, s, eps: lr * a / (s + eps),
        ),
        written(
            "eps-outside-fraction",
            "mind the brackets: root and eps together are below the line",
            moved=[
                lambda lr, a, s, eps: lr * a / np.sqrt(s) + eps,
                lambda lr, a, s, eps: lr * (a / np.sqrt(s) + eps),
            ],
        ),
        written(
            "eps-after-division",
            "mind the brackets: Python divides before it adds, and `w - a / b + eps` adds eps "
            "to the weights",
            moved=lambda lr, a, s, eps: lr * a / np.sqrt(s) - eps,
        ),
        written(
            "multiplied-by-root",
            "where slopes were large, the same slope makes a shorter step: divide, not multiply",
            moved=lambda lr, a, s, eps: lr * a * (np.sqrt(s) + eps),
        ),
        written(
            "integer",
            "`//` throws away the part after the point",
            moved=[
                lambda lr, a, s, eps: lr * a // (np.sqrt(s) + eps),
                lambda lr, a, s, eps: lr * (a // (np.sqrt(s) + eps)),
            ],
        ),
        asked(
            "eps-missing",
            "the caller's eps does not change your answer; where does it belong?",
            eps=0.0,
        ),
        written(
            "larger-for-sum",
            "eps is added to the root; which of the two does yours divide by?",
            moved=lambda lr, a, s, eps: lr * a / np.maximum(np.sqrt(s), eps),
        ),
        answered(
            "plain-step",
            "that is a plain gradient step; what you remember is worked out but never used",
            lambda after, w, g, lr: (w - lr * g, *after[1:]),
        ),
        answered(
            "eps-in-memory",
            "the memory holds squared slopes alone; eps belongs to the step",
            lambda after, eps: (*after[:-1], after[-1] + eps),
        ),
        answered(
            "root-in-memory",
            "keep the memory as it is, without a root; the root is for the step",
            lambda after: (*after[:-1], np.sqrt(after[-1])),
        ),
        *steps.of_the_rate(),
        *steps.of_the_numbers(),
    ]


def of_the_step_along_the_slope() -> list[Mistake]:
    """Return the mistakes of a step that has the slope above the line, and a memory `s`."""
    return [
        answered(
            "old-memory-used",
            "the step divides by the memory; has it seen today's slope yet?",
            lambda after, w, s, g, lr, eps: (w - over_the_root(lr, g, s, eps), after[1]),
        ),
        written(
            "multiplied-after-division",
            "mind the brackets: `g / np.sqrt(s) + eps` does not divide by the whole sum",
            moved=lambda lr, a, s, eps: lr * (a / np.sqrt(s) + eps),
        ),
        written(
            "sign-of-the-slope",
            "use the slope itself above the line, not its sign alone",
            moved=lambda lr, a, s, eps: over_the_root(lr, np.sign(a), s, eps),
        ),
        written(
            "slope-squared-in-step",
            "the square is for the memory; above the line stands the slope itself",
            moved=lambda lr, a, s, eps: over_the_root(lr, a**2, s, eps),
        ),
        written(
            "slope-missing-in-step",
            "the slope itself is missing above the line",
            moved=lambda lr, a, s, eps: over_the_root(lr, 1, s, eps),
        ),
        *of_the_root(),
        *steps.of_the_results("the new memory", lambda after, s: (after[0], s)),
    ]


def of_the_average() -> list[Mistake]:
    """Return the mistakes in a running average of squares: `squares` of memory, slope and part."""
    return [
        written(
            "slope-not-squared",
            "the average is one of squares; where do you square the slope?",
            squares=lambda s, g, rho: rho * s + (1 - rho) * g,
        ),
        written(
            "slope-doubled",
            "a square is g·g, not 2·g",
            squares=lambda s, g, rho: rho * s + (1 - rho) * 2 * g,
        ),
        written(
            "length-averaged",
            "the memory averages squares, not lengths",
            squares=lambda s, g, rho: rho * s + (1 - rho) * np.abs(g),
        ),
        written(
            "brackets-missing",
            "mind the brackets: in `1 - a * b` Python multiplies first",
            squares=lambda s, g, rho: rho * s + 1 - rho * g**2,
        ),
        # It may come out below zero, and a sign that is dropped makes a root possible.
        written(
            "brackets-missing",
            "mind the brackets: in `1 - a * b` Python multiplies first",
            squares=lambda s, g, rho: rho * s + 1 - rho * g**2,
            moved=lambda lr, a, s, eps: over_the_root(lr, a, np.abs(s), eps),
        ),
        written(
            "not-an-average",
            "an average needs both parts: one of the old, and the rest of the new",
            squares=lambda s, g, rho: rho * s + g**2,
        ),
        written(
            "rho-squared",
            "square the slope alone; mind the brackets",
            squares=lambda s, g, rho: rho * s + ((1 - rho) * g) ** 2,
        ),
        written(
            "square-of-the-average",
            "average the squares; you square what is averaged",
            squares=lambda s, g, rho: (rho * s + (1 - rho) * g) ** 2,
        ),
    ]
