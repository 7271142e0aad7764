"""A browser and a JupyterLab for all tests of this folder; missing ones are told loudly."""

import threading

import pytest

from authoring.site import pages
from authoring.site.serve import Server

try:
    from tests.support.lab_server import browsing, chromium, serving
except ImportError:
    browsing = None


@pytest.fixture(scope="session")
def browser():
    if browsing is None:
        pytest.skip("BROWSER TESTS SKIPPED: playwright is not installed")
    if chromium() is None:
        pytest.skip("BROWSER TESTS SKIPPED: no Chromium found; install it or set CHROMIUM")
    with browsing() as found:
        yield found


@pytest.fixture(scope="session")
def lab(browser, tmp_path_factory):
    with serving(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Return where the pages of the site are, without its lab."""
    site = tmp_path_factory.mktemp("site")
    pages.build(site)
    server = Server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def plain(browser):
    """Return a browser's context as it comes."""
    made = browser.new_context()
    yield made
    made.close()
