"""Whether two answers are the same: wide enough for float32 and for any equal form.

An answer may be Python's or NumPy's, a list, a tuple, an iterator, a Series, a Fraction: what
counts is its value (see `course.answers`).
"""

from __future__ import annotations

import math
import types
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import numpy as np

from course.answers import Itself, plain
from course.checks.brief import brief
from course.checks.deadline.search import go_on
from course.counting import counted, listed

RTOL = 2e-5
ATOL = 1e-7
# Stands in what is told of an answer that is of another kind, or holds another number of values.
WANTED = "; asked for: "


def difference(expected: Any, got: Any, rtol: float = RTOL, atol: float = ATOL) -> str | None:
    """Return None where `got` is as good as `expected`, else a sentence that says what differs.

    Numbers may be Python's or NumPy's, arrays may be lists or tuples, text may differ in case.
    """
    return _difference(expected, got, rtol, atol, _numbers_differ)


def hint_at(expected: Any, got: Any, rtol: float = RTOL, atol: float = ATOL) -> str | None:
    """Compare as `difference` does, but never tell the number that is right."""
    return _difference(expected, got, rtol, atol, _numbers_hint)


def alike(expected: Any, got: Any, rtol: float = RTOL, atol: float = ATOL) -> bool:
    """Return whether `difference` finds none; without its words, which take as long again."""
    return _difference(expected, got, rtol, atol, _numbers_unlike) is None


def _difference(expected, got, rtol, atol, tell) -> str | None:
    got = plain(got)
    if expected is None or isinstance(expected, (bool, np.bool_)):
        same = got is expected or (
            isinstance(got, (bool, np.bool_)) and expected is not None and got == expected
        )
        if same:
            return None
        if isinstance(got, (bool, np.bool_)) and expected is not None:
            return "it is the other one of True and False"
        return _another_kind(got, "None" if expected is None else "True or False")
    if isinstance(expected, str):
        if not isinstance(got, str):
            return _another_kind(got, "text")
        same = got.strip().casefold() == expected.strip().casefold()
        return None if same else "it is another text"
    if isinstance(expected, Mapping):
        return _mapping_difference(expected, got, rtol, atol, tell)
    if isinstance(expected, tuple):
        return _tuple_difference(expected, got, rtol, atol, tell)
    return _array_difference(expected, got, rtol, atol, tell)


def _another_kind(got: Any, wanted: str, what: str = "") -> str:
    return f"it is {what or kind(got)}{WANTED}{wanted}"


def _mapping_difference(expected, got, rtol, atol, tell) -> str | None:
    if not isinstance(got, Mapping):
        return _another_kind(got, "a dictionary")
    missing = [repr(plain(key)) for key in expected if key not in got]
    if missing:
        keys, are = ("keys", "are") if len(missing) > 1 else ("key", "is")
        return f"the {keys} {listed(missing)} {are} missing"
    extra = list(islice((brief(plain(key), 60) for key in got if key not in expected), 3))
    if extra:
        return f"the key {', '.join(extra)} does not belong there"
    for key, value in expected.items():
        told = _difference(value, got[key], rtol, atol, tell)
        if told:
            return f"at key {key!r}: {told}"
    return None


def _tuple_difference(expected, got, rtol, atol, tell) -> str | None:
    many = len(expected)
    if not isinstance(got, (tuple, list, np.ndarray)):
        return _another_kind(got, counted(many, "value"))
    # Not np.ndim: it raises for values of unequal lengths.
    length = 1 if isinstance(got, np.ndarray) and got.ndim == 0 else len(got)
    # One array is one thing to who wrote it, though its rows may stand for the values.
    came = shape_words(got.shape) if isinstance(got, np.ndarray) else counted(length, "value")
    if length != many or (isinstance(got, np.ndarray) and got.ndim == 0):
        return f"{came} came back{WANTED}{counted(many, 'value')}"
    for i, (one, other) in enumerate(zip(expected, got, strict=True)):
        told = _difference(one, other, rtol, atol, tell)
        if told and isinstance(got, np.ndarray) and WANTED in told:
            return f"{came} came back{WANTED}{counted(many, 'value')}"
        if told:
            return f"value {i + 1} of {many}: {told}"
    return None


