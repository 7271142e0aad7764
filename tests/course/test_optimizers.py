"""Each update rule against the same rule written out with plain numbers."""

import inspect
import math

import numpy as np
import pytest

from course import optimizers
from course.descent import descend
from course.landscapes import bowl, ravine
from course.validate import InputError

GRADIENTS = (3.0, -1.0, 0.5, 2.0)
LR, BETA, RHO, B1, B2, EPS, DECAY = 0.1, 0.8, 0.7, 0.6, 0.9, 0.01, 0.05


def walk(optimizer, w=5.0):
    """Return the weights of a walk whose gradients are given, whatever the weights."""
    w = np.array([w])
    memory = optimizer.init(w)
    weights = []
    for t, g in enumerate(GRADIENTS, start=1):
        step, memory = optimizer.update(np.array([g]), memory, w, LR, t)
        w = w + step
        weights.append(float(w[0]))
    return weights


def by_hand(rule, w=5.0):
    memory, weights = {}, []
    for t, g in enumerate(GRADIENTS, start=1):
        w = rule(w, g, t, memory)
        weights.append(w)
    return weights


def momentum(w, g, t, memory):
    memory["v"] = BETA * memory.get("v", 0) - LR * g
    return w + memory["v"]


def nesterov(w, g, t, memory):
    memory["v"] = BETA * memory.get("v", 0) - LR * g
    return w + BETA * memory["v"] - LR * g


def adagrad(w, g, t, memory):
    memory["s"] = memory.get("s", 0) + g * g
    return w - LR * g / (math.sqrt(memory["s"]) + EPS)


def rmsprop(w, g, t, memory):
    memory["s"] = RHO * memory.get("s", 0) + (1 - RHO) * g * g
    return w - LR * g / (math.sqrt(memory["s"]) + EPS)


def adam_direction(g, t, memory, corrected=True):
    memory["m"] = B1 * memory.get("m", 0) + (1 - B1) * g
    memory["v"] = B2 * memory.get("v", 0) + (1 - B2) * g * g
    m, v = memory["m"], memory["v"]
    if corrected:
        m, v = m / (1 - B1**t), v / (1 - B2**t)
    return m / (math.sqrt(v) + EPS)


def lamb(w, g, t, memory):
    r = adam_direction(g, t, memory) + DECAY * w
    return w - LR * abs(w) / abs(r) * r


BY_HAND = [
    (optimizers.gradient_descent(), lambda w, g, t, memory: w - LR * g),
    (optimizers.momentum(BETA), momentum),
    (optimizers.nesterov(BETA), nesterov),
    (optimizers.adagrad(EPS), adagrad),
    (optimizers.rmsprop(RHO, EPS), rmsprop),
    (optimizers.adam(B1, B2, EPS), lambda w, g, t, m: w - LR * adam_direction(g, t, m)),
    (
        optimizers.adam(B1, B2, EPS, bias_correction=False),
        lambda w, g, t, m: w - LR * adam_direction(g, t, m, corrected=False),
    ),
    (
        optimizers.adamw(B1, B2, EPS, DECAY),
        lambda w, g, t, m: w - LR * adam_direction(g, t, m) - LR * DECAY * w,
    ),
    (optimizers.lamb(B1, B2, EPS, DECAY), lamb),
]


def test_every_optimizer_is_done_by_hand():
    made = (
        value()
        for value in vars(optimizers).values()
        if inspect.isfunction(value)
        and value.__annotations__.get("return") == "Optimizer"
        and value is not optimizers.side_by_side
    )
    names = {one.name for one, _ in BY_HAND}
    missing = {one.name for one in made} - names
    assert not missing, f"a line in BY_HAND does each by hand: {missing}"


@pytest.mark.parametrize(
    ("optimizer", "rule"), BY_HAND, ids=lambda value: getattr(value, "name", "")
)
def test_update_by_hand(optimizer, rule):
    np.testing.assert_allclose(walk(optimizer), by_hand(rule), rtol=1e-12)


