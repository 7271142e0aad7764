"""What a cell's text tells of the names in it, and which cells must run."""

import pytest

from grading.exam.cells import definitions, names, needed, reaches


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
    ],
)
def test_names(source, now, later, binds):
    found = names(source)
    assert found.now == now
    assert found.later == later
    assert found.binds == binds
    assert not found.doubtful


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


def test_reaching():
    about = [names("def f(): return g()"), names("def g(): return h"), names("h = 1")]
    assert reaches(about, {"f"}, {"h"})
    assert not reaches(about, {"h"}, {"f"})
    assert reaches([names("a = b"), names("b = a")], {"a"}, {"b"})
    assert not reaches([names("a = b"), names("b = a")], {"a"}, {"c"})


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
