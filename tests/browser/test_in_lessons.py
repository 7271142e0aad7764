"""The explorers open in JupyterLab from their lesson, as a student gets it."""

import pytest

from course import explorers
from course.explorers.kit.controls import Slider
from tests.support.drawn import check_drawn, field, positions, sentence
from tests.support.explorers import WITHOUT_PICTURES
from tests.support.lessons import with_explorers

LESSONS = with_explorers()


def test_every_explorer_is_in_a_lesson():
    calls = {name for lesson in LESSONS.values() for name in lesson.calls}
    assert calls == set(explorers.__all__)


@pytest.mark.parametrize("name", LESSONS)
def test_explorers_open_from_their_lesson(name, browser, lab):
    lesson = LESSONS[name]
    made = lesson.made()
    with lab.opened(browser, f"{name}.ipynb", [WITHOUT_PICTURES, *lesson.cells]) as page:
        roots = lab.live(page, len(lesson.calls))
        for call, explorer, text, root in zip(
            lesson.calls, made, lesson.texts, roots, strict=True
        ):
            root.scroll_into_view_if_needed()
            assert text.endswith(f"Shown here: {sentence(root)}."), call
            if call == "watch_training":
                continue  # It returns layers; test_training_by_hand compares what it draws.
            assert check_drawn(root, explorer.scene, positions(root, explorer)) >= 2
            slider = next(one for one in explorer.controls if isinstance(one, Slider))
            field(root, slider.name).press("Home")
            at = positions(root, explorer)
            assert at[slider.name] == 0
            told = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
            assert sentence(root) == told
            check_drawn(root, explorer.scene, at)
    lab.end_kernels()
