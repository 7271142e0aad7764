"""The README's table of lessons is what the checks and the lessons say.

`python tests/test_readme.py` writes it.
"""

import re
from pathlib import Path

from authoring.build import lesson_files
from course.checks import lessons

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- lessons: written by tests/test_readme.py -->\n", "<!-- end of lessons -->"


def table():
    """Return the table of lessons in Markdown."""
    rows = ["| lesson | minutes | exercises | points |", "|---|---|---|---|"]
    minutes_in_all, points_in_all = 0, 0.0
    for path in lesson_files():
        text = path.read_text(encoding="utf-8")
        title = re.search(r"^# # (.+)$", text, re.MULTILINE).group(1)
        minutes = int(re.search(r"\*About (\d+) minutes", text).group(1))
        exercises = lessons()[path.stem]
        points = sum(sum(exercise.points) for exercise in exercises)
        names = ", ".join(f"`{exercise.name}`" for exercise in exercises)
        # The released one: the source holds the solutions.
        link = f"[{title}](release/{path.stem}/{path.stem}.ipynb)"
        rows.append(f"| {link} | {minutes} | {names} | {points:g} |")
        minutes_in_all += minutes
        points_in_all += points
    rows.append(f"| in all | {minutes_in_all} | | {points_in_all:g} |")
    return "\n".join(rows) + "\n"


def parts():
    """Return the README before, in and after the table."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    inside, after = rest.split(END)
    return before, inside, after


def test_table_of_lessons():
    assert parts()[1] == table(), "run `python tests/test_readme.py`"


def test_places_that_the_readme_names_exist():
    text = README.read_text(encoding="utf-8")
    made_by_use = {"submitted/", "feedback/", "demo/", "my-work/", "feedback/me/", "report/"}
    for place in set(re.findall(r"`([\w./-]+/)`", text)) - made_by_use:
        assert (README.parent / place).is_dir() or place.startswith(".venv"), place
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (README.parent / target).exists(), target


def test_tables_are_whole():
    """A program's warnings among the rows of a table that it printed would end the table."""
    text = README.read_text(encoding="utf-8")
    for block in re.findall(r"^\|.*?(?=\n\n|\Z)", text, re.MULTILINE | re.DOTALL):
        rows = [row for row in block.splitlines() if not row.startswith("<!--")]
        assert all(row.startswith("|") and row.endswith("|") for row in rows), block[:80]
        assert len({row.count("|") for row in rows}) == 1, block[:80]


if __name__ == "__main__":
    before, _, after = parts()
    README.write_text(before + BEGIN + table() + END + after, encoding="utf-8")
