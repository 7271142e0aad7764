"""nbval can fail: a printed number that a lesson no longer prints turns it red."""

import subprocess
import sys

import nbformat

from course_folder import ROOT

LESSON = "01_one_dimension"


def test_a_changed_number_turns_nbval_red(tmp_path):
    notebook = nbformat.read(ROOT / "source" / LESSON / f"{LESSON}.ipynb", as_version=4)
    shown = [
        (i, output)
        for i, cell in enumerate(notebook.cells)
        for output in cell.get("outputs", ())
        if "1.9679853981" in output.get("text", "")
    ]
    # The cells after it have no part in this.
    i, output = shown[0]
    output.text = output.text.replace("1.9679853981", "1.9679853982")
    del notebook.cells[i + 1 :]
    target = tmp_path / "changed.ipynb"
    nbformat.write(notebook, target)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "--nbval",
            "--nbval-sanitize-with",
            str(ROOT / "tests" / "nbval_sanitize.cfg"),
            str(target),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 1
    assert "1 failed" in done.stdout
    assert ".9679853982" in done.stdout
