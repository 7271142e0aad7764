"""How calls, values and errors are written for a student."""

from __future__ import annotations

import ast
import linecache
import os
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from course.checks.brief import brief, cut
from course.checks.compare import kind, plain
from course.checks.exercise import Probe
from course.formula import Formula
from course.scratch import BUILT

# The course's own folder, and that of the grader, which lies beside it.
OURS = tuple(str(Path(__file__).parents[1].with_name(name)) for name in ("course", "grading"))
PYTHONS = os.path.dirname(os.__file__)


def call_text(name: str, probe: Probe) -> str:
    """Return the probe's call as a student would write it."""
    parts = [value_text(arg) for arg in probe.args]
    parts += [f"{key}={value_text(value)}" for key, value in probe.kwargs.items()]
    given = [arg for arg in (*probe.args, *probe.kwargs.values()) if isinstance(arg, Formula)]
    where = " and ".join(formula.definition for formula in given)
    return f"{name}({', '.join(parts)})" + (f" where {where}" if where else "")


# Arrays up to this many numbers are written out, so that a call can be copied and tried.
WRITTEN_OUT = 30
# More of a value is not read: so many characters, and lists in lists so deep.
MOST_TEXT, MOST_DEEP = 1000, 3


def value_text(value: Any, limit: int = 70) -> str:
    """Return `value` as short text; what is not cut can be copied into a cell."""
    return cut(_value_text(value, limit), MOST_TEXT)


