"""Grade one submission: from its bytes and the lesson to points and a graded notebook.

A pure function of the two, but for the sandbox that it is given; it knows no gradebook.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import resource
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode, from_dict
from nbgrader.utils import determine_grade

import course.checks
from course import variants
from course.checks import engine
from course.checks.attempts import Problem, Run
from course.checks.brief import cut
from course.checks.engine import Report
from course.checks.exercise import Exercise
from course.checks.words import value_text
from grading.exam import MARK, cells, submission
from grading.exam.lesson import Lesson, LessonCell
from grading.exam.proxies import Namespace, Work
from grading.exam.submission import Cell, Unusable
from grading.isolation.guest.confine import in_use
from grading.isolation.guest.outputs import Outputs
from grading.isolation.guest.shell import Shell
from grading.isolation.sandbox import Sandbox

# Bytes of memory that a check may take beside what this process has.
MOST_MORE = 2 << 30
# Characters of a note: it stands in a table, and in pages.
MOST_NOTE = 500


@dataclass(frozen=True)
class Whose:
    """Whose a submission is, where each student has numbers of their own.

    Attributes:
        student: The student; empty where all have the same numbers.
        others: The rest of the class, and "" for the numbers that everyone gets.
    """

    student: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What one check found.

    Attributes:
        cell: The name of its cell.
        exercise: The exercise.
        earned: Points.
        possible: Points that could be earned.
        mistake: The label of the mistake that it recognised, or empty.
        hint: What the check says to look at.
        state: "untouched", "stopped", "wrong" or "right".
        message: Why there was nothing to judge, where that stopped.
        behaviour: What a wrong answer without a name gave back, for grouping those alike.
        right_for: Other students whose numbers make these values right, where each student has
            numbers of their own; "" stands for those that everyone gets.
    """

    cell: str
    exercise: str
    earned: float
    possible: float
    mistake: str = ""
    hint: str = ""
    state: str = "right"
    message: str = ""
    behaviour: str = ""
    right_for: tuple[str, ...] = ()

    @property
    def attempted(self) -> bool:
        """Whether there was an answer, be it one that stopped."""
        return self.state != "untouched"


@dataclass
class Result:
    """What grading a submission gave.

    Attributes:
        scores: Points by the name of the graded cell; None where a person must look.
        unanswered: For each cell that students write in, whether it is as it was given out.
        notebook: The graded notebook, as nbformat has it; None if there was nothing to grade.
        found: What each check found.
        notes: What was wrong with the submission, in sentences.
        error: Why it could not be graded at all, or empty.
        seconds: How long it took, by the clock: as a whole, and of that the checks.
    """

    scores: dict[str, float | None] = field(default_factory=dict)
    unanswered: dict[str, bool] = field(default_factory=dict)
    notebook: NotebookNode | None = None
    found: list[Found] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: str = ""
    seconds: dict[str, float] = field(default_factory=dict)


def grade(
    data: bytes,
    lesson: Lesson,
    sandbox: Sandbox,
    files: Mapping[str, bytes] | None = None,
    whose: Whose | None = None,
) -> Result:
    """Grade a submission.

    Args:
        data: The notebook as it was handed in.
        lesson: The lesson.
        sandbox: Where the submission's code runs.
        files: What was handed in beside the notebook, by its path.
        whose: Whose it is, where each student has numbers of their own.

    Raises:
        NoIsolation: The sandbox does not work.
    """
    begun = time.perf_counter()
    whose = whose or Whose()
    try:
        made, notes = submission.read(data, lesson)
    except Unusable as error:
        return Result(error=str(error))
    result = Result(notes=notes)
    code = [cell for cell in made if cell.kind == "code"]
    students = [cell.names for cell in code if cell.role != "check"]
    exercises = course.checks.exercises().values()
    may_use = {one.name: one.may_use for one in exercises if not one.values}
    work = Work(sandbox, students, sandbox.limits, notes, may_use, files or {})
    try:
        with variants.of(whose.student):
            if whose.student:
                work.run(_tells(whose.student), frozenset(), quiet=True, what="the first line")
            _run(made, lesson, work, result, whose.others)
    finally:
        work.close()
    result.notebook = _notebook(made, lesson)
    _score(made, result)
    notes += _notes_on_stopped(made, result.found, lesson)
    if work.skipped:
        shown = "; ".join(work.skipped[:3]) + ("; …" if len(work.skipped) > 3 else "")
        alone = "without other programs, files or a network"
        notes.append(f"did nothing, as a notebook is graded {alone}: {shown}")
    result.notes = list(dict.fromkeys(map(_one_line, notes)))
    result.seconds["all"] = time.perf_counter() - begun
    return result


