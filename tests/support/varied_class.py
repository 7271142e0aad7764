"""A made class for one exercise: honest answers, as different as students' are, and copies.

An honest answer begins as one of the kept right answers of tests/submissions/right, the plainest
more often than the others, and is then written in a manner of its own: other loops, names, order,
temporaries, helpers, style, each drawn by itself. A copy is somebody's answer in disguise: every
name another, statements that do not need each other in another order, other lines, other comments.
"""

from __future__ import annotations

import ast
import builtins
import copy
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from grading.answers import kept

WORDS = """w b err error errs residual diff delta grad gradient slope dw db g step rate total acc
loss losses history hist path pts i j k t n m size rows batch idx order start stop first cur now
val vals out res result tmp temp aux u v p q z pred preds guess best old new prev count data"""
REMARKS = (
    "start here", "the update", "error first", "loop", "see the text above", "walk downhill",
    "mean of the slopes", "done", "not sure", "as in the figure", "TODO check", "one step",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A class: answers by student, and of each copy whose answer it was made from."""

    answers: dict[str, str]
    copied: dict[str, str]


def made(exercise: str, seed: int, students: int = 300, copies: int = 20) -> Made:
    """Return a class of so many students, so many of them with a copy of another's answer."""
    rng = np.random.default_rng(seed)
    seeds = [code for _, code in kept("right", exercise)]
    # Half of a class writes what comes first to mind.
    weights = np.array([1 / (1 + place) for place in range(len(seeds))])
    answers = {}
    for number in range(students - copies):
        code = seeds[rng.choice(len(seeds), p=weights / weights.sum())]
        answers[f"h{number:04}"] = honest(code, rng)
    names, copied = list(answers), {}
    long = [name for name in names if lines(answers[name]) > 8]
    for number in range(copies if long else 0):
        source = long[rng.integers(len(long))]
        copied[f"c{number:04}"] = source
        answers[f"c{number:04}"] = disguised(answers[source], rng)
    shuffled = [list(answers)[i] for i in rng.permutation(len(answers))]
    return Made({name: answers[name] for name in shuffled}, copied)


def lines(code: str) -> int:
    """Return how many lines of an answer are code."""
    return sum(
        bool(line.strip()) and not line.strip().startswith("#") for line in code.split("\n")
    )


def judged(made: Made, groups) -> tuple[int, int]:
    """Return how many copies stand in a group with their source, and how many pairs are honest."""
    pairs = {
        pair for group in groups for pair in itertools.combinations(sorted(group.students), 2)
    }
    source = {name: made.copied.get(name, name) for name in made.answers}
    found = sum(tuple(sorted(pair)) in pairs for pair in made.copied.items())
    return found, sum(source[one] != source[other] for one, other in pairs)


# --- an honest answer ------------------------------------------------------------------------


def honest(code: str, rng: np.random.Generator) -> str:
    """Return the answer as one more student would have written it."""
    tree = ast.parse(code)
    # How much somebody deviates from the plain way is their own, too.
    own = 0.3 + 0.5 * rng.beta(2, 2)
    for manner in rng.permutation(MANNERS):
        tree = manner(lambda: rng.random() < own, rng).visit(tree)
        ast.fix_missing_locations(tree)
    for _ in range(rng.integers(4)):
        _swap(tree, rng)
    _rename(tree, rng, lambda: rng.random() < 0.5)
    return _remarked(ast.unparse(tree), rng)


_FRESH = itertools.count()


class _Manner(ast.NodeTransformer):
    """One way to write something in another way, each time by a draw."""

    def __init__(self, draw: Callable[[], bool], rng: np.random.Generator) -> None:
        self.draw, self.rng = draw, rng

    def name(self) -> str:
        return f"own_{next(_FRESH)}"

    def bodies(self, node: ast.AST) -> Iterator[list[ast.stmt]]:
        for one in ast.walk(node):
            for part in ("body", "orelse"):
                if isinstance(held := getattr(one, part, None), list):
                    yield held

    def visit_Module(self, node):
        self.generic_visit(node)
        for body in self.bodies(node):
            body[:] = [one for statement in body for one in self.statement(statement)]
        return node

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        return [statement]


def _load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _store(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


class _Steps(_Manner):
    """x += y for x = x + y, and the other way."""

    def visit_AugAssign(self, node):
        if isinstance(node.target, ast.Name) and self.draw():
            return ast.Assign([node.target], ast.BinOp(_load(node.target.id), node.op, node.value))
        return node

    def visit_Assign(self, node):
        value, target = node.value, node.targets[0]
        if (
            isinstance(value, ast.BinOp)
            and isinstance(target, ast.Name)
            and isinstance(value.left, ast.Name)
            and value.left.id == target.id
            and self.draw()
        ):
            return ast.AugAssign(target, value.op, value.right)
        return node


class _Loops(_Manner):
    """While for for."""

    def statement(self, statement):
        if not (
            isinstance(statement, ast.For)
            and isinstance(statement.target, ast.Name)
            and ast.unparse(statement.iter).startswith("range(")
            and len(statement.iter.args) == 1
            and not any(isinstance(n, ast.Continue) for n in ast.walk(statement))
            and self.draw()
        ):
            return [statement]
        name = statement.target.id
        one = ast.AugAssign(_store(name), ast.Add(), ast.Constant(1))
        test = ast.Compare(_load(name), [ast.Lt()], [statement.iter.args[0]])
        begin = ast.Assign([_store(name)], ast.Constant(0))
        return [begin, ast.While(test, [*statement.body, one], statement.orelse)]


class _Apart(_Manner):
    """Several names set in one line, or in a line each."""

    def statement(self, statement):
        if not (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Tuple)
            and isinstance(statement.value, ast.Tuple)
            and len(statement.targets[0].elts) == len(statement.value.elts)
            and all(isinstance(one, ast.Name) for one in statement.targets[0].elts)
            and self.draw()
        ):
            return [statement]
        pairs = list(zip(statement.targets[0].elts, statement.value.elts, strict=True))
        read = {n.id for _, v in pairs for n in ast.walk(v) if isinstance(n, ast.Name)}
        if read & {target.id for target, _ in pairs[:-1]}:
            fresh = [self.name() for _ in pairs]
            return [
                *(ast.Assign([_store(f)], v) for f, (_, v) in zip(fresh, pairs, strict=True)),
                *(ast.Assign([t], _load(f)) for f, (t, _) in zip(fresh, pairs, strict=True)),
            ]
        return [ast.Assign([target], value) for target, value in pairs]


class _Temporaries(_Manner):
    """A part of a line gets a name and a line of its own."""

    def statement(self, statement):
        if not isinstance(statement, (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)):
            return [statement]
        parts = [
            node
            for node in _outside_of_scopes(statement)
            if isinstance(node, (ast.BinOp, ast.Call, ast.Subscript))
            and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
            and len(list(ast.walk(node))) >= 6
            and not any(isinstance(n, ast.NamedExpr) for n in ast.walk(statement))
            and node is not getattr(statement, "value", None)
        ]
        if not parts or not self.draw():
            return [statement]
        part, name = parts[self.rng.integers(len(parts))], self.name()
        return [ast.Assign([_store(name)], part), _Replaced(part, _load(name)).visit(statement)]


class _Results(_Manner):
    """What is given back has a name first."""

    def statement(self, statement):
        if (
            isinstance(statement, ast.Return)
            and not isinstance(statement.value, (ast.Name, type(None)))
            and self.draw()
        ):
            name = self.name()
            return [ast.Assign([_store(name)], statement.value), ast.Return(_load(name))]
        return [statement]


class _Calls(_Manner):
    """x.mean() for np.mean(x), x * x for x ** 2, np.dot for @."""

    def visit_Call(self, node):
        self.generic_visit(node)
        function = ast.unparse(node.func)
        if (
            function in ("np.mean", "np.sum")
            and len(node.args) == 1
            and isinstance(node.args[0], (ast.Name, ast.BinOp))
            and self.draw()
        ):
            return ast.Call(
                ast.Attribute(node.args[0], function[3:], ast.Load()), [], node.keywords
            )
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        square = isinstance(node.op, ast.Pow) and ast.unparse(node.right) == "2"
        if square and isinstance(node.left, ast.Name) and self.draw():
            return ast.BinOp(node.left, ast.Mult(), copy.deepcopy(node.left))
        if isinstance(node.op, ast.MatMult) and self.draw():
            called = ast.Attribute(_load("np"), "dot", ast.Load())
            return ast.Call(called, [node.left, node.right], [])
        return node


class _Lists(_Manner):
    """x += [y] for x.append(y)."""

    def statement(self, statement):
        call = getattr(statement, "value", None)
        if (
            isinstance(statement, ast.Expr)
            and isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "append"
            and isinstance(call.func.value, ast.Name)
            and self.draw()
        ):
            target = _store(call.func.value.id)
            return [ast.AugAssign(target, ast.Add(), ast.List([call.args[0]], ast.Load()))]
        return [statement]


class _Built(_Manner):
    """A loop for a list that is built in one line."""

    def statement(self, statement):
        value = getattr(statement, "value", None)
        if not (
            isinstance(statement, ast.Assign)
            and isinstance(value, ast.ListComp)
            and len(value.generators) == 1
            and isinstance(statement.targets[0], ast.Name)
            and self.draw()
        ):
            return [statement]
        name, loop = statement.targets[0].id, value.generators[0]
        if any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(value)):
            return [statement]
        append = ast.Attribute(_load(name), "append", ast.Load())
        body = [ast.Expr(ast.Call(append, [value.elt], []))]
        for test in loop.ifs:
            body = [ast.If(test, body, [])]
        begin = ast.Assign([_store(name)], ast.List([], ast.Load()))
        return [begin, ast.For(loop.target, loop.iter, body, [])]


