"""The one engine behind every check: it asks the probes and compares what comes back.

`examine` returns a Report; nothing here prints. What is wrong, and how it is told, is worked out
in `help/diagnosis.py`; what a student reads is made in `report.py`.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import io
import re
import sys
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import CodeType, FunctionType
from typing import Any

import numpy as np
from IPython import get_ipython

from course.answers import ASKED_FOR, plain, silently, snapshot
from course.answers import read as read_value
from course.checks import words
from course.checks.attempts import Problem, Run, attempt, made_no_more, stop_before
from course.checks.deadline import TimedOut, deadline, told
from course.checks.deadline.search import Enough, go_on, no_longer_than
from course.checks.errors import in_plain_words, syntax_in_plain_words
from course.checks.exercise import Call, Exercise, Probe
from course.checks.overwritten import overwritten
from course.scratch import BUILT, shortcut, watched

SECONDS_PER_CALL = 4.0
# How long all of the search for what is wrong may take, in seconds of processor time: an answer
# may be so large that to look at it once takes long.
SEARCH_SECONDS = 5.0
# How far `examine` looks for what is wrong: known mistakes, and symptoms.
LAYERS = 2
# Whether a fault in the search for help is raised: tests want to see it.
STRICT = False


@dataclass(frozen=True)
class Help:
    """What a student is told about what is wrong.

    Attributes:
        kind: How it was found: "mistake" (known by name), "symptom", "place" or "error".
        label: Stable name, counted in class reports; students do not see it.
        text: One or two sentences.
        about: The variables that it is about, where the student sets several.
    """

    kind: str
    label: str
    text: str
    about: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        exercise: The exercise.
        state: "untouched", "stopped" (there is nothing that could be judged), "wrong" or "right".
        earned: Points earned.
        possible: Points of this check.
        calls: Every probe and what came back.
        helps: What is wrong, as far as it is known.
        message: Why nothing was judged, in the state "stopped".
        run: The number of the run that was judged, or that stopped.
        hidden: Whether this is the check that runs when work is graded alone.
        graded: Whether work is being graded: no points are left for later.
        overwritten: Names of the course's that the notebook has given to something else.
        gone: That what was judged is made by no cell any more, in a sentence.
        stop: How the answer cell stopped before it made all of the values that are judged.
    """

    exercise: Exercise
    state: str
    earned: float
    possible: float
    calls: tuple[Call, ...] = ()
    helps: tuple[Help, ...] = ()
    message: str = ""
    run: int | None = None
    hidden: bool = False
    graded: bool = False
    overwritten: tuple[str, ...] = ()
    gone: str = ""
    stop: str = ""

    @property
    def attempted(self) -> bool:
        """Whether there was anything to judge or to stop."""
        return self.state != "untouched"

    @property
    def label(self) -> str:
        """The names of the mistakes that were recognised, or an empty text."""
        return " + ".join(help.label for help in self.helps)

    @property
    def hint(self) -> str:
        """What to look at, in sentences, or an empty text."""
        texts = [sentence(help.text) for help in self.helps]
        return " ".join(texts[:1] + [_begun(text, self.exercise) for text in texts[1:]])

    @property
    def wrong(self) -> list[Call]:
        """The calls that went wrong."""
        return [call for call in self.calls if not call.right]


def sentence(text: str) -> str:
    """Return the text with a full stop, if it has no end yet."""
    return text if not text or text.rstrip(")")[-1:] in tuple(".?!") else text + "."


def _begun(text: str, exercise: Exercise) -> str:
    """Return the text with a capital at its beginning, if no name stands there: `dW` is no DW."""
    word = re.match(r"\w*", text)[0]
    name = word in {*exercise.arguments, *exercise.parts, *exercise.values}
    return text if name or not word.islower() else text[0].upper() + text[1:]


# The exercises that are examined right now: an answer that fetches itself would never end.
EXAMINED: list[str] = []


