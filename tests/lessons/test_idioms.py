"""No cell that is to be read uses what no text before it has explained.

An idiom is told where a text before the cell, in this lesson or one that it needs, has its words.
What is never told may stand in folded cells alone.
"""

import ast
import re
from dataclasses import dataclass

import nbformat
import pytest

from authoring import markup
from authoring.build import lesson_files

LESSONS = lesson_files()


@dataclass(frozen=True)
class Idiom:
    """What a reader must know.

    Attributes:
        name: What it is called.
        used: Whether a node of the syntax tree is it.
        told: What a text says that explains it, as a pattern.
    """

    name: str
    used: callable
    told: str


def node(kind):
    return lambda it: isinstance(it, kind)


def operator(kind):
    return lambda it: isinstance(it, (ast.BinOp, ast.AugAssign)) and isinstance(it.op, kind)


def attribute(*names):
    return lambda it: isinstance(it, ast.Attribute) and it.attr in names


def called(*names):
    return lambda it: (
        isinstance(it, ast.Call) and isinstance(it.func, ast.Name) and it.func.id in names
    )


def argument(*names):
    return lambda it: isinstance(it, ast.keyword) and it.arg in names


def of_numpy(*names):
    """Return whether a node is np.NAME."""
    return lambda it: (
        isinstance(it, ast.Attribute)
        and it.attr in names
        and isinstance(it.value, ast.Name)
        and it.value.id == "np"
    )


def mask(it):
    """Tell whether an array is asked by a comparison: x[x > 3]."""
    return isinstance(it, ast.Subscript) and any(
        isinstance(inside, ast.Compare) for inside in ast.walk(it.slice)
    )


def share(it):
    """Tell whether the mean or sum of a comparison is taken."""
    if not isinstance(it, ast.Call) or not isinstance(it.func, ast.Attribute):
        return False
    if it.func.attr not in ("mean", "sum"):
        return False
    return any(isinstance(one, ast.Compare) for one in (it.func.value, *it.args))


def new_axis(it):
    """Tell whether an array gets one more axis: x[:, None]."""
    return isinstance(it, ast.Subscript) and any(
        isinstance(inside, ast.Constant) and inside.value is None for inside in ast.walk(it.slice)
    )


def nested_format(it):
    """Tell whether a text with an f stands in another one."""
    return isinstance(it, ast.FormattedValue) and any(
        isinstance(inside, ast.JoinedStr) for inside in ast.walk(it.value)
    )


def default_in_lambda(it):
    return isinstance(it, ast.Lambda) and bool(it.args.defaults or it.args.kw_defaults)


def default(it):
    return isinstance(it, ast.FunctionDef) and bool(it.args.defaults or it.args.kw_defaults)


def digits_that_count(it):
    """Tell whether a number is printed with so many digits, wherever its point is: {x:.3g}."""
    return (
        isinstance(it, ast.FormattedValue)
        and isinstance(it.format_spec, ast.JoinedStr)
        and ast.unparse(it.format_spec).rstrip("'\"").endswith("g")
    )


def two_names(it):
    return isinstance(it, ast.Assign) and len(it.targets) > 1


def starred(it):
    return isinstance(it, ast.Starred)


NEVER = r"(?!)"
IDIOMS = (
    Idiom("f-string", node(ast.JoinedStr), r"text with an f"),
    Idiom("number format", lambda it: isinstance(it, ast.FormattedValue) and it.format_spec,
          r"`\{\w+:\.2f\}`"),
    Idiom("digits that count", digits_that_count, r"`\{x:\.3g\}`"),
    Idiom("end=", argument("end"), r"`print\(…, end="),
    Idiom("default", default, r"\*\*default\*\*"),
    Idiom("f-string in an f-string", nested_format, NEVER),
    Idiom("np.array", of_numpy("array"), r"`np\.array"),
    Idiom("shape", attribute("shape"), r"\*\*shape\*\*"),
    Idiom("np.arange", of_numpy("arange"), r"`np\.arange"),
    Idiom("np.linspace", of_numpy("linspace"), r"`np\.linspace"),
    Idiom("np.zeros", of_numpy("zeros", "ones"), r"`np\.zeros"),
    Idiom("np.round", of_numpy("round"), r"`np\.round"),
    Idiom("np.isclose", of_numpy("isclose", "allclose"), r"`np\.isclose"),
    Idiom("np.argmin", of_numpy("argmin", "argmax"), r"`np\.argm(in|ax)"),
    Idiom("np.abs", of_numpy("abs"), r"`np\.abs"),
    Idiom("np.append", of_numpy("append"), r"`np\.append"),
    Idiom("np.std", of_numpy("std"), r"`np\.std"),
    Idiom("np.where", of_numpy("where"), r"`np\.where"),
    Idiom("np.column_stack", of_numpy("column_stack"), r"`np\.column_stack"),
    Idiom("np.linalg", of_numpy("linalg"), r"`np\.linalg"),
    Idiom("np.exp, np.log", of_numpy("exp", "log"), r"`np\.(exp|log)"),
    Idiom("NumPy for specialists", of_numpy(
        "stack", "broadcast_to", "flatnonzero", "errstate", "log1p", "hypot", "arctan2", "einsum",
        "ptp", "diff", "cumsum", "newaxis", "unique",
    ), NEVER),
    Idiom("slice", node(ast.Slice), r"\*\*slice\*\*"),
    Idiom("mask", mask, r"\*\*mask\*\*"),
    Idiom("mean of True and False", share, r"\*\*share\*\*"),
    Idiom("@", operator(ast.MatMult), r"`\w+ @ \w+`"),
    Idiom(".T", attribute("T"), r"\*\*transpose\*\*"),
    Idiom("axis=", argument("axis"), r"`X\.mean\(axis=0\)`"),
    Idiom("keepdims=", argument("keepdims"), NEVER),
    Idiom("one more axis", new_axis, NEVER),
    Idiom("generator", attribute("default_rng"), r"`rng = np\.random\.default_rng"),
    Idiom("rng.permutation", attribute("permutation"), r"`rng\.permutation"),
    Idiom("lambda", node(ast.Lambda), r"`lambda "),
    Idiom("default in a lambda", default_in_lambda, NEVER),
    Idiom("comprehension", node((ast.ListComp, ast.DictComp)), r"makes a list in one line"),
    Idiom("generator expression", node((ast.GeneratorExp, ast.SetComp)), NEVER),
    Idiom("zip", called("zip"), r"`zip\("),
    Idiom("enumerate", called("enumerate"), r"`enumerate\("),
    Idiom("items", attribute("items"), r"`\.items\(\)`"),
    Idiom("map, filter", called("map", "filter", "reduce"), NEVER),
    Idiom("sort or search by a key", argument("key"), r"`key="),
    Idiom("try", node(ast.Try), r"`try`"),
    Idiom("with", node(ast.With), r"`with`"),
    Idiom("either-or in one line", node(ast.IfExp), r"`\w+ if \w+"),
    Idiom("unpacking by a star", starred, r"[Tt]he star\b"),
    Idiom("walrus", node(ast.NamedExpr), NEVER),
    Idiom("class", node((ast.ClassDef, ast.Global, ast.Nonlocal, ast.Yield)), NEVER),
    Idiom("rest of a division", operator(ast.Mod), r"`\w+ % \w+`"),
    Idiom("two names for one value", two_names, r"`a = b = 0`"),
    Idiom("floor division", operator(ast.FloorDiv), r"`//`"),
    Idiom("both of two masks", operator(ast.BitAnd), r"`&`"),
    Idiom("bit by bit", operator((ast.BitOr, ast.BitXor, ast.LShift)), r"`[|^]`"),
)  # fmt: skip


