"""What a reader tries in the open cells: no question is answered by it, no walk is cut off."""

import contextlib
import io
from functools import cache
from unittest.mock import MagicMock

import numpy as np
import pytest

from authoring import markup
from course import landscapes
from course_folder import ROOT

# By question: its lesson, what stands in an open cell, and what a reader may try there.
TRIED = {
    "mean-of-a-mask": ("00_start_here", "[150, 200, 250, 300]", "[150, 160, 250, 260]"),
    "first-step": ("01_one_dimension", "w, lr = -1.0, 0.1", "w, lr = -1.0, -0.1"),
    "after-twenty": ("01_one_dimension", "w = w - 0.1 *", "w = w - 0.5 *"),
    "three-rates": ("02_learning_rates", "lr in [0.01, 0.1, 0.9]:", "lr in [0.1, 0.5, 0.9]:"),
    "frozen": ("02_learning_rates", "lr=0.1, steps=100, gradient", "lr=0.01, steps=100, gradient"),
    "steepest": ("03_two_dimensions", "[8.0, 6.0])\nh = ", "[8.0, 4.0])\nh = "),
    "who-is-first": ("03_two_dimensions", "[8.0, 6.0])\nh = ", "[9.0, 6.0])\nh = "),
    "pointing": ("03_two_dimensions", "place = np.array([10.0, 1.0])", "place = np.array([1, 0])"),
    "signs-of-the-slopes": ("04_linear_regression", "= 0.05, 100.0", "= 0.2, 100.0"),
    "start-at-zero": ("04_linear_regression", "[0.0, 0.0], lr=1e-7", "[0.0, 100.0], lr=1e-7"),
    "way-to-two": ("04_linear_regression", "point_loss, [0.0, 0.0]", "point_loss, [0.0, 1.0]"),
    "which-weights-learn": ("05_many_features", "lr=1e-7, steps=1000)", "lr=3e-7, steps=1000)"),
    "training-error": (
        "05_many_features",
        "sales.x[:16], sales.y[:16]",
        "sales.x[:6], sales.y[:6]",
    ),
    "noise-of-32": ("06_mini_batches", "size=32", "size=4"),
    "steady-slope": ("07_momentum_and_adam", "total = 0.9 * total", "total = 0.5 * total"),
    "two-walks": ("07_momentum_and_adam", "lr=0.004", "lr=0.0004"),
    "fair-race": ("07_momentum_and_adam", "valley = ravine(100)", "valley = ravine(10)"),
    "two-rates": ("08_schedules", "low_rate = 0.1,", "low_rate = 0.001,"),
    "race": ("08_schedules", "annealing(0.1, total=600)", "annealing(0.001, total=600)"),
    "warm-up": ("08_schedules", "power_decay(0.05", "power_decay(0.01"),
    "adam-crosses": ("09_when_it_goes_wrong", "(3.0, 0.5), (3.0, 1.2)", "(3.0, 1.2), (3.0, 2.0)"),
    "saturated": ("10_a_small_network", "w1, w2 = 0.5, 3.0", "w1, w2 = 5.0, 3.0"),
    "how-many": ("10_a_small_network", "64 * 50 + 50 * 10, 50", "64 * 40 + 40 * 10, 40"),
    "plateau": ("09_when_it_goes_wrong", "(plateau, 5.0, lr=0.1", "(plateau, 1.0, lr=0.1"),
}
# What a picture or a folded cell says after a try: its lesson, what stands there, what is tried.
SAID = {
    "rate 0.05, step 3": ("02_learning_rates", "[0.001, 0.01, 0.1]:", "[0.001, 0.01, 0.05]:"),
    "after 5 steps': array": ("04_linear_regression", "lr=1e-7, steps=20)", "lr=1e-7, steps=5)"),
    "your fit, 9 steps at 0.1": ("04_linear_regression", "steps, lines = 500", "steps, lines = 9"),
    "40 points, the line": ("04_linear_regression", "noisy_line()\n", "noisy_line(n=40)\n"),
    "after 50 epochs": ("06_mini_batches", "0.02, 600", "0.02, 50"),
    "rate 0.2: ": ("08_schedules", "low_rate = 0.1,", "low_rate = 0.2,"),
    "epoch 30   rate 0.1:  0.00": ("08_schedules", "line.y, 10, rate", "line.y, 40, rate"),
    "after 10 epochs:   train": ("10_a_small_network", "epochs=30,", "epochs=10,"),
    "batches of 4 say": ("06_mini_batches", "size=32", "size=4"),
    "momentum, rate 0.0004": ("07_momentum_and_adam", "lr=0.004", "lr=0.0004"),
    "20 gradients in a": ("07_momentum_and_adam", "lr=0.018, steps=100", "lr=0.018, steps=20"),
    "RMSprop, rate 0.02": ("07_momentum_and_adam", "start, 0.2, 3000", "start, 0.02, 3000"),
    "from w = 3": ("08_schedules", "descend(quartic, 4.0, rate,", "descend(quartic, 3.0, rate,"),
    "w1 = 0.5:   loss 1.4237": ("10_a_small_network", "w1, w2 = 0.5, 3.0", "w1, w2 = 0.7, 3.0"),
    "steps of 32, rate 0.01: 96 %": ("10_a_small_network", "    lr=0.01,\n", "    lr=0.1,\n"),
}
# Pictures, questions and checks are not what is asked here.
ASIDE = ("figures", "check", "predict", "quick")


