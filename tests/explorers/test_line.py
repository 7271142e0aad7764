"""The explorer of a line: its walks are `descend`'s, and a dragged line follows the hand."""

import json

import numpy as np
import pytest

from course import explorers
from course.data import exam_scores, five_houses, five_points, noisy_line
from course.descent import descend
from course.explorers.kit import widget
from course.explorers.line import GRIPS, MOST_ERRORS
from course.landscapes import squared_error
from course.regression import mean_squared_error
from course.validate import InputError

FIVE, HOUSES, NOISY = five_points(), five_houses(), noisy_line()
EXAM = exam_scores()
CALLS = {
    "five points": explorers.explore_line,
    "five houses": lambda: explorers.explore_line(HOUSES.x, HOUSES.y, 0.05, 100.0, 1e-7, 20),
    "200 points": lambda: explorers.explore_line(NOISY.x, NOISY.y, lr=0.1, steps=200),
    "exam scores": lambda: explorers.explore_line(EXAM.x, EXAM.y, 5.0, 30.0, 0.01, 200),
    "500 points": lambda: explorers.explore_line(noisy_line(500).x, noisy_line(500).y, lr=0.1),
}
EACH = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


def told(explorer, scene=None, **at):
    scene = scene or explorer.scene
    return scene.filled(scene.sentence, explorer.controls, explorer.positions | at)


def rates_of(explorer):
    return np.array([float(text.replace("−", "-")) for text in explorer.controls[2].values])


def asked(explorer, w, b, **held):
    values = {"w": w, "b": b, **dict.fromkeys(GRIPS), **held}
    return explorer._scene(**values).checked(explorer.controls)


def test_tables_are_what_descend_computes():
    explorer = explorers.explore_line(NOISY.x, NOISY.y, 1.0, 2.0, 0.1, 30)
    scene = asked(explorer, -1.0, 4.0)
    loss, tables = squared_error(NOISY.x, NOISY.y), scene.tables
    for i, rate in enumerate(rates_of(explorer)):
        path = descend(loss, [-1.0, 4.0], rate, 30)
        np.testing.assert_allclose(tables["line_w"].values[i], path.weights[:, 0])
        np.testing.assert_allclose(tables["line_b"].values[i], path.weights[:, 1])
        np.testing.assert_allclose(tables["loss"].values[i], path.losses)
    w, b = (tables[name].values[1, 5] for name in ("line_w", "line_b"))
    assert tables["loss"].values[1, 5] == pytest.approx(mean_squared_error(NOISY.x, NOISY.y, w, b))
    np.testing.assert_allclose(
        tables["predicted"].values[1, 5], w * tables["row_x"].values + b, atol=1e-12
    )
    np.testing.assert_allclose(tables["grip_y"].values[1, 5], w * tables["grip_x"].values + b)


def test_of_many_points_some_errors_are_drawn():
    tables = explorers.explore_line(NOISY.x, NOISY.y).scene.tables
    assert tables["row_x"].values.shape == (MOST_ERRORS,)
    assert np.all(np.diff(tables["row_x"].values) > 0)
    for x, y in zip(tables["row_x"].values, tables["row_y"].values, strict=True):
        assert y == NOISY.y[NOISY.x == x]


@pytest.mark.parametrize("grip", GRIPS)
def test_a_held_line_goes_through_the_hand_and_the_other_end_stays(grip):
    explorer = explorers.explore_line(FIVE.x, FIVE.y)
    scene = asked(explorer, 1.0, 2.0, **{grip: 4.5})
    w, b = scene.stands["w"], scene.stands["b"]
    before = {place: 1.0 * place + 2.0 for place in (1.0, 3.0, 5.0)}
    now = {place: w * place + b for place in before}
    if grip == "middle":
        assert w == 1.0
        assert now[3.0] == pytest.approx(4.5)
    else:
        held, other = (1.0, 5.0) if grip == "left" else (5.0, 1.0)
        assert now[held] == pytest.approx(4.5, abs=0.05)
        assert now[other] == pytest.approx(before[other], abs=0.05)
    # What stands in the fields is what is drawn, and the walk begins anew.
    assert scene.tables["line_w"].values[0, 0] == w
    assert scene.tables["line_b"].values[0, 0] == b
    assert scene.stands["step"] == 0
    assert told(explorer, scene, step=0).startswith("no step yet at rate 0.01: w = ")


