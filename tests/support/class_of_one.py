"""Notebooks of lesson 1 for the tests, and what grades them: small limits, and one process."""

import os
import re
import signal
import time
from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path

import nbformat

from course_folder import ROOT, course_config
from grading import sample_class
from grading.answers import SUBMISSIONS, cells
from grading.exam import examiner
from grading.isolation.guest.confine import Limits
from grading.run import read_lessons
from grading.workers.worker import graded as as_a_worker

LESSON = "01_one_dimension"
HOSTILE = SUBMISSIONS / "hostile"
# An honest cell takes milliseconds; what is hostile shall not take long either.
SMALL = Limits(
    cell=1.0,
    call=0.5,
    again=0.2,
    notebook=10.0,
    patience=6.0,
    idle=1.5,
    memory=256 << 20,
    disk=4 << 20,
)


@cache
def lesson(name=LESSON):
    return read_lessons(course_config(Path("/nowhere")), [name])[name]


def released(name=LESSON):
    return nbformat.read(ROOT / "release" / name / f"{name}.ipynb", as_version=4)


def filled(answers, name=LESSON):
    """Return a notebook with these answers; "before" and "after" are cells of the student's."""
    notebook = released(name)
    answers = dict(answers)
    for where in ("before", "after"):
        if where in answers:
            made = nbformat.v4.new_code_cell(answers.pop(where))
            notebook.cells.insert(1 if where == "before" else len(notebook.cells), made)
    sample_class.fill(notebook, answers)
    return notebook


def data(notebook):
    return nbformat.writes(notebook).encode("utf-8", "surrogatepass")


def hand_in(root, student, notebook, name=LESSON):
    """Put a notebook, or bytes, into submitted/ as its student's."""
    file = root / "submitted" / student / name / f"{name}.ipynb"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(notebook if isinstance(notebook, bytes) else data(notebook))
    return file


def graded(notebook, sandbox, name=LESSON):
    """Grade a notebook, or bytes; return the result."""
    held = notebook if isinstance(notebook, bytes) else data(notebook)
    return examiner.grade(held, lesson(name), sandbox)


def total(result):
    return sum(score or 0.0 for score in result.scores.values())


def hostile(file):
    """Return a hostile submission's answers, and the points that it earns honestly."""
    points = re.search(r"^# points: ([\d.]+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(cells(file)), float(points.group(1))


class Inline(Executor):
    """Runs everything at once, in this process."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


POISON = "# ends the worker that reads it"


def graded_or_dead(data, *asked):
    """Grade as a worker does, but die of one submission, and take a while for the others."""
    if POISON.encode() in data:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.3)
    return as_a_worker(data, *asked)
