"""The isolated side: a warm process that forks one confined process for each submission.

The warm process has imported what lessons import and runs no submitted code. A forked process
confines itself (see `confine`), then runs the cells it is sent and answers calls. It knows no
test, no grade and no other submission, and nothing that it says about being right is asked for.
"""

from __future__ import annotations

import base64
import builtins
import contextlib
import dataclasses
import gc
import importlib
import io
import json
import linecache
import os
import signal
import socket
import sys
import time
from functools import lru_cache
from typing import Any

from course.answers import ASKED_FOR, plain, read, silently
from course.scratch import watched
from grading.isolation.guest import confine, stand_ins, wire
from grading.isolation.guest.from_scratch import READY, blocked, ready_made
from grading.isolation.guest.missing import NotHere
from grading.isolation.guest.outputs import Outputs, Stream, Text
from grading.isolation.guest.shell import (
    Shell,
    ZMQInteractiveShell,
    message_of,
    own_code,
    own_frames,
    told,
)


class TimedOut(BaseException):
    """The time is up; not an Exception, so that `except Exception` does not catch it."""


# How often the clock is looked at, and how much work in between is none, in seconds.
TICK, NO_WORK = 0.5, 0.001


class _Clock:
    """When a request must stop: at SIGPROF, after so much time, or so long without work."""

    def __init__(self, wall: float, idle: float) -> None:
        self.end, self.idle = time.monotonic() + wall, idle
        self.moved, self.spent = time.monotonic(), time.process_time()
        self.stuck = False

    def look(self, number, frame) -> None:
        now, spent = time.monotonic(), time.process_time()
        if spent - self.spent > NO_WORK:
            self.moved = now
        self.spent = spent
        self.stuck = self.stuck or now - self.moved > self.idle
        if number == signal.SIGPROF or now > self.end or self.stuck:
            raise TimedOut


@contextlib.contextmanager
def _time_limit(seconds: float, limits: confine.Limits, idle: float):
    """Raise TimedOut in the code inside after `seconds` of work, and again until it stops.

    Gives the clock; its `stuck` says whether nothing at all was done for `idle` seconds.
    """
    clock = _Clock(seconds * limits.patience, idle)
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, clock.look)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    signal.setitimer(signal.ITIMER_REAL, TICK, TICK)
    try:
        yield clock
    finally:
        while True:
            try:
                signal.setitimer(signal.ITIMER_PROF, 0)
                signal.setitimer(signal.ITIMER_REAL, 0)
                break
            except TimedOut:
                continue


