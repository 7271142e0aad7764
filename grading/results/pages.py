"""Pages from templates; whatever students wrote is escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from course.counting import counted
from course.inline import marked


def code(text: str) -> Markup:
    """Return a text with what stands between backquotes as code."""
    return Markup(marked(text))


def share(earned: float, possible: float) -> str:
    """Return points without their word, for a table that has it: "0 of 1"."""
    return f"{earned:g} of {possible:g}"


def points(earned: float, possible: float) -> str:
    """Return points in words: "0 of 1 point", "1.5 of 2 points"."""
    return f"{earned:g} of {counted(float(possible), 'point')}"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates of this folder, each read once."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["code"] = code
    made.globals |= {"points": points, "share": share}
    return made


def made(template: str, **values: Any) -> bytes:
    """Return a page."""
    page = environment().get_template(template).render(**values)
    return page.encode("utf-8", "replace")


def href(*parts: str) -> str:
    """Return a relative address of a file, whatever its folders are called."""
    return "/".join(quote(part) for part in parts)
