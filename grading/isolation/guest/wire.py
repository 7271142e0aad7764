"""Plain data between the grader and a submission's process, as JSON; nothing is ever unpickled.

What crosses: None, `...`, truth values, numbers, text, lists, tuples, sets, dictionaries, NumPy
arrays and scalars (as dtype, shape and bytes), NumPy's random generators (by the state of their
bit generator), formulas (by their text) and functions of the course (by their name). Of anything
else only the name of its type crosses. So an object that equals everything, or that lies about
its shape, stays where it is.
"""

from __future__ import annotations

import base64
import builtins
import importlib
import json
import math
import re
import socket
import struct
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NoReturn

import numpy as np

from course.answers import plain
from course.formula import Formula

DEPTH = 24
ITEMS = 200_000
BYTES = 6 << 20
TOO_LARGE = f"it is larger than {BYTES >> 20} MB"
# Eleven million characters of JSON become at most some 200 MB of Python objects.
FRAME = 11 << 20

# What of a student's own output is kept: text and pictures, no active content.
SHOWN = ("text/plain", "image/png", "image/jpeg", "text/latex", "text/markdown")

_HEAD = struct.Struct("!I")
_DTYPE = re.compile(r"[<>|]?[biufc](1|2|4|8|16|32)|\?")
# What may be half a surrogate pair: legal in JSON, and in no file or page.
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}")
_COURSE = re.compile(r"course(\.[a-z_]+)+:[A-Za-z_][A-Za-z0-9_.]*")
_BIT_GENERATORS = {"PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"}
# Keys with one and the same hash, which are compared with each other one by one.
MOST_ALIKE = 100
# Names of a function in which an exception came up.
MOST_NAMES = 100
# Characters of an exception's name, and of each of its texts.
MOST_NAME, MOST_TOLD = 300, 20_000
# By themselves: a cell may put another type where a built-in's name leads.
_AS_THEY_ARE = frozenset({type(None), bool, float})
_PLAIN = (bool, int, float, str)
# Python refuses to read a whole number of more than 4300 digits from text.
_MOST_BITS = 14_000


class WireError(ValueError):
    """What cannot cross: too large, too deep, or not what it should be."""


class Opaque:
    """Stands for a value that does not cross; its type's name is all that is known of it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class OpaqueFunction(Opaque):
    """Stands for a function; calling it says that this is not possible."""

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a function that an answer returns is not looked at."""
        raise TypeError("a function that an answer returns cannot be called here")


# --- to JSON ---------------------------------------------------------------------------------


