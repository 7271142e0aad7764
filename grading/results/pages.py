"""Pages from templates; whatever students wrote is escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape


def code(text: str) -> Markup:
    """Return a text with what stands between backquotes as code."""
    tag = Markup("<code>{}</code>")
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    return Markup("").join(
        tag.format(part) if i % 2 else escape(part) for i, part in enumerate(parts)
    )


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
    return made


def made(template: str, **values: Any) -> bytes:
    """Return a page."""
    page = environment().get_template(template).render(**values)
    return page.encode("utf-8", "replace")


def href(*parts: str) -> str:
    """Return a relative address of a file, whatever its folders are called."""
    return "/".join(quote(part) for part in parts)
