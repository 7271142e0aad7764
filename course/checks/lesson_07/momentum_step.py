"""momentum_step(w, v, g, lr, beta): the velocity, and the weights that move with it."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, answered, asked, instead
from course.checks.families import steps
from course.checks.lesson_07.probes import ATOL, Drawn, examples, fresh


def step(w, v, g, lr, beta, *, kept=steps.unchanged, given=steps.unchanged):
    """Return (w, v) after one step: what is right."""
    v = kept(beta * v - lr * g)
    return given(w + v), v


def _question(drawn: Drawn, number: int) -> tuple:
    w, v, g = drawn.values(1, 3), drawn.values(0.3, 1), drawn.slopes()
    return w, abs(0 * v) if number == 1 else v, g, drawn.dial(0.05, 0.3), drawn.kept(number)


momentum_step = Exercise(
    name="momentum_step",
    points=(2, 2),
    reference=step,
    parts=("w", "v"),
    atol=ATOL,
    examples=examples(
        (np.array([1.0, -2.0]), np.array([0.5, 0.25]), np.array([3.0, -2.0]), 0.1, 0.9),
        (2.0, -0.7531, 4.0, 0.25, 0.61),
        (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.1, 0.9),
        (np.array([8, 6]), np.array([1, -2]), np.array([3, -4]), 0.1, 0.9),
    ),
    draw=fresh(_question),
    mistakes=(
        *steps.of_the_shapes(),
        asked(
            "slope-added",
            "the velocity must gain speed downhill, against the slope",
            lr=lambda lr: -lr,
        ),
        answered(
            "velocity-subtracted",
            "here the velocity already points the way the weights go",
            lambda after, w: (w - after[1], after[1]),
        ),
        instead(
            "velocity-uphill",
            "your weights may walk rightly, but your velocity points the other way; follow the "
            "signs of the statement",
            lambda w, v, g, lr, beta: (w - beta * v - lr * g, beta * v + lr * g),
        ),
        instead(
            "rate-outside-velocity",
            "that is the other spelling, with the rate outside the velocity; here the rate is "
            "inside",
            lambda w, v, g, lr, beta: (w - lr * (beta * v + g), beta * v + g),
        ),
        instead(
            "averaged",
            "that is the spelling with a running average; here the slope is not multiplied by "
            "1 − β",
            lambda w, v, g, lr, beta: (
                w - lr * (beta * v + (1 - beta) * g),
                beta * v + (1 - beta) * g,
            ),
        ),
        asked(
            "averaged-velocity",
            "the slope is multiplied by the rate alone, not by 1 − β as well",
            lr=lambda lr, beta: (1 - beta) * lr,
        ),
        answered(
            "old-velocity",
            "the weights move with the velocity; with the new one, or the one before?",
            lambda after, w, v: (w + v, after[1]),
        ),
        asked(
            "no-memory", "that is plain gradient descent; the old velocity is forgotten", beta=0.0
        ),
        answered(
            "velocity-not-used",
            "your weights take a plain gradient step; the velocity is worked out but never used",
            lambda after, w, g, lr: (w - lr * g, after[1]),
        ),
        answered(
            "slope-counted-twice",
            "the velocity holds the slope already; the weights need nothing else",
            lambda after, g, lr: (after[0] - lr * g, after[1]),
        ),
        asked(
            "no-friction",
            "the old velocity must lose a part of itself; where does beta belong?",
            beta=1.0,
        ),
        asked(
            "beta-swapped",
            "beta is the part that is kept; yours is the part that is lost",
            beta=lambda beta: 1 - beta,
        ),
        asked(
            "beta-on-both",
            "beta belongs to the old velocity alone; mind the brackets",
            lr=lambda lr, beta: beta * lr,
        ),
        answered(
            "beta-twice",
            "the old velocity has lost its part already; the weights take the whole new one",
            lambda after, w, beta: (w + beta * after[1], after[1]),
        ),
        asked(
            "velocity-reversed",
            "the old velocity goes on the way it went; no minus before beta",
            beta=lambda beta: -beta,
        ),
        asked("beta-fixed", "the caller chooses beta; yours is always the same", beta=[0.9, 0.5]),
        *steps.of_the_rate(),
        answered(
            "rate-twice",
            "the velocity holds the rate and the minus already; the weights move by it as it is",
            lambda after, w, lr: (w + lr * after[1], after[1]),
            lambda after, w, lr: (w - lr * after[1], after[1]),
        ),
        asked(
            "rate-and-beta-swapped",
            "which number belongs to the velocity, and which to the slope?",
            lr=lambda beta: beta,
            beta=lambda lr: lr,
        ),
        asked(
            "sign-of-the-slope",
            "use the slope itself, not its sign alone",
            g=[lambda g: np.sign(g), lambda g: g / np.abs(g)],
        ),
        answered(
            "nesterov",
            "that is Nesterov's step; plain momentum adds the velocity alone",
            lambda after, w, g, lr, beta: (w + beta * after[1] - lr * g, after[1]),
        ),
        *steps.of_the_results("the new velocity", lambda after, v: (after[0], v)),
        *steps.of_the_numbers(),
    ),
)
