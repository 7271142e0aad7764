"""One rule for what an answer is, and for how it is called: in the notebook and when graded."""

from __future__ import annotations

import contextlib
import itertools
import numbers
import types
import warnings
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from decimal import Decimal
from typing import Any

import numpy as np

# More than any answer has: an iterator that never ends is cut here.
MOST = 1_000_000


def plain(value: Any) -> Any:
    """Return `value` with exact numbers as floats, and what can only be gone through as a list.

    Text, dictionaries, lists, tuples and NumPy's arrays stay what they are.
    """
    if value is None or isinstance(value, (str, bytes, bool, Mapping, list, tuple, np.ndarray)):
        return value
    if isinstance(value, (np.generic, int, float, complex)):
        return value
    if isinstance(value, (Decimal, numbers.Rational)):
        return float(value)
    if callable(getattr(value, "to_numpy", None)):
        return np.asarray(value)
    # `list[3.0]`, written for `list(3.0)`, gives itself again and again when it is gone through.
    if isinstance(value, Iterable) and not isinstance(value, (type, types.GenericAlias)):
        return list(itertools.islice(value, MOST))
    return _by_place(value)


def _by_place(value: Any) -> Any:
    """Return what stands at the places of an object that has these and a length, as a list.

    NumPy reads a class of a student's own so, and what an answer is must not depend on who reads.
    """
    kind = type(value)
    if hasattr(kind, "__getitem__") and hasattr(kind, "__len__"):
        with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):
            return [value[place] for place in range(min(len(value), MOST))]
    return value


class Itself:
    """Stands in a list for the list itself, as `weights.append(weights)` puts it there.

    NumPy would follow it 32 rows deep, and ask for all the memory that there is.
    """

    def __repr__(self) -> str:
        """Return what Python shows, too."""
        return "[...]"


def snapshot(value: Any, depth: int = 3, inside: tuple[Any, ...] = ()) -> Any:
    """Return `value` as it is now: lists, tuples, dictionaries and arrays inside it are copied.

    A student's function may go on changing what it has given back. What can be gone through once
    only is gone through here, while the call is watched. Lists and dictionaries that `value` is
    inside of are held by `Itself`.
    """
    if any(value is one for one in inside):
        return Itself()
    if hasattr(type(value), "__next__"):
        value = plain(value)
    if type(value) is np.ndarray:
        return value.copy()
    if type(value) in (list, tuple) and depth:
        # Asked of each kind once: rows are many.
        changing = set(filter(_changes, set(map(type, value))))
        if not changing:
            return type(value)(value)
        inside = (*inside, value)
        return type(value)(
            snapshot(item, depth - 1, inside) if type(item) in changing else item for item in value
        )
    if type(value) is dict and depth:
        inside = (*inside, value)
        return {key: snapshot(item, depth - 1, inside) for key, item in value.items()}
    return value


_CHANGE = frozenset({list, tuple, dict, np.ndarray})


def _changes(kind: type) -> bool:
    return kind in _CHANGE or hasattr(kind, "__next__")


def read(names: MutableMapping[str, Any], name: str) -> Any:
    """Return a variable's value; what can be gone through once only can be gone through again.

    Raises:
        KeyError: There is no such variable.
    """
    value = names[name]
    if not isinstance(value, Iterator):
        return value
    items = plain(value)
    # Looked at twice it would be empty, by the next check and for the student, too.
    names[name] = itertools.chain(items, value)
    return items


# What says that the student's own settings made a call stop, where others only read a message.
ASKED_FOR = (FloatingPointError, Warning)


@contextlib.contextmanager
def silently(*, strict: bool = True) -> Iterator[None]:
    """Keep warnings and NumPy's messages away while a call runs.

    Args:
        strict: Whether an error that the student asked for (`np.seterr(all="raise")`, warnings as
            errors) is raised; if not, nothing is. What is set stays set afterwards.
    """
    asked: dict[str, Any] = {
        kind: how if strict and how in ("raise", "call") else "ignore"
        for kind, how in np.geterr().items()
    }
    with warnings.catch_warnings(), np.errstate(**asked):
        if strict:
            warnings.showwarning = _say_nothing
        else:
            warnings.simplefilter("ignore")
        yield


def _say_nothing(*args: object, **kwargs: object) -> None:
    """Take a warning's place on the screen."""
