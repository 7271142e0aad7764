"""Which name was meant: what a student wrote in place of the name that a check looks for."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from course.checks.outline import Binding, outline
from course.checks.runs import Run

# How much of its letters, and of its words, another name shares with the one that is meant.
# Values are less sure than functions: students name many of their own.
SAME_LETTERS = 0.8
SAME_WORDS = {"function": 0.5, "value": 0.6}


def meant(
    names: Sequence[str],
    is_function: bool,
    runs: Sequence[Run],
    namespace: Mapping[str, Any],
    ignore: Collection[str] = (),
) -> tuple[str, str, Run] | None:
    """Return (the missing name, what was written in its place, the run), for the likeliest pair.

    Args:
        names: The names that are missing.
        is_function: Whether they are functions.
        runs: Where to look.
        namespace: Tells which values can be called.
        ignore: Names that do not count.
    """
    best, least = None, 0.0
    for run in runs:
        for binding in outline(run.source).bindings:
            other = binding.name
            if other in names or other in ignore or binding.holds == "stub":
                continue
            like, name = max((_likeness(name, other, is_function), name) for name in names)
            if like >= max(least, 0.1) and _fits(binding, is_function, namespace):
                best, least = (name, other, run), like
    return best


def _fits(binding: Binding, is_function: bool, namespace: Mapping[str, Any]) -> bool:
    """Return whether a binding is of the kind that the exercise asks for."""
    if not is_function:
        return binding.kind == "value"
    if binding.kind == "value":
        # Such as `my_slope = partial(…)`; reading a name may ask another process, and fail.
        with contextlib.suppress(Exception):
            return callable(namespace.get(binding.name))
    return binding.kind == "function"


def _likeness(one: str, other: str, is_function: bool) -> float:
    """Return how like two names are, or 0 where they are not."""
    words, others = _words(one), _words(other)
    letters, other_letters = "".join(words), "".join(others)
    if sorted(letters) == sorted(other_letters):
        # Words or letters in another order, another case, without the line between.
        return 1.0
    ratio = SequenceMatcher(None, letters, other_letters).ratio()
    shared = len({*words} & {*others}) / max(len({*words}), len({*others}))
    enough = SAME_WORDS["function" if is_function else "value"]
    return max(ratio if ratio >= SAME_LETTERS else 0.0, shared if shared >= enough else 0.0)


def _words(name: str) -> list[str]:
    """Return the words of a name in small letters, without the s of a plural."""
    words = re.findall(r"\d+|[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])", name) or [name]
    words = [word.lower() for word in words]
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words]
