"""Numbers of each student's own, where a course wants them: drawn from the student's name.

Some exercises ask for values that follow from a few given numbers. Everyone gets the same numbers,
unless they say who they are: `variants.i_am("ada")` keeps the name beside the lessons, and from
then on `given` draws that student's numbers. Whoever grades knows the name from the folder that
was handed in, and judges by the numbers drawn from it. The numbers are no secret; what a hidden
check draws may be one (see `course.checks.secret`).
"""

from __future__ import annotations

import contextlib
import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from course import data
from course.illnesses import CASES
from course.progress.store import home
from course.writing import write_whole

FILE = "student.txt"
# A name is a folder's, too; nothing longer is one.
LONGEST = 200


@dataclass(frozen=True)
class Ravine:
    """The loss a·w1² + b·w2², with b above a.

    Attributes:
        a: What stands before w1².
        b: What stands before w2².
    """

    a: float = 2.0
    b: float = 9.0


def _ravine(rng: np.random.Generator) -> Ravine:
    a = round(float(rng.uniform(1.5, 4)), 2)
    return Ravine(a, round(a * float(rng.uniform(2.5, 6)), 2))


def _exam_scores(rng: np.random.Generator) -> data.Dataset:
    """Return the same hours with other scores, each up to 4 points away, of the same mean."""
    usual = data.exam_scores()
    tenths = np.ones(len(usual.y), int)
    while tenths.sum():
        tenths = rng.integers(-40, 41, len(usual.y))
    return replace(usual, y=np.round(usual.y + tenths / 10, 1), source="made of a student's name")


# By exercise: what everyone gets, and what draws a student's own.
GIVEN: dict[str, tuple[Callable[[], Any], Callable[[np.random.Generator], Any]]] = {
    "exam_scores": (data.exam_scores, _exam_scores),
    # Which of the six cases each letter is.
    "illness": (lambda: "".join(CASES), lambda rng: "".join(rng.permutation(list(CASES)))),
    "ravine_rates": (Ravine, _ravine),
}

# Who works here, where that was said; None as long as nobody asked.
_said: str | None = None


def given(exercise: str, student: str | None = None) -> Any:
    """Return what an exercise gives: the same to everyone, or a student's own.

    Args:
        exercise: One of `GIVEN`.
        student: Whose; of whoever works here if None, and "" for what everyone gets.
    """
    usual, drawn = GIVEN[exercise]
    student = name() if student is None else cleaned(student)
    return drawn(generator(exercise, student)) if student else usual()


def generator(exercise: str, student: str) -> np.random.Generator:
    """Return a generator that is the same for the same exercise and student."""
    digest = hashlib.sha256(f"{exercise}\0{cleaned(student)}".encode("utf-8", "surrogateescape"))
    return np.random.default_rng(int.from_bytes(digest.digest()))


def cleaned(student: str) -> str:
    """Return a name as all ways of writing it have it: blanks and capitals do not count."""
    return " ".join(unicodedata.normalize("NFC", str(student)).split()).casefold()[:LONGEST]


def i_am(student: str) -> None:
    """Say who works here, for numbers of one's own; "" takes it back.

    Args:
        student: The name by which the course knows the student: that of the folder handed in.

    Raises:
        ValueError: That is no name.
    """
    told = cleaned(student) if isinstance(student, str) else ""
    if not isinstance(student, str) or (student and not told):
        raise ValueError(f"the name is a text in quotation marks, not {student!r}")
    folder = home()
    if folder is not None:
        write_whole(folder / FILE, told + "\n")
    use(told)
    kept = "" if folder is not None or not told else ", until this kernel is restarted"
    print(f"The numbers of {told} are used{kept}." if told else "Everyone's numbers are used.")
    print("Run the notebook again from its first cell.")


def use(student: str) -> None:
    """Use a student's numbers from now on, in this process."""
    global _said
    _said = cleaned(student)


def name() -> str:
    """Return the name of who works here, as far as it was said, or an empty text."""
    if _said is not None:
        return _said
    folder = home()
    with contextlib.suppress(OSError, ValueError):
        return cleaned((folder / FILE).read_text(encoding="utf-8")) if folder else ""
    return ""


@contextlib.contextmanager
def of(student: str) -> Iterator[None]:
    """Use a student's numbers inside, whoever works here."""
    global _said
    before, _said = _said, cleaned(student)
    try:
        yield
    finally:
        _said = before
