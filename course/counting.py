"""How many there are of what, in words."""

from __future__ import annotations


def counted(many: float, what: str) -> str:
    """Return "1 step", "6 steps" or "0.5 points".

    Example:
        >>> from course.counting import counted
        >>> counted(1, "step"), counted(1_000_000, "step"), counted(2.0, "point")
        ('1 step', '1000000 steps', '2 points')
    """
    number = f"{many:g}" if isinstance(many, float) else f"{many}"
    return f"{number} {what}" + ("s" if many != 1 else "")
