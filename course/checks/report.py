"""What a student reads after a check: plain text that a screen reader reads well."""

from __future__ import annotations

from course.checks.engine import Call, Report, value_text


def text(report: Report) -> str:
    """Return the report as plain text."""
    name = report.exercise.name
    if not report.attempted:
        return (
            f"{name}: not attempted yet. Points: 0 of {report.possible:g}.\n"
            "Write your answer in the cell above, run it, then run this cell again."
        )
    right = [call for call in report.calls if call.right]
    wrong = [call for call in report.calls if not call.right]
    points = f"Points: {report.earned:g} of {report.possible:g}."
    if not wrong:
        lines = [f"{name}: all right. {points}"]
    else:
        lines = [f"{name}: not yet. {points}", "", *_told(wrong[0])]
        if report.label:
            lines += ["", f"  This looks like a known mistake: {report.label}"]
            lines += [f"  Look at this: {report.hint}."]
        if len(wrong) > 1:
            lines += ["", f"  {len(wrong) - 1} more of the same check did not come out right."]
    works = list(dict.fromkeys(call.probe.shows for call in right if call.probe.shows))
    if works:
        lines += ["", "Works: " + "; ".join(works) + "."]
    return "\n".join(lines)


def _told(call: Call) -> list[str]:
    lines = [f"  Tried:      {call.text}"]
    if call.error is None:
        lines += [f"  Came back:  {value_text(call.result)}"]
    if call.expected is not None:
        lines += [f"  Expected:   {_expected(call)}"]
    if call.complaint != call.expected:
        lines += [f"  Problem:    {call.complaint}"]
    return lines


def _expected(call: Call) -> str:
    # A judge says in words what it expected; a reference gives a value.
    return call.expected if call.probe.judge else value_text(call.expected)
