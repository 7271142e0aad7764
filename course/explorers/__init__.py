"""Explorers: interactive pictures, each one call in a lesson.

Each call shows its explorer where it stands: live beside a kernel, still interactive on a page
exported to HTML, a picture with alternative text where nothing runs. Python works out whole
tables with `course.descent`; the browser only draws rows of them.
"""

from __future__ import annotations

from importlib import import_module

# The explorers: the module of each, imported when it is first called, and a call as a notebook
# makes it. Tests, benchmark and screenshots take their lists from here; `watch_training` has no
# such call, for it shows a training that must be set up first.
EXPLORERS = {
    "explore_curve": ("curve", "explorers.explore_curve(quartic, start=3.0, lr=0.01, steps=200)"),
    "explore_rates": ("rates", "explorers.explore_rates(parabola, start=-1.0, steps=50)"),
    "explore_factor": ("factor", "explorers.explore_factor()"),
    "explore_cycles": ("cycles", "explorers.explore_cycles()"),
    "explore_bowl": ("bowl", "explorers.explore_bowl(bowl, start=(8.0, 6.0))"),
    "explore_ravine": ("ravine", "explorers.explore_ravine()"),
    "explore_line": ("line", "explorers.explore_line()"),
    "explore_scaling": ("scaling", "explorers.explore_scaling()"),
    "explore_batches": ("batches", "explorers.explore_batches(seed=4)"),
    "explore_noise": ("noise", "explorers.explore_noise()"),
    "explore_momentum": ("momentum", "explorers.explore_momentum()"),
    "explore_corrections": ("corrections", "explorers.explore_corrections()"),
    "race_optimizers": ("race", "explorers.race_optimizers(start=(10, 2))"),
    "explore_schedule": ("schedule", "explorers.explore_schedule()"),
    "explore_warmup": ("warmup", "explorers.explore_warmup()"),
    "explore_restarts": ("restarts", "explorers.explore_restarts()"),
    "explore_trouble": ("trouble", "explorers.explore_trouble()"),
    "explore_slopes": ("slopes", "explorers.explore_slopes()"),
    "watch_training": ("training", ""),
}
CALLS = {name: call for name, (_, call) in EXPLORERS.items() if call}

__all__ = sorted(EXPLORERS)


def __getattr__(name: str):
    if name not in EXPLORERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{EXPLORERS[name][0]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
