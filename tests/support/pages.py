"""What the tests of the pages in docs/ share: the lessons' headings, and tables in Markdown."""

import re

from authoring.build import lesson_files
from course_folder import ROOT

DOCS = ROOT / "docs"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in lesson_files()}
HEADINGS = {
    name: set(re.findall(r"^# #{2,} (.+?)\s*$", text, re.MULTILINE))
    for name, text in TEXTS.items()
}


def lesson(number):
    """Return the name of lesson number 1, 2, …, or None."""
    return next((name for name in TEXTS if int(name[:2]) == int(number)), None)


def tables(text):
    """Return the rows of all tables, without their heads, as lists of cells."""
    rows, head = [], True
    for line in text.splitlines():
        if not line.startswith("|"):
            head = True
            continue
        if set(line) <= set("|-: "):
            head = False
        elif not head:
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows
