"""The descent loop, its outcomes, numerical gradients and mini-batches."""

import warnings

import numpy as np
import pytest

from course import optimizers, schedules
from course.data import noisy_line, proportional
from course.descent import (
    angle_to_minimum,
    central_difference,
    clip_by_norm,
    descend,
    descend_batches,
    descend_epochs,
    epoch_batches,
    forward_difference,
    numerical_gradient,
)
from course.explorers.kit.contours import stretch
from course.landscapes import (
    bowl,
    exponential,
    parabola,
    quartic,
    ravine,
    saddle,
    squared_error,
    tilted_bowl,
)
from course.validate import InputError


def central(w):
    return central_difference(quartic, w)


# The article's core settings. The expected values were worked out apart from this code.


def test_the_quartic_from_three_with_a_numerical_gradient():
    path = descend(quartic, 3.0, 0.01, 200, gradient=central)
    assert path.final == pytest.approx(1.9679853980985236, abs=1e-11)
    assert path.weights[50] == pytest.approx(1.9679854031607853, abs=1e-11)
    assert path.outcome == "converged"
    forward = descend(quartic, 3.0, 0.01, 200, gradient=lambda w: forward_difference(quartic, w))
    assert forward.final == pytest.approx(1.9679354000358558, abs=1e-11)


def test_three_rates_on_the_quartic():
    path = descend(quartic, 3.0, np.array([0.001, 0.01, 0.1]), 100)
    assert path.final[0] == pytest.approx(1.9931681299916537, abs=1e-13)
    assert path.final[1] == pytest.approx(1.9679854006815563, abs=1e-13)
    assert not np.isfinite(path.final[2])
    assert path.losses[-1, 2] == np.inf
    assert list(path.outcome) == ["still moving", "converged", "diverged"]


def test_regression_reaches_least_squares():
    data = noisy_line()
    path = descend(squared_error(data.x, data.y), [0.0, 0.0], 0.1, 500)
    np.testing.assert_allclose(path.final, [3.034912663112099, 6.933517084065457], atol=1e-12)


@pytest.mark.parametrize("steep", [1.0, 2.0, 5.0, 10.0, 100.0])
def test_rounding_is_no_divergence(steep):
    """On the limit itself each step is as long as the one before, but for rounding."""
    valley = stretch(bowl, np.array([steep]))
    across = np.round(np.arange(-90, 61) / 10, 1)
    starts = np.stack([np.full(151, 3.0), across], axis=-1)[None, across != -1]
    for steps in (12, 40, 100):
        assert set(descend(valley, starts, 1 / steep, steps).outcome.flat) == {"cycling"}
        beyond = descend(valley, starts, (1 + 1e-5) / steep, steps)
        assert set(beyond.outcome.flat) == {"diverged"}


def test_the_bowl():
    path = descend(bowl, [8, 6], 0.1, 30)
    np.testing.assert_allclose(path.final, [3.006189700196427, -0.9913344197250022], atol=1e-14)
    np.testing.assert_allclose(path.losses[[0, 1, 10]], [74, 47.36, 0.8531619134090663])


@pytest.mark.parametrize(
    ("lr", "steps", "outcome", "turns"),
    [
        (0.01, 50, "still moving", 0),
        (0.1, 50, "converged", 0),
        (0.5, 50, "converged", 0),
        (0.9, 50, "converged", 49),
        (0.99, 50, "oscillating", 49),
        (1.0, 50, "cycling", 49),
        # Both places twice.
        (1.0, 3, "cycling", 2),
        # Each step is a fifth of the one before; below what counts they turn 11 times more.
        (0.6, 500, "converged", 11),
        (1.1, 50, "diverged", 49),
        (1e-20, 50, "frozen", 0),
        (1e-20, 1, "frozen", 0),
        (3.0, 2000, "diverged", None),
        (0.1, 0, "still moving", 0),
    ],
)
def test_outcomes_on_the_parabola(lr, steps, outcome, turns):
    path = descend(parabola, -1.0, lr, steps)
    assert path.outcome == outcome
    assert turns is None or path.turns == turns


@pytest.mark.parametrize(
    ("lr", "steps", "behaviour"),
    [
        (0.1, 0, "smooth, not there yet"),
        # The slope loses 4 %, and 6 %, in each step.
        (0.02, 10, "crawls"),
        (0.03, 10, "smooth, not there yet"),
        (0.9, 10, "overshoots, not there yet"),
        # 11 of 23 steps turn back, and 12 of them.
        (lambda t: 0.9 if t < 11 else 0.25, 24, "smooth"),
        (lambda t: 0.9 if t < 12 else 0.25, 24, "overshoots and settles"),
    ],
)
def test_behaviours_on_the_parabola(lr, steps, behaviour):
    assert descend(parabola, -1.0, lr, steps).behaviour == behaviour


