"""What this machine offers for isolation, and each guarantee proved by trying to break it.

Every attempt runs inside the isolation, with small limits: if a guarantee did not hold, the
attempt would write an empty file or open a socket, and no more.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import course_folder
from grading.isolation import sandbox
from grading.isolation.guest import confine
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import Died, NoIsolation, Sandbox

SMALL = Limits(
    cell=1.0, call=1.0, again=0.5, notebook=20.0, idle=2.0, memory=256 << 20, disk=4 << 20
)


@dataclass(frozen=True)
class Proof:
    """A guarantee, and what came of the attempt to break it.

    Attributes:
        guarantee: What is promised.
        held: Whether it held.
        told: What happened.
    """

    guarantee: str
    held: bool
    told: str


@dataclass(frozen=True)
class Attempt:
    """An attempt to break a guarantee.

    Attributes:
        guarantee: What is promised.
        code: A cell that sets `broken` to what it managed to do, or to "" if to nothing, and
            `told` to what stopped it.
    """

    guarantee: str
    code: str


_TRY = """
broken, told = "", ""
def attempt(what, function):
    global broken, told
    try:
        function()
    except BaseException as error:
        told = told or f"{type(error).__name__}: {error}"
    else:
        broken = broken or what
"""

ATTEMPTS = (
    Attempt(
        "no network",
        """
