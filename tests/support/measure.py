"""How good the checks are, measured on kept answers, on mutants and on faults nobody foresaw."""

from __future__ import annotations

import ast
import contextlib
import io
import itertools
import json
import linecache
import os
import re
import time
import warnings
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from inspect import signature

import numpy as np

from authoring import markup
from authoring.build import LESSONS
from course.checks import exercises, lessons
from course.checks.engine import Help, Report, examine, quiet
from course.checks.exercise import Call, Exercise
from course.checks.help import place
from course.checks.help.diagnosis import SEVERAL, explains, remembers
from course.checks.help.evidence import Evidence
from course.checks.help.symptoms import SYMPTOMS, label_of
from course.checks.help.written import never_used, slips, sure_slips
from grading.answers import kept
from tests.support.faults import faults
from tests.support.mutants import mutants

# The visible check and two hidden ones: what an answer has to pass.
SEEDS = (None, 1, 2)
# Draws that tell a mutant that behaves like the reference from one that was only not found.
MANY_SEEDS = tuple(range(100, 130))
# Draws on which a help is held against the answer once more: none of those that found it.
JUDGE_SEED = 271_828

# How much processor time an answer to another question may take, in seconds.
CROSSED = 20

_numbers = itertools.count()


def namespace(code: str, before: Mapping | None = None) -> dict:
    """Return the names that an answer defines, on top of those before it."""
    names = {"np": np, **(before or {})}
    # As a notebook does, so that an error can show the line it came up in.
    file = f"<answer {next(_numbers)}>"
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
    with (
        contextlib.redirect_stdout(io.StringIO()),
        np.errstate(all="ignore"),
        warnings.catch_warnings(),
    ):
        # A wrong answer may take the mean of nothing; what it says of that is no one's concern.
        warnings.simplefilter("ignore")
        exec(compile(code, file, "exec"), names)
    return names


def passes(exercise: Exercise, names: Mapping, seeds=SEEDS) -> bool:
    """Return whether the answer earns every point of every check; stops at the first it fails."""
    return all(examine(exercise, names, seed, layers=0).state == "right" for seed in seeds)


# --- kept answers ----------------------------------------------------------------------------


@dataclass
class Measured:
    """What was measured of one exercise: how many, of how many; times in milliseconds of CPU."""

    right: int = 0
    accepted: int = 0
    wrong: int = 0
    rejected: int = 0
    named: int = 0
    misnamed: int = 0
    planted: int = 0
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
    """Check every kept answer of an exercise; hold every name against what is known of it."""
    found = Measured()
    for dress, code in kept("right", exercise.name):
        names = namespace(code)
        reports = [timed(exercise, names, seed, found.right_ms) for seed in SEEDS]
        found.right += 1
        accepted = all(report.state == "right" for report in reports)
        found.accepted += accepted
        if not accepted:
            found.faults.append(f"turned away: {dress}")
    for label, code in kept("mistakes", exercise.name):
        names = namespace(code)
        reports = [timed(exercise, names, seed, found.wrong_ms) for seed in SEEDS]
        rejections = [report for report in reports if report.state != "right"]
        found.wrong += 1
        found.planted += 1
        found.rejected += bool(rejections)
        told = {report.label for report in rejections}
        found.named += bool(told) and "" not in told and (label == "?" or told == {label})
        false = {one for report in rejections for one in untrue(exercise, names, report)}
        if label != "?":
            false |= {
                help.label
                for report in rejections
                for help in report.helps
                if help.kind == "mistake" and help.label not in label.split(" + ")
            }
        found.misnamed += bool(false)
        found.faults += [f"{label}: told {one}, which is not true" for one in sorted(false)]
        if not rejections:
            found.faults.append(f"let pass: {label}")
    for label, code in kept("misread", exercise.name):
        report = examine(exercise, namespace(code))
        found.planted += 1
        if label in {help.label for help in report.helps} or report.state == "right":
            found.misnamed += 1
            found.faults.append(f"told {label}, which it is not")
    return found


# --- is a help true? -------------------------------------------------------------------------


def untrue(exercise: Exercise, names: Mapping, report: Report) -> list[str]:
    """Return the labels of the helps in a report that do not hold on inputs drawn anew."""
    if exercise.values or exercise.costly or report.state != "wrong":
        return []
    work = names.get(exercise.name)
    evidence = Evidence(exercise, report.calls, work, JUDGE_SEED)
    # A re-enactment may divide by zero as the answer does; here warnings are errors.
    with quiet(io.StringIO()):
        return [help.label for help in report.helps if not _true(evidence, report, help)]


def _true(evidence: Evidence, report: Report, help: Help) -> bool:
    if help.label.endswith(".remembers-earlier-calls"):
        # First: each further call may leave more behind, and make the next one slower.
        return remembers(evidence)
    exercise, calls = evidence.exercise, evidence.every
    wrong = [call for call in calls if not call.right]
    look = next((one for one in SYMPTOMS if label_of(exercise, one) == help.label), None)
    if look is not None:
        return any(True for _ in look(evidence))
    if help.kind == "error":
        kinds = {type(call.error) for call in report.wrong}
        return type(None) not in kinds and (len(kinds) > 1) == help.text.startswith(SEVERAL)
    if help.kind == "place":
        return True
    known = [mistake for mistake in exercise.mistakes if mistake.label == help.label]
    if not known:
        return _true_in_general(help.label.rpartition(".")[2], wrong, evidence)
    if len(report.helps) > 1:
        # Two at once were proven together; each alone explains a part.
        return True
    return any(explains(evidence, mistake) for mistake in known)


