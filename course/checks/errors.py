"""Python's and NumPy's error messages in plain words, for someone who meets them first here.

What is said stands in `error_table`; here is how a message finds its row, and how a row finds the
parts of the student's line that it names.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import difflib
import keyword
import math
import re
import sys
import warnings
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields

import numpy as np

from course.checks import error_table as table
from course.checks.brief import cut
from course.landscapes import Landscape


@dataclass(frozen=True)
class Plain:
    """An error in plain words.

    Attributes:
        kind: Its stable name, such as "shapes-matmul".
        words: One or two short sentences, code in backticks.
    """

    kind: str
    words: str


def in_plain_words(
    error: BaseException, line: str = "", names: Collection[str] = ()
) -> Plain | None:
    """Return what `error` means, or None where that is not sure; never raises.

    Args:
        error: The exception, or one made elsewhere with the same type's name and message.
        line: The student's line that raised it, if known.
        names: The names that were defined, to find the one that was meant.

    >>> in_plain_words(NameError("name 'wieght' is not defined"), names=["weight"]).words
    'Python does not know the name `wieght`. Did you mean `weight`?'
    """
    with contextlib.suppress(Exception):
        types = {base.__name__ for base in type(error).__mro__}
        types |= {table.FAMILY[name] for name in types & table.FAMILY.keys()}
        message = str(error)[:2000]
        for pattern, same in table.SAME:
            message = re.sub(pattern, same, message)
        for kind, of_types, pattern, words in table.ERRORS:
            found = not types.isdisjoint(of_types.split()) and _found(pattern, message)
            if found:
                said = _Said(found.groupdict(), line, names)
                kind, words = (kind, words) if words else SPECIAL[kind](said)
                if words:
                    return Plain(kind, _sentence(words.format_map(said)))
    return None


def syntax_in_plain_words(error: SyntaxError, source: str) -> Plain:
    """Return what is wrong with the program `source`, with the number and the text of its line.

    >>> syntax_in_plain_words(SyntaxError("invalid decimal literal"), "x = 2h").kind
    'times-missing'
    """
    kind, words, where = "syntax", table.UNREADABLE, ""
    with contextlib.suppress(Exception):
        message = str(getattr(error, "msg", None) or error)
        told = re.search(r"\(.*line (\d+)\)$", message)
        number = getattr(error, "lineno", None) or int(told[1] if told else 1)
        line = "".join(source.split("\n")[number - 1 : number])
        quoted = _code([line.strip()], 60)
        where = f"Line {number} is {quoted}. " if quoted else f"Look at line {number}. "
        # Texts and comments hold words that are not Python's.
        bare = re.sub(r"(['\"]).*?\1", "''", line).partition("#")[0].rstrip()
        for of_kind, pattern, in_line, template in table.SYNTAX:
            found, seen = _found(pattern, message), _found(in_line, bare)
            if found and seen:
                said = _Said({**found.groupdict(), **seen.groupdict()})
                of_kind, template = (of_kind, template) if template else SPECIAL[of_kind](said)
                if template:
                    kind, words = of_kind, template.format_map(said)
                    break
    return Plain(kind, where + _sentence(words))


def _found(pattern: str, text: str) -> re.Match | None:
    for short, long in table.SHORT.items():
        pattern = pattern.replace(short, long)
    return re.search(pattern, text)


# --- what the words can name -----------------------------------------------------------------


class _Said(dict):
    """What a message says, and by name (see PLACES) the parts of the line it may be about."""

    def __init__(self, groups: dict[str, str | None], line: str = "", names: Collection = ()):
        super().__init__({key: _told(key, text) for key, text in groups.items() if text})
        self.tree, self.source, self.names = *_parsed(line), names

    def __missing__(self, place: str) -> str:
        name, _, called = place.partition("_")
        texts = self.texts(name)
        if called:
            # Of several, a function of NumPy's surely is one.
            text = _code([one for one in texts if _of_numpys(one)] or texts)
            single = re.fullmatch(r"`([A-Za-z_][\w.]*)`", text)
            argument = "w" if re.search(r"\bw\b", self.source) else "…"
            return f"`{single[1]}({argument})`" if single else "`grad(w)`"
        return _code(texts) or PLACES[name][1]

    def texts(self, place: str) -> list[str]:
        """Return the parts of the line that may be meant, as the student wrote them."""
        nodes = PLACES[place][0](self)
        return [ast.get_source_segment(self.source, node) or "" for node in nodes]

    def all(self, *types: type) -> list:
        """Return all nodes of these types."""
        return [node for node in ast.walk(self.tree) if isinstance(node, types)]


def _parsed(line: str) -> tuple[ast.AST, str]:
    """Return a line of a program, which may be the head of a block, as a tree and its text."""
    line = line.strip()
    for source in (line, f"if 1: pass\n{line} pass"):
        with contextlib.suppress(SyntaxError), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source), source
    return ast.Module([], []), ""


def _told(key: str, text: str) -> str:
    """Return what a pattern found as a student reads it."""
    last = text.rpartition(".")[2]
    if key in ("a", "b"):
        number = re.fullmatch(r"u?(int|float|complex|bool|str)\d*_?", last)
        article = "an" if last[:1] in tuple("AEIOaeio") else "a"
        return table.NOUNS.get(number[1] if number else last, f"{article} `{last}`")
    if key == "f":
        # NumPy's own names for the insides of its methods begin with a line: `_mean`.
        last = last.lstrip("_") if last[:2] != "__" else last
        return f"`{last}`" if last.isidentifier() and last[:2] != "__" else "The function"
    if key in ("s", "t"):
        return re.sub(r",(?=\d)", ", ", text.replace(") (", ") and ("))
    if key in ("what", "line"):
        return text.replace("'", "`")
    return cut(" ".join(text.replace("`", "'").split()), 60)


def _of_numpys(text: str) -> bool:
    """Return whether a piece of code, such as "np.cos", is a function of NumPy's."""
    return text.startswith("np.") and callable(getattr(np, text[3:], None))