class _Helpers(_Manner):
    """A part of a line becomes a function of its own."""

    def visit_FunctionDef(self, node):
        places = [one for one in ast.walk(node) if isinstance(one, (ast.Assign, ast.AugAssign))]
        if not places or self.rng.random() > 0.2:
            return node
        place = places[self.rng.integers(len(places))]
        value = place.value
        if len(list(ast.walk(value))) < 7 or any(
            isinstance(n, (ast.Yield, ast.Await, ast.NamedExpr)) for n in ast.walk(value)
        ):
            return node
        own = {n.arg for n in ast.walk(node) if isinstance(n, ast.arg)} | {
            n.id
            for n in ast.walk(node)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        read = {n.id for n in ast.walk(value) if isinstance(n, ast.Name)}
        inner = {
            n.id
            for n in ast.walk(value)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        inner |= {n.arg for n in ast.walk(value) if isinstance(n, ast.arg)}
        asked, name = sorted((read & own) - inner), self.name()
        arguments = ast.arguments([], [ast.arg(one) for one in asked], None, [], [], None, [])
        helper = ast.FunctionDef(name, arguments, [ast.Return(value)], [], None, type_params=[])
        place.value = ast.Call(_load(name), [_load(one) for one in asked], [])
        at = 1 if ast.get_docstring(node) else 0
        node.body.insert(at, helper)
        return node


class _Care(_Manner):
    """Docstrings, guards, prints and copies that nobody asked for."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if not node.args.args:
            return node
        first = [one.arg for one in node.args.args]
        some = first[self.rng.integers(len(first))]
        options = [
            f"assert {some} is not None",
            f"if {some} is None:\n    return None",
            f"print({some})",
            f"print('{node.name}', {some})",
            f"import copy\n{some} = copy.copy({some})",
            f"own_care = {some}",
            f"if {some} is None:\n    raise ValueError('{some} is missing')",
        ]
        if self.draw() and self.draw():
            node.body[:0] = ast.parse(options[self.rng.integers(len(options))]).body
        if self.draw():
            remark = REMARKS[self.rng.integers(len(REMARKS))]
            node.body.insert(0, ast.Expr(ast.Constant(remark)))
        return node


class _Numbers(_Manner):
    """A number gets a name at the top."""

    def visit_FunctionDef(self, node):
        found = [
            one
            for statement in node.body
            for one in ast.walk(statement)
            if isinstance(one, ast.Constant)
            and isinstance(one.value, (int, float))
            and not isinstance(one.value, bool)
        ]
        if not found or not self.draw():
            return node
        value, name = found[self.rng.integers(len(found))].value, self.name()
        for one in found:
            if one.value == value and self.rng.random() < 0.7:
                node = _Replaced(one, _load(name)).visit(node)
        node.body.insert(0, ast.Assign([_store(name)], ast.Constant(value)))
        return node


class _Fractions(_Manner):
    """a * c / b for a / b * c, a + -b for a - b, b + a for a + b in a longer sum."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        left = node.left
        if not isinstance(left, ast.BinOp) or not self.draw():
            return node
        if isinstance(node.op, ast.Mult) and isinstance(left.op, ast.Div):
            return ast.BinOp(ast.BinOp(left.left, ast.Mult(), node.right), ast.Div(), left.right)
        if isinstance(node.op, ast.Div) and isinstance(left.op, ast.Mult):
            return ast.BinOp(left.left, ast.Mult(), ast.BinOp(left.right, ast.Div(), node.right))
        if isinstance(node.op, ast.Sub) and isinstance(left.op, ast.Add):
            return ast.BinOp(left.left, ast.Add(), ast.BinOp(left.right, ast.Sub(), node.right))
        return node


class _Tests(_Manner):
    """The two sides of an if exchanged, `while True` with a break, a choice in one line."""

    def statement(self, statement):
        if isinstance(statement, ast.If) and statement.orelse and self.draw():
            test = ast.UnaryOp(ast.Not(), statement.test)
            return [ast.If(test, statement.orelse, statement.body)]
        if isinstance(statement, ast.While) and not statement.orelse and self.draw():
            stop = ast.If(ast.UnaryOp(ast.Not(), statement.test), [ast.Break()], [])
            return [ast.While(ast.Constant(True), [stop, *statement.body], [])]
        value = getattr(statement, "value", None)
        if (
            isinstance(statement, ast.Assign)
            and isinstance(value, ast.IfExp)
            and isinstance(statement.targets[0], ast.Name)
            and self.draw()
        ):
            sides = [[ast.Assign(statement.targets, one)] for one in (value.body, value.orelse)]
            return [ast.If(value.test, *sides)]
        return [statement]


OTHER_CALLS = {"abs": "np.abs", "np.sqrt": "math.sqrt", "sum": "np.sum", "max": "np.max",
               "min": "np.min", "len": "np.size"}  # fmt: skip


class _Types(_Manner):
    """float(…), np.asarray(…), and other calls for the same."""

    def visit_Call(self, node):
        self.generic_visit(node)
        name = OTHER_CALLS.get(ast.unparse(node.func))
        if name and len(node.args) == 1 and self.draw():
            node.func = ast.parse(name, mode="eval").body
        return node

    def statement(self, statement):
        value = getattr(statement, "value", None)
        if isinstance(statement, ast.Assign) and isinstance(value, ast.BinOp):
            wrapped = ("np.array", "np.asarray", "np.float64")[self.rng.integers(3)]
            if self.draw() and self.draw():
                called = ast.parse(wrapped, mode="eval").body
                return [ast.Assign(statement.targets, ast.Call(called, [value], []))]
        return [statement]


class _Lengths(_Manner):
    """A length or a shape gets a name at the top of its function."""

    def visit_FunctionDef(self, node):
        asked = {one.arg for one in node.args.args}
        found = {}
        for statement in node.body:
            for one in ast.walk(statement):
                if (
                    isinstance(one, ast.Call)
                    and ast.unparse(one.func) == "len"
                    and ast.unparse(one.args[0]) in asked
                ):
                    found.setdefault(ast.unparse(one), []).append(one)
        for text, places in found.items():
            if self.draw():
                name = self.name()
                for one in places:
                    node = _Replaced(one, _load(name)).visit(node)
                value = ast.parse(text, mode="eval").body
                node.body.insert(0, ast.Assign([_store(name)], value))
        return node


MANNERS = (
    _Steps, _Loops, _Apart, _Temporaries, _Temporaries, _Results, _Calls, _Lists, _Built, _Helpers,
    _Care, _Numbers, _Fractions, _Tests, _Types, _Lengths,
)  # fmt: skip


class _Replaced(ast.NodeTransformer):
    """Puts one node in place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else self.generic_visit(node)


def _outside_of_scopes(node: ast.AST) -> Iterator[ast.AST]:
    """Give the parts of a statement that are evaluated where it stands, and once."""
    for child in ast.iter_child_nodes(node):
        if isinstance(
            child,
            (ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp, ast.IfExp,
             ast.BoolOp),
        ):  # fmt: skip
            continue
        yield child
        yield from _outside_of_scopes(child)


# --- a copy ----------------------------------------------------------------------------------


def disguised(code: str, rng: np.random.Generator) -> str:
    """Return a copy: renamed, reordered, reformatted, with other comments."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Module)) and ast.get_docstring(node):
            node.body[0].value = ast.Constant(REMARKS[rng.integers(len(REMARKS))])
        if isinstance(node, ast.Dict) and None not in node.keys:
            order = rng.permutation(len(node.keys))
            node.keys, node.values = [node.keys[i] for i in order], [node.values[i] for i in order]
    for _ in range(12):
        _swap(tree, rng)
    _rename(tree, rng, lambda: True)
    return _remarked(_reformatted(tree, rng), rng)


def _swap(tree: ast.Module, rng: np.random.Generator) -> None:
    """Exchange two neighbours that need nothing of each other, somewhere."""
    places = []
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            places += [
                (body, i) for i in range(len(body) - 1) if _independent(body[i], body[i + 1])
            ]
    if places:
        body, i = places[rng.integers(len(places))]
        body[i], body[i + 1] = body[i + 1], body[i]


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    simple = (ast.Assign, ast.AugAssign, ast.Expr, ast.FunctionDef)
    if not isinstance(one, simple) or not isinstance(other, simple):
        return False
    if any(isinstance(getattr(s, "value", None), ast.Constant) for s in (one, other)
           if isinstance(s, ast.Expr)):  # fmt: skip
        return False
    # A method may change what it is called on, and a generator goes on each time.
    touched = [_touched(one), _touched(other)]
    return not (touched[0][1] & (touched[1][0] | touched[1][1]) or touched[1][1] & touched[0][0])


def _touched(statement: ast.stmt) -> tuple[set[str], set[str]]:
    read, written = set(), set()
    for node in ast.walk(statement):
        if isinstance(node, ast.FunctionDef):
            written.add(node.name)
        elif isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else written).add(node.id)
        elif isinstance(node, (ast.Attribute, ast.Subscript)):
            base = node.value
            while isinstance(base, (ast.Attribute, ast.Subscript)):
                base = base.value
            called = isinstance(node, ast.Attribute) and node.attr not in ("T", "shape", "size")
            if isinstance(base, ast.Name) and base.id != "np" and called:
                written.add(base.id)
            if isinstance(base, ast.Name) and not isinstance(node.ctx, ast.Load):
                written.add(base.id)
    if isinstance(statement, ast.Expr):
        written |= read - {"np"}
    return read, written


def _rename(tree: ast.Module, rng: np.random.Generator, draw: Callable[[], bool]) -> None:
    """Give the answer's own names others; those that checks look for stay."""
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    top = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    looked_for = {*functions[-1:], *(one.id for one in top if isinstance(one, ast.Name))}
    own: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            own[node.arg] = None
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own[node.id] = None
        elif isinstance(node, ast.FunctionDef):
            own[node.name] = None
    keywords = {k.arg for n in ast.walk(tree) if isinstance(n, ast.Call) for k in n.keywords}
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} | set(dir(builtins))
    pool = [word for word in WORDS.split() if word not in used and word not in own]
    rng.shuffle(pool)
    pool += [f"{word}{i}" for i in range(2, 9) for word in WORDS.split()]
    to = {}
    for name in own:
        ours = name.startswith("own_")
        if name not in looked_for | keywords and (ours or draw()):
            to[name] = pool.pop(0)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.arg = to.get(node.arg, node.arg)
        elif isinstance(node, ast.Name):
            node.id = to.get(node.id, node.id)
        elif isinstance(node, ast.FunctionDef):
            node.name = to.get(node.name, node.name)
        elif isinstance(node, (ast.Nonlocal, ast.Global)):
            node.names = [to.get(name, name) for name in node.names]


