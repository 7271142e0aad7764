"""What a person reads of a check: one output, true words, nothing to copy."""

import contextlib
import io
import time

import nbgrader.utils
import numpy as np
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from matplotlib import pyplot

import course.checks
from course.checks import engine, exercises, show
from course.checks.attempts import Run
from course.checks.brief import brief
from course.checks.compare import difference
from course.checks.engine import examine, sentence
from course.checks.report import Verdict, marked, view
from course.checks.words import value_text
from course.validate import InputError
from grading.answers import kept
from tests.support.measure import namespace

VALUES = [name for name, exercise in exercises().items() if exercise.values]


def reported(name, code, **options):
    return view(examine(exercises()[name], namespace(code), **options))


def right(name):
    return kept("right", name)[0][1]


@pytest.mark.parametrize("ends", ["", "so it is.", "is it?", "(so it is.)", "(is it?)"])
def test_a_sentence_has_one_end(ends):
    assert sentence(ends) == ends
    assert sentence("f(x)") == "f(x)."


def test_one_output_carries_points_and_report():
    verdict = Verdict(examine(exercises()["descend"], namespace(right("descend"))))
    data, _ = DisplayFormatter().format(verdict)
    assert data["text/plain"] == "2.0"
    assert "descend" in data["text/html"]
    assert verdict == 2.0
    assert isinstance(verdict, float)


def test_check_prints_in_a_terminal_and_returns_the_points():
    names = namespace(right("descend")) | {"check": course.checks.check}
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec("points = check('descend')", names)
    assert names["points"] == 2.0
    assert out.getvalue().startswith("descend: right.")


def test_nbgrader_grades_with_the_same_inputs_each_time(monkeypatch):
    asked = []

    def looked(exercise, names, seed=None, *, fresh, **options):
        asked.append(fresh)
        return examine(exercise, names, seed, fresh=fresh)

    monkeypatch.setattr(course.checks, "examine", looked)
    names = namespace(right("descend")) | {"check": course.checks.check}
    for _ in range(2):
        with contextlib.redirect_stdout(io.StringIO()):
            exec("check('descend')", names)
            with nbgrader.utils.setenv(NBGRADER_EXECUTION="autograde"):
                exec("check('descend')", names)
    first, graded, second, again = asked
    assert [graded, again] == [None, None]
    assert first != second


def test_what_is_left_for_grading_is_said():
    told = reported("descend", right("descend")).points
    assert (
        told == "2 of 2 points here; 2 more are given when your work is graded, with other inputs."
    )
    told = reported("article_table", right("article_table")).points
    assert "for the same values" in told
    assert "more" not in reported("descend", right("descend"), seed=1).points


def test_when_work_is_graded_nothing_is_left_for_later():
    names = namespace(right("descend"))
    assert view(examine(exercises()["descend"], names, graded=True)).points == "2 of 2 points."
    untouched = view(examine(exercises()["descend"], {}, graded=True))
    assert untouched.verdict == "not attempted yet"
    assert untouched.notes == []


def test_who_comes_back_is_told_to_run_what_stands_there():
    """Python forgets an answer when it starts again, and the check cannot see it written."""
    [note] = view(examine(exercises()["descend"], {})).notes
    assert "also where it stands there from an earlier day" in note


