"""What a student reads after a check: HTML in a notebook, plain text in a terminal."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from course.checks.engine import Report, sentence
from course.checks.exercise import Call
from course.checks.words import names_taken, value_text
from course.counting import counted
from course.inline import marked

# Okabe and Ito's colours, as a border: the words say the same without them.
BORDERS = {
    "right": "#009E73",
    "not yet": "#D55E00",
    "stopped": "#CC79A7",
    "not attempted yet": "#56B4E9",
}
VERDICTS = {
    "right": "right",
    "wrong": "not yet",
    "stopped": "stopped",
    "untouched": "not attempted yet",
}
# What stands before a help, by how it was found.
LEADS = {
    "mistake": "Look at this:",
    "symptom": "What shows:",
    "place": "Where to look:",
    "error": "In plain words:",
}


@dataclass(frozen=True)
class View:
    """A report as a person reads it.

    Attributes:
        name: The exercise.
        verdict: One of VERDICTS' words.
        points: The points, in words.
        works: What works already.
        facts: What was tried, what came back and so on, as (word, value, whether it is code).
        helps: What to look at, as (lead, sentence).
        notes: Sentences after that.
    """

    name: str
    verdict: str
    points: str
    works: list[str] = field(default_factory=list)
    facts: list[tuple[str, str, bool]] = field(default_factory=list)
    helps: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the report as plain text."""
        lines = [f"{self.name}: {self.verdict}. {self.points}"]
        lines += [f"  ✓ {what}" for what in self.works]
        if self.facts:
            width = max(len(word) for word, _, _ in self.facts) + 1
            lines += ["", *(f"  {word + ':':<{width}} {value}" for word, value, _ in self.facts)]
        if self.helps:
            lines += ["", *(f"  {lead} {told}" for lead, told in self.helps)]
        if self.notes:
            lines += ["", *self.notes]
        return "\n".join(lines)

    def html(self) -> str:
        """Return the report as HTML that needs no style sheet and no script."""
        border = BORDERS[self.verdict]
        parts = [
            f'<div style="border-left: 5px solid {border}; padding: 2px 12px; max-width: 60em">',
            f"<p><code>{html.escape(self.name)}</code>: <strong>{self.verdict}</strong>. "
            f"{self.points}</p>",
        ]
        if self.works:
            items = "".join(f"<li>{marked(what)}</li>" for what in self.works)
            parts.append(
                f'<p style="margin: 0">Works:</p>'
                f"<ul style=\"list-style: '✓ '; margin-top: 0\">{items}</ul>"
            )
        if self.facts:
            rows = "".join(
                f'<tr><th scope="row" style="text-align: left; white-space: nowrap">{word}</th>'
                f'<td style="text-align: left; overflow-wrap: anywhere">'
                f"{f'<code>{html.escape(value)}</code>' if code else marked(value)}</td></tr>"
                for word, value, code in self.facts
            )
            parts.append(f"<table>{rows}</table>")
        parts += [
            f"<p><strong>{marked(lead)}</strong> {marked(told)}</p>" for lead, told in self.helps
        ]
        parts += [f"<p>{marked(note)}</p>" for note in self.notes]
        return "".join(parts) + "</div>"


class Verdict(float):
    """The points of a check, as a number; shown as its report.

    One output for both of its readers: nbgrader takes the points from the plain text, a person
    sees the HTML.
    """

    report: Report

    def __new__(cls, report: Report) -> Verdict:
        """Return the points of `report`."""
        points = super().__new__(cls, report.earned)
        points.report = report
        return points

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": repr(float(self)), "text/html": view(self.report).html()}


def view(report: Report) -> View:
    """Return how a person reads the report."""
    name, verdict = report.exercise.name, VERDICTS[report.state]
    if report.state == "untouched":
        again = (
            "Write your answer in the cell above and run it, also where it stands there from an "
            "earlier day. Then run this cell again."
        )
        notes = [] if report.graded else [again]
        return View(name, verdict, _earned(report, later=False), notes=notes)
    taken = [names_taken(report.overwritten)] if report.overwritten else []
    gone = [report.gone] if report.gone else []
    if report.state == "stopped":
        return View(name, verdict, _earned(report, later=False), notes=[report.message, *taken])
    if report.state == "right":
        return View(name, verdict, _earned(report), works=_works(report), notes=gone + taken)
    wrong = report.wrong
    notes = [report.stop] if report.stop else []
    if len(report.calls) > 1 and not report.exercise.values:
        notes.append(f"{len(wrong)} of {len(report.calls)} tries went wrong; the first is shown.")
    if gone:
        notes += gone
    elif report.run is not None:
        notes.append(f"Judged: run [{report.run}]. Changed it since? Run its cell, then this one.")
    return View(
        name,
        verdict,
        _earned(report),
        works=_works(report),
        facts=_facts(report, wrong[0]) if wrong else [],
        helps=_helps(report),
        notes=notes + taken,
    )


def _helps(report: Report) -> list[tuple[str, str]]:
    """Return the helps with what stands before each: first what is about the value shown.

    What is about another value begins with its name, if its sentence does not have it.
    """
    here, elsewhere = [], []
    for help in report.helps:
        told = sentence(help.text)
        if not help.about or report.wrong[0].text in help.about:
            here.append((LEADS[help.kind], told))
            continue
        names = [f"`{name}`" for name in report.exercise.values if name in help.about]
        named = any(name in told for name in names)
        elsewhere.append((LEADS[help.kind] if named else f"Look at {', '.join(names)}:", told))
    return here + elsewhere


def _earned(report: Report, *, later: bool = True) -> str:
    """Return the points in words, with what is left for grading."""
    if not any(report.exercise.points):
        return "A warm-up, without points."
    here, left = report.possible, report.exercise.points[1]
    if report.hidden or report.graded or not left or not later:
        return f"{report.earned:g} of {counted(here, 'point')}."
    how = "for the same values" if report.exercise.draw is None else "with other inputs"
    are = "is" if left == 1 else "are"
    return (
        f"{report.earned:g} of {counted(here, 'point')} here; "
        f"{left:g} more {are} given when your work is graded, {how}."
    )


def _works(report: Report) -> list[str]:
    """Return what was looked at and is right, and nothing of which another try went wrong."""
    wrong = {call.probe.shows for call in report.wrong}
    right = (call.probe.shows for call in report.calls if call.right)
    return [shows for shows in dict.fromkeys(right) if shows and shows not in wrong]


def _facts(report: Report, call: Call) -> list[tuple[str, str, bool]]:
    exercise = report.exercise
    facts = [("Looked at" if exercise.values else "Tried", call.text, True)]
    if call.error is None:
        facts.append(("Came back", value_text(call.result), True))
    if exercise.values:
        # Never the value that is right: it could be copied, and nothing would be left to find.
        # A judge says what it expected; of a value that could not be read it says nothing.
        judged = call.probe.judge and call.complaint is call.expected
        word = "Expected" if judged and call.expected else "Problem"
        facts.append((word, sentence(call.complaint or ""), False))
        return facts
    if call.expected is not None:
        # A judge says in words what it expected; a reference gives a value.
        told = call.expected if call.probe.judge else value_text(call.expected)
        facts.append(("Expected", told, not call.probe.judge))
    # Not "!=": what is expected may be an array.
    if call.complaint is not call.expected:
        facts.append(("Problem", sentence(call.complaint or ""), False))
    return facts
