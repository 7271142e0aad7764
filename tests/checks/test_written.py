"""Slips that the text of an answer shows: each is found, and none where there is none."""

from types import SimpleNamespace

import pytest

from course.checks import exercises
from course.checks.engine import examine
from course.checks.help import diagnosis
from course.checks.help.written import MOST, slips, sure_slips
from course.landscapes import parabola
from grading.answers import kept
from tests.support.measure import namespace


def found(exercise, work):
    evidence = SimpleNamespace(exercise=exercise, work=work)
    return [*sure_slips(evidence), *slips(evidence)]


def told(*lines):
    body = "".join(f"    {line}\n" for line in lines)
    work = namespace(f"def answer(w, g, lr, kind, path, x):\n{body}")["answer"]
    helps = found(SimpleNamespace(name="answer"), work)
    return [(help.label.partition("-")[2], help.text) for help in helps]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("if kind == sum: w = 0", "function-for-a-text", 'a text stands in quotes, `"sum"`'),
        ("w = 0 if max != kind else 1", "function-for-a-text", '`"max"`'),
        ("w == w - lr * g", "compares-for-nothing", "`w == w - lr * g` compares and changes"),
        ("w <- w - lr * g", "arrow-for-equals", "changes nothing"),
        ("w<-w - lr * g", "arrow-for-equals", "write `w = …`"),
        ("rows = []; rows += w - lr * g", "grows-by-no-list", "`rows.append(…)` does"),
        ("rows = [w]\n    for row in x: rows += row", "grows-by-no-list", "`rows += row` puts no"),
        ("rows = []\n    for i in path: rows += x[i:i + 4]", "grows-by-no-list", "at the end"),
        ("w =- lr * g", "sign-after-equals", "sets w to what stands behind the `=`"),
        ("w =- lr * g", "sign-after-equals", "`w -= …` takes from it"),
        ("w =+ lr * g", "sign-after-equals", "`w += …` adds to it"),
        ("if kind == 'sum' or 'mean': w = 0", "alone-in-a-condition", "stands 'mean' alone"),
        ("w = 0 if w < 0 or 5 else 1", "alone-in-a-condition", "`w == … or w == …`"),
        ("if w < 0 or 5 and g > 0: w = 0", "alone-in-a-condition", "stands 5 alone"),
        ("w = w - 0,1 * g", "comma-in-a-number", "`0,1` is two values"),
        ("w = 1,000 * w", "comma-in-a-number", "as in `2500`"),
        ("lr = 0,5", "comma-in-a-number", "`0,5` is two values"),
        ("return w - 0,1 * g", "comma-in-a-number", "as in `2.5`"),
        ("w - lr * g", "kept-nowhere", "what the line `w - lr * g` works out"),
        ("np.append(path, w)", "kept-nowhere", "`np.append(path, w)`"),
        ("for _ in path: gradients(x, y, w, b)", "kept-nowhere", "`gradients(x, y, w, b)`"),
        ("grad(w)", "kept-nowhere", "`grad(w)`"),
        ("sorted(path)", "kept-nowhere", "`sorted(path)`"),
        ("x.reshape(2, 3)", "kept-nowhere", "`x.reshape(2, 3)`"),
        ("x.round(2)", "kept-nowhere", "`x.round(2)`"),
        ("np.clip(x, -1, 1)", "kept-nowhere", "`np.clip(x, -1, 1)`"),
        ("for _ in path: w - lr * g", "kept-nowhere", "`w - lr * g`"),
        ("for w in path: path.remove(w)", "shrinks-as-it-goes", "`path.remove(w)` takes an entry"),
        ("for w in path: g = path.pop(0)", "shrinks-as-it-goes", "the one after it is skipped"),
    ],
)
def test_a_slip_is_told(line, label, words):
    [(name, text)] = told(line, "return w")
    assert name == label
    assert words in text


