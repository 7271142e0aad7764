"""The lock is complete and names no place; set-up does nothing twice."""

import re
import subprocess
import sys
import tomllib

import pytest

from course_folder import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [
    requirement
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for requirement in group
    # One extra takes in another.
    if not requirement.startswith(PROJECT["name"])
]


@pytest.mark.parametrize("requirement", WANTED)
def test_every_requirement_is_locked(requirement):
    name = re.match(r"[\w.-]+", requirement).group().lower()
    assert re.search(rf"^{re.escape(name)}==[\w.]+ ", LOCK, re.MULTILINE), "run `make lock`"


def test_every_locked_package_has_a_hash():
    packages = re.split(r"^(?=[a-z0-9][\w.-]*==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(packages) > 100
    assert not [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package]


def test_the_lock_names_no_address_and_no_path():
    assert not re.search(r"https?://|file:|--index-url|--find-links|^/", LOCK, re.MULTILINE)


def test_a_second_set_up_does_nothing():
    if not (ROOT / ".venv" / ".ready").exists():
        pytest.skip("the environment was not made by make")
    done = subprocess.run(
        ["make", "-n", ".venv/.ready"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "up to date" in done.stdout


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["test-quick", "ROOM=chekcs"], "there is no tests/chekcs"),
        (["test-random", "ROOM=chekcs"], "there is no tests/chekcs"),
        (["answers-in-pyodide", "EVERY=0"], "EVERY is a whole number from 1 on"),
        (["answers-in-pyodide", "EVERY=all"], "EVERY is a whole number from 1 on"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(command, told):
    # Started by another make, as in `make test`, it would tell where it is.
    make = ["make", "--no-print-directory", "--assume-old=lint", "--assume-old=.venv/.ready"]
    done = subprocess.run(
        [*make, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == f"Error: {told}\n"


def test_the_size_that_is_told_is_the_size():
    place = ROOT / ".venv"
    if not (place / ".ready").exists():
        pytest.skip("the environment was not made by make")
    # What is shared with a cache by links is counted once.
    sizes = {
        (about.st_dev, about.st_ino): about.st_blocks * 512
        for path in place.rglob("*")
        if (about := path.lstat())
    }
    megabytes = sum(sizes.values()) / 2**20
    for name in ("Makefile", "README.md"):
        told = re.search(r"about (\d+) MB", (ROOT / name).read_text(encoding="utf-8")).group(1)
        assert abs(int(told) / megabytes - 1) < 0.2, f"{name}: {megabytes:.0f} MB"


def test_an_extra_that_is_none_is_told_before_anything_is_made():
    asked = [sys.executable, "tests/extras.py", "sites"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.startswith("Error: no extra is called sites; there are grading, ")
