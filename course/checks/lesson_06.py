"""Exercises of lesson 06: steps of momentum, AdaGrad, RMSprop, Adam, and an article's Adam."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from course import optimizers
from course.checks.engine import Call, Exercise, Mistake, Probe

LESSON = "06_momentum_and_adam"

# Answers are of the order of 1: float32 is right to about this.
ATOL = 1e-6


def _reference(rule: optimizers.Optimizer, w, state: tuple, g, lr, t=1) -> tuple:
    """Return (w, *state) after one step of `rule`."""
    step, state = rule.update(g, state, w, lr, t)
    return w + step, *state


def _drawn(rng: np.random.Generator, shape, low: float, high: float):
    """Return numbers of three digits between `low` and `high`: an array, or a float for ()."""
    values = np.round(rng.uniform(low, high, size=shape), 3)
    return float(values) if shape == () else values


def _slopes(rng: np.random.Generator, shape):
    """Return slopes of both signs and unequal lengths, none of them near 0 or ±1."""
    size = _drawn(rng, shape, 1.3, 3.0)
    signs = (-1.0) ** np.arange(np.size(size)).reshape(shape)
    return float(size) if shape == () else signs * size


def _rounded(call: Call, digits: int = 4) -> bool:
    """Return whether the answer is right but for being rounded to `digits` digits or fewer."""
    try:
        got = [np.asarray(part, dtype=float) for part in call.result]
        wanted = [np.asarray(part, dtype=float) for part in call.expected]
        return len(got) == len(wanted) and all(
            np.array_equal(one, np.round(one, digits)) and np.max(np.abs(one - other)) < 0.06
            for one, other in zip(got, wanted, strict=True)
        )
    except (TypeError, ValueError):
        return False


def _only_arrays(value) -> None:
    if np.ndim(value) == 0:
        raise TypeError


def _uphill(name: str, right: Callable) -> Mistake:
    def wrong(*args):
        w, *state = right(*args)
        return 2 * args[0] - w, *state

    return Mistake(
        f"{name}.uphill",
        "your weights move with the slope, which is uphill; which sign takes them down?",
        wrong,
    )


def _common(name: str, right: Callable, memories: str) -> tuple[Mistake, ...]:
    """Return the mistakes that every one-step rule shares.

    Args:
        name: The exercise.
        right: Its reference.
        memories: What it returns after the weights, in words.
    """
    many = memories.count(" and ") + 1

    def kept(*args):
        return right(*args)[0], *args[1 : 1 + many]

    def arrays_only(*args):
        _only_arrays(args[0])
        return right(*args)

    def no_copy(*args):
        if np.ndim(args[0]) == 0:
            raise AttributeError
        return right(*args)

    return (
        Mistake(
            f"{name}.memory-not-returned",
            f"return {memories} as well as the weights: the next step needs them",
            lambda *args: right(*args)[0],
        ),
        Mistake(
            f"{name}.weights-not-returned",
            f"return the new weights first, then {memories}",
            lambda *args: right(*args)[1] if many == 1 else right(*args)[1:],
        ),
        Mistake(
            f"{name}.memory-not-updated",
            f"you return {memories} as they came in; the next step needs the new ones",
            kept,
        ),
        Mistake(
            f"{name}.weights-not-updated",
            "you return the weights as they came in",
            lambda *args: (args[0], *right(*args)[1:]),
        ),
        Mistake(
            f"{name}.swapped-results",
            f"the order is: weights first, then {memories}",
            lambda *args: (*right(*args)[1:], right(*args)[0]),
        ),
        Mistake(
            f"{name}.returned-step",
            "you return the step; the weights after the step are asked for",
            lambda *args: (right(*args)[0] - args[0], *right(*args)[1:]),
        ),
        Mistake(
            f"{name}.rounded",
            "do not round inside the function; rounding is for printing",
            spot=_rounded,
        ),
        Mistake(
            f"{name}.arrays-only",
            "single numbers have no length and no index; NumPy's arithmetic needs no loop "
            "and takes both",
            arrays_only,
        ),
        Mistake(
            f"{name}.copy-of-a-number",
            "a plain number has no `.copy()`; `w = w - …` makes a new one anyway",
            no_copy,
        ),
    )


def _math_sqrt(name: str, right: Callable) -> Mistake:
    def wrong(*args):
        if np.ndim(args[0]) > 0:
            math.sqrt(np.zeros(2))
        return right(*args)

    return Mistake(
        f"{name}.math-sqrt",
        "`math.sqrt` and `float` take a single number; NumPy's root takes whole arrays, too",
        wrong,
    )


# momentum_step(w, v, g, lr, beta)


def _momentum(w, v, g, lr, beta):
    return _reference(optimizers.momentum(beta), w, (v,), g, lr)


def _nesterov(w, v, g, lr, beta):
    return _reference(optimizers.nesterov(beta), w, (v,), g, lr)


def _velocity(new_v: Callable, new_w: Callable = lambda w, v, g, lr, beta: w + v) -> Callable:
    """Return a momentum step with another velocity, or another use of it."""

    def step(w, v, g, lr, beta):
        v = new_v(v, g, lr, beta)
        return new_w(w, v, g, lr, beta), v

    return step


def _momentum_probes(rng: np.random.Generator) -> list[Probe]:
    def probe(shape, shows, weight=1.0, rest=False):
        w, v = _drawn(rng, shape, 1, 3), _drawn(rng, shape, 0.3, 1)
        lr, beta = _drawn(rng, (), 0.05, 0.3), _drawn(rng, (), 0.6, 0.85)
        return Probe(
            (w, 0 * v if rest else v, _slopes(rng, shape), lr, beta), shows=shows, weight=weight
        )

    return [
        probe((4,), "four weights on the move"),
        probe((), "plain numbers"),
        probe((2, 3), "a table of weights"),
        probe((2,), "a start from rest", 0.5, rest=True),
    ]


momentum_step = Exercise(
    name="momentum_step",
    points=(2, 2),
    reference=_momentum,
    examples=(
        Probe(
            (np.array([1.0, -2.0]), np.array([0.5, 0.25]), np.array([3.0, -2.0]), 0.1, 0.9),
            shows="two weights on the move",
        ),
        Probe((2.0, -0.7531, 4.0, 0.25, 0.61), shows="plain numbers"),
        Probe(
            (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.1, 0.9),
            shows="a start from rest",
            weight=0.5,
        ),
    ),
    draw=_momentum_probes,
    mistakes=(
        Mistake(
            "momentum_step.slope-added",
            "the velocity must gain speed downhill, against the slope",
            _velocity(lambda v, g, lr, beta: beta * v + lr * g),
        ),
        Mistake(
            "momentum_step.velocity-subtracted",
            "here the velocity already points the way the weights go",
            _velocity(lambda v, g, lr, beta: beta * v - lr * g, lambda w, v, g, lr, beta: w - v),
        ),
        Mistake(
            "momentum_step.velocity-uphill",
            "your weights may walk rightly, but your velocity points the other way; follow the "
            "signs of the statement",
            _velocity(lambda v, g, lr, beta: beta * v + lr * g, lambda w, v, g, lr, beta: w - v),
        ),
        Mistake(
            "momentum_step.rate-outside-velocity",
            "that is the other spelling, with the rate outside the velocity; here the rate is "
            "inside",
            _velocity(lambda v, g, lr, beta: beta * v + g, lambda w, v, g, lr, beta: w - lr * v),
        ),
        Mistake(
            "momentum_step.averaged",
            "that is the spelling with a running average; here the slope is not multiplied by "
            "1 − β",
            _velocity(
                lambda v, g, lr, beta: beta * v + (1 - beta) * g,
                lambda w, v, g, lr, beta: w - lr * v,
            ),
        ),
        Mistake(
            "momentum_step.averaged-velocity",
            "the slope is multiplied by the rate alone, not by 1 − β as well",
            _velocity(lambda v, g, lr, beta: beta * v - (1 - beta) * lr * g),
        ),
        Mistake(
            "momentum_step.old-velocity",
            "the weights move with the velocity; with the new one, or the one before?",
            lambda w, v, g, lr, beta: (w + v, beta * v - lr * g),
        ),
        Mistake(
            "momentum_step.no-memory",
            "that is plain gradient descent; the old velocity is forgotten",
            _velocity(lambda v, g, lr, beta: -lr * g),
        ),
        Mistake(
            "momentum_step.velocity-not-used",
            "your weights take a plain gradient step; the velocity is worked out but never used",
            lambda w, v, g, lr, beta: (w - lr * g, beta * v - lr * g),
        ),
        Mistake(
            "momentum_step.slope-counted-twice",
            "the velocity holds the slope already; the weights need nothing else",
            lambda w, v, g, lr, beta: (w + beta * v - 2 * lr * g, beta * v - lr * g),
        ),
        Mistake(
            "momentum_step.no-friction",
            "the old velocity must lose a part of itself; where does beta belong?",
            _velocity(lambda v, g, lr, beta: v - lr * g),
        ),
        Mistake(
            "momentum_step.beta-swapped",
            "beta is the part that is kept; yours is the part that is lost",
            _velocity(lambda v, g, lr, beta: (1 - beta) * v - lr * g),
        ),
        Mistake(
            "momentum_step.beta-on-both",
            "beta belongs to the old velocity alone; mind the brackets",
            _velocity(lambda v, g, lr, beta: beta * (v - lr * g)),
        ),
        Mistake(
            "momentum_step.beta-twice",
            "the old velocity has lost its part already; the weights take the whole new one",
            _velocity(
                lambda v, g, lr, beta: beta * v - lr * g,
                lambda w, v, g, lr, beta: w + beta * v,
            ),
        ),
        Mistake(
            "momentum_step.beta-fixed",
            "the caller chooses beta; yours is always 0.9",
            lambda w, v, g, lr, beta: _momentum(w, v, g, lr, 0.9),
        ),
        Mistake(
            "momentum_step.rate-missing",
            "the slope must be multiplied by the learning rate",
            lambda w, v, g, lr, beta: _momentum(w, v, g, 1.0, beta),
        ),
        Mistake(
            "momentum_step.rate-fixed",
            "the caller chooses the learning rate; yours is always 0.01",
            lambda w, v, g, lr, beta: _momentum(w, v, g, 0.01, beta),
        ),
        Mistake(
            "momentum_step.rate-twice",
            "the velocity holds the rate already; the weights need it no second time",
            _velocity(
                lambda v, g, lr, beta: beta * v - lr * g, lambda w, v, g, lr, beta: w + lr * v
            ),
        ),
        Mistake(
            "momentum_step.rate-and-beta-swapped",
            "which number belongs to the velocity, and which to the slope?",
            _velocity(lambda v, g, lr, beta: lr * v - beta * g),
        ),
        Mistake(
            "momentum_step.sign-of-the-slope",
            "use the slope itself, not its sign alone",
            _velocity(lambda v, g, lr, beta: beta * v - lr * np.sign(g)),
        ),
        Mistake(
            "momentum_step.nesterov",
            "that is Nesterov's step; plain momentum adds the velocity alone",
            _nesterov,
        ),
        *_common("momentum_step", _momentum, "the new velocity"),
    ),
    atol=ATOL,
)


# adagrad_step(w, s, g, lr, eps) and rmsprop_step(w, s, g, lr, rho, eps)


def _adagrad(w, s, g, lr, eps):
    return _reference(optimizers.adagrad(eps), w, (s,), g, lr)


def _rmsprop(w, s, g, lr, rho, eps):
    return _reference(optimizers.rmsprop(rho, eps), w, (s,), g, lr)


def _scaled(memory: Callable, step: Callable | None = None) -> tuple[Callable, Callable]:
    """Return an AdaGrad step and an RMSprop step with another memory, or another step.

    Args:
        memory: (right new memory, old memory, slopes) to the new memory.
        step: (new memory, old memory, slopes, rate, eps) to what is taken from the weights.
    """
    step = step or (lambda s, old, g, lr, eps: lr * g / (np.sqrt(s) + eps))

    def adagrad_like(w, s, g, lr, eps):
        new = memory(s + g**2, s, g)
        return w - step(new, s, g, lr, eps), new

    def rmsprop_like(w, s, g, lr, rho, eps):
        new = memory(rho * s + (1 - rho) * g**2, s, g)
        return w - step(new, s, g, lr, eps), new

    return adagrad_like, rmsprop_like


def _root_mistakes(name: str, which: int) -> tuple[Mistake, ...]:
    """Return the mistakes about the root and its memory, for AdaGrad (0) or RMSprop (1)."""
    right = (_adagrad, _rmsprop)[which]

    def kept(new, old, g):
        return new

    def wrong(memory=kept, step=None):
        return _scaled(memory, step)[which]

    def with_rate(value):
        return lambda w, s, g, lr, *rest: right(w, s, g, value, *rest)

    return (
        _uphill(name, right),
        Mistake(
            f"{name}.eps-multiplied",
            "eps is added to the root, so that you never divide by zero",
            wrong(step=lambda s, old, g, lr, eps: lr * g / (np.sqrt(s) * eps)),
        ),
        Mistake(
            f"{name}.eps-inside-root",
            "eps is added to the root, not under it",
            wrong(step=lambda s, old, g, lr, eps: lr * g / np.sqrt(s + eps)),
        ),
        Mistake(
            f"{name}.old-memory-used",
            "the step divides by the memory; has it seen today's slope yet?",
            wrong(step=lambda s, old, g, lr, eps: lr * g / (np.sqrt(old) + eps)),
        ),
        Mistake(
            f"{name}.root-missing",
            "the memory holds squares; what brings them back to the scale of a slope?",
            wrong(step=lambda s, old, g, lr, eps: lr * g / (s + eps)),
        ),
        Mistake(
            f"{name}.eps-outside-fraction",
            "mind the brackets: root and eps together are below the line",
            wrong(step=lambda s, old, g, lr, eps: lr * g / np.sqrt(s) + eps),
        ),
        Mistake(
            f"{name}.eps-after-division",
            "mind the brackets: Python divides before it adds, and `w - a / b + eps` adds eps "
            "to the weights",
            wrong(step=lambda s, old, g, lr, eps: lr * g / np.sqrt(s) - eps),
        ),
        Mistake(
            f"{name}.multiplied-after-division",
            "mind the brackets: `lr * g / np.sqrt(s) + eps` is not over the whole sum",
            wrong(step=lambda s, old, g, lr, eps: lr * (g / np.sqrt(s) + eps)),
        ),
        Mistake(
            f"{name}.eps-missing",
            "the caller's eps does not change your answer; where does it belong?",
            lambda *args: right(*args[:-1], 0.0),
        ),
        Mistake(
            f"{name}.eps-in-memory",
            "the memory holds squared slopes alone; eps belongs to the step",
            lambda *args: (right(*args)[0], right(*args)[1] + args[-1]),
        ),
        Mistake(
            f"{name}.root-in-memory",
            "keep the memory as it is, without a root; the root is for the step",
            lambda *args: (right(*args)[0], np.sqrt(right(*args)[1])),
        ),
        Mistake(
            f"{name}.plain-step",
            "that is a plain gradient step; the memory is worked out but never used",
            wrong(step=lambda s, old, g, lr, eps: lr * g),
        ),
        Mistake(
            f"{name}.multiplied-by-root",
            "steep slopes must make shorter steps: divide, do not multiply",
            wrong(step=lambda s, old, g, lr, eps: lr * g * (np.sqrt(s) + eps)),
        ),
        Mistake(
            f"{name}.sign-of-the-slope",
            "use the slope itself above the line, not its sign alone",
            wrong(step=lambda s, old, g, lr, eps: lr * np.sign(g) / (np.sqrt(s) + eps)),
        ),
        Mistake(
            f"{name}.slope-squared-in-step",
            "the square is for the memory; above the line stands the slope itself",
            wrong(step=lambda s, old, g, lr, eps: lr * g**2 / (np.sqrt(s) + eps)),
        ),
        Mistake(
            f"{name}.slope-missing-in-step",
            "the slope itself is missing above the line",
            wrong(step=lambda s, old, g, lr, eps: lr / (np.sqrt(s) + eps)),
        ),
        Mistake(
            f"{name}.rate-missing",
            "the step must be multiplied by the learning rate",
            with_rate(1.0),
        ),
        Mistake(
            f"{name}.rate-fixed",
            "the caller chooses the learning rate; yours is always 0.01",
            with_rate(0.01),
        ),
        Mistake(
            f"{name}.integer",
            "`//` throws away the part after the point",
            wrong(step=lambda s, old, g, lr, eps: lr * g // (np.sqrt(s) + eps)),
        ),
        _math_sqrt(name, right),
        *_common(name, right, "the new memory"),
    )


def _scale_probes(*dials: tuple[float, float]) -> Callable:
    """Return what draws the probes: `dials` are the ranges of what stands after lr."""

    def draw(rng: np.random.Generator) -> list[Probe]:
        def probe(shape, shows, weight=1.0, fresh=False):
            w, s = _drawn(rng, shape, 1, 3), _drawn(rng, shape, 0.5, 6)
            g, lr = _slopes(rng, shape), _drawn(rng, (), 0.2, 0.6)
            rest = [_drawn(rng, (), *dial) for dial in dials]
            return Probe((w, 0 * s if fresh else s, g, lr, *rest), shows=shows, weight=weight)

        return [
            probe((4,), "four weights with a memory"),
            probe((), "plain numbers"),
            probe((2, 3), "a table of weights"),
            probe((3,), "the very first step", 0.5, fresh=True),
        ]

    return draw


adagrad_step = Exercise(
    name="adagrad_step",
    points=(2, 2),
    reference=_adagrad,
    examples=(
        Probe(
            (np.array([1.0, -2.0]), np.array([16.0, 1.0]), np.array([3.0, -2.0]), 0.5, 0.5),
            shows="two weights with a memory",
        ),
        Probe((2.0, 9.0, 4.0, 0.5, 1.0), shows="plain numbers"),
        Probe(
            (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.5, 0.5),
            shows="the very first step",
            weight=0.5,
        ),
    ),
    draw=_scale_probes((0.3, 0.9)),
    mistakes=(
        Mistake(
            "adagrad_step.slope-not-squared",
            "the memory adds up squares",
            _scaled(lambda new, old, g: old + g)[0],
        ),
        Mistake(
            "adagrad_step.slope-doubled",
            "a square is the slope times itself, not times two",
            _scaled(lambda new, old, g: old + 2 * g)[0],
        ),
        Mistake(
            "adagrad_step.length-added",
            "the memory adds up squares, not lengths",
            _scaled(lambda new, old, g: old + np.abs(g))[0],
        ),
        Mistake(
            "adagrad_step.no-memory",
            "today's square is added to the memory, it does not replace it",
            _scaled(lambda new, old, g: g**2)[0],
        ),
        Mistake(
            "adagrad_step.memory-squared",
            "square the slope alone, not the sum of memory and slope",
            _scaled(lambda new, old, g: (old + g) ** 2)[0],
        ),
        Mistake(
            "adagrad_step.one-memory-for-all",
            "each weight keeps its own sum; do not add them up over the weights",
            _scaled(lambda new, old, g: old + np.sum(g**2))[0],
        ),
        Mistake(
            "adagrad_step.rmsprop",
            "that is RMSprop's running average; AdaGrad forgets nothing",
            lambda w, s, g, lr, eps: _rmsprop(w, s, g, lr, 0.9, eps),
        ),
        *_root_mistakes("adagrad_step", 0),
    ),
    atol=ATOL,
)


def _rmsprop_memory(memory: Callable) -> Callable:
    """Return an RMSprop step with another memory: (old memory, slopes, rho) to the new one."""

    def step(w, s, g, lr, rho, eps):
        s = memory(s, g, rho)
        return w - lr * g / (np.sqrt(s) + eps), s

    return step


rmsprop_step = Exercise(
    name="rmsprop_step",
    points=(2, 2),
    reference=_rmsprop,
    examples=(
        Probe(
            (np.array([1.0, -2.0]), np.array([16.0, 1.0]), np.array([3.0, -2.0]), 0.5, 0.8, 0.5),
            shows="two weights with a memory",
        ),
        Probe((2.0, 8.0, 4.0, 0.5, 0.75, 1.0), shows="plain numbers"),
        Probe(
            (np.array([1.0, -2.0]), np.zeros(2), np.array([3.0, -2.0]), 0.5, 0.8, 0.5),
            shows="the very first step",
            weight=0.5,
        ),
    ),
    draw=_scale_probes((0.55, 0.85), (0.3, 0.9)),
    mistakes=(
        Mistake(
            "rmsprop_step.rho-swapped",
            "rho is the part of the old memory that is kept",
            _rmsprop_memory(lambda s, g, rho: (1 - rho) * s + rho * g**2),
        ),
        Mistake(
            "rmsprop_step.slope-not-squared",
            "the memory averages squares",
            _rmsprop_memory(lambda s, g, rho: rho * s + (1 - rho) * g),
        ),
        Mistake(
            "rmsprop_step.slope-doubled",
            "a square is the slope times itself, not times two",
            _rmsprop_memory(lambda s, g, rho: rho * s + (1 - rho) * 2 * g),
        ),
        Mistake(
            "rmsprop_step.length-averaged",
            "the memory averages squares, not lengths",
            _rmsprop_memory(lambda s, g, rho: rho * s + (1 - rho) * np.abs(g)),
        ),
        Mistake(
            "rmsprop_step.not-an-average",
            "an average needs both parts: rho of the old, and the rest of the new",
            _rmsprop_memory(lambda s, g, rho: rho * s + g**2),
        ),
        Mistake(
            "rmsprop_step.old-not-faded",
            "the old memory must fade: which part of it is kept?",
            _rmsprop_memory(lambda s, g, rho: s + (1 - rho) * g**2),
        ),
        Mistake(
            "rmsprop_step.adagrad",
            "that is AdaGrad's sum; RMSprop lets the old squares fade",
            _rmsprop_memory(lambda s, g, rho: s + g**2),
        ),
        Mistake(
            "rmsprop_step.no-memory",
            "the old memory is forgotten",
            _rmsprop_memory(lambda s, g, rho: g**2),
        ),
        Mistake(
            "rmsprop_step.no-old-memory",
            "the old memory is forgotten; today's square is only one part of the average",
            _rmsprop_memory(lambda s, g, rho: (1 - rho) * g**2),
        ),
        Mistake(
            "rmsprop_step.rho-on-both",
            "an average needs both parts: rho of the old, and the rest of the new",
            _rmsprop_memory(lambda s, g, rho: rho * (s + g**2)),
        ),
        Mistake(
            "rmsprop_step.square-of-the-average",
            "average the squares; you square what is averaged",
            _rmsprop_memory(lambda s, g, rho: (rho * s + (1 - rho) * g) ** 2),
        ),
        Mistake(
            "rmsprop_step.rho-squared",
            "square the slope alone; mind the brackets",
            _rmsprop_memory(lambda s, g, rho: rho * s + ((1 - rho) * g) ** 2),
        ),
        Mistake(
            "rmsprop_step.one-memory-for-all",
            "each weight keeps its own average; do not average over the weights",
            _rmsprop_memory(lambda s, g, rho: rho * s + (1 - rho) * np.mean(g**2)),
        ),
        Mistake(
            "rmsprop_step.rho-fixed",
            "the caller chooses rho; yours is always 0.9",
            lambda w, s, g, lr, rho, eps: _rmsprop(w, s, g, lr, 0.9, eps),
        ),
        Mistake(
            "rmsprop_step.bias-corrected",
            "that is a correction that Adam makes; RMSprop takes the average as it is",
            lambda w, s, g, lr, rho, eps: (
                w - lr * g / (np.sqrt(_rmsprop(w, s, g, lr, rho, eps)[1] / (1 - rho)) + eps),
                _rmsprop(w, s, g, lr, rho, eps)[1],
            ),
        ),
        *_root_mistakes("rmsprop_step", 1),
    ),
    atol=ATOL,
)


# adam_step(w, m, v, g, t, lr, beta1, beta2, eps)


def _adam(w, m, v, g, t, lr, beta1, beta2, eps):
    return _reference(optimizers.adam(beta1, beta2, eps), w, (m, v), g, lr, t)


def _adam_like(*, first=None, second=None, correct=None, also=None, divide=None, answer=None):
    """Return an Adam step in which some parts are replaced.

    Args:
        first: (m, g, beta1) to the new m.
        second: (v, g, beta2, new m) to the new v.
        correct: (new m, beta1, t) to m̂, and (new v, beta2, t) to v̂ unless `also` is given.
        also: (new v, beta2, t) to v̂.
        divide: (m̂, v̂, eps) to the direction.
        answer: (new w, new m, new v, m̂, v̂) to what is returned.
    """
    first = first or (lambda m, g, beta: beta * m + (1 - beta) * g)
    second = second or (lambda v, g, beta, m: beta * v + (1 - beta) * g**2)
    correct = correct or _corrected
    also = also or correct
    divide = divide or (lambda m_hat, v_hat, eps: m_hat / (np.sqrt(v_hat) + eps))
    answer = answer or (lambda w, m, v, m_hat, v_hat: (w, m, v))

    def step(w, m, v, g, t, lr, beta1, beta2, eps):
        m = first(m, g, beta1)
        v = second(v, g, beta2, m)
        m_hat, v_hat = correct(m, beta1, t), also(v, beta2, t)
        return answer(w - lr * divide(m_hat, v_hat, eps), m, v, m_hat, v_hat)

    return step


def _corrected(value, beta, t):
    return value / (1 - beta**t)


def _as_it_is(value, beta, t):
    return value


def _swapped_corrections(w, m, v, g, t, lr, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta2**t), v / (1 - beta1**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def _old_moments_used(w, m, v, g, t, lr, beta1, beta2, eps):
    new = _adam(w, m, v, g, t, lr, beta1, beta2, eps)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), *new[1:]


def _slope_for_average(w, m, v, g, t, lr, beta1, beta2, eps):
    new = _adam(w, m, v, g, t, lr, beta1, beta2, eps)
    return w - lr * g / (np.sqrt(new[2] / (1 - beta2**t)) + eps), *new[1:]


def _plain_step(w, m, v, g, t, lr, beta1, beta2, eps):
    return w - lr * g, *_adam(w, m, v, g, t, lr, beta1, beta2, eps)[1:]


def _late_eps(w, m, v, g, t, lr, beta1, beta2, eps):
    # The paper's faster form adds eps to the root of the uncorrected v.
    _, m, v = _adam(w, m, v, g, t, lr, beta1, beta2, eps)
    rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + eps), m, v


def _adam_probes(rng: np.random.Generator) -> list[Probe]:
    def probe(shape, t, shows, weight=1.0, fresh=False):
        w, m, v = (_drawn(rng, shape, *ends) for ends in ((1, 3), (0.4, 1), (0.5, 2)))
        lr, beta1 = _drawn(rng, (), 0.2, 0.6), _drawn(rng, (), 0.5, 0.65)
        beta2, eps = _drawn(rng, (), 0.7, 0.85), _drawn(rng, (), 0.3, 0.9)
        if fresh:
            m, v = 0 * m, 0 * v
        args = (w, m, v, _slopes(rng, shape), t, lr, beta1, beta2, eps)
        return Probe(args, shows=shows, weight=weight)

    return [
        probe((4,), int(rng.integers(3, 6)), "four weights, some steps later"),
        probe((), int(rng.integers(2, 5)), "plain numbers"),
        probe((2, 3), 2, "a table of weights"),
        probe((3,), 1, "the very first step", 0.5, fresh=True),
        probe((3,), 1, "t = 1 with a memory", 0.5),
    ]


adam_step = Exercise(
    name="adam_step",
    points=(3, 3),
    reference=_adam,
    examples=(
        Probe(
            (
                np.array([1.0, -2.0]),
                np.array([0.5, 0.25]),
                np.array([4.0, 1.0]),
                np.array([3.0, -2.0]),
                3,
                0.5,
                0.6,
                0.8,
                0.5,
            ),
            shows="two weights, third step",
        ),
        Probe((2.0, 0.5, 2.0, -4.0, 2, 0.5, 0.5, 0.75, 1.0), shows="plain numbers"),
        Probe(
            (
                np.array([1.0, -2.0]),
                np.zeros(2),
                np.zeros(2),
                np.array([3.0, -2.0]),
                1,
                0.5,
                0.6,
                0.8,
                0.5,
            ),
            shows="the very first step",
            weight=0.5,
        ),
    ),
    draw=_adam_probes,
    mistakes=(
        _uphill("adam_step", _adam),
        Mistake(
            "adam_step.no-bias-correction",
            "both averages begin at zero and are too small at first; what puts that right?",
            _adam_like(correct=_as_it_is),
        ),
        Mistake(
            "adam_step.only-m-corrected",
            "the average of the squares is too small at first, too",
            _adam_like(also=_as_it_is),
        ),
        Mistake(
            "adam_step.only-v-corrected",
            "the average of the slopes is too small at first, too",
            _adam_like(correct=_as_it_is, also=_corrected),
        ),
        Mistake(
            "adam_step.power-missing",
            "the correction changes with the step; where does t belong?",
            _adam_like(correct=lambda value, beta, t: value / (1 - beta)),
        ),
        Mistake(
            "adam_step.times-t",
            "t is a power in the correction, not a factor",
            _adam_like(correct=lambda value, beta, t: value / (1 - beta * t)),
        ),
        Mistake(
            "adam_step.power-of-the-bracket",
            "mind the brackets: the power belongs to beta alone",
            _adam_like(correct=lambda value, beta, t: value / (1 - beta) ** t),
        ),
        Mistake(
            "adam_step.one-minus-missing",
            "the correction divides by what the average has taken in so far: 1 minus what?",
            _adam_like(correct=lambda value, beta, t: value / beta**t),
        ),
        Mistake(
            "adam_step.correction-multiplied",
            "the averages are too small at first; must they be divided or multiplied by "
            "something below 1?",
            _adam_like(correct=lambda value, beta, t: value * (1 - beta**t)),
        ),
        Mistake(
            "adam_step.t-from-zero",
            "the first step has t = 1 already; use t as it is given",
            _adam_like(correct=lambda value, beta, t: value / (1 - beta ** (t - 1))),
        ),
        Mistake(
            "adam_step.t-plus-one",
            "the first step has t = 1 already; use t as it is given",
            _adam_like(correct=lambda value, beta, t: value / (1 - beta ** (t + 1))),
        ),
        Mistake(
            "adam_step.corrected-returned",
            "the corrected averages are for this step only; the next step needs them uncorrected",
            _adam_like(answer=lambda w, m, v, m_hat, v_hat: (w, m_hat, v_hat)),
        ),
        Mistake(
            "adam_step.eps-inside-root",
            "eps is added to the root, not under it",
            _adam_like(divide=lambda m_hat, v_hat, eps: m_hat / np.sqrt(v_hat + eps)),
        ),
        Mistake(
            "adam_step.eps-before-correction",
            "some libraries add eps before the correction; here it comes after",
            _late_eps,
        ),
        Mistake(
            "adam_step.betas-swapped",
            "beta1 belongs to the slopes, beta2 to their squares",
            lambda w, m, v, g, t, lr, beta1, beta2, eps: _adam(
                w, m, v, g, t, lr, beta2, beta1, eps
            ),
        ),
        Mistake(
            "adam_step.corrections-swapped",
            "each average is corrected with its own beta",
            _swapped_corrections,
        ),
        Mistake(
            "adam_step.one-beta-for-both",
            "beta1 belongs to the slopes, beta2 to their squares; you use one for both",
            lambda w, m, v, g, t, lr, beta1, beta2, eps: _adam(
                w, m, v, g, t, lr, beta1, beta1, eps
            ),
        ),
        Mistake(
            "adam_step.weights-of-average-swapped",
            "beta is the part of the old average that is kept",
            _adam_like(
                first=lambda m, g, beta: (1 - beta) * m + beta * g,
                second=lambda v, g, beta, m: (1 - beta) * v + beta * g**2,
            ),
        ),
        Mistake(
            "adam_step.not-averages",
            "an average needs both parts: beta of the old, and the rest of the new",
            _adam_like(
                first=lambda m, g, beta: beta * m + g,
                second=lambda v, g, beta, m: beta * v + g**2,
            ),
        ),
        Mistake(
            "adam_step.slope-not-squared",
            "v averages the squares of the slopes",
            _adam_like(second=lambda v, g, beta, m: beta * v + (1 - beta) * g),
        ),
        Mistake(
            "adam_step.slope-doubled",
            "a square is the slope times itself, not times two",
            _adam_like(second=lambda v, g, beta, m: beta * v + (1 - beta) * 2 * g),
        ),
        Mistake(
            "adam_step.v-from-m",
            "v averages the squares of the slopes, not of their average",
            _adam_like(second=lambda v, g, beta, m: beta * v + (1 - beta) * m**2),
        ),
        Mistake(
            "adam_step.slope-subtracted",
            "m averages the slopes with their own sign; the minus comes in the step",
            _adam_like(first=lambda m, g, beta: beta * m - (1 - beta) * g),
        ),
        Mistake(
            "adam_step.slope-for-average",
            "the step goes along the average of the slopes, not along today's slope alone",
            _slope_for_average,
        ),
        Mistake(
            "adam_step.old-moments-used",
            "the step must see today's slope: use the new averages",
            _old_moments_used,
        ),
        Mistake(
            "adam_step.memories-forgotten",
            "the old averages are forgotten; today's slope is only one part of them",
            lambda w, m, v, *rest: _adam(w, 0 * m, 0 * v, *rest),
        ),
        Mistake(
            "adam_step.root-missing",
            "v holds squares; what brings them back to the scale of a slope?",
            _adam_like(divide=lambda m_hat, v_hat, eps: m_hat / (v_hat + eps)),
        ),
        Mistake(
            "adam_step.corrected-after-root",
            "correct v first, then take its root",
            lambda w, m, v, g, t, lr, beta1, beta2, eps: _adam_like(
                also=_as_it_is,
                divide=lambda m_hat, v, eps: m_hat / (np.sqrt(v) / (1 - beta2**t) + eps),
            )(w, m, v, g, t, lr, beta1, beta2, eps),
        ),
        Mistake(
            "adam_step.eps-outside-fraction",
            "mind the brackets: root and eps together are below the line",
            _adam_like(divide=lambda m_hat, v_hat, eps: m_hat / np.sqrt(v_hat) + eps),
        ),
        Mistake(
            "adam_step.eps-after-division",
            "mind the brackets: Python divides before it adds, and `w - a / b + eps` adds eps "
            "to the weights",
            lambda *args: (
                _adam(*args[:-1], 0.0)[0] + args[-1],
                *_adam(*args)[1:],
            ),
        ),
        Mistake(
            "adam_step.eps-missing",
            "the caller's eps does not change your answer; where does it belong?",
            lambda *args: _adam(*args[:-1], 0.0),
        ),
        Mistake(
            "adam_step.betas-fixed",
            "the caller chooses the betas; yours are always 0.9 and 0.999",
            lambda w, m, v, g, t, lr, beta1, beta2, eps: _adam(w, m, v, g, t, lr, 0.9, 0.999, eps),
        ),
        Mistake(
            "adam_step.rate-missing",
            "the step must be multiplied by the learning rate",
            lambda w, m, v, g, t, lr, *rest: _adam(w, m, v, g, t, 1.0, *rest),
        ),
        Mistake(
            "adam_step.rate-fixed",
            "the caller chooses the learning rate; yours is always 0.001",
            lambda w, m, v, g, t, lr, *rest: _adam(w, m, v, g, t, 0.001, *rest),
        ),
        Mistake(
            "adam_step.plain-step",
            "that is a plain gradient step; the averages are worked out but never used",
            _plain_step,
        ),
        Mistake(
            "adam_step.memories-in-wrong-order",
            "the order is: weights, average of the slopes, average of the squares",
            _adam_like(answer=lambda w, m, v, m_hat, v_hat: (w, v, m)),
        ),
        Mistake(
            "adam_step.integer",
            "`//` throws away the part after the point",
            _adam_like(divide=lambda m_hat, v_hat, eps: m_hat // (np.sqrt(v_hat) + eps)),
        ),
        _math_sqrt("adam_step", _adam),
        *_common("adam_step", _adam, "the new m and the new v"),
    ),
    atol=ATOL,
)


# What the article got wrong: Adam without its bias correction, under a constant slope


def _step_lengths(steps: int = 100, *, bias_correction: bool) -> np.ndarray:
    """Return the lengths of Adam's steps under a slope of 1, in units of the rate."""
    rule = optimizers.adam(bias_correction=bias_correction)
    memory, w, lengths = rule.init(np.zeros(1)), np.zeros(1), []
    for t in range(1, steps + 1):
        step, memory = rule.update(np.ones(1), memory, w, 1.0, t)
        w = w + step
        lengths.append(-float(step[0]))
    return np.array(lengths)


