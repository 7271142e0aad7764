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
import itertools
import json
import linecache
import os
import signal
import socket
import sys
import time
import traceback
import types
import warnings

import numpy as np
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from course.checks.scratch import READY_MADE, watched
from grading import confine, wire

MOST_PICTURE = 1 << 20
MOST_OUTPUTS = 200


class TimedOut(BaseException):
    """The time is up; not an Exception, so that `except Exception` does not catch it."""


class _Text(io.TextIOBase):
    """Keeps what is printed, up to a limit, and counts the rest."""

    def __init__(self, most: int) -> None:
        self.most, self.kept, self.size = most, [], 0

    def writable(self) -> bool:
        return True

    def write(self, text) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.size < self.most:
            self.kept.append(text[: self.most - self.size])
        self.size += len(text)
        return len(text)

    def value(self) -> str:
        text = "".join(self.kept)
        if self.size > self.most:
            text += f"\n… {self.size - self.most:,} more characters were printed\n"
        return text


class _Outputs:
    """The outputs of one cell, in order."""

    def __init__(self, most: int, *, every: bool = False) -> None:
        self.most, self.items, self.size, self.cut = most, [], 0, 0
        self.shown, self.every = True, every

    def stream(self, name: str) -> _Stream:
        return _Stream(self, name)

    def text(self, name: str, text: str) -> None:
        if not self.shown:
            return
        room = self.most - self.size
        if len(text) > room:
            self.cut += len(text) - max(room, 0)
            text = text[: max(room, 0)]
        self.size += len(text)
        if not text:
            return
        if self.items and self.items[-1].get("name") == name:
            self.items[-1]["text"].append(text)
        else:
            self.items.append({"output_type": "stream", "name": name, "text": [text]})

    def data(self, kind: str, data: dict) -> None:
        kept = {}
        for name in data if self.every else wire.SHOWN:
            value = data.get(name)
            if isinstance(value, bytes):
                value = base64.b64encode(value).decode()
            if not isinstance(value, str):
                continue
            if name.startswith("image/"):
                if len(value) <= MOST_PICTURE:
                    kept[name] = value
            elif len(value) <= self.most:
                kept[name] = value
        if self.shown and kept and len(self.items) < MOST_OUTPUTS:
            self.items.append({"output_type": kind, "data": kept, "metadata": {}})

    def error(self, name: str, told: str, lines: list[str]) -> None:
        self.items.append(
            {
                "output_type": "error",
                "ename": name[:200],
                "evalue": told[:2000],
                "traceback": [line[:2000] for line in lines[-20:]],
            }
        )

    def finished(self) -> list[dict]:
        for item in self.items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        if self.cut:
            told = f"… {self.cut:,} more characters were printed\n"
            self.items.append({"output_type": "stream", "name": "stdout", "text": told})
        return self.items


class _Stream(io.TextIOBase):
    def __init__(self, outputs: _Outputs, name: str) -> None:
        self.outputs, self.kind = outputs, name

    def writable(self) -> bool:
        return True

    def write(self, text) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.outputs.text(self.kind, text)
        return len(text)


class _Hook(DisplayHook):
    def start_displayhook(self):
        pass

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.data("execute_result", format_dict)

    def finish_displayhook(self):
        pass

    def log_output(self, format_dict):
        pass

    def compute_format_data(self, result):
        return self.shell.formatted(result)


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, source=None, **more):
        self.shell.outputs.data("display_data", data)

    def clear_output(self, wait=False):
        pass


class Shell(InteractiveShell):
    """IPython without a terminal, a history or a kernel."""

    def __init__(self, **options) -> None:
        """Make the shell; `options` are IPython's."""
        self.outputs = _Outputs(0)
        super().__init__(
            displayhook_class=_Hook, display_pub_class=_Publisher, history_length=0, **options
        )
        self.cause = None

    def init_history(self):
        """Keep no history."""
        super().init_history()
        self.history_manager.enabled = False

    def init_io(self):
        """Leave the streams as they are."""

    def init_virtualenv(self):
        """Look for no other environment."""

    def formatted(self, result):
        """Return what a value looks like, by MIME type, and metadata."""
        if not self.outputs.shown:
            # A lesson's own picture need not be drawn to grade.
            return {}, {}
        return self.display_formatter.format(result, include=set(wire.SHOWN))

    def showtraceback(self, exc_tuple=None, **options):
        """Keep an exception as an output, with the student's own lines alone."""
        self.cause = (exc_tuple or sys.exc_info())[1]
        self.outputs.error(*_told(self.cause))

    def showsyntaxerror(self, filename=None, running_compiled_code=False):
        """Keep a syntax error as an output."""
        self.cause = sys.exc_info()[1]
        self.outputs.error(*_told(self.cause))

    def ask_exit(self):
        """Stay: `exit()` in a cell ends nothing."""


