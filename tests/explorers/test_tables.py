"""What explorers are made of: their tables are what `descend` computes, their texts are fixed."""

import base64
import html
import json
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from course import explorers
from course.descent import descend
from course.explorers.kit import controls, marks, panels, paths, template
from course.explorers.kit import scene as scenes
from course.explorers.kit.contours import stretch
from course.explorers.kit.controls import Number
from course.explorers.kit.widget import LARGEST
from course.landscapes import bowl, parabola, plateau, quartic, rastrigin, ravine, rosenbrock
from course.live import WIDGET
from course.validate import InputError
from tests.support.explorers import made

CALLS = {name: lambda name=name: made(name) for name in explorers.CALLS}
CALLS |= {
    "most of curve": lambda: explorers.explore_curve(plateau, start=2.0, lr=0.5, steps=200),
    "most of rates": lambda: explorers.explore_rates(quartic, start=3.0, steps=200),
    "most of bowl": lambda: explorers.explore_bowl(rosenbrock, (-1.5, 2.0), 0.001, steps=100),
    "most of trouble": lambda: explorers.explore_trouble(rastrigin),
}
EACH = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


def rates_of(explorer):
    return np.array([float(text) for text in explorer.controls[0].values])


def test_importing_explorers_is_cheap():
    """No explorer, no drawing library, until one is called."""
    code = (
        "import sys; from course import explorers; "
        "print([n for n in sys.modules if n.startswith(('course.explorers.', 'contourpy'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert set(explorers.__all__) == set(explorers.EXPLORERS) <= set(dir(explorers))
    with pytest.raises(AttributeError, match="explore_nothing"):
        _ = explorers.explore_nothing


@pytest.mark.parametrize(
    ("explorer", "landscape", "start", "steps"),
    [
        (explorers.explore_curve(quartic, 3.0, 0.01, 60), quartic, 3.0, 60),
        (explorers.explore_rates(parabola, -1.0, 50), parabola, -1.0, 50),
    ],
)
def test_tables_of_one_weight_are_what_descend_computes(explorer, landscape, start, steps):
    tables = explorer.scene.tables
    for i, rate in enumerate(rates_of(explorer)):
        path = descend(landscape, start, rate, steps)
        finite = np.isfinite(path.weights)
        np.testing.assert_array_equal(tables["w"].values[i][finite], path.weights[finite])
        np.testing.assert_array_equal(tables["loss"].values[i][finite], path.losses[finite])


def test_tables_of_two_weights_are_what_descend_computes():
    conditions = (1, 4, 25)
    explorer = explorers.explore_bowl(ravine(2), (8.0, 3.0), 0.02, 30, conditions=conditions)
    assert explorer.controls[1].values == ["2", "8", "50"]
    tables = explorer.scene.tables
    for c, condition in enumerate(conditions):
        # (w1² + 2·c·w2²)/2 is what ravine(2) becomes when it is made c times as steep along w2.
        steeper = ravine(2 * condition)
        for i, rate in enumerate(rates_of(explorer)):
            path = descend(steeper, (8.0, 3.0), rate, 30)
            for k in range(2):
                found = tables[f"place_{k + 1}"].values[c, i]
                np.testing.assert_allclose(found, path.weights[:, k], rtol=1e-9, atol=1e-12)


def test_a_stretched_landscape_has_the_gradient_of_its_value():
    conditions = np.array([1.0, 3.0, 20.0])
    steeper = stretch(rosenbrock, conditions)
    w = np.random.default_rng(5).uniform(-1, 1, (3, 7, 2))
    for k in range(2):
        shift = np.eye(2)[k] * 1e-6
        slope = (steeper.value(w + shift) - steeper.value(w - shift)) / 2e-6
        np.testing.assert_allclose(slope, steeper.gradient(w)[..., k], rtol=1e-5, atol=1e-4)


def test_a_tangent_has_the_curve_s_slope_and_touches_it():
    explorer = explorers.explore_curve(quartic, 3.0, 0.01, 20)
    x0, y0, x1, y1 = np.moveaxis(explorer.scene.tables["tangent"].values[2], -1, 0)
    w = explorer.scene.tables["w"].values[2]
    np.testing.assert_allclose((y1 - y0) / (x1 - x0), quartic.gradient(w))
    np.testing.assert_allclose((y0 + y1) / 2, quartic(w))


@EACH
def test_every_setting_has_its_sentence(call):
    explorer = call()
    moved = [c for c in explorer.controls if hasattr(c, "at") and not getattr(c, "ask", False)]
    # A slider for each of many rates: the rates move together, the others stay.
    named = [c for c in moved if c.name.startswith("rate")] or moved[:1]
    for rate in range(len(named[0].values)):
        for step in (0, 1, 20):
            at = explorer.positions | {c.name: rate for c in named} | {"step": step}
            text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
            assert "{" not in text
            assert "nan" not in text


@pytest.mark.parametrize(
    ("rate", "sentence"),
    [
        ("0.01", "rate 0.01: crawls; at 2.1792 after 50 steps"),
        ("0.05", "rate 0.05: smooth, not there yet; at 3.9742 after 50 steps"),
        ("0.1", "rate 0.1: smooth; at 3.9999 after 50 steps"),
        ("0.5", "rate 0.5: smooth; at 4 after 50 steps"),
        ("0.9", "rate 0.9: overshoots and settles; at 3.9999 after 50 steps"),
        ("0.96", "rate 0.96: overshoots, not there yet; at 3.9227 after 50 steps"),
        ("1", "rate 1: cycles; at −1 after 50 steps"),
        (
            "1.1",
            "rate 1.1: diverges; at −45498 after 50 steps; it leaves the picture at step 2",
        ),
    ],
)
def test_sentences_of_the_parabola(rate, sentence):
    explorer = explorers.explore_rates(parabola, -1.0, 50)
    at = {"rate": list(explorer.controls[0].values).index(rate)}
    assert explorer.scene.filled(explorer.scene.sentence, explorer.controls, at) == sentence


def test_an_overflow_is_told():
    explorer = explorers.explore_curve(quartic, 6.0, 0.05, 30, rates=[0.05, 0.1])
    text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, {"step": 30})
    assert re.fullmatch(
        r"rate 0.05: diverges; at too large to show after 30 steps; it starts outside the picture "
        r"and is too large to compute from step \d on",
        text,
    )