class RevealedError(Exception):
    """The questions that are looked for were reached."""


def run_through(lesson, stands, tried, reveal):
    """Run a lesson, its open cells changed; give what each cell drew and printed."""
    cells = markup.read(ROOT / "lessons" / f"{lesson}.py").cells
    open_ones = "".join(cell.source for cell in cells if "jupyter" not in cell.metadata)
    assert stands in open_ones
    aside = {name: MagicMock() for name in ASIDE} | {"reveal": reveal}
    names = {"__name__": "lesson"}
    for cell in (one for one in cells if one.cell_type == "code"):
        is_open = stands and "jupyter" not in cell.metadata
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(cell.source.replace(stands, tried) if is_open else cell.source, names)
        names |= {name: MagicMock() for name in names if name.startswith("explore_")}
        names |= {name: one for name, one in aside.items() if name in names}
        names |= {"built": names.get}
        yield str(aside["figures"].mock_calls) + printed.getvalue()
        aside["figures"].reset_mock()


def came_true(lesson, questions, stands="", tried=""):
    """Return what came true for these questions of a lesson; its open cells may be changed."""
    found = {}

    def reveal(name, *truths):
        if name in questions:
            found[name] = [one if isinstance(one, str) else bool(one) for one in truths]
        if found.keys() == questions:
            raise RevealedError

    with pytest.raises(RevealedError):
        list(run_through(lesson, stands, tried, reveal))
    return found


@cache
def as_written(lesson):
    """Return what came true for all these questions of a lesson as it is handed out."""
    return came_true(lesson, {name for name, (where, *_) in TRIED.items() if where == lesson})


@pytest.mark.parametrize("question", TRIED)
def test_what_is_tried_elsewhere_changes_no_answer(question):
    lesson, *tried = TRIED[question]
    assert came_true(lesson, {question}, *tried)[question] == as_written(lesson)[question]


@pytest.mark.parametrize("said", SAID)
def test_what_is_told_after_a_try_is_what_was_run(said):
    assert any(said in told for told in run_through(*SAID[said], MagicMock()))


def test_the_picture_of_a_guess_names_the_line_that_it_shows():
    cells = markup.read(ROOT / "lessons" / "04_linear_regression.py").cells
    source = next(c.source for c in cells if c.source.startswith("figures.errors_of_lines"))
    names = {"figures": MagicMock(), "houses": MagicMock(), "guess_w": 0.2, "guess_b": 90.0}
    exec(source, names)
    call = names["figures"].errors_of_lines.call_args
    assert call.args[2] == {"first guess: 0.2·size + 90": (0.2, 90.0)}
    assert "too low" not in call.kwargs["title"]


def test_weights_one_after_the_other_begin_at_whole_numbers_too():
    cells = markup.read(ROOT / "lessons" / "03_two_dimensions.py").cells
    names = {"np": np}
    exec(next(c.source for c in cells if c.source.startswith("def one_after_the_other")), names)
    walk = names["one_after_the_other"]
    whole, real = (walk(landscapes.bowl, start, 0.1, 10) for start in ([8, 6], [8.0, 6.0]))
    assert whole.tolist() == real.tolist()