def _code(texts: Iterable[str], limit: int = 40) -> str:
    """Return short pieces of code as "`w` or `h`", or an empty text where that says too much."""
    texts = list(dict.fromkeys(texts))
    fits = all(0 < len(text) <= limit and not set("`\n") & set(text) for text in texts)
    return " or ".join(f"`{text}`" for text in texts) if fits and len(texts) < 4 else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


OPERATORS = {
    "+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "//": ast.FloorDiv, "%": ast.Mod,
    "**": ast.Pow, "@": ast.MatMult, "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
}  # fmt: skip


def _sides(said: _Said, right: bool, *signs: str) -> list[ast.AST]:
    """Return what stands on one side of a sign: of those given, else the message's own."""
    signs = signs or (said.get("op", "@"), said.get("op", "@").removesuffix("="))
    types = tuple(OPERATORS[sign] for sign in signs if sign in OPERATORS)
    sides = []
    for node in said.all(ast.BinOp, ast.AugAssign, ast.Compare):
        if isinstance(node, ast.Compare):
            if isinstance(node.ops[0], types):
                sides.append(node.comparators[0] if right else node.left)
        elif isinstance(node.op, types):
            one, other = ("left", "right") if isinstance(node, ast.BinOp) else ("target", "value")
            sides.append(getattr(node, other if right else one))
    return sides


def _called(said):
    called = [node.func for node in said.all(ast.Call)]
    # Where a number stands before a bracket, it is that one.
    for func in [func for func in called if isinstance(func, ast.Constant)] or called:
        name = ast.unparse(func)
        known = name.startswith(("np.", "math.")) or name in OWN
        if not known or (name.startswith("np.") and not callable(getattr(np, name[3:], len))):
            yield func


