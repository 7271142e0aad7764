"""Below a NameError stands which cells to run: where another cell of the lesson has the name."""

import shutil

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from course import forgotten
from course.lab.server import Kernel
from course.progress.store import START
from course_folder import ROOT

LESSON = "01_one_dimension"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a cell in a student's folder; return what is told below the error."""
    folder = tmp_path / LESSON
    folder.mkdir()
    (tmp_path / START).write_text("")
    shutil.copy(ROOT / "release" / LESSON / f"{LESSON}.ipynb", folder)
    monkeypatch.chdir(folder)
    shell = InteractiveShell()
    forgotten.load_ipython_extension(shell)

    def told(source):
        capsys.readouterr()
        shell.run_cell(source, store_history=True)
        return capsys.readouterr().out.partition("\n`")[2]

    yield told
    shell.history_manager.save_thread.stop()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('check("descend")', "check"),
        ("np.sqrt(2)", "np"),
        ("print(size)", "size"),
        ("def f():\n    return descend\nf()", "descend"),
    ],
)
def test_what_another_cell_has_is_told(run, source, name):
    assert run(source) == (
        f"{name}` comes from another cell of this notebook. Python knows it once that cell has "
        "been run, and forgets it when Python starts again, as on another day. Choose Run, then "
        "Run All Above Selected Cell, and run this cell again.\n"
    )


def test_a_function_of_the_course_that_was_given_to_something_else_is_told(run):
    run("from course import check\nfrom course.landscapes import quartic")
    run("check = True\nquartic = 5")
    told = run('check("descend")')
    assert told.startswith("check` is the lesson's, and your cells have given it another meaning")
    assert "run the lesson's first cell again" in told
    assert run("mine = 3\nmine(2)") == ""


@pytest.mark.parametrize(
    "source",
    ["chekc('descend')", "1 / 0", "size = ", "x = 1", "def f():\n    size\n    size = 1\nf()"],
)
def test_of_anything_else_nothing_is_told(run, source):
    assert run(source) == ""


def test_the_cell_that_runs_is_no_other(tmp_path):
    file, running = tmp_path / "lesson.ipynb", "w = w - 1"
    code = nbformat.v4.new_code_cell
    for more, comes in (([], False), ([code("print(w)")], False), ([code("w = 2")], True)):
        nbformat.write(nbformat.v4.new_notebook(cells=[code(running), *more]), file)
        assert forgotten.comes_from(file, "w", running + "\n") == comes


def test_a_notebook_that_cannot_be_read_tells_nothing(tmp_path):
    broken = tmp_path / "broken.ipynb"
    for text in ("", "[]", '{"cells": [5]}', '{"cells": [{"cell_type": "code"}]}'):
        broken.write_text(text)
        assert not forgotten.comes_from(broken, "w", "")
    assert not forgotten.comes_from(tmp_path / "gone.ipynb", "w", "")


def test_the_lab_s_kernels_load_it():
    command = Kernel(kernel_name="python3").format_kernel_cmd(["--more"])
    assert command[-2:] == ["--more", "--IPKernelApp.extra_extensions=course.forgotten"]
