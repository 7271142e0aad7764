"""The one engine behind every check: it asks the probes, compares, and names the mistake.

An exercise is data: probes (what to ask), a reference (what is right) and mistakes (what a known
misunderstanding would answer). `examine` runs them and returns a Report; nothing here prints.
"""

from __future__ import annotations

import contextlib
import copy
import io
import traceback
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course.checks.compare import ATOL, RTOL, difference, plain
from course.checks.deadline import TimedOut, deadline
from course.checks.formula import Formula
from course.checks.scratch import shortcut, watched

SECONDS_PER_CALL = 4.0


@dataclass(frozen=True)
class Probe:
    """One question to a student's work.

    Attributes:
        args: Positional arguments of the call (for an exercise of values: the variable's name).
        kwargs: Named arguments.
        shows: What works when the answer is right, for the list of what already works.
        judge: Replaces the comparison with the reference where many answers are right: takes the
            Call, returns None for right or what was expected, in words.
        weight: How much of the points it carries.
        twice: Ask again with equal arguments, for a judge that wants chance to come from the
            generator that is given; the second answer is the Call's `again`.
    """

    args: tuple = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    shows: str = ""
    judge: Callable[[Call], str | None] | None = None
    weight: float = 1.0
    twice: bool = False


@dataclass(frozen=True)
class Mistake:
    """A known misunderstanding.

    Attributes:
        label: Stable name, "exercise.mistake", counted in class reports.
        hint: One sentence: what to look at, without giving the line away.
        wrong: The answer re-enacted: called like the reference, gives what this mistake gives.
        spot: Instead of `wrong`, for answers that cannot be re-enacted: does this Call show it?
        raises: Instead of both, for answers that stop: words in the error's name or message.
    """

    label: str
    hint: str
    wrong: Callable | None = None
    spot: Callable[[Call], bool] | None = None
    raises: str = ""


def each_form(label: str, hint: str, wrongs: Iterable[Callable]) -> list[Mistake]:
    """Return one mistake in each of the forms that students give it."""
    return [Mistake(label, hint, wrong) for wrong in wrongs]


@dataclass(frozen=True)
class Exercise:
    """One graded task of a lesson.

    Attributes:
        name: The function that the student writes, or the name of a group of values.
        points: For the visible check and for the hidden one.
        reference: What is right, called with a probe's arguments.
        examples: The probes that a student sees, or a function that makes them, where that
            takes time.
        draw: Makes the hidden probes from a random generator.
        mistakes: Known misunderstandings, the likelier first.
        values: For an exercise of variables instead of a function: their names.
        rtol: Relative tolerance of comparisons with the reference.
        atol: Absolute tolerance of the same.
        may_use: Ready-made solutions that are no shortcut here, as "module" or "module.function"
            (see `scratch`); everything else the student is to write.
        seconds: How much processor time each call may take, if not SECONDS_PER_CALL.
        form: Brings an answer into one form before it is compared, where the same answer may be
            written in several ways; gives back what it cannot read.
    """

    name: str
    points: tuple[float, float]
    reference: Callable
    examples: Sequence[Probe] | Callable[[], Sequence[Probe]]
    draw: Callable[[np.random.Generator], Sequence[Probe]]
    mistakes: Sequence[Mistake] = ()
    values: tuple[str, ...] = ()
    rtol: float = RTOL
    atol: float = ATOL
    may_use: tuple[str, ...] = ()
    seconds: float | None = None
    form: Callable[[Any], Any] = lambda answer: answer

    def difference(self, expected: Any, got: Any) -> str | None:
        """Return None where `got` is as good as `expected`, else what differs."""
        return difference(self.form(expected), self.form(got), self.rtol, self.atol)


