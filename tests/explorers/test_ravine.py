"""The explorer of a ravine: factors, angles and counted steps are those of the lesson."""

import numpy as np
import pytest

from course import explorers
from course.descent import angle_to_minimum, descend
from course.explorers.ravine import KAPPAS, PARTS
from course.landscapes import ravine


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_ravine()


def told(explorer, **texts):
    known = {c.name: list(c.values) for c in explorer.controls}
    at = {name: known[name].index(text) for name, text in texts.items()}
    return explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)


def test_what_one_step_leaves_is_one_minus_rate_times_curvature(explorer):
    tables, rates = explorer.scene.tables, PARTS * 2 / KAPPAS[:, None]
    np.testing.assert_allclose(tables["along"].values, np.abs(1 - rates), atol=1e-14)
    np.testing.assert_allclose(
        tables["across"].values, np.abs(1 - 2 * PARTS)[None] + 0 * rates, atol=1e-14
    )


def test_steps_and_angles_are_those_of_a_walk_of_its_own(explorer):
    place, rate = list(KAPPAS).index(10), list(PARTS).index(0.7)
    path = descend(ravine(10), (10.0, 3.0), 0.14, 100)
    near = np.linalg.norm(path.weights, axis=1) <= np.hypot(10, 3) / 1000
    assert explorer.scene.tables["needed"].values[place, rate] == np.log10(np.argmax(near))
    angle = angle_to_minimum(ravine(10), path.weights[4])
    said = told(explorer, condition="10", rate="0.7", step="4")
    assert said.endswith(f"{np.argmax(near)} steps to 1/1000 of the distance; downhill at step 4: "
                         f"{angle:.1f}° off")  # fmt: skip


def test_the_best_part_is_where_both_factors_meet(explorer):
    needed = explorer.scene.tables["needed"].values
    for i, kappa in enumerate(KAPPAS):
        best = list(PARTS).index(round(kappa / (kappa + 1), 3))
        assert needed[i, best] <= np.nanmin(needed[i]) + np.log10(1.02)
    three = [list(PARTS).index(part) for part in (0.5, 0.909, 0.98)]
    assert np.argmin(needed[list(KAPPAS).index(10), three]) == 1


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (("1", "0.5", "1"), "κ = 1, rate 1, 0.5 of the limit, 24 steps: smooth; 1 step to 1/1000 "
         "of the distance; downhill at step 1: no slope left"),
        (("1", "1", "0"), "κ = 1, rate 2, 1 of the limit, 24 steps: cycles; not down to 1/1000 of "
         "the distance in 4000 steps; downhill at step 0: 0.0° off"),
        (("25", "1.05", "0"), "κ = 25, rate 0.084, 1.05 of the limit, 24 steps: diverges; not "
         "down to 1/1000 of the distance in 4000 steps; downhill at step 0: 65.7° off"),
    ],
)  # fmt: skip
def test_sentences_at_the_ends(explorer, texts, text):
    assert told(explorer, **dict(zip(("condition", "rate", "step"), texts, strict=True))) == text


def test_the_dotted_line_grows_like_kappa_and_is_told(explorer):
    guide = explorer.scene.tables["guide"].values
    np.testing.assert_allclose(np.diff(guide), np.diff(np.log10(KAPPAS)))
    assert "a dotted line grows like κ" in explorer.alt