def _given(said):
    """Return what is given to the function of the message, else to those that the line calls."""
    calls = [(ast.unparse(node.func), node.args) for node in said.all(ast.Call) if node.args]
    named = [given for name, given in calls if f"`{name}`" == said.get("f")]
    single = [given for name, given in calls if re.match(TAKES_ONE, name)]
    return [one for given in named or single or [given for _, given in calls[:1]] for one in given]


def _function_picked(said):
    picked = [node.value for node in said.all(ast.Subscript)]
    known = [one for one in picked if isinstance(one, ast.Attribute) or ast.unparse(one) in OWN]
    return known or picked


def _looped(said):
    loops = [node.iter for node in said.all(ast.For, ast.comprehension)]
    loops += [node.value for node in said.all(ast.AugAssign, ast.Starred)]
    loops += [node.comparators[0] for node in said.all(ast.Compare)]
    return loops or [node.args[0] for node in said.all(ast.Call) if node.args]


def _unpacked(said):
    several = (ast.Tuple, ast.List)
    pairs = [(node.targets[0], node.value) for node in said.all(ast.Assign)]
    pairs += [(node.target, node.iter) for node in said.all(ast.For, ast.comprehension)]
    return [value for names, value in pairs if isinstance(names, several)]


# Functions of one weight, as the exercises call them; and Python's of one number.
OF_ONE = r"(grad\w*|slope|f|loss)$"
TAKES_ONE = r"(math\.\w+|float|int|round|range)$"
# How to find what the words name, and what is said where the line does not show it.
PLACES = {
    "called": (_called, "what stands before the `(`"),
    "picked": (lambda said: [n.value for n in said.all(ast.Subscript)], "what stands before `[`"),
    "function": (_function_picked, "what stands before `[`"),
    "given": (_given, "what stands in the brackets"),
    "looped": (_looped, "what the loop goes through"),
    "unpacked": (_unpacked, "what is on the right"),
    "owner": (
        lambda said: [n.value for n in said.all(ast.Attribute) if n.attr == said["attr"]],
        "what stands before the dot",
    ),
    "divisor": (lambda said: _sides(said, True, "/", "//", "%"), "what it is divided by"),
    "left": (lambda said: _sides(said, False), "the left side"),
    "right": (lambda said: _sides(said, True), "the right side"),
    "times": (
        lambda said: [
            node
            for node in _sides(said, False, "*") + _sides(said, True, "*")
            if not isinstance(node, ast.Constant)
        ],
        "the left or the right",
    ),
}

# --- the rows that need more than a pattern --------------------------------------------------

# What IPython gives every notebook is no name of the student's own.
OWN = frozenset(name for name in dir(builtins) if name[0] != "_") - {"exit", "quit", "open"}


def _close(name: str, pool: Iterable[str], cutoff: float = 0.75) -> str:
    pool = [other for other in pool if other != name and other[:1] != "_"]
    same = [other for other in pool if other.lower() == name.lower()]
    return next(iter(same or difflib.get_close_matches(name, pool, 1, cutoff)), "")


def _random(said):
    """Return what of NumPy's random numbers the line takes from `random`, or an empty text."""
    own = {"random", "seed", "shuffle", "choice", "sample", "uniform"}
    taken = [node.attr for node in said.all(ast.Attribute) if ast.unparse(node.value) == "random"]
    return next((one for one in taken if one in set(dir(np.random)) - own), "")


def _entry_is_set(said):
    """Return whether the line sets entries of what it does not know: `Z[i] = …`."""
    targets = [one for node in said.all(ast.Assign) for one in node.targets]
    return any(
        isinstance(one, ast.Subscript)
        and isinstance(one.value, ast.Name)
        and one.value.id == said["name"]
        for one in targets
    )


NOT_KNOWN = "Python does not know the name `{{name}}`. Did you mean `{meant}`?"


