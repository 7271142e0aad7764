"""Every kept right answer earns all points, every wrong one is rejected and named.

A wrong answer called "?" need not be named, but must be rejected.
"""

import contextlib
import io

import numpy as np
import pytest

from course.checks import exercises
from course.checks.engine import examine
from grading.answers import kept

SEEDS = (None, 1, 2, 3)
# What the tests of wrong answers found: whether each was named.
NAMED = {}


def cases(folder):
    return [
        pytest.param(name, label, code, id=f"{name}: {label}")
        for name in exercises()
        for label, code in kept(folder, name)
    ]


def work_of(code):
    namespace = {"np": np}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, "answer", "exec"), namespace)
    return namespace


@pytest.mark.parametrize(("name", "dress", "code"), cases("right"))
def test_right_answer_earns_everything(name, dress, code):
    for seed in SEEDS:
        report = examine(exercises()[name], work_of(code), seed)
        wrong = [
            (call.text, call.result, call.complaint) for call in report.calls if not call.right
        ]
        assert report.earned == report.possible, f"seed {seed}: {wrong}"


@pytest.mark.parametrize(("name", "label", "code"), cases("mistakes"))
def test_wrong_answer_is_rejected_and_named(name, label, code):
    reports = [examine(exercises()[name], work_of(code), seed) for seed in SEEDS]
    assert all(report.attempted for report in reports)
    # Values have no other inputs: the hidden check may look at other values than the wrong one.
    rejected = [report for report in reports if report.earned < report.possible]
    assert rejected if exercises()[name].values else len(rejected) == len(SEEDS)
    if label != "?":
        assert {report.label for report in rejected} == {label}
    NAMED[name, label, code] = all(report.label for report in rejected)


def test_at_least_95_percent_of_the_mistakes_are_named():
    """Those called "?" count too; a run of a part of the tests has nothing to say here."""
    wrong = cases("mistakes")
    assert len(wrong) > 1000
    if len(NAMED) == len({case.values for case in wrong}):
        assert sum(NAMED.values()) / len(NAMED) >= 0.95


@pytest.mark.parametrize("name", list(exercises()))
def test_every_named_mistake_is_proven(name):
    proven = {label for label, _ in kept("mistakes", name)}
    assert {mistake.label for mistake in exercises()[name].mistakes} <= proven
