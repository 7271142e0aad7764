"""The limits and the checks where Python runs in a browser: in Pyodide, here under Node.

Missing programs are told loudly.
"""

import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from authoring.site import lab, parts
from course.checks import exercises
from grading.answers import kept
from tests.support import limits
from tests.support.verdicts import earned

HERE = Path(__file__).parent.parent / "pyodide"
# Every so many-th of the kept answers; `make answers-in-pyodide` takes all of them.
EVERY = int(os.environ.get("EVERY", "12"))

# Training takes seconds for each answer, on both sides: these many right and wrong ones must do.
FEW = {"train_digits": (2, 6)}
# No points depend on the search for help, and it is a long one: for so many wrong answers of each
# exercise it is made in Pyodide, where it must not fail.
HELPED = 2
# How long Node may take, in seconds.
PATIENCE = 3000


def answers(exercise):
    for folder, few in zip(("right", "mistakes"), FEW.get(exercise, (None, None)), strict=True):
        for number, (name, code) in enumerate(kept(folder, exercise)[:few:EVERY]):
            answer = {"exercise": exercise, "code": code}
            if folder == "right" or number >= HELPED:
                answer["layers"] = 0
            yield f"{folder}: {name}", answer


@pytest.fixture(scope="module")
def pyodide(tmp_path_factory):
    """Return what calls a function of inside.py in Pyodide, and another one here meanwhile."""
    if program := parts.missing():
        pytest.skip(f"PYODIDE TESTS SKIPPED: {program} is not installed")
    lab.packages()

    def call(function, asked=None, meanwhile=lambda: None):
        folder = tmp_path_factory.mktemp(function)
        (folder / "asked").write_text(json.dumps(asked), encoding="utf-8")
        # KB: as in a browser, an answer that calls itself some hundred times has room for it.
        begin = ["node", "--stack-size=4000"]
        command = [*begin, HERE / "run.mjs", function, folder / "asked", folder / "told"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as node:
            try:
                here = meanwhile()
                printed, _ = node.communicate(timeout=PATIENCE)
            finally:
                node.kill()
        assert node.returncode == 0, printed.decode()[-3000:]
        return json.loads((folder / "told").read_text(encoding="utf-8")), here

    return call


@pytest.mark.usefixtures("pyodide")
def test_the_sums_are_those_of_the_pure_wheels_and_of_no_others():
    text = (lab.HERE / "pure.txt").read_text(encoding="utf-8")
    summed = dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))
    packages = lab.packages().items()
    assert summed == {
        name: entry["version"]
        for name, (entry, wheel) in packages
        if wheel.name.endswith("-none-any.whl")
    }


@pytest.fixture(scope="module")
def measured(pyodide):
    return pyodide("limits")[0]


@pytest.mark.parametrize("name", limits.ALL)
def test_a_limit(name, measured):
    if "failed" in measured[name]:
        pytest.fail(measured[name]["failed"], pytrace=False)
    print(measured[name]["measured"])


@pytest.fixture(scope="module")
def judged(pyodide):
    """Return (answer, what it earns here, what in Pyodide, seconds there) by exercise."""
    names, asked = zip(*(one for name in exercises() for one in answers(name)), strict=True)
    told, here = pyodide(
        "verdicts",
        {"answers": asked},
        meanwhile=lambda: [earned(**{**answer, "layers": 0}) for answer in asked],
    )
    by_exercise = {}
    for name, answer, points, (there, seconds) in zip(names, asked, here, told, strict=True):
        by_exercise.setdefault(answer["exercise"], []).append((name, points, there, seconds))
    return by_exercise


@pytest.mark.parametrize("exercise", exercises())
def test_every_kept_answer_earns_the_same(exercise, judged):
    differ = [
        f"{name}: {points} here, {there} in Pyodide"
        for name, points, there, _ in judged[exercise]
        if there != points
    ]
    assert not differ
    print(f"{len(judged[exercise])} answers, {sum(one[3] for one in judged[exercise]):.1f} s")


def test_the_answers_are_many(judged):
    folders = Counter(name.partition(":")[0] for group in judged.values() for name, *_ in group)
    assert folders["right"] > 400 / EVERY
    assert folders["mistakes"] > 1000 / EVERY