class Kernel:
    """Runs the cells of one submission and answers calls of its functions."""

    def __init__(self, shell: Shell, channel: socket.socket, limits: confine.Limits) -> None:
        """Run cells in `shell` as `channel` asks."""
        self.shell, self.channel, self.limits = shell, channel, limits
        self.reader = wire.Reader(channel)

    def serve(self) -> None:
        """Answer requests until the grader hangs up."""
        while (request := self.reader.wait()) is not None:
            answer = getattr(self, "do_" + request["op"])(request)
            wire.send(self.channel, {"n": request["n"], **answer})

    def do_file(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put a file that was handed in beside the notebook where cells run."""
        path = os.path.normpath(request["path"])
        if os.path.isabs(path) or path.startswith(".."):
            return {}
        with contextlib.suppress(OSError, ValueError):
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "wb") as file:
                file.write(base64.b64decode(request["data"]))
        return {}

    def do_cell(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run one cell; return its outputs and how it ended."""
        shell = self.shell
        outputs = Outputs(self.limits.output, shown=not request["quiet"])
        shell.outputs, shell.cause, shell.skipped = outputs, None, []
        # What a cell before wrote may be imported by this one.
        importlib.invalidate_caches()
        seconds, stuck = request["seconds"], False
        try:
            with _time_limit(seconds, self.limits, max(self.limits.idle, seconds)) as clock:
                shell.run_to_the_end(request["source"])
        except BaseException as error:
            shell.cause = error
            outputs.error(*told(error))
        with contextlib.suppress(NameError):
            stuck = clock.stuck
        cause = shell.cause
        return {
            "outputs": outputs.finished(),
            "timed_out": isinstance(cause, TimedOut),
            "stuck": stuck,
            "error": None if cause is None else type(cause).__name__[:200],
            "cut": outputs.cut > 0,
            "skipped": [str(line)[:60] for line in shell.skipped[:20]],
        }

    def do_get(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return a variable as plain data, or say that it is a function, or missing."""
        names, name = self.shell.user_ns, request["name"]
        if name not in names:
            return {"missing": True}
        if isinstance(names[name], NotHere):
            return {"raised": _raised(names[name]._error)}
        if callable(names[name]):
            return {"callable": True}
        return self._attempt(lambda: read(names, name), request["seconds"], Text(0))

    def do_call(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call a function of the submission; return what came of it."""
        encoded = request["args"]
        function = self.shell.user_ns.get(request["name"])
        used: set[str] = set()
        printed = Text(self.limits.output)
        allowed = request.get("may_use")
        given: list[Any] = []

        def run():
            given[:] = self._decoded(encoded)
            watch = watched(used) if request["watch"] else contextlib.nullcontext()
            block = contextlib.nullcontext() if allowed is None else blocked(allowed)
            with block, watch:
                return function(*given[0], **given[1])

        answer = self._attempt(run, request["seconds"], printed)
        answer |= {"printed": printed.value(), "used": sorted(used)[:20]}
        with contextlib.suppress(BaseException):
            after = wire.encode([list(given[0]), given[1]])
            if after != encoded:
                answer["after"] = after
        return answer

    def _attempt(self, run, seconds: float, printed: Text) -> dict[str, Any]:
        # What is printed to a stream that was kept from a cell is dropped.
        self.shell.outputs = Outputs(0, shown=False)
        try:
            with (
                _time_limit(seconds, self.limits, self.limits.idle),
                contextlib.redirect_stdout(printed),
                contextlib.redirect_stderr(Text(0)),
                silently(),
            ):
                try:
                    value = plain(run())
                except ASKED_FOR:
                    with silently(strict=False):
                        value = plain(run())
                try:
                    return {"value": wire.encode(value)}
                except wire.WireError as error:
                    told = f"the answer is unusable: {error}"
                    return {"raised": ["ValueError", wire.encode([told]), "", "", []]}
        except TimedOut:
            return {"timed_out": True}
        except BaseException as error:
            return {"raised": _raised(error)}

    def _decoded(self, encoded: list[Any]) -> tuple[list[Any], dict[str, Any]]:
        return wire.decode(encoded, self._remote, trusted=True)

    def _remote(self, number: int, name: str, attributes: dict[str, Any]) -> Remote:
        called = str(attributes.get("__name__", name))
        return _remote_called(called)(self, number, name, attributes)


class Remote:
    """A function of the grader's: calling it here runs it there."""

    def __init__(self, kernel: Kernel, number: int, name: str, attributes: dict[str, Any]) -> None:
        """Stand for the function that `kernel`'s grader lent under `number`."""
        self.__dict__.update(attributes)
        self.__name__ = self.__qualname__ = type(self).__name__
        self._kernel, self._number, self._name = kernel, number, name

    @property
    def __code__(self):
        many = self.__dict__.get("_arguments", 1)
        names = ", ".join(f"argument_{i}" for i in range(many))
        return eval(f"lambda {names}: None").__code__

    def __repr__(self) -> str:
        return self._name

    def __deepcopy__(self, memo):
        return self

    def __call__(self, *args, **kwargs):
        """Return what the grader's function returns, or raise what it raises."""
        request = {"callback": self._number, "args": wire.encode([list(args), kwargs])}
        wire.send(self._kernel.channel, request)
        answer = self._kernel.reader.wait()
        self.__dict__.update(answer.get("attributes", {}))
        if "raised" in answer:
            raise wire.exception(*answer["raised"])
        return wire.decode(answer["value"], trusted=True)


@lru_cache(maxsize=256)
def _remote_called(name: str) -> type[Remote]:
    """Return Remote under the name of a function, which is what an error calls it."""
    return type(name, (Remote,), {})


def _raised(error: BaseException) -> list[Any]:
    """Return an exception as its type's name, its arguments, and where in the student's own code.

    That is the line, the function's name, and the names in it.
    """
    frames, code = own_frames(error), own_code(error)
    line = (frames[-1].line or "")[:300] if frames else ""
    names = [*code.co_varnames, *code.co_freevars][: wire.MOST_NAMES] if code else []
    where = [line, code.co_name if code else "", names]
    name = wire.exception_name(type(error))
    args = getattr(error, "args", ())
    plain = all(isinstance(arg, (str, int, float)) for arg in args) and len(args) <= 3
    if not plain or (name == type(error).__name__ and len(str(args)) > 2000):
        args = (message_of(error),)
    with contextlib.suppress(wire.WireError):
        return [name, wire.encode(list(args)), *where]
    return [name, ["l"], *where]


# --- the warm process ------------------------------------------------------------------------


def _no_input(prompt=""):
    raise EOFError("input() gets no answer while a notebook is graded; write the value instead")


def _warm(modules: list[str]) -> Shell:
    import matplotlib

    matplotlib.use("Agg")
    for name in [*modules, "matplotlib.pyplot", "sqlite3", "asyncio"]:
        module, _, member = name.rpartition(".")
        with contextlib.suppress(Exception):
            # A package may import a member only when it is asked for.
            getattr(importlib.import_module(module), member) if module else None
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    shell = ZMQInteractiveShell.instance()
    builtins.input = _no_input
    stand_ins.put(shell)
    # What the first cell of all would otherwise pay for, once for each submission.
    shell.run_cell("import numpy as np; np.float64(1) + 1", store_history=False)
    shell.reset(new_session=False)
    linecache.clearcache()
    READY.update(ready_made())
    return shell


class Warm:
    """The warm process's loop: fork for a submission, look at the clock, end what was forked."""

    def __init__(self, control: socket.socket, shell: Shell, isolated: bool, user: int | None):
        """Fork `shell` as `control` asks, to run as `user` if it is not None."""
        self.control, self.shell = control, shell
        self.isolated, self.user = isolated, user
        self.self_ = os.pidfd_open(os.getpid()) if isolated else -1
        self.pid = 0

    def serve(self) -> None:
        """Answer the grader until it hangs up."""
        self.tell({"ready": True})
        while True:
            data, files, _, _ = socket.recv_fds(self.control, 1 << 16, 1)
            if not data:
                return
            request = json.loads(data)
            if request["op"] == "spawn":
                self.tell(self.spawn(confine.Limits(**request["limits"]), files[0]))
            elif request["op"] == "cpu":
                self.tell({"cpu": self.cpu()})
            elif request["op"] == "end":
                self.tell({"cpu": self.end()})

    def tell(self, message: dict[str, Any]) -> None:
        """Answer the grader."""
        self.control.send(json.dumps(message).encode())

    def cpu(self) -> float:
        """Return the processor time of the submission's process so far."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)
        except OSError:
            return -1.0

    def end(self) -> float:
        """Kill the submission's process, and with it all that it started."""
        spent = self.cpu() if self.pid else 0.0
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
        return spent

    def spawn(self, limits: confine.Limits, file: int) -> dict[str, Any]:
        """Fork a process that talks to the grader by `file`; end the one before."""
        self.end()
        in_use = confine.in_use()
        if self.isolated:
            confine.unshare(confine.CLONE_NEWPID)
        pid = os.fork()
        if pid == 0:
            code = 70
            try:
                self.child(limits, file, in_use)
                code = 0
            finally:
                os._exit(code)
        self.pid = pid
        if self.isolated:
            confine.return_to(self.self_, confine.CLONE_NEWPID)
        os.close(file)
        return {"pid": pid}

    def child(self, limits: confine.Limits, file: int, in_use: int) -> None:
        """Give up what `confine` takes, then serve one submission."""
        confine.die_with_parent()
        # A signal to its group would reach this warm process, too, where Landlock is an old one.
        os.setsid()
        channel = socket.socket(fileno=os.dup2(file, 9))
        layers = {}
        try:
            if self.isolated:
                confine.separate_files(limits, self.user if self.user is not None else os.getuid())
            # One that was opened before could still be changed.
            nothing = os.open("/dev/null", os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(nothing, number)
            if self.isolated:
                os.closerange(3, 9)
                os.closerange(10, 4096)
                confine.drop_privileges(self.user)
                confine.limit_resources(limits, in_use)
                layers["landlock"] = confine.landlock()
                layers["filter"] = confine.filter_syscalls()
            else:
                os.closerange(3, 9)
                os.closerange(10, 4096)
                import tempfile

                os.chdir(tempfile.mkdtemp(prefix="grading-"))
                confine.limit_resources(confine_threads(limits), in_use)
        except OSError as error:
            wire.send(channel, {"confined": False, "why": str(error)})
            return
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), encoding="utf-8")
        for name in ("stdout", "stderr"):
            setattr(sys, name, Stream(lambda: self.shell.outputs, name))
        # The folder that cells run in, as in a kernel.
        sys.path.insert(0, "")
        wire.send(channel, {"confined": True, "layers": layers})
        Kernel(self.shell, channel, limits).serve()


def confine_threads(limits: confine.Limits) -> confine.Limits:
    """Return limits for a process that shares its user with everything else of that user."""
    return dataclasses.replace(limits, threads=1 << 20)


def main(control: int, isolated: bool, user: int, modules: str) -> None:
    """Warm up, then fork a process for each submission."""
    # A grader that is interrupted ends this process by hanging up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    shell = _warm([name for name in modules.split(",") if name])
    gc.collect()
    gc.freeze()
    channel = socket.socket(fileno=control)
    Warm(channel, shell, isolated, user if user >= 0 else None).serve()