def test_typed_numbers_stay_as_they_are():
    scene = asked(explorers.explore_line(), 0.12345, -1.0)
    assert scene.stands == {"step": 0}
    assert scene.tables["line_w"].values[0, 0] == 0.12345


@EACH
def test_a_hand_anywhere_in_the_picture_gives_a_line(call):
    explorer = call()
    w, b = (control.value for control in explorer.controls[:2])
    low, high = explorer.scene.panels[0].y.range
    for left in (low, high):
        one = asked(explorer, w, b, left=left).stands
        two = asked(explorer, one["w"], one["b"], right=low + high - left).stands
        top = asked(explorer, two["w"], two["b"], middle=high).stands
        assert all(np.isfinite([*top.values()]))


@EACH
def test_it_is_small_and_fixed(call):
    explorer = call()
    (one, about), (other, _) = explorer.bundle(), call().bundle()
    assert one == other
    assert len(json.dumps([one, about], ensure_ascii=False).encode()) < widget.LARGEST
    assert len(rates_of(explorer)) >= 4
    assert "{" not in explorer.text


def test_the_best_line_stays_whatever_the_rate():
    """Its slope is rounding: it neither freezes nor cycles nor diverges."""
    explorer = explorers.explore_line()
    for rate in range(len(rates_of(explorer))):
        scene = asked(explorer, 2.0, 1.0)
        for step in (0, 1, 100):
            assert told(explorer, scene, rate=rate, step=step).endswith("this walk: stays")
    near = told(explorer, asked(explorer, 2.0, 1.01), rate=len(rates_of(explorer)) - 1)
    assert "this walk: diverges" in near


def test_sentences():
    explorer = explorers.explore_line()
    least = "; the least possible loss is 0, at w = 2, b = 1; this walk: crawls"
    assert (
        told(explorer)
        == "after 3 steps at rate 0.01: w = 1.1728, b = 0.32936, loss 11.305" + least
    )
    assert told(explorer, step=100).startswith(
        "after 100 steps at rate 0.01: w = 2.0818, b = 0.70476, loss 0.015866"
    )
    last = len(explorer.controls[2].values) - 1
    assert "this walk: diverges; it leaves the picture at step 1" in told(explorer, rate=last)
    noisy = explorers.explore_line(NOISY.x, NOISY.y)
    assert "the least possible loss is 0.22116, at w = 3.0349, b = 6.9335" in told(noisy)
    assert "loss 0; the least" in told(explorer, asked(explorer, 2.0, 1.0), step=0)


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_line(FIVE.x), "x and y belong together"),
        (lambda: explorers.explore_line([1.0], [2.0]), "x must hold 2 to 500 numbers"),
        (lambda: explorers.explore_line([1.0, 1.0], [2.0, 3.0]), "x must hold 2 to 500 numbers"),
        (lambda: explorers.explore_line(np.ones((3, 2)), np.ones(3)), "x must hold 2 to 500"),
        (lambda: explorers.explore_line([1, 2], [1, 2, 3]), "x and y must hold one row"),
        (lambda: explorers.explore_line(w="steep"), "w must be a number"),
        (lambda: explorers.explore_line(b=np.nan), "b must be finite"),
        (lambda: explorers.explore_line(lr=0), "lr must be above 0"),
        (lambda: explorers.explore_line(steps=201), "steps must be 200 at most"),
        (lambda: explorers.explore_line(view=(1, 2)), "view must be (low, high) for w and for b"),
        (
            lambda: explorers.explore_line(view=((1, 0), (0, 1))),
            "view must be (low, high) for w and for b",
        ),
        (lambda: explorers.explore_line(rates=[-1, 1]), "rates must hold 2 to 200 numbers"),
        (lambda: asked(explorers.explore_line(), 99.0, 0.0), "w must be from -"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as raised:
        call()
    assert str(raised.value).startswith(problem)
    assert "\n" not in str(raised.value)
