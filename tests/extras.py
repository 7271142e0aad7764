"""Each extra in an environment of its own, made anew, where its promise is used: `make extras`.

    .venv/bin/python tests/extras.py [EXTRA …]

The versions are those of requirements.txt. Nothing of the course's own environment is seen.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from course_folder import ROOT

LESSON = "02_learning_rates"
# What all of an installation can be asked for without a word of the others.
LEARN = "import course.explorers, course.figures, course.lab.launch, course.lab.server"
BUILD = f"""
from pathlib import Path
from authoring.build import build_release, build_source
from course_folder import ROOT
assert build_source(Path("source"), only=("{LESSON}",)) == ["{LESSON}"]
assert "{LESSON}" in build_release(ROOT / "source", Path("release"))
"""
PAGES = "from pathlib import Path; from authoring.site import lab, pages; pages.build(Path())"


def run(*command: str | Path, place: Path) -> None:
    """Run a command in a folder, with the course's folder to import from."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def handed_in(place: Path) -> None:
    """Hand in one notebook, as it was given out."""
    folder = place / "submitted" / "one" / LESSON
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "release" / LESSON / f"{LESSON}.ipynb", folder)


def learns(python: Path, place: Path) -> None:
    """Open what a student opens, and run a lesson."""
    run(python, "-c", LEARN, place=place)
    notebook = ROOT / "source" / LESSON / f"{LESSON}.ipynb"
    run(python, "-m", "nbconvert", "--to", "notebook", "--execute", notebook,
        "--output-dir", place, place=place)  # fmt: skip


def grades(python: Path, place: Path) -> None:
    """Grade, with feedback and a report."""
    handed_in(place)
    run(python, "-m", "grading", "grade", "--report", place=place)


def grades_elsewhere(python: Path, place: Path) -> None:
    """Grade on a worker that has the installed package and no folder of the course."""
    handed_in(place)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with (
        program(python, "dask_scheduler", "--host", address, "--no-dashboard", "--no-show"),
        program(python, "dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"),
    ):
        wait = f"Client('{address}', timeout=60).wait_for_workers(1, timeout=60)"
        run(python, "-c", f"from distributed import Client; {wait}", place=place)
        run(python, "-m", "grading", "grade", "--scheduler", address, place=place)


@contextlib.contextmanager
def program(python: Path, name: str, *arguments: str) -> Iterator[None]:
    """Run a program of Dask's, far from the course."""
    with (
        tempfile.TemporaryDirectory() as place,
        subprocess.Popen(
            [python, "-m", f"distributed.cli.{name}", *arguments],
            cwd=place,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as running,
    ):
        try:
            yield
        finally:
            running.terminate()


def authors(python: Path, place: Path) -> None:
    """Make a lesson's notebook from its text, and what students get of it."""
    run(python, "-c", BUILD, place=place)
    run(python, "-m", "authoring", "--help", place=place)


def publishes(python: Path, place: Path) -> None:
    """Make the site's pages; the command that makes the lab is there."""
    run(python, "-c", PAGES, place=place)
    run(python, "-m", "jupyterlite_core", "--version", place=place)


def tests(python: Path, place: Path) -> None:
    """Run a test, and look at the code."""
    run(python, "-m", "pytest", "-q", ROOT / "tests" / "course" / "test_optimizers.py", place=ROOT)
    for tool in ("deptry", "mypy", "ruff"):
        run(python, "-m", tool, "--version", place=place)


def sets_up(python: Path, place: Path) -> None:
    """Have what `make` sets up with."""
    run(python, "-c", "import editables, hatchling, uv", place=place)


TRIALS: dict[str, Callable[[Path, Path], None]] = {
    "": learns,
    "grading": grades,
    "cluster": grades_elsewhere,
    "authoring": authors,
    "site": publishes,
    "test": tests,
    "setup": sets_up,
}


def tried(extra: str) -> float:
    """Make an environment of this extra alone, and use it; return how many seconds it took."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        python = place / "environment" / "bin" / "python"
        run(sys.executable, "-m", "venv", "--without-pip", place / "environment", place=place)
        run(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python,
            "--constraints", ROOT / "requirements.txt",
            f"{ROOT}[{extra}]" if extra else ROOT, place=place)  # fmt: skip
        (place / "work").mkdir()
        TRIALS[extra](python, place / "work")
    return time.monotonic() - begun


def main(names: list[str]) -> None:
    """Try the extras that are named, or all of them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if set(TRIALS) - {""} != set(project["optional-dependencies"]):
        raise SystemExit("tests/extras.py tries other extras than pyproject.toml has")
    if strange := set(names) - set(TRIALS):
        known = ", ".join(filter(None, TRIALS))
        raise SystemExit(f"Error: no extra is called {', '.join(strange)}; there are {known}")
    for extra in names or TRIALS:
        print(f"{extra or 'no extra'}: works ({tried(extra):.0f} s)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
