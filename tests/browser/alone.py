"""The page of an explorer without Python, opened by itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from course.explorers.show import Explorer


@contextlib.contextmanager
def alone(
    browser: Browser, explorer: Explorer, folder: Path, *, width: int, height: int = 700
) -> Iterator[Page]:
    """Give the page, written to `folder` and opened without a network, once it is drawn."""
    path = folder / f"{explorer.name}.html"
    data, _ = explorer.bundle()
    path.write_text(f"<!doctype html><meta charset=utf-8>{data['text/html']}", encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(".ce-said")
    yield page
    context.close()


def fits(page: Page) -> bool:
    """Return whether nothing reaches beyond the right edge of the window."""
    return page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