@EACH
def test_what_is_stored_is_small_and_the_same_each_time(call):
    explorer = call()
    (one, about), (other, _) = explorer.bundle(), call().bundle()
    assert one == other
    empty = {"text/html": "", "text/plain": "", WIDGET: {"model_id": "0" * 32}}
    assert len(json.dumps([one, about, empty], ensure_ascii=False).encode()) < LARGEST
    assert one["text/plain"] == explorer.text == repr(explorer)
    assert one["text/plain"].startswith("Explorer: ")
    assert len(explorer.alt) > 40
    assert about == {"image/png": {"alt": explorer.alt}}
    assert re.search(r'<img alt="[^"]{40,}"', one["text/html"])
    assert html.escape(explorer.alt, quote=True) in one["text/html"]
    assert base64.b64decode(one["image/png"])[:4] == b"\x89PNG"
    # Neither a network nor another file is needed.
    assert not re.search(r'(?:src|href)="(?!data:)|import\(|@import|fetch\(', one["text/html"])


@EACH
def test_the_page_s_tables_are_the_scene_s(call):
    explorer = call()
    spec, packed = explorer.spec()
    for name, table in explorer.scene.tables.items():
        about = spec["tables"][name]
        found = np.frombuffer(packed[about["at"] : about["at"] + about["bytes"]], "<f4")
        with np.errstate(over="ignore"):
            expected = np.asarray(table.values, "<f4")
        np.testing.assert_array_equal(found.reshape(about["shape"]), expected)
        assert tuple(about["axes"]) == table.axes


@pytest.mark.parametrize(
    ("explore", "landscape"),
    [
        (explorers.explore_curve, replace(parabola, view=((20.0, 30.0),))),
        (explorers.explore_rates, replace(parabola, view=((20.0, 30.0),))),
        (explorers.explore_bowl, rosenbrock),
    ],
)
def test_a_walk_begins_in_the_view_if_nobody_says_where(explore, landscape):
    asked = [one for one in explore(landscape, steps=2).controls if isinstance(one, Number)]
    for one, (low, high) in zip(asked, landscape.view, strict=True):
        assert low < one.value < high


def test_only_tables_that_changed_are_sent_again():
    explorer = explorers.explore_bowl()
    scene = explorer._scene(w1=5.0, w2=5.0)
    spec, packed = scene.description(explorer.scene)
    assert "line_1" not in spec["tables"]
    assert {"place_1", "place_2", "level", "norm"} <= set(spec["tables"])
    assert len(packed) == sum(about["bytes"] for about in spec["tables"].values())


class Wire:
    """What stands for a browser: keeps what it is sent."""

    def __init__(self):
        self.sent = []

    def send(self, message, buffers=()):
        self.sent.append((message, list(buffers)))


def test_a_question_is_answered_under_its_number():
    explorer = explorers.explore_rates()
    explorer.live = Wire()
    explorer._asked(None, {"number": 7, "values": {"start": 2.5}}, [])
    (message, buffers) = explorer.live.sent[0]
    assert message["number"] == 7
    about = message["scene"]["tables"]["w"]
    found = np.frombuffer(buffers[0][about["at"] : about["at"] + about["bytes"]], "<f4")
    expected = descend(parabola, 2.5, rates_of(explorer), 50).weights.T
    np.testing.assert_array_equal(found.reshape(expected.shape), expected.astype("f4"))


