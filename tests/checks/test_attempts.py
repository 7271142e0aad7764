"""An exercise is "not attempted" only if nothing was attempted; what stopped it is said."""

import json
import subprocess
import sys
import time
from textwrap import indent

import pytest

from course.checks import exercises
from course.checks.attempts import Attempt, History, Problem, Run, attempt, meant, stop_before
from course.checks.engine import examine
from course.checks.outline import outline
from course.checks.report import view
from course.checks.runs import MOST_CHARACTERS, problem

NAME = "numerical_gradient"
VALUES = ("true_final_weight", "true_final_loss", "lowest_possible_loss")
STUB = f'''\
def {NAME}(f, w, h=1e-4):
    """Return the slope of f at w, by a central difference."""
    # Write your answer here, in place of the next line.
    raise NotImplementedError
'''
ANSWER = f"def {NAME}(f, w, h=1e-4):\n    return (f(w + h) - f(w - h)) / (2 * h)\n"
BROKEN = (
    f"def {NAME}(f, w, h=1e-4):\n    a = f(w + h)\n    b = f(w - h)\n    return (a - b) / 2h\n"
)
EMPTY = "# Write your answers here.\n" + "\n".join(f"{name} = ..." for name in VALUES)
FILLED = "\n".join(f"{name} = {n}" for n, name in enumerate(VALUES, 2))


class Asked:
    """Names as the grader has them: it can be asked two things only."""

    def __init__(self, *names, **values):
        self.values = dict.fromkeys(names, len) | values

    def __contains__(self, name):
        return name in self.values

    def get(self, name, default=None):
        return self.values.get(name, default)


def runs_of(*cells):
    """Return runs [1], [2] … of cells: texts, or pairs of a text and a problem."""
    pairs = [cell if isinstance(cell, tuple) else (cell, None) for cell in cells]
    return [Run(number, *pair) for number, pair in enumerate(pairs, 1)]


def function(*cells, defined=(NAME,), **more):
    return attempt([NAME], True, runs_of(*cells), Asked(*defined), **more)


def values(*cells, defined=(), **more):
    return attempt(VALUES, False, runs_of(*cells), Asked(**dict.fromkeys(defined, 3.0)), **more)


def fails(kind, line=None, text="", message="so", top=None):
    return Problem(kind, message, line, text, top)


def stopped(got, run, *parts):
    """Return whether it stopped at a run, with all `parts` in what is said."""
    assert got.state == "stopped"
    assert got.run == run
    assert [part for part in parts if part not in got.message] == []
    # Whole sentences, and code between pairs of backticks.
    assert got.message[0].isupper()
    assert got.message.endswith((".", "?"))
    assert got.message.count("`") % 2 == 0
    return True


def test_a_line_that_was_no_python_is_not_quoted_once_its_cell_ran_again():
    runs = [
        Run(1, BROKEN, fails("SyntaxError", 4, "return (a - b) / 2h"), "x-answer"),
        Run(2, "return (a - b) / (2 * h", fails("SyntaxError"), "x-answer"),
    ]
    got = attempt([NAME], True, runs, {}, cell="x-answer")
    assert stopped(got, 2, "run as [2], is not Python yet")
    emptied = [runs[0], Run(2, "# once more", cell="x-answer")]
    assert attempt([NAME], True, emptied, {}, cell="x-answer").state == "untouched"
    # Of a cell that is not known to be the same one, nothing is known.
    elsewhere = [runs[0], Run(2, "# once more", cell="y-answer")]
    assert stopped(attempt([NAME], True, elsewhere, {}, cell="x-answer"), 1)


# --- its cell holds hardly any Python ----------------------------------------------------------

LOST = f"function {NAME}(f, w, h) {{\n    return 5\n}}"


@pytest.mark.parametrize(
    "source", [LOST, "    a = f(w + h)\n  b = f(w - h)\nreturn (a - b) / 2h", "the slope is f(w)"]
)
def test_an_answer_cell_in_which_no_name_is_found_was_attempted(source):
    runs = [Run(1, STUB, cell="x-answer"), Run(2, source, fails("SyntaxError"), "x-answer")]
    for some in (runs, runs[1:]):
        got = attempt([NAME], True, some, {}, cell="x-answer")
        assert stopped(got, 2, "Your answer cell, run as [2], is not Python yet")
    # Another cell that is no Python is no attempt, and so is one that was put right since.
    assert attempt([NAME], True, runs[1:], {}, cell="y-answer").state == "untouched"
    for since in ("# Not yet.", STUB):
        again = [*runs, Run(3, since, cell="x-answer")]
        assert attempt([NAME], True, again, {NAME: len}, cell="x-answer").state == "untouched"


def test_the_engine_knows_the_answer_s_cell():
    report = examine(exercises()[NAME], {}, runs=[Run(4, LOST, None, f"{NAME}-answer")])
    assert (report.state, report.run) == ("stopped", 4)
    assert "is not Python yet" in report.message


# --- nothing was attempted -------------------------------------------------------------------


# --- its cell does something, but makes none of the names --------------------------------------


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("print(f(w + h) - f(w - h))", f"makes no `{NAME}`"),
        ("slope = f(w + h) - f(w - h)\nslope", f"makes `slope`, but no `{NAME}`"),
        ("h = 1\ndef one(w):\n    return w\ndef two(w): pass", "makes `one` and `two`, but"),
        (f"class Walk:\n    def {NAME}(self, f, w):\n        return 3\n", f"no `{NAME}`, and"),
        ("for h in [0.1, 0.01]:\n    print(h)", f"no `{NAME}`, and this is the name"),
    ],
)
def test_an_answer_cell_that_makes_no_function_was_attempted(source, told):
    runs = [Run(1, STUB, cell="x-answer"), Run(2, source, cell="x-answer")]
    for some in (runs, runs[1:]):
        got = attempt([NAME], True, some, {}, cell="x-answer")
        assert stopped(got, 2, told, f"Write `def {NAME}(…):` at the left edge")
    # In another cell it is whatever a student tries out.
    assert attempt([NAME], True, runs[1:], {}, cell="y-answer").state == "untouched"


