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
    said = capsys.readouterr().out
    assert told in said
    assert "When your work is graded, your own is taken" in said


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
    assert report.hint.startswith("your answer calls the course's own function, which `built`")


BEFORE = """
from course import built
def momentum_step(w, v, g, lr, beta):
    return step(w, v, g, lr, beta)
"""
INSIDE = """
from course import built
def steps(f, w):
    return built("numerical_gradient")(f, w)
def quartic_walk(start):
    from course.landscapes import quartic
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * steps(quartic, weights[-1]))
    for k in range(0, 201, 50):
        print(k, f"{weights[k]:.4f}", f"{quartic(weights[k]):.4f}")
    return weights
"""
OWN = """
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h)
"""


@pytest.mark.parametrize(
    ("name", "code", "state"),
    [
        ("momentum_step", BEFORE + "step = built('momentum_step')", "wrong"),
        ("quartic_walk", INSIDE, "wrong"),
        ("quartic_walk", OWN + INSIDE, "right"),
    ],
)
def test_an_answer_that_calls_the_course_s_own_is_not_right(name, code, state):
    """Where it is graded, only a student's own functions are there."""
    names = {"np": np}
    exec(code, names)
    report = examine(exercises()[name], names)
    assert report.state == state
    assert ("which `built` gave" in (report.hint or "")) == (state == "wrong")


@pytest.mark.parametrize("name", ["momentum_stepp", "illness"])
def test_only_functions_can_be_fetched(name):
    with pytest.raises(InputError):
        exec(f"from course import built\nbuilt({name!r})", {})
