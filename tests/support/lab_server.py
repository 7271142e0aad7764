"""JupyterLab and Chromium for tests and benchmarks: started, asked, and stopped by process id."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    sync_playwright,
)

ROOT = Path(__file__).parents[2]
# The browser that people have; and its own without a window, which takes a fifth less time.
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
WINDOWLESS = "chromium-headless-shell"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=AutofillServerCommunication",
    "--disable-sync",
]
# On a busy machine everything takes its time; nothing waits this long without a fault.
PATIENCE = 60_000
# How often a page is asked for what takes seconds, in milliseconds. By default it is asked at each
# frame, for which the browser looks through the whole page.
OFTEN = 50
SHOW = """async (path) => {
    await window.jupyterapp.commands.execute("docmanager:open", { path });
}"""
# Every notebook of a page closed as it is; whether nothing is left of what was done in it.
CLEARED = """async () => {
    const { shell } = window.jupyterapp;
    const open = () => [...shell.widgets("main")].filter((widget) => widget.context);
    for (const widget of open()) {
        widget.context.model.dirty = false;
        widget.close();
    }
    for (let i = 0; i < 100 && open().length; i++) await new Promise((go) => setTimeout(go, 50));
    return open().length === 0 && !document.querySelector(".jp-Dialog");
}"""
# JupyterLab's own faults, when a notebook is closed while its kernel is being changed.
OF_JUPYTERLAB = {"Disposed", "Cannot read properties of null (reading 'kernel')"}
# The notebook that is shown has a kernel, and nothing runs in it.
READY = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status
    === "idle" """
# How far a notebook can be moved sideways where each of its cells was seen.
SIDEWAYS = """async () => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const outer = content.node.querySelector(".jp-WindowedPanel-outer");
    let most = 0;
    for (let at = 0; at < content.widgets.length; at += 4) {
        await content.scrollToItem(at, "start");
        await new Promise((go) => setTimeout(go, 150));
        most = Math.max(most, outer.scrollWidth - outer.clientWidth);
    }
    return most;
}"""

# How many of the numbers that a cell prints are cut in two, where its lines are too long.
CUT = """() => {
    const output = document.createElement("div");
    output.className = "jp-RenderedText jp-OutputArea-output";
    output.style.width = "11em";
    output.innerHTML = `<pre>${"<b>0.0035</b> ".repeat(40)}</pre>`;
    window.jupyterapp.shell.currentWidget.node.append(output);
    const numbers = [...output.querySelectorAll("b")];
    const cut = numbers.filter((number) => number.getClientRects().length > 1).length;
    output.remove();
    return cut;
}"""


def chromium(*, whole: bool = False) -> str | None:
    """Return the path of the system's Chromium, or of the one the variable CHROMIUM names.

    Benchmarks want it `whole`, as people have it; for tests the one without a window comes first.
    """
    named = os.environ.get("CHROMIUM")
    names = [named] if named else CHROMIUMS if whole else (WINDOWLESS, *CHROMIUMS)
    return next(filter(None, map(shutil.which, names)), None)


@contextlib.contextmanager
def browsing(*, whole: bool = False) -> Iterator[Browser]:
    """Give a browser that shows no window; `whole` as for `chromium`."""
    with sync_playwright() as playwright:
        path = chromium(whole=whole)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@functools.cache
def _context(browser: Browser) -> BrowserContext:
    return browser.new_context()


def new_page(browser: Browser, width: int, height: int) -> Page:
    """Return a page that shares what others have loaded: JupyterLab's scripts are many."""
    page = _context(browser).new_page()
    page.set_viewport_size({"width": width, "height": height})
    return page


