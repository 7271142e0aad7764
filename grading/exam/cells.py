"""Which cells must run, judged by the names in them; their code is only read here, never run.

What a student wrote always runs. Of the lesson's own cells those run on which something depends
that runs: the others compute and draw what nobody looks at while a class is graded.

This is the grader's own process, which no limit ends. So a text is parsed, and no more than that:
a compiler copies a `finally` into each way out of its `try`, and some hundred characters can cost
all the memory that there is. What is longer than anyone writes is not even parsed.
"""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeGuard

# With these, a text alone does not tell what names it uses.
_DOUBTFUL = {"eval", "exec", "globals", "locals", "vars", "get_ipython", "__import__", "__main__"}
# Lines of set-up that bind and read no name of the notebook.
_SET_UP = re.compile(
    r"(?m)^([ \t]*)(?:%(?:matplotlib|config|load_ext|reload_ext|autoreload|pip|conda|mamba|cd|ls"
    r"|pwd|precision|autosave|env|set_env|xmode|colors)\b.*|[!?].*|[\w.]+\?\??[ \t]*)$"
)
_TAKEN = re.compile(r"(?m)^([ \t]*\w[\w, \t]*=[ \t]*)!.*$")
_PYTHON_BELOW = re.compile(r"\A\s*%%(?:time|capture)\b[^\n]*")
# A longer cell is not parsed: memory and time grow with the square of what some texts have.
MOST_PARSED = 20_000


@dataclass(frozen=True)
class Names:
    """The names in a cell, rather too many than too few.

    Attributes:
        now: Read while it runs, before it binds them itself.
        later: Read by its functions, whenever those are called.
        binds: What it binds for other cells.
        changes: What it may change without binding it: `x.append(1)`, `x[0] = 1`.
        imports: For each name that it imports, the statement that does it.
        doubtful: Whether it may read or bind others, too.
    """

    now: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    binds: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    imports: Mapping[str, str] = field(default_factory=dict)
    doubtful: bool = False

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.now | self.later | self.binds | self.changes


@lru_cache(maxsize=2048)
def names(source: str) -> Names:
    """Return the names of a cell's code; doubtful where it is not plain Python."""
    source = plain_python(source)
    if len(source) > MOST_PARSED:
        return _words(source, doubtful=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _names(source)
    except SyntaxError:
        magic = bool(re.search(r"(?m)^[ \t]*[%!]|=[ \t]*[%!]", source))
        return _words(source, doubtful=magic)
    except (ValueError, RecursionError, MemoryError):
        return Names(doubtful=True)


def _words(source: str, *, doubtful: bool) -> Names:
    words = frozenset(re.findall(r"[^\W\d]\w*", source[:100_000]))
    return Names(words, words, words, words, doubtful=doubtful)


def _names(source: str) -> Names:
    tree = ast.parse(source)
    imports = dict(_imports(tree))
    now, later, binds = set(), set(), set()
    for loaded, name in _at_once(tree):
        if not loaded:
            binds.add(name)
        elif name not in binds:
            now.add(name)
    added = {node.target.id for node in ast.walk(tree) if _adds_to_a_name(node)}
    for symbol in _later(symtable.symtable(source, "<cell>", "exec")):
        name = symbol.get_name()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
            binds.add(name)
        if symbol.is_referenced() or name in added:
            later.add(name)
    return Names(
        frozenset(now),
        frozenset(later),
        frozenset(binds),
        frozenset(_changed(tree)),
        imports,
        bool((now | later | binds) & _DOUBTFUL)
        or "*" in imports
        or any(line.startswith("from __main__ ") for line in imports.values())
        or ("sys" in imports and ".modules" in source),
    )


def plain_python(source: str) -> str:
    """Return a cell without the set-up that only IPython knows, each line in its place."""
    source = _PYTHON_BELOW.sub("", source, count=1)
    return _TAKEN.sub(r"\1[]", _SET_UP.sub(r"\1pass", source))


def definitions(source: str) -> str:
    """Return what of a cell can hardly fail: its imports, functions, classes and constants.

    For a cell that was stopped on the way: what it had defined until then stays. Empty where it
    is no Python.
    """
    source = plain_python(source)
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        if len(source) <= MOST_PARSED:
            return _definitions(ast.parse(source))
    return ""


def _definitions(tree: ast.Module) -> str:
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    kept: list[ast.stmt] = [
        node
        for node in tree.body
        if isinstance(node, kinds)
        or (isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant))
    ]
    return ast.unparse(ast.Module(kept, []))


# The parts of a statement or an expression in the order in which they run, where that is not the
# order in which they are written; what a function or a class holds runs later.
_ORDER = {
    ast.Assign: ("value", "targets"),
    ast.AnnAssign: ("value", "target", "annotation"),
    ast.NamedExpr: ("value", "target"),
    ast.For: ("iter", "target", "body", "orelse"),
    ast.AsyncFor: ("iter", "target", "body", "orelse"),
    ast.FunctionDef: ("decorator_list", "args", "returns", "name"),
    ast.AsyncFunctionDef: ("decorator_list", "args", "returns", "name"),
    ast.Lambda: ("args",),
    ast.ClassDef: ("decorator_list", "bases", "keywords", "name"),
    ast.ExceptHandler: ("type", "name", "body"),
}
# What holds a name as a text and gives it a meaning.
_NAMED = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping),
)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_Part = ast.AST | str


