"""Images in panels, as addresses that need no file."""

from __future__ import annotations

import base64
import io

from PIL import Image


def address(image: Image.Image, **how) -> str:
    """Return an image as data:image/png;base64,…; `how` are Pillow's options for a PNG."""
    stored = io.BytesIO()
    image.save(stored, "PNG", optimize=True, **how)
    return f"data:image/png;base64,{base64.b64encode(stored.getvalue()).decode()}"
