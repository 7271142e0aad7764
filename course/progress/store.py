"""What a student has done, kept in `progress.json` beside the folders of the lessons.

It is kept in a student's own folder and nowhere else: a folder is one if it holds `start.ipynb`,
which `make lab` writes there. So nothing is written while a lesson is built, tested or graded.

    {"01_one_dimension": {"check": {"descend": {"first": "2026-03-01T10:00:00Z", …}}}}

Nothing else is kept here: a file that is lost loses the marks on the map, and no work.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.writing import alone, write_whole

START = "start.ipynb"
FILE = "progress.json"
LOCK = ".progress.lock"
# What `note` takes as a name: the lesson where it is not the folder's, the name in the lesson,
# and what tells one asking of the same question from another.
NAME = re.compile(r"(?:(?P<lesson>[^/]+)/)?(?P<name>[^@]+)(?:@(?P<asking>.*))?")

# Lessons to kinds ("check", "prediction", "quick") to names to entries.
Entry = dict[str, Any]
Record = dict[str, dict[str, dict[str, Entry]]]


def home() -> Path | None:
    """Return the student's own folder that this process runs in or just below, or None."""
    with contextlib.suppress(OSError):
        here = Path.cwd()
        return next((one for one in (here, here.parent) if (one / START).is_file()), None)
    return None


def lesson_of() -> str:
    """Return the lesson in whose folder (its name begins with a digit) this runs, or empty."""
    found = home()
    here = Path.cwd() if found else None
    return here.name if here and here != found and here.name[:1].isdigit() else ""


def read(folder: Path) -> Record:
    """Return what is kept in a student's folder; what cannot be read counts as nothing."""
    try:
        return _read(folder / FILE)
    except (OSError, ValueError):
        return {}


def note(kind: str, name: str, **facts: Any) -> None:
    """Keep what a student has just done, if this is a student's folder; never fail.

    Args:
        kind: "check" with the facts state, points and possible; "prediction" with right (None as
            long as it is open) and choice, the first one; "quick" with right (of the first
            choice), question, choices and answer.
        name: The name of the exercise or question; "LESSON/NAME" for one of another lesson, and
            "NAME@DAY" where a question is asked once more.
        facts: What is kept of it.
    """
    parts = NAME.fullmatch(name)
    folder = home()
    if parts is None or folder is None:
        return
    lesson = parts["lesson"] or lesson_of()
    if not lesson:
        return
    facts["asking"] = parts["asking"] or ""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    try:
        with alone(folder / LOCK):
            record = _read_or_begin(folder / FILE)
            kept = record.setdefault(lesson, {}).setdefault(kind, {})
            kept[parts["name"]] = MERGE[kind](kept.get(parts["name"], {}), facts, now)
            text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
            write_whole(folder / FILE, text + "\n")
    except OSError as error:
        print(f"Your progress is not kept: {error.strerror or error}. Your work is.")


def _check(before: Entry, facts: Entry, now: str) -> Entry:
    """Return the entry of an exercise after one more check."""
    return {
        "first": before.get("first", now),
        "last": now,
        "tries": before.get("tries", 0) + 1,
        "state": facts["state"],
        "points": float(facts["points"]),
        "possible": float(facts["possible"]),
        "best": max(before.get("best", 0.0), float(facts["points"])),
        "done": before.get("done", False) or facts["state"] == "right",
    }


def _prediction(before: Entry, facts: Entry, now: str) -> Entry:
    """Return the entry of a prediction: the first choice stays, its verdict may come later."""
    choice = before.get("choice") or facts.get("choice", "")
    right = before.get("right") if before.get("right") is not None else facts.get("right")
    times = {"first": before.get("first", now), "last": now}
    return {**times, "tries": before.get("tries", 0) + 1, "choice": choice, "right": right}


def _quick(before: Entry, facts: Entry, now: str) -> Entry:
    """Return the entry of a quick check: the question, and the first answer of each asking."""
    answers = list(before.get("answers", ()))
    if all(one["asking"] != facts["asking"] for one in answers):
        answers.append({"at": now, "right": bool(facts["right"]), "asking": facts["asking"]})
    question = {key: facts[key] for key in ("question", "choices", "answer")}
    times = {"first": before.get("first", now), "last": now}
    return {**times, "tries": before.get("tries", 0) + 1, **question, "answers": answers}


MERGE = {"check": _check, "prediction": _prediction, "quick": _quick}


def _read(file: Path) -> Record:
    """Return what the file holds.

    Raises:
        OSError: It is there and cannot be read.
        ValueError: What it holds is no record.
    """
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    groups: Iterable[Any] = record.values() if isinstance(record, dict) else [None]
    if not all(isinstance(group, dict) for group in groups) or not all(
        isinstance(entry, dict)
        for group in groups
        for kept in group.values()
        for entry in (kept.values() if isinstance(kept, dict) else [None])
    ):
        raise ValueError(f"{file.name} holds no record of progress")
    return record


def _read_or_begin(file: Path) -> Record:
    """Return what the file holds; one that is broken is set aside, and a new one begun."""
    try:
        return _read(file)
    except ValueError:
        aside = file.with_name(f"progress-broken-{time.time_ns()}.json")
        os.replace(file, aside)
        print(f"{file.name} could not be read and is now {aside.name}; a new one is begun.")
        return {}
