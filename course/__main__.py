"""`python -m course`: copy the lessons to where the student works, and open JupyterLab there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

RELEASE = Path("release")
WORK = Path("my-work")
# Settings of JupyterLab for this course: no news pop-up over the first lesson.
SETTINGS = Path(__file__).parent / "jupyter"


def copy_lessons(release: Path, work: Path) -> tuple[int, int]:
    """Copy what is missing in `work` from `release`; return how many files were copied and kept.

    A file that is there already is never written to: it may hold a student's work.
    """
    copied = kept = 0
    for source in sorted(release.rglob("*")):
        if not source.is_file():
            continue
        target = work / source.relative_to(release)
        if target.exists():
            kept += 1
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        copied += 1
    return copied, kept


def lab_arguments(work: Path, first: Path, *, browser: bool) -> list[str]:
    """Return JupyterLab's arguments: this machine only, opened on the first lesson."""
    arguments = [
        "--ServerApp.ip=127.0.0.1",
        # The course's folder, so that a lesson's links to docs/ work; shown is the student's own.
        f"--ServerApp.root_dir={work.resolve().parent}",
        f"--FileContentsManager.preferred_dir={work.as_posix()}",
        f"--LabApp.default_url=/lab/tree/{first.as_posix()}",
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
    """Copy the lessons and open JupyterLab."""
    if not RELEASE.is_dir():
        sys.exit("Error: there is no folder release/ here; run this in the course's own folder")
    copied, kept = copy_lessons(RELEASE, WORK)
    print(f"{WORK}/: {copied} files copied, {kept} kept as they were", flush=True)
    lessons = sorted(WORK.glob("[0-9]*/*.ipynb"))
    if not lessons:
        sys.exit("Error: release/ holds no lessons; build them with `make source release`")
    paths = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(path for path in paths if path)

    from jupyterlab.labapp import LabApp

    browser = not os.environ.get("NO_BROWSER")
    LabApp.launch_instance(argv=lab_arguments(WORK, lessons[0], browser=browser))


if __name__ == "__main__":
    main()
