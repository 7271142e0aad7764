"""adam_step(w, m, v, g, t, lr, beta1, beta2, eps): two running averages, both corrected."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import Exercise, Mistake, Probe, answered, asked, instead
from course.checks.families import steps
from course.checks.families.squares import of_the_average, of_the_root, over_the_root
from course.checks.families.steps import unchanged, written
from course.checks.lesson_07.probes import ATOL, Drawn, examples, fresh
from course.checks.lesson_07.rmsprop_step import ONE_MEMORY, one_memory
from course.checks.lesson_07.rmsprop_step import average as _of_squares


def _average(m, g, beta):
    return beta * m + (1 - beta) * g


def _corrected(average, beta, t):
    return average / (1 - beta**t)


def _as_it_is(average, beta, t):
    return average


def step(
    w, m, v, g, t, lr, beta1, beta2, eps, *, slopes=_average, squares=_of_squares,
    m_hat=_corrected, v_hat=_corrected, moved=over_the_root, kept=unchanged, given=unchanged,
):  # fmt: skip
    """Return (w, m, v) after step number t: what is right."""
    m, v = kept(slopes(m, g, beta1)), kept(squares(v, g, beta2))
    return given(w - moved(lr, m_hat(m, beta1, t), v_hat(v, beta2, t), eps)), m, v


def _corrected_until(last: int) -> Callable:
    """Return a correction that is left out after the step `last`."""
    return lambda average, beta, t: average / (1 - beta**t) if t <= last else average


def _hats(label: str, hint: str, way: Callable) -> list[Mistake]:
    """Return the mistake of correcting both averages in another way, or one of them."""
    return [
        written(label, hint, m_hat=way, v_hat=way),
        written(label, hint, m_hat=way),
        written(label, hint, v_hat=way),
    ]


def _averages(label: str, hint: str, slopes: Callable, squares: Callable) -> list[Mistake]:
    """Return the mistake of making both averages in another way, or one of them."""
    return [
        written(label, hint, slopes=slopes, squares=squares),
        written(label, hint, slopes=slopes),
        written(label, hint, squares=squares),
    ]


def _slopes_with_beta2(w, m, v, g, t, lr, beta1, beta2, eps):
    """Return a step whose correction is right, but not the beta in its average of the slopes."""
    given = w, m, v, g, t, lr, beta1, beta2, eps
    return step(*given, slopes=lambda m, g, _: _average(m, g, beta2))


def _squares_with_beta1(w, m, v, g, t, lr, beta1, beta2, eps):
    given = w, m, v, g, t, lr, beta1, beta2, eps
    return step(*given, squares=lambda v, g, _: _of_squares(v, g, beta1))


def _all_steps_again(w, m, v, g, t, lr, beta1, beta2, eps):
    """Return where steps 1 to t lead, all with the slope of step t."""
    for number in range(1, t + 1):
        w, m, v = step(w, m, v, g, number, lr, beta1, beta2, eps)
    return w, m, v


def _moved(along: Callable) -> Callable:
    """Return the change of an answer in which the weights go along something else."""
    return lambda after, w, g, t, lr, beta1, beta2, eps: (
        w - along(lr, after[1], after[2], g, 1 - beta1**t, 1 - beta2**t, eps),
        *after[1:],
    )


def _question(drawn: Drawn, number: int, *, memory: bool = False) -> tuple:
    w, m, v = drawn.values(1, 3), drawn.values(0.4, 1), drawn.squares(0.5, 12)
    if number == 1 and not memory:
        m, v = abs(0 * m), 0 * v
    t = int(drawn.rng.integers(*((7, 15) if drawn.whole else (3, 6)))) if number > 2 else number
    lr, eps = drawn.scale * drawn.dial(0.2, 0.6), drawn.eps(number)
    return w, m, v, drawn.slopes(), t, lr, drawn.dial(0.5, 0.65), drawn.dial(0.7, 0.85), eps


def _late(drawn: Drawn) -> tuple:
    """Return a question after more than a hundred steps, whose correction still counts."""
    w, m, v, g, _, lr, _, _, eps = _question(drawn, 3)
    return w, m, v, g, int(drawn.rng.integers(120, 180)), lr, 0.99, 0.995, eps


def _fresh(rng: np.random.Generator) -> list[Probe]:
    drawn = Drawn(rng, (3,))
    return [
        *fresh(_question)(rng),
        Probe(_question(drawn, 1, memory=True), shows="t = 1 with a memory", weight=0.5),
        Probe(_late(drawn), shows="a late step, with betas near 1", weight=0.5),
    ]


NO_END = (
    "the correction is the same formula at every step: it becomes 1 by itself, and needs no step "
    "from which on it is another"
)
ONE_BETA = "beta1 belongs to the slopes, beta2 to their squares; you use one for both"

TWO, SLOPES = np.array([1.0, -2.0]), np.array([3.0, -2.0])

adam_step = Exercise(
    name="adam_step",
    points=(3, 3),
    reference=step,
    parts=("w", "m", "v"),
    atol=ATOL,
    examples=examples(
        (TWO, np.array([0.5, 0.25]), np.array([4.0, 1.0]), SLOPES, 3, 0.5, 0.6, 0.8, 0.5),
        (2.0, 0.5, 2.0, -4.0, 2, 0.5, 0.5, 0.75, 1.0),
        (TWO, np.zeros(2), np.zeros(2), SLOPES, 1, 0.5, 0.6, 0.8, 0.5),
        (*np.array([[8, 6], [1, -2], [4, 2], [3, -4]]), 2, 0.5, 0.6, 0.8, 0.5),
    ),
    draw=_fresh,
    mistakes=(
        *of_the_root(),
        written(
            "no-bias-correction",
            "both averages begin at zero and are too small at first; what puts that right?",
            m_hat=_as_it_is,
            v_hat=_as_it_is,
        ),
        written("only-m-corrected", "v is too small at first, too", v_hat=_as_it_is),
        written("only-v-corrected", "m is too small at first, too", m_hat=_as_it_is),
        *_hats(
            "power-missing",
            "the correction changes with the step; where does t belong?",
            lambda average, beta, t: average / (1 - beta),
        ),
        *_hats(
            "times-t",
            "t is a power in the correction, not a factor",
            lambda average, beta, t: average / (1 - beta * t),
        ),
        *_hats(
            "power-of-the-bracket",
            "mind the brackets: the power belongs to beta alone",
            lambda average, beta, t: average / (1 - beta) ** t,
        ),
        *_hats(
            "correction-brackets-missing",
            "mind the brackets: an average `/ 1 - a` is divided by 1, and then a is taken away",
            lambda average, beta, t: average / 1 - beta**t,
        ),
        *_hats(
            "one-minus-missing",
            "the correction divides by what the average has taken in so far: 1 minus what?",
            lambda average, beta, t: average / beta**t,
        ),
        *_hats(
            "correction-multiplied",
            "the averages are too small at first; must they be divided or multiplied by "
            "something below 1?",
            lambda average, beta, t: average * (1 - beta**t),
        ),
        *(
            mistake
            for last in (1, 10, 100)
            for mistake in _hats("corrected-at-early-steps-only", NO_END, _corrected_until(last))
        ),
        asked(
            "corrected-at-early-steps-only",
            NO_END,
            t=[lambda t, last=last: min(t, last) for last in (10, 100, 5, 20, 50)],
        ),
        asked("t-from-zero", "use t as it is given: the first step has t = 1", t=lambda t: t - 1),
        asked("t-plus-one", "use t as it is given: the first step has t = 1", t=lambda t: t + 1),
        # As Keras has it, which counts steps from 0 and adds eps before the correction.
        asked(
            "t-plus-one",
            "use t as it is given: the first step has t = 1",
            t=lambda t: t + 1,
            eps=lambda t, beta2, eps: eps / np.sqrt(1 - beta2 ** (t + 1)),
        ),
        answered(
            "corrected-returned",
            "the corrected averages are for this step only; the next step needs them uncorrected",
            lambda after, t, beta1, beta2: (
                after[0],
                _corrected(after[1], beta1, t),
                _corrected(after[2], beta2, t),
            ),
            lambda after, t, beta1: (after[0], _corrected(after[1], beta1, t), after[2]),
            lambda after, t, beta2: (*after[:2], _corrected(after[2], beta2, t)),
        ),
        # The paper's faster form adds eps to the root of the uncorrected v.
        asked(
            "eps-before-correction",
            "some libraries add eps before the correction; here it comes after",
            eps=lambda t, beta2, eps: eps / np.sqrt(1 - beta2**t),
        ),
        asked(
            "betas-swapped",
            "beta1 belongs to the slopes, beta2 to their squares",
            beta1=lambda beta2: beta2,
            beta2=lambda beta1: beta1,
        ),
        answered(
            "corrections-swapped",
            "each average is corrected with its own beta",
            _moved(lambda lr, m, v, g, b1, b2, eps: over_the_root(lr, m / b2, v / b1, eps)),
            _moved(lambda lr, m, v, g, b1, b2, eps: over_the_root(lr, m / b2, v / b2, eps)),
            _moved(lambda lr, m, v, g, b1, b2, eps: over_the_root(lr, m / b1, v / b1, eps)),
        ),
        asked("one-beta-for-both", ONE_BETA, beta2=lambda beta1: beta1),
        asked("one-beta-for-both", ONE_BETA, beta1=lambda beta2: beta2),
        instead("one-beta-for-both", ONE_BETA, _slopes_with_beta2, _squares_with_beta1),
        *_averages(
            "weights-of-average-swapped",
            "beta is the part of the old average that is kept",
            lambda m, g, beta: (1 - beta) * m + beta * g,
            lambda v, g, beta: (1 - beta) * v + beta * g**2,
        ),
        written(
            "not-averages",
            "an average needs both parts: beta of the old, and the rest of the new",
            slopes=lambda m, g, beta: beta * m + g,
            squares=[lambda v, g, beta: beta * v + g**2, _of_squares],
        ),
        *_averages(
            "beta-on-both",
            "an average needs both parts: beta of the old, and the rest of the new",
            lambda m, g, beta: beta * (m + g),
            lambda v, g, beta: beta * (v + g**2),
        ),
        written(
            "brackets-missing",
            "mind the brackets: `1 - beta * g` multiplies before it subtracts",
            slopes=lambda m, g, beta: beta * m + 1 - beta * g,
            squares=[_of_squares, lambda v, g, beta: beta * v + 1 - beta * g**2],
        ),
        instead(
            "v-from-m",
            "v averages the squares of the slopes, not of their average",
            lambda w, m, v, g, t, lr, beta1, *rest: step(
                *(w, m, v, g, t, lr, beta1, *rest),
                squares=lambda v, g, beta2: _of_squares(v, _average(m, g, beta1), beta2),
            ),
        ),
        instead(
            "all-steps-again",
            "take one step, the one with number t: m and v know the steps before it, so no loop",
            _all_steps_again,
        ),
        written("one-memory-for-all", ONE_MEMORY, squares=one_memory()),
        written(
            "slope-subtracted",
            "m averages the slopes with their own sign; the minus comes in the step",
            slopes=lambda m, g, beta: beta * m - (1 - beta) * g,
        ),
        answered(
            "slope-for-average",
            "the step goes along the average of the slopes, not along today's slope alone",
            _moved(lambda lr, m, v, g, b1, b2, eps: over_the_root(lr, g, v / b2, eps)),
        ),
        answered(
            "old-moments-used",
            "the step must see today's slope: use the new averages",
            lambda after, w, m, v, t, lr, beta1, beta2, eps: (
                w - over_the_root(lr, m / (1 - beta1**t), v / (1 - beta2**t), eps),
                *after[1:],
            ),
        ),
        asked(
            "memories-forgotten",
            "the old averages are forgotten; today's slope is only one part of them",
            m=lambda m: 0 * m,
            v=lambda v: 0 * v,
        ),
        written(
            "corrected-after-root",
            "correct v first, then take its root",
            v_hat=lambda average, beta, t: average / (1 - beta**t) ** 2,
        ),
        asked(
            "betas-fixed",
            "the caller chooses the betas; yours are always 0.9 and 0.999",
            beta1=0.9,
            beta2=0.999,
        ),
        answered(
            "memories-in-wrong-order",
            "the order is: weights, average of the slopes, average of the squares",
            lambda after: (after[0], after[2], after[1]),
        ),
        *of_the_average(),
        *steps.of_the_results("the new m and the new v", lambda after, m, v: (after[0], m, v)),
    ),
)
