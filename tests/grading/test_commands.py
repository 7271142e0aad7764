"""What an instructor types and reads: commands, exit codes, JSON, reports and exports."""

import codecs
import csv
import errno
import io
import json
import re
import shutil
import subprocess
import sys
from functools import partial

import pytest

from course_folder import ROOT
from grading import __main__ as commands
from grading.folders import Row
from grading.isolation import doctor
from grading.isolation.doctor import Proof
from grading.results.formats import FORMATS
from tests.support.class_of_one import LESSON

CENTRAL = "numerical_gradient.forward-for-central"


@pytest.fixture
def run(graded, command_in):
    """Return what runs a command in the graded class: its exit code and output."""
    return partial(command_in, where=graded.root)


def table(text):
    return list(csv.reader(text.splitlines()))


@pytest.mark.parametrize(
    "command", ["", "grade", "report", "similar", "roster", "collect", "export", "doctor"]
)
def test_help(run, command):
    code, out, err = run(*filter(None, [command, "--help"]))
    assert (code, err) == (0, "")
    assert out.startswith("Usage: ")
    assert re.search(r"(?s)\n  [A-Z].*\.", out)


def test_without_a_command_all_of_them_are_shown(run):
    assert run() == run("--help")


def test_a_worker_begins_without_what_draws():
    """Each of many begins with these imports; the pictures are drawn beside submissions."""
    asked = "import sys, grading.workers.worker; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT).returncode == 0


INTERRUPTED = """
import builtins, os, signal
real = builtins.__import__
def importing(name, *more, **named):
    if name in ("course.checks", "numpy"):
        os.kill(os.getpid(), signal.SIGINT)
    return real(name, *more, **named)
builtins.__import__ = importing
import grading.workers.warm
"""


def test_a_run_that_is_stopped_while_workers_begin_shows_no_traceback():
    asked = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


INTERRUPTED_TWICE = """
import atexit, os, signal
from grading import __main__ as commands

def interrupted(*_, **__):
    raise KeyboardInterrupt

commands.cli = interrupted
atexit.register(os.kill, os.getpid(), signal.SIGINT)
commands.program()
"""


def test_ctrl_c_while_a_stopped_command_ends_is_no_traceback():
    asked = [sys.executable, "-c", INTERRUPTED_TWICE]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "Stopped; what was graded is kept.\n")


def test_unchanged_work_is_said_to_be(run, graded):
    code, out, err = run("grade", "--json")
    rows = json.loads(out)
    assert code == 0
    assert {row["status"] for row in rows} == {"unchanged"}
    assert len(rows) == len(graded.class_)
    assert f"{len(rows)}/{len(rows)}" in err, "the progress bar is not on standard output"
    code, out, _ = run("grade", LESSON, "--student", "late")
    assert "1 submission" in out
    assert "0 graded, 1 unchanged, 0 could not be graded" in out
    assert "unchanged; late" in out


@pytest.mark.parametrize(
    "arguments",
    [["roster", "class.csv"], ["collect", "work.zip", "01"], ["export"], ["report"], ["similar"],
     ["regrade"], ["teach"]],
)  # fmt: skip
def test_in_another_folder_nothing_is_made(command_in, tmp_path, arguments):
    """A roster in docs/ was "in the gradebook": in one that `make grade` never sees."""
    (tmp_path / "class.csv").write_text("id\nada\n")
    code, out, err = command_in(*arguments, where=tmp_path)
    assert (code, out) == (2, "")
    assert f"{tmp_path} is no class's folder" in err
    assert [path.name for path in tmp_path.iterdir()] == ["class.csv"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["grade", "99"], "there is no lesson '99'"),
        (["grade", "01_one_dimensions"], f"Did you mean {LESSON}?"),
        (["grade", "--student", "nobody"], "submitted/nobody/ does not exist"),
        (["grade", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["report", "99"], "there is no lesson '99'"),
        (["grade", "--student", ""], "an empty name is no student's"),
        (["regrade", "--student", "", "--undo"], "--undo puts back everything"),
        (["regrade", "--what-if", "--undo"], "there is nothing to --undo"),
        (["regrade", "--leave-out", "descend", "--undo"], "--undo puts back everything"),
        (["regrade", LESSON, "--undo"], "--undo puts back everything"),
        (["regrade", "--student", "late", "--undo"], "--undo puts back everything"),
        (["export", "--format", "xls"], "Invalid value for '--format'"),
        (["nothing"], "No such command 'nothing'"),
    ],
)
def test_a_wrong_command_is_one_line_and_code_2(run, arguments, told):
    code, out, err = run(*arguments)
    assert code == 2
    assert told in err
    assert "Traceback" not in err + out


def test_what_could_not_be_graded_is_code_1(run, tmp_path, gradebook_file):
    shutil.copy(gradebook_file, tmp_path)
    (tmp_path / "submitted" / "one" / LESSON).mkdir(parents=True)
    code, out, _ = run("grade", where=tmp_path)
    assert code == 1
    assert f"one {LESSON}: the folder holds no {LESSON}.ipynb" in out
    code, _, err = run("report", where=tmp_path)
    assert (code, err.count("\n")) == (1, 1)


