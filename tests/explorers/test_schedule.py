"""The schedules: rates are the schedules', losses those of mini-batch descent."""

import json
import re

import numpy as np
import pytest

from course import explorers, schedules
from course.data import Dataset, noisy_line
from course.descent import descend, descend_batches
from course.explorers.kit import widget
from course.explorers.schedule import of_lesson
from course.landscapes import squared_error
from course.validate import InputError

LINE = noisy_line()
LOSS = squared_error(LINE.x, LINE.y)


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_schedule()


def at(explorer, **texts):
    """Return positions, given what the controls say."""
    known = {c.name: list(c.values) for c in explorer.controls if hasattr(c, "values")}
    return explorer.positions | {name: known[name].index(text) for name, text in texts.items()}


def sentence(explorer, **texts):
    scene = explorer.scene
    return scene.filled(scene.sentence, explorer.controls, at(explorer, **texts))


def losses(explorer, noise, places):
    """Return what the curve of the schedule is drawn at."""
    levels = explorer.scene.tables["chosen_level"].values
    return 10 ** levels[noise, places["schedule"], places["rate"]]


def above_lowest(lr, seeds=8):
    """What lesson 8 prints: the mean over each epoch's 20 steps and 8 orders."""
    above = []
    for seed in range(seeds):
        run = descend_batches(LINE.x, LINE.y, 10, lr, 30, np.random.default_rng(seed))
        above.append(LOSS(run.weights[1:]) - LOSS(LOSS.minima[0]))
    return np.mean(np.reshape(above, (seeds, 30, 20)), axis=(0, 2))


@pytest.mark.parametrize(
    ("name", "rate"),
    [("cosine annealing", "0.1"), ("step decay", "0.03"), ("constant rate", "0.007")],
)
def test_losses_are_those_of_lesson_7(explorer, name, rate):
    places = at(explorer, schedule=name, rate=rate)
    makers = {"constant rate": lambda lr: schedules.power_decay(lr, power=0), **of_lesson(600)}
    found = losses(explorer, 0, places)
    np.testing.assert_allclose(found, above_lowest(makers[name](float(rate))), rtol=1e-9)


def test_without_noise_it_is_plain_descent(explorer):
    places = at(explorer, schedule="linear decay", rate="0.01")
    path = descend(LOSS, [0, 0], schedules.linear_decay(0.01, 600), 600)
    above = np.reshape(path.losses[1:] - LOSS(LOSS.minima[0]), (30, 20)).mean(axis=1)
    found = losses(explorer, 1, places)
    np.testing.assert_allclose(found, above, rtol=1e-8)


def test_rates_and_their_sums_are_the_schedule_s(explorer):
    tables, rates = explorer.scene.tables, explorer.controls[0].positions
    for k, make in enumerate(of_lesson(600).values(), start=1):
        for i, rate in enumerate(rates):
            over_time = np.array([make(rate)(t) for t in range(600)])
            now, total = (tables[f"chosen_{what}"].values[k, i] for what in ("now", "sum"))
            np.testing.assert_allclose(now, over_time[19::20], rtol=1e-12)
            np.testing.assert_allclose(total, np.cumsum(over_time)[19::20], rtol=1e-12)


def test_step_decay_falls_upright(explorer):
    """The last step before a fall and the first after it are both drawn."""
    fine = explorer.scene.tables["fine"].values.tolist()
    assert {0, 99, 100, 199, 200, 599} <= set(fine)


def test_what_the_lesson_tells_is_said(explorer):
    assert sentence(explorer) == (
        "cosine annealing from 0.1, 10 of 200 rows a step: rate 6.85e−7 at step 600, loss "
        "0.00000211 above the lowest: lower than rate 0.1 all the time (0.00358), lower than "
        "0.007, the best constant rate (0.0000292)"
    )
    frozen = sentence(explorer, schedule="exponential decay (0.95)")
    assert "loss 0.00838 above the lowest: higher than rate 0.1 all the time" in frozen
    # Without noise, lower rates are only shorter steps.
    for name in of_lesson(600):
        calm = sentence(explorer, schedule=name, rate="0.007", noise="all 200 rows")
        assert ": higher than rate 0.007 all the time" in calm
    same = sentence(explorer, schedule="constant rate")
    assert ": as high as rate 0.1 all the time (0.00358), higher than 0.007, the best" in same


