"""Python's own text of a value, however large that is: no more of it is made than is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

# Of a text no more is looked at, and lists in lists no deeper.
MOST_LETTERS, MOST_DEEP = 10_000, 50
# A whole number of more bits is told by its first digits: to write it out takes long.
MOST_BITS = 1000


def cut(text: str, limit: int) -> str:
    """Return a text with no more than `limit` characters, its end as … where some are missing."""
    return text if len(text) <= limit else text[: max(limit - 1, 0)] + "…"


def brief(value: Any, limit: int) -> str:
    """Return Python's own text of `value`, cut; no more of it is looked at than is shown."""
    text = ""
    for part in _parts(value):
        text += part
        # Several blanks become one.
        if len(text) > 4 * limit:
            break
    return cut(" ".join(text.split()), limit)


_BRACKETS = {list: "[]", tuple: "()", set: "{}", dict: "{}"}


def _parts(value: Any, deep: int = 0) -> Iterator[str]:
    """Yield the parts of what `repr` gives, of lists and their like one after another."""
    if type(value) in _BRACKETS and value:
        begin, end = _BRACKETS[type(value)]
        yield begin
        if deep > MOST_DEEP:
            yield f"…{end}"
            return
        for number, item in enumerate(value):
            yield ", " if number else ""
            yield from _parts(item, deep + 1)
            if isinstance(value, dict):
                yield ": "
                yield from _parts(value[item], deep + 1)
        yield ",)" if isinstance(value, tuple) and len(value) == 1 else end
    elif isinstance(value, (str, bytes)):
        yield repr(value[:MOST_LETTERS])
    elif type(value) is int and value.bit_length() > MOST_BITS:
        power, part = divmod(math.log10(abs(value)), 1)
        yield f"about {'-' * (value < 0)}{10**part:.6f}e+{power:.0f}"
    else:
        try:
            yield repr(value)
        except Exception:
            yield f"a {type(value).__name__}"
