"""From scratch means from scratch: which ready-made solutions a call used."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Collection

# Modules that solve an exercise for the student, and NumPy's functions that do.
OURS = (
    "course.descent",
    "course.landscapes",
    "course.network",
    "course.optimizers",
    "course.regression",
    "course.schedules",
)
READY_MADE = (*OURS, "scipy", "sklearn", "statsmodels", "torch", "jax", "autograd")
NUMPY_SOLVERS = frozenset({"gradient", "polyfit", "lstsq", "fit"})
# Parts of a function, which has been seen itself; newer Pythons do not call them any more.
PARTS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})


@contextlib.contextmanager
def watched(used: set[str]):
    """Add to `used` every ready-made solution that is called inside, as "module.function"."""
    before = sys.getprofile()

    def watch(frame, event, argument):
        if event == "call" and frame.f_code.co_name not in PARTS:
            module = frame.f_globals.get("__name__", "")
            function = frame.f_code.co_name
            if module.startswith("numpy"):
                if function in NUMPY_SOLVERS:
                    used.add(f"numpy.{function}")
            elif any(module == known or module.startswith(known + ".") for known in READY_MADE):
                used.add(f"{module}.{function}")

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(before)


def shortcut(used: Collection[str], may_use: Collection[str]) -> str:
    """Return the first of `used` that the exercise does not allow, or an empty text."""
    refused = sorted(
        name
        for name in used
        if not any(name == allowed or name.startswith(allowed + ".") for allowed in may_use)
    )
    # A function by its own name tells more than what it calls inside.
    refused.sort(key=lambda name: "__" in name or "<" in name)
    return refused[0] if refused else ""
