"""Each of the six runs shows the illness that it is filed under."""

import numpy as np
import pytest

from course import illnesses
from course.illnesses import CASES, ILLNESSES

CURVES = {case.illness: case.curve() for case in CASES.values()}
SIGNS = {
    "healthy": lambda c: c[-1] < 1e-6 and np.all(np.diff(c) <= 0),
    "too slow": lambda c: 0.5 < c[-1] < 0.9 and np.all(np.diff(c) < 0),
    "oscillates": lambda c: np.all(np.diff(c[-20:])[1:] * np.diff(c[-20:])[:-1] < 0),
    "diverges": lambda c: np.all(np.diff(c) > 0) and c[-1] > 5,
    "noise floor": lambda c: 0.01 < np.mean(c[20:]) < 0.2 and 0.02 < np.std(c[20:]) < 0.2,
    "stuck on a plateau": lambda c: np.all(np.abs(c - 1) < 0.005),
}


def test_each_illness_has_one_run():
    assert sorted(CURVES) == sorted(ILLNESSES)
    assert list(CASES) == list("abcdef")


@pytest.mark.parametrize("illness", ILLNESSES)
def test_the_curve_shows_this_illness_and_no_other(illness):
    curve = CURVES[illness]
    assert curve.shape == (illnesses.STEPS + 1,)
    assert curve[0] == 1
    assert [name for name, holds in SIGNS.items() if holds(curve)] == [illness]


def test_every_run_gives_the_same_curves():
    for name, curve in illnesses.curves().items():
        np.testing.assert_array_equal(curve, illnesses.curves()[name])
