"""Going back and running one cell again, after the last one, shows what it showed."""

import copy

import nbformat
import pytest

from authoring.build import lesson_files
from course_folder import ROOT
from tests.support.executing import execute

LESSONS = lesson_files()
# What the names are bound to after the last cell; it is brought back before each cell that is
# run again, so that each is run alone.
SAVE = "_saved = dict(globals())"
RESTORE = """\
for _name in set(globals()) - set(_saved) - {"_saved"}:
    del globals()[_name]
globals().update(_saved)"""


def shown(cell):
    """Return what a cell prints and shows, as text."""
    texts = [
        output.get("text") or output.get("data", {}).get("text/plain", "")
        for output in cell.outputs
    ]
    return "".join(texts)


def asks(cell):
    """Tell whether a cell asks for a prediction: once it is compared, its box says so."""
    return cell.source.startswith("predict(")


def changed(cells, folder):
    """Return the cells that show something else when they are run again, with both texts."""
    again = [copy.deepcopy(cell) for cell in cells]
    for i, cell in enumerate(again):
        cell["id"] = f"again-{i}"
    code = nbformat.v4.new_code_cell
    between = [one for cell in again for one in (code(RESTORE), cell)]
    notebook = nbformat.v4.new_notebook(cells=[*cells, code(SAVE), *between])
    execute(notebook, folder, allow_errors=True, coalesce_streams=True)
    before, after = notebook.cells[: len(cells)], notebook.cells[len(cells) + 2 :: 2]
    return [
        (one.source[:80], shown(one), shown(other))
        for one, other in zip(before, after, strict=True)
        if not asks(one) and (shown(one) != shown(other) or errors(other))
    ]


def errors(cell):
    return [output for output in cell.outputs if output.output_type == "error"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_each_cell_can_be_run_again(lesson, tmp_path):
    path = ROOT / "source" / lesson.stem / f"{lesson.stem}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    assert changed([cell for cell in cells if cell.cell_type == "code"], tmp_path) == []


def test_a_name_that_is_bound_twice_is_found(tmp_path):
    sources = ["w = 1", "print(w)", "w = 2", "w = 3\nprint(w)"]
    found = changed([nbformat.v4.new_code_cell(source) for source in sources], tmp_path)
    assert found == [("print(w)", "1\n", "3\n")]
