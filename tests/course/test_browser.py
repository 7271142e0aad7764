"""How long a cell may take in a browser."""

import sys

import pytest

from course import browser
from course.browser import LESSON, OWN, cell_id, seconds_for

OWN_CELL = "made-of-another-text"


def test_a_lesson_s_cell_a_check_and_one_that_asks_have_long():
    source = "while True:\n    pass"
    assert seconds_for(source, cell_id(source)) == LESSON
    assert seconds_for(source, "descend-check") == LESSON
    assert seconds_for(source, "map") == LESSON
    assert seconds_for(f"# up to 60 s\n{source}", OWN_CELL) == 60
    assert seconds_for(source, OWN_CELL) == OWN


@pytest.mark.parametrize(
    "source",
    ["import sklearn", "x = 1\nfrom sklearn.linear_model import Ridge", "  import sklearn"],
)
def test_a_package_may_take_its_time_when_it_is_first_imported(source, monkeypatch):
    """scikit-learn takes ten seconds: to be asked whether a loop ends would be no help."""
    for name in [name for name in sys.modules if name.split(".")[0] == "sklearn"]:
        monkeypatch.delitem(sys.modules, name)
    assert seconds_for(source, OWN_CELL) == LESSON
    monkeypatch.setitem(sys.modules, "sklearn", browser)
    assert seconds_for(source, OWN_CELL) == OWN


def test_a_module_of_the_students_may_not(tmp_path, monkeypatch):
    (tmp_path / "of_mine.py").write_text("while True:\n    pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert seconds_for("import of_mine", OWN_CELL) == OWN


@pytest.mark.parametrize(
    "source", ["import nowhere_at_all", "import os", "important = 1", "from . import a"]
)
def test_what_is_no_package_has_little(source):
    assert seconds_for(source, OWN_CELL) == OWN
