"""What stands for a part of Jupyter, a library or a file's contents that are not here.

Where the student worked, it was: a line of set-up that asks for it stops no cell.
"""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Iterator
from typing import Any


class Nothing:
    """Stands for a part of Jupyter that is not here: whatever is asked of it does nothing."""

    def __getattr__(self, name: str) -> Nothing:
        """Return nothing, too."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()

    def __call__(self, *args: object, **kwargs: object) -> Nothing:
        """Do nothing."""
        return Nothing()

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __repr__(self) -> str:
        return "<nothing: there is no kernel while a notebook is graded>"


# What draws how far a loop has come, and leaves what it goes through as it is.
PROGRESS: dict[str, Any] = {"tqdm": lambda through=(), *settings, **more: through, "trange": range}


class NotHere:
    """Stands for what a line imported or read that is not here: where the student worked, it was.

    A line of a cell may call it, and nothing happens (`sns.set_theme()`), or make it a decorator,
    which leaves its function as it is (`@njit`). A function that needs it for its answer ends with
    the error of the import.
    """

    def __init__(self, name: str, error: Exception) -> None:
        """Stand for `name`, whose import or reading ended with `error`."""
        self._name, self._error = name, error

    def __getattr__(self, name: str) -> Any:
        """Return a part of it, which is not here either."""
        if name.startswith("__"):
            raise AttributeError(name)
        return PROGRESS.get(name) or NotHere(f"{self._name}.{name}", self._error)

    def __call__(self, *args: object, **kwargs: object) -> object:
        """Do nothing in a line of a cell; a decorator gives its function back."""
        caller = sys._getframe(1).f_code.co_name
        if len(args) == 1 and isinstance(args[0], types.FunctionType) and not kwargs:
            return args[0]
        if caller != "<module>":
            raise type(self._error)(str(self._error))
        return self

    def __getitem__(self, key: object) -> NotHere:
        """Return a part of it, as by its name."""
        return self

    def __setitem__(self, key: object, value: object) -> None:
        """Do nothing."""

    def __iter__(self) -> Iterator[object]:
        """Hold nothing: by its places, which it has all, a loop would never end."""
        return iter(())

    def __enter__(self) -> NotHere:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def __repr__(self) -> str:
        return f"<{self._name}: not here while a notebook is graded>"


class Imports(ast.NodeTransformer):
    """Lets a cell go on after a line of its own that imports what is not here."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Change the lines of the cell itself; what is indented stays as it is."""
        node.body = [self._passed_over(line) for line in node.body]
        return node

    @staticmethod
    def _passed_over(line: ast.stmt) -> ast.stmt:
        if not isinstance(line, (ast.Import, ast.ImportFrom)):
            return line
        of = f"{line.module or ''}." if isinstance(line, ast.ImportFrom) else ""
        if of == "__future__.":
            return line
        names = {
            one.asname or one.name.partition(".")[0]: of + one.name
            for one in line.names
            if one.name != "*"
        }
        told = f"get_ipython().is_not_here({ast.unparse(line)!r}, {names!r})"
        source = f"try:\n    pass\nexcept ImportError:\n    __import__('IPython').{told}"
        wrapped = ast.parse(source).body[0]
        assert isinstance(wrapped, ast.Try)
        for node in ast.walk(wrapped):
            ast.copy_location(node, line)
        wrapped.body = [line]
        return wrapped
