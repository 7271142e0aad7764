"""Questions come back after 1, 3, 7, 14 and 30 days, sooner and first if they went wrong."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from course.progress.schedule import DAYS, MOST, due, next_day

FIRST = date(2026, 3, 2)


def answer(day, right, asking=""):
    # At noon: the same day in most time zones, and here as there.
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return {"at": at.isoformat(), "right": right, "asking": asking}


def answers(*rights):
    """Answers on the days on which they were due."""
    given = []
    for right in rights:
        given.append(answer(next_day(given) if given else FIRST, right))
    return given


@pytest.mark.parametrize(
    ("rights", "wait"),
    [
        ([True], 1),
        ([True] * 2, 3),
        ([True] * 3, 7),
        ([True] * 4, 14),
        ([True] * 5, 30),
        ([True] * 9, 30),
        ([False], 1),
        ([False, True], 1),
        ([True, True, True, False], 1),
        ([True, True, False, True, True], 3),
    ],
)
def test_how_long_a_question_waits(rights, wait):
    given = answers(*rights)
    last = date.fromisoformat(given[-1]["at"][:10])
    assert next_day(given) == last + timedelta(wait)


def test_what_went_wrong_comes_first_and_keeps_nothing_away_for_ever():
    entries = {
        "01/late": {"answers": [answer(FIRST + timedelta(4), True)]},
        "01/wrong": {"answers": [answer(FIRST + timedelta(5), False)]},
        "01/early": {"answers": [answer(FIRST, True)]},
        "01/today": {"answers": [answer(FIRST + timedelta(6), False)]},
        "01/never": {"answers": []},
    }
    asked = due(entries, FIRST + timedelta(6))
    assert asked == ["01/early", "01/wrong", "01/late"]


@pytest.mark.parametrize(
    ("rights", "longer", "first"),
    [
        ([False], 1, "wrong"),
        ([False], 3, "other"),
        ([True, False], 0, "wrong"),
        ([True, False], 2, "other"),
    ],
)
def test_a_start_of_two_days_for_what_always_went_wrong(rights, longer, first):
    """The other question, never wrong, has waited some days longer."""
    wrong = answers(*rights)
    today = next_day(wrong) + timedelta(1)
    other = [answer(today - timedelta(2 + longer), True)]
    names = [f"01/{name}" for name in ("wrong", "other")]
    asked = due({n: {"answers": a} for n, a in zip(names, (wrong, other), strict=True)}, today)
    assert sorted(asked) == sorted(names)
    assert asked[0] == f"01/{first}"


def test_the_lessons_take_turns_and_there_are_not_too_many():
    entries = {
        f"0{lesson}/{i}": {"answers": [answer(FIRST + timedelta(lesson), True)]}
        for lesson in (1, 2)
        for i in range(3)
    }
    asked = due(entries, FIRST + timedelta(9))
    assert [name[:2] for name in asked] == ["01", "02"] * 3
    many = {f"01/{i}": {"answers": [answer(FIRST, True)]} for i in range(30)}
    assert len(due(many, FIRST + timedelta(9))) == MOST == 8, "docs/progress.md says eight"


def test_thirty_days_of_a_learner():
    """One of nine lessons every third day, five quick checks each; two of five are hard."""
    rng = np.random.default_rng(0)
    chance = [0.95, 0.95, 0.95, 0.4, 0.4]
    entries, asked_on = {}, defaultdict(list)
    days = [FIRST + timedelta(i) for i in range(30)]
    for i, today in enumerate(days):
        asked = due(entries, today)
        assert len(asked) <= MOST
        assert len(set(asked)) == len(asked)
        # Nobody is asked before the day, and never on the day of the lesson itself.
        for name in asked:
            assert next_day(entries[name]["answers"]) <= today
            asked_on[name].append(i)
            right = bool(rng.random() < chance[int(name[-1])])
            entries[name]["answers"].append(answer(today, right, str(today)))
        assert due(entries, today) == [] or len(asked) == MOST
        if i % 3 == 0 and i < 27:
            for q in range(5):
                right = bool(rng.random() < chance[q])
                entries[f"0{i // 3 + 1}/{q}"] = {"answers": [answer(today, right)]}
    times = {name: len(asked_on[name]) for name in entries}
    easy = [many for name, many in times.items() if name[-1] in "012"]
    hard = [many for name, many in times.items() if name[-1] in "34"]
    assert np.mean(hard) > 1.5 * np.mean(easy)
    # Who is always right is asked at longer and longer distances, as far as the month goes.
    smooth = [
        name for name, entry in entries.items()
        if name < "03" and all(one["right"] for one in entry["answers"])
    ]  # fmt: skip
    assert smooth
    for name in smooth:
        begun = 3 * (int(name[:2]) - 1)
        gaps = np.diff([begun, *asked_on[name]])
        assert list(gaps) == sorted(gaps)
        # A day with too much to ask may put one off.
        assert all(gap >= days for gap, days in zip(gaps, DAYS, strict=False))
        assert len(gaps) >= 3
    # None is put off for long, although this learner hurries and two of five questions are hard.
    for name in entries:
        begun = 3 * (int(name[:2]) - 1)
        if name < "09":
            assert asked_on[name]
            assert asked_on[name][0] - begun <= 6, name
