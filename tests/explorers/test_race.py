"""The race: every rule walks as `descend` says, from a fair sweep, and the places are right."""

import json
import re

import numpy as np
import pytest

from course import explorers, optimizers
from course.descent import descend
from course.explorers.kit import widget
from course.explorers.race import SWEPT
from course.landscapes import (
    bowl,
    himmelblau,
    quadratic,
    quartic,
    ravine,
    rosenbrock,
    saddle,
)
from course.validate import InputError

RULES = [optimizers.gradient_descent(), optimizers.nesterov(), optimizers.adam()]
DIALS = {
    "gradient descent": RULES[0],
    "momentum": [(optimizers.momentum(b), f"β = {b}") for b in (0.9, 0.6, 0.3)],
    "Adam": [(optimizers.adam(b), f"β₁ = {b}") for b in (0.9, 0.5)],
}


@pytest.fixture(scope="module")
def race():
    return explorers.race_optimizers([ravine(25), himmelblau], DIALS, (60, 300), start=(8, 2))


@pytest.fixture(scope="module")
def of_lesson():
    """The ravine and the turned one of lesson 7, and two curved landscapes."""
    angles = np.radians(15 + 30 * np.arange(12))
    circle = np.stack([10 * np.cos(angles), np.sin(angles)], axis=-1)
    turn = np.array([[np.sqrt(3), -1], [1, np.sqrt(3)]]) / 2
    bent = turn @ np.diag([1, 100]) @ turn.T
    turned = quadratic("turned ravine", "turned", bent, [0, 0], ((-9, 9), (-9, 9)))
    tracks = {"ravine": (ravine(100), circle), "turned ravine": (turned, circle @ turn.T)}
    return explorers.race_optimizers(tracks | {"valley": rosenbrock}, start=(10, 2))


def control(explorer, name, scene=None):
    known = {c.name: c for c in explorer.controls}
    return ({c.name: c for c in scene.controls} if scene else known).get(name, known[name])


def standing(explorer, scene=None, **at):
    scene = scene or explorer.scene
    first = {c.name: c.at for c in (*explorer.controls, *scene.controls) if hasattr(c, "at")}
    return first | at


def sentence(explorer, scene=None, **at):
    scene = scene or explorer.scene
    return scene.filled(scene.sentence, explorer.controls, standing(explorer, scene, **at))


def board(explorer, scene=None, **at):
    """Return the table's rows by the names of the rules."""
    scene = scene or explorer.scene
    at = standing(explorer, scene, **at)
    rows = [[scene.filled(c, explorer.controls, at) for c in r] for r in scene.panels[2].rows]
    return {row[0].removesuffix(" (yours)"): row[1:] for row in rows}


def swept(rule, budget=100):
    """Return the lowest mean loss in the ravine from the lesson's starts, and its rate."""
    angles = np.radians(15 + 30 * np.arange(12))
    around = np.stack([10 * np.cos(angles), np.sin(angles)], axis=-1)
    path = descend(ravine(100), around[:, None, :], SWEPT, budget, optimizer=rule)
    ends = np.maximum(np.mean(path.losses[-1], axis=0), 1e-12)
    return np.min(ends), SWEPT[np.argmin(ends)]


