"""A lesson's cells as a page shows them: to one who reads, and has run and written nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from authoring.site.prose import SCROLLS, rendered
from course.checks.built import OWN
from course.progress.words import NOT_HERE
from course.questions.question import MISSED

CODE = HtmlFormatter(nowrap=True)
# What outputs say to the one who ran them; each is a paragraph or a line of its own.
_SENTENCES = "|".join(map(re.escape, (MISSED, NOT_HERE, OWN))).replace(r"\{\}", r"\w+")
TO_THE_RUNNER = re.compile(rf"(?:<p\b[^>]*>)?(?:{_SENTENCES})(?:</p>)?\n*")


def shown(cell: Any, executed: Any, lab: str) -> str:
    """Return one cell as HTML.

    Args:
        cell: The cell as `release/` has it.
        executed: The same cell as `source/` has it, or None.
        lab: The address of the lesson's notebook in the lab, from a lesson's page.
    """
    if cell.cell_type == "markdown":
        return f'<section class="prose">{rendered(cell.source, "../")}</section>'
    part = cell.metadata.get("nbgrader", {}).get("grade_id", "").rpartition("-")[2]
    if part == "hidden":
        return ""
    if part == "check":
        return (
            f'<p class="try"><a href="{lab}">Write it in the browser lab</a>: there, the check '
            "tells you what is wrong with it. This page goes on with a right answer.</p>"
        )
    folded = cell.metadata.get("jupyter", {}).get("source_hidden")
    code = "" if folded else _code(cell.source)
    outputs = [] if part == "answer" or executed is None else executed.get("outputs", [])
    told = "".join(map(output, outputs))
    return f'<section class="cell">{code}{told}</section>' if code or told else ""


def output(made: Any) -> str:
    """Return one output as HTML, without what is said to the one who ran the cell."""
    data = made.get("data", {"text/stream": made.get("text", "")})
    for kind, form in FORMS.items():
        if kind in data:
            text = TO_THE_RUNNER.sub("", data[kind])
            return form(text) if text.strip() else ""
    return ""


def _rich(text: str) -> str:
    # A picture may be wider than the window.
    scrolls = SCROLLS.format("picture") if text.startswith("<img") else ""
    return f'<div class="output"{scrolls}>{text}</div>'


def _code(source: str) -> str:
    lines = highlight(source, PythonLexer(), CODE)
    return f'<pre class="code"{SCROLLS.format("code")}>{lines}</pre>'


def _plain(text: str, label: str) -> str:
    return f'<pre class="printed"{SCROLLS.format(label)}>{html.escape(text)}</pre>'


# How an output of each kind is shown; the first kind that an output has is taken.
FORMS: dict[str, Callable[[str], str]] = {
    "text/html": _rich,
    "text/markdown": lambda text: f'<div class="prose">{rendered(text, "../")}</div>',
    "text/plain": lambda text: _plain(text, "value"),
    "text/stream": lambda text: _plain(text, "printed"),
}
