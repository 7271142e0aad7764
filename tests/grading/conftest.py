"""The sample class, graded once by the real nbgrader for all tests that look at it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from grading import sample_class
from grading.grade import Row, course_config, grade
from grading.gradebook import register
from grading.nbgrader_tools import ROOT


@dataclass
class Graded:
    root: Path
    class_: list[sample_class.HandIn]
    rows: list[Row]

    def row(self, student, lesson):
        return next(r for r in self.rows if (r.student, r.lesson) == (student, lesson))


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    root = tmp_path_factory.mktemp("class")
    class_ = sample_class.write(ROOT / "release", root / "submitted")
    names = sorted({hand_in.lesson for hand_in in class_})
    config = course_config(root)
    assert register(config, names) == names
    assert register(config, names) == [], "what the gradebook knows is not registered again"
    sample_class.set_due_date(config, names)
    return Graded(root, class_, grade(root))
