"""The grader's end of the isolation: start the warm process, talk to a submission's process.

On Linux the warm process runs inside bubblewrap: no network, its own processes, a read-only view
of Python, the installed packages, the course's package without its checks, and the folder `guest`
beside this file: all that runs beside submitted code, and nothing else.
Where the grader is root, submissions run as another user without rights; elsewhere they run in a
user namespace without capabilities. See `confine` for what each one gives up besides.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import course
import course_folder
from course.checks import secret
from grading.isolation.guest import wire
from grading.isolation.guest.confine import Limits

GUEST = Path(__file__).resolve().parent / "guest"
COURSE = Path(course.__file__).resolve().parent
# Where `guest` is inside.
INSIDE = Path("/engine/grading/isolation/guest")
# Nobody's, on any ordinary system; one for each worker, so that they do not share limits.
FIRST_USER = 61_000
STARTING = 120.0


class NoIsolation(RuntimeError):
    """This machine cannot isolate submissions; the message says what is missing."""


class Died(RuntimeError):
    """The submission's process ended, or had to be ended; the message says how.

    Attributes:
        timed_out: Whether it was ended because its time was up, or it did nothing for too long.
    """

    def __init__(self, message: str, *, timed_out: bool = False) -> None:
        """Say how it ended."""
        super().__init__(message)
        self.timed_out = timed_out


@functools.cache
def what_is_missing() -> str:
    """Return why submissions cannot be isolated here, in a few words; empty if they can."""
    if sys.platform != "linux":
        return "isolation needs Linux (on other systems, use a Linux container or virtual machine)"
    if not shutil.which("bwrap"):
        return "bubblewrap is not installed (on Debian: apt-get install bubblewrap)"
    if not hasattr(os, "pidfd_open"):
        return "this Python was built without pidfd_open (Linux 5.8 or newer is needed)"
    tried = subprocess.run(
        [*_bubblewrap(), "--ro-bind", "/", "/", "--proc", "/proc", "true"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    if tried.returncode:
        told = (tried.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        return f"bubblewrap does not work here ({told}); user namespaces may be switched off"
    return ""


@functools.cache
def as_root() -> bool:
    """Return whether namespaces can be made without a user namespace."""
    if os.geteuid() != 0:
        return False
    with contextlib.suppress(OSError), open("/proc/self/status", encoding="ascii") as file:
        held = next(line for line in file if line.startswith("CapEff:"))
        return bool(int(held.split()[1], 16) >> 21 & 1)
    return False


def _bubblewrap() -> list[str]:
    separate = ["pid", "net", "ipc", "uts", "cgroup-try"]
    rights = ["CAP_SYS_ADMIN"]
    if as_root():
        rights += ["CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_KILL"]
    else:
        separate += ["user"]
        rights += ["CAP_SETPCAP"]
    return [
        "bwrap",
        *(f"--unshare-{name}" for name in separate),
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        *(word for right in rights for word in ("--cap-add", right)),
    ]


def _packages() -> list[str]:
    """Return the folders of installed packages, the environment's own first."""
    own = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    installed = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    return list(dict.fromkeys([*own, *installed]))


