"""The student's names in the grader's process: to use one is to ask the isolated process.

A check that runs here finds, under the name of an answer, a `Proxy`: calling it sends the
arguments away and brings plain data back. The check cannot tell it from the function itself, and
nothing of the student's runs here.
"""

from __future__ import annotations

import base64
import contextlib
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course.checks.deadline import TimedOut
from grading.exam import cells, pictures
from grading.isolation.guest import wire
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import Died, Sandbox, Session

# How often a submission's process is started anew after it was ended.
RESTARTS = 3
# Characters of all outputs of one submission together, pictures and all: its page holds them.
MOST_SHOWN = 32 << 20
# Bytes of all answers of one submission together: a check keeps what its calls gave back.
MOST_SENT = 256 << 20
# A request that took less than this by the clock is too small to count.
SMALL = 0.05
# What reading a value may end with, where there is one.
_UNREADABLE = (Exception, SystemExit, TimedOut)


class ProcessEnded(RuntimeError):
    """The student's code ended the process that it ran in."""


@dataclass
class Work:
    """One submission, run in a sandbox.

    Attributes:
        sandbox: Where it runs.
        about: The names of each of its cells.
        limits: What it may use.
        notes: What went wrong, in sentences.
        may_use: For functions that students are to write themselves, what those may call.
        files: What was handed in beside the notebook, by its path.
        slow: Names and cells that ran out of time.
        ended: How a call of a name ended its process, by name.
        skipped: Lines of set-up that did nothing.
        spent: Processor seconds so far.
        waited: Seconds by the clock so far.
        shown: Characters of outputs so far.
        sent: Bytes of answers so far.
    """

    sandbox: Sandbox
    about: Sequence[cells.Names]
    limits: Limits
    notes: list[str] = field(default_factory=list)
    may_use: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    ended: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    spent: float = 0.0
    waited: float = 0.0
    shown: int = 0
    sent: int = 0
    _session: Session | None = None
    _before: float = 0.0
    _restarts: int = 0
    _done: list[str] = field(default_factory=list)
    _begun: float = field(default_factory=time.thread_time)
    _reaching: cells.Reaching | None = None
    _reached: int = 0

    # --- cells ---

    def run(
        self, source: str, uses: frozenset[str], *, quiet: bool, what: str
    ) -> list[dict[str, Any]]:
        """Run a cell; return its outputs."""
        if told := self._over():
            return [_sentence("NotRun", told)]
        seconds = self._seconds(self.limits.cell, uses)
        try:
            answer = self._ask({"op": "cell", "source": source, "quiet": quiet}, seconds)
        except Died as error:
            self.notes.append(f"{what}: {error}; only its definitions count")
            self._done.append(cells.definitions(source))
            return [_sentence("Stopped", f"this cell was stopped: {error}")]
        if answer.get("timed_out") is True:
            if answer.get("stuck") is True:
                self.notes.append(f"{what} waited for something that never came")
            else:
                self.notes.append(f"{what} was still running after {seconds:g} s")
            self.slow |= cells.names(source).binds - cells.names(cells.definitions(source)).binds
            self._done.append(cells.definitions(source))
        else:
            self._done.append(source)
        self._say_skipped(answer.get("skipped"))
        if answer.get("cut") is True:
            self.notes.append(f"{what} printed too much; only the beginning was kept")
        return self._not_too_much(checked_outputs(answer.get("outputs")))

    def _not_too_much(self, outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return a cell's outputs as far as there is room: 3,000 cells may print a little each."""
        kept = []
        for output in outputs:
            before = self.shown
            self.shown += _size(output)
            if self.shown <= MOST_SHOWN:
                kept.append(output)
                continue
            if before <= MOST_SHOWN:
                self.notes.append("its outputs are very long together; the rest was left out")
            if output["output_type"] == "error":
                # That a cell failed, and where, decides about what is said of its answer.
                lines = [line[:200] for line in output["traceback"][:2]]
                kept.append(output | {"evalue": output["evalue"][:200], "traceback": lines})
        return kept

    def _say_skipped(self, skipped: Any) -> None:
        if isinstance(skipped, list):
            lines = [line[:60] for line in skipped if isinstance(line, str)]
            self.skipped += [line for line in lines[:20] if line not in self.skipped]

    # --- names ---

    def get(self, name: str, seconds: float) -> Any:
        """Return a variable's value, or a Proxy of a function.

        Raises:
            KeyError: There is no such name.
        """
        answer = self._asked({"op": "get", "name": name}, name, seconds)
        if answer.get("missing") is True:
            raise KeyError(name)
        if answer.get("callable") is True:
            return Proxy(self, name, seconds)
        return self._result(answer, name)

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], seconds: float, watch: bool
    ) -> tuple[Any, ...]:
        """Call a function; return (result, names of ready-made solutions that it used).

        Raises what the function raised, and TimedOut.
        """
        session = self._alive()
        told = wire.encode([list(args), kwargs], session.lend)
        request = {"op": "call", "name": name, "args": told, "watch": watch}
        if name in self.may_use:
            request["may_use"] = list(self.may_use[name])
        answer = self._asked(request, name, seconds)
        printed = answer.get("printed")
        if isinstance(printed, str):
            sys.stdout.write(printed[: 2 * self.limits.output])
        if "after" in answer:
            _copy_back([list(args), kwargs], answer["after"])
        used = answer.get("used")
        used = [name for name in used if isinstance(name, str)] if isinstance(used, list) else []
        try:
            return self._result(answer, name), used
        except BaseException as error:
            error.ready_made = used  # type: ignore[attr-defined]
            raise

    def _asked(self, request: dict[str, Any], name: str, seconds: float) -> dict[str, Any]:
        if name in self.ended:
            raise ProcessEnded(self.ended[name])
        if name in self.slow:
            raise TimedOut
        if told := self._over():
            self.notes.append(told)
            raise ProcessEnded(told)
        try:
            return self._ask(request, self._seconds(seconds, {name}))
        except Died as error:
            self.slow.add(name)
            if error.timed_out:
                raise TimedOut from None
            self.notes.append(f"{name}: {error}")
            self.ended[name] = f"{error} when {name} was called"
            raise ProcessEnded(self.ended[name]) from None

    def _result(self, answer: dict[str, Any], name: str) -> Any:
        if answer.get("timed_out") is True:
            self.slow.add(name)
            raise TimedOut
        if "raised" in answer:
            told = answer["raised"]
            if not isinstance(told, list) or len(told) != 5:
                raise ProcessEnded("its process answered nonsense")
            try:
                raised = wire.exception(*told)
            except wire.WireError as error:
                raise ProcessEnded(f"its process answered nonsense: {error}") from None
            raise raised
        try:
            return wire.decode(answer.get("value"))
        except wire.WireError as error:
            raise ProcessEnded(f"its process answered nonsense: {error}") from None

    # --- the process ---

    def _seconds(self, seconds: float, uses: Collection[str]) -> float:
        if self._may_be_slow(uses):
            seconds = min(seconds, self.limits.again)
        return max(0.2, min(seconds, self.limits.notebook - self.spent))

    def _may_be_slow(self, uses: Collection[str]) -> bool:
        """Return whether one of these names is, or needs, what ran out of time once already."""
        if len(self.slow) != self._reached:
            self._reaching = self._reaching or cells.Reaching(self.about)
            self._reaching.add(self.slow)
            self._reached = len(self.slow)
        return self._reaching is not None and self._reaching.holds(uses)

    def _over(self) -> str:
        if self.spent >= self.limits.notebook:
            return f"the notebook's {self.limits.notebook:g} s were up"
        if self.waited >= self.limits.notebook * self.limits.patience:
            return "the notebook waited too long"
        if self._restarts > RESTARTS:
            return "its process ended too often"
        # To send a hundred thousand empty lists costs an answer less than it costs to judge them.
        if time.thread_time() - self._begun >= self.limits.notebook:
            return "its answers took too long to look at"
        if self.sent > MOST_SENT:
            return f"its answers are larger than {MOST_SENT >> 20} MB together"
        return ""

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        session = self._alive()
        begun = time.monotonic()
        try:
            answer = session.ask(request, seconds)
        except Died:
            self._before += min(time.monotonic() - begun, seconds + 1)
            self.spent = self._before
            self.waited += time.monotonic() - begun
            raise
        self.sent += session.reader.size
        self.waited += time.monotonic() - begun
        if time.monotonic() - begun > SMALL:
            self.spent = self._before + max(0.0, self.sandbox.spent())
        return answer

    def _alive(self) -> Session:
        """Return a process with everything in it that ran so far, a new one if need be."""
        if self._session is None or not self._session.alive:
            if self._session is not None:
                self._before = self.spent
                self._restarts += 1
            self._session = self.sandbox.open()
            with contextlib.suppress(Died):
                for path, data in self.files.items():
                    held = base64.b64encode(data).decode("ascii")
                    self._session.ask({"op": "file", "path": path, "data": held}, 1.0)
            for source in list(self._done):
                # What ran before runs again, unless it is what ended the process this time.
                request = {"op": "cell", "source": source, "quiet": True}
                if self._over():
                    break
                begun = time.monotonic()
                try:
                    self._session.ask(request, self.limits.cell)
                except Died:
                    self._done.remove(source)
                    return self._alive() if self._restarts <= RESTARTS else self._session
                finally:
                    # A cell can tell that it runs again, and wait then.
                    self.waited += time.monotonic() - begun
        return self._session

    def close(self) -> None:
        """End the process."""
        if self._session is not None:
            self._session.close()


