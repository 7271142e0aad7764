"""Small windows: nothing is cut off, and what is moved moves nothing else."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import TimeoutError

from course import explorers
from course.explorers import EXPLORERS
from course.landscapes import parabola
from tests.support.alone import alone, fits
from tests.support.drawn import settle
from tests.support.explorers import made
from tests.support.sizes import BEYOND, PICTURES, TEXTS

# Texts in a picture that reach beyond its frame, where they are cut off.
CUT = """(root) => [...root.querySelectorAll("text.ce-mark")].filter((text) => {
    const frame = text.closest("svg").querySelector(".ce-frame").getBoundingClientRect();
    const { left, right } = text.getBoundingClientRect();
    return left < frame.left || right > frame.right;
}).map((text) => text.textContent)"""

# What WCAG 1.4.12 asks a page to bear, in the room that the site gives an explorer.
WIDER = """body { margin: 16px; }
* {
    letter-spacing: 0.12em !important;
    line-height: 1.5 !important;
    word-spacing: 0.16em !important;
}"""
# Controls and their values that reach beyond the explorer.
CONTROLS_BEYOND = """(root) => [...root.querySelectorAll(".ce-controls *")]
    .filter((one) => one.getBoundingClientRect().right > root.getBoundingClientRect().right)
    .map((one) => one.textContent)"""


def drawn_again(root):
    """Wait until the pictures have followed the window's width, or for two seconds."""
    with contextlib.suppress(TimeoutError):
        root.page.wait_for_function(
            f"(root) => ({BEYOND})(root).length + ({TEXTS})(root).length === 1",
            arg=root.element_handle(),
            timeout=2000,
        )
    settle(root)


@pytest.mark.parametrize("name", EXPLORERS)
def test_text_keeps_its_size_and_nothing_is_cut_off_at_every_width(name, browser, tmp_path):
    with alone(browser, made(name), tmp_path, width=1280) as page:
        root = page.locator(".course-explorer")
        for width in (1280, 1024, 700, 420, 320):
            page.set_viewport_size({"width": width, "height": 700})
            drawn_again(root)
            assert root.evaluate(TEXTS) == [12], width
            nothing_is_cut_off(root, width)
        page.add_style_tag(content=":root { --jp-content-font-size1: 28px; }")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            drawn_again(root)
            assert root.evaluate("(root) => getComputedStyle(root).fontSize") == "28px"
            nothing_is_cut_off(root, width)
        assert root.evaluate(TEXTS) == [24]


def nothing_is_cut_off(root, width):
    """Assert that all is in the window, and the pictures of a row stand at one height."""
    assert root.evaluate(BEYOND) == [], width
    assert root.evaluate(CUT) == [], width
    assert fits(root.page), width
    boxes = root.evaluate(PICTURES)
    rows = {y for _, y, _, _ in boxes}
    # Whatever their captions say.
    assert len(rows) == -(-len(boxes) // sum(y == boxes[0][1] for _, y, *_ in boxes))


@pytest.mark.parametrize("name", EXPLORERS)
def test_with_wider_letters_no_control_and_no_value_is_cut_off(name, browser, tmp_path):
    with alone(browser, made(name), tmp_path, width=320) as page:
        page.add_style_tag(content=WIDER)
        assert page.locator(".course-explorer").evaluate(CONTROLS_BEYOND) == []
        assert fits(page)


def test_a_table_too_wide_can_be_moved_sideways(browser, tmp_path):
    with alone(browser, made("race_optimizers"), tmp_path, width=320) as page:
        wide = page.locator(".ce-wide")
        assert wide.evaluate("(node) => node.scrollWidth > node.clientWidth")
        wide.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.ce-wide').scrollLeft > 0")


def test_what_is_moved_moves_nothing_else(browser, tmp_path):
    """Pictures stay where they are while the sentence changes."""
    with alone(browser, made("explore_rates"), tmp_path, width=820) as page:
        root = page.locator(".course-explorer")
        slider = root.locator('[data-control="rate"] input')
        places = []
        for key in ("Home", "End"):
            slider.press(key)
            settle(root)
            places.append(root.evaluate(PICTURES))
        assert places[0] == places[1]


def test_a_walk_that_leaves_the_picture_says_so_at_its_edge(browser, tmp_path):
    explorer = explorers.explore_curve(parabola, -1.0, 1.1, 20)
    with alone(browser, explorer, tmp_path, width=1024) as page:
        panel = page.locator('[data-panel="curve"]')
        legend = panel.get_by_text("outside, that way")
        assert legend.is_visible()
        here = panel.locator('[data-mark="here"]')
        assert here.locator(".ce-far").text_content() == "each step 1.2 times as long"
        assert here.locator(".ce-out").get_attribute("transform").startswith("rotate(")
        slider = page.locator('[data-control="step"] input')
        slider.press("Home")
        settle(page.locator(".course-explorer"))
        assert here.locator(".ce-out").count() == 0
        assert not legend.is_visible()