def numeric(value: Any) -> np.ndarray | None:
    """Return `value` as an array of floats, or None where it is none."""
    go_on()
    value = plain(value)
    try:
        if value is None or isinstance(value, (str, bytes, Mapping)):
            return None
        array = np.asarray(value)
        if array.dtype.kind == "O":
            array = np.asarray(_deep(value)).astype(float)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _deep(value: Any) -> Any:
    """Return nested rows with exact numbers as floats and iterators as lists, all the way down."""
    value = plain(value)
    if isinstance(value, np.ndarray):
        return value.tolist() if value.dtype.kind == "O" else value
    if isinstance(value, (list, tuple)):
        return [_deep(item) for item in value]
    if isinstance(value, (bool, str, bytes)) or value is None:
        raise TypeError
    return value


def _array_difference(expected, got, rtol, atol, tell) -> str | None:
    if isinstance(expected, float) and isinstance(got, float):
        # Most of what is compared; for one number an array takes ten times as long.
        if _near(float(got), float(expected), rtol, atol):
            return None
        return tell(*map(np.asarray, (got, expected, True)))
    expected = np.asarray(expected, dtype=float)
    array = numeric(got)
    if array is None:
        return _another_kind(got, shape_words(expected.shape), _no_numbers(got))
    if array.shape != expected.shape and (expected.size != 1 or array.size != 1):
        return f"{shape_words(array.shape)} came back{WANTED}{shape_words(expected.shape)}"
    array = array.reshape(expected.shape)
    wrong = ~_close(array, expected, rtol, atol)
    return tell(array, expected, wrong) if wrong.any() else None


def _no_numbers(got: Any) -> str:
    """Return what `got` is and, where a list or an array would do, what is wrong in it."""
    what = kind(got)
    if not isinstance(got, (list, tuple, np.ndarray)) or what.endswith("of texts"):
        return what
    entries = list(islice(_entries(got), MOST_ENTRIES))
    strange = [entry for entry in entries if numeric(entry) is None]
    if strange:
        return f"{what} with {kind(plain(strange[0]))} in it"
    return what if len(entries) == MOST_ENTRIES else f"{what} whose entries differ in size"


# How many entries are looked at for one that is no number.
MOST_ENTRIES = 1000


def _entries(rows: Any, depth: int = 3) -> Iterator[Any]:
    """Yield the entries of rows, and of rows in them."""
    for row in np.atleast_1d(rows) if isinstance(rows, np.ndarray) else rows:
        if depth and isinstance(row, (list, tuple, np.ndarray)):
            yield from _entries(row, depth - 1)
        else:
            yield row


def _near(number: float, expected: float, rtol: float, atol: float) -> bool:
    """Return what `_close` does, for one number."""
    if math.isfinite(expected):
        return abs(number - expected) <= atol + rtol * abs(expected)
    return number == expected or (math.isnan(number) and math.isnan(expected))