def test_a_help_about_another_value_than_the_one_shown_names_it():
    """One value is shown, and several may be wrong: "Look at this" would be read as about it."""
    halves = "exam_slope = [6.9, 40.9, 1]\nexam_intercept, exam_loss = 7.77, 7.77\n"
    told = reported("exam_scores", halves + 'hours_for_75 = "4.9"')
    assert told.facts[0] == ("Looked at", "exam_slope", True)
    assert told.helps == [("Look at `hours_for_75`:", "write a number without quotes: 2.5.")]
    assert "<strong>Look at <code>hours_for_75</code>:</strong>" in told.html()
    zeros = "true_final_weight, true_final_loss, lowest_possible_loss = 4, 7.77, 0"
    first, second = reported("article_table", zeros).helps
    assert first[0] == "Look at this:"
    assert "after very many steps" in first[1]
    assert second[0] == "Look at `lowest_possible_loss`:"
    # A sentence that has the name does not need it twice.
    for name, code in [
        ("article_table", "true_final_weight = 7.77"),
        ("fair_or_not", "race_a = race_b = race_c = race_d = race_e = 'fair'"),
    ]:
        assert {lead for lead, _ in reported(name, code).helps} == {"Look at this:"}


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_looked_at_and_none_is_told(name):
    """Whatever stands under one name, green is not possible; and no number can be copied."""
    exercise = exercises()[name]
    names = namespace(right(name))
    for value in exercise.values:
        for junk in (7.77, "no idea", None, ..., -1e6):
            for seed in (None, 5):
                report = examine(exercise, names | {value: junk}, seed)
                assert report.state != "right", (value, junk)
    for report in (
        examine(exercise, dict.fromkeys(exercise.values, 7.77)),
        examine(exercise, dict.fromkeys(exercise.values, "no idea")),
    ):
        text = view(report).text()
        for call in report.calls:
            wanted = exercise.reference(call.text)
            if isinstance(wanted, (float, np.floating)) and not float(wanted).is_integer():
                assert f"{float(wanted):.4g}" not in text


@pytest.mark.parametrize("name", list(exercises()))
def test_untouched_is_not_attempted(name):
    exercise = exercises()[name]
    names = dict.fromkeys(exercise.values, ...) if exercise.values else {}
    report = examine(exercise, names)
    assert report.state == "untouched"
    assert view(report).verdict == "not attempted yet"
    assert report.earned == 0


@pytest.mark.parametrize("name", list(exercises()))
def test_what_works_is_told_in_the_same_words_whatever_was_drawn(name):
    """A notebook that is run again shows what it showed: only the inputs differ."""

    def told(seed, fresh):
        return tuple(probe.shows for probe in exercises()[name].probes(seed, fresh))

    assert len({told(None, fresh) for fresh in range(12)}) == 1
    assert len({told(seed, 0) for seed in range(12)}) == 1


def test_stopped_is_said_in_its_own_words():
    run = Run(7, "def descend(grad, w0, lr, steps)\n    return 1\n")
    report = examine(exercises()["descend"], {}, runs=[run])
    assert report.state == "stopped"
    assert view(report).verdict == "stopped"
    assert "[7]" in view(report).text()


def test_the_judged_run_is_named():
    code = "def descend(grad, w0, lr, steps):\n    return [w0]\n"
    report = examine(exercises()["descend"], namespace(code), runs=[Run(35, code)])
    assert report.state == "wrong"
    assert "run [35]" in view(report).text()


def test_an_older_answer_counts_when_work_is_graded():
    code = right("descend")
    runs = [Run(1, code), Run(2, "def descend(grad, w0, lr, steps)\n    return 1\n")]
    names = namespace(code)
    assert examine(exercises()["descend"], names, runs=runs).state == "stopped"
    assert examine(exercises()["descend"], names, runs=runs, graded=True).state == "right"
    wrong = namespace("def descend(grad, w0, lr, steps):\n    return [w0]\n")
    report = examine(exercises()["descend"], wrong, runs=runs, graded=True)
    assert report.state == "stopped"


def test_no_label_and_no_backtick_is_shown():
    code = "def numerical_gradient(f, w, h=1e-4):\n    return (f(w + h) - f(w - h)) / 2 * h\n"
    report = examine(exercises()["numerical_gradient"], namespace(code))
    assert report.label == "numerical_gradient.times-h"
    html = view(report).html()
    assert "times-h" not in html
    assert "`" not in html
    assert "<code>a / 2 * h</code>" in html


def test_marked_escapes_what_is_not_ours():
    assert marked("`<b>` & <i>") == "<code>&lt;b&gt;</code> &amp; &lt;i&gt;"


def test_what_went_wrong_is_counted():
    code = "def descend(grad, w0, lr, steps):\n    return [w0]\n"
    text = reported("descend", code).text()
    assert "tries went wrong; the first is shown" in text


def test_what_a_judge_expects_of_a_value_is_not_called_the_problem():
    seen = reported("deeper_valley", "which_valley, deeper_start = 'right', 3.0")
    assert [word for word, _, _ in seen.facts] == ["Looked at", "Came back", "Expected"]
    seen = reported("deeper_valley", "which_valley, deeper_start = 'left', -3.0")
    assert [word for word, _, _ in seen.facts] == ["Looked at", "Came back", "Problem"]


