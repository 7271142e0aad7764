"""What axe-core finds in an explorer or a question, in JupyterLab's light and dark themes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
IN_BOTH_THEMES = pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])


# Its text is needed of what is wrong alone: of what is right there are thousands of nodes.
LOOK = """async (root) => {
    const found = await window.axe.run(root, { resultTypes: ["violations"] });
    const told = ({ id, impact, nodes }) => [id, impact, nodes[0].html.slice(0, 150)];
    return [found.violations.map(told), found.passes.length];
}"""


# The same of several parts: in each run axe makes a picture of the whole page for itself, and of
# JupyterLab's many nodes that takes longer than all rules. What has scrolled away is laid out too.
LOOK_AT_EACH = """async (roots) => {
    const style = document.createElement("style");
    style.textContent = ".jp-Notebook .jp-Cell { content-visibility: visible !important; }";
    document.head.append(style);
    const found = await window.axe.run({ include: roots }, { elementRef: true });
    style.remove();
    return roots.map((root) => {
        const within = (rules) => rules.map(({ id, impact, nodes }) =>
            [id, impact, nodes.filter(({ element }) => root.contains(element))]
        ).filter(([, , nodes]) => nodes.length);
        const told = ([id, impact, nodes]) => [id, impact, nodes[0].html.slice(0, 150)];
        return [within(found.violations).map(told), within(found.passes).length];
    });
}"""


def load_axe(page: Page) -> None:
    """Put axe-core into a page."""
    if not AXE.exists():
        pytest.skip("BROWSER TESTS SKIPPED: run `npm ci --prefix tests/browser` for axe-core")
    # JupyterLab's own loader would hide it in a module.
    page.evaluate(f"() => {{ const define = undefined; {AXE.read_text(encoding='utf-8')} }}")


def violations(root: Locator, least: int = 10) -> list[tuple[str, str, str]]:
    """Return what axe finds in a part of a page: rule, impact, and the first place.

    It must have looked: more than `least` of its rules have to pass.
    """
    found, passed = root.evaluate(LOOK)
    assert passed > least
    return [tuple(one) for one in found]


def check_accessible(page: Page, roots: list[Locator], theme: str, least: int = 10) -> None:
    """Fail on a serious violation in one of the explorers, shown in a theme."""
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = "true" if theme.endswith("Light") else "false"
    page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")
    page.wait_for_timeout(500)
    load_axe(page)
    for found, passed in page.evaluate(LOOK_AT_EACH, [root.element_handle() for root in roots]):
        assert passed > least
        assert [one for one in found if one[1] in ("serious", "critical")] == []


# What can have the focus, and how much its ring differs from its ground (WCAG 2.2, 1.4.11).
RINGS = """() => {
    const light = (colour) => {
        const parts = colour.match(/\\d+/g).slice(0, 3).map((part) => part / 255);
        const [r, g, b] = parts.map((v) =>
            v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (under) => {
        const { backgroundColor: own } = getComputedStyle(under);
        return own === "rgba(0, 0, 0, 0)" ? ground(under.parentElement) : own;
    };
    const contrast = (one) => {
        one.focus({ preventScroll: true, focusVisible: true });
        const { outlineColor, outlineStyle } = getComputedStyle(one);
        const both = [outlineColor, ground(one.parentElement)].map(light);
        // The browser's own ring has two colours, one of them for each ground.
        if (outlineStyle === "auto") return 21;
        return outlineStyle === "none" ? 0
            : (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    };
    const controls = "a, button, input, select, textarea, summary, [tabindex='0']";
    return [...document.querySelectorAll(`main :is(${controls}):not(:disabled)`)]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.outerHTML.slice(0, 90), contrast(one)]);
}"""


def faint_focus(page: Page) -> list[tuple[str, float]]:
    """Return what the focus is hard to see on, and its contrast, which is below 3 to 1."""
    page.keyboard.press("Tab")
    found = page.evaluate(RINGS)
    assert found
    return [(one, ratio) for one, ratio in found if ratio < 3]
