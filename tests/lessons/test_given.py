"""The names that the lessons' own cells bind are known: none of them is a misspelt answer.

`python tests/lessons/test_given.py` writes them.
"""

import ast
from pathlib import Path

import pytest

from authoring import markup
from authoring.build import lesson_files
from course.checks import attempts
from course.checks.outline import outline
from grading.answers import kept

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


def bound(code):
    return {binding.name for binding in outline(code).bindings}


def needed(cells):
    """Return the names that these cells use before one of them gives them a value."""
    found, own = set(), set()
    for cell in cells:
        for statement in ast.parse(cell.source).body:
            names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
            inner = {name.id for name in names if isinstance(name.ctx, ast.Store)}
            arguments = {node.arg for node in ast.walk(statement) if isinstance(node, ast.arg)}
            found |= {name.id for name in names} - inner - arguments - own
            own |= bound(ast.unparse(statement))
    return found


@pytest.mark.parametrize("lesson", lesson_files(), ids=lambda path: path.stem)
def test_no_right_answer_takes_a_name_that_cells_below_need(lesson):
    """Who calls a curvature `steep` must not lose the lesson's landscape of that name."""
    cells = [cell for cell in markup.read(lesson).cells if cell.cell_type == "code"]
    taken = []
    for i, cell in enumerate(cells):
        about = cell.metadata.get("nbgrader", {})
        if not about.get("solution"):
            continue
        name = about["grade_id"].removesuffix("-answer")
        own = [cell for cell in cells if "nbgrader" not in cell.metadata]
        given = set().union(*(bound(cell.source) for cell in cells[:i] if cell in own))
        below = needed(cell for cell in cells[i + 1 :] if cell in own) & given
        for dress, code in kept("right", name):
            modules = bound("\n".join(
                line for line in code.splitlines() if line.startswith(("import ", "from "))
            ))  # fmt: skip
            taken += [(name, dress, one) for one in (bound(code) - modules - {name}) & below]
    assert taken == []


if __name__ == "__main__":
    FILE.write_text(computed(), encoding="utf-8")
