"""`make site-engines`: lesson 1 in the lab of the site, in every browser that is here.

Chromium is the system's; Firefox and WebKit are Playwright's own, fetched by
`python -m playwright install firefox webkit` where its host can be reached. One that is not here
is told in one line. The command fails if a browser that is here fails.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

import click
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from authoring.site import edition
from course_folder import ROOT
from tests.support.lab_server import ARGUMENTS, chromium
from tests.support.site_lab import SiteLab, run, site_lab, write

SITE = ROOT / "site"
LESSON = "01_one_dimension"
RIGHT = """def descend(grad, w0, lr, steps):
    w = [w0]
    for _ in range(steps):
        w.append(w[-1] - lr * grad(w[-1]))
    return w"""
ENDLESS = "while True:\n    pass"
LONG = f"# up to 100 s\n{ENDLESS}"
STOP = """() => void setTimeout(
    () => window.jupyterapp.commands.execute("notebook:interrupt-kernel"), 500)"""
# JavaScript Promise Integration: Firefox has it behind a switch, and Pyodide can do without it.
JSPI = "javascript.options.wasm_js_promise_integration"
ENGINES: dict[str, Callable[[Playwright], Browser]] = {
    "Chromium": lambda all: all.chromium.launch(
        executable_path=chromium(whole=True), args=ARGUMENTS
    ),
    "Firefox with JSPI": lambda all: all.firefox.launch(firefox_user_prefs={JSPI: True}),
    "Firefox without JSPI": lambda all: all.firefox.launch(firefox_user_prefs={JSPI: False}),
    "WebKit": lambda all: all.webkit.launch(),
}


def tried(lab: SiteLab) -> Iterator[tuple[str, bool, float]]:
    """Go through lesson 1; give what was tried, whether it went well, and the seconds."""
    began = time.monotonic()
    page = lab.open(LESSON)
    yield "Python is ready", True, time.monotonic() - began
    told, seconds = run(page, "import numpy as np\n\nfrom course")
    yield "imports", told == "", seconds
    told, seconds = run(page, 'predict(\n    "first-step"')
    page.get_by_role("radio", name="to the right, to larger w").first.click()
    page.locator(".course-question-live").get_by_text("Recorded: to the right").first.wait_for()
    yield "a prediction is recorded", True, seconds
    _, seconds = run(page, "explore_curve(parabola")
    page.locator(".course-explorer-live.course-explorer").first.wait_for()
    yield "an explorer is alive", True, seconds
    write(page, "descend-answer", RIGHT)
    run(page, "descend-answer")
    told, seconds = run(page, "descend-check")
    yield "a right answer is right", "2 of 2 points here" in told, seconds
    write(page, "size = np.array", ENDLESS)
    told, seconds = run(page, ENDLESS)
    yield "an endless loop is ended", "was ended after 5 s" in told, seconds
    write(page, ENDLESS, LONG)
    page.evaluate(STOP)
    told, seconds = run(page, LONG)
    yield "Stop stops", "KeyboardInterrupt" in told, seconds
    with page.expect_download() as download:
        page.get_by_role("button", name="Hand in").click()
    yield "a file is handed in", download.value.suggested_filename == f"{LESSON}.ipynb", 0.0
    yield "no other host was asked", lab.asked == [], 0.0


def report(name: str, browser: Browser) -> bool:
    """Print what was tried in a browser; return whether all went well."""
    print(f"\n{name} {browser.version}", flush=True)
    fine = True
    with site_lab(browser, SITE) as lab:
        try:
            for what, well, seconds in tried(lab):
                fine &= well
                print(f"  {'yes' if well else 'NO '} {what}, {seconds:.1f} s", flush=True)
        except Error as error:
            fine = False
            print(f"  NO  {error.message.splitlines()[0]}", flush=True)
        for fault in lab.faults:
            print(f"  a fault in the page: {fault[:200]}", flush=True)
    return fine


@click.command()
@click.option("--only", default="", help="A browser's name, or how it begins.")
def main(only: str) -> None:
    """Try every browser."""
    names = [name for name in ENGINES if name.lower().startswith(only.lower())]
    if not names:
        raise click.BadParameter(f"{only!r} begins none of {', '.join(ENGINES)}")
    if not (SITE / edition.lab() / "course").is_dir():
        sys.exit("Error: site/ is not there or older than its parts; build it with `make site`")
    fine = True
    with sync_playwright() as playwright:
        for name in names:
            try:
                browser = ENGINES[name](playwright)
            except Error as error:
                absent = "Executable doesn't exist" in error.message
                why = "not installed here" if absent else "does not start here"
                print(f"\n{name}: {why} (python -m playwright install firefox webkit)")
                continue
            fine &= report(name, browser)
            browser.close()
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