class _Encoder:
    def __init__(self, lend: Callable[[Callable[..., Any]], int] | None) -> None:
        self.items = 0
        self.bytes = 0
        self.lend = lend

    def encode(self, value: Any, depth: int = 0) -> Any:
        self.items += 1
        if self.items > ITEMS:
            raise WireError(f"it holds more than {ITEMS:,} values")
        if depth > DEPTH:
            raise WireError(f"it is nested more than {DEPTH} deep")
        kind = type(value)
        if kind in _AS_THEY_ARE:
            return value
        if kind is int:
            return value if value.bit_length() < _MOST_BITS else ["o", "int", False]
        if kind is str:
            return self.text(value)
        if kind is list:
            return ["l", *(self.encode(item, depth + 1) for item in value)]
        if kind is tuple:
            return ["t", *(self.encode(item, depth + 1) for item in value)]
        if kind is dict:
            return ["d", *self.pairs(value, depth)]
        if kind is np.ndarray:
            return self.array(value, depth)
        return self.other(value, depth)

    def pairs(self, value: Mapping[Any, Any], depth: int) -> list[Any]:
        return [
            [self.encode(key, depth + 1), self.encode(item, depth + 1)]
            for key, item in list(value.items())
        ]

    def text(self, value: str) -> str:
        self.bytes += len(value)
        if self.bytes > BYTES:
            raise WireError(TOO_LARGE)
        # A lone surrogate is legal in a Python text and in no UTF-8.
        return str(value).encode("utf-8", "replace").decode("utf-8")

    def raw(self, value: bytes) -> str:
        self.bytes += len(value)
        if self.bytes > BYTES:
            raise WireError(TOO_LARGE)
        return base64.b64encode(value).decode("ascii")

    def array(self, value: np.ndarray, depth: int) -> list[Any]:
        dtype = value.dtype
        _few_empty_rows(value.shape)
        if dtype.kind in "biufc":
            if value.nbytes + self.bytes > BYTES:
                raise WireError(TOO_LARGE)
            order: Literal["F", "C"] = (
                "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
            )
            return ["a", dtype.str, list(value.shape), order, self.raw(value.tobytes(order))]
        if dtype.kind == "O":
            items = [self.encode(item, depth + 1) for item in value.ravel().tolist()]
            return ["ao", list(value.shape), items]
        if dtype.kind == "U":
            if value.nbytes > 4 * BYTES:
                raise WireError(TOO_LARGE)
            items = [self.encode(str(item), depth + 1) for item in value.ravel().tolist()]
            return ["au", list(value.shape), items]
        return ["o", "ndarray", False]

    def other(self, value: Any, depth: int) -> Any:
        """Encode what is not exactly one of the plain types: relatives of them, first."""
        if value is ...:
            # What a released notebook sets a value to that is still to be found.
            return ["e"]
        if isinstance(value, np.generic) and value.dtype.kind in "biufc":
            return ["n", value.dtype.str, self.raw(value.tobytes())]
        if isinstance(value, np.ndarray):
            return self.array(np.asarray(value), depth)
        if isinstance(value, str):
            return self.text(str.__str__(value))
        for number in (float, int):
            if isinstance(value, number):
                return self.encode(number(value), depth)
        if isinstance(value, (set, frozenset)):
            tag = "s" if isinstance(value, set) else "z"
            return [tag, *(self.encode(item, depth + 1) for item in list(value))]
        if isinstance(value, tuple):
            return ["t", *(self.encode(item, depth + 1) for item in tuple(value))]
        if isinstance(value, list):
            return ["l", *(self.encode(item, depth + 1) for item in list(value))]
        if isinstance(value, Mapping):
            return ["d", *self.pairs(value, depth)]
        if isinstance(value, np.random.Generator):
            return ["g", self.encode(value.bit_generator.state, depth + 1)]
        if isinstance(value, Formula):
            return ["f", value.text, value.variable, value.name]
        if name := _course_name(value):
            return ["c", name]
        if hasattr(value, "__array__"):
            # A table or a series is as good as the array that it holds.
            array = np.asarray(value)
            if type(array) is np.ndarray and array.dtype.kind in "biuf":
                return self.array(array, depth)
        kind = type(value)
        if self.lend and callable(value):
            about = self.encode(attributes(value) | described(value))
            return ["k", self.lend(value), repr(value)[:60], about]
        if not callable(value) and (simple := plain(value)) is not value:
            return self.encode(simple, depth)
        name = kind.__name__ if _WORD.fullmatch(kind.__name__) else "object"
        return ["o", name, callable(value)]


def _course_name(value: Any) -> str:
    """Return "module:name" of a function or value that a module of the course holds, or ""."""
    module = getattr(value, "__module__", None)
    names = [getattr(value, "__qualname__", None), getattr(value, "name", None)]
    for name in names:
        if isinstance(module, str) and isinstance(name, str):
            place = f"{module}:{name}"
            if _COURSE.fullmatch(place) and _course_value(place) is value:
                return place
    return ""


def _course_value(place: str) -> Any:
    module, _, path = place.partition(":")
    try:
        found = importlib.import_module(module)
        for part in path.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError):
        return None
    return found


def attributes(value: Any) -> dict[str, int | float | str | None]:
    """Return what a lent function's attributes say: its numbers and texts."""
    plain = (bool, int, float, str, type(None))
    held = getattr(value, "__dict__", {})
    return {name: item for name, item in held.items() if type(item) in plain}


def described(function: Callable[..., Any]) -> dict[str, int | str]:
    """Return what a lent function looks like from outside: its name, how many arguments."""
    code = getattr(function, "__code__", None)
    held: dict[str, int | str] = {
        "__name__": str(getattr(function, "__name__", repr(function)))[:60]
    }
    return held if code is None else held | {"_arguments": code.co_argcount}


def encode(value: Any, lend: Callable[[Callable[..., Any]], int] | None = None) -> Any:
    """Return `value` as what JSON can hold.

    Args:
        value: What is to cross.
        lend: Gives the number under which a function, which cannot cross, can be called.

    Raises:
        WireError: It is too large or nested too deep.
    """
    return _Encoder(lend).encode(value)


# --- from JSON -------------------------------------------------------------------------------


def decode(
    encoded: Any,
    remote: Callable[[int, str, dict[str, Any]], Callable[..., Any]] | None = None,
    *,
    trusted: bool = False,
) -> Any:
    """Return the value that `encoded` stands for, built anew from plain parts.

    Args:
        encoded: What `encode` made.
        remote: Makes what stands for a function that stayed where it is; without it there is
            none.
        trusted: Whether the grader sent it. If not, nothing that can be called comes of it: a
            formula, or a function of the course, is opaque.

    Raises:
        WireError: This is not what `encode` makes. Whoever sent it may have made it up.
    """
    try:
        return _decode(encoded, 0, remote, trusted)
    except WireError:
        raise
    except (TypeError, ValueError, KeyError, IndexError, OverflowError, AttributeError) as error:
        raise WireError(f"it is not plain data: {error}") from None