def examine(
    exercise: Exercise,
    namespace: Mapping[str, Any],
    seed: int | None = None,
    *,
    fresh: int | None = None,
    runs: Sequence[Run] = (),
    ignore: Collection[str] = (),
    layers: int = LAYERS,
    graded: bool = False,
) -> Report:
    """Check the student's work in `namespace`, with the visible probes or with drawn ones.

    Args:
        exercise: What to check.
        namespace: The names the student defined.
        seed: None for the visible probes; a number draws the hidden ones.
        fresh: Draws what the visible check asks beside its examples; the same each time if not
            given, so that grading twice gives the same.
        runs: The cells that were run, as far as they are known, in their order.
        ignore: Names that are no misspelt answer: those of the lessons and of other exercises.
        layers: How far to look for what is wrong: 0 not at all, 1 for known mistakes, 2 for
            symptoms, too.
        graded: Whether work is being graded: an older answer counts where the last one stopped,
            and no points are left for later.
    """
    fresh = zlib.crc32(exercise.name.encode()) if fresh is None else fresh
    names = exercise.values or (exercise.name,)

    def plainly(problem: Problem) -> str:
        return _why_it_stopped(problem, namespace)

    tried = attempt(
        names,
        not exercise.values,
        runs,
        namespace,
        cell=f"{exercise.name}-answer",
        ignore=ignore,
        explain=_why_no_python,
        plainly=plainly,
    )
    blank = Report(
        exercise,
        tried.state,
        0.0,
        float(exercise.points[seed is not None]),
        message=tried.message,
        run=tried.run,
        hidden=seed is not None,
        graded=graded,
        # Graded work has no cells left to run.
        overwritten=() if graded else overwritten(runs, namespace),
        gone="" if graded else made_no_more(names, runs),
    )
    older = graded and tried.state == "stopped" and any(name in namespace for name in names)
    if tried.state != "answered" and not older:
        return blank
    EXAMINED.append(exercise.name)
    try:
        report = _judged(blank, work_of(exercise, namespace), exercise.probes(seed, fresh))
        if report.state == "wrong" and report.label == "" and layers:
            report = replace(report, helps=_helps(report, namespace, fresh, layers))
        if report.state == "wrong" and exercise.values and not graded:
            report = replace(report, stop=stop_before(names, runs, namespace, plainly))
    finally:
        EXAMINED.remove(exercise.name)
    if older and report.state != "right":
        return replace(report, state="stopped", helps=(), message=tried.message)
    return report if older else replace(report, message="")


def _why_no_python(problem: Problem, source: str) -> str:
    """Return in plain words why a cell is no Python."""
    error = SyntaxError(problem.message, (None, problem.line, None, problem.text))
    return syntax_in_plain_words(error, source).words


def _why_it_stopped(problem: Problem, namespace: Mapping[str, Any]) -> str:
    """Return in plain words what the error means that stopped a cell, or an empty text."""
    if problem.kind == "NotImplementedError" and problem.text and problem.kind not in problem.text:
        return _not_written_yet(problem.text, namespace)
    error = type(problem.kind, (Exception,), {})(problem.message)
    # Elsewhere what stands for the names cannot be gone through.
    names = list(namespace) if isinstance(namespace, dict) else []
    told = in_plain_words(error, problem.text, names)
    return told.words if told else ""


def _not_written_yet(line: str, namespace: Mapping[str, Any]) -> str:
    """Return what is not written yet where a line of the cell calls it: it stands elsewhere."""
    called = re.findall(r"\b([^\W\d]\w*)\s*\(", line)
    codes = {name: getattr(namespace.get(name), "__code__", None) for name in called}
    stubs = (
        name
        for name, code in codes.items()
        if "NotImplementedError" in getattr(code, "co_names", ())
    )
    if name := next(stubs, ""):
        return (
            f"`{name}`, which this line calls, is not written yet: in its cell is still the line "
            "`raise NotImplementedError`. Write it first, and run its cell."
        )
    return (
        "What this line calls is not written yet, or calls what is not: somewhere above is still "
        "the line `raise NotImplementedError`."
    )


