"""What is known of a wrong answer: the calls of the check, and fresh ones to try a guess on.

Nothing is told to a student that holds for the calls of one check alone: a mistake, a symptom or
a place is named only if it holds for at least `ENOUGH` fresh inputs as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from course.checks import engine
from course.checks.compare import numeric
from course.checks.deadline import TimedOut, clock
from course.checks.errors import Plain, in_plain_words
from course.checks.exercise import Call, Exercise, Probe
from course.checks.words import function_where, names_where, of_the_course, student_line

# How many freshly drawn inputs a guess must hold for.
ENOUGH = 20
# No exercise draws so few probes at once that this many draws would not be enough.
MOST_DRAWS = 40
# How long asking for more may take: seconds of processor time.
PATIENCE = 2.0


@dataclass
class Evidence:
    """A wrong answer and what is known of it.

    Attributes:
        exercise: The exercise.
        calls: The calls of the check.
        work: The student's function.
        seed: Draws the fresh inputs; others than those of the check.
    """

    exercise: Exercise
    calls: Sequence[Call]
    work: Callable
    seed: int
    ends: float = field(default_factory=lambda: clock() + PATIENCE)

    @cached_property
    def failed(self) -> list[Call]:
        """The calls of the check that went wrong."""
        return [call for call in self.calls if not call.right]

    @cached_property
    def answered(self) -> list[Call]:
        """Those of them that came back with an answer."""
        return [call for call in self.failed if call.answered]

    @property
    def in_time(self) -> bool:
        """Whether there is time left to ask for more."""
        return clock() < self.ends

    def in_words(self, error: BaseException) -> Plain | None:
        """Return in plain words why a call stopped, if that can be said."""
        function = function_where(error)
        elsewhere = function.isidentifier() and function != self.exercise.name
        if isinstance(error, NotImplementedError) and elsewhere and not str(error):
            return Plain(
                "not-written-yet",
                f"`{function}`, which your answer calls, is not written yet: its line `raise "
                "NotImplementedError` is still there. Write it first, and run its cell.",
            )
        names = getattr(self.work, "__globals__", {})
        # Nobody means a tool of the lessons by a name of their own.
        own = [
            name
            for name, value in names.items()
            if not of_the_course(getattr(value, "__module__", ""))
        ]
        return in_plain_words(error, student_line(error), [*names_where(error), *own])

    @cached_property
    def tries_more(self) -> bool:
        """Whether the function may be called with more inputs."""
        return (
            not self.exercise.values
            and not self.exercise.costly
            and self.exercise.draw is not None
            and callable(self.work)
            and not any(isinstance(call.error, TimedOut) for call in self.calls)
        )

    @cached_property
    def probes(self) -> list[Probe]:
        """At least ENOUGH fresh inputs; none where the function is not to be called again."""
        found: list[Probe] = []
        if self.tries_more:
            for draw in range(MOST_DRAWS):
                found += self.exercise.drawn(self.seed, draw, 20)
                if len(found) >= ENOUGH:
                    break
        return found

    @cached_property
    def fresh(self) -> list[Call]:
        """What came back for the fresh inputs."""
        return list(self.ask(self.probes))

    @cached_property
    def others(self) -> Evidence:
        """The same answer with as many inputs again, drawn anew: for guesses that may be luck."""
        return self.anew(1)

    def anew(self, draw: int) -> Evidence:
        """Return the same answer with as many inputs of another draw; this one's is 0."""
        return replace(self, seed=self.seed + draw)

    @property
    def every(self) -> list[Call]:
        """All calls: those of the check, and the fresh ones."""
        return [*self.calls, *self.fresh]

    @cached_property
    def comparable(self) -> list[Call]:
        """Every call that a reference answers, or none of them if one stopped."""
        calls = [call for call in self.every if not call.probe.judge]
        return [] if any(call.error is not None for call in calls) else calls

    @cached_property
    def arrays(self) -> list[tuple[Call, np.ndarray, np.ndarray]]:
        """These with (expected, got) as arrays of equal shapes, or none if one is none."""
        found = []
        for call in self.comparable:
            want, came = self.array(call.expected), self.array(call.result)
            if want is None or came is None or want.shape != came.shape:
                return []
            found.append((call, want, came))
        return found

    def array(self, answer: Any) -> np.ndarray | None:
        """Return an answer as an array, None where it is none."""
        answer = self.exercise.form(answer)
        return None if isinstance(answer, (dict, str)) else numeric(answer)

    def wrong_parts(self, calls: Sequence[Call]) -> tuple[list, list]:
        """Return the keys of an answer's parts, and of those that are wrong in any of `calls`."""
        pairs = [in_parts(self.exercise, call) for call in calls]
        if not pairs or None in pairs:
            return [], []
        keys = list(pairs[0][0])
        return keys, [
            key
            for key in keys
            if any(
                key in want and not same(self.exercise, want[key], got[key]) for want, got in pairs
            )
        ]

    @property
    def enough(self) -> bool:
        """Whether as many fresh calls as a guess needs are there."""
        return len(self.fresh) >= ENOUGH

    def ask(self, probes: Sequence[Probe]) -> Iterator[Call]:
        """Ask the student's function, as long as there is time."""
        for probe in probes:
            if not self.in_time:
                return
            call = engine.ask(self.exercise, probe, self.work)
            yield call
            if isinstance(call.error, TimedOut):
                return

    def holds(self, guess: Callable[[Call], bool]) -> bool:
        """Return whether `guess` is true of all calls, of those that went wrong first of all."""
        if not all(map(guess, self.failed)):
            return False
        if not all(guess(call) for call in self.calls if call.right):
            return False
        return not self.tries_more or (self.enough and all(map(guess, self.fresh)))


def with_argument(exercise: Exercise, probe: Probe, name: str, value: Any) -> Probe:
    """Return the probe with another value of one argument."""
    place = exercise.arguments.index(name)
    if place < len(probe.args):
        args = list(probe.args)
        args[place] = value
        return replace(probe, args=tuple(args))
    return replace(probe, kwargs={**probe.kwargs, name: value})


def same(exercise: Exercise, answer: Any, got: Any) -> bool:
    """Return whether a re-enactment's answer, which may be of any kind, is what came back."""
    try:
        return exercise.alike(answer, got)
    except (TypeError, ValueError, AttributeError, IndexError, KeyError):
        return False


def parts(answer: Any) -> Mapping[Any, Any] | None:
    """Return the parts of an answer, by key or by position; None where it has none."""
    if isinstance(answer, Mapping):
        return answer
    if isinstance(answer, (tuple, list)) or (isinstance(answer, np.ndarray) and answer.ndim):
        return dict(enumerate(answer))
    return None


def formed_parts(exercise: Exercise, answer: Any) -> Mapping[Any, Any]:
    """Return the parts of an answer in the form in which it is compared; empty if it has none."""
    return parts(exercise.form(answer)) or {}


def in_parts(exercise: Exercise, call: Call) -> tuple[Mapping, Mapping] | None:
    """Return the parts of what was expected and of what came back; None if they do not match."""
    if not isinstance(call.expected, (tuple, Mapping)):
        return None
    want, got = (formed_parts(exercise, answer) for answer in (call.expected, call.result))
    return (want, got) if want and set(want) == set(got) else None
