"""What a submission's process gives up before any of its code runs (Linux, by system calls).

Called in a freshly forked child that is process 1 of its own process namespace. Each layer holds
by itself: a mount namespace with a small /tmp of its own and without /proc; an IPC namespace; no
capabilities, another user where the grader is root; limits of the kernel; Landlock, which forbids
writing anywhere else; and a filter of system calls that forbids new processes, other programs,
sockets, debugging, and memory that the limits do not count.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
from contextlib import suppress
from dataclasses import dataclass

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x00020000, 0x08000000, 0x20000000
_CLONE_THREAD = 0x00010000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC = 2, 4, 8
_MS_REC, _MS_PRIVATE = 0x4000, 0x40000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_RELATIME = 1, 32, 0x1000, 1 << 21
_MNT_DETACH = 2
# What bubblewrap mounts in /dev, each by itself.
_DEVICES = ("null", "zero", "full", "random", "urandom", "tty", "pts")
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_CAPBSET_DROP = 1, 22, 24
_PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 38, 47

_libc = ctypes.CDLL(None, use_errno=True)


class ConfineError(OSError):
    """A layer that could not be put on."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Attributes:
        cell: Processor seconds of one cell.
        call: Processor seconds of one call by a check, where the exercise does not say.
        again: Processor seconds of anything that uses what ran out of time once already.
        notebook: Processor seconds of everything together; as many again of judging it.
        patience: How many times these limits it may take by the clock.
        idle: Seconds by the clock without any work before it counts as stuck.
        memory: Bytes of memory beyond the libraries'.
        disk: Bytes of its temporary folder.
        threads: Threads at once.
        output: Bytes of printed text of one cell or one call.
    """

    cell: float = 20.0
    call: float = 4.0
    again: float = 1.0
    notebook: float = 90.0
    patience: float = 4.0
    idle: float = 6.0
    memory: int = 1 << 30
    disk: int = 64 << 20
    threads: int = 32
    output: int = 100_000


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise ConfineError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    """Leave the namespaces that `flags` name for new ones."""
    _check(_libc.unshare(flags), "unshare")


def return_to(pidfd: int, flags: int) -> None:
    """Go back to the namespaces of the process behind `pidfd`."""
    _check(_libc.setns(pidfd, flags), "setns")


def die_with_parent() -> None:
    """Be killed when the process that forked this one ends."""
    _libc.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def _mount(kind: bytes | None, place: bytes, flags: int, options: bytes | None) -> None:
    _check(_libc.mount(kind or b"none", place, kind, flags, options), f"mount {place.decode()}")


def separate_files(limits: Limits, user: int) -> None:
    """Take a mount and an IPC namespace of its own; a small empty /tmp; no /proc."""
    unshare(CLONE_NEWNS | CLONE_NEWIPC)
    _mount(None, b"/", _MS_REC | _MS_PRIVATE, None)
    _check(_libc.umount2(b"/proc", _MNT_DETACH), "unmount /proc")
    for name in _DEVICES:
        # Where a kernel forbids it, `doctor` tells.
        with suppress(OSError):
            _read_only(f"/dev/{name}")
    options = f"size={limits.disk},nr_inodes=4096,mode=0700,uid={user},gid={user}".encode()
    _mount(b"tmpfs", b"/tmp", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, options)
    os.chdir("/tmp")


def _read_only(place: str) -> None:
    """Let nobody change the mode or the time of what is mounted at `place`.

    Devices are the machine's own, and are written to all the same. Their owner's user, as in a
    container of root's, could take /dev/null from everybody, or leave a message at it.
    """
    held = os.statvfs(place).f_flag
    # What the mount forbids already must be said again.
    flags = held & (os.ST_NOSUID | os.ST_NODEV | os.ST_NOEXEC | os.ST_NOATIME | os.ST_NODIRATIME)
    flags |= _MS_RELATIME if held & os.ST_RELATIME else 0
    _mount(None, place.encode(), _MS_REMOUNT | _MS_BIND | _MS_RDONLY | flags, None)


def drop_privileges(user: int | None) -> None:
    """Give up all capabilities for good, and the user's identity where `user` says another."""
    for capability in range(64):
        _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    _libc.prctl(_PR_CAP_AMBIENT, 4, 0, 0, 0)
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    # Version 3 of the capability sets, of this process: all three of them empty.
    header = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    nothing = ctypes.create_string_buffer(struct.pack("=6I", *[0] * 6))
    _check(_libc.capset(header, nothing), "drop capabilities")
    _check(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges")


def in_use() -> int:
    """Return the bytes of address space that this process takes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 2 << 30


def limit_resources(limits: Limits, in_use: int) -> None:
    """Set the kernel's limits; `in_use` is the address space that the libraries take already."""
    for name, value in (
        ("RLIMIT_AS", in_use + limits.memory),
        ("RLIMIT_CPU", int(limits.notebook) + 5),
        ("RLIMIT_NPROC", limits.threads),
        ("RLIMIT_FSIZE", limits.disk),
        ("RLIMIT_NOFILE", 64),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_MSGQUEUE", 0),
        ("RLIMIT_STACK", 8 << 20),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (value, value))


# --- Landlock --------------------------------------------------------------------------------

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446


def landlock_version() -> int:
    """Return the version of Landlock that the kernel has, 0 for none."""
    return max(0, _libc.syscall(_LANDLOCK_CREATE, None, 0, 1))


def landlock() -> int:
    """Forbid writing except below /tmp, TCP, and signals to others; return Landlock's version."""
    version = landlock_version()
    if not version:
        return 0
    writing = 1 << 1 | sum(1 << bit for bit in range(4, 13))
    for needed, bit in ((2, 13), (3, 14), (5, 15)):
        writing |= (version >= needed) << bit
    rules = struct.pack("=QQQ", writing, 3 if version >= 4 else 0, 3 if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _check(_libc.syscall(_LANDLOCK_CREATE, rules, size, 0), "Landlock")
    for place, allowed in (("/tmp", writing), ("/dev/null", writing & (1 << 1 | 1 << 14))):
        folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", allowed, folder)
        _check(_libc.syscall(_LANDLOCK_ADD, ruleset, 1, rule, 0), "Landlock")
        os.close(folder)
    _check(_libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0), "Landlock")
    os.close(ruleset)
    return version


# --- the filter of system calls --------------------------------------------------------------

# Numbers on x86-64 and on ARM64; those from 424 on are the same everywhere.
_NUMBERS = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "socket": (41, 198),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "userfaultfd": (323, 282),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "syslog": (103, 116),
    "personality": (135, 92),
    "pidfd_send_signal": (424, 424),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "mount_setattr": (442, 442),
    "memfd_secret": (447, 447),
}
_ARCHITECTURES = {"x86_64": (0, 0xC000003E, 56), "aarch64": (1, 0xC00000B7, 220)}
_CLONE3 = 435
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_LOAD, _JUMP_EQUAL, _JUMP_SET, _JUMP_MORE, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06


