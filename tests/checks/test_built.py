"""built: what a student wrote goes on if it is right; else the course's own does."""

import numpy as np
import pytest

from course.checks import exercises
from course.checks.engine import examine
from course.validate import InputError

RIGHT = """
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    return w + v, v
"""
WRONG = RIGHT.replace("- lr", "+ lr")
UNTOUCHED = "def momentum_step(w, v, g, lr, beta):\n    raise NotImplementedError\n"


def fetched(code):
    names = {"np": np}
    exec(code, names)
    exec("from course import built\nstep = built('momentum_step')", names)
    return names["step"], names.get("momentum_step")


def test_a_right_function_is_used(capsys):
    step, own = fetched(RIGHT)
    assert step is own
    assert capsys.readouterr().out == "Your own momentum_step is at work here.\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [(WRONG, "not right yet"), (UNTOUCHED, "not right yet"), ("pass", "is in this notebook")],
)
def test_the_course_s_own_is_used_where_it_is_not_right(code, told, capsys):
    step, own = fetched(code)
    assert step is exercises()["momentum_step"].reference
    assert step is not own
    assert told in capsys.readouterr().out


def test_an_answer_that_fetches_itself_is_told_so(capsys):
    names = {"np": np}
    exec(
        "from course import built, check\n"
        "def momentum_step(w, v, g, lr, beta):\n"
        "    return built('momentum_step')(w, v, g, lr, beta)\n"
        "earned = check('momentum_step')",
        names,
    )
    assert names["earned"] == 0
    assert "fetches itself" in capsys.readouterr().out


def test_the_course_s_own_is_no_answer():
    names = {}
    exec("from course import built\nmomentum_step = built('momentum_step')", names)
    report = examine(exercises()["momentum_step"], names)
    assert (report.earned, report.label) == (0, "momentum_step.not-from-scratch")
    assert report.hint.startswith("your answer calls `built` of `course`. In this exercise you")


@pytest.mark.parametrize("name", ["momentum_stepp", "illness"])
def test_only_functions_can_be_fetched(name):
    with pytest.raises(InputError):
        exec(f"from course import built\nbuilt({name!r})", {})
