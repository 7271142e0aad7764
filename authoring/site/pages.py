"""The lessons as pages to read: no kernel, no network, and nothing that a student should find.

A page shows what `release/` shows, with the outputs that the lesson's own cells have in
`source/`. Answers, and what checks say of the right ones, stay out.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import Environment, FileSystemLoader
from pygments.formatters import HtmlFormatter

from authoring.site import cells, edition, gallery, searching
from authoring.site.prose import DOCUMENTS, rendered
from course.figures import cards
from course.progress import outline
from course_folder import ROOT

HERE = Path(__file__).parent / "page"
# The explorer that one meets first, on the home page.
TRIAL = "explore_curve"
DESCRIPTION = (
    "An interactive course on gradient descent: predict, run, see, write it yourself, and be told "
    "what is wrong."
)


@dataclass(frozen=True)
class Lesson(outline.Lesson):
    """A lesson of the site, and what the map of the course tells of it.

    Attributes:
        body: Its page, as HTML.
    """

    body: str

    @property
    def card(self) -> cards.Card:
        """Its picture: the landscape, and a hiker half-way."""
        return cards.card(self.name, 0.5)

    @property
    def page(self) -> str:
        """The address of its page, from the site's own."""
        return f"lessons/{self.name}.html"

    @property
    def lab(self) -> str:
        """The address of its notebook in the lab."""
        return in_lab(self.name)


def in_lab(name: str) -> str:
    """Return the address of a lesson's notebook in the lab, from the site's own."""
    return f"{edition.lab()}/notebooks/index.html?path=lessons/{name}/{name}.ipynb"


def build(site: Path) -> None:
    """Write the pages into `site`."""
    lessons = {one.stem: lesson(one) for one in sorted((ROOT / "release").glob("*/*.ipynb"))}
    write = Writer(site, list(lessons.values()))
    shown = gallery.read()
    first: dict[str, str] = {}
    for explorer in shown:
        first.setdefault(explorer.lesson, explorer.name)

    trial = {one.name: one for one in shown}[TRIAL]
    write("index.html", "index.html", title=course()["title"], trial=trial)
    for one, before, after in _with_neighbours(list(lessons.values())):
        goals = " ".join(one.goals[:3]).replace("`", "").rstrip(";.")
        about = {"title": one.title, "description": f"{one.title}. You will be able to {goals}."}
        if one.name in first:
            about |= _picture(first[one.name], f"An explorer of this lesson: {first[one.name]}")
        write(one.page, "lesson.html", lesson=one, before=before, after=after, **about)
    explorers = [(one, lessons[one.lesson]) for one in shown]
    about = _picture("race_optimizers", "Six optimizers race on contours.")
    write("explorers.html", "explorers.html", title="All explorers", explorers=explorers, **about)
    for name, title in DOCUMENTS.items():
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        write(f"{name}.html", "document.html", title=title, body=rendered(text, ""))
    searching.write(site, write.written)
    write("search.html", "search.html", title="Search")
    style = (HERE / "site.css").read_text(encoding="utf-8")
    (site / "site.css").write_text(style + highlighting(), encoding="utf-8")
    for program in ("scrolling.mjs", "clearing.mjs"):
        shutil.copyfile(HERE / program, site / program)
    write("404.html", "404.html", title="Not here", style=style)
    shutil.copytree(ROOT / "docs" / "explorers", site / "pictures")
    shutil.copyfile(ROOT / "docs" / "lesson.png", site / "pictures" / "lesson.png")
    for name, one in lessons.items():
        (site / "pictures" / f"{name}.svg").write_text(one.card.svg, encoding="utf-8")
    shutil.copyfile(ROOT / "LICENSE", site / "LICENSE.txt")
    shutil.copyfile(ROOT / "CITATION.cff", site / "CITATION.cff")
    write.sitemap()


@cache
def course() -> dict[str, str]:
    """Return the course's title, authors and version, as it wants to be cited."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    keys = {"title": "title", "authors": "  - name", "version": "version"}
    told = {name: re.search(rf"^{key}: (.+)$", text, re.MULTILINE) for name, key in keys.items()}
    return {name: found[1] for name, found in told.items() if found}


class Writer:
    """Writes pages, and remembers what they say.

    Who publishes the site says where it will stand: SITE_ADDRESS, with its last slash. Without
    it, other sites show no picture in a preview, and search engines get no sitemap.
    """

    def __init__(self, site: Path, lessons: list[Lesson]):
        """Write into `site`; each page may lead to each lesson."""
        self.site, self.lessons = site, lessons
        self.address = os.environ.get("SITE_ADDRESS", "")
        self.written: dict[str, tuple[str, str]] = {}
        self._templates = Environment(
            loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True
        )

    def __call__(self, path: str, template: str, **about: Any) -> None:
        """Write the page at `path` from a template and what it is about."""
        home = "../" * path.count("/")
        preview = {
            "description": DESCRIPTION,
            "picture": "pictures/lesson.png",
            "seen": "Lesson 1 in the lab: a prediction with two choices.",
        }
        text = self._templates.get_template(template).render(
            **{**preview, **about},
            path=path,
            home=home,
            lessons=self.lessons,
            course=course(),
            address=self.address,
            root=self.address or home,
        )
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.written[path] = about["title"], text

    def sitemap(self) -> None:
        """Write the list of pages for search engines, where the site's address is known."""
        if self.address:
            pages = [f"{self.address}{path}" for path in self.written if path != "404.html"]
            (self.site / "sitemap.txt").write_text("\n".join(pages) + "\n", encoding="utf-8")


def _picture(explorer: str, seen: str) -> dict[str, str]:
    return {"picture": f"pictures/{explorer}.png", "seen": seen}


def _with_neighbours(
    lessons: list[Lesson],
) -> Iterator[tuple[Lesson, Lesson | None, Lesson | None]]:
    around = [None, *lessons, None]
    return zip(lessons, around, around[2:], strict=False)


def highlighting() -> str:
    """Return the style of code, for light and dark pages; both have enough contrast."""
    light = HtmlFormatter(style="xcode")
    dark = HtmlFormatter(style="github-dark")
    dark_rules = dark.get_style_defs(".code")
    return (
        f"{light.get_style_defs('.code')}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{dark_rules}\n}}\n"
    )


def lesson(release: Path) -> Lesson:
    """Return a lesson as its page shows it."""
    name = release.stem
    shown = nbformat.read(release, as_version=4)
    source = ROOT / "source" / name / release.name
    executed = {cell.id: cell for cell in nbformat.read(source, as_version=4).cells}
    # The header tells how to work in a notebook, and the bar leads on: pages have their own ways.
    header = {cell.source for cell in nbformat.read(ROOT / "source/header.ipynb", 4).cells}
    found = [cell for cell in shown.cells if cell.id != "bar" and cell.source not in header]
    lab = f"../{in_lab(name)}"
    body = "\n".join(cells.shown(cell, executed.get(cell.id), lab) for cell in found)
    return Lesson(**vars(outline.lesson(release)), body=body)
