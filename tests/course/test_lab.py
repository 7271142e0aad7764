"""`python -m course` copies the lessons once and never writes over a student's work."""

import subprocess
import sys
from pathlib import Path

from course.__main__ import copy_lessons, lab_arguments


def test_files_that_are_there_are_never_overwritten(tmp_path):
    release, work = tmp_path / "release", tmp_path / "work"
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")
    assert copy_lessons(release, work) == (2, 0)
    (work / "01/a.ipynb").write_text("my answer")
    (work / "02/b.ipynb").unlink()
    assert copy_lessons(release, work) == (1, 1)
    assert (work / "01/a.ipynb").read_text() == "my answer"
    assert (work / "02/b.ipynb").read_text() == "released"


def test_jupyterlab_listens_on_this_machine_only():
    arguments = lab_arguments(Path("w"), Path("w/01/01.ipynb"), browser=False)
    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--LabApp.default_url=/lab/tree/w/01/01.ipynb" in arguments
    assert "--no-browser" in arguments


def test_without_lessons_it_says_so(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "course"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Error: there is no folder release/ here; run this in the course's own folder\n"
    )
