"""From the bytes that were handed in to the cells to grade, however broken they are."""

from __future__ import annotations

import ast
import codecs
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from course.checks.outline import outline
from grading.exam import cells, pictures
from grading.exam.lesson import Lesson, LessonCell
from grading.folders import MOST_NOTEBOOK, few

MOST_CELLS = 3000
MOST_SOURCE = 1 << 20
# Characters of all code cells together: each is parsed, here and by the checks.
MOST_CODE = 1 << 20
# Bytes that a file may take once it is read as JSON.
MOST_MEMORY = 2 << 30
# What an editor or a full disk leaves at the end of a file.
_EMPTY = "\0 \t\r\n"
# Characters of the pictures that are attached to one text.
MOST_ATTACHED = 4 << 20
# What those of all texts stand for together (`pictures.room`): some nine photos of a phone.
MOST_TOGETHER = 64 << 20


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
        attachments: Pictures that its text shows, as nbformat has them.
        put_back: Whether it was missing and stands here again.
    """

    role: str
    kind: str
    source: str
    lesson: LessonCell | None = None
    outputs: list[dict[str, Any]] = field(default_factory=list)
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    put_back: bool = False

    @cached_property
    def names(self) -> cells.Names:
        """The names in its code."""
        return cells.names(self.source)

    @property
    def given(self) -> LessonCell:
        """The lesson's cell that it is; only of one that has a name."""
        assert self.lesson is not None
        return self.lesson

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
    graded = (_as_graded(*pair, lesson, notes) for pair in zip(found, named, strict=True))
    made = [cell for cell in graded if cell is not None]
    _put_back(made, lesson, notes)
    return _with_what_the_lesson_gave(made, lesson, notes), _together(notes)


# As many sentences that differ in a cell's name alone are read; more are one.
MOST_ALIKE = 3
_OF_A_CELL = re.compile(r"the cell (\S+) (.*)")


def _together(notes: list[str]) -> list[str]:
    """Return the notes, with those that say the same of many cells as one."""
    about: dict[str, list[str]] = {}
    for note in notes:
        if found := _OF_A_CELL.fullmatch(note):
            about.setdefault(found[2], []).append(found[1])
    together = {
        f"the cell {name} {told}": f"each of {len(named)} cells {told}: {few(named)}"
        for told, named in about.items()
        if len(named) > MOST_ALIKE
        for name in named
    }
    return list(dict.fromkeys(together.get(note, note) for note in notes))


def _parsed(data: bytes, notes: list[str]) -> dict[str, Any]:
    if len(data) > MOST_NOTEBOOK:
        raise Unusable(f"the file is larger than {MOST_NOTEBOOK >> 20} MB")
    if _in_memory(data) > MOST_MEMORY:
        raise Unusable("the file holds too many values to be read; clear the outputs, and save")
    if not data.strip():
        raise Unusable("the file is empty")
    text = _text(data, notes)
    try:
        notebook, end = _decoded(text, notes)
    except (ValueError, RecursionError) as error:
        at = getattr(error, "pos", None)
        if str(error).startswith("Unterminated"):
            at = len(text)
        raise Unusable(f"the file is not a notebook: {what_it_is(text, at)}") from None
    if not isinstance(notebook, dict):
        # Some archives begin with a number.
        told = _kind_of(text) or "it holds no cells"
        raise Unusable(f"the file is not a notebook: {told}")
    if isinstance(notebook.get("content"), dict) and "cells" not in notebook:
        notes.append("it is a notebook as Jupyter's server sends it, with data about the file")
        notebook = notebook["content"]
    if text[end:].strip(_EMPTY):
        notes.append("what follows the notebook in its file was left out")
    elif text[end:].strip():
        notes.append("zero bytes follow the notebook in its file; they were left out")
    return notebook


def _decoded(text: str, notes: list[str]) -> tuple[Any, int]:
    start = len(text) - len(text.lstrip())
    try:
        return json.JSONDecoder().raw_decode(text, start)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Invalid control character"):
            raise
    found = json.JSONDecoder(strict=False).raw_decode(text, start)
    notes.append("inside its texts stand broken lines or odd characters; it was read all the same")
    return found


# Bytes that an object, a list and any value take beside their text, and at most for one byte.
_TAKEN = {b"{": 200, b"[": 64, b",": 40}
_MOST_GROWTH = 250


def _in_memory(data: bytes) -> int:
    """Return how many bytes a file may take once it is read as JSON, rather too many than few."""
    if len(data) < MOST_MEMORY // _MOST_GROWTH:
        return 0
    return len(data) + sum(each * data.count(mark) for mark, each in _TAKEN.items())


