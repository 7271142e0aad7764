"""How a wrong number is told."""

import pytest

from course.checks.compare import relative


@pytest.mark.parametrize(
    ("got", "expected", "told"),
    [
        (0.0, 12.01, "-12 (100 %)"),
        (3.3, 3.0, "0.3 (10 %)"),
        (3.0003, 3.0, "0.0003 (0.01 %)"),
        (1e9, 1.0, "1e+09 (1e+11 %)"),
        (1.0, 0.0, "1"),
    ],
)
def test_how_far_off(got, expected, told):
    assert relative(got, expected) == told
