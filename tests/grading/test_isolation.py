"""Each guarantee, by trying to break it; both as root and as an ordinary user does it."""

import contextlib
import os
import re
import resource
import signal
import threading
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

import course_folder
from course_folder import ROOT
from grading.exam import examiner
from grading.exam.proxies import Work
from grading.isolation import doctor, sandbox
from grading.isolation.guest import wire
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import Died, NoIsolation, Sandbox, what_is_missing
from tests.support.class_of_one import filled, graded, lesson

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")


@pytest.fixture(params=["as this user", "in a user namespace"])
def way(request, monkeypatch):
    if request.param == "in a user namespace":
        monkeypatch.setattr(sandbox, "as_root", lambda: False)
    return request.param


def test_every_guarantee_holds(way):
    proofs = list(doctor.prove())
    assert len(proofs) >= 12
    assert [proof for proof in proofs if not proof.held] == []


def test_an_attempt_that_succeeds_is_noticed():
    """A proof is one only if it would fail without the isolation."""
    with Sandbox(("numpy",), doctor.SMALL, isolated=False) as held:
        proofs = {a.guarantee: doctor._tried(held, a) for a in doctor.ATTEMPTS[2:3]}
    assert not any(proof.held for proof in proofs.values())


def test_what_is_tried_is_there_outside():
    """An attempt on what does not exist would be stopped without any isolation."""
    code = "".join(attempt.code for attempt in doctor.ATTEMPTS)
    files = re.findall(r"/engine/(course/[\w/]+\.py)", code)
    modules = re.findall(r'"((?:course|grading)\.[\w.]+)"', code)
    assert [path for path in files if (ROOT / path).is_file()] == files != []
    assert [name for name in modules if find_spec(name)] == modules != []


@pytest.mark.parametrize("kind", ["the course", "the class", "a home"])
def test_what_lies_in_a_folder_that_python_needs_is_covered(kind, way, monkeypatch, tmp_path):
    """/usr is bound in whole, and /usr/src/app is where many containers have what they run."""
    needed, secret = tmp_path / "usr", tmp_path / "usr" / "src" / "app"
    for place in (needed, secret):
        place.mkdir(parents=True)
        (place / "file.txt").touch()
    packages = sandbox._packages()
    monkeypatch.setattr(sandbox, "_packages", lambda: [*packages, str(needed)])
    if kind == "the course":
        monkeypatch.setattr(course_folder, "ROOT", secret)
    elif kind == "the class":
        monkeypatch.chdir(secret)
    else:
        monkeypatch.setenv("HOME", str(secret))
    inside = f"/packages/{len(packages)}"
    with Sandbox(("numpy",), doctor.SMALL) as one:
        session = one.open()
        code = f"import os\nseen = sum((files for _, _, files in os.walk({inside!r})), [])"
        session.ask({"op": "cell", "source": code, "quiet": True}, 5.0)
        seen = session.ask({"op": "get", "name": "seen"}, 1.0)["value"]
        session.close()
    assert seen == ["l", "file.txt"]


def test_a_home_that_holds_the_system_is_not_covered(monkeypatch):
    """Accounts of a system may have /usr/lib, and nothing would start without it."""
    monkeypatch.setenv("HOME", "/usr/lib")
    assert sandbox._covered([("/usr", "/usr")]) == []


def test_of_the_folder_that_python_is_in_only_python_is_seen(held):
    """It may be installed into somebody's home."""
    session = held.open()
    code = "import os\nseen = sorted(os.listdir('/python')) if os.path.isdir('/python') else []"
    session.ask({"op": "cell", "source": code, "quiet": True}, 1.0)
    _, *seen = session.ask({"op": "get", "name": "seen"}, 1.0)["value"]
    session.close()
    assert set(seen) <= {"bin", "lib", "lib64", "share"}


@pytest.fixture(scope="module")
def held():
    with Sandbox(("numpy", "course"), doctor.SMALL) as one:
        yield one


def test_all_layers_are_on(held):
    held.open().close()
    assert held.layers["filter"] is True
    assert held.layers["landlock"] >= 1