@dataclass
class Call:
    """What one probe asked and what came back.

    Attributes:
        probe: The question.
        text: The call as a student would write it.
        result: What came back, generators as lists.
        again: What came back the second time, where the probe asks twice.
        printed: What the student's code printed meanwhile.
        error: What it raised, if anything.
        changed: Whether it changed its arguments.
        complaint: Why the answer is not right, or None.
        expected: What was expected, where that can be said.
    """

    probe: Probe
    text: str
    result: Any = None
    again: Any = None
    printed: str = ""
    error: BaseException | None = None
    changed: bool = False
    complaint: str | None = None
    expected: Any = None

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return self.complaint is None


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        exercise: The exercise.
        earned: Points earned.
        possible: Points of this check.
        calls: Every probe and what came back.
        label: The name of the mistake, if it was recognised.
        hint: What to look at.
        attempted: False where the answer is still the empty one.
    """

    exercise: Exercise
    earned: float
    possible: float
    calls: tuple[Call, ...]
    label: str = ""
    hint: str = ""
    attempted: bool = True


def examine(exercise: Exercise, namespace: Mapping[str, Any], seed: int | None = None) -> Report:
    """Check the student's work in `namespace`, with the visible probes or with drawn ones.

    Args:
        exercise: What to check.
        namespace: The names the student defined.
        seed: None for the visible probes; a number draws the hidden ones.
    """
    hidden = seed is not None
    if hidden:
        probes = exercise.draw(np.random.default_rng(seed))
    else:
        probes = exercise.examples() if callable(exercise.examples) else exercise.examples
    possible = float(exercise.points[hidden])
    work = _work(exercise, namespace)
    if work is None:
        return Report(exercise, 0.0, possible, (), attempted=False)
    calls = []
    used: set[str] = set()
    for probe in probes:
        # Watching slows a call down, and one call shows what an answer is made of.
        calls.append(_ask(exercise, probe, work, used if not calls else None))
        if isinstance(calls[-1].error, NotImplementedError):
            return Report(exercise, 0.0, possible, (), attempted=False)
        if isinstance(calls[-1].error, TimedOut):
            # One endless loop is enough: the other probes would each cost the same time.
            break
    if ready_made := shortcut(used, exercise.may_use):
        for call in calls:
            call.complaint = call.complaint or "it is not your own work yet"
        hint = (
            f"your answer calls {ready_made}, which does the whole task; here you write it "
            "yourself, with NumPy's arithmetic if you like"
        )
        label = f"{exercise.name}.not-from-scratch"
        return Report(exercise, 0.0, possible, tuple(calls), label, hint)
    weights = sum(probe.weight for probe in probes)
    share = sum(call.probe.weight for call in calls if call.right) / weights
    earned = round(possible * share, 2)
    label, hint = ("", "") if share == 1 else _diagnose(exercise, calls)
    return Report(exercise, earned, possible, tuple(calls), label, hint)


def _work(exercise: Exercise, namespace: Mapping[str, Any]) -> Callable | None:
    """Return the student's function (or a reader of the values), or None if there is none yet."""
    if not exercise.values:
        return namespace.get(exercise.name)
    if not any(name in namespace for name in exercise.values):
        return None

    def read(name):
        if name not in namespace:
            raise NameError(f"{name} has no value yet")
        return namespace[name]

    return read


def _ask(exercise: Exercise, probe: Probe, work: Callable, used: set[str] | None) -> Call:
    text = probe.args[0] if exercise.values else call_text(exercise.name, probe)
    call = Call(probe, text)
    if not callable(work):
        call.complaint = f"{exercise.name} must be a function"
        return call
    args, kwargs = copy.deepcopy((probe.args, dict(probe.kwargs)))
    printed = io.StringIO()
    seconds = exercise.seconds or SECONDS_PER_CALL
    try:
        watch = contextlib.nullcontext() if used is None or exercise.values else watched(used)
        with deadline(seconds), _quiet(printed), watch:
            call.result = plain(work(*args, **kwargs))
            if probe.twice:
                again, named = copy.deepcopy((probe.args, dict(probe.kwargs)))
                call.again = plain(work(*again, **named))
    except TimedOut as error:
        call.error, call.complaint = error, f"it was still running after {seconds:g} s"
        return call
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit too: a check must outlive what it checks
        call.error, call.complaint = error, f"it stopped with {exception_text(error)}"
        return call
    finally:
        call.printed = printed.getvalue()
        if used is not None:
            # Work that runs in another process is watched there.
            used.update(getattr(work, "ready_made", ()))
    call.changed = not _unchanged((probe.args, dict(probe.kwargs)), (args, kwargs))
    with np.errstate(all="ignore"):
        if probe.judge:
            call.complaint = call.expected = probe.judge(call)
        else:
            call.expected = exercise.reference(*copy.deepcopy(probe.args), **probe.kwargs)
            call.complaint = exercise.difference(call.expected, call.result)
    if call.right and call.changed:
        call.complaint = "it changed its input; work on a copy"
    return call


