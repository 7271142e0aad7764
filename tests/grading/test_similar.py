"""Answers that are alike: copies in disguise are found, and what is usual is no matter."""

import itertools
import json
import re
import time

import numpy as np
import pytest
from click.testing import CliRunner

from grading import __main__ as commands
from grading.results import overview, report, similar
from grading.results.report import Report
from grading.results.shapes import marks
from grading.results.similar import alike
from grading.results.work import Work
from tests.support import varied_class
from tests.support.class_of_one import LESSON, lesson
from tests.support.varied_class import judged


@pytest.fixture(scope="module")
def made():
    return varied_class.made("fit_gd", 5, students=120, copies=12)


def test_copies_are_found_and_honest_answers_are_not_told(made):
    begin = time.process_time()
    found, false = judged(made, alike("fit_gd", made.answers))
    spent = time.process_time() - begin
    print(f"{found} of {len(made.copied)} copies, {false} honest pairs, {spent:.1f} s")
    assert found >= 0.9 * len(made.copied)
    assert false <= 1


def test_the_honest_answers_of_the_made_class_are_varied(made):
    honest = {name: marks(code) for name, code in made.answers.items() if name[0] == "h"}
    assert len(set(honest.values())) > 0.9 * len(honest)
    every = [mark for own in honest.values() for mark in own]
    assert len(set(every)) > 5 * len(every) / len(honest)


PLAIN = """
def walk(f, x, rate=0.1, steps=10):
    '''Walk.'''
    path = [x]
    total, worst = 0, 0.0
    for i in range(steps):
        slope = numerical_gradient(f, x)
        x = x - rate * slope  # down
        total += abs(slope)
        if abs(slope) > worst:
            worst = abs(slope)
        path.append(x)
    return {"path": path, "mean": total / steps, "worst": worst}
"""
DISGUISED = """
def walk(g, start, r=.1, n=10):
    # my own work
    biggest = 0
    seen = 0
    places = (
        [start]
    )
    for k in range(n):
        d = numerical_gradient(g, start)

        seen = seen + abs(d)
        if biggest < abs(d): biggest = abs(d)
        start = start - d * r
        places.append(start)
    return dict_of(places) if False else {'worst': biggest, "path": places, "mean": seen / n}
"""


def test_names_order_layout_and_comments_leave_the_marks():
    same = DISGUISED.replace("dict_of(places) if False else ", "")
    assert marks(PLAIN) == marks(same)
    assert marks(PLAIN) != marks(DISGUISED)
    assert marks(PLAIN) != marks(PLAIN.replace("range(steps)", "range(1, steps)"))
    assert marks(PLAIN) != marks(PLAIN.replace("x - rate", "x + rate"))
    assert marks("%matplotlib inline\na = 1") == marks("b = 1.0")


