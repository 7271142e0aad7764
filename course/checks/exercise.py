"""What an exercise is: probes to ask, a reference that is right, and mistakes that are known.

All of it is data. `engine` asks and compares, `diagnosis` names what is wrong.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import product
from types import FunctionType
from typing import Any

import numpy as np

from course import variants
from course.answers import plain, snapshot
from course.checks.compare import ATOL, RTOL, WANTED, alike, difference, hint_at, numeric

# How many times as long long numbers are: beyond any limit at which an answer might clip them.
LONG = 1000


@dataclass(frozen=True, eq=False)
class Probe:
    """One question to a student's work.

    Attributes:
        args: Positional arguments of the call (for an exercise of values: the variable's name).
        kwargs: Named arguments.
        shows: What works when the answer is right, for the list of what already works.
        judge: Replaces the comparison with the reference where many answers are right: takes the
            Call, returns None for right or what was expected, in words.
        weight: How much of the points it carries.
        more: How often to ask again with equal arguments, for a judge that wants chance to come
            from the generator that is given, or of what chance brings in the end; these answers
            are the Call's `others`.
    """

    args: tuple = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    shows: str = ""
    judge: Callable[[Call], str | None] | None = None
    weight: float = 1.0
    more: int = 0

    def copied(self) -> tuple[tuple, dict]:
        """Return the arguments anew, for a call that may change them."""
        kwargs = {name: _copied(value) for name, value in self.kwargs.items()}
        return tuple(map(_copied, self.args)), kwargs


def _copied(value: Any) -> Any:
    """Return a deep copy; of what most arguments are, in a tenth of the time."""
    if type(value) in (float, int, FunctionType):
        return value
    return value.copy() if type(value) is np.ndarray else copy.deepcopy(value)


@dataclass
class Call:
    """What one probe asked and what came back.

    Attributes:
        probe: The question.
        text: The call as a student would write it.
        result: What came back, generators as lists.
        others: What came back each time after the first, where the probe asks for more.
        printed: What the student's code printed meanwhile.
        error: What it raised, if anything.
        changed: Whether it changed its arguments.
        complaint: Why the answer is not right, or None.
        expected: What was expected, where that can be said.
        named: The arguments by their names.
    """

    probe: Probe
    text: str = ""
    result: Any = None
    others: Sequence[Any] = ()
    printed: str = ""
    error: BaseException | None = None
    changed: bool = False
    complaint: str | None = None
    expected: Any = None
    named: Mapping[str, Any] = field(default_factory=dict)

    @property
    def again(self) -> Any:
        """What came back the second time, where the probe asks for more; None where it did not."""
        return self.others[0] if self.others else None

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return self.complaint is None

    @property
    def answered(self) -> bool:
        """Whether an answer came back."""
        return self.error is None


def enact(function: Callable, probe: Probe) -> Any:
    """Return what a function of ours, which answers the same each time, says to a probe.

    Raises what it raises.
    """
    answer, error = _enacted(function, probe)
    if error is not None:
        # Raised again and again, it would keep every place where it was.
        raise error.with_traceback(None)
    return answer


# One wrong answer after another is held against the same mistakes, asked the same.
@lru_cache(maxsize=8192)
def _enacted(function: Callable, probe: Probe) -> tuple[Any, Exception | None]:
    args, kwargs = probe.copied()
    try:
        return plain(function(*args, **kwargs)), None
    except Exception as error:
        return None, error


# Mistakes are made over and over from the same functions.
_signature = cache(inspect.signature)


def _by_name(function: Callable) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the names of a function's arguments, and what they are if they are not given."""
    parameters = _signature(function).parameters.values()
    defaults = {one.name: one.default for one in parameters if one.default is not one.empty}
    return tuple(one.name for one in parameters), defaults


# --- known mistakes ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Change:
    """A mistake told as a change of what is right: of what is asked, or of what is answered.

    Attributes:
        asked: For arguments of the reference, by name: what they are instead. A function is
            called with those of the arguments that it names.
        answered: From the right answer to the wrong one; it may name arguments, too, after the
            answer.
    """

    asked: Mapping[str, Any] = field(default_factory=dict)
    answered: Callable | None = None

    def sets(self, name: str) -> bool:
        """Return whether an argument is set to something that does not depend on what it was."""
        value = self.asked[name]
        return not callable(value) or name not in _wanted(value)

    def of(self, right: Callable) -> Callable:
        """Return `right` as this changes it; called like `right` itself."""
        asked = {name: _filled(value) for name, value in self.asked.items()}

        def wrong(*args, **kwargs):
            given = _given(right, args, kwargs)
            answer = right(**given | {name: value(given) for name, value in asked.items()})
            return self._answers(given, answer) if self.answered else answer

        wrong.__signature__ = _signature(right)
        return wrong

    def enacted(self, form: Form, probe: Probe) -> Any:
        """Return what `self.of(form.wrong)` answers to a probe; sooner where `form` was asked it.

        Raises what it raises.
        """
        if self.asked or not self.answered:
            return enact(_of(self, form.wrong), probe)
        answer = snapshot(enact(form, probe))
        given = _given(form.wrong, *probe.copied()) if _wanted(self.answered)[1:] else {}
        return plain(self._answers(given, answer))

    @cached_property
    def _answers(self) -> Callable:
        return _filled(self.answered, answer=True)


# As a function of its own it would be a new one each time, and never enacted before.
@lru_cache(maxsize=8192)
def _of(change: Change, function: Callable) -> Callable:
    return change.of(function)


def has_names(function: Callable) -> bool:
    """Return whether the arguments of a function have names: some of Python's own have none."""
    try:
        _signature(function)
    except (TypeError, ValueError):
        return False
    return True


def _given(function: Callable, args: tuple, kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """Return all arguments of a call by their names."""
    names, defaults = _by_name(function)
    return {**defaults, **dict(zip(names, args, strict=False)), **kwargs}


@cache
def _wanted(value: Callable) -> tuple[str, ...]:
    """Return the names of the arguments that a function must be given."""
    return tuple(
        parameter.name
        for parameter in _signature(value).parameters.values()
        if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL
    )


def _filled(value: Any, *, answer: bool = False) -> Callable:
    """Return a function of all arguments (and of the answer) that gives `value` what it names."""
    if not callable(value):
        return lambda given: value
    wanted = _wanted(value)[answer:]

    def filled(given: Mapping[str, Any], *before: Any) -> Any:
        return value(*before, **{name: given[name] for name in wanted})

    return filled


@dataclass(frozen=True)
class Mistake:
    """A known misunderstanding.

    Attributes:
        label: Stable name, "mistake" (the exercise puts its own name before it), counted in
            class reports.
        hint: One sentence: what to look at, without giving the line away.
        forms: The answer re-enacted, in each form that students give it: functions called like
            the reference, or Changes of it.
        spot: Instead of `forms`, for answers that cannot be re-enacted: does this Call show it?
            It must show in every call that went wrong, unless `once` is set.
        unless: Beside `spot`: does this Call, which went right, speak against it?
        raises: Instead of both, for answers that stop: words in the error's name or message.
        once: It is enough that one call shows it: for what a call cannot show by accident.
    """

    label: str
    hint: str
    forms: tuple[Callable | Change, ...] = ()
    spot: Callable[[Call], bool] | None = None
    unless: Callable[[Call], bool] | None = None
    raises: tuple[str, ...] = ()
    once: bool = False

    def of(self, name: str, reference: Callable) -> Mistake:
        """Return the mistake as one of the exercise `name`, its changes made to `reference`."""
        return replace(self, label=f"{name}.{self.label}", forms=tuple(
            Form(form.of(reference), form) if isinstance(form, Change) else Form(form)
            for form in self.forms
        ))  # fmt: skip


@dataclass(frozen=True, eq=False)
class Form:
    """One form of a mistake: what answers, and the Change that it is, if it is one."""

    wrong: Callable
    change: Change | None = None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the wrong answer."""
        return self.wrong(*args, **kwargs)


def asked(label: str, hint: str, /, **changes: Any) -> Mistake:
    """Return the mistake of answering another question: the same task with other arguments.

    A list holds one value for each form of the mistake; see Change for functions.
    """
    forms = [value if isinstance(value, list) else [value] for value in changes.values()]
    return Mistake(
        label,
        hint,
        tuple(Change(dict(zip(changes, values, strict=True))) for values in product(*forms)),
    )


def answered(label: str, hint: str, /, *answers: Callable) -> Mistake:
    """Return the mistake of doing something to the right answer, in each of these forms."""
    return Mistake(label, hint, tuple(Change(answered=answer) for answer in answers))


def instead(label: str, hint: str, /, *wrongs: Callable | Iterable[Callable]) -> Mistake:
    """Return the mistake of working out something else, in each of these forms."""
    forms = [form for wrong in wrongs for form in ([wrong] if callable(wrong) else list(wrong))]
    return Mistake(label, hint, tuple(forms))


def spotted(
    label: str,
    hint: str,
    spot: Callable[[Call], bool],
    /,
    *,
    unless: Callable[[Call], bool] | None = None,
    once: bool = False,
) -> Mistake:
    """Return a mistake that the calls show, but that cannot be re-enacted."""
    return Mistake(label, hint, spot=spot, unless=unless, once=once)


def stops(label: str, hint: str, /, *words: str) -> Mistake:
    """Return a mistake that ends in an error with one of these words in its name or message."""
    return Mistake(label, hint, raises=words)


def set_to(label: str, hint: str, /, *values: Mapping[str, Any]) -> Mistake:
    """Return the mistake of setting variables to these values, in each of these forms.

    Only what a form names is set to it: a name that is left out may have any value.
    """

    def reader(form: Mapping[str, Any]) -> Callable[[str], Any]:
        # Identity tells "this form says nothing of the name" from every value there is.
        return lambda name: form.get(name, NOTHING)

    return Mistake(label, hint, tuple(reader(dict(form)) for form in values))


class _Nothing:
    """What a mistake answers where it has nothing to say."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING = _Nothing()

# Below this, an answer counts as 0.
TINY = 1e-12


def atol_for(size: float, atol: float = ATOL) -> float:
    """Return the absolute tolerance for answers of a size: what is tiny all over is not lost."""
    # Smaller than the floor is what rounding leaves of a 0.
    return min(atol, 1e-4 * size) if size > TINY else atol


# --- the exercise -----------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Exercise:
    """One graded task of a lesson.

    Attributes:
        name: The function that the student writes, or the name of a group of values.
        points: For the visible check and for the hidden one.
        reference: What is right, called with a probe's arguments.
        examples: The probes that a student sees first, or a function that makes them, where that
            takes time.
        draw: Makes fresh probes from a random generator: the visible check asks some of them
            after its examples, the hidden one asks others. None for an exercise of values, whose
            values are all looked at both times.
        mistakes: Known misunderstandings, the likelier first.
        values: For an exercise of variables instead of a function: their names.
        rtol: Relative tolerance of comparisons with the reference.
        atol: Absolute tolerance of the same.
        may_use: Ready-made solutions that are no shortcut here, as "module" or "module.function"
            (see `scratch`), "!module.function" for one of a module that is; everything else the
            student is to write, and the statement says so.
        seconds: How much processor time each call may take, if not SECONDS_PER_CALL.
        form: Brings an answer into one form before it is compared, where the same answer may be
            written in several ways; gives back what it cannot read.
        parts: Names of what the function returns, where that is several values.
        costly: Calls take so long that nothing is asked beside the probes: no fresh probes in
            the visible check, and mistakes are named by what its own calls show.
        variant: For values that follow from what `variants.given` gives: the exercise for that.
        right_for: With it, the right values for that, where so many are possible that nobody
            has those of another student by chance.
        tiny: Whether right answers may be so small that they would be lost in `atol`.
    """

    name: str
    points: tuple[float, float]
    reference: Callable
    examples: Sequence[Probe] | Callable[[], Sequence[Probe]]
    draw: Callable[[np.random.Generator], Sequence[Probe]] | None = None
    mistakes: Sequence[Mistake] = ()
    values: tuple[str, ...] = ()
    rtol: float = RTOL
    atol: float = ATOL
    may_use: tuple[str, ...] = ()
    seconds: float | None = None
    form: Callable[[Any], Any] = lambda answer: answer
    parts: tuple[str, ...] = ()
    costly: bool = False
    variant: Callable[[Any], Exercise] | None = None
    right_for: Callable[[Any], Mapping[str, Any]] | None = None
    tiny: bool = False

    def __post_init__(self) -> None:
        """Make the mistakes those of this exercise."""
        named = [mistake.of(self.name, self.reference) for mistake in self.mistakes]
        object.__setattr__(self, "mistakes", tuple(named))

    def of(self, student: str) -> Exercise:
        """Return the exercise with a student's own numbers, if it has such; "" for everyone's."""
        if self.variant is None or not student:
            return self
        return self.variant(variants.given(self.name, student))

    @cached_property
    def arguments(self) -> tuple[str, ...]:
        """The names of the function's arguments; empty where they have none."""
        if self.values:
            return ()
        parameters = _signature(self.reference).parameters.values()
        return tuple(one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD)

    def named(self, probe: Probe) -> dict[str, Any]:
        """Return a probe's arguments by their names, in the order of the function."""
        return dict(zip(self.arguments, probe.args, strict=False)) | dict(probe.kwargs)

    def probes(self, seed: int | None, fresh: int) -> list[Probe]:
        """Return what a check asks: the hidden one with `seed`, the visible one without.

        Args:
            seed: Draws the hidden probes.
            fresh: Draws those that the visible check asks after its examples.
        """
        examples = list(self.examples() if callable(self.examples) else self.examples)
        if self.draw is None:
            return examples
        if seed is not None:
            return self.drawn(seed)
        if self.costly:
            return examples
        return examples + self.drawn(fresh)

    def drawn(self, *seed: int) -> list[Probe]:
        """Return the probes of a draw: the same ones each time, for what is known of them.

        But new ones where a judge looks at them, who may see what they were asked before.
        """
        draw = self._draw if self._judged else self._drawn
        return list(draw(seed))

    @cached_property
    def _judged(self) -> bool:
        return any(probe.judge for probe in self._draw((0,)))

    def _draw(self, seed: tuple[int, ...]) -> Sequence[Probe]:
        return self.draw(np.random.default_rng(seed))

    _drawn = lru_cache(maxsize=64)(_draw)

    def answer(self, probe: Probe) -> Any:
        """Return the right answer to a probe."""
        return enact(self.reference, probe)

    def difference(self, expected: Any, got: Any) -> str | None:
        """Return None where `got` is as good as `expected`, else what differs.

        For values it tells the kind of difference and never the number that is right.
        """
        compare = hint_at if self.values else difference
        formed = self.form(expected)
        atol = self._atol_of(formed)
        told = compare(formed, self.form(got), self.rtol, atol)
        if told is None or WANTED not in told or formed is expected:
            return told
        # Its form may leave out a part of an answer: how many there are the answer itself tells.
        whole = compare(expected, got, self.rtol, atol)
        return whole if whole and WANTED in whole else told

    def alike(self, expected: Any, got: Any) -> bool:
        """Return whether there is no `difference`."""
        expected = self.form(expected)
        return alike(expected, self.form(got), self.rtol, self._atol_of(expected))

    def _atol_of(self, expected: Any) -> float:
        """Return the absolute tolerance for an answer; one that a tiny answer is not lost in."""
        if not self.tiny:
            return self.atol
        parts = expected if isinstance(expected, tuple) else (expected,)
        found = [numbers for part in parts if (numbers := numeric(part)) is not None]
        size = max((float(np.max(np.abs(n), initial=0)) for n in found), default=0.0)
        return atol_for(size, self.atol)
