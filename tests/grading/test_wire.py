"""What crosses between the grader and a submission, and what does not."""

import base64
import importlib
import json
import socket
import traceback

import numpy as np
import pytest

from course.checks import exercises
from course.formula import Formula
from course.network import Gradient
from grading.exam import proxies
from grading.isolation.guest import wire


def crossed(value, lend=None, remote=None, *, trusted=False):
    encoded = json.loads(json.dumps(wire.encode(value, lend)))
    return wire.decode(encoded, remote, trusted=trusted)


@pytest.mark.parametrize(
    "value",
    [
        None,
        ...,
        True,
        3,
        -(2**200),
        0.1,
        float("inf"),
        "naïve \n “text”",
        [1, [2.5, "x"], (3, None)],
        {"a": {1: (2,)}, 2.5: []},
        {1, 2},
        frozenset({"a"}),
        (),
    ],
)
def test_plain_values(value):
    again = crossed(value)
    assert again == value
    assert type(again) is type(value)


def test_nan():
    assert np.isnan(crossed(float("nan")))


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3),
        np.asfortranarray(np.arange(6, dtype=np.int16).reshape(2, 3)),
        np.array([True, False]),
        np.float32([1.5, np.nan]),
        np.array(7),
        np.empty((0, 4)),
        np.array([1 + 2j]),
        np.arange(10)[::3],
        np.array([1, 2], dtype=">i4"),
    ],
    ids=repr,
)
def test_arrays(array):
    again = crossed(array)
    assert type(again) is np.ndarray
    assert again.shape == array.shape
    assert again.dtype == array.dtype.newbyteorder("=")
    assert np.array_equal(again, array, equal_nan=array.dtype.kind == "f")
    assert again.flags.f_contiguous == array.copy("K").flags.f_contiguous
    assert again.flags.writeable


def test_scalars_keep_their_type():
    for scalar in (np.float64(1.5), np.float32(2), np.int8(3), np.bool_(True)):
        again = crossed(scalar)
        assert type(again) is type(scalar)
        assert again == scalar


def test_arrays_of_objects_and_text():
    ragged = np.array([1, [2, 3], None], dtype=object)
    assert crossed(ragged).tolist() == ragged.tolist()
    assert crossed(np.array(["a", "bc"])).tolist() == ["a", "bc"]


def test_a_generator_goes_on_where_it_was():
    for bits in (np.random.PCG64, np.random.MT19937, np.random.Philox, np.random.SFC64):
        rng = np.random.Generator(bits(5))
        rng.random(3)
        assert crossed(rng).random() == rng.random()


def test_a_formula():
    again = crossed(Formula("w**2 + 1", name="g"), trusted=True)
    assert again(3) == 10
    assert repr(again) == again.__name__ == "g"


@pytest.mark.parametrize(
    "encoded",
    [
        wire.encode(Formula("w + 1")),
        ["f", "__import__('os').getpid()", "w", "f"],
        ["c", "course.formula:Formula"],
        ["c", "course.descent:descend"],
        ["l", ["f", "1", "w", "f"]],
        ["d", ["a", ["c", "course.formula:Formula"]]],
        ["o", "function", True],
    ],
    ids=str,
)
def test_nothing_that_a_submission_sends_can_be_called(encoded):
    came = wire.decode(encoded)
    if isinstance(came, (list, dict)):
        (came,) = came.values() if isinstance(came, dict) else came
    assert isinstance(came, wire.Opaque)
    with pytest.raises(TypeError, match="cannot be called here"):
        came(0)


def test_every_probe_of_every_exercise_crosses():
    for exercise in exercises().values():
        for probe in [*exercise.probes(None, 1), *exercise.probes(1, 1)]:
            lent = []
            told = json.dumps(wire.encode([probe.args, dict(probe.kwargs)], lent.append))
            assert '["o",' not in told, exercise.name
            assert all(repr(one) == "gradient" for one in lent)