class Proxy:
    """Stands for a student's function in the grader's process.

    Attributes:
        ready_made: The ready-made solutions that the last call used.
    """

    def __init__(self, work: Work, name: str, seconds: float) -> None:
        """Stand for the function `name` of `work`."""
        self._work, self._seconds = work, seconds
        self.__name__ = name
        self._calls = 0
        self.ready_made: list[str] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function where it is; return plain data."""
        self._calls += 1
        try:
            # As in the engine: watching slows a call down, and the first one shows enough.
            result, self.ready_made = self._work.call(
                self.__name__, args, kwargs, self._seconds, watch=self._calls == 1
            )
        except Exception as error:
            self.ready_made = getattr(error, "ready_made", [])
            # The check keeps it: with it would stay, in each frame, all that the process sent.
            raise error.with_traceback(None) from None
        return result

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


class Namespace(dict[str, Any]):
    """The globals of a check cell: the instructor's own names, and proxies of the student's."""

    def __init__(self, trusted: Mapping[str, Any], work: Work, seconds: Mapping[str, float]):
        """Hold `trusted`; ask `work` for everything else.

        Args:
            trusted: Names with their values, of the instructor's.
            work: The submission.
            seconds: How long a call may take, by name.
        """
        super().__init__(trusted)
        self._work, self._limits = work, seconds
        self._known: dict[str, Any] = {}

    def __missing__(self, name: str) -> Any:
        if name.startswith("__"):
            raise KeyError(name)
        if name not in self._known:
            self._known[name] = self._work.get(
                name, self._limits.get(name, self._work.limits.call)
            )
        return self._known[name]

    def __contains__(self, name: Any) -> bool:
        if super().__contains__(name):
            return True
        try:
            self[name]
        except KeyError:
            return False
        except _UNREADABLE:
            # There is something, though it cannot be read: reading it again will say why.
            return True
        return True

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is called `name`, or `default`; a Proxy of what cannot be read."""
        try:
            return self[name]
        except KeyError:
            return default
        except _UNREADABLE:
            # There is something. Whoever calls it, or reads it, is told why that is not possible.
            return Proxy(self._work, name, self._limits.get(name, self._work.limits.call))


