"""Explorers say what walks do in the lessons' words, and one judge says it."""

import re
from pathlib import Path

import numpy as np
import pytest

from course import explorers
from course.descent import descend
from course.explorers.rates import OUTCOMES
from course.landscapes import bowl, himmelblau, parabola, quartic, ravine


@pytest.mark.parametrize(
    ("lr", "steps", "words"),
    [
        (0.01, 50, "crawls"),
        (0.01, 3, "crawls"),
        (0.05, 50, "smooth, not there yet"),
        (0.1, 50, "smooth"),
        (0.4, 3, "smooth, not there yet"),
        (0.5, 3, "smooth"),
        (0.9, 50, "overshoots and settles"),
        (0.9, 3, "overshoots, not there yet"),
        (0.99, 50, "overshoots, not there yet"),
        (1.0, 3, "cycles"),
        (1.0, 50, "cycles"),
        (1.1, 3, "diverges"),
        (1.1, 50, "diverges"),
        (1e-20, 50, "freezes"),
        (0.1, 0, "smooth, not there yet"),
        (0.9, 1, "smooth, not there yet"),
    ],
)
def test_words_on_the_parabola(lr, steps, words):
    assert descend(parabola, -1.0, lr, steps).behaviour == words


@pytest.mark.parametrize("steps", [2, 3, 5, 10, 50, 200])
def test_a_walk_that_comes_closer_is_never_said_to_do_anything_else(steps):
    """On the parabola every rate below 1 converges: so says its factor, 1 − 2·lr."""
    rates = np.round(np.arange(0.01, 1.0, 0.01), 2)
    words = descend(parabola, -1.0, rates, steps).behaviour
    assert set(words) <= {
        "crawls",
        "smooth",
        "smooth, not there yet",
        "overshoots and settles",
        "overshoots, not there yet",
    }
    # Which it is, is the sign of the factor.
    assert all(
        word.startswith("overshoots") == (lr > 0.5) for lr, word in zip(rates, words, strict=True)
    )


@pytest.mark.parametrize("lr", [0.01, 0.5, 1.0, 1.1])
def test_a_walk_that_begins_where_the_slope_is_zero_stays(lr):
    """Whatever its rate: it is not smooth above the limit, where all others diverge."""
    assert descend(parabola, 4.0, lr, 50).behaviour == "stays"
    assert descend(parabola, [4.0, 4.001], lr, 50).behaviour[0] == "stays"
    assert descend(parabola, 4.001, lr, 50).behaviour != "stays"
    # A step that arrives is a step.
    assert descend(parabola, -1.0, 0.5, 50).behaviour == "smooth"
    explorer = explorers.explore_rates(parabola, 4.0, 50)
    assert set(explorer.scene.words["does"].values) == {"stays"}


def test_a_walk_that_grows_inside_the_picture_is_not_said_to_diverge_where_it_may_cycle():
    """From −2 at 0.063 the quartic's walk leaves the floor, and cycles in the end."""
    assert descend(quartic, -2.0, 0.063, 100).behaviour == "diverges"
    assert descend(quartic, -2.0, 0.063, 5000).behaviour == "cycles"
    does = {}
    for landscape, start in ((quartic, -2.0), (quartic, 4.0), (parabola, 4.001)):
        explorer = explorers.explore_curve(landscape, start, 0.01, 100, rates=[0.063, 1.01])
        does[landscape, start] = explorer.scene.words["does"].values[1:].tolist()
    assert does[quartic, -2.0] == ["swings ever wider", "diverges"]
    assert does[quartic, 4.0] == ["diverges", "diverges"]
    assert does[parabola, 4.001][1] == "diverges"


def test_many_runs_are_judged_as_each_alone():
    rates = np.array([0.001, 0.02, 0.07, 0.2])
    words = descend(quartic, [[-3.0], [2.0]], rates, 60).behaviour
    for i, start in enumerate((-3.0, 2.0)):
        assert list(words[i]) == [descend(quartic, start, lr, 60).behaviour for lr in rates]
    assert descend(ravine(), (10, 1), 0.0769, 200).behaviour == "overshoots and settles"


