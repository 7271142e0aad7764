"""The shape of a program: what stays of it under other names, another order, lines and comments.

A program becomes a set of marks. A mark is a statement in which every name that the program gave
is `_`; or such a statement and the one it stands in; or two of them, of which one sets a name that
the other reads. So statements that do not need each other may stand in any order.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from grading.exam.cells import plain_python

_EITHER_WAY = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)
_TURNED = {ast.Gt: ast.Lt, ast.GtE: ast.LtE}
# What of a statement holds other statements, or says nothing of what it does.
_BESIDE = {"body", "orelse", "finalbody", "handlers", "cases", "returns", "type_params"}
# A longer program, or one of more marks, is not looked at: it was written to be a burden.
MOST_SOURCE, MOST_MARKS = 20_000, 2_000
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_Holder = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def marks(source: str) -> frozenset[str]:
    """Return a program's marks; none if it is no Python, or very long."""
    found: list[str] = []
    if len(source) > MOST_SOURCE:
        return frozenset()
    try:
        _scope(_parsed(source), "", [], found)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    # The second time that a mark occurs it is another one.
    return frozenset(f"{mark} {i}" for mark, many in Counter(found).items() for i in range(many))


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError:
        # It may have a line for IPython.
        return ast.parse(plain_python(source))


@dataclass
class _Scope:
    """The names of one function, or of the program: the statements that set and read each."""

    names: set[str]
    sets: dict[str, set[str]] = field(default_factory=dict)
    reads: dict[str, set[str]] = field(default_factory=dict)


def _scope(node: _Holder, outer: str, around: list[_Scope], found: list[str]) -> None:
    """Add the marks of a function's or a program's statements to what was found."""
    asked = [one.arg for one in _arguments(node)]
    scope = _Scope({*asked, *_set_in(node)})
    for place, name in enumerate(asked):
        scope.sets[name] = {f"argument {place}"}
    _block(node.body, outer, [*around, scope], found)
    for name, texts in scope.sets.items():
        reads = scope.reads.get(name, ())
        if len(found) + len(texts) * len(reads) > MOST_MARKS:
            raise ValueError("more marks than an answer has")
        found += [f"{one} -> {other}" for one in texts for other in reads if one != other]


def _block(body: Iterable[ast.stmt], outer: str, scopes: list[_Scope], found: list[str]) -> None:
    for node in (single for statement in body for single in _singles(statement)):
        parts = list(_header(node))
        sets, reads, asked = _names(parts)
        own = asked.union(*(one.names for one in scopes))
        text = _text(node, parts, own)
        found += [text, f"{outer} / {text}"]
        for name in [*sets, node.name] if isinstance(node, _FUNCTIONS) else sets:
            _owner(name, scopes).sets.setdefault(name, set()).add(text)
        for name in reads:
            _owner(name, scopes).reads.setdefault(name, set()).add(text)
        if isinstance(node, _FUNCTIONS):
            _scope(node, text, scopes, found)
            continue
        for part in ("body", "orelse", "finalbody"):
            _block(getattr(node, part, ()), f"{part} of {text}", scopes, found)
        for inner in [*getattr(node, "handlers", ()), *getattr(node, "cases", ())]:
            case = "; ".join(_expression(part, own) for part in _header(inner))
            _block(inner.body, f"case {case} of {text}", scopes, found)


def _owner(name: str, scopes: list[_Scope]) -> _Scope:
    return next((one for one in reversed(scopes) if name in one.names), scopes[0])


def _arguments(node: ast.AST) -> list[ast.arg]:
    held = getattr(node, "args", None)
    if held is None:
        return []
    more = [one for one in (held.vararg, held.kwarg) if one]
    return [*held.posonlyargs, *held.args, *held.kwonlyargs, *more]


def _singles(node: ast.stmt) -> list[ast.stmt]:
    """Return the simple statements that one stands for; none where it does nothing."""
    if isinstance(node, ast.Pass) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return []
    if isinstance(node, ast.AnnAssign):
        return _singles(ast.Assign([node.target], node.value)) if node.value else []
    if isinstance(node, ast.AugAssign):
        read = ast.Name(node.target.id) if isinstance(node.target, ast.Name) else node.target
        read.ctx = ast.Load()
        return [ast.Assign([node.target], ast.BinOp(read, node.op, node.value))]
    if not isinstance(node, ast.Assign):
        return [node]
    pairs: list[tuple[ast.expr, ast.expr]] = []
    for target in node.targets:
        match target, node.value:
            case (
                (ast.Tuple(elts=left) | ast.List(elts=left)),
                (ast.Tuple(elts=right) | ast.List(elts=right)),
            ) if len(left) == len(right):
                pairs += zip(left, right, strict=True)
            case _:
                pairs.append((target, node.value))
    return [ast.Assign([target], value) for target, value in pairs]


