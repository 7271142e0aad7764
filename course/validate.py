"""Clear one-line errors for bad input: what was wrong with which argument, and what to do."""

from __future__ import annotations

import functools
import inspect
import linecache
import traceback
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

import numpy as np

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


class InputError(ValueError):
    """An argument that cannot be used; the message names it and says what would do."""

    def _render_traceback_(self) -> list[str]:
        """Show one line in a notebook instead of a traceback (IPython calls this), and where."""
        told = [f"{type(self).__name__}: {self}"]
        # The cell's own lines, down to the function that was written there; none of ours.
        for frame, number in traceback.walk_tb(self.__traceback__):
            file = frame.f_code.co_filename
            if frame.f_globals.get("__name__") == "__main__" and linecache.getline(file, number):
                told[1:] = [f"in line {number}: {linecache.getline(file, number).strip()}"]
        return told


def shown(value: Any) -> str:
    """Return a short text form of `value` for an error message."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else text[:57] + "..."


def any_numbers(name: str, value: Any) -> np.ndarray:
    """Return `value` as a float64 array of any shape; NaN and infinity may be in it."""
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "iuf":
            raise TypeError
        return array.astype(float)
    except (TypeError, ValueError):
        raise InputError(
            f"{name} must be a number or an array of numbers, but it is {shown(value)}"
        ) from None


def numbers(name: str, value: Any) -> np.ndarray:
    """Return `value` as a float64 array of any shape, or raise InputError naming `name`."""
    array = any_numbers(name, value)
    if not np.all(np.isfinite(array)):
        raise InputError(f"{name} must be finite, but it holds NaN or infinity: {shown(value)}")
    return array


def all_numbers(**arguments: Any) -> None:
    """Raise InputError for the first argument that is no number, and no array of them."""
    for name, value in arguments.items():
        numbers(name, value)


def fractions(**arguments: Any) -> None:
    """Raise InputError for the first argument that is no fraction: 0 or more and below 1."""
    for name, value in arguments.items():
        array = numbers(name, value)
        if wrong := [one for one in array.flat if not 0 <= one < 1]:
            raise InputError(f"{name} must be 0 or more and below 1, but it is {wrong[0]:g}")


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


def array_numbers(name: str, value: Any) -> np.ndarray:
    """Return `value` as `any_numbers` does, but not a list: nothing can be added to that."""
    if isinstance(value, (list, tuple)):
        raise InputError(
            f"{name} must be a number or an array, but it is {shown(value)}: "
            f"np.array({name}) makes an array of it"
        )
    return any_numbers(name, value)


def counts(name: str, value: Any) -> list[int]:
    """Return `value` as a list of whole numbers, each 1 or more, or raise InputError."""
    if not isinstance(value, (Sequence, np.ndarray)) or isinstance(value, str):
        raise InputError(f"{name} must be a list of whole numbers, but it is {shown(value)}")
    return [count(name, one, least=1) for one in value]


def function(name: str, value: Any) -> Callable[..., Any]:
    """Return `value` if it can be called, or raise InputError naming `name`."""
    if not callable(value):
        raise InputError(f"{name} must be a function, but it is {shown(value)}")
    return value


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


# What a function may end with when its arguments are at fault.
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def explained_answer(
    answer: Callable[[Any], Any], **check: Callable[[str, Any], Any]
) -> Callable[[Any], Any]:
    """Return a function of one argument that looks at it by a check of that name if it fails."""
    ((name, must_be),) = check.items()

    # It is called as the other one is, but stays this module's: that tells whose work is asked.
    @functools.wraps(answer, assigned=("__name__", "__doc__"))
    def asking(*place: Any, **named: Any) -> Any:
        try:
            return answer(*place, **named)
        except InputError:
            raise
        except _FAULTS:
            given = (*place, *named.values())
            if len(given) != 1:
                raise
            try:
                must_be(name, *given)
            except InputError as wrong:
                raise wrong from None
            raise

    return asking


def _form(name: str, value: Any) -> str:
    """Return a name with the shape of its array, if that is what it is."""
    try:
        return f"{name} of shape {np.shape(value)}"
    except ValueError:
        return name


def explained(
    **checks: Callable[[str, Any], Any],
) -> Callable[[Callable[Given, Returned]], Callable[Given, Returned]]:
    """Decorate a function that is called too often to look at its arguments before each call.

    Only when it fails they are looked at, by the check of each name, which raises InputError for
    what cannot be used. An error that no argument explains is raised as it was: it may be that
    of a function that was given.

    Example:
        >>> from course.validate import explained, numbers
        >>> @explained(w=numbers)
        ... def half(w):
        ...     return w / 2
        >>> half(3.0)
        1.5
        >>> half("three")
        Traceback (most recent call last):
        course.validate.InputError: w must be a number or an array of numbers, but it is 'three'
    """

    def decorated(asked: Callable[Given, Returned]) -> Callable[Given, Returned]:
        signature = inspect.signature(asked)

        def why(error: Exception, *args: Any, **kwargs: Any) -> Exception:
            """Return the error to raise: what is wrong with an argument, or the one there was."""
            try:
                bound = signature.bind(*args, **kwargs)
            except TypeError:
                return error
            bound.apply_defaults()
            given = {name: bound.arguments[name] for name in checks}
            try:
                for name, check in checks.items():
                    check(name, given[name])
            except InputError as wrong:
                return wrong
            if isinstance(error, (ValueError, IndexError)) and function not in checks.values():
                forms = " and ".join(map(_form, given, given.values()))
                return InputError(f"{forms} do not fit together: {error}")
            return error

        @functools.wraps(asked)
        def asking(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
            try:
                return asked(*args, **kwargs)
            except InputError:
                raise
            except _FAULTS as error:
                wrong = why(error, *args, **kwargs)
                if wrong is error:
                    raise
                raise wrong from None

        return asking

    return decorated
