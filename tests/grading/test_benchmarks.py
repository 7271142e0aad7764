"""The benchmarks still know what they measure: their parts run, on one submission."""

from importlib import import_module

import pytest
from click.testing import CliRunner

from benchmarks import checks, grading, load, similar
from benchmarks.grading import copies, floor, submissions
from tests.support.class_of_one import LESSON


def test_the_floor_is_measured():
    works = submissions([LESSON], 1)
    assert all(seconds > 0 for seconds in floor(works))
    assert len({one.notebook for one in copies(works, 3)}) == 3


def test_an_exercise_that_is_not_there_is_told_before_anything_is_measured():
    done = CliRunner().invoke(checks.main, ["--only", "fti"])
    assert done.exit_code == 2
    assert "'fti' is not one of" in done.output
    assert "'fit'" in done.output


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (checks, ["--faults", "-1"]),
        (checks, ["--seed", "-1"]),
        (grading, ["--sample", "0"]),
        (grading, ["--many", "0"]),
        (load, ["--students", "0"]),
        (similar, ["--copies", "0"]),
        (similar, ["--students", "9", "--copies", "9"]),
        (similar, ["--only", "fti"]),
    ],
)
def test_what_cannot_be_measured_is_told_before_anything_is(command, arguments):
    done = CliRunner().invoke(command.main, arguments)
    assert done.exit_code == 2
    assert "Error: Invalid value" in done.output


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("engines", ["--only", "chrome"]),
        ("explorers", ["--moves", "0"]),
        ("site", ["--runs", "0"]),
    ],
)
def test_what_cannot_be_measured_in_a_browser_is_told_before_anything_is(name, arguments):
    pytest.importorskip("playwright")
    done = CliRunner().invoke(import_module(f"benchmarks.{name}").main, arguments)
    assert done.exit_code == 2
    assert "Error: Invalid value" in done.output


def test_of_an_explorer_that_does_not_ask_python_the_other_claims_are_told(capsys):
    pytest.importorskip("playwright")
    explorers = import_module("benchmarks.explorers")
    targets = explorers.targets("explore_factor")
    assert "python" not in {one.kind for one in targets}
    explorers.report({one: ([20.0, 30.0], 30.0) for one in targets}, [1.2])
    told = capsys.readouterr().out
    assert "| main slider: p95 in ms | at most 33.4 | 29.5 | yes |" in told
    assert "asking Python" not in told.partition("| claim |")[2]
