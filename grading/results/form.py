"""The form below each exercise: what it shows, what was typed, and what is wrong with that.

Each field is sent together with what it held when the page was opened. So what nobody touched
changes nothing, and what was changed elsewhere meanwhile is told before it is overwritten.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from grading.results.by_hand import Given

# Characters of a comment.
LONGEST = 4000
# Bytes of a whole form: several comments of any script, twice.
MOST_BYTES = 2 << 20


@dataclass
class Entry:
    """The fields of one exercise.

    Attributes:
        given: What the gradebook says.
        points, comment: What stands in the fields.
        wrong: What is wrong with a field, by its name.
    """

    given: Given
    points: str
    comment: str
    wrong: dict[str, str] = field(default_factory=dict)


@dataclass
class Wanted:
    """What a form asks to write, by exercise; None are the checks' own points."""

    points: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)


def number(value: float) -> str:
    """Return points as the page shows them."""
    return f"{value:g}"


def opened(given: Mapping[str, Given]) -> dict[str, Entry]:
    """Return the fields as they are before anything is typed."""
    return {
        name: Entry(one, number(one.points), _plain(one.comment)) for name, one in given.items()
    }


def sent(
    given: Mapping[str, Given], value: Callable[[str], str | None]
) -> tuple[dict[str, Entry], Wanted]:
    """Return the fields as they were sent, with what is wrong, and what is to be written.

    Args:
        given: What the gradebook says now.
        value: Returns a field of the form, None if it was not sent.
    """
    entries, wanted = opened(given), Wanted()
    for name, entry in entries.items():
        for kind in ("points", "comment"):
            text, was = value(f"{kind}:{name}"), value(f"was-{kind}:{name}")
            if text is None or was is None:
                continue
            text, was, now = _plain(text), _plain(was), getattr(entry, kind)
            if text in (was, now):
                continue
            setattr(entry, kind, text)
            if was != now:
                entry.wrong[kind] = (
                    f"Meanwhile it was changed to {shorten(now, 200) or 'nothing'}. Save once "
                    "more to put yours in its place."
                )
                continue
            try:
                if kind == "points":
                    wanted.points[name] = _points(text, entry.given.possible)
                else:
                    wanted.comments[name] = _comment(text)
            except ValueError as error:
                entry.wrong[kind] = str(error)
    return entries, wanted


def _plain(text: str) -> str:
    """Return a text as it is compared and kept: browsers send other ends of lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _points(text: str, possible: float) -> float | None:
    if not text:
        return None
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = math.nan
    if not math.isfinite(points):
        raise ValueError(f"This is not a number. Write one from 0 to {number(possible)}.")
    if not 0 <= points <= possible:
        raise ValueError(f"The points must be from 0 to {number(possible)}.")
    return points + 0.0


def _comment(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"The comment has {len(text):,} characters; {LONGEST:,} are the most.")
    return text
