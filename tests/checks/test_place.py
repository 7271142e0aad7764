"""The place in a student's code is found, told without the repair, and its search is bounded."""

import os
import sys
import time

import psutil
import pytest

from course.checks import exercises
from course.checks.engine import examine
from course.checks.help import place
from course.checks.help.edits import KINDS, RANKS
from tests.support.measure import namespace, passes

pytestmark = pytest.mark.skipif(not place.possible(), reason="needs Linux")


def search(name, code, seconds=20.0):
    """Search with more time than a student waits: what is found is tested, not how fast."""
    names = namespace(code)
    report = examine(exercises()[name], names, layers=0)
    assert report.state == "wrong"
    return place.find(exercises()[name], names[name], report.calls, 3, seconds)


PLANTED = [
    ("descend", 4, "an operator", """\
def descend(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return path
"""),
    ("descend", 6, "indented", """\
def descend(grad, w0, lr, steps):
    path, w = [w0], w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
        return path
"""),
    ("numerical_gradient", 2, "brackets", """\
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h) / (2 * h)
"""),
    ("numerical_gradient", 1, "a number", """\
def numerical_gradient(f, w, h=1e-3):
    return (f(w + h) - f(w - h)) / (2 * h)
"""),
    ("momentum_step", 3, "two things", """\
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    return v, w + v
"""),
    ("adam_step", 3, "a name", """\
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta1) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
"""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "line", "kind", "code"), PLANTED)
def test_the_planted_line_is_found(name, line, kind, code):
    help = search(name, code)
    assert help.kind == "place"
    assert f"line {line}," in help.text
    assert kind in help.text


def test_the_repair_is_not_told():
    help = search("descend", PLANTED[0][3])
    assert "- lr" not in help.text


def test_two_faults_are_found():
    code = """\
def descend(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps - 1):
        path.append(path[-1] + lr * grad(path[-1]))
    return path
"""
    help = search("descend", code, 60.0)
    assert "two small things" in help.text
    assert "line 3" in help.text
    assert "line 4" in help.text


def test_two_faults_of_one_kind_in_one_line_are_told_once():
    code = """\
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.solve(A.T @ A, A.T @ y)
    return theta[:2], theta[2]
"""
    help = search("closed_form", code, 60.0)
    assert "two small things" in help.text
    assert help.text.count("line 4") == 1


def test_what_is_found_is_right_everywhere():
    for name, _, _, code in PLANTED[:4]:
        names = namespace(code)
        report = examine(exercises()[name], names, layers=0)
        _, text = place.mended(exercises()[name], names[name], report.calls, 3, 20.0)
        assert passes(exercises()[name], namespace(text), (None, *range(10)))


HARMFUL = {
    "a loop without end": "while len(path) < steps + 2:\n        path.append(w0)",
    "a list that grows without end": "path = path * 2\n    while path:\n        path += path",
    "a huge array": "path = list(np.ones(10**12) * path[0])",
}


@pytest.mark.parametrize("harm", list(HARMFUL))
def test_the_search_ends_in_time(harm):
    body = f"    path = [w0]\n    {HARMFUL[harm]}\n    return path\n"
    code = f"def descend(grad, w0, lr, steps):\n{body}"
    names = {"descend": namespace(code.replace(HARMFUL[harm], "pass"))["descend"]}
    report = examine(exercises()["descend"], names, layers=0)
    # The harm is in what is searched, not in what was judged.
    begun = time.monotonic()
    place.find(exercises()["descend"], namespace(code)["descend"], report.calls, 3)
    assert time.monotonic() - begun < place.SECONDS + 3


def test_nothing_is_written_and_nothing_started(tmp_path):
    file = tmp_path / "written"
    code = f"""\
def descend(grad, w0, lr, steps):
    import os, subprocess
    for attempt in (
        lambda: open({str(file)!r}, "w").write("harm"),
        lambda: os.system("touch {file}"),
        lambda: subprocess.run(["touch", {str(file)!r}]),
        lambda: os.mkdir({str(file)!r}),
    ):
        try:
            attempt()
        except BaseException:
            pass
    return [w0]
"""
    names = namespace("def descend(grad, w0, lr, steps):\n    return [w0]\n")
    report = examine(exercises()["descend"], names, layers=0)
    place.find(exercises()["descend"], namespace(code)["descend"], report.calls, 3)
    assert not file.exists()


def test_the_kernel_goes_on_as_before():
    def state():
        children = {child.pid for child in psutil.Process().children()}
        return sys.getprofile(), len(os.listdir("/proc/self/fd")), children

    before = state()
    search("descend", PLANTED[0][3], 5.0)
    # Whatever ran before beside the tests may have ended since; nothing may be new.
    profile, files, children = state()
    assert (profile, files) == before[:2]
    assert children <= before[2]


def test_what_cannot_be_read_is_left_alone():
    report = examine(exercises()["descend"], {"descend": lambda *args: None}, layers=0)
    assert place.find(exercises()["descend"], eval("lambda *args: None"), report.calls, 3) is None


def test_every_change_is_another_program_and_is_taken_back():
    code = PLANTED[5][3]
    texts = list(place.tries(code))
    assert len(set(texts)) > 300
    import ast

    tree = place._functions(code)
    before = ast.dump(tree)
    for edit in place.edits(tree):
        place.take_back(edit.make())
        assert ast.dump(tree) == before
    assert set(RANKS) <= set(KINDS)
