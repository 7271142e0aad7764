"""The sample class, graded once for all tests that look at it; and a gradebook to begin with."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from grading import sample_class
from grading.grade import Row, course_config, grade, known_lessons
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
def gradebook_file(tmp_path_factory):
    """Return a gradebook that knows every lesson and no student."""
    root = tmp_path_factory.mktemp("gradebook")
    config, names = course_config(root), known_lessons()
    assert register(config, names) == names
    assert register(config, names) == [], "what the gradebook knows is not registered again"
    sample_class.set_due_date(config, names)
    return root / "gradebook.db"


@pytest.fixture(scope="session")
def graded(tmp_path_factory, gradebook_file):
    root = tmp_path_factory.mktemp("class")
    shutil.copy(gradebook_file, root)
    class_ = sample_class.write(ROOT / "release", root / "submitted")
    return Graded(root, class_, grade(root))
