"""What a cell binds, told from its text alone: it is parsed, never executed."""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from course.checks.runs import MOST_CHARACTERS, MOST_RUNS, Problem

try:
    from IPython.core.inputtransformer2 import TransformerManager
except ImportError:
    TransformerManager = None

# The cell magics below which there is Python.
PYTHON_MAGICS = ("capture", "debug", "prun", "time", "timeit")
# IPython reads a cell again for each of its magics; a student's has a few.
MOST_MAGICS = 50


@dataclass(frozen=True)
class Binding:
    """A place where a cell gives a name a meaning, or tries to.

    Attributes:
        name: The name.
        kind: "function", "value", "import", or "none" for what looks like an assignment only.
        line: Where its statement begins.
        done: An error after this line came when the name had its meaning.
        holds: "work", "stub" (as it was given out), or "raise": work that the stub's line stops.
        raised: That line's number.
        more: Whether something stands below that line.
    """

    name: str
    kind: str
    line: int
    done: int
    holds: str = "work"
    raised: int = 0
    more: bool = True


@dataclass(frozen=True)
class Outline:
    """What a cell binds.

    Attributes:
        bindings: In their order; of a cell that is not Python, what it seems to try.
        broken: Why it is not Python, if it is not.
        raised: The line of a `raise NotImplementedError` that ends the cell, or 0.
        opaque: Whether it may bind more than it names.
        acts: Whether it does anything: more than import, be empty, or say that it is not written.
    """

    bindings: tuple[Binding, ...] = ()
    broken: Problem | None = None
    raised: int = 0
    opaque: bool = False
    acts: bool = False


@lru_cache(maxsize=MOST_RUNS)
def outline(source: str) -> Outline:
    """Return what a cell binds, as far as its text tells."""
    lines = re.split(r"\r\n?|\n", source[: MOST_CHARACTERS + 1])
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if magic := re.match(r"%%\s*(\w+)", lines[first]):
        lines[first] = ""
        if magic[1] not in PYTHON_MAGICS:
            return Outline()
    text = "\n".join(lines)
    broken = None
    for rewritten in (
        (str, _transformed, _without_magics) if len(source) <= MOST_CHARACTERS else ()
    ):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return _outline(ast.parse(rewritten(text)))
        except SyntaxError as error:
            line = error.lineno if error.lineno and error.lineno <= len(lines) else None
            told = lines[line - 1].strip()[:200] if line else ""
            broken = Problem(type(error).__name__, str(error.msg), line, told)
        except ValueError as error:
            broken = Problem("SyntaxError", str(error))
        except (RecursionError, MemoryError):
            broken = None
            break
    return Outline(tuple(_tried(lines)), broken)


def _transformed(text: str) -> str:
    """Return a cell as IPython makes it Python, each line where it was."""
    many = len(re.findall(r"(?m)^[ \t]*[%!?]|\?[ \t]*$|=[ \t]*[%!]", text)) > MOST_MAGICS
    if TransformerManager is None or many:
        return text
    try:
        made = TransformerManager().transform_cell(text)
    except Exception:
        return text
    return "\n" * re.match(r"(?:[ \t]*\n)*", text)[0].count("\n") + made


def _without_magics(text: str) -> str:
    """Return a cell without the lines that only IPython understands, in a simple way."""
    text = re.sub(r"(?m)^([ \t]*)(?:[%!?].*|[\w.%]+\?+[ \t]*)$", r"\1pass", text)
    return re.sub(r"(?m)^([ \t]*\w[\w, \t]*=[ \t]*)[%!].*$", r"\1None", text)


def _outline(tree: ast.Module) -> Outline:
    found = [made for node in _statements(tree.body) for made in _bindings(node)]
    return Outline(
        tuple(made for made in found if made.name != "*"),
        raised=next((node.lineno for node in tree.body if _is_raise(node)), 0),
        opaque=any(made.name == "*" for made in found),
        acts=not all(_says_nothing(node) or isinstance(node, _IDLE) for node in tree.body),
    )


_IDLE = (ast.Import, ast.ImportFrom, ast.Raise)


def _says_nothing(node: ast.AST) -> bool:
    """Return whether a statement is `pass`, or a text or a `...` by itself."""
    alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return alone or isinstance(node, ast.Pass)