def _unknown_name(said):
    name = said["name"]
    if name == "random" and (taken := _random(said)):
        return "needs-np", f"Did you mean `np.random.{taken}`?"
    if name in table.OF_RANDOM:
        return "needs-np", "Python itself has no `{name}`. Did you mean `np.random.{name}`?"
    if name in table.FIRST_CELL:
        return "restart", (
            "`{name}` comes from the first cell of the notebook. Run that cell after every "
            "restart, then this one again."
        )
    if name in table.TO_IMPORT:
        return "not-imported", "`{name}` must be imported first: `import {name}`."
    if name in table.OF_NUMPY:
        if (quotes := _perhaps_a_text(said)) and _compared(said):
            return "needs-np", f"Is a text meant?{quotes} If not: NumPy has `np.{{name}}`."
        return "needs-np", (
            "Python itself has no `{name}`, NumPy has. Did you mean `np.{name}`?"
            + _perhaps_a_text(said)
        )
    written = table.WRITTEN.get(name, "")
    if written.startswith("np.") or written in said.names:
        return "unknown-name", NOT_KNOWN.format(meant=written)
    # Where the names are known, another one of the line may be as unknown.
    in_line = [] if said.names else [node.id for node in said.all(ast.Name)]
    if lesson := _lesson_with(name):
        return "exercise", (
            f"`{{name}}` is what an exercise of lesson {lesson} asks for. Its answer must stand "
            "in this notebook, and its cell must have been run since the last restart."
        )
    own = sorted(one for one in OWN if name[:1].isupper() or not one.endswith("Error"))
    called = [ast.unparse(node.func) for node in said.all(ast.Call)]
    own += ["return"] if name in called else []
    meant = _close(name, [*said.names, *in_line, "True", "False", "None", *own])
    if _entry_is_set(said) and meant.lower() in ("", name.lower()):
        return "not-made-yet", (
            "`{name}` must be there before its entries are set. Make it first, above the loop: "
            "with `np.zeros(…)` an array, with `{{}}` a dictionary."
        )
    # What is like a name of Python's, such as rng and range, may be one of the lesson's.
    if meant and not (meant in OWN and _of_a_lesson(name)):
        return "unknown-name", NOT_KNOWN.format(meant=meant)
    if name in called and (name in table.OF_LINALG or _of_numpys(f"np.{name}")):
        part = "linalg." if name in table.OF_LINALG else ""
        return "needs-np", f"Python itself has no `{{name}}`. Did you mean `np.{part}{{name}}`?"
    return "unknown-name", (
        "Python does not know the name `{name}` here. Is it spelt as where it gets its value, and "
        "has that cell been run since the last restart?"
        + (" (In formulas n is how many examples there are, such as `len(x)`.)" * (name == "n"))
        + _perhaps_a_text(said)
    )


def _of_a_lesson(name):
    from course.checks import known_names

    return name in known_names()


def _lesson_with(name):
    """Return the number of the lesson that has an exercise of this name, or an empty text."""
    from course.checks import lessons  # it imports this module

    found = (
        lesson
        for lesson, group in lessons().items()
        if any(name == one.name and not one.values for one in group)
    )
    number = next(found, "").partition("_")[0]
    return str(int(number)) if number else ""


def _perhaps_a_text(said):
    alone = [node.value for node in said.all(ast.Assign) if isinstance(node.value, ast.Name)]
    alone += [one for node in said.all(ast.Compare) for one in (node.left, *node.comparators)]
    alone = [node for node in alone if isinstance(node, ast.Name) and node.id == said["name"]]
    return ' (A text stands in quotes: `"{name}"`.)' if alone else ""


def _compared(said):
    """Return whether the name stands beside `==`, and is a function in NumPy: equal to nothing."""
    sides = [one for node in said.all(ast.Compare) for one in (node.left, *node.comparators)]
    named = any(isinstance(one, ast.Name) and one.id == said["name"] for one in sides)
    return named and callable(getattr(np, said["name"], None))


