"""The explorer of mini-batches: its walks are those of `descend_batches`, at equal cost."""

import json
import re

import numpy as np
import pytest

from course import explorers
from course.data import five_points, noisy_line
from course.descent import batch_gradients, descend, descend_batches, epoch_orders
from course.explorers import batches
from course.explorers.kit import widget
from course.landscapes import squared_error
from course.validate import InputError

DATA = noisy_line()
LOSS = squared_error(DATA.x, DATA.y)
LOWEST = float(LOSS(LOSS.minima[0]))


def seeded(first, many):
    return [np.random.default_rng(first + k) for k in range(many)]


def told(explorer, scene=None, **at):
    scene = scene or explorer.scene
    return scene.filled(scene.sentence, explorer.controls, explorer.positions | at)


@pytest.mark.parametrize("size", [1, 7, 32, 200])
def test_many_runs_at_once_are_the_runs_of_descend_batches(size):
    orders, rates = epoch_orders(200, 3, seeded(5, 4)), np.array([0.01, 0.05])
    gradient, steps = batch_gradients(DATA.x, DATA.y, size, orders, each=2)
    assert steps == 3 * -(-200 // size)
    path = descend(LOSS, np.zeros((4, 2, 2)), rates, steps, gradient=gradient)
    for k, rng in enumerate(seeded(5, 4)):
        for i, rate in enumerate(rates):
            rng = np.random.default_rng(5 + k)
            run = descend_batches(DATA.x, DATA.y, size, rate, 3, rng)
            np.testing.assert_allclose(path.weights[:, k, i], run.weights, atol=1e-11)


def test_batches_of_several_features_have_the_slopes_of_their_rows():
    rng = np.random.default_rng(3)
    x, y, w = rng.normal(size=(7, 3)), rng.normal(size=7), rng.normal(size=(2, 1, 4))
    orders = epoch_orders(7, 1, seeded(0, 2))
    gradient, steps = batch_gradients(x, y, 3, orders)
    for first in range(0, 7, 3):
        found = gradient(w)
        for k in range(2):
            rows = orders[0, k, first : first + 3]
            expected = squared_error(x[rows], y[rows]).gradient(w[k])
            np.testing.assert_allclose(found[k], expected, atol=1e-12)
    assert steps == 3


def test_orders_are_those_of_epoch_batches():
    orders = epoch_orders(10, 2, seeded(4, 1))
    rng = np.random.default_rng(4)
    for epoch in range(2):
        np.testing.assert_array_equal(orders[epoch, 0], rng.permutation(10))


def test_tables_hold_the_runs_and_every_size_costs_the_same():
    explorer = explorers.explore_batches(seed=4)
    tables = explorer.scene.tables
    sizes = [int(text) for text in explorer.controls[0].values]
    rates = [float(text) for text in explorer.controls[1].values]
    assert sizes == [1, 4, 8, 16, 32, 64, 128, 200]
    assert rates == [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]
    spent = tables["spent"].values
    np.testing.assert_array_equal(spent[:, -1], 1000)
    np.testing.assert_array_equal(tables["full_spent"].values[[0, -1]], [0, 1000])
    for i, size in enumerate(sizes):
        at = batches.evaluations_spent(200, size, 5)
        kept = np.searchsorted(at, spent[i])
        np.testing.assert_array_equal(at[kept], spent[i])
        for j in (0, 2, 4):
            for k in range(8):
                rng = np.random.default_rng(4 + k)
                run = descend_batches(DATA.x, DATA.y, size, rates[j], 5, rng)
                ends = [tables[name].values[i, j, k] for name in ("end_w", "end_b")]
                np.testing.assert_allclose(ends, run.weights[-1], atol=1e-9)
                level = np.maximum(np.log10(LOSS(run.weights[kept]) - LOWEST), -6)
                np.testing.assert_allclose(tables["level"].values[i, j, k], level, atol=1e-6)
                if k < 2:
                    way = [tables[name].values[i, j, k] for name in "wb"]
                    np.testing.assert_allclose(way, run.weights[kept].T, atol=1e-9)
            median = np.median(tables["level"].values[i, j], axis=0)
            # The median of an even number is the mean of two losses, not of their logarithms.
            assert np.all(np.abs(tables["median"].values[i, j] - median) < 0.7)


def test_the_first_run_is_the_lesson_s():
    """Batches of 200, 32 and 1 at rate 0.05 for 5 epochs, generator 4."""
    explorer = explorers.explore_batches(DATA.x, DATA.y, seed=4)
    tables = explorer.scene.tables
    for size in (200, 32, 1):
        i = list(explorer.controls[0].values).index(str(size))
        run = descend_batches(DATA.x, DATA.y, size, 0.05, 5, np.random.default_rng(4))
        end = [tables[name].values[i, 2, 0] for name in ("end_w", "end_b")]
        np.testing.assert_allclose(end, run.weights[-1], atol=1e-9)


def test_the_goal_s_first_time_is_counted():
    explorer = explorers.explore_batches(seed=4)
    counts = []
    for k in range(8):
        run = descend_batches(DATA.x, DATA.y, 32, 0.2, 5, np.random.default_rng(4 + k))
        step = np.argmax(LOSS(run.weights) <= 1.1 * LOWEST)
        counts.append(batches.evaluations_spent(200, 32, 5)[step])
    assert f", 4 of them within {sorted(counts)[3]} gradient" in told(explorer, size=4, rate=4)


@pytest.mark.parametrize(
    ("size", "rate", "sentence"),
    [
        (
            0,
            2,
            "batches of 1 at rate 0.05, seeds 4 to 11: 8 of 8 runs reach the goal, 4 of them "
            "within 33 gradient evaluations; after 1000 steps they have a loss of 0.00275 to "
            "0.0477 above the lowest, 6 of 8 within the goal",
        ),
        (
            7,
            2,
            "batches of 200 at rate 0.05, seeds 4 to 11: 0 of 8 runs reach the goal; after 5 "
            "steps they have a loss of 19.8 above the lowest, 0 of 8 within the goal",
        ),
        # Half of six would be three.
        (
            0,
            5,
            "batches of 1 at rate 0.5, seeds 4 to 11: 6 of 8 runs reach the goal, 4 of them "
            "within 396 gradient evaluations; after 1000 steps 6 of 8 have diverged, the "
            "others have a loss of 4.08 to 36.3 above the lowest, 0 of 8 within the goal",
        ),
        (0, 6, "batches of 1 at rate 1, seeds 4 to 11: every run diverges within 1000 steps"),
    ],
)
def test_sentences(size, rate, sentence):
    assert told(explorers.explore_batches(seed=4), size=size, rate=rate) == sentence


def test_other_seeds_are_other_runs_and_the_panels_stay():
    explorer = explorers.explore_batches(seed=4)
    scene = explorer._scene(seed=12).checked(explorer.controls)
    assert "seeds 12 to 19" in told(explorer, scene)
    assert scene.panels == explorer.scene.panels
    sent = set(scene.description(explorer.scene)[0]["tables"])
    assert sent == {"w", "b", "end_w", "end_b", "level", "median"}


def test_one_run_small_data_and_an_exact_fit():
    five = five_points()
    explorer = explorers.explore_batches(five.x, five.y, 2, 0.02, epochs=100, seeds=1)
    assert explorer.controls[0].values == ["1", "2", "4", "5"]
    assert "seed 0: the run reaches the goal within" in told(explorer)
    assert "1/10,000 of the first loss" in explorer.alt


@pytest.mark.parametrize(
    "call",
    [
        lambda: explorers.explore_batches(
            DATA.x, DATA.y, 3, 0.03, 10, rates=np.arange(1, 12) * 0.017
        ),
        lambda: explorers.explore_batches(noisy_line(2000).x, noisy_line(2000).y, epochs=1),
    ],
)
def test_the_largest_are_small_enough(call):
    explorer = call()
    size = len(json.dumps(explorer.bundle(), ensure_ascii=False).encode())
    assert size < widget.LARGEST


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_batches(DATA.x), "x and y belong together"),
        (lambda: explorers.explore_batches([1.0], [2.0]), "x must hold two numbers or more"),
        (lambda: explorers.explore_batches([1, 2], [2]), "x and y must hold one row"),
        (
            lambda: explorers.explore_batches(np.ones((3, 2)), np.ones(3)),
            "x must hold two numbers",
        ),
        (lambda: explorers.explore_batches(batch_size=0), "batch_size must be a whole number"),
        (lambda: explorers.explore_batches(batch_size=201), "batch_size must be 200 at most"),
        (lambda: explorers.explore_batches(lr=-1), "lr must be above 0"),
        (lambda: explorers.explore_batches(epochs=11), "epochs must be 10 at most"),
        (lambda: explorers.explore_batches(seeds=9), "seeds must be 8 at most"),
        (lambda: explorers.explore_batches(seed=1000), "seed must be 999 at most"),
        (lambda: explorers.explore_batches(seed=0.5), "seed must be a whole number, 0 or more"),
        (lambda: explorers.explore_batches(rates=np.arange(1, 14)), "rates must hold 12 numbers"),
        (
            lambda: explorers.explore_batches(np.arange(2001.0), np.arange(2001.0)),
            "x must hold 2000 numbers at most",
        ),
        (
            lambda: explorers.explore_batches([1.0, 1.0], [0.0, 0.0]),
            "w = b = 0 is the best line for x and y already",
        ),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as raised:
        call()
    assert str(raised.value).startswith(problem)
    assert "\n" not in str(raised.value)


