"""Tables as CSV, in one place: what a spreadsheet would take for a formula is made text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Moodle's word for no grade, and no formula: with a ' before it, Moodle refuses the table.
NONE = "-"
# What an LMS finds a student by stays as it is; none of these can call a function.
_KEY = re.compile(r"[\w.@+-]*")
# How a formula begins; Chinese, Japanese and Korean have these signs in another width, too.
_BEGIN = "=+-@\uff1d\uff0b\uff0d\uff20"
# Where a comma is the decimal sign, Excel opens a table by its semicolons: cells begin there, too.
_LATER = re.compile(rf"(;\"*)(?=[{re.escape(_BEGIN)}])")


def safe(cell: object, *, key: bool = False) -> str:
    """Return a cell's text, with a ' before what a spreadsheet would take for a formula.

    Args:
        cell: A number, which stays one, or text.
        key: Whether something else looks the text up, so that it must stay as it is.
    """
    text = _LATER.sub(r"\1'", f"{cell:g}" if isinstance(cell, float) else str(cell))
    if text in ("", NONE) or text[0] not in _BEGIN + "\t\r\n" or (key and _KEY.fullmatch(text)):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text


def for_people(rows: Iterable[Sequence[object]], keys: Iterable[int] = ()) -> bytes:
    """Return `table` as a file that a person opens.

    Excel takes a table that begins without a byte order mark for one in a code page of its own,
    and shows other letters in place of those with accents.
    """
    return table(rows, keys).encode("utf-8-sig")


def table(rows: Iterable[Sequence[object]], keys: Iterable[int] = ()) -> str:
    """Return rows as CSV.

    Args:
        rows: The heading first.
        keys: The columns by which something else finds a student.
    """
    keys, out = set(keys), io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    for row in rows:
        write([safe(cell, key=i in keys) for i, cell in enumerate(row)])
    return out.getvalue()
