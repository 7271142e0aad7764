"""Explorers on pages without Python: an explorer's own page, and a notebook's export."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nbconvert import HTMLExporter

from course.explorers.kit.widget import Explorer
from tests.support.executing import POINT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


# What stands in the page until the explorer is drawn. Its own picture, which nobody sees here,
# would take Matplotlib longer than the browser takes for a test.
PICTURE = base64.b64decode(POINT)


@contextlib.contextmanager
def offline(
    browser: Browser, file: Path, *, width: int = 1280, height: int = 720
) -> Iterator[Page]:
    """Give a file's page, opened without a network."""
    context = browser.new_context(offline=True, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(file.as_uri(), wait_until="domcontentloaded")
    yield page
    context.close()


def exported(notebook: Path, folder: Path) -> Path:
    """Return a notebook's export to HTML, written to `folder`."""
    target = folder / "exported.html"
    exporter = HTMLExporter(mathjax_url="", require_js_url="")
    target.write_text(exporter.from_filename(str(notebook))[0], encoding="utf-8")
    return target


@contextlib.contextmanager
def alone(
    browser: Browser,
    explorer: Explorer,
    folder: Path,
    *,
    width: int,
    height: int = 700,
    around: str = "",
) -> Iterator[Page]:
    """Give an explorer's own page, written to `folder`, once it is drawn.

    `around` is what stands in the tag of the whole page.
    """
    path = folder / f"{explorer.name}.html"
    begins = f"<!doctype html><html {around}><meta charset=utf-8>"
    path.write_text(begins + explorer.page(PICTURE), encoding="utf-8")
    with offline(browser, path, width=width, height=height) as page:
        page.wait_for_selector(".ce-said")
        yield page


def fits(page: Page) -> bool:
    """Return whether nothing reaches beyond the right edge of the window."""
    return page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