@pytest.mark.parametrize(
    ("values", "landscape", "start", "budget"),
    [
        ({}, ravine(25), (8, 2), 60),
        ({"w1": -3.0, "w2": 1.5, "yours": 2}, ravine(25), (-3, 1.5), 60),
        ({"landscape": 1, "w1": 0.0, "w2": 1.0, "yours": 0}, himmelblau, (0, 1), 60),
        ({"budget": 1}, ravine(25), (8, 2), 300),
    ],
)
def test_every_rule_walks_as_descend_says(race, values, landscape, start, budget):
    scene = race._scene(**values)
    looks = scene.tables["looks"].values
    assert looks[0] == 0
    assert looks[-1] == budget
    assert np.all(np.diff(looks) > 0)
    yours = values.get("yours", 1)
    for k, (name, given) in enumerate(DIALS.items()):
        settings = given if isinstance(given, list) else [(given, "")]
        axes = scene.tables[f"loss_{k}"].axes
        assert axes == (("dial", "rate", "step") if k == yours else ("others", "step"))
        found = {
            n: scene.tables[f"{n}_{k}"].values for n in ("place_1", "place_2", "loss", "away")
        }
        for at in np.ndindex(found["loss"].shape[:-1]):
            told = scene.words[f"dials_{k}"].values[at]
            dial = next(i for i, (_, text) in enumerate(settings) if told.startswith(text))
            assert k != yours or dial == at[0]
            # The dials are told with three digits; the walk is that of the rate itself.
            rate = 10 ** (round(10 * np.log10(float(re.search(r"rate ([\d.e-]+)", told)[1]))) / 10)
            path = descend(landscape, start, rate, budget, optimizer=settings[dial][0])
            losses, weights = path.losses[looks], path.weights[looks]
            finite = np.isfinite(losses)
            for n in (1, 2):
                np.testing.assert_allclose(
                    found[f"place_{n}"][at][finite], weights[finite, n - 1], rtol=1e-6, atol=1e-9
                )
            above = np.maximum(losses - landscape(landscape.minima[0]), 1e-12)
            np.testing.assert_allclose(found["loss"][at], above, rtol=1e-5, atol=1e-12)
            ways = weights[finite, None] - np.array(landscape.minima)
            away = np.linalg.norm(ways, axis=-1).min(axis=-1)
            np.testing.assert_allclose(
                found["away"][at][finite], np.maximum(away, 1e-12), rtol=1e-5, atol=1e-9
            )
        assert name in board(race, scene)


def test_every_rule_has_the_best_rate_of_the_same_sweep(of_lesson):
    usual = {
        "gradient descent": optimizers.gradient_descent(),
        "momentum": optimizers.momentum(),
        "Nesterov": optimizers.nesterov(),
        "AdaGrad": optimizers.adagrad(),
        "RMSprop": optimizers.rmsprop(),
        "Adam": optimizers.adam(),
    }
    for budget in (0, 1):
        rows = board(of_lesson, of_lesson._scene(budget=budget))
        for name, rule in usual.items():
            _, rate = swept(rule, (100, 1000)[budget])
            assert rows[name][1].endswith(f"rate {rate:.3g}*"), name


def test_every_dial_of_the_others_can_be_tuned(of_lesson):
    """For each rule the setting that ends lowest at its own best rate, of all that were tried."""
    usual, tuned = board(of_lesson, others=0), board(of_lesson, others=1)
    assert usual["RMSprop"][1] == "ρ = 0.9, rate 0.1*"
    tried = [(*swept(optimizers.rmsprop(rho)), rho) for rho in (0.9, 0.99, 0.999)]
    lowest, rate, rho = min(tried, key=lambda one: one[0])
    assert tuned["RMSprop"][1] == f"ρ = {rho}, rate {rate:.3g}*"
    assert lowest < 0.01 * swept(optimizers.rmsprop(0.9))[0]
    assert usual["AdaGrad"] == tuned["AdaGrad"]
    # Those of the one that is moved stay where the hand puts them.
    assert usual["momentum"][1] == tuned["momentum"][1] == "β = 0.9, rate 0.0316*"


@pytest.mark.parametrize("landscape", [0, 1, 2])
def test_no_best_rate_is_the_last_of_the_sweep(of_lesson, landscape):
    """There a larger one might be better still."""
    scene = of_lesson._scene(landscape=landscape, w1=None, w2=None)
    for others in (0, 1):
        for name, row in board(of_lesson, scene, others=others).items():
            rate = float(re.search(r"rate ([\d.e-]+)\*", row[1])[1])
            assert SWEPT[0] < rate < SWEPT[-1] * 0.999, name


def test_what_the_lesson_tells_of_its_questions(of_lesson):
    turned = of_lesson._scene(landscape=1, w1=None, w2=None)
    first = {dial: board(of_lesson, turned, others=1, dial=i) for i, dial in enumerate((9, 7, 5))}
    assert [rows["momentum"][0] == "1" for rows in first.values()] == [False, True, False]
    assert first[9]["Adam"][0] == "1"
    assert "first: momentum (β = 0.7, rate 0.0316*) at 1.00e−12" in sentence(
        of_lesson, turned, others=1, dial=1
    )
    valley = of_lesson._scene(landscape=2, budget=1, w1=None, w2=None)
    places = [
        float(board(of_lesson, valley, dial=dial)["momentum"][2].replace("−", "-"))
        for dial in range(3)
    ]
    assert places == sorted(places)


