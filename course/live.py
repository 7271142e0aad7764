"""Widgets shown beside a page's own form of the same thing."""

from __future__ import annotations

import anywidget
from IPython.display import display

WIDGET = "application/vnd.jupyter.widget-view+json"


def show_live(widget: anywidget.AnyWidget) -> None:
    """Show a widget, and nothing to readers without a kernel: they have the page's form."""
    view = {WIDGET: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}
    display({**view, "text/html": "", "text/plain": ""}, raw=True)
