"""The site on this machine alone, as a static host gives it: in a folder, without own headers."""

from __future__ import annotations

import functools
import http.server
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

FOLDER = "/gradient-descent/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Gives files below FOLDER, and what stands at / sends there."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # typeshed: an instance's
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/zip",
    }

    def translate_path(self, path: str) -> str:
        """Return the file of an address; nothing outside FOLDER is one."""
        inside = path.removeprefix(FOLDER) if path.startswith(FOLDER) else "no such file"
        return super().translate_path("/" + inside)

    def do_GET(self) -> None:
        """Give a file."""
        if self.path in ("/", FOLDER[:-1]):
            self.send_response(302)
            self.send_header("Location", FOLDER)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        super().do_GET()

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Give the page 404 of the site where there is no file, as hosts do."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, *args: object) -> None:
        """Say nothing of each request."""


class Server(http.server.ThreadingHTTPServer):
    """A server on loopback; a reader who goes away in the middle is no error."""

    daemon_threads = True

    def __init__(self, site: Path, port: int = 0, handler: type[Handler] = Handler) -> None:
        """Listen for requests for the files of `site`; port 0 takes a free one."""
        super().__init__(("127.0.0.1", port), functools.partial(handler, directory=str(site)))

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.server_port}{FOLDER}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Go on."""
