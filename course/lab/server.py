"""What JupyterLab's server does differently for this course."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from course.lab import page
from course.progress import outline
from course.progress.store import START


class Prompt(ZMQChannelsWebsocketConnection):
    """The way between a page and its kernel, where nothing waits to be sent.

    By default the system holds a small answer back until the browser has confirmed the one before
    (Nagle's algorithm), and the browser confirms after 40 ms: an explorer that asks Python feels
    it.
    """

    def connect(self):
        """Connect, and send from now on without waiting."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


class Contents(AsyncLargeFileManager):
    """The files, with a start page that is up to date when it is opened, and nobody's to save."""

    async def get(
        self, path: str, content: bool = True, *args: Any, **options: Any
    ) -> dict[str, Any]:
        """Return a file; the start page is drawn first."""
        if content and self._is_start(path):
            try:
                page.renew(self._folder(path))
            except OSError as error:
                self.log.warning("The start page is not up to date: %s", error)
        return await super().get(path, content, *args, **options)

    def is_writable(self, path: str) -> bool:
        """Return whether a file may be saved: all but the start page, which is drawn anew."""
        return not self._is_start(path) and super().is_writable(path)

    def _is_start(self, path: str) -> bool:
        """Return whether it is the course's start page, and not only called so."""
        return PurePosixPath(path).name == START and bool(outline.kept(self._folder(path)))

    def _folder(self, path: str) -> Path:
        return Path(self._get_os_path(path)).parent