def test_what_the_system_refuses_is_one_line(run, tmp_path, graded, monkeypatch):
    (tmp_path / "file").touch()
    code, _, err = run("export", "--to", str(tmp_path / "file" / "grades.csv"))
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith(f"Error: {tmp_path / 'file'}: ")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("grading.results.overview.write_all", full)
    code, _, err = run("report", "--json")
    assert code == 0
    code, _, err = run("report")
    assert (code, err.splitlines()[-1]) == (1, "Error: No space left on device")
    assert "Traceback" not in err


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_json_can_be_printed_wherever_it_goes(run, monkeypatch, encoding):
    odd = Row("zoë", LESSON, note="half \ud800 and “whole”")
    monkeypatch.setattr(commands, "_with_progress", lambda *args, **how: [odd])
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    assert run("grade", "--json")[0] == 1
    (row,) = json.loads(out.getvalue())
    assert (row["student"], row["note"]) == ("zoë", "half ? and “whole”")


def test_report(run, graded):
    code, out, _ = run("report", LESSON)
    assert code == 0
    assert CENTRAL in out
    code, out, _ = run("grade", LESSON, "--report")
    assert code == 0
    assert f"report/{LESSON}.html" in out
    code, out, _ = run("report", "--json", LESSON)
    (report,) = json.loads(out)
    assert report["scores"] == {
        one.student: pytest.approx(one.points) for one in graded.class_ if one.lesson == LESSON
    }
    made = {one["label"]: one for one in report["mistakes"]}
    assert made[CENTRAL]["students"] == ["common_mistakes"]
    assert "ahead" in made[CENTRAL]["hint"]
    assert report["exercises"]["descend"]["not tried"] >= 1
    assert "untouched" in report["help"]
    assert "full_marks" not in report["help"]
    folder = graded.root / "report"
    assert table((folder / f"{LESSON}-mistakes.csv").read_text("utf-8-sig"))[0][:2] == [
        "mistake",
        "students",
    ]
    rows = table((folder / f"{LESSON}-students.csv").read_text("utf-8-sig"))[1:]
    assert {row[0]: float(row[1]) for row in rows} == pytest.approx(report["scores"])
    # Excel knows a table's letters by how it begins.
    tables = [*folder.glob(f"{LESSON}-*.csv"), folder / "failed.csv"]
    assert {file.read_bytes()[:3] for file in tables} == {codecs.BOM_UTF8}
    page = (folder / f"{LESSON}.html").read_text("utf-8")
    assert "median" in page
    assert "index.html" in page
    assert "http" not in page
    index = (folder / "index.html").read_text("utf-8")
    assert "common_mistakes" in index
    assert "http" not in index


def test_exports(run, graded):
    for kind in FORMATS:
        code, out, _ = run("export", "--format", kind, "--to", f"{kind}.csv")
        assert (code, out.strip()) == (0, f"{kind}.csv")
    begin = {kind: (graded.root / f"{kind}.csv").read_bytes()[:3] for kind in FORMATS}
    assert [kind for kind in FORMATS if begin[kind] == codecs.BOM_UTF8] == ["csv"]
    plain = table((graded.root / "csv.csv").read_text("utf-8-sig"))
    scores = {(row[0], row[1]): float(row[2]) for row in plain[1:]}
    assert scores == {
        (one.student, one.lesson): pytest.approx(one.points) for one in graded.class_
    }
    canvas = table((graded.root / "canvas.csv").read_text("utf-8"))
    assert canvas[0][:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert canvas[1][0] == "    Points Possible"
    row = next(row for row in canvas if row[0] == "late")
    assert float(row[canvas[0].index(LESSON)]) == scores["late", LESSON]
    moodle = table((graded.root / "moodle.csv").read_text("utf-8"))
    assert moodle[0][:3] == ["Username", "ID number", "Email address"]


def test_doctor_says_what_does_not_hold(run, monkeypatch):
    proofs = [Proof("no network", True, "refused"), Proof("memory is limited", False, "took 4 GB")]
    monkeypatch.setattr(doctor, "proofs", lambda: (proofs, ""))
    code, out, _ = run("doctor")
    assert code == 1
    assert re.search(r"memory is limited.*NO.*took 4 GB", out)
    assert "NOT isolated" in out
    monkeypatch.setattr(doctor, "proofs", lambda: (proofs[:1], ""))
    code, out, _ = run("doctor", "--json")
    assert code == 0
    assert json.loads(out)["isolated"] is True


def test_a_feedback_page(graded):
    place = graded.root / "feedback" / "common_mistakes" / LESSON / f"{LESSON}.html"
    page = place.read_text("utf-8")
    assert "http" not in page, "readable without a network"
    assert "<script" not in page
    assert "2.01 of 16 points" in page
    assert re.search(r"of 1 point\b", page)
    assert "of 1 points" not in page
    assert "<td>forward for central</td>" in page
    assert "Look at this:" in page
    late = graded.root / "feedback" / "late" / LESSON / f"{LESSON}.html"
    assert "handed in late" in late.read_text("utf-8")


def test_on_another_system_it_says_what_to_do_instead(run, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    code, out, err = run("grade")
    assert code == 1
    assert out == ""
    assert err.startswith("Error: this grader isolates submissions by means of Linux; use WSL")
    assert err.count("\n") == 1
