"""A lesson as the grader needs it: its cells with their metadata, from the instructor's source."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import ClearHiddenTests, ComputeChecksums
from traitlets.config import Config

import course
from course.checks import exercises
from course.checks.secret import fingerprint
from grading.exam import cells
from grading.stubs import ClearAnswers


@dataclass(frozen=True)
class LessonCell:
    """A cell of a lesson.

    Attributes:
        kind: "code", "markdown" or "raw".
        source: Its text; an answer's is the empty one that students get.
        id: Its cell id.
        nbgrader: nbgrader's metadata, with the checksum; empty where it has none.
        released: Its text as students get it, without hidden tests.
        solution: Its text with the solution.
        answer: For a graded cell, the name of the answer cell that it looks at, or "".
        defines: For an answer, the names that the check looks for.
    """

    kind: str
    source: str
    id: str
    nbgrader: Mapping[str, Any]
    released: str
    solution: str
    answer: str = ""
    defines: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name in nbgrader's metadata, or empty."""
        return self.nbgrader.get("grade_id", "")

    @property
    def is_answer(self) -> bool:
        """Whether students write here."""
        return bool(self.nbgrader.get("solution"))

    @property
    def is_check(self) -> bool:
        """Whether the grader runs it and counts its points."""
        graded = bool(self.nbgrader.get("grade")) and not self.is_answer
        return graded and self.kind == "code"


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes:
        name: Its name, and its notebook's.
        cells: All cells, the header's too.
        digest: Of the source, and of the code that checks it.
        others: The names of the answer cells of every other lesson.
    """

    name: str
    cells: tuple[LessonCell, ...]
    digest: str
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def named(self) -> dict[str, LessonCell]:
        """The cells with nbgrader's metadata, by name, in order."""
        return {cell.name: cell for cell in self.cells if cell.name}

    @cached_property
    def texts(self) -> frozenset[str]:
        """The texts of the code cells that are the lesson's own."""
        return frozenset(
            cell.source.strip() for cell in self.cells if cell.kind == "code" and not cell.name
        )

    @cached_property
    def answer_names(self) -> frozenset[str]:
        """Every name that an answer defines: these are the student's, whatever else has them."""
        found = [cells.names(cell.solution).binds for cell in self.cells if cell.is_answer]
        return frozenset().union(*found)

    @cached_property
    def modules(self) -> tuple[str, ...]:
        """The modules that the lesson's own cells import."""
        found = []
        for cell in self.cells:
            if cell.kind == "code" and not cell.is_answer:
                for line in cells.names(cell.source).imports.values():
                    words = line.split()
                    found.append(words[1])
                    if words[0] == "from":
                        found.append(f"{words[1]}.{words[3]}")
        return tuple(dict.fromkeys(found))

    @property
    def possible(self) -> float:
        """The most points that it can earn."""
        return float(sum(cell.nbgrader.get("points", 0) for cell in self.cells))


def read(source: Path, name: str, config: Config) -> Lesson:
    """Return the lesson `name` of the folder `source`.

    Args:
        source: nbgrader's source folder.
        name: The lesson.
        config: nbgrader's settings: how solutions and hidden tests are marked.
    """
    file = source / name / f"{name}.ipynb"
    solved = nbformat.read(file, as_version=4)
    header = Path(config.IncludeHeaderFooter.get("header", "") or source / "none")
    if header.is_file():
        solved.cells = nbformat.read(header, as_version=4).cells + solved.cells
    cleared = nbformat.from_dict(solved)
    solutions = [cell.source for cell in solved.cells]
    for step in (ClearAnswers, ComputeChecksums):
        cleared, _ = step(config=config).preprocess(cleared, {})
    sources = [cell.source for cell in cleared.cells]
    marks = [dict(cell.metadata.get("nbgrader", {})) for cell in cleared.cells]
    released, _ = ClearHiddenTests(config=config).preprocess(cleared, {})
    made, answer = [], ""
    for cell, text, mark, solution in zip(released.cells, sources, marks, solutions, strict=True):
        if mark.get("solution"):
            answer = mark["grade_id"]
        made.append(
            LessonCell(
                cell.cell_type,
                text,
                cell.get("id", ""),
                mark,
                cell.source,
                solution,
                answer if mark.get("grade") and not mark.get("solution") else "",
                _defined(mark["grade_id"], solution) if mark.get("solution") else frozenset(),
            )
        )
    digest = hashlib.sha256(file.read_bytes() + code_digest().encode())
    return Lesson(name, tuple(made), digest.hexdigest())


def _defined(answer: str, solution: str) -> frozenset[str]:
    exercise = exercises().get(answer.removesuffix("-answer"))
    if exercise is None:
        about = cells.names(solution)
        return about.binds - set(about.imports)
    return frozenset(exercise.values or (exercise.name,))


def code_digest() -> str:
    """Return a digest of what decides about points: the course's code, our own, a secret."""
    digest = hashlib.sha256(fingerprint())
    grading = Path(__file__).parent.parent
    deciding = [grading / "exam", grading / "isolation" / "guest"]
    own = [file for folder in deciding for file in sorted(folder.rglob("*.py"))]
    own.append(grading / "stubs.py")
    for file in [*sorted(Path(course.__file__).parent.rglob("*.py")), *own]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