import socket
attempt("opened an internet socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
attempt("opened a socket of this machine", lambda: socket.socket(socket.AF_UNIX))
attempt("asked the kernel for network devices", lambda: socket.socket(socket.AF_NETLINK))
""",
    ),
    Attempt(
        "the system is read-only",
        """
import os
for place in ["/", "/usr", "/etc", "/var", "/var/tmp", "/dev", "/dev/shm", "/engine", "/run",
              "/engine/course", "/engine/grading", "/packages/0", "/python", "/python/lib"]:
    attempt(f"wrote to {place}", lambda: open(os.path.join(place, "written"), "x").close())
    attempt(f"made a folder in {place}", lambda: os.mkdir(os.path.join(place, "made")))
for name in ["null", "zero", "full", "random", "urandom", "tty", "pts", "pts/ptmx"]:
    place = f"/dev/{name}"
    attempt(f"changed {place}", lambda: os.chmod(place, os.stat(place).st_mode & 0o777))
for number in (0, 1, 2):
    attempt(f"changed file {number}", lambda: os.chmod(number, os.fstat(number).st_mode & 0o777))
""",
    ),
    Attempt(
        "no view of source/, the gradebook, submissions or your home",
        """
import os
def look(place):
    # What lies over a folder, where one had to be covered, is empty.
    if os.path.isdir(place) and not os.listdir(place):
        raise FileNotFoundError(f"nothing is in {place}")
    os.stat(place)
for place in PLACES:
    attempt(f"saw {place}", lambda: look(place))
""",
    ),
    Attempt(
        "no solution and no hidden test to read",
        """
import importlib, os
for module in ["course.checks.lesson_01", "course.checks.engine", "grading.run"]:
    attempt(f"imported {module}", lambda: importlib.import_module(module))
attempt("read a check", lambda: open("/engine/course/checks/lesson_01/descend.py").read())
""",
    ),
    Attempt(
        "no other process to see or to signal",
        """
import os, signal
for number in range(2, 3000):
    attempt(f"reached process {number}", lambda: os.kill(number, 0))
def has_a_leader_outside():
    # A process that cannot be seen has no number: signals to the group would reach it, too.
    if os.getpgid(0) == os.getpid() == os.getsid(0):
        raise PermissionError("its group is its own")
attempt("was in a group with others", has_a_leader_outside)
attempt("saw processes", lambda: os.listdir("/proc")[0])
""",
    ),
    Attempt(
        "no new processes and no other programs",
        """
import os
def fork():
    if os.fork() == 0:
        os._exit(0)
attempt("forked", fork)
attempt("started a program", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("became another program", lambda: os.execv("/bin/true", ["true"]))
""",
    ),
    Attempt(
        "no privileges",
        """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def call(what, *arguments):
    if getattr(libc, what)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
attempt("mounted", lambda: call("mount", b"none", b"/tmp", b"tmpfs", 0, None))
attempt("unmounted", lambda: call("umount2", b"/tmp", 2))
attempt("made a user namespace", lambda: call("unshare", 0x10000000))
attempt("debugged", lambda: call("ptrace", 0, 0, 0, 0))
attempt("became root", lambda: os.setresuid(12345, 12345, 12345))
attempt("changed the root folder", lambda: os.chroot("/tmp"))
attempt("set the host's name", lambda: call("sethostname", b"x", 1))
""",
    ),
    Attempt(
        "memory is limited",
        """
def fill():
    held = [bytearray(64 << 20) for _ in range(64)]
attempt("took 4 GB", fill)
import mmap
attempt("mapped 4 GB", lambda: mmap.mmap(-1, 4 << 30))
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def shared():
    if libc.memfd_create(b"x", 0) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
attempt("made a file in memory", shared)
""",
    ),
    Attempt(
        "its temporary folder is limited",
        """
import os
def fill():
    for number in range(8):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(bytes(1 << 20))
attempt("wrote 8 MB", fill)
for number in range(8):
    if os.path.exists(f"/tmp/{number}"):
        os.remove(f"/tmp/{number}")
""",
    ),
)


def places() -> list[str]:
    """Return the paths that no submission may see."""
    root = course_folder.ROOT
    found = [root, root / "source", root / "lessons", root / "submitted", root / "gradebook.db"]
    return [str(path) for path in [*found, Path.home() / ".bashrc", "/etc/passwd", "/etc/shadow"]]


def prove() -> Iterator[Proof]:
    """Try to break each guarantee, each in a process of its own.

    Raises:
        NoIsolation: There is none to try.
    """
    with Sandbox(("numpy", "course"), SMALL) as held:
        for attempt in ATTEMPTS:
            yield _tried(held, attempt)
        yield _separate(held)
        yield _stops(held, "an endless loop ends", "while True: pass")
        stubborn = (
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
        )
        yield _stops(held, "an endless loop that catches everything ends", stubborn)
        yield _stops(held, "waiting for ever ends", "import threading\nthreading.Event().wait()")


def _tried(held: Sandbox, attempt: Attempt) -> Proof:
    session = held.open()
    try:
        code = f"PLACES = {places()!r}\n{_TRY}\n{attempt.code}"
        answer = session.ask({"op": "cell", "source": code, "quiet": True}, 5.0)
        broken = session.ask({"op": "get", "name": "broken"}, 1.0).get("value")
        told = session.ask({"op": "get", "name": "told"}, 1.0).get("value")
        if answer.get("error"):
            return Proof(attempt.guarantee, False, f"the attempt failed: {answer['error']}")
    except Died as error:
        return Proof(attempt.guarantee, True, f"the attempt ended its own process ({error})")
    finally:
        session.close()
    return Proof(attempt.guarantee, broken == "", broken or told or "")


def _separate(held: Sandbox) -> Proof:
    guarantee = "nothing is left for the next submission"
    session = held.open()
    code = "open('/tmp/left', 'w').write('x')\nimport course\ncourse.left = np = 1"
    session.ask({"op": "cell", "source": code, "quiet": True}, 5.0)
    session.close()
    session = held.open()
    code = "import os, course\nleft = os.listdir('/tmp') + [hasattr(course, 'left')]"
    session.ask({"op": "cell", "source": code, "quiet": True}, 5.0)
    left = session.ask({"op": "get", "name": "left"}, 1.0).get("value")
    session.close()
    return Proof(guarantee, left == ["l", False], f"the next one sees {left}")


def _stops(held: Sandbox, guarantee: str, code: str) -> Proof:
    session = held.open()
    begun = time.monotonic()
    try:
        answer = session.ask({"op": "cell", "source": code, "quiet": True}, held.limits.cell)
        stopped = answer.get("timed_out") is True
        told = "stopped"
    except Died as error:
        stopped, told = True, str(error)
    finally:
        session.close()
    return Proof(guarantee, stopped, f"{told} after {time.monotonic() - begun:.1f} s")


def machine() -> list[tuple[str, str]]:
    """Return what this machine has, as (what, what of it)."""
    missing = sandbox.what_is_missing()
    bwrap = shutil.which("bwrap")
    version = ""
    if bwrap:
        done = subprocess.run([bwrap, "--version"], capture_output=True, text=True, check=False)
        version = done.stdout.split()[-1] if done.stdout.split() else ""
    linux = sys.platform == "linux"
    landlock = confine.landlock_version() if linux else 0
    how = "as root: submissions run as another user" if sandbox.as_root() else "user namespaces"
    return [
        ("system", f"{platform.system()} {platform.release()} on {platform.machine()}"),
        ("Python", platform.python_version()),
        ("bubblewrap", version or "not installed"),
        ("namespaces", missing or how),
        ("Landlock", f"version {landlock}" if landlock else "not in this kernel"),
        (
            "filter of system calls",
            "yes" if confine.syscall_filter_known() else "not for this kind of processor",
        ),
        ("cores", str(os.cpu_count())),
    ]


def proofs() -> tuple[list[Proof], str]:
    """Return every proof, and why there is none if there is none."""
    try:
        return list(prove()), ""
    except NoIsolation as error:
        return [], str(error)
