"""Slips that the text of a function shows, whatever it computes: told where no mistake is known.

Each is a function of one node of the text that returns a sentence, true of that line, or None.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator, Sequence
from types import BuiltinFunctionType

from course.checks.engine import Help
from course.checks.help.evidence import Evidence
from course.checks.words import functions_of, source_of
from course.counting import listed

Look = Callable[[ast.AST, Sequence[str]], str | None]
# Of a longer line only the beginning is told.
MOST = 60
# NumPy's functions, and Python's, that give something new and leave what they are given as it is.
MAKE_NEW = frozenset({
    "abs", "append", "array", "asarray", "astype", "clip", "concatenate", "copy", "cumsum",
    "delete", "flatten", "float", "insert", "max", "mean", "min", "permutation", "ravel",
    "reshape", "round", "sorted", "sqrt", "std", "sum", "transpose", "vstack", "zip",
})  # fmt: skip
# What lessons hand to a function, or ask for, and what is called for its value alone.
HAND_BACK = frozenset({"descend", "f", "grad", "gradients", "mse", "safe_walk"})
# What a list has of its own by these names is another thing.
OF_A_LIST = frozenset({"append", "copy", "insert"})
# Python's functions: no text, and no number, is equal to one. (`type(w) == list` is right.)
OF_PYTHON = frozenset(
    name for name, held in vars(builtins).items() if isinstance(held, BuiltinFunctionType)
)
# What changes a list or an array, and gives None.
CHANGE = frozenset({"append", "extend", "fill", "insert", "remove", "reverse", "shuffle", "sort"})
# What takes an entry out of a list.
TAKE_OUT = frozenset({"pop", "remove"})


def slips(evidence: Evidence) -> Iterator[Help]:
    """Yield the first slip in a function's text."""
    yield from _first(evidence, SLIPS)


def sure_slips(evidence: Evidence) -> Iterator[Help]:
    """Yield the first slip that is one whatever else is known: told before a named mistake."""
    yield from _first(evidence, SURE)


def never_used(evidence: Evidence) -> Iterator[Help]:
    """Tell of arguments that never stand in a function's text: something else does, `20` say.

    Not where it stops with an error: that comes first, and the rest may be still to be written.
    """
    if not evidence.failed or evidence.failed[0].error is not None:
        return
    for function in functions_of(evidence.work):
        read = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)}
        given = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
        idle = [f"`{name}`" for name in given if name not in read]
        if not idle or "locals" in read:
            return
        them, places = ("them", "their places") if len(idle) > 1 else ("it", "its place")
        yield Help(
            "mistake",
            f"{evidence.exercise.name}.{label_of(never_used)}",
            f"your function is given {listed(idle)} and never uses {them}: "
            f"what stands in {places}?",
        )


def _first(evidence: Evidence, looks: Sequence[Look]) -> Iterator[Help]:
    name = evidence.exercise.name
    lines = source_of(evidence.work).splitlines()
    for function in functions_of(evidence.work):
        for look in looks:
            for node in ast.walk(function):
                if told := look(node, lines):
                    yield Help("mistake", f"{name}.{label_of(look)}", told)
                    return


def label_of(look: Callable) -> str:
    """Return the stable name of a slip, after that of the exercise."""
    return f"written-{look.__name__.replace('_', '-')}"


def alone_in_a_condition(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find `if a == 1 or 2:`, where what stands alone is asked for by itself."""
    if not isinstance(node, (ast.If, ast.IfExp, ast.While)):
        return None
    parts = list(ast.walk(node.test))
    alone = [
        one
        for part in parts
        if isinstance(part, ast.BoolOp)
        for one in part.values
        if isinstance(one, ast.Constant) and one.value
    ]
    compared = next((one for one in parts if isinstance(one, ast.Compare)), None)
    if not alone or compared is None:
        return None
    asked = f"{ast.unparse(compared.left)} =="
    return (
        f"in `{_short(node.test)}` stands {ast.unparse(alone[0])} alone, and counts as true; ask "
        f"for each, as in `{asked} … or {asked} …`"
    )


def compares_for_nothing(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find a line `w == w - lr * g`: one equals sign too many."""
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Compare):
        return None
    if not isinstance(node.value.ops[0], ast.Eq):
        return None
    return f"`{_short(node)}` compares and changes nothing: one `=` gives a name its value"


