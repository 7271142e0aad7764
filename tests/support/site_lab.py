"""The built site, served on loopback, and its lab in a browser that reaches no other host."""

from __future__ import annotations

import contextlib
import html
import http.server
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from authoring import site as building
from authoring.site import edition
from authoring.site.serve import Handler, Server
from course_folder import ROOT
from tests.support.lab_server import OFTEN, Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# The largest part of Python; nothing runs without it.
PYTHON = "**/pyodide.asm.wasm"
# How long Python may take to load where other tests run beside it, in milliseconds.
PATIENCE = 400_000
# JupyterLab puts one cell of a notebook after another into the page.
WHOLE = """() => {
    const content = window.jupyterapp?.shell.currentWidget?.content;
    return content?.model && content.widgets.length === content.model.cells.length;
}"""
# Where a later edition of the lab stands.
NEXT = "lab/later"


def built(folder: Path) -> Path:
    """Return a site of what is here now: the one of `make site`, or else a new one in `folder`."""
    made = ROOT / "site"
    if not (made / edition.lab() / "course").is_dir():
        made = folder / "site"
        building.build(made)
    return made


class NextEdition(Handler):
    """Gives the site, and at NEXT the same lab as if it had been built later."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address."""
        here = path.partition("?")[0].replace(NEXT, edition.lab())
        changed = self.server.changed.get(here.rpartition("/")[2])
        if changed and NEXT in path:
            return str(changed)
        return super().translate_path(here)


class Refusal(http.server.BaseHTTPRequestHandler):
    """A way to all other hosts that leads nowhere, and keeps what was asked for."""

    def refuse(self) -> None:
        """Keep the address, and refuse."""
        self.server.asked.append(self.path)
        self.send_error(403)

    do_GET = do_POST = do_CONNECT = do_HEAD = refuse

    def log_message(self, *args: object) -> None:
        """Say nothing of each request."""


@contextlib.contextmanager
def running(server: http.server.HTTPServer) -> Iterator[http.server.HTTPServer]:
    """Give a server that answers, and end it."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class SiteLab:
    """The lab of a site in one browser.

    Attributes:
        context: The browser's pages and storage.
        site: Its files.
        address: Where they are served.
        asked: What was asked of any other host; none answers.
        faults: The errors of the pages' programs.
        changed: The files that are others at NEXT, by name.
        python: Whether Python comes to a page that is opened now. To load it takes longer than
            all else, and what a page is without it can be looked at without it.
    """

    def __init__(self, context: BrowserContext, site: Path, server: Server, asked: list[str]):
        self.context, self.site, self.asked = context, site, asked
        self.address, self.changed = server.address, server.changed
        self.faults: list[str] = []
        self.python = True
        context.set_default_timeout(PATIENCE)

    def wait_without_python(self) -> None:
        """Let Python come to no page from now on: it is still on its way, as on a slow line."""
        self.python = False
        # Not sooner: a browser whose requests are looked at keeps nothing that it has loaded.
        self.context.route(PYTHON, lambda route: route.continue_() if self.python else None)

    def open(self, lesson: str, *, lab: str = "", ready: bool = True) -> Page:
        """Open a lesson; wait for its cells, or for its Python, too."""
        page = self.context.new_page()
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        path = f"lessons/{lesson}/{lesson}.ipynb"
        lab = lab or edition.lab()
        page.goto(f"{self.address}{lab}/notebooks/index.html?path={path}")
        has_cells(page)
        if ready:
            Lab.ready(page)
        return page


def has_cells(page: Page) -> None:
    """Wait until the lesson's cells are there."""
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    page.wait_for_function(WHOLE, polling=OFTEN)


@contextlib.contextmanager
def site_lab(browser: Browser, site: Path) -> Iterator[SiteLab]:
    """Give the lab of a site in a browser of its own storage, which reaches no other host."""
    refusing = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusal)
    refusing.asked = []
    server = Server(site, handler=NextEdition)
    server.changed = {}
    with running(refusing), running(server):
        proxy = {
            "server": f"http://127.0.0.1:{refusing.server_port}",
            "bypass": "127.0.0.1",
        }
        context = browser.new_context(
            accept_downloads=True, viewport={"width": 1280, "height": 900}, proxy=proxy
        )
        yield SiteLab(context, site, server, refusing.asked)
        context.close()


def place(page: Page, name: str) -> int:
    """Return where the cell with a grade id is, or whose source begins so, once it is there."""
    found = page.wait_for_function(
        """(name) => {
            const cells = window.jupyterapp?.shell.currentWidget?.content?.widgets ?? [];
            const at = cells.findIndex(({ model }) => model.metadata.nbgrader?.grade_id === name
                || model.sharedModel.getSource().startsWith(name));
            return at >= 0 && { at };
        }""",
        arg=name,
        polling=OFTEN,
    )
    return found.json_value()["at"]


def write(page: Page, name: str, source: str) -> None:
    """Put a source into a cell."""
    page.evaluate(
        """([at, source]) => window.jupyterapp.shell.currentWidget.content.widgets[at]
            .model.sharedModel.setSource(source)""",
        [place(page, name), source],
    )


def run(page: Page, name: str) -> tuple[str, float]:
    """Run a cell; return the text of its outputs, and the seconds that it took."""
    began = time.monotonic()
    outputs = page.evaluate(
        """async (at) => {
            const { commands, shell } = window.jupyterapp;
            const { content } = shell.currentWidget;
            content.activeCellIndex = at;
            content.deselectAll();
            await commands.execute("notebook:run-cell");
            // As who reads it would. What was out of the window can be clicked once it is drawn,
            // and a browser without a window draws when it is asked to.
            content.widgets[at].node.scrollIntoView({ block: "end" });
            for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
            return content.widgets[at].model.outputs.toJSON();
        }""",
        place(page, name),
    )
    seconds = time.monotonic() - began
    return "\n".join(map(_text, outputs)), seconds


def _text(output: dict) -> str:
    """Return what a reader sees of an output, without marks."""
    data = output.get("data", {})
    page = "".join(data.get("text/html", ""))
    page = re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    error = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output.get("traceback", ())))
    plain = output.get("text") or error or data.get("text/plain", "")
    return " ".join(html.unescape(page).split()) or "".join(plain)
