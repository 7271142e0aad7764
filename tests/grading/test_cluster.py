"""Dask: a scheduler and two workers as processes of their own, one of them killed midway."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from course_folder import ROOT
from grading import sample_class
from grading.errors import GradingError
from grading.isolation.sandbox import what_is_missing
from grading.results import record
from grading.run import grade
from tests.support.class_of_one import LESSON, filled, hand_in

cluster = pytest.importorskip("grading.workers.cluster", reason="needs pip install '.[cluster]'")
dask_here = pytest.importorskip("tests.support.dask_here")
pytestmark = [
    pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated"),
    # Dask's own, on the way to its end.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
CLASS = 14


@pytest.fixture
def dask(tmp_path):
    with dask_here.dask(tmp_path) as started:
        yield started


def test_a_worker_that_is_killed_loses_nothing(dask, tmp_path, gradebook_file, monkeypatch):
    address, workers = dask
    root = tmp_path / "course"
    root.mkdir()
    shutil.copy(gradebook_file, root)
    kinds = [sample_class.answers("full_marks", LESSON), {}]
    for number in range(CLASS):
        answers = kinds[number % 2] | {"after": f"# submission {number}"}
        hand_in(root, f"student_{number:02}", filled(answers))
    written, write = Counter(), record.write_grades

    def counted(gradebook, student, *more):
        written[student] += 1
        return write(gradebook, student, *more)

    monkeypatch.setattr(record, "write_grades", counted)
    done = []

    def killing(row):
        done.append(row.student)
        if len(done) == 3:
            workers[0].send_signal(signal.SIGKILL)

    with dask_here.connected(address) as executor:
        rows = grade(root, executor=executor, jobs=2, done=killing)
    assert workers[0].wait(10) == -signal.SIGKILL
    possible = sample_class.possible(LESSON)
    assert [row.score for row in rows] == [possible, 0.0] * (CLASS // 2), rows
    assert sorted(done) == [row.student for row in rows]
    assert written == dict.fromkeys(done, 1)
    for machine in tmp_path.glob("machine-*"):
        assert not list(machine.rglob("*.ipynb")), "a worker needs no folder of the course's"


def test_the_command(dask, tmp_path, gradebook_file):
    address, _ = dask
    with dask_here.connected(address):
        pass
    shutil.copy(gradebook_file, tmp_path)
    hand_in(tmp_path, "one", filled({}))
    command = [sys.executable, "-m", "grading", "grade", "--json", "--scheduler"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, address], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert [row["status"] for row in json.loads(done.stdout)] == ["graded"]


def test_no_scheduler_is_one_line(monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS", 0.3)
    with (
        pytest.raises(GradingError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        cluster.connect("tcp://127.0.0.1:9"),
    ):
        pass


@pytest.mark.parametrize("address", ["", "foo", "http://foo:8786"])
def test_what_is_no_address_is_one_line_at_once(address, tmp_path):
    """A client that was begun with it tries for half a minute to end, and then says a lot."""
    command = [sys.executable, "-m", "grading", "grade", "--scheduler", address]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr.startswith(f"Error: no Dask scheduler answers at {address}")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert time.monotonic() - begun < 25


def test_a_worker_of_another_version_says_so():
    from grading.workers import worker
    from tests.support.class_of_one import data, lesson

    settings = worker.Settings(code="another")
    assert "another version" in worker.graded(data(filled({})), lesson(), settings).error
