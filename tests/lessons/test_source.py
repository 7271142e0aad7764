"""source/ is what the lessons' text makes. What its cells print is compared by nbval."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from authoring import kernels, markup
from authoring.build import build_source, executed, lesson_files, remove_orphans
from course.explorers.kit.page import script, style
from course_folder import ROOT, UnknownLessonError, meant

LESSONS = lesson_files()


def stored(lesson):
    return nbformat.read(ROOT / "source" / lesson.stem / f"{lesson.stem}.ipynb", as_version=4)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_source_is_the_lesson(lesson):
    """Text, ids and metadata are those of the lesson; nbval compares the outputs."""
    fresh, kept = markup.read(lesson), stored(lesson)
    nbformat.validate(kept)
    assert kept.metadata == fresh.metadata
    for one, other in zip(fresh.cells, kept.cells, strict=True):
        assert (one.id, one.source, one.metadata) == (other.id, other.source, other.metadata), (
            f"run `make source`: {lesson.name} has changed at {one.source[:60]!r}"
        )


def test_source_has_no_other_notebook():
    made = {path.stem for path in (ROOT / "source").rglob("*.ipynb")}
    assert made == {path.stem for path in LESSONS} | {"header"}


def test_folders_that_no_lesson_makes_are_removed_and_nothing_else(tmp_path):
    for name in ("01_kept", "02_renamed"):
        (tmp_path / name).mkdir()
    (tmp_path / "header.ipynb").touch()
    remove_orphans(tmp_path, ["01_kept"])
    assert {path.name for path in tmp_path.iterdir()} == {"01_kept", "header.ipynb"}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_picture_has_alternative_text(lesson):
    for cell in stored(lesson).cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "image/png" in data:
                alt = output.metadata.get("image/png", {}).get("alt", "")
                assert alt, f"no alternative text (course.figures adds it): {cell.source[:60]!r}"
                assert len(alt) > 40
                assert re.search(r'<img alt="[^"]{40,}"', data["text/html"])


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_stored_explorers_hold_today_s_drawing_program(lesson):
    """nbval compares an explorer's text alone."""
    pages = [
        output.data["text/html"]
        for cell in stored(lesson).cells
        for output in cell.get("outputs", ())
        if "data-course-explorer" in output.get("data", {}).get("text/html", "")
    ]
    for page in pages:
        assert script() in page, "run `make source`: the explorers have changed"
        assert style() in page, "run `make source`: the explorers have changed"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_reference_answers_earn_every_point(lesson):
    for cell in stored(lesson).cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade"):
            assert cell.outputs[-1].data["text/plain"] == str(float(about.points)), about.grade_id


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("x = = 1", r"SyntaxError: invalid syntax \(\d+.py, line 1\)"),
        ("from course import check\ncheck('x')", "InputError: name must be one of shape_of, .*"),
        ("import time\ntime.sleep(60)", "A cell timed out .* after 5 seconds.*"),
        ("import os\nos._exit(1)", "Kernel died"),
    ],
)
def test_a_failing_cell_is_told_in_one_line(tmp_path, monkeypatch, cell, told):
    monkeypatch.setattr("authoring.kernels.SECONDS_PER_CELL", 5)
    lesson = tmp_path / "99_broken.py"
    lesson.write_text(f"# %%\n{cell}\n", encoding="utf-8")
    with pytest.raises(markup.LessonError, match=rf"^99_broken.py: a cell fails: {told}$"):
        executed(lesson)


def test_a_lesson_that_writes_a_warning_is_not_built(tmp_path):
    lesson = tmp_path / "99_loud.py"
    lesson.write_text("# %%\nimport warnings\nwarnings.warn('look here')\n", encoding="utf-8")
    with pytest.raises(markup.LessonError, match=r"a cell writes to stderr: .*look here"):
        executed(lesson)


@pytest.mark.parametrize("name", [path.name for path in LESSONS[:2]])
def test_a_lesson_is_the_same_whatever_system_saved_it(tmp_path, name):
    fresh = markup.read(ROOT / "lessons" / name)
    text = (ROOT / "lessons" / name).read_bytes().replace(b"\n", b"\r\n")
    for path in LESSONS:
        (tmp_path / path.name).write_bytes(b"\xef\xbb\xbf" + text if path.name == name else b"")
    assert markup.read(tmp_path / name) == fresh


def test_cells_of_the_same_text_have_ids_of_their_own(tmp_path):
    lesson = tmp_path / "99_twice.py"
    lesson.write_text("# %%\nx = 1\n\n# %%\nx = 1\n", encoding="utf-8")
    first, second = (cell.id for cell in markup.read(lesson).cells if cell.cell_type == "code")
    assert second == f"{first}-2"


def test_a_lesson_that_is_not_there_is_told(tmp_path):
    with pytest.raises(markup.LessonError, match=r"no lesson '44'\. There are 00_start_here, 01_"):
        build_source(tmp_path, only=("44",))
    with pytest.raises(markup.LessonError, match=r"'01_one'. Did you mean 01_one_dimension\?"):
        build_source(tmp_path, only=("01_one",))


def test_a_lesson_that_begins_so_is_meant_rather_than_one_that_looks_alike():
    with pytest.raises(UnknownLessonError, match=r"Did you mean 01_one_dimension\?"):
        meant(["01_one"], ["01_one_dimension", "11_name"])


def test_a_lesson_is_known_by_its_number():
    assert meant(["1", "10", "02_bold/"], ["01_one", "02_bold", "10_ten"]) == [
        "01_one", "10_ten", "02_bold"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('# %% exercise="descend" part="check"\nx = 1\n', "needs one cell of each"),
        ('# %% exercise="unknown" part="answer"\nx = 1\n', "not in course/checks"),
        ('# %% exercise="descend" part="reply"\nx = 1\n', "must be one of"),
        ('# %% part="check"\nx = 1\n', 'a cell says part="check", but no exercise="…"'),
        *(
            (f'# %% exercise="descend" part="{part}"\n{text}\n', f"'{part}' of 'descend' {told}")
            for part, text, told in (
                ("answer", "x = 1", "needs the lines ### BEGIN SOLUTION and ### END SOLUTION"),
                ("answer", "### BEGIN SOLUTION\nx = 1", "needs the lines"),
                ("answer", "### BEGIN SOLUTON\nx = 1\n### END SOLUTION", "needs the lines"),
                ("hidden", "x = 1", "needs the lines ### BEGIN HIDDEN TESTS"),
                ("hidden", "### END HIDDEN TESTS\n### BEGIN HIDDEN TESTS", "needs the lines"),
            )
        ),
    ],
)
def test_wrong_markup_is_told(tmp_path, text, problem):
    lesson = tmp_path / "99_broken.py"
    lesson.write_text(text, encoding="utf-8")
    with pytest.raises(markup.LessonError, match=problem):
        markup.read(lesson)


def test_a_kernel_that_does_not_begin_is_begun_once_more(tmp_path, monkeypatch):
    executing, begun = NotebookClient.execute, []

    def execute(client, *args, **kwargs):
        begun.append(client)
        if len(begun) == 1:
            raise RuntimeError("Kernel didn't respond in 60 seconds")
        return executing(client, *args, **kwargs)

    monkeypatch.setattr(NotebookClient, "execute", execute)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(5)")])
    kernels.run(notebook, tmp_path)
    assert (len(begun), notebook.cells[0].outputs[0].text) == (2, "5\n")

    def fails(client):
        raise RuntimeError("anything else")

    monkeypatch.setattr(NotebookClient, "execute", fails)
    with pytest.raises(RuntimeError, match="anything else"):
        kernels.run(notebook, tmp_path)