def _of_module(said):
    module, attr = said["module"], said["attr"]
    short = "np" if module == "numpy" else module.rpartition(".")[2]
    if module == "numpy" and attr in OWN:
        return "no-such-function", "`{attr}` is Python's own: write it without `np.` before it."
    if module == "numpy" and attr in table.NOT_IN_NUMPY:
        return "no-such-function", f"There is no `np.{{attr}}`: {table.NOT_IN_NUMPY[attr]}."
    for part, held in (("linalg", table.OF_LINALG), ("random", table.OF_RANDOM)):
        if module == "numpy" and attr in held:
            return "no-such-function", (
                f"There is no `np.{{attr}}`. Did you mean `np.{part}.{{attr}}`?"
            )
    if module == "numpy" and hasattr(np.ndarray, attr):
        return "no-such-function", "There is no `np.{attr}`. An array has it: `w.{attr}`."
    known = {"numpy": np, "math": math}.get(module)
    meant = _close(attr, dir(known) if known else _made_in(module), 0.75 if known else 0.7)
    ask = f"Did you mean `{short}.{meant}`?" if meant else "Is the name spelt right?"
    return "no-such-function", f"There is no `{short}.{{attr}}`. {ask}"


def _made_in(module):
    """Return the names that a module of the course makes itself."""
    held = vars(sys.modules[module]) if module.startswith("course.") else {}
    return [name for name, one in held.items() if getattr(one, "__module__", "") == module]


def _np_overwritten(said):
    return "np-overwritten", "np" in said.texts("owner") and (
        "`np` stands for {a} now, no longer for NumPy. Give that another name, and run "
        "`import numpy as np` again."
    )


def _overwritten(said):
    called = {ast.unparse(node.func) for node in said.all(ast.Call)}
    own = called & OWN & set(said.names) or called & OWN
    if len(own) == 1 and (own <= set(said.names) or own == called):
        (name,) = own
        return "overwritten", (
            f"Did you use `{name}` as a name of your own, for {{a}}? Then `{name}(…)` does not "
            f"work any more: take another name, and `del {name}` brings Python's back."
        )
    if own and own <= set(said.names):
        listed = " and ".join(f"`{name}`" for name in sorted(own))
        return "overwritten", (
            f"{listed} are names of your own now. Are they meant as Python's functions? Then take "
            f"other names, and `del {', '.join(sorted(own))}` brings Python's back."
        )
    values = [
        name
        for name in called
        if re.fullmatch(r"[\w.]+\.(shape|size|ndim|T)|(np|math)\.(pi|e|inf|nan)", name)
    ]
    return "no-brackets", values and f"{_code(values)} is no function: write no `()` behind it."


def _of_numpy(said):
    """Tell what NumPy has as a function, or an array under a name that is close."""
    kind, attr = said["a"], said["attr"]
    array = kind == table.NOUNS["ndarray"]
    number = kind in (table.NOUNS["int"], table.NOUNS["float"])
    function = getattr(np, attr, None)
    if array and attr in table.OF_LINALG:
        return "of-numpy", (
            "{a} has no `.{attr}`. NumPy has `np.linalg.{attr}(…)`: put {owner} in its brackets."
        )
    if callable(function) and (array or (number and isinstance(function, np.ufunc))):
        return "of-numpy", (
            "{a} has no `.{attr}`. NumPy has `np.{attr}(…)`: put {owner} in its brackets."
        )
    meant = array and _close(attr, dir(np.ndarray), 0.8)
    return "of-numpy", meant and f"{{a}} has no `.{{attr}}`. Did you mean `.{meant}`?"


def _count_of_a_call(said):
    """Tell how many values a landscape takes, which Python counts as one of them."""
    n, m = int(said["n"]) - 1, int(said["m"]) - 1
    return "argument-count", (
        f"{{called}} takes {n} in its round brackets, but is given {m}. Which values does it need?"
    )


