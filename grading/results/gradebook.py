"""The gradebook: opened, its assignments kept up to date, and all grades written from it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import nbformat
from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    InvalidEntry,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Index, inspect, select
from sqlalchemy.exc import DBAPIError
from traitlets.config import Config

import course_folder
from grading import left_out
from grading.errors import GradingError
from grading.results import tables
from grading.results.files import put


@contextlib.contextmanager
def open_gradebook(config: Config) -> Iterator[Gradebook]:
    """Open the gradebook that `config` names.

    Raises:
        GradingError: It cannot be reached, read or written to; inside the `with`, too.
    """
    with reached():
        gradebook = Gradebook(db_url(config), config.CourseDirectory.course_id)
        try:
            yield gradebook
        finally:
            gradebook.close()


@contextlib.contextmanager
def reached() -> Iterator[None]:
    """Say in one line what is wrong where the gradebook's database does not do its part."""
    try:
        yield
    except (DBAPIError, InvalidEntry, CalledProcessError) as error:
        told = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise GradingError(
            f"the gradebook cannot be used now ({told}); what was graded so far is kept: run the "
            "same command again when it can"
        ) from None


def db_url(config: Config) -> str:
    """Return where the gradebook is; nbgrader's own default where the settings are silent."""
    if "db_url" in config.CourseDirectory:
        return config.CourseDirectory.db_url
    return f"sqlite:///{Path(config.CourseDirectory.root) / 'gradebook.db'}"


def register(config: Config, lessons: Iterable[str]) -> list[str]:
    """Make the gradebook know these lessons as they are in source/; return those it did not.

    What is left out (`left_out`) can earn no points there. nbgrader learns of an assignment by
    releasing it. The released notebook goes to a passing folder here: `release/` is not touched.
    """
    source = Path(config.CourseDirectory.source_directory)
    names, lessons = left_out.read(Path(config.CourseDirectory.root)), list(lessons)
    with open_gradebook(config) as gradebook:
        _index(gradebook)
        stale = [lesson for lesson in lessons if not _known(gradebook, source, lesson, names)]
    with tempfile.TemporaryDirectory() as folder:
        passing = Config(config)
        passing.CourseDirectory.db_url = db_url(config)
        passing.CourseDirectory.release_directory = folder
        api = course_folder.api(passing)
        for lesson in stale:
            with course_folder.quiet():
                result = api.generate_assignment(lesson, force=True, create=True)
            if not result["success"]:
                raise GradingError(
                    f"the gradebook does not take {lesson}: {_last_line(result)}. "
                    "Was an exercise removed that has grades already?"
                )
    if names:
        with open_gradebook(config) as gradebook:
            for lesson in lessons:
                notebook = nbformat.read(source / lesson / f"{lesson}.ipynb", as_version=4)
                cells = left_out.graded_cells(notebook.cells, names)
                for cell in gradebook.find_notebook(lesson, lesson).grade_cells:
                    if cell.name in cells:
                        cell.max_score = 0.0
            gradebook.db.commit()
    return stale


# By what a submission's own rows are found: without an index the database reads those of the whole
# class each time, and nbgrader's tables have none for these.
INDEXES = (
    (Grade, "notebook_id"),
    (Comment, "notebook_id"),
    (SubmittedNotebook, "assignment_id"),
    (SubmittedAssignment, "student_id"),
)


def _index(gradebook: Gradebook) -> None:
    """Let one submission be found among thousands as fast as among ten."""
    connection = gradebook.db.connection()
    look = inspect(connection)
    for entry, column in INDEXES:
        table = entry.__table__
        name = f"ix_{table.name}_{column}"
        if name not in {one["name"] for one in look.get_indexes(table.name)}:
            made = Index(name, table.c[column])
            made.create(connection)
            # nbgrader's own description of its table stays as it was.
            table.indexes.discard(made)
    gradebook.db.commit()


def _known(gradebook: Gradebook, source: Path, lesson: str, without: Collection[str]) -> bool:
    """Return whether the gradebook has this lesson, cell for cell as in source/."""
    try:
        kept = gradebook.find_notebook(lesson, lesson).source_cells
    except MissingEntry:
        return False
    notebook = nbformat.read(source / lesson / f"{lesson}.ipynb", as_version=4)
    now = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("locked") and cell.metadata.nbgrader.grade
    }
    before = {cell.name: cell.source for cell in kept if cell.name in now}
    points = {
        cell.metadata.nbgrader.grade_id: float(cell.metadata.nbgrader.points)
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    graded = {
        cell.name: cell.max_score for cell in gradebook.find_notebook(lesson, lesson).grade_cells
    }
    counts = points.keys() - left_out.graded_cells(notebook.cells, without)
    alike = all(points[name] == graded.get(name) for name in counts)
    return now == before and points.keys() == graded.keys() and alike


# The columns of nbgrader's own table of grades.
COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
)


def export_grades(config: Config) -> Path:
    """Write every grade to grades.csv, as nbgrader's exporter has it; return the file.

    The exporter asks the gradebook twice for each student and lesson; this asks once for all.
    """
    target = Path(config.CourseDirectory.root) / "grades.csv"
    with course_folder.quiet(), open_gradebook(config) as gradebook:
        one = SubmittedAssignment
        what = (one.timestamp, one.score, one.late_submission_penalty)
        asked = select(one.assignment_id, one.student_id, *what)
        had = {tuple(row[:2]): row[2:] for row in gradebook.db.execute(asked)}
        rows = [list(COLUMNS)]
        students = sorted(gradebook.students, key=_by_name)
        for lesson in gradebook.assignments:
            most = lesson.max_score
            for who in students:
                # Who handed in nothing has nothing.
                when, raw, penalty = had.get((lesson.id, who.id), (None, 0.0, 0.0))
                name = (who.id, who.last_name, who.first_name, who.email)
                points = (raw, penalty, max(0.0, raw - penalty), most)
                # A sum's last digits hang on the order in which the database adds.
                told = (str(round(one, 9)) for one in points)
                row = (lesson.name, lesson.duedate, when, *name, *told)
                rows.append(["" if value is None else value for value in row])
    keys = [COLUMNS.index(name) for name in ("student_id", "email")]
    put(target, tables.table(rows, keys).encode("utf-8"))
    return target


def _by_name(student: Student) -> tuple[str, str, str]:
    return student.last_name or "", student.first_name or "", student.id


def _last_line(result: dict[str, Any]) -> str:
    """Return the one line of nbgrader's log that says what was wrong."""
    told = (result.get("error") or result.get("log") or "").strip().splitlines()
    errors = [line for line in told if "Error" in line and not line.startswith(" ")]
    return (errors or told or ["no reason given"])[-1].strip()