def test_an_answer_cell_that_sets_its_values_inside_a_function_was_attempted():
    inside = "def answers():\n" + "".join(f"    {line}\n" for line in FILLED.split("\n"))
    runs = [Run(1, EMPTY, cell="x-answer"), Run(2, inside, cell="x-answer")]
    got = attempt(VALUES, False, runs, dict.fromkeys(VALUES, ...), cell="x-answer")
    made = f"makes `answers`, but no `{VALUES[0]}`"
    assert stopped(got, 2, made, f"Write `{VALUES[0]} = …` at the left edge")


@pytest.mark.parametrize(
    "source",
    ["# Not yet.", '"""Not yet."""', "...", "pass", "import math", "raise NotImplementedError"],
)
def test_an_answer_cell_that_does_nothing_was_not_attempted(source):
    runs = [Run(1, STUB, cell="x-answer"), Run(2, source, cell="x-answer")]
    assert attempt([NAME], True, runs, {}, cell="x-answer").state == "untouched"


@pytest.mark.parametrize(
    ("cells", "run"),
    [
        ([], None),
        ([STUB], 1),
        (["from course.checks import check", STUB, f'check("{NAME}")'], 2),
        ([STUB.replace('    """', "    pass\n    '''").replace('"""\n', "'''\n")], 1),
        ([STUB.replace("Error\n", 'Error("to do")\n')], 1),
        ([STUB, STUB], 2),
        ([f"{NAME} = ..."], 1),
        ([STUB.replace("\n", "\r\n")], 1),
        ([STUB.replace("    ", "\t")], 1),
        (["%matplotlib inline\n" + STUB], 1),
        ([f"async {STUB}"], 1),
        ([(STUB + f"{NAME}(abs, 3)\n", fails("NotImplementedError", 4, top=5))], 1),
    ],
)
def test_a_function_as_it_was_given_out(cells, run):
    assert function(*cells) == Attempt("untouched", run=run) if cells else True
    if not cells:
        assert function(defined=()) == Attempt("untouched")


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "   \n\n",
        f"# {NAME} = 3\n# only a comment\n",
        f"print('''\n{NAME} = 3\ndef {NAME}(f, w):\n''')",
        f"def outer():\n    def {NAME}(f, w):\n        return 3\n    return {NAME}\n",
        f"class Walk:\n    def {NAME}(self, f, w):\n        return 3\n",
        f"walk.{NAME} = 3\nwalk['{NAME}'] = 4\n",
        f"found = [{NAME} for {NAME} in range(3)]",
        f"make = lambda {NAME}: ({NAME} := 3)",
        f"%%writefile answer.py\ndef {NAME}(f, w):\n    return 3\n",
        f"print({NAME}(abs, 3.0))",
        f"print({NAME}(abs, 3.0)\nprint(2h)",
    ],
)
def test_what_defines_no_name(cell):
    assert function(cell, defined=()) == Attempt("untouched")
    assert function(cell).run is None


def test_values_as_they_were_given_out():
    everything = ("...",) * 3
    assert values(EMPTY, defined=VALUES) == Attempt("untouched", run=1)
    packed = f"{', '.join(VALUES)} = {', '.join(everything)}"
    assert values(packed, defined=VALUES) == Attempt("untouched", run=1)
    typed = "\n".join(f"{name}: float = ..." for name in VALUES)
    assert values(typed, defined=VALUES) == Attempt("untouched", run=1)
    at_once = f"{' = '.join(VALUES)} = ..."
    assert values(at_once, defined=VALUES) == Attempt("untouched", run=1)
    # An older form of the empty cell.
    assert values(("raise NotImplementedError", fails("NotImplementedError", 1))) == Attempt(
        "untouched"
    )


# --- something is there to judge -------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        ANSWER,
        ANSWER.replace("\n", "\r\n"),
        ANSWER.replace("    ", "\t"),
        f"async {ANSWER}",
        f"@staticmethod\n{ANSWER}",
        f"{NAME} = lambda f, w, h=1e-4: (f(w + h) - f(w - h)) / (2 * h)",
        f"{NAME}: object = abs",
        f"class {NAME}:\n    pass\n",
        f"from mine import slope as {NAME}",
        "if True:\n" + indent(ANSWER, "    "),
        "try:\n    import mine\nexcept ImportError:\n" + indent(ANSWER, "    "),
        f"with open('x') as {NAME}:\n    pass",
        f"for {NAME} in (abs, len):\n    pass",
        f"print({NAME} := abs)",
        f"one, (two, [*{NAME}]) = 1, (2, [3])",
        f"one, *{NAME} = 1, 2, 3",
        f"def {NAME}(f, w):\n    raise ValueError('not yet')\n",
        f"{NAME} = 61",
        f"%%time\n{ANSWER}",
        f"\n%%time\n\n{ANSWER}",
        f"!pip list\n%matplotlib inline\nhelp?\n{ANSWER}",
        f"files = !ls\n{ANSWER}",
        f"if True:\n    %matplotlib inline\n{ANSWER}",
        f"!ls \\\n  --all\n{ANSWER}",
        "%matplotlib inline\n" * 100 + f"if True:\n    %time\nfiles = !ls\nhelp?\n{ANSWER}",
        f"import warnings\n{ANSWER}assert 3 is 3 and '\\d'\n",
        f"await something\n{ANSWER}",
        f"def {NAME}(f, w):\n    pass\n",
        f"def {NAME}(f, w):\n    return 3\n    raise NotImplementedError\n",
        f"def {NAME}(f, w):\n    if w:\n        return 3\n    else:\n        return 4\n"
        "    raise NotImplementedError\n    return 5\n",
        f"def {NAME}(f, w):\n    for h in f:\n        return h\n    raise NotImplementedError\n",
        f"def {NAME}(f, w):\n    try:\n        return 3\n    except ValueError:\n"
        "        return 4\n    raise NotImplementedError\n    return 5\n",
        f"def {NAME}(f, w):\n    with f:\n        return 3\n"
        "    raise NotImplementedError\n    return 5\n",
        f"def {NAME}(f, w):\n    if w < 0:\n        raise NotImplementedError\n    return 3\n",
        STUB + ANSWER,
    ],
)
def test_an_answer(cell):
    assert function("import numpy as np", cell) == Attempt("answered", run=2)


