"""What the course consists of: read from its notebooks, nowhere written down a second time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from course.progress.store import START


@dataclass(frozen=True)
class Task:
    """An exercise of a lesson.

    Attributes:
        name: The name that its check is called with.
        title: Its first line: "Exercise 3: walk".
        heading: The heading that leads to it: its own, or the last one above it.
        points: For the check in the notebook.
        later: For the check that runs when work is graded.
    """

    name: str
    title: str
    heading: str
    points: float
    later: float

    @property
    def short(self) -> str:
        """The title up to its first mark: "Exercise 3"."""
        return re.split("[:,]", self.title)[0]


@dataclass(frozen=True)
class Lesson:
    """A lesson as the map shows it.

    Attributes:
        name: The name of its folder and of its notebook.
        title: Its heading.
        minutes: About how long it takes.
        goals: What one can do after it, as Markdown.
        tasks: Its exercises, in their order.
    """

    name: str
    title: str
    minutes: int
    goals: tuple[str, ...]
    tasks: tuple[Task, ...]

    @property
    def points(self) -> float:
        """The points that its notebook can give."""
        return sum(task.points for task in self.tasks)


Outline = tuple[Lesson, ...]


def read(folder: Path) -> Outline:
    """Return the lessons whose notebooks lie in a folder, as NAME/NAME.ipynb, in their order."""
    files = sorted(folder.glob("[0-9]*/*.ipynb"))
    return tuple(lesson(file) for file in files if file.stem == file.parent.name)


def kept(home: Path) -> Outline:
    """Return the lessons as the start page of a student's folder keeps them; () if it does not."""
    try:
        about = json.loads((home / START).read_text(encoding="utf-8"))["metadata"]["course"]
        return tuple(
            Lesson(**{
                **lesson,
                "goals": tuple(lesson["goals"]),
                "tasks": tuple(Task(**task) for task in lesson["tasks"]),
            })
            for lesson in about["lessons"]
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def as_metadata(outline: Outline) -> dict[str, Any]:
    """Return what the start page's notebook keeps of the lessons."""
    return {"course": {"lessons": [asdict(lesson) for lesson in outline]}}


def cells(file: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give the type, the metadata and the text of each cell of a notebook."""
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        yield cell["cell_type"], cell.get("metadata", {}), text


def lesson(file: Path) -> Lesson:
    """Return the lesson that a notebook is."""
    prose, heading, statements, points = "", "", {}, {}
    for kind, metadata, text in cells(file):
        about = metadata.get("nbgrader", {})
        name, _, part = about.get("grade_id", "").rpartition("-")
        # A cell begins with its heading; other lines like one may be comments in code.
        if kind == "markdown" and text.startswith("#"):
            heading = text.partition("\n")[0].lstrip("# ")
        if part == "statement":
            statements[name] = (text.partition("\n")[0].strip("#* "), heading)
        elif part in ("check", "hidden"):
            points[name, part] = float(about["points"])
        elif kind == "markdown":
            prose += text + "\n\n"
    title = re.search(r"^# (.+)$", prose, re.MULTILINE)
    minutes = re.search(r"\*About (\d+) minutes", prose)
    tasks = (
        Task(
            name,
            title,
            heading,
            points.get((name, "check"), 0.0),
            points.get((name, "hidden"), 0.0),
        )
        for name, (title, heading) in statements.items()
    )
    return Lesson(
        file.stem,
        title.group(1) if title else file.stem,
        int(minutes.group(1)) if minutes else 0,
        _goals(prose),
        tuple(tasks),
    )


def _goals(prose: str) -> tuple[str, ...]:
    """Return the list after "You will be able to", each entry on one line."""
    listed = re.search(r"^You will be able to\n+((?:[-* ] .+\n?)+)", prose, re.MULTILINE)
    if not listed:
        return ()
    entries = re.split(r"^[-*] ", listed.group(1), flags=re.MULTILINE)[1:]
    return tuple(" ".join(entry.split()) for entry in entries)
