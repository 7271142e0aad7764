"""When a question is asked again: after 1, 3, 7, 14 and 30 days, from the start if it went wrong.

Pure functions of what is kept of the quick checks; nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, zip_longest
from typing import Any

DAYS = (1, 3, 7, 14, 30)
MOST = 8
LEAD = 2.0


def due(entries: Mapping[str, Mapping[str, Any]], today: date) -> list[str]:
    """Return the names of the questions to ask today, in their order, MOST at most.

    What has waited longest comes first; a question that went wrong has a start of up to LEAD
    days, and so comes first among those of a day without keeping the others away for ever. The
    lessons take turns.

    Args:
        entries: By "LESSON/NAME" what `store.note` keeps of each quick check.
        today: The day.
    """
    waited = {
        name: (today - next_day(entry["answers"])).days
        for name, entry in entries.items()
        if entry.get("answers")
    }
    urgent = {
        name: (-days - LEAD * _wrong(entries[name]["answers"]), name)
        for name, days in waited.items()
        if days >= 0
    }
    turns = defaultdict(list)
    for name in sorted(urgent, key=lambda name: urgent[name])[:MOST]:
        turns[name.partition("/")[0]].append(name)
    return [name for name in chain(*zip_longest(*turns.values())) if name]


def next_day(answers: Sequence[Mapping[str, Any]]) -> date:
    """Return the day from which a question is due, after its answers so far (one or more)."""
    row = 0
    for answer in reversed(answers):
        if not answer["right"]:
            break
        row += 1
    # After a wrong answer as after the first right one: tomorrow.
    return _day(answers[-1]) + timedelta(DAYS[min(max(row - 1, 0), len(DAYS) - 1)])


def _wrong(answers: Sequence[Mapping[str, Any]]) -> float:
    """Return which share of the answers was wrong."""
    return sum(not answer["right"] for answer in answers) / len(answers)


def _day(answer: Mapping[str, Any]) -> date:
    """Return the day of an answer where the student is."""
    return datetime.fromisoformat(answer["at"]).astimezone().date()
