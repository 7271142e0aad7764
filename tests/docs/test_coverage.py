"""docs/coverage.md: all 120 lines have a place that exists, or a reason."""

import re

import pytest

from tests.support.pages import DOCS, HEADINGS, lesson, tables

PAGE = (DOCS / "coverage.md").read_text(encoding="utf-8")
PLACE = re.compile(r"\[Lesson (\d+)\]\[(\d+)\] \*(.+?)\*")
REASON = re.compile(r"Left out: .{20,}\.")


def problem(number, where):
    """Return what is wrong with the place of one line, or None."""
    if REASON.fullmatch(where):
        return None
    places = PLACE.findall(where)
    rebuilt = " · ".join(f"[Lesson {one}][{other}] *{title}*" for one, other, title in places)
    if not places or rebuilt != where:
        return f"line {number} has neither places nor a reason: {where}"
    for told, linked, title in places:
        if told != linked or title not in HEADINGS.get(lesson(told), ()):
            return f"line {number}: lesson {told} has no section {title!r}"
    return None


def test_every_line_has_a_place_or_a_reason():
    rows = tables(PAGE)
    assert [int(number) for number, *_ in rows] == list(range(1, 121))
    found = [problem(number, where) for number, _, _, where in rows]
    assert [told for told in found if told] == []


def test_every_line_names_its_article_and_what_it_has():
    for number, article, what, _ in tables(PAGE):
        assert re.fullmatch(r"[A-E](, [A-E])*", article), number
        assert len(what) > 5, number


def test_links_lead_somewhere():
    targets = re.findall(r"^\[\d+\]: (.+)$|\]\(([^)]+)\)", PAGE, re.MULTILINE)
    missing = [one or other for one, other in targets if not (DOCS / (one or other)).exists()]
    assert missing == []
    assert len(targets) == 11


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("", "line 7 has neither places nor a reason: "),
        ("Left out: no.", "line 7 has neither places nor a reason: Left out: no."),
        ("OPEN: [Lesson 1][1] *One step*", "has neither places nor a reason"),
        ("[Lesson 1][1] *Two steps*", "line 7: lesson 1 has no section 'Two steps'"),
        ("[Lesson 1][2] *One step*", "line 7: lesson 1 has no section 'One step'"),
    ],
)
def test_a_wrong_place_is_found(where, told):
    assert told in problem(7, where)