def test_relatives_of_plain_types_come_back_plain():
    from collections import Counter, OrderedDict, deque, namedtuple

    Pair = namedtuple("Pair", "a b")
    values = [Pair(1, 2), OrderedDict(a=1), Counter("aa"), deque([1]), np.ma.array([1.0])]
    kinds = [tuple, dict, dict, list, np.ndarray]
    assert [type(crossed(value)) for value in values] == kinds
    for number in (type("F", (float,), {})(1.5), type("I", (int,), {})(2)):
        assert type(crossed(number)) in (int, float)


def test_what_is_not_plain_leaves_only_its_name():
    class Everything:
        def __eq__(self, other):
            return True

        def __reduce__(self):
            raise AssertionError("pickled")

    again = crossed(Everything())
    assert type(again).__name__ == "Everything"
    assert again != 1
    assert callable(crossed(lambda: 1))
    with pytest.raises(TypeError, match="cannot be called here"):
        crossed(lambda: 1)()


def test_a_lent_function_is_called_where_it_is():
    held = []
    gradient = Gradient(np.zeros((2, 3)), np.array([0, 1]), budget=7)
    again = crossed(gradient, lambda one: held.append(one) or 0, lambda *told: told, trusted=True)
    assert held == [gradient]
    about = {"budget": 7, "spent": 0, "__name__": "gradient"}
    assert again == (0, "gradient", about)


def test_limits():
    with pytest.raises(wire.WireError, match="more than 200,000"):
        wire.encode([0.0] * 300_000)
    with pytest.raises(wire.WireError, match="MB"):
        wire.encode(np.zeros(1_000_000))
    with pytest.raises(wire.WireError, match="MB"):
        wire.encode(np.broadcast_to(0.0, (10**6, 10**6)))
    with pytest.raises(wire.WireError, match="MB"):
        wire.encode(np.array(["x" * 100_000, *"a" * 100]))
    for shape in ((6_000_000, 0), (2000, 2000, 0), (300_000, 0, 3)):
        with pytest.raises(wire.WireError, match="more than 200,000 empty rows"):
            wire.encode(np.zeros(shape))
    assert crossed(np.zeros((0, 300_000))).shape == (0, 300_000)
    loop = []
    loop.append(loop)
    with pytest.raises(wire.WireError, match="nested"):
        wire.encode(loop)
    assert crossed(10**5000).__class__.__name__ == "int"


ONE = base64.b64encode(b"\0" * 8).decode()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"a": 1},
        [],
        [1],
        ["?"],
        ["a"],
        ["a", "O", [1], "C", ONE],
        ["a", "<f8", [2], "C", ONE],
        ["a", "<f8", [-1], "C", ONE],
        ["a", "<f8", [10**30], "C", ONE],
        ["a", "<f8", [True], "C", ONE],
        ["a", "<f8", ["1"], "C", ONE],
        ["a", "<f8", [1], "X", ONE],
        ["a", "<f8", [1], "C", "!!!"],
        ["a", "<f8", [1], "C", 5],
        ["a", "V8", [1], "C", ONE],
        ["a", "<M8[s]", [1], "C", ONE],
        ["a", "f8,f8", [1], "C", ONE],
        ["a", "<f8", [6_000_000, 0], "C", ""],
        ["ao", [6_000_000, 0], []],
        ["ao", [2], [1]],
        ["ao", [[1]], [1]],
        ["n", "<f8", ""],
        ["s", ["l"]],
        ["d", [["l"], 1]],
        ["d", 1],
        ["d", [1]],
        ["g", 1],
        ["g", ["d", ["bit_generator", "os"]]],
        ["g", ["d", ["bit_generator", "PCG64"], ["state", 5]]],
        ["f"],
        ["o"],
        ["c", "os:system"],
        ["c", "course.nothing:at_all"],
        ["c", "course.checks.engine:np.os"],
        ["k", 0, "f", ["d"]],
    ],
    ids=str,
)
def test_lies_are_noticed(told):
    with pytest.raises(wire.WireError):
        wire.decode(told, trusted=True)


# Whole numbers that are multiples of this have one and the same hash.
PRIME = 2**61 - 1


