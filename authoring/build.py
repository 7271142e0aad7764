"""Building `source/` (executed, with outputs) and `release/` (what students get)."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

import course_folder
from authoring import kernels, markup
from course.live import WIDGET
from course_folder import ROOT, UnknownLessonError, meant

LESSONS = ROOT / "lessons"
# The header stands at the top of every released notebook; it is text only.
HEADER = "header"


def lesson_files() -> list[Path]:
    """Return the lessons' text files in the order of their numbers."""
    return sorted(path for path in LESSONS.glob("*.py") if path.stem != HEADER)


def build_source(output: Path, *, only: tuple[str, ...] = ()) -> list[str]:
    """Write `output`/NAME/NAME.ipynb, executed, for every lesson; return their names.

    Args:
        output: The source folder.
        only: Names or numbers of lessons to build; all of them if empty.

    Raises:
        LessonError: A lesson's markup is wrong, a cell of it fails, or no lesson has that name.
    """
    try:
        only = tuple(meant(only, [path.stem for path in lesson_files()]))
    except UnknownLessonError as error:
        raise markup.LessonError(str(error)) from None
    header = LESSONS / f"{HEADER}.py"
    if header.exists():
        output.mkdir(parents=True, exist_ok=True)
        nbformat.write(markup.read(header), output / f"{HEADER}.ipynb")
    chosen = [path for path in lesson_files() if not only or path.stem in only]
    with ThreadPoolExecutor(max_workers=2) as pool:
        for path, notebook in zip(chosen, pool.map(executed, chosen), strict=True):
            target = output / path.stem / f"{path.stem}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, target)
    return [path.stem for path in chosen]


def executed(lesson: Path) -> NotebookNode:
    """Return the lesson as a notebook with the outputs of a fresh run from top to bottom."""
    notebook = markup.read(lesson)
    metadata = deepcopy(notebook.metadata)
    with tempfile.TemporaryDirectory() as folder:
        try:
            kernels.run(
                notebook,
                folder,
                record_timing=False,
                store_widget_state=False,
                # When a kernel flushes differs from run to run; what it prints does not.
                coalesce_streams=True,
            )
        except CellExecutionError as error:
            # An error of the course's own shows no more than one line, and the place last.
            told = " ".join(f"{error.ename}: {error.evalue}".split())
            raise markup.LessonError(f"{lesson.name}: a cell fails: {told}") from error
        except (CellTimeoutError, DeadKernelError) as error:
            told = str(error).strip().splitlines()[0]
            raise markup.LessonError(f"{lesson.name}: a cell fails: {told}") from error
    # The kernel adds the version of Python, which differs from machine to machine.
    notebook.metadata = metadata
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream" and output.name == "stderr":
                raise markup.LessonError(f"{lesson.name}: a cell writes to stderr: {output.text}")
            # A widget's id means nothing in another kernel; its fixed text stays.
            output.get("data", {}).pop(WIDGET, None)
    return notebook


def build_release(source: Path, output: Path) -> list[str]:
    """Write `output`/NAME/NAME.ipynb without solutions, hidden tests and outputs, by nbgrader.

    Args:
        source: The source folder; its notebooks are what is released.
        output: The release folder.
    """
    names = sorted(path.parent.name for path in source.glob("*/*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        config = course_folder.settings()
        config.CourseDirectory.source_directory = str(source.resolve())
        config.CourseDirectory.release_directory = str(output.resolve())
        # No gradebook learns of the assignments here.
        config.CourseDirectory.db_url = f"sqlite:///{folder}/gradebook.db"
        config.IncludeHeaderFooter.header = str(source.resolve() / f"{HEADER}.ipynb")
        api = course_folder.api(config)
        for name in names:
            with course_folder.quiet() as log:
                result = api.generate_assignment(name, force=True, create=True)
            if not result["success"]:
                raise markup.LessonError(f"{name} cannot be released: {log.getvalue().strip()}")
    return names


def remove_orphans(folder: Path, names: list[str]) -> None:
    """Delete notebooks' folders in `folder` that no lesson makes any more."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path)
