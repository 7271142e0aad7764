"""Each explorer opens in JupyterLab from its lesson, as a student gets it."""

import pytest
from drawn import check_drawn, field, positions, sentence

from course import explorers
from course.explorers.kit.controls import Slider
from lessons import called, shown

SHOWN = shown()


def test_every_explorer_is_in_a_lesson():
    assert set(SHOWN) == set(explorers.__all__)


@pytest.fixture
def opened(name, browser, lab):
    """The live explorer in its lesson, every cell up to it run."""
    here = SHOWN[name]
    with lab.opened(browser, f"{here.lesson}.ipynb", list(here.cells)) as page:
        # The lesson's explorers before it are there, too.
        root = lab.live(page, sum(bool(called(cell)) for cell in here.cells))[-1]
        root.scroll_into_view_if_needed()
        yield root
    lab.end_kernels()


@pytest.mark.parametrize("name", SHOWN)
def test_opens_from_its_lesson(name, opened):
    assert SHOWN[name].text.endswith(f"Shown here: {sentence(opened)}.")
    if name == "watch_training":
        return  # Its call returns layers; test_training_by_hand compares what it draws.
    explorer = SHOWN[name].made()
    assert check_drawn(opened, explorer, explorer.scene, positions(opened, explorer)) >= 2
    slider = next(control for control in explorer.controls if isinstance(control, Slider))
    field(opened, slider.name).press("Home")
    at = positions(opened, explorer)
    assert at[slider.name] == 0
    told = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
    assert sentence(opened) == told
    check_drawn(opened, explorer, explorer.scene, at)