def test_one_run_alone_is_told_as_one():
    explorer = explorers.explore_batches(seeds=1)
    sizes, rates = (list(control.values) for control in explorer.controls[:2])
    found = {told(explorer, size=i, rate=k) for i in range(len(sizes)) for k in range(len(rates))}
    assert not any(re.search(r"\b(runs|they|others|every)\b", text) for text in found)
    assert told(explorer, size=0, rate=rates.index("0.01")) == (
        "batches of 1 at rate 0.01, seed 0: the run reaches the goal within 190 gradient "
        "evaluations; after 1000 steps its loss is 0.000626 above the lowest, within the goal"
    )
    assert told(explorer, size=sizes.index("200"), rate=rates.index("0.2")) == (
        "batches of 200 at rate 0.2, seed 0: the run does not reach the goal; after 5 steps its "
        "loss is 0.262 above the lowest, not within the goal"
    )
    assert told(explorer, size=0, rate=rates.index("1")) == (
        "batches of 1 at rate 1, seed 0: the run diverges within 1000 steps"
    )


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        (
            (9.0, 9.0, 0.5),
            "1 of 3 runs reaches the goal; after 2 steps 2 of 3 have diverged, the "
            "other has a loss of 0.5",
        ),
        (
            (9.0, 0.5, 0.5),
            "2 of 3 runs reach the goal, 2 of them within 4 gradient evaluations; "
            "after 2 steps 1 of 3 has diverged, the others have a loss of 0.5",
        ),
    ],
)
def test_one_of_several_is_told_as_one(ends, text):
    above = np.column_stack([np.full(3, 8.0), ends])
    reached = np.where(above[:, 1] <= 1, 4.0, np.inf)
    assert batches._told(above, reached, 1.0, "2 steps", 1e-6).startswith(text)
