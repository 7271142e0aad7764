"""Where cells stand, what is kept of a text, and what a file is that is no notebook."""

import base64
import json
import random
import time

import nbformat
import pytest

from grading import sample_class
from grading.exam import submission
from grading.exam.examiner import is_as_given, replaced
from grading.exam.submission import Unusable, read, what_it_is
from grading.results.feedback import highlighted
from tests.support.class_of_one import LESSON, data, filled, lesson, released

RIGHT = sample_class.answers("full_marks", LESSON)


def made(notebook):
    held = notebook if isinstance(notebook, bytes) else data(notebook)
    return read(held, lesson())


def answer(cells, name="descend-answer"):
    (found,) = [cell for cell in cells if cell.name == name]
    return found


def place_of(notebook, name):
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    return names.index(name)


def test_a_copy_below_the_check_is_not_the_answer():
    notebook = filled(RIGHT)
    copy = nbformat.from_dict(
        json.loads(json.dumps(notebook.cells[place_of(notebook, "descend-answer")]))
    )
    copy.source, copy["id"] = "def descend(): broken", "copy"
    for at in (place_of(notebook, "descend-check") + 1, len(notebook.cells)):
        notebook = filled(RIGHT)
        notebook.cells.insert(at, copy)
        cells, notes = made(notebook)
        assert answer(cells).source.strip() == RIGHT["descend"].strip()
        assert "the one above its check counts" in notes[0]
        # It stays in the notebook, as what was tried; it is nobody's to throw away.
        assert [cell.source for cell in cells].count(copy.source) == 1
    # Where the answer itself was left empty, the copy is all there is.
    notebook = filled({name: code for name, code in RIGHT.items() if name != "descend"})
    notebook.cells.append(copy)
    assert answer(made(notebook)[0]).source == copy.source


def test_an_answer_in_a_new_cell_is_found():
    notebook = filled({name: code for name, code in RIGHT.items() if name != "descend"})
    notebook.cells.append(nbformat.v4.new_code_cell(RIGHT["descend"]))
    cells, notes = made(notebook)
    assert answer(cells).source.strip() == RIGHT["descend"].strip()
    assert notes == ["found by what they define: descend-answer"]


def test_an_answer_in_parts_leaves_the_empty_cell_out():
    notebook = filled({name: code for name, code in RIGHT.items() if name != "article_table"})
    for line in RIGHT["article_table"].splitlines():
        if line.strip():
            notebook.cells.append(nbformat.v4.new_code_cell(line))
    cells, _ = made(notebook)
    assert replaced(cells) == {"article_table-answer"}


def test_nothing_but_answers():
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(code) for code in RIGHT.values()]
    cells, notes = made(notebook)
    assert [c.source.strip() for c in cells if c.role == "answer"] == [
        code.strip() for code in RIGHT.values()
    ]
    assert any("found by what they define" in note for note in notes)
    assert any("lesson's own code cells were missing" in note for note in notes)


def test_an_answer_cell_that_defines_nothing_hides_no_answer():
    for left in ("# see below", "import math", "print(1)"):
        notebook = filled(RIGHT | {"descend": left})
        at = place_of(notebook, "descend-hidden") + 1
        notebook.cells.insert(at, nbformat.v4.new_code_cell(RIGHT["descend"]))
        cells, notes = made(notebook)
        assert answer(cells).source.strip() == RIGHT["descend"].strip()
        assert [cell.role for cell in cells if cell.source == left] == ["own"]
        assert notes == ["found by what they define: descend-answer"]


@pytest.mark.parametrize("check", ["descend-check", "descend-hidden"])
@pytest.mark.parametrize("merged", [True, False])
def test_an_answer_in_the_cell_of_its_check_is_found(check, merged):
    notebook = filled({name: code for name, code in RIGHT.items() if name != "descend"})
    cell = notebook.cells[place_of(notebook, check)]
    cell.source = RIGHT["descend"] + "\n" + cell.source
    if merged:
        del notebook.cells[place_of(notebook, "descend-answer")]
    cells, notes = made(notebook)
    assert RIGHT["descend"].strip() in answer(cells).source
    assert answer(cells, check).source == lesson().named[check].source
    assert notes[0] == "found by what they define: descend-answer"
    assert f"1 cell was missing and put back: {check}" in notes