# Two programs of one shape, which a disguise makes of each other.
SAME = [
    ("a = 1\nb = 2", "b = 2\na = 1"),
    ("a, b = 1, 2", "a = 1\nb = 2"),
    ("[a, b] = [1, 2]", "a = 1\nb = 2"),
    ("a = b = 0", "a = 0\nb = 0"),
    ("a: float = 0\nb: int", "a = 0"),
    ("a = 1\na -= 2", "a = 1\na = a - 2"),
    ("p = [0]\np[0] += 2", "p = [0]\np[0] = p[0] + 2"),
    ("def f(x):\n    'Say.'\n    pass\n    return x", "def f(y):\n    return y"),
    ("def f(x: int) -> int:\n    return x", "def f(x):\n    return x"),
    ("a = (q + r) + s * t", "a = t * s + (r + q)"),
    ("a = q > r", "a = r < q"),
    ("a = q >= r", "a = r <= q"),
    ("a = q == r", "a = r == q"),
    ("a = q != r", "a = r != q"),
    ("f(q, r=1, s=2)", "f(q, s=2, r=1)"),
    ("a = (q & r) | s ^ t", "a = (t ^ s) | (r & q)"),
    ("a, *b = 1, 2, 3", "c, *d = 1, 2, 3"),
    ("def f(*q, **r):\n    return q[0] - r", "def f(*s, **t):\n    return s[0] - t"),
    (
        "def f(x):\n    def g(y):\n        return y\n    return g(x)",
        "def f(x):\n    def h(y):\n        return y\n    return h(x)",
    ),
    ("a = {'q': 1, 'r': 2}", "a = {'r': 2, 'q': 1}"),
    ("a = lambda x: x + 1", "b = lambda y: 1 + y"),
    ("a = [i for i in q]", "b = [j for j in q]"),
    ("a = 2", "a = 2.0"),
    ("def f(x, *more, y=1, **rest):\n    return x", "def g(a, *b, c=1, **d):\n    return a"),
]
# Two that do not do the same. (Which of its own names a program reads is told by what sets them;
# where a statement reads two, not by their order: x - y and y - x are of one shape.)
DIFFERENT = [
    ("a = q - r", "a = r - q"),
    ("a = q < r", "a = q <= r"),
    ("a = q < r < s", "a = s < r < q"),
    ("a = True", "a = 1"),
    ("a = '1'", "a = 1"),
    ("a = 9007199254740993", "a = 9007199254740992"),
    ("a = q.b", "a = q.c"),
    ("a = q[1]", "a = q[2]"),
    ("a = {'q': 1}", "a = {'q': 2}"),
    ("a = {'q': 1, **r}", "a = {'q': 1, **s}"),
    ("f(q, r=1)", "f(q, r=2)"),
    ("f(q, r=1)", "f(q, s=1)"),
    ("f(q, r)", "f(r, q)"),
    ("import q", "import r"),
    ("from q import r", "from q import s"),
    ("def f(x):\n    return 1", "def f(x, y):\n    return 1"),
    ("def f(x, y):\n    return x", "def f(x, y):\n    return y"),
    ("if q:\n    f(1)\nelse:\n    f(2)", "if q:\n    f(2)\nelse:\n    f(1)"),
    ("try:\n    f(1)\nexcept q:\n    f(2)", "try:\n    f(1)\nexcept r:\n    f(2)"),
    ("try:\n    f(1)\nfinally:\n    f(2)", "try:\n    f(1)\nexcept:\n    f(2)"),
    ("try:\n    f(1)\nfinally:\n    f(2)", "try:\n    f(1)\nfinally:\n    f(3)"),
    ("match q:\n    case 1:\n        f(2)", "match q:\n    case 2:\n        f(2)"),
    ("for i in q:\n    f(1)\nf(2)", "for i in q:\n    f(1)\n    f(2)"),
    ("f(1)", "f(1)\nf(1)"),
    ("def f():\n    q = 1\nq(2)", "def f():\n    r = 1\nq(2)\nr = 1"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_of_one_shape(one, other):
    assert marks(one)
    assert marks(one) == marks(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_of_another_shape(one, other):
    assert marks(one)
    assert marks(one) != marks(other)


def test_a_statement_that_was_moved_into_a_loop_is_in_common():
    assert marks("q = f(1)\ng(q)") & marks("for i in h:\n    g(2)\nelse:\n    q = f(1)")


def test_what_is_no_answer_has_no_marks():
    begin = time.process_time()
    deep = "x = " + "(" * 5000 + "1" + ")" * 5000
    many = "\n".join(f"x = x + {i}" for i in range(1500))
    for code in ("", "def f(:", "'\x00", deep, "x = 1\n" * 10_000, many, "-" * 9000 + "1"):
        assert not marks(code)
    assert time.process_time() - begin < 6


def honest(made):
    return {name: code for name, code in made.answers.items() if name[0] == "h"}


def test_a_pair_and_a_group_are_told_and_a_usual_form_is_not(made):
    rng = np.random.default_rng(1)
    class_ = honest(made)

    def with_(many):
        return class_ | {f"p{i:02}": varied_class.disguised(PLAIN, rng) for i in range(many)}

    before = alike("walk", class_)
    (pair,) = [one for one in alike("walk", with_(2)) if "p00" in one.students]
    assert pair.students == ("p00", "p01")
    assert pair.share == 1.0
    assert set(pair.answers) == {"p00", "p01"}
    (group,) = [one for one in alike("walk", with_(4)) if "p00" in one.students]
    assert group.students == ("p00", "p01", "p02", "p03")
    assert len(alike("walk", with_(30))) == len(before)


def test_the_released_text_and_the_reference_are_left_out(made):
    class_ = honest(made) | {"a": PLAIN, "b": PLAIN}
    assert any("a" in one.students for one in alike("walk", class_))
    assert not any("a" in one.students for one in alike("walk", class_, [PLAIN]))


def test_the_same_choice_of_usual_parts_is_chance():
    """Three have each of sixteen forms, but every part of it is what half of the class wrote."""
    parts = (
        ("total = 0", "total = np.zeros(1)"),
        ("slopes = [f(x) for x in xs]", "slopes = list(map(f, xs))"),
        ("for one in slopes: total = total + one", "total = np.sum(slopes)"),
        ("return total / len(xs)", "return np.mean(total)"),
    )
    forms = ["def walk(f, xs):\n    " + "\n    ".join(one) for one in itertools.product(*parts)]
    class_ = {f"s{i:02}": forms[i % 16] for i in range(48)}
    assert len({marks(code) for code in class_.values()}) == 16
    assert alike("walk", class_) == []
    # What nobody else wrote is no chance.
    assert [one.students for one in alike("walk", class_ | {"t1": PLAIN, "t2": PLAIN})] == [
        ("t1", "t2")
    ]


def test_a_few_tell_nothing():
    class_ = {f"s{i}": PLAIN for i in range(similar.FEWEST - 1)}
    assert alike("walk", class_) == []


def test_the_command_and_the_pages_tell_it_with_caution(made, tmp_path, monkeypatch):
    given = dict(list(honest(made).items())[:14]) | {"p<1>": PLAIN, "p<2>": PLAIN}
    stub = lesson().named["descend-answer"].source
    given |= {f"late{i}": stub for i in range(3)}
    work = {student: Work(answers={"descend": code}) for student, code in given.items()}
    told = Report(LESSON, 16.0, dict.fromkeys(given, 1.0))
    told.similar = report._similar(tmp_path, LESSON, work)
    monkeypatch.setattr(report, "reports", lambda *_: [told])
    shown = CliRunner().invoke(commands.cli, ["similar", LESSON])
    assert shown.exit_code == 0, shown.output
    assert re.search(r"descend +│ +100% +│ +p<1>, p<2>", shown.output)
    assert "late1" not in shown.output, "what was handed out is nobody's"
    assert "Alike is not copied" in shown.output
    (one,) = json.loads(CliRunner().invoke(commands.cli, ["similar", "--json"]).stdout)
    assert (one["lesson"], one["exercise"]) == (LESSON, "descend")
    assert one["students"] == ["p<1>", "p<2>"]
    index = overview.write(tmp_path, [told]).read_text("utf-8")
    page = report.write(told, tmp_path / "report")[0].read_text("utf-8")
    for text in (index, page):
        assert "Talk first" in text
        assert "p&lt;1&gt;</a>, <a" in text
    assert "&#34;worst&#34;: worst" in page
    told.similar = []
    shown = CliRunner().invoke(commands.cli, ["similar", LESSON])
    assert "No answers are more alike" in shown.output


def test_only_those_who_share_something_rare_are_compared(made, monkeypatch):
    compared = []
    share = similar._Class.share

    def counted(self, one, other):
        compared.append((one, other))
        return share(self, one, other)

    monkeypatch.setattr(similar._Class, "share", counted)
    class_ = honest(made)
    alike("fit_gd", class_)
    assert len(compared) < 0.05 * len(class_) * (len(class_) - 1) / 2


def test_as_long_as_no_answer_changes_they_are_compared_once(tmp_path, monkeypatch):
    """Each point given by hand writes the lesson's page again."""
    asked = []
    monkeypatch.setattr(similar, "in_lesson", lambda *given: asked.append(given) or [])
    work = {"s": Work(answers={"descend": "once = 1"})}
    for _ in range(3):
        report._similar(tmp_path, LESSON, work)
    assert len(asked) == 1
    report._similar(tmp_path, LESSON, {"s": Work(answers={"descend": "twice = 2"})})
    assert len(asked) == 2