_BLOCKS = (ast.stmt, ast.ExceptHandler, ast.match_case)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _statements(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Give statements and those of their blocks, but not what functions and classes hold."""
    for node in body:
        yield node
        if not isinstance(node, _SCOPES):
            yield from _statements(
                [part for part in ast.iter_child_nodes(node) if isinstance(part, _BLOCKS)]
            )


def _bindings(node: ast.AST) -> Iterator[Binding]:
    """Give what one statement binds, without its blocks."""
    line, block = getattr(node, "lineno", 0), getattr(node, "body", None)
    done = max(line, block[0].lineno - 1) if block else getattr(node, "end_lineno", 0)
    if isinstance(node, _SCOPES):
        yield Binding(node.name, "function", line, done, *_body(node.body))
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            yield Binding(name, "import", line, done)
    elif name := _only_looks(node):
        yield Binding(name, "none", line, done)
    else:
        values = dict(_pairs(node))
        for name in _stored(node):
            value = values.get(name)
            kind = "function" if isinstance(value, ast.Lambda) else "value"
            stub = isinstance(value, ast.Constant) and value.value is ...
            yield Binding(name, kind, line, done, "stub" if stub else "work")


def _only_looks(node: ast.AST) -> str:
    """Return the name in `name == 3` or `name: 3`, which bind nothing, or an empty text."""
    compared = isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare)
    if compared and isinstance(node.value.ops[0], ast.Eq):
        return getattr(node.value.left, "id", "")
    annotated = isinstance(node, ast.AnnAssign) and node.value is None
    return getattr(node.target, "id", "") if annotated else ""


def _pairs(node: ast.AST) -> Iterator[tuple[str, ast.AST | None]]:
    """Give each name of an assignment with what it is given, where that can be seen."""
    value = getattr(node, "value", None)
    for target in getattr(node, "targets", None) or [getattr(node, "target", None)]:
        names, values = [target], [value]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            names, values = target.elts, value.elts
        if len(names) == len(values):
            for name, one in zip(names, values, strict=True):
                if isinstance(name, ast.Name):
                    yield name.id, one


def _stored(node: ast.AST) -> Iterator[str]:
    """Give the names that a statement itself binds: as targets, or by `:=` in an expression."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            yield one.id
        for field, value in ast.iter_fields(one):
            if isinstance(one, ast.comprehension) and field == "target":
                continue
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST) and not isinstance(part, (*_BLOCKS, ast.Lambda)):
                    waiting.append(part)


# --- the line `raise NotImplementedError` ----------------------------------------------------


def _is_raise(node: ast.AST) -> bool:
    if not isinstance(node, ast.Raise):
        return False
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    return getattr(raised, "id", "") == "NotImplementedError"


def _body(body: Sequence[ast.stmt]) -> tuple[str, int, bool]:
    """Return what a function holds, where its stub's line is, and whether more stands below."""
    said = [node for node in body if not _says_nothing(node)]
    at = next((number for number, node in enumerate(said) if _is_raise(node)), None)
    if at is None or _leaves(said[:at]):
        return "work", 0, True
    if len(said) == 1:
        return "stub", said[at].lineno, False
    more = at + 1 < len(said)
    if not more and any(isinstance(node, ast.Return) for node in _statements(said[:at])):
        # A loop that returns may well be all that is needed.
        return "work", 0, True
    return "raise", said[at].lineno, more


def _leaves(body: Sequence[ast.stmt]) -> bool:
    """Return whether a function surely ends in these statements."""
    for node in body:
        if isinstance(node, (ast.Return, ast.Raise)):
            return True
        if isinstance(node, ast.If) and _leaves(node.body) and _leaves(node.orelse):
            return True
        if isinstance(node, (ast.With, ast.AsyncWith)) and _leaves(node.body):
            return True
        if isinstance(node, ast.Try):
            after = [_leaves(handler.body) for handler in node.handlers]
            if _leaves(node.finalbody) or all([_leaves([*node.body, *node.orelse]), *after]):
                return True
    return False


# --- cells that are not Python ---------------------------------------------------------------

_WORD = rf"(?!(?:{'|'.join(keyword.kwlist)})\b)\w+"
_DEFINES = re.compile(
    rf"\s*(?:(?:async\s+)?(?:def|class)\s+(\w[\w \t-]*)|{_WORD}\s+({_WORD})\s*\(.*\)\s*:"
    rf"|({_WORD})\s*\(.*\)\s*:\s*$|({_WORD})\s*\([^()]*\)\s*=(?!=))"
)
_SETS = re.compile(
    r"\s*([^\W\d]\w*(?:[ \t,.-]+\w+)*)\s*(?:[-+*/]?=(?!=)|:|[ \t]-?\.?\d)"
    r"|\s*[-\d.,]+\s*=\s*(\w+)\s*$"
)


# Signs that are not seen, as they come along when text is copied from a page.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _tried(lines: Sequence[str]) -> Iterator[Binding]:
    """Give what the lines of a cell that is not Python seem to bind, outside its functions."""
    inside = None
    seen = (_UNSEEN.sub("", line[:200]).expandtabs() for line in lines)
    for number, line in enumerate(seen, 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or (inside is not None and indent > inside):
            continue
        defines = _DEFINES.match(line)
        inside = indent if defines else None
        sets = None if defines else _SETS.match(line)
        told = next(filter(None, (defines or sets).groups()), "") if defines or sets else ""
        for part in told.split(","):
            # "final weight" and "final-weight" are meant for final_weight, in `def slope f` the
            # first word is the name.
            words = re.findall(r"\w+", part)
            for name in dict.fromkeys(("_".join(words), *words[:1])):
                if name:
                    kind = "function" if defines else "value"
                    yield Binding(name, kind, number, number)