def _judged(blank: Report, work: Any, probes: Sequence[Probe]) -> Report:
    """Ask the probes and return what came of it."""
    exercise, calls = blank.exercise, []
    # What `built` gives is right, but it is nobody's own work.
    used = {BUILT} if work is exercise.reference else set()
    for probe in probes:
        # Watching slows a call down, and one call shows what an answer is made of.
        calls.append(ask(exercise, probe, work, used if not calls else None))
        # An answer that a cell shows may call an exercise above that is not written yet.
        if isinstance(calls[-1].error, NotImplementedError) and blank.run is None:
            return replace(blank, state="untouched")
        if isinstance(calls[-1].error, TimedOut):
            # One endless loop is enough: the other probes would each cost the same time.
            break
    if ready_made := shortcut(used, exercise.may_use):
        for call in calls:
            call.complaint = call.complaint or "it is not your own work yet"
        text = words.not_from_scratch(ready_made)
        told = Help("mistake", f"{exercise.name}.not-from-scratch", text)
        return replace(blank, state="wrong", calls=tuple(calls), helps=(told,))
    right = sum(call.probe.weight for call in calls if call.right)
    share = right / sum(probe.weight for probe in probes)
    earned = round(blank.possible * share, 2)
    if share == 1:
        return replace(blank, state="right", earned=earned, calls=tuple(calls))
    # A wrong answer never earns all, however small its share of wrong calls.
    earned = min(earned, max(blank.possible - 0.01, 0.0))
    return replace(blank, state="wrong", earned=earned, calls=tuple(calls))


def _helps(report: Report, namespace: Mapping[str, Any], seed: int, layers: int) -> tuple:
    """Return what is told of a wrong answer."""
    from course.checks.help.diagnosis import diagnose

    work = work_of(report.exercise, namespace)
    # To find no help is better than to lose the verdict over a fault of the search for it.
    faults = () if STRICT else (Exception,)
    with contextlib.suppress(Enough, *faults), no_longer_than(SEARCH_SECONDS):
        return diagnose(report.exercise, report.calls, work, seed, layers)
    return ()


def work_of(exercise: Exercise, namespace: Mapping[str, Any]) -> Callable:
    """Return the student's function, or a reader of the values."""
    if not exercise.values:
        return namespace.get(exercise.name)

    def read(name: str) -> Any:
        # Not `.get`: what stands for a student's names elsewhere may raise its own errors.
        if name not in namespace or namespace[name] is ...:
            raise NameError(f"{name} has no value yet")
        return read_value(namespace, name)

    return read


@functools.cache
def _answers() -> frozenset[CodeType]:
    """Return the code of the course's own answers."""
    from course.checks import exercises

    references = (one.reference for one in exercises().values() if not one.values)
    return frozenset(
        one.__code__
        for one in references
        if isinstance(one, FunctionType) and one.__module__.startswith(__package__)
    )


def ask(exercise: Exercise, probe: Probe, work: Callable, used: set[str] | None = None) -> Call:
    """Ask one probe and judge what comes back.

    Args:
        exercise: The exercise.
        probe: What to ask.
        work: Who answers.
        used: Gathers the ready-made solutions that the call used; None for not to look.
    """
    go_on()
    text = probe.args[0] if exercise.values else words.call_text(exercise.name, probe)
    call = Call(probe, text, named={} if exercise.values else exercise.named(probe))
    if not callable(work):
        call.complaint = words.no_function(exercise.name, work)
        return call
    printed = io.StringIO()
    limit = deadline(exercise.seconds or SECONDS_PER_CALL)
    try:
        looks = used is not None and not exercise.values
        watch = watched(used, _answers()) if looks else contextlib.nullcontext()
        with quiet(printed), watch as look_away, limit:
            try:
                after = answer(call, work, look_away)
            except ASKED_FOR:
                # The student made errors of messages; the answer may be right all the same.
                with silently(strict=False):
                    after = answer(call, work, look_away)
    except TimedOut as error:
        call.error, call.complaint = error, told(limit)
        return call
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit too: a check must outlive what it checks
        call.error, call.complaint = error, f"it stopped with {words.exception_text(error)}"
        return call
    finally:
        call.printed = printed.getvalue()
        if used is not None:
            # Work that runs in another process is watched there.
            used.update(getattr(work, "ready_made", ()))
    judge(exercise, call, after)
    return call


