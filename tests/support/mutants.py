"""Mutants of a program: the same program with one small thing changed.

The operators are those of mutation testing tools (arithmetic, comparison, constants, indices,
deleted statements, swapped names), on the syntax tree. The tools themselves run a test suite in
a fresh process for each mutant; a check takes milliseconds, so they would wait most of the time.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

SWAPS = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Div, ast.Add), ast.Div: (ast.Mult,
    ast.FloorDiv), ast.Pow: (ast.Mult,), ast.FloorDiv: (ast.Div,), ast.Mod: (ast.FloorDiv,),
    ast.MatMult: (ast.Mult,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,), ast.USub: (ast.UAdd,), ast.And: (ast.Or,), ast.Or: (ast.And,),
}  # fmt: skip


def mutants(code: str) -> Iterator[tuple[str, str]]:
    """Yield (what was changed, the changed program) for every change; none equals the program."""
    tree = ast.parse(code)
    original = ast.unparse(tree)
    seen = {original}
    for i, node in enumerate(ast.walk(tree)):
        for j, (told, change) in enumerate(_changes(node)):
            mutated = copy.deepcopy(tree)
            target = next(n for k, n in enumerate(ast.walk(mutated)) if k == i)
            change = list(_changes(target))[j][1]
            change()
            try:
                text = ast.unparse(ast.fix_missing_locations(mutated))
                compile(text, "mutant", "exec")
            except (SyntaxError, ValueError):
                continue
            if text not in seen:
                seen.add(text)
                yield f"line {getattr(node, 'lineno', '?')}: {told}", text


def _text(statement: ast.stmt) -> bool:
    """Return whether a statement is a docstring."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _swap(items: list, k: int) -> None:
    items[k : k + 2] = items[k : k + 2][::-1]


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Yield (what it does, a function that does it) for every change of one node."""
    if isinstance(node, (ast.BinOp, ast.UnaryOp, ast.AugAssign, ast.BoolOp)):
        for other in SWAPS.get(type(node.op), ()):
            yield (
                f"{type(node.op).__name__} to {other.__name__}",
                lambda other=other: setattr(node, "op", other()),
            )
    if isinstance(node, ast.Compare):
        for other in SWAPS.get(type(node.ops[0]), ()):
            yield (
                f"{type(node.ops[0]).__name__} to {other.__name__}",
                lambda other=other: node.ops.__setitem__(0, other()),
            )
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        for value in (node.value + 1, node.value - 1, node.value * 2, -node.value):
            if value != node.value:
                yield f"{node.value} to {value}", lambda v=value: setattr(node, "value", v)
    if isinstance(node, ast.Assign) and isinstance(getattr(node.value, "value", None), str):
        yield "another text", lambda: setattr(node.value, "value", "mutated")
    if isinstance(node, ast.If):
        yield (
            "condition negated",
            lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)),
        )
    if isinstance(node, (ast.Tuple, ast.Call)) and not isinstance(
        getattr(node, "ctx", ast.Load()), ast.Store
    ):
        items = node.elts if isinstance(node, ast.Tuple) else node.args
        for k in range(len(items) - 1):
            yield (
                f"items {k} and {k + 1} swapped",
                lambda k=k, items=items: items.__setitem__(
                    slice(k, k + 2), items[k : k + 2][::-1]
                ),
            )
    if isinstance(node, ast.FunctionDef):
        names = [argument.arg for argument in node.args.args]
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and inner.id in names:
                for other in names:
                    if other != inner.id:
                        yield (
                            f"{inner.id} to {other}",
                            lambda inner=inner, other=other: setattr(inner, "id", other),
                        )
    for name in ("body", "orelse"):
        block = getattr(node, name, None)
        if isinstance(block, list) and not isinstance(node, ast.Module):
            for k, statement in enumerate(block):
                if not isinstance(statement, (ast.FunctionDef, ast.Pass)) and not _text(statement):
                    yield (
                        f"deleted: {ast.unparse(statement)[:40]}",
                        lambda k=k, block=block: block.__setitem__(k, ast.Pass()),
                    )