@pytest.mark.parametrize(
    "told",
    [
        ["s", *(PRIME * k for k in range(3_000))],
        ["z", *(PRIME * k for k in range(3_000))],
        ["d", *([PRIME * k, 0] for k in range(3_000))],
        ["s", *(["t", PRIME * k] for k in range(3_000))],
        ["au", [1_001], ["x" * 1_000_000, *["a"] * 1_000]],
    ],
    ids=["a set", "a frozen set", "a dictionary", "pairs", "texts"],
)
def test_few_characters_take_little_time_and_memory(told):
    """It is the grader's own process that builds the value anew."""
    with pytest.raises(wire.WireError, match=r"look alike|larger than"):
        wire.decode(told)


def test_large_sets_and_dictionaries_cross():
    for value in (
        set(range(50_000)),
        {str(k): k for k in range(50_000)},
        {0.5 * k for k in range(999)},
    ):
        assert crossed(value) == value


def test_a_truth_value_is_true_or_false():
    told = ["a", "|b1", [2], "C", base64.b64encode(b"\x07\x00").decode()]
    assert wire.decode(told).view(np.uint8).tolist() == [1, 0]


def test_exceptions():
    assert type(wire.exception("ValueError", ["l", "no"])) is ValueError
    assert str(wire.exception("KeyError", ["l", "a"])) == "'a'"
    assert isinstance(wire.exception("NotImplementedError", ["l"]), NotImplementedError)
    for name in ("KeyboardInterrupt", "GeneratorExit", "eval", "os:_exit", "Ma de", "__import__"):
        made = wire.exception(name, ["l", "x"])
        assert isinstance(made, Exception)
        assert type(made) not in (KeyboardInterrupt, GeneratorExit)
    made = wire.exception("UnicodeDecodeError", ["l", "x"], "line = 1")
    assert type(made).__name__ == "UnicodeDecodeError"
    assert made.student_line == "line = 1"
    assert (made.student_function, made.student_names) == ("", [])
    made = wire.exception("NameError", ["l", "x"], "", "work", ["a", 1, "b c", "c"])
    assert (made.student_function, made.student_names) == ("work", ["a", "c"])
    assert type(wire.exception("course.network:BudgetSpent", ["l", "x"])).__name__ == "BudgetSpent"
    with pytest.raises(wire.WireError):
        wire.exception(5, ["l"])


def test_an_exception_is_short_and_lets_nothing_be_imported():
    long = type("E" * 10_000_000, (Exception,), {})
    assert len(wire.exception_name(long)) < 1000
    with pytest.raises(wire.WireError, match="long name"):
        wire.exception("E" * 10_000_000, ["l"])
    made = wire.exception("ValueError", ["l", *["x" * 1_000_000] * 1000])
    assert sum(map(len, made.args)) <= 2_100_000
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib, "import_module", lambda name: pytest.fail(f"imported {name}"))
        assert isinstance(wire.exception("course.__main__:main", ["l"]), Exception)


def test_an_exception_holds_nothing_else_that_was_sent():
    """A check keeps what its calls raised: in its frames would stay megabytes of each answer."""

    class Sent:
        def call(self, *asked, **how):
            answer = "x" * 10_000_000
            raise ValueError(len(answer))

    with pytest.raises(ValueError, match="10000000") as caught:
        proxies.Proxy(Sent(), "work", 1.0)()
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert not any("answer" in frame.f_locals for frame in frames)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("escaped", [r"\ud800", r"\uDFFF", r"\ud83d\ude00\udc00"])
def test_half_a_character_does_not_come_in(escaped):
    sent = f'{{"a{escaped}": ["{escaped}", 1]}}'.encode()
    own, other = socket.socketpair()
    with own, other:
        other.sendall(len(sent).to_bytes(4, "big") + sent)
        told = wire.Reader(own).wait()
    text = json.loads(f'"{escaped}"').encode("utf-8", "replace").decode()
    assert told == {f"a{text}": [text, 1]}
