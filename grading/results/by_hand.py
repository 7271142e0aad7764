"""What a person gives in place of the checks: points and a comment on each exercise.

They stand in nbgrader's gradebook as Formgrader writes them, so that each shows what the other
gave: points are the manual scores of an exercise's checks, a comment is its answer's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
)
from sqlalchemy import literal, select
from traitlets.config import Config

from grading.results import record
from grading.results.gradebook import reached
from grading.results.words import SMALLEST


@dataclass(frozen=True)
class Given:
    """What an exercise has now.

    Attributes:
        points: What counts, without extra credit.
        checks: What the checks gave.
        possible: The most points.
        extra: Extra credit, which Formgrader gives.
        comment: A person's comment, or empty.
    """

    points: float
    checks: float
    possible: float
    extra: float
    comment: str


def given(gradebook: Gradebook, student: str, lesson: str) -> dict[str, Given]:
    """Return what each exercise of a submission has, by its name; those without points are not.

    Raises:
        MissingEntry: There is no such submission.
    """
    notebook = _notebook(gradebook, student, lesson)
    comments = {exercise_of(one.name): one.manual_comment or "" for one in notebook.comments}
    return {
        exercise: Given(
            _sum(_counts(one) for one in grades),
            _sum(one.auto_score or 0.0 for one in grades),
            _sum(one.max_score for one in grades),
            _sum(one.extra_credit or 0.0 for one in grades),
            comments.get(exercise, ""),
        )
        for exercise, grades in _grades(notebook).items()
    }


def give(
    gradebook: Gradebook,
    student: str,
    lesson: str,
    points: Mapping[str, float | None],
    comments: Mapping[str, str],
    config: Config,
) -> None:
    """Write points and comments, by exercise; None gives the checks' own points again.

    Raises:
        MissingEntry: There is no such submission.
        GradingError: The gradebook cannot be written to.
    """
    with reached(), record.one_transaction(gradebook):
        notebook = _notebook(gradebook, student, lesson)
        grades = _grades(notebook)
        for exercise, wanted in points.items():
            _share_out(grades[exercise], wanted)
        for one in notebook.comments:
            if exercise_of(one.name) in comments:
                one.manual_comment = comments[exercise_of(one.name)] or None
        gradebook.db.flush()
        gradebook.db.expire_all()
        # What is taken off for being late may hang on the points.
        record.set_penalty(notebook, student, config)


def shared_out(wanted: float, checks: Sequence[float], most: Sequence[float]) -> list[float]:
    """Return points for each of an exercise's checks that add up to what is wanted.

    As few checks as possible differ from what they gave: the first are raised, the last lowered.

    Args:
        wanted: From 0 to the sum of `most`.
        checks: What each check gave.
        most: What each can give.
    """
    scores = list(checks)
    left = wanted - sum(scores)
    places = range(len(scores))
    for i in places if left > 0 else reversed(places):
        if abs(left) < SMALLEST:
            break
        before = scores[i]
        scores[i] = round(min(max(before + left, 0.0), most[i]), 9)
        left -= scores[i] - before
    return scores


def _share_out(grades: Sequence[Any], wanted: float | None) -> None:
    checks = [one.auto_score or 0.0 for one in grades]
    scores = shared_out(
        sum(checks) if wanted is None else wanted, checks, [one.max_score for one in grades]
    )
    for one, check, score in zip(grades, checks, scores, strict=True):
        # What is as the check gave it needs no manual score, unless the check gave none.
        ungraded = one.auto_score is None and wanted is not None
        one.manual_score = score if score != check or ungraded else None
        one.needs_manual_grade = one.manual_score is None and one.auto_score is None


def _notebook(gradebook: Gradebook, student: str, lesson: str) -> Any:
    return gradebook.find_submission_notebook(lesson, lesson, student)


def _grades(notebook: Any) -> dict[str, list[Any]]:
    """Return the grades of each exercise, the visible check's first."""
    found: dict[str, list[Any]] = {}
    for one in sorted(notebook.grades, key=lambda one: one.name):
        found.setdefault(exercise_of(one.name), []).append(one)
    return {name: held for name, held in found.items() if sum(one.max_score for one in held)}