def test_a_name_that_no_cell_shows_is_an_answer():
    assert function("from mine import *") == Attempt("answered")
    assert function("%run mine.py") == Attempt("answered")
    assert values("exec('true_final_loss = 2')", defined=["true_final_loss"]).state == "answered"


def test_what_comes_after_an_empty_function_may_be_the_answer():
    assert function(STUB, "from mine import *") == Attempt("answered")
    assert function("from mine import *", STUB) == Attempt("untouched", run=2)


def test_an_answer_counts_although_the_cell_fails_below_it():
    test = f"{NAME}(abs)\n"
    cell = ANSWER + test
    assert function((cell, fails("TypeError", 3, test, top=3))) == Attempt("answered", run=1)
    # The error came up inside the function, called from below it.
    assert function((cell, fails("TypeError", 2, top=3))).state == "answered"
    assert function(ANSWER, (cell, fails("TypeError", 2))) == Attempt("answered", run=2)
    loop = f"for {NAME} in (abs, len):\n    1 / 0"
    assert function(ANSWER, (loop, fails("TypeError", 2))) == Attempt("answered", run=2)
    # In a helper above the function, called from below it.
    helped = "def helper():\n    return 1 / 0\n" + cell
    got = function(ANSWER, (helped, fails("ZeroDivisionError", 2, top=5)))
    assert got == Attempt("answered", run=2)
    assert function(ANSWER, (cell, fails("KeyboardInterrupt", 3))) == Attempt("answered", run=2)
    one_line = f"def {NAME}(f, w): return 1 / 0\n{NAME}(abs, 3)"
    assert function((one_line, fails("ZeroDivisionError", 1))).state == "answered"


def test_the_last_run_is_judged():
    assert function(STUB, ANSWER, ANSWER, "print(3)") == Attempt("answered", run=3)


def test_some_values_are_an_answer():
    some = EMPTY.replace("true_final_loss = ...", "true_final_loss = 2")
    assert values(some, defined=VALUES) == Attempt("answered", run=1)
    one = "true_final_loss = 2"
    assert values(one, defined=["true_final_loss"]) == Attempt("answered", run=1)
    apart = values(one, "print()", "true_final_weight += 1", defined=VALUES)
    assert apart == Attempt("answered", run=3)
    comma = values("true_final_weight = 3,9424", defined=["true_final_weight"])
    assert comma == Attempt("answered", run=1)


def test_values_above_the_line_that_raises_count():
    cell = FILLED + "\nraise NotImplementedError"
    got = values((cell, fails("NotImplementedError", 4)), defined=VALUES)
    assert got == Attempt("answered", run=1)


def test_values_before_an_error_count_where_no_older_ones_would_be_judged():
    cell = (
        "true_final_weight = 3.9\ntrue_final_loss = 1 / 0",
        fails("ZeroDivisionError", 2, "true_final_loss = 1 / 0"),
    )
    first = values(cell, defined=["true_final_weight"])
    assert first == Attempt("answered", run=1)
    again = values(FILLED, cell, defined=VALUES)
    assert stopped(again, 2, "line 2", "before `true_final_loss` was made", "of run [1]")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("exam_loss = mse(x, y, 2, 3)", "`mse`, which this line calls, is not written yet"),
        ("exam_slope, exam_intercept = fit(x, y)", "What this line calls is not written yet, or"),
    ],
)
def test_what_an_exercise_above_lacks_is_not_looked_for_in_this_cell(line, told):
    above = {}
    code = "def mse(x, y, w, b):\n    raise NotImplementedError\n"
    exec(code + "def fit(x, y):\n    return mse(x, y, 0, 0), 1\n", above)
    error = fails("NotImplementedError", 1, line, message="")
    report = examine(exercises()["exam_scores"], above, runs=runs_of((line, error)))
    assert report.state == "stopped"
    assert told in report.message
    assert "Delete it" not in report.message


# --- the cell is not Python ------------------------------------------------------------------


def test_a_syntax_error_is_told_with_its_line():
    got = function(STUB, BROKEN)
    assert stopped(got, 2, "run as [2]", "not Python yet", "line 4, `return (a - b) / 2h`")
    assert "older" not in got.message


def test_lines_are_counted_whatever_ends_them():
    for end in ("\r\n", "\r"):
        assert stopped(function(BROKEN.replace("\n", end)), 1, "line 4, `return (a - b) / 2h`")


def test_an_older_version_is_not_judged():
    got = function(ANSWER, "print(3)", BROKEN)
    assert stopped(got, 3, "An older version, of run [1], is still in memory; it was not judged")


def test_what_ipython_said_comes_first():
    cell = (BROKEN, fails("SyntaxError", 9, "their line", "their words"))
    assert stopped(function(cell, defined=()), 1, "line 9, `their line`: their words.")