def _true_in_general(ending: str, wrong: list[Call], evidence: Evidence) -> bool:
    """Return whether a mistake that any exercise can have is what the calls show."""
    if ending == "endless-loop":
        return any(type(call.error).__name__ == "TimedOut" for call in evidence.calls)
    if ending == "arguments-in-another-order":
        written, wanted = list(signature(evidence.work).parameters), evidence.exercise.arguments
        return written != list(wanted) and sorted(written) == sorted(wanted)
    if ending == "self-in-a-function":
        return next(iter(signature(evidence.work).parameters)) == "self"
    if ending == "arguments-by-name-only":
        return any(
            one.kind is one.KEYWORD_ONLY for one in signature(evidence.work).parameters.values()
        )
    if ending.startswith("written-"):
        told = (help for look in (sure_slips, slips, never_used) for help in look(evidence))
        return any(help.label.endswith(ending) for help in told)
    answered = [call for call in wrong if call.error is None]
    if ending == "input-changed":
        return all(call.changed for call in answered)
    if ending in ("no-return", "print-for-return"):
        return all(call.result is None for call in answered)
    return ending == "not-from-scratch"


def crossed(exercise: Exercise) -> Iterator[tuple[str, list[str]]]:
    """Yield the wrong answers of other exercises, under this one's name, and what is untrue.

    They were written with another task in mind: whatever is told of them must hold all the same.
    """
    many = len(exercise.arguments)
    for other in exercises().values():
        if other.name == exercise.name or other.values or len(other.arguments) != many:
            continue
        for label, code in kept("mistakes", other.name):
            code = re.sub(rf"\b{other.name}\b", exercise.name, code)
            try:
                names = namespace(code)
            except Exception:
                continue
            if not callable(names.get(exercise.name)):
                continue
            told = within(CROSSED, lambda names=names: _untrue_at_first(exercise, names))
            if told is not None:
                yield f"{other.name}: {label}", told


def _untrue_at_first(exercise: Exercise, names: Mapping) -> list[str]:
    return untrue(exercise, names, examine(exercise, names))


def within(seconds: int, work: Callable[[], list[str]]) -> list[str] | None:
    """Return what `work` gives, from a process of its own; None if it takes too much time there.

    An answer to another question may raise 37 to the power of a hundred million: no limit of a
    check ends that.
    """
    here, there = os.pipe()
    child = os.fork()
    if not child:
        import resource  # not on Windows, where nothing is measured

        # Whatever is raised there, the child never goes on as a second one of its parent.
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            try:
                told = work()
            except Exception as error:
                told = [f"the search stumbled: {error!r}"]
            os.write(there, json.dumps(told).encode())
        finally:
            os._exit(0)
    os.close(there)
    with open(here, "rb") as told:
        data = told.read()
    os.waitpid(child, 0)
    return json.loads(data) if data else None


# --- faults that nobody foresaw --------------------------------------------------------------


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


def measure_mutants(name: str, seeds: Sequence[int] = MANY_SEEDS) -> Mutants:
    """Check every mutant of an exercise's reference answer.

    Args:
        name: The exercise.
        seeds: Draws in which one that passed the check may still differ.
    """
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
        elif passes(exercise, names, seeds):
            found.equal.append(told)
        else:
            found.missed.append(told)
    return found


@dataclass
class Helped:
    """What was told of answers with faults that nobody wrote down: how many, and how."""

    rejected: int = 0
    by: Counter = field(default_factory=Counter)
    without: list[str] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)

    @property
    def helped(self) -> int:
        """How many were helped."""
        return sum(self.by.values())


def measure_help(name: str, seed: int, many: int, *, two: bool) -> Helped:
    """Check answers with one fault more than the lesson's answer, or than a kept wrong one.

    Args:
        name: The exercise.
        seed: Draws the faults.
        many: How many rejected answers to look at.
        two: Add the fault to a kept wrong answer, not to the lesson's.
    """
    exercise = exercises()[name]
    rng = np.random.default_rng([seed, zlib.crc32(name.encode()), two])
    right, before = references(lesson_of(name))[name]
    answers = [code for _, code in kept("mistakes", name)] if two else [right]
    if not two:
        answers += [code for _, code in kept("right", name)]
    found, seen = Helped(), set()
    for _ in range(20 * many):
        if found.rejected >= many:
            break
        told, text = faults(answers[rng.integers(len(answers))], rng)
        if not text or text in seen:
            continue
        seen.add(text)
        try:
            names = namespace(text, before)
        except Exception:
            continue
        report = examine(exercise, names)
        if report.state != "wrong":
            continue
        found.rejected += 1
        _note(found, exercise, names, report, f"{told}\n{text}")
    return found


def _note(found: Helped, exercise: Exercise, names: Mapping, report: Report, told: str) -> None:
    false = untrue(exercise, names, report)
    if false:
        found.untrue.append(f"{', '.join(false)}: {told}")
    if report.helps:
        found.by[report.helps[0].kind] += 1
        return
    work = names.get(exercise.name)
    if callable(work):
        places, text = place.mended(exercise, work, report.calls, 1)
        if places:
            found.by["place"] += 1
            fixed = dict(work.__globals__)
            exec(compile(ast.parse(text), "<mended>", "exec"), fixed)
            if not passes(exercise, fixed, (None, 11, 12, 13, 14, 15)):
                found.untrue.append(f"place: {told}")
            return
    found.without.append(told)


def lesson_of(name: str) -> str:
    """Return the lesson that has an exercise."""
    return next(
        lesson for lesson, group in lessons().items() if any(e.name == name for e in group)
    )