def test_a_conversation(held):
    session = held.open()
    code = "def double(x, more=1):\n    x *= 2\n    print('hi')\n    return x, more"
    answer = session.ask({"op": "cell", "source": code, "quiet": False}, 1.0)
    assert answer["outputs"] == []
    args = wire.encode([[np.arange(3.0)], {"more": "y"}])
    answer = session.ask({"op": "call", "name": "double", "args": args, "watch": True}, 1.0)
    assert wire.decode(answer["value"])[0].tolist() == [0, 2, 4]
    assert answer["printed"] == "hi\n"
    assert wire.decode(answer["after"])[0][0].tolist() == [0, 2, 4]
    assert session.ask({"op": "get", "name": "double"}, 1.0)["callable"] is True
    assert session.ask({"op": "get", "name": "nothing"}, 1.0)["missing"] is True
    session.close()
    assert not session.alive


def test_every_module_of_the_course_can_be_imported(held):
    """But for checks: what an answer may import must not lean on what is not there."""
    import pkgutil

    import course

    names = [
        one.name
        for one in pkgutil.iter_modules(course.__path__, "course.")
        if one.name.partition(".")[2] not in ("checks", "__main__", "browser", "forgotten")
    ]
    assert "course.descent" in names
    code = "\n".join(f"import {name}" for name in names)
    session = held.open()
    answer = session.ask({"op": "cell", "source": code, "quiet": False}, 5.0)
    assert answer["outputs"] == []
    code = "from course import built\ndef fit(): return 3\ngot = built('fit')(), built('gone')"
    answer = session.ask({"op": "cell", "source": code, "quiet": False}, 5.0)
    assert answer["outputs"] == []
    session.close()


def test_a_lent_function(held):
    session = held.open()
    code = "def use(f):\n    return f([1.0, 2.0]) + f.budget"
    session.ask({"op": "cell", "source": code, "quiet": True}, 1.0)

    class Lent:
        budget = 0

        def __init__(self):
            self.budget, self.asked = 5, 0

        def __call__(self, values):
            self.asked += 1
            return sum(values)

    lent = Lent()
    args = wire.encode([[lent], {}], session.lend)
    answer = session.ask({"op": "call", "name": "use", "args": args, "watch": False}, 1.0)
    assert wire.decode(answer["value"]) == 8.0
    assert lent.asked == 1
    session.close()


def test_a_check_has_its_limit_of_memory():
    """What it computes with came from an answer: a few megabytes can ask for many more."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    for more, name in ((examiner.MOST_MORE // 2, None), (2 * examiner.MOST_MORE, "MemoryError")):
        told = examiner.run_trusted(f"len(bytes({more}))", {})
        assert told[0].get("ename") == name
        assert resource.getrlimit(resource.RLIMIT_AS) == before


KEPT = """
kept = []
def train_digits(gradient, layers, n, rng):
    kept.append(gradient)
    return layers