def answer(
    call: Call, work: Callable, look_away: Callable[[], object] | None = None
) -> tuple[tuple, dict]:
    """Let `work` answer a call's question; return the arguments as it leaves them.

    Args:
        call: The call, which gets the answer; and further ones, where its probe asks for more.
        work: Who answers.
        look_away: Ends the watching of what is called: the first answer shows enough.
    """
    args, kwargs = call.probe.copied()
    call.result = snapshot(plain(work(*args, **kwargs)))
    if look_away:
        look_away()
    more = (call.probe.copied() for _ in range(call.probe.more))
    call.others = [snapshot(plain(work(*again, **named))) for again, named in more]
    return args, kwargs


def judge(exercise: Exercise, call: Call, after: tuple) -> None:
    """Note in `call` what was expected, and why its answer is not right, if it is not.

    Args:
        exercise: The exercise.
        call: What came back.
        after: The arguments after the call.
    """
    probe = call.probe
    call.changed = not unchanged((probe.args, dict(probe.kwargs)), after)
    with np.errstate(all="ignore"):
        if probe.judge:
            call.complaint = call.expected = probe.judge(call)
        else:
            call.expected = exercise.answer(probe)
            call.complaint = exercise.difference(call.expected, call.result)
    if call.right and call.changed:
        call.complaint = "it changed its input; work on a copy"


@contextlib.contextmanager
def quiet(printed: io.StringIO):
    """Keep what a student's function prints, and its warnings, out of the notebook.

    Anything on stderr would make nbgrader score the check 0. What the student has set for
    NumPy's errors and for warnings is the same afterwards.
    """
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(io.StringIO()),
        silently(),
        _nobody_types(),
        _nothing_shown(),
    ):
        yield


@contextlib.contextmanager
def _nobody_types():
    """Let `input` fail: a notebook would ask the student once for each try, or say "not written".

    The error of a notebook where nobody can type is a NotImplementedError, as the empty answer's.
    """
    asks = builtins.input
    builtins.input = _no_input
    try:
        yield
    finally:
        builtins.input = asks


def _no_input(prompt: object = "") -> str:
    raise EOFError("EOF when reading a line")


class _Unseen:
    """Takes what `display` would show, and forgets it."""

    def publish(self, *args: Any, **kwargs: Any) -> None:
        pass

    def clear_output(self, wait: bool = False) -> None:
        pass


@contextlib.contextmanager
def _nothing_shown():
    """Keep what a student's function displays and draws out of the notebook.

    A check and its search call the function more than a hundred times: so many figures would
    push the report out of sight, and the search would have no time left.
    """
    shell, pyplot = get_ipython(), sys.modules.get("matplotlib.pyplot")
    publisher = getattr(shell, "display_pub", None)
    shows, open_before = (pyplot.show, pyplot.get_fignums()) if pyplot else (None, [])
    try:
        if publisher:
            shell.display_pub = _Unseen()
        if pyplot:
            pyplot.show = lambda *args, **kwargs: None
        yield
    finally:
        if publisher:
            shell.display_pub = publisher
        if pyplot:
            pyplot.show = shows
        # The function may be the first that needs it.
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            for number in set(pyplot.get_fignums()).difference(open_before):
                pyplot.close(number)


def unchanged(before: Any, after: Any) -> bool:
    """Return whether arguments hold after a call what they held before."""
    if isinstance(before, np.ndarray):
        return isinstance(after, np.ndarray) and np.array_equal(before, after, equal_nan=True)
    if isinstance(before, Mapping):
        return set(before) == set(after) and all(unchanged(before[k], after[k]) for k in before)
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(unchanged, before, after))
    # Functions and generators have no value to compare: using a generator changes it, rightly.
    return not isinstance(before, (int, float, str)) or before == after