def test_how_many_came_back_is_told_of_the_answer_that_is_shown():
    """Of a walk that overflows the weights that are far out are not compared, but they count."""
    code = "def safe_walk(f, grad, w0, lr, steps):\n    return [w0] * 7, 2.0"
    calls = examine(exercises()["safe_walk"], namespace(code), layers=0).wrong
    told = [call for call in calls if "came back; asked for" in call.complaint]
    assert len(told) > 3
    for call in told:
        assert f"; asked for: a row of {len(call.expected[0])} number" in call.complaint


def test_the_place_is_looked_for_only_where_little_else_is_told(monkeypatch):
    """Outside a notebook it is not looked for at all."""
    monkeypatch.setattr("course.checks.help.place.find", lambda *_: pytest.fail("looked for"))
    names = namespace(kept("mistakes", "descend")[0][1])
    with contextlib.redirect_stdout(io.StringIO()):
        show(exercises()["descend"], names, None, examine, fresh=1, runs=[])


# --- where and how an answer stops -----------------------------------------------------------


def stops(name, *lines):
    """Return the problem that is shown and the help, of a function of these lines."""
    arguments = ", ".join(exercises()[name].arguments)
    seen = reported(name, f"def {name}({arguments}):\n" + "".join(f"    {one}\n" for one in lines))
    return dict(fact[:2] for fact in seen.facts)["Problem"], " ".join(
        text for _, text in seen.helps
    )


def test_a_name_is_held_against_those_of_its_own_function():
    _, told = stops("those_above", "above = x[x > limit]", "return abov")
    assert "mean `above`?" in told
    _, told = stops("those_above", "return x[x > limits]")
    assert "mean `limit`?" in told


def test_a_line_of_python_s_own_files_is_not_told_as_the_student_s():
    problem, _ = stops("those_above", "import statistics", "return statistics.mean([])")
    assert "(in your line `return statistics.mean([])`)" in problem
    problem, _ = stops("draws", "return np.random.default_rng(seed).normal(sizes=3)")
    assert "(in your line `return np.random.default_rng(seed).normal(sizes=3)`)" in problem


def test_an_answer_that_stops_in_several_ways_is_told_of_the_one_that_is_shown():
    lines = ["dollars = []", "for t in thousands:", "    dollars[t] = 1000 * t", "return dollars"]
    problem, told = stops("in_dollars", *lines)
    assert "TypeError" in problem
    assert told.startswith("It stops in more than one way; this is about the one above. Entries")


def test_a_list_in_square_brackets_is_judged_like_any_answer():
    lines = ["weights = list[w0]", "return weights"]
    problem, _ = stops("descend", *lines)
    assert problem == "it is `list[…]`, which holds nothing; asked for: a row of 6 numbers."


def test_nobody_is_asked_to_type(monkeypatch):
    asked = []
    monkeypatch.setattr("builtins.input", lambda prompt="": asked.append(prompt) or "3")
    problem, told = stops("descend", "lr = float(input('rate'))", "return [lr]")
    assert "EOFError" in problem
    assert told.startswith("`input` waits for someone")
    assert asked == []
    assert input("again") == "3"


def test_nothing_is_shown_that_an_answer_draws_or_displays(monkeypatch):
    shell, seen = InteractiveShell(), []
    shell.display_pub = CapturingDisplayPublisher()
    monkeypatch.setattr(engine, "get_ipython", lambda: shell)
    monkeypatch.setattr(pyplot, "show", lambda: seen.append("shown"))
    mine = pyplot.figure().number
    lines = ["pyplot.figure()", "pyplot.show()", "shell.display_pub.publish({})", "return [w0]"]
    code = "\n    ".join(["def descend(grad, w0, lr, steps):", *lines])
    names = namespace(code, {"pyplot": pyplot, "shell": shell})
    report = examine(exercises()["descend"], names)
    try:
        assert report.state == "wrong"
        assert all(call.answered for call in report.calls)
        assert pyplot.get_fignums() == [mine]
        assert shell.display_pub.outputs == seen == []
        pyplot.show()
        assert seen == ["shown"]
    finally:
        pyplot.close(mine)


