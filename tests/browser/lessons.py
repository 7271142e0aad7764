"""The explorers as the lessons call them, and what a student runs before each."""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import nbformat

from course import explorers
from course.explorers.kit.widget import Explorer
from course_folder import ROOT


@dataclass(frozen=True)
class Shown:
    """An explorer in a lesson.

    Attributes:
        name: The function that the lesson calls.
        lesson: The lesson's name.
        cells: The lesson's code cells up to the call, as students get them, but for the exercises.
    """

    name: str
    lesson: str
    cells: tuple[str, ...]

    @property
    def before(self) -> list[str]:
        """What runs before the call."""
        return list(self.cells[:-1])

    @property
    def call(self) -> str:
        """The cell that shows it."""
        return self.cells[-1]

    @property
    def text(self) -> str:
        """The text that is stored for it in source/."""
        file = ROOT / "source" / self.lesson / f"{self.lesson}.ipynb"
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type == "code" and called(cell.source) == self.name:
                texts = [out.data["text/plain"] for out in cell.outputs if "data" in out]
                return next(text for text in texts if text.startswith("Explorer: "))
        raise LookupError(self.name)

    def made(self) -> Explorer:
        """Return the explorer that the call makes, in this process."""
        names: dict = {}
        with contextlib.redirect_stdout(io.StringIO()):
            for source in self.before:
                exec(source, names)
            tree = ast.parse(self.call)
            last = ast.Expression(tree.body.pop().value)
            exec(compile(tree, self.lesson, "exec"), names)
            return eval(compile(last, self.lesson, "eval"), names)


def called(source: str) -> str:
    """Return the explorer's function whose call ends a cell, or empty."""
    last = ast.parse(source).body[-1:]
    if last and isinstance(last[0], (ast.Expr, ast.Assign)):
        name = getattr(getattr(last[0].value, "func", None), "id", "")
        return name if name in explorers.__all__ else ""
    return ""


def shown(folder: Path = ROOT / "release") -> dict[str, Shown]:
    """Return each explorer where a lesson shows it first, by name, in the lessons' order."""
    found: dict[str, Shown] = {}
    for file in sorted(folder.glob("*/*.ipynb")):
        cells: list[str] = []
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type != "code" or "nbgrader" in cell.metadata:
                continue
            cells.append(cell.source)
            name = called(cell.source)
            if name and name not in found:
                found[name] = Shown(name, file.stem, tuple(cells))
    return found
