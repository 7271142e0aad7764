"""`make bench-grading`: how fast a class is graded, beside nbgrader's own `autograde`.

The submissions are release notebooks with real answers in them, right and wrong, from
tests/submissions/. Ours run isolated. Times are by the clock where they say so, else processor
time, which other work on the machine does not change.
"""

from __future__ import annotations

import compileall
import io
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import click
import nbformat
import psutil
from rich.console import Console
from rich.table import Table

from course.checks import lessons
from course_folder import ROOT, course_config
from grading import sample_class
from grading.answers import kept
from grading.exam import examiner
from grading.results.gradebook import open_gradebook, register
from grading.run import grade, read_lessons

LAST = "10_a_small_network"
EACH = 8
CONSOLE = Console(width=110)


@dataclass(frozen=True)
class Work:
    """A submission: whose, of what, and its notebook as text."""

    student: str
    lesson: str
    notebook: str


def submissions(names: list[str], each: int) -> list[Work]:
    """Return `each` submissions of every lesson: the sample class's, then made-up students'."""
    made = []
    for lesson in names:
        class_ = [
            one.student
            for one in sample_class.members([lesson])
            if one.lesson == lesson and one.student != "endless_loop"
        ]
        for number in range(each):
            if number < len(class_):
                student = class_[number]
                answers = sample_class.answers(student, lesson)
            else:
                student, answers = f"student_{number}", dict(_answers(lesson, number))
            made.append(Work(student, lesson, _notebook(lesson, answers)))
    return made


def _answers(lesson: str, number: int) -> Iterator[tuple[str, str]]:
    """Give an answer to each exercise, right or wrong in turn, another one for each number."""
    for place, exercise in enumerate(lessons()[lesson]):
        folder = "mistakes" if (place + number) % 2 else "right"
        texts = kept(folder, exercise.name)
        yield exercise.name, texts[(7 * number + place) % len(texts)][1]


def _notebook(lesson: str, answers: dict[str, str]) -> str:
    file = ROOT / "release" / lesson / f"{lesson}.ipynb"
    notebook = nbformat.read(file, as_version=4)
    sample_class.fill(notebook, answers)
    return nbformat.writes(notebook) + "\n"


def hand_in(root: Path, works: list[Work]) -> None:
    """Write the submissions to `root`/submitted."""
    for one in works:
        folder = root / "submitted" / one.student / one.lesson
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{one.lesson}.ipynb").write_text(one.notebook, encoding="utf-8")


def copies(works: list[Work], count: int) -> list[Work]:
    """Return `count` submissions: these again and again, no two of the same text."""
    made = []
    for number, one in enumerate(islice(cycle(works), count)):
        notebook = nbformat.reads(one.notebook, as_version=4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
                cell.source += f"\n# copy {number}"
        made.append(Work(f"copy_{number:04}", one.lesson, nbformat.writes(notebook)))
    return made


def scores(root: Path) -> dict[tuple[str, str], dict[str, float | None]]:
    """Return the points of every graded cell in a gradebook."""
    with open_gradebook(course_config(root)) as gradebook:
        return {
            (one.student.id, assignment.name): {
                grade.name: grade.auto_score for nb in one.notebooks for grade in nb.grades
            }
            for assignment in gradebook.assignments
            for one in assignment.submissions
        }


# --- nbgrader and ours, side by side ---------------------------------------------------------


def course_copy(root: Path, names: list[str]) -> None:
    """Make `root` a course that knows these lessons."""
    root.mkdir(parents=True)
    shutil.copytree(ROOT / "source", root / "source")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    register(course_config(root), names)


def run(root: Path, *command: str) -> float:
    """Run a command in a course; return how long it took by the clock."""
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(root / "config"),
        "JUPYTER_DATA_DIR": str(root / "data"),
    }
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    spent = time.monotonic() - begun
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return spent


def stock(root: Path, works: list[Work]) -> float:
    """Grade with `nbgrader autograde`, a lesson at a time; return seconds for each submission."""
    hand_in(root, works)
    nbgrader = str(Path(sys.executable).with_name("nbgrader"))
    names = sorted({one.lesson for one in works})
    return sum(run(root, nbgrader, "autograde", name) for name in names) / len(works)


