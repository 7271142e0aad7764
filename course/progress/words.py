"""What the map, a lesson's end and the review say: as HTML or Markdown, and as plain text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from course.counting import counted
from course.progress.outline import Task
from course.progress.standing import Standing
from course.progress.store import START

# Grey that can be seen on a light and on a dark page.
EDGE = "1px solid rgba(128, 128, 128, 0.6)"
BAR = "#0072B2"
NOT_HERE = (
    "In your own copy of the course, which `make lab` makes, this shows your points and the map."
)


def anchor(title: str) -> str:
    """Return the address of a heading in a notebook, as JupyterLab makes it."""
    return "#" + quote(title.replace("`", "").replace(" ", "-"), safe=":")


def address(standing: Standing, up: str, task: Task | None = None) -> str:
    """Return the link to a lesson, or to an exercise in it.

    Args:
        standing: The lesson.
        up: The way from the page to the student's folder: "" or "../".
        task: The exercise.
    """
    name = standing.lesson.name
    return f"{up}{PurePosixPath(name, name)}.ipynb{anchor(task.heading) if task else ''}"


def done_so_far(standing: Standing) -> list[str]:
    """Return what a card tells: exercises, points, predictions."""
    lesson = standing.lesson
    told = [f"{len(standing.done)} of {counted(len(lesson.tasks), 'exercise')}"]
    if lesson.points:
        told.append(f"{standing.earned:g} of {counted(lesson.points, 'point')}")
    if standing.predicted:
        told.append(f"{standing.right} of {counted(standing.predicted, 'prediction')} right")
    return told


def next_step(standing: Standing) -> tuple[str, Task | None]:
    """Return where to go on in a lesson, in words, and the exercise it is."""
    if not standing.begun:
        return "Begin", None
    if standing.finished:
        return "Done: look at it again", None
    task = standing.open[0] if standing.open else None
    return (f"Go on at {task.short}", task) if task else ("Go on", None)


# --- the map -----------------------------------------------------------------------------------


def map_text(standings: Sequence[Standing]) -> str:
    """Return the map as plain text."""
    rows = []
    for one in standings:
        parts = [*done_so_far(one), next_step(one)[0]]
        rows.append(f"{one.lesson.title} ({one.lesson.minutes} minutes)\n  {' · '.join(parts)}")
    return "\n".join([*rows, _in_all(standings)])


def map_html(standings: Sequence[Standing], up: str) -> str:
    """Return the map as HTML that needs no script and no style sheet: a card for each lesson."""
    cards = "".join(_card(one, up) for one in standings)
    return (
        '<div class="course-map"><ol style="display: grid; gap: 16px; list-style: none; '
        "margin: 0; padding: 0; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr))"
        f'">{cards}</ol><p class="course-in-all">{_in_all(standings)}</p></div>'
    )


def _card(standing: Standing, up: str) -> str:
    # Here, and not above: a lesson's first cell need not wait for it.
    from course.figures.cards import card

    lesson, picture = standing.lesson, card(standing.lesson.name, standing.share)
    step, task = next_step(standing)
    told = "<br>".join([f"{lesson.minutes} minutes", *done_so_far(standing)])
    return (
        f'<li style="border: {EDGE}; border-radius: 8px; margin: 0; overflow: hidden">'
        f'<img src="{picture.source}" alt="{html.escape(picture.alt)}" '
        'style="display: block; width: 100%; margin: 0">'
        # How far, once more for the eye: the words beside it say the same.
        '<div class="course-bar" '
        f'style="height: 6px; width: {standing.share:.0%}; background: {BAR}"></div>'
        '<div style="padding: 8px 14px 12px">'
        f'<p style="margin: 0 0 8px"><a href="{address(standing, up, task)}">'
        f"<strong>{html.escape(lesson.title)}</strong><br>"
        f'<span class="course-step">{step}</span></a></p>'
        f'<p class="course-so-far" style="margin: 0">{told}</p></div></li>'
    )


def _in_all(standings: Sequence[Standing]) -> str:
    exercises = sum(len(one.lesson.tasks) for one in standings)
    done = sum(len(one.done) for one in standings)
    earned = sum(one.earned for one in standings)
    points = sum(one.lesson.points for one in standings)
    told = f"In all: {done} of {counted(exercises, 'exercise')}, {earned:g} of {points:g} points."
    later = sum(task.later for one in standings for task in one.lesson.tasks)
    return f"{told} {later:g} more are given when your work is graded, with other inputs."


# --- the end of a lesson ------------------------------------------------------------------------


def end(standing: Standing, after: Standing | None, to_try: str) -> str:
    """Return as Markdown what stands at the end of a lesson.

    Args:
        standing: The lesson.
        after: The lesson after it, if there is one.
        to_try: One thing to try in an explorer.
    """
    lesson = standing.lesson
    lines = [f"**{' · '.join(done_so_far(standing))}.**"]
    if standing.finished:
        lines[0] += " Every exercise of this lesson is right: well done!"
        lines += ["", "Now you can", "", *(f"- {goal}" for goal in lesson.goals)]
    else:
        lines += ["", "Still open:", ""]
        for task in standing.open:
            earned = standing.points.get(task.name, 0)
            points = f": {earned:g} of {counted(task.points, 'point')}" if task.points else ""
            lines.append(f"- [{task.title}]({anchor(task.heading)}){points}")
    if more := sum(task.later for task in lesson.tasks):
        told = f"{counted(more, 'more point')} when your work is graded, with other inputs."
        lines += ["", told]
    farther = _farther(after, to_try)
    # Without a line between them, Markdown would join the two lists.
    then = ["And then:", "", *farther] if farther else []
    return "\n".join([*lines, "", *then])


def end_elsewhere(to_try: str) -> str:
    """Return as Markdown what stands at the end of a lesson where nothing is kept."""
    return "\n".join([NOT_HERE, "", *_farther(None, to_try)])


def _farther(after: Standing | None, to_try: str) -> list[str]:
    lines = [f"- Try this: {to_try}"] if to_try else []
    if after:
        lines.append(f"- Next: [{after.lesson.title}]({address(after, '../')})")
    return [*lines, f"- Back to [the map](../{START})"] if after or to_try else lines


# --- the review ---------------------------------------------------------------------------------


def invitation(due: int) -> str:
    """Return as Markdown what stands in place of the questions until they are asked for."""
    if not due:
        return "No questions from earlier lessons today."
    are, them = ("is", "it") if due == 1 else ("are", "them")
    return (
        f"**{counted(due, 'question')} from earlier lessons {are} due today.** "
        f"Run this cell (`Shift+Enter`) to answer {them}."
    )
