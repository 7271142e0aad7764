"""`make bench-load`: a large class, from submitted/ to the instructor's page; again with Dask.

Three lessons of real answers, right and wrong, no two notebooks alike, each handed in as the one
file that the lab in a browser gives. Dask's scheduler and its two workers are processes of their
own; one worker is killed when a third is graded. Every score must be the same both ways.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import click
import nbformat
import psutil
from rich.table import Table

from benchmarks.grading import (
    CONSOLE,
    Work,
    copies,
    cost,
    course_copy,
    floor,
    memory,
    scores,
    submissions,
)
from benchmarks.machine import taken_away
from course.checks import lessons
from grading.results import overview
from grading.run import grade
from tests.support.dask_here import connected, dask

LESSONS = ("01_one_dimension", "02_learning_rates", "04_linear_regression")
EACH = 8
# One submission among so many is what one among all is held against; five runs, the median.
FEW, RUNS = 96, 5
LIMIT = 1.05


def hand_in(root: Path, works: list[Work]) -> None:
    """Write the submissions as the lab in a browser hands them in: one file each."""
    for one in works:
        notebook = nbformat.reads(one.notebook, as_version=4)
        when = {"first": "2026-03-01T10:00:00Z", "last": "2026-03-01T10:20:00Z"}
        tried = {exercise.name: {"tries": 2, **when} for exercise in lessons()[one.lesson]}
        notebook.metadata["course"] = {
            "edition": "2.0.0",
            "predictions": {"first": {"first": "it settles", "happened": "it cycles"}},
            "progress": {"check": tried},
        }
        folder = root / "submitted" / one.student
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, folder / f"{one.lesson}.ipynb")


def of_students(works: list[Work]) -> list[Work]:
    """Return the submissions as those of students who hand in every lesson."""
    return [
        replace(one, student=f"student_{number // len(LESSONS):05}")
        for number, one in enumerate(works)
    ]


class Watched(threading.Thread):
    """The most memory that this process and all that it started held at once, in megabytes."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__(daemon=True)
        self.most, self.over = 0.0, threading.Event()

    def run(self) -> None:
        """Look every ten seconds."""
        while not self.over.wait(10):
            self.most = max(self.most, memory())

    def __enter__(self) -> Watched:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()
        self.most = max(self.most, memory())


def with_dask(root: Path, works: list[Work]) -> tuple[float, float]:
    """Grade with two workers, one of which is killed; return seconds, and the most memory."""
    course_copy(root, sorted({one.lesson for one in works}))
    hand_in(root, works)
    count = 0
    with (
        dask(root) as (address, started),
        connected(address) as executor,
        Watched() as watched,
    ):

        def done(row: object) -> None:
            nonlocal count
            count += 1
            if count == len(works) // 3:
                started[0].kill()

        begun = time.monotonic()
        rows = grade(root, executor=executor, jobs=2, done=done)
        overview.write_all(root, rows)
        spent = time.monotonic() - begun
        if started[0].wait(10) == 0:
            sys.exit("Error: the worker was not killed")
    return spent, watched.most


@click.command()
@click.option(
    "--students",
    type=click.IntRange(1),
    default=3000,
    show_default=True,
    help="How many hand in 3 lessons.",
)
@click.option("--dask/--no-dask", "also", default=True, help="Whether to grade with Dask, too.")
def main(students: int, also: bool) -> None:
    """Print how fast a large class is graded, and what one among many costs."""
    made = submissions(list(LESSONS), EACH)
    # Lesson by lesson in turn, so that each student hands in one of each.
    works = [
        made[place + EACH * lesson] for place in range(EACH) for lesson in range(len(LESSONS))
    ]
    many = of_students(copies(works, students * len(LESSONS)))
    before = psutil.cpu_times()
    with tempfile.TemporaryDirectory(prefix="bench-load-") as folder:
        place = Path(folder)
        few = sorted(
            (
                cost(place / f"few-{run}", of_students(copies(works, FEW)), hand_in)
                for run in range(RUNS)
            ),
            key=lambda one: one.processor,
        )[RUNS // 2]
        gc.collect()
        begun = time.monotonic()
        with Watched() as watched:
            whole = cost(place / "many", many, hand_in)
            graded = time.monotonic()
            overview.write_all(place / "many")
        page = time.monotonic() - graded
        spent = time.monotonic() - begun
        table = Table(title=f"{students:,} students × {len(LESSONS)} lessons")
        for heading in ("", "minutes", "submissions an hour", "MB at most"):
            table.add_column(heading, justify="right" if heading else "left")

        def row(name: str, seconds: float, most: float) -> None:
            an_hour = f"{3600 * len(many) / seconds:,.0f}"
            table.add_row(name, f"{seconds / 60:.1f}", an_hour, f"{most:.0f}")

        row("on this machine, with the page", spent, watched.most)
        differ: list[object] = []
        if also:
            seconds, most = with_dask(place / "dask", many)
            row("with Dask, one of two workers killed", seconds, most)
            here, there = scores(place / "many"), scores(place / "dask")
            differ = [key for key in here if here[key] != there.get(key)]
        CONSOLE.print(table)
        if also:
            same = f"the same score in every cell of all {len(many):,} submissions"
            CONSOLE.print(f"OTHER SCORES: {differ[:10]}" if differ else same, highlight=False)
    CONSOLE.print(f"the page of the class and of its students: {page:.0f} s of it")
    answers, checks = floor(works)
    ratio = whole.processor / few.processor
    CONSOLE.print(
        f"processor time of one: {few.processor * 1e3:.0f} ms among {FEW}, "
        f"{whole.processor * 1e3:.0f} ms among {len(many):,}: {ratio:.2f} times "
        f"(limit {LIMIT}: {'holds' if ratio <= LIMIT else 'MISSED'})"
    )
    for name in whole.parts:
        CONSOLE.print(
            f"  {name}: {few.parts[name] * 1e3:.0f} and {whole.parts[name] * 1e3:.0f} ms"
        )
    bare = (answers + checks) * 1e3
    CONSOLE.print(f"its floor, the cells that must run and the checks, bare: {bare:.0f} ms")
    CONSOLE.print(taken_away(before, psutil.cpu_times()))
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