def test_what_is_not_given_is_as_in_the_papers():
    adams = {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
    expected = {
        "momentum": {"beta": 0.9},
        "nesterov": {"beta": 0.9},
        "adagrad": {"eps": 1e-8},
        "rmsprop": {"rho": 0.9, "eps": 1e-8},
        "adam": adams | {"bias_correction": True},
        "adamw": adams | {"weight_decay": 0.01},
        "lamb": adams | {"eps": 1e-6, "weight_decay": 0.0},
    }
    for name, values in expected.items():
        taken = inspect.signature(getattr(optimizers, name)).parameters
        assert {one.name: one.default for one in taken.values()} == values, name


def test_what_is_no_number_is_told_where_the_rule_is_made():
    for name in ("momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "lamb"):
        make = getattr(optimizers, name)
        for one in inspect.signature(make).parameters:
            if one != "bias_correction":
                with pytest.raises(InputError, match=f"^{one} must be a number"):
                    make(**{one: "0.9"})


def test_a_part_that_is_kept_is_a_fraction():
    """With 1.5 each memory grows for ever; with 1 Adam's first step would divide by 0."""
    for name in ("momentum", "nesterov", "rmsprop", "adam", "adamw", "lamb"):
        make = getattr(optimizers, name)
        for one in {"beta", "rho", "beta1", "beta2"} & {*inspect.signature(make).parameters}:
            for wrong in (1.0, 1.5, -0.1, [0.9, 1]):
                with pytest.raises(InputError, match=f"^{one} must be 0 or more and below 1"):
                    make(**{one: wrong})
            make(**{one: 0})
            make(**{one: [0.9, 0.99]})


def test_adams_first_step_is_the_rate_whatever_the_gradient():
    for slope in (1e-3, 1.0, 1e3):
        rule = optimizers.adam(eps=0)
        step, _ = rule.update(np.array([slope]), rule.init(np.zeros(1)), np.zeros(1), 0.25, 1)
        assert step[0] == pytest.approx(-0.25)


def test_without_bias_correction_the_first_step_is_too_long():
    rule = optimizers.adam(bias_correction=False)
    step, _ = rule.update(np.ones(1), rule.init(np.zeros(1)), np.zeros(1), 1.0, 1)
    assert -step[0] == pytest.approx(3.1622766601686934)


def test_lamb_works_at_zero_weights():
    rule = optimizers.lamb()
    step, _ = rule.update(np.ones(2), rule.init(np.zeros(2)), np.zeros(2), 0.1, 1)
    np.testing.assert_allclose(step, [-0.1, -0.1], rtol=1e-5)


def test_runs_do_not_touch_each_other():
    starts = [[8.0, 6.0], [-1.0, 2.0]]
    for rule in (optimizers.adam(), optimizers.lamb(weight_decay=0.1), optimizers.nesterov()):
        together = descend(bowl, starts, 0.1, 20, optimizer=rule)
        for i, start in enumerate(starts):
            alone = descend(bowl, start, 0.1, 20, optimizer=rule)
            np.testing.assert_allclose(together.weights[:, i], alone.weights, rtol=1e-12)


def test_side_by_side_each_walks_as_alone():
    rules = [
        optimizers.gradient_descent(),
        optimizers.nesterov(),
        optimizers.adam(),
        optimizers.lamb(weight_decay=0.1),
    ]
    rates = np.array([[0.01, 0.1, 0.5]]).repeat(4, axis=0)
    starts = np.broadcast_to([8.0, 6.0], (4, 3, 2))
    together = descend(bowl, starts, rates, 20, optimizer=optimizers.side_by_side(rules))
    for k, rule in enumerate(rules):
        alone = descend(bowl, [8.0, 6.0], rates[k], 20, optimizer=rule)
        np.testing.assert_allclose(together.weights[:, k], alone.weights, rtol=1e-12)


def test_momentum_helps_in_a_ravine():
    """With equal budgets and the best rate for each: κ = 100, 100 steps, (10, 1)."""
    rates = np.geomspace(1e-4, 0.1, 60)
    plain = descend(ravine(100), [10, 1], rates, 100)
    heavy = descend(ravine(100), [10, 1], rates, 100, optimizer=optimizers.momentum(0.8))
    assert np.min(heavy.losses[-1]) < np.min(plain.losses[-1]) / 1000