@pytest.mark.parametrize("kind", ["SyntaxError", "_IncompleteInputError"])
def test_a_bracket_that_is_open_at_the_end_is_told_as_such(kind):
    """IPython says "incomplete input" of it, in newer versions of Python by another name."""
    cell = f"def {NAME}(f, w):\n    return (f(w"
    got = function((cell, fails(kind, 2, "return (f(w", "incomplete input")), defined=())
    assert stopped(got, 1, "line 2, `return (f(w`: '(' was never closed.")


def test_a_sentence_in_brackets_has_its_full_stop_inside():
    got = function(BROKEN, defined=(), explain=lambda problem, source: "So. (Not so.)")
    assert got.message.endswith("So. (Not so.)")


def test_syntax_errors_are_explained_by_another():
    seen = []

    def explain(problem, source):
        seen.append((problem.kind, problem.line, source))
        return "A number stands before a letter."

    got = function(BROKEN, defined=(), explain=explain)
    told = "Your answer cell, run as [1], is not Python yet: A number stands before a letter."
    assert got == Attempt("stopped", told, 1)
    assert seen == [("SyntaxError", 4, BROKEN)]


@pytest.mark.parametrize(
    "cell",
    [
        f"def {NAME}(f, w)\n    return 3",
        f"def {NAME} f, w:\n    return 3",
        f"def {NAME}(f, w):\nreturn 3",
        f"  def {NAME}(f, w):\n      return 3\nx = 1",
        f"def {NAME}(f, w:\n    return 3",
        f"deff {NAME}(f, w):\n    return 3",
        f"{NAME}(f, w, h=1e-4) = (f(w + h) - f(w - h)) / (2 * h)",
        f"{NAME}(f, w):\n    return 3",
        f"async def {NAME}(f, w)\n    return 3",
        f"class {NAME}\n    x = 3",
        "def numerical gradient(f, w):\n    return 3",
        f"{NAME} = lambda f, w: f(w",
        f"%%time\n{BROKEN}",
        f"%matplotlib inline\n{BROKEN}",
        BROKEN.replace("\n", "\r\n"),
        BROKEN.replace("    a", "\ta").replace("    b", "        b"),
        f"{ANSWER}\x00",
        f"\u200b{ANSWER}",
        f"\ufeff{ANSWER}",
        f"de\u00adf \u2060{ANSWER[4:]}",
        f"{ANSWER}print(3",
    ],
)
def test_functions_that_are_not_python(cell):
    assert stopped(function("x = 1", cell, defined=()), 2, "run as [2]", "not Python yet")
    assert stopped(function(ANSWER, cell), 2, "older version, of run [1]")


@pytest.mark.parametrize(
    "cell",
    [
        "true_final_weight = 3,09424",
        "true_final_weight 3.94",
        "true_final_weight = = 3.94",
        "true_final_weight : 3,94",
        "true_final_weight, true_final_loss = 3.9, 2h",
        "w, true_final_weight = 1, 2h",
        "true final weight = 3.94",
        "true-final-weight = 3.94",
        "3.94 = true_final_weight",
        "true_final_weight += 2h",
        "true_final_weight = ...3.94",
        "\u200btrue_final_weight = 3.94",
        "true_\u200bfinal_weight = 3.94",
        "if True:\n    true_final_weight = 2h",
    ],
)
def test_values_that_are_not_python(cell):
    assert stopped(values(cell), 1, "run as [1]", "not Python yet: line ")


def test_a_cell_that_is_not_python_and_about_something_else():
    scratch = "def other():\n    true_final_weight = 3\nprint(true_final_weight == 2h)"
    assert values(FILLED, scratch, defined=VALUES) == Attempt("answered", run=1)
    compared = values(FILLED, "true_final_weight == 2h", defined=VALUES)
    assert compared == Attempt("answered", run=1)
    assert function(ANSWER, f"print({NAME}(abs, 2h))") == Attempt("answered", run=1)
    assert function(ANSWER, f"if {NAME}(abs, 2h):\n    pass").run == 1
    assert function(ANSWER, f"return {NAME}(abs, 2h)").run == 1


def test_a_return_outside_of_the_function():
    cell = f"def {NAME}(f, w):\n    slope = 3\nreturn slope"
    outside = fails("SyntaxError", 3, "return slope", "'return' outside function")
    got = function(ANSWER, (cell, outside))
    # By then the function above it is the new one.
    assert stopped(got, 2, "line 3, `return slope`: 'return' outside function")
    assert "older" not in got.message


def test_a_syntax_error_in_what_the_answer_is_tried_with():
    cell = (f"{ANSWER}eval('2h')", fails("SyntaxError", 3, "eval('2h')", top=3))
    assert function(cell) == Attempt("answered", run=1)


def test_a_cell_that_ran_is_python():
    # IPython may be set up to read what is no Python.
    odd = (f"{ANSWER}/print {NAME} ,, 3", fails("TypeError", 3, top=3))
    assert function(odd).state == "answered"


# --- the cell stopped before the answer ------------------------------------------------------


def test_an_error_above_the_answer():
    cell = (
        f"x = numpy.zeros(3)\n{ANSWER}",
        fails("NameError", 1, "x = numpy.zeros(3)", "name 'numpy' is not defined", 1),
    )
    got = function(cell, defined=())
    assert stopped(
        got,
        1,
        "run as [1], stopped at line 1, `x = numpy.zeros(3)`, with "
        "`NameError: name 'numpy' is not defined`",
    )
    assert "older" not in got.message
    assert stopped(function(ANSWER, cell), 2, "An older version, of run [1], is still in memory")


