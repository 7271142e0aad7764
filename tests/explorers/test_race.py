"""The race: every rule walks as `descend` says, from a fair sweep, and the places are right."""

import json

import numpy as np
import pytest

from course import explorers, optimizers
from course.descent import descend
from course.explorers.kit import widget
from course.explorers.race import SWEPT
from course.landscapes import bowl, himmelblau, quartic, ravine, rosenbrock, saddle
from course.validate import InputError

RULES = [optimizers.gradient_descent(), optimizers.nesterov(), optimizers.adam()]


@pytest.fixture(scope="module")
def race():
    return explorers.race_optimizers([ravine(25), himmelblau], RULES, 60, start=(8, 2))


def control(explorer, name, scene=None):
    known = {c.name: c for c in explorer.controls}
    return ({c.name: c for c in scene.controls} if scene else known).get(name, known[name])


def sentence(explorer, scene=None, **at):
    scene = scene or explorer.scene
    first = {c.name: c.at for c in (*explorer.controls, *scene.controls) if hasattr(c, "at")}
    return scene.filled(scene.sentence, explorer.controls, first | at)


@pytest.mark.parametrize(
    ("values", "landscape", "start"),
    [
        ({}, ravine(25), (8, 2)),
        ({"w1": -3.0, "w2": 1.5}, ravine(25), (-3, 1.5)),
        ({"landscape": 1, "w1": 0.0, "w2": 1.0}, himmelblau, (0, 1)),
    ],
)
def test_every_rule_walks_as_descend_says(race, values, landscape, start):
    scene = race._scene(**values)
    for k, rule in enumerate(RULES):
        for i, rate in enumerate(control(race, f"rate_{k}", scene).positions):
            path = descend(landscape, start, rate, 60, optimizer=rule)
            above = path.losses - landscape(landscape.minima[0])
            finite = np.isfinite(path.losses)
            for n in (1, 2):
                found = scene.tables[f"place_{n}_{k}"].values[i][finite]
                expected = path.weights[finite, n - 1]
                np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-9)
            found = scene.tables[f"loss_{k}"].values[i]
            np.testing.assert_allclose(found, np.maximum(above, 1e-12), rtol=1e-5, atol=1e-12)
            ways = path.weights[finite, None] - np.array(landscape.minima)
            away = np.linalg.norm(ways, axis=-1).min(axis=-1)
            found = scene.tables[f"away_{k}"].values[i][finite]
            np.testing.assert_allclose(found, np.maximum(away, 1e-12), rtol=1e-5, atol=1e-9)


def test_every_rule_begins_with_the_best_rate_of_the_same_sweep():
    angles = np.radians(15 + 30 * np.arange(12))
    around = np.stack([10 * np.cos(angles), np.sin(angles)], axis=-1)
    valley = ravine(100)
    explorer = explorers.race_optimizers({"ravine": (valley, around)}, start=(10, 2))
    # Those that lesson 7 prints.
    found = [c.values[c.at] for c in explorer.controls if c.name.startswith("rate_")]
    assert found == ["0.0158", "0.0316", "0.01", "2.51", "0.2", "0.398"]
    for k, rule in enumerate([optimizers.gradient_descent(), optimizers.momentum()]):
        path = descend(valley, around[:, None, :], SWEPT, 100, optimizer=rule)
        best = SWEPT[np.argmin(np.mean(path.losses[-1], axis=0))]
        assert control(explorer, f"rate_{k}").positions[control(explorer, f"rate_{k}").at] == best
    # The sweep's own best rate is marked, and the rates that all share are there.
    assert "0.0158*" in explorer.scene.words["rated_0"].values
    for k in range(6):
        assert {0.01, 0.1, 1.0} <= set(control(explorer, f"rate_{k}").positions)


def test_nesterov_is_given_no_more_gradients_than_the_others(race):
    calls = []

    def counted(w):
        calls.append(1)
        return bowl.gradient(w)

    for rule in RULES:
        calls.clear()
        descend(bowl, [8, 6], 0.01, 60, optimizer=rule, gradient=counted)
        # The last one is the slope where it stopped, which no step uses.
        assert len(calls) == 61


def test_places_are_those_of_the_losses(race):
    scene = race.scene
    at = race.positions | {"rate_0": 0, "rate_1": 3, "rate_2": 1, "step": 17}
    losses = [np.float32(scene.tables[f"loss_{k}"].values[at[f"rate_{k}"], 17]) for k in range(3)]
    board = scene.panels[2]
    rows = [[scene.filled(cell, race.controls, at) for cell in row] for row in board.rows]
    assert [row[0] for row in rows] == ["gradient descent", "Nesterov", "Adam"]
    assert [int(row[1]) for row in rows] == [1 + sum(o < x for o in losses) for x in losses]
    leader = rows[int(np.argmin(losses))][0]
    assert f"first: {leader} (rate" in scene.filled(scene.sentence, race.controls, at)


