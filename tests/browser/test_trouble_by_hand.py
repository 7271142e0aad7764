"""explore_trouble in JupyterLab: its lists, its map's images, and a start by mouse or hand."""

from __future__ import annotations

import numpy as np
import pytest

from course import explorers
from course.explorers import trouble
from tests.support.drawn import (
    answered,
    check_drawn,
    field,
    in_window,
    positions,
    sentence,
    settle,
)
from tests.support.explorers import WITHOUT_PICTURES

NAMES = [one.landscape.name for one in trouble.TROUBLES]
RULES = list(trouble.RULES)


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_trouble()


@pytest.fixture(scope="module")
def root(browser, lab):
    cells = [WITHOUT_PICTURES, "explorers.explore_trouble()"]
    with lab.opened(browser, "trouble.ipynb", cells) as page:
        found = lab.live(page)[0]
        settle(found)
        yield found


def choose(root, name, text):
    root.locator(f'[data-control="{name}"] select').select_option(text)


def agrees(root, explorer, landscape, rule, start=(None, None), rate=None):
    """Wait for Python's answer and compare everything that is drawn with what Python says."""
    scene = explorer._scene(*start, landscape=landscape, rule=rule).checked(explorer.controls)
    slider, *typed = scene.controls
    at = {"landscape": landscape, "rule": rule, "rate": slider.at if rate is None else rate}
    answered(root, scene.filled(scene.sentence, explorer.controls, at))
    assert positions(root, explorer) == at
    assert check_drawn(root, scene, at) >= 6
    picture = root.locator('[data-mark="basins"]')
    assert picture.get_attribute("href") == scene.panels[0].marks[0].images[at["rate"]]
    for control in typed:
        box = field(root, control.name)
        assert float(box.input_value()) == control.value
    return scene


@pytest.mark.parametrize("landscape", range(len(NAMES)), ids=NAMES)
def test_each_landscape_begins_with_its_own_map_and_start(root, explorer, landscape):
    choose(root, "rule", "gradient descent")
    choose(root, "landscape", NAMES[landscape])
    scene = agrees(root, explorer, landscape, 0)
    legend = root.locator('[data-panel="map"] .ce-legend').inner_text()
    for text, _ in scene.panels[0].marks[0].keys:
        assert text in legend
    stars = root.locator('[data-panel="map"] text.ce-mark')
    assert stars.count() == len(trouble.TROUBLES[landscape].landscape.minima)
    assert root.locator('[data-panel="map"] .ce-legend img').first.evaluate(
        "(i) => i.naturalWidth"
    )


@pytest.mark.parametrize("rule", range(len(RULES)), ids=RULES)
def test_each_rule_has_its_own_map_and_keeps_the_start(root, explorer, rule):
    choose(root, "landscape", "saddle")
    choose(root, "rule", RULES[rule])
    agrees(root, explorer, NAMES.index("saddle"), rule)
    for name, value in (("w1", "0.5"), ("w2", "-0.00001")):
        field(root, name).fill(value)
    agrees(root, explorer, NAMES.index("saddle"), rule, (0.5, -0.00001))
    assert "from (0.5, −0.00001): " in sentence(root)
    choose(root, "rule", "gradient descent")
    agrees(root, explorer, NAMES.index("saddle"), 0, (0.5, -0.00001))


def test_the_rate_changes_the_map_without_python(root, explorer):
    choose(root, "landscape", NAMES[4])
    agrees(root, explorer, 4, 0)
    slider = field(root, "rate")
    seen = set()
    for rate in range(len(trouble.ADAM_RATES)):
        slider.press("Home")
        for _ in range(rate):
            slider.press("ArrowRight")
        agrees(root, explorer, 4, 0, rate=rate)
        seen.add(root.locator('[data-mark="basins"]').get_attribute("href"))
    assert len(seen) >= 6
    assert "jump about" in sentence(root)


def test_a_drag_over_the_map_ends_where_the_hand_ends(root, explorer):
    choose(root, "landscape", NAMES[5])
    agrees(root, explorer, 5, 0)
    box, mouse = in_window(root.locator('[data-panel="map"] .ce-frame')), root.page.mouse
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    for share in np.linspace(0.1, 0.72, 40):
        mouse.move(box["x"] + share * box["width"], box["y"] + 0.3 * box["height"])
    mouse.up()
    start = [float(field(root, name).input_value()) for name in ("w1", "w2")]
    assert start == pytest.approx([-2.5 + 5 * 0.72, -2.5 + 5 * 0.7], abs=0.05)
    agrees(root, explorer, 5, 0, start)


def test_a_start_of_another_map_is_out_of_reach_here(root, explorer):
    choose(root, "landscape", "saddle")
    agrees(root, explorer, NAMES.index("saddle"), 0)
    typed = field(root, "w1")
    typed.fill("4")
    assert "start w1 must be a number from −1.5 to 1.5" in sentence(root)
    typed.fill("1")
    agrees(root, explorer, NAMES.index("saddle"), 0)


def test_lists_changed_fast_end_with_the_last_choice(root, explorer):
    for name in [*NAMES, *NAMES[::-1], NAMES[2]]:
        choose(root, "landscape", name)
    agrees(root, explorer, 2, 0)