_START = (
    "import sys; sys.path[:0] = {paths!r}; sys.dont_write_bytecode = True; "
    "from grading.isolation.guest.kernel import main; "
    "main({control}, {isolated}, {user}, {modules!r})"
)
_ENVIRONMENT = {
    "HOME": "/tmp",
    "USER": "student",
    "PATH": "/nowhere",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",
    "IPYTHONDIR": "/tmp/ipython",
    # A forked process has one thread; more would only fight over the cores.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


def _covered(binds: Sequence[tuple[str, str]]) -> list[str]:
    """Return where, inside, a folder would be seen that nobody's code may look into.

    The course or the class may lie in a folder that Python needs: /usr/src/app is what many images
    of containers begin with.

    Args:
        binds: What is bound, as (outside, inside).
    """
    needed = [Path(os.__file__), *map(Path, ("/usr/bin", "/usr/lib", "/usr/lib64"))]
    places, found = {course_folder.ROOT.resolve()}, []
    for own in (Path.cwd, Path.home):
        # A user of a container may have no home.
        with contextlib.suppress(OSError, RuntimeError):
            places.add(own().resolve())
    for place in places:
        if any(one.resolve().is_relative_to(place) for one in needed):
            # The home of a system's own account may be /usr/lib, or Python's own folder.
            continue
        for outside, inside in binds:
            top = Path(outside).resolve()
            if top in place.parents and place.is_dir():
                found.append(str(Path(inside, place.relative_to(top))))
    return sorted(found)


def _isolated_command(control: int, user: int, modules: Sequence[str]) -> list[str]:
    base = Path(sys.base_prefix).resolve()
    binds = [("/usr", "/usr"), ("/etc/ld.so.cache", "/etc/ld.so.cache")]
    binds += [("/etc/alternatives", "/etc/alternatives"), ("/etc/fonts", "/etc/fonts")]
    python = f"/usr/bin/{Path(sys._base_executable).name}"  # type: ignore[attr-defined]
    environment = dict(_ENVIRONMENT)
    if base != Path("/usr"):
        # No more than Python has there: one of one's own may be installed into a home.
        parts = ("bin", "lib", "lib64", "share/zoneinfo")
        binds += [(str(base / part), f"/python/{part}") for part in parts]
        python = f"/python/bin/python{sys.version_info.major}.{sys.version_info.minor}"
        environment["LD_LIBRARY_PATH"] = "/python/lib"
    paths = ["/engine"]
    for number, folder in enumerate(_packages()):
        paths.append(f"/packages/{number}")
        binds.append((folder, paths[-1]))
    command = _bubblewrap()
    for name in ("lib", "lib64", "lib32", "bin", "sbin"):
        place = Path("/", name)
        if place.is_symlink():
            command += ["--symlink", os.readlink(place), str(place)]
        elif place.is_dir():
            binds.append((str(place), str(place)))
    # Folders that are made on the way belong to root alone, unless told.
    folders = ("/etc", "/engine", "/engine/grading", str(INSIDE.parent), "/packages", "/python")
    for made in (*folders, "/python/share"):
        command += ["--perms", "0755", "--dir", made]
    for outside, inside in binds:
        command += ["--ro-bind-try", outside, inside]
    for covered in _covered(binds):
        command += ["--tmpfs", covered]
    for number, folder in enumerate(_packages()):
        # Where the course is installed as a package, its checks are there as well.
        for name in ("authoring", "course", "grading"):
            if Path(folder, name).is_dir():
                command += ["--tmpfs", f"/packages/{number}/{name}"]
    command += ["--ro-bind", str(COURSE), "/engine/course"]
    # Over the checks lies what stands for them; their seeds and answers are not there to read.
    command += ["--ro-bind", str(GUEST / "checks"), "/engine/course/checks"]
    command += ["--ro-bind", str(GUEST), str(INSIDE)]
    command += ["--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--chdir", "/tmp"]
    command += ["--remount-ro", "/dev", "--remount-ro", "/"]
    for name, value in environment.items():
        command += ["--setenv", name, value]
    start = _START.format(
        paths=paths, control=control, isolated=True, user=user, modules=",".join(modules)
    )
    return [*command, python, "-I", "-S", "-B", "-c", start]


def _open_command(control: int, modules: Sequence[str]) -> list[str]:
    """Return how to run the same without isolation."""
    paths = [str(COURSE.parent), *_packages()]
    start = _START.format(
        paths=paths, control=control, isolated=False, user=-1, modules=",".join(modules)
    )
    return [sys.executable, "-I", "-B", "-c", start]


class Sandbox:
    """A warm process that runs one submission at a time.

    Attributes:
        isolated: Whether it is one, or only a process like any other.
        layers: What the last submission's process has given up, as it said at its start.
    """

    def __init__(
        self,
        modules: Sequence[str] = (),
        limits: Limits | None = None,
        *,
        isolated: bool = True,
    ) -> None:
        """Start it.

        Args:
            modules: What to import before the first submission.
            limits: What a submission may use.
            isolated: False runs submissions as the grader's own user.

        Raises:
            NoIsolation: It cannot be started as asked.
        """
        self.limits, self.isolated = limits or Limits(), isolated
        self.layers: dict[str, Any] = {}
        if isolated and (missing := what_is_missing()):
            raise NoIsolation(missing)
        user = FIRST_USER + os.getpid() % 4000 if as_root() else -1
        own, given = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        if isolated:
            command = _isolated_command(given.fileno(), user, modules)
        else:
            command = _open_command(given.fileno(), modules)
        self.process = subprocess.Popen(
            command,
            pass_fds=[given.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            # What isolates is itself inside: it holds no secret, whoever may read of it.
            env=_outer_environment() if isolated else _open_environment(),
            cwd="/",
        )
        given.close()
        self.control = own
        self._ready = False

    def wait_until_ready(self) -> None:
        """Wait until the libraries are imported.

        Raises:
            NoIsolation: The warm process did not come up.
        """
        if self._ready:
            return
        self.control.settimeout(STARTING)
        try:
            self._ready = bool(self.control.recv(1 << 16))
        except OSError:
            self._ready = False
        if not self._ready:
            self.process.kill()
            told = self.process.communicate()[1].decode(errors="replace").strip()
            why = told.splitlines()[-1] if told else "it gave no reason"
            raise NoIsolation(f"the process for submissions did not start: {why}")

    def _ask(self, request: dict[str, Any], files: Sequence[int] = ()) -> dict[str, Any]:
        try:
            socket.send_fds(self.control, [json.dumps(request).encode()], list(files))
            answer = self.control.recv(1 << 16)
        except OSError as error:
            raise NoIsolation(f"the process for submissions ended: {error}") from None
        if not answer:
            raise NoIsolation("the process for submissions ended")
        return json.loads(answer)

    def open(self) -> Session:
        """Fork a process for a submission.

        Raises:
            NoIsolation: It could not be confined.
        """
        self.wait_until_ready()
        own, given = socket.socketpair()
        request = {"op": "spawn", "limits": dataclasses.asdict(self.limits)}
        self._ask(request, [given.fileno()])
        given.close()
        session = Session(self, own)
        try:
            first = session.first()
        except Died as error:
            raise NoIsolation(f"a process could not be confined: {error}") from None
        if not first.get("confined"):
            session.close()
            raise NoIsolation(f"a process could not be confined: {first.get('why')}")
        self.layers = first.get("layers", {})
        return session

    def spent(self) -> float:
        """Return the processor seconds of the submission's process, below 0 once it ended."""
        return self._ask({"op": "cpu"})["cpu"]

    def end(self) -> float:
        """End the submission's process; return its processor seconds."""
        return self._ask({"op": "end"})["cpu"]

    def close(self) -> None:
        """End the warm process and everything in it."""
        self.control.close()
        # bubblewrap that is ended while it starts leaves a process of its own, which waits for it
        # for ever and holds its pipe. One that is stopped starts no other one meanwhile.
        self.process.send_signal(signal.SIGSTOP)
        inside = []
        if self.process.returncode is None:
            os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            inside = _children(self.process.pid)
        self.process.kill()
        for child in inside:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(child, signal.SIGKILL)
        self.process.communicate()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _children(pid: int) -> list[int]:
    """Return the processes that a process of this machine has started."""
    with contextlib.suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _outer_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH",) if name in os.environ}


def _open_environment() -> dict[str, str]:
    keep = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "MPLBACKEND")
    own = {name: value for name, value in os.environ.items() if name != secret.VARIABLE}
    return own | {name: _ENVIRONMENT[name] for name in keep}


class Session:
    """The conversation with one submission's process. It may lie, stop, or die at any point."""

    def __init__(self, sandbox: Sandbox, channel: socket.socket) -> None:
        """Talk to what `sandbox` just forked, by `channel`."""
        self.sandbox, self.channel = sandbox, channel
        self.reader = wire.Reader(channel)
        self.count = 0
        self.lent: dict[int, Callable[..., Any]] = {}

    def first(self) -> dict[str, Any]:
        """Return what the process says before it runs anything."""
        return self._receive(30.0, 30.0, self.sandbox.limits.idle)

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a request; return the answer.

        Args:
            request: What is asked.
            seconds: The processor time that the answer may take.

        Raises:
            Died: There is no answer, or none that can be one. The process is ended.
        """
        if not self.alive:
            raise Died("its process ended")
        self.count += 1
        idle = self.sandbox.limits.idle
        if request["op"] == "cell":
            # A cell may wait, as for an animation, as long as it may run.
            idle = max(idle, seconds)
        wall = time.monotonic() + seconds * self.sandbox.limits.patience + 1.0
        try:
            self._send({**request, "n": self.count, "seconds": seconds}, wall)
            while "callback" in (answer := self._receive(seconds, wall - time.monotonic(), idle)):
                self._send(self._called_back(answer), wall)
            if answer.get("n") != self.count:
                raise wire.WireError("it answers what was not asked")
        except (wire.WireError, RecursionError) as error:
            self.close()
            raise Died(f"its process was ended: {error}") from None
        return answer

    def lend(self, function: Callable[..., Any]) -> int:
        """Let the submission call a function of the grader's; return its number."""
        number = len(self.lent)
        self.lent[number] = function
        return number

    def _called_back(self, request: dict[str, Any]) -> dict[str, Any]:
        number, told = request["callback"], wire.decode(request.get("args"))
        function = self.lent.get(number) if isinstance(number, int) else None
        if function is None:
            raise wire.WireError("it calls what it was not given")
        if not isinstance(told, list) or len(told) != 2:
            raise wire.WireError("it calls with what are no arguments")
        args, kwargs = told
        try:
            answer = {"value": wire.encode(function(*args, **kwargs))}
        except Exception as error:
            told = wire.encode([str(error)])
            answer = {"raised": [wire.exception_name(type(error)), told]}
        return answer | {"attributes": wire.attributes(function)}

    def _send(self, message: dict[str, Any], wall: float) -> None:
        if time.monotonic() > wall:
            # One that asks back without end is never waited for.
            self.close()
            raise Died("time is up", timed_out=True)
        self.channel.settimeout(max(0.1, wall - time.monotonic()))
        try:
            wire.send(self.channel, message)
        except TimeoutError:
            self.close()
            raise Died("it did not answer in time", timed_out=True) from None
        except OSError:
            self.close()
            raise Died("its process ended") from None

    def _receive(self, seconds: float, wall: float, idle: float) -> dict[str, Any]:
        """Wait for a message, as long as the process works and its time is not up."""
        begun = looked = time.monotonic()
        start, spent, moved = None, 0.0, begun
        step = 0.5
        while True:
            message = self.reader.message()
            if message is not None:
                if not isinstance(message, dict):
                    raise wire.WireError("its answer is not one")
                return message
            ready = select.select([self.channel], [], [], step)[0]
            try:
                if ready and not self.reader.receive():
                    self.close()
                    raise Died("its process ended")
            except OSError:
                self.close()
                raise Died("its process ended") from None
            now = time.monotonic()
            if ready and now - looked < step:
                continue
            # A message that comes byte by byte takes time, too.
            looked, cpu = now, self.sandbox.spent()
            if start is None:
                start, spent = cpu, cpu
            if cpu > spent + 0.01:
                spent, moved = cpu, now
            # The process stops itself when its time is up; a second more is its chance to.
            stuck = now - moved > 1.5 * idle + 2.0
            if spent - start > seconds + 1.0 or now - begun > wall or stuck:
                self.close()
                why = "it waited for something that never came" if stuck else "time is up"
                raise Died(why, timed_out=True)

    def close(self) -> float:
        """End the process; return its processor seconds."""
        if self.channel.fileno() < 0:
            return 0.0
        self.channel.close()
        with contextlib.suppress(NoIsolation):
            return self.sandbox.end()
        return 0.0

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self.channel.fileno() >= 0