def test_at_the_start_all_are_level(race):
    assert sentence(race, step=0) == (
        "ravine (condition number 25), after 0 gradients, first: all, at 82 above the lowest loss"
    )
    assert "after 1 gradient, first: " in sentence(race, step=1)


def test_those_below_rounding_share_the_first_place():
    rules = {"one": RULES[0], "other": RULES[0], "slow": optimizers.adagrad()}
    explorer = explorers.race_optimizers(bowl, rules, 60)
    at = {"rate_2": 0}
    assert sentence(explorer, **at).startswith("bowl, after 60 gradients, first: one (rate 0.1")
    assert " and other (rate 0.1" in sentence(explorer, **at)
    places = [
        explorer.scene.filled(f"{{ahead:{k}}}", explorer.controls, explorer.positions | at)
        for k in (1, 2, 3)
    ]
    assert places == ["1", "1", "3"]


def test_another_landscape_brings_its_own_start_rates_and_axes(race):
    scene = race._scene(landscape=1, w1=None, w2=None)
    scene.checked(race.controls)
    low, high = himmelblau.view[0]
    assert control(race, "w1", scene).low == 2 * low
    assert scene.panels[0].x.range == (low, high)
    begin = [control(race, name, scene).value for name in ("w1", "w2")]
    assert scene.tables["begin_1"].values == begin[0]
    assert sentence(race, scene).startswith("Himmelblau's function, after 60 gradients, first: ")
    # No state is kept: the first landscape is as it was.
    again = race._scene(w1=8.0, w2=2.0, landscape=0)
    np.testing.assert_array_equal(
        again.tables["loss_0"].values, race.scene.tables["loss_0"].values
    )


def test_a_rule_that_overflows_is_last_and_told():
    explorer = explorers.race_optimizers(rosenbrock, RULES, 60)
    far = len(control(explorer, "rate_0").values) - 1
    at = explorer.positions | {"rate_0": far}
    row = [
        explorer.scene.filled(c, explorer.controls, at) for c in explorer.scene.panels[2].rows[0]
    ]
    assert row[:3] == ["gradient descent", "3", "1, diverges"]
    assert set(row[3:]) == {"too large to show"}


@pytest.mark.parametrize(
    "call",
    [
        lambda: explorers.race_optimizers(
            [himmelblau, ravine(100), rosenbrock, bowl],
            [*RULES, *RULES, optimizers.momentum(), optimizers.lamb()],
            200,
        ),
        lambda: explorers.race_optimizers([himmelblau] * 2, None, 100),
        lambda: explorers.race_optimizers(bowl, RULES[:1], 200),
    ],
)
def test_the_largest_settings_are_small_enough(call):
    data, about = call().bundle()
    assert len(json.dumps([data, about], ensure_ascii=False).encode()) < widget.LARGEST


def test_the_same_rule_may_run_twice():
    names = [c.label for c in explorers.race_optimizers(bowl, [RULES[0]] * 3, 5).controls[4:]]
    assert names == [f"gradient descent{n}, rate" for n in ("", " (2)", " (3)")]


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.race_optimizers(quartic), "landscape must be a Landscape of 2 weights"),
        (lambda: explorers.race_optimizers(7), "landscapes must be a list or a mapping"),
        (lambda: explorers.race_optimizers([]), "landscapes must be 1 to 12, not 0"),
        (lambda: explorers.race_optimizers(saddle), "landscapes must have a minimum, but the sad"),
        (lambda: explorers.race_optimizers({"a": (bowl, [1, 2])}), "the starts of a must have sh"),
        (
            lambda: explorers.race_optimizers({"a": (bowl, "x")}),
            "the starts of a must be a number",
        ),
        (lambda: explorers.race_optimizers(bowl, []), "optimizers must be 1 to 8 rules, not 0"),
        (lambda: explorers.race_optimizers(bowl, 3), "optimizers must be a list or a mapping"),
        (lambda: explorers.race_optimizers(bowl, ["Adam"]), "optimizers must hold rules such as"),
        (lambda: explorers.race_optimizers(bowl, budget=201), "budget must be 200 at most"),
        (lambda: explorers.race_optimizers(bowl, budget=0), "budget must be a whole number, 1"),
        (lambda: explorers.race_optimizers(bowl, start=(1, 2, 3)), "start must hold two weights"),
        (lambda: explorers.race_optimizers(bowl, start=(99, 0)), "w1 must be from -9 to 15"),
        (lambda: explorers.race_optimizers(bowl, start="left"), "start must be a number"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as told:
        call()
    assert str(told.value).startswith(problem)
    assert "\n" not in str(told.value)
