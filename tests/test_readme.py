"""What the documents say of lessons, places and each other is so.

`python tests/test_readme.py` writes the README's table of lessons.
"""

import re
from pathlib import Path

import pytest

from authoring.__main__ import README_WALK
from authoring.build import lesson_files
from course import explorers
from course.checks import lessons
from course.figures.cards import moving

README = Path(__file__).parent.parent / "README.md"
CONTRIBUTING = README.with_name("CONTRIBUTING.md")
PAGES = [*README.parent.glob("*.md"), *sorted(README.parent.glob("docs/*.md"))]
BEGIN, END = "<!-- lessons: written by tests/test_readme.py -->\n", "<!-- end of lessons -->"


def table():
    """Return the table of lessons in Markdown."""
    rows = ["| lesson | minutes | exercises | points |", "|---|---|---|---|"]
    minutes_in_all, points_in_all = 0, 0.0
    for path in lesson_files():
        title = said(path, r"^# # (.+)$", "# # Lesson N: a title")
        minutes = int(said(path, r"\*About (\d+) minutes", "*About N minutes."))
        assert path.stem in lessons(), f"no LESSON in course/checks is called {path.stem!r}"
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


def said(path, pattern, example):
    """Return what a lesson's text says of itself."""
    found = re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{path.name} says nowhere {example!r}"
    return found[1]


def parts():
    """Return the README before, in and after the table."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    inside, after = rest.split(END)
    return before, inside, after


def test_table_of_lessons():
    assert parts()[1] == table(), "run `python tests/test_readme.py`"


def headings(text):
    """Return the addresses of a page's headings, as code hosts make them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target, _, place in re.findall(r"\]\((?!https?:|mailto:)([^)#]*)(#([^)]*))?\)", text):
        there = page.parent / target if target else page
        assert there.exists(), target
        if place and there.suffix == ".md":
            assert place in headings(there.read_text(encoding="utf-8")), f"{target}#{place}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_leads_to_solutions(page):
    """Students come from the README to the errata, and from there to a lesson."""
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)]*)\)|^\[[^\]]+\]: (.+)$", text, re.MULTILINE)
    places = [(page.parent / (one or other)).resolve() for one, other in targets]
    solved = [README.parent / name for name in ("source", "lessons", "tests/submissions")]
    assert not [str(one) for one in places if any(one.is_relative_to(at) for at in solved)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_tables_are_whole(page):
    """A program's warnings among the rows of a table that it printed would end the table."""
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^\|.*?(?=\n\n|\Z)", text, re.MULTILINE | re.DOTALL):
        rows = [row for row in block.splitlines() if not row.startswith("<!--")]
        assert all(row.startswith("|") and row.endswith("|") for row in rows), block[:80]
        assert len({row.count("|") - row.count("\\|") for row in rows}) == 1, block[:80]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_explorers_that_are_named_exist(page):
    named = set(re.findall(r"`((?:explore|race|watch)_\w+)", page.read_text(encoding="utf-8")))
    assert named <= set(explorers.__all__)


def test_places_that_are_named_exist():
    text = README.read_text(encoding="utf-8") + CONTRIBUTING.read_text(encoding="utf-8")
    made_by_use = {"submitted/", "feedback/", "report/", "my-work/"}
    text = text.replace("lesson_NN", "lesson_01")
    named = set(re.findall(r"`([a-z][\w./-]+/)`", text))
    for place in named:
        if place.startswith(tuple(made_by_use)):
            continue
        assert (README.parent / place).is_dir(), place


def test_files_that_are_named_exist():
    """A page or a comment that sends its reader to a file names one that is there."""
    root, rooms = README.parent, "authoring|benchmarks|course|docs|grading|tests"
    path = re.compile(rf"`((?:{rooms})/[\w./-]+\.\w+)`")
    # Capital letters stand for any name, and an exercise `average` is docs/checks.md's example.
    example = re.compile(r"[A-Z]{2}|average\.py|lesson_99")
    code = [one for room in rooms.split("|") for one in sorted((root / room).rglob("*.py"))]
    missing = {
        f"{text.relative_to(root)}: {name}"
        for text in [*PAGES, *code]
        for name in path.findall(text.read_text(encoding="utf-8"))
        if not example.search(name) and not (root / name).is_file()
    }
    assert missing == set()


def test_the_walk_is_the_one_that_is_drawn():
    drawn = (README.parent / "docs" / "walk.svg").read_text(encoding="utf-8")
    assert drawn == moving(README_WALK).svg, "run `python -m authoring docs`"


def test_the_walk_comes_to_rest_by_itself_within_five_seconds():
    """WCAG 2.2.2: a picture has no button to stop it. It rests where the whole way is seen."""
    drawn = (README.parent / "docs" / "walk.svg").read_text(encoding="utf-8")
    (played,) = re.findall(r"animation:([^}]+)", drawn)
    name, seconds, *others = played.split()
    assert float(seconds.removesuffix("s")) <= 5
    assert others == ["ease-in-out"], "it is played once"
    frames = re.search(rf"@keyframes {name}{{((?:[^{{}}]+{{[^{{}}]*}})+)}}", drawn).group(1)
    places = re.findall(r"([\d.]+)%{transform:translate\((\d+)px,(\d+)px\)}", frames)
    (end,) = re.findall(r"#hiker{transform:translate\((\d+)px,(\d+)px\)}", drawn)
    assert places[-1] == ("100", *end)
    way = re.findall(r'<circle cx="(\d+)" cy="(\d+)" r="6"/>', drawn)
    assert [place[1:] for place in places] == way


if __name__ == "__main__":
    before, _, after = parts()
    README.write_text(before + BEGIN + table() + END + after, encoding="utf-8")
