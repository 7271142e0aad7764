"""Faults drawn at random: an answer with one thing changed that a person could have got wrong.

They are drawn from text and tokens as well as from the syntax tree, so that they are others than
those that the checks' own search for a place goes through (`course/checks/help/edits.py`).
"""

from __future__ import annotations

import ast
import io
import re
import tokenize

import numpy as np

from tests.support.mutants import mutants

# Tokens that are mixed up, each with what may stand there instead.
MIXED = {
    "+": "-*/",
    "-": "+*/",
    "*": "/+-",
    "/": "*-+",
    "**": ["*", "+"],
    "@": ["*"],
    "<": ["<=", ">"],
    "<=": ["<", ">="],
    ">": [">=", "<"],
    ">=": [">", "<="],
    "==": ["!=", "<="],
    "+=": ["-=", "="],
    "-=": ["+=", "="],
    "=": ["+=", "-="],
}
WORDS = {
    "mean": "sum",
    "sum": "mean",
    "sqrt": "abs",
    "min": "max",
    "max": "min",
    "append": "extend",
    "zeros_like": "ones_like",
    "zeros": "ones",
    "std": "var",
    "cos": "sin",
    "exp": "sqrt",
    "and": "or",
    "or": "and",
    "True": "False",
    "False": "True",
    "permutation": "arange",
    "floor": "ceil",
}


def faults(code: str, rng: np.random.Generator) -> tuple[str, str]:
    """Return what was changed and the changed answer; two empty texts where it did not work."""
    kinds = (_token, _token, _name, _number, _line, _brackets, _mutant, _mutant)
    told, text = kinds[rng.integers(len(kinds))](code, rng)
    try:
        if not text or ast.unparse(ast.parse(text)) == ast.unparse(ast.parse(code)):
            return "", ""
    except (SyntaxError, ValueError):
        return "", ""
    return told, text


def _tokens(code: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(code).readline))


def _put(code: str, token: tokenize.TokenInfo, new: str) -> str:
    lines = code.splitlines(keepends=True)
    row, column = token.start[0] - 1, token.start[1]
    line = lines[row]
    lines[row] = line[:column] + new + line[token.end[1] :]
    return "".join(lines)


def _one(items: list, rng: np.random.Generator):
    return items[rng.integers(len(items))] if items else None


def _token(code: str, rng) -> tuple[str, str]:
    """Another operator, or another function of the same family."""
    found = [t for t in _tokens(code) if t.string in MIXED or t.string in WORDS]
    token = _one(found, rng)
    if token is None:
        return "", ""
    new = WORDS.get(token.string) or _one(list(MIXED[token.string]), rng)
    return f"line {token.start[0]}: {token.string} to {new}", _put(code, token, new)


def _name(code: str, rng) -> tuple[str, str]:
    """Another name of the same function, anywhere but in the head."""
    found = [
        t for t in _tokens(code) if t.type == tokenize.NAME and t.string.isidentifier()
        and not re.match(rf"\s*def\b.*\b{t.string}\b", t.line)
    ]  # fmt: skip
    tree = ast.parse(code)
    names = {a.arg for n in ast.walk(tree) if isinstance(n, ast.arguments) for a in n.args}
    names |= {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not _is_free(n)}
    token = _one([t for t in found if t.string in names], rng)
    new = _one(sorted(names - {token.string}), rng) if token else None
    if new is None:
        return "", ""
    return f"line {token.start[0]}: {token.string} to {new}", _put(code, token, new)


def _is_free(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)


def _number(code: str, rng) -> tuple[str, str]:
    token = _one([t for t in _tokens(code) if t.type == tokenize.NUMBER], rng)
    if token is None:
        return "", ""
    if token.string[-1] in "jJ":
        return "", ""
    value = float(token.string)
    new = _one([0, 1, 2, 3, 0.5, value + 1, value * 2, value / 10, -value], rng)
    new = str(int(new)) if float(new).is_integer() and "." not in token.string else f"{new:g}"
    return f"line {token.start[0]}: {token.string} to {new}", _put(code, token, new)


def _line(code: str, rng) -> tuple[str, str]:
    """A line left out, doubled, moved by one, or indented otherwise."""
    lines = code.splitlines()
    body = [i for i in range(1, len(lines)) if lines[i].strip() and "def " not in lines[i]]
    if len(body) < 2:
        return "", ""
    i = body[rng.integers(len(body))]
    kind = ("left out", "doubled", "moved down", "further in", "further out")[rng.integers(5)]
    new = list(lines)
    if kind == "left out":
        del new[i]
    elif kind == "doubled":
        new.insert(i, new[i])
    elif kind == "moved down" and i + 1 < len(new):
        new[i], new[i + 1] = new[i + 1], new[i]
    elif kind == "further in":
        new[i] = "    " + new[i]
    elif kind == "further out":
        new[i] = new[i].removeprefix("    ")
    return f"line {i + 1} {kind}", "\n".join(new) + "\n"


def _brackets(code: str, rng) -> tuple[str, str]:
    """A pair of brackets left out, or one put around two things that stand side by side."""
    spots = re.finditer(r"\(([^()]+ [-+*/] [^()]+)\)", code)
    found = [(m.start(), m.end(), m[1]) for m in spots]
    found += [
        (m.start(), m.end(), f"({m[0]})")
        for m in re.finditer(r"\b[\w.]+ [-+*/] [\w.]+\b(?![(\[])", code)
    ]
    spot = _one(found, rng)
    if spot is None:
        return "", ""
    start, end, new = spot
    line = code[:start].count("\n") + 1
    return f"line {line}: {code[start:end]} to {new}", code[:start] + new + code[end:]


def _mutant(code: str, rng) -> tuple[str, str]:
    return _one(list(mutants(code)), rng) or ("", "")
