"""What a student wrote is used where it works, and the course's own where it does not."""

import sys

import numpy as np
import pytest

from course import yours


def own(x):
    return x * 2.0


def right(x):
    return [2 * value for value in x]


def wrong_numbers(x):
    print("a print that is left over")
    return x * 3


def not_written(x):
    raise NotImplementedError


def one_number(x):
    return 2.0


def nothing(x):
    x + x


def endless(x):
    while True:
        x = x + 0


def test_what_works_is_used(capsys):
    x = np.array([1.0, 2.0])
    assert yours(right, x, instead=own).tolist() == [2, 4]
    # Whether it is right is for its check to say.
    assert yours(wrong_numbers, x, instead=own).tolist() == [3, 6]
    told = capsys.readouterr().out
    assert told == "".join(
        f"This is the work of your own {name}.\n" for name in ("right", "wrong_numbers")
    )


@pytest.mark.parametrize("written", [not_written, one_number, nothing, endless])
def test_what_does_not_work_is_replaced(written, capsys, monkeypatch):
    # The module has the name of its function.
    monkeypatch.setattr(sys.modules[yours.__module__], "SECONDS", 0.2)
    given = yours(written, np.array([1.0, 2.0]), instead=own)
    assert given.tolist() == [2, 4]
    told = f"Your {written.__name__} does not work yet, so the course's own is used here.\n"
    assert capsys.readouterr().out == told
