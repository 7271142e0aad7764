"""One page for the instructor: the class at a glance, and from there to each student's work."""

from __future__ import annotations

import contextlib
import csv
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from course_folder import course_config, known_lessons
from grading.errors import GradingError
from grading.folders import Row, find
from grading.results import handed_in, pages, record, roster, tables, titles
from grading.results.files import put_other
from grading.results.gradebook import open_gradebook
from grading.results.pages import href
from grading.results.report import HELP, Grades, Report, help_with, reports
from grading.results.report import write as write_report
from grading.results.words import SMALLEST, in_words, state
from grading.results.work import Work, work_of

# How many of the class's mistakes and of its predictions the page tells.
MISTAKES, QUESTIONS = 10, 60


def write_all(root: Path, rows: Iterable[Row] = (), grades: Grades | None = None) -> Path:
    """Write the page of the whole class, the lessons' and the students'; return the first.

    Args:
        root: Where autograded/, feedback/, submitted/ and the gradebook are.
        rows: What was graded just now.
        grades: What the gradebook says, if it was read already.

    Raises:
        GradingError: Nothing was graded yet.
    """
    with open_gradebook(course_config(root)) as gradebook:
        if grades is None:
            grades = record.read_all(gradebook)
        everyone = {one.id: one.full for one in roster.known(gradebook)}
    made = reports(root, grades=grades)
    for one in made:
        write_report(one, root / "report")
    return write(root, made, rows, grades, everyone)


def write(
    root: Path,
    reports: Sequence[Report],
    rows: Iterable[Row] = (),
    grades: Grades | None = None,
    everyone: Mapping[str, str] | None = None,
) -> Path:
    """Write report/index.html and a page for each student; return the index.

    Args:
        root: Where autograded/, feedback/ and submitted/ are.
        reports: The lessons' reports.
        rows: What was graded just now: those that could not be are named, and stay so until
            they can be, or are there no more.
        grades: What the gradebook says; without it, points are those of the checks.
        everyone: The whole name, or nothing, of each student whom the gradebook knows: who has
            handed in nothing at all has no row, and is named.
    """
    folder = root / "report"
    grades = grades or {}
    names = sorted({student for report in reports for student in report.scores})
    work = {
        (student, report.lesson): report.work.get(student)
        or work_of(root, student, report.lesson, grades.get((student, report.lesson)))
        for report in reports
        for student in report.scores
    }
    full = {who: told for report in reports for who, told in report.names.items()}
    for name in names:
        lessons = _lessons_of(name, reports, work)
        page = pages.made("student.html.j2", name=name, full=full.get(name, ""), lessons=lessons)
        put_other(folder / "students" / f"{name}.html", page)
    failed = _failed(root, folder / "failed.csv", rows)
    there = {*names, *(row.student for row in failed)}
    index = folder / "index.html"
    page = pages.made(
        "index.html.j2",
        lessons=[_lesson(report.lesson) for report in reports],
        students=[_row(name, reports) | {"full": full.get(name, "")} for name in names],
        mistakes=_mistakes(reports, work),
        help=_help(names, reports),
        unpointed=any(not report.possible for report in reports),
        limit=f"{HELP:.0%}".rstrip("%"),
        unexplained=_unexplained(reports, work),
        similar=_similar(reports),
        borrowed=_borrowed(reports),
        predictions=_predictions(root, reports),
        failed=failed,
        nothing=sorted((who, told) for who, told in (everyone or {}).items() if who not in there),
    )
    put_other(index, page)
    return index


def _failed(root: Path, file: Path, rows: Iterable[Row]) -> list[Row]:
    """Return what could not be graded, just now or before; the file keeps it."""
    rows = list(rows)
    seen = {_key(row) for row in rows}
    kept = []
    with contextlib.suppress(OSError), open(file, encoding="utf-8-sig", newline="") as table:
        kept = [
            Row(row[0], row[1], note=row[2])
            for row in list(csv.reader(table))[1:]
            if len(row) == 3
        ]
    failed = [row for row in rows if row.score is None]
    left = _there(root) - seen if kept else set()
    failed += [row for row in kept if _key(row) in left]
    told = [[row.student, row.lesson, row.note] for row in failed]
    put_other(file, tables.for_people([["student", "lesson", "note"], *told], keys=(0,)))
    return failed