@contextlib.contextmanager
def _quiet(printed: io.StringIO):
    """Keep what a student's function prints, and its warnings, out of the notebook.

    Anything on stderr would make nbgrader score the check 0.
    """
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def _unchanged(before: Any, after: Any) -> bool:
    if isinstance(before, np.ndarray):
        return isinstance(after, np.ndarray) and np.array_equal(before, after, equal_nan=True)
    if isinstance(before, Mapping):
        return set(before) == set(after) and all(_unchanged(before[k], after[k]) for k in before)
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(_unchanged, before, after))
    # Functions and generators have no value to compare: using a generator changes it, rightly.
    return not isinstance(before, (int, float, str)) or before == after


def _diagnose(exercise: Exercise, calls: Sequence[Call]) -> tuple[str, str]:
    """Return the label and hint of the mistake, or empty texts where none is recognised."""
    failed = [call for call in calls if not call.right]
    answered = [call for call in failed if call.error is None]
    if answered and all(call.changed for call in answered):
        return (
            f"{exercise.name}.input-changed",
            "your function changes the array it was given; `w -= …` does, `w = w - …` does not",
        )
    if not exercise.values and answered and all(call.result is None for call in answered):
        if any(call.printed.strip() for call in answered):
            return (
                f"{exercise.name}.print-for-return",
                "the function prints its answer; a check can only see what it returns",
            )
        return f"{exercise.name}.no-return", "the function has no `return` that is reached"
    with _quiet(io.StringIO()):
        for mistake in exercise.mistakes:
            if mistake.spot:
                if any(mistake.spot(call) for call in answered):
                    return mistake.label, mistake.hint
            elif mistake.raises:
                if any(mistake.raises in _told(call.error) for call in failed if call.error):
                    return mistake.label, mistake.hint
            elif _reenacted(exercise, mistake, failed):
                return mistake.label, mistake.hint
    return _in_general(exercise, failed, answered)


def _in_general(
    exercise: Exercise, failed: Sequence[Call], answered: Sequence[Call]
) -> tuple[str, str]:
    """Return the label and hint of what can happen in any exercise, or empty texts."""
    name = exercise.name
    if any(isinstance(call.error, TimedOut) for call in failed):
        return (
            f"{name}.endless-loop",
            "the function does not come to an end; what makes its loop stop, and does it happen?",
        )
    if failed and not answered and not exercise.values:
        return (
            f"{name}.stops-with-an-error",
            "the function stops with an error; its last words and your line are above",
        )
    if exercise.values:
        return _of_values(name, failed)
    if not answered:
        return "", ""
    compared = [call for call in answered if not call.probe.judge]
    if compared and all(_not_a_number(call.result) for call in compared):
        return (
            f"{name}.not-a-number",
            "NaN comes from 0/0 or from inf − inf; print what you divide, and by what",
        )
    if compared and all(_given_back(call) for call in compared):
        return (
            f"{name}.given-back",
            "the answer is what the function was given; nothing has happened to it yet",
        )
    asked = {repr(call.expected) for call in compared}
    given = {repr(call.result) for call in compared}
    if len(asked) > 1 and len(given) == 1:
        return (
            f"{name}.same-answer-always",
            "whatever you are asked, the answer is the same; which arguments do you use?",
        )
    shapes = [
        (np.shape(_array(call.expected)), np.shape(_array(call.result))) for call in compared
    ]
    if shapes and all(wanted != got for wanted, got in shapes):
        return (
            f"{name}.wrong-shape",
            "the answer has another shape or another number of values than was asked for",
        )
    return "", ""


