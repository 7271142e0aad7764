"""Grade what was handed in: many at once, isolated, and nothing lost.

Workers grade (see `worker`); this process alone writes the gradebook and the folders, one
submission after another. nbgrader's folders, gradebook and commands stay as they are.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from traitlets.config import Config

import course_folder
from course_folder import course_config, known_lessons
from grading import left_out, one_machine
from grading.errors import GradingError, why
from grading.exam.examiner import Result, Whose
from grading.exam.lesson import Lesson, code_digest
from grading.exam.lesson import read as read_lesson
from grading.folders import (
    MOST_NOTEBOOK,
    Row,
    beside,
    checked,
    find,
    hand_in,
    notebook_in,
    read_whole,
    saved_on_the_way,
    shown,
)
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import NoIsolation, what_is_missing
from grading.results import record, renew, roster
from grading.results.files import put
from grading.results.gradebook import export_grades, open_gradebook, register
from grading.results.words import SMALLEST
from grading.workers import worker
from grading.workers.pool import pool
from grading.workers.worker import Settings

# Where one student alone is graded by a lesson as it is now.
BEHIND = "the lesson has changed since others were graded: grade them, too"
# The student name of someone who learns alone: `make grade STUDENT=me` hands in my-work/.
ALONE = "me"
# What a regrade that was stopped leaves: the next one keeps the way back that lies beside it.
STOPPED = Path(".before-regrade", "stopped")
# How often a submission is tried whose worker died, before it is given up.
TRIES = 3


@dataclass
class _Item:
    """A submission on its way.

    Attributes:
        row: Whose it is, and what.
        digest: Of what is graded.
        timestamp: When it was handed in, as its timestamp.txt says, or empty.
        notes: What was wrong with its folder.
        files: What was handed in beside the notebook, by path; only while it is under way.
        alone: Whether it is begun when nothing else is under way, as one that may have ended a
            worker.
        tries: How often it ended one, alone.
    """

    row: Row
    digest: str = ""
    timestamp: str = ""
    notes: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    alone: bool = False
    tries: int = 0


def read_lessons(config: Config, names: Sequence[str]) -> dict[str, Lesson]:
    """Return the lessons as the grader needs them, each knowing the others by their answers."""
    source = Path(config.CourseDirectory.source_directory)
    read = {name: read_lesson(source, name, config) for name in names}
    answers = {}
    for name in known_lessons():
        with suppress(OSError, ValueError, KeyError):
            notebook = json.loads((source / name / f"{name}.ipynb").read_bytes())
            marks = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
            answers[name] = frozenset(mark["grade_id"] for mark in marks if mark)
    return {
        name: replace(one, others={k: v for k, v in answers.items() if k != name})
        for name, one in read.items()
    }


def must_isolate(*, isolated: bool = True, executor: Executor | None = None, **_: Any) -> None:
    """Say so where submissions are to be isolated and cannot be: before anything is written.

    Args:
        isolated: As for `grade`, which takes the rest, too.
        executor: The same.

    Raises:
        GradingError: They cannot be.
    """
    if isolated and executor is None and (missing := what_is_missing()):
        raise GradingError(
            f"submissions cannot be isolated here: {missing}. `python -m grading doctor` says "
            "more; --unsafe-no-isolation grades all the same, with your own rights"
        )


def grade(
    root: Path,
    lessons: Sequence[str] = (),
    student: str | None = None,
    *,
    jobs: int | None = None,
    force: bool = False,
    isolated: bool = True,
    limits: Limits | None = None,
    executor: Executor | None = None,
    begin: Callable[[int], None] = lambda total: None,
    done: Callable[[Row], None] = lambda row: None,
) -> list[Row]:
    """Grade what is in `root`/submitted, write feedback and grades.csv; return a row for each.

    Args:
        root: Where submitted/, autograded/, feedback/ and the gradebook are.
        lessons: Only these lessons; all if empty.
        student: Only this student; all if None. ALONE hands in my-work/ first.
        jobs: How many at once; as many as the machine has cores if None.
        force: Grade again what is unchanged, too.
        isolated: False runs submissions as the user who grades, without isolation.
        limits: What one submission may use.
        executor: What runs `worker`'s functions; processes of this machine if None.
        begin: Called with the number of submissions before the first is graded.
        done: Called with each row as it is finished.

    Raises:
        GradingError: It cannot go on; what was graded until then is kept.
    """
    must_isolate(isolated=isolated, executor=executor)
    if student == ALONE:
        hand_in(
            root / "my-work",
            root / "submitted" / ALONE,
            checked(lessons, known_lessons()),
        )
    rows = find(root, known_lessons(), lessons, student)
    config = course_config(root)
    with one_machine.held(root, config) as at_work:

        def finished(row: Row) -> None:
            at_work()
            done(row)

        names = sorted({row.lesson for row in rows if not row.note})
        changed = register(config, names)
        without = left_out.read(root)
        own = own_numbers(config)
        asked = read_lessons(config, names)
        read = {name: _as_asked(one, without, own) for name, one in asked.items()}
        students = sorted({row.student for row in find(root, known_lessons())}) if own else []
        modules = tuple(sorted({module for lesson in read.values() for module in lesson.modules}))
        settings = Settings(modules, isolated, limits or Limits(), code_digest())
        with course_folder.quiet(), open_gradebook(config) as gradebook:
            folders = {row.student for row in rows if row.student}
            behind = set()
            if student is not None:
                behind = _others_graded(gradebook, changed, folders)
            roster.follow_folders(gradebook, folders)
            rows += roster.without_folder(gradebook, folders, root / "submitted")
            begin(len(rows))
            run = _Run(root, config, gradebook, read, settings, force, finished, without, students)
            try:
                run.all(rows, jobs, executor)
            except BaseException as error:
                # What stopped it is what matters, not that the table cannot be written either.
                with suppress(GradingError, OSError):
                    export_grades(config)
                raise _in_one_line(error) from None
        try:
            export_grades(config)
        except OSError as error:
            raise _in_one_line(error) from None
        if student is None and not lessons:
            # All is graded as it is now: whoever grades again begins from here.
            (root / STOPPED).unlink(missing_ok=True)
        made = [row if row.note else run.rows[_key(row)] for row in rows]
        return [_noted(row, BEHIND) if row.lesson in behind else row for row in made]


def _others_graded(
    gradebook: Gradebook, lessons: Iterable[str], whose: Collection[str]
) -> set[str]:
    """Return which of these lessons the gradebook has points in of other students, too."""
    return {
        lesson
        for lesson in lessons
        if any(who not in whose for who, _ in record.read_all(gradebook, lesson))
    }


def _noted(row: Row, told: str) -> Row:
    """Return a row, if it is of a graded submission, with one note more."""
    if row.score is None:
        return row
    return replace(row, note="; ".join(filter(None, (row.note, told))))


def own_numbers(config: Config) -> bool:
    """Return whether each student has numbers of their own, by nbgrader_config.py."""
    return config.get("Course", {}).get("variants") is True


def _as_asked(lesson: Lesson, without: frozenset[str], own: bool) -> Lesson:
    """Return a lesson whose digest says what else decides about points.

    Args:
        lesson: The lesson.
        without: The exercises that count for nobody.
        own: Whether each student has numbers of their own.
    """
    told = sorted(without & {cell.answer.removesuffix("-answer") for cell in lesson.cells})
    told += ["own numbers"] if own else []
    return replace(lesson, digest=" ".join([lesson.digest, *told]))


def _key(row: Row) -> tuple[str, str]:
    return row.student, row.lesson


def _in_one_line(error: BaseException) -> BaseException:
    """Return what stopped a run as a line for a person, as far as it is known to stop runs."""
    if isinstance(error, NoIsolation):
        return GradingError(f"submissions cannot be isolated here: {error}")
    if not isinstance(error, OSError):
        return error
    return GradingError(f"{why(error)}; what was graded so far is kept")


class _Run:
    """One run: what is under way, and what is finished."""

    def __init__(
        self,
        root: Path,
        config: Config,
        gradebook: Gradebook,
        lessons: dict[str, Lesson],
        settings: Settings,
        force: bool,
        done: Callable[[Row], None],
        without: frozenset[str],
        students: Sequence[str],
    ) -> None:
        self.root, self.config, self.gradebook = root, config, gradebook
        self.lessons, self.settings, self.force, self.done = lessons, settings, force, done
        self.without, self.students = without, students
        self.rows: dict[tuple[str, str], Row] = {}
        self.under_way: dict[Future[Any], _Item] = {}

    def finish(self, row: Row) -> None:
        self.rows[_key(row)] = row
        self.done(row)

    def all(self, rows: list[Row], jobs: int | None, executor: Executor | None) -> None:
        """Grade every row that needs it."""
        items = deque(self.to_grade(rows))
        if not items:
            return
        jobs = min(jobs or os.cpu_count() or 1, -(-len(items) // 2))
        given = executor is not None
        executor = executor or pool(jobs, self.settings)
        try:
            while items or self.under_way:
                try:
                    self.turn(items, executor, jobs)
                except BrokenProcessPool:
                    # A worker died, and with it the pool: what was under way begins again, one
                    # after another, so that it shows whose doing it was.
                    again = list(self.under_way.values())
                    sure = len(again) == 1
                    self.under_way.clear()
                    if given:
                        raise GradingError("the workers are gone") from None
                    executor.shutdown(wait=False, cancel_futures=True)
                    executor = pool(jobs, self.settings)
                    for item in again:
                        item.tries += sure
                        item.alone = True
                        if item.tries >= TRIES:
                            self.fail(item, f"the process that graded it died, {TRIES} times")
                        else:
                            items.appendleft(item)
        finally:
            if not given:
                executor.shutdown(wait=True, cancel_futures=True)

    def to_grade(self, rows: list[Row]) -> Iterator[_Item]:
        for row in rows:
            if row.note:
                self.finish(row)
                continue
            item = self.looked_at(row)
            if item is not None:
                yield item

    def looked_at(self, row: Row) -> _Item | None:
        """Return a submission that must be graded; finish the others."""
        item = _Item(row)
        try:
            self.read(item)
        except (OSError, ValueError) as error:
            self.fail(item, _unread(error))
            return None
        item.files = {}
        if not self.force:
            kept = record.marked(self.graded_file(row))
            if kept.get("digest") == item.digest:
                grades = record.read_grades(self.gradebook, row.student, row.lesson)
                if grades is not None:
                    asked = (row.student, row.lesson, grades, self.config)
                    grades = record.late_anew(self.gradebook, *asked)
                    renew.page(self.root, row.student, row.lesson, grades)
                    notes = [note for note in kept.get("notes", ()) if isinstance(note, str)]
                    made = self.row(item, grades, [*item.notes, *notes])
                    self.finish(replace(made, unchanged=True))
                    return None
            elif kept:
                item.row = replace(row, again=True)
        return item

    def whose(self, student: str) -> Whose | None:
        """Return whose numbers count, None where all students have the same."""
        if not self.students:
            return None
        return Whose(student, ("", *(other for other in self.students if other != student)))

    def graded_file(self, row: Row) -> Path:
        return record.graded_file(self.root, row.student, row.lesson)

    def read(self, item: _Item) -> bytes:
        """Return the notebook's bytes; note in `item` what was handed in with it."""
        found = notebook_in(self.root, item.row.student, item.row.lesson)
        # A notebook without a folder of its own has no timestamp either.
        item.timestamp, told = record.timestamp_of(found.beside) if found.own else ("", "")
        told = told or record.odd_time(item.timestamp)
        item.files, not_taken = beside(found)
        item.notes = [*([told] if told else []), *found.notes, *not_taken]
        data = read_whole(found.file, MOST_NOTEBOOK)
        item.digest = record.digest(
            data, item.timestamp, self.lessons[item.row.lesson].digest, item.files
        )
        return data

    def turn(self, items: deque[_Item], executor: Executor, jobs: int) -> None:
        """Hand out work, wait for some of it, and write what came back."""
        while items and len(self.under_way) < 2 * jobs + 1:
            under_way = [items[0], *self.under_way.values()]
            if len(under_way) > 1 and any(item.alone for item in under_way):
                break
            item = items.popleft()
            try:
                data = self.read(item)
            except (OSError, ValueError) as error:
                self.fail(item, _unread(error))
                continue
            lesson = self.lessons[item.row.lesson]
            files, item.files = item.files, {}
            # It is in `under_way` before anything can break, so that it cannot be lost.
            placeholder: Future[Any] = Future()
            self.under_way[placeholder] = item
            asked = (data, lesson, self.settings, files, self.whose(item.row.student))
            future = executor.submit(worker.graded, *asked)
            del self.under_way[placeholder]
            self.under_way[future] = item
        if not self.under_way:
            return
        for future in wait(self.under_way, return_when=FIRST_COMPLETED).done:
            item = self.under_way[future]
            try:
                result = future.result()
            except (BrokenProcessPool, NoIsolation):
                raise
            except Exception as error:
                told = str(error).strip().splitlines() or ["no reason given"]
                self.fail(item, f"grading it failed: {type(error).__name__}: {told[0]}")
            else:
                self.written(item, result)
            del self.under_way[future]

    def written(self, item: _Item, result: Result) -> None:
        """Record a graded submission; last of all its graded notebook says that this is done."""
        if result.error or result.notebook is None:
            renew.unreadable(self.root, item.row.student, item.row.lesson, result.error)
            self.fail(item, result.error)
            return
        row, made = item.row, result.notebook
        if all(result.unanswered.values()):
            result.notes += self.other_work(row)
        before = record.answers_before(self.graded_file(row))
        cells = left_out.graded_cells(made.cells, self.without)
        result = left_out.without(result, self.without, cells)
        record.mark(result, item.digest)
        grades = record.write_grades(
            self.gradebook, row.student, row.lesson, result, item.timestamp, self.config, cells
        )
        renew.write(self.root, row.student, row.lesson, made, grades)
        file = self.graded_file(row)
        if item.timestamp:
            put(file.with_name("timestamp.txt"), item.timestamp.encode(), record.READ_ONLY)
        else:
            file.with_name("timestamp.txt").unlink(missing_ok=True)
        text = nbformat.writes(made) + "\n"
        put(file, text.encode("utf-8", "replace"), record.READ_ONLY)
        told = self.given_before(before, made, result, grades, row.lesson)
        self.finish(self.row(item, grades, [*item.notes, *result.notes, *told]))

    def given_before(
        self,
        before: Mapping[str, str],
        made: NotebookNode,
        result: Result,
        grades: record.Grades,
        lesson: str,
    ) -> list[str]:
        """Return a sentence where points that a person gave are those of another answer.

        They stay, as with nbgrader; whoever gave them may want to look again.

        Args:
            before: What stood in each answer when it was graded last.
            made: The notebook as it is graded now.
            result: What the checks found.
            grades: What the gradebook says.
            lesson: What was handed in.
        """
        named = self.lessons[lesson].named
        by_hand = {
            named[name].answer
            for name, (score, _) in grades.cells.items()
            if name in named and abs(score - (result.scores.get(name) or 0.0)) > SMALLEST
        }
        now = record.answers(made)
        other = {name for name, text in before.items() if now.get(name) != text}
        told = ", ".join(sorted(name.removesuffix("-answer") for name in by_hand & other))
        return [f"points that a person gave for another answer stay: {told}"] if told else []

    def other_work(self, row: Row) -> list[str]:
        """Return a sentence if a notebook that nobody touched has other work beside it."""
        with suppress(OSError, ValueError):
            told = saved_on_the_way(notebook_in(self.root, row.student, row.lesson))
            return [told] if told else []
        return []

    def row(self, item: _Item, grades: record.Grades, notes: Sequence[str]) -> Row:
        told = ["late"] if grades.late else []
        told += list(dict.fromkeys(notes))
        return replace(
            item.row, score=grades.score, possible=grades.possible, note="; ".join(told)
        )

    def fail(self, item: _Item, why: str) -> None:
        self.finish(replace(item.row, note="; ".join([*item.notes, why])))


def _unread(error: OSError | ValueError) -> str:
    """Return why a file that was handed in cannot be read, and which one."""
    if isinstance(error, OSError) and error.strerror and error.filename:
        return f"{shown(Path(error.filename).name)} cannot be read: {error.strerror}"
    return str(error)


def as_json(row: Row) -> dict[str, Any]:
    """Return a row as JSON holds it."""
    status = "failed" if row.score is None else "unchanged" if row.unchanged else "graded"
    return {
        "student": row.student,
        "lesson": row.lesson,
        "status": status,
        # Sums of tenths have digits that nobody gave.
        "score": None if row.score is None else round(row.score, 9),
        "possible": row.possible,
        "note": row.note,
    }
