"""Broken submissions are graded as far as they go, and a sentence says what is wrong."""

import dataclasses
import json
import time

import nbformat
import pytest

from grading import sample_class
from grading.exam import proxies
from grading.exam.examiner import problem
from grading.exam.proxies import checked_outputs
from grading.isolation.sandbox import Sandbox, what_is_missing
from tests.support.class_of_one import LESSON, SMALL, data, filled, graded, lesson, released, total

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")
FULL = sample_class.possible(LESSON)
RIGHT = sample_class.answers("full_marks", LESSON)
CHECKS = ("check", "hidden")


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(lesson().modules, SMALL) as held:
        yield held


def cell_of(notebook, name):
    return next(
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )


def lost(name):
    """Return the points of an exercise."""
    points = [
        cell.nbgrader["points"]
        for cell in lesson().cells
        if cell.is_check and cell.answer == f"{name}-answer"
    ]
    assert points
    return float(sum(points))


def test_untouched(sandbox):
    result = graded(released(), sandbox)
    assert (total(result), result.notes, result.error) == (0, [], "")
    assert all(result.unanswered.values())


def test_all_right(sandbox):
    result = graded(filled(RIGHT), sandbox)
    assert (total(result), result.notes) == (FULL, [])
    assert not any(result.unanswered.values())


@pytest.mark.parametrize("shape", ["0", "(0, 2)", "(2, 0, 3)"])
def test_an_empty_array_is_a_wrong_answer(sandbox, shape):
    wrong = f"import numpy as np\ndef descend(grad, w0, lr, steps):\n    return np.zeros({shape})"
    result = graded(filled(RIGHT | {"descend": wrong}), sandbox)
    assert total(result) == FULL - lost("descend")
    if "2, 0, 3" in shape:
        assert "np.empty((2, 0, 3))" in str(result.found)


def test_syntax_error_in_one_answer(sandbox):
    result = graded(filled(RIGHT | {"deeper_valley": "which_valley = = 'right'"}), sandbox)
    assert total(result) == FULL - lost("deeper_valley")
    text = str(cell_of(result.notebook, "deeper_valley-answer").outputs)
    assert "SyntaxError" in text
    # Where it is in the kernel, `<ipython-input-3-…>`, is nothing to a reader.
    assert result.notes == ["deeper_valley: stopped in line 1, SyntaxError: invalid syntax"]


def test_an_answer_in_which_no_name_is_found_was_attempted(sandbox):
    result = graded(filled(RIGHT | {"descend": "function descend(w0) {\n  return 5\n}"}), sandbox)
    told = str(cell_of(result.notebook, "descend-check").outputs)
    assert "is not Python yet" in told
    assert "not attempted" not in told


def test_an_endless_loop_costs_its_time_once(sandbox):
    loop = "def descend(grad, w0, lr, steps):\n    while True:\n        pass"
    answers = RIGHT | {"descend": loop}
    result = graded(filled(answers), sandbox)
    assert result.scores["descend-check"] == 0
    assert result.scores["numerical_gradient-hidden"] > 0
    assert result.seconds["checks"] < 2 * SMALL.call * SMALL.patience + 2


def test_an_endless_loop_in_a_cell(sandbox):
    result = graded(filled(RIGHT | {"before": "while True: pass"}), sandbox)
    assert total(result) == FULL
    assert any("was still running after" in note for note in result.notes)


def told(result, cell):
    """Return what the check of a cell told its student."""
    return str(cell_of(result.notebook, cell).outputs)


def test_each_check_tells_what_was_wrong_with_an_answer_that_is_asked_no_more(sandbox):
    answers = {
        "descend": "def descend(grad, w0, lr, steps):\n    while True:\n        pass",
        "numerical_gradient": "import os\ndef numerical_gradient(f, w, h=1e-4):\n    os._exit(0)",
    }
    result = graded(filled(answers), sandbox)
    states = {one.cell: one.state for one in result.found if one.exercise in answers}
    assert states == {f"{name}-{check}": "wrong" for name in answers for check in CHECKS}
    for check in CHECKS:
        assert "was still running after" in told(result, f"descend-{check}")
        ended = told(result, f"numerical_gradient-{check}")
        assert "its process ended when numerical_gradient was called" in ended
        assert "in your line" not in ended, "that would be one of the grader's own"