def _header(node: ast.stmt) -> Iterator[ast.AST]:
    """Give the parts of a statement that are no statements themselves."""
    for name, held in ast.iter_fields(node):
        if name not in _BESIDE:
            several = held if isinstance(held, list) else [held]
            yield from (one for one in several if isinstance(one, ast.AST))


def _names(parts: Iterable[ast.AST]) -> tuple[set[str], set[str], set[str]]:
    """Return the names that expressions set, those they read, and the arguments of lambdas."""
    sets: set[str] = set()
    reads: set[str] = set()
    asked: set[str] = set()
    for part in parts:
        for one in ast.walk(part):
            if isinstance(one, ast.Name):
                (reads if isinstance(one.ctx, ast.Load) else sets).add(one.id)
            elif isinstance(one, ast.arg):
                asked.add(one.arg)
    return sets, reads, asked


def _set_in(node: _Holder) -> set[str]:
    """Return the names that a function or a program sets, not those of the functions in it."""
    found: set[str] = set()
    left: list[ast.AST] = list(node.body)
    while left:
        one = left.pop()
        if isinstance(one, _FUNCTIONS):
            found.add(one.name)
            continue
        if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load):
            found.add(one.id)
        left += ast.iter_child_nodes(one)
    return found


def _text(node: ast.stmt, parts: Iterable[ast.AST], own: set[str]) -> str:
    return f"{type(node).__name__} {'; '.join(_expression(part, own) for part in parts)}"


def _expression(node: ast.AST, own: set[str]) -> str:
    """Return an expression's text: own names as `_`, what may stand in any order sorted."""

    def text(one: ast.AST) -> str:
        return _expression(one, own)

    match node:
        case ast.Name():
            return "_" if node.id in own else node.id
        case ast.arg():
            return "_"
        case ast.Constant(value=bool() | str() | bytes() | None):
            return repr(node.value)
        case ast.Constant(value=int() | float() as value):
            # 1 and 1.0 are the same number here.
            return repr(float(value)) if abs(value) < 2**53 else str(value)
        case ast.BinOp(op=op) if isinstance(op, _EITHER_WAY):
            kind = type(op).__name__
            return f"{kind}({', '.join(sorted(map(text, _flat(node, type(op)))))})"
        case ast.Compare(ops=[op]):
            sides = [text(node.left), text(node.comparators[0])]
            if isinstance(op, tuple(_TURNED)):
                return f"{_TURNED[type(op)].__name__}({', '.join(reversed(sides))})"
            if isinstance(op, (ast.Eq, ast.NotEq)):
                sides.sort()
            return f"{type(op).__name__}({', '.join(sides)})"
        case ast.Call():
            more = sorted(f"{one.arg}={text(one.value)}" for one in node.keywords)
            return f"{text(node.func)}({', '.join([*map(text, node.args), *more])})"
        case ast.Dict():
            pairs = zip(node.keys, node.values, strict=True)
            return f"{{{', '.join(sorted(f'{k and text(k)}: {text(v)}' for k, v in pairs))}}}"
        case ast.Attribute():
            return f"{text(node.value)}.{node.attr}"
        case ast.Load() | ast.Store() | ast.Del():
            return ""

    def part(held: object) -> str:
        if isinstance(held, list):
            return f"[{', '.join(map(part, held))}]"
        return text(held) if isinstance(held, ast.AST) else str(held)

    parts = filter(None, (part(held) for _, held in ast.iter_fields(node)))
    return f"{type(node).__name__}({', '.join(parts)})"


def _flat(node: ast.AST, kind: type) -> Iterator[ast.AST]:
    """Give the parts of a sum or a product, however it is bracketed."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, kind):
        yield from _flat(node.left, kind)
        yield from _flat(node.right, kind)
    else:
        yield node
