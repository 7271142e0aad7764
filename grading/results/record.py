"""What is kept of a submission: its grades in the gradebook, and marks in its graded notebook.

One process alone writes. A submission is recorded in one transaction; then its feedback page is
put in place, then its graded notebook, which holds the digest of what was graded. So whatever is
stopped in between is graded again, and what has the digest is finished.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import re
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import nbformat
from dateutil.parser import UnknownTimezoneWarning, parse
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from traitlets.config import Config

from grading.exam import MARK
from grading.exam.examiner import Result
from grading.folders import read_whole
from grading.results.gradebook import reached

# How a graded notebook is read-only, as nbgrader leaves it.
READ_ONLY = 0o444
# The settings that say what being late costs.
_PENALTIES = {"AssignLatePenalties", "LateSubmissionPlugin"}
# Bytes of a timestamp.txt.
MOST_TIMESTAMP = 200
# dateutil takes GMT+2 for two hours west of Greenwich, as POSIX does; a browser, and nearly
# everyone, means two hours east. A browser names the zone behind that, too.
_GREENWICH = re.compile(r"\b(?:UTC|GMT) ?(?=[+-]\d)|(?<=[+-]\d{4}) \([^()]*\)$", re.IGNORECASE)
# What may be the day or the month, and dateutil takes for the month: 03/04/2030, and 03.04.2030,
# which nobody who writes dots means so.
_DAY_OR_MONTH = re.compile(r"(?<!\d)(\d\d?)([/.-])(\d\d?)\2\d{2,4}(?!\d)")
# Nothing was handed in with nbgrader before: a clock that nobody set says 1970, 1980 or 2000.
_FIRST_YEAR = "2014"
# What a text does not tell of the day, it takes from another: no part of these is the same.
_SOME_DAYS = (datetime(2000, 1, 1), datetime(2004, 2, 2))


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
    left_out: Collection[str] = (),
) -> Grades:
    """Record a graded submission in the gradebook, as nbgrader's autograde does.

    Grades and comments that a person gave stay, but for the points of the cells that are left
    out. Returns what the gradebook then says.

    Raises:
        GradingError: The gradebook cannot be written to.
    """
    with reached(), one_transaction(gradebook):
        gradebook.update_or_create_student(student)
        about = {"timestamp": timestamp} if timestamp else {}
        submitted = gradebook.update_or_create_submission(lesson, student, **about)
        if not timestamp:
            # One that was wrong was taken away: what it said before counts no more.
            submitted.timestamp = None
        notebook = next(one for one in submitted.notebooks if one.name == lesson)
        for grade in notebook.grades:
            grade.auto_score = result.scores.get(grade.name)
            if grade.name in left_out:
                grade.manual_score = grade.extra_credit = None
            looked_at = grade.manual_score is not None
            grade.needs_manual_grade = looked_at or grade.auto_score is None
        for comment in notebook.comments:
            unanswered = result.unanswered.get(comment.name, False)
            comment.auto_comment = "No response." if unanswered else None
        gradebook.db.flush()
        gradebook.db.expire_all()
        set_penalty(notebook, student, config)
        gradebook.db.flush()
        return next(_read(gradebook, lesson, student))[1]


def set_penalty(notebook: Any, student: str, config: Config) -> None:
    """Take off what the course's settings take off for being late, as nbgrader's autograde does.

    Args:
        notebook: The gradebook's entry of a submitted notebook.
        student: Whose it is.
        config: nbgrader's settings.
    """
    late, score, penalty = notebook.assignment.total_seconds_late, notebook.score, None
    if late > 0:
        step = AssignLatePenalties(config=config)
        step.init_plugin()
        penalty = step.plugin_inst.late_submission_penalty(student, score, late)
    notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0.0), score)


def late_anew(
    gradebook: Gradebook, student: str, lesson: str, grades: Grades, config: Config
) -> Grades:
    """Return what the gradebook says once its penalty for being late is what it must be now.

    The due date, an extension, the points that a person gave and the settings may be others than
    when it was graded.

    Args:
        gradebook: The gradebook.
        student: Whose the submission is.
        lesson: What was handed in.
        grades: What the gradebook says of it.
        config: nbgrader's settings.

    Raises:
        GradingError: The gradebook cannot be written to.
    """
    # Where no setting says so, nothing is taken off.
    costs = grades.late and not _PENALTIES.isdisjoint(config)
    if not (costs or grades.penalty):
        return grades
    with reached(), one_transaction(gradebook):
        set_penalty(gradebook.find_submission_notebook(lesson, lesson, student), student, config)
        gradebook.db.flush()
        return next(_read(gradebook, lesson, student))[1]


def read_grades(gradebook: Gradebook, student: str, lesson: str) -> Grades | None:
    """Return what the gradebook says of a submission, None if it was never graded."""
    return read_all(gradebook, lesson, student).get((student, lesson))


def read_all(
    gradebook: Gradebook, lesson: str | None = None, student: str | None = None
) -> dict[tuple[str, str], Grades]:
    """Return what the gradebook says of every graded submission, by student and lesson.

    Args:
        gradebook: The gradebook; three questions are asked of it, however large the class is.
        lesson: Only this one; all if None.
        student: Only this one; all if None.
    """
    return {key: grades for key, grades, graded in _read(gradebook, lesson, student) if graded}


def rows(
    gradebook: Gradebook,
    what: Sequence[Any],
    table: Any = None,
    *,
    lesson: str | None = None,
    student: str | None = None,
) -> Sequence[Any]:
    """Return columns of the gradebook, for each lesson's notebook that somebody handed in.

    Args:
        gradebook: The gradebook.
        what: The columns, of the entries of submissions and of `table`.
        table: `Grade` or `Comment`, for a row for each cell that has one.
        lesson: Only this one; all if None.
        student: Only this one; all if None.

    Returns:
        For each row the key of the notebook's entry, then the columns.
    """
    made = select(SubmittedNotebook.id, *what).select_from(SubmittedNotebook)
    made = made.join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
    handed_in = SubmittedAssignment.id == SubmittedNotebook.assignment_id
    made = made.join(SubmittedAssignment, handed_in)
    made = made.join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    if table is not None:
        made = made.join(table, table.notebook_id == SubmittedNotebook.id)
        made = made.join(BaseCell, BaseCell.id == table.cell_id)
    made = made.where(Notebook.name == Assignment.name)
    if lesson is not None:
        made = made.where(Assignment.name == lesson)
    if student is not None:
        made = made.where(SubmittedAssignment.student_id == student)
    return gradebook.db.execute(made).all()


def _read(
    gradebook: Gradebook, lesson: str | None, student: str | None
) -> Iterator[tuple[tuple[str, str], Grades, bool]]:
    """Give what is said of each submission, and whether it was graded."""
    cells: dict[str, dict[str, tuple[float, float]]] = {}
    comments: dict[str, dict[str, str]] = {}
    graded = set()
    which = {"lesson": lesson, "student": student}
    of_cell = (BaseCell.name, Grade.score, Grade.max_score, Grade.auto_score, Grade.manual_score)
    for held, name, score, most, auto, manual in rows(gradebook, of_cell, Grade, **which):
        cells.setdefault(held, {})[name] = score, most
        # A grade without points was never graded.
        if auto is not None or manual is not None:
            graded.add(held)
    of_comment = (BaseCell.name, Comment.comment)
    for held, name, text in rows(gradebook, of_comment, Comment, **which):
        if text:
            comments.setdefault(held, {})[name] = text
    of_submission = (
        SubmittedAssignment.student_id,
        Assignment.name,
        SubmittedNotebook.late_submission_penalty,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
        Assignment.duedate,
    )
    for held, who, what, penalty, when, extension, due in rows(gradebook, of_submission, **which):
        points = cells.get(held, {})
        late = when is not None and due is not None and when > due + (extension or timedelta())
        grades = Grades(
            # As nbgrader counts: nobody has less than nothing.
            max(0.0, sum(score for score, _ in points.values()) - (penalty or 0.0)),
            sum(most for _, most in points.values()),
            penalty or 0.0,
            late,
            points,
            comments.get(held, {}),
        )
        yield (who, what), grades, held in graded


def timestamp_of(folder: Path) -> tuple[str, str]:
    """Return a submission's time in UTC, as nbgrader writes it, and a sentence if it has a fault.

    Both are empty where there is no timestamp.txt.
    """
    try:
        data = read_whole(folder / "timestamp.txt", MOST_TIMESTAMP)
    except (FileNotFoundError, NotADirectoryError):
        return "", ""
    except OSError as error:
        return "", f"its timestamp.txt cannot be read: {error.strerror}"
    except ValueError as error:
        return "", f"its {error}"
    # PowerShell writes UTF-16, or a mark before UTF-8.
    text = data.decode(json.detect_encoding(data), "replace").strip()
    if not text:
        return "", ""
    with warnings.catch_warnings():
        # A zone that dateutil does not know would count as UTC.
        warnings.simplefilter("error", UnknownTimezoneWarning)
        text = _GREENWICH.sub("", text)
        try:
            made, other = (parse(text, default=day) for day in _SOME_DAYS)
        except UnknownTimezoneWarning:
            return "", "its timestamp.txt names a time zone that is not known; write +0200 or UTC"
        except (ValueError, OverflowError, TypeError):
            return "", "its timestamp.txt is not a time"
    try:
        if made != other:
            return "", "its timestamp.txt does not tell the day"
        for one, _, other in _DAY_OR_MONTH.findall(text):
            if one.lstrip("0") != other.lstrip("0") and max(int(one), int(other)) <= 12:
                return "", "its timestamp.txt can mean two days; write the year first, 2030-04-03"
        if made.tzinfo is not None:
            made = made.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        # An offset of a day or more is found out only where it is used.
        return "", "its timestamp.txt is not a time"
    # As %Y writes a year before 1000, without its zeros, nbgrader reads it as another, or as none.
    return f"{made.isoformat(' ', 'microseconds')} UTC", ""


def odd_time(timestamp: str) -> str:
    """Return a sentence where a time can only be that of a clock that was wrong, else nothing.

    Args:
        timestamp: As `timestamp_of` gives it.
    """
    # What names no zone counts as UTC, and may be a day ahead of it.
    soon = (datetime.now(UTC) + timedelta(days=1)).isoformat(" ")
    if not timestamp or _FIRST_YEAR <= timestamp <= soon:
        return ""
    return f"its timestamp.txt says {timestamp[:10]}, and counts: was a clock wrong?"


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
    assert result.notebook is not None
    result.notebook.metadata[MARK] = nbformat.from_dict(
        {
            "digest": made_of,
            "notes": result.notes,
            "found": [dataclasses.asdict(one) for one in result.found],
        }
    )


def graded_file(root: Path, student: str, lesson: str) -> Path:
    """Return where a graded notebook is."""
    return root / "autograded" / student / lesson / f"{lesson}.ipynb"


def answers(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return what a student wrote into each answer of a graded notebook."""
    marks = [(cell["metadata"].get("nbgrader", {}), cell) for cell in notebook["cells"]]
    return {
        mark["grade_id"]: "".join(cell["source"]) for mark, cell in marks if mark.get("solution")
    }


def answers_before(file: Path) -> dict[str, str]:
    """Return the answers of a graded notebook that lies in a file, empty if there is none."""
    try:
        return answers(json.loads(file.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def marked(file: Path) -> dict[str, Any]:
    """Return what `mark` put into a graded notebook, empty if it is none of ours."""
    try:
        told = json.loads(file.read_bytes())["metadata"][MARK]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return told if isinstance(told, dict) else {}