def test_all_answers_in_one_cell_are_found():
    notebook = released()
    notebook.cells.append(nbformat.v4.new_code_cell("\n\n".join(RIGHT.values())))
    cells, _ = made(notebook)
    found = [
        cell.name
        for cell in cells
        if cell.role == "answer" and not is_as_given(cell.source, cell.given)
    ]
    assert len(found) == 1
    assert replaced(cells) == {f"{name}-answer" for name in RIGHT} - {*found}


def test_a_lesson_cell_that_was_made_a_text_runs_all_the_same():
    notebook = filled(RIGHT)
    (cell, *_) = [cell for cell in notebook.cells if "import" in cell.source]
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]
    cells, notes = made(notebook)
    assert [c.role for c in cells if c.source == cell.source] == ["lesson", "text"]
    assert any("lesson's own code cells were missing" in note for note in notes)


def test_an_empty_answer_defines_nothing():
    notebook = released()
    for cell in notebook.cells:
        cell.metadata.clear()
        cell["id"] = f"x{id(cell)}"
    cells, _ = made(notebook)
    assert all(is_as_given(c.source, c.lesson) for c in cells if c.role == "answer")


def test_line_ends_are_no_change():
    for end in ("\r\n", "\r"):
        notebook = released()
        for cell in notebook.cells:
            cell.source = f"{cell.source}\n".replace("\n", end)
        cells, notes = made(notebook)
        assert notes == []
        assert {c.role for c in cells} == {"answer", "check", "lesson", "text"}
        assert all(is_as_given(c.source, c.lesson) for c in cells if c.role == "answer")


def test_pictures_in_a_text_are_words_and_the_text_stays():
    picture = base64.b64encode(random.Random(0).randbytes(1_500_000)).decode()
    notebook = filled(RIGHT)
    text = f"By hand:\n\n![](data:image/png;base64,{picture})\n\nSo the slope is 61."
    notebook.cells.insert(3, nbformat.v4.new_markdown_cell(text))
    cells, notes = made(notebook)
    (kept,) = [cell.source for cell in cells if "By hand" in cell.source]
    assert kept.endswith("So the slope is 61.")
    assert "a picture of 1,500 kB" in kept
    assert len(kept) < 200
    assert notes == []


def test_attached_pictures_are_kept():
    notebook = json.loads(data(filled(RIGHT)))
    notebook["cells"][3] = {
        "cell_type": "markdown",
        "source": "![](attachment:a.png)",
        "attachments": {"a.png": {"image/png": "iVBORw0KGgo="}, "b": {"text/html": "x"}, "c": 3},
    }
    cells, _ = made(json.dumps(notebook).encode())
    (kept,) = [cell.attachments for cell in cells if cell.attachments]
    assert kept == {"a.png": {"image/png": "iVBORw0KGgo="}}


