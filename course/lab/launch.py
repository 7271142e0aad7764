"""Copy the lessons to where the student works, and open JupyterLab where they left off."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import sys
from datetime import date
from pathlib import Path

import nbformat
from nbformat import sign

from course.counting import counted
from course.lab import page
from course.progress import outline, store
from course.progress.calls import questions_due
from course.progress.standing import standings
from course.writing import alone, copy_whole, write_whole

RELEASE = Path("release")
WORK = Path("my-work")
# JupyterLab's settings for this course; only the one that is started here reads them.
SETTINGS = Path(__file__).parent / "settings"


# What each file was when it was copied, by its path: a sum in the student's folder.
SUMS = ".copied.json"
# Where JupyterLab keeps which tabs are open. Its own place is one for all folders of one person.
TABS = ".tabs"
# Held while they are copied: two that start at once would each note their own alone.
LOCK = ".copied.lock"


def copy_lessons(release: Path, work: Path) -> tuple[int, int, list[Path]]:
    """Copy what is missing in `work` from `release`.

    A file that is there already is kept: it may hold a student's work. Only one that is still as
    it was copied makes way for a newer one.

    Returns:
        How many files were copied, how many kept, and those in `release` that are newer than
        what the student has begun.

    Raises:
        OSError: One cannot be copied; the others are whole, and the next time goes on.
    """
    work.mkdir(parents=True, exist_ok=True)
    with alone(work / LOCK):
        return _copied(release, work)


def _copied(release: Path, work: Path) -> tuple[int, int, list[Path]]:
    """Copy as `copy_lessons`, while nobody else does."""
    copied, kept, newer = 0, 0, []
    sums = _sums(work)
    try:
        for source in sorted(release.rglob("*")):
            if not source.is_file():
                continue
            name = source.relative_to(release)
            target, new, old = work / name, _sum(source), sums.get(name.as_posix())
            if target.exists() and (old in (None, new) or _sum(target) != old):
                kept += 1
                if old not in (None, new):
                    newer.append(source)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            # Half a lesson would be kept for ever, as if it were the student's work.
            copy_whole(source, target)
            _trust(target)
            sums[name.as_posix()] = new
            copied += 1
    finally:
        # What was copied is noted even where the next one could not be.
        if copied:
            write_whole(work / SUMS, json.dumps(sums, indent=1) + "\n")
    return copied, kept, newer


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _sums(work: Path) -> dict[str, str]:
    """Return what was noted of the files that were copied; nothing, where that cannot be read."""
    try:
        noted = json.loads((work / SUMS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _trust(file: Path) -> None:
    """Tell JupyterLab that a notebook is the course's own; else it warns when one is opened."""
    # A warning is all that there is to lose.
    with contextlib.suppress(OSError, ValueError, sqlite3.Error):
        sign.NotebookNotary().sign(nbformat.read(file, as_version=4))


def left_off(work: Path) -> str:
    """Return the notebook to go on with, as a path in the student's folder.

    That is the one saved last among those of which a cell was run. Before the first one, and when
    the exercises of that lesson are done, it is the start page.
    """
    touched = [file for file in work.glob("[0-9]*/*.ipynb") if _was_run(file)]
    if not touched:
        return store.START
    last = max(touched, key=lambda file: file.stat().st_mtime)
    found = standings(outline.kept(work), store.read(work))
    done = any(one.finished for one in found if one.lesson.name == last.parent.name)
    return store.START if done else last.relative_to(work).as_posix()


def _was_run(file: Path) -> bool:
    """Return whether a cell of the notebook was run; what cannot be read was not."""
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        return any(cell.get("execution_count") for cell in cells)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def lab_arguments(work: Path, first: str, *, browser: bool) -> list[str]:
    """Return JupyterLab's arguments: this machine only, opened on `first`, a path in `work`."""
    arguments = [
        "--ServerApp.ip=127.0.0.1",
        # The course's folder, so that a lesson's links to docs/ work; shown is the student's own.
        f"--ServerApp.root_dir={work.resolve().parent}",
        f"--FileContentsManager.preferred_dir={work.as_posix()}",
        f"--LabApp.workspaces_dir={work.resolve() / TABS}",
        f"--LabApp.default_url=/lab/tree/{work.as_posix()}/{first}",
        # Warnings and the address; without this, forty lines about extensions come first.
        "--Application.log_level=30",
    ]
    if not browser:
        arguments.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # JupyterLab refuses to run as root unless told; containers have no one else.
        arguments.append("--allow-root")
    return arguments


def main() -> None:
    """Copy the lessons, write the start page and open JupyterLab."""
    if not RELEASE.is_dir():
        sys.exit("Error: there is no folder release/ here; run this in the course's own folder")
    try:
        copied, kept, newer = copy_lessons(RELEASE, WORK)
        started = page.write(RELEASE, WORK)
    except OSError as error:
        sys.exit(f"Error: the lessons could not be copied to {WORK}/: {error.strerror or error}")
    print(f"{WORK}/: {copied} files copied, {kept} kept as they were", flush=True)
    for file in newer:
        print(f"{file.stem} has changed since you began it: the new one is {file}", flush=True)
    if not started:
        sys.exit("Error: release/ holds no lessons; build them with `make source release`")
    if due := len(questions_due(WORK, date.today())):
        told = counted(due, "question")
        print(f"{told} from earlier lessons today: {WORK / store.START}", flush=True)
    paths = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(path for path in paths if path)

    from jupyterlab import commands

    # Where there is Node, JupyterLab starts it twice, half a second each, to ask where packages
    # for a build would come from. Nothing is built here. It asks as soon as it is imported.
    commands._yarn_config = lambda logger: {"yarn config": {}, "npm config": {}}
    from jupyterlab.labapp import LabApp

    browser = not os.environ.get("NO_BROWSER")
    LabApp.launch_instance(argv=lab_arguments(WORK, left_off(WORK), browser=browser))
