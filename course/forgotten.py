"""A name that Python does not know, or that is the lesson's no more: which cells to run.

What is told comes below Python's own error: of a name that is not known, as on another day, only
where another cell of the notebook, as it is stored, gives it a meaning; of a function of the
course's that can be called no more, which name was given to something else (`check = True`).
"""

from __future__ import annotations

import ast
import json
from functools import partial
from pathlib import Path
from typing import Any

from course.checks.outline import outline
from course.checks.overwritten import overwritten
from course.checks.runs import History
from course.checks.words import names_taken
from course.progress.store import lesson_of

AGAIN = (
    "`{name}` comes from another cell of this notebook. Python knows it once that cell has been "
    "run, and forgets it when Python starts again, as on another day. Choose Run, then Run All "
    "Above Selected Cell, and run this cell again."
)


def load_ipython_extension(shell: Any) -> None:
    """Tell it from now on in the notebooks of a kernel (a name of IPython's)."""
    shell.events.register("post_run_cell", partial(_tell, shell))


def _tell(shell: Any, result: Any) -> None:
    error = result.error_in_exec
    if type(error) is TypeError and "not callable" in str(error):
        called = _called(result.info.raw_cell)
        names = overwritten(History.of(shell).runs, shell.user_ns)
        if no_more := [name for name in names if name in called]:
            print(names_taken(no_more))
        return
    # A name of a function's own that has no value yet is another matter.
    name = error.name if type(error) is NameError else None
    if not name or not (lesson := lesson_of()):
        return
    if comes_from(Path(f"{lesson}.ipynb"), name, result.info.raw_cell or ""):
        print(AGAIN.format(name=name))


def _called(source: str) -> set[str]:
    """Return the names that a cell calls by themselves."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {call.id for call in calls if isinstance(call, ast.Name)}


def comes_from(notebook: Path, name: str, running: str) -> bool:
    """Return whether a code cell of a stored notebook, not the running one, binds `name`."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    # Only what names it is read: to read all of a lesson takes a browser's Python a second.
    return any(
        binding.name == name
        for source in sources
        if name in source and source.strip() != running.strip()
        for binding in outline(source).bindings
    )