def test_an_error_in_the_decorator_or_default():
    cell = f"@cache\n{ANSWER}"
    assert stopped(function(ANSWER, (cell, fails("NameError", 1, top=1))), 2, "line 1")
    cell = ANSWER.replace("1e-4", "tiny")
    assert stopped(function(ANSWER, (cell, fails("NameError", 1, top=1))), 2, "line 1")
    cell = ANSWER.replace("h=1e-4", "\nh=tiny")
    assert stopped(function(ANSWER, (cell, fails("NameError", 2, top=2))), 2, "line 2")


def test_an_error_in_the_value_itself():
    cell = ("true_final_weight = 1 / 0", fails("ZeroDivisionError", 1, message=""))
    assert stopped(values(cell), 1, "stopped at line 1, with `ZeroDivisionError`")


def told_of_values(cell, error, **defined):
    return examine(exercises()["article_table"], defined, runs=runs_of((cell, error)))


def test_an_error_is_told_in_plain_words_too():
    cell = "true_final_weight = right"
    error = fails("NameError", 1, cell, "name 'right' is not defined", 1)
    got = told_of_values(cell, error)
    assert stopped(got, 1, "was made. Python does not know the name `right` here.", '`"right"`')
    assert told_of_values(cell, error, Right=3.0).message.count("mean `Right`?") == 1
    assert " was made. Repair that" in told_of_values(cell, fails("OddError", 1)).message


def test_an_error_below_the_first_value_is_told_beside_what_was_found():
    line = "true_final_loss = (true_final_weight - 4)^2 + 2"
    cell = f"true_final_weight = 3.9\n{line}\nlowest_possible_loss = 2"
    error = fails("TypeError", 2, line, "unsupported operand type(s) for ^: 'float' and 'int'", 2)
    got = told_of_values(cell, error, true_final_weight=3.9)
    assert got.state == "wrong"
    assert f"stopped at line 2, `{line}`, with `TypeError: unsupp" in got.stop
    assert "before `true_final_loss` was made. In Python `^` is no power" in got.stop
    assert got.stop in view(got).notes
    assert examine(got.exercise, {"true_final_weight": 3.9}, runs=runs_of((cell, error)),
                   graded=True).stop == ""  # fmt: skip


def test_nothing_stopped_before_the_values():
    late = (FILLED + "\n1 / 0", fails("ZeroDivisionError", 4, "1 / 0", top=4))
    for cell in (FILLED, late, "x = 1", (FILLED + "\n2h", fails("SyntaxError", 4, "2h"))):
        assert stop_before(VALUES, runs_of(cell), dict.fromkeys(VALUES, 2)) == ""


def test_an_error_without_a_line():
    cell = (ANSWER, fails("MemoryError"))
    assert stopped(function(cell, defined=()), 1, "stopped with `MemoryError: so`")
    assert stopped(function(ANSWER, cell), 2, "older version, of run [1]")
    # Nothing else can have defined it.
    assert function(cell) == Attempt("answered", run=1)


# --- the stub's line was left in -------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        (STUB + "    return 3\n", 4),
        (STUB + "    slope = 3\n", 4),
        (f"def {NAME}(f, w):\n    h = 3\n    raise NotImplementedError\n    return h\n", 3),
        (
            f"def {NAME}(f, w):\n    if w:\n        return 3\n"
            "    raise NotImplementedError\n    x\n",
            4,
        ),
        (
            f"if True:\n    def {NAME}(f, w):\n"
            "        raise NotImplementedError()\n        x = 3\n",
            3,
        ),
        (f"%%time\ndef {NAME}(f, w):\n    raise NotImplementedError()\n    x = 3\n", 3),
    ],
)
def test_the_line_left_in_a_function(cell, line):
    told = f"`raise NotImplementedError` still stands in your function, at line {line} of run [2]"
    got = function(STUB, cell)
    assert stopped(got, 2, told, "it stops everything below it. Take it out")


def test_the_line_left_below_the_work():
    cell = f"def {NAME}(f, w):\n    print(f(w))\n    raise NotImplementedError\n"
    assert stopped(
        function(cell), 1, "at line 3 of run [1]; your function ends there. Take it out"
    )


def test_the_line_left_above_the_values():
    cell = f"# Write.\nraise NotImplementedError\n{FILLED}"
    for error in (None, fails("NotImplementedError", 2)):
        got = values((cell, error))
        assert stopped(got, 1, "still stands in your answer cell, at line 2 of run [1]", "Take it")
    # Values of an older run are not judged in place of these.
    assert values(FILLED, cell, defined=VALUES).state == "stopped"


def test_the_line_left_above_the_function():
    cell = f"raise NotImplementedError\n{ANSWER}"
    assert stopped(function(cell, defined=()), 1, "at line 1")
    assert stopped(function(f"\n \n%matplotlib inline\n{cell}"), 1, "at line 4")


# --- the empty answer came over the real one -------------------------------------------------


def test_the_empty_function_over_an_answer_in_another_cell():
    got = function("import numpy", ANSWER, STUB)
    assert stopped(got, 3, "Run [3] put the empty function back over your answer of run [2]: copy")
    assert stopped(function(BROKEN, STUB), 2, "over your answer of run [1]")
    assert stopped(function(STUB + "    return 3\n", STUB), 2, "over your answer of run [1]")
    # The last of several is the one to copy.
    assert stopped(function(ANSWER, ANSWER, STUB, STUB), 4, "over your answer of run [2]")
    assert function(ANSWER, STUB, ANSWER) == Attempt("answered", run=3)


def test_the_empty_function_below_an_answer_in_the_same_cell():
    got = function(ANSWER + STUB)
    assert stopped(got, 1, "In run [1], the empty function at line 3", "your answer at line 1")


def test_empty_values_over_real_ones():
    got = values(FILLED, EMPTY, defined=VALUES)
    assert stopped(
        got, 2, "put the empty `true_final_weight = ...` back over your answer of run [1]"
    )
    some = values(FILLED, "true_final_loss = ...", defined=VALUES)
    assert some == Attempt("answered", run=1)


