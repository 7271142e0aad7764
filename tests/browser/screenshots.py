"""`make screenshots`: docs/explorers/NAME.png, each explorer as a real browser shows it.

And docs/lesson.png: lesson 1 as `make lab` shows it, a prediction made.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from course.explorers import EXPLORERS
from course.lab.launch import copy_lessons
from tests.support.alone import alone
from tests.support.explorers import made
from tests.support.lab_server import ROOT, browsing, chromium, serving
from tests.support.site_lab import place

# Run a notebook down to a cell.
RUN = """async (at) => {
    const { commands, shell } = window.jupyterapp;
    shell.currentWidget.content.activeCellIndex = at;
    await commands.execute("notebook:run-all-above");
    await commands.execute("notebook:run-cell");
}"""
LESSON = "my-work/01_one_dimension/01_one_dimension.ipynb"


def main() -> None:
    """Write a picture of each explorer's page, and of lesson 1."""
    if chromium(whole=True) is None:
        sys.exit("Error: no Chromium found; install it or set CHROMIUM")
    target = ROOT / "docs" / "explorers"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browsing(whole=True) as browser:
        for name in EXPLORERS:
            with alone(browser, made(name), Path(folder), width=1000) as page:
                page.wait_for_timeout(400)
                page.locator(".course-explorer").screenshot(path=target / f"{name}.png")
            print(f"docs/explorers/{name}.png")
        lesson(browser, Path(folder))
        print("docs/lesson.png")


def lesson(browser, folder: Path) -> None:
    """Write a picture of lesson 1 in JupyterLab, with its first prediction made."""
    copy_lessons(ROOT / "release", folder / "my-work")
    with serving(folder) as lab, lab.shown(browser, LESSON, width=1200, height=860) as page:
        page.evaluate(RUN, place(page, "w, lr = -1.0, 0.1"))
        asked = page.locator(".course-question-live", has_text="Which way is downhill?")
        asked.get_by_label("to the right, to larger w").check()
        asked.get_by_text("Recorded:").wait_for()
        page.evaluate(
            "() => [...document.querySelectorAll('.jp-Notebook h2')]"
            ".find((heading) => heading.textContent.startsWith('One step'))"
            ".scrollIntoView({ block: 'center' })"
        )
        page.wait_for_timeout(1000)
        page.screenshot(path=ROOT / "docs" / "lesson.png")


if __name__ == "__main__":
    main()
