"""What the terminal shows of grading: a moving bar, the rows, and what a person must look at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from course.counting import counted

if TYPE_CHECKING:
    from grading.folders import Row

# A class of up to so many rows is shown row by row.
SMALL_CLASS = 30


def console() -> Console:
    """Return where tables are printed; all text is text, for none of it is markup."""
    out = Console(markup=False, emoji=False)
    if not out.is_terminal:
        # A pipe or a file is as wide as it needs to be; only a terminal has an edge.
        out.width = 160
    return out


def plain_line(text: str) -> str:
    """Return a text as one line without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Return how many are done each second."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def progress() -> Progress:
    """Return the bar of grading, beside what is printed."""
    return Progress(
        TextColumn("Grading"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
    )


def from_here(path: Path) -> str:
    """Return how a file is called in the folder that one is in."""
    return Path(os.path.relpath(path)).as_posix()


def show(rows: list[Row], root: Path, everyone: bool = False) -> None:
    """Print what was done: row by row, or of a large class what a person must look at."""
    failed = [row for row in rows if row.score is None]
    unchanged = sum(row.unchanged for row in rows)
    out = console()
    if everyone or len(rows) <= SMALL_CLASS:
        out.print(_by_row(rows, counted(len(rows), "submission")))
    else:
        out.print(_by_lesson(rows))
        # Late is no matter for a person; what was repaired or stopped may be one.
        noted = [row for row in rows if row.note not in ("", "late")]
        if noted:
            out.print(_by_row(noted, "what a person may look at (--all shows all rows)"))
    graded = len(rows) - len(failed) - unchanged
    out.print(
        f"{graded} graded, {unchanged} unchanged, {len(failed)} could not be graded",
        highlight=False,
    )
    again = sum(row.again for row in rows if row.score is not None)
    if again:
        why = "what was handed in, the lesson or the course's code has changed since"
        out.print(f"{again} of them were graded before: {why}", highlight=False, soft_wrap=True)
    for row in failed:
        named = " ".join(filter(None, (row.student, row.lesson)))
        line = f"  {named}: {plain_line(row.note)}" if named else f"  {plain_line(row.note)}"
        out.print(Text(line))
    students = {row.student for row in rows if row.score is not None}
    whose = students.pop() if len(students) == 1 else "STUDENT"
    pages, notebooks, points = (
        from_here(root / made)
        for made in (f"feedback/{whose}/LESSON/LESSON.html", "autograded/", "grades.csv")
    )
    for told in (f"to read: {pages}", f"as notebooks: {notebooks}", f"all points: {points}"):
        out.print(told, highlight=False, soft_wrap=True)


def _by_row(rows: list[Row], title: str) -> Table:
    table = Table(title=title)
    sides: dict[str, Literal["left", "right"]] = {
        "student": "left",
        "lesson": "left",
        "points": "right",
        "of": "right",
        "note": "left",
    }
    for heading, side in sides.items():
        table.add_column(heading, justify=side, overflow="fold")
    for row in rows:
        score = (
            ("not graded", "") if row.score is None else (f"{row.score:g}", f"{row.possible:g}")
        )
        note = "; ".join(filter(None, ["unchanged" if row.unchanged else "", row.note]))
        table.add_row(row.student, row.lesson, *score, plain_line(note))
    return table


def _by_lesson(rows: list[Row]) -> Table:
    table = Table(title=f"{len(rows)} submissions")
    table.add_column("lesson")
    for heading in ("submissions", "graded", "unchanged", "not graded", "mean", "of"):
        table.add_column(heading, justify="right")
    for lesson in dict.fromkeys(row.lesson for row in rows):
        own = [row for row in rows if row.lesson == lesson]
        scores = [row.score for row in own if row.score is not None]
        most = next((row.possible for row in own if row.possible), 0.0)
        same = sum(row.unchanged for row in own)
        mean = f"{sum(scores) / len(scores):.2f}" if scores else ""
        counts = (len(own), len(scores) - same, same, len(own) - len(scores))
        table.add_row(lesson, *map(str, counts), mean, f"{most:g}")
    return table