def test_who_is_moved_is_told_and_has_its_own_dials(race):
    scene = race._scene(yours=2)
    assert list(control(race, "dial", scene).values) == ["β₁ = 0.9", "β₁ = 0.5"]
    assert "; yours is Adam (β₁ = 0.5, rate " in sentence(race, scene, dial=1)
    assert list(control(race, "dial", race._scene(yours=0)).values) == ["it has none"]
    # The first with a dial is moved first.
    assert control(race, "yours").at == 1
    assert "; yours is momentum (β = 0.9, rate " in sentence(race)


def test_nesterov_is_given_no_more_gradients_than_the_others():
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
    at = race.positions | {"dial": 1, "rate": 3, "others": 1, "step": 17}
    losses = [np.float32(scene._number(f"loss_{k}", at)) for k in range(3)]
    rows = [
        [scene.filled(cell, race.controls, at) for cell in row] for row in scene.panels[2].rows
    ]
    assert [row[0] for row in rows] == ["gradient descent", "momentum (yours)", "Adam"]
    assert [int(row[1]) for row in rows] == [1 + sum(o < x for o in losses) for x in losses]
    leader = rows[int(np.argmin(losses))][0].removesuffix(" (yours)")
    assert f"first: {leader} (" in sentence(race, dial=1, rate=3, others=1, step=17)
    assert f"place {rows[1][1]} of 3 at " in sentence(race, dial=1, rate=3, others=1, step=17)


def test_at_the_start_all_are_level(race):
    assert sentence(race, step=0).startswith(
        "ravine (condition number 25), after 0 gradients, first: all, at 82 above the lowest "
        "loss; yours is momentum ("
    )
    assert "after 1 gradient, first: " in sentence(race, step=1)


def test_those_below_rounding_share_the_first_place():
    rules = {"slow": optimizers.adagrad(), "one": RULES[0], "other": RULES[0]}
    explorer = explorers.race_optimizers(bowl, rules, 60)
    rows = board(explorer, rate=0)
    assert sentence(explorer, rate=0).startswith("bowl, after 60 gradients, first: one (rate 0.1")
    assert " and other (rate 0.1" in sentence(explorer, rate=0)
    assert [row[0] for row in rows.values()] == ["3", "1", "1"]


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
    explorer = explorers.race_optimizers(rosenbrock, RULES, 60, start=(-2, 3))
    far = len(control(explorer, "rate").values) - 1
    row = board(explorer, rate=far)["gradient descent"]
    assert row[0] == "3"
    assert row[1].endswith(", diverges")
    assert set(row[2:]) == {"too large to show"}


@pytest.mark.parametrize(
    "call",
    [
        lambda: explorers.race_optimizers(
            [himmelblau, ravine(100), rosenbrock, bowl],
            [*RULES, *RULES, optimizers.momentum(), optimizers.lamb()],
            1000,
        ),
        lambda: explorers.race_optimizers([himmelblau] * 2, None, 100),
        lambda: explorers.race_optimizers(bowl, RULES[:1], 200),
        lambda: explorers.race_optimizers(
            bowl, {str(k): [(RULES[2], str(i)) for i in range(12)] for k in range(8)}, 100
        ),
    ],
)
def test_the_largest_settings_are_small_enough(call):
    data, about = call().bundle()
    assert len(json.dumps([data, about], ensure_ascii=False).encode()) < widget.LARGEST


def test_the_same_rule_may_run_twice():
    names = control(explorers.race_optimizers(bowl, [RULES[0]] * 3, 5), "yours").values
    assert list(names) == [f"gradient descent{n}" for n in ("", " (2)", " (3)")]


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
        (
            lambda: explorers.race_optimizers(bowl, {"a": [RULES[0]]}),
            "optimizers must hold rules such as",
        ),
        (
            lambda: explorers.race_optimizers(bowl, {"a": []}),
            "optimizers['a'] must have 1 to 12 settings, not 0",
        ),
        (lambda: explorers.race_optimizers(bowl, budgets=1001), "budgets must be 1000 at most"),
        (lambda: explorers.race_optimizers(bowl, budgets=[9, 0]), "budgets must be a whole numbe"),
        (lambda: explorers.race_optimizers(bowl, budgets=[]), "budgets must hold a number, but"),
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
