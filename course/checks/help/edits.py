"""Small changes of a function's syntax tree: what a slip of a student's would need to be mended.

An Edit is data: which fields of which nodes get which new value. It is made, tried and taken back
on one tree. What is changed is told as a line and a kind of thing to look at, never as new text.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# (node, field, index in the field's list or None, new value)
Put = tuple[ast.AST, str, int | None, Any]

# What a student is told to look at, by the kind of edit.
KINDS = {
    "operator": "an operator",
    "sign": "a sign",
    "comparison": "a comparison",
    "number": "a number",
    "name": "a name: is it the one you mean?",
    "brackets": "what belongs together: the brackets",
    "order-of-two": "the order of two things",
    "too-much": "is there a part too much?",
    "missing": "is there a part missing?",
    "call": "a function that is called, or that should be",
    "index": "an index or the bounds of a range",
    "in-place": "what changes in place, and what else changes with it",
    "kept": "is what it works out kept?",
    "line-too-much": "is this line needed, and needed here?",
    "line-order": "does it stand before or after the right line?",
    "indent": "how far is it indented?",
    "returned": "what is returned",
    "whole": "what kind of numbers does the array hold?",
}


@dataclass(frozen=True)
class Edit:
    """One change of a tree.

    Attributes:
        kind: One of KINDS.
        line: The line of what is changed.
        puts: What is put where.
    """

    kind: str
    line: int
    puts: tuple[Put, ...]

    def make(self) -> list[Put]:
        """Make the change; return what takes it back."""
        undo = []
        for node, field, index, value in self.puts:
            holder = getattr(node, field)
            if index is None:
                undo.append((node, field, None, holder))
                setattr(node, field, value)
            else:
                undo.append((node, field, index, holder[index]))
                holder[index] = value
        return undo[::-1]


def take_back(undo: Sequence[Put]) -> None:
    """Take a change back."""
    for node, field, index, value in undo:
        if index is None:
            setattr(node, field, value)
        else:
            getattr(node, field)[index] = value


def edits(tree: ast.Module) -> list[Edit]:
    """Return all small changes of the functions in a tree, the likelier kinds first."""
    found = list(_Finder(tree).all())
    order = {kind: place for place, kind in enumerate(KINDS)}
    found.sort(key=lambda edit: (RANKS.get(edit.kind, 1), order[edit.kind]))
    return found


# Kinds with many forms that could fit by luck come last.
RANKS = {"missing": 2, "call": 2}

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod, ast.MatMult)
COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
# Functions that are mixed up, and methods.
TWINS = (
    ("mean", "sum", "median"),
    ("min", "max", "argmin", "argmax"),
    ("minimum", "maximum"),
    ("exp", "log"),
    ("sqrt", "square", "abs"),
    ("sin", "cos"),
    ("std", "var"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("append", "extend"),
    ("floor", "ceil", "trunc", "round"),
    ("permutation", "shuffle"),
    ("dot", "outer", "multiply"),
)
WRAPS = ("abs", "float", "len", "np.sqrt", "np.mean", "np.sum", "np.array", "np.exp", "list")


@dataclass(frozen=True)
class _Slot:
    """Where a node stands in its tree."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST

    def put(self, new: ast.AST) -> Put:
        return (self.parent, self.field, self.index, _at(new, self.node))


def _at(new: Any, old: ast.AST) -> Any:
    """Give new nodes the place of the old one."""
    if isinstance(new, ast.AST):
        for node in ast.walk(new):
            if "lineno" in node._attributes and not hasattr(node, "lineno"):
                ast.copy_location(node, old)
                node.lineno = getattr(old, "lineno", 1)
                node.col_offset = getattr(old, "col_offset", 0)
                node.end_lineno = getattr(old, "end_lineno", node.lineno)
                node.end_col_offset = getattr(old, "end_col_offset", 0)
    return new


def _slots(tree: ast.AST) -> Iterator[_Slot]:
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                yield _Slot(parent, field, None, value)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, ast.AST):
                        yield _Slot(parent, field, index, item)


