"""How large a picture becomes when it is shown: a page with one of a hundred kilobytes can take
all the memory of the browser that opens it.

Only the heads are read here. What is none of the kinds that a page may hold, or is odd at its
head, is no picture: browsers know more kinds than its name tells, and find them by their bytes.
"""

from __future__ import annotations

import base64
import binascii
import struct

# Points of one picture that is shown: 4 bytes each in a browser.
MOST_POINTS = 40_000_000
# Points of a picture that count as one character of its page.
POINTS = 4
_PNG, _GIF = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a")
# The parts of a JPEG that tell its size.
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def points(text: str) -> int | None:
    """Return the points of a PNG, JPEG or GIF as base64; None where it is no such picture."""
    try:
        data = base64.b64decode(text)
        if data.startswith(_PNG):
            # Without its head it is shown as broken.
            return _area(">II", data, 16) if data[12:16] == b"IHDR" else 0
        if data.startswith(b"\xff\xd8"):
            return _of_jpeg(data)
        if data.startswith(_GIF):
            return _of_gif(data)
    except (binascii.Error, ValueError, struct.error, IndexError):
        pass
    return None


def room(text: str) -> int:
    """Return how many characters a picture as base64 stands for: its points count, too."""
    return len(text) + (points(text) or 0) // POINTS


def may_be_shown(text: str) -> bool:
    """Return whether a picture as base64 is one that a browser can take."""
    return (found := points(text)) is not None and found <= MOST_POINTS


def _area(form: str, data: bytes, at: int) -> int:
    width, height = struct.unpack_from(form, data, at)
    return width * height


def _of_jpeg(data: bytes) -> int | None:
    at = 2
    while data[at] == 0xFF:
        if data[at + 1] in _SIZES:
            return _area(">HH", data, at + 5)
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _of_gif(data: bytes) -> int | None:
    """Return the area of the screen, or of the largest frame: a browser makes room for that."""
    most = _area("<HH", data, 6)
    at = 13 + _table(data[10])
    while data[at] in b"!,":
        if data[at] == ord("!"):
            at += 2
        else:
            most = max(most, _area("<HH", data, at + 5))
            at += 11 + _table(data[at + 9])
        while size := data[at]:
            at += size + 1
        at += 1
    return most


def _table(flags: int) -> int:
    """Return the bytes of a table of colours, where its flags say that there is one."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
