"""From the bytes that were handed in to the cells to grade, however broken they are."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from grading.lesson import Lesson, LessonCell

MOST_BYTES = 200 << 20
MOST_CELLS = 3000
MOST_SOURCE = 1 << 20


class Unusable(ValueError):
    """Nothing in what was handed in can be graded; the message says why."""


@dataclass
class Cell:
    """A cell to grade.

    Attributes:
        role: "answer", "check" (a graded cell of the lesson), "lesson" (the lesson's own, as it
            was), "own" (written or changed by the student) or "text".
        kind: "code", "markdown" or "raw".
        source: Its text: the lesson's own for everything that is locked.
        lesson: The lesson's cell that it is, if any.
        outputs: What running it gave, as nbformat has it.
    """

    role: str
    kind: str
    source: str
    lesson: LessonCell | None = None
    outputs: list[dict] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The lesson's name for it, or empty."""
        return self.lesson.name if self.lesson else ""


def read(data: bytes, lesson: Lesson) -> tuple[list[Cell], list[str]]:
    """Return the cells of a submission in order, and what was wrong with it, in sentences.

    Raises:
        Unusable: It is no notebook at all, or another lesson's.
    """
    notes: list[str] = []
    found = _cells(_parsed(data, notes), notes)
    named = _recognised(found, lesson, notes)
    made = []
    for cell, name in zip(found, named, strict=True):
        made.append(_as_graded(cell, name, lesson, notes))
    made = [cell for cell in made if cell is not None]
    _put_back(made, lesson, notes)
    return made, notes


def _parsed(data: bytes, notes: list[str]) -> dict:
    if len(data) > MOST_BYTES:
        raise Unusable(f"the file is larger than {MOST_BYTES >> 20} MB")
    if not data.strip():
        raise Unusable("the file is empty")
    text = _text(data, notes)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise Unusable("the file is not a notebook: it is not valid JSON") from None
    if not isinstance(notebook, dict):
        raise Unusable("the file is not a notebook: it holds no cells")
    return notebook


def _text(data: bytes, notes: list[str]) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            text = data.decode("utf-8", "replace")
        notes.append("the file is UTF-16, not UTF-8")
        return text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.append("the file is not UTF-8; it was read as Windows-1252")
        return data.decode("cp1252", "replace")


def _joined(value: Any) -> str:
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _cells(notebook: dict, notes: list[str]) -> list[dict]:
    """Return the cells as {kind, source, id, name}, of any format of notebooks."""
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        sheets = notebook.get("worksheets")
        if not isinstance(sheets, list):
            raise Unusable("the file is not a notebook: it holds no cells")
        cells = [
            cell
            for sheet in sheets
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    version = notebook.get("nbformat")
    if isinstance(version, int) and version < 4:
        notes.append(f"the notebook is of the old format {version}")
    if len(cells) > MOST_CELLS:
        notes.append(f"it has {len(cells)} cells; only the first {MOST_CELLS} count")
    found = []
    for cell in cells[:MOST_CELLS]:
        if not isinstance(cell, dict):
            notes.append("one cell is not one and was left out")
            continue
        metadata = cell.get("metadata")
        mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        name = mark.get("grade_id") if isinstance(mark, dict) else None
        source = _joined(cell.get("source", cell.get("input")))
        if len(source) > MOST_SOURCE:
            notes.append("one cell has more than a million characters and was cut")
            source = source[:MOST_SOURCE]
        kind = cell.get("cell_type")
        found.append(
            {
                "kind": kind if kind in ("code", "raw") else "markdown",
                # nbformat cannot write half a surrogate pair, which JSON may hold.
                "source": source.encode("utf-8", "replace").decode("utf-8"),
                "id": cell.get("id") if isinstance(cell.get("id"), str) else "",
                "name": name if isinstance(name, str) else "",
            }
        )
    return found


def _recognised(found: list[dict], lesson: Lesson, notes: list[str]) -> list[str]:
    """Return for each cell which of the lesson's named cells it is, or ""."""
    by_text = {}
    for name, cell in lesson.named.items():
        if cell.kind == "code" and not cell.is_answer:
            # Hidden cells look the same to students: several names may share one text.
            by_text.setdefault(cell.released.strip(), []).append(name)
    taken: Counter = Counter()
    named, stripped = [], 0
    for cell in found:
        name = cell["name"] if cell["name"] in lesson.named else ""
        if not name and cell["id"] in lesson.named and not cell["name"]:
            name = cell["id"]
            stripped += 1
        if not name and cell["kind"] == "code":
            same = by_text.get(cell["source"].strip(), ())
            left = [one for one in same if not taken[one]]
            if left and not cell["name"] and len(same) == 1:
                name = left[0]
                stripped += 1
        taken[name] += 1
        named.append(name)
    if stripped:
        notes.append("cells had lost their metadata and were recognised by their text or id")
    answers = sum(1 for name in named if name and lesson.named[name].is_answer)
    if not any(named):
        told = {cell["name"] for cell in found}
        for other, names in lesson.others.items():
            if len(told & names) > 1:
                raise Unusable(f"this is the notebook of lesson {other}")
        notes.append("none of the lesson's cells is in it")
    elif not answers:
        notes.append("no answer cell is in it as one")
    # nbgrader lets the last of several count.
    for name in [name for name, count in taken.items() if name and count > 1]:
        notes.append(f"the cell {name} is there {taken[name]} times; the last one counts")
        last = max(i for i, one in enumerate(named) if one == name)
        for i, one in enumerate(named):
            if one == name and i != last:
                named[i] = "" if lesson.named[name].is_answer else "-"
    return named


def _as_graded(cell: dict, name: str, lesson: Lesson, notes: list[str]) -> Cell | None:
    if name == "-":
        return None
    own = lesson.named.get(name)
    kind, source = cell["kind"], cell["source"]
    if own is None:
        if kind != "code":
            return Cell("text", kind, source)
        return Cell("lesson" if source.strip() in lesson.texts else "own", kind, source)
    if kind != own.kind:
        notes.append(f"the cell {name} was made a {kind} cell; it counts as {own.kind}")
    if own.is_answer:
        return Cell("answer", own.kind, source, own)
    if source.strip() != own.released.strip():
        notes.append(f"the cell {name} was changed; the original counts")
    return Cell("check" if own.is_check else "text", own.kind, own.source, own)


def _put_back(made: list[Cell], lesson: Lesson, notes: list[str]) -> None:
    """Put the lesson's named cells that are missing where the lesson has them."""
    missing, before = [], ""
    for name, own in lesson.named.items():
        places = [i for i, cell in enumerate(made) if cell.name == name]
        if not places:
            role = "answer" if own.is_answer else "check" if own.is_check else "text"
            at = next((i + 1 for i, cell in enumerate(made) if cell.name == before), len(made))
            if role == "check" and not before:
                at = len(made)
            made.insert(at, Cell(role, own.kind, own.source, own))
            missing.append(name)
        before = name
    if missing and len(missing) < len(lesson.named):
        shown = ", ".join(missing[:4]) + (", …" if len(missing) > 4 else "")
        notes.append(f"{len(missing)} cells were missing and were put back: {shown}")