def test_an_answer_that_is_gone():
    got = function(ANSWER, f"del {NAME}", defined=())
    assert stopped(got, 1, f"Run [1] defined `{NAME}`, but it is not in memory any more. Run")
    assert stopped(values(FILLED, "%reset -f"), 1, "not in memory any more")


@pytest.mark.parametrize("first", ["%%timeit", "%%timeit -n1 -r1"])
def test_an_answer_below_timeit_is_told_what_forgets_it(first):
    got = function(f"{first}\n{ANSWER}", defined=())
    assert stopped(got, 1, "begins with `%%timeit`, which forgets all that a cell defines")


# --- another name ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        "numerical_gradiant",
        "my_gradient",
        "NUMERICAL_GRADIENT",
        "numericalGradient",
        "numericalgradient",
        "gradient_numerical",
        "numerical_gradients",
        "gradients",
        "numerical_grad",
        "numeric_gradient",
    ],
)
def test_a_function_under_another_name(other):
    cell = ANSWER.replace(NAME, other)
    told = f"There is no answer named `{NAME}` yet; is `{other}` (run [2]) meant?"
    assert stopped(function("x = 3", cell, defined=(other,)), 2, told, "the exact name")
    # The stub that was run before does not hide it; one that was run after does.
    assert stopped(function(STUB, cell), 2, told)
    assert function(cell, STUB) == Attempt("untouched", run=2)


@pytest.mark.parametrize(
    "other",
    ["compare", "f", "w", "gradual", "numbers", "slope", "quartic", "_", "gradient_of_quartic"],
)
def test_names_that_mean_something_else(other):
    assert function(ANSWER.replace(NAME, other), defined=(other,)) == Attempt("untouched")


@pytest.mark.parametrize(
    ("name", "other"), [("descend", "desend"), ("descend", "descent"), ("mse", "mes")]
)
def test_one_word_under_another_name(name, other):
    got = attempt([name], True, runs_of(f"def {other}():\n    pass"), Asked())
    assert stopped(got, 1, f"is `{other}` (run [1]) meant?")


def test_names_of_the_lesson_are_never_meant():
    cell = ANSWER.replace(NAME, "measured_gradient")
    known = {"measured_gradient"}
    assert function(cell, defined=known, ignore=known) == Attempt("untouched")
    assert function(cell, defined=known).state == "stopped"


def test_the_empty_function_of_another_exercise_is_never_meant():
    assert function(STUB.replace(NAME, "other_gradient"), defined=()) == Attempt("untouched")
    assert values("article_first_loss = ...\nfinal_weight = ...") == Attempt("untouched")


def test_only_a_function_is_meant_for_a_function():
    runs = ["numeric_gradient = 3", "from mine import num_gradient"]
    assert function(*runs, defined=()) == Attempt("untouched")
    made = "numeric_gradient = partial(slope, h=1)"
    assert stopped(function(made, defined=["numeric_gradient"]), 1, "`numeric_gradient` (run [1])")
    shape = "numeric_gradient = lambda f, w: 3"
    assert function(shape, defined=()).state == "stopped"


def test_only_a_value_is_meant_for_a_value():
    cell = "def final_weight():\n    return 3"
    assert values(cell, defined=["final_weight"]) == Attempt("untouched")
    # Two of three words are enough, one of two is not: students name many values.
    assert values("loss = 3\nweight = 4\nfinal_step = 3") == Attempt("untouched")
    got = attempt(["rate_limit", "best_rate"], False, runs_of("rate = 0.1"), Asked())
    assert got == Attempt("untouched")
    assert stopped(values("loss_lowest = 2"), 1, "is `loss_lowest` (run [1]) meant?")


def test_a_value_under_another_name():
    told = "There is no answer named `true_final_weight` yet; is `final_weight` (run [1]) meant?"
    cell = "final_weight = 3.94"
    assert stopped(values(cell, defined=["final_weight"]), 1, told)
    cell = EMPTY.replace("true_final_weight", "final_weight").replace("...", "3.94", 1)
    assert stopped(values(EMPTY, cell, defined=VALUES), 2, told.replace("[1]", "[2]"))


def test_another_name_in_a_cell_that_is_not_python():
    cell = BROKEN.replace(NAME, "numerical_gradiant")
    got = function(cell, defined=())
    assert stopped(got, 1, "not Python yet: line 4", f"And there is no answer named `{NAME}`")


def test_what_is_meant_where_some_values_are_there():
    runs = runs_of(FILLED, "loss_lowest_possible = 3")
    got = meant(["lowest_possible_loss"], False, runs, Asked(), ignore=VALUES)
    assert got == ("lowest_possible_loss", "loss_lowest_possible", runs[1])
    assert meant(["lowest_possible_loss"], False, runs[:1], Asked(), ignore=VALUES) is None


def test_what_looks_like_an_assignment():
    for line in ("true_final_weight == 3.94", "true_final_weight: 3.94"):
        problem = fails("NameError", 1, line) if "==" in line else None
        got = values("x = 1", (line, problem))
        assert stopped(got, 2, f"Line 1 of run [2], `{line}`, gives `true_final_weight` no value")
        assert values(EMPTY, line, defined=VALUES).state == "stopped"
        assert values(FILLED, line, defined=VALUES) == Attempt("answered", run=1)


