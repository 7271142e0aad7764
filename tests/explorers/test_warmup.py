"""Warm-up with an optimizer: the walks are those of `descend`, and what is said of them is so."""

import numpy as np
import pytest

from course import explorers, optimizers, schedules
from course.descent import descend
from course.explorers.warmup import RATES, RISES, RULES, STEPS, _highest
from course.landscapes import bowl, quartic
from course.validate import InputError


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_warmup()


def walk(rule, rise, rate):
    fall = schedules.cosine_annealing(rate, total=STEPS - rise)
    plan = schedules.warm_up(rise, fall) if rise else fall
    return descend(quartic, 4.0, plan, STEPS, optimizer=rule)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("gradient descent", None),
        ("momentum", optimizers.momentum()),
        ("Adam", optimizers.adam()),
    ],
)
def test_walks_and_words_are_those_of_descend(explorer, name, rule):
    k = [one.name for one in RULES].index(name)
    for i, rise in enumerate(RISES):
        for n, rate in enumerate(RATES):
            path = walk(rule, rise, rate)
            finite = np.isfinite(path.weights) & (np.abs(path.weights) < 1e3)
            found = explorer.scene.tables["w"].values[k, i, n]
            np.testing.assert_allclose(found[finite], path.weights[finite], rtol=1e-6, atol=1e-8)
            told = explorer.scene.words["told"].values[k, i, n]
            assert told.startswith(("swings", "stops short", path.behaviour))
            if not path.behaviour.startswith(("smooth", "crawls")):
                assert told.startswith(path.behaviour)


def test_a_rate_that_has_fallen_to_zero_is_not_told_to_be_too_low(explorer):
    """Adam at rate 0.5 walks far, and stands at 1.74 when its rate is nothing: no crawling."""
    told = explorer.scene.words["told"].values
    assert not any(text.startswith("crawls") for text in told.ravel())
    short = told[2, 0, list(RATES).index(0.5)]
    assert short == "stops short as its rate falls to 0, at 1.7384"
    for k, i, n in np.argwhere(np.char.startswith(told.astype(str), "stops short")):
        path = walk(RULES[k], RISES[i], RATES[n])
        away = min(abs(path.final - minimum) for minimum in quartic.minima)
        assert path.outcome == "still moving"
        assert away > 1e-5


def test_what_is_smooth_never_rises_and_what_swings_does(explorer):
    """Momentum flies from 4 to −3.1 and back to 1.8, and turns at 14 of 80 steps only."""
    told = explorer.scene.words["told"].values
    for k, i, n in np.ndindex(told.shape):
        path = walk(RULES[k], RISES[i], RATES[n])
        if path.outcome == "diverged":
            continue
        rise = np.max(np.diff(path.losses)) / np.ptp(path.losses)
        assert not (told[k, i, n].startswith("smooth") and rise > 1e-6)
        assert not (told[k, i, n].startswith("swings") and rise < 1e-7)
    swung = told[1, RISES.index(5), list(RATES).index(0.03)]
    assert swung.startswith("swings, not there yet, at 2.02")


def test_what_the_lesson_tells(explorer):
    """Warm-up lets descent and momentum take higher rates; Adam never diverges here."""
    descent, momentum, adam = explorer.scene.words["highest"].values
    assert descent[-1] == "Highest rate before one diverges: 0.1, without 0.03"
    assert momentum[-1] == "Highest rate before one diverges: 0.07, without 0.01"
    assert set(adam) == {"None of 12 rates diverges, with the warm-up or without"}
    lost = explorer.scene.words["told"].values == "diverges"
    # One that diverges has none above it that does not: "before one diverges" says it all.
    assert not np.any(lost[..., :-1] & ~lost[..., 1:])


def test_the_sentence(explorer):
    scene, at = explorer.scene, explorer.positions
    assert scene.filled(scene.sentence, explorer.controls, at) == (
        "gradient descent, rate 0.05 after 10 steps of warm-up: overshoots and settles, at 1.968; "
        "without: diverges. Highest rate before one diverges: 0.1, without 0.03"
    )


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ((12, 12), "None of 12 rates diverges, with the warm-up or without"),
        ((12, 9), "Highest rate before one diverges: none of 12 does, without 0.2"),
        ((9, 12), "Highest rate before one diverges: 0.2, without none of 12 does"),
        ((1, 0), "Highest rate before one diverges: 0.005, without below 0.005"),
    ],
)
def test_what_is_said_of_all_rates(below, text):
    """Where none diverges, no rate is told to be the highest before one does.

    `below` is how many rates are below all that diverge: with a warm-up, and without.
    """
    chosen, none = below
    lost = np.arange(len(RATES)) >= np.array([[none], [chosen]])
    assert _highest(lost[None])[0, 1] == text


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_warmup(bowl), "landscape must be a Landscape of 1 weight"),
        (lambda: explorers.explore_warmup(start="left"), "start must be a number"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError, match=problem):
        call()


def test_the_mark_of_the_highest_rate_is_seen_whole(explorer):
    (low, high) = next(panel for panel in explorer.scene.panels if panel.name == "map").x.range
    assert np.log10(RATES[-1]) < high - (high - low) / 50