def arrow_for_equals(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find a line `w <- w - lr * g`, like a formula: Python asks whether w < −w − lr * g."""
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Compare):
        return None
    line = lines[node.lineno - 1].encode()[node.col_offset :].decode()
    found = re.match(r"([\w.]+)\s*<-", line)
    if not found:
        return None
    return (
        f"`{found[1]} <- …` asks whether {found[1]} is below minus what follows, and changes "
        f"nothing: for the arrow of a formula write `{found[1]} = …`"
    )


def sign_after_equals(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find `w =- lr * g`, written for `w -= lr * g`."""
    if not isinstance(node, ast.Assign):
        return None
    line = lines[node.lineno - 1].encode()[node.col_offset :].decode()
    found = re.match(r"(\w+)\s*=([+-])\s", line)
    if not found:
        return None
    name, sign = found.groups()
    does = "adds to it" if sign == "+" else "takes from it"
    return f"`{_short(node)}` sets {name} to what stands behind the `=`; `{name} {sign}= …` {does}"


def comma_in_a_number(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find `return w - 0,1 * g`, where a comma stands for a point; so it does in `1,000 * w`."""
    if not isinstance(node, (ast.Assign, ast.Return)) or not isinstance(node.value, ast.Tuple):
        return None
    # `return 0,1` and `w, b = 0,0` may well be meant.
    parts = node.value.elts
    pair = all(isinstance(one, ast.Constant) for one in parts)
    several = isinstance(node, ast.Return) or not isinstance(node.targets[0], ast.Name)
    if (pair and several) or node.lineno != node.end_lineno:
        return None
    line = lines[node.lineno - 1].encode()
    for one in parts[:-1]:
        before = re.search(r"(?<![\w.])\d+$", line[: one.end_col_offset].decode())
        after = re.match(r",\d+(?![\w.])", line[one.end_col_offset :].decode())
        if before and after:
            return (
                f"`{before[0]}{after[0]}` is two values with a comma between them; a decimal "
                "number has a point, as in `2.5`, and a large one no sign inside, as in `2500`"
            )
    return None


def kept_nowhere(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find a line that works something out and gives it no name: `np.append(path, w)`."""
    if not isinstance(node, ast.Expr):
        return None
    if not isinstance(node.value, ast.BinOp) and not _makes_new(node.value):
        return None
    return (
        f"what the line `{_short(node)}` works out is kept nowhere: it changes none of its names; "
        "give it one with `=`"
    )


def _makes_new(node: ast.AST) -> bool:
    # With `out=` it changes what is named there.
    if not isinstance(node, ast.Call) or any(one.arg == "out" for one in node.keywords):
        return False
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in MAKE_NEW | HAND_BACK
    if not isinstance(function, ast.Attribute) or function.attr not in MAKE_NEW:
        return False
    # In `losses.append(2.0).sum()` it is `append` that does something.
    before = [one.attr for one in ast.walk(function.value) if isinstance(one, ast.Attribute)]
    if not CHANGE.isdisjoint(before):
        return False
    of_numpy = isinstance(function.value, ast.Name) and function.value.id in ("np", "numpy")
    return of_numpy or function.attr not in OF_A_LIST


def grows_by_no_list(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find `weights += w`, which puts no w at the end of a list."""
    if not isinstance(node, ast.FunctionDef):
        return None
    given = [
        (target.id, one.value)
        for one in ast.walk(node)
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    ]
    lists = {name for name, value in given if isinstance(value, ast.List)}
    made = {name for name, value in given if not isinstance(value, (ast.BinOp, ast.Constant))}
    for one in ast.walk(node):
        if (
            isinstance(one, ast.AugAssign)
            and isinstance(one.op, ast.Add)
            and isinstance(one.target, ast.Name)
            and one.target.id in lists
            and isinstance(one.value, (ast.BinOp, ast.Name, ast.Subscript))
            and not any(isinstance(part, (ast.List, ast.Tuple)) for part in ast.walk(one.value))
            and getattr(one.value, "id", "") not in made
        ):
            name = one.target.id
            return (
                f"`{_short(one)}` puts no new entry at the end of the list: it joins another "
                f"list to it, or adds NumPy's numbers to its entries; `{name}.append(…)` does"
            )
    return None


def shrinks_as_it_goes(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find a loop through a list that takes entries out of that list: it skips some."""
    if not isinstance(node, ast.For) or not isinstance(node.iter, ast.Name):
        return None
    parts = [part for one in node.body for part in ast.walk(one)]
    # Who leaves the loop then skips nothing.
    if any(isinstance(part, (ast.Break, ast.Return)) for part in parts):
        return None
    taking = next((part for part in parts if _takes_from(node.iter.id, part)), None)
    if taking is None:
        return None
    return (
        f"`{_short(taking)}` takes an entry out of the list that the loop goes through, so the "
        "one after it is skipped: put what is to stay into a new list instead"
    )


def _takes_from(name: str, node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    held = node.func.value
    return node.func.attr in TAKE_OUT and isinstance(held, ast.Name) and held.id == name


def function_for_a_text(node: ast.AST, lines: Sequence[str]) -> str | None:
    """Find `written == sum`, where a text was meant and its quotes are missing."""
    if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
        return None
    for one in (node.left, node.comparators[0]):
        if isinstance(one, ast.Name) and one.id in OF_PYTHON:
            return (
                f"in `{_short(node)}` the name `{one.id}` is a function of Python's, and no text "
                f'is equal to it: a text stands in quotes, `"{one.id}"`'
            )
    return None


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= MOST else f"{text[:MOST]}…"


# The first that finds anything is told.
SLIPS: tuple[Look, ...] = (
    compares_for_nothing,
    sign_after_equals,
    alone_in_a_condition,
    comma_in_a_number,
    kept_nowhere,
    shrinks_as_it_goes,
    grows_by_no_list,
)
SURE: tuple[Look, ...] = (function_for_a_text, arrow_for_equals)
