"""Grading once more, with a safety net: what would change, and a way back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from course_folder import course_config, quiet
from grading import left_out, one_machine
from grading.errors import GradingError
from grading.folders import Row
from grading.results import by_hand, record, renew
from grading.results.gradebook import open_gradebook
from grading.run import STOPPED, grade, must_isolate

BOOK = "gradebook.db"
# What grading writes, beside the gradebook.
WRITTEN = ("autograded", "feedback", "grades.csv", left_out.FILE)
# Where `regrade` keeps what was there before, for `undo`; a file in it says that it is under way.
BEFORE = STOPPED.parent.name


@dataclass(frozen=True)
class Change:
    """What grading again makes of one submission.

    Attributes:
        student: Whose it is.
        lesson: What was handed in.
        old: Points before; None if it was not graded then.
        new: Points after; None if it could not be graded.
        why: The exercises whose points are others, or why it could not be graded.
    """

    student: str
    lesson: str
    old: float | None
    new: float | None
    why: str


def what_if(
    root: Path,
    lessons: Sequence[str] = (),
    student: str | None = None,
    leave_out: Sequence[str] = (),
    **how: Any,
) -> list[Change]:
    """Return what grading everything again would change; nothing under `root` is written.

    Scores and comments that a person gave stay, as they do when it is really done.

    Args:
        root: Where submitted/ and the gradebook are.
        lessons: Only these; all if empty.
        student: Only this one; all if None.
        leave_out: Exercises that are to count for nobody from now on; their lessons alone are
            graded again, and neither a lesson nor a student is named beside them.
        how: What `grade` takes besides.

    Raises:
        GradingError: It cannot go on, what is asked for does not go together, or the gradebook is
            no file of this folder.
    """
    lessons = _about(lessons, student, leave_out)
    with TemporaryDirectory(prefix="what-if-") as place:
        aside = Path(place)
        _copy(root, aside)
        (aside / "submitted").symlink_to((root / "submitted").resolve())
        left_out.add(aside, leave_out)
        rows = grade(aside, lessons, student, force=True, **how)
        return changes(rows, root, aside)


def regrade(
    root: Path,
    lessons: Sequence[str] = (),
    student: str | None = None,
    leave_out: Sequence[str] = (),
    **how: Any,
) -> list[Change]:
    """Grade everything again, keep what was there for `undo`, and return what changed.

    One that was stopped is taken up again: what stood there before it is what `undo` puts back,
    and what it changed is told. Arguments and errors are those of `what_if`.
    """
    lessons = _about(lessons, student, leave_out)
    # What cannot be done must not take the way back from what was.
    must_isolate(**how)
    before = root / BEFORE
    with one_machine.held(root, course_config(root)):
        if not (root / STOPPED).exists():
            with TemporaryDirectory(prefix=f"{BEFORE}-", dir=root) as place:
                # Whole, or not at all: what a stopped copy left is no way back.
                _copy(root, Path(place))
                (Path(place) / STOPPED.name).touch()
                _remove(before)
                Path(place).rename(before)
        left_out.add(root, leave_out)
        rows = grade(root, lessons, student, force=True, **how)
        (root / STOPPED).unlink(missing_ok=True)
        return changes(rows, before, root)


def _about(lessons: Sequence[str], student: str | None, leave_out: Sequence[str]) -> Sequence[str]:
    """Return the lessons to grade again."""
    if leave_out and student:
        raise GradingError("what is left out counts for nobody: name no student", wrong_use=True)
    if leave_out and lessons:
        raise GradingError(
            "an exercise is left out of its own lesson: name no lesson beside it", wrong_use=True
        )
    return left_out.lessons_of(leave_out) if leave_out else lessons


def undo(root: Path) -> None:
    """Put back what the last `regrade` found; what persons gave since then stays.

    Raises:
        GradingError: There is nothing to put back.
    """
    before = root / BEFORE
    if not (before / BOOK).exists():
        raise GradingError("there is nothing to undo: no regrade was made here")
    with one_machine.held(root, course_config(root)):
        _put_back(root, before)


def _put_back(root: Path, before: Path) -> None:
    with (
        quiet(),
        open_gradebook(course_config(before)) as old,
        open_gradebook(course_config(root)) as new,
    ):
        since = by_hand.since(by_hand.kept(old), by_hand.kept(new), by_hand.handed_in(new))
    # What was left out has lost its points by that, not by a person.
    fresh = left_out.read(root) - left_out.read(before)
    since = {
        key: values
        for key, values in since.items()
        if any(values) or by_hand.exercise_of(key[0][2]) not in fresh
    }
    if since:
        # Before anything is put back: whatever is stopped then, it stands in one of the two.
        with quiet(), open_gradebook(course_config(before)) as gradebook:
            by_hand.keep(gradebook, since)
    _copy(before, root)
    renew.Results(root).look()
    _remove(before)


def _remove(folder: Path) -> None:
    """Delete a folder at once: a part of it, left by what was stopped, would be no way back."""
    if folder.exists():
        with TemporaryDirectory(prefix=f"{BEFORE}-", dir=folder.parent) as place:
            folder.rename(Path(place) / "gone")


def changes(rows: Sequence[Row], before: Path, after: Path) -> list[Change]:
    """Return which submissions among `rows` have other points, or can have, in two folders."""
    found = []
    with (
        quiet(),
        open_gradebook(course_config(before)) as old,
        open_gradebook(course_config(after)) as new,
    ):
        for row in rows:
            was = record.read_grades(old, row.student, row.lesson)
            now = record.read_grades(new, row.student, row.lesson)
            score = was.score if was else None
            if row.score is None or now is None:
                if was is None:
                    # It could not be graded before either.
                    continue
                found.append(Change(row.student, row.lesson, score, None, row.note))
            elif was is None or (was.score, was.possible) != (now.score, now.possible):
                why = _why({} if was is None else was.cells, now.cells)
                if was and was.possible != now.possible:
                    less = f"of {was.possible:g} → of {now.possible:g}"
                    why = "; ".join(filter(None, (less, why)))
                why = why or "it was late"
                found.append(Change(row.student, row.lesson, score, now.score, why))
    return found


def _why(old: Mapping[str, tuple[float, float]], new: Mapping[str, tuple[float, float]]) -> str:
    """Return the checks whose points are others: "descend-hidden 0 → 2"."""
    return ", ".join(
        f"{name} {old.get(name, (0.0,))[0]:g} → {score:g}"
        for name, (score, _) in new.items()
        if score != old.get(name, (0.0,))[0]
    )


def _copy(source: Path, target: Path) -> None:
    """Copy what grading writes; the gradebook as one moment of it, even while it is in use."""
    where = course_config(source).CourseDirectory
    if "db_url" in where:
        raise GradingError(
            "this works for a gradebook in gradebook.db; here it is another database: use its "
            "own way to copy and restore it"
        )
    if not (source / BOOK).exists():
        raise GradingError("nothing was graded yet: there is no gradebook.db")
    try:
        for name in WRITTEN:
            _take(source / name, target / name)
        with (
            closing(sqlite3.connect(f"file:{source / BOOK}?mode=ro", uri=True)) as one,
            closing(sqlite3.connect(target / BOOK)) as other,
        ):
            one.backup(other)
    except (shutil.Error, sqlite3.Error) as error:
        # Of a folder, each file that could not be copied is told, with two paths.
        told = error.args[0][0][2].partition(": ")[0] if isinstance(error, shutil.Error) else error
        raise GradingError(
            f"what was graded cannot be copied now ({told}); run the same command when it can"
        ) from None


def _take(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    elif source.exists():
        shutil.copy2(source, target)
