"""What kind of answer came back: its shape, whole numbers, errors, the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from course.checks.brief import MOST_LETTERS, brief
from course.checks.compare import numeric, shape_words
from course.checks.exercise import Exercise
from course.checks.help.evidence import Evidence, parts, same
from course.checks.words import student_line


def close(evidence: Evidence, got: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return where numbers are as near as the exercise asks for."""
    exercise = evidence.exercise
    return np.isclose(got, wanted, rtol=exercise.rtol, atol=exercise.atol, equal_nan=True)


# What a difference says of the kind of an answer: a number that is off at a key is none.
_OTHER_KIND = re.compile(r"; asked for: |the key .* (is missing|does not belong there)")


def kind(evidence: Evidence) -> Iterator[str]:
    """Another kind of answer than was asked for, every time."""
    told = set()
    for call in evidence.comparable:
        difference = evidence.exercise.difference(call.expected, call.result) or ""
        told.add(difference if _OTHER_KIND.search(difference) else "")
    if not told or "" in told:
        return
    came = {one.partition("; asked for: ")[0] for one in told}
    if len(told) == 1:
        yield f"every answer is of another kind than the one asked for: {told.pop()}"
    elif len(came) == 1 and (kind := came.pop()).startswith("it is "):
        yield f"every answer is of another kind than the one asked for: {kind}"
    else:
        yield "every answer has another shape, or another number of values, than was asked for"


def not_a_number(evidence: Evidence) -> Iterator[str]:
    """NaN in every wrong answer."""
    wrong = [(want, got) for call, want, got in evidence.arrays if not call.right]
    if wrong and all(np.isnan(got).any() and not np.isnan(want).any() for want, got in wrong):
        yield (
            "the answer holds NaN: that comes from 0/0, from inf − inf, or from the root of a "
            "number below zero; print what you divide and what you take the root of"
        )


def infinite(evidence: Evidence) -> Iterator[str]:
    """No finite number in any wrong answer, and infinite ones among them."""
    wrong = [(want, got) for call, want, got in evidence.arrays if not call.right]
    if any(np.isinf(got).any() for _, got in wrong) and all(
        np.isfinite(want).all() and not np.isfinite(got).all() for want, got in wrong
    ):
        yield (
            "the answer is infinite: something is divided by zero, or grows far too large; print "
            "what you divide by, and what you multiply again and again"
        )


def shape(evidence: Evidence) -> Iterator[str]:
    """The right numbers in another arrangement, or one entry too many or too few."""
    pairs = []
    for call in evidence.comparable:
        want, came = evidence.array(call.expected), evidence.array(call.result)
        if want is None or came is None:
            return
        # A walk of no steps is right in one row, too.
        if not call.right:
            pairs.append((want, came))
    if all(want.shape == came.shape for want, came in pairs):
        return
    for told, change in _ARRANGED:
        if all(_arranged(evidence, change, want, came) for want, came in pairs):
            yield told
            return
    other = [
        # One number is right in whatever brackets.
        (want, came)
        for want, came in pairs
        if want.shape != came.shape and not want.size == came.size == 1
    ]
    if other:
        # In order: of two that are equally short, the one that is shown comes first.
        sizes = dict.fromkeys(
            (shape_words(came.shape), shape_words(want.shape)) for want, came in other
        )
        came, want = min(sizes, key=lambda pair: len(pair[0]) + len(pair[1]))
        some = "" if len(other) == len(pairs) else "for some inputs "
        yield (
            f"{some}the answer has another shape than was asked for: {came}, say, and not {want}"
        )


def _arranged(evidence: Evidence, change: Callable, want: np.ndarray, came: np.ndarray) -> bool:
    if want.size == 0:
        return False
    try:
        made = change(want)
    except (ValueError, IndexError):
        return False
    return made.shape == came.shape and bool(close(evidence, came, made).all())