_KINDS = {
    "PK\x03\x04": "it is an archive (ZIP or an office document)",
    "%PDF": "it is a PDF",
    "\x1f": "it is an archive (gzip)",
    "7z¼¯": "it is an archive (7z)",
    "Rar!": "it is an archive (RAR)",
    "ÿØÿ": "it is a picture",
    "ÐÏ\x11à": "it is an office document",
    "\x89PNG": "it is a picture",
    "‰PNG": "it is a picture",
    "{\\rtf": "it is a text document (RTF)",
    "version https://git-lfs": "it is a pointer of Git LFS, not the file itself",
}


def what_it_is(text: str, error_at: int | None) -> str:
    """Return in words what a file is that is no notebook.

    Args:
        text: What is in it.
        error_at: Where it stopped being JSON; its end, if it was cut off.
    """
    if told := _kind_of(text):
        return told
    if not text.strip(_EMPTY):
        return "it holds only zero bytes"
    marker = re.search(r"(?m)^<{7} .*$", text)
    if marker and re.search(r"(?m)^>{7} ", text):
        line = text.count("\n", 0, marker.start()) + 1
        return f"Git left conflict markers in it, the first in line {line}"
    if re.match(r"\s*(<!doctype html|<html|<head|<body)", text, re.IGNORECASE):
        return "it is a web page (the link was saved, not the notebook itself)"
    if text.lstrip().startswith("<?xml"):
        return "it is XML"
    if text.lstrip().startswith("{"):
        # A comma before the last bracket is an error at the end of a file that is whole.
        closed = error_at is not None and text[error_at : error_at + 1] in ("}", "]")
        if error_at is not None and not closed and error_at >= len(text.rstrip(_EMPTY)) - 1:
            return "it ends in the middle, as if it was cut off while it was saved"
        if error_at is not None:
            return f"it is not valid JSON from line {text.count(chr(10), 0, error_at) + 1} on"
    elif _is_script(text):
        return "it is a Python script"
    return "it is not valid JSON"


def _kind_of(text: str) -> str:
    return next((told for begin, told in _KINDS.items() if text.startswith(begin)), "")


