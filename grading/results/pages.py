"""Pages from templates; whatever students wrote is escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates of this folder, each read once."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def made(template: str, **values: Any) -> bytes:
    """Return a page."""
    page = environment().get_template(template).render(**values)
    return page.encode("utf-8", "replace")


def href(*parts: str) -> str:
    """Return a relative address of a file, whatever its folders are called."""
    return "/".join(quote(part) for part in parts)