def read(cell):
    """Tell whether a cell is code that is to be read."""
    return (
        cell.cell_type == "code"
        and "nbgrader" not in cell.metadata
        and "jupyter" not in cell.metadata
    )


def needed(name, cells, before):
    """Return the lessons of `before` that a lesson asks for, with lesson 0; all if it is silent.

    Args:
        name: The lesson, whose number it begins with.
        cells: Its cells.
        before: The lessons before it, each with those that it needs itself.
    """
    said = " ".join(" ".join(cell.source for cell in cells[:2]).split())
    asks = re.search(r"\*About .*?You need: (.*?)\*", said)
    if asks is None:
        return set(before)
    several = [range(int(a), int(b) + 1) for a, b in re.findall(r"(\d+) to (\d+)", asks[1])]
    numbers = {0, *map(int, re.findall(r"\d+", asks[1])), *(n for some in several for n in some)}
    asked = {other for other in before if int(other[:2]) in numbers}
    return asked.union(*(before[other] for other in asked))


def untold(lessons):
    """Yield (lesson, idiom, cell) for each idiom that is used before it is told, once each."""
    texts, needs, seen = {}, {}, set()
    for name, cells in lessons.items():
        needs[name], texts[name] = needed(name, cells, needs), ""
        prose = "".join(texts[other] for other in sorted(needs[name]))
        for cell in cells:
            if cell.cell_type == "markdown":
                text = "\n" + " ".join(cell.source.split())
                prose, texts[name] = prose + text, texts[name] + text
            elif read(cell):
                for idiom in IDIOMS:
                    used = any(idiom.used(it) for it in ast.walk(ast.parse(cell.source)))
                    new = (name, idiom.name) not in seen
                    if used and new and not re.search(idiom.told, prose):
                        seen.add((name, idiom.name))
                        yield name, idiom.name, cell.source[:80]


@pytest.fixture(scope="module")
def found():
    """What is used before it is told, in all lessons."""
    return list(untold({path.stem: markup.read(path).cells for path in LESSONS}))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_idioms_are_told_before_they_are_used(found, lesson):
    assert [one for one in found if one[0] == lesson.stem] == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("X @ w", "@"),
        ("x[x > 3]", "mask"),
        ("(x > 3).mean()", "mean of True and False"),
        ("x[:, None]", "one more axis"),
        ("print(f'{f\"{x}\"}')", "f-string in an f-string"),
        ("[w**2 for w in x]", "comprehension"),
        ("lambda w, b=b: w", "default in a lambda"),
        ("def rise(w, by=1):\n    return w + by", "default"),
        ("print(f'{x:8.3g}')", "digits that count"),
        ("print(x, end='')", "end="),
        ("if step % 4 == 0:\n    pass", "rest of a division"),
        ("v = w = 0", "two names for one value"),
        ("np.abs(w)", "np.abs"),
        ("try:\n    f()\nexcept OverflowError:\n    pass", "try"),
    ],
)
def test_an_untold_idiom_is_found(source, name):
    cell = nbformat.v4.new_code_cell(source)
    assert name in {idiom for _, idiom, _ in untold({"99_x": [cell]})}
    folded = nbformat.v4.new_code_cell(source, metadata={"jupyter": {"source_hidden": True}})
    assert list(untold({"99_x": [folded]})) == []


def test_what_is_told_may_be_used():
    told = nbformat.v4.new_markdown_cell("`X @ w` multiplies and adds up.")
    cell = nbformat.v4.new_code_cell("X @ w")
    assert list(untold({"98_x": [told], "99_x": [cell]})) == []
    assert list(untold({"98_x": [cell], "99_x": [told]})) != []