def exercise_of(cell: str) -> str:
    """Return the exercise that a cell belongs to: "descend" for "descend-hidden"."""
    return cell.rpartition("-")[0] or cell


def _counts(grade: Any) -> float:
    return (grade.auto_score or 0.0) if grade.manual_score is None else grade.manual_score


def _sum(points: Any) -> float:
    return round(sum(points), 9)


# --- kept over a way back --------------------------------------------------------------------

# What a person alone writes, by table.
_WRITTEN = {
    Grade: ("manual_score", "extra_credit"),
    Comment: ("manual_comment",),
    SubmittedAssignment: ("extension",),
    Assignment: ("duedate",),
    Student: ("first_name", "last_name", "email"),
}
# Student, lesson and cell; empty where it has none.
Place = tuple[str, str, str]


def kept(gradebook: Gradebook) -> dict[tuple[Place, Any], tuple[Any, ...]]:
    """Return all that persons gave and said, by its place and its table."""
    where = (SubmittedAssignment.student_id, Assignment.name)
    told: dict[Any, Any] = {
        SubmittedAssignment: record.rows(
            gradebook, [*where, literal(""), *_columns(SubmittedAssignment)]
        ),
        Assignment: _all(gradebook, Assignment, literal(""), Assignment.name, literal("")),
        Student: _all(gradebook, Student, Student.id, literal(""), literal("")),
    }
    for table in (Grade, Comment):
        told[table] = record.rows(gradebook, [*where, BaseCell.name, *_columns(table)], table)
    return {
        (row[1:4], table): row[4:]
        for table, rows in told.items()
        for row in map(tuple, rows)
        if any(value is not None for value in row[4:])
    }


def _columns(table: Any) -> list[Any]:
    return [getattr(table, name) for name in _WRITTEN[table]]


def _all(gradebook: Gradebook, table: Any, *place: Any) -> Sequence[Any]:
    """Return what stands in a whole table, in the form of `record.rows`."""
    return gradebook.db.execute(select(literal(""), *place, *_columns(table))).all()


def keep(gradebook: Gradebook, given: Mapping[tuple[Place, Any], tuple[Any, ...]]) -> None:
    """Write what persons gave and said.

    Where a submission is not there any more, nothing is written; a student comes back.
    """
    with reached(), record.one_transaction(gradebook):
        for (place, table), values in given.items():
            with contextlib.suppress(MissingEntry):
                one = _entry(gradebook, table, *place)
                for name, value in zip(_WRITTEN[table], values, strict=True):
                    setattr(one, name, value)


def _entry(gradebook: Gradebook, table: Any, student: str, lesson: str, cell: str) -> Any:
    if table is Student:
        return gradebook.update_or_create_student(student)
    if table is Assignment:
        return gradebook.find_assignment(lesson)
    if table is SubmittedAssignment:
        return gradebook.find_submission(lesson, student)
    find = gradebook.find_grade if table is Grade else gradebook.find_comment
    return find(cell, lesson, lesson, student)


def handed_in(gradebook: Gradebook) -> set[tuple[str, str]]:
    """Return the student and the lesson of each submission."""
    where = (SubmittedAssignment.student_id, Assignment.name)
    return {tuple(row[1:]) for row in record.rows(gradebook, where)}


def since(
    before: Mapping[tuple[Place, Any], tuple[Any, ...]],
    now: Mapping[tuple[Place, Any], tuple[Any, ...]],
    there: Collection[tuple[str, str]],
) -> dict[tuple[Place, Any], tuple[Any, ...]]:
    """Return what persons gave, changed or took back between two moments, for `keep`.

    Args:
        before: What stood there at the first moment.
        now: What stands there at the second.
        there: The submissions of the second moment: of those that were removed with their student,
            nothing was taken back.
    """

    def may_be_gone(key: tuple[Place, Any]) -> bool:
        place, table = key
        return table is Assignment or (table is not Student and place[:2] in there)

    return {
        key: now.get(key, (None,) * len(_WRITTEN[key[1]]))
        for key in {**before, **now}
        # Of a student who was removed, no name is taken away.
        if before.get(key) != now.get(key) and (key in now or may_be_gone(key))
    }
