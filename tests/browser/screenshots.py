"""`make screenshots`: docs/explorers/NAME.png, each explorer as a real browser shows it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from test_training_by_hand import watched  # noqa: F401 (called below)

from course import explorers
from course.landscapes import parabola, quartic  # noqa: F401
from tests.support.alone import alone
from tests.support.lab_server import ROOT, browsing, chromium


def main() -> None:
    """Write a picture of each explorer's page."""
    if chromium(whole=True) is None:
        sys.exit("Error: no Chromium found; install it or set CHROMIUM")
    target = ROOT / "docs" / "explorers"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browsing(whole=True) as browser:
        for name, call in {**explorers.CALLS, "watch_training": "watched()"}.items():
            with alone(browser, eval(call), Path(folder), width=1000) as page:
                page.wait_for_timeout(400)
                page.locator(".course-explorer").screenshot(path=target / f"{name}.png")
            print(f"docs/explorers/{name}.png")


if __name__ == "__main__":
    main()
