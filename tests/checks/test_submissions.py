"""Every kept right answer earns all points, every wrong one is rejected and named, none misnamed.

A wrong answer called "?" need not be named, but must be rejected.
"""

from collections import Counter

import pytest

from course.checks import engine, exercises, lessons
from course.checks.engine import examine
from course.checks.exercise import _by_name, _wanted
from grading.answers import kept
from tests.support.measure import namespace, untrue

# The visible check and hidden ones; `make checks` asks more of them.
SEEDS = (None, 1, 2)
# What the tests of wrong answers found: whether each was named.
NAMED = {}
# How many exercises have a mistake of this name.
SHARED = Counter(
    label
    for exercise in exercises().values()
    for label in {mistake.label.partition(".")[2] for mistake in exercise.mistakes}
)


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    """A fault in the search for help is an error here."""
    monkeypatch.setattr(engine, "STRICT", True)


@pytest.fixture
def short(monkeypatch):
    """Endless answers end sooner; what is right has the time that a student has."""
    monkeypatch.setattr(engine, "SECONDS_PER_CALL", 1.0)


def cases(folder):
    return [
        pytest.param(name, label, code, id=f"{name}: {label}")
        for name in exercises()
        for label, code in kept(folder, name)
    ]


@pytest.mark.parametrize(("name", "dress", "code"), cases("right"))
def test_right_answer_earns_everything(name, dress, code):
    # Where each look takes a second, the visible check and one hidden draw must do.
    # One after the other, as in a notebook: no check may leave less than it found.
    names = namespace(code)
    for seed in SEEDS[:2] if exercises()[name].costly else SEEDS:
        report = examine(exercises()[name], names, seed)
        wrong = [(call.text, call.result, call.complaint) for call in report.wrong]
        assert report.state == "right", f"seed {seed}: {wrong}"
        assert report.earned == report.possible


@pytest.mark.parametrize(("name", "label", "code"), cases("mistakes"))
def test_wrong_answer_is_rejected_and_named(name, label, code, short, request):
    names = namespace(code)
    if "+" in label:
        request.getfixturevalue("unhurried")
    # All layers look at the visible check; a hidden one must tell the same name.
    layers = {None: 2, 1: 1}
    reports = [examine(exercises()[name], names, seed, layers=layers[seed]) for seed in layers]
    assert all(report.attempted for report in reports)
    assert all(report.state != "right" for report in reports)
    assert all(report.earned < max(report.possible, 0.01) for report in reports)
    if label != "?":
        assert {report.label for report in reports} == {label}
    NAMED[name, label, code] = bool(reports[0].label)


def test_at_least_95_percent_of_the_mistakes_are_named():
    """Those called "?" count too; a run of a part of the tests has nothing to say here."""
    wrong = cases("mistakes")
    assert len(wrong) > 1000
    if len(NAMED) == len({case.values for case in wrong}):
        assert sum(NAMED.values()) / len(NAMED) >= 0.95


@pytest.mark.parametrize(("name", "label", "code"), cases("misread"))
def test_answer_is_not_told_to_be_what_it_is_not(name, label, code, short):
    names = namespace(code)
    # All layers look at the visible check; at a hidden one, those that could tell this label.
    for seed, layers in {None: 2, 1: 2 if ".symptom-" in label else 1}.items():
        report = examine(exercises()[name], names, seed, layers=layers)
        assert report.state == "wrong"
        assert label not in {help.label for help in report.helps}
        assert untrue(exercises()[name], names, report) == []


@pytest.mark.parametrize("name", list(exercises()))
def test_every_exercise_has_kept_answers(name):
    for folder in ("right", "mistakes"):
        assert kept(folder, name), f"tests/submissions/{folder}/{name}.py has no answer"


@pytest.mark.parametrize("name", list(exercises()))
def test_every_function_names_its_arguments(name):
    """By these names re-enactments are asked, and call texts and symptoms tell of arguments."""
    exercise = exercises()[name]
    assert bool(exercise.arguments) != bool(exercise.values)
    changes = [(one.label, form.change) for one in exercise.mistakes for form in one.forms]
    for label, change in changes:
        if change and exercise.arguments:
            named = {*change.asked, *(_wanted(change.answered)[1:] if change.answered else ())}
            named.update(*(_wanted(value) for value in change.asked.values() if callable(value)))
            assert named <= {*_by_name(exercise.reference)[0]}, f"{label} can never be told"


def test_no_two_exercises_have_one_name():
    """The later one would be asked in both lessons."""
    names = Counter(one.name for group in lessons().values() for one in group)
    assert [name for name, many in names.items() if many > 1] == []


@pytest.mark.parametrize("name", list(exercises()))
def test_every_named_mistake_is_proven(name):
    """By a kept answer; or, where a family brings it along, by its own re-enactment."""
    exercise = exercises()[name]
    proven = {label for label, _ in kept("mistakes", name)}
    for mistake in exercise.mistakes:
        if mistake.label in proven or ".symptom-" in mistake.label:
            continue
        # Only what another exercise has, too, can be a family's.
        shared = SHARED[mistake.label.partition(".")[2]] > 1
        assert mistake.forms, f"{mistake.label} has no kept answer"
        assert shared, f"{mistake.label} has no kept answer"
        told = {
            examine(exercise, {name: form}).label for form in mistake.forms if not exercise.values
        }
        assert mistake.label in told, f"{mistake.label} is never told: {told}"
