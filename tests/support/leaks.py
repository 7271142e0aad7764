"""What no student should find in the site: the lessons' solutions and their hidden checks."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

from course_folder import ROOT

SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)\n\s*### END SOLUTION", re.DOTALL)
# Others' parts, each held against a sum that was written down before: they are what they were.
HELD = re.compile(r"pyemscripten_\w+\.whl$|pyodide\.asm\.wasm$|python_stdlib\.zip$")
# A solution of so few letters may stand anywhere by chance.
LEAST = 60


def secrets() -> dict[str, bytes]:
    """Return what must not be found, by name, as `plain` writes it."""
    found = {}
    for path in sorted((ROOT / "source").glob("*/*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            grade = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if grade.endswith("-hidden"):
                calls = re.findall(r"^check\(.*seed=\d+.*$", cell.source, re.MULTILINE)
                found |= {f"{grade} {call}": plain(call.encode()) for call in calls}
            for at, one in enumerate(SOLUTION.findall(cell.source)):
                text = plain(one.encode())
                if grade.endswith("-answer") and len(text) >= LEAST:
                    found[f"{grade} {at}"] = text
    return found


def plain(data: bytes) -> bytes:
    """Return bytes without space and without what JSON puts before quotes and line ends."""
    return data.replace(b"\\n", b"").replace(b"\\", b"").translate(None, b" \t\r\n")


def texts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file's bytes; of an archive those of its files, too; of a page what is read."""
    yield name, data
    if name.endswith((".whl", ".zip")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from texts(f"{name}/{inside}", archive.read(inside))
    if name.endswith(".html"):
        text = re.sub(r"<[^>]+>", "", data.decode("utf-8", "replace"))
        yield f"{name} as read", html.unescape(text).encode()


def leaks(folder: Path, wanted: dict[str, bytes]) -> list[str]:
    """Return what was found, and where."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or HELD.search(path.name):
            continue
        for name, data in texts(path.relative_to(folder).as_posix(), path.read_bytes()):
            held = plain(data)
            found += [f"{what} in {name}" for what, secret in wanted.items() if secret in held]
    return found