@pytest.mark.parametrize(
    ("lr", "outcome"),
    [
        (0.04, "converged"),
        (0.055, "converged"),
        (0.06, "cycling"),
        (0.075, "cycling"),
        (0.09, "oscillating"),
        (0.099, "diverged"),
    ],
)
def test_outcomes_on_the_quartic(lr, outcome):
    assert descend(quartic, 3.0, lr, 3000).outcome == outcome


def test_who_climbs_in_ever_shorter_steps_does_not_diverge():
    for last, outcome in ((0.2, "still moving"), (0.4, "diverged")):
        rates = (0.1, 0.1, 0.1, 0.4, last)
        path = descend(parabola, 4.0, rates.__getitem__, 5, gradient=np.ones_like)
        assert path.outcome == outcome


def test_a_run_whose_steps_are_lost_in_rounding_is_frozen_not_converged():
    path = descend(quartic, 3.0, 0.1, 100, gradient=central)
    assert path.final == pytest.approx(2.018896158955782e23)
    assert path.weights[-1] == path.weights[-2]
    assert path.outcome == "frozen"


def test_slopes_too_long_to_be_squared_are_no_convergence():
    """Their length is infinite at both ends, and that is no smaller part of itself."""
    still = descend(exponential, -500.0, 0.0, 3)
    assert np.isinf(still.gradient_norms).all()
    assert still.outcome == "frozen"


def test_many_runs_are_each_as_alone():
    starts, rates = np.linspace(-3, 3, 7)[:, None], np.array([0.001, 0.02, 0.07, 0.2])
    together = descend(quartic, starts, rates, 60)
    assert together.weights.shape == (61, 7, 4)
    for i in range(7):
        for j in range(4):
            alone = descend(quartic, starts[i, 0], rates[j], 60)
            np.testing.assert_array_equal(together.weights[:, i, j], alone.weights)
            one = together.run((i, j))
            assert together.outcome[i, j] == alone.outcome == one.outcome
            assert one.lr == rates[j]
            assert together.turns[i, j] == alone.turns
    in_two = descend(ravine(), [[10, 1], [3, 2]], [0.01, 0.05], 9)
    assert in_two.weights.shape == (10, 2, 2)
    alone = descend(ravine(), [3, 2], 0.05, 9)
    np.testing.assert_allclose(in_two.run(1).weights, alone.weights, rtol=1e-12)
    assert in_two.run(1).lr == 0.05


def test_losses_and_gradient_norms_are_those_of_the_weights():
    path = descend(ravine(9), [4, 2], 0.1, 5)
    np.testing.assert_allclose(path.losses, (path.weights**2 @ [1, 9]) / 2)
    np.testing.assert_allclose(path.gradient_norms, np.linalg.norm(path.weights * [1, 9], axis=1))


