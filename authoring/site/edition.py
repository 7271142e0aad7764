"""What tells one built lab from another: the course's version and what is in it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from course_folder import ROOT

# All that a lab is made of, beside what pins and sums name.
PLACES = (
    *("course", "release", "authoring/site/page/lab", "authoring/site/lab.py"),
    *("authoring/site/bytecode", "authoring/site/package.json"),
    *("authoring/site/pure.txt", "authoring/site/carrier.txt"),
)


@cache
def lab() -> str:
    """Return the lab's address, from the site's own.

    Each edition has an address of its own, so that no cache pairs an old part with a new one. The
    browser keeps a student's work by the site's host, and so every edition finds it.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = digest(path for place in PLACES for top in ROOT.glob(place) for path in _files(top))
    return f"lab/{project['version']}-{found}"


def digest(files: Iterable[Path]) -> str:
    """Return a short sum of files: of their bytes and their places."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(ROOT).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:8]


def _files(top: Path) -> Iterable[Path]:
    """Return the files in a folder and below it, or the file itself."""
    every = top.rglob("*") if top.is_dir() else [top]
    return [path for path in every if path.is_file() and "__pycache__" not in path.parts]