@pytest.mark.parametrize(
    "line",
    [
        "w = w - lr * g",
        "w = -lr * g",
        "w = - lr",
        "w -= lr * g",
        "same = w == g",
        "assert w == g",
        "if type(w) == list: w = 0",
        "if sum(x) == max(x) or len(x) == 3: w = 0",
        "if kind == 'sum': w = 0",
        "if kind == 'sum' or kind == 'mean': w = 0",
        "if kind in ('sum', 'mean') or not w: w = 0",
        "kind = kind or 'sum'",
        "if w > 0 or False: w = 0",
        "path.append(w)",
        "same = w <-lr",
        "rows = []; rows += [w - lr * g]",
        "rows = []; rows += path + [w]",
        "rows = []; more = [w]; rows += more",
        "rows = []; rows += list(x)",
        "w += lr * g",
        "path += w",
        "w, g = 0,0",
        "return 0,1",
        "w = w - 0, 1 * g",
        "w = x[0,1]",
        "w = x2,1 * g",
        "w = 1.5,2 * g",
        "path.insert(0, w)",
        "path.append(w).sum()",
        "np.array(path.sort()).mean()",
        "path.sort()",
        "print(w - lr * g)",
        "np.clip(x, -1, 1, out=x)",
        "np.random.seed(3)",
        "x.fill(0)",
        "for w in path: x.remove(w)",
        "for w in path: path[0].remove(w)",
        "for w in list(path): path.remove(w)",
        "for w in path: path.remove(w); break",
        "'A text, as a comment.'",
        "...",
    ],
)
def test_no_slip_is_told(line):
    assert told(line, "return w") == []


def test_a_long_line_is_cut():
    [(_, text)] = told("w - " + " - ".join(["lr * g"] * 40), "return w")
    assert len(text) < MOST + 140


def test_a_function_whose_text_is_not_known():
    assert found(SimpleNamespace(name="answer"), eval("lambda w: w - 1")) == []


def test_no_kept_right_answer_has_one():
    # What is right is never looked at; but what is told of it would not be true there either.
    of_functions = [one for one in exercises().values() if not one.values]
    assert [
        (one.name, dress)
        for one in of_functions
        for dress, code in kept("right", one.name)
        if found(one, namespace(code)[one.name])
    ] == []


# The cell above the exercise, with some of its numbers still in it.
COPIED = """
def descend(grad, w0, lr, steps):
    w = w0
    path = [w]
    for step in range({steps}):
        w = w - {lr} * {grad}(w)
        path.append(w)
    return path
"""


@pytest.mark.parametrize(
    ("steps", "lr", "grad", "told"),
    [
        ("20", "0.1", "grad", "`lr` and `steps` and never uses them: what stands in their pl"),
        ("20", "lr", "parabola.gradient", "`grad` and `steps` and never uses them"),
        ("20", "0.1", "parabola.gradient", "`grad`, `lr` and `steps` and never uses them"),
        ("steps", "0.1", "parabola.gradient", "`grad` and `lr` and never uses them"),
    ],
)
def test_what_is_given_and_never_used(steps, lr, grad, told, monkeypatch):
    # Two mistakes that explain all of it are told first, where there is time to find them.
    monkeypatch.setattr(diagnosis, "PAIRS_SECONDS", 0)
    names = namespace(COPIED.format(steps=steps, lr=lr, grad=grad), {"parabola": parabola})
    report = examine(exercises()["descend"], names)
    assert report.label == "descend.written-never-used"
    assert told in report.hint


def test_a_known_mistake_says_more():
    report = examine(
        exercises()["descend"], namespace(COPIED.format(steps="20", lr="lr", grad="grad"))
    )
    assert report.label == "descend.steps-not-used"


def test_an_error_comes_before_what_is_not_written_yet():
    code = "def descend(grad, w0, lr, steps):\n    path = [w0]\n    return path[1]\n"
    report = examine(exercises()["descend"], namespace(code))
    assert "never uses" not in report.hint


def test_a_function_for_a_text_comes_before_what_it_looks_like():
    code = """
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    if written == sum:
        return rate / (1 - beta)
    return rate * (1 - beta)
"""
    report = examine(exercises()["translate_rate"], namespace(code))
    assert report.label == "translate_rate.written-function-for-a-text"
