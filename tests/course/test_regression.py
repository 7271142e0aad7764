"""Regression helpers against NumPy's and scikit-learn's own."""

import numpy as np
import pytest

from course import regression
from course.data import exam_scores, houses_with_rooms, noisy_line
from course.descent import numerical_gradient
from course.validate import InputError

HOUSES = houses_with_rooms()


@pytest.mark.parametrize("data", [noisy_line(), exam_scores(), HOUSES], ids=lambda d: d.y_name)
def test_least_squares_is_scikit_learns(data):
    # Here: each process of a whole run would take its second to import it.
    from sklearn.linear_model import LinearRegression

    w, b = regression.least_squares(data.x, data.y)
    fitted = LinearRegression().fit(data.x.reshape(len(data.y), -1), data.y)
    np.testing.assert_allclose(np.atleast_1d(w), fitted.coef_, rtol=1e-8)
    assert b == pytest.approx(fitted.intercept_)


def test_exact_least_squares_of_the_houses():
    w, b = regression.least_squares(HOUSES.x, HOUSES.y)
    np.testing.assert_allclose(w, [5000 / 3, 94375 / 3, 4825 / 24], rtol=1e-9)
    assert b == pytest.approx(89375 / 6)


def test_scaling_and_back():
    from sklearn.preprocessing import StandardScaler

    z, mu, sigma = regression.standardize(HOUSES.x)
    np.testing.assert_allclose(z, StandardScaler().fit_transform(HOUSES.x))
    w, b = regression.unstandardize(*regression.least_squares(z, HOUSES.y), mu, sigma)
    expected = regression.least_squares(HOUSES.x, HOUSES.y)
    np.testing.assert_allclose(w, expected[0], rtol=1e-8)
    assert b == pytest.approx(expected[1])


def test_gradients_are_the_slopes_of_the_loss():
    w, b = np.array([100.0, -50.0, 3.0]), 20.0
    dw, db = regression.gradients(HOUSES.x, HOUSES.y, w, b)
    slopes = numerical_gradient(
        lambda p: regression.mean_squared_error(HOUSES.x, HOUSES.y, p[:3], p[3]), [*w, b], h=1e-3
    )
    np.testing.assert_allclose([*dw, db], slopes, rtol=1e-6)


def test_standard_errors_are_the_textbooks():
    line = noisy_line()
    slope, intercept = regression.standard_errors(line.x, line.y)
    assert (slope, intercept) == pytest.approx((0.0327, 0.0335), abs=5e-5)


FAR = {
    "seconds since 1970": 1.7e9 + 100.0 * np.arange(200),
    "dollars of a country": 1e14 * np.arange(1.0, 201.0),
    "metres of an atom": 1e-17 * np.arange(1.0, 201.0),
}


@pytest.mark.parametrize("far", FAR.values(), ids=FAR)
def test_no_unit_and_no_zero_costs_a_line_its_slope(far):
    """The column of ones beside it is no column that follows from it."""
    near, unit = np.arange(200.0), (far[-1] - far[0]) / 199
    y = 3 * near + 5 + np.random.default_rng(0).normal(size=200)
    for more in ([], [near**2]):
        as_it_is, shifted = (np.column_stack([x, *more]) for x in (far, near))
        for ask in (regression.least_squares, regression.standard_errors):
            found, expected = ask(as_it_is, y)[0], ask(shifted, y)[0]
            np.testing.assert_allclose(found[0] * unit, expected[0], rtol=1e-5)


def test_standard_errors_are_those_of_the_normal_equations():
    for data in (noisy_line(), exam_scores(), HOUSES):
        design = np.column_stack([data.x, np.ones(len(data.y))])
        w, b = regression.least_squares(data.x, data.y)
        rest = design @ np.append(w, b) - data.y
        spread = rest @ rest / (len(rest) - design.shape[1])
        expected = np.sqrt(spread * np.diag(np.linalg.inv(design.T @ design)))
        w_error, b_error = regression.standard_errors(data.x, data.y)
        np.testing.assert_allclose(np.append(w_error, b_error), expected, rtol=1e-6)


@pytest.mark.parametrize("start", [0.0, 1.7e9])
def test_a_column_that_follows_from_others_but_for_rounding_is_told(start):
    one = start + 100.0 * np.arange(50)
    with pytest.raises(InputError, match="follows from the others"):
        regression.standard_errors(np.column_stack([one, 3.3 * one + 0.7]), np.arange(50.0))


def test_no_curvature_is_below_0():
    twice = np.repeat([[1.0], [2.0], [3.0], [4.7]], 2, axis=1)
    assert regression.curvatures(twice, [1.0, 2.0, 3.0, 4.0])[0] >= 0


def test_bad_input_is_told():
    with pytest.raises(InputError, match="rows are too few"):
        regression.standard_errors([1.0, 2.0], [1.0, 2.0])
    with pytest.raises(InputError, match="x must hold at least one row"):
        regression.standardize(3.0)
    for wrong in ([[3.0], [5.0]], 3.0, [3.0, 5.0, 7.0], ["3", "5"]):
        with pytest.raises(InputError, match=r"^(x and )?y must "):
            regression.mean_squared_error([1.0, 2.0], wrong, 2.0, 1.0)
    for x in ([2.0, 2.0, 2.0, 2.0], [[1.0, 2.0], [2.0, 4.0], [3.0, 6.0], [5.0, 10.0]]):
        with pytest.raises(InputError, match="x must not hold a column that is constant"):
            regression.standard_errors(x, [1.0, 3.0, 2.0, 2.0])
