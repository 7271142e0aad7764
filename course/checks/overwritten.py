"""The course's own names that a notebook imported, and that stand for something else by now.

A right answer that calls its function `quartic` takes a landscape away from the cells below it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course.checks.runs import Run
from course.checks.words import of_the_course


def overwritten(runs: Sequence[Run], namespace: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names, in the order of their imports.

    Args:
        runs: The cells that were run.
        namespace: What their names stand for now.
    """
    imported = {name: value for run in runs for name, value in _imported(run.source)}
    return tuple(
        name
        for name, value in imported.items()
        if name in namespace and not _same(namespace[name], value)
    )


def _imported(source: str) -> Iterator[tuple[str, Any]]:
    """Yield what a cell imports from the course: names, and what they stood for."""
    if "course" not in source:
        return
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in tree.body:
        if not isinstance(node, ast.ImportFrom) or not of_the_course(node.module):
            continue
        module = sys.modules.get(node.module)
        for one in node.names:
            value = getattr(module, one.name, _MISSING)
            if value is not _MISSING:
                yield one.asname or one.name, value


def _same(value: Any, imported: Any) -> bool:
    """Return whether a name stands for what it was imported for, or for that loaded again."""
    return value is imported or (
        type(value).__name__ == type(imported).__name__
        and of_the_course(getattr(value, "__module__", None))
        and _own_name(value) == _own_name(imported)
    )


def _own_name(value: Any) -> Any:
    """Return what a function, a class or a landscape of the course is called, whoever holds it."""
    return getattr(value, "__qualname__", None) or getattr(value, "name", None)


_MISSING = object()
