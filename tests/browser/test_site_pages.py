"""The pages of the site in a browser: accessible, light and dark, narrow and wide, and offline."""

import threading

import pytest

from authoring.site import pages
from authoring.site.serve import Server
from course_folder import ROOT
from tests.support.accessible import AXE

NAMES = [path.parent.name for path in sorted((ROOT / "release").glob("*/*.ipynb"))]
PAGES = ["index.html", "notation.html", "errata.html", "404.html"]
PAGES += [f"lessons/{name}.html" for name in NAMES]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    pages.build(site)
    server = Server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()


LOOKS = [("light", 1280), ("dark", 420), ("light", 320)]


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def context(request, browser):
    scheme, width = request.param
    made = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    yield made
    made.close()


def is_looked_through(path, look):
    """Return whether axe looks at a page so: a lesson takes it ten seconds, and has one look."""
    return "lessons/" not in path or PAGES.index(path) % len(LOOKS) == LOOKS.index(look)


@pytest.mark.parametrize("path", PAGES)
def test_page(context, address, path, request):
    page, foreign, faults = context.new_page(), [], []
    page.on("request", lambda one: foreign.append(one.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address + path)
    # Explorers and questions come to life when they are looked at.
    page.wait_for_timeout(400)
    if is_looked_through(path, request.node.callspec.params["context"]):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("() => window.axe.run()")
        told = [(one["id"], one["nodes"][0]["html"][:150]) for one in found["violations"]]
        assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [url for url in foreign if not url.startswith((address, "data:", "blob:"))] == []
    assert faults == []
    page.close()
