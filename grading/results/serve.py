"""The instructor's pages over HTTP: on this machine alone, and only for who has the token.

Only report/ and feedback/ are served, and only to be read. The token is new each time; the first
visit exchanges it for a cookie, so that it stands in no link.
"""

from __future__ import annotations

import hmac
import http.cookies
import http.server
import mimetypes
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

SERVED = ("report", "feedback")


class Server(http.server.ThreadingHTTPServer):
    """Serves the pages under a folder.

    Attributes:
        token: What a visitor must bring.
        address: The page to open, with the token.
    """

    daemon_threads = True

    def __init__(self, root: Path, port: int) -> None:
        """Serve the pages under `root` at `port` of 127.0.0.1, any free one for 0."""
        self.root, self.token = root.resolve(), secrets.token_urlsafe(24)
        super().__init__(("127.0.0.1", port), Handler)
        self.names = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}

    @property
    def address(self) -> str:
        """Where to begin."""
        return f"http://127.0.0.1:{self.server_port}/report/index.html?token={self.token}"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET for a page, and nothing else."""

    server: Server

    def do_GET(self) -> None:
        """Give the page, or say in one line why not."""
        asked = urlsplit(self.path)
        # A page of another site may lead a browser here under a name of its own.
        if self.headers.get("Host") not in self.server.names:
            self.say(403, "this server has another name")
            return
        brought = parse_qs(asked.query).get("token", [""])[0]
        if brought and self.is_token(brought):
            self.send_response(303)
            cookie = f"teach={self.server.token}; HttpOnly; SameSite=Strict; Path=/"
            self.send_header("Set-Cookie", cookie)
            self.send_header("Location", asked.path)
            self.end_headers()
            return
        cookies = http.cookies.SimpleCookie()
        try:
            cookies.load(self.headers.get("Cookie", ""))
        except http.cookies.CookieError:
            cookies.clear()
        if "teach" not in cookies or not self.is_token(cookies["teach"].value):
            self.say(403, "open the address with the token that `make teach` printed")
            return
        file = self.file(unquote(asked.path))
        if file is None:
            self.say(404, "there is no such page")
            return
        data = file.read_bytes()
        self.send_response(200)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(data)

    def is_token(self, brought: str) -> bool:
        """Return whether this is the token."""
        return hmac.compare_digest(brought.encode(), self.server.token.encode())

    def file(self, path: str) -> Path | None:
        """Return the file that a path means, None where it may not be served."""
        root = self.server.root
        try:
            file = (root / path.lstrip("/")).resolve()
            inside = file.relative_to(root).parts[:1]
        except (OSError, ValueError):
            return None
        return file if inside and inside[0] in SERVED and file.is_file() else None

    def say(self, code: int, line: str) -> None:
        """Answer with one line of text."""
        data = f"{line}\n".encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args) -> None:
        """Say nothing: the terminal is the instructor's."""


def server(root: Path, port: int = 0) -> Server:
    """Return a server of the pages under `root`; it is begun by `serve_forever`."""
    return Server(root, port)
