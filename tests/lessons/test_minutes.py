"""The minutes that a lesson states are those that follow from what is counted in it."""

import pytest

from authoring import minutes
from authoring.build import lesson_files


@pytest.mark.parametrize("lesson", lesson_files(), ids=lambda path: path.stem)
def test_minutes_are_honest(lesson):
    one = minutes.count(lesson)
    assert one.stated == one.minutes, "run python -m authoring minutes"
    assert one.minutes <= 90


def test_what_is_counted():
    assert (
        minutes.many_words("Two words and $w \\cdot x$, [a link](../x.ipynb): `code here`.") == 7
    )
    assert minutes.many_lines("import math\n\nx = 1\nprint(x)\n") == 2
    assert minutes.takes_a_loop("def f(x):\n    for y in x:\n        print(y)\n")
    assert minutes.takes_a_loop("def f(x):\n    while x > 1:\n        x /= 2\n")
    assert not minutes.takes_a_loop("rows = [x for x in y]\n")
    one = minutes.Count("99_x", words=400, lines=20, loops=1, small=2, warm_ups=1, stated=40)
    assert one.minutes == 40
    rows = [row.split() for row in minutes.table([one, one]).splitlines()]
    assert rows[1:] == [["99_x", "400", "20", "1", "2", "1", "40", "40"]] * 2 + [
        ["all", "800", "80"]
    ]
