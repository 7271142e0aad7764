"""Schedules at known steps, and data sets against what is said of them."""

import numpy as np
import pytest

from course import data, schedules
from course.validate import InputError


def test_step_decay():
    rate = schedules.step_decay(0.01)
    values = {0: 0.01, 99: 0.01, 100: 0.005, 200: 0.0025, 1000: 9.765625e-06}
    assert {t: rate(t) for t in values} == pytest.approx(values)
    assert schedules.step_decay(1.0, drop=0.1, every=3)(7) == pytest.approx(0.01)


def test_exponential_decay():
    rate = schedules.exponential_decay(0.01)
    assert rate(0) == 0.01
    assert rate(50) == pytest.approx(0.0007694497527671316)
    assert sum(rate(t) for t in range(2000)) == pytest.approx(0.2)


def test_cosine_annealing():
    rate = schedules.cosine_annealing(0.01, 1000)
    values = {0: 0.01, 100: 0.009755282581475769, 500: 0.005, 1000: 0.0, 1500: 0.0}
    assert {t: rate(t) for t in values} == pytest.approx(values)
    to_a_fifth = schedules.cosine_annealing(1.0, 10, 0.2)
    assert [to_a_fifth(t) for t in (0, 5, 10)] == pytest.approx([1.0, 0.6, 0.2])


def test_whole_numbers_are_as_good_as_others():
    """2 to the power of 64 is 0 as a whole number of 64 bits, and 3**40 is below 0."""
    t = np.arange(100)
    for base in (2, 3):
        grown = 1e-9 * float(base) ** t
        for rate in (
            schedules.exponential_decay(1e-9, decay=base),
            schedules.step_decay(1e-9, drop=base, every=1),
        ):
            np.testing.assert_allclose(rate(t), grown)
            assert [rate(int(one)) for one in t] == pytest.approx(grown)


def test_a_list_of_first_rates_is_as_good_as_an_array():
    for make in (
        schedules.step_decay,
        schedules.exponential_decay,
        schedules.power_decay,
        lambda lr0: schedules.cosine_annealing(lr0, 10),
        lambda lr0: schedules.linear_decay(lr0, 10),
    ):
        np.testing.assert_allclose(make([0.1, 0.2])(3), make(np.array([0.1, 0.2]))(3))


def test_schedules_take_arrays():
    t = np.arange(5)
    for rate in (
        schedules.step_decay(0.1, every=2),
        schedules.exponential_decay(0.1),
        schedules.cosine_annealing(0.1, 4),
    ):
        np.testing.assert_allclose(rate(t), [rate(int(one)) for one in t])


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda n: schedules.step_decay(0.1, every=n), "every"),
        (lambda n: schedules.power_decay(0.1, every=n), "every"),
        (lambda n: schedules.cosine_annealing(0.1, total=n), "total"),
        (lambda n: schedules.linear_decay(0.1, total=n), "total"),
        (lambda n: schedules.warm_up(n, schedules.exponential_decay(0.1)), "steps"),
    ],
)
def test_steps_that_rates_are_divided_by_are_above_0(make, name):
    for wrong in (0, -10, 0.0):
        with pytest.raises(InputError, match=f"^{name} must be above 0, but it is {wrong}$"):
            make(wrong)
    with pytest.raises(InputError, match=f"^{name} must be a number"):
        make("10")
    assert np.all(np.isfinite(make(0.5)(np.arange(3))))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: schedules.step_decay("0.1"), "lr0 must be a number"),
        (lambda: schedules.step_decay(0.1, drop=None), "drop must be a number"),
        (lambda: schedules.exponential_decay(schedules.power_decay(0.1)), "lr0 must be a number"),
        (lambda: schedules.exponential_decay(0.1, np.nan), "decay must be finite"),
        (lambda: schedules.cosine_annealing(0.1, 100, lr_min="0"), "lr_min must be a number"),
        (lambda: schedules.linear_decay(None, 100), "lr0 must be a number"),
        (lambda: schedules.power_decay(0.1, "1"), "power must be a number"),
        (lambda: schedules.warm_up(10, 0.05), "then must be a schedule, such as .* it is 0.05$"),
    ],
)
def test_what_makes_no_schedule_is_told_where_it_is_made(make, told):
    with pytest.raises(InputError, match=told):
        make()


def test_noisy_line_is_the_articles():
    line = data.noisy_line()
    np.random.seed(0)
    x = np.random.randn(200)
    y = 3 * x + 7 + np.random.randn(200) * 0.5
    np.testing.assert_array_equal(line.x, x)
    np.testing.assert_array_equal(line.y, y)


def test_proportional_is_the_articles():
    line = data.proportional()
    np.random.seed(42)
    x = np.random.randn(500)
    np.testing.assert_array_equal(line.y, 2.5 * x + np.random.randn(500) * 0.1)


@pytest.mark.parametrize("line", [data.five_points(), data.five_houses(), data.four_houses()])
def test_exact_lines_are_exact(line):
    expected = line.truth["slope"] * line.x + line.truth["intercept"]
    np.testing.assert_allclose(line.y, expected, rtol=1e-15)


@pytest.mark.parametrize(
    "make",
    [
        value
        for name, value in vars(data).items()
        if callable(value)
        and not name.startswith("_")
        and getattr(value, "__module__", "") == data.__name__
        and value is not data.Dataset
    ],
    ids=lambda make: make.__name__,
)
def test_every_data_set_is_complete(make):
    made = make()
    for one in made if isinstance(made, tuple) else (made,):
        assert len(one.x) == len(one.y)
        assert len(one.x_names) == (1 if one.x.ndim == 1 else one.x.shape[1])
        assert one.source
        assert one.y_name


def test_warm_up_and_its_followers():
    rate = schedules.warm_up(10, schedules.cosine_annealing(0.05, 20))
    values = {0: 0.005, 4: 0.025, 9: 0.05, 10: 0.05, 30: 0.0}
    assert {t: float(rate(t)) for t in values} == pytest.approx(values)
    linear = schedules.linear_decay(1, 10)
    assert [float(linear(t)) for t in (0, 5, 10, 12)] == pytest.approx([1, 0.5, 0, 0])
    power = schedules.power_decay(0.1, 0)
    assert power(0) == power(1000) == pytest.approx(0.1)


def test_digits_are_those_of_scikit_learn():
    from sklearn.datasets import load_digits

    bundle = load_digits()
    order = np.random.default_rng(0).permutation(len(bundle.target))
    train, test = data.digits()
    assert np.array_equal(np.concatenate([train.x, test.x]), bundle.data[order] / 16)
    assert np.array_equal(np.concatenate([train.y, test.y]), bundle.target[order])


def test_digits_are_split_once_and_the_same_each_time():
    train, test = data.digits()
    assert len(train.y) + len(test.y) == 1797
    assert train.x.min() >= 0
    assert train.x.max() == 1
    assert set(test.y) == set(range(10))
    rows = {row.tobytes() for row in train.x}
    assert sum(row.tobytes() in rows for row in test.x) <= 1


def test_who_changes_digits_in_place_changes_them_for_nobody_else():
    for part in data.digits():
        x, y = part.x, part.y
        x *= 16
        y %= 2
    for part in data.digits():
        assert part.x.max() == 1
        assert set(part.y) == set(range(10))
