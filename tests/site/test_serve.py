"""The site on this machine is given as hosts give it, with the page for what is gone."""

import threading
import urllib.error
import urllib.request

import pytest

from authoring.site.serve import Server


@pytest.fixture
def address(tmp_path):
    (tmp_path / "404.html").write_text("the map is there", encoding="utf-8")
    (tmp_path / "index.html").write_text("the map", encoding="utf-8")
    server = Server(tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()


def asked(address, method="GET"):
    """Return the status and the text of what a server answers."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_an_address_that_is_gone_leads_home(address):
    """Each edition's lab has an address of its own: a bookmark of the last one is gone."""
    gone = f"{address}lab/1.0.0-0123abcd/notebooks/index.html?path=lessons"
    assert asked(gone) == (404, "the map is there")
    assert asked(gone, "HEAD") == (404, "")
    assert asked(address) == (200, "the map")


def test_a_site_without_that_page_says_so_plainly(address, tmp_path):
    (tmp_path / "404.html").unlink()
    status, text = asked(f"{address}nothing")
    assert status == 404
    assert "File not found" in text
