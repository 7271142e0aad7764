"""What axe-core finds in an explorer or a question, in JupyterLab's light and dark themes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
IN_BOTH_THEMES = pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])


def check_accessible(page: Page, roots: list[Locator], theme: str, least: int = 10) -> None:
    """Fail on a serious violation in one of the explorers, shown in a theme."""
    if not AXE.exists():
        pytest.skip("BROWSER TESTS SKIPPED: run `npm ci --prefix tests/browser` for axe-core")
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = "true" if theme.endswith("Light") else "false"
    page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")
    page.wait_for_timeout(500)
    # JupyterLab's own loader would hide axe in a module.
    page.evaluate(f"() => {{ const define = undefined; {AXE.read_text(encoding='utf-8')} }}")
    for root in roots:
        root.scroll_into_view_if_needed()
        found = root.evaluate("(root) => window.axe.run(root)")
        serious = [
            (one["id"], [node["html"][:200] for node in one["nodes"]])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert len(found["passes"]) > least
