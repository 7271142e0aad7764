"""How good the checks are, measured on kept answers and on mutants of the reference answers."""

from __future__ import annotations

import contextlib
import io
import re
import time
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from mutants import mutants

from authoring import markup
from authoring.build import LESSONS
from course.checks import exercises, lessons
from course.checks.engine import Exercise, Report, examine
from grading.answers import kept

# The visible check and two hidden ones: what an answer has to pass.
SEEDS = (None, 1, 2)
# Draws that tell a mutant that behaves like the reference from one that was only not found.
MANY_SEEDS = tuple(range(100, 130))


def namespace(code: str, before: Mapping | None = None) -> dict:
    """Return the names that an answer defines, on top of those before it."""
    names = {"np": np, **(before or {})}
    with (
        contextlib.redirect_stdout(io.StringIO()),
        np.errstate(all="ignore"),
        warnings.catch_warnings(),
    ):
        # A wrong answer may take the mean of nothing; what it says of that is no one's concern.
        warnings.simplefilter("ignore")
        exec(compile(code, "answer", "exec"), names)
    return names


def passes(exercise: Exercise, names: Mapping, seeds=SEEDS) -> bool:
    """Return whether the answer earns every point of every check; stops at the first it fails."""
    return all(full(examine(exercise, names, seed)) for seed in seeds)


def full(report: Report) -> bool:
    """Return whether a report has every point."""
    return report.earned == report.possible


@dataclass
class Measured:
    """What was measured of one exercise: how many, of how many; times in milliseconds of CPU."""

    right: int = 0
    accepted: int = 0
    wrong: int = 0
    rejected: int = 0
    named: int = 0
    right_ms: list[float] = field(default_factory=list)
    wrong_ms: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def timed(exercise: Exercise, names: Mapping, seed, times: list[float]) -> Report:
    """Check once, and note the processor time."""
    begun = time.process_time()
    report = examine(exercise, names, seed)
    times.append((time.process_time() - begun) * 1000)
    return report


def measure(exercise: Exercise) -> Measured:
    """Check every kept answer of an exercise."""
    found = Measured()
    for dress, code in kept("right", exercise.name):
        names = namespace(code)
        reports = [timed(exercise, names, seed, found.right_ms) for seed in SEEDS]
        found.right += 1
        found.accepted += all(map(full, reports))
        if not all(map(full, reports)):
            found.faults.append(f"turned away: {dress}")
    for label, code in kept("mistakes", exercise.name):
        names = namespace(code)
        reports = [timed(exercise, names, seed, found.wrong_ms) for seed in SEEDS]
        rejections = [report for report in reports if not full(report)]
        found.wrong += 1
        found.rejected += bool(rejections)
        named = bool(rejections) and all(report.label for report in rejections)
        found.named += named and (label == "?" or rejections[0].label == label)
        if not rejections:
            found.faults.append(f"let pass: {label}")
    return found


@cache
def references(lesson: str) -> dict[str, tuple[str, dict]]:
    """Return each exercise's reference answer from its lesson, and the names defined before it.

    An answer may use what the lesson imported or worked out above it, so the lesson's own cells
    are run too; only the checks are not.
    """
    found = {}
    names: dict = {}
    for cell in markup.read(LESSONS / f"{lesson}.py").cells:
        about = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code" or about.get("grade"):
            continue
        code = re.sub(r"^.*### (BEGIN|END) SOLUTION.*\n?", "", cell.source, flags=re.M)
        if about.get("solution"):
            found[about.grade_id.rpartition("-")[0]] = (code, dict(names))
        names = namespace(code, names)
    return found


@dataclass
class Mutants:
    """What became of the mutants of one reference answer."""

    rejected: int = 0
    equal: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def measure_mutants(name: str) -> Mutants:
    """Check every mutant of an exercise's reference answer."""
    exercise = exercises()[name]
    code, before = references(lesson_of(name))[name]
    found = Mutants()
    for told, text in mutants(code):
        try:
            names = namespace(text, before)
        except Exception:
            found.rejected += 1
            continue
        if not passes(exercise, names):
            found.rejected += 1
        elif passes(exercise, names, MANY_SEEDS):
            found.equal.append(told)
        else:
            found.missed.append(told)
    return found


def lesson_of(name: str) -> str:
    """Return the lesson that has an exercise."""
    return next(
        lesson for lesson, group in lessons().items() if any(e.name == name for e in group)
    )
