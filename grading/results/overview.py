"""One page for the instructor: the class at a glance, and from there to each student's work."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from course_folder import ROOT
from grading.folders import Row
from grading.results import handed_in, pages, record
from grading.results.pages import href
from grading.results.report import HELP, Report, state

# How many of the class's mistakes and of its predictions the page tells.
MISTAKES, QUESTIONS = 10, 60


@dataclass
class Work:
    """One student's submission of one lesson, as far as pages tell it.

    Attributes:
        found: What the checks found.
        notes: What was wrong with it.
        answers: The code of each answer, by its exercise.
    """

    found: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=64)
def title(lesson: str) -> str:
    """Return a lesson's title, as its notebook has it; its name if there is none."""
    try:
        held = json.loads((ROOT / "source" / lesson / f"{lesson}.ipynb").read_bytes())
        texts = ["".join(c["source"]) for c in held["cells"] if c["cell_type"] == "markdown"]
    except (OSError, ValueError, KeyError, TypeError):
        return lesson
    found = next(filter(None, (re.search(r"(?m)^# (.+)$", text) for text in texts)), None)
    return found[1].strip() if found else lesson


def work_of(root: Path, student: str, lesson: str) -> Work:
    """Return what a graded notebook says of its submission."""
    file = root / "autograded" / student / lesson / f"{lesson}.ipynb"
    try:
        held = json.loads(file.read_bytes())
        about = held["metadata"][record.MARK]
        answers = {
            cell["metadata"]["nbgrader"]["grade_id"].removesuffix("-answer"): "".join(
                cell["source"]
            )
            for cell in held["cells"]
            if cell["metadata"].get("nbgrader", {}).get("solution")
        }
    except (OSError, ValueError, KeyError, TypeError):
        return Work()
    found = [one for one in about.get("found", ()) if isinstance(one, dict)]
    return Work(found, [str(note) for note in about.get("notes", ())], answers)


def in_words(label: str, exercise: str) -> str:
    """Return a mistake's name as words: "descend.sign-flipped" is "sign flipped"."""
    parts = [one.strip() for one in label.split(" + ")]
    words = [part.removeprefix(f"{exercise}.").replace(".", ": ") for part in parts]
    return " and ".join(words).replace("-", " ").replace("_", " ")


def write(root: Path, reports: Sequence[Report], rows: Iterable[Row] = ()) -> Path:
    """Write report/index.html and a page for each student; return the index.

    Args:
        root: Where autograded/, feedback/ and submitted/ are.
        reports: The lessons' reports.
        rows: What was graded just now: those that could not be are named.
    """
    folder = root / "report"
    names = sorted({student for report in reports for student in report.scores})
    work = {(s, r.lesson): work_of(root, s, r.lesson) for r in reports for s in r.scores}
    for name in names:
        page = pages.made("student.html.j2", name=name, lessons=_lessons_of(name, reports, work))
        record.put(folder / "students" / f"{name}.html", page)
    index = folder / "index.html"
    page = pages.made(
        "index.html.j2",
        lessons=[{"title": title(r.lesson), "href": href(f"{r.lesson}.html")} for r in reports],
        students=[_row(name, reports) for name in names],
        mistakes=_mistakes(reports, work),
        help=_help(names, reports),
        limit=f"{HELP:.0%}".rstrip("%"),
        unexplained=_unexplained(reports, work),
        predictions=_predictions(root, reports),
        failed=[row for row in rows if row.score is None],
    )
    record.put(index, page)
    return index


def _who(name: str) -> dict[str, str]:
    return {"name": name, "href": href("students", f"{name}.html")}


def _step(share: float) -> int:
    """Return which of five colours a share of the points has."""
    return min(4, int(5 * max(share, 0.0)))


def _row(name: str, reports: Sequence[Report]) -> dict[str, Any]:
    cells, earned, possible = [], 0.0, 0.0
    for report in reports:
        if name not in report.scores:
            cells.append(None)
            continue
        score = report.scores[name]
        earned, possible = earned + score, possible + report.possible
        share = score / report.possible if report.possible else 0.0
        place = href("..", "feedback", name, report.lesson, f"{report.lesson}.html")
        cells.append({"percent": f"{100 * share:.0f}", "step": _step(share), "href": place})
    share = earned / possible if possible else 0.0
    return {**_who(name), "cells": cells, "percent": f"{100 * share:.0f}", "step": _step(share)}


def _mistakes(reports: Sequence[Report], work: dict) -> list[dict[str, Any]]:
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
                        "lesson": title(report.lesson),
                        "href": href(f"{report.lesson}.html"),
                        "exercise": exercise,
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
            {"lesson": title(report.lesson), "exercises": report.help[name]}
            for report in reports
            if name in report.help
        ]
        if parts:
            found.append(_who(name) | {"parts": parts})
    return sorted(found, key=lambda one: -len(one["parts"]))


def _unexplained(reports: Sequence[Report], work: dict) -> list[dict[str, Any]]:
    found = [
        {
            "lesson": title(report.lesson),
            "exercise": exercise,
            "gave": gave,
            "students": [_who(name) for name in students],
            "answer": work[students[0], report.lesson].answers.get(exercise, "")[:4000],
        }
        for report in reports
        for exercise, alike in report.unrecognised.items()
        for gave, students in alike.items()
    ]
    return sorted(found, key=lambda one: -len(one["students"]))


def _lessons_of(name: str, reports: Sequence[Report], work: dict) -> list[dict[str, Any]]:
    found = []
    for report in reports:
        if name not in report.scores:
            continue
        held = work[name, report.lesson]
        exercises = []
        for exercise in dict.fromkeys(one["exercise"] for one in held.found):
            own = [one for one in held.found if one["exercise"] == exercise]
            mistakes = dict.fromkeys(in_words(o["mistake"], exercise) for o in own if o["mistake"])
            exercises.append(
                {
                    "name": exercise,
                    "earned": sum(one["earned"] for one in own),
                    "possible": sum(one["possible"] for one in own),
                    "state": state(own),
                    "mistake": "; ".join(mistakes),
                }
            )
        place = ("..", "..", "feedback", name, report.lesson, f"{report.lesson}.html")
        found.append(
            {
                "title": title(report.lesson),
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
    """Return for each question how many chose what first, and what happened most often."""
    found = []
    for report in reports:
        asked: dict[str, list[dict]] = {}
        for student in report.scores:
            folder = root / "submitted" / student / report.lesson
            for name, entry in handed_in.predictions(folder).items():
                asked.setdefault(name, []).append(entry)
        found += [_question(title(report.lesson), name, held) for name, held in asked.items()]
    return found[:QUESTIONS]


def _question(lesson: str, name: str, entries: list[dict]) -> dict[str, Any]:
    counts = Counter(entry["first"][:200] for entry in entries)
    texts = Counter(str(entry.get("question", name))[:300] for entry in entries)
    happened = Counter(str(e["happened"])[:200] for e in entries if e.get("happened"))
    came = happened.most_common(1)[0][0] if happened else ""
    listed = [c[:200] for entry in entries[:1] for c in map(str, entry.get("choices") or ())]
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
