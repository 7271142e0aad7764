"""How many there are of what, and which, in words."""

from __future__ import annotations

from collections.abc import Sequence


def counted(many: float, what: str) -> str:
    """Return "1 step", "6 steps" or "0.5 points".

    Example:
        >>> from course.counting import counted
        >>> counted(1, "step"), counted(1_000_000, "step"), counted(2.0, "point")
        ('1 step', '1000000 steps', '2 points')
    """
    number = f"{many:g}" if isinstance(many, float) else f"{many}"
    return f"{number} {what}" + ("s" if many != 1 else "")


def listed(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c".

    Example:
        >>> from course.counting import listed
        >>> listed(["w"]), listed(["w", "b", "loss"])
        ('w', 'w, b and loss')
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
