"""A browser and a JupyterLab for all tests of this folder; missing ones are told loudly."""

import pytest

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