def _reformatted(tree: ast.Module, rng: np.random.Generator) -> str:
    """Return the code with other blanks, brackets and line ends."""
    out = []
    for line in ast.unparse(tree).split("\n"):
        indent, text = line[: len(line) - len(line.lstrip())], line.lstrip()
        if " = " in text and not text.startswith(("def ", "for ", "if ", "while ")):
            *names, right = text.split(" = ")
            left = " = ".join(names)
            if ":=" in text or "=" in right.replace("==", "") or right.count("lambda"):
                pass
            elif rng.random() < 0.3 and "'" not in text:
                text = f"{left}=({right})"
            elif rng.random() < 0.4:
                text = f"{left} = (\n{indent}    {right}\n{indent})"
        elif text.startswith("return ") and rng.random() < 0.5:
            text = f"return ({text[7:]})"
        if "'" not in text and '"' not in text and rng.random() < 0.5:
            text = text.replace(" * ", "*").replace(" - ", "-")
        out.append((indent + text).replace("    ", "  "))
        if rng.random() < 0.15:
            out.append("")
    return "\n".join(out)


def _remarked(code: str, rng: np.random.Generator) -> str:
    out = []
    for line in code.split("\n"):
        if rng.random() < 0.15 and line.strip() and not line.rstrip().endswith(("(", ",")):
            line += f"  # {REMARKS[rng.integers(len(REMARKS))]}"
        out.append(line)
    return "\n".join(out) + "\n"
