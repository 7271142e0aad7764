"""release/ is what nbgrader makes of source/, and gives nothing away."""

import nbformat
import pytest

from authoring.build import build_release
from course.checks import exercises, lessons
from course_folder import ROOT
from grading.exam import cells
from tests.support.executing import execute
from tests.support.hidden import LESSONS, leaks, secrets

ALL_SECRETS = set().union(*map(secrets, LESSONS))


def released(lesson):
    return nbformat.read(ROOT / "release" / lesson.stem / f"{lesson.stem}.ipynb", as_version=4)


def test_there_are_secrets_to_look_for():
    """Every lesson with exercises has some."""
    assert all(secrets(lesson) for lesson in LESSONS if lessons()[lesson.stem])


@pytest.mark.parametrize("path", sorted((ROOT / "release").rglob("*.*")), ids=lambda p: p.name)
def test_nothing_leaks(path):
    assert not leaks(ALL_SECRETS, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_leak_is_found(lesson):
    """The test above can fail: each secret line is found where it is put in."""
    text = nbformat.writes(released(lesson))
    for line in secrets(lesson):
        spoiled = text.replace(
            "raise NotImplementedError",
            nbformat.v4.writes_json(nbformat.v4.new_notebook(metadata={"line": line})),
        )
        assert leaks({line}, spoiled)


def test_release_is_what_nbgrader_makes_of_source(tmp_path):
    names = build_release(ROOT / "source", tmp_path)
    assert names == [lesson.stem for lesson in LESSONS]
    for path in sorted(tmp_path.rglob("*.*")):
        kept = ROOT / "release" / path.relative_to(tmp_path)
        assert path.read_bytes() == kept.read_bytes(), f"run `make release`: {path.name} differs"
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.ipynb")}
    assert made == {p.relative_to(ROOT / "release") for p in (ROOT / "release").rglob("*.ipynb")}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_release_has_no_output_and_every_answer_is_open(lesson):
    for cell in released(lesson).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution"):
            values = exercises()[about.grade_id.removesuffix("-answer")].values
            if values:
                # Nothing else is set or run: a check can tell that nobody has answered.
                left = [line for line in cell.source.splitlines() if not line.startswith("#")]
                assert left == [f"{value} = ..." for value in values]
            else:
                assert "\n    raise NotImplementedError" in cell.source


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_release_runs_from_top_to_bottom_and_earns_nothing(lesson, tmp_path):
    """Whoever comes back on another day can run the whole lesson, solved or not."""
    notebook = released(lesson)
    execute(notebook, tmp_path)
    checks = [cell for cell in notebook.cells if cell.source.startswith("check(")]
    assert [cell.metadata.nbgrader.grade_id for cell in checks] == [
        f"{exercise.name}-check" for exercise in lessons()[lesson.stem]
    ]
    for cell in checks:
        assert cell.outputs[-1].data["text/plain"] == "0.0", cell.source


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_cell_of_a_lesson_stops_for_an_answer(lesson):
    """An answer is used by `built("name")` alone: the course's own where it is not right."""
    asked = {name for one in lessons()[lesson.stem] for name in (one.name, *one.values)}
    for cell in released(lesson).cells:
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata:
            assert not cells.names(cell.source).every & asked, cell.source
