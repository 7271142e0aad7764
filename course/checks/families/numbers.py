"""Mistakes that can be made with any number: rounded, cut off, made text, its sign lost."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course.checks.compare import is_whole
from course.checks.exercise import Call, Mistake, answered, spotted


def each(answer: Any, change: Callable[[Any], Any]) -> Any:
    """Return the answer with `change` made to each of its numbers (or arrays)."""
    if isinstance(answer, Mapping):
        return {key: each(value, change) for key, value in answer.items()}
    if isinstance(answer, tuple):
        return tuple(each(value, change) for value in answer)
    if isinstance(answer, list):
        return [each(value, change) for value in answer]
    return change(answer)


def rounded(*digits: int, hint: str = "") -> Mistake:
    """Return the mistake of rounding the answer to one of these numbers of digits."""
    return answered(
        "rounded",
        hint or "do not round inside the function; rounding is for printing",
        *(
            lambda answer, many=many, cut=cut: each(answer, lambda a: cut(a, many))
            for many in digits or (2, 3, 4, 1)
            for cut in (np.round, _exactly)
        ),
    )


def _exactly(value: Any, digits: int) -> Any:
    """Round as Python does, which differs from NumPy where a number lies almost between two."""
    return np.vectorize(lambda one: round(float(one), digits), otypes=[float])(value)


def integer(hint: str = "") -> Mistake:
    """Return the mistake of answering with whole numbers."""
    return answered(
        "integer",
        hint or "`//`, `int` and `round` throw away the part after the point",
        *(lambda answer, cut=cut: each(answer, cut) for cut in (np.floor, np.trunc, np.round)),
    )


def sign_flipped(hint: str) -> Mistake:
    """Return the mistake of answering with the other sign."""
    return answered("sign-flipped", hint, lambda answer: each(answer, lambda a: -np.asarray(a)))


def absolute(hint: str) -> Mistake:
    """Return the mistake of losing the sign."""
    return answered("absolute", hint, lambda answer: each(answer, np.abs))


def text(hint: str = "") -> Mistake:
    """Return the mistake of answering with text."""

    def is_text(call: Call) -> bool:
        return isinstance(call.result, str)

    return spotted(
        "text",
        hint or "return the number itself; an f-string makes text, which is for printing",
        is_text,
    )


def whole_start(*arguments: str) -> Mistake:
    """Return the mistake of cutting off fractions where the arguments hold whole numbers.

    An array that is made from whole numbers holds whole numbers only: what is put into it later
    loses what stands after its point.
    """

    def cut(answer: Any, **given: Any) -> Any:
        whole = is_whole(*(given[name] for name in arguments))
        return each(answer, np.trunc) if whole else answer

    return answered("whole-numbers-cut-off", WHOLE, _naming(cut, arguments))


HALF = (
    "a half stands where a root belongs: Python takes powers before it divides, so `a ** 1/2` is "
    "half of `a`; write `a ** 0.5` or `np.sqrt(a)`"
)

WHOLE = (
    "where the numbers that are given are whole (3, not 3.0), an array made from them keeps "
    "whole numbers only and cuts off every fraction: make it with `dtype=float`"
)


def _naming(function: Callable, names: tuple[str, ...]) -> Callable:
    """Return the function with these names of arguments in its signature."""

    def called(answer, **given):
        return function(answer, **given)

    positional = inspect.Parameter.POSITIONAL_OR_KEYWORD
    called.__signature__ = inspect.Signature(
        [inspect.Parameter(name, positional) for name in ("answer", *names)]
    )
    return called
