"""Regression helpers against NumPy's and scikit-learn's own."""

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler

from course import regression
from course.data import exam_scores, houses_with_rooms, noisy_line
from course.descent import numerical_gradient
from course.validate import InputError

HOUSES = houses_with_rooms()


@pytest.mark.parametrize("data", [noisy_line(), exam_scores(), HOUSES], ids=lambda d: d.y_name)
def test_least_squares_is_scikit_learns(data):
    w, b = regression.least_squares(data.x, data.y)
    fitted = LinearRegression().fit(data.x.reshape(len(data.y), -1), data.y)
    np.testing.assert_allclose(np.atleast_1d(w), fitted.coef_, rtol=1e-8)
    assert b == pytest.approx(fitted.intercept_)


def test_exact_least_squares_of_the_houses():
    w, b = regression.least_squares(HOUSES.x, HOUSES.y)
    np.testing.assert_allclose(w, [5000 / 3, 94375 / 3, 4825 / 24], rtol=1e-9)
    assert b == pytest.approx(89375 / 6)


def test_scaling_and_back():
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
