"""What a reader moves: sliders, lists, numbers, grips, a player; and a progress bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Slider:
    """A slider over the positions 0 … len(values) − 1.

    Attributes:
        name: The axis of the tables that it picks.
        label: What stands beside it.
        values: The text of each position.
        at: Where it stands at first.
        positions: The number of each position, in the units of a panel that can be clicked.
    """

    name: str
    label: str
    values: Sequence[str]
    at: int = 0
    positions: Sequence[float] = ()
    kind: str = "slider"


@dataclass(frozen=True)
class Select:
    """A choice from a list of texts; it picks an axis of the tables, or asks Python.

    Attributes:
        name: The axis of the tables that it picks, or the argument of the scene that it gives.
        label: What stands beside it.
        values: The texts.
        at: Which one is chosen at first.
        ask: Whether Python is asked when another is chosen.
        resets: Numbers that begin anew then: Python is given None for them, and answers with
            the controls it took instead.
    """

    name: str
    label: str
    values: Sequence[str]
    at: int = 0
    ask: bool = False
    resets: Sequence[str] = ()
    kind: str = "select"


@dataclass(frozen=True)
class Number:
    """A number that is typed, stepped with the arrow keys, or clicked; Python is asked.

    Attributes:
        name: The argument of the scene that it gives.
        label: What stands beside it.
        value: The number at first.
        low: The smallest number that is taken.
        high: The largest.
        step: How far an arrow key goes.
        digits: How many digits after the point a click keeps.
    """

    name: str
    label: str
    value: float
    low: float
    high: float
    step: float
    digits: int = 2
    ask: bool = True
    kind: str = "number"


@dataclass(frozen=True)
class Grip:
    """A place that is dragged in a panel (see `Panel.grips`); Python is asked.

    The scene is given where the hand holds it while it is dragged, and None at all other times.
    It has no place among the controls: what it does must be possible by keyboard with others.
    """

    name: str
    value: None = None
    ask: bool = True
    label: str = ""
    kind: str = "grip"


@dataclass(frozen=True)
class Player:
    """Run, pause, step, back and speed, which move the slider `moves`.

    Attributes:
        moves: The slider's name.
        speeds: (text, positions a second).
        at: Which speed is chosen at first.
    """

    moves: str
    speeds: Sequence[tuple[str, float]] = (("slow", 2), ("normal", 10), ("fast", 40))
    at: int = 1
    name: str = "player"
    kind: str = "player"


@dataclass(frozen=True)
class Progress:
    """A progress bar: `value` from 0 to 1, and what it means as text."""

    name: str
    label: str
    value: float = 0.0
    text: str = ""
    kind: str = "progress"


Control = Slider | Select | Number | Grip | Player | Progress
