"""The explorer of a line in JupyterLab: dragged in both pictures, walking from where it stands."""

from __future__ import annotations

import time

import numpy as np
import pytest

from course import explorers
from tests.support.alone import alone
from tests.support.drawn import check_drawn, field, in_window, positions, sentence, settle
from tests.support.explorers import WITHOUT_PICTURES

CALL = "explorers.explore_line()"


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_line()


@pytest.fixture(scope="module")
def page(browser, lab):
    with lab.opened(browser, "line.ipynb", [WITHOUT_PICTURES, CALL]) as page:
        yield page


@pytest.fixture
def root(page, lab):
    found = lab.live(page)[0]
    found.scroll_into_view_if_needed()
    settle(found)
    return found


def values(root):
    return tuple(float(field(root, name).input_value()) for name in "wb")


def put(root, explorer, w, b):
    """Type a line, and wait until it is drawn."""
    field(root, "w").fill(str(w))
    field(root, "b").fill(str(b))
    agrees(root, explorer, (w, b), abs=0)


def agrees(root, explorer, line=None, abs=0.06):
    """The fields, the picture and the sentence are those that Python has for the line.

    Args:
        root: The explorer in the page.
        explorer: The same one here.
        line: About where w and b go, if they are on their way there.
        abs: How far off they may be.
    """
    until = time.monotonic() + 30
    while True:
        w, b = values(root)
        scene = explorer._scene(w=w, b=b)
        at = positions(root, explorer)
        expected = scene.filled(scene.sentence, explorer.controls, at | {"step": 0})
        there = line is None or (w, b) == pytest.approx(line, abs=abs)
        if there and root.locator(".ce-live").inner_text() == expected:
            break
        assert time.monotonic() < until, (w, b, line, expected, sentence(root))
        root.page.wait_for_timeout(50)
    settle(root)
    assert positions(root, explorer)["step"] == 0
    assert values(root) == (w, b)
    check_drawn(root, scene, at | {"step": 0})


def spot(root, explorer, name, x, y):
    """Return where a place of a panel is on the screen."""
    panel = next(panel for panel in explorer.scene.panels if panel.name == name)
    frame = in_window(root.locator(f'[data-panel="{name}"] .ce-frame'))
    (x_low, x_high), (y_low, y_high) = panel.x.range, panel.y.range
    return (
        frame["x"] + frame["width"] * (x - x_low) / (x_high - x_low),
        frame["y"] + frame["height"] * (1 - (y - y_low) / (y_high - y_low)),
    )


def drag(root, explorer, name, start, end):
    mouse = root.page.mouse
    root.locator(f'[data-panel="{name}"] svg').first.scroll_into_view_if_needed()
    (x0, y0), (x1, y1) = (spot(root, explorer, name, *place) for place in (start, end))
    mouse.move(x0, y0)
    mouse.down()
    for share in np.linspace(0, 1, 30):
        mouse.move(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
    mouse.up()


@pytest.mark.parametrize(
    ("grip", "to", "line"),
    [
        # From w = 1, b = 2: an end turns the line about the other end, the middle shifts it.
        ((1.0, 3.0), (1.0, 5.0), (0.5, 4.5)),
        ((5.0, 7.0), (5.0, 11.0), (2.0, 1.0)),
        ((3.0, 5.0), (3.0, 8.0), (1.0, 5.0)),
    ],
)
def test_the_line_is_dragged(root, explorer, grip, to, line):
    put(root, explorer, 1, 2)
    drag(root, explorer, "data", grip, to)
    agrees(root, explorer, line)


def test_a_hand_that_wanders_keeps_its_grip(root, explorer):
    put(root, explorer, 1, 2)
    drag(root, explorer, "data", (5.0, 7.0), (1.5, 11.0))
    agrees(root, explorer, (2.0, 1.0))


def test_the_point_is_dragged(root, explorer):
    put(root, explorer, 0, 0)
    drag(root, explorer, "map", (0.0, 0.0), (2.5, -1.0))
    agrees(root, explorer, (2.5, -1.0))


def test_out_of_the_picture_the_hand_is_held_at_its_edge(root, explorer):
    put(root, explorer, 1, 2)
    drag(root, explorer, "data", (5.0, 7.0), (5.0, 40.0))
    high = explorer.scene.panels[0].y.range[1]
    agrees(root, explorer, ((high - 3) / 4, 3 - (high - 3) / 4))
    put(root, explorer, 9, -30)
    here = root.locator('[data-panel="map"] [data-mark="here"]')
    assert here.get_attribute("data-edge") == ""
    assert "starts outside the picture" in sentence(root)


def test_it_walks_from_where_it_stands_and_a_drag_begins_anew(root, explorer):
    put(root, explorer, 3, -1)
    step = field(root, "step")
    step.focus()
    for _ in range(9):
        step.press("ArrowRight")
    scene = explorer._scene(w=3.0, b=-1.0)
    at = positions(root, explorer)
    assert at["step"] == 9
    assert sentence(root) == scene.filled(scene.sentence, explorer.controls, at)
    check_drawn(root, scene, at)
    root.locator(".ce-run").click()
    drag(root, explorer, "data", (3.0, 8.0), (3.0, 2.0))
    # Whether it runs still or arrived at its end, this stops it.
    root.get_by_role("button", name="Back to the start").click()
    agrees(root, explorer, (3.0, -7.0))


def test_keys_move_a_dragged_line_on(root, explorer):
    put(root, explorer, 1, 2)
    drag(root, explorer, "data", (3.0, 5.0), (3.0, 6.0))
    agrees(root, explorer, (1.0, 3.0))
    w, b = values(root)
    field(root, "b").press("ArrowUp")
    agrees(root, explorer, (w, b + 0.1), abs=1e-9)


def test_errors_end_at_the_data_and_at_the_line(root, explorer):
    put(root, explorer, 1, 2)
    frame = in_window(root.locator('[data-panel="data"] .ce-frame'))
    for i, (x, y) in enumerate([(1, 3), (2, 5), (3, 7), (4, 9), (5, 11)]):
        box = root.locator(f'[data-panel="data"] [data-mark="error_{i}"]').evaluate(
            "(node) => { const b = node.getBBox(), m = node.getScreenCTM();"
            " return [m.e + m.a * b.x, m.f + m.d * b.y, m.f + m.d * (b.y + b.height)]; }"
        )
        across, top = spot(root, explorer, "data", x, y)
        _, bottom = spot(root, explorer, "data", x, x + 2)
        if x == 1:  # The line goes through this point: nothing is drawn.
            continue
        assert box == pytest.approx([across, top, bottom], abs=1.0)
        assert frame["x"] < box[0] < frame["x"] + frame["width"]


def test_without_python_it_walks_and_is_not_dragged(browser, explorer, tmp_path):
    with alone(browser, explorer, tmp_path, width=1200) as page:
        root = page.locator(".course-explorer")
        assert page.locator(".ce-clickable").count() == 0
        assert "Changing slope w and intercept b needs Python" in root.inner_text()
        drag(root, explorer, "data", (5.0, 7.0), (5.0, 11.0))
        step = field(root, "step")
        step.focus()
        step.press("End")
        at = positions(root, explorer)
        assert at["step"] == 100
        scene = explorer.scene
        assert sentence(root) == scene.filled(scene.sentence, explorer.controls, at)
        check_drawn(root, scene, at)
