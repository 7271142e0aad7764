"""The place in a student's own code: the smallest change of it that makes every answer right.

It is looked for in a process of its own, a copy of the kernel's with little time and memory, no
files to write and no network, which is ended when its time is up. Where there is no such process
(Windows, macOS, a browser), nothing is looked for.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import io
import json
import os
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from course.checks import engine, words
from course.checks.compare import numeric
from course.checks.engine import Help
from course.checks.exercise import Call, Exercise, Probe
from course.checks.help.edits import KINDS, Edit, edits, take_back
from course.checks.help.evidence import ENOUGH, Evidence

# How long the search may take, in seconds of the clock, and how much more memory.
SECONDS = 2.0
MEMORY = 400 << 20
# One call of a changed function: its loop may grow without end.
PER_CALL = 0.05
# How many changes that help a little are combined with a second one.
BEAM = 6


def possible() -> bool:
    """Return whether the search can be bounded here."""
    return sys.platform == "linux" and hasattr(os, "fork")


def find(
    exercise: Exercise, work: Any, calls: Sequence[Call], seed: int, seconds: float = SECONDS
) -> Help | None:
    """Return where in the student's code to look, or None where no small change mends it.

    Args:
        exercise: The exercise.
        work: The student's function.
        calls: The calls of the check, some of them wrong.
        seed: Draws fresh inputs.
        seconds: How long it may take, by the clock.
    """
    found, _ = mended(exercise, work, calls, seed, seconds)
    lines = words.source_of(work).splitlines() if found else []
    # A kind is one of ours: what comes back from the copy is not to be believed further.
    told = [
        f"line {line}, `{' '.join(lines[line - 1].split())[:70]}`: {KINDS[kind]}"
        for line, kind in found
        if kind in KINDS and 0 < line <= len(lines)
    ]
    if not told:
        return None
    many = "one small thing in your code makes" if len(told) == 1 else "two small things make"
    lead = f"{many} the difference. Look at "
    # Two of one kind in one line are told once.
    return Help("place", f"{exercise.name}.place", lead + "; and at ".join(dict.fromkeys(told)))


def mended(
    exercise: Exercise, work: Any, calls: Sequence[Call], seed: int, seconds: float = SECONDS
) -> tuple[list[tuple[int, str]], str]:
    """Return (line, kind) of the changes that make every answer right, and the changed text.

    The text is for tests: a student is told where to look and nothing more.
    """
    source = words.source_of(work)
    if not possible() or exercise.values or exercise.costly or not source:
        return [], ""
    return _in_a_copy(lambda: _search(exercise, work, source, calls, seed, seconds), seconds)


# --- the search ------------------------------------------------------------------------------


def _search(
    exercise: Exercise, work: Callable, source: str, calls: Sequence[Call], seed: int,
    seconds: float,
) -> tuple[list[tuple[int, str]], str]:  # fmt: skip
    """Return line and kind of one edit, or of two, that make every answer right; and the text."""
    ends = time.monotonic() + seconds * 0.9
    with engine.quiet(io.StringIO()):
        search = _Search(exercise, work, source, calls, seed, ends)
        return search.one() or search.two(), search.text


class _Search:
    """One search: the student's functions as a tree, and the inputs that they must answer."""

    def __init__(self, exercise, work, source, calls, seed, ends) -> None:
        self.exercise, self.ends = exercise, ends
        self.name = exercise.name
        self.names = dict(work.__globals__)
        self.tree = _functions(source)
        self.every = edits(self.tree) if self.tree else []
        # Short answers first: a change that does not help is to be known soon.
        failed = [call.probe for call in calls if not call.right]
        passed = [call.probe for call in calls if call.right]
        self.tried = failed[:2] + passed + failed[2:]
        self.first = failed[:2]
        self.evidence = Evidence(exercise, calls, work, seed)
        self.helpful: list[tuple[float, Edit]] = []
        self.text = ""

    def one(self) -> list[tuple[int, str]]:
        """Return the edit that mends the code alone, as a list of one, or an empty list."""
        bare = self.score()
        for edit in self.every:
            if self.over:
                break
            undo = edit.make()
            try:
                score = self.score()
                if score >= 1 and self.mends():
                    return [(edit.line, edit.kind)]
            finally:
                take_back(undo)
            if score > bare + 1e-6:
                self.helpful.append((score, edit))
        return []

    def two(self) -> list[tuple[int, str]]:
        """Return two edits that mend the code together, or an empty list."""
        for first, second in self.pairs():
            if self.over:
                return []
            if _meet(first, second):
                continue
            undo = first.make()
            again = second.make()
            try:
                if self.right(self.first) and self.mends():
                    return [(first.line, first.kind), (second.line, second.kind)]
            finally:
                take_back(again)
                take_back(undo)
        return []

    def pairs(self) -> Iterator[tuple[Edit, Edit]]:
        """Yield pairs of edits: first those that help alone, then the likelier before others."""
        self.helpful.sort(key=lambda pair: -pair[0])
        for _, first in self.helpful[:BEAM]:
            for second in self.every:
                if second is not first:
                    yield first, second
        many = len(self.every)
        for total in range(1, 2 * many):
            for i in range(max(0, total - many + 1), (total + 1) // 2):
                yield self.every[i], self.every[total - i]

    def right(self, probes: Iterable[Probe]) -> bool:
        """Return whether the function as it is now answers these rightly; stop at the first."""
        work = self.function()
        if work is None:
            return False
        asked = (_ask(self.exercise, probe, work) for probe in probes)
        return all(call is not None and call.right for call in asked)

    @property
    def over(self) -> bool:
        return time.monotonic() > self.ends

    def function(self) -> Callable | None:
        """Return the function of the tree as it is now."""
        names = dict(self.names)
        try:
            exec(compile(self.tree, "<changed>", "exec"), names)
        except Exception:
            return None
        made = names.get(self.name)
        return made if callable(made) else None

    def score(self) -> float:
        """Return how much of the first wrong answers is right now, from 0 to 1."""
        work = self.function()
        if work is None:
            return 0.0
        total = 0.0
        for probe in self.first:
            call = _ask(self.exercise, probe, work)
            if call is None:
                return 0.0
            total += 1.0 if call.right else 0.9 * _share(self.exercise, call)
        return total / len(self.first)

    def mends(self) -> bool:
        """Return whether the function answers everything rightly, fresh inputs included."""
        fresh = self.evidence.probes
        if len(fresh) < ENOUGH or not self.right([*self.tried, *fresh]):
            return False
        self.text = ast.unparse(self.tree)
        return True


def _meet(one: Edit, other: Edit) -> bool:
    """Return whether two edits change the same place."""
    places = {(id(node), field) for node, field, _, _ in one.puts}
    return any((id(node), field) in places for node, field, _, _ in other.puts)


def _functions(source: str) -> ast.Module | None:
    """Return the functions that a cell defines; other lines of it are not run again."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    body = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda))
    ]
    return ast.Module(body, []) if body else None


def _share(exercise: Exercise, call: Call) -> float:
    """Return how much of a wrong answer is right, from 0 to 1."""
    if call.probe.judge or call.error is not None:
        return 0.0
    expected, got = exercise.form(call.expected), exercise.form(call.result)
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        pairs = [(expected[key], got.get(key)) for key in expected]
    elif isinstance(expected, tuple):
        if not isinstance(got, (tuple, list)) or len(got) != len(expected):
            return 0.0
        pairs = list(zip(expected, got, strict=True))
    else:
        want, came = numeric(expected), numeric(got)
        if want is None or came is None or want.shape != came.shape or not want.size:
            return 0.0
        return float(np.mean(np.isclose(came, want, exercise.rtol, exercise.atol)))
    if not pairs:
        return 0.0
    right = sum(exercise.alike(want, came) for want, came in pairs)
    return right / len(pairs)


class _TooLong(BaseException):
    """A changed function takes too long."""


def _ask(exercise: Exercise, probe: Probe, work: Callable) -> Call | None:
    """Ask a changed function; None where it takes too long or too much."""
    call = Call(probe, named=exercise.named(probe))
    printed = io.StringIO()
    try:
        signal.setitimer(signal.ITIMER_REAL, exercise.seconds or PER_CALL, 0.05)
        with contextlib.redirect_stdout(printed):
            after = engine.answer(call, work)
    except (_TooLong, MemoryError):
        return None
    except BaseException as error:
        call.error, call.complaint = error, "it stopped"
        return call
    finally:
        _disarm()
    call.printed = printed.getvalue()
    try:
        engine.judge(exercise, call, after)
    except Exception:
        return None
    return call


def _disarm() -> None:
    while True:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
            return
        except _TooLong:
            continue


# --- a process of its own --------------------------------------------------------------------


def _in_a_copy(search: Callable[[], tuple], seconds: float) -> tuple[list[tuple[int, str]], str]:
    """Run `search` in a copy of this process, bounded in time and memory; return its answer."""
    reads, writes = os.pipe()
    with warnings.catch_warnings():
        # Newer Pythons warn of other threads; the copy uses none of what they hold.
        warnings.simplefilter("ignore")
        pid = os.fork()
    if pid == 0:
        try:
            os.close(reads)
            _confine(seconds)
            found = search()
            os.write(writes, json.dumps(found).encode())
        except BaseException:
            # Whatever stops a copy, it writes nothing, and so has found nothing.
            pass
        finally:
            os._exit(0)
    os.close(writes)
    try:
        return _answer(reads, time.monotonic() + seconds)
    finally:
        os.close(reads)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _answer(reads: int, ends: float) -> tuple[list[tuple[int, str]], str]:
    """Return what the copy writes before the time is up, or nothing found."""
    text = b""
    while (left := ends - time.monotonic()) > 0:
        if not select.select([reads], [], [], left)[0]:
            break
        part = os.read(reads, 1 << 16)
        if not part:
            break
        text += part
    try:
        found, changed = json.loads(text or b'[[], ""]')
        return [(int(line), str(kind)) for line, kind in found][:2], str(changed)
    except (ValueError, TypeError):
        return [], ""


# What a changed function must not do in the copy, by the names of Python's audit events.
REFUSED = (
    "os.", "shutil.", "subprocess.", "socket.", "ctypes.", "signal.pthread_kill", "tempfile.",
    "urllib.", "ftplib.", "smtplib.", "sqlite3.", "pty.", "webbrowser.", "fcntl.", "import",
)  # fmt: skip


def _confine(seconds: float) -> None:
    """Give up, in the copy, what a function that was changed at random must not have."""
    import resource

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, _alarm)
    with open("/proc/self/statm", encoding="ascii") as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    whole = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _alarm(number, frame):
    raise _TooLong


def _refuse(event: str, args: tuple) -> None:
    if event == "open":
        mode = args[1]
        if mode is None or set(str(mode)) & set("wax+"):
            raise PermissionError("a changed function opens no files")
    elif event.startswith(REFUSED):
        raise PermissionError("a changed function only calculates")


def tries(source: str) -> Iterator[str]:
    """Yield the text of every change that is tried, for tests."""
    tree = _functions(source)
    for edit in edits(tree):
        undo = edit.make()
        try:
            yield ast.unparse(tree)
        finally:
            take_back(undo)
