"""Maps in a page under a finger: the page scrolls over them, and a tap or a drag still chooses."""

import pytest

MAPS = "svg.ce-clickable"
TELEPHONES = [(360, 740), (740, 360)]


@pytest.fixture(params=TELEPHONES, ids=str)
def telephone(request, browser, address):
    """Return a telephone's page with an explorer whose map chooses a rate, and its hand."""
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{address}explorers.html")
    explorer = page.locator("section.cell", has=page.locator("#explore_rates"))
    explorer.locator(".course-explorer-page").scroll_into_view_if_needed()
    explorer.locator(MAPS).wait_for()
    yield explorer, context.new_cdp_session(page)
    context.close()


def moved(explorer, hand, right, down):
    """Move a finger so many pixels over the map; return how far the page went, and both rates."""
    page, picture = explorer.page, explorer.locator(MAPS)
    slider = explorer.get_by_role("slider", name="learning rate")
    picture.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    box = picture.bounding_box()
    x, y = box["x"] + 0.4 * box["width"], box["y"] + 0.6 * box["height"]
    before, stood = page.evaluate("scrollY"), slider.input_value()

    def touch(kind, *points):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11) if right or down else ():
        touch("touchMove", {"x": x + step * right / 10, "y": y + step * down / 10})
        page.wait_for_timeout(16)
    touch("touchEnd")
    page.wait_for_timeout(300)
    return page.evaluate("scrollY") - before, stood, slider.input_value()


@pytest.mark.parametrize("down", [-100, 100])
def test_the_page_scrolls_over_a_map_and_nothing_is_chosen(telephone, down):
    scrolled, before, after = moved(*telephone, 0, down)
    assert abs(scrolled) > 50
    assert scrolled * down < 0
    assert after == before


@pytest.mark.parametrize(("right", "down"), [(0, 0), (100, 0), (100, 30)])
def test_a_tap_and_a_drag_sideways_choose(telephone, right, down):
    scrolled, before, after = moved(*telephone, right, down)
    assert scrolled == 0
    assert after != before
