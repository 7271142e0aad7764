"""A lesson with an explorer: what is stored is small, holds no id, and passes nbval."""

import json
import subprocess
import sys

import nbformat

from authoring.build import WIDGET, executed
from course.explorers.kit.widget import LARGEST
from course_folder import ROOT

LESSON = """# %%
from course import explorers
from course.landscapes import quartic

# %%
explorers.explore_curve(quartic, start=3.0, lr=0.01, steps=200)
"""


def test_nbval_accepts_what_is_stored(tmp_path):
    lesson = tmp_path / "99_explorer.py"
    lesson.write_text(LESSON, encoding="utf-8")
    notebook = executed(lesson)
    page, live = notebook.cells[-1].outputs
    assert set(page.data) == {"text/html", "image/png", "text/plain"}
    assert page.data["text/plain"].startswith("Explorer: A walk on w⁴ − 8w² + w + 10.")
    assert dict(live.data) == {"text/html": "", "text/plain": ""}
    assert WIDGET not in json.dumps(notebook)
    assert len(json.dumps(notebook.cells[-1].outputs, ensure_ascii=False).encode()) < LARGEST
    # Floats differ from machine to machine: other tables are no failure, another text is.
    page.data["text/html"] = page.data["text/html"].replace("AAAA", "AAAB")
    assert nbval(notebook, tmp_path) == 0
    page.data["text/plain"] += " And more."
    assert nbval(notebook, tmp_path) == 1


def nbval(notebook, folder):
    target = folder / "stored.ipynb"
    nbformat.write(notebook, target)
    arguments = ["-q", "-p", "no:cacheprovider", "--nbval", "--nbval-sanitize-with"]
    config = str(ROOT / "tests" / "nbval_sanitize.cfg")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments, config, str(target)],
        cwd=folder,
        capture_output=True,
        timeout=300,
        check=False,
    ).returncode