def _own_frames(error: BaseException) -> list[traceback.FrameSummary]:
    frames = [f for f in traceback.extract_tb(error.__traceback__, 60) if f.line]
    return [f for f in frames if "ipython-input" in f.filename or f.filename.startswith("/tmp")]


def _told(error: BaseException) -> tuple[str, str, list[str]]:
    name, message = type(error).__name__, _message(error)
    lines = []
    if isinstance(error, SyntaxError) and not _own_frames(error):
        lines.append(f"line {error.lineno}: {str(error.text or '').strip()}")
    lines += [f"line {frame.lineno}: {frame.line}" for frame in _own_frames(error)[-8:]]
    return name, message, [*lines, f"{name}: {message}" if message else name]


def _message(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except BaseException:
        return ""


def _alarm(number, frame):
    raise TimedOut


@contextlib.contextmanager
def _time_limit(seconds: float, patience: float):
    """Raise TimedOut in the code inside after `seconds` of work, and again until it stops."""
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, _alarm)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    signal.setitimer(signal.ITIMER_REAL, seconds * patience, 1.0)
    try:
        yield
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

    def do_cell(self, request: dict) -> dict:
        """Run one cell; return its outputs and how it ended."""
        shell, outputs = self.shell, _Outputs(self.limits.output)
        outputs.shown = not request["quiet"]
        shell.outputs, shell.cause = outputs, None
        with (
            contextlib.redirect_stdout(outputs.stream("stdout")),
            contextlib.redirect_stderr(outputs.stream("stderr")),
        ):
            try:
                with _time_limit(request["seconds"], self.limits.patience):
                    shell.run_cell(request["source"], store_history=False, silent=False)
            except BaseException as error:
                shell.cause = error
                outputs.error(*_told(error))
        cause = shell.cause
        return {
            "outputs": outputs.finished(),
            "timed_out": isinstance(cause, TimedOut),
            "cut": outputs.cut > 0,
            "error": None if cause is None else type(cause).__name__[:200],
        }

    def do_get(self, request: dict) -> dict:
        """Return a variable as plain data, or say that it is a function, or missing."""
        names, name = self.shell.user_ns, request["name"]
        if name not in names:
            return {"missing": True}
        value = names[name]
        if callable(value):
            return {"callable": True}
        return self._attempt(lambda: value, request["seconds"], _Text(0))

    def do_call(self, request: dict) -> dict:
        """Call a function of the submission; return what came of it."""
        told = request["args"]
        args, kwargs = self._decoded(told)
        function, printed, used = self.shell.user_ns.get(request["name"]), None, set()
        printed = _Text(self.limits.output)
        watch = watched(used) if request["watch"] else contextlib.nullcontext()
        allowed = request.get("may_use")
        block = contextlib.nullcontext() if allowed is None else _blocked(allowed)

        def run():
            with block, watch:
                return function(*args, **kwargs)

        answer = self._attempt(run, request["seconds"], printed)
        answer |= {"printed": printed.value(), "used": sorted(used)[:20]}
        with contextlib.suppress(BaseException):
            after = wire.encode([list(args), kwargs])
            if after != told:
                answer["after"] = after
        return answer

    def _attempt(self, run, seconds: float, printed: _Text) -> dict:
        try:
            with (
                _time_limit(seconds, self.limits.patience),
                contextlib.redirect_stdout(printed),
                contextlib.redirect_stderr(_Text(0)),
                warnings.catch_warnings(),
                np.errstate(all="ignore"),
            ):
                warnings.simplefilter("ignore")
                value = run()
                if isinstance(value, (types.GeneratorType, range, map, zip, filter)):
                    value = list(itertools.islice(value, wire.ITEMS + 1))
                try:
                    return {"value": wire.encode(value)}
                except wire.WireError as error:
                    return {"raised": ["ValueError", [f"the answer is unusable: {error}"], ""]}
        except TimedOut:
            return {"timed_out": True}
        except BaseException as error:
            return {"raised": _raised(error)}

    def _decoded(self, told: list) -> tuple[list, dict]:
        return wire.decode(told, self._remote)

    def _remote(self, number: int, name: str, attributes: dict) -> Remote:
        return Remote(self, number, name, attributes)


