"""What a student reads after a check: plain text that a screen reader reads well, or HTML."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from course.checks.engine import Call, Report, value_text

# Okabe and Ito's colours, as a border: the words say the same without them.
BORDERS = {"right": "#009E73", "not yet": "#D55E00", "not attempted yet": "#56B4E9"}


@dataclass(frozen=True)
class View:
    """A report as a notebook shows it: HTML where there is a front end, text elsewhere.

    Attributes:
        name: The exercise.
        verdict: "right", "not yet" or "not attempted yet".
        points: The points, in words.
        facts: What was tried, what came back and so on, as (word, value).
        mistake: The named mistake and its hint, or two empty texts.
        notes: Sentences after that.
    """

    name: str
    verdict: str
    points: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    mistake: tuple[str, str] = ("", "")
    notes: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        return self.text()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.text(), "text/html": self.html()}

    def text(self) -> str:
        """Return the report as plain text."""
        lines = [f"{self.name}: {self.verdict}. {self.points}"]
        if self.facts:
            width = max(len(word) for word, _ in self.facts) + 1
            lines += ["", *(f"  {word + ':':<{width}} {value}" for word, value in self.facts)]
        label, hint = self.mistake
        if label:
            lines += ["", f"  A known mistake: {label}", f"  Look at this: {hint}"]
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
        if self.facts:
            rows = "".join(
                f'<tr><th scope="row" style="text-align: left; white-space: nowrap">{word}</th>'
                f'<td style="text-align: left; overflow-wrap: anywhere">'
                f"<code>{html.escape(value)}</code></td></tr>"
                for word, value in self.facts
            )
            parts.append(f"<table>{rows}</table>")
        label, hint = self.mistake
        if label:
            parts.append(
                f"<p>A known mistake: <code>{html.escape(label)}</code><br>"
                f"<strong>Look at this:</strong> {html.escape(hint)}</p>"
            )
        parts += [f"<p>{html.escape(note)}</p>" for note in self.notes]
        return "".join(parts) + "</div>"


def view(report: Report) -> View:
    """Return how a notebook shows the report."""
    name = report.exercise.name
    if not report.attempted:
        again = "Write your answer in the cell above, run it, then run this cell again."
        points = f"Points: 0 of {report.possible:g}."
        return View(name, "not attempted yet", points, notes=[again])
    right = [call for call in report.calls if call.right]
    wrong = [call for call in report.calls if not call.right]
    notes = []
    if len(wrong) > 1:
        notes.append(f"{len(wrong) - 1} more of the same check did not come out right.")
    works = list(dict.fromkeys(call.probe.shows for call in right if call.probe.shows))
    if works:
        notes.append("Works: " + "; ".join(works) + ".")
    return View(
        name,
        "not yet" if wrong else "right",
        f"Points: {report.earned:g} of {report.possible:g}.",
        _facts(wrong[0]) if wrong else [],
        (report.label, _sentence(report.hint)),
        notes,
    )


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?!" else text + "."


def _facts(call: Call) -> list[tuple[str, str]]:
    facts = [("Tried", call.text)]
    if call.error is None:
        facts.append(("Came back", value_text(call.result)))
    if call.expected is not None:
        # A judge says in words what it expected; a reference gives a value.
        told = call.expected if call.probe.judge else value_text(call.expected)
        facts.append(("Expected", told))
    # Not "!=": what is expected may be an array.
    if call.complaint is not call.expected:
        facts.append(("Problem", call.complaint))
    return facts
