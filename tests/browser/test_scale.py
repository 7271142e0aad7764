"""Panels whose both axes are weights are drawn to scale: round bowls are round on the screen."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course import explorers
from tests.support.alone import alone
from tests.support.explorers import made

MAPS = {
    "explore_bowl": ("map",),
    "explore_ravine": ("map",),
    "explore_batches": ("map", "close"),
    "explore_line": ("map",),
    "race_optimizers": ("map",),
    "explore_trouble": ("map",),
}
# Where the grid's lines are on the screen, and the texts beside them.
GRID = """(panel) => {
    const text = (node) => Number(node.textContent.replace("−", "-"));
    const lines = [...panel.querySelectorAll(".ce-grid")].map((node) => ({
        line: node.getBoundingClientRect(), value: text(node.nextElementSibling) }));
    const upright = lines.filter(({ line }) => line.height > line.width);
    const level = lines.filter(({ line }) => line.height < line.width);
    return [upright.map(({ line, value }) => [value, line.x + line.width / 2]),
            level.map(({ line, value }) => [value, line.y + line.height / 2])];
}"""


def unit(places) -> float:
    """Return how many pixels one unit of an axis is long."""
    values, pixels = np.array(places).T
    return abs((pixels[-1] - pixels[0]) / (values[-1] - values[0]))


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("width", [420, 1024])
def test_one_unit_is_as_long_on_both_axes(name, width, browser, tmp_path):
    with alone(browser, made(name), tmp_path, width=width) as page:
        for panel in MAPS[name]:
            across, up = page.locator(f'[data-panel="{panel}"]').evaluate(GRID)
            assert unit(across) == pytest.approx(unit(up), rel=0.01), panel
            assert unit(up) > 0


def test_condition_number_1_is_a_circle_and_its_first_step_crosses_at_90_degrees(
    browser, tmp_path
):
    with alone(browser, explorers.explore_bowl(), tmp_path, width=1024) as page:
        drawn = page.locator('[data-mark="contours"]').get_attribute("d")
        rings = [
            np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", ring), dtype=float)
            for ring in drawn.split("M")[1:]
        ]
        ring = rings[0]
        middle = (ring.max(axis=0) + ring.min(axis=0)) / 2
        radii = np.linalg.norm(ring - middle, axis=1)
        assert np.ptp(radii) / np.mean(radii) < 0.02
        way = page.locator('[data-mark="way"]').first.get_attribute("d")
        first, second = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", way)[:2], dtype=float)
        inward, step = middle - first, second - first
        cosine = inward @ step / np.linalg.norm(inward) / np.linalg.norm(step)
        # A ring's direction is across its radius.
        assert np.degrees(np.arccos(np.clip(cosine, -1, 1))) < 1


def test_weights_of_other_sizes_are_told_to_be_not_to_one_scale(browser, tmp_path):
    explorer = explorers.explore_line([1000, 1500, 2000, 2500], [200, 280, 410, 490])
    with alone(browser, explorer, tmp_path, width=1024) as page:
        caption = page.locator('[data-panel="map"] figcaption').inner_text()
        assert "axes not to one scale" in caption
        assert "scale" not in page.locator('[data-panel="data"] figcaption').inner_text()