# --- hostile and huge cells ------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        "-" * 40_000 + "1",
        "(" * 20_000,
        "1+" * 20_000 + "1",
        "if x:\n pass\n" + "elif x:\n pass\n" * 2_000,
        "x" * 2_000_000,
        "%a\n" * 10_000,
        "x = 1\x00",
        "x = '\ud800'",
        "a, " * 15_000,
        "def " * 10_000,
        "\\" * 1_000,
        "'" * 999,
        "?",
        "%%",
        "!" + "\n",
    ],
)
def test_strange_cells_are_read_in_time_and_never_fail(cell):
    begun = time.process_time()
    assert function(cell, ANSWER) == Attempt("answered", run=2)
    assert function(cell, defined=()).state == "untouched"
    assert function(f"{ANSWER}{cell}").state in ("answered", "stopped")
    assert time.process_time() - begun < 5


def test_a_huge_answer_is_not_called_broken():
    huge = f"{ANSWER}text = '{'x' * 2_000_000}'\n"
    assert function(huge) == Attempt("answered", run=1)
    assert function(huge[: MOST_CHARACTERS + 1]) == Attempt("answered", run=1)
    assert outline(huge).broken is None
    # What stands so far down is not looked for.
    assert function("x = 1\n" * 20_000 + ANSWER) == Attempt("answered")


def test_nothing_of_a_cell_is_executed(tmp_path):
    left = tmp_path / "left"
    cell = f"open({str(left)!r}, 'w')\nimport antigravity\n{ANSWER}!touch {left}\n"
    assert function(cell) == Attempt("answered", run=1)
    assert not left.exists()
    assert "antigravity" not in sys.modules


def test_reading_does_not_warn(recwarn):
    function(f"{ANSWER}'\\d' is 'x\\p'\n1 is 1\n")
    assert not recwarn.list


def test_no_backtick_of_the_student_ends_the_code():
    cell = f"def {NAME}(f, w):\n    return `f`"
    assert stopped(function(cell, defined=()), 1, "`return 'f'`")


# --- a real shell ----------------------------------------------------------------------------

LIVE = """
import contextlib, io, json, sys
from dataclasses import asdict
from IPython.core.interactiveshell import InteractiveShell
from ipykernel.compiler import XCachingCompiler
from traitlets.config import Config
from course.checks import runs as module

def play(cells, history=True, compiler=None, before=0):
    config = Config()
    config.HistoryManager.hist_file = ":memory:"
    more = {"compiler_class": compiler} if compiler else {}
    shell = type("Shell", (InteractiveShell,), more)(config=config)
    made = None
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for number, cell in enumerate(cells):
            if number == before:
                made = module.History.of(shell)
            shell.user_ns["made"] = made
            shell.run_cell(cell, store_history=history)
        shell.history_manager.end_session()
    registered = len(shell.events.callbacks["post_run_cell"])
    return shell, made, registered

told = {}
for name, cells, options in json.load(sys.stdin):
    if options.pop("kernel", False):
        options["compiler"] = XCachingCompiler
    shell, made, registered = play(cells, **options)
    told[name] = [asdict(run) for run in made.runs], registered

shell, made, _ = play(["x = 1", "1/0"])
held = module.History.of(shell)
again = [held is made]
import importlib
module = importlib.reload(module)
new = module.History.of(shell)
again += [new is not made, len(shell.events.callbacks["post_run_cell"])]
again += [module.History.of(shell) is new]
with contextlib.redirect_stdout(io.StringIO()):
    shell.run_cell("2/0", store_history=True)
again += [len(new.runs), len(made.runs)]
again += [run.error.kind for run in new.runs[1:]]
told["again"] = again

module.MOST_RUNS, module.MOST_CHARACTERS = 5, 100
shell, made, _ = play(["x = 1"] * 12 + ["y = '" + "y" * 1000 + "'"])
told["bounded"] = [[run.number for run in made.runs], len(made.runs[-1].source)]
shell.reset(new_session=True)
shell.run_cell("z = 1", store_history=True)
told["new session"] = [(run.number, run.source) for run in made.runs]
shell.run_cell("z = 2", store_history=True, cell_id="a")
told["cells"] = [run.cell for run in made.runs]
told["outside"] = list(module.History.of().runs)
json.dump(told, sys.stdout)
"""
SEEN = "seen = [run.number for run in made.runs], made.runs[-1].error"
HELPED = f"def helper():\n    return 1 / 0\n\n{ANSWER}\nhelper()"
PLAYED = [
    ("plain", [STUB, "x = 1", "", ANSWER], {}),
    ("errors", ["\n\nx = 1\n1 / 0", BROKEN, HELPED, "def f():\n    pass\nreturn 3"], {}),
    (
        "kernel",
        ["\n\nx = 1\n1 / 0", BROKEN, HELPED, "def f():\n    pass\nreturn 3"],
        {"kernel": True},
    ),
    ("later", ["x = 1", BROKEN, "1 / 0", "2 / 0"], {"before": 3}),
    ("magics", ["%%time\n\nx = 1\n1 / 0", "\n%%time\nx = 2h", "%nosuch", "%%time\nx = 3"], {}),
    (
        "ends",
        ["raise SystemExit", "raise KeyboardInterrupt('enough')", "import nowhere_at_all"],
        {},
    ),
    ("odd", ["1 + 1\x00"], {}),
    ("apart", ["def one():\n    x = 1\n    y = 2\n    return 1 / 0", "x = 1\none()"], {}),
    ("silent", ["x = 1", "1 / 0"], {"history": False}),
    ("running", ["x = 1", f"{SEEN}\nprint(seen)\nassert seen == ([1, 2], None)"], {}),
    ("deep", ["def deep(n):\n    return deep(n + 1)\n\ndeep(0)"], {}),
]