def syscall_filter_known() -> bool:
    """Return whether the filter knows this machine's numbers."""
    return platform.machine() in _ARCHITECTURES


def filter_syscalls() -> bool:
    """Forbid what no answer needs; return False where the filter does not know the machine."""
    if not syscall_filter_known():
        return False
    column, audit, clone = _ARCHITECTURES[platform.machine()]
    denied = sorted({number for n in _NUMBERS.values() if (number := n[column]) is not None})
    no, missing = _ERRNO | 1, _ERRNO | 38
    program = [
        (_LOAD, 0, 0, 4),
        (_JUMP_EQUAL, 1, 0, audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),
        # The x32 calls of x86-64 have numbers of their own, from 2**30 on.
        (_JUMP_MORE, 0, 1, 0x40000000),
        (_RETURN, 0, 0, no),
    ]
    for number in denied:
        program += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, no)]
    # The C library falls back to clone where clone3 is missing, and clone tells its flags.
    program += [(_JUMP_EQUAL, 0, 1, _CLONE3), (_RETURN, 0, 0, missing)]
    program += [
        (_JUMP_EQUAL, 0, 3, clone),
        (_LOAD, 0, 0, 16),
        (_JUMP_SET, 1, 0, _CLONE_THREAD),
        (_RETURN, 0, 0, no),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = b"".join(struct.pack("=HBBI", *line) for line in program)
    held = ctypes.create_string_buffer(code, len(code))
    whole = struct.pack("@HP", len(program), ctypes.addressof(held))
    _check(_libc.prctl(_PR_SET_SECCOMP, 2, whole, 0, 0), "the filter of system calls")
    return True
