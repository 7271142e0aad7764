"""The names that the lessons' own cells bind are known: none of them is a misspelt answer.

`python tests/lessons/test_given.py` writes them.
"""

from pathlib import Path

from authoring import markup
from authoring.build import lesson_files
from course.checks import attempts
from course.checks.outline import outline

FILE = Path(attempts.__file__).with_name("given.txt")


def computed():
    """Return the names, sorted, a line each."""
    found = set()
    for path in lesson_files():
        for cell in markup.read(path).cells:
            if cell.cell_type == "code" and "nbgrader" not in cell.metadata:
                found |= {binding.name for binding in outline(cell.source).bindings}
    return "".join(f"{name}\n" for name in sorted(found))


def test_names_of_the_lessons():
    assert FILE.read_text(encoding="utf-8") == computed(), "run python tests/lessons/test_given.py"


if __name__ == "__main__":
    FILE.write_text(computed(), encoding="utf-8")
