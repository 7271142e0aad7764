"""What stops a command."""


class GradingError(Exception):
    """Something that stops grading, told in one line.

    Attributes:
        wrong_use: Whether the command was not right, rather than something going wrong.
    """

    def __init__(self, told: str, *, wrong_use: bool = False) -> None:
        """Say what stops it."""
        super().__init__(told)
        self.wrong_use = wrong_use
