"""`docs/errata.md` from `docs/errata.toml`: what the articles print, and what is true.

What is true is worked out with `course` each time the page is made; the data has expressions, no
values.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

import numpy as np

from course import data, descent, landscapes, network, optimizers, regression, schedules
from course_folder import ROOT

DATA = ROOT / "docs" / "errata.toml"
PAGE = ROOT / "docs" / "errata.md"
COURSE = (data, descent, landscapes, network, optimizers, regression, schedules)
NAMES = {module.__name__.rpartition(".")[2]: module for module in COURSE} | {"np": np}
# What the page is made of: a table, a sentence, or all of them.
Data = dict[str, Any]
# {expression | format}, or {expression} alone.
COMPUTED = re.compile(r"\{([^{}|]+?)(?:\s*\|\s*([^{}|]+))?\}")

INTRODUCTION = """\
# Errata

This course grows from five articles. Here is what they print and what is true, with the lesson
that shows it. What they print is quoted; what is true was computed by `course/` when this page
was made, and a test computes it again. *Change `docs/errata.toml`, not this page, and run
`.venv/bin/python -m authoring docs`.*
"""


def load() -> Data:
    """Return the data: "wrong", "articles", and lists of "table" and "sentence"."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def names(entry: Data) -> Data:
    """Return what the expressions of a table or a sentence may use, its `given` included."""
    known = dict(NAMES)
    exec(entry.get("given", ""), known)
    return known


def filled(text: str, known: Data) -> str:
    """Return the text with each {expression | format} worked out, on one line."""

    def value(found: re.Match[str]) -> str:
        shown = format(eval(found[1], known), (found[2] or "").strip())
        # What rounding leaves below zero is zero.
        shown = re.sub(r"^-(?=[0.,]*$)", "", shown)
        return re.sub(r"^-", "−", shown)

    return COMPUTED.sub(value, " ".join(text.split()))


def link(entry: Data) -> str:
    """Return the lesson and the section that show it, as a link."""
    if "no_lesson" in entry:
        return entry["no_lesson"]
    name = entry["lesson"]
    # The released one: the source holds the solutions.
    return f"[Lesson {int(name[:2])}](../release/{name}/{name}.ipynb), *{entry['heading']}*"


def number_table(entry: Data) -> str:
    """Return a table of printed numbers in Markdown."""
    known = names(entry)
    setting = " ".join(entry["setting"].split())
    lines = [f"### {entry['title']}", "", f"{setting} Shown in {link(entry)}.", ""]
    lines += ["| where | printed | true |", "|---|---|---|"]
    for _, where, printed, true in entry["rows"]:
        lines.append(f"| {where} | {printed} | {filled(true, known)} |")
    return "\n".join(lines)


def sentence_table(entries: list[Data]) -> str:
    """Return the sentences of one article in Markdown."""
    lines = ["### Sentences and code", ""]
    lines += ["| it says | what is true | lesson |", "|---|---|---|"]
    for entry in entries:
        true = filled(entry["true"], names(entry))
        if "source" in entry:
            true += f" ({entry['source']})"
        lines.append(f"| {entry['says']} | {true} | {link(entry)} |")
    return "\n".join(lines)


def page(errata: Data) -> str:
    """Return the whole page."""
    parts = [INTRODUCTION.rstrip()]
    for letter, title in errata["articles"].items():
        parts.append(f"## Article {letter}: *{title}*")
        parts += [number_table(entry) for entry in errata["table"] if entry["article"] == letter]
        said = [entry for entry in errata["sentence"] if entry["article"] == letter]
        parts.append(sentence_table(said))
    return "\n\n".join(parts) + "\n"


def build() -> None:
    """Write the page."""
    PAGE.write_text(page(load()), encoding="utf-8")
