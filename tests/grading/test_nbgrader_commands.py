"""nbgrader's own commands work on the course as they are, with its own nbgrader_config.py."""

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader.handlers import template_path

from course_folder import ROOT, course_config
from grading import sample_class

LESSON = "01_one_dimension"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a copy of the course as an instructor has it, with an exchange of its own."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "source" / LESSON, folder / "source" / LESSON)
    shutil.copy(ROOT / "source" / "header.ipynb", folder / "source")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "exchange").mkdir(mode=0o777)
    return folder


def nbgrader(course, *arguments, where=""):
    """Run one of nbgrader's commands as .venv/bin/nbgrader; return what it said."""
    place = course / where
    place.mkdir(parents=True, exist_ok=True)
    programs = Path(sys.executable).parent
    others = [one for one in os.environ["PATH"].split(os.pathsep) if Path(one) != programs]
    environment = os.environ | {
        # The environment is not activated: the documents do not ask for it.
        "PATH": os.pathsep.join(others),
        "JUPYTER_CONFIG_DIR": str(course / "config"),
        "JUPYTER_DATA_DIR": str(course / "data"),
    }
    done = subprocess.run(
        [
            programs / "nbgrader",
            *arguments,
            f"--Exchange.root={course / 'exchange'}",
            "--CourseDirectory.course_id=gradient_descent",
        ],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout + done.stderr


def test_from_release_to_export(course):
    nbgrader(course, "generate_assignment", LESSON)
    made = course / "release" / LESSON / f"{LESSON}.ipynb"
    assert made.read_bytes() == (ROOT / "release" / LESSON / f"{LESSON}.ipynb").read_bytes()
    nbgrader(course, "release_assignment", LESSON)

    nbgrader(course, "fetch_assignment", LESSON, where="student")
    fetched = course / "student" / LESSON / f"{LESSON}.ipynb"
    notebook = nbformat.read(fetched, as_version=4)
    sample_class.fill(notebook, sample_class.answers("full_marks", LESSON))
    nbformat.write(notebook, fetched)
    assert "Success! Your notebook passes all the tests." in nbgrader(
        course, "validate", fetched.name, where=f"student/{LESSON}"
    )
    nbgrader(course, "submit", LESSON, where="student")

    nbgrader(course, "collect", LESSON)
    nbgrader(course, "autograde", LESSON)
    nbgrader(course, "generate_feedback", LESSON)
    nbgrader(course, "export")
    full = sample_class.possible(LESSON)
    last = (course / "grades.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert last.endswith(f"{full},0.0,{full},{full}")
    assert list((course / "feedback").rglob(f"{LESSON}.html"))


def test_a_due_date_can_be_set_before_anything_else(course, tmp_path):
    shutil.copy(course / "nbgrader_config.py", tmp_path)
    nbgrader(tmp_path, "db", "assignment", "add", LESSON, "--duedate", "2027-03-01 12:00:00 UTC")
    assert LESSON in nbgrader(tmp_path, "db", "assignment", "list")


def test_formgrader_shows_a_student_s_text_without_its_scripts():
    config = course_config(Path("/nowhere"))
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [template_path]
    wrote = "*mine* $a<b$ <script>alert(1)</script> <img src=x onerror=alert(2)>"
    text = nbformat.v4.new_markdown_cell(f"{wrote} [link](javascript:alert(3)) ![p](attachment:p)")
    text.attachments = {"p": {"image/png": "iVBORw0K"}}
    shown = nbformat.v4.new_output("display_data", {"text/markdown": wrote})
    lesson = nbformat.read(ROOT / "release" / LESSON / f"{LESSON}.ipynb", as_version=4)
    cells = [text, nbformat.v4.new_raw_cell(wrote), nbformat.v4.new_code_cell("", outputs=[shown])]
    lesson.cells += cells
    about = defaultdict(str, index=0, total=1)
    page, _ = HTMLExporter(config=config).from_notebook_node(lesson, about)
    assert page.count("alert(1)") == 3
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript' not in page
    assert "<em>mine</em> $a&lt;b$" in page
    assert "iVBORw0K" in page
    assert "&lt;details" not in page, "what the lesson itself folds still does"


@pytest.mark.parametrize("held", [{}, {"other.png": {"image/png": "iVBORw0K"}}])
def test_formgrader_shows_a_text_whose_picture_is_not_there(held):
    config = course_config(Path("/nowhere"))
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [template_path]
    wrote = "before ![a sketch](attachment:photo.heic) after"
    text = nbformat.v4.new_markdown_cell(wrote, attachments=held)
    shown = nbformat.v4.new_output("display_data", {"text/markdown": wrote})
    cells = [text, nbformat.v4.new_code_cell("", outputs=[shown])]
    about = defaultdict(str, index=0, total=1)
    made = nbformat.v4.new_notebook(cells=cells)
    page, _ = HTMLExporter(config=config).from_notebook_node(made, about)
    assert page.count("before <img") == 2
    assert page.count('alt="a sketch"') == 2