def test_a_question_that_cannot_be_used_is_told():
    explorer = explorers.explore_rates()
    explorer.live = Wire()
    explorer._asked(None, {"number": 8, "values": {"start": 1e9}}, [])
    (message, _) = explorer.live.sent[0]
    assert message == {"number": 8, "problem": "start must be from -8 to 16, but it is 1e+09"}


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_curve(bowl), "landscape must be a Landscape of 1 weight, "),
        (lambda: explorers.explore_curve(3), "landscape must be a Landscape of 1 weight, "),
        (lambda: explorers.explore_bowl(quartic), "landscape must be a Landscape of 2 weights, "),
        (lambda: explorers.explore_curve(start="left"), "start must be a number"),
        (lambda: explorers.explore_curve(start=99), "start must be from -8 to 16"),
        (lambda: explorers.explore_curve(lr=0), "lr must be above 0"),
        (lambda: explorers.explore_curve(steps=201), "steps must be 200 at most"),
        (lambda: explorers.explore_curve(steps=0), "steps must be a whole number, 1 or more"),
        (lambda: explorers.explore_rates(rates=[-1, 1]), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_curve(rates=0.1), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_bowl(rates=0.1), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_line(rates=0.1), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_batches(rates=0.1), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_schedule(rates=0.1), "rates must hold 2 to 200 numbers"),
        (lambda: explorers.explore_rates(rates=bowl), "rates must be a number or an array"),
        (
            lambda: explorers.explore_batches(seed=1e300),
            "seed must be 999 at most, but it is 1000",
        ),
        (lambda: explorers.explore_noise(lr=np.ones(2)), "lr must be one of"),
        (
            lambda: explorers.race_optimizers(budgets=[[1], [1, 2]]),
            "budgets must be a whole number",
        ),
        (lambda: explorers.explore_bowl(start=(1, 2, 3)), "start must hold two weights"),
        (lambda: explorers.explore_bowl(start=(99, 0)), "w1 must be from -9 to 15"),
        (lambda: explorers.explore_bowl(conditions=[0.5]), "conditions must hold 1 to 8 numbers"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as told:
        call()
    assert str(told.value).startswith(problem)
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 200


# ---- the framework ----

X = panels.linear("x", 0, 1)
SLIDER = controls.Slider("a", "a", ["0", "1"])


def scene(mark, tables, sentence=""):
    panel = panels.Panel("p", "title", "label", X, X, [mark])
    return scenes.Scene([panel], tables, {}, sentence)


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (scene(marks.point("x", "y"), {}), "reads the table 'x', which is not there"),
        (
            scene(marks.point("x", "x"), {"x": scenes.Table(np.zeros(3), ("a",))}),
            "x has 3 rows along 'a', where the control has 2 positions",
        ),
        (
            scene(marks.point("x", "x"), {"x": scenes.Table(np.zeros((2, 3)), ("a",))}),
            r"x has shape \(2, 3\), but its axes are",
        ),
        (
            scene(marks.point("x", "x"), {"x": scenes.Table(np.zeros(3), ("b",))}),
            "nothing picks the axis 'b' of 'x'",
        ),
        (
            scene(marks.point("a", "a"), {"a": scenes.Table(np.zeros(2), ("a",))}),
            "two of the controls, tables and words are called 'a'",
        ),
        (
            scene(marks.point("x", "x"), {"x": scenes.Table(np.zeros(()))}),
            "no table has an axis for the slider 'a'",
        ),
    ],
)
def test_a_scene_that_does_not_fit_together_is_told(made, problem):
    with pytest.raises(ValueError, match=problem):
        made.checked([SLIDER])


def test_a_mark_of_an_unknown_color_is_told():
    with pytest.raises(ValueError, match="a mark's color must be one of ink, "):
        marks.point("x", "y", color="beige")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (3.99993, "3.9999"),
        (-45500.0, "−45500"),
        (123456.0, "1.2346e+5"),
        (0.00012345678, "0.00012346"),
        (1e-9, "1.0000e−9"),
        (np.inf, "too large to show"),
        (np.nan, "too large to show"),
    ],
)
def test_numbers_in_sentences(value, text):
    assert template.said(value) == text


def test_a_walk_that_is_lost_waits_where_it_left():
    values = np.array([[1.0, 1.0], [np.inf, 2.0], [np.nan, 3.0]])
    np.testing.assert_array_equal(paths.by_run(values), [[1, np.inf, np.inf], [1, 2, 3]])


@pytest.mark.parametrize("highest", [0.02, 0.077, 1.12, 3.0, 4000.0])
def test_rates_are_round_and_few(highest):
    rates = paths.round_rates(highest, 40, lr=highest / 7)
    assert 8 <= len(rates) <= 41
    assert rates[-1] >= highest * (1 - 1e-9)
    assert np.isclose(rates, highest / 7).any()