def _own_of_python(said):
    name = said["attr"] if "attr" in said else said["attr_"]
    return "argument-unknown", name not in said.names and (
        f"Python's own `{name}` takes no such value with a name, NumPy's does: `np.{name}(…)`."
    )


def _own_compares(said):
    """Tell of `max(0, x)`, which compares arrays where no condition is to be seen."""
    called = {ast.unparse(node.func) for node in said.all(ast.Call)} & {"min", "max"}
    seen = said.all(ast.Compare, ast.BoolOp, ast.If, ast.While, ast.IfExp, ast.Assert)
    name = "".join(called) if len(called) == 1 and not seen else ""
    return "truth-of-array", name and (
        f"Python's own `{name}` cannot compare arrays. Entry by entry "
        f"`np.{OF_AN_AXIS[name]}(a, b)` does it; of all entries of one "
        f"array `np.{name}(a)` gives one."
    )


# What takes one array, and behind it an axis; and what takes two numbers instead.
OF_AN_AXIS = {
    "min": "minimum",
    "max": "maximum",
    **dict.fromkeys(("sum", "mean", "std", "prod", "concatenate", "stack"), ""),
}


def _axis_for_number(said):
    """Tell of `np.min(1, x)`, where the second number is taken for an axis."""
    calls = [(ast.unparse(node.func), node.args) for node in said.all(ast.Call)]
    several = [name[3:] for name, args in calls if name[:3] == "np." and len(args) > 1]
    name = next((one for one in several if one in OF_AN_AXIS), "")
    ask = (
        f"Of two, `{name}(a, b)` takes one; entry by entry, `np.{OF_AN_AXIS[name]}(a, b)` does."
        if OF_AN_AXIS.get(name)
        else f"Several go into brackets of their own: `np.{name}([a, b])`."
    )
    return "axis-for-number", name and (
        f"`np.{name}` takes one array or list; what comes second is the number of an axis. {ask}"
    )


def _method_in_product(said):
    sides = [node for right in (False, True) for node in _sides(said, right, "@")]
    sides = [node for node in sides if isinstance(node, ast.Attribute)]
    texts = [ast.unparse(node) for node in sides if callable(getattr(np.ndarray, node.attr, None))]
    calls = " or ".join(f"`{text}()`" for text in texts)
    return "function-not-called", texts and (
        f"A function stands where an array is needed: look at {_code(texts)}. It is called with "
        f"round brackets: {calls}."
    )


def _kind_for_value(said):
    name, attr = (said[key] if key in said else said[f"{key}_"] for key in ("name", "attr"))
    return "kind-for-value", (
        f"Before `.{attr}` must stand something of your own. Is it `{name}` itself or "
        f"`{name}[…]`, where `{name}(…)` or the name of yours is meant?"
    )


def _of_kind(said):
    """Tell what a landscape, a path or a generator has under a name that is close."""
    from course.descent import Path

    attr, of = said["attr"], said["of"]
    names = {
        "Landscape": sorted(field.name for field in fields(Landscape)),
        "Generator": dir(np.random.Generator),
        "Path": [*Path.__annotations__, *dir(Path)],
    }[of]
    renamed = table.OF_GENERATOR.get(attr, "") if of == "Generator" else ""
    begun = [name for name in names if name.startswith(attr)]
    meant = renamed or next(iter(begun), "") or _close(attr, names)
    return "no-attribute", meant and f"{{owner}} has no `.{{attr}}`. Did you mean `.{meant}`?"


def _list_for_one(said):
    """Tell of `grad(path)`, where a list that has grown by arrays is given for one weight."""
    given = [
        (ast.unparse(node.func), node.args[0].id)
        for node in said.all(ast.Call)
        if re.match(OF_ONE, ast.unparse(node.func)) and isinstance((node.args or [0])[0], ast.Name)
    ]
    function, name = given[0] if given else ("", "")
    return "ragged", given and (
        f"`{function}` takes one weight. Is `{name}` the list of all of them? Then one of its "
        f"entries is meant, such as `{name}[-1]`."
    )


