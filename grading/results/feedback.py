"""What students get back: their work, points and messages, without the hidden tests."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from markupsafe import Markup
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.lexers.special import TextLexer

from grading.exam import MARK
from grading.results import pages, titles
from grading.results.words import SMALLEST, in_words, state

if TYPE_CHECKING:
    from grading.results.record import Grades

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class RemoveHiddenTests(NbGraderPreprocessor):
    """Takes hidden tests out of the pages of `nbgrader generate_feedback`, which leaves them in.

    The message that a hidden check printed stays: it tells the student what was wrong.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Remove the hidden region of one cell, in its text and in tracebacks that quote it."""
        if "HIDDEN TESTS" not in cell.source:
            return cell, resources
        cell.source = without_hidden(cell.source).strip()
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


def without_hidden(source: str) -> str:
    """Return a cell's text without the lines from each BEGIN to its END, where there is one.

    Line by line: a student's cell may hold the words, too, and be a million characters long.
    """
    kept: list[str] = []
    held: list[str] = []
    for line in source.splitlines(keepends=True):
        _, begins, rest = line.partition(BEGIN)
        ends = END in (line if held else rest)
        if held or begins:
            held.append(line)
        else:
            kept.append(line)
        if ends:
            held = []
    return "".join([*kept, *held])


@dataclass(frozen=True)
class Output:
    """An output as the page shows it: one of `html` (the grader's own), `picture` and `text`."""

    text: str = ""
    kind: str = "text"
    picture: str = ""
    html: Markup = Markup()  # noqa: RUF009


@dataclass
class Check:
    """A check of an exercise: its points, what it found and its report, never its text.

    `earned` are the points that count, `found` those that the check gave.
    """

    earned: float
    found: float
    possible: float
    hidden: bool
    outputs: list[Output]
    state: str = ""


@dataclass
class Part:
    """A cell that the student wrote in; `name` is the exercise's, or empty."""

    name: str
    code: Markup | None
    text: str
    outputs: list[Output]
    comment: str = ""
    pictures: list[str] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    state: str = ""

    @property
    def earned(self) -> float:
        """Points of all its checks."""
        return sum(check.earned for check in self.checks)

    @property
    def found(self) -> float:
        """Points that its checks gave."""
        return sum(check.found for check in self.checks)

    @property
    def by_hand(self) -> bool:
        """Whether a person gave other points than the checks."""
        return abs(self.earned - self.found) > SMALLEST

    @property
    def possible(self) -> float:
        """The most points of all its checks."""
        return sum(check.possible for check in self.checks)


@lru_cache(maxsize=2)
def template(name: str) -> Template:
    """Return a page's template, made once for each process."""
    made = pages.environment()
    made.globals |= {kind: Markup(one.get_style_defs(".code")) for kind, one in _COLOURS.items()}
    return made.get_template(name)


# Characters of a cell, of a line of it, and of a page's cells together that are coloured. Pygments
# takes time with the square of what some texts have, and the run waits for it.
MOST_COLOURED, LONGEST_LINE, MOST_OF_A_PAGE = 20_000, 500, 100_000
_LEXER, _PLAIN = PythonLexer(), TextLexer()
_COLOURS = {
    kind: HtmlFormatter(style=style, nobackground=True, wrapcode=True)
    for kind, style in (("light", "default"), ("dark", "github-dark"))
}


@lru_cache(maxsize=256)
def highlighted(source: str, most: int = MOST_COLOURED) -> Markup:
    """Return code in colours, or without if it is longer than anyone writes, or than `most`."""
    lines = map(len, source.splitlines()) if len(source) <= min(most, MOST_COLOURED) else ()
    coloured = max(lines, default=LONGEST_LINE + 1) <= LONGEST_LINE
    return Markup(highlight(source, _LEXER if coloured else _PLAIN, _COLOURS["light"]))


def digest(grades: Grades, made_of: str) -> str:
    """Return what changes with anything that a page tells.

    Args:
        grades: What the gradebook says of a submission.
        made_of: The digest of what was graded.
    """
    told = json.dumps([dataclasses.asdict(grades), made_of], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def is_of(file: Path, grades: Grades, made_of: str) -> bool:
    """Return whether a page says what the gradebook says now of what was graded last."""
    try:
        with open(file, "rb") as page:
            return f'content="{digest(grades, made_of)}"'.encode() in page.read(400)
    except OSError:
        return False


def page(
    notebook: NotebookNode,
    student: str,
    lesson: str,
    grades: Grades,
    form: dict[str, Any] | None = None,
    full: str = "",
) -> str:
    """Return a student's page.

    Args:
        notebook: The graded notebook, as `examiner` makes and `record` marks it.
        student: Whose it is.
        lesson: What it is.
        grades: What the gradebook says of it (`record.Grades`).
        form: For the instructor alone: an `Entry` of `form.py` for each exercise.
        full: With the form, the student's whole name.
    """
    about = notebook.metadata.get(MARK, {})
    found = about.get("found", ())
    parts = _parts(notebook, grades, found)
    return template("feedback.html.j2" if form is None else "teach.html.j2").render(
        digest=digest(grades, about.get("digest", "")),
        student=student,
        lesson=lesson,
        titles=titles.of(lesson),
        grades=grades,
        notes=about.get("notes", ()),
        parts=parts,
        named=[one for one in parts if one.name],
        form=form,
        full=full,
    )


def unreadable(student: str, lesson: str, why: str) -> str:
    """Return the page of a student whose file cannot be read, and what to do."""
    about = titles.of(lesson)
    return template("unreadable.html.j2").render(
        student=student, lesson=lesson, titles=about, why=why
    )


def _parts(
    notebook: NotebookNode, grades: Grades, found: Iterable[Mapping[str, Any]]
) -> list[Part]:
    """Return the cells that a student wrote in, each with the checks that come after it."""
    mistakes = {
        one["cell"]: in_words(one["mistake"], one["exercise"]) for one in found if one["mistake"]
    }
    of_check = {one["cell"]: (one["earned"], state([one])) for one in found}
    parts: list[Part] = []
    left = MOST_OF_A_PAGE
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        name = mark.get("grade_id", "")
        if mark.get("solution") or mark.get("task") or cell.metadata.get(MARK):
            code = None
            if cell.cell_type == "code":
                code = highlighted(cell.source, left)
                left = max(0, left - len(cell.source))
            text = "" if cell.cell_type == "code" else cell.source
            seen = [_students(output) for output in cell.get("outputs", ())]
            comment = grades.comments.get(name, "")
            pictures = [
                f"data:{kind};base64,{value.strip()}"
                for data in cell.get("attachments", {}).values()
                for kind, value in data.items()
            ]
            exercise = name.removesuffix("-answer")
            parts.append(Part(exercise, code, text, seen, comment, pictures))
        if mark.get("grade"):
            if not (parts and parts[-1].name):
                parts.append(Part(name.removesuffix("-check"), None, "", []))
            part = next(
                (one for one in parts if one.name and name.startswith(f"{one.name}-")), parts[-1]
            )
            earned, possible = grades.cells.get(name, (0.0, 0.0))
            shown = [told for output in cell.get("outputs", ()) if (told := _graders(output))]
            hidden = "HIDDEN TESTS" in cell.source
            gave, became = of_check.get(name, (earned, ""))
            part.checks.append(Check(earned, gave, possible, hidden, shown, became))
            if name in mistakes and mistakes[name] not in part.mistakes:
                part.mistakes.append(mistakes[name])
    for part in parts:
        own = [one for one in found if one["exercise"] == part.name]
        part.state = state(own) if own else ""
    return parts


def _students(output: NotebookNode) -> Output:
    """Return an output of the student's code: text and pictures, all of it escaped."""
    if output.output_type == "stream":
        return Output(output.text)
    if output.output_type == "error":
        return Output(COLOURS.sub("", "\n".join(output.traceback)), "error")
    for kind in ("image/png", "image/jpeg"):
        if kind in output.data:
            return Output(picture=f"data:{kind};base64,{output.data[kind].strip()}")
    return Output(next((str(output.data[kind]) for kind in sorted(output.data)), ""))


def _graders(output: NotebookNode) -> Output | None:
    """Return an output of a check, which the grader's own process made; bare points are left."""
    if "text/html" in output.get("data", {}):
        return Output(html=Markup(output.data["text/html"]))
    if output.output_type == "execute_result":
        return None
    if output.output_type == "error":
        # A traceback would quote the test.
        return Output(f"{output.ename}: {output.evalue}", "error")
    return _students(output)
