"""Which cells must run, judged by the names in them; their code is only compiled here, never run.

What a student wrote always runs. Of the lesson's own cells those run on which something depends
that runs: the others compute and draw what nobody looks at while a class is graded.
"""

from __future__ import annotations

import ast
import dis
import re
import types
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

# With these, a text alone does not tell what names it uses.
_DOUBTFUL = {"eval", "exec", "globals", "locals", "vars", "get_ipython", "__import__", "__main__"}
# Lines of set-up that bind and read no name of the notebook.
_SET_UP = re.compile(
    r"(?m)^([ \t]*)(?:%(?:matplotlib|config|load_ext|reload_ext|autoreload|pip|conda|mamba|cd|ls"
    r"|pwd|precision|autosave|env|set_env|xmode|colors)\b.*|[!?].*|[\w.]+\?\??[ \t]*)$"
)
_TAKEN = re.compile(r"(?m)^([ \t]*\w[\w, \t]*=[ \t]*)!.*$")
_PYTHON_BELOW = re.compile(r"\A\s*%%(?:time|capture)\b[^\n]*")
_LOADS = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS", "DELETE_NAME")
_STORES = ("STORE_NAME", "STORE_GLOBAL")


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
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
            code = compile(source, "<cell>", "exec", dont_inherit=True)
    except SyntaxError:
        words = frozenset(re.findall(r"[^\W\d]\w*", source[:100_000]))
        magic = bool(re.search(r"^\s*[%!]|=\s*[%!]", source, re.MULTILINE))
        return Names(words, words, words, words, doubtful=magic)
    except (ValueError, RecursionError, MemoryError):
        return Names(doubtful=True)
    imports = dict(_imports(tree))
    now, later, binds = set(), set(), set()
    for loaded, name, called_later in _uses(code):
        if not loaded:
            binds.add(name)
        elif called_later:
            later.add(name)
        elif name not in binds:
            now.add(name)
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
    try:
        tree = ast.parse(plain_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    kept: list[ast.stmt] = [
        node
        for node in tree.body
        if isinstance(node, kinds)
        or (isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant))
    ]
    return ast.unparse(ast.Module(kept, []))


def _uses(code: types.CodeType, called_later: bool = False) -> Iterator[tuple[bool, str, bool]]:
    """Give (loaded, not stored?; name; by a function, when it is called?) in a cell's order."""
    for one in dis.get_instructions(code):
        if one.opname in _LOADS or one.opname in _STORES:
            yield one.opname in _LOADS, one.argval, called_later
        elif isinstance(one.argval, types.CodeType):
            # <listcomp> and its like are code of their own, but run at once.
            at_once = one.argval.co_name.startswith("<") and one.argval.co_name != "<lambda>"
            yield from _uses(one.argval, called_later or not at_once)


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                one: ast.stmt = ast.Import([alias])
                if isinstance(node, ast.ImportFrom):
                    one = ast.ImportFrom(node.module, [alias], node.level)
                yield alias.asname or alias.name.partition(".")[0], ast.unparse(one)


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
    run, always, before = [not lessons for lessons in own], set(also), None
    while before != (run, always):
        before = list(run), set(always)
        wanted: set[str] = set()
        for i, one in reversed(list(enumerate(about))):
            sets = one.binds | (one.changes - imported)
            run[i] = run[i] or bool(sets & (wanted | always))
            if not run[i]:
                continue
            if one.doubtful:
                return [True] * len(run)
            # Of a student's own cell nothing is taken to be sure, such as what an `if` binds.
            wanted = (wanted - one.binds) | one.now if own[i] else wanted | one.every
            always |= one.later
    return run


def reaches(about: Iterable[Names], start: Iterable[str], targets: set[str]) -> bool:
    """Return whether one of the names `start` is, or needs at some remove, one of `targets`."""
    about, wanted = list(about), set(start)
    while not wanted & targets:
        more = {name for one in about if one.binds & wanted for name in one.now | one.later}
        if more <= wanted:
            return False
        wanted |= more
    return True