def _tells(student: str) -> str:
    """Return a line that tells the student's own process whose numbers to use, and no more."""
    return f"__import__('course.variants').variants.use({student!r})"


def _run(
    made: list[Cell], lesson: Lesson, work: Work, result: Result, others: Sequence[str]
) -> None:
    """Run the cells in order, and the checks of an answer as soon as the first is reached.

    So a cell below the check is no part of the answer. Where the answer comes later, its checks
    wait for it; those that had to be put back look last.
    """
    run = which_run(made)
    checks = [cell for cell in made if cell.role == "check"]
    in_place = {cell.given.answer for cell in checks if not cell.put_back}
    last = [cell for cell in checks if cell.given.answer not in in_place]
    waiting: list[Cell] = []
    reached: set[str] = set()
    done: set[str] = {""}
    runs: list[Run] = []
    places = {id(cell): i for i, cell in enumerate((c for c in made if c.kind == "code"), 1)}
    for cell in made:
        if cell.role == "check":
            if cell.given.answer in in_place and cell.given.answer not in reached:
                reached.add(cell.given.answer)
                waiting += [c for c in checks if c.given.answer == cell.given.answer]
        elif id(cell) in run:
            what = f"the answer {cell.name}" if cell.role == "answer" else _first_line(cell)
            with _little_memory():
                outputs = work.run(
                    cell.source, cell.names.every, quiet=cell.role == "lesson", what=what
                )
            if cell.role != "lesson":
                cell.outputs = outputs
                runs.append(Run(places[id(cell)], cell.source, problem(outputs), cell.name))
            done.add(cell.name)
        for check in [c for c in waiting if c.given.answer in done]:
            waiting = [c for c in waiting if c is not check]
            _check(check, lesson, work, result, runs, others)
    for check in [*waiting, *last]:
        _check(check, lesson, work, result, runs, others)


def replaced(made: list[Cell]) -> set[str]:
    """Return the answers that are as they were given out, while other cells define their names."""
    own = [cell for cell in made if cell.role == "own"]
    bound = frozenset().union(*(cell.names.binds for cell in own))
    answers = [cell for cell in made if cell.role == "answer"]
    empty = [cell for cell in answers if is_as_given(cell.source, cell.given)]
    # One cell may hold several answers; it counts as the first of them.
    work = [cell.source for cell in answers if not is_as_given(cell.source, cell.given)]
    return {
        cell.name
        for cell in empty
        if cell.put_back
        or cell.given.defines & bound
        or any(submission.defines(source, cell.given.defines) for source in work)
    }


# What Python says of the place at the end of a syntax error: the cell by its name in the kernel.
_WHERE = re.compile(r" \(<ipython-input-[^()]*, line \d+\)$")


def _notes_on_stopped(made: Sequence[Cell], found: Sequence[Found], lesson: Lesson) -> list[str]:
    """Return a sentence for each exercise that stopped before it could be judged: how, where."""
    failed = {cell.name: problem(cell.outputs) for cell in made if cell.role == "answer"}
    told = {}
    for one in found:
        if one.state == "stopped":
            error = failed.get(lesson.named[one.cell].answer)
            told[one.exercise] = _first_sentence(one.message)
            if error is not None:
                place = f" in line {error.line}" if error.line else ""
                message = _WHERE.sub("", " ".join(error.message.split()))[:80]
                told[one.exercise] = f"stopped{place}, {error.kind}: {message}"
    return [f"{name}: {how}" for name, how in told.items()]


def _one_line(note: str) -> str:
    """Return a note as one short line, and without what cannot be seen: parts are a student's."""
    return cut("".join(sign if sign.isprintable() else " " for sign in note), MOST_NOTE)


def _first_sentence(message: str) -> str:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", message.strip())[0] or "stopped"


def _first_line(cell: Cell) -> str:
    line = next((line.strip() for line in cell.source.splitlines() if line.strip()), "")
    return f"the cell “{line[:40]}{'…' if len(line) > 40 else ''}”"


def which_run(made: list[Cell]) -> set[int]:
    """Return which code cells must run: all of the student's, and what those need."""
    left_out = replaced(made)
    code = [
        cell
        for cell in made
        if cell.kind == "code" and cell.role not in ("check", "text") and cell.name not in left_out
    ]
    also: set[str] = set()
    for cell in made:
        if cell.role == "check":
            also |= cell.names.every
            also |= _exercise_names(cell.source)
    keep = cells.needed(
        [cell.names for cell in code], [cell.role == "lesson" for cell in code], also
    )
    return {id(cell) for cell, kept in zip(code, keep, strict=True) if kept}


