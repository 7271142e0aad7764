"""Clear one-line errors for bad input: what was wrong with which argument, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


class InputError(ValueError):
    """An argument that cannot be used; the message names it and says what would do."""

    def _render_traceback_(self) -> list[str]:
        """Show one line in a notebook instead of a traceback (IPython calls this)."""
        return [f"{type(self).__name__}: {self}"]


def shown(value: Any) -> str:
    """Return a short text form of `value` for an error message."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else text[:57] + "..."


def numbers(name: str, value: Any) -> np.ndarray:
    """Return `value` as a float64 array of any shape, or raise InputError naming `name`."""
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "iuf":
            raise TypeError
        array = array.astype(float)
    except (TypeError, ValueError):
        raise InputError(
            f"{name} must be a number or an array of numbers, but it is {shown(value)}"
        ) from None
    if not np.all(np.isfinite(array)):
        raise InputError(f"{name} must be finite, but it holds NaN or infinity: {shown(value)}")
    return array


def all_numbers(**arguments: Any) -> None:
    """Raise InputError for the first argument that is no number, and no array of them."""
    for name, value in arguments.items():
        numbers(name, value)


def number(name: str, value: Any, *, positive: bool = False) -> float:
    """Return `value` as one float (above 0 where `positive`), or raise InputError."""
    array = numbers(name, value)
    if array.size != 1:
        raise InputError(f"{name} must be one number, but it has shape {array.shape}")
    result = float(array.reshape(()))
    if positive and result <= 0:
        raise InputError(f"{name} must be above 0, but it is {result:g}")
    return result


def count(name: str, value: Any, *, least: int = 0) -> int:
    """Return `value` as a whole number of at least `least`, or raise InputError."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < least:
        raise InputError(
            f"{name} must be a whole number, {least} or more, but it is {shown(value)}"
        )
    return int(value)


def generator(name: str, value: Any) -> np.random.Generator:
    """Return `value` if it can draw random orders, or raise InputError naming `name`."""
    if not callable(getattr(value, "permutation", None)):
        raise InputError(
            f"{name} must be a random generator, such as np.random.default_rng(0), but it is "
            f"{shown(value)}"
        )
    return value


def pairs(x: Any, y: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return inputs (n,) or (n, d) and targets (n,) that belong together, or raise InputError."""
    x, y = numbers("x", x), numbers("y", y)
    if y.ndim != 1 or x.ndim not in (1, 2) or len(x) != len(y) or len(y) == 0:
        raise InputError(
            f"x and y must hold one row for each example, but their shapes are {x.shape} and "
            f"{y.shape}"
        )
    return x, y


def one_of(name: str, value: Any, allowed: Sequence[Any]) -> Any:
    """Return `value` if it is one of `allowed`, or raise InputError listing them."""
    if isinstance(value, np.ndarray) or value not in allowed:
        listed = ", ".join(str(item) for item in allowed)
        raise InputError(f"{name} must be one of {listed}, but it is {shown(value)}")
    return value