def test_a_check_of_a_name_that_is_close_says_which_one_is_meant():
    def descend():
        pass

    for name in ("Descend", "desend", descend):
        with pytest.raises(InputError, match=r'in quotes: did you mean check\("descend"\)\?'):
            course.checks.check(name)
    for name in ("momentum", 3, None, ["descend"]):
        with pytest.raises(InputError, match="must be one of"):
            course.checks.check(name)


def test_an_answer_that_calls_an_exercise_not_written_yet_is_attempted():
    empty = "def gradients(x, y, w, b):\n    # Write.\n    raise NotImplementedError\n"
    answer = (
        "def fit(x, y, lr=0.01, steps=500):\n    w = b = 0.0\n    for _ in range(steps):\n"
        "        dw, db = gradients(x, y, w, b)\n        w, b = w - lr * dw, b - lr * db\n"
        "    return w, b\n"
    )
    cells = [empty, answer]
    names = namespace(answer, namespace(empty))
    runs = [Run(number, cell) for number, cell in enumerate(cells, 1)]
    report = examine(exercises()["fit"], names, runs=runs)
    assert report.state == "wrong"
    assert "`gradients`, which your answer calls, is not written yet" in report.hint
    # Where no cell is known, an empty answer is told by its error alone.
    assert examine(exercises()["gradients"], namespace(empty)).state == "untouched"


class NotShown:
    def __repr__(self):
        raise RuntimeError


NESTED: object = 1.0
for _ in range(6):
    NESTED = [NESTED] * 8


LARGE = {
    "number": 2**20_000,
    "number in a list": [2**20_000],
    "numbers": [2**13_000] * 1500,
    "lists": NESTED,
    "texts": ("x" * 10**7, {"y" * 10**7: 1}),
    "by name": dict.fromkeys(range(6), dict.fromkeys(range(6), NESTED)),
    "set": set(range(10**6)),
    "cannot be shown": NotShown(),
}


@pytest.mark.parametrize("what", LARGE)
def test_what_is_shown_of_a_value_is_short_and_soon_there(what):
    value = LARGE[what]
    begun = time.thread_time()
    keys = {2**20_000: 1, ("y" * 10**7,): 1, "a": 1}
    shown = value_text(value), brief(value, 70), difference({"a": 1}, keys)
    assert time.thread_time() - begun < 3
    assert all(len(text) <= 1000 for text in shown)


def test_rows_of_nothing_are_told_by_their_number():
    assert value_text(np.zeros((2, 0))) == "np.array([[], []])"
    assert value_text(np.zeros((6_000_000, 0))) == "np.empty((6000000, 0))"


def test_a_long_array_is_shown_as_a_long_list_is_and_its_rows_as_rows():
    assert value_text(list(range(201))) == "[0, 1, …, 200] (201 in all)"
    assert value_text(np.arange(201)) == "[0, 1, 2, …, 200] (an array of 201)"
    pairs = np.arange(402.0).reshape(201, 2)
    assert value_text(pairs) == "[[0, 1], …, [400, 401]] (an array of 201 × 2)"
    assert value_text(np.ones((50, 7))) == "[1, 1, 1, …, 1] (an array of 50 × 7)"


def test_what_fits_is_shown_as_python_shows_it():
    for value in ({1: "a"}, {2.5}, (1,), [[], (), "it's", b"x", None, {}], (1, 2, 3, 4, 5)):
        assert brief(value, 70) == repr(value)
    assert brief("a\n" * 50, 20) == repr("a\n" * 50)[:19] + "…"
    assert brief(-(2**20_000), 70) == "about -3.980277e+6020"


# By formula and without its last row: two mistakes, which no help names together.
FORMULA_AND_FOUR_ROWS = """
from course.landscapes import quartic
def quartic_walk(start):
    w, weights = start, [start]
    for step in range(200):
        if step % 50 == 0:
            print(step, w, quartic(w))
        w = w - 0.01 * quartic.gradient(w)
        weights.append(w)
    return weights
"""


def test_a_print_out_is_told_the_row_that_it_lacks():
    names = namespace(FORMULA_AND_FOUR_ROWS)
    told = view(examine(exercises()["quartic_walk"], names)).text()
    assert "yours lacks the row after 200 steps, with the weight 1.9680" in told
    graded = view(examine(exercises()["quartic_walk"], names, 5)).text()
    assert "yours lacks the row after 200 steps" in graded