@lru_cache(maxsize=4096)
def _exercise_names(source: str) -> frozenset[str]:
    """Return the names that the checks called in a check cell look up."""
    found: set[str] = set()
    with contextlib.suppress(SyntaxError):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                exercise = course.checks.exercises().get(node.value)
                if exercise is not None:
                    found |= {exercise.name, *exercise.values}
    return frozenset(found)


# --- check cells -----------------------------------------------------------------------------


def _check(
    cell: Cell,
    lesson: Lesson,
    work: Work,
    result: Result,
    runs: Sequence[Run],
    others: Sequence[str],
) -> None:
    """Run a check cell here, in the grader's own process."""
    begun = time.perf_counter()
    exercises = course.checks.exercises()
    seconds = {name: one.seconds for name, one in exercises.items() if one.seconds}
    reports: list[Report] = []
    names = Namespace(trusted_names(lesson), work, seconds)
    with _recording(reports, runs):
        cell.outputs = run_trusted(cell.source, names)
    result.found += [
        Found(
            cell.name,
            report.exercise.name,
            float(report.earned),
            float(report.possible),
            report.label,
            report.hint,
            report.state,
            report.message,
            behaviour(report),
            right_for(report, others),
        )
        for report in reports
    ]
    spent = result.seconds.get("checks", 0.0)
    result.seconds["checks"] = spent + time.perf_counter() - begun


@contextlib.contextmanager
def _recording(reports: list[Report], runs: Sequence[Run]) -> Iterator[None]:
    """Add the report of every check that is made inside to `reports`.

    The checks judge with the submission's cells in view, and draw the same inputs each time:
    grading twice gives the same.
    """
    examine = course.checks.examine

    def recorded(
        exercise: Exercise, names: Mapping[str, Any], seed: int | None = None, **options: Any
    ) -> Report:
        # What the visible check has told need not be looked for again on hidden inputs.
        layers = engine.LAYERS if seed is None else 1
        options |= {"runs": runs, "fresh": None, "graded": True, "layers": layers}
        report = examine(exercise, names, seed, **options)
        reports.append(replace(report, message=in_cells(report.message), run=None))
        return reports[-1]

    course.checks.examine = recorded  # type: ignore[assignment]  # until the check is done
    try:
        yield
    finally:
        course.checks.examine = examine


def in_cells(message: str) -> str:
    """Return a sentence about runs as one about the cells that were handed in."""
    return re.sub(r"\b(?:run as|(?P<r>[Rr])un) \[(\d+)\]", _cell_word, message)


def _cell_word(found: re.Match[str]) -> str:
    return f"{'Cell' if found['r'] == 'R' else 'cell'} {found[2]}"


def problem(outputs: Sequence[Mapping[str, Any]]) -> Problem | None:
    """Return how a cell failed, from its outputs; None if it did not."""
    for output in outputs:
        if output.get("output_type") == "error":
            told = [str(line) for line in output.get("traceback", ())]
            at = next((re.match(r"line (\d{1,7}): (.*)", line) for line in told), None)
            line, text = (int(at[1]), at[2]) if at else (None, "")
            return Problem(output["ename"], output["evalue"], line, text, line)
    return None


def behaviour(report: Report) -> str:
    """Return in one short line what a wrong answer that nothing explains gave back."""
    if report.state != "wrong" or any(help.kind == "mistake" for help in report.helps):
        return ""
    call = report.wrong[0]
    if call.error is not None:
        return f"{call.text}: {type(call.error).__name__}"
    return f"{call.text}: {value_text(call.result)}"


def right_for(report: Report, others: Sequence[str]) -> tuple[str, ...]:
    """Return the other students whose numbers make wrong values right, all of them.

    Where a value is right for this student, too, or a known mistake explains the values, they
    say nothing of anyone else.
    """
    exercise = report.exercise
    named = any(help.kind == "mistake" for help in report.helps)
    if report.state != "wrong" or exercise.right_for is None or named:
        return ()
    if any(call.right or not call.answered for call in report.calls):
        return ()
    given = {call.text: call.result for call in report.calls}
    found = []
    for student in others:
        right = exercise.right_for(variants.given(exercise.name, student))
        if all(exercise.alike(right[name], told) for name, told in given.items()):
            found.append(student)
    return tuple(found)


_trusted: dict[str, dict[str, Any]] = {}