def test_a_schedule_gives_the_rate_of_each_step():
    schedule = schedules.step_decay(0.1, drop=0.5, every=2)
    path = descend(parabola, 0.0, schedule, 4)
    w = 0.0
    for t in range(4):
        w -= 0.1 * 0.5 ** (t // 2) * 2 * (w - 4)
    assert path.final == pytest.approx(w)


def test_a_schedule_may_give_every_run_its_own_rate():
    firsts = np.array([0.01, 0.1, 0.3])
    path = descend(bowl, np.full((3, 2), 5.0), lambda t: firsts / (1 + t), 6)
    for i, first in enumerate(firsts):
        alone = descend(bowl, [5.0, 5.0], schedules.power_decay(first), 6)
        np.testing.assert_allclose(path.weights[:, i], alone.weights, rtol=1e-14)


def test_divergence_is_data_and_never_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        path = descend(quartic, [3.0, 1e200], 0.5, 500)
        assert list(path.outcome) == ["diverged", "diverged"]
        assert path.gradient_norms[-1, 0] == np.inf


def test_the_start_is_not_changed():
    start = np.array([8.0, 6.0])
    descend(bowl, start, 0.1, 5)
    assert list(start) == [8, 6]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"lr": "fast"}, "lr must be a number or an array of numbers, but it is 'fast'"),
        ({"lr": None}, "lr must be a number"),
        ({"lr": [0.1, float("inf")]}, "lr must be finite"),
        ({"start": float("nan")}, "start must be finite"),
        ({"start": "here"}, "start must be a number"),
        ({"start": [[1.0], [2.0, 3.0]]}, "start must be a number"),
        ({"steps": -1}, "steps must be a whole number, 0 or more, but it is -1"),
        ({"steps": 2.5}, "steps must be a whole number"),
        ({"steps": True}, "steps must be a whole number"),
        ({"start": [1.0, 2.0], "lr": [0.1, 0.2, 0.3]}, r"lr of shape \(3,\) does not fit"),
        ({"landscape": bowl}, "start must have 2 weights on its last axis for the bowl"),
        ({"landscape": lambda w: w}, "landscape must be a Landscape"),
        ({"gradient": 3}, "gradient must be a function"),
        ({"gradient": 0}, "gradient must be a function of the weights, not 0"),
        ({"gradient": np.zeros(2)}, r"gradient must be a function of the weights, not array"),
        ({"gradient": lambda w: np.zeros(3)}, r"gradient must return numbers of shape \(\)"),
        ({"gradient": lambda w: "down"}, "gradient must return numbers"),
        ({"lr": lambda t: "fast"}, r"lr\(0\) must be a number"),
        ({"lr": lambda t: [0.1, 0.2]}, r"lr\(0\) of shape \(2,\) does not fit starts of shape"),
        ({"optimizer": optimizers.adam}, "optimizer must be a rule, .* function adam, without br"),
        ({"optimizer": "adam"}, r"optimizer must be a rule, such as .*adam\(\), not 'adam'"),
    ],
)
def test_bad_input_is_one_line_that_names_the_argument(change, told):
    arguments = {"landscape": quartic, "start": 3.0, "lr": 0.01, "steps": 3} | change
    with pytest.raises(InputError, match=told) as caught:
        descend(**arguments)
    assert "\n" not in str(caught.value)
    assert caught.value._render_traceback_() == [f"InputError: {caught.value}"]


def test_difference_formulas():
    assert central_difference(quartic, 3.0, 1e-4) == pytest.approx(61.00000012015272, abs=1e-9)
    assert forward_difference(quartic, 3.0, 1e-4) == pytest.approx(61.004600120178054, abs=1e-9)
    assert central_difference(lambda w: w**3, 2.0, 0.1) == pytest.approx(12.01)


def test_numerical_gradient_of_a_point():
    np.testing.assert_allclose(
        numerical_gradient(lambda w: w[0] ** 2 * w[1] + w[2], [1.0, 2.0, 3.0]), [4, 1, 1]
    )
    assert numerical_gradient(quartic, 3.0) == pytest.approx(61, abs=1e-5)


def test_only_a_gradient_that_is_too_long_is_clipped():
    np.testing.assert_array_equal(clip_by_norm([3.0, -4.0], 5.0), [3.0, -4.0])
    np.testing.assert_array_equal(clip_by_norm(np.zeros((2, 2)), 5.0), np.zeros((2, 2)))
    np.testing.assert_allclose(clip_by_norm([[3.0], [-4.0]], 1.0), [[0.6], [-0.8]])


def test_a_gradient_is_clipped_though_its_squares_are_too_large_for_a_number():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        np.testing.assert_allclose(clip_by_norm([3e200, -4e200], 5.0), [3.0, -4.0])


def test_a_gradient_is_clipped_though_its_squares_are_too_small_for_a_number():
    for size in (1e-150, 1e-160, 1e-170, 1e-300):
        short = np.array([3.0, -4.0]) * size
        np.testing.assert_allclose(clip_by_norm(short, size), [0.6 * size, -0.8 * size])
        np.testing.assert_array_equal(clip_by_norm(short, 6 * size), short)


def test_epoch_batches_are_a_partition_in_random_order():
    rng = np.random.default_rng(0)
    first, second = (epoch_batches(10, 4, rng) for _ in range(2))
    assert [len(batch) for batch in first] == [4, 4, 2]
    assert sorted(np.concatenate(first)) == list(range(10))
    assert list(np.concatenate(first)) != list(np.concatenate(second))


def test_a_full_batch_is_plain_descent():
    data = noisy_line()
    run = descend_batches(data.x, data.y, 200, 0.1, 25, np.random.default_rng(0))
    path = descend(squared_error(data.x, data.y), [0.0, 0.0], 0.1, 25)
    np.testing.assert_allclose(run.weights, path.weights, rtol=1e-10)
    np.testing.assert_allclose(run.epoch_losses, path.losses[:-1], rtol=1e-10)


