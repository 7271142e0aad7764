"""No cell of a table is taken for a formula, and what an LMS looks up stays as it is."""

import csv
import io
import re
from dataclasses import replace

import pytest

from course_folder import ROOT
from grading import terminal
from grading.folders import Row
from grading.results import tables
from grading.results.formats import FORMATS, Grade, table
from grading.results.report import Made, Report, summary
from grading.results.tables import safe


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "\t=1",
        "\n=1",
        "\uff1d1+1",
        "\uff20SUM(A1)",
    ],
)
def test_a_formula_is_text(text):
    assert safe(text) == f"'{text}"
    assert safe(text, key=True) == f"'{text}" or text == "-2+3"


@pytest.mark.parametrize(
    "text", ["x.ipynb;=1+1;y", 'x;"=1+1"', "a;@SUM(A1)", "a;;-2+3", ";+1;=2", "a;\uff1d1"]
)
def test_no_formula_begins_at_a_semicolon(text):
    """Excel opens a table by semicolons where a comma is the decimal sign."""
    for key in (False, True):
        lines = io.StringIO(tables.table([["student", "file"], ["ann", text]], [1] if key else []))
        cells = [cell for row in csv.reader(lines, delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.lstrip('"').startswith(tuple("=+-@\uff1d"))]


@pytest.mark.parametrize("text", ["it was late; -0.5 points", "a;b", "a; =1"])
def test_semicolons_of_a_sentence_stay(text):
    assert safe(text) == text


@pytest.mark.parametrize("value", ["-1.5", "+3", "1e9", "x", "", -1.5, 0.0, 3])
def test_numbers_and_words_stay(value):
    assert safe(value) == (f"{value:g}" if isinstance(value, float) else str(value))


@pytest.mark.parametrize("key", ["+49170", "@kim", "-kim", "a.b+c@d.example"])
def test_keys_stay(key):
    assert safe(key, key=True) == key


@pytest.mark.parametrize("kind", FORMATS)
def test_every_export_is_guarded(kind):
    one = Grade("@kim", "=HYPERLINK(1)", "=x", "=y(1)", "=lesson", -0.5, 2.0)
    rows = list(csv.reader(io.StringIO(table(kind, [one]))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]
    assert "@kim" in cells
    assert "-0.5" in cells


@pytest.mark.parametrize("kind", FORMATS)
def test_every_grade_stands_in_its_students_row(kind):
    """Whatever a format is like: no lesson and no student is lost, and nobody has another's."""
    scores = {
        ("ann", "01_a"): 1.25,
        ("ann", "02_b"): 2.5,
        ("bo", "02_b"): 3.75,
        ("cy", "01_a"): 0.5,
    }
    found = [Grade(one, "", "", "", lesson, score, 9.0) for (one, lesson), score in scores.items()]
    rows = list(csv.reader(io.StringIO(table(kind, found))))
    stand = {
        (cell, score)
        for cell in ("ann", "bo", "cy")
        for row in rows
        if cell in row
        for score in scores.values()
        if f"{score:g}" in row
    }
    assert stand == {(one, score) for (one, _), score in scores.items()}


def test_what_was_not_handed_in_has_no_grade_in_moodle():
    """Its import takes "-" for no grade; at any other word it stops, and takes nothing."""
    found = [Grade(one, "", "", "", lesson, 2.0, 9.0) for one, lesson in ("a1", "b2")]
    assert table("moodle", found).splitlines()[1:] == ["a,a,,2,-", "b,b,,-,2"]


# What each LMS's instructions ask for; what was not handed in changes no grade that stands there.
WANTED = {
    "canvas": [
        "Student,ID,SIS User ID,SIS Login ID,Section,01_a,02_b",
        "    Points Possible,,,,,9,9",
        '"Li, Ann",,ann,ann,,1.5,',
        '"Ek, Bo",,bo,bo,,,1.5',
    ],
    "moodle": [
        "Username,ID number,Email address,01_a,02_b",
        "ann,ann,ann@x.example,1.5,-",
        "bo,bo,bo@x.example,-,1.5",
    ],
    "brightspace": [
        "Username,01_a Points Grade,02_b Points Grade,End-of-Line Indicator",
        "ann,1.5,,#",
        "bo,,1.5,#",
    ],
    "blackboard": [
        "Last Name,First Name,Username,01_a,02_b",
        "Li,Ann,ann,1.5,",
        "Ek,Bo,bo,,1.5",
    ],
}


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "csv"])
def test_each_lms_is_given_the_columns_that_it_reads(kind):
    assert kind in WANTED, "write the table that this LMS's instructions ask for into WANTED"
    names = [("ann", "Ann", "Li", "01_a"), ("bo", "Bo", "Ek", "02_b")]
    found = [Grade(*one[:3], f"{one[0]}@x.example", one[3], 1.5, 9.0) for one in names]
    assert table(kind, found).splitlines() == WANTED[kind]


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_named_where_teachers_read(kind):
    text = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    [command] = [
        line for line in text.splitlines() if "grading export --format canvas   #" in line
    ]
    assert re.search(rf"\b{kind}\b", command), "docs/teaching.md"


