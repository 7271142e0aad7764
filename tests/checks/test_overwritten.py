"""A name of the course's that an answer took away is told, before a cell below stops."""

import ast

import numpy as np
import pytest

from authoring import markup
from authoring.build import lesson_files
from course import descent
from course.checks import exercises
from course.checks.engine import examine
from course.checks.overwritten import overwritten
from course.checks.report import view
from course.checks.runs import Run
from course.landscapes import bowl, quartic
from grading.answers import kept

FIRST = Run(
    1,
    "import numpy as np\n\nfrom course import descent\n"
    "from course.landscapes import (\n    bowl as round_bowl,\n    quartic,\n)",
)
NAMES = {"np": np, "descent": descent, "round_bowl": bowl, "quartic": quartic}


def written(code):
    exec(code, names := dict(NAMES))
    return names


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", ()),
        ("def quartic(w):\n    return w**4", ("quartic",)),
        ("descent = [3.0, 2.9]", ("descent",)),
        ("round_bowl, quartic = 1, 2", ("round_bowl", "quartic")),
        ("bowl = 3", ()),
        ("np = 3", ()),
        ("del quartic", ()),
        # Another one of the course's own, as a loop leaves it.
        (
            "from course.landscapes import parabola\nfor quartic in (quartic, parabola): pass",
            ("quartic",),
        ),
        ("quartic = 3\nfrom course.landscapes import quartic", ()),
    ],
)
def test_what_is_overwritten(code, told):
    assert overwritten([FIRST, Run(2, code)], written(code)) == told


def test_what_a_module_gives_that_was_loaded_again_is_the_same():
    class Landscape:
        __module__ = "course.landscapes"
        name = quartic.name

    assert overwritten([FIRST], NAMES | {"quartic": Landscape()}) == ()


def test_a_function_of_the_same_name_is_another_one():
    first = Run(1, "from course import check, finish")
    assert overwritten([first], written("from course import check, finish")) == ()
    own = "from course import check, finish\ndef check(name):\n    return name"
    assert overwritten([first], written(own)) == ("check",)


@pytest.mark.parametrize(
    "source", ["from course import", "course = 3", "from course import nothing"]
)
def test_a_cell_that_imports_nothing_of_it(source):
    assert overwritten([Run(1, source)], NAMES) == ()


def test_a_right_answer_is_right_and_the_name_is_told():
    exercise = exercises()["descend"]
    code = kept("right", "descend")[0][1] + "\n\ndef quartic(w):\n    return w**4\n"
    names = written(code)
    runs = [FIRST, Run(2, code)]
    report = examine(exercise, names, runs=runs)
    assert report.state == "right"
    assert report.overwritten == ("quartic",)
    told = view(report).text()
    assert "`quartic` is the lesson's, and your cells have given it another meaning" in told
    assert "run the lesson's first cell again" in view(report).html()
    assert "lesson's" not in view(examine(exercise, names, runs=runs, graded=True)).text()


@pytest.mark.parametrize("lesson", lesson_files(), ids=lambda path: path.stem)
def test_no_lesson_does_it_itself(lesson):
    cells = [cell for cell in markup.read(lesson).cells if cell.cell_type == "code"]
    imported, taken = set(), set()
    for cell in cells:
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("course"):
                imported |= {one.asname or one.name for one in node.names}
        bound = {
            name.id
            for statement in ast.parse(cell.source).body
            for name in ast.walk(statement)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        }
        taken |= bound & imported
    assert taken == set()
