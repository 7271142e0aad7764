"""The explorers as the lessons call them, and what a student runs before them."""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from typing import Any

import nbformat

from course import explorers
from course_folder import ROOT


@dataclass(frozen=True)
class Lesson:
    """A lesson with explorers.

    Attributes:
        name: The lesson's name.
        cells: Its explorers' cells and those that they need, as students get them.
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


def needed(cells: list[str]) -> tuple[str, ...]:
    """Return the explorers' cells and those that set what these read, in order."""
    kept: list[str] = []
    wanted: set[str] = set()
    for source in reversed(cells):
        nodes = list(ast.walk(ast.parse(source)))
        if called(source) or _sets(nodes) & wanted:
            kept.append(source)
            wanted |= {one.id for one in nodes if isinstance(one, ast.Name)}
    return tuple(reversed(kept))


def _sets(nodes: list[ast.AST]) -> set[str]:
    """Return the names that a cell's nodes set: by assignment, import or definition."""
    names = set()
    for one in nodes:
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            names.add(one.id)
        elif isinstance(one, (ast.Import, ast.ImportFrom)):
            names |= {(part.asname or part.name).partition(".")[0] for part in one.names}
        elif isinstance(one, (ast.FunctionDef, ast.ClassDef)):
            names.add(one.name)
    return names


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


def with_explorers() -> dict[str, Lesson]:
    """Return the lessons that have some, by name."""
    found: dict[str, Lesson] = {}
    for file in sorted((ROOT / "release").glob("*/*.ipynb")):
        cells = [
            cell.source
            for cell in nbformat.read(file, as_version=4).cells
            if cell.cell_type == "code" and "nbgrader" not in cell.metadata
        ]
        if any(map(called, cells)):
            found[file.stem] = Lesson(file.stem, needed(cells))
    return found
