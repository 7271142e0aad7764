"""With a secret of the course's own, nobody can work out the hidden inputs from the repository."""

import nbformat
import pytest

from course.checks import exercises, secret
from course_folder import ROOT
from grading import sample_class
from grading.exam.lesson import code_digest
from grading.isolation.sandbox import Sandbox, what_is_missing
from tests.support.class_of_one import LESSON, SMALL, filled, graded

isolated = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")
WORDS = "correct-horse"
# Right on what the repository shows, and on what its hidden check would draw; wrong elsewhere.
LEARNT = """
def numerical_gradient(f, w, h=1e-5):
    known = {known!r}
    places = [w for places in known for w in places]
    return (f(w + h) - f(w - h)) / (2 * h) if any(abs(w - k) < 1e-9 for k in places) else 0.0
"""
HUNT = """
import glob, os
found = [dict(os.environ)]
for file in glob.glob("/proc/*/environ"):
    try:
        found.append(open(file, "rb").read())
    except OSError as error:
        found.append(type(error).__name__)
print("looked at", len(found), "places", found)
"""


def test_without_a_secret_all_is_as_the_lesson_says(monkeypatch):
    monkeypatch.delenv(secret.VARIABLE, raising=False)
    assert secret.seed_for("descend", 20418) == 20418
    assert secret.seed_for("descend", None) is None
    assert secret.fingerprint() == b""


def test_draws_depend_on_secret_exercise_and_seed(monkeypatch):
    drawn = set()
    for words in ("one", "two"):
        monkeypatch.setenv(secret.VARIABLE, words)
        assert secret.seed_for("descend", None) is None
        drawn |= {secret.seed_for(name, seed) for name in ("descend", "fit") for seed in (1, 2)}
        assert secret.seed_for("descend", 1) == secret.seed_for("descend", 1)
        assert words.encode() not in secret.fingerprint()
    assert len(drawn) == 8


def test_another_secret_grades_again(monkeypatch):
    digests = set()
    for words in ("", "one", "two"):
        monkeypatch.setenv(secret.VARIABLE, words)
        digests.add(code_digest())
    assert len(digests) == 3


def places(name, seed):
    """Return the weights at which a hidden check of a slope asks."""
    return [probe.args[1] for probe in exercises()[name].probes(seed, 0) if len(probe.args) > 1]


@isolated
def test_who_learnt_the_hidden_inputs_earns_nothing_by_it(monkeypatch):
    name = "numerical_gradient"
    seed = next(
        int(cell.source.partition("seed=")[2].split(")")[0])
        for cell in nbformat.read(ROOT / "source" / LESSON / f"{LESSON}.ipynb", 4).cells
        if f'check("{name}", seed=' in cell.source
    )
    known = [[float(w) for w in places(name, one)] for one in (None, seed)]
    answer = filled({name: LEARNT.format(known=known)})
    right = filled(sample_class.answers("full_marks", LESSON))
    earned = {}
    for words in ("", WORDS):
        monkeypatch.setenv(secret.VARIABLE, words)
        with Sandbox(("numpy",), SMALL) as sandbox:
            earned[words] = graded(answer, sandbox).scores
            scores = graded(right, sandbox).scores
        assert [cell for cell, score in scores.items() if not score] == []
    assert earned[WORDS][f"{name}-hidden"] < earned[""][f"{name}-hidden"]


@isolated
def test_no_submission_reads_it(monkeypatch):
    monkeypatch.setenv(secret.VARIABLE, WORDS)
    with Sandbox(("numpy",), SMALL) as sandbox:
        made = graded(
            filled({"before": HUNT, **sample_class.answers("full_marks", LESSON)}), sandbox
        )
    text = nbformat.writes(made.notebook)
    assert "looked at" in text
    assert WORDS not in text
