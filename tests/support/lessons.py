"""The explorers as the lessons call them, and what a student runs before them."""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from course import explorers
from course_folder import ROOT


@dataclass(frozen=True)
class Lesson:
    """A lesson with explorers.

    Attributes:
        name: The lesson's name.
        cells: Its code cells up to the last explorer, as students get them, but for the exercises.
    """

    name: str
    cells: tuple[str, ...]

    @property
    def calls(self) -> list[str]:
        """The explorers' functions, in the order in which the cells call them."""
        return [name for name in map(called, self.cells) if name]

    @property
    def texts(self) -> list[str]:
        """The texts that are stored for them in source/."""
        file = ROOT / "source" / self.name / f"{self.name}.ipynb"
        return [
            next(text for text in texts(cell) if text.startswith("Explorer: "))
            for cell in nbformat.read(file, as_version=4).cells
            if cell.cell_type == "code" and called(cell.source)
        ]

    def made(self) -> list[Any]:
        """Return what the calls return, in this process."""
        names: dict = {}
        found = []
        with contextlib.redirect_stdout(io.StringIO()):
            for source in self.cells:
                if not called(source):
                    exec(source, names)
                    continue
                tree = ast.parse(source)
                last = tree.body[-1]
                if isinstance(last, ast.Expr):
                    tree.body.pop()
                exec(compile(tree, self.name, "exec"), names)
                if isinstance(last, ast.Expr):
                    value = ast.Expression(last.value)
                    found.append(eval(compile(value, self.name, "eval"), names))
                else:
                    found.append(names[last.targets[0].id])
        return found


def texts(cell: nbformat.NotebookNode) -> list[str]:
    """Return the texts that a cell's outputs hold."""
    return [output.data["text/plain"] for output in cell.outputs if "data" in output]


def called(source: str) -> str:
    """Return the explorer's function whose call ends a cell, or empty."""
    last = ast.parse(source).body[-1:]
    if last and isinstance(last[0], (ast.Expr, ast.Assign)):
        name = getattr(getattr(last[0].value, "func", None), "id", "")
        return name if name in explorers.__all__ else ""
    return ""


def with_explorers(folder: Path = ROOT / "release") -> dict[str, Lesson]:
    """Return the lessons that have some, by name."""
    found: dict[str, Lesson] = {}
    for file in sorted(folder.glob("*/*.ipynb")):
        cells = [
            cell.source
            for cell in nbformat.read(file, as_version=4).cells
            if cell.cell_type == "code" and "nbgrader" not in cell.metadata
        ]
        last = max((i for i, cell in enumerate(cells) if called(cell)), default=None)
        if last is not None:
            found[file.stem] = Lesson(file.stem, tuple(cells[: last + 1]))
    return found
