"""`python -m grading grade|demo`: grade a class and show what was done."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from grading import sample_class
from grading.grade import Row, course_config, grade
from grading.gradebook import GradingError, register
from grading.nbgrader_tools import ROOT


@click.group(help="Grade submissions with nbgrader.")
def cli() -> None:
    """Group the commands."""


@cli.command("grade", help="Grade what is in submitted/ (all lessons, or those named).")
@click.argument("lessons", nargs=-1)
@click.option("--student", help="Only this student; 'me' hands in my-work/ first.")
def grade_command(lessons: tuple[str, ...], student: str | None) -> None:
    """Grade submitted/."""
    rows = _graded_with_progress(Path.cwd(), lessons, student)
    _show(rows, Path.cwd())
    if any(row.score is None for row in rows):
        sys.exit(1)


@cli.command(help="Grade the sample class of tests/submissions/class into demo/.")
def demo() -> None:
    """Make and grade the sample class."""
    root = ROOT / "demo"
    if root.exists():
        shutil.rmtree(root)
    class_ = sample_class.write(ROOT / "release", root / "submitted")
    config = course_config(root)
    names = sorted({hand_in.lesson for hand_in in class_})
    register(config, names)
    sample_class.set_due_date(config, names)
    _show(_graded_with_progress(root, (), None), root)


def _graded_with_progress(root: Path, lessons: tuple[str, ...], student: str | None) -> list[Row]:
    progress = Progress(
        TextColumn("Grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
    )
    with progress:
        task = progress.add_task("preparing", total=None)

        def done(row: Row) -> None:
            progress.update(task, advance=1, description=f"{row.student} {row.lesson}")

        return grade(
            root,
            lessons,
            student,
            begin=lambda total: progress.update(task, total=total),
            done=done,
        )


def _show(rows: list[Row], root: Path) -> None:
    table = Table(title=f"{len(rows)} submissions")
    for heading, side in (
        ("student", "left"),
        ("lesson", "left"),
        ("points", "right"),
        ("of", "right"),
        ("note", "left"),
    ):
        table.add_column(heading, justify=side)
    for row in rows:
        score = (
            ("not graded", "") if row.score is None else (f"{row.score:g}", f"{row.possible:g}")
        )
        table.add_row(row.student, row.lesson, *score, row.note)
    console = Console()
    # A pipe or a file is as wide as it needs to be; only a terminal has an edge.
    console.print(table, width=None if console.is_terminal else 120)
    for made in ("autograded", "feedback", "grades.csv"):
        console.print(f"{made}: {(root / made).relative_to(Path.cwd())}", highlight=False)


def main() -> None:
    """Run a command; an error is one line."""
    try:
        cli(standalone_mode=False)
    except (GradingError, click.ClickException) as error:
        sys.exit(f"Error: {error.format_message() if hasattr(error, 'format_message') else error}")
    except click.Abort:
        sys.exit("Stopped; what was graded is kept.")


if __name__ == "__main__":
    main()
