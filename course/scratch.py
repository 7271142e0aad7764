"""From scratch means from scratch: which ready-made solutions a call used."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from types import CodeType, FrameType

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
SOLVERS = frozenset({"gradient", "polyfit", "lstsq", "fit"})
# Arithmetic: what SciPy has as NumPy does, such as `norm`, and what stands before its functions.
AS_NUMPY = ("numpy", "scipy._lib", "scipy.linalg", "scipy.special")
# Where no function solves the exercise, whatever is called: its formula is what is asked for.
ANYTHING = (*READY_MADE, "numpy")
# Parts of a function, which has been seen itself; newer Pythons do not call them any more.
PARTS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})


# Marks what a ready-made solution calls.
INNER = "()"
# What stands for the course's own answers, which `built` gives where a student's are not right.
BUILT = "course.built"

LANDSCAPES = "course.landscapes"
# Stands between who asks and what is asked.
VALIDATE = "course.validate"
# To ask a landscape for its loss solves nothing: it is what a walk prints on its way.
LOSS = (f"{LANDSCAPES}.__call__", f"{LANDSCAPES}._rastrigin_value")


def _is_in(module: str, places: Collection[str]) -> bool:
    return any(module == one or module.startswith(one + ".") for one in places)


@lru_cache(maxsize=1024)
def _is_arithmetic(module: str) -> bool:
    return _is_in(module, AS_NUMPY)


@lru_cache(maxsize=1024)
def _is_ready_made(module: str) -> bool:
    return _is_in(module, READY_MADE) and not _is_in(module, AS_NUMPY)


def _works_out_a_loss(frame: FrameType | None) -> bool:
    """Return whether a call is that for a landscape's loss, or belongs to it."""
    while frame and frame.f_globals.get("__name__") in (LANDSCAPES, VALIDATE):
        if frame.f_code.co_name == "__call__":
            return True
        frame = frame.f_back
    return False


def _inside_another(frame: FrameType | None) -> bool:
    """Return whether a ready-made solution has called this, be it with Python's own help."""
    while frame:
        module = frame.f_globals.get("__name__", "")
        if _is_arithmetic(module) or _is_ready_made(module):
            return True
        frame = frame.f_back
    return False


def _is_of_the_course(frame: FrameType | None) -> bool:
    return frame is not None and _is_in(frame.f_globals.get("__name__", ""), ("course",))


def _renamed(frame: FrameType) -> bool:
    """Return whether who calls it has written another name: decorators put theirs in its place."""
    caller = frame.f_back
    return caller is not None and frame.f_code.co_name not in caller.f_code.co_names


@contextlib.contextmanager
def watched(used: set[str], answers: Collection[CodeType] = ()) -> Iterator[Callable[[], None]]:
    """Add to `used` every ready-made solution that is called inside, as "module.function".

    What is called by such a solution, and not by the answer itself, is added as
    "module.function()"; one of the course's own answers, where they are here, as `BUILT`. The loss
    of a landscape is none. Gives what ends the watching sooner, which takes time at each call.
    """
    before = sys.getprofile()
    # What was seen to be no solution: a call can make millions of calls, of few functions.
    others: set[CodeType] = set()

    def watch(frame: FrameType, event: str, argument: object) -> None:
        if event != "call" or frame.f_code in others:
            return
        if frame.f_code in answers:
            # What the course asks them itself is nobody's answer.
            if not _is_of_the_course(frame.f_back):
                used.add(BUILT)
            return
        module = frame.f_globals.get("__name__", "")
        function = frame.f_code.co_name
        if function in PARTS:
            name = ""
        elif _is_arithmetic(module):
            owner = "numpy" if module.startswith("numpy") else module
            name = f"{owner}.{function}" if function in SOLVERS else ""
        else:
            name = f"{module}.{function}" if _is_ready_made(module) else ""
        if not name:
            others.add(frame.f_code)
        elif name not in used and not _works_out_a_loss(frame):
            inner = _inside_another(frame.f_back)
            if not inner and not module.startswith(("numpy", "course")) and _renamed(frame):
                name = f"{module}.<{function}>"
            used.add(name + INNER if inner else name)

    sys.setprofile(watch)
    try:
        yield lambda: sys.setprofile(before)
    finally:
        sys.setprofile(before)


def allowed(name: str, may_use: Collection[str]) -> bool:
    """Return whether an exercise allows a function, "module.function".

    Args:
        name: The function.
        may_use: Modules and functions that are allowed; one that "!" stands before is refused all
            the same.
    """
    return "!" + name not in may_use and _is_in(name, (*LOSS, *may_use))


def shortcut(used: Collection[str], may_use: Collection[str]) -> str:
    """Return the first of `used` that the exercise does not allow, or an empty text."""
    refused = sorted(name for name in used if not allowed(name.removesuffix(INNER), may_use))
    # What the answer itself calls tells more than what that calls inside, and a function by its
    # own name more than one without.
    refused.sort(key=lambda name: (name.endswith(INNER), "__" in name or "<" in name))
    return refused[0].removesuffix(INNER) if refused else ""