@pytest.fixture(scope="module")
def live():
    done = subprocess.run(
        [sys.executable, "-c", LIVE],
        input=json.dumps(PLAYED),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def errors(live, name):
    """Return (kind, line, its text, the statement's line) of each run."""
    told = [run["error"] for run in live[name][0]]
    return [one and (one["kind"], one["line"], one["text"], one["top"]) for one in told]


def test_a_shell_runs_are_numbered_as_the_student_sees_them(live):
    runs, registered = live["plain"]
    assert [(run["number"], run["source"], run["error"]) for run in runs] == [
        (1, STUB, None),
        (2, "x = 1", None),
        (3, ANSWER, None),
    ]
    assert registered == 1


@pytest.mark.parametrize("name", ["errors", "kernel"])
def test_errors_are_told_with_the_lines_of_the_cell(live, name):
    assert errors(live, name) == [
        ("ZeroDivisionError", 4, "1 / 0", 4),
        ("SyntaxError", 4, "return (a - b) / 2h", None),
        ("ZeroDivisionError", 2, "return 1 / 0", 7),
        ("SyntaxError", 3, "return 3", None),
    ]
    messages = [run["error"]["message"] for run in live[name][0]]
    assert messages[1::2] == ["invalid decimal literal", "'return' outside function"]
    runs = [Run(run["number"], run["source"], Problem(**run["error"])) for run in live[name][0]]
    assert attempt([NAME], True, runs, Asked(NAME)) == Attempt("answered", run=3)


def test_a_line_is_one_of_the_cell_that_ran(live):
    assert errors(live, "apart") == [None, ("ZeroDivisionError", 2, "one()", 2)]


def test_runs_from_before_are_taken_over(live):
    assert [run["number"] for run in live["later"][0]] == [1, 2, 3, 4]
    assert errors(live, "later")[:3] == [None] * 3
    assert errors(live, "later")[3][0] == "ZeroDivisionError"


def test_lines_below_a_magic(live):
    got = errors(live, "magics")
    assert got[0] == ("ZeroDivisionError", 4, "1 / 0", 4)
    assert got[1] == ("SyntaxError", 3, "x = 2h", None)
    assert got[3] is None


def test_whatever_ends_a_cell(live):
    assert [one[:2] for one in errors(live, "ends")] == [
        ("SystemExit", 1),
        ("KeyboardInterrupt", 1),
        ("ModuleNotFoundError", 1),
    ]
    assert errors(live, "odd") == [("SyntaxError", None, "", None)]
    assert errors(live, "deep") == [("RecursionError", 2, "return deep(n + 1)", 4)]


def test_an_error_that_cannot_be_told():
    class Odd(Exception):
        def __str__(self):
            raise ValueError

    assert problem(Odd(), "raise Odd", {}) == Problem("Odd")


def test_runs_without_a_number_are_left_out(live):
    assert live["silent"][0] == []


def test_the_cell_that_is_still_running_is_among_them(live):
    assert [(run["number"], run["error"]) for run in live["running"][0]] == [(1, None), (2, None)]


def test_registering_again_changes_nothing_and_a_reload_goes_on(live):
    assert live["again"] == [True, True, 1, True, 3, 3, "ZeroDivisionError", "ZeroDivisionError"]


def test_memory_is_bounded(live):
    assert live["bounded"] == [[9, 10, 11, 12, 13], 101]


def test_a_new_session_begins_empty(live):
    assert live["new session"] == [[1, "z = 1"]]


def test_outside_of_ipython_there_are_no_runs(live):
    assert live["outside"] == []
    assert History().runs == ()


RENAMED = ANSWER.replace(NAME, "slope")


def test_a_run_knows_its_cell(live):
    assert live["cells"] == ["", "a"]


def told_of(*cells, exercise=NAME, **more):
    """Return what a check of these cells, as (cell's name, text), says beside its verdict."""
    runs = [Run(number, text, None, cell) for number, (cell, text) in enumerate(cells, 1)]
    names = {}
    for _, text in cells:
        exec(text, names)
    report = examine(exercises()[exercise], names, runs=runs, **more)
    return report.state, " ".join(view(report).notes)


def test_an_answer_that_its_cell_makes_no_more_is_said_to_be_in_memory_only():
    state, told = told_of(("a", ANSWER), ("a", RENAMED))
    assert state == "right"
    assert told.startswith(
        "Judged: run [1], which is in memory only. Its cell was run again as [2]"
    )
    wrong = ANSWER.replace("2 * h", "h")
    state, told = told_of(("a", wrong), ("a", "# nothing\n"))
    assert state == "wrong"
    assert "makes no `numerical_gradient` any more" in told
    assert "Changed it since?" not in told
    state, told = told_of(
        ("a", FILLED), ("a", FILLED.rpartition("\n")[0]), exercise="article_table"
    )
    assert state == "wrong"
    assert f"makes no `{VALUES[-1]}` any more" in told


@pytest.mark.parametrize(
    "cells",
    [
        # The cell is as it was, or another makes the answer by now.
        [("a", ANSWER), ("a", ANSWER)],
        [("a", ANSWER), ("a", RENAMED), ("a", ANSWER)],
        [("a", ANSWER), ("b", ANSWER), ("a", "h = 1")],
        # Another cell is run, or nobody knows which.
        [("a", ANSWER), ("b", "h = 1")],
        [("", ANSWER), ("", "h = 1")],
        # What the cell makes now cannot be told.
        [("a", ANSWER), ("a", "from math import *")],
        # In two cells: what is run again is the other part.
        [
            ("a", "import math\n" + ANSWER),
            ("a", "import math"),
            ("b", ANSWER),
            ("a", "import math"),
        ],
        [("a", "step = 1"), ("b", ANSWER), ("a", "step = 2")],
    ],
)
def test_an_answer_that_a_cell_still_makes_is_only_right(cells):
    assert told_of(*cells) == ("right", "")


def test_graded_work_has_no_memory():
    assert told_of(("a", ANSWER), ("a", RENAMED), graded=True) == ("right", "")