def _of_values(name: str, failed: Sequence[Call]) -> tuple[str, str]:
    """Return what is in general wrong with variables that a student set, or empty texts."""
    if any(isinstance(call.error, NameError) or call.result is None for call in failed):
        return f"{name}.value-missing", "set every name that the exercise asks for"
    texts = [call for call in failed if isinstance(call.result, str)]
    if any(not isinstance(call.expected, str) for call in texts):
        return f"{name}.text-for-a-number", "write a number without quotes: 2.5, not '2.5'"
    shapes = [
        (np.shape(call.expected), np.shape(_array(call.result)))
        for call in failed
        if not call.probe.judge
    ]
    if any(wanted != got for wanted, got in shapes) or any(
        isinstance(call.result, (list, tuple)) for call in failed if call.probe.judge
    ):
        return f"{name}.wrong-shape", "how many numbers does this name stand for?"
    return "", ""


def _array(value: Any) -> np.ndarray:
    """Return a result as an array, to ask for its shape."""
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.asarray(str(value))


def _given_back(call: Call) -> bool:
    """Return whether every part of the answer is one of the arguments, as it was."""
    parts = call.result if isinstance(call.result, tuple) else (call.result,)
    given = [arg for arg in call.probe.args if not callable(arg)]
    return bool(given) and all(
        any(np.array_equal(_array(part), _array(arg)) for arg in given) for part in parts
    )


def _not_a_number(value: Any) -> bool:
    array = _array(value)
    return array.dtype.kind == "f" and bool(np.any(np.isnan(array)))


def _reenacted(exercise: Exercise, mistake: Mistake, failed: Iterable[Call]) -> bool:
    """Return whether every wrong answer is the one that this mistake gives."""
    # What a judge looks at (a print-out, say) is not what a re-enactment returns.
    compared = [call for call in failed if exercise.values or not call.probe.judge]
    for call in compared:
        args, kwargs = copy.deepcopy((call.probe.args, dict(call.probe.kwargs)))
        try:
            with _quiet(io.StringIO()):
                answer = plain(mistake.wrong(*args, **kwargs))
        except Exception as error:
            if type(call.error) is not type(error):
                return False
            continue
        if call.error is not None:
            return False
        if exercise.difference(answer, call.result) is not None:
            return False
    return bool(compared)


def call_text(name: str, probe: Probe) -> str:
    """Return the probe's call as a student would write it."""
    parts = [value_text(arg) for arg in probe.args]
    parts += [f"{key}={value_text(value)}" for key, value in probe.kwargs.items()]
    given = [arg for arg in (*probe.args, *probe.kwargs.values()) if isinstance(arg, Formula)]
    where = " and ".join(formula.definition for formula in given)
    return f"{name}({', '.join(parts)})" + (f" where {where}" if where else "")


def value_text(value: Any, limit: int = 70) -> str:
    """Return `value` as short text: arrays with their shape, long ones cut in the middle."""
    if isinstance(value, np.random.Generator):
        return "rng"
    if isinstance(value, (float, np.floating)):
        return f"{float(value):.10g}"
    if isinstance(value, np.ndarray):
        with np.printoptions(precision=6, threshold=8, edgeitems=3, suppress=True):
            text = " ".join(repr(value).split())
        return text if value.size <= 8 else f"{text} of shape {value.shape}"
    if isinstance(value, tuple) and 0 < len(value) <= 4:
        return f"({', '.join(value_text(item, limit // len(value)) for item in value)})"
    if isinstance(value, Mapping) and 0 < len(value) <= 6:
        return "{" + ", ".join(f"{k!r}: {value_text(v, 40)}" for k, v in value.items()) + "}"
    if isinstance(value, list) and len(value) > 8:
        return (
            f"[{value_text(value[0])}, {value_text(value[1])}, …, {value_text(value[-1])}]"
            f" of length {len(value)}"
        )
    text = " ".join(repr(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def exception_text(error: BaseException) -> str:
    """Return the exception with the student's own line, as far as there is one."""
    told = _told(error)
    if elsewhere := getattr(error, "student_line", ""):
        return f"{told} (in your line `{elsewhere}`)"
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.line
        and "site-packages" not in frame.filename
        and not frame.filename.startswith(__file__.rsplit("checks", 1)[0])
    ]
    return f"{told} (in your line `{frames[-1].line}`)" if frames else told
