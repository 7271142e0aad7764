"""Grade submissions with nbgrader, one after another, and say of each what was done."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from traitlets.config import Config

from grading import nbgrader_tools
from grading.gradebook import (
    GradingError,
    export_grades,
    last_line,
    open_gradebook,
    points,
    register,
)

# The student name of someone who learns alone: `make grade STUDENT=me` hands in my-work/.
ALONE = "me"


@dataclass(frozen=True)
class Row:
    """What was done with one submission.

    Attributes:
        student: Whose it is.
        lesson: What was handed in.
        score: Points earned; None if it could not be graded.
        possible: Points that can be earned.
        note: "late", or why it could not be graded.
    """

    student: str
    lesson: str
    score: float | None = None
    possible: float | None = None
    note: str = ""


def course_config(root: Path) -> Config:
    """Return nbgrader's settings for grading under `root` what this course's source/ asks."""
    config = nbgrader_tools.settings(root)
    source = nbgrader_tools.ROOT / "source"
    config.CourseDirectory.source_directory = str(source)
    config.IncludeHeaderFooter.header = str(source / "header.ipynb")
    return config


def hand_in(work: Path, submitted: Path, lessons: Sequence[str]) -> None:
    """Copy the lessons in `work` to `submitted`, as handing in does.

    Raises:
        GradingError: There is nothing to hand in.
    """
    if not work.is_dir():
        raise GradingError(f"{work.name}/ does not exist; `make lab` makes it")
    for lesson in sorted(path for path in work.iterdir() if path.is_dir()):
        if lesson.name.startswith(".") or (lessons and lesson.name not in lessons):
            continue
        target = submitted / lesson.name
        if target.exists():
            shutil.rmtree(target)
        shutil.copytree(lesson, target, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))


def find(root: Path, lessons: Sequence[str] = (), student: str | None = None) -> list[Row]:
    """Return the submissions under `root`, not graded yet, as rows.

    Raises:
        GradingError: There are none, or a name is not known.
    """
    known = sorted(path.parent.name for path in (nbgrader_tools.ROOT / "source").glob("*/*.ipynb"))
    for lesson in lessons:
        if lesson not in known:
            raise GradingError(f"there is no lesson {lesson!r}; there are {', '.join(known)}")
    submitted = root / "submitted"
    if student and not (submitted / student).is_dir():
        raise GradingError(f"submitted/{student}/ does not exist")
    rows = []
    for path in sorted(submitted.glob("*/*/")):
        if student and path.parent.name != student:
            continue
        if path.name in (lessons or known):
            rows.append(Row(path.parent.name, path.name))
        elif not lessons:
            rows.append(Row(path.parent.name, path.name, note="no lesson has this name"))
    if not rows:
        raise GradingError(
            "there is nothing to grade: submitted/ holds no STUDENT/LESSON/LESSON.ipynb"
        )
    return rows


def grade(
    root: Path,
    lessons: Sequence[str] = (),
    student: str | None = None,
    *,
    begin: Callable[[int], None] = lambda total: None,
    done: Callable[[Row], None] = lambda row: None,
) -> list[Row]:
    """Grade what is in `root`/submitted, write feedback and grades.csv; return a row for each.

    Args:
        root: Where submitted/, autograded/, feedback/ and the gradebook are.
        lessons: Only these lessons; all if empty.
        student: Only this student; all if None. ALONE hands in my-work/ first.
        begin: Called with the number of submissions before the first is graded.
        done: Called with each row as it is finished.
    """
    if student == ALONE:
        hand_in(root / "my-work", root / "submitted" / ALONE, lessons)
    rows = find(root, lessons, student)
    config = course_config(root)
    register(config, sorted({row.lesson for row in rows if not row.note}))
    api = nbgrader_tools.api(config)
    begin(len(rows))
    graded = []
    for row in rows:
        graded.append(row if row.note else _graded(api, config, row))
        done(graded[-1])
    export_grades(config)
    return graded


def _graded(api, config: Config, row: Row) -> Row:
    notebook = Path(config.CourseDirectory.root, "submitted", row.student, row.lesson)
    if not (notebook / f"{row.lesson}.ipynb").exists():
        return Row(row.student, row.lesson, note=f"the folder holds no {row.lesson}.ipynb")
    with nbgrader_tools.quiet():
        result = api.autograde(row.lesson, row.student, force=True, create=True)
    if not result["success"]:
        return Row(row.student, row.lesson, note=last_line(result))
    with nbgrader_tools.quiet():
        feedback = api.generate_feedback(row.lesson, row.student, force=True)
    note = "" if feedback["success"] else f"graded, but no feedback: {last_line(feedback)}"
    with open_gradebook(config) as gradebook:
        score, possible, late = points(gradebook, row.lesson, row.student)
    return Row(
        row.student,
        row.lesson,
        score,
        possible,
        "; ".join(
            filter(
                None,
                [
                    "late" if late else "",
                    note,
                ],
            )
        ),
    )
