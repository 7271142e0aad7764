"""`make bench-site`: how soon the site's pages are read, and numbers stand on the lab's screen.

A first visit has an empty browser; the next one has what the first has kept. A student is imitated
who runs the first two cells as soon as Python is ready: the first numbers are the output of the
second. What is sent is counted by the server: as it is, and as gzip would send it.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Browser, BrowserContext, Page

from authoring.site import edition
from authoring.site.serve import FOLDER, Handler, Server
from course_folder import ROOT
from tests.support.lab_server import ARGUMENTS, browsing, chromium
from tests.support.site_lab import PATIENCE, running

SITE = ROOT / "site"
LESSON = "01_one_dimension"
# The bounds that the site wants to keep, in seconds and megabytes.
FIRST, NEXT, SENT, READ = 15.0, 8.0, 27.0, 1.0
# What moves in a page: Chromium's own sum of layout shifts. Up to 0.1 is called good.
SHIFTED, STILL = (
    """() => new Promise((done) => {
    let moved = 0;
    const add = (list) => list.getEntries().forEach((one) => { moved += one.value; });
    const seen = new PerformanceObserver(add);
    seen.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => { add({ getEntries: () => seen.takeRecords() }); done(moved); }, 300);
})""",
    0.1,
)
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null"""
RUN = """async () => {
    const { commands, shell } = window.jupyterapp;
    const { content } = shell.currentWidget;
    const cells = content.widgets.filter(({ model }) => model.type === "code").slice(0, 2);
    for (const cell of cells) {
        content.activeCellIndex = content.widgets.indexOf(cell);
        content.deselectAll();
        await commands.execute("notebook:run-cell");
    }
    const output = () => cells[1].node.querySelector(".jp-OutputArea-output")?.innerText ?? "";
    while (!/\\d/.test(output())) await new Promise(requestAnimationFrame);
}"""


class Counting(Handler):
    """Gives files, and notes which."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        self.server.sent.append(Path(source.name))
        super().copyfile(source, outputfile)


@dataclass
class Sent:
    """What was sent: the number of files, and their bytes, plain and zipped."""

    many: int
    plain: int
    zipped: int


def summed(files: list[Path]) -> Sent:
    """Return how much some files are; counted when nothing waits for it."""
    plain = sum(file.stat().st_size for file in files)
    return Sent(len(files), plain, sum(map(zipped, files)))


@cache
def zipped(file: Path) -> int:
    """Return the bytes of a file as a host that zips sends it."""
    data = file.read_bytes()
    return min(len(data), len(gzip.compress(data, 6, mtime=0)))


@dataclass
class Visit:
    """Seconds of one visit to the lab, and what was sent for it."""

    shown: float
    ready: float
    numbers: float
    sent: list[Path]


def visit(context: BrowserContext, server: Server) -> Visit:
    """Open the first lesson's notebook and run its first two cells."""
    server.sent = []
    page = context.new_page()
    began = time.monotonic()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{server.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=PATIENCE)
    page.locator("#course-waiting").wait_for(state="detached", timeout=PATIENCE)
    shown = time.monotonic() - began
    page.set_default_timeout(PATIENCE)
    page.get_by_text("Python is ready.").wait_for()
    ready = time.monotonic() - began
    page.evaluate(RUN)
    made = Visit(shown, ready, time.monotonic() - began, server.sent)
    page.close()
    return made


def read(page: Page, address: str, server: Server) -> tuple[float, float, list[Path]]:
    """Open a page; return the seconds to its text, what moved, and what was sent."""
    server.sent = []
    page.goto(address)
    page.wait_for_function(PAINTED)
    return page.evaluate(PAINTED) / 1000, page.evaluate(SHIFTED), server.sent


def row(name: str, seconds: list[float], bound: float | None = None) -> str:
    """Return a line: the median and the worst of some runs."""
    kept = "" if bound is None else f"at most {bound:g} s"
    return f"| {name} | {statistics.median(seconds):.1f} | {max(seconds):.1f} | {kept} |"


def lab(browser: Browser, server: Server, runs: int) -> None:
    """Measure the lab, and print it."""
    visits: dict[str, list[Visit]] = {"first visit": [], "next visit": []}
    for _ in range(runs):
        # One with a folder of its own: others keep no large files for the next visit.
        with tempfile.TemporaryDirectory() as folder:
            context = browser.browser_type.launch_persistent_context(
                folder, executable_path=chromium(whole=True), args=ARGUMENTS
            )
            for name in visits:
                visits[name].append(visit(context, server))
            context.close()
    print("\n| lesson 1 in the lab, seconds | median | worst | wanted |\n|---|---|---|---|")
    for (name, made), bound in zip(visits.items(), (FIRST, NEXT), strict=True):
        print(row(f"{name}: notebook seen", [one.shown for one in made]))
        print(row(f"{name}: Python ready", [one.ready for one in made]))
        print(row(f"{name}: first numbers", [one.numbers for one in made], bound))
    for name, made in visits.items():
        sent = summed(made[0].sent)
        print(
            f"\n{name}: {sent.many} files, {sent.plain / 1e6:.1f} MB, "
            f"{sent.zipped / 1e6:.1f} MB zipped (wanted: at most {SENT:g} MB)"
        )


def pages(browser: Browser, server: Server, runs: int) -> None:
    """Measure every page, and print it."""
    print("\n| page | files | MB | zipped MB | text after, s: median | worst | moved |")
    print("|---|---|---|---|---|---|---|")
    for file in sorted([*SITE.glob("*.html"), *SITE.glob("lessons/*.html")]):
        name = file.relative_to(SITE).as_posix()
        found = []
        for _ in range(runs):
            context = browser.new_context()
            found.append(read(context.new_page(), server.address + name, server))
            context.close()
        seconds, moved, files = zip(*found, strict=True)
        sent = summed(files[0])
        late = "" if statistics.median(seconds) <= READ else f" (wanted: {READ:g})"
        jumps = "" if max(moved) <= STILL else f" (wanted: {STILL:g})"
        print(
            f"| {name} | {sent.many} | {sent.plain / 1e6:.2f} | {sent.zipped / 1e6:.2f} "
            f"| {statistics.median(seconds):.2f}{late} | {max(seconds):.2f} "
            f"| {max(moved):.3f}{jumps} |"
        )


@click.command()
@click.option(
    "--runs", type=click.IntRange(1), default=5, show_default=True, help="How many of each visit."
)
@click.option("--only", type=click.Choice(["lab", "pages"]), help="Both if not given.")
def main(runs: int, only: str | None) -> None:
    """Measure, and print tables."""
    if not (SITE / edition.lab() / "course").is_dir():
        sys.exit("Error: site/ is not there or older than its parts; build it with `make site`")
    server = Server(SITE, handler=Counting)
    server.sent = []
    with browsing(whole=True) as browser, running(server):
        print(
            f"{runs} runs, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
            f"Chromium {browser.version}, from {FOLDER} on loopback"
        )
        if only != "pages":
            lab(browser, server, runs)
        if only != "lab":
            pages(browser, server, runs)
        print(f"\nload at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
