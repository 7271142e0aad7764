"""What was answered, kept in `predictions.json` beside the notebook.

An entry holds the question, too, so that a file alone tells what was asked. A notebook that a
machine runs from top to bottom makes no choice and writes nothing.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.progress.store import note
from course.questions.question import Answer, Question
from course.writing import alone, write_whole

FILE = Path("predictions.json")
LOCK = Path(".predictions.lock")


def question(name: str) -> Question | None:
    """Return the question of that name as it was asked when it was answered last."""
    kept = _entry(name)
    try:
        choices = {str(choice): str(because) for choice, because in kept["choices"].items()}
        return Question(kept["kind"], name, str(kept["question"]), choices)
    except (KeyError, AttributeError):
        return None


def answer(name: str) -> Answer:
    """Return what was chosen."""
    kept = _entry(name)
    return Answer(str(kept.get("first", "")), str(kept.get("last", "")), kept.get("late") is True)


def keep(question: Question, answer: Answer, happened: str) -> str:
    """Keep an answer; return why it could not be kept, or "".

    Nothing that the file holds of other questions is lost, and a file that cannot be read is set
    aside, not overwritten.
    """
    entry = {
        "kind": question.kind,
        "question": question.text,
        "choices": question.choices,
        "first": answer.first,
        "last": answer.last,
        "late": answer.late,
        "happened": happened,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    try:
        with alone(LOCK):
            kept = _all()
            if kept is None:
                os.replace(FILE, FILE.with_suffix(".json.unreadable"))
            text = json.dumps((kept or {}) | {question.name: entry}, indent=1, ensure_ascii=False)
            write_whole(FILE, text + "\n")
    except OSError as error:
        return f"the folder cannot be written to ({error.strerror or error})"
    _note(question, answer, happened)
    return ""


def _note(question: Question, answer: Answer, happened: str) -> None:
    """Note the first choice for the map; a quick check with all that asking again takes."""
    right = answer.first == happened
    if question.kind == "quick":
        kept = {"question": question.text, "choices": question.choices, "answer": happened}
        note("quick", question.name, right=right, **kept)
    elif not answer.late:
        note("prediction", question.name, choice=answer.first, right=right if happened else None)


def _all() -> dict[str, Any] | None:
    """Return every entry, or None where there is a file that cannot be read as one."""
    if not FILE.exists():
        return {}
    try:
        kept = json.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) else None


def _entry(name: str) -> dict[str, Any]:
    kept = (_all() or {}).get(name, {})
    # Before entries held the question, they were the choice alone.
    return {"first": kept, "last": kept} if isinstance(kept, str) else dict(kept)