def test_tables_with_grades_are_not_committed():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/grades.csv", "/grades-*.csv", "/report/", "/gradebook.db*"} <= set(ignored)


def test_files_are_named_from_the_folder_one_is_in(tmp_path, monkeypatch, capsys):
    """`demo` graded a class from docs/, and ended with a traceback."""
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    terminal.show([Row("ada", "01_one_dimension", 1.0, 1.0)], tmp_path / "demo")
    assert "all points: ../demo/grades.csv" in capsys.readouterr().out


def test_what_is_printed_is_text_and_no_markup(capsys, tmp_path, monkeypatch):
    """A hint's `path + [w]` lost its [w], and a student called [i] the name."""
    monkeypatch.chdir(tmp_path)
    hint = "`path + [w]` gives a new one; batches[e] is a list :e:"
    report = Report("01_one_dimension", 1.0, {"[i]": 0.5}, mistakes=[Made("a.b", ("[i]",), hint)])
    terminal.console().print(summary(report))
    terminal.show([Row("[i]", "01_one_dimension", 0.5, 1.0, "[b] :smile:")], tmp_path)
    told = capsys.readouterr().out
    for text in (hint, "feedback/[i]/LESSON", "[b] :smile:"):
        assert text in told


def test_why_work_is_graded_again_is_said(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new = Row("ada", "01_one_dimension", 1.0, 2.0)
    for rows, many in (([new], 0), ([new, replace(new, student="bo", again=True)], 1)):
        terminal.show(rows, tmp_path)
        told = capsys.readouterr().out
        assert (f"{many} of them were graded before: what was handed in," in told) == bool(many)
        assert ("graded before" in told) == bool(many)


def test_of_a_large_class_a_terminal_has_a_row_a_lesson_and_what_a_person_may_look_at(
    capsys, tmp_path
):
    first, second = (f"0{i}_a" for i in (1, 2))
    rows = [Row(f"s{i}", first, i % 3, 2.0) for i in range(terminal.SMALL_CLASS)]
    rows[0] = replace(rows[0], note="late")
    rows[1] = replace(rows[1], unchanged=True)
    rows += [Row("s1", second, note="is empty"), Row("s2", second, 4.0, 8.0, "late; repaired")]
    shown = []
    for everyone in (False, True):
        terminal.show(rows, tmp_path, everyone)
        told = capsys.readouterr().out
        assert "30 graded, 1 unchanged, 1 could not be graded" in told
        assert "s1 02_a: is empty" in told
        cells = (line.split("│")[1:-1] for line in told.splitlines())
        shown.append([[cell.strip() for cell in row] for row in cells if row])
    assert shown[0] == [
        [first, "30", "29", "1", "0", "1.00", "2"],
        [second, "2", "1", "0", "1", "4.00", "8"],
        ["s1", second, "not graded", "", "is empty"],
        ["s2", second, "4", "8", "late; repaired"],
    ]
    assert len(shown[1]) == len(rows)


def test_canvas_has_whoever_has_one_name_by_that_alone():
    names = {("Ann", "Ash"): "Ash, Ann", ("Bo", ""): "Bo", ("", "Cy"): "Cy", ("", ""): "dan"}
    for (first, last), told in names.items():
        made = table("canvas", [Grade("dan", first, last, "", "01_a", 1.0, 2.0)])
        assert list(csv.reader(io.StringIO(made)))[2] == [told, "", "dan", "dan", "", "1"]