def test_epochs_of_one_batch_are_plain_steps_of_any_rule():
    rule, rate = optimizers.adam(), schedules.exponential_decay(0.1)
    path = descend(bowl, [8.0, 6.0], rate, 20, optimizer=rule)
    rng = np.random.default_rng(0)
    found = descend_epochs(
        lambda w, rows: bowl.gradient(w), [8.0, 6.0], 5, 5, rate, 20, rng, optimizer=rule
    )
    np.testing.assert_allclose(found, path.weights, rtol=1e-12)


def test_mini_batches_by_hand():
    data = proportional(n=7)
    run = descend_batches(data.x, data.y, 3, 0.05, 2, np.random.default_rng(3))
    w = b = 0.0
    for e, epoch in enumerate(run.batches):
        seen = 0.0
        for rows in epoch:
            slope_w = slope_b = 0.0
            for i in rows:
                error = w * data.x[i] + b - data.y[i]
                seen += error**2
                slope_w += 2 * error * data.x[i] / len(rows)
                slope_b += 2 * error / len(rows)
            w, b = w - 0.05 * slope_w, b - 0.05 * slope_b
        assert run.epoch_losses[e] == pytest.approx(seen / 7)
    np.testing.assert_allclose(run.weights[-1], [w, b])
    assert len(run.weights) == 7


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (([1, 2], [1, 2, 3], 1, 0.1, 1), "x and y must hold one row for each example"),
        (([1, 2], [1, 2], 0, 0.1, 1), "batch_size must be a whole number, 1 or more"),
        (([1, 2], [1, 2], 1, "fast", 1), "lr must be a number"),
        (([1, 2], [1, 2], 1, 0.1, -1), "epochs must be a whole number"),
        (([[1, 2], [3, 4]], [1, 2], 1, 0.1, 1), r"x must hold one number for each .* \(2, 2\)"),
        (([1, 2], [1, 2], 1, lambda t: 0.1 if t < 3 else None, 2), r"lr\(3\) must be a number"),
    ],
)
def test_bad_batches_are_told(arguments, told):
    with pytest.raises(InputError, match=told):
        descend_batches(*arguments, np.random.default_rng(0))


def test_orders_need_a_generator():
    for wrong in (0, None, np.random.default_rng):
        with pytest.raises(InputError, match="rng must be a random generator, such as"):
            epoch_batches(4, 2, wrong)


def test_epochs_need_a_gradient_that_is_a_function():
    with pytest.raises(InputError, match="function of the weights and the rows, not"):
        descend_epochs(np.zeros(2), [0.0, 0.0], 4, 2, 0.1, 1, np.random.default_rng(0))


def test_an_optimizer_is_used():
    path = descend(parabola, 0.0, 0.1, 3, optimizer=optimizers.momentum(0.5))
    w = v = 0.0
    for _ in range(3):
        v = 0.5 * v - 0.1 * 2 * (w - 4)
        w += v
    assert path.final == pytest.approx(w)


def test_angles_of_many_places_are_those_of_each():
    places = np.random.default_rng(2).normal(size=(3, 4, 2))
    found = angle_to_minimum(tilted_bowl, places)
    assert found.shape == (3, 4)
    for index in np.ndindex(3, 4):
        assert found[index] == pytest.approx(angle_to_minimum(tilted_bowl, places[index]))
    assert angle_to_minimum(tilted_bowl, (1.0, 1.0)) == pytest.approx(0, abs=1e-6)
    assert np.isnan(angle_to_minimum(tilted_bowl, (0.0, 0.0)))


@pytest.mark.parametrize(
    ("landscape", "w", "told"),
    [
        (tilted_bowl.gradient, [1.0, 2.0], "landscape must be a Landscape"),
        (quartic, 3.0, "landscape must have a minimum and two weights .* the quartic has not"),
        (saddle, [1.0, 2.0], "landscape must have a minimum .* the saddle has not"),
        (tilted_bowl, 3.0, r"w must have 2 weights on its last axis .* its shape is \(\)"),
        (tilted_bowl, [1.0, 2.0, 3.0], r"w must have 2 weights .* its shape is \(3,\)"),
    ],
)
def test_angles_that_cannot_be_measured_are_told(landscape, w, told):
    with pytest.raises(InputError, match=told):
        angle_to_minimum(landscape, w)
