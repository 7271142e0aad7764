"""What stops a command."""

import errno
from pathlib import Path


class GradingError(Exception):
    """Something that stops grading, told in one line.

    Attributes:
        wrong_use: Whether the command was not right, rather than something going wrong.
    """

    def __init__(self, told: str, *, wrong_use: bool = False) -> None:
        """Say what stops it."""
        super().__init__(told)
        self.wrong_use = wrong_use


def why(error: OSError) -> str:
    """Return in a line what was wrong with a file, or with the disk that it is on."""
    name = Path(str(error.filename)).name if error.filename else "a file"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"the disk is full ({name} could not be written)"
    return f"{name}: {error.strerror or error}"