class Remote:
    """A function of the grader's: calling it here runs it there."""

    def __init__(self, kernel: Kernel, number: int, name: str, attributes: dict) -> None:
        """Stand for the function that `kernel`'s grader lent under `number`."""
        self.__dict__.update(attributes)
        self._kernel, self._number, self._name = kernel, number, name

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
        return wire.decode(answer["value"])


# --- from scratch ----------------------------------------------------------------------------


class ReadyMade(RuntimeError):
    """A ready-made solution was called where the answer is to be one's own."""


def _refuse(*args, **kwargs):
    raise ReadyMade("this solves the whole task; here you write it yourself")


def _ready_made() -> dict[str, types.FunctionType]:
    """Return the functions that solve an exercise, as far as they are imported, by name."""
    found = {}
    for name, module in list(sys.modules.items()):
        if not any(name == known or name.startswith(known + ".") for known in READY_MADE[:6]):
            continue
        for owner in [module, *filter(_is_class_of(name), vars(module).values())]:
            for item in list(vars(owner).values()):
                if isinstance(item, types.FunctionType) and item.__module__ == name:
                    found[f"{name}.{item.__name__}"] = item
    for place, solver in ((np, "gradient"), (np, "polyfit"), (np.linalg, "lstsq")):
        function = getattr(getattr(place, solver), "_implementation", None)
        if isinstance(function, types.FunctionType):
            found[f"numpy.{solver}"] = function
    return {name: item for name, item in found.items() if not item.__code__.co_freevars}


def _is_class_of(module: str):
    return lambda item: isinstance(item, type) and item.__module__ == module


@contextlib.contextmanager
def _blocked(allowed: list[str]):
    """Make ready-made solutions that are not allowed refuse, however they are called.

    Watching alone ends where an answer switches it off. What no one can prevent is that a student
    copies the text of such a solution.
    """
    held = []
    for name, function in READY.items():
        if not any(name == one or name.startswith(one + ".") for one in allowed):
            held.append((function, function.__code__))
            function.__code__ = _refuse.__code__
    try:
        yield
    finally:
        for function, code in held:
            function.__code__ = code


READY: dict[str, types.FunctionType] = {}


def _raised(error: BaseException) -> list:
    """Return an exception as its type's name, its arguments and the student's own line."""
    frames = _own_frames(error)
    line = frames[-1].line if frames else ""
    name = wire.exception_name(type(error))
    args = getattr(error, "args", ())
    plain = all(isinstance(arg, (str, int, float)) for arg in args) and len(args) <= 3
    if not plain or (name == type(error).__name__ and len(str(args)) > 2000):
        args = (_message(error),)
    with contextlib.suppress(wire.WireError):
        return [name, wire.encode(list(args)), line[:300]]
    return [name, ["l"], line[:300]]


# --- the warm process ------------------------------------------------------------------------


def _no_input(prompt=""):
    raise EOFError("input() gets no answer while a notebook is graded; write the value instead")


def _in_use() -> int:
    """Return the bytes of address space that this process takes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 2 << 30


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
    shell = Shell.instance()
    builtins.input = _no_input
    # What the first cell of all would otherwise pay for, once for each submission.
    shell.run_cell("import numpy as np; np.float64(1) + 1", store_history=False)
    shell.reset(new_session=False)
    linecache.clearcache()
    READY.update(_ready_made())
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

    def tell(self, message: dict) -> None:
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

    def spawn(self, limits: confine.Limits, file: int) -> dict:
        """Fork a process that talks to the grader by `file`; end the one before."""
        self.end()
        in_use = _in_use()
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
        channel = socket.socket(fileno=os.dup2(file, 9))
        layers = {}
        try:
            nothing = os.open("/dev/null", os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(nothing, number)
            if self.isolated:
                confine.separate_files(limits, self.user if self.user is not None else os.getuid())
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
