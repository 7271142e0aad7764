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
