"""Text with `code` between backticks, as HTML."""

from __future__ import annotations

import html
import re


def marked(text: str) -> str:
    """Return text as HTML, escaped, with what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))