def test_what_is_told_as_the_same_number_is_not_told_to_be_higher_or_lower(explorer):
    """Cosine annealing and the constant rate differ by 1 in 400 at first: 53.2 and 53.2."""
    sizes = [len(explorer.scene.renewed(explorer.controls)[i].values) for i in range(4)]
    names = [control.name for control in explorer.controls[:4]]
    for place in np.ndindex(*sizes):
        at = explorer.positions | dict(zip(names, place, strict=True))
        text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
        own = re.search(r"loss (\S+) above", text).group(1)
        for how, other in re.findall(r"(as high as|higher than|lower than) [^(]*\((\S+)\)", text):
            assert (how == "as high as") == (own == other), text


def test_without_noise_the_best_rate_is_not_the_slowest_of_those_that_arrive(explorer):
    """From 0.02 on all end in rounding: 0.5 is there after 7 steps, 0.02 after 392."""
    calm = sentence(explorer, schedule="constant rate", noise="all 200 rows")
    assert "0.5, the best constant rate (1.00e−12)" in calm
    assert "Less than 1e−12 is rounding" in explorer.alt


def test_every_setting_has_its_sentence(explorer):
    scene = explorer.scene
    for schedule in range(8):
        for rate in (0, 10):
            for noise in (0, 1):
                for epoch in (0, 29):
                    places = {"schedule": schedule, "rate": rate, "noise": noise, "epoch": epoch}
                    text = scene.filled(scene.sentence, explorer.controls, places)
                    assert "{" not in text
                    assert "nan" not in text


def test_schedules_of_one_s_own():
    def halves(lr):
        return lambda t: lr if t < 100 else lr / 2  # takes no arrays

    mine = explorers.explore_schedule({"half later": halves}, lr=0.04, epochs=10)
    assert list(mine.controls[1].values) == ["constant rate", "half later"]
    places = at(mine, rate="0.04")
    now = mine.scene.tables["chosen_now"].values[1, places["rate"]]
    np.testing.assert_allclose(now, [0.04] * 5 + [0.02] * 5)


def test_a_first_rate_that_is_too_high_is_told():
    wild = explorers.explore_schedule(lr=4.0, rates=[0.1, 4.0])
    assert "loss too large to show above the lowest" in sentence(wild)


@pytest.mark.parametrize(
    "call",
    [
        explorers.explore_schedule,
        lambda: explorers.explore_schedule(epochs=50, rates=np.linspace(0.1, 0.5, 7)),
        lambda: explorers.explore_schedule(
            {str(k): lambda lr: schedules.linear_decay(lr, 2000) for k in range(11)}, epochs=50
        ),
    ],
)
def test_the_largest_settings_are_small_enough(call):
    data, about = call().bundle()
    assert len(json.dumps([data, about], ensure_ascii=False).encode()) < widget.LARGEST


TWO = Dataset(np.ones((5, 2)), np.ones(5), ("a", "b"), "y", "made")


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_schedule(lr=0), "lr must be above 0"),
        (lambda: explorers.explore_schedule(data=3), "data must be a Dataset of one feature"),
        (lambda: explorers.explore_schedule(data=TWO), "data must be a Dataset of one feature"),
        (lambda: explorers.explore_schedule(batch_size=200), "batch_size must be less than the"),
        (lambda: explorers.explore_schedule(batch_size=0), "batch_size must be a whole number"),
        (lambda: explorers.explore_schedule(epochs=101), "epochs must be 50 at most"),
        (lambda: explorers.explore_schedule(epochs=1), "epochs must be 2 or more"),
        (lambda: explorers.explore_schedule(seeds=33), "seeds must be 32 at most"),
        (lambda: explorers.explore_schedule({}), "schedules must be 1 to 11, not 0"),
        (lambda: explorers.explore_schedule(7), "schedules must map names to functions"),
        (lambda: explorers.explore_schedule({"a": 0.1}), "schedules['a'] must be a function"),
        (lambda: explorers.explore_schedule({"a": lambda lr: lr}), "schedules['a'] must be a fu"),
        (
            lambda: explorers.explore_schedule({"a": lambda lr: lambda t: "x"}),
            "the rates of a must be a number",
        ),
        (
            lambda: explorers.explore_schedule(rates=np.linspace(0.01, 0.5, 60)),
            "rates must be 12 at most, lr among them, for 8 schedules and 30 epochs",
        ),
        (lambda: explorers.explore_schedule(rates=[-1, 1]), "rates must hold 2 to 200 numbers"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as told:
        call()
    assert str(told.value).startswith(problem)
    assert "\n" not in str(told.value)
