"""Learning rates that change with time: each is a function of the step number t = 0, 1, 2, ...

A new schedule is one new function here. All take and give plain numbers or arrays of them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Schedule = Callable[[float], float]


def step_decay(lr0: float, drop: float = 0.5, every: int = 100) -> Schedule:
    """Return lr0·drop^⌊t/every⌋: multiplied by `drop` after each `every` steps."""
    return lambda t: lr0 * drop ** np.floor_divide(t, every)


def exponential_decay(lr0: float, decay: float = 0.95) -> Schedule:
    """Return lr0·decay^t."""
    return lambda t: lr0 * decay ** np.asarray(t)[()]


def cosine_annealing(lr0: float, total: float, lr_min: float = 0.0) -> Schedule:
    """Return lr_min + (lr0 − lr_min)(1 + cos(πt/total))/2, which is lr_min from t = total on.

    Source: Loshchilov and Hutter, SGDR (2017), without the restarts.
    """
    return lambda t: (
        lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * np.minimum(t, total) / total)) / 2
    )


def linear_decay(lr0: float, total: float) -> Schedule:
    """Return lr0·(1 − t/total), which is 0 from t = total on."""
    return lambda t: lr0 * (1 - np.minimum(t, total) / total)


def power_decay(lr0: float, power: float = 1.0, every: float = 1) -> Schedule:
    """Return lr0/(1 + t/every)^power.

    With 0.5 < power ≤ 1 its sum is infinite and the sum of its squares is finite, as in Robbins
    and Monro (1951).
    """
    return lambda t: lr0 / (1 + np.asarray(t) / every)[()] ** power


def warm_up(steps: int, then: Schedule) -> Schedule:
    """Return a straight rise in `steps` steps to then(0), and after that `then` from its start.

    The first rate is then(0)/steps, the one of step number steps − 1 is then(0).
    """
    return lambda t: np.where(
        np.less(t, steps),
        then(0) * (np.asarray(t) + 1) / steps,
        then(np.maximum(np.subtract(t, steps), 0)),
    )[()]