class Lab:
    """A JupyterLab on this machine's loopback, with a random port and token."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.token = secrets.token_hex(16)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        own = folder / ".jupyter"
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(own / "config"),
            "JUPYTER_CONFIG_PATH": str(ROOT / "course" / "lab" / "settings"),
            "JUPYTER_DATA_DIR": str(own / "data"),
            "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
            "IPYTHONDIR": str(own / "ipython"),
        }
        own.mkdir(exist_ok=True)
        self._empty: list[Page] = []
        self._log = (own / "log.txt").open("w")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ServerApp.ip=127.0.0.1",
                f"--ServerApp.port={self.port}",
                "--ServerApp.port_retries=0",
                f"--IdentityProvider.token={self.token}",
                f"--ServerApp.root_dir={folder}",
                "--LabApp.expose_app_in_browser=True",
            ],
            env=environment,
            cwd=folder,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def wait(self) -> Lab:
        """Return when it answers."""
        until = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                self.api("status")
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.3)
        log = (self.folder / ".jupyter" / "log.txt").read_text()
        raise RuntimeError(f"JupyterLab does not answer: {log[-2000:]}")

    def api(self, path: str, method: str = "GET"):
        """Return what the server answers to a request."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}",
            headers={"Authorization": f"token {self.token}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def end_kernels(self, path: str = "") -> None:
        """Shut the kernels of one notebook down, or all."""
        for session in self.api("sessions"):
            if path in ("", session["path"]):
                self.api(f"sessions/{session['id']}", "DELETE")

    def stop(self) -> None:
        """Shut its kernels down and end it."""
        with contextlib.suppress(OSError):
            self.end_kernels()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()

    def write(self, name: str, cells: list[str]) -> Path:
        """Write a notebook of code cells."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
            metadata={
                "kernelspec": {
                    "name": "python3",
                    "display_name": "Python 3",
                    "language": "python",
                }
            },
        )
        path = self.folder / name
        nbformat.write(notebook, path)
        return path

    def open(self, page: Page, name: str, *, kernel: bool = True) -> None:
        """Open a notebook and wait for it, and for its kernel."""
        page.set_default_timeout(PATIENCE)
        page.goto(f"http://127.0.0.1:{self.port}/lab/tree/{name}?reset&token={self.token}")
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
        if kernel:
            self.ready(page)

    @staticmethod
    def ready(page: Page) -> None:
        """Wait until the notebook's kernel is."""
        page.wait_for_function(READY, polling=OFTEN)

    @contextlib.contextmanager
    def opened(
        self,
        browser: Browser,
        name: str,
        cells: list[str],
        *,
        width: int = 1300,
        height: int = 900,
        run: bool = True,
    ) -> Iterator[Page]:
        """Give a page with a new notebook, its cells run; a fault in the page's scripts fails."""
        self.write(name, cells)
        with self.shown(browser, name, width=width, height=height) as page:
            if run:
                self.run_all(page)
            yield page

    @contextlib.contextmanager
    def shown(
        self, browser: Browser, name: str, *, width: int = 1300, height: int = 900
    ) -> Iterator[Page]:
        """Give a page with a notebook that is there; a fault in the page's scripts fails.

        JupyterLab is loaded once for many notebooks: to load it takes longer than most tests.
        """
        loaded = bool(self._empty)
        page = self._empty.pop() if loaded else new_page(browser, width, height)
        faults: list[str] = []

        def note(error: object) -> None:
            if str(error) not in OF_JUPYTERLAB:
                faults.append(str(error))

        page.on("pageerror", note)
        if loaded:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(SHOW, name)
            page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
            self.ready(page)
        else:
            self.open(page, name)
        yield page
        page.remove_listener("pageerror", note)
        try:
            cleared = page.evaluate(CLEARED)
        except Error:
            cleared = False
        if cleared:
            self._empty.append(page)
        else:
            page.close()
        assert not faults, (name, faults)

    @staticmethod
    def command(page: Page, name: str) -> None:
        """Run one of JupyterLab's commands."""
        page.evaluate("(name) => window.jupyterapp.commands.execute(name)", name)

    def run_all(self, page: Page) -> None:
        """Run every cell, and wait until all are done."""
        self.command(page, "notebook:run-all-cells")

    def live(self, page: Page, many: int = 1) -> list[Locator]:
        """Return the live explorers of a page, in order, once there are so many."""
        found = page.locator("css:light=.course-explorer-live.course-explorer")
        found.nth(many - 1).wait_for()
        return [found.nth(i) for i in range(many)]


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Lab]:
    """Give a JupyterLab that serves `folder`."""
    lab = Lab(folder)
    try:
        yield lab.wait()
    finally:
        lab.stop()