def _copy_back(args: list[Any], after: Any) -> None:
    """Make the arguments what the call made of its copies of them."""
    with contextlib.suppress(wire.WireError):
        _become(args, wire.decode(after))


def _become(old: Any, new: Any) -> Any:
    """Change `old` to hold what `new` holds and return it, or `new` where that cannot be."""
    if isinstance(old, np.ndarray):
        if isinstance(new, np.ndarray) and new.shape == old.shape and old.flags.writeable:
            with contextlib.suppress(TypeError, ValueError):
                np.copyto(old, new, casting="unsafe")
        return old
    if callable(old) or type(old) is not type(new):
        return old if callable(old) else new
    if isinstance(old, (list, tuple)):
        both = [_become(one, other) for one, other in zip(old, new, strict=False)]
        if isinstance(old, tuple):
            return (*both, *new[len(both) :])
        old[:] = [*both, *new[len(both) :]]
        return old
    if isinstance(old, dict):
        made = {key: _become(old[key], new[key]) if key in old else new[key] for key in new}
        old.clear()
        old.update(made)
        return old
    if isinstance(old, np.random.Generator):
        if type(old.bit_generator) is type(new.bit_generator):
            old.bit_generator.state = new.bit_generator.state
        return old
    return new


def checked_outputs(told: Any) -> list[dict[str, Any]]:
    """Return a cell's outputs, those of them that are well-formed."""
    if not isinstance(told, list):
        return []
    kept = []
    for item in told[:300]:
        if not isinstance(item, dict):
            continue
        kind = item.get("output_type")
        if kind == "stream" and item.get("name") in ("stdout", "stderr"):
            kept.append({"output_type": kind, "name": item["name"], "text": _word(item, "text")})
        elif kind in ("display_data", "execute_result") and isinstance(item.get("data"), dict):
            data = {
                name: value
                for name, value in item["data"].items()
                if name in wire.SHOWN and isinstance(value, str) and _is_picture(name, value)
            }
            made = {"output_type": kind, "data": data, "metadata": {}}
            if kind == "execute_result":
                made["execution_count"] = None
            kept.append(made)
        elif kind == "error":
            lines = item.get("traceback")
            lines = lines if isinstance(lines, list) else []
            lines = [line for line in lines if isinstance(line, str)]
            told = {"ename": _word(item, "ename"), "evalue": _word(item, "evalue")}
            kept.append({"output_type": kind, **told, "traceback": lines[:30]})
    return kept


_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n")


def _size(output: dict[str, Any]) -> int:
    """Return how many characters an output holds; a picture takes room by its points, too."""
    texts = [output.get("text", ""), output.get("evalue", "")]
    held = sum(
        pictures.room(value) if name.startswith("image/") else len(value)
        for name, value in output.get("data", {}).items()
    )
    return held + sum(map(len, [*texts, *output.get("traceback", ())]))


def _is_picture(name: str, value: str) -> bool:
    """Return whether a picture is one: the page puts its text where it could end a tag."""
    if not name.startswith("image/"):
        return True
    return _BASE64.issuperset(value) and pictures.may_be_shown(value)


def _word(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value[:2_000_000] if isinstance(value, str) else ""


def _sentence(name: str, told: str) -> dict[str, Any]:
    return {
        "output_type": "error",
        "ename": name,
        "evalue": told,
        "traceback": [f"{name}: {told}"],
    }