def test_the_map_of_rates_has_a_mark_for_each_word_and_shows_those_that_occur():
    explorer = explorers.explore_rates(parabola, -1.0, 50)
    words = explorer.scene.words["does"].values
    assert set(words) <= set(OUTCOMES)
    panel = next(panel for panel in explorer.scene.panels if panel.name == "map")
    labels = [mark.label for mark in panel.marks if mark.kind == "points"]
    assert set(labels) == set(words)
    hollow = {mark.label: mark.hollow for mark in panel.marks if mark.kind == "points"}
    assert all(hollow[label] == label.endswith("not there yet") for label in labels)


def test_a_bowl_made_narrower_is_not_called_by_the_formula_of_the_round_one():
    explorer = explorers.explore_bowl(bowl)
    at = explorer.positions
    title = explorer.scene.filled(explorer.title, explorer.controls, at)
    assert title == "A walk on (w1 − 3)² + (w2 + 1)²"
    narrow = explorer.scene.filled(explorer.title, explorer.controls, {**at, "condition": 2})
    assert narrow.endswith(", its curvature along w2 5 times as large")


@pytest.mark.parametrize(("condition", "term"), [(1, "w2²"), (25, "25·w2²")])
def test_a_ravine_is_called_by_its_own_formula(condition, term):
    explorer = explorers.explore_bowl(ravine(condition), (10, 1), conditions=(1,))
    title = explorer.scene.filled(explorer.title, explorer.controls, explorer.positions)
    assert title == f"A walk on (w1² + {term})/2"


@pytest.mark.parametrize(
    ("lr", "text"),
    [
        (1.1, "each step 1.2 times as long"),
        (0.1, "outside the picture"),
        (3.0, "each step 5 times as long"),
    ],
)
def test_how_a_walk_goes_away_is_told(lr, text):
    explorer = explorers.explore_curve(parabola, -1.0, 0.1, 50, rates=[lr, 0.2])
    at = {"rate": list(explorer.controls[0].values).index(f"{lr:g}")}
    assert explorer.scene.filled("{far}", explorer.controls, at) == text


def test_on_the_limit_no_walk_is_said_to_be_on_its_way():
    """Across the valley each step is as long as the one before: it never arrives."""
    bowls, ravines = explorers.explore_bowl(), explorers.explore_ravine()
    rate, condition = bowls.controls[:2]
    for c, text in enumerate(condition.values):
        for r, lr in enumerate(rate.positions):
            at = {**bowls.positions, "rate": r, "condition": c}
            does = bowls.scene.filled("{does}", bowls.controls, at)
            on_limit = abs(2 * lr * float(text) - 2) < 1e-9
            assert does.startswith("cycles") == on_limit, (lr, text)
    for c in range(len(ravines.controls[1].values)):
        at = {"rate": list(ravines.controls[0].values).index("1"), "condition": c}
        assert ravines.scene.filled("{does}", ravines.controls, at).startswith("cycles")
    scaling = explorers.explore_scaling()
    for columns in range(2):
        scene = scaling._scene(columns=columns)
        at = {"rate": list(scaling.controls[0].values).index("1")}
        assert scene.filled("{does}", scaling.controls, at) == "cycles in the end"
    # Its curvature differs from place to place, so a limit at the minimum says nothing here.
    hills = explorers.explore_bowl(himmelblau, (-1, 1))
    assert "cycles in the end" not in hills.scene.words["does"].values


def test_a_tiny_rate_is_told_as_other_numbers_are():
    """Not as 5e-05, with a hyphen that a screen reader may pass over."""
    explorer = explorers.explore_curve(parabola, -1.0, 5e-5, 50, rates=[1e-5, 0.0001, 12.5])
    rate = explorer.controls[0]
    assert list(rate.values) == ["0.00001", "0.00005", "0.0001", "12.5"]
    assert "rate 0.00005: " in explorer.text


def test_one_place_makes_minus_signs():
    places = [
        path.name
        for path in Path(explorers.__file__).parent.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"replace\(.*−", line)
    ]
    assert places == ["template.py"]


def test_the_best_rate_of_each_condition_is_on_the_slider():
    explorer = explorers.explore_bowl()
    rate, condition = explorer.controls[:2]
    for c, text in enumerate(condition.values):
        best = float(f"{2 / (2 + 2 * float(text)):.3g}")
        assert f"{best:.6g}" in rate.values
        at = {**explorer.positions, "rate": list(rate.values).index(f"{best:.6g}"), "condition": c}
        assert explorer.scene.filled("{does}", explorer.controls, at) != "diverges"
