"""The start page: a notebook beside the lessons, with the map as it is when the page is opened.

It holds nothing of the student's and is written anew whenever it is out of date. In its metadata
stands what the course consists of, so that the map is drawn from one small file.
"""

from __future__ import annotations

import json
import platform
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from course.progress import outline, words
from course.progress.calls import Shown, map_of, questions_due
from course.progress.outline import Outline
from course.progress.store import START
from course.writing import write_whole

TOP = """\
# Your map of the course

Each lesson is a landscape. Each point that you earn takes the hiker a step farther down. Open a
lesson by the link on its card; if you are new here, begin with the first."""
QUESTIONS = """\
## Questions from earlier lessons

What you learned stays longer if you recall it after a day, and again after 3, 7, 14 and 30. From
your second lesson on, up to eight questions wait here each day."""
REFRESH = Path(__file__).with_name("refresh.js")
# As a kernel would complete it: a page that opens unchanged is closed without a question.
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": platform.python_version(),
    },
}


def write(lessons: Path, home: Path) -> bool:
    """Write the start page into a student's folder; return whether there are any lessons.

    Args:
        lessons: A folder of lessons as they are given out.
        home: The student's folder.
    """
    found = outline.read(lessons)
    if found:
        # The map is drawn from what this page keeps, and so it is written twice the first time.
        _put(home / START, _notebook(found, _how_to_work(lessons, found), home))
        renew(home)
    return bool(found)


def renew(home: Path, path: str = "") -> None:
    """Bring the start page of a student's folder up to date.

    Args:
        home: The student's folder.
        path: Where a server has the start page; its map then asks there when it is shown again.
    """
    found = outline.kept(home)
    if found:
        before = json.loads((home / START).read_text(encoding="utf-8"))
        how = before["metadata"]["course"].get("how", "")
        _put(home / START, _notebook(found, how, home, path))


def _how_to_work(lessons: Path, found: Outline) -> str:
    """Return the notes on how to work with which every lesson begins, here unfolded."""
    first = lessons / found[0].name / f"{found[0].name}.ipynb"
    kind, _, text = next(outline.cells(first), ("", {}, ""))
    folded = "<details>"
    return text.replace(folded, "<details open>") if kind == "markdown" and folded in text else ""


def _refreshed(shown: Shown, path: str) -> Shown:
    """Return the map with a script that asks for a new one."""
    if not path:
        return shown
    script = (
        f"<script>(() => {{\n{REFRESH.read_text(encoding='utf-8')}"
        f"refresh(document.currentScript.previousElementSibling, {json.dumps(quote(path))});"
        "\n})()</script>"
    )
    return Shown("text/html", shown.data["text/html"] + script, shown.data["text/plain"])


def _notebook(found: Outline, how: str, home: Path, path: str = "") -> dict[str, Any]:
    """Return the start page as a notebook."""
    due = words.invitation(len(questions_due(home, date.today())))
    about = outline.as_metadata(found)
    about["course"]["how"] = how
    cells = [
        _text("top", TOP),
        _call("map", "from course import progress\n\nprogress()", _refreshed(map_of(home), path)),
        _text("questions", QUESTIONS),
        _call(
            "review",
            "from course import review\n\nreview()",
            Shown("text/markdown", due, due),
        ),
        *([_text("how", how)] if how else []),
    ]
    return {
        "cells": cells,
        "metadata": {**about, **METADATA},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _text(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _call(name: str, source: str, shown: Shown) -> dict[str, Any]:
    """Return a cell whose source is folded, with what it shows."""
    output = {
        "output_type": "display_data",
        "data": shown.data,
        "metadata": {},
    }
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"jupyter": {"source_hidden": True}},
        "source": source,
        "execution_count": None,
        "outputs": [output],
    }


def _put(file: Path, notebook: dict[str, Any]) -> None:
    """Write the notebook, in one step, where it differs from what is there, whatever that is."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    if not file.exists() or file.read_text(encoding="utf-8", errors="replace") != text:
        write_whole(file, text)
