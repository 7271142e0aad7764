"""Learning rates that change with time: each is a function of the step number t = 0, 1, 2, ...

A new schedule is one new function here. All take and give plain numbers or arrays of them.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from course.validate import InputError, numbers, shown


class Schedule(Protocol):
    """A learning rate that changes with time."""

    def __call__(self, t: Any, /) -> Any:
        """Return the rate of step t = 0, 1, 2, ..., or an array of them for an array."""


def _numbers(**arguments: Any) -> list[Any]:
    """Return numbers, or arrays of them, as floats: a power of whole numbers may leave int64."""
    return [numbers(name, value)[()] for name, value in arguments.items()]


def _above_zero(name: str, value: Any) -> None:
    """Raise InputError naming `name` if `value`, which steps are divided by, is not above 0."""
    if np.any(numbers(name, value) <= 0):
        raise InputError(f"{name} must be above 0, but it is {shown(value)}")


def step_decay(lr0: float, drop: float = 0.5, every: int = 100) -> Schedule:
    """Return lr0·drop^⌊t/every⌋: multiplied by `drop` after each `every` steps.

    Args:
        lr0: The rate of step 0.
        drop: What the rate is multiplied by.
        every: After how many steps; above 0.

    Raises:
        InputError: `every` is not above 0, or an argument is no number.

    Example:
        >>> from course.schedules import step_decay
        >>> rate = step_decay(0.4, drop=0.5, every=10)
        >>> [round(float(rate(t)), 4) for t in (0, 9, 10, 20)]
        [0.4, 0.4, 0.2, 0.1]
    """
    _above_zero("every", every)
    lr0, drop = _numbers(lr0=lr0, drop=drop)
    return lambda t: lr0 * drop ** np.floor_divide(t, every)


def exponential_decay(lr0: float, decay: float = 0.95) -> Schedule:
    """Return lr0·decay^t.

    Args:
        lr0: The rate of step 0.
        decay: What the rate is multiplied by in each step.

    Raises:
        InputError: An argument is no number.

    Example:
        >>> from course.schedules import exponential_decay
        >>> rate = exponential_decay(0.4, decay=0.5)
        >>> [round(float(rate(t)), 4) for t in (0, 1, 2)]
        [0.4, 0.2, 0.1]
    """
    lr0, decay = _numbers(lr0=lr0, decay=decay)
    return lambda t: lr0 * decay ** np.asarray(t)[()]


def cosine_annealing(lr0: float, total: float, lr_min: float = 0.0) -> Schedule:
    """Return lr_min + (lr0 − lr_min)(1 + cos(πt/total))/2, which is lr_min from t = total on.

    Source: Loshchilov and Hutter, SGDR (2017), without the restarts.

    Args:
        lr0: The rate of step 0.
        total: After how many steps the rate is `lr_min`; above 0.
        lr_min: The lowest rate.

    Raises:
        InputError: `total` is not above 0, or an argument is no number.

    Example:
        >>> from course.schedules import cosine_annealing
        >>> rate = cosine_annealing(0.4, total=100)
        >>> [round(float(rate(t)), 4) for t in (0, 50, 100, 150)]
        [0.4, 0.2, 0.0, 0.0]
    """
    _above_zero("total", total)
    lr0, lr_min = _numbers(lr0=lr0, lr_min=lr_min)
    return lambda t: (
        lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * np.minimum(t, total) / total)) / 2
    )


def linear_decay(lr0: float, total: float) -> Schedule:
    """Return lr0·(1 − t/total), which is 0 from t = total on.

    Args:
        lr0: The rate of step 0.
        total: After how many steps the rate is 0; above 0.

    Raises:
        InputError: `total` is not above 0, or an argument is no number.

    Example:
        >>> from course.schedules import linear_decay
        >>> rate = linear_decay(0.4, total=100)
        >>> [round(float(rate(t)), 4) for t in (0, 25, 100, 150)]
        [0.4, 0.3, 0.0, 0.0]
    """
    _above_zero("total", total)
    (lr0,) = _numbers(lr0=lr0)
    return lambda t: lr0 * (1 - np.minimum(t, total) / total)


def power_decay(lr0: float, power: float = 1.0, every: float = 1) -> Schedule:
    """Return lr0/(1 + t/every)^power.

    With 0.5 < power ≤ 1 its sum is infinite and the sum of its squares is finite, as in Robbins
    and Monro (1951).

    Args:
        lr0: The rate of step 0.
        power: How fast it falls.
        every: After how many steps it has been divided by 2^power; above 0.

    Raises:
        InputError: `every` is not above 0, or an argument is no number.

    Example:
        >>> from course.schedules import power_decay
        >>> rate = power_decay(0.4, power=1.0, every=10)
        >>> [round(float(rate(t)), 4) for t in (0, 10, 30)]
        [0.4, 0.2, 0.1]
    """
    _above_zero("every", every)
    lr0, power = _numbers(lr0=lr0, power=power)
    return lambda t: lr0 / (1 + np.asarray(t) / every)[()] ** power


def warm_up(steps: int, then: Schedule) -> Schedule:
    """Return a straight rise in `steps` steps to then(0), and after that `then` from its start.

    The first rate is then(0)/steps, the one of step number steps − 1 is then(0). Source: Goyal et
    al. (2017), gradual warm-up.

    Args:
        steps: How many steps the rise takes; above 0.
        then: The schedule that follows.

    Raises:
        InputError: `steps` is not above 0, or `then` is no schedule.

    Example:
        >>> from course.schedules import linear_decay, warm_up
        >>> rate = warm_up(4, linear_decay(0.4, total=100))
        >>> [round(float(rate(t)), 4) for t in (0, 1, 3, 4, 54)]
        [0.1, 0.2, 0.4, 0.4, 0.2]
    """
    _above_zero("steps", steps)
    if not callable(then):
        raise InputError(
            "then must be a schedule, such as course.schedules.cosine_annealing(0.1, 100), but "
            f"it is {shown(then)}"
        )
    return lambda t: np.where(
        np.less(t, steps),
        then(0) * (np.asarray(t) + 1) / steps,
        then(np.maximum(np.subtract(t, steps), 0)),
    )[()]
