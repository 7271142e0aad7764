"""The schedules on a page without Python: every choice is in the tables."""

from __future__ import annotations

import pytest

from course import explorers
from tests.support.alone import alone
from tests.support.drawn import check_drawn, field, positions, sentence, settle


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_schedule()


@pytest.fixture(scope="module")
def root(browser, explorer, tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with alone(browser, explorer, folder, width=1200, height=800) as page:
        yield page.locator(".course-explorer")


def agrees(root, explorer):
    """Compare sentence, table and lines with the scene."""
    at, scene = positions(root, explorer), explorer.scene
    assert sentence(root) == scene.filled(scene.sentence, explorer.controls, at)
    settle(root)
    rows = root.locator('[data-panel="board"] tbody tr').evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    assert rows == [
        [scene.filled(cell, explorer.controls, at) for cell in row] for row in scene.panels[2].rows
    ]
    assert check_drawn(root, scene, at) == 9
    return at


def test_nothing_needs_python(root, explorer):
    agrees(root, explorer)
    assert root.locator(":disabled").count() == 0
    assert "needs Python" not in root.inner_text()


def test_every_schedule_is_chosen_by_keyboard(root, explorer):
    names = explorer.controls[1].values
    select = root.get_by_label("schedule")
    for i, name in enumerate(names):
        select.select_option(label=name)
        at = agrees(root, explorer)
        assert at["schedule"] == i
        assert sentence(root).startswith(f"{name} from 0.1, 10 of 200 rows a step")
    select.focus()
    select.press("ArrowUp")
    assert agrees(root, explorer)["schedule"] == len(names) - 2
    select.select_option(label="cosine annealing")


def test_without_noise_the_constant_rate_is_lower(root, explorer):
    root.get_by_label("each step sees").select_option(label="all 200 rows")
    slider = field(root, "rate")
    slider.press("Home")
    for _ in range(2):
        slider.press("ArrowRight")
    agrees(root, explorer)
    assert "cosine annealing from 0.007, all 200 rows a step" in sentence(root)
    assert ": higher than rate 0.007 all the time" in sentence(root)
    root.get_by_label("each step sees").select_option(label="10 of 200 rows")
    for _ in range(5):
        slider.press("ArrowRight")
    agrees(root, explorer)
    assert ": lower than rate 0.1 all the time" in sentence(root)


def test_the_step_moves_the_line_and_the_table(root, explorer):
    slider = field(root, "epoch")
    slider.press("Home")
    assert "at step 20," in sentence(root)
    agrees(root, explorer)
    root.get_by_role("button", name="Step", exact=True).click()
    assert "at step 40," in sentence(root)
    root.get_by_label("speed").select_option("fast")
    root.locator(".ce-run").click()
    root.page.wait_for_function("(node) => node.value === '29'", arg=slider.element_handle())
    agrees(root, explorer)
