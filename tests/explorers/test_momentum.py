"""Momentum's two dials: what a step multiplies the distance by, and the best pair, by name."""

import numpy as np
import pytest

from course import explorers
from course.descent import descend
from course.explorers.momentum import best_pair, kept
from course.landscapes import ravine
from course.optimizers import momentum


def told(explorer, scene, condition, *, back=0):
    """Return the sentence at the best pair, or so many β below it."""
    rate, beta = (list(control.positions) for control in scene.controls)
    lr, best = best_pair(condition)
    at = {
        "rate": int(np.argmin(np.abs(np.subtract(rate, lr)))),
        "beta": int(np.argmin(np.abs(np.subtract(beta, best)))) - back,
    }
    return scene.filled(scene.sentence, explorer.controls, at)


@pytest.mark.parametrize("condition", [1, 10, 25, 100])
def test_the_best_pair_is_the_root_s_and_no_other_keeps_less(condition):
    lr, beta = best_pair(condition)
    root = np.sqrt(condition)
    assert kept(condition, [lr], [beta])[0, 0] == pytest.approx((root - 1) / (root + 1), abs=1e-6)
    plain = (condition - 1) / (condition + 1)
    assert kept(condition, [2 / (condition + 1)], [0])[0, 0] == pytest.approx(plain)
    everywhere = kept(condition, np.linspace(0, 4 / condition, 200), np.arange(200) / 200)
    assert np.min(everywhere) >= np.sqrt(beta) - 1e-6


@pytest.mark.parametrize(("lr", "beta"), [(0.05, 0.3), (0.1, 0.9), (0.07, 0.0), (0.12, 0.2)])
def test_what_is_kept_is_what_long_walks_keep(lr, beta):
    path = descend(ravine(25), (10.0, 2.0), lr, 400, optimizer=momentum(beta))
    distance = np.linalg.norm(path.weights, axis=1)
    measured = (np.max(distance[390:]) / np.max(distance[190:201])) ** (1 / 200)
    assert kept(25, [lr], [beta])[0, 0] == pytest.approx(measured, abs=0.004)


def test_the_best_pair_is_named_where_it_is_reached_and_a_smaller_memory_diverges():
    explorer = explorers.explore_momentum()
    for i, condition in enumerate((1, 10, 25, 100)):
        scene = explorer._scene(condition=i)
        named = f"this is the best pair for κ = {condition}"
        assert told(explorer, scene, condition).endswith(named)
        assert np.sum(np.isfinite(scene.tables["found"].values)) == 1
    assert ": diverges;" in told(explorer, scene, 100, back=1)
    assert "best pair" not in told(explorer, scene, 100, back=1)


def test_on_the_limit_itself_a_walk_is_not_said_to_diverge():
    """It grows up to a size and stays there: −1 is a root of r² − (1 + β − lr·κ)·r + β."""
    explorer = explorers.explore_momentum()
    met = 0
    for i, condition in enumerate((1, 10, 25, 100)):
        scene = explorer._scene(condition=i)
        rates, betas = (np.array(control.positions) for control in scene.controls)
        over = rates[:, None] * condition - 2 * (1 + betas)
        for j, k in np.argwhere(over < 1e-9):
            at = {"rate": j, "beta": k, "condition": i}
            assert ": diverges;" not in scene.filled(scene.sentence, explorer.controls, at)
            assert "times as long" not in scene.words["far"].values[j, k]
        for j, k in np.argwhere(np.abs(over) < 1e-9):
            # Nor that it will arrive.
            assert scene.words["does"].values[j, k] in ("cycles", "cycles in the end")
        met += np.sum((np.abs(over) < 1e-9) & (betas > 0))
    assert met >= 8


def test_a_ball_that_swings_past_the_floor_is_not_said_to_be_smooth():
    """On the round bowl at β = 0.9 the loss rises from 0.7 to 11 on the way."""
    explorer = explorers.explore_momentum()
    for i, condition in enumerate((1, 10, 25, 100)):
        scene = explorer._scene(condition=i)
        rates, betas = (np.array(control.positions) for control in scene.controls)
        for j, k in np.ndindex(len(rates), len(betas)):
            path = descend(ravine(condition), (10, 2), rates[j], 50, optimizer=momentum(betas[k]))
            does = scene.words["does"].values[j, k]
            if does.startswith("smooth"):
                assert np.all(np.diff(path.losses) < 1e-5 * path.losses[0])
            elif does.startswith("swings"):
                assert betas[k] > 0
                assert np.any(np.diff(path.losses) > 0)
    scene = explorer._scene(condition=0)
    rates, betas = (list(control.positions) for control in scene.controls)
    does = scene.words["does"].values
    assert does[rates.index(1.6), betas.index(0.9)] == "swings, not there yet"
    assert does[rates.index(0.4), betas.index(0)] == "smooth"