@pytest.mark.parametrize(
    "unreadable",
    [
        "list(range(300_000))",
        "__import__('itertools').count()",
        "(__import__('sys').exit() for _ in 'a')",
    ],
)
def test_a_value_that_cannot_be_read_costs_no_other(unreadable, sandbox):
    before = graded(filled(RIGHT), sandbox).scores
    answer = f"{RIGHT['article_table']}\ntrue_final_weight = {unreadable}"
    result = graded(filled({"article_table": answer}), sandbox)
    for check in CHECKS:
        name = f"article_table-{check}"
        assert 0 < result.scores[name] < before[name]
        assert "Looked at" in told(result, name)
        assert "still to be set" not in told(result, name)
        assert "in your line" not in told(result, name)


def test_names_in_what_is_told_of_an_error_are_the_students(sandbox):
    """And none of those that the grader's own functions have where they pass it on."""
    answers = {
        "descend": "def descend(grad, w0, lr, steps):\n    weights = [w0]\n    return wieghts",
        # Almost what a variable of `Work._result` is called.
        "numerical_gradient": "def numerical_gradient(f, w, h=1e-4):\n    return tol",
        # It calls an exercise that is not written yet.
        "quartic_walk": (
            "def slope(w):\n    raise NotImplementedError\n"
            "def quartic_walk(start):\n    return slope(start)"
        ),
    }
    result = graded(filled(answers), sandbox)
    for check in CHECKS:
        assert "Did you mean <code>weights</code>" in told(result, f"descend-{check}")
        assert "Did you mean" not in told(result, f"numerical_gradient-{check}")
        walk = told(result, f"quartic_walk-{check}")
        assert "<code>slope</code>, which your answer calls, is not written yet" in walk


def test_deleted_cells(sandbox):
    notebook = filled(RIGHT)
    gone = ["descend-check", "descend-hidden", "deeper_valley-answer", "quartic_walk-statement"]
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in gone
    ]
    result = graded(notebook, sandbox)
    assert total(result) == FULL - lost("deeper_valley")
    assert any(note.startswith("4 cells were missing") for note in result.notes)


def test_duplicated_cells(sandbox):
    notebook = filled(RIGHT)
    for name in ("descend-answer", "descend-check"):
        again = nbformat.from_dict(json.loads(json.dumps(cell_of(notebook, name))))
        again["id"] = f"{name}-again"
        notebook.cells.append(again)
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert (
        "the cell descend-answer is there 2 times; the one above its check counts" in result.notes
    )


@pytest.mark.parametrize("again", [(True, True), (True, False), (False, True)])
def test_all_cells_pasted_twice(again, sandbox):
    """As where all was copied to begin anew: the work is in both halves, or in one of them."""
    halves = [filled(RIGHT) if full else released() for full in again]
    notebook = nbformat.from_dict(json.loads(json.dumps(halves[0])))
    notebook.cells += halves[1].cells
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    result = graded(notebook, sandbox)
    assert total(result) == FULL, result.notes
    assert any(
        note.startswith("each of ") and "is there 2 times; the last one counts: " in note
        for note in result.notes
    ), result.notes


