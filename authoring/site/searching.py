"""The search over all pages: sections as texts, and an index of them that is made beforehand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path

from authoring.site import parts

HERE = Path(__file__).parent / "page"
# What a page says and a reader does not look for.
SILENT = {"script", "style", "svg", "head", "header", "footer", "nav", "button"}
HEADINGS = {"h1", "h2", "h3"}
# What stands within a line: before and after it there is no room that the page does not have.
INLINE = {"a", "b", "cite", "code", "em", "i", "math", "span", "strong", "sub", "sup"}
# How much of a section a result shows, in letters.
BEGINNING = 160


@dataclass
class Section:
    """What stands between two headings.

    Attributes:
        address: Its page from the site's own, and its place there.
        page: The page's title.
        heading: Its heading.
        text: What it says.
    """

    address: str
    page: str
    heading: str = ""
    text: str = ""


class Sections(HTMLParser):
    """Takes a page apart at its headings."""

    def __init__(self, address: str, title: str, text: str):
        """Read the whole page."""
        super().__init__()
        self.address, self.title = address, title
        self.found: list[Section] = [Section(address, title)]
        # Nothing is taken before the page's main part, nor after it.
        self._silent = 1
        self._in_heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at a heading."""
        self._silent += (tag in SILENT) - (tag == "main")
        self._part(tag)
        if tag in HEADINGS and not self._silent:
            anchor = dict(attrs).get("id")
            self.found.append(Section(self.address + (f"#{anchor}" if anchor else ""), self.title))
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        self._silent -= (tag in SILENT) - (tag == "main")
        if tag in HEADINGS:
            self._in_heading = False
        if tag == "math":
            self.found[-1].text = self.found[-1].text.rstrip()
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Take what is said."""
        if self._silent:
            return
        here = self.found[-1]
        if self._in_heading:
            here.heading += data
        else:
            here.text += data

    def _part(self, tag: str) -> None:
        """Part what stands around a paragraph, a cell of a table or a sign of a formula."""
        if tag not in INLINE and not self._in_heading:
            self.found[-1].text += " "


def sections(address: str, title: str, text: str) -> list[Section]:
    """Return the sections of a page that say anything."""
    found = Sections(address, title, text).found
    for one in found:
        one.heading = " ".join(one.heading.split()) or title
        one.text = " ".join(one.text.split())
    return [one for one in found if one.text]


def write(site: Path, pages: dict[str, tuple[str, str]]) -> None:
    """Write the index of pages, and the program that asks it.

    Args:
        site: The folder of the site.
        pages: By address from the site's own, the title and the HTML of each.
    """
    found = [one for at, page in pages.items() for one in sections(at, *page)]
    documents = [
        {"id": at, **asdict(one), "begins": _beginning(one.text)} for at, one in enumerate(found)
    ]
    folder = site / "search"
    folder.mkdir()
    home = parts.package("minisearch")
    shutil.copyfile(home / "dist" / "es" / "index.js", folder / "minisearch.mjs")
    for name in ("options.mjs", "search.mjs"):
        shutil.copyfile(HERE / "search" / name, folder / name)
    done = subprocess.run(
        ["node", HERE / "search" / "build.mjs", folder],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise parts.PartError(f"the search cannot be built: {done.stderr.strip()[-300:]}")
    (folder / "index.json").write_text(done.stdout, encoding="utf-8")


def _beginning(text: str) -> str:
    return text if len(text) <= BEGINNING else re.sub(r"\s+\S*$", " …", text[:BEGINNING])