def _answers(corrected: np.ndarray, article: np.ndarray) -> dict[str, float]:
    return {
        "corrected_first_step": float(corrected[0]),
        "article_first_step": float(article[0]),
        "article_longest_step": float(np.max(article)),
        "article_distance": float(np.sum(article)),
    }


def _cut_short(call: Call) -> bool:
    """Return whether the value is right but for having fewer than four digits after the point."""
    if not isinstance(call.result, (int, float)):
        return False
    return any(call.result == round(call.expected, digits) for digits in range(4))


_corrected_lengths = _step_lengths(bias_correction=True)
_article_lengths = _step_lengths(bias_correction=False)
_article = _answers(_corrected_lengths, _article_lengths)

article_adam = Exercise(
    name="article_adam",
    points=(2, 2),
    values=tuple(_article),
    reference=_article.get,
    examples=(
        Probe(("corrected_first_step",), shows="the first step with the correction"),
        Probe(("article_first_step",), shows="the first step without it"),
    ),
    draw=lambda rng: [
        Probe(("article_longest_step",), shows="the longest step of the article's rule"),
        Probe(("article_distance",), shows="the distance after 100 steps"),
    ],
    mistakes=(
        Mistake(
            "article_adam.no-difference",
            "that is the length with the correction, and the article's rule has none; work out m "
            "and v after the first step",
            _answers(_corrected_lengths, _corrected_lengths).get,
        ),
        Mistake(
            "article_adam.correction-swapped",
            "the article's rule is the one without the correction",
            _answers(_article_lengths, _corrected_lengths).get,
        ),
        Mistake(
            "article_adam.root-missing",
            "the step divides by the root of v, not by v",
            {
                **_article,
                "article_first_step": (1 - 0.9) / (1 - 0.999),
            }.get,
        ),
        Mistake(
            "article_adam.upside-down",
            "m stands above the line and the root of v below",
            {**_article, "article_first_step": 1 / _article["article_first_step"]}.get,
        ),
        Mistake(
            "article_adam.not-divided",
            "that is m after the first step; the step divides it by the root of v",
            {**_article, "article_first_step": 1 - 0.9}.get,
        ),
        Mistake(
            "article_adam.signed",
            "the length of a step is asked for, and a length is not below zero",
            {name: -value for name, value in _article.items()}.get,
        ),
        Mistake(
            "article_adam.other-rate",
            "all lengths are in units of the rate: take lr = 1, not 0.001",
            {name: 0.001 * value for name, value in _article.items()}.get,
        ),
        Mistake(
            "article_adam.when-not-how-long",
            "how long is the longest step? You say when it comes",
            {
                **_article,
                "article_longest_step": 1.0 + int(np.argmax(_article_lengths)),
            }.get,
        ),
        Mistake(
            "article_adam.mean-for-distance",
            "the whole distance of 100 steps is asked for, not their mean",
            {**_article, "article_distance": float(np.mean(_article_lengths))}.get,
        ),
        Mistake(
            "article_adam.one-step-too-few",
            "that is the distance of 99 steps",
            {**_article, "article_distance": float(np.sum(_article_lengths[:99]))}.get,
        ),
        Mistake(
            "article_adam.one-step-too-many",
            "that is the distance of 101 steps",
            {
                **_article,
                "article_distance": float(np.sum(_step_lengths(101, bias_correction=False))),
            }.get,
        ),
        Mistake(
            "article_adam.too-few-digits",
            "that is right as far as it goes; give four digits after the point, or more",
            spot=_cut_short,
        ),
    ),
    rtol=1e-4,
)

EXERCISES = (momentum_step, adagrad_step, rmsprop_step, adam_step, article_adam)