"""
ASKED_LATER = f"""
import numpy as np
try:
    kept[0]([(np.zeros((64, 1)), np.zeros({2 * examiner.MOST_MORE} // 8000))], range(1000))
except Exception as error:
    print(len(kept), error)
"""


def test_what_was_lent_has_that_limit_in_the_cells_below_the_check():
    name = "10_a_small_network"
    notebook = filled({"train_digits": KEPT, "after": ASKED_LATER}, name)
    with Sandbox(lesson(name).modules) as one:
        result = graded(notebook, one, name)
    assert "Unable to allocate 4.00 GiB" in str(result.notebook.cells[-1].outputs)


def test_one_that_is_closed_while_it_starts_leaves_nothing(way):
    before = set(left_behind())
    for i in range(24):
        one = Sandbox(("numpy",), doctor.SMALL)
        time.sleep(i / 4000)
        closing = threading.Thread(target=one.close)
        closing.start()
        closing.join(10)
        ended = not closing.is_alive()
        for pid in set(left_behind()) - before:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        closing.join()
        assert ended


def left_behind():
    """Give the processes of this clone's sandboxes whose parent is gone."""
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
            command = (place / "cmdline").read_bytes()
            if parent == "1" and command.startswith(b"bwrap") and bytes(sandbox.GUEST) in command:
                yield int(place.name)


def test_death_is_told(held):
    session = held.open()
    with pytest.raises(Died, match="its process ended"):
        session.ask({"op": "cell", "source": "import os; os._exit(3)", "quiet": True}, 1.0)
    with pytest.raises(Died):
        session.ask({"op": "get", "name": "x"}, 1.0)
    held.open().close()


TRICKLES = """
import os, select, signal, struct
for number in (signal.SIGALRM, signal.SIGPROF):
    signal.signal(number, signal.SIG_IGN)
os.write(9, struct.pack("!I", 10_000_000))
for _ in range(100):
    os.write(9, b" ")
    select.select([], [], [], 0.1)
os._exit(0)
"""


def test_an_answer_that_comes_byte_by_byte_has_its_time_too(held):
    session = held.open()
    with pytest.raises(Died) as caught:
        session.ask({"op": "cell", "source": TRICKLES, "quiet": True}, 0.3)
    assert caught.value.timed_out


@pytest.mark.parametrize(
    "asked",
    [
        {"callback": [1], "args": ["l", ["l"], ["d"]]},
        {"callback": {}, "args": ["l", ["l"], ["d"]]},
        {"callback": 0},
        {"callback": 0, "args": 1.0},
        {"callback": 0, "args": ["l", 1, 2, 3]},
    ],
)
def test_a_callback_that_is_none_ends_its_process(held, asked):
    """And is no error of the grader's own, as which an answer could choose one."""
    session = held.open()
    session.lend(abs)
    source = f"import json, os, struct\ntold = json.dumps({asked!r}).encode()\n"
    source += "os.write(9, struct.pack('!I', len(told)) + told)"
    with pytest.raises(Died, match="its process was ended: it calls"):
        session.ask({"op": "cell", "source": source, "quiet": True}, 1.0)
    assert not session.alive


ASKS_BACK = """
import signal, time
def use(f):
    for kind in (signal.ITIMER_PROF, signal.ITIMER_REAL):
        signal.setitimer(kind, 0)
    end = time.monotonic() + 4
    while time.monotonic() < end:
        f(1.0)
"""


def test_one_that_asks_back_without_end_has_its_time_too(held):
    """The grader waits for none of its questions, and looks at the clock all the same."""
    session = held.open()
    session.ask({"op": "cell", "source": ASKS_BACK, "quiet": True}, 1.0)
    args = wire.encode([[lambda value: value], {}], session.lend)
    with pytest.raises(Died, match="time is up") as died:
        session.ask({"op": "call", "name": "use", "args": args, "watch": False}, 0.1)
    assert died.value.timed_out


WAITS_WHEN_IT_RUNS_AGAIN = """
import select
if not get_ipython().outputs.shown:
    while True:
        select.select([], [], [], 0.01)
        sum(range(20_000))
"""


def test_what_runs_again_in_a_new_process_is_time_that_it_takes():
    limits = replace(doctor.SMALL, cell=0.4, notebook=1.0, patience=1.5)
    with Sandbox(("numpy",), limits) as one:
        work = Work(one, [], limits)
        for i in range(20):
            source = f"{WAITS_WHEN_IT_RUNS_AGAIN}\nx{i} = 1"
            work.run(source, frozenset(), quiet=False, what="a cell")
        work.run("import os; os._exit(0)", frozenset(), quiet=False, what="a cell")
        begun = time.monotonic()
        told = work.run("pass", frozenset(), quiet=False, what="a cell")
        again = work.run("pass", frozenset(), quiet=False, what="a cell")
        work.close()
    assert time.monotonic() - begun < 8
    assert again[0]["ename"] == "NotRun", told


def test_what_is_missing_is_said(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    sandbox.what_is_missing.cache_clear()
    try:
        assert "bubblewrap is not installed" in sandbox.what_is_missing()
        with pytest.raises(NoIsolation, match="bubblewrap"):
            Sandbox()
    finally:
        sandbox.what_is_missing.cache_clear()


def test_limits_of_memory_are_beyond_the_libraries():
    assert Limits().memory >= 1 << 30
