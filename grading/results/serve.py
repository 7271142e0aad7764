"""The instructor's pages over HTTP: on this machine alone, and only for who has the token.

Only report/ and feedback/ are served. A student's page has a form below each exercise here, for
points and a comment; the file that the student gets has none. The token is new each time; the
first visit exchanges it for a cookie, so that it stands in no link.
"""

from __future__ import annotations

import asyncio
import hmac
import html
import mimetypes
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from tornado.httpserver import HTTPServer
from tornado.web import Application, Finish, HTTPError, RequestHandler

from course_folder import quiet
from grading.errors import GradingError, why
from grading.results import by_hand, feedback, form, record, renew, roster
from grading.results.gradebook import open_gradebook

SERVED = ("report", "feedback")
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Content-Type": "text/plain; charset=utf-8",
    "Cross-Origin-Resource-Policy": "same-origin",
    # A browser that tells nothing of where it comes from would send no origin with a form either.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Server:
    """Serves the pages of a class.

    Attributes:
        token: What a visitor must bring.
        port: Where it is.
        cookie: What holds the token; another server of this machine has another one.
        results: What is served; it is as the gradebook says whenever somebody looks.
    """

    def __init__(self, root: Path, port: int = 0) -> None:
        """Serve the class in `root` at a port of 127.0.0.1, any free one for 0.

        Raises:
            GradingError: The port is taken, or nothing was graded yet.
        """
        self.root, self.token = root.resolve(), secrets.token_urlsafe(24)
        self.results = renew.Results(self.root)
        self.results.look()
        try:
            self._socket = socket.create_server(("127.0.0.1", port))
        except OSError as error:
            raise GradingError(
                f"port {port} cannot be used ({error.strerror}); leave out --port for a free one",
                wrong_use=True,
            ) from None
        self._socket.setblocking(False)
        self.port = self._socket.getsockname()[1]
        self.cookie = f"teach-{self.port}"
        self.names = {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost")}

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    @property
    def address(self) -> str:
        """Where to begin."""
        return f"http://127.0.0.1:{self.port}/report/index.html?token={self.token}"

    def serve_forever(self, ready: Callable[[], None] = lambda: None) -> None:
        """Answer until `shutdown` is called, one request after another.

        Args:
            ready: Called when the first request can be answered.
        """
        asyncio.run(self._serve(ready))

    def shutdown(self) -> None:
        """End `serve_forever`, which another thread is in."""
        self._loop.call_soon_threadsafe(self._end.set)

    async def _serve(self, ready: Callable[[], None]) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        about = {"server": self}
        pages = Application(
            [
                (r"/feedback/([^/]+)/([^/]+)/\2\.html", Student, about),
                (r"/(.*)", File, about),
            ],
            # The terminal is the instructor's.
            log_function=lambda handler: None,
        )
        http = HTTPServer(pages, max_body_size=form.MOST_BYTES, max_buffer_size=form.MOST_BYTES)
        http.add_socket(self._socket)
        ready()
        await self._end.wait()
        http.stop()
        await http.close_all_connections()


class Page(RequestHandler):
    """Lets in who has the token, and says in one line why not."""

    def initialize(self, server: Server) -> None:
        """Serve for `server`."""
        self.at = server
        self.unsaved = self.request.method == "POST"

    def set_default_headers(self) -> None:
        """Let a page do nothing but be read and sent back."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Turn away who may not; renew the pages for who may."""
        # A page of another site may lead a browser here under a name of its own.
        if self.request.headers.get_list("Host") not in [[name] for name in self.at.names]:
            raise HTTPError(403, reason="this server has another name")
        brought = self.get_query_argument("token", "")
        if brought and self.is_token(brought):
            self.set_cookie(
                self.at.cookie, self.at.token, httponly=True, samesite="Strict", path="/"
            )
            self.lead("/" + self.request.path.lstrip("/"))
            raise Finish
        if not self.is_token(self.get_cookie(self.at.cookie, "")):
            raise HTTPError(
                403,
                reason="open the address with the token that make teach printed; "
                "the browser must keep its cookie",
            )
        if self.request.method not in ("GET", "HEAD") and not self.is_own():
            raise HTTPError(403, reason="this form is from another page")
        self.grades = self.at.results.look()

    def lead(self, path: str) -> None:
        """Lead a first visitor on to a page, without the token."""
        if self.request.headers.get("Sec-Fetch-Site") != "cross-site":
            self.redirect(path, status=303)
            return
        # A link in another page, such as the terminal of a JupyterLab at localhost. The browser
        # keeps the cookie back from all that follows by itself, but not from a page's own way on.
        self.set_header("Content-Type", "text/html; charset=utf-8")
        on = html.escape(path)
        self.finish(
            '<!DOCTYPE html>\n<html lang="en">\n<title>The class</title>\n'
            f'<meta http-equiv="refresh" content="0; url={on}">\n<a href="{on}">The class</a>\n'
        )

    def is_token(self, brought: str) -> bool:
        """Return whether this is the token."""
        return hmac.compare_digest(brought.encode(), self.at.token.encode())

    def is_own(self) -> bool:
        """Return whether a form was sent from a page of this server, as browsers tell it."""
        site = self.request.headers.get("Sec-Fetch-Site")
        origin = self.request.headers.get("Origin")
        told = [] if site is None else [site == "same-origin"]
        told += [] if origin is None else [origin == f"http://{self.request.host}"]
        return bool(told) and all(told)

    def write_error(self, status_code: int, **about: Any) -> None:
        """Say in one line what is wrong."""
        error = about.get("exc_info", (None, None))[1]
        if isinstance(error, (GradingError, OSError)):
            self.set_status(503)
            told = why(error) if isinstance(error, OSError) else str(error)
            # Who typed something runs no command.
            first = told.partition(";")[0]
            if self.unsaved:
                # A browser's way back leads to what was typed.
                told = f"Nothing was saved: {first}. Go back, and save once more."
            elif self.request.method == "POST":
                told = f"It is saved, but the pages do not all say so yet: {first}."
            self.finish(f"{told}\n")
            return
        self.finish(f"{self._reason}\n")

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Log only what is a fault of this program."""
        if not isinstance(error, (GradingError, HTTPError, OSError)):
            super().log_exception(kind, error, trace)


class File(Page):
    """Gives a file of the report, or another one of feedback/."""

    def get(self, path: str) -> None:
        """Give the file."""
        file = self.file(path)
        if file is None:
            raise HTTPError(404, reason="there is no such page")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.finish(file.read_bytes())

    def file(self, path: str) -> Path | None:
        """Return the file that a path means, None where it may not be served."""
        try:
            file = (self.at.root / path).resolve()
            inside = file.relative_to(self.at.root).parts[:1]
        except (OSError, ValueError):
            return None
        return file if inside and inside[0] in SERVED and file.is_file() else None


class Student(Page):
    """Gives a student's page with a form below each exercise, and takes what is sent."""

    def get(self, student: str, lesson: str) -> None:
        """Give the page."""
        with quiet(), open_gradebook(self.at.results.config) as gradebook:
            given, full = self.given(gradebook, student, lesson), roster.full(gradebook, student)
        self.show(student, lesson, form.opened(given), full)

    def post(self, student: str, lesson: str) -> None:
        """Write what was sent, and lead back to the page; or show what is wrong."""
        at = self.get_body_argument("at", "")
        with quiet(), open_gradebook(self.at.results.config) as gradebook:
            given, full = self.given(gradebook, student, lesson), roster.full(gradebook, student)
            entries, wanted = form.sent(given, lambda name: self.get_body_argument(name, None))
            wrong = any(entry.wrong for entry in entries.values())
            if not wrong:
                by_hand.give(
                    gradebook,
                    student,
                    lesson,
                    wanted.points,
                    wanted.comments,
                    self.at.results.config,
                )
                self.unsaved = False
        if wrong:
            self.set_status(422)
            self.show(student, lesson, entries, full)
            return
        self.at.results.look()
        # Enter in a field of points names no exercise.
        at = at or next(iter((*wanted.points, *wanted.comments)), "")
        place = f"#{quote(at)}" if at in entries else ""
        self.redirect(f"{quote(self.request.path, safe='/%')}{place}", status=303)

    def given(self, gradebook: Gradebook, student: str, lesson: str) -> dict[str, by_hand.Given]:
        """Return what the gradebook holds of a submission; 404 where there is none."""
        try:
            return by_hand.given(gradebook, student, lesson)
        except MissingEntry:
            raise HTTPError(404, reason="there is no such page") from None

    def show(self, student: str, lesson: str, entries: dict[str, form.Entry], full: str) -> None:
        """Give the page with these fields, and the student's whole `full` name."""
        grades = self.grades.get((student, lesson))
        file = record.graded_file(self.at.root, student, lesson)
        if grades is None or not file.is_file():
            raise HTTPError(404, reason="there is no such page")
        # A page may be older than its notebook where both were just being written.
        renew.page(self.at.root, student, lesson, grades)
        notebook = nbformat.read(file, as_version=4)
        made = feedback.page(notebook, student, lesson, grades, entries, full)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(made.encode("utf-8", "replace"))
