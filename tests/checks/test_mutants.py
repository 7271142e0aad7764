"""Every mutant of a reference answer that behaves differently is rejected."""

import pytest

from course.checks import engine, exercises
from tests.support.measure import MANY_SEEDS, measure_mutants
from tests.support.mutants import mutants


@pytest.fixture(autouse=True)
def short_limit(monkeypatch):
    """An endless mutant need not take as long as an endless student."""
    monkeypatch.setattr(engine, "SECONDS_PER_CALL", 1.0)


@pytest.mark.parametrize("name", list(exercises()))
def test_mutants_are_rejected(name):
    # A costly one trains a network for each draw; `make checks` takes all of them.
    found = measure_mutants(name, MANY_SEEDS[:3] if exercises()[name].costly else MANY_SEEDS)
    assert found.missed == []
    assert found.rejected > 0


def test_mutants_differ_from_the_program_and_from_each_other():
    code = "def f(a, b):\n    if a < b:\n        return a + 1\n    return b[0]\n"
    texts = [text for _, text in mutants(code)]
    assert len(texts) == len(set(texts)) > 10
    for expected in ("a <= b", "not a < b", "a - 1", "b[1]", "b + 1", "a + 2", "pass"):
        assert any(expected in text for text in texts), expected