def ours(root: Path, works: list[Work]) -> float:
    """Grade with `python -m grading grade`; return seconds for each submission."""
    hand_in(root, works)
    spent = run(root, sys.executable, "-m", "grading", "grade", "--json")
    return spent / len(works)


def compare(place: Path, title: str, works: list[Work], sample: list[Work]) -> float:
    """Grade both ways, compare every score, print a table; return how many times faster."""
    names = sorted({one.lesson for one in works})
    course_copy(place / "ours", names)
    shutil.copytree(place / "ours", place / "stock")
    quick = ours(place / "ours", works)
    slow = stock(place / "stock", sample)
    there, here = scores(place / "stock"), scores(place / "ours")
    differ = [key for key in there if there[key] != here[key]]
    table = Table(title=title)
    for heading in ("", "submissions", "seconds each", "in an hour"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, count, each in (
        ("nbgrader autograde", len(sample), slow),
        ("python -m grading grade", len(works), quick),
    ):
        table.add_row(name, str(count), f"{each:.3f}", f"{3600 / each:,.0f}")
    CONSOLE.print(table)
    CONSOLE.print(f"{slow / quick:.1f} times as fast, isolated, from the start of the command")
    same = f"the same score in every cell of all {len(there)} submissions"
    CONSOLE.print(same if not differ else f"OTHER SCORES: {differ}", highlight=False)
    for key in differ:
        told = {name: (there[key][name], here[key].get(name)) for name in there[key]}
        CONSOLE.print({name: two for name, two in told.items() if two[0] != two[1]})
    return slow / quick


# --- few and many ----------------------------------------------------------------------------


WRITER = "gradebook, pages and folders, in one process"
WORKERS = "workers: checks, proxies, reading notebooks"
FORKING = "warm processes: forking and confining"
INSIDE = "submissions' own processes: cells and calls"


def processor_seconds() -> Counter[str]:
    """Return the processor time of this process and of all that it started, by what they do."""
    spent: Counter[str] = Counter()
    for one in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        try:
            times, above = one.cpu_times(), [parent.name() for parent in one.parents()[:2]]
        except psutil.NoSuchProcess:
            continue
        part = WRITER if one.pid == os.getpid() else WORKERS
        if above[0] == "bwrap":
            part = FORKING
            spent[INSIDE] += times.children_user + times.children_system
        elif above[1:] == ["bwrap"]:
            part = INSIDE
        spent[part] += times.user + times.system
    return spent


def memory() -> float:
    """Return the megabytes that this process and all that it started hold."""
    total = 0
    for one in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            total += one.memory_full_info().pss
    return total / 1e6


@dataclass(frozen=True)
class Cost:
    """What a run cost, from its tenth submission to its last.

    Attributes:
        clock: Seconds of each submission by the clock.
        parts: Processor seconds of each submission, by what they were for.
        memory: Megabytes at the tenth and at the last.
    """

    clock: float
    parts: Mapping[str, float]
    memory: tuple[float, float]

    @property
    def processor(self) -> float:
        """Processor seconds of each submission."""
        return sum(self.parts.values())


def cost(root: Path, works: list[Work], put: Callable = hand_in) -> Cost:
    """Grade in this process, so that what it costs can be seen; the start is left out."""
    course_copy(root, sorted({one.lesson for one in works}))
    put(root, works)
    seen: list[tuple[float, Counter[str], float]] = []
    count = 0

    def done(row) -> None:
        nonlocal count
        count += 1
        if count in (10, len(works)):
            seen.append((time.monotonic(), processor_seconds(), memory()))

    grade(root, done=done)
    (clock, parts, first), (clock_, parts_, last) = seen
    graded = len(works) - 10
    spent = {name: (parts_[name] - parts[name]) / graded for name in parts_}
    return Cost((clock_ - clock) / graded, spent, (first, last))


def few_and_many(place: Path, works: list[Work], few: int, many: int) -> Cost:
    """Print what one submission costs among few and among many; return the second."""
    table = Table(title="One submission among few and among many (after the first ten)")
    for heading in ("among", "clock ms", "processor ms", "MB at first", "MB at the end"):
        table.add_column(heading, justify="right")
    found = {}
    for count in (few, many):
        # Few are graded several times: chance weighs more there. The mix of lessons is the same.
        runs = [
            cost(place / f"{count}-{number}", copies(works, count))
            for number in range(5 if count == few else 1)
        ]
        one = found[count] = sorted(runs, key=lambda run: run.processor)[len(runs) // 2]
        table.add_row(
            f"{count:,}",
            f"{one.clock * 1e3:.0f}",
            f"{one.processor * 1e3:.0f}",
            f"{one.memory[0]:.0f}",
            f"{one.memory[1]:.0f}",
        )
    CONSOLE.print(table)
    change = found[many].processor / found[few].processor - 1
    CONSOLE.print(f"one among {many:,} costs {change:+.1%} processor time beside one among {few}")
    return found[many]


# --- where the time goes ---------------------------------------------------------------------


def floor(works: list[Work]) -> tuple[float, float]:
    """Return the processor seconds of a submission's own cells, and of its checks, bare.

    The cells that grading runs, run in one warm process with nothing around them.
    """
    known = read_lessons(course_config(ROOT), sorted({one.lesson for one in works}))
    for _ in range(2):
        # What is imported the first time is not counted.
        spent = [0.0, 0.0]
        for one in works:
            made, _ = examiner.submission.read(one.notebook.encode(), known[one.lesson])
            wanted = examiner.which_run(made)
            names: dict = {"__name__": "__main__"}
            for cell in made:
                if cell.role == "check" or id(cell) in wanted:
                    begun = time.process_time()
                    with redirect_stdout(io.StringIO()), suppress(Exception):
                        exec(compile(cell.source, "<cell>", "exec"), names)
                    spent[cell.role == "check"] += time.process_time() - begun
    return spent[0] / len(works), spent[1] / len(works)


def where(one: Cost, works: list[Work]) -> None:
    """Print where the processor time of a submission goes, beside what it cannot do without."""
    table = Table("what", "ms", title="Where the processor time of one submission goes")
    table.columns[1].justify = "right"
    for name, seconds in sorted(one.parts.items(), key=lambda item: -item[1]):
        table.add_row(name, f"{seconds * 1e3:.0f}")
    table.add_row("together", f"{one.processor * 1e3:.0f}", end_section=True)
    answers, checks = floor(works)
    table.add_row("the floor: the cells that must run, bare", f"{answers * 1e3:.0f}")
    table.add_row("the floor: the checks, called directly", f"{checks * 1e3:.0f}")
    CONSOLE.print(table)
    CONSOLE.print(f"{one.processor / (answers + checks):.1f} times the floor")


@click.command()
@click.option(
    "--sample",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Let nbgrader grade only every Nth submission.",
)
@click.option(
    "--many",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    help="How many to grade at the end.",
)
def main(sample: int, many: int) -> None:
    """Print every table."""
    # As on any machine where the programs ran before; here bytecode may be switched off.
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2)
    names = sorted(path.parent.name for path in (ROOT / "release").glob("*/*.ipynb"))
    works = submissions([name for name in names if name != LAST], EACH)
    some = works[::sample]
    CONSOLE.print(f"{len(works)} submissions of all lessons but the last, {os.cpu_count()} cores")
    if sample > 1:
        CONSOLE.print(f"nbgrader grades {len(some)} of them, every {sample}th")
    with tempfile.TemporaryDirectory(prefix="bench-grading-") as folder:
        place = Path(folder)
        compare(place / "first", "All lessons but the last", works, some)
        last = submissions([LAST], 4)
        compare(place / "last", "Lesson 10, which trains a network", last, last)
        where(few_and_many(place / "cost", works, 50, many), works)


if __name__ == "__main__":
    main()
