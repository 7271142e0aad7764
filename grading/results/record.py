"""What one process alone writes: the gradebook, the graded notebook, the feedback page.

A submission is recorded in one transaction; then its feedback page is put in place, then its
graded notebook, which holds the digest of what was graded. So whatever is stopped in between is
graded again, and what has the digest is finished.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Any

import nbformat
from dateutil.parser import UnknownTimezoneWarning, parse
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from grading.exam.examiner import MARK, Result
from grading.results.gradebook import reached

# How a graded notebook is read-only, as nbgrader leaves it.
READ_ONLY = 0o444


@dataclass(frozen=True)
class Grades:
    """What the gradebook says of one submission, for its feedback page.

    Attributes:
        score: Points, after a penalty for being late.
        possible: The most points.
        penalty: What was taken off for being late.
        late: Whether it was late.
        cells: Score and most points of each graded cell, by name.
        comments: The comment on each cell that has one, by name.
    """

    score: float
    possible: float
    penalty: float
    late: bool
    cells: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)


@contextlib.contextmanager
def one_transaction(gradebook: Gradebook) -> Iterator[None]:
    """Commit once at the end, whatever the gradebook's own methods commit inside."""
    session = gradebook.db()
    commit, session.commit = session.commit, session.flush
    try:
        yield
        commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.commit = commit
        # A new session next time: one would gather the whole class in memory.
        gradebook.db.remove()


def write_grades(
    gradebook: Gradebook,
    student: str,
    lesson: str,
    result: Result,
    timestamp: str,
    config: Config,
) -> Grades:
    """Record a graded submission in the gradebook, as nbgrader's autograde does.

    Grades and comments that a person gave stay. Returns what the gradebook then says.

    Raises:
        GradingError: The gradebook cannot be written to.
    """
    with reached(), one_transaction(gradebook):
        gradebook.update_or_create_student(student)
        about = {"timestamp": timestamp} if timestamp else {}
        submitted = gradebook.update_or_create_submission(lesson, student, **about)
        notebook = next(one for one in submitted.notebooks if one.name == lesson)
        for grade in notebook.grades:
            grade.auto_score = result.scores.get(grade.name)
            looked_at = grade.manual_score is not None
            grade.needs_manual_grade = looked_at or grade.auto_score is None
        for comment in notebook.comments:
            unanswered = result.unanswered.get(comment.name, False)
            comment.auto_comment = "No response." if unanswered else None
        gradebook.db.flush()
        gradebook.db.expire_all()
        late = submitted.total_seconds_late
        notebook.late_submission_penalty = _penalty(config, student, notebook.score, late)
        gradebook.db.flush()
        return _grades(notebook, late > 0)


def _penalty(config: Config, student: str, score: float, late: float) -> float | None:
    if late <= 0:
        return None
    step = AssignLatePenalties(config=config)
    step.init_plugin()
    penalty = step.plugin_inst.late_submission_penalty(student, score, late)
    return None if penalty is None else min(max(penalty, 0.0), score)


def _grades(notebook: Any, late: bool) -> Grades:
    penalty = notebook.late_submission_penalty or 0.0
    cells = {grade.name: (grade.score, grade.max_score) for grade in notebook.grades}
    return Grades(
        sum(score for score, _ in cells.values()) - penalty,
        sum(most for _, most in cells.values()),
        penalty,
        late,
        cells,
        {one.name: one.comment for one in notebook.comments if one.comment},
    )


def read_grades(gradebook: Gradebook, student: str, lesson: str) -> Grades | None:
    """Return what the gradebook says of a submission, None if it does not know it."""
    try:
        submitted = gradebook.find_submission(lesson, student)
    except MissingEntry:
        return None
    notebook = next((one for one in submitted.notebooks if one.name == lesson), None)
    if notebook is None:
        return None
    late = submitted.total_seconds_late > 0
    # A grade without points was never graded.
    graded = any(one.auto_score is not None or one.manual_score is not None
                 for one in notebook.grades)  # fmt: skip
    return _grades(notebook, late) if graded else None


def timestamp_of(folder: Path) -> tuple[str, str]:
    """Return a submission's time in UTC, as nbgrader writes it, and a sentence if it has a fault.

    Both are empty where there is no timestamp.txt.
    """
    try:
        text = (folder / "timestamp.txt").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return "", ""
    if not text:
        return "", ""
    with warnings.catch_warnings():
        # A zone that dateutil does not know would count as UTC.
        warnings.simplefilter("error", UnknownTimezoneWarning)
        try:
            made = parse(text)
        except UnknownTimezoneWarning:
            return "", "its timestamp.txt names a time zone that is not known; write +0200 or UTC"
        except (ValueError, OverflowError, TypeError):
            return "", "its timestamp.txt is not a time"
    try:
        if made.tzinfo is not None:
            made = made.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return "", "its timestamp.txt is not a time"
    return f"{made:%Y-%m-%d %H:%M:%S.%f} UTC", ""


# --- files -----------------------------------------------------------------------------------


def digest(
    data: bytes, timestamp: str, lesson_digest: str, files: Mapping[str, bytes] | None = None
) -> str:
    """Return what changes whenever a submission must be graded again."""
    made = hashlib.sha256(lesson_digest.encode() + b"\0" + timestamp.encode() + b"\0" + data)
    for name, held in sorted((files or {}).items()):
        made.update(b"\0" + name.encode() + b"\0" + hashlib.sha256(held).digest())
    return made.hexdigest()


def mark(result: Result, made_of: str) -> None:
    """Put into the graded notebook what was graded, and what the checks found."""
    result.notebook.metadata[MARK] = nbformat.from_dict(
        {
            "digest": made_of,
            "notes": result.notes,
            "found": [dataclasses.asdict(one) for one in result.found],
        }
    )


def marked(file: Path) -> dict:
    """Return what `mark` put into a graded notebook, empty if it is none of ours."""
    try:
        told = json.loads(file.read_bytes())["metadata"][MARK]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return told if isinstance(told, dict) else {}


def put(file: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that at any moment it is whole: as before, or as it is to be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    try:
        with open(fresh, "xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        fresh.chmod(mode)
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