def _decode(encoded: Any, depth: int, remote: Callable[..., Any] | None, trusted: bool) -> Any:
    if encoded is None or isinstance(encoded, _PLAIN):
        return encoded
    if depth > DEPTH + 1 or not isinstance(encoded, list) or not encoded:
        raise WireError("it is not plain data")

    def inner(item: Any) -> Any:
        return _decode(item, depth + 1, remote, trusted)

    tag, *parts = encoded
    if tag == "e":
        return ...
    if tag in ("l", "t"):
        return {"l": list, "t": tuple}[tag](map(inner, parts))
    if tag in ("s", "z"):
        return {"s": set, "z": frozenset}[tag](_apart([inner(item) for item in parts]))
    if tag == "d":
        keys = _apart([inner(key) for key, _ in parts])
        return dict(zip(keys, [inner(item) for _, item in parts], strict=True))
    if tag == "a":
        dtype, shape, order, raw = parts
        return _array(dtype, shape, order, raw)
    if tag == "n":
        dtype, raw = parts
        return _array(dtype, [], "C", raw)[()]
    if tag in ("ao", "au"):
        shape, items = parts
        return _array_of(tag, shape, [inner(item) for item in items])
    if tag == "g":
        return _generator(inner(parts[0]))
    if tag == "o":
        return opaque(*parts)
    if tag == "f":
        text, variable, name = parts
        if not trusted:
            return opaque("Formula", True)
        return Formula(str(text), str(variable), str(name))
    if tag == "c":
        (place,) = parts
        if not trusted:
            return opaque("function", True)
        if not _COURSE.fullmatch(place) or (found := _course_value(place)) is None:
            raise WireError(f"the course has no {place!r}")
        return found
    if tag == "k" and trusted and remote:
        number, name, held = parts
        return remote(number, name, inner(held))
    raise WireError("it is not plain data")


def _apart(keys: list[Any]) -> list[Any]:
    """Return keys, if to tell them apart takes no longer than their number makes it."""
    if len(keys) > MOST_ALIKE and max(Counter(map(hash, keys)).values()) > MOST_ALIKE:
        raise WireError("too many of its keys look alike")
    return keys


def _shape(shape: Any) -> tuple[int, ...]:
    if not isinstance(shape, list) or len(shape) > 32:
        raise WireError("an array's shape is not one")
    if any(type(side) is not int or not 0 <= side <= BYTES for side in shape):
        raise WireError("an array's shape is not one")
    _few_empty_rows(shape)
    return tuple(shape)


def _few_empty_rows(shape: Sequence[int]) -> None:
    """Refuse rows of nothing that are more than all values together may be.

    They take no bytes here, and as lists, which checks make of an array, all the memory there is.
    """
    if 0 in shape and math.prod(shape[: shape.index(0)]) > ITEMS:
        raise WireError(f"it holds more than {ITEMS:,} empty rows")


def _array(dtype: Any, shape: Any, order: Any, raw: Any) -> np.ndarray:
    if not isinstance(dtype, str) or not _DTYPE.fullmatch(dtype) or order not in ("C", "F"):
        raise WireError("an array's type is not one")
    shape = _shape(shape)
    data = base64.b64decode(raw, validate=True)
    kind = np.dtype(dtype)
    if math.prod(shape) * kind.itemsize != len(data) or len(data) > BYTES:
        raise WireError("an array has another size than it says")
    if kind.kind == "b":
        # A byte that is neither 0 nor 1 would be a truth value that is neither.
        flat = np.frombuffer(data, np.uint8) != 0
    else:
        flat = np.frombuffer(data, kind).astype(kind.newbyteorder("="))
    return flat.reshape(shape, order=order).copy(order=order)


def _array_of(tag: str, shape: Any, items: list[Any]) -> np.ndarray:
    shape = _shape(shape)
    if math.prod(shape) != len(items):
        raise WireError("an array has another size than it says")
    if tag == "au":
        texts = [str(item) for item in items]
        # In NumPy each text takes as much room as the longest of them.
        if max(map(len, texts), default=0) * len(texts) > BYTES:
            raise WireError(TOO_LARGE)
        return np.array(texts, dtype=str).reshape(shape)
    array = np.empty(len(items), dtype=object)
    array[:] = items
    return array.reshape(shape)