def _key(row: Row) -> tuple[str, str, str]:
    """Return what a row is of; what lies loose has no student, and is told by its note."""
    return row.student, row.lesson, "" if row.student else row.note


def _there(root: Path) -> set[tuple[str, str, str]]:
    """Return what submitted/ holds by now."""
    with contextlib.suppress(GradingError):
        return {_key(row) for row in find(root, known_lessons())}
    return set()


def _lesson(name: str) -> dict[str, str]:
    return {"lesson": titles.of(name).lesson, "href": href(f"{name}.html")}


def _who(name: str) -> dict[str, str]:
    return {"name": name, "href": href("students", f"{name}.html")}


def _step(share: float) -> int:
    """Return which of five colours a share of the points has."""
    return min(4, int(5 * max(share, 0.0)))


def _percent(share: float) -> str:
    """Return a share of the points in percent, halves up; 100 only where none is missing."""
    whole = math.floor(100 * share + 0.5)
    return str(min(whole, 99) if share < 1 - SMALLEST else whole)


def _row(name: str, reports: Sequence[Report]) -> dict[str, Any]:
    cells: list[dict[str, str | int | None] | None] = []
    earned, possible = 0.0, 0.0
    for report in reports:
        if name not in report.scores:
            cells.append(None)
            continue
        score = report.scores[name]
        earned, possible = earned + score, possible + report.possible
        place = href("..", "feedback", name, report.lesson, f"{report.lesson}.html")
        if not report.possible:
            cells.append({"percent": None, "href": place})
            continue
        share = score / report.possible
        cells.append({"percent": _percent(share), "step": _step(share), "href": place})
    share = earned / possible if possible else 0.0
    return {**_who(name), "cells": cells, "percent": _percent(share), "step": _step(share)}


def _mistakes(
    reports: Sequence[Report], work: Mapping[tuple[str, str], Work]
) -> list[dict[str, Any]]:
    made: dict[tuple[str, str, str], dict[str, Any]] = {}
    for report in reports:
        for student in report.scores:
            for one in work[student, report.lesson].found:
                if not one.get("mistake"):
                    continue
                exercise = str(one["exercise"])
                entry = made.setdefault(
                    (report.lesson, exercise, one["mistake"]),
                    {
                        "students": {},
                        "of": len(report.scores),
                        **_lesson(report.lesson),
                        "exercise": titles.of(report.lesson).exercise(exercise),
                        "words": in_words(one["mistake"], exercise),
                        "hint": one.get("hint", ""),
                    },
                )
                entry["students"][student] = None
    most = sorted(made.values(), key=lambda one: -len(one["students"]))[:MISTAKES]
    return [one | {"students": [_who(name) for name in one["students"]]} for one in most]


def _help(names: Sequence[str], reports: Sequence[Report]) -> list[dict[str, Any]]:
    found = []
    for name in names:
        parts = [
            _lesson(report.lesson) | {"exercises": help_with(report, name)}
            for report in reports
            if name in report.help
        ]
        if parts:
            found.append(_who(name) | {"parts": parts})
    return sorted(found, key=lambda one: -len(one["parts"]))


def _unexplained(
    reports: Sequence[Report], work: Mapping[tuple[str, str], Work]
) -> list[dict[str, Any]]:
    found = [
        {
            "lesson": titles.of(report.lesson).lesson,
            "exercise": titles.of(report.lesson).exercise(exercise),
            "gave": gave,
            "students": [_who(name) for name in students],
            "answer": work[students[0], report.lesson].answers.get(exercise, "")[:4000],
        }
        for report in reports
        for exercise, alike in report.unrecognised.items()
        for gave, students in alike.items()
    ]
    return sorted(found, key=lambda one: -len(one["students"]))


