"""The sample class, graded once for all tests that look at it; and a gradebook to begin with."""

import contextlib
import fcntl
import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from course_folder import ROOT, course_config, known_lessons
from grading import sample_class
from grading.__main__ import main
from grading.folders import Row
from grading.results.gradebook import register
from grading.run import grade


@dataclass
class Graded:
    root: Path
    class_: list[sample_class.HandIn]
    rows: list[Row]

    def row(self, student, lesson):
        return next(r for r in self.rows if (r.student, r.lesson) == (student, lesson))


@contextlib.contextmanager
def made_once(tmp_path_factory, name):
    """Give a folder that all processes of a test run share, and whether to fill it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with open(shared / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place = shared / name
        fill = not place.exists()
        place.mkdir(exist_ok=True)
        try:
            yield place, fill
        except BaseException:
            shutil.rmtree(place)
            raise


@pytest.fixture
def command_in(monkeypatch, capsys):
    """Return a function that runs a command of grading in a folder: its exit code and output."""

    def run(*arguments, where):
        monkeypatch.chdir(where)
        monkeypatch.setattr(sys, "argv", ["grading", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture(scope="session")
def gradebook_file(tmp_path_factory):
    """Return a gradebook that knows every lesson and no student."""
    with made_once(tmp_path_factory, "gradebook") as (root, fill):
        if fill:
            config, names = course_config(root), known_lessons()
            assert register(config, names) == names
            assert register(config, names) == [], "what is known is not registered again"
            sample_class.set_due_date(config, names)
    return root / "gradebook.db"


@pytest.fixture(scope="session")
def graded(tmp_path_factory, gradebook_file):
    with made_once(tmp_path_factory, "class") as (root, fill):
        if fill:
            shutil.copy(gradebook_file, root)
            sample_class.write(ROOT / "release", root / "submitted")
            rows = [asdict(row) for row in grade(root)]
            (root / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    rows = [Row(**row) for row in json.loads((root / "rows.json").read_text(encoding="utf-8"))]
    return Graded(root, sample_class.members(known_lessons()), rows)