def _close(array: np.ndarray, expected: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """Return where numbers are close, as np.isclose does with `equal_nan`, in a fifth of its time.

    A check compares thousands of small arrays.
    """
    with np.errstate(all="ignore"):
        near = np.abs(array - expected) <= atol + rtol * np.abs(expected)
    # What is the same is close: infinities, whose difference is no number.
    near = near & np.isfinite(expected) | (array == expected)
    return np.asarray(near if near.all() else near | (np.isnan(array) & np.isnan(expected)))


def _not_a_number(array, wrong) -> str:
    """Return what is told where a wrong number is none, or an empty text."""
    if not np.isnan(array[wrong]).any():
        return ""
    return "it is not a number (NaN)" if array.ndim == 0 else "it holds NaN (not a number)"


def _numbers_differ(array, expected, wrong) -> str:
    if told := _not_a_number(array, wrong):
        return told
    if expected.ndim == 0 and not np.isfinite(expected):
        return f"{float(array):.10g} instead of {float(expected):g}"
    if expected.ndim == 0:
        return f"off by {relative(array, expected)}"
    where = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = where[0] if len(where) == 1 else where
    many = f"{np.sum(wrong)} of {expected.size} numbers differ; the first" if (
        expected.size > 1
    ) else "the number"  # fmt: skip
    return f"{many} at index {place}: {array[where]:.10g} instead of {expected[where]:.10g}"


def _numbers_unlike(array, expected, wrong) -> str:
    return "other numbers"


# Nearer than this, an answer was worked out rightly and given too coarsely.
NEAR = 2e-3


def _numbers_hint(array, expected, wrong) -> str:
    if told := _not_a_number(array, wrong):
        return told
    first = int(np.argmax(wrong))
    got, right = float(array.flat[first]), float(expected.flat[first])
    place = "" if expected.ndim == 0 else f"number {first + 1} of {expected.size}: "
    if right and np.isfinite(got) and abs(got - right) <= NEAR * abs(right):
        return place + "it is near, but not near enough" + (
            ": give more digits" if _cut(got, right) else ""
        )  # fmt: skip
    if got == -right != 0:
        return place + "its sign is wrong"
    return place + ("it is too large" if got > right else "it is too small")


def _cut(got: float, right: float) -> bool:
    """Return whether `got` is `right` with fewer digits, rounded or cut off."""
    return right != round(right) and any(
        abs(got - right) <= 10.0**-digits and got == round(got, digits) for digits in range(9)
    )


def is_whole(*values: Any) -> bool:
    """Return whether all of these are whole numbers, or arrays of whole numbers."""
    return all(np.asarray(value).dtype.kind in "iu" for value in values)


def shape_words(shape: tuple[int, ...]) -> str:
    """Return an array's shape in words: "one number", "6 numbers", "a table of 3 rows …"."""
    if shape == ():
        return "one number"
    if len(shape) == 1:
        return f"a row of {counted(shape[0], 'number')}"
    if len(shape) == 2:
        return f"a table of {counted(shape[0], 'row')} and {counted(shape[1], 'column')}"
    return f"an array of shape {shape}"


# Beyond ten times too much, a percentage only has more zeros to count.
MOST_PERCENT = 1000


def relative(got, expected) -> str:
    """Return how far `got` is from `expected`, as text."""
    with np.errstate(all="ignore"):
        off = float(got) - float(expected)
    if expected == 0 or not np.isfinite(off):
        return f"{off:.3g}"
    percent = 100 * abs(off / expected)
    if percent > MOST_PERCENT:
        return f"{off:.3g}"
    # Two digits, but never a whole percentage as a power of ten.
    told = f"{percent:.0f}" if percent >= 10 else f"{percent:.2g}"
    return f"{off:.3g} ({told} %)"


def kind(value: Any) -> str:
    """Return what `value` is, in a student's words."""
    if value is None:
        return "None (nothing)"
    if value is ...:
        return "still `...`"
    names = {
        str: "text",
        bool: "True or False",
        np.bool_: "True or False",
        list: "a list",
        tuple: "a tuple",
        dict: "a dictionary",
        np.ndarray: "an array",
        Itself: "the list itself",
    }
    if isinstance(value, (list, tuple)) and value and all(isinstance(v, str) for v in value):
        return f"{names.get(type(value), 'a row')} of texts"
    if type(value) in names:
        return names[type(value)]
    if isinstance(value, types.GenericAlias):
        return f"`{value.__origin__.__name__}[…]`, which holds nothing"
    if isinstance(value, type) or callable(value):
        return "a function"
    if isinstance(value, (int, float, np.integer, np.floating)):
        return "a number"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiouAEIO' else 'a'} {name}"