def _at_once(tree: ast.Module) -> Iterator[tuple[bool, str]]:
    """Give (loaded, not stored?; name) in the order in which a cell runs, but for its functions.

    One list holds what is still to come, so that depth is no matter.
    """
    waiting: list[tuple[_Part, frozenset[str]]] = [(tree, frozenset())]
    while waiting:
        part, inner = waiting.pop()
        if isinstance(part, str):
            yield False, part
        elif isinstance(part, ast.Name):
            if part.id not in inner:
                yield not isinstance(part.ctx, ast.Store), part.id
        elif isinstance(part, _COMPREHENSIONS):
            waiting.extend(reversed([*_comprehended(part, inner)]))
        else:
            waiting.extend((one, inner) for one in reversed([*_parts(part)]))


def _parts(node: ast.AST) -> Iterator[_Part]:
    """Give the parts of a node in the order in which they run; a text is a name that is bound."""
    if isinstance(node, ast.AnnAssign) and node.value is None:
        yield node.annotation
        return
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield ast.Name(node.target.id, ast.Load())
    if isinstance(node, ast.alias):
        yield from [_imported(node)] if node.name != "*" else []
        return
    for name in _ORDER.get(type(node), node._fields):
        value = getattr(node, name, None)
        texts = isinstance(node, _NAMED)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST) or (texts and isinstance(one, str)):
                yield one


def _comprehended(node: Any, inner: frozenset[str]) -> Iterator[tuple[_Part, frozenset[str]]]:
    """Give the parts of a comprehension, each with the names that are its own there."""
    first = node.generators[0].iter
    yield first, inner
    inner |= {
        name.id
        for one in node.generators
        for name in ast.walk(one.target)
        if isinstance(name, ast.Name)
    }
    for one in node.generators:
        parts = [one.target, *([] if one.iter is first else [one.iter]), *one.ifs]
        yield from ((part, inner) for part in parts)
    made = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    yield from ((part, inner) for part in made)


def _later(table: symtable.SymbolTable, *, at_once: bool = True) -> Iterator[symtable.Symbol]:
    """Give what functions and classes use of the names outside them all."""
    for one in table.get_children():
        # A comprehension runs where it stands; what it goes through has this name in it.
        now = at_once and ".0" in one.get_identifiers()
        if not now:
            in_class = one.get_type() == "class"
            yield from (
                s for s in one.get_symbols() if s.is_global() or (in_class and s.is_local())
            )
        yield from _later(one, at_once=now)


def _adds_to_a_name(node: ast.AST) -> TypeGuard[Any]:
    return isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)


def _imported(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                one: ast.stmt = ast.Import([alias])
                if isinstance(node, ast.ImportFrom):
                    one = ast.ImportFrom(node.module, [alias], node.level)
                yield _imported(alias), ast.unparse(one)


def _changed(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        target: ast.expr | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            target = node.func
        elif isinstance(node, (ast.Subscript, ast.Attribute)):
            target = node if not isinstance(node.ctx, ast.Load) else None
        while isinstance(target, (ast.Attribute, ast.Subscript)):
            target = target.value
        if isinstance(target, ast.Name):
            yield target.id


def needed(about: Sequence[Names], own: Sequence[bool], also: Iterable[str]) -> list[bool]:
    """Return which cells must run, so that these can do without the rest.

    Args:
        about: The names of every code cell, in the order in which they run.
        own: Which of them are the lesson's own, and may be left out if nothing needs them.
        also: Names that are needed besides, at any time.
    """
    # A call such as np.exp(1) changes no module, though it looks like x.append(1).
    imported = frozenset().union(*(one.imports for one in about))
    sets = [one.binds | (one.changes - imported) for one in about]
    run, always, before = [not lessons for lessons in own], set(also), None
    while before != (run, always):
        before = list(run), set(always)
        # One set grows and shrinks: a copy for each of thousands of cells would take minutes.
        wanted: set[str] = set()
        for i, one in reversed(list(enumerate(about))):
            run[i] = run[i] or not (sets[i].isdisjoint(wanted) and sets[i].isdisjoint(always))
            if not run[i]:
                continue
            if one.doubtful:
                return [True] * len(run)
            # Of a student's own cell nothing is taken to be sure, such as what an `if` binds.
            if own[i]:
                wanted -= one.binds
            wanted |= one.now if own[i] else one.every
            always |= one.later
    return run


class Reaching:
    """The names that are, or need at some remove, one of those that were added.

    Each cell is gone through once, however often is asked: it can hang together in a long chain.
    """

    def __init__(self, about: Iterable[Names]) -> None:
        """Look at these cells."""
        self._held: set[str] = set()
        self._readers: dict[str, list[int]] = {}
        self._binds: list[frozenset[str]] = []
        for number, one in enumerate(about):
            self._binds.append(one.binds)
            for name in one.now | one.later:
                self._readers.setdefault(name, []).append(number)

    def add(self, names: Iterable[str]) -> None:
        """Add names, and with them all that need them."""
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            self._held.add(name)
            for number in self._readers.pop(name, ()):
                waiting += self._binds[number]
                self._binds[number] = frozenset()

    def holds(self, names: Iterable[str]) -> bool:
        """Return whether one of these is among them."""
        return not self._held.isdisjoint(names)