def _value_text(value: Any, limit: int, deep: int = 0) -> str:
    if isinstance(value, np.random.Generator):
        return "rng"
    if value is None or isinstance(value, (bool, np.bool_)):
        return str(value)
    if isinstance(value, (float, np.floating)):
        return f"{float(value):.10g}"
    if isinstance(value, np.integer):
        return str(int(value))
    if isinstance(value, np.ndarray):
        return _array_text(value)

    def inside(item: Any, limit: int = 30) -> str:
        return _value_text(item, limit, deep + 1)

    if deep > MOST_DEEP:
        return brief(value, limit)
    if isinstance(value, tuple) and 0 < len(value) <= 4:
        parts = [inside(item, limit // len(value)) for item in value]
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if isinstance(value, Mapping) and 0 < len(value) <= 6:
        pairs = (f"{inside(plain(k), 70)}: {inside(v, 40)}" for k, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list) and len(value) > 8:
        ends = ", ".join(map(inside, value[:2]))
        return f"[{ends}, …, {inside(value[-1])}] ({len(value)} in all)"
    if isinstance(value, list):
        return f"[{', '.join(map(inside, value))}]"
    return brief(value, limit)


def _array_text(value: np.ndarray) -> str:
    if value.dtype.kind not in "iufb":
        return f"an array of {kind(value.flat[0]) if value.size else 'nothing'}"
    if value.ndim == 0:
        return value_text(value[()])
    # A million rows of nothing hold no number, and are a text of millions of signs.
    if max(value.size, len(value)) <= WRITTEN_OUT and value.ndim <= 2:
        return f"np.array({_rows_text(value.tolist())})"
    if not value.size:
        # Of three dimensions and more, or many rows, brackets alone do not tell how many.
        return f"np.empty({value.shape})"
    # Rows of two or three numbers are read as rows; wider ones number by number.
    rows = value if value.ndim == 2 and value.shape[1] <= 3 else value.flat
    first = ", ".join(map(_entry_text, rows[: 1 if rows is value else 3]))
    size = " × ".join(map(str, value.shape))
    return f"[{first}, …, {_entry_text(rows[-1])}] (an array of {size})"


def _entry_text(entry: Any) -> str:
    if isinstance(entry, np.ndarray):
        return f"[{', '.join(map(value_text, entry))}]"
    return value_text(entry)


def _rows_text(rows: Any) -> str:
    if isinstance(rows, list):
        return f"[{', '.join(map(_rows_text, rows))}]"
    if isinstance(rows, float):
        # A whole float must not look like an integer: the copied call would ask something else.
        text = f"{rows:.10g}"
        return text if any(c in text for c in ".enai") else text + ".0"
    return str(rows)


def no_function(name: str, value: Any) -> str:
    """Return what to say where the name of a function stands for something else."""
    return (
        f"{name} must be a function, made with `def {name}(…):`; it is {kind(value)} "
        f"now, {value_text(value, 30)}"
    )


def not_from_scratch(used: str) -> str:
    """Return what to say of a ready-made function that an answer calls."""
    if used == BUILT:
        return (
            "your answer calls the course's own function, which `built` gave. It is not there "
            "when your work is graded: write its lines, or make your own function right first"
        )
    *path, function = used.split(".")
    # "_data", in which a library keeps what it gives by another name.
    module = ".".join(part for part in path if not part.startswith("_"))
    # "<lambda>", "__init__": nobody has written that name.
    named = function.isidentifier() and not function.startswith("_")
    called = f"`{function}` of `{module}`" if named else f"`{module}`"
    return (
        f"your answer calls {called}. In this exercise you write that part yourself; "
        "NumPy's arithmetic is always allowed"
    )


def names_taken(names: Sequence[str]) -> str:
    """Return what to say of names of the course's that are the student's now."""
    listed = ", ".join(f"`{name}`" for name in names)
    are, it = ("are", "them") if len(names) > 1 else ("is", "it")
    return (
        f"{listed} {are} the lesson's, and your cells have given {it} another meaning: cells "
        f"below may need {it} as before. Call yours something else, run its cell, and then run "
        "the lesson's first cell again."
    )


def error_text(error: BaseException) -> str:
    """Return an exception's name and message."""
    try:
        message = str(error)
    except Exception:
        message = ""
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def student_line(error: BaseException) -> str:
    """Return the student's own line in which an exception came up, or an empty text."""
    if elsewhere := getattr(error, "student_line", ""):
        return elsewhere
    lines = [
        frame.line
        for frame in traceback.extract_tb(error.__traceback__)
        if _of_a_student(frame.filename) and frame.line
    ]
    return lines[-1] if lines else ""


def names_where(error: BaseException) -> list[str]:
    """Return the names of the student's function in which an exception came up."""
    if (code := _code_where(error)) is None:
        # It came up in another process, which tells them.
        return list(getattr(error, "student_names", ()))
    return [*code.co_varnames, *code.co_freevars]


def function_where(error: BaseException) -> str:
    """Return the name of the student's function in which an exception came up, or nothing."""
    code = _code_where(error)
    return code.co_name if code else getattr(error, "student_function", "")


def _code_where(error: BaseException) -> CodeType | None:
    codes = [frame.f_code for frame, _ in traceback.walk_tb(error.__traceback__)]
    own = [code for code in codes if _of_a_student(code.co_filename)]
    return own[-1] if own else None


def of_the_course(module: Any) -> bool:
    """Return whether a module's name is that of one of the course's."""
    return str(module).partition(".")[0] == "course"


def _of_a_student(file: str) -> bool:
    """Return whether a line of this file may be the student's: not Python's, nor a package's."""
    return "site-packages" not in file and not file.startswith((*OURS, PYTHONS))


def exception_text(error: BaseException) -> str:
    """Return the exception with the student's own line, as far as there is one."""
    line = student_line(error)
    said = cut(error_text(error), MOST_TEXT)
    return said + (f" (in your line `{line}`)" if line else "")


def source_of(function: Any) -> str:
    """Return the text of the cell or file in which a function was defined, or an empty text."""
    code = getattr(function, "__code__", None)
    return "".join(linecache.getlines(code.co_filename)) if code else ""


def functions_of(function: Any) -> Iterator[ast.FunctionDef]:
    """Yield the definition of a function, where its text is known."""
    try:
        tree = ast.parse(source_of(function))
    except (SyntaxError, ValueError, RecursionError):
        return
    named = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == getattr(function, "__name__", None)
    ]
    yield from named[-1:]
