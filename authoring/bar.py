"""The line at a lesson's top: which of how many it is, and the ways to the map and to the next."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.progress.store import START


def cells(lesson: Path) -> list[NotebookNode]:
    """Return the line as a cell, made from the lessons beside `lesson`; none for the header."""
    names = sorted(path.stem for path in lesson.parent.glob("[0-9]*.py"))
    if lesson.stem not in names:
        return []
    at = names.index(lesson.stem)
    number, last = (int(name.partition("_")[0]) for name in (lesson.stem, names[-1]))
    parts = [f"Lesson {number} of {last}", f"[map of the course](../{START})"]
    parts += [f"[next lesson](../{name}/{name}.ipynb)" for name in names[at + 1 : at + 2]]
    return [nbformat.v4.new_markdown_cell(" · ".join(parts), id="bar")]