def _name(name: str) -> ast.expr:
    return ast.parse(name, mode="eval").body


def _constant(value: Any) -> ast.expr:
    return ast.Constant(value)


def _load(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


class _Finder:
    """Finds the edits of one tree; what they share is worked out once."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.slots = list(_slots(tree))
        self.arguments = sorted(
            {arg.arg for node in ast.walk(tree) if isinstance(node, ast.arguments)
             for arg in (*node.args, *node.kwonlyargs)}
        )  # fmt: skip
        stored = {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self.names = sorted(stored.union(self.arguments))

    def all(self) -> Iterator[Edit]:
        """Yield every edit."""
        for slot in self.slots:
            node = slot.node
            if not hasattr(node, "lineno") and not isinstance(node, ast.arguments):
                continue
            for kind, puts in itertools.chain(
                self._operators(slot), self._atoms(slot), self._calls(slot), self._parts(slot)
            ):
                yield Edit(kind, getattr(node, "lineno", 1), tuple(puts))
        yield from self._blocks()

    # --- expressions ---

    def _operators(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        node = slot.node
        if isinstance(node, (ast.BinOp, ast.AugAssign)):
            for other in ARITHMETIC:
                if not isinstance(node.op, other):
                    yield "operator", [(node, "op", None, other())]
        if isinstance(node, ast.BinOp):
            yield (
                "order-of-two",
                [
                    (node, "left", None, node.right),
                    (node, "right", None, node.left),
                ],
            )
            yield "too-much", [slot.put(node.left)]
            yield "too-much", [slot.put(node.right)]
            yield from self._rotations(slot)
        if isinstance(node, ast.UnaryOp):
            yield "sign", [slot.put(node.operand)]
        if isinstance(node, ast.Compare):
            for other in COMPARISONS:
                if not isinstance(node.ops[0], other):
                    yield "comparison", [(node, "ops", 0, other())]
        if isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "comparison", [(node, "op", None, other)]
            for value in node.values:
                yield "too-much", [slot.put(value)]
        if isinstance(node, (ast.If, ast.While, ast.IfExp)):
            yield (
                "comparison",
                [(node, "test", None, _at(ast.UnaryOp(ast.Not(), node.test), node))],
            )

    def _rotations(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        """Yield a-(b/c) for (a-b)/c and the other way round: brackets in another place."""
        node = slot.node
        if isinstance(node.left, ast.BinOp):
            inner = node.left
            new = ast.BinOp(inner.left, inner.op, ast.BinOp(inner.right, node.op, node.right))
            yield "brackets", [slot.put(new)]
        if isinstance(node.right, ast.BinOp):
            inner = node.right
            new = ast.BinOp(ast.BinOp(node.left, node.op, inner.left), inner.op, inner.right)
            yield "brackets", [slot.put(new)]
            if isinstance(inner.left, ast.BinOp):
                deep = inner.left
                new = ast.BinOp(
                    ast.BinOp(ast.BinOp(node.left, node.op, deep.left), deep.op, deep.right),
                    inner.op,
                    inner.right,
                )
                yield "brackets", [slot.put(new)]
        if isinstance(node.left, ast.BinOp) and isinstance(node.left.left, ast.BinOp):
            deep, inner = node.left.left, node.left
            new = ast.BinOp(
                deep.left,
                deep.op,
                ast.BinOp(ast.BinOp(deep.right, inner.op, inner.right), node.op, node.right),
            )
            yield "brackets", [slot.put(new)]
        # f(a) - b inside the call instead: np.sqrt(s) + eps and np.sqrt(s + eps).
        for side, other in (("left", node.right), ("right", node.left)):
            call = getattr(node, side)
            if isinstance(call, ast.Call) and len(call.args) == 1:
                inner = (
                    ast.BinOp(call.args[0], node.op, other)
                    if side == "left"
                    else ast.BinOp(other, node.op, call.args[0])
                )
                yield "brackets", [slot.put(ast.Call(call.func, [inner], call.keywords))]

    def _atoms(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        node = slot.node
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            value = node.value
            likely = [value + 1, value - 1, value * 2, value / 2, -value, 0, 1, 2, 0.5]
            likely += [value / 10, value * 10, 1e-4, 0.1]
            if type(value) is int:
                likely = [v for v in likely if isinstance(v, int)] + [float(value), value // 2]
            for other in dict.fromkeys(likely):
                if repr(other) != repr(value):
                    yield "number", [slot.put(_constant(other))]
            for name in self.arguments:
                yield "number", [slot.put(_name(name))]
        if isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield "number", [slot.put(_constant(not node.value))]
        beside = isinstance(slot.parent, (ast.Call, ast.Attribute)) and slot.field != "args"
        if isinstance(node, ast.Name) and not beside:
            for name in self.names:
                if name != node.id:
                    yield "name", [(node, "id", None, name)]
        if isinstance(node, ast.Name) and _load(node):
            inside = isinstance(slot.parent, (ast.Call, ast.Subscript, ast.Slice, ast.Compare))
            if inside:
                for op in (ast.Add(), ast.Sub()):
                    yield "index", [slot.put(ast.BinOp(ast.Name(node.id, ast.Load()), op,
                                                       _constant(1)))]  # fmt: skip

    def _calls(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        node = slot.node
        if isinstance(node, ast.Call):
            for argument in node.args[:2]:
                if not isinstance(slot.parent, ast.For) and not isinstance(argument, ast.Starred):
                    yield "call", [slot.put(argument)]
            if isinstance(node.func, ast.Attribute):
                yield "call", [slot.put(node.func.value)]
            for i in range(len(node.args) - 1):
                yield (
                    "order-of-two",
                    [
                        (node, "args", i, node.args[i + 1]),
                        (node, "args", i + 1, node.args[i]),
                    ],
                )
            for i in range(len(node.args)):
                if len(node.args) > 1:
                    rest = [*node.args[:i], *node.args[i + 1 :]]
                    yield "too-much", [(node, "args", None, rest)]
            for i in range(len(node.keywords)):
                rest = [*node.keywords[:i], *node.keywords[i + 1 :]]
                yield "too-much", [(node, "keywords", None, rest)]
            yield from self._ranges(node)
            yield from self._twins(node)
            if isinstance(node.func, ast.Attribute) and node.func.attr in (
                "array", "zeros_like", "full", "empty_like", "full_like", "ones_like", "asarray",
            ):  # fmt: skip
                dtype = ast.keyword("dtype", ast.Name("float", ast.Load()))
                yield "whole", [(node, "keywords", None, [*node.keywords, _at(dtype, node)])]
            for axis in (0, 1):
                added = [*[k for k in node.keywords if k.arg != "axis"],
                         _at(ast.keyword("axis", _constant(axis)), node)]  # fmt: skip
                if isinstance(node.func, ast.Attribute):
                    yield "missing", [(node, "keywords", None, added)]

    def _ranges(self, node: ast.Call) -> Iterator[tuple[str, list[Put]]]:
        if isinstance(node.func, ast.Name) and node.func.id == "range" and len(node.args) == 1:
            for first in (0, 1):
                for add in (-1, 0, 1):
                    end = node.args[0]
                    if add:
                        end = ast.BinOp(end, ast.Add() if add > 0 else ast.Sub(), _constant(1))
                    if first or add:
                        args = [_at(_constant(first), node), _at(end, node)]
                        yield "index", [(node, "args", None, args)]

    def _twins(self, node: ast.Call) -> Iterator[tuple[str, list[Put]]]:
        func = node.func
        if isinstance(func, ast.Attribute):
            for twins in TWINS:
                if func.attr in twins:
                    for other in twins:
                        if other != func.attr:
                            yield "call", [(func, "attr", None, other)]
        elif isinstance(func, ast.Name):
            for twins in TWINS:
                if func.id in twins:
                    for other in twins:
                        if other != func.id:
                            yield "call", [(func, "id", None, other)]
            for name in self.names:
                if name != func.id:
                    yield "name", [(func, "id", None, name)]

    def _parts(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        """Yield changes of indices, of tuples, and parts that are put in or left out."""
        node = slot.node
        if isinstance(node, ast.Subscript) and _load(node):
            yield "index", [slot.put(node.value)]
            for text in ("0", "-1", "1", "1:", ":-1", "::-1"):
                new = _name(f"a[{text}]").slice
                if ast.dump(new) != ast.dump(node.slice):
                    yield "index", [(node, "slice", None, _at(new, node))]
            if not isinstance(node.slice, (ast.Slice, ast.Tuple)):
                for op in (ast.Add(), ast.Sub()):
                    new = ast.BinOp(node.slice, op, _constant(1))
                    yield "index", [(node, "slice", None, _at(new, node))]
        if isinstance(node, (ast.Tuple, ast.List)) and _load(node):
            for i in range(len(node.elts) - 1):
                yield (
                    "order-of-two",
                    [
                        (node, "elts", i, node.elts[i + 1]),
                        (node, "elts", i + 1, node.elts[i]),
                    ],
                )
            if isinstance(slot.parent, ast.Return):
                for element in node.elts:
                    yield "returned", [slot.put(element)]
        if isinstance(node, ast.Attribute) and node.attr == "T":
            yield "order-of-two", [slot.put(node.value)]
        if isinstance(slot.parent, ast.Return) and isinstance(node, ast.expr):
            for name in self.names:
                if not (isinstance(node, ast.Name) and node.id == name):
                    yield "returned", [slot.put(_name(name))]
        if isinstance(node, ast.expr) and _load(node) and self._worth(slot):
            yield from self._added(slot)

    def _worth(self, slot: _Slot) -> bool:
        """Return whether something could be missing beside an expression."""
        if isinstance(slot.node, (ast.Constant, ast.Slice, ast.Starred, ast.JoinedStr)):
            return False
        if slot.field in ("func", "ctx", "annotation", "returns", "iter", "test", "slice"):
            return False
        return isinstance(
            slot.parent,
            (ast.BinOp, ast.Return, ast.Assign, ast.AugAssign, ast.Call, ast.Tuple, ast.UnaryOp,
             ast.Dict, ast.List, ast.Lambda),
        )  # fmt: skip

    def _added(self, slot: _Slot) -> Iterator[tuple[str, list[Put]]]:
        node = slot.node
        yield "sign", [slot.put(ast.UnaryOp(ast.USub(), node))]
        if isinstance(node, (ast.Name, ast.Attribute)):
            yield "order-of-two", [slot.put(ast.Attribute(node, "T", ast.Load()))]
            copied = ast.Call(ast.Attribute(node, "copy", ast.Load()), [], [])
            if isinstance(slot.parent, (ast.Assign, ast.Call)):
                yield "in-place", [slot.put(copied)]
        beside = [*map(_name, self.names), _constant(2), _constant(1)]
        for other in beside:
            for op in (ast.Mult(), ast.Div(), ast.Add(), ast.Sub()):
                yield "missing", [slot.put(ast.BinOp(node, op, other))]
            if not isinstance(other, ast.Constant):
                yield "missing", [slot.put(ast.BinOp(other, ast.Sub(), node))]
                yield "missing", [slot.put(ast.BinOp(other, ast.Add(), node))]
        yield "missing", [slot.put(ast.BinOp(_constant(1), ast.Sub(), node))]
        yield "missing", [slot.put(ast.BinOp(node, ast.Pow(), _constant(2)))]
        for wrap in WRAPS:
            yield "call", [slot.put(ast.Call(_name(wrap), [node], []))]
        if isinstance(node, ast.Name):
            yield "index", [slot.put(ast.Subscript(node, _constant(0), ast.Load()))]
            yield "index", [slot.put(_name(f"{node.id}[-1]"))]

    # --- lines ---

    def _blocks(self) -> Iterator[Edit]:
        for parent in ast.walk(self.tree):
            if isinstance(parent, ast.Module):
                continue
            for field in ("body", "orelse"):
                block = getattr(parent, field, None)
                if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                    yield from self._of_block(parent, field, block)

    def _of_block(self, parent: ast.AST, field: str, block: list) -> Iterator[Edit]:
        def edit(kind: str, line: int, new: list, *more: Put) -> Edit:
            return Edit(kind, line, ((parent, field, None, new or [_at(ast.Pass(), block[0])]),
                                     *more))  # fmt: skip

        for i, line in enumerate(block):
            rest = [*block[:i], *block[i + 1 :]]
            if not isinstance(line, (ast.FunctionDef, ast.Return)):
                yield edit("line-too-much", line.lineno, rest)
            if i + 1 < len(block):
                swapped = [*block[:i], block[i + 1], line, *block[i + 2 :]]
                yield edit("line-order", line.lineno, swapped)
            for place in range(len(rest) + 1):
                if abs(place - i) > 1 and not isinstance(line, (ast.FunctionDef, ast.Return)):
                    yield edit("line-order", line.lineno, [*rest[:place], line, *rest[place:]])
            yield from self._of_line(edit, block, i, line)
            for inner in ("body", "orelse"):
                nested = getattr(line, inner, None)
                if not isinstance(nested, list) or not nested:
                    continue
                for many in range(1, min(3, len(nested)) + 1):
                    kept = nested[:-many] or [_at(ast.Pass(), line)]
                    after = [*block[: i + 1], *nested[-many:], *block[i + 1 :]]
                    yield edit("indent", nested[-many].lineno, after, (line, inner, None, kept))
                first = [*block[:i], nested[0], *block[i:]]
                kept = nested[1:] or [_at(ast.Pass(), line)]
                yield edit("indent", nested[0].lineno, first, (line, inner, None, kept))
                if inner == "body" and isinstance(line, (ast.If, ast.For, ast.While)):
                    flat = [*block[:i], *nested, *block[i + 1 :]]
                    if isinstance(line, ast.If):
                        yield edit("line-too-much", line.lineno, flat)
                if i + 1 < len(block):
                    yield edit(
                        "indent",
                        block[i + 1].lineno,
                        [*block[: i + 1], *block[i + 2 :]],
                        (line, inner, None, [*nested, block[i + 1]]),
                    )
                if i > 0 and not isinstance(line, ast.FunctionDef):
                    yield edit(
                        "indent",
                        block[i - 1].lineno,
                        [*block[: i - 1], *block[i:]],
                        (line, inner, None, [block[i - 1], *nested]),
                    )

    def _of_line(self, edit: Any, block: list, i: int, line: ast.stmt) -> Iterator[Edit]:
        """Yield changes of what a line does with its value."""

        def instead(kind: str, *new: ast.stmt) -> Edit:
            lines = [_at(one, line) for one in new]
            return edit(kind, line.lineno, [*block[:i], *lines, *block[i + 1 :]])

        if isinstance(line, ast.AugAssign):
            target, value = line.target, line.value
            if isinstance(target, ast.Name):
                load = ast.Name(target.id, ast.Load())
                store = [ast.Name(target.id, ast.Store())]
                yield instead("in-place", ast.Assign(store, ast.BinOp(load, line.op, value)))
                yield instead("operator", ast.Assign(store, value))
        if isinstance(line, ast.Assign) and len(line.targets) == 1:
            target = line.targets[0]
            if isinstance(target, ast.Name):
                for op in (ast.Add(), ast.Sub()):
                    yield instead(
                        "operator",
                        ast.AugAssign(ast.Name(target.id, ast.Store()), op, line.value),
                    )
                # `a = a.append(b)` makes a None.
                yield instead("kept", ast.Expr(line.value))
                for name in self.names:
                    if name != target.id:
                        yield instead("name", ast.Assign([ast.Name(name, ast.Store())],
                                                         line.value))  # fmt: skip
        if isinstance(line, ast.Expr) and not isinstance(line.value, ast.Constant):
            for name in self.names:
                yield instead("kept", ast.Assign([ast.Name(name, ast.Store())], line.value))
            yield instead("returned", ast.Return(line.value))
        if isinstance(line, ast.Assign) and i == len(block) - 1:
            yield instead("returned", ast.Return(line.value))
