"""`progress()`, `finish()` and `review()`: what a notebook calls to show how far a student is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from IPython.core.getipython import get_ipython
from IPython.display import display

from course.progress import outline, store, words
from course.progress.schedule import due
from course.progress.standing import behind, standings


class Shown:
    """Something to read, in a rich form and as plain text."""

    def __init__(self, kind: str, rich: str, text: str) -> None:
        """Take the rich form, its kind ("text/html" or "text/markdown") and the plain text."""
        self.data = {kind: rich, "text/plain": text}

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return self.data

    def __repr__(self) -> str:
        return self.data["text/plain"]


def progress() -> Shown:
    """Return the map of the course: what is done, and where to go on."""
    home = store.home()
    if home is None:
        return Shown("text/markdown", words.NOT_HERE, words.NOT_HERE)
    return map_of(home, up="../" if store.lesson_of() else "")


def map_of(home: Path, up: str = "") -> Shown:
    """Return the map of a student's folder; `up` is the way to it from where it is shown."""
    found = standings(outline.kept(home), store.read(home))
    return Shown("text/html", words.map_html(found, up), words.map_text(found))


def finish(to_try: str = "") -> Shown:
    """Return what stands at a lesson's end: its points, what is open, and where to go.

    Args:
        to_try: One thing to try in the lesson's explorer, as Markdown.
    """
    home, name = store.home(), store.lesson_of()
    found = standings(outline.kept(home), store.read(home)) if home and name else []
    at = next((i for i, one in enumerate(found) if one.lesson.name == name), None)
    if at is None:
        told = words.end_elsewhere(to_try)
    else:
        after = found[at + 1] if at + 1 < len(found) else None
        told = words.end(found[at], after, to_try)
    return Shown("text/markdown", told, told)


def review() -> None:
    """Ask the questions of earlier lessons that are due today, in boxes like a lesson's."""
    home = store.home()
    names = questions_due(home, date.today()) if home else []
    if not home or not names or get_ipython() is None:
        told = words.invitation(len(names))
        display(Shown("text/markdown", told, told))
        return
    # Here, and not above: the boxes need more of Jupyter than the rest of this module.
    from course.questions import quick

    record = store.read(home)
    for name in names:
        lesson, _, question = name.partition("/")
        kept = record[lesson]["quick"][question]
        asked = f"{name}@{date.today()}"
        quick(asked, kept["question"], kept["choices"], right=kept["answer"])


def questions_due(home: Path, today: date) -> list[str]:
    """Return the "LESSON/NAME" of the questions to ask today, of lessons that lie behind."""
    record = store.read(home)
    entries = {
        f"{lesson}/{name}": entry
        for lesson in behind(standings(outline.kept(home), record))
        for name, entry in record[lesson].get("quick", {}).items()
        if {"question", "choices", "answer"} <= set(entry)
    }
    return due(entries, today)
