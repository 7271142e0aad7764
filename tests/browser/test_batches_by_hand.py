"""The explorer of mini-batches in JupyterLab: other seeds, and every run at every batch size."""

from __future__ import annotations

import pytest

from course import explorers
from tests.support.drawn import answered, check_drawn, field, positions, sentence, settle
from tests.support.explorers import WITHOUT_PICTURES

CALL = "explorers.explore_batches(seed=4)"


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_batches(seed=4)


@pytest.fixture(scope="module")
def page(browser, lab):
    with lab.opened(browser, "batches.ipynb", [WITHOUT_PICTURES, CALL]) as page:
        yield page


@pytest.fixture
def root(page, lab):
    found = lab.live(page)[0]
    found.scroll_into_view_if_needed()
    settle(found)
    return found


def agrees(root, explorer, seed):
    scene = explorer._scene(seed=seed)
    at = positions(root, explorer)
    answered(root, scene.filled(scene.sentence, explorer.controls, at))
    assert check_drawn(root, scene, at) > 20


def test_every_batch_size_draws_its_runs(root, explorer):
    slider = field(root, "size")
    slider.focus()
    slider.press("Home")
    for size in explorer.controls[0].values:
        assert sentence(root).startswith(f"batches of {size} at rate 0.05, seeds 4 to 11: ")
        check_drawn(root, explorer.scene, positions(root, explorer))
        slider.press("ArrowRight")
    # With all rows in each batch, chance has no part in it: the runs are one.
    ends = root.locator('[data-panel="close"] [data-mark^="end_"]')
    assert len({ends.nth(k).get_attribute("transform") for k in range(8)}) == 1
    slider.press("Home")


def test_an_arrow_key_brings_eight_other_seeds(root, explorer):
    seed = field(root, "seed")
    seed.focus()
    seed.press("ArrowUp")
    assert seed.input_value() == "12"
    agrees(root, explorer, 12)
    assert "seeds 12 to 19" in sentence(root)
    # While a key is held, answers that came too late are not drawn.
    for _ in range(15):
        seed.press("ArrowUp")
    agrees(root, explorer, 132)
    seed.fill("4")
    agrees(root, explorer, 4)


@pytest.mark.parametrize("typed", ["0.5", "-3", "1000", ""])
def test_a_seed_that_is_none_is_told(root, explorer, typed):
    field(root, "seed").fill(typed)
    if typed == "0.5":
        answered(root, "seed must be a whole number, 0 or more, but it is 0.5")
    else:
        answered(root, "first of 8 seeds must be a number from 0 to 999")
    field(root, "seed").fill("4")
    agrees(root, explorer, 4)


def test_runs_that_diverge_are_held_at_the_edge_and_told(root, explorer):
    rate = field(root, "rate")
    rate.focus()
    rate.press("End")
    assert sentence(root).endswith("every run diverges within 1000 steps")
    ends = root.locator('[data-panel="close"] [data-mark^="end_"][data-edge]')
    assert ends.count() == 8
    agrees(root, explorer, 4)
    for _ in range(4):
        rate.press("ArrowLeft")