def _generator(state: Any) -> np.random.Generator:
    if not isinstance(state, dict) or state.get("bit_generator") not in _BIT_GENERATORS:
        raise WireError("it is not the state of a random generator")
    bits = getattr(np.random, state["bit_generator"])()
    bits.state = state
    return np.random.Generator(bits)


def opaque(name: Any, is_function: Any) -> Opaque:
    """Return what stands for a value whose type is called `name`."""
    if not isinstance(name, str) or not _WORD.fullmatch(name):
        name = "object"
    return type(name, (OpaqueFunction if is_function is True else Opaque,), {})()


# --- exceptions ------------------------------------------------------------------------------


def exception_name(kind: type[BaseException]) -> str:
    """Return how an exception's type crosses: by its name, with its module where it needs one."""
    if kind.__module__ == "builtins":
        return kind.__name__[:MOST_NAME]
    return f"{kind.__module__}:{kind.__qualname__}"[:MOST_NAME]


def _exception_type(name: str) -> type[BaseException]:
    module, _, word = name.rpartition(":")
    found = None
    if not module:
        found = getattr(builtins, word, None)
    elif module.startswith("course."):
        # What no check has imported, no check waits for; a submission lets nothing be imported.
        known = module in sys.modules and _COURSE.fullmatch(name)
        found = _course_value(name) if known else None
    elif module in ("numpy.linalg", "numpy.exceptions"):
        found = getattr(np.linalg if module.endswith("linalg") else np.exceptions, word, None)
    # Raised in the grader, a KeyboardInterrupt would stop it.
    if isinstance(found, type) and issubclass(found, (Exception, SystemExit)):
        return found
    return type(word if _WORD.fullmatch(word) else "Exception", (Exception,), {})


def exception(
    name: str, args: Any, line: str = "", function: str = "", names: Any = ()
) -> BaseException:
    """Return the exception that `name` and `args` tell of; a type not known is made up.

    Its attribute `student_line` is the student's own line that raised it, `student_function` what
    the function is called that this line is in, `student_names` the names in there; all of them
    may be empty.
    """
    if not all(isinstance(told, str) for told in (name, line, function)):
        raise WireError("it is not an exception")
    if len(name) > MOST_NAME:
        raise WireError("no exception has such a long name")
    args = [arg for arg in decode(args) if isinstance(arg, (str, int, float))]
    args = [arg[:MOST_TOLD] if isinstance(arg, str) else arg for arg in args[:MOST_NAMES]]
    kind = _exception_type(name)
    try:
        made = kind(*args)
    except TypeError:  # UnicodeDecodeError, for one, takes five arguments
        made = type(kind.__name__, (Exception,), {})(*args)
    names = names[:MOST_NAMES] if isinstance(names, list) else []
    words = [name for name in names if isinstance(name, str) and _WORD.fullmatch(name)]
    made.student_line = line[:300]  # type: ignore[attr-defined]
    made.student_function = function[:60]  # type: ignore[attr-defined]
    made.student_names = words  # type: ignore[attr-defined]
    return made


# --- over a socket ---------------------------------------------------------------------------


def send(channel: socket.socket, message: Any) -> None:
    """Send a message, its length first."""
    data = json.dumps(message, separators=(",", ":")).encode("utf-8", "replace")
    channel.sendall(_HEAD.pack(len(data)) + data)


class Reader:
    """Reads messages from a socket that may stop, or lie, at any byte."""

    def __init__(self, channel: socket.socket) -> None:
        """Read from `channel` messages of up to `FRAME` bytes."""
        self.channel, self.kept = channel, bytearray()
        # Bytes of the last message.
        self.size = 0

    def message(self) -> Any:
        """Return the next message that has come in whole, or None if there is none yet.

        Raises:
            WireError: What came in is no message, or too long for one.
        """
        if len(self.kept) < _HEAD.size:
            return None
        (length,) = _HEAD.unpack_from(self.kept)
        if length > FRAME:
            raise WireError("its answer is too long")
        if len(self.kept) < _HEAD.size + length:
            return None
        data = bytes(self.kept[_HEAD.size : _HEAD.size + length])
        del self.kept[: _HEAD.size + length]
        self.size = length
        try:
            made = json.loads(data)
            if _HALF.search(data):
                made = json.loads(json.dumps(made, ensure_ascii=False).encode("utf-8", "replace"))
            return made
        except (ValueError, RecursionError):
            raise WireError("its answer is not JSON") from None

    def receive(self) -> bool:
        """Take in what has come; return False at the end of the stream."""
        data = self.channel.recv(1 << 20)
        self.kept += data
        return bool(data)

    def wait(self) -> Any:
        """Return the next message, however long it takes; None at the end of the stream."""
        while (message := self.message()) is None:
            if not self.receive():
                return None
        return message
