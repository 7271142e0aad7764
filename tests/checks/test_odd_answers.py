"""Whatever an answer gives back: judges and mistakes look at it, and none of them stumbles."""

import numpy as np
import pytest

from course.answers import plain, snapshot
from course.checks import engine, exercises
from course.checks.compare import difference
from course.checks.deadline import clock
from course.checks.engine import judge
from course.checks.exercise import Call
from course.checks.families.numbers import each
from course.checks.help.features import FEATURES
from course.checks.help.symptoms import arguments, numbers

ODD = {
    "ragged": [[1.0, 2.0], [3.0]],
    "ragged pair": ([1, [2, 3]], [4]),
    "nothing in a list": [None, 1.0],
    "numbers by name": {"a": [1]},
    "too large for a float": 10**400,
    "two too large for a float": (10**400, 10**400),
    "layers too large for a float": [[10**400, 1.0]],
    "complex": 1j,
    "something": object(),
    "texts": ["a", "b"],
    "set": {1, 2},
    "list in square brackets": list[3.0],
    "empty": [],
    "empty array": np.empty((0, 2)),
    "bytes": b"x",
    "function": abs,
    "not a number": float("nan"),
    "truths": np.array([True, False]),
}


@pytest.mark.parametrize("name", exercises())
def test_no_judge_and_no_mistake_stumbles(name):
    exercise = exercises()[name]
    for odd in ODD.values():
        for probe in exercise.probes(None, fresh=1):
            args, _ = probe.copied()
            text = args[0] if exercise.values else name
            named = {} if exercise.values else exercise.named(probe)
            call = Call(probe, text=text, result=plain(odd), others=[plain(odd)], named=named)
            judge(exercise, call, probe.copied())
            for mistake in exercise.mistakes:
                if mistake.spot:
                    mistake.spot(call)


@pytest.mark.parametrize("name", exercises())
def test_a_list_that_holds_itself_is_only_wrong(name, monkeypatch):
    """NumPy would ask for more memory than there is; `weights.append(weights)` is soon written."""
    monkeypatch.setattr(engine, "STRICT", True)
    weights: list = []
    for _ in range(3):
        weights.append(weights)
    exercise = exercises()[name]
    names = exercise.values or (name,)
    for odd in (weights, (weights, weights), {"results": weights}):
        work = odd if exercise.values else lambda *args, odd=odd, **kwargs: odd
        report = engine.examine(exercise, dict.fromkeys(names, work))
        assert report.state == "wrong"
    assert (
        difference(1.0, snapshot(weights))
        == "it is a list with the list itself in it; asked for: one number"
    )


FUNCTIONS = [name for name, one in exercises().items() if not one.values]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_is_worked_out_late_is_worked_out_in_the_call(name, monkeypatch):
    """`map(float, losses)` in a dictionary stops only where the check looks at it."""
    monkeypatch.setattr(engine, "STRICT", True)
    exercise = exercises()[name]
    keys = ("losses", "batches", "results", "diverges", "w", "path")

    def work(*args, **kwargs):
        return {key: map(float, ["none"]) for key in keys}

    report = engine.examine(exercise, {name: work})
    assert {type(call.error) for call in report.calls} == {ValueError}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_probe_is_lost_in_the_tolerance(name):
    """An answer may be so small that any other small number would pass for it."""

    def larger(value):
        return 1.001 * value if np.asarray(value).dtype.kind == "f" else value

    exercise = exercises()[name]
    visible = exercise.probes(None, fresh=0)
    drawn = [exercise.probes(seed, fresh=0) for seed in range(8 if exercise.draw else 0)]
    for probe in visible + [one for probes in drawn for one in probes]:
        if probe.judge is None:
            args, named = probe.copied()
            right = exercise.reference(*args, **named)
            wrong = each(right, larger)
            same = difference(wrong, right, rtol=0.0, atol=0.0) is None
            assert same or exercise.difference(right, wrong), (probe.shows, args, named, right)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_symptom_stumbles_over_an_argument(name):
    """Where one does, a student is told nothing at all."""
    exercise = exercises()[name]
    for probe in exercise.probes(None, fresh=1):
        named = exercise.named(probe)
        assert all(callable(change) for _, _, change in arguments._other_questions(named))
        list(numbers._made_of(Call(probe, named=named)))
        assert {feature.has(named) for feature in FEATURES} <= {True, False}


def deep(rows, levels):
    """A list of lists of lists …, small in memory and large for whoever goes through it."""
    made = 1.0
    for _ in range(levels):
        made = [made] * rows
    return made


@pytest.mark.parametrize("name", ["descend", "sgd_epochs"])
@pytest.mark.parametrize("odd", [[[0.5] * 1000] * 1000, deep(12, 5)], ids=["wide", "deep"])
def test_the_search_for_help_has_an_end(name, odd, monkeypatch):
    """Each look at it takes long, and there are many."""
    monkeypatch.setattr(engine, "SEARCH_SECONDS", 0.3)
    monkeypatch.setattr(engine, "SECONDS_PER_CALL", 1.0)
    exercise = exercises()[name]
    without = engine.examine(exercise, {name: lambda *args, **kwargs: odd}, layers=0)
    # To keep what came back is no work of the student's, and takes none of their time.
    assert all(call.error is None for call in without.calls)
    begun = clock()
    engine._helps(without, {name: lambda *args, **kwargs: odd}, 1, engine.LAYERS)
    assert clock() - begun < 3
    assert without.state == "wrong"


def test_what_is_found_in_time_is_told(monkeypatch):
    """The search goes on where it has time, and none is left over for the next one."""
    name = "descend"
    work = {name: lambda *args, **kwargs: [[0.5] * 1000] * 1000}
    monkeypatch.setattr(engine, "SEARCH_SECONDS", 0.0)
    assert engine.examine(exercises()[name], work).state == "wrong"
    monkeypatch.undo()
    report = engine.examine(exercises()[name], {name: lambda *args, **kwargs: [0.0]})
    assert report.label == "descend.symptom-same-answer"
