"""Honest work earns the same points by `nbgrader autograde` on the same folders."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course_folder import ROOT, course_config
from grading.results.gradebook import open_gradebook

# Wrong, late, partly right and with an error: one notebook takes seconds.
SAMPLE = ["common_mistakes", "late", "partly_right", "syntax_error"]
LESSON = "01_one_dimension"


def points(root):
    """Return every cell's points and every comment of the sample, as a gradebook has them."""
    with open_gradebook(course_config(root)) as gradebook:
        found = {}
        for student in SAMPLE:
            submitted = gradebook.find_submission(LESSON, student)
            notebook = submitted.notebooks[0]
            found[student] = (
                submitted.total_seconds_late,
                notebook.late_submission_penalty,
                {one.name: (one.auto_score, one.needs_manual_grade) for one in notebook.grades},
                {one.name: one.comment for one in notebook.comments},
            )
        return found


@pytest.fixture(scope="module")
def stock(tmp_path_factory, gradebook_file):
    """Grade the sample by nbgrader's own command; return the course's folder."""
    root = tmp_path_factory.mktemp("stock")
    shutil.copy(gradebook_file, root)
    shutil.copytree(ROOT / "source", root / "source")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    return root


def test_same_points(graded, stock):
    for student in SAMPLE:
        place = Path("submitted", student, LESSON)
        shutil.copytree(graded.root / place, stock / place)
    program = Path(sys.executable).with_name("nbgrader")
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {
        "PATH": path,
        "JUPYTER_CONFIG_DIR": str(stock / "config"),
        "JUPYTER_DATA_DIR": str(stock / "data"),
    }
    done = subprocess.run(
        [program, "autograde", LESSON],
        cwd=stock,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert points(stock) == points(graded.root)