_ARRANGED: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("the numbers are right, but rows and columns have changed places", np.transpose),
    ("the numbers are right, but all in one row; keep the shape that was asked for", np.ravel),
    ("all but the first entry are there: the first is missing", lambda a: a[1:]),
    ("all but the last entry are there: the last is missing", lambda a: a[:-1]),
    ("the first entry alone came back; all are asked for", lambda a: a[0]),
    ("the last entry alone came back; all are asked for", lambda a: a[-1]),
    ("the sum of the entries came back; the entries are asked for", np.sum),
    ("the mean of the entries came back; the entries are asked for", np.mean),
)


def whole(evidence: Evidence) -> Iterator[str]:
    """Whole numbers alone, near the right ones: something cuts off the rest."""
    exercise = evidence.exercise
    wrong = [
        (value, part)
        for call in evidence.comparable
        if not call.right
        for value, part in zip(
            _values(exercise, call.expected), _values(exercise, call.result), strict=False
        )
    ]
    if len(wrong) < 5 or any(
        want is None or got is None or want.shape != got.shape for want, got in wrong
    ):
        return
    if all(np.all(want == np.floor(want)) for want, _ in wrong):
        # Nothing was cut off where nothing stands after the point.
        return
    if all(np.all(got == np.floor(got)) and np.all(np.abs(got - want) < 1.01)
           for want, got in wrong):  # fmt: skip
        yield "only whole numbers come out: what cuts off the part after the point?"


def _values(exercise: Exercise, answer: Any) -> list[np.ndarray | None]:
    """Return the parts of an answer as arrays, or the whole of it as one."""
    answer = exercise.form(answer)
    if isinstance(answer, (tuple, Mapping)):
        return [numeric(part) for part in (parts(answer) or {}).values()]
    return [numeric(answer)]


def order(evidence: Evidence) -> Iterator[str]:
    """The right numbers in another order."""
    pairs = [(want, came) for _, want, came in evidence.arrays if want.size > 1]
    if len(pairs) < 3 or all(close(evidence, came, want).all() for want, came in pairs):
        return
    if all(
        close(evidence, np.sort(came, axis=None), np.sort(want, axis=None)).all()
        for want, came in pairs
    ):
        yield "the numbers are the right ones, but in another order"


def error_text(evidence: Evidence) -> Iterator[str]:
    """It stops with an error in some calls and is wrong in others."""
    stopped = [call for call in evidence.every if call.error is not None]
    kinds = {type(call.error).__name__ for call in stopped}
    if len(kinds) != 1:
        return
    if told := evidence.in_words(stopped[0].error):
        # Where an answer that came back is shown, the words have no line to speak of.
        line = student_line(stopped[0].error) if evidence.failed[0].error is None else ""
        where = f", in your line `{line}`" if line else ""
        yield f"for some inputs it stops with an error{where}. {told.words}"
    else:
        yield (
            f"for some inputs it stops with {kinds.pop()}, for others another answer comes out "
            "than the right one: begin with the first of them, above"
        )


def same_answer(evidence: Evidence) -> Iterator[str]:
    """The same answer to every question."""
    asked = {_written(call.expected) for call in evidence.comparable}
    answers = [call.result for call in evidence.comparable]
    # Rounding errors make no other answer.
    if len(asked) > 3 and (
        len({*map(_written, answers)}) == 1
        or all(same(evidence.exercise, answers[0], other) for other in answers[1:])
    ):
        yield (
            "whatever you are asked, the answer is the same: follow each argument through your "
            "lines; where does it get lost?"
        )


def _written(answer: Any) -> str:
    """Return an answer as a text, a number the same whatever kind of number it is."""
    array = numeric(answer)
    return brief(answer if array is None else (array + 0.0).tolist(), MOST_LETTERS)


def given_back(evidence: Evidence) -> Iterator[str]:
    """The answer is what the function was given."""
    answers = [(call, numeric(call.result)) for call in evidence.comparable]
    arrays = [(call, got) for call, got in answers if got is not None and got.ndim]
    if len(arrays) > 3 and all(
        any(isinstance(value, np.ndarray) and np.array_equal(got, value)
            for value in call.named.values())
        for call, got in arrays
    ):  # fmt: skip
        yield "the answer is what the function was given; nothing has happened to it yet"