def test_reordered_cells(sandbox):
    notebook = filled(RIGHT)
    checks = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    others = [c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells = checks + others
    assert total(graded(notebook, sandbox)) == FULL


def _from_the_end(cells):
    cells.reverse()


def _imports_last(cells):
    cells.append(cells.pop(next(i for i, cell in enumerate(cells) if "import " in cell.source)))


def _an_answer_first(cells):
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
    cells.insert(0, cells.pop(names.index("descend-answer")))


@pytest.mark.parametrize("move", [_from_the_end, _imports_last, _an_answer_first])
def test_an_answer_above_what_it_needs(move, sandbox):
    notebook = filled(RIGHT)
    move(notebook.cells)
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert result.notes == [
        "cells are not in the lesson's order; what they need of it ran before them"
    ]


def test_a_lesson_cell_that_is_missing_has_what_it_needs(sandbox):
    """It runs before the rest, and its own first line may need an import."""
    notebook = filled(RIGHT)
    own = next(c for c in notebook.cells if c.source.startswith("walk = descent.descend("))
    notebook.cells.remove(own)
    notebook.cells.append(nbformat.v4.new_code_cell("again = distance[0]\nprint('as', again)"))
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert "'as 5.0" in str(result.notebook.cells[-1].outputs)
    assert result.notes == ["1 of the lesson's own code cells were missing and ran all the same"]


def test_retyped_cells(sandbox):
    notebook = filled(RIGHT)
    for name in ("descend-answer", "descend-check"):
        cell = cell_of(notebook, name)
        cell.cell_type = "markdown" if name.endswith("answer") else "raw"
        del cell["outputs"], cell["execution_count"]
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert "the cell descend-answer was made a markdown cell; it counts as code" in result.notes


def test_what_is_said_of_many_cells_is_one_sentence(sandbox):
    notebook = json.loads(data(filled(RIGHT)))
    for cell in notebook["cells"]:
        cell.pop("cell_type")
    result = graded(json.dumps(notebook).encode(), sandbox)
    assert total(result) == FULL
    (note,) = [note for note in result.notes if "was made" in note]
    assert note == (
        "each of 15 cells was made a markdown cell; it counts as code: descend-answer, "
        "descend-check, descend-hidden, numerical_gradient-answer, …"
    )


def test_missing_metadata(sandbox):
    notebook = filled(RIGHT)
    for cell in notebook.cells:
        cell.metadata.clear()
    notebook.metadata.clear()
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert any("lost their metadata" in note for note in result.notes)


def test_missing_metadata_and_ids(sandbox):
    notebook = filled(RIGHT)
    for number, cell in enumerate(notebook.cells):
        cell.metadata.clear()
        cell["id"] = f"x{number}"
    assert total(graded(notebook, sandbox)) == FULL


def test_another_lesson(sandbox):
    result = graded(released("02_learning_rates"), sandbox)
    assert result.error == "this is the notebook of lesson 02_learning_rates"
    assert result.notebook is None


def test_wrong_kernel_name(sandbox):
    notebook = filled(RIGHT)
    notebook.metadata.kernelspec = {"name": "julia", "display_name": "?", "language": "julia"}
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert result.notebook.metadata.kernelspec.name == "python3"


def _all_in_one_cell(notebook):
    answers = [cell_of(notebook, f"{name}-answer") for name in RIGHT]
    together = nbformat.v4.new_code_cell("\n\n".join(cell.source for cell in answers))
    for cell in answers:
        cell.source = lesson().named[cell.metadata.nbgrader.grade_id].source
    notebook.cells.append(together)


def _into_their_checks(notebook):
    for name in RIGHT:
        cell, check = cell_of(notebook, f"{name}-answer"), cell_of(notebook, f"{name}-check")
        check.source = f"{cell.source}\n{check.source}"
        notebook.cells.remove(cell)


def _comments_instead(notebook):
    for name in RIGHT:
        cell = cell_of(notebook, f"{name}-answer")
        notebook.cells.append(nbformat.v4.new_code_cell(cell.source))
        cell.source = "# at the end"


def _imports_as_text(notebook):
    for cell in notebook.cells:
        if (
            cell.cell_type == "code"
            and "import" in cell.source
            and "nbgrader" not in cell.metadata
        ):
            cell.cell_type = "markdown"
            del cell["outputs"], cell["execution_count"]


@pytest.mark.parametrize(
    "change", [_all_in_one_cell, _into_their_checks, _comments_instead, _imports_as_text]
)
def test_answers_that_stand_elsewhere(change, sandbox):
    notebook = filled(RIGHT)
    change(notebook)
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert result.notes


@pytest.mark.parametrize(
    ("bytes_", "why"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\x00" * 10, "the file is not a notebook: it holds only zero bytes"),
        (
            b"{",
            "the file is not a notebook: it ends in the middle, as if it was cut off while it "
            "was saved",
        ),
        (b"[" * 100_000, "the file is not a notebook: it is not valid JSON"),
        (b"[]", "the file is not a notebook: it holds no cells"),
        (b"{}", "the file is not a notebook: it holds no cells"),
        (b'{"cells": 3}', "the file is not a notebook: it holds no cells"),
        (
            b"PK\x03\x04zip",
            "the file is not a notebook: it is an archive (ZIP or an office document)",
        ),
        (b"7z\xbc\xaf\x27\x1c", "the file is not a notebook: it is an archive (7z)"),
        (b"\xff\xd8\xff\xe0", "the file is not a notebook: it is a picture"),
    ],
)
def test_no_notebook_at_all(bytes_, why, sandbox):
    result = graded(bytes_, sandbox)
    assert result.error == why
    assert result.notebook is None


def test_not_utf8(sandbox):
    notebook = filled(RIGHT | {"before": "# naïve, “quoted”"})
    held = nbformat.writes(notebook)
    for encoding, said in (("cp1252", "Windows-1252"), ("utf-16", "UTF-16")):
        text = held.encode(encoding, "ignore")
        result = graded(text, sandbox)
        assert total(result) == FULL
        assert any(said in note for note in result.notes)
    assert total(graded(b"\xef\xbb\xbf" + data(notebook), sandbox)) == FULL


def test_lines_broken_inside_the_texts(sandbox):
    """As a chat or an editor leaves the file, which took each \\n for a line's end."""
    result = graded(data(filled(RIGHT)).replace(b"\\n", b"\n"), sandbox)
    assert total(result) == FULL
    assert result.notes == [
        "inside its texts stand broken lines or odd characters; it was read all the same"
    ]


def test_an_answer_of_another_name(sandbox):
    answer = RIGHT["descend"].replace("def descend", "def my_walk")
    result = graded(filled(RIGHT | {"descend": answer}), sandbox)
    assert total(result) == FULL - lost("descend")
    assert len(result.notes) == 1
    assert "makes `my_walk`, but no `descend`" in result.notes[0]
    result = graded(filled(RIGHT | {"descend": f"def {'a' * 15_000}(): pass"}), sandbox)
    assert f"makes `{'a' * 39}…`, but no `descend`" in result.notes[0]
    for nothing in ("# later", "import math"):
        assert graded(filled(RIGHT | {"descend": nothing}), sandbox).notes == []


def test_strange_cells(sandbox):
    notebook = json.loads(data(filled(RIGHT)))
    notebook["cells"] += [
        None,
        3,
        {},
        {"cell_type": "code"},
        {"cell_type": ["code"], "source": {"a": 1}, "metadata": 7, "id": 9},
        {"cell_type": "code", "source": ["x = 1\n", 5, "y = 2"], "metadata": {"nbgrader": "no"}},
        {"cell_type": "code", "source": "\ud800", "metadata": {"nbgrader": {"grade_id": []}}},
        {"cell_type": "heading", "level": 2, "source": "Old"},
    ]
    result = graded(json.dumps(notebook).encode(), sandbox)
    assert total(result) == FULL
    nbformat.validate(result.notebook)


def test_a_flood_of_stored_output_is_not_read(sandbox):
    notebook = filled(RIGHT)
    made = nbformat.v4.new_output("stream", text="x" * 50_000_000)
    cell_of(notebook, "descend-answer").outputs = [made]
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert len(nbformat.writes(result.notebook)) < 2_000_000


def test_many_cells_that_print_a_little_do_not_make_a_page_of_any_length(sandbox, monkeypatch):
    monkeypatch.setattr(proxies, "MOST_SHOWN", 1_000_000)
    notebook = filled(RIGHT)
    printing = [nbformat.v4.new_code_cell("print('x' * 90_000)") for _ in range(40)]
    failing = nbformat.v4.new_code_cell("1 / 0")
    notebook.cells[1:1] = [*printing, failing]
    result = graded(notebook, sandbox)
    assert total(result) == FULL
    assert len(data(result.notebook)) < 1_500_000
    assert [note for note in result.notes if "very long together" in note] == [
        "its outputs are very long together; the rest was left out"
    ]
    (cell,) = [cell for cell in result.notebook.cells if cell.source == "1 / 0"]
    assert problem(cell.outputs).kind == "ZeroDivisionError"
    assert problem(cell.outputs).line == 1


def test_large_answers_do_not_fill_the_grader(sandbox, monkeypatch):
    """Each of them is small enough; a check keeps all that its calls gave back."""
    monkeypatch.setattr(proxies, "MOST_SENT", 2 << 20)
    large = "def descend(grad, w0, lr, steps):\n    return ['x' * 1_000_000]"
    result = graded(filled(RIGHT | {"descend": large}), sandbox)
    assert result.scores["descend-check"] == 0
    assert result.notes == ["its answers are larger than 2 MB together"]


@pytest.mark.slow
def test_answers_that_take_long_to_look_at_end_in_time():
    """Of so many lists each takes the grader's own process longer than the submission's."""
    long = "def {}(*arguments, **named):\n    return [[]] * 190_000"
    answers = {
        name: long.format(name) for name in ("descend", "numerical_gradient", "quartic_walk")
    }
    limits = dataclasses.replace(SMALL, notebook=4.0)
    begun = time.thread_time()
    with Sandbox(lesson().modules, limits) as held:
        result = graded(filled(RIGHT | answers), held)
    assert time.thread_time() - begun < 35
    assert {result.scores[f"{name}-check"] for name in answers} == {0.0}
    assert result.notes == ["its answers took too long to look at"]


def test_nan_everywhere(sandbox):
    answers = {
        "numerical_gradient": "def numerical_gradient(f, w, h=1e-4):\n    return float('nan')",
        "descend": "def descend(grad, w0, lr, steps):\n    return [float('nan')] * (steps + 1)",
        "article_table": (
            "import numpy as np\n"
            "true_final_weight = true_final_loss = lowest_possible_loss = np.array(np.nan)"
        ),
    }
    result = graded(filled(answers), sandbox)
    assert total(result) == 0
    assert result.notes == []


def test_half_a_character_in_an_error(sandbox):
    raises = "raise ValueError('\\ud800')\n"
    result = graded(filled(RIGHT | {"descend": raises + RIGHT["descend"]}), sandbox)
    (note,) = result.notes
    assert "ValueError" in note
    note.encode()


def test_a_note_is_one_short_line(sandbox):
    """Whatever a submission's process sends for the name of an error, or has in a line."""
    sends = (
        "# \x1b[2J\u202e\nfrom grading.isolation.guest.outputs import Outputs\n"
        "made = {'output_type': 'error', 'evalue': '', 'traceback': []}\n"
        "Outputs.error = lambda self, *told: self.items.append(made | {'ename': 'E\\n' * 9_999})\n"
        "while True: pass"
    )
    result = graded(filled(RIGHT | {"before": sends, "descend": "1 / 0"}), sandbox)
    assert len(result.notes) == 2
    assert "the cell “#  [2J ” was still running" in result.notes[0]
    assert "descend: stopped, E E E" in result.notes[1]
    assert all(note.isprintable() and len(note) <= 500 for note in result.notes)


@pytest.mark.parametrize("told", [5, "x", {}, None, ["line " + "9" * 5000 + ": x"], [[]]])
def test_an_error_that_is_none(told):
    """A submission's process can send what it likes."""
    made = {"output_type": "error", "ename": told, "evalue": told, "traceback": told}
    found = problem(checked_outputs([made]))
    assert found.line is None


def test_input_and_pictures(sandbox):
    answers = RIGHT | {
        "before": "name = input('Your name? ')",
        "after": (
            "import matplotlib.pyplot as plt\n"
            "for _ in range(50):\n    plt.plot([1, 2])\n    plt.show()"
        ),
    }
    result = graded(filled(answers), sandbox)
    assert total(result) == FULL
    assert "input() gets no answer" in str(result.notebook.cells[1].outputs)


def test_an_old_format(sandbox):
    notebook = filled(RIGHT)
    sheet = [
        {
            "cell_type": cell.cell_type,
            "metadata": cell.metadata,
            ("input" if cell.cell_type == "code" else "source"): cell.source.splitlines(True),
        }
        for cell in notebook.cells
    ]
    text = json.dumps({"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": sheet}]})
    result = graded(text.encode(), sandbox)
    assert total(result) == FULL
    assert "the notebook is of the old format 3" in result.notes


def test_without_ids_as_before_format_4_5(sandbox):
    notebook = json.loads(data(filled(RIGHT)))
    notebook["nbformat_minor"] = 2
    for cell in notebook["cells"]:
        cell.pop("id", None)
    assert total(graded(json.dumps(notebook).encode(), sandbox)) == FULL
