"""Lessons and exercises by their titles, and what each asks for in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from course.progress import outline
from course_folder import ROOT
from grading.results import pages

# What a lesson calls its exercises, before the words: "Exercise 3: ".
_NUMBER = re.compile(r"^[^:]+: ")


@dataclass(frozen=True)
class Titles:
    """What a lesson is called, and what is in it.

    Attributes:
        lesson: Its title, as its notebook has it; its name if there is none.
        exercises: The title of each exercise, by its name: "Exercise 3: walk".
        tasks: What each asks for, in one line.
    """

    lesson: str
    exercises: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, Markup] = field(default_factory=dict)

    def exercise(self, name: str) -> str:
        """Return an exercise's title, or its name where it has none."""
        return self.exercises.get(name, name)

    def words(self, name: str) -> str:
        """Return an exercise's title without its number, for lists: "walk"."""
        return _NUMBER.sub("", self.exercise(name))


@lru_cache(maxsize=64)
def of(lesson: str) -> Titles:
    """Return the titles of a lesson of this course; what is no lesson keeps its name."""
    file = ROOT / "source" / lesson / f"{lesson}.ipynb"
    try:
        known = outline.lesson(file)
        texts = {
            about["nbgrader"]["grade_id"].removesuffix("-statement"): text
            for _, about, text in outline.cells(file)
            if about.get("nbgrader", {}).get("grade_id", "").endswith("-statement")
        }
    except (OSError, ValueError, KeyError, TypeError):
        return Titles(lesson)
    titles = {task.name: task.title.replace("`", "") for task in known.tasks}
    return Titles(known.title, titles, {name: task(text) for name, text in texts.items()})


def task(statement: str) -> Markup:
    """Return what an exercise asks for in one line: its first sentence that tells to do it.

    Args:
        statement: The exercise's text as Markdown: a title, then the task.
    """
    told = " ".join(statement.partition("<details>")[0].partition("\n")[2].split())
    if not told:
        return Markup()
    found = re.search(r"\b(?:Write `|[Ss]et ).+?[.:](?= |$)", told) or re.match(
        r".*?[.:](?= |$)", told
    )
    line = found[0] if found else told
    names = re.findall(r"(?m)^- `(\w+)`", statement)
    if line.endswith(":") and names:
        # What is to be set stands in the list below.
        line = f"{line[:-1].partition(',')[0]}: {', '.join(f'`{name}`' for name in names)}."
    line = re.sub(r"[*$]|\\text{(\w+)}", r"\1", line).rstrip(".:") + "."
    line = line[0].upper() + line[1:]
    return pages.code(line)
