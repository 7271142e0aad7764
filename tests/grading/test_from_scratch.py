"""A landscape's loss may be asked for everywhere, its slope and its making only where allowed."""

import numpy as np
import pytest

from course import descent, landscapes, network, regression
from course.landscapes import (
    Landscape,
    parabola,
    ravine,
    rosenbrock,
    slope_error,
    squared_error,
)
from course.network import RELU, SIGMOID, TANH
from course.scratch import shortcut, watched
from grading.isolation.guest import from_scratch

ALL = {name: one for name, one in vars(landscapes).items() if isinstance(one, Landscape)}


@pytest.fixture
def ready(monkeypatch):
    monkeypatch.setattr(from_scratch, "READY", from_scratch.ready_made())


@pytest.mark.parametrize("name", ALL)
def test_a_loss_is_no_solution(name, ready):
    curve = ALL[name]
    w = np.ones(2) if curve.dimensions == 2 else 1.0
    used = set()
    with watched(used):
        here = curve(w)
    with from_scratch.blocked([]):
        graded = curve(w)
    assert shortcut(used, ()) == ""
    assert graded == here


@pytest.mark.parametrize(
    "call",
    [
        lambda: parabola.gradient(1.0),
        lambda: rosenbrock.gradient(np.ones(2)),
        lambda: squared_error([1.0, 2.0], [2.0, 3.0])([1.0, 0.0]),
    ],
)
def test_all_else_is_one(call):
    used = set()
    with watched(used):
        call()
    assert shortcut(used, ()).startswith("course.landscapes.")
    assert shortcut(used, ("course.landscapes", "numpy.lstsq")) == ""


@pytest.mark.parametrize(
    "call",
    [
        lambda: descent.central_difference(parabola, 3.0),
        lambda: network.dense_backward(np.ones((1, 1)), np.ones((1, 1)), np.ones((1, 1))),
        lambda: network.sigmoid_backward(1.0, 0.5),
        lambda: regression.predictions([1.0, 2.0], 1.0, 1.0),
    ],
)
def test_what_explains_its_errors_is_refused_when_graded(call, ready):
    call()
    with from_scratch.blocked([]), pytest.raises(RuntimeError, match="write it yourself"):
        call()
    call()


HELD = [(curve, field) for curve in ALL.values() for field in ("gradient", "curvature")]


@pytest.mark.parametrize(
    ("owner", "field"), [*HELD, *((one, "slope") for one in (SIGMOID, TANH, RELU))]
)
def test_slopes_that_are_held_are_refused_when_graded(owner, field, ready):
    """Where nobody watches, too: an answer can switch the watching off, or open the closure."""
    asked = getattr(owner, field)
    behind = dict(zip(asked.__code__.co_freevars, asked.__closure__ or (), strict=True))
    inner = behind["answer"].cell_contents if behind else asked
    w = np.ones(2) if getattr(owner, "dimensions", 2) == 2 else 1.0
    before = asked(w)
    with from_scratch.blocked([]):
        for one in (asked, inner):
            with pytest.raises(RuntimeError, match="write it yourself"):
                one(w)
    with from_scratch.blocked([type(owner).__module__]):
        assert np.array_equal(asked(w), before)
    assert np.array_equal(asked(w), before)


@pytest.mark.parametrize(
    "make",
    [
        lambda: squared_error([1.0, 2.0], [2.0, 3.0]),
        lambda: slope_error([1.0, 2.0], [2.0, 3.0]),
        lambda: ravine(25.0),
    ],
    ids=["squared_error", "slope_error", "ravine"],
)
def test_making_a_landscape_is_refused_when_graded(make, ready):
    make()
    # Without NumPy's solvers, which refuse, too, and which one of them calls.
    with from_scratch.blocked(["numpy"]), pytest.raises(RuntimeError, match="write it yourself"):
        make()