def _is_script(text: str) -> bool:
    if len(text) > cells.MOST_PARSED:
        # Up to an empty line it may well be whole.
        text = text[: cells.MOST_PARSED].rpartition("\n\n")[0]
    try:
        return bool(cells.names(text).binds and ast.parse(text).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _text(data: bytes, notes: list[str]) -> str:
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode("utf-8", "replace")
        notes.append(f"the file is {encoding[:6].upper()}, not UTF-8")
        return text
    text = data.decode("utf-8-sig", "replace")
    odd = text.count("\N{REPLACEMENT CHARACTER}")
    if not odd or text.encode() == data.removeprefix(codecs.BOM_UTF8):
        return text
    # Windows-1252 has hardly a letter beyond ASCII that is one in UTF-8, too.
    if len(text) - len(text.encode("ascii", "ignore")) > 2 * odd:
        notes.append("some bytes of the file are not UTF-8; a mark stands for each")
        return text
    notes.append("the file is not UTF-8; it was read as Windows-1252")
    return data.decode("cp1252", "replace")


def _joined(value: Any) -> str:
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _held(notebook: dict[str, Any]) -> list[Any]:
    """Return what a notebook of any format holds as its cells."""
    if isinstance(notebook.get("cells"), list):
        return notebook["cells"]
    sheets = notebook.get("worksheets")
    if not isinstance(sheets, list):
        raise Unusable("the file is not a notebook: it holds no cells")
    return [
        cell
        for sheet in sheets
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
        for cell in sheet["cells"]
    ]


def _cells(notebook: dict[str, Any], notes: list[str]) -> list[dict[str, Any]]:
    """Return the cells as {kind, attachments, source, id, name}, of any format of notebooks."""
    held = _held(notebook)
    version = notebook.get("nbformat")
    if isinstance(version, int) and version < 4:
        notes.append(f"the notebook is of the old format {version}")
    if len(held) > MOST_CELLS:
        notes.append(f"it has {len(held)} cells; only the first {MOST_CELLS} count")
    found, code, left = [], 0, MOST_TOGETHER
    for cell in held[:MOST_CELLS]:
        if not isinstance(cell, dict):
            notes.append("one cell is not one and was left out")
            continue
        metadata = cell.get("metadata")
        mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        name = mark.get("grade_id") if isinstance(mark, dict) else None
        kind = cell.get("cell_type")
        kind = kind if kind in ("code", "raw") else "markdown"
        # Editors of other systems end lines otherwise: that is no change.
        source = _joined(cell.get("source", cell.get("input")))
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        if kind != "code":
            source = _PICTURE.sub(_picture_in_words, source)
        if len(source) > MOST_SOURCE:
            notes.append("one cell has more than a million characters and was cut")
            source = source[:MOST_SOURCE]
        if kind == "code":
            if code + len(source) > MOST_CODE:
                notes.append("its code has more than a million characters; the rest was cut")
                source = source[: MOST_CODE - code]
            code += len(source)
        attached, room = _attachments(cell.get("attachments"), notes, left)
        left -= room
        found.append(
            {
                "kind": kind,
                "attachments": attached,
                # nbformat cannot write half a surrogate pair, which JSON may hold.
                "source": source.encode("utf-8", "replace").decode("utf-8"),
                "id": cell.get("id") if isinstance(cell.get("id"), str) else "",
                "name": name if isinstance(name, str) else "",
            }
        )
    return found


_PICTURE = re.compile(r"data:(image/[\w.+-]{1,20})(?:;[\w=.-]{1,40})*,[\w+/=%.~-]{100,}")


def _picture_in_words(found: re.Match[str]) -> str:
    return f"a picture of {len(found[0]) * 3 // 4000:,} kB, which is left out here"


def _attachments(held: Any, notes: list[str], left: int) -> tuple[dict[str, dict[str, str]], int]:
    """Return the pictures that are attached to a text, and the room that they take.

    As far as they are some, and there is room.

    Args:
        held: What the notebook has.
        notes: Takes what was left out, in sentences.
        left: What they may stand for (`pictures.room`).
    """
    if not isinstance(held, dict):
        return {}, 0
    kept: dict[str, dict[str, str]] = {}
    size = taken = 0
    for name, data in list(held.items())[:50]:
        for kind in ("image/png", "image/jpeg", "image/gif"):
            value = _joined(data.get(kind)) if isinstance(data, dict) else ""
            if not value or not re.fullmatch(r"[A-Za-z0-9+/=\n]+", value):
                continue
            size += len(value)
            if size > MOST_ATTACHED:
                notes.append("the pictures attached to a text are very large; some were left out")
                return kept, taken
            if not pictures.may_be_shown(value):
                notes.append("a picture attached to a text is too large, or none; it was left out")
                continue
            room = pictures.room(value)
            if taken + room > left:
                notes.append("the pictures attached are very large together; some were left out")
                return kept, taken
            taken += room
            kept[str(name)] = {kind: value}
    return kept, taken


def _recognised(found: list[dict[str, Any]], lesson: Lesson, notes: list[str]) -> list[str]:
    """Return for each cell which of the lesson's named cells it is, or ""."""
    by_text: dict[str, list[str]] = {}
    for name, given in lesson.named.items():
        if given.kind == "code" and not given.is_answer:
            # Hidden cells look the same to students: several names may share one text.
            by_text.setdefault(given.released.strip(), []).append(name)
    taken: Counter[str] = Counter()
    named, stripped = [], 0
    for cell in found:
        name = cell["name"] if cell["name"] in lesson.named else ""
        if not name and cell["id"] in lesson.named and not cell["name"]:
            name = cell["id"]
            stripped += 1
        if not name and cell["kind"] == "code":
            same = by_text.get(cell["source"].strip(), [])
            left = [one for one in same if not taken[one]]
            if left and not cell["name"] and len(same) == 1:
                name = left[0]
                stripped += 1
        taken[name] += 1
        named.append(name)
    if stripped:
        notes.append("cells had lost their metadata and were recognised by their text or id")
    if not any(named):
        told = {cell["name"] for cell in found}
        for other, names in lesson.others.items():
            if len(told & names) > 1:
                raise Unusable(f"this is the notebook of lesson {other}")
    _choose(found, named, lesson, notes)
    adopted = _adopt(found, named, lesson)
    if adopted:
        notes.append(f"found by what they define: {few(adopted)}")
    if not any(named):
        notes.append("none of the lesson's cells is in it")
    elif not any(name and name != "-" and lesson.named[name].is_answer for name in named):
        notes.append("no answer cell is in it as one")
    return named


def _first_check(named: list[str], answer: str, lesson: Lesson) -> int:
    """Return where the first check of an answer stands; the end, if none does."""
    # A cell that does not count, as a second copy of a check, has no name of the lesson's.
    checks = {name for name, own in lesson.named.items() if own.answer == answer}
    return next(
        (i for i, one in enumerate(named) if one in checks),
        len(named),
    )


def _choose(
    found: list[dict[str, Any]], named: list[str], lesson: Lesson, notes: list[str]
) -> None:
    """Let one of several cells of the same name count.

    Of answers it is the last above the check, as the student saw it judged: what stands below is
    a copy to try things in. Of other cells it is the last, as with nbgrader.
    """
    for name, count in Counter(named).items():
        if not name or count < 2:
            continue
        own = lesson.named[name]
        places = [i for i, one in enumerate(named) if one == name]
        keep, which = places[-1], "the last one"
        if own.is_answer:
            changed = [i for i in places if found[i]["source"].strip() != own.source.strip()]
            work = [i for i in changed if _may_answer(found[i]["source"], own)]
            places_of_work = work or changed or places
            check = _first_check(named, name, lesson)
            above = [i for i in places_of_work if i < check]
            keep = above[-1] if above else places_of_work[-1]
            which = "the last one" if keep == places[-1] else "the one above its check"
        notes.append(f"the cell {name} is there {count} times; {which} counts")
        for i in places:
            if i != keep:
                as_given = found[i]["source"].strip() == own.source.strip()
                named[i] = "" if own.is_answer and not as_given else "-"


def _adopt(found: list[dict[str, Any]], named: list[str], lesson: Lesson) -> list[str]:
    """Name the cells that define what an answer should, where its own does not; return the names.

    It may have been typed into the cell of its check, or merged with it; that is put back.
    """
    adopted = []
    for name, own in lesson.named.items():
        if not own.is_answer or own.kind != "code":
            continue
        place = named.index(name) if name in named else None
        if place is not None and _may_answer(found[place]["source"], own):
            continue
        able = [
            i
            for i, cell in enumerate(found)
            if cell["kind"] == "code"
            and (not named[i] or _is_changed_check(cell["source"], lesson.named.get(named[i])))
            and defines(cell["source"], own.defines)
        ]
        if not able:
            continue
        check = _first_check(named, name, lesson)
        above = [i for i in able if i < check]
        if place is not None:
            as_given = found[place]["source"].strip() == own.source.strip()
            named[place] = "-" if as_given else ""
        named[above[-1] if above else able[-1]] = name
        adopted.append(name)
    return adopted


def _may_answer(source: str, own: LessonCell) -> bool:
    """Return whether an answer's cell was changed, and may set one of the names that it should."""
    about = cells.names(source)
    sets = bool(own.defines & about.binds) or about.doubtful or not own.defines
    return sets and source.strip() != own.source.strip()


def _is_changed_check(source: str, own: LessonCell | None) -> bool:
    return own is not None and own.is_check and source.strip() != own.released.strip()


def defines(source: str, names: frozenset[str]) -> bool:
    """Return whether a cell gives all of these names a meaning of its own."""
    if not names or not names <= cells.names(source).binds:
        return False
    held = {one.name: one.holds for one in outline(source).bindings}
    return all(held.get(name, "work") == "work" for name in names)


def _as_graded(cell: dict[str, Any], name: str, lesson: Lesson, notes: list[str]) -> Cell | None:
    if name == "-":
        return None
    own = lesson.named.get(name)
    kind, source = cell["kind"], cell["source"]
    if own is None:
        if kind != "code":
            return Cell("text", kind, source, attachments=cell["attachments"])
        return Cell("lesson" if source.strip() in lesson.texts else "own", kind, source)
    if kind != own.kind:
        notes.append(f"the cell {name} was made a {kind} cell; it counts as {own.kind}")
    if own.is_answer:
        return Cell("answer", own.kind, source, own, attachments=cell["attachments"])
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
            made.insert(at, Cell(role, own.kind, own.source, own, put_back=True))
            missing.append(name)
        before = name
    if missing and len(missing) < len(lesson.named):
        cells_were = "cell was" if len(missing) == 1 else "cells were"
        notes.append(f"{len(missing)} {cells_were} missing and put back: {few(missing)}")


def _with_what_the_lesson_gave(made: list[Cell], lesson: Lesson, notes: list[str]) -> list[Cell]:
    """Put the lesson's own cells before the rest that define what no cell does in time.

    A student may delete or move a cell that has run: in the kernel its names were still there.
    """
    there = {cell.source.strip() for cell in made if cell.kind == "code"}
    bound = frozenset().union(*(c.names.binds for c in made if c.kind == "code"))
    students = [cell for cell in made if cell.role in ("answer", "own")]
    needed = frozenset().union(*(c.names.now | c.names.later for c in students)) - bound
    early = _read_too_early(made, bound)
    back: list[Cell] = []
    for own in reversed(lesson.cells):
        needed |= early.get(own.name, frozenset())
        about = cells.names(own.source)
        if own.kind == "code" and not own.name and about.binds & needed:
            back.insert(0, Cell("lesson", own.kind, own.source, put_back=True))
            needed |= about.now | about.later
    gone = sum(cell.source.strip() not in there for cell in back)
    if gone:
        notes.append(f"{gone} of the lesson's own code cells were missing and ran all the same")
    if back and early:
        notes.append("cells are not in the lesson's order; what they need of it ran before them")
    return [*back, *made]


def _read_too_early(made: list[Cell], every: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return for each answer the names that it reads and, of `every`, only cells below it bind."""
    bound: set[str] = set()
    early: dict[str, frozenset[str]] = {}
    for cell in (one for one in made if one.kind == "code"):
        bound |= cell.names.binds
        read = (cell.names.now | cell.names.later) & every - bound
        if cell.role == "answer" and read:
            early[cell.name] = read
    return early
