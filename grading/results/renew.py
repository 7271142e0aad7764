"""Pages that say what the gradebook says now, whoever changed it."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course_folder import course_config, quiet
from grading.errors import GradingError
from grading.results import feedback, overview, record
from grading.results.files import put, put_other
from grading.results.gradebook import db_url, export_grades, open_gradebook
from grading.results.report import Grades


def page_file(root: Path, student: str, lesson: str) -> Path:
    """Return where a student's page is."""
    return root / "feedback" / student / lesson / f"{lesson}.html"


def write(
    root: Path, student: str, lesson: str, notebook: NotebookNode, grades: record.Grades
) -> None:
    """Write a student's page."""
    made = feedback.page(notebook, student, lesson, grades)
    put(page_file(root, student, lesson), made.encode("utf-8", "replace"))


def unreadable(root: Path, student: str, lesson: str, why: str) -> None:
    """Write the page of a student whose file cannot be read; that of graded work stays."""
    if not record.graded_file(root, student, lesson).exists():
        made = feedback.unreadable(student, lesson, why)
        put_other(page_file(root, student, lesson), made.encode("utf-8", "replace"))


def page(root: Path, student: str, lesson: str, grades: record.Grades) -> bool:
    """Write a student's page again if it says anything else; return whether it did.

    Where there is no graded notebook, nothing is written.
    """
    file = record.graded_file(root, student, lesson)
    made_of = record.marked(file).get("digest")
    if made_of is None or feedback.is_of(page_file(root, student, lesson), grades, made_of):
        return False
    write(root, student, lesson, nbformat.read(file, as_version=4), grades)
    return True


class Results:
    """All that is told of a class: feedback pages, the report, and grades.csv.

    Attributes:
        root: Where the class's folders are.
        grades: What the gradebook said when it was looked at last.
    """

    def __init__(self, root: Path) -> None:
        """Begin with what is in `root`."""
        self.root, self.config = root, course_config(root)
        self.grades: Grades = {}
        self._stamp: tuple[int, ...] = ()

    def look(self) -> Grades:
        """Renew what says anything else than the gradebook; return what that says.

        Raises:
            GradingError: Nothing was graded yet, or the gradebook cannot be used.
        """
        stamp = self._changed()
        if stamp and stamp == self._stamp:
            return self.grades
        with quiet(), open_gradebook(self.config) as gradebook:
            now = record.read_all(gradebook)
            # What being late costs hangs on the points, the due date and an extension.
            for key, grades in now.items():
                if grades != self.grades.get(key):
                    now[key] = record.late_anew(gradebook, *key, grades, self.config)
        if not now:
            raise GradingError("nothing was graded yet; `make grade` grades what is in submitted/")
        if now != self.grades:
            for key, grades in now.items():
                if grades != self.grades.get(key):
                    page(self.root, *key, grades)
            export_grades(self.config)
            with quiet():
                overview.write_all(self.root, grades=now)
        # Only what was renewed to the end is not looked at again.
        self.grades, self._stamp = now, stamp
        return now

    def _changed(self) -> tuple[int, ...]:
        """Return what changes with a gradebook in a file; nothing where it is another database."""
        kind, _, place = db_url(self.config).partition(":///")
        if kind != "sqlite":
            return ()
        told = []
        for file in (Path(place), Path(f"{place}-wal")):
            if file.exists():
                about = file.stat()
                told += [about.st_mtime_ns, about.st_size]
        return tuple(told)
