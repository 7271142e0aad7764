"""The site on this machine is given as hosts give it, with the page for what is gone."""

import socket
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest

from authoring.site.serve import FOLDER, Server


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


def test_what_is_gone_has_no_text_where_none_was_asked_for(address):
    """It would be taken for the next answer of the same connection."""
    place = urllib.parse.urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as connection:
        connection.sendall(f"HEAD {FOLDER}nothing HTTP/1.1\r\nConnection: close\r\n\r\n".encode())
        told = b"".join(iter(lambda: connection.recv(4096), b""))
    assert told.startswith(b"HTTP/1.1 404 ")
    assert told.endswith(b"\r\n\r\n")


def test_the_site_is_in_its_folder_alone(address):
    top = address.removesuffix(FOLDER)
    assert asked(top) == (200, "the map")
    assert asked(f"{top}/index.html") == (404, "the map is there")


def test_a_site_without_that_page_says_so_plainly(address, tmp_path):
    (tmp_path / "404.html").unlink()
    status, text = asked(f"{address}nothing")
    assert status == 404
    assert "File not found" in text
