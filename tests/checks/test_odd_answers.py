"""Whatever an answer gives back: judges and mistakes look at it, and none of them stumbles."""

import numpy as np
import pytest

from course.answers import plain
from course.checks import exercises
from course.checks.engine import judge
from course.checks.exercise import Call
from course.checks.help import symptoms
from course.checks.help.features import FEATURES

ODD = {
    "ragged": [[1.0, 2.0], [3.0]],
    "ragged pair": ([1, [2, 3]], [4]),
    "nothing in a list": [None, 1.0],
    "numbers by name": {"a": [1]},
    "too large for a float": 10**400,
    "complex": 1j,
    "something": object(),
    "texts": ["a", "b"],
    "set": {1, 2},
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
            call = Call(probe, text=text, result=plain(odd), again=plain(odd), named=named)
            judge(exercise, call, probe.copied())
            for mistake in exercise.mistakes:
                if mistake.spot:
                    mistake.spot(call)


@pytest.mark.parametrize("name", [name for name, one in exercises().items() if not one.values])
def test_no_symptom_stumbles_over_an_argument(name):
    """Where one does, a student is told nothing at all."""
    exercise = exercises()[name]
    for probe in exercise.probes(None, fresh=1):
        named = exercise.named(probe)
        assert all(callable(change) for _, _, change in symptoms._other_questions(named))
        assert list(symptoms._made_of(Call(probe, named=named))) is not None
        assert {feature.has(named) for feature in FEATURES} <= {True, False}