def trusted_names(lesson: Lesson) -> Mapping[str, Any]:
    """Return the names that the instructor's own check cells may use, with their values.

    They are what the lesson's own cells import or define, as far as a check names it, run here
    from the source: a submission cannot change them. What an answer defines is never among them.
    """
    if lesson.digest not in _trusted:
        own = [
            cell.source
            for cell in lesson.cells
            if cell.kind == "code" and not cell.is_answer and not cell.is_check
        ]
        about = [cells.names(source) for source in own]
        wanted: set[str] = set()
        for cell in lesson.cells:
            if cell.is_check:
                wanted |= cells.names(cell.source).every
        wanted -= lesson.answer_names
        keep = cells.needed(about, [True] * len(about), wanted)
        reads = wanted.union(
            *(a.now | a.later for a, kept in zip(about, keep, strict=True) if kept)
        )
        held: dict[str, Any] = {"__name__": "__main__"}
        for source, one, kept in zip(own, about, keep, strict=True):
            # What needs an answer is the student's own, but for what it imports.
            lines = [line for name, line in one.imports.items() if name in reads]
            own_alone = kept and not one.every & lesson.answer_names
            with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                exec(
                    source if own_alone and one.binds - set(one.imports) else "\n".join(lines),
                    held,
                )
        held["check"] = held.get("check", course.checks.check)
        _trusted[lesson.digest] = {
            name: value
            for name, value in held.items()
            if name not in lesson.answer_names and (name in wanted or name.startswith("__"))
        }
    return _trusted[lesson.digest]


def shell() -> Any:
    """Return the grader's own `Shell`, which gathers what check cells display."""
    if not InteractiveShell.initialized():
        Shell.instance()
    return InteractiveShell.instance()


@contextlib.contextmanager
def _little_memory() -> Iterator[None]:
    """Let this process take no more than MOST_MORE of memory beside what it has.

    A check computes with what an answer gives it: a gradient that was lent can be asked at layers
    of a million units, which are a few megabytes, and take all the memory that there is. An answer
    may keep it, so that a cell below asks.
    """
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = in_use() + MOST_MORE
    if before[0] != resource.RLIM_INFINITY:
        most = min(most, before[0])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def run_trusted(source: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """Run a check cell of the instructor's in this process; return its outputs."""
    own = shell()
    outputs = Outputs(1 << 20, every=True)
    before, own.outputs = own.outputs, outputs
    try:
        with (
            _little_memory(),
            contextlib.redirect_stdout(outputs.stream("stdout")),
            contextlib.redirect_stderr(outputs.stream("stderr")),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
            last = tree.body[-1] if tree.body else None
            if isinstance(last, ast.Expr):
                tree.body.pop()
            exec(compile(tree, "<check>", "exec"), names)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), "<check>", "eval"), names)
                if value is not None:
                    outputs.data("execute_result", own.display_formatter.format(value)[0])
                    outputs.items[-1]["execution_count"] = None
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        line = getattr(error, "student_line", "")
        told = f"{type(error).__name__}: {error}".rstrip(": ")
        outputs.error(type(error).__name__, str(error), [*([line] if line else []), told])
    finally:
        own.outputs = before
    return outputs.finished()


# --- the graded notebook ---------------------------------------------------------------------


def _notebook(made: list[Cell], lesson: Lesson) -> NotebookNode:
    built = []
    prose = {cell.source.strip() for cell in lesson.cells if cell.kind != "code"}
    for number, cell in enumerate(made):
        metadata: dict[str, Any] = {"nbgrader": dict(cell.given.nbgrader)} if cell.name else {}
        if cell.name and cell.given.nbgrader.get("locked"):
            metadata |= {"deletable": False, "editable": False}
        wrote = cell.kind != "code" and not cell.name and cell.source.strip() not in prose
        if cell.role == "own" or wrote:
            metadata[MARK] = {"by": "student"}
        one: dict[str, Any] = {
            "cell_type": cell.kind,
            "id": cell.given.id if cell.name else f"cell-{number}",
            "metadata": metadata,
            "source": cell.source,
        }
        if cell.attachments:
            one["attachments"] = {name: dict(data) for name, data in cell.attachments.items()}
        if cell.kind == "code":
            one |= {"execution_count": None, "outputs": cell.outputs}
        built.append(one)
    return from_dict(
        {
            "cells": built,
            "metadata": {
                "kernelspec": {
                    "display_name": "Python 3 (ipykernel)",
                    "language": "python",
                    "name": "python3",
                },
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def _score(made: list[Cell], result: Result) -> None:
    """Read the points from the graded notebook just as nbgrader does."""
    assert result.notebook is not None
    for cell, node in zip(made, result.notebook.cells, strict=True):
        mark = node.metadata.get("nbgrader", {})
        if mark.get("grade"):
            try:
                result.scores[cell.name] = determine_grade(node)[0]
            except ValueError as error:
                result.scores[cell.name] = 0.0
                result.notes.append(f"{cell.name}: {error}")
        if mark.get("solution") or mark.get("task"):
            result.unanswered[cell.name] = is_as_given(cell.source, cell.given)


def is_as_given(source: str, cell: LessonCell) -> bool:
    """Return whether an answer cell still holds what students were given."""
    return source.strip() == cell.source.strip()
