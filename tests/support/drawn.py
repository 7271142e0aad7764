"""Reading an explorer back from a page, and comparing it with what Python says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np

from course.explorers.kit.controls import Number, Select, Slider
from course.explorers.kit.widget import Explorer

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator

# Wait until Python has answered, all is drawn, and the sentence has been told; return it.
SETTLE = """async (root) => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let calm = 0; calm < 4; ) {
        const before = root.dataset.frames;
        await frame();
        const busy = root.hasAttribute("data-waiting");
        calm = root.dataset.frames === before && !busy ? calm + 1 : 0;
    }
    const said = () => root.querySelector(".ce-said").textContent;
    const live = () => root.querySelector(".ce-live").textContent;
    // Not by frames: each would let the browser look through the whole page.
    const moment = () => new Promise((go) => setTimeout(go, 20));
    for (let i = 0; i < 350 && said() !== live(); i++) await moment();
    // Of a cell that has scrolled away, JupyterLab lays nothing out: no inner text.
    return live();
}"""
READ = """(root) => [...root.querySelectorAll("[data-panel]")].map((panel) => {
    const frame = panel.querySelector(".ce-frame");
    const number = (name) => Number(frame.getAttribute(name));
    return {
        panel: panel.dataset.panel,
        frame: frame && ["x", "y", "width", "height"].map(number),
        marks: [...panel.querySelectorAll("[data-mark]")].map((mark) => ({
            name: mark.dataset.mark,
            at: mark.getAttribute("transform"),
            path: mark.getAttribute("d"),
            edge: mark.hasAttribute("data-edge"),
            shown: mark.style.display !== "none",
        })),
    };
})"""
SETTLED_READ = f"""async (root) => {{
    await ({SETTLE})(root);
    return ({READ})(root);
}}"""
STANDING = """(root) => Object.fromEntries([...root.querySelectorAll("[data-control]")].map(
    (control) => [control.dataset.control, control.querySelector("input, select")?.value]))"""
PAIR = re.compile(r"(-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)")


_FOUND: WeakKeyDictionary[Locator, ElementHandle] = WeakKeyDictionary()


def asked(root: Locator, question: str) -> Any:
    """Return what a function of the page says of a part of it, as `evaluate` does.

    The part is looked for once, and again if it has gone: to look takes five times as long as to
    ask.
    """
    here = f"async (root) => root.isConnected ? [await ({question})(root)] : null"
    told = _FOUND[root].evaluate(here) if root in _FOUND else None
    if told is None:
        _FOUND[root] = root.element_handle()
        told = _FOUND[root].evaluate(here)
    return told[0]


def field(root: Locator, name: str) -> Locator:
    """Return the slider or the typed number called `name`."""
    # Light: without a look for shadow roots in all of JupyterLab's 20,000 nodes, here and below.
    return root.locator(f'css:light=[data-control="{name}"] input')


def in_window(node: Locator) -> dict[str, float]:
    """Bring a part of the page into the window; return where it is once nothing scrolls."""
    node.scroll_into_view_if_needed()
    before = None
    while (box := node.bounding_box()) != before:
        before = box
        node.page.wait_for_timeout(50)
    return box


def settle(root: Locator) -> str:
    """Wait until Python has answered, all is drawn, and the sentence has been told; return it."""
    return asked(root, SETTLE)


def sentence(root: Locator) -> str:
    """Return what the explorer says, as a screen reader hears it."""
    return settle(root)


def answered(root: Locator, text: str) -> None:
    """Wait until the explorer's sentence is `text`, and no answer is to come."""
    root.page.wait_for_function(
        "([node, text]) => node.textContent === text",
        arg=[root.locator("css:light=.ce-live").element_handle(), text],
    )


def pixels(panel, frame, x, y):
    """Return where numbers belong in the picture."""
    left, top, width, height = frame
    (x0, x1), (y0, y1) = panel.x.range, panel.y.range
    with np.errstate(all="ignore"):
        across = left + width * (np.asarray(x, np.float32).astype(float) - x0) / (x1 - x0)
        down = top + height * (1 - (np.asarray(y, np.float32).astype(float) - y0) / (y1 - y0))
    return across, down


def check_way(places: np.ndarray, expected: np.ndarray) -> None:
    """Compare a drawn line with where it should go; a place that stays is drawn once."""
    at = 0
    for one in expected:
        while at + 1 < len(places):
            here, further = np.hypot(*(places[at : at + 2] - one).T)
            if further > here:
                break
            at += 1
        np.testing.assert_allclose(places[at], one, atol=0.02)
    assert at == max(0, len(places) - 1), "more is drawn than there is"


def check_drawn(root: Locator, scene, at: dict[str, int]) -> int:
    """Compare every named line, set of points and marker with the scene; return how many."""
    seen = 0
    read = {one["panel"]: one for one in asked(root, SETTLED_READ)}
    for panel in scene.panels:
        if panel.kind == "table":
            continue
        page = read[panel.name]
        named = [mark for mark in panel.marks if mark.name]
        for mark in named:
            if mark.kind not in ("line", "points", "point"):
                continue
            shown = next(m for m in page["marks"] if m["name"] == mark.name)
            x, y = (scene.rows(ref, mark, at) for ref in (mark.x, mark.y))
            px, py = pixels(panel, page["frame"], x, y)
            if mark.kind == "point":
                left, top, width, height = page["frame"]
                px, py = px[0], py[0]
                # What is not there yet, such as a pair to be found, is not drawn.
                there = not (np.isnan(px) or np.isnan(py))
                assert shown["shown"] == there, mark.name
                if not there:
                    continue
                held = np.clip(px, left, left + width), np.clip(py, top, top + height)
                found = tuple(map(float, re.findall(r"-?[\d.]+", shown["at"])))
                np.testing.assert_allclose(found, held, atol=0.02)
                assert shown["edge"] == (held != (px, py)), mark.name
            else:
                if mark.until:
                    px, py = px[: at[mark.along] + 1], py[: at[mark.along] + 1]
                pattern = r"M(-?[\d.e-]+) (-?[\d.e-]+)m" if mark.kind == "points" else None
                pairs = (
                    re.findall(pattern, shown["path"])
                    if pattern
                    else PAIR.findall(shown["path"].replace("L", " L").replace("M", " M"))
                )
                places = np.array(pairs, dtype=float).reshape(-1, 2)
                there = ~(np.isnan(px) | np.isnan(py))
                expected = np.clip(np.column_stack([px, py])[there], -2000, 3000)
                if mark.kind == "points":
                    np.testing.assert_allclose(places, expected, atol=0.02)
                else:
                    check_way(places, expected)
            seen += 1
    return seen


def positions(root: Locator, explorer: Explorer) -> dict[str, int]:
    """Return where the sliders and lists of the page stand."""
    standing = asked(root, STANDING)
    return {
        control.name: int(standing[control.name])
        for control in explorer.controls
        if isinstance(control, (Slider, Select))
    }


def numbers(explorer: Explorer) -> list[Number]:
    """Return the controls of an explorer that are typed."""
    return [control for control in explorer.controls if isinstance(control, Number)]
