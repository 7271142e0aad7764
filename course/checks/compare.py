"""Whether two answers are the same: wide enough for float32 and for any equal form."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any

import numpy as np

RTOL = 2e-5
ATOL = 1e-7


def plain(value: Any) -> Any:
    """Return `value` with generators and ranges as lists."""
    if isinstance(value, (types.GeneratorType, range, map, zip)):
        return list(value)
    return value


def difference(expected: Any, got: Any, rtol: float = RTOL, atol: float = ATOL) -> str | None:
    """Return None where `got` is as good as `expected`, else a sentence that says what differs.

    Numbers may be Python's or NumPy's, arrays may be lists or tuples, text may differ in case.
    """
    got = plain(got)
    if expected is None or isinstance(expected, bool):
        same = got is expected or (isinstance(got, np.bool_) and bool(got) is expected)
        return None if same else f"expected {expected}"
    if isinstance(expected, str):
        same = isinstance(got, str) and got.strip().casefold() == expected.strip().casefold()
        return None if same else "the text is another"
    if isinstance(expected, Mapping):
        return _mapping_difference(expected, got, rtol, atol)
    if isinstance(expected, tuple):
        return _tuple_difference(expected, got, rtol, atol)
    return _array_difference(expected, got, rtol, atol)


def _mapping_difference(expected, got, rtol, atol) -> str | None:
    if not isinstance(got, Mapping):
        return f"it is {kind(got)}, not a dictionary"
    if set(expected) != set(got):
        keys = ", ".join(repr(key) for key in expected)
        return f"its keys must be {keys}"
    for key, value in expected.items():
        told = difference(value, got[key], rtol, atol)
        if told:
            return f"at key {key!r}: {told}"
    return None


def _tuple_difference(expected, got, rtol, atol) -> str | None:
    if not isinstance(got, (tuple, list, np.ndarray)):
        return f"it is {kind(got)}, not {len(expected)} values"
    # Not np.ndim: it raises for values of unequal lengths.
    if (isinstance(got, np.ndarray) and got.ndim == 0) or len(got) != len(expected):
        return f"there must be {len(expected)} values"
    for i, (one, other) in enumerate(zip(expected, got, strict=True)):
        told = difference(one, other, rtol, atol)
        if told:
            return f"value {i + 1} of {len(expected)}: {told}"
    return None


def _array_difference(expected, got, rtol, atol) -> str | None:
    expected = np.asarray(expected, dtype=float)
    try:
        if got is None:
            raise TypeError
        array = np.asarray(got)
        if array.dtype.kind == "O":
            array = array.astype(float)
        if array.dtype.kind not in "iuf":
            raise TypeError
        array = array.astype(float)
    except (TypeError, ValueError):
        return f"it is {kind(got)}, not {'a number' if expected.ndim == 0 else 'numbers'}"
    if array.shape != expected.shape and (expected.size != 1 or array.size != 1):
        return f"its shape is {array.shape}, not {expected.shape}"
    array = array.reshape(expected.shape)
    wrong = ~np.isclose(array, expected, rtol=rtol, atol=atol, equal_nan=True)
    if not np.any(wrong):
        return None
    if np.any(np.isnan(array[wrong])):
        return "it holds NaN (not a number)"
    if expected.ndim == 0:
        return f"off by {relative(array, expected)}"
    where = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = where[0] if len(where) == 1 else where
    return (
        f"{np.sum(wrong)} of {expected.size} entries differ; the first at index {place}: "
        f"{array[where]:.10g} instead of {expected[where]:.10g}"
    )


def relative(got, expected) -> str:
    """Return how far `got` is from `expected`, as text."""
    with np.errstate(all="ignore"):
        off = float(got) - float(expected)
    if expected == 0 or not np.isfinite(off):
        return f"{off:.3g}"
    percent = 100 * abs(off / expected)
    # Two digits, but never a whole percentage as a power of ten.
    told = f"{percent:.0f}" if 10 <= percent < 1e5 else f"{percent:.2g}"
    return f"{off:.3g} ({told} %)"


def kind(value: Any) -> str:
    """Return what `value` is, in a student's words."""
    if value is None:
        return "None (a function without `return` gives None)"
    if callable(value):
        return "a function"
    names = {
        str: "text",
        bool: "True or False",
        list: "a list",
        tuple: "a tuple",
        dict: "a dictionary",
        np.ndarray: "an array",
    }
    return names.get(type(value), f"a {type(value).__name__}")
