"""What JupyterLab's server does differently for this course."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import default

from course.lab import page
from course.progress import outline
from course.progress.store import START

# What set-up brings for the instructor, for authors and for the site, and no lesson needs.
NOT_OF_STUDENTS = frozenset({
    "@jupyter/nbgrader", "@jupyterlite/pyodide-kernel-extension", "jupyterlab-jupytext",
})  # fmt: skip


def of_students(handler: Any, page: dict[str, Any]) -> dict[str, Any]:
    """Return what JupyterLab is told to load, without what is not a student's.

    Where an extension is only turned off, the browser loads it all the same; JupyterLite's then
    fails, since what it needs is in JupyterLite alone.
    """
    every = page["federated_extensions"]
    return page | {
        "federated_extensions": [one for one in every if one["name"] not in NOT_OF_STUDENTS]
    }


class Prompt(ZMQChannelsWebsocketConnection):
    """The way between a page and its kernel, where nothing waits to be sent.

    By default the system holds a small answer back until the browser has confirmed the one before
    (Nagle's algorithm), and the browser confirms after 40 ms: an explorer that asks Python feels
    it.
    """

    def connect(self) -> Any:
        """Connect, and send from now on without waiting."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


class Kernel(ServerKernelManager):
    """A kernel that may be asked about while it starts, and tells of names that it has forgotten.

    Jupyter notes a kernel's last activity when it runs. A page that asks for all kernels before
    that, as slow machines let it, got an error, and the terminal a traceback
    (jupyter/notebook#5345).
    """

    @default("last_activity")
    def _begun(self) -> datetime:
        return datetime.now(UTC)

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        """Return the command that starts the kernel; one of Python loads `course.forgotten`.

        With it comes the course, while the reader still reads.
        """
        loaded = ["--IPKernelApp.extra_extensions=course.forgotten"] if self.ipykernel else []
        return super().format_kernel_cmd([*(extra_arguments or []), *loaded])


class Contents(AsyncLargeFileManager):
    """The files, and a start page that is drawn when it is opened and not kept when it is saved.

    To JupyterLab it is a file that never changes behind its back, so that it never asks which of
    two versions to keep.
    """

    _since = datetime.now(UTC)

    async def get(
        self, path: str, content: bool = True, *args: Any, **options: Any
    ) -> dict[str, Any]:
        """Return a file; the start page is drawn first."""
        if not self._is_start(path):
            return await super().get(path, content, *args, **options)
        if content:
            self._draw(path)
        model = await super().get(path, content, *args, **options)
        same = {"last_modified": self._since, "hash": "drawn", "hash_algorithm": "none"}
        return {**model, **{key: same[key] for key in same if model.get(key)}}

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file; the start page stays as it is drawn."""
        if self._is_start(path):
            return await self.get(path, content=False)
        return await super().save(model, path)

    def _draw(self, path: str) -> None:
        """Bring the start page up to date, as a page that may run its own script."""
        file = Path(self._get_os_path(path))
        try:
            page.renew(file.parent, path)
            self.notary.sign(nbformat.read(file, as_version=4))
        except OSError as error:
            self.log.warning("The start page is not up to date: %s", error)

    def _is_start(self, path: str) -> bool:
        """Return whether it is the course's start page, and not only called so."""
        file = Path(self._get_os_path(path))
        return file.name == START and bool(outline.kept(file.parent))
