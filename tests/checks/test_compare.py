"""Answers are the same in whatever dress they come, and a difference is told in plain words."""

from array import array
from collections import OrderedDict, deque
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from course.checks import compare, exercises
from course.checks.compare import difference, hint_at, relative
from course.checks.engine import examine


class Series:
    """Like pandas' Series, which the course does not need: values behind `to_numpy`."""

    def __init__(self, values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def to_numpy(self):
        return np.array(self.values)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype)


@pytest.mark.parametrize(
    "got",
    [
        0.5, np.float32(0.5), np.float64(0.5), np.array(0.5), np.array([0.5]), [0.5], (0.5,),
        Fraction(1, 2), Decimal("0.5"), [Fraction(1, 2)], array("d", [0.5]), Series([0.5]),
    ],
    ids=lambda got: type(got).__name__,
)  # fmt: skip
def test_a_number_in_any_dress(got):
    assert difference(0.5, got) is None


@pytest.mark.parametrize(
    "got",
    [
        [1, 2], (1, 2), np.array([1, 2]), np.float32([1, 2]), range(1, 3), iter([1, 2]),
        (w for w in (1, 2)), map(int, "12"), deque([1, 2]), array("i", [1, 2]), Series([1, 2]),
        {1: 0, 2: 0}.keys(), [Fraction(1), Decimal(2)], [np.array(1), np.float32(2)],
        filter(None, [1, 2]), zip([1, 2], strict=True),
    ],
    ids=lambda got: type(got).__name__,
)  # fmt: skip
def test_an_array_in_any_dress(got):
    expected = np.array([[1.0], [2.0]]) if isinstance(got, zip) else np.array([1.0, 2.0])
    assert difference(expected, got) is None


@pytest.mark.parametrize(
    "got",
    [[3, 4.0], (3, 4), np.array([3, 4]), Series([3, 4]), iter((3, 4)), (Fraction(3), Decimal(4))],
    ids=lambda got: type(got).__name__,
)
def test_a_pair_in_any_dress(got):
    assert difference((3.0, 4.0), got) is None


def test_a_dictionary_in_any_dress():
    expected = {"w": 1.0, "b": (2.0, 3.0)}
    assert difference(expected, OrderedDict(b=[2, Fraction(3)], w=np.float32(1))) is None
    assert "the key 'b' is missing" in difference(expected, {"w": 1})
    assert "the keys 'w' and 'b' are missing" in difference(expected, {})
    assert "key 'c'" in difference(expected, {"w": 1, "b": (2, 3), "c": 4})


ROW = np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("expected", "got", "told"),
    [
        (1.0, None, "None"),
        (1.0, "1.0", "it is text; asked for: one number"),
        (1.0, True, "True or False"),
        (1.0, len, "a function"),
        (1.0, ..., "still `...`"),
        (np.zeros(6), 1.0, "one number came back; asked for: a row of 6 numbers"),
        (np.zeros((2, 3)), np.zeros(6), "a table of 2 rows and 3 columns"),
        ((1.0, 2.0), (1.0,), "1 value came back; asked for: 2"),
        ((1.0, 2.0), 1.0, "it is a number; asked for: 2 values"),
        # One array is one thing, however many rows it has.
        ((ROW, ROW, ROW), np.zeros((4, 2)), "a table of 4 rows and 2 columns came back; asked"),
        ((ROW, ROW, ROW), ROW, "a row of 3 numbers came back; asked for: 3 values"),
        ((1.0, 2.0), np.array([1.0, 3.0]), "value 2 of 2: off by 1 (50 %)"),
        ({"w": 1}, [1], "it is a list; asked for: a dictionary"),
        (ROW, [1.0, None, 3.0], "it is a list with None (nothing) in it; asked for: a row of"),
        (ROW, (1.0, "2", 3.0), "it is a tuple with text in it; asked for: a row of 3 numbers"),
        (ROW, ROW > 1, "it is an array with True or False in it; asked for: a row of 3 numbers"),
        (ROW, [1.0, [2.0], [3.0]], "it is a list whose entries differ in size; asked for: a row"),
        (True, False, "the other one"),
        (None, False, "it is True or False; asked for: None"),
        (True, 1, "it is a number; asked for: True or False"),
        (1.0, object(), "it is an object; asked for: one number"),
        ("left", "right", "another text"),
        (1.0, np.nan, "it is not a number (NaN)"),
        (ROW, [1.0, 2.0, np.nan], "it holds NaN (not a number)"),
        (1.0, 1.5, "off by 0.5 (50 %)"),
        (np.inf, 22.0, "22 instead of inf"),
        (ROW, [1.0, 2.5, 9.0], "2 of 3 numbers differ; the first at index 1: 2.5 instead of 2"),
        (ROW[None], ROW[None] + [0, 0, 1], "at index (0, 2): 4 instead of 3"),
        (np.zeros((2, 3)), np.zeros((2, 1, 2)), "an array of shape (2, 1, 2) came back"),
        ({}, dict.fromkeys("abcd"), "the key 'a', 'b', 'c' does not belong there"),
    ],
)
def test_a_difference_in_words(expected, got, told):
    assert told in difference(expected, got)


