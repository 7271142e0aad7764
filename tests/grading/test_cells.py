"""What a cell's text tells of the names in it, and which cells must run."""

import contextlib
import dis
import os
import resource
import time
import types
from pathlib import Path

import pytest

from course_folder import known_lessons
from grading.exam import cells
from grading.exam.cells import Reaching, definitions, names, needed
from tests.support.class_of_one import lesson

_LOADS = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS", "DELETE_NAME")
_STORES = ("STORE_NAME", "STORE_GLOBAL")
_CLASSES_OWN = {"__module__", "__qualname__", "__name__", "__doc__", "__annotations__"}


@pytest.mark.parametrize(
    ("source", "now", "later", "binds"),
    [
        ("a = b + 1", {"b"}, set(), {"a"}),
        ("a = 1\nb = a", set(), set(), {"a", "b"}),
        ("b = a\na = 1", {"a"}, set(), {"a", "b"}),
        ("a += 1", {"a"}, set(), {"a"}),
        ("def f(x, y=d):\n    z = x + g\n    return z", {"d"}, {"g"}, {"f"}),
        ("f = lambda x: x + y", set(), {"y"}, {"f"}),
        ("r = [x * k for x in xs if x]", {"k", "xs"}, set(), {"r"}),
        ("for w in ws:\n    print(w)", {"ws", "print"}, set(), {"w"}),
        ("print(w)\nfor w in ws:\n    pass", {"w", "ws", "print"}, set(), {"w"}),
        ("import a.b as c, d.e", set(), set(), {"c", "d"}),
        ("from m import n as o", set(), set(), {"o"}),
        ("def f():\n    global g\n    g = 1", set(), set(), {"f", "g"}),
        ("with open(p) as f:\n    t = f.read()", {"open", "p"}, set(), {"f", "t"}),
        ("def f(x):\n    def g(): return x + h\n    return g", set(), {"h"}, {"f"}),
        ("def f():\n    return [a for b in c]", set(), {"a", "c"}, {"f"}),
        ("r = [[x for x in y if k] for y in z]\ny = x", {"k", "z", "x"}, set(), {"r", "y"}),
        ("r = [lambda: x + g for x in xs]", {"xs"}, {"g"}, {"r"}),
        ("r = [last := x for x in xs]", {"xs"}, set(), {"r", "last"}),
        ("def f():\n    global g, m\n    g += 1\n    import m", set(), {"g"}, {"f", "g", "m"}),
        ("x: int\ny: T = x", {"int", "x", "T"}, set(), {"y"}),
        ("match v:\n    case [a, *b] | {'k': a, **b}: c = a", {"v"}, set(), {"a", "b", "c"}),
        ("try:\n    f()\nexcept E as e:\n    print(e)", {"f", "E", "print"}, set(), {"e"}),
        ("a[i] = b.c", {"a", "i", "b"}, set(), set()),
    ],
)
def test_names(source, now, later, binds):
    found = names(source)
    assert found.now == now
    assert found.later == later
    assert found.binds == binds
    assert not found.doubtful


def compiled(code, called_later=False):
    """Give (loaded, not stored?; name; by a function, when it is called?) as Python compiles."""
    for one in dis.get_instructions(code):
        if one.opname in _LOADS or one.opname in _STORES:
            yield one.opname in _LOADS, one.argval, called_later
        elif isinstance(one.argval, types.CodeType):
            at_once = one.argval.co_name.startswith("<") and one.argval.co_name != "<lambda>"
            yield from compiled(one.argval, called_later or not at_once)


@pytest.mark.parametrize("number", range(len(known_lessons())))
def test_names_are_those_that_python_compiles(number):
    for cell in lesson(known_lessons()[number]).cells:
        sources = {cell.source, cell.solution} if cell.kind == "code" else set()
        for source in map(cells.plain_python, sources):
            now, later, binds = set(), set(), set()
            for loaded, name, called_later in compiled(compile(source, "<cell>", "exec")):
                if not loaded:
                    binds.add(name)
                elif called_later:
                    later.add(name)
                elif name not in binds:
                    now.add(name)
            found = names(source)
            assert found.now == now - _CLASSES_OWN, source
            assert found.later == later - _CLASSES_OWN, source
            assert found.binds == binds - _CLASSES_OWN, source


def test_a_class_reads_while_it_is_made():
    found = names("class C(B):\n    x = y\n    def m(self): return z")
    assert {"B", "y", "z"} <= found.now | found.later
    assert "C" in found.binds


def test_imports_one_by_one():
    found = names("import a.b, c as d\nfrom m import n as o, p").imports
    assert found == {
        "a": "import a.b",
        "d": "import c as d",
        "o": "from m import n as o",
        "p": "from m import p",
    }


def test_what_may_be_changed():
    assert names("x.append(1)\ny[0] = 2\nz.a.b = 3").changes == {"x", "y", "z"}


def test_what_is_not_plain_python_is_doubtful():
    assert names("%run other.py").doubtful
    assert names("%%timeit\nx = y").doubtful
    assert names("from __main__ import steps").doubtful
    assert names("import sys\nsys.modules['__main__'].steps").doubtful
    assert names("eval('x')").doubtful
    assert not names("def f(:").doubtful
    assert "f" in names("def f(:").every
    assert names("(" * 100_000).every == frozenset()


