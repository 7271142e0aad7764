"""Difficulty, discrimination and alpha are what other formulas for them give."""

import json
import statistics

import numpy as np
import pytest

from course.checks import exercises
from course.checks.engine import examine
from grading.answers import kept
from grading.exam.examiner import behaviour
from grading.results import handed_in
from grading.results.items import analysed
from tests.support.measure import namespace

NAMES = ("descend", "quartic_walk", "deeper_valley")
POSSIBLE = (4.0, 3.0, 2.0)


@pytest.fixture
def points():
    rng = np.random.default_rng(4)
    skill = rng.normal(size=40)
    made = {}
    for i, able in enumerate(skill):
        shares = np.clip(np.round(able + rng.normal(size=3) + 0.5, 1), 0, 1)
        made[f"s{i}"] = {
            name: (share * most, most)
            for name, share, most in zip(NAMES, shares.tolist(), POSSIBLE, strict=True)
        }
    return made


def test_as_other_formulas_say(points):
    items, alpha = analysed(points, {})
    for name, most in zip(NAMES, POSSIBLE, strict=True):
        own = [held[name][0] for held in points.values()]
        rest = [
            sum(earned for other, (earned, _) in held.items() if other != name)
            for held in points.values()
        ]
        assert items[name].difficulty == pytest.approx(statistics.fmean(own) / most)
        assert items[name].discrimination == pytest.approx(statistics.correlation(own, rest))
    # Alpha by the covariances of the exercises instead of the variance of their sum.
    table = [[held[name][0] for held in points.values()] for name in NAMES]
    each = [[statistics.covariance(one, other) for other in table] for one in table]
    own = sum(each[i][i] for i in range(3))
    assert alpha == pytest.approx(3 / 2 * (1 - own / sum(map(sum, each))))
    assert 0.3 < alpha < 0.95


def test_what_does_not_vary_has_no_correlation(points):
    few = dict(list(points.items())[:4])
    assert {one.discrimination for one in analysed(few, {})[0].values()} == {None}
    assert analysed(few, {})[1] is None
    level = {name: {"descend": (4.0, 4.0)} for name in points}
    items, alpha = analysed(level, {})
    assert (items["descend"].difficulty, items["descend"].discrimination) == (1.0, None)
    assert alpha is None
    assert analysed({}, {}) == ({}, None)


def test_an_exercise_that_was_not_handed_in_earned_nothing(points):
    points["s0"] = {"descend": (4.0, 4.0)}
    items, _ = analysed(points, {})
    shares = [held.get("quartic_walk", (0.0, 3.0))[0] / 3 for held in points.values()]
    assert items["quartic_walk"].difficulty == pytest.approx(statistics.fmean(shares))


def test_tries_and_times_are_medians_of_those_who_say_them(points, tmp_path):
    folders = {}
    for student, many, last in (("s0", 1, "10:00"), ("s1", 4, "10:20"), ("s2", 9, "11:00")):
        folders[student] = tmp_path / student / "01_one_dimension"
        folders[student].mkdir(parents=True)
        entry = {
            "tries": many,
            "first": "2026-03-01T10:00:00Z",
            "last": f"2026-03-01T{last}:00Z",
        }
        junk = {"tries": "many"}
        kept = {"01_one_dimension": {"check": {"descend": entry, "quartic_walk": junk}}}
        place = folders[student] if student == "s0" else folders[student].parent
        (place / "progress.json").write_text(json.dumps(kept))
    tries = {student: handed_in.tries(folder) for student, folder in folders.items()}
    items, _ = analysed(points, tries)
    assert (items["descend"].tries, items["descend"].minutes) == (4, 20)
    assert (items["quartic_walk"].tries, items["quartic_walk"].minutes) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["", "[1]", "nonsense", '{"01": 3}', '{"01": {"check": [1]}}', '{"01": {"check": {"a": 1}}}',
     '{"01": {"check": {"a": {"tries": 1e999}}}}', '{"01": {"check": {"a": {"tries": 0}}}}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_record_counts_as_nothing(text, tmp_path):
    folder = tmp_path / "01"
    folder.mkdir()
    (folder / "progress.json").write_text(text)
    assert handed_in.tries(folder) == {}


@pytest.mark.parametrize("last", ["2026-03-01T09:59:00Z", "2036-03-01T10:00:00Z", "noon", 7])
def test_a_time_that_cannot_be_is_none(last, tmp_path):
    """A clock that was put back between two tries."""
    folder = tmp_path / "01"
    folder.mkdir()
    entry = {"tries": 2, "first": "2026-03-01T10:00:00Z", "last": last}
    (folder / "progress.json").write_text(json.dumps({"01": {"check": {"a": entry}}}))
    assert handed_in.tries(folder) == {"a": (2, None)}


def test_only_what_nothing_explains_is_grouped_by_what_it_gave_back():
    def report(code):
        return examine(exercises()["mse"], namespace(code), graded=True)

    assert behaviour(report(dict(kept("mistakes", "mse"))["mse.half"])) == ""
    other = report("def mse(x, y, w, b):\n    return np.sum(np.cos(w * x + b * y))")
    assert behaviour(other).startswith(f"{other.wrong[0].text}: ")