def test_a_hint_never_tells_the_number():
    for got in (3.0, 5.0, -4.0, 4.0031, "4", None, [1, 2], np.nan):
        told = hint_at(4.0, got)
        assert told
        assert not {"4", "4.0"} & set(told.replace(":", " ").split())
    assert hint_at(4.0, 5.0) == "it is too large"
    assert hint_at(4.0, 3.0) == "it is too small"
    assert hint_at(4.0, -4.0) == "its sign is wrong"
    assert "more digits" in hint_at(4.0031, 4.0)
    # That is no shorter form of it, and whole numbers have no more digits.
    for near in (4.003, 4.0000987):
        assert "more digits" not in hint_at(4.0, near)
    assert "more digits" not in hint_at(1.0, 1.001)
    assert "more digits" not in hint_at(0.5, 0.5004)
    assert hint_at((1.0, 4.0), (1.0, 5.0)) == "value 2 of 2: it is too large"
    assert hint_at([1.0, 4.0], [1.0, 5.0]) == "number 2 of 2: it is too large"
    assert hint_at([[1.0, 2.0], [3.0, 4.0]], [[1, 2], [3, 5]]) == "number 4 of 4: it is too large"


@pytest.mark.parametrize(
    ("got", "expected", "told"),
    [
        (0.0, 12.01, "-12 (100 %)"),
        (3.3, 3.0, "0.3 (10 %)"),
        (3.0003, 3.0, "0.0003 (0.01 %)"),
        (30.0, 3.0, "27 (900 %)"),
        (5000.0, 5e-5, "5e+03"),
        (1.0, 0.0, "1"),
    ],
)
def test_how_far_off(got, expected, told):
    assert relative(got, expected) == told


def test_close_is_what_numpy_calls_close():
    special = [0.0, -0.0, 1.0, 1 + 1e-9, 1e300, np.inf, -np.inf, np.nan, 5e-324, 1e-12]
    array, expected = (grid.ravel() for grid in np.meshgrid(special, special))
    for rtol, atol in [(1e-6, 1e-9), (0.0, 0.0), (1e-3, 0.0)]:
        wanted = np.isclose(array, expected, rtol=rtol, atol=atol, equal_nan=True)
        assert np.array_equal(compare._close(array, expected, rtol, atol), wanted)


def short_scale(X):
    """Return what is right, worked out in float32."""
    X = np.asarray(X, np.float32)
    return (X - X.mean(axis=0)) / X.std(axis=0), X.mean(axis=0), X.std(axis=0)


def short_dense_backward(dz, a_prev, W):
    dz, a_prev, W = (np.asarray(one, np.float32) for one in (dz, a_prev, W))
    return dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)


@pytest.mark.parametrize(
    ("name", "short"), [("scale", short_scale), ("dense_backward", short_dense_backward)]
)
def test_float32_is_right_whatever_is_drawn(name, short):
    # An entry near 0 is what is left of larger ones: there float32 has the fewest digits.
    states = [
        examine(exercises()[name], {name: short}, seed, layers=0).state for seed in range(100)
    ]
    assert set(states) == {"right"}
