"""What a cell prints and shows, kept up to a limit; for a student's cells and for checks."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

from grading.isolation.guest import wire

MOST_PICTURE = 1 << 20
MOST_OUTPUTS = 200


class Text(io.TextIOBase):
    """Keeps what is printed, up to a limit, and counts the rest."""

    encoding = "UTF-8"

    def __init__(self, most: int) -> None:
        """Keep up to `most` characters."""
        self.most, self.size = most, 0
        self.kept: list[str] = []

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, text: str) -> int:
        """Keep `text`, as far as there is room."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.size < self.most:
            self.kept.append(text[: self.most - self.size])
        self.size += len(text)
        return len(text)

    def value(self) -> str:
        """Return what was kept, and how much was not."""
        text = "".join(self.kept)
        if self.size > self.most:
            text += f"\n… {self.size - self.most:,} more characters were printed\n"
        return text


class Outputs:
    """The outputs of one cell, in order, as nbformat has them."""

    def __init__(self, most: int, *, every: bool = False, shown: bool = True) -> None:
        """Keep up to `most` characters; `every` kind of data; nothing at all if not `shown`."""
        self.most, self.size, self.cut = most, 0, 0
        self.items: list[dict[str, Any]] = []
        self.shown, self.every = shown, every

    def stream(self, name: str) -> Stream:
        """Return what writes here as "stdout" or "stderr"."""
        return Stream(lambda: self, name)

    def text(self, name: str, text: str) -> None:
        """Add what was printed."""
        if not self.shown:
            return
        room = self.most - self.size
        if len(text) > room:
            self.cut += len(text) - max(room, 0)
            text = text[: max(room, 0)]
        self.size += len(text)
        if not text:
            return
        if self.items and self.items[-1].get("name") == name:
            self.items[-1]["text"].append(text)
        else:
            self.items.append({"output_type": "stream", "name": name, "text": [text]})

    def data(self, kind: str, data: dict[str, Any]) -> None:
        """Add what was displayed."""
        kept = {}
        for name in data if self.every else wire.SHOWN:
            value = data.get(name)
            if isinstance(value, bytes):
                value = base64.b64encode(value).decode()
            if not isinstance(value, str):
                continue
            if name.startswith("image/"):
                if len(value) <= MOST_PICTURE:
                    kept[name] = value
            elif len(value) <= self.most:
                kept[name] = value
        if self.shown and kept and len(self.items) < MOST_OUTPUTS:
            self.items.append({"output_type": kind, "data": kept, "metadata": {}})

    def error(self, name: str, message: str, lines: list[str]) -> None:
        """Add an exception."""
        self.items.append(
            {
                "output_type": "error",
                "ename": name[:200],
                "evalue": message[:2000],
                "traceback": [line[:2000] for line in lines[-20:]],
            }
        )

    def finished(self) -> list[dict[str, Any]]:
        """Return them."""
        for item in self.items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        if self.cut:
            told = f"… {self.cut:,} more characters were printed\n"
            self.items.append({"output_type": "stream", "name": "stdout", "text": told})
        return self.items


class Stream(io.TextIOBase):
    """A cell's stdout or stderr; one that was kept from an earlier cell writes to today's."""

    encoding = "UTF-8"
    mode = "w"

    def __init__(self, outputs: Callable[[], Outputs], name: str) -> None:
        """Write as `name` to whatever `outputs` gives at that moment."""
        self._outputs, self.name = outputs, name

    def writable(self) -> bool:
        """It is."""
        return True

    def isatty(self) -> bool:
        """It is no terminal."""
        return False

    def fileno(self) -> int:
        """Return the number under which a process expects it."""
        return {"stdout": 1, "stderr": 2}[self.name]

    def close(self) -> None:
        """Stay open: later cells print, too."""

    def write(self, text: str) -> int:
        """Print `text`."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs().text(self.name, text)
        return len(text)
