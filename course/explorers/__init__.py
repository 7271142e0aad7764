"""Explorers: interactive pictures, each one call in a lesson.

Each call shows its explorer where it stands: live beside a kernel, still interactive on a page
exported to HTML, a picture with alternative text where nothing runs. Python works out whole
tables with `course.descent`; the browser only draws rows of them.
"""

from __future__ import annotations

from importlib import import_module

# Each explorer's module; it is imported when the explorer is first called.
MODULES = {
    "explore_batches": "batches",
    "explore_bowl": "bowl",
    "explore_curve": "curve",
    "explore_line": "line",
    "explore_rates": "rates",
    "explore_schedule": "schedule",
    "explore_trouble": "trouble",
    "race_optimizers": "race",
    "watch_training": "training",
}

__all__ = [
    "explore_batches",
    "explore_bowl",
    "explore_curve",
    "explore_line",
    "explore_rates",
    "explore_schedule",
    "explore_trouble",
    "race_optimizers",
    "watch_training",
]


def __getattr__(name: str):
    if name not in MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