def _index_adds(said):
    """Tell of `w[i] += 1`, which reads an entry before it sets it."""
    read = [node.target for node in said.all(ast.AugAssign)]
    read = [node for node in read if isinstance(node, ast.Subscript)]
    texts = [ast.get_source_segment(said.source, node) or "" for node in read]
    return "index-adds", _code(texts) and (
        f"An entry that is asked for here does not exist. {_code(texts)} must be there before "
        "something can be added to it: a list grows with `append`."
    )


def _no_entry(said):
    told = "Entry {n} does not exist: the size here is {m}, and counting starts at 0."
    if any(said["n"] in _typed_in(node) for node in said.all(ast.Subscript)):
        return "index", f"{told} The number {{n}} is typed into your line: what fits every size?"
    # A loop that goes one step too far asks for the entry just behind the last one.
    ask = (
        "Does a loop go one step too far?"
        if said["n"] == said["m"]
        else "Does a loop go too far, does it count something longer than {picked}, or does it go "
        "through entries and not through their numbers?"
    )
    return "index", f"{told} {ask}"


def _typed_in(node: ast.Subscript) -> set[str]:
    """Return the numbers that stand themselves in the brackets, as text: not those of a slice."""
    places = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return {str(one.value) for one in places if isinstance(one, ast.Constant)}


def _of_import(said):
    meant = _close(said["module"], table.TO_IMPORT | {"matplotlib", "course"})
    ask = f"Did you mean `{meant}`?" if meant else "Is its name spelt right, and is it installed?"
    return "import", f"Python finds no module `{{module}}`. {ask}"


def _pasted_sign(said):
    sign = said["sign"]
    typed = next((typed for typed, signs in table.SIGNS.items() if sign in signs), "")
    ask = f"Type {typed} in its place." if typed else "What should stand in its place?"
    return "pasted-sign", f"Python does not know the sign {sign}, perhaps from a page. {ask}"


def _foreign_sign(said):
    return "foreign-sign", f"Python has no `{{sign}}`. Do you mean {table.FOREIGN[said['sign']]}?"


def _spaces(said):
    parts = re.split(r"[ -]+", said["name"])
    words = set(parts) & set(keyword.kwlist) - {"in", "is", "or", "and", "not", "as", "from"}
    return "name-with-spaces", not words and (
        f"A name has neither spaces nor `-` in it: write `{'_'.join(parts)}`. (Between two names "
        "stands a comma.)"
    )


def _misspelt_word(said):
    word = said["word"]
    meant = word not in keyword.kwlist and _close(word, keyword.kwlist, 0.65)
    return "misspelt-word", meant and f"`{word}` is no word of Python. Do you mean `{meant}`?"


def _uneven_brackets(said):
    opened, closed = (sum(said["line"].count(one) for one in some) for some in ("([{", ")]}"))
    return "bracket", opened != closed and (
        f"Count its brackets: {opened} open, {closed} close. Which one is left over?"
    )


SPECIAL = {
    "unknown-name": _unknown_name,
    "no-such-function": _of_module,
    "np-overwritten": _np_overwritten,
    "overwritten": _overwritten,
    "index": _no_entry,
    "import": _of_import,
    "argument-count": _count_of_a_call,
    "axis-for-number": _axis_for_number,
    "of-numpy": _of_numpy,
    "no-attribute": _of_kind,
    "argument-unknown": _own_of_python,
    "truth-of-array": _own_compares,
    "index-adds": _index_adds,
    "ragged": _list_for_one,
    "kind-for-value": _kind_for_value,
    "function-not-called": _method_in_product,
    "name-with-spaces": _spaces,
    "pasted-sign": _pasted_sign,
    "foreign-sign": _foreign_sign,
    "misspelt-word": _misspelt_word,
    "bracket": _uneven_brackets,
}
