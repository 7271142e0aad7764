"""The explorers of all lessons, each once, for a page that shows them beside each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import nbformat

from authoring.markup import LessonError
from course import explorers
from course_folder import ROOT

# A row of the table in docs/explorers.md: a lesson, a call, and what it shows.
ROW = re.compile(r"^\| \d+ \| `(\w+)\(.*\)` \| (.+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Shown:
    """An explorer as a lesson shows it first.

    Attributes:
        name: Its function.
        shows: What it shows, in words.
        lesson: The name of the lesson.
        output: Its page, as HTML.
    """

    name: str
    shows: str
    lesson: str
    output: str


def read() -> list[Shown]:
    """Return every explorer once, in the order of the lessons."""
    told = dict(ROW.findall((ROOT / "docs" / "explorers.md").read_text(encoding="utf-8")))
    found: dict[str, Shown] = {}
    for file in sorted((ROOT / "source").glob("*/*.ipynb")):
        for cell in nbformat.read(file, as_version=4).cells:
            name = called(cell)
            for output in _pages(cell) if name and name not in found else ():
                if name not in told:
                    raise LessonError(f"docs/explorers.md: its table has no row for `{name}`")
                found[name] = Shown(name, told[name], file.stem, output)
    return list(found.values())


def called(cell: Any) -> str:
    """Return the explorer that a cell's last line calls, or an empty text."""
    if cell.cell_type != "code":
        return ""
    last = ast.parse(cell.source).body[-1:]
    nodes = [node for one in last for node in ast.walk(one)]
    names = [getattr(node, "id", getattr(node, "attr", "")) for node in nodes]
    return next((name for name in names if name in explorers.__all__), "")


def _pages(cell: Any) -> Iterator[str]:
    for output in cell.outputs:
        text = output.get("data", {}).get("text/html", "")
        if "course-explorer" in text:
            yield text
