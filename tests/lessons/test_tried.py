"""What a reader tries in the open cells: no question is answered by it, no walk is cut off."""

import contextlib
import io
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
    "plateau": ("09_when_it_goes_wrong", "(plateau, 5.0, lr=0.1", "(plateau, 1.0, lr=0.1"),
}
# Pictures, questions and checks are not what is asked here.
ASIDE = ("figures", "check", "predict", "quick")


class RevealedError(Exception):
    """The question that is looked for was reached; it holds what came true."""


def came_true(question, lesson, stands="", tried=""):
    """Return what came true for a question, after its lesson's cells; open ones may be changed."""
    cells = markup.read(ROOT / "lessons" / f"{lesson}.py").cells
    names = {"__name__": "lesson"}

    def reveal(name, *truths):
        if name == question:
            raise RevealedError([bool(truth) for truth in truths])

    changed = 0
    with pytest.raises(RevealedError) as found, contextlib.redirect_stdout(io.StringIO()):
        for cell in (one for one in cells if one.cell_type == "code"):
            source = cell.source
            if stands and stands in source and "jupyter" not in cell.metadata:
                source = source.replace(stands, tried)
                changed += 1
            exec(source, names)
            names |= {name: MagicMock() for name in names if name.startswith("explore_")}
            names |= {name: MagicMock() for name in ASIDE if name in names}
            names |= {"built": names.get, "reveal": reveal}
    assert changed or not stands
    return found.value.args[0]


@pytest.mark.parametrize("question", TRIED)
def test_what_is_tried_elsewhere_changes_no_answer(question):
    lesson, *tried = TRIED[question]
    assert came_true(question, lesson, *tried) == came_true(question, lesson)


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
