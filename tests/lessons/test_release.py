"""release/ is what nbgrader makes of source/, and gives nothing away."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from authoring.build import build_release, lesson_files
from grading.nbgrader_tools import ROOT

LESSONS = lesson_files()
REGION = re.compile(
    r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END (?:SOLUTION|HIDDEN TESTS)", re.DOTALL
)


def visible() -> set[str]:
    """Return every line that some lesson shows openly: a loop over steps, say."""
    texts = [REGION.sub("", lesson.read_text(encoding="utf-8")) for lesson in LESSONS]
    return {line.strip() for text in texts for line in text.splitlines()}


VISIBLE = visible()


def secrets(lesson: Path) -> set[str]:
    """Return every line of a solution or hidden test that says something and is not shown."""
    text = lesson.read_text(encoding="utf-8")
    lines = {line.strip() for region in REGION.findall(text) for line in region.splitlines()}
    return {line for line in lines - VISIBLE if len(re.sub(r"\W", "", line)) > 6}


def leaks(found: set[str], text: str) -> set[str]:
    """Return the lines of `found` that stand in `text`, plain or escaped as in HTML or JSON."""
    plain = text.replace('\\"', '"').replace("&quot;", '"').replace("&#39;", "'")
    plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {line for line in found if line in plain or line in re.sub(r"<[^>]+>", "", plain)}


ALL_SECRETS = set().union(*map(secrets, LESSONS))


def released(lesson):
    return nbformat.read(ROOT / "release" / lesson.stem / f"{lesson.stem}.ipynb", as_version=4)


def test_there_are_secrets_to_look_for():
    assert all(len(secrets(lesson)) >= 4 for lesson in LESSONS)


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
            assert "raise NotImplementedError" in cell.source


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_release_runs_and_fails_only_at_open_answers(lesson, tmp_path):
    notebook = released(lesson)
    client = NotebookClient(
        notebook,
        timeout=60,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(tmp_path)}},
        extra_arguments=["--IPKernelApp.log_level=40"],
    )
    client.execute()
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                assert about.get("solution"), f"a cell fails: {cell.source}: {output.evalue}"
                assert output.ename == "NotImplementedError"
        if about.get("grade") and "check(" in cell.source:
            told = cell.outputs[0].data["text/plain"]
            assert "not attempted yet" in told, about.grade_id
            assert cell.outputs[-1].data["text/plain"] == "0.0"
