"""`python -m authoring new` writes a lesson that passes at once."""

import os
import shutil
import subprocess
import sys

import pytest

from authoring import new
from authoring.markup import LessonError
from course_folder import ROOT

LESSON = "97_a_new_one"
# What a lesson is made and tested with.
PARTS = (
    "authoring",
    "course",
    "course_folder.py",
    "grading",
    "lessons",
    "docs",
    "tests",
    "pyproject.toml",
)


def run(folder, *command):
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a copy of the course with a new lesson in it, built."""
    folder = tmp_path_factory.mktemp("course")
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "browser")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=ignored)
        else:
            shutil.copy(ROOT / part, folder / part)
    told = run(folder, "authoring", "new", LESSON)
    assert f"wrote lessons/{LESSON}.py" in told
    run(folder, "authoring", "source", LESSON)
    return folder


def test_its_notebook_passes(place):
    files = ("prose", "source", "idioms", "mathematics", "minutes")
    tests = [f"tests/lessons/test_{name}.py" for name in files]
    told = run(place, "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", LESSON)
    assert " passed" in told


def test_its_checks_pass(place):
    tests = "tests/checks/test_submissions.py"
    told = run(place, "pytest", "-q", "-p", "no:cacheprovider", tests, "-k", "twice_97")
    assert " passed" in told


def test_it_is_of_the_house_s_style(place):
    run(place, "ruff", "check", ".")
    run(place, "ruff", "format", "--check", "lessons", "course")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("eleven", "two digits and words"),
        ("11-name", "two digits and words"),
        ("01_once_more", "there is a lesson 01 already"),
    ],
)
def test_a_name_that_cannot_be_is_told(tmp_path, name, told):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "01_one_dimension.py").touch()
    with pytest.raises(LessonError, match=told):
        new.write(name, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [
        tmp_path / "lessons" / "01_one_dimension.py"
    ]