def _similar(reports: Sequence[Report]) -> list[dict[str, Any]]:
    return [
        {
            "lesson": titles.of(report.lesson).lesson,
            "href": href(f"{report.lesson}.html") + "#similar",
            "exercise": titles.of(report.lesson).exercise(one.exercise),
            "students": [_who(name) for name in one.students],
        }
        for report in reports
        for one in report.similar
    ]


def _borrowed(reports: Sequence[Report]) -> list[dict[str, Any]]:
    return [
        {
            "exercise": titles.of(report.lesson).exercise(exercise),
            "lesson": titles.of(report.lesson).lesson,
            "student": _who(student),
            "whom": [_who(other) if other else None for other in whom],
        }
        for report in reports
        for exercise, student, whom in report.borrowed
    ]


def _lessons_of(
    name: str, reports: Sequence[Report], work: Mapping[tuple[str, str], Work]
) -> list[dict[str, Any]]:
    found = []
    for report in reports:
        if name not in report.scores:
            continue
        held = work[name, report.lesson]
        place = ("..", "..", "feedback", name, report.lesson, f"{report.lesson}.html")
        exercises = []
        for exercise in dict.fromkeys(one["exercise"] for one in held.found):
            own = [one for one in held.found if one["exercise"] == exercise]
            mistakes = dict.fromkeys(in_words(o["mistake"], exercise) for o in own if o["mistake"])
            exercises.append(
                {
                    "title": titles.of(report.lesson).exercise(exercise),
                    "href": f"{href(*place)}#{quote(exercise)}",
                    "earned": sum(one["earned"] for one in own),
                    "possible": sum(one["possible"] for one in own),
                    "state": state(own),
                    "mistake": "; ".join(mistakes),
                }
            )
        found.append(
            {
                "title": titles.of(report.lesson).lesson,
                "feedback": href(*place),
                "score": report.scores[name],
                "possible": report.possible,
                "exercises": exercises,
                "notes": held.notes,
            }
        )
    return found


# --- predictions -----------------------------------------------------------------------------


def _predictions(root: Path, reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return for each question how many chose what first, and what happened most often.

    Of too many those that most have answered: what one student made up hides none of the course's.
    """
    found: list[tuple[int, dict[str, Any]]] = []
    for report in reports:
        asked: dict[str, list[dict[str, Any]]] = {}
        for student in report.scores:
            folder = root / "submitted" / student / report.lesson
            for name, entry in handed_in.predictions(folder).items():
                asked.setdefault(name, []).append(entry)
        lesson = titles.of(report.lesson).lesson
        found += [(len(held), _question(lesson, name, held)) for name, held in asked.items()]
    shown = sorted(range(len(found)), key=lambda i: -found[i][0])[:QUESTIONS]
    return [found[i][1] for i in sorted(shown)]


def _question(lesson: str, name: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    counts = Counter(entry["first"][:200] for entry in entries)
    texts = Counter(str(entry.get("question", name))[:300] for entry in entries)
    happened = Counter(str(e["happened"])[:200] for e in entries if e.get("happened"))
    came = happened.most_common(1)[0][0] if happened else ""
    listed = [c[:200] for c in map(str, _held(entries[0].get("choices")))]
    choices = [*dict.fromkeys([*listed, *counts, *([came] if came else [])])][:12]
    return {
        "lesson": lesson,
        "question": texts.most_common(1)[0][0],
        "choices": [
            {
                "text": choice,
                "count": counts[choice],
                "width": round(12 * counts[choice] / len(entries), 2),
                "happened": choice == came,
            }
            for choice in choices
        ],
    }


def _held(value: Any) -> Sequence[Any]:
    """Return what a list or an object of JSON holds; nothing of what is neither."""
    return list(value) if isinstance(value, (list, dict)) else []
