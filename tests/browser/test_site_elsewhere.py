"""The site's pages as others read them: from right to left, by ear, where the focus is sought."""

import pytest
from playwright.sync_api import expect

from tests.support.accessible import faint_focus

LESSON = "lessons/01_one_dimension.html"


def awake(page):
    """Return the first explorer of a page once it is live."""
    explorer = page.locator(".course-explorer-page").first
    explorer.scroll_into_view_if_needed()
    explorer.locator(".ce-run").wait_for()
    return explorer


# Where the numbers of the vertical axes end, against where the pictures begin.
OVER_THE_PICTURE = """(root) => [...root.querySelectorAll(".ce-picture")].flatMap((svg) => {
    const { left } = svg.querySelector(".ce-frame").getBoundingClientRect();
    return [...svg.querySelectorAll("text[text-anchor=end]")]
        .filter((text) => text.getBoundingClientRect().right > left)
        .map((text) => text.textContent);
})"""
# Which way numbers, code and formulas go.
WAYS = """() => [...new Set([...document.querySelectorAll(
    "pre, code, .wide[aria-label=formula], .ce-picture text, output, input[type=number]")]
    .map((one) => getComputedStyle(one).direction))]"""


def test_axes_code_and_formulas_stay_as_they_are_in_a_page_from_right_to_left(plain, address):
    """A browser that translates it into Arabic or Hebrew turns it; Python has its indents left."""
    page = plain.new_page()
    page.goto(address + LESSON)
    page.evaluate("document.documentElement.dir = 'rtl'")
    explorer = awake(page)
    assert explorer.locator("text[text-anchor=end]").count() > 5
    assert explorer.evaluate(OVER_THE_PICTURE) == []
    assert page.evaluate(WAYS) == ["ltr"]
    page.close()


def test_a_table_fades_where_there_is_more_of_it_from_right_to_left(plain, address):
    page = plain.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + "conformance.html")
    page.evaluate("document.documentElement.dir = 'rtl'")
    table = page.locator(".wide:has(> table)").first
    mask = "(one) => getComputedStyle(one).maskImage"
    page.wait_for_function("document.querySelector('.wide.more')")
    assert table.evaluate(mask).startswith("linear-gradient(to right,")
    table.evaluate("(one) => one.scrollTo(-10_000, 0)")
    expect(page.locator(".more:has(> table)")).to_have_count(0)
    assert table.evaluate(mask) == "none"
    page.close()


# What a browser reads aloud by itself when it changes, and what it is.
READ_ALOUD = """(explorer) => [...explorer.querySelectorAll("output, [role=status], [aria-live]")]
    .filter((one) => one.getAttribute("aria-live") !== "off").map((one) => one.className)"""


def test_an_explorer_has_one_voice(plain, address):
    """The value beside a slider is one more, at every step of a run."""
    page = plain.new_page()
    page.goto(address + "index.html")
    explorer = awake(page)
    assert explorer.locator("output").count() == 2
    assert explorer.evaluate(READ_ALOUD) == ["ce-live"]
    hand = plain.new_cdp_session(page)
    nodes = hand.send("Accessibility.getFullAXTree")["nodes"]
    told = [one.get("properties", []) for one in nodes if not one["ignored"]]
    live = [one["value"]["value"] for all_of in told for one in all_of if one["name"] == "live"]
    assert live == ["polite"]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "search.html", LESSON])
def test_the_focus_is_seen_on_every_ground(browser, address, scheme, path):
    page = browser.new_page(color_scheme=scheme)
    page.goto(address + path)
    if path != "search.html":
        awake(page)
    assert faint_focus(page) == []
    page.close()