WHOLE = data(released()).decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (WHOLE.replace('"cells"', '<<<<<<< HEAD\n"cells"\n=======\n>>>>>>> main\n', 1), "line 2"),
        ("<!DOCTYPE html><html>Sign in", "a web page"),
        ("%PDF-1.7", "a PDF"),
        ("PK\x03\x04", "an archive"),
        (WHOLE[: len(WHOLE) // 2], "ends in the middle"),
        ("version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
        ("import numpy as np\nx = 3\n", "a Python script"),
        ("\x00" * 100, "only zero bytes"),
        (WHOLE.replace('"cells": [', '"cells": [,', 1), "not valid JSON from line"),
        (WHOLE.rstrip()[:-1] + ", }\n", "not valid JSON from line"),
        ("hello there", "not valid JSON"),
    ],
)
def test_what_is_no_notebook_is_named(text, told):
    with pytest.raises(Unusable, match=told):
        made(text.encode())


def test_of_endless_code_only_the_beginning_counts():
    notebook = filled(RIGHT | {"after": "x = 1\n" * 100_000})
    notebook.cells += [nbformat.v4.new_code_cell("y = 1\n" * 100_000) for _ in range(3)]
    cells, notes = made(notebook)
    assert sum(len(cell.source) for cell in cells if cell.kind == "code") < 1.2 * (1 << 20)
    assert "its code has more than a million characters; the rest was cut" in notes
    assert answer(cells).source.strip() == RIGHT["descend"].strip()


def test_a_file_that_would_fill_the_memory_is_not_read(monkeypatch):
    notebook = released()
    notebook.metadata["x"] = [[]] * 50_000
    assert made(notebook)[1] == []
    # What is large and is one text is read as ever.
    monkeypatch.setattr(submission, "MOST_MEMORY", 1 << 21)
    with pytest.raises(Unusable, match="too many values to be read"):
        made(notebook)
    notebook.metadata["x"] = "x" * 500_000
    assert made(notebook)[1] == []


def test_bytes_that_are_no_text_are_marks():
    whole = data(filled(RIGHT | {"descend": "λ = 3\n" + RIGHT["descend"]}))
    cells, notes = made(whole.replace(b"One weight", b"One weight\xed\xa0\xbd", 1))
    assert answer(cells).source.startswith("λ = 3")
    assert notes == ["some bytes of the file are not UTF-8; a mark stands for each"]
    assert made(data(filled(RIGHT | {"before": "# \N{REPLACEMENT CHARACTER}"})))[1] == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings(encoding):
    cells, notes = made(data(filled(RIGHT)).decode().encode(encoding))
    assert answer(cells).source.strip() == RIGHT["descend"].strip()
    assert notes == [f"the file is {encoding[:6].upper()}, not UTF-8"]


def test_what_a_server_sends_holds_a_notebook():
    sent = {"type": "notebook", "content": json.loads(data(filled(RIGHT)))}
    cells, notes = made(json.dumps(sent).encode())
    assert answer(cells).source.strip() == RIGHT["descend"].strip()
    assert "as Jupyter's server sends it" in notes[0]


def test_a_long_script_is_named():
    with pytest.raises(Unusable, match="a Python script"):
        made(b"def f(x):\n    return x\n\n\n" * 5_000)


def test_what_follows_a_notebook_is_left_out():
    whole = data(filled(RIGHT))
    for rest, word in ((bytes(4096), "zero bytes"), (b"\n{}", "what follows")):
        cells, notes = made(whole + rest)
        assert answer(cells).source.strip() == RIGHT["descend"].strip()
        assert word in notes[0]
    assert made(whole + b"\n \n")[1] == []


def test_no_text_is_too_odd_to_be_named():
    for text in ("", "{", "[", "\ud800".encode("utf-8", "replace").decode(), "{" * 10_000):
        assert what_it_is(text, 0)


@pytest.mark.parametrize(
    "text",
    ["\\N{" * 300_000, "%" + "0" * 19_000, "\\N{\n" * 4_800],
    ids=["names", "digits", "lines"],
)
def test_colours_take_no_time_for_what_nobody_writes(text):
    """The whole run waits for a page."""
    begun = time.process_time()
    page = [highlighted(f'x = """{text}{i}', 20_000 * (i < 5)) for i in range(20)]
    assert time.process_time() - begun < 15
    assert all(text.splitlines()[0] in told for told in page)


def test_what_people_write_is_coloured():
    assert 'class="k"' in highlighted("def f():\n    return 1")
    assert 'class="k"' not in highlighted("def f():\n    return 1", 10)
    assert highlighted("") == highlighted("", 0)