def nested_finally(depth):
    lines = []
    for at in range(depth):
        lines += [" " * at + "try:", " " * at + " a", " " * at + "finally:"]
    return "\n".join([*lines, " " * depth + "b"])


# What costs a compiler, or a parser of a long text, all memory, much time or its own stack.
BURDENS = {
    "nested finally": nested_finally(19),
    "a long name": "import a" + ".a" * 80_000,
    "a long format": "f'" + "{1}" * 40_000 + "'",
    "many statements": "x=1;" * 250_000,
    "many loops in one": "(" + "x for x in " * 50_000 + "y)",
    "nested lambdas": "lambda:" * 2_500 + "1",
    "a long sum": "x = " + "1+" * 9_000 + "1",
    "nested lists": "x = " + "[" * 9_000 + "]" * 9_000,
    "one choice of many": "match x:\n case " + "1|" * 9_000 + "1: pass",
}


@pytest.mark.parametrize("what", BURDENS)
def test_no_text_is_a_burden(what):
    """In a process of its own, as it would end one that has no limits of its own."""
    child = os.fork()
    if child == 0:
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + (300 << 20),) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = 1
        with contextlib.suppress(BaseException):
            names(BURDENS[what])
            definitions(BURDENS[what])
            code = 0
        os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_long_cell_may_use_and_set_every_word_in_it():
    found = names("table = [" + "slope, " * 4_000 + "]")
    assert {"table", "slope"} <= found.every
    assert found.doubtful
    assert definitions("def f(): pass\n" * 3_000) == ""


@pytest.fixture
def seconds():
    """Return what fails if the block below it takes more processor time than this."""

    @contextlib.contextmanager
    def most(many):
        begun = time.process_time()
        yield
        assert time.process_time() - begun < many

    return most


def which(cells, also=()):
    """Return which cells run; a cell that begins with # is the lesson's own."""
    return [
        int(kept)
        for kept in needed(
            [names(cell) for cell in cells], [cell.startswith("#") for cell in cells], also
        )
    ]


def test_only_what_is_needed_runs():
    assert which(["#\na = 1", "#\nb = 2", "c = b"]) == [0, 1, 1]
    assert which(["#\na = 1", "#\nb = a", "#\nd = 1", "c = b"]) == [1, 1, 0, 1]
    assert which(["#\nw = 1", "#\nw = 2", "x = w"]) == [0, 1, 1]
    assert which(["#\nw = []", "#\nw.append(1)", "x = w"]) == [1, 1, 1]
    assert which(["#\nimport m", "#\nm.draw()", "x = m.y"]) == [1, 0, 1]
    assert which(["def f(): return late", "#\nlate = 1"]) == [1, 1]
    assert which(["#\na = 1", "def f(): return 1"], also={"a"}) == [1, 1]
    assert which(["#\na = 1", "exec('b = a')"]) == [1, 1]
    assert which(["#\nfor w in [1]:\n    print(w)", "def f(w): return w"]) == [0, 1]


def test_what_a_student_may_not_have_bound_is_needed():
    assert which(["#\nrate = 1", "if late:\n    rate = 2\nstep = rate"]) == [1, 1]


def reaches(about, start, targets):
    """Return whether one of `start` needs one of `targets`, which are added one after another."""
    reaching = Reaching(about)
    for target in targets:
        reaching.add([target])
    return reaching.holds(start)


def test_reaching():
    about = [names("def f(): return g()"), names("def g(): return h"), names("h = 1")]
    assert reaches(about, {"f"}, {"h"})
    assert not reaches(about, {"h"}, {"f"})
    assert reaches([names("a = b"), names("b = a")], {"a"}, {"b"})
    assert not reaches([names("a = b"), names("b = a")], {"a"}, {"c"})
    assert reaches(about, {"f"}, ["other", "h"])
    assert not reaches(about, {"h"}, [])


def test_what_was_stopped_is_looked_for_once_in_a_long_chain(seconds):
    about = [names(f"def a{at}(): return a{at + 1}()") for at in range(3_000)]
    reaching = Reaching(about)
    with seconds(2):
        reaching.add({"a2999"})
        assert all(reaching.holds({f"a{at}"}) for at in range(3_000))


def test_many_empty_lines_are_no_burden(seconds):
    with seconds(1):
        assert not names("\n" * 19_990 + "(").doubtful


def test_many_cells_with_many_names_are_no_burden(seconds):
    about = [names(",".join(f"a{at}_{more}" for more in range(30))) for at in range(3_000)]
    with seconds(1):
        assert all(needed(about, [False] * len(about), ["x"]))


def test_set_up_lines_bind_and_read_nothing():
    for line in ("%matplotlib inline", "!ls", "np.mean?", "?np.mean", "%config A.b = 'c'"):
        assert names(f"{line}\nx = y") == names("x = y"), line
    assert names("%%time\nx = y").binds == {"x"}
    assert names("files = !ls").binds == {"files"}
    assert not names("files = !ls").doubtful


def test_definitions_are_what_can_hardly_fail():
    source = "import math\nfound = 1\nfound = math.exp(9)\ndef f(x): return x\nf(1)\nclass A: pass"
    kept = definitions(source)
    assert names(kept).binds >= {"math", "found", "f", "A"}
    assert "exp" not in kept
    assert definitions("def f(:") == ""
    assert "def g" in definitions("%%time\ndef g(): pass")
