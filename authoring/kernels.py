"""A notebook's cells run in a kernel of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbformat import NotebookNode

SECONDS_PER_CELL = 120
# What nbclient says of a kernel that does not begin. Two that begin at once may have chosen one
# port, which the second finds taken.
DOES_NOT_BEGIN = ("Kernel didn't respond", "Kernel died before replying")


def run(notebook: NotebookNode, folder: str | Path, **options: Any) -> None:
    """Run a notebook's cells in place, in `folder`; where its kernel does not begin, once more.

    Args:
        notebook: The notebook, which gets the outputs.
        folder: Where the kernel runs.
        options: What else nbclient is told.

    Raises:
        CellExecutionError, CellTimeoutError, DeadKernelError: A cell fails.
        RuntimeError: No kernel begins.
    """
    try:
        _client(notebook, folder, options).execute()
    except RuntimeError as error:
        if not str(error).startswith(DOES_NOT_BEGIN):
            raise
        _client(notebook, folder, options).execute()


def _client(notebook: NotebookNode, folder: str | Path, options: dict[str, Any]) -> NotebookClient:
    return NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        # Without this, a kernel warns on stderr about its local connection.
        extra_arguments=["--IPKernelApp.log_level=40"],
        **options,
    )
