"""Update rules as values: an `init` that makes the memory and an `update` that makes a step.

A new optimizer is one new function here. Every rule works on the last axis as the weights of one
run and on all other axes as separate runs; each call costs one gradient. The step is added to the
weights: w ← w + step. Steps are counted from t = 1. An argument that is no number, or keeps a part
of a memory that is not from 0 to below 1, raises InputError, which names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from course.validate import all_numbers, fractions

Array = np.ndarray
# What a rule remembers from step to step: arrays of the weights' shape, or rules' own memories.
State = tuple[Any, ...]
# What it answers: the step, and the memory for the next one.
Step = tuple[Array, State]
# One learning rate, or one for each weight.
Rate = float | Array


class Update(Protocol):
    """The step of a rule."""

    def __call__(self, g: Array, state: State, w: Array, lr: Rate, t: int, /) -> Step:
        """Return the step to add to the weights, and the memory for the next one.

        Args:
            g: The gradient at `w`, of its shape.
            state: The memory: of `init`, or of the step before.
            w: The weights, shape (..., d).
            lr: The learning rate: a number, or an array that broadcasts against `w`.
            t: The number of the step: 1, 2, 3, ...
        """


@dataclass(frozen=True)
class Optimizer:
    """An update rule.

    Attributes:
        name: What tables and pictures call it.
        init: Weights (..., d) to the memory before the first step.
        update: (gradient, memory, weights, learning rate, t) to (step, new memory): `Update`.

    Example:
        A rule that looks at the sign of the slope alone:

        >>> import numpy as np
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import Optimizer
        >>> def update(g, memory, w, lr, t):
        ...     return -lr * np.sign(g), memory
        >>> signs = Optimizer("signs", lambda w: (), update)
        >>> descend(parabola, start=0.0, lr=1.0, steps=4, optimizer=signs).weights
        array([0., 1., 2., 3., 4.])
    """

    name: str
    init: Callable[[Array], State]
    update: Update


def _zeros(how_many: int) -> Callable[[Array], State]:
    return lambda w: tuple(np.zeros_like(w) for _ in range(how_many))


def gradient_descent() -> Optimizer:
    """Return w ← w − lr·g, which remembers nothing (Cauchy 1847).

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import gradient_descent
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=gradient_descent()).weights.round(3)
        array([0.   , 0.8  , 1.44 , 1.952])
    """
    return Optimizer("gradient descent", _zeros(0), lambda g, state, w, lr, t: (-lr * g, state))


def momentum(beta: float = 0.9) -> Optimizer:
    """Return heavy-ball momentum: v ← β·v − lr·g, w ← w + v (Polyak 1964).

    Args:
        beta: Which part of the last step is kept, from 0 to below 1.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import momentum
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=momentum(beta=0.5)).weights.round(3)
        array([0.   , 0.8  , 1.84 , 2.792])
    """
    fractions(beta=beta)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        v = beta * state[0] - lr * g
        return v, (v,)

    return Optimizer("momentum", _zeros(1), update)


def nesterov(beta: float = 0.9) -> Optimizer:
    """Return Nesterov's momentum: v ← β·v − lr·g, w ← w + β·v − lr·g.

    In this form (Sutskever et al. 2013, written for the look-ahead point) the gradient is taken
    at the weights that are stored, so that it costs one gradient a step like every other rule.

    Args:
        beta: Which part of the velocity is kept, from 0 to below 1.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import nesterov
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=nesterov(beta=0.5)).weights.round(3)
        array([0.   , 1.2  , 2.24 , 3.008])
    """
    fractions(beta=beta)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        v = beta * state[0] - lr * g
        return beta * v - lr * g, (v,)

    return Optimizer("Nesterov", _zeros(1), update)


def adagrad(eps: float = 1e-8) -> Optimizer:
    """Return AdaGrad: s ← s + g², w ← w − lr·g/(√s + ε) (Duchi et al. 2011).

    Args:
        eps: ε, against a division by 0; in the unit of the gradient.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import adagrad
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=adagrad()).weights.round(3)
        array([0.   , 0.1  , 0.17 , 0.226])
    """
    all_numbers(eps=eps)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        s = state[0] + g**2
        return -lr * g / (np.sqrt(s) + eps), (s,)

    return Optimizer("AdaGrad", _zeros(1), update)


def rmsprop(rho: float = 0.9, eps: float = 1e-8) -> Optimizer:
    """Return RMSprop: s ← ρ·s + (1 − ρ)·g², w ← w − lr·g/(√s + ε) (Hinton 2012).

    Args:
        rho: ρ, which part of the mean square is kept, from 0 to below 1.
        eps: ε, against a division by 0; in the unit of the gradient.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import rmsprop
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=rmsprop()).weights.round(3)
        array([0.   , 0.316, 0.536, 0.716])
    """
    fractions(rho=rho)
    all_numbers(eps=eps)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        s = rho * state[0] + (1 - rho) * g**2
        return -lr * g / (np.sqrt(s) + eps), (s,)

    return Optimizer("RMSprop", _zeros(1), update)


def _adam_direction(
    g: Array, state: State, t: int, beta1: float, beta2: float, eps: float, bias_correction: bool
) -> Step:
    """Return (m̂/(√v̂ + ε), (m, v)): the direction that Adam, AdamW and LAMB share."""
    m = beta1 * state[0] + (1 - beta1) * g
    v = beta2 * state[1] + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t) if bias_correction else m
    v_hat = v / (1 - beta2**t) if bias_correction else v
    return m_hat / (np.sqrt(v_hat) + eps), (m, v)


def adam(
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8, *, bias_correction: bool = True
) -> Optimizer:
    """Return Adam (Kingma and Ba 2015).

    m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ),
    w ← w − lr·m̂/(√v̂ + ε). The memory keeps m and v as they are, not m̂ and v̂.

    Args:
        beta1: β₁, which part of the mean gradient is kept, from 0 to below 1.
        beta2: β₂, which part of the mean square is kept, from 0 to below 1.
        eps: ε, against a division by 0; in the unit of the gradient.
        bias_correction: Without it, m̂ = m and v̂ = v: with the usual β₁ and β₂, early steps are
            then too long.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import adam
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=adam()).weights.round(3)
        array([0. , 0.1, 0.2, 0.3])
    """
    fractions(beta1=beta1, beta2=beta2)
    all_numbers(eps=eps)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        direction, state = _adam_direction(g, state, t, beta1, beta2, eps, bias_correction)
        return -lr * direction, state

    name = "Adam" if bias_correction else "Adam without bias correction"
    return Optimizer(name, _zeros(2), update)


def adamw(
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8, weight_decay: float = 0.01
) -> Optimizer:
    """Return AdamW: Adam's step, and apart from it w shrinks by lr·weight_decay·w.

    Source: Loshchilov and Hutter (2019), decoupled weight decay.

    Args:
        beta1: As Adam's.
        beta2: As Adam's.
        eps: As Adam's.
        weight_decay: w loses lr·weight_decay of itself in each step.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import adamw
        >>> rule = adamw(weight_decay=1.0)
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=rule).weights.round(3)
        array([0.   , 0.1  , 0.19 , 0.271])
    """
    fractions(beta1=beta1, beta2=beta2)
    all_numbers(eps=eps, weight_decay=weight_decay)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        direction, state = _adam_direction(g, state, t, beta1, beta2, eps, True)
        return -lr * (direction + weight_decay * w), state

    return Optimizer("AdamW", _zeros(2), update)


def lamb(
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-6, weight_decay: float = 0.0
) -> Optimizer:
    """Return LAMB: Adam's direction, rescaled to the length of the weights of each layer.

    r = m̂/(√v̂ + ε) + weight_decay·w, w ← w − lr·(‖w‖/‖r‖)·r, with the ratio 1 where either
    length is 0. All weights of a run count as one layer here. Source: You et al. (2020).

    Args:
        beta1: As Adam's.
        beta2: As Adam's.
        eps: As Adam's.
        weight_decay: Which part of w joins the direction.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import lamb
        >>> descend(parabola, 0.0, lr=0.1, steps=3, optimizer=lamb()).weights.round(3)
        array([0.   , 0.1  , 0.11 , 0.121])
    """
    fractions(beta1=beta1, beta2=beta2)
    all_numbers(eps=eps, weight_decay=weight_decay)

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        direction, state = _adam_direction(g, state, t, beta1, beta2, eps, True)
        r = direction + weight_decay * w
        w_length = np.linalg.norm(w, axis=-1, keepdims=True)
        r_length = np.linalg.norm(r, axis=-1, keepdims=True)
        usable = (w_length > 0) & (r_length > 0)
        ratio = np.where(usable, w_length / np.where(usable, r_length, 1.0), 1.0)
        return -lr * ratio * r, state

    return Optimizer("LAMB", _zeros(2), update)


def side_by_side(rules: Sequence[Optimizer]) -> Optimizer:
    """Return several rules as one: the first axis of the weights is the rules, in order.

    Each keeps its own memory, and one call of the gradient serves them all. The weights and the
    rates have the shape (rules, …, d) and one that broadcasts against it.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> from course.optimizers import gradient_descent, momentum, side_by_side
        >>> both = side_by_side([gradient_descent(), momentum(beta=0.5)])
        >>> descend(parabola, [0.0, 0.0], lr=0.1, steps=3, optimizer=both).final.round(3)
        array([1.952, 2.792])
    """

    def init(w: Array) -> State:
        return tuple(rule.init(part) for rule, part in zip(rules, w, strict=True))

    def update(g: Array, state: State, w: Array, lr: Rate, t: int) -> Step:
        rates = np.asarray(lr) if np.shape(lr) == w.shape else np.broadcast_to(lr, w.shape)
        steps, memories = np.empty_like(w), []
        for k, rule in enumerate(rules):
            steps[k], memory = rule.update(g[k], state[k], w[k], rates[k], t)
            memories.append(memory)
        return steps, tuple(memories)

    return Optimizer("side by side", init, update)
