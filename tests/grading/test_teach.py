"""The page of the class: what it tells, that it is text, who may read it, and who may write."""

import contextlib
import csv
import errno
import html
import json
import os
import re
import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest

from course_folder import course_config
from grading.errors import GradingError
from grading.exam import lesson
from grading.folders import Row, find
from grading.isolation.sandbox import what_is_missing
from grading.results import (
    by_hand,
    export,
    files,
    form,
    handed_in,
    overview,
    record,
    renew,
    serve,
    titles,
)
from grading.results.by_hand import Given, shared_out
from grading.results.gradebook import open_gradebook
from grading.results.once import read_once
from grading.results.report import Made, Report
from tests.support.class_of_one import LESSON
from tests.support.taught import BAD, HOSTILE, ask, graded, results, running

FOUND = {
    "cell": "descend-check",
    "exercise": "descend",
    "earned": 0.0,
    "possible": 4.0,
    "mistake": "descend.sign-flipped",
    "hint": f"a minus `w` {BAD}",
    "state": "wrong",
}
PAGE = f"/feedback/anna/{LESSON}/{LESSON}.html"


@pytest.fixture
def told(tmp_path):
    """Return a folder with two graded students, of whom one has a hostile name."""
    for student in ("anna", HOSTILE):
        file = tmp_path / "autograded" / student / LESSON / f"{LESSON}.ipynb"
        file.parent.mkdir(parents=True)
        cell = {
            "cell_type": "code",
            "source": f"x = 1  # {BAD}",
            "metadata": {"nbgrader": {"grade_id": "descend-answer", "solution": True}},
        }
        about = {"grading": {"found": [FOUND], "notes": [BAD]}}
        file.write_text(json.dumps({"cells": [cell], "metadata": about}))
        kept = tmp_path / "submitted" / student / LESSON / "predictions.json"
        kept.parent.mkdir(parents=True)
        entry = {
            "question": f"Which way? {BAD}",
            "choices": {"left": "", "right": ""},
            "first": "left",
            "happened": "right",
        }
        kept.write_text(json.dumps({"way": entry, "junk": 3, "none": {"first": 5}}))
    return tmp_path


def report():
    names = ("anna", HOSTILE)
    return Report(
        LESSON,
        16.0,
        dict(zip(names, (4.0, 16.0), strict=True)),
        {},
        [Made("descend.sign-flipped", names)],
        {"descend": {f"descend(1): {BAD}": names}},
        {"anna": ["descend"]},
    )


def test_the_page_tells_the_class(told):
    failed = Row("kim", LESSON, note=f"the file is empty {BAD}")
    page = overview.write(told, [report()], [failed, replace(failed, score=1.0)]).read_text()
    assert "2 of 2" in page
    assert "sign flipped" in page
    assert "Exercise 1: walk" in page
    assert "a minus <code>w</code>" in page
    assert ">25<" in page
    assert ">100<" in page
    assert "Which way?" in page
    assert "right <strong>✓ happened</strong>" in page
    assert "kim" in page
    assert page.count("could not be graded") == 1
    assert f"../feedback/anna/{LESSON}/{LESSON}.html" in page
    student = (told / "report" / "students" / "anna.html").read_text()
    assert "../index.html" in student
    assert f"../../feedback/anna/{LESSON}/{LESSON}.html" in student
    for text in (page, student):
        assert "<script" not in text
        assert "http" not in text, "readable without a network"


def test_what_could_not_be_graded_is_named_until_it_can(told):
    (told / "submitted" / "kim" / LESSON).mkdir(parents=True)
    failed = Row("kim", LESSON, note="the file is empty")
    overview.write(told, [report()], [failed])
    assert "the file is empty" in overview.write(told, [report()]).read_text()
    mended = replace(failed, score=1.0, note="")
    assert "the file is empty" not in overview.write(told, [report()], [mended]).read_text()


def test_who_handed_in_nothing_is_named(server):
    with open_gradebook(course_config(server.root)) as gradebook:
        gradebook.update_or_create_student("bea", first_name="Bea", last_name=BAD)
        gradebook.update_or_create_student("kim")
    index = overview.write_all(server.root).read_text()
    assert "2 handed in nothing" in index
    assert "<bdi>bea</bdi>" in index
    assert f"Bea {html.escape(BAD)}" in index
    assert "<bdi>kim</bdi>" in index
    assert "<bdi>anna</bdi>" not in index
    # What could not be graded was handed in.
    (server.root / "submitted" / "kim" / LESSON).mkdir(parents=True)
    index = overview.write_all(server.root, [Row("kim", LESSON, note="it is empty")]).read_text()
    assert "1 handed in nothing" in index
    assert "<bdi>kim</bdi>" not in index


def test_what_is_there_no_more_is_not_named(told):
    loose = told / "submitted" / "kim.zip"
    folder = told / "submitted" / "kim" / LESSON
    folder.mkdir(parents=True)
    loose.touch()
    failed = [row for row in find(told, [LESSON]) if row.note]
    failed += [Row("kim", LESSON, note="no notebook"), Row("luc", LESSON, note="no notebook")]
    assert "<li>luc, " in overview.write(told, [report()], failed).read_text()
    page = overview.write(told, [report()]).read_text()
    assert "<li>luc, " not in page
    assert page.count("no notebook") == page.count("kim.zip") == 1
    loose.unlink()
    shutil.rmtree(folder)
    page = overview.write(told, [report()]).read_text()
    assert "no notebook" not in page
    assert "kim.zip" not in page


def test_predictions_that_are_none(tmp_path):
    file = tmp_path / "predictions.json"
    assert handed_in.predictions(tmp_path) == {}
    for text in ("", "[]", "3", "{" * 10_000, '{"a": 1, "b": {"first": ""}}'):
        file.write_text(text)
        assert handed_in.predictions(tmp_path) == {}


@pytest.mark.parametrize("choices", [3, True, "left", [["left"], None], {"left": ""}, None])
def test_any_value_may_be_called_choices(choices, told):
    entry = {"question": [1], "choices": choices, "first": "left", "happened": {"left": 1}}
    file = told / "submitted" / "anna" / LESSON / "predictions.json"
    file.write_text(json.dumps({"other": entry}))
    page = overview.write(told, [report()]).read_text()
    assert '<th scope="row">left</th>' in page
    assert '<th scope="row">l</th>' not in page


def test_questions_that_one_student_made_up_hide_none_of_the_class_s(told):
    file = told / "submitted" / "anna" / LESSON / "predictions.json"
    mine = {f"own {i}": {"question": f"My own {i}?", "first": "yes"} for i in range(90)}
    file.write_text(json.dumps(mine | json.loads(file.read_text())))
    page = overview.write(told, [report()]).read_text()
    assert "Which way?" in page
    assert len(set(re.findall(r"My own \d+", page))) == overview.QUESTIONS - 1


@pytest.mark.parametrize("folder", [f"{LESSON}/", ""], ids=["in its folder", "beside none"])
def test_what_the_browser_lab_hands_in_is_one_file(folder, tmp_path):
    course = {
        "edition": "0" * 8,
        "predictions": {"first-step": {"first": "left"}},
        "progress": {"check": {"descend": {"tries": 3}}},
    }
    file = tmp_path / "submitted" / "anna" / f"{folder}{LESSON}.ipynb"
    file.parent.mkdir(parents=True)
    where = tmp_path / "submitted" / "anna" / LESSON
    for held, predicted, tries in (
        (course, {"first-step": {"first": "left"}}, {"descend": (3, None)}),
        ({**course, "predictions": 3, "progress": [1]}, {}, {}),
        ("edition", {}, {}),
        ({**course, "more": "x" * handed_in.MOST_READ}, {}, {}),
    ):
        file.write_text(json.dumps({"metadata": {"course": held}, "cells": []}))
        assert handed_in.predictions(where) == predicted
        assert handed_in.tries(where) == tries


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("### Exercise 1: walk\n\nWrite `f(w)`: the loss. More.", "Write <code>f(w)</code>."),
        ("# E\n\nLook up.\nSet two values:\n\n- `a`: one;\n- `b`.", None),
        ("# E\n\nOf two, set `a`. More.", "Set <code>a</code>."),
        ("# E\n\nThink <b>hard</b>. Then rest.", "Think &lt;b&gt;hard&lt;/b&gt;."),
        ("# E", ""),
    ],
)
def test_a_task_in_one_line(text, line):
    wanted = "Set two values: <code>a</code>, <code>b</code>." if line is None else line
    assert titles.task(text) == wanted


# --- points and comments ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "scores"),
    [(3.0, [1, 2]), (2.5, [1, 1.5]), (4, [2, 2]), (1.5, [1, 0.5]), (0.5, [0.5, 0]), (0, [0, 0])],
)
def test_points_are_shared_out_over_few_checks(wanted, scores):
    made = shared_out(wanted, [1.0, 1.0], [2.0, 2.0])
    assert sum(made) == pytest.approx(wanted)
    # What is missing is raised from the first, what is too much is lowered from the last.
    assert made == pytest.approx(
        scores if wanted <= 2 else [min(2, wanted - 1), max(1, wanted - 2)]
    )


def sent(**fields):
    was = {"was-points:a": "2", "was-comment:a": "so"}
    names = {"points": "points:a", "comment": "comment:a"}
    held = was | {names.get(name, name): value for name, value in fields.items()}
    return form.sent({"a": Given(2.0, 1.0, 4.0, 0.0, "so")}, held.get)


@pytest.mark.parametrize(
    ("fields", "points", "comments"),
    [
        ({}, {}, {}),
        ({"points": "2", "comment": " so\r\n"}, {}, {}),
        ({"points": "3,5"}, {"a": 3.5}, {}),
        ({"points": " "}, {"a": None}, {}),
        ({"points": "-0"}, {"a": 0.0}, {}),
        ({"comment": "two\r\nlines"}, {}, {"a": "two\nlines"}),
        ({"comment": ""}, {}, {"a": ""}),
    ],
)
def test_what_a_form_asks_for(fields, points, comments):
    entries, wanted = sent(**fields)
    assert not entries["a"].wrong
    # 0 and -0 are equal, and do not look so.
    assert (str(wanted.points), wanted.comments) == (str(points), comments)


@pytest.mark.parametrize(
    ("fields", "kind", "line"),
    [
        ({"points": "much"}, "points", "not a number"),
        ({"points": "nan"}, "points", "not a number"),
        ({"points": "1e999"}, "points", "not a number"),
        ({"points": "-1"}, "points", "from 0 to 4"),
        ({"points": "4.01"}, "points", "from 0 to 4"),
        ({"comment": "x" * 4001}, "comment", "4,001 characters"),
        ({"points": "3", "was-points:a": "1"}, "points", "Meanwhile"),
        ({"comment": "no", "was-comment:a": ""}, "comment", "Meanwhile"),
    ],
)
def test_what_is_wrong_with_a_form(fields, kind, line):
    entries, wanted = sent(**fields)
    assert line in entries["a"].wrong[kind]
    assert getattr(entries["a"], kind) == fields[kind], "what was typed stays"
    assert (wanted.points, wanted.comments) == ({}, {})


# --- over HTTP -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    if what_is_missing():
        pytest.skip(what_is_missing())
    return graded(tmp_path_factory.mktemp("taught"), results())


@pytest.fixture
def server(class_, tmp_path):
    root = shutil.copytree(class_, tmp_path / "class")
    (root / "report" / "link.html").symlink_to(root / "gradebook.db")
    with running(root) as made:
        yield made


def test_only_who_has_the_token_reads(server):
    assert server._socket.getsockname()[0] == "127.0.0.1"
    index = "/report/index.html"
    assert ask(server, index, Cookie=None)[0].status == 403
    assert ask(server, f"{index}?token=x", Cookie=None)[0].status == 403
    assert ask(server, index, Cookie=f"{server.cookie}=x")[0].status == 403
    answer, _ = ask(server, f"{index}?token={server.token}", Cookie=None)
    assert (answer.status, answer.getheader("Location")) == (303, index)
    cookie = answer.getheader("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    answer, page = ask(server, index, Cookie=cookie.partition(";")[0])
    assert answer.status == 200
    assert "The class" in page
    assert "default-src 'none'" in answer.getheader("Content-Security-Policy")
    assert ask(server, index, Host="evil.example")[0].status == 403
    answer, _ = ask(server, f"//evil.example/?token={server.token}", Cookie=None)
    assert not (answer.getheader("Location") or "").startswith("//")
    for path in (
        "/gradebook.db",
        "/report/../gradebook.db",
        "/report/%2e%2e/gradebook.db",
        "/report/link.html",
        "/submitted/anna",
        "/",
        "/report/nothing",
        "/report/%00",
        f"/feedback/nobody/{LESSON}/{LESSON}.html",
        "/feedback/../autograded/x.html",
    ):
        answer, held = ask(server, path)
        assert answer.status == 404, path
        assert held.count("\n") == 1, "one line"


def test_a_taken_port_is_said_in_one_line(server):
    with pytest.raises(GradingError, match="cannot be used"):
        serve.Server(server.root, server.port)


def fields(page):
    """Return the fields of a page's form, as a browser sends them."""
    held = dict(re.findall(r'<input [^>]*name="([^"]+)" value="([^"]*)"', page))
    held |= dict(re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page))
    return {name: html.unescape(value) for name, value in held.items()}


def test_a_class_s_pages_are_made_without_reading_or_writing_what_is_as_it_was(
    class_, tmp_path, monkeypatch
):
    """With 300 students and 11 lessons that took 3.4 s after each save; it takes 1.4 s now."""
    root = shutil.copytree(class_, tmp_path / "class")
    with open_gradebook(course_config(root)) as gradebook:
        now = record.read_all(gradebook)
    overview.write_all(root, grades=now)
    read = []
    for module, name in ((json, "loads"), (lesson, "read"), (files, "put")):
        monkeypatch.setattr(module, name, lambda *given, name=name: read.append(name))
    index = root / "report" / "index.html"
    before = index.read_bytes()
    overview.write_all(root, grades=now)
    assert read == []
    monkeypatch.undo()
    index.write_bytes(b"other")
    overview.write_all(root, grades=now)
    assert index.read_bytes() == before


def test_a_file_is_read_again_when_it_is_another(tmp_path):
    read, file, other = [], tmp_path / "a", tmp_path / "b"

    @read_once
    def text(path):
        read.append(path.name)
        return path.read_text()

    with pytest.raises(FileNotFoundError):
        text(file)
    file.write_text("one")
    assert (text(file), text(file)) == ("one", "one")
    other.write_text("two")
    at = file.stat().st_mtime_ns
    os.utime(other, ns=(at, at))
    # Of the same length and time, in its place.
    other.replace(file)
    assert (text(file), text(file)) == ("two", "two")
    assert read == ["a"] * 3


def agreed(root):
    """Return the points that everything tells of anna, which must be the same."""
    student = "anna"
    with open_gradebook(course_config(root)) as gradebook:
        book = record.read_grades(gradebook, student, LESSON).score
        exported = {one.student: one.score for one in export.grades(gradebook)}[student]
    told = {"the gradebook": book, "the export": exported}
    for name, who in (("grades.csv", "student_id"), (f"report/{LESSON}-students.csv", "student")):
        with open(root / name, encoding="utf-8-sig", newline="") as table:
            rows = [row for row in csv.DictReader(table) if row[who] == student]
        row = next(row for row in rows if row.get("assignment", LESSON) == LESSON)
        told[name] = float(row.get("score") or row["points"])
    heading = r"([\d.]+) of 16 points"
    for name in (f"feedback/{student}/{LESSON}/{LESSON}.html", f"report/students/{student}.html"):
        page = (root / name).read_text(encoding="utf-8")
        told[name] = float(re.search(heading, page)[1])
        # The exercises add up to it.
        earned = re.findall(r'<td class="number">([\d.]+) of', page)
        assert sum(map(float, earned)) == pytest.approx(book), name
    index = (root / "report" / "index.html").read_text(encoding="utf-8")
    percent = re.search(rf'aria-label="{student}, Lesson 1[^"]*: (\d+) percent', index)[1]
    assert percent == overview._percent(book / 16)
    assert set(told.values()) == {book}, told
    return book


def test_points_and_a_comment_are_given_and_told_everywhere(server):
    assert agreed(server.root) == 9
    page = ask(server, PAGE)[1]
    assert page.count("<form") == 1
    typed = fields(page)
    assert typed["points:descend"] == "4"
    typed |= {"points:descend": "2,5", "comment:descend": f"See {BAD}\r\nme", "at": "descend"}
    answer, _ = ask(server, PAGE, typed)
    assert (answer.status, answer.getheader("Location")) == (303, f"{PAGE}#descend")
    assert agreed(server.root) == 7.5
    with open_gradebook(course_config(server.root)) as gradebook:
        # As Formgrader shows it: the last check has less, the first is as it was.
        find = gradebook.find_grade
        first, last = (
            find(f"descend-{one}", LESSON, LESSON, "anna") for one in ("check", "hidden")
        )
        assert (first.manual_score, last.manual_score, last.auto_score) == (None, 0.5, 2.0)
        assert not last.needs_manual_grade
        comment = gradebook.find_comment("descend-answer", LESSON, LESSON, "anna")
        assert comment.manual_comment == f"See {BAD}\nme"
    file = (server.root / PAGE[1:]).read_text(encoding="utf-8")
    assert "See &lt;script&gt;" in file
    assert "Your instructor gave these points; the checks gave 4." in file
    assert file.count("Your instructor gave") == 1
    shown = ask(server, PAGE)[1]
    for text in (file, shown):
        assert "<script" not in text
    for words in ("<form", "<input", "The checks gave", HOSTILE, quote(HOSTILE), "report/"):
        assert words not in file, "a student's page has no form, and nobody else in it"
    assert fields(shown)["points:descend"] == "2.5"
    # An empty field gives the checks' own points again.
    ask(server, PAGE, fields(shown) | {"points:descend": "", "comment:descend": ""})
    assert agreed(server.root) == 9
    with open_gradebook(course_config(server.root)) as gradebook:
        assert by_hand.kept(gradebook) == {}


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_saved(server):
    typed = fields(ask(server, PAGE)[1])
    typed |= {"points:descend": '5"<b>', "points:quartic_walk": "9", "comment:descend": "kept"}
    answer, page = ask(server, PAGE, typed)
    assert answer.status == 422
    assert "2 exercises need another look" in page
    assert 'id="points-wrong-descend">This is not a number. Write one from 0 to 4.<' in page
    assert 'id="points-wrong-quartic_walk">The points must be from 0 to 4.<' in page
    assert page.count('aria-invalid="true"') == 2
    assert 'value="5&#34;&lt;b&gt;"' in page
    assert ">\nkept</textarea>" in page
    assert agreed(server.root) == 9


def test_a_gradebook_that_cannot_be_written_to_is_told_to_who_saves(server, monkeypatch):
    typed = fields(ask(server, PAGE)[1]) | {"points:descend": "1", "comment:descend": "typed"}
    url = f"sqlite:///{server.root / 'gradebook.db'}?timeout=0.3"
    monkeypatch.setattr("grading.results.gradebook.db_url", lambda config: url)
    other = sqlite3.connect(server.root / "gradebook.db")
    other.execute("BEGIN EXCLUSIVE")
    answer, told = ask(server, PAGE, typed)
    other.rollback()
    other.close()
    assert answer.status == 503
    assert told.startswith("Nothing was saved: the gradebook cannot be used now (")
    assert told.endswith("locked). Go back, and save once more.\n"), "who saves ran no command"
    assert ask(server, PAGE, typed)[0].status == 303
    assert agreed(server.root) == 6

    def gone(config):
        raise GradingError("what was saved cannot be told; it can later")

    monkeypatch.setattr(renew, "export_grades", gone)
    answer, told = ask(server, PAGE, typed | {"was-points:descend": "1", "points:descend": "2"})
    told_of = "It is saved, but the pages do not all say so yet: what was saved cannot be told.\n"
    assert (answer.status, told) == (503, told_of)
    monkeypatch.undo()
    ask(server, PAGE)
    assert agreed(server.root) == 7, "it was saved all the same"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.EROFS, f"{LESSON}.html: Read-only file system"),
        (errno.ENOSPC, f"the disk is full ({LESSON}.html could not be written)"),
    ],
)
def test_a_page_that_cannot_be_written_is_told_beside_what_was_saved(
    number, line, server, monkeypatch, capfd
):
    typed = fields(ask(server, PAGE)[1]) | {"points:descend": "1"}

    def refused(file, data, mode=0):
        raise OSError(number, os.strerror(number), str(file))

    monkeypatch.setattr(renew, "put", refused)
    answer, told = ask(server, PAGE, typed)
    assert answer.status == 503
    assert told == f"It is saved, but the pages do not all say so yet: {line}.\n"
    # Nobody is shown what is not so any more.
    assert (ask(server, PAGE)[0].status, ask(server, PAGE)[1]) == (503, f"{line}\n")
    answer, told = ask(server, PAGE, typed | {"points:descend": "2"})
    assert told == f"Nothing was saved: {line}. Go back, and save once more.\n"
    monkeypatch.undo()
    assert fields(ask(server, PAGE)[1])["points:descend"] == "1"
    assert agreed(server.root) == 6
    assert "Traceback" not in capfd.readouterr().err


def test_who_gives_points_sees_whose_work_it_is(server):
    with open_gradebook(course_config(server.root)) as gradebook:
        gradebook.update_or_create_student("anna", first_name="Anna", last_name=BAD)
    typed = fields(ask(server, PAGE)[1]) | {"points:descend": "40"}
    named = f'>anna</a> <bdi class="soft">Anna {html.escape(BAD)}</bdi>'
    for page in (ask(server, PAGE)[1], ask(server, PAGE, typed)[1]):
        assert named in page
    # A student's own page goes by the folder's name alone.
    assert "Anna" not in (server.root / PAGE[1:]).read_text(encoding="utf-8")


def test_a_hostile_name_has_a_page_with_a_form(server):
    place = f"/feedback/{quote(HOSTILE)}/{LESSON}/{LESSON}.html"
    answer, page = ask(server, place)
    assert answer.status == 200
    assert "<script" not in page
    answer, _ = ask(server, place, fields(page) | {"points:descend": "0", "at": "<x>"})
    assert (answer.status, answer.getheader("Location")) == (303, place)
    assert ask(server, place)[1].count("<strong>5 of 16 points") == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": None},
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": None, "Origin": None},
    ],
    ids=str,
)
def test_no_other_page_can_send_a_form(server, headers):
    typed = {"points:descend": "0", "was-points:descend": "4"}
    assert ask(server, PAGE, typed, **headers)[0].status == 403
    assert agreed(server.root) == 9


def test_a_form_has_a_limit_and_a_place(server):
    try:
        status = ask(server, PAGE, {"comment:descend": "x" * (form.MOST_BYTES + 1)})[0].status
    except OSError:
        status = "closed"
    assert status in (400, 413, "closed")
    assert ask(server, "/report/index.html", {"a": "b"})[0].status == 405
    assert ask(server, PAGE.replace("anna", "nobody"), {"a": "b"})[0].status == 404


def test_what_formgrader_gives_is_told_at_once(server):
    ask(server, PAGE)
    with open_gradebook(course_config(server.root)) as gradebook:
        gradebook.find_grade("descend-hidden", LESSON, LESSON, "anna").manual_score = 1.5
        gradebook.find_grade("descend-check", LESSON, LESSON, "anna").extra_credit = 1.0
        comment = gradebook.find_comment("descend-answer", LESSON, LESSON, "anna")
        comment.manual_comment = "from Formgrader"
        gradebook.db.commit()
    page = ask(server, PAGE)[1]
    assert ">from Formgrader</p>" in page
    assert "Formgrader gave 1 extra" in page
    assert fields(page)["points:descend"] == "3.5"
    assert agreed(server.root) == 9.5
    # A page that was opened before asks before it overwrites; what it leaves alone stays.
    old = fields(page) | {"was-points:descend": "4", "points:descend": "2"}
    old |= {"comment:descend": "", "was-comment:descend": ""}
    answer, page = ask(server, PAGE, old)
    assert answer.status == 422
    assert "Meanwhile it was changed to 3.5." in page
    assert fields(page)["comment:descend"] == "from Formgrader"
    assert ask(server, PAGE, fields(page))[0].status == 303
    assert agreed(server.root) == 8


def test_what_a_gradebook_writes_ahead_is_told_at_once(server):
    """While somebody has it open, its own file may stay as it is."""
    file = server.root / "gradebook.db"
    with contextlib.closing(sqlite3.connect(file)) as held:
        held.execute("PRAGMA journal_mode=WAL")
        ask(server, PAGE)
        before = file.read_bytes()
        held.execute("UPDATE comment SET manual_comment = 'ahead'")
        held.commit()
        assert file.read_bytes() == before
        assert ">ahead</p>" in ask(server, PAGE)[1]


def test_what_being_late_costs_is_told_as_soon_as_what_it_hangs_on(server):
    server.results.config.LateSubmissionPlugin.penalty_method = "zero"
    due = datetime(2026, 3, 1, 12)

    def told(extension=None, points=None):
        """Return anna's points everywhere, as they are once this was changed elsewhere."""
        with open_gradebook(course_config(server.root)) as gradebook:
            gradebook.update_or_create_assignment(LESSON, duedate=due)
            submission = gradebook.find_submission(LESSON, "anna")
            submission.timestamp, submission.extension = due + timedelta(days=1), extension
            gradebook.find_grade("descend-check", LESSON, LESSON, "anna").manual_score = points
            gradebook.db.commit()
        page = ask(server, PAGE)[1]
        with open(server.root / "grades.csv", encoding="utf-8", newline="") as table:
            (row,) = [one for one in csv.DictReader(table) if one["student_id"] == "anna"]
        shown = re.search(r"<strong>([\d.]+) of 16 points</strong>([^<]*)", page)
        assert float(shown[1]) == float(row["score"])
        assert ("taken off" in shown[2]) == bool(float(row["late_submission_penalty"]))
        return float(row["score"])

    assert told() == 0
    # Points that Formgrader gave are no more than what is left of them.
    assert told(points=1) == 0
    assert told(points=2) == 0
    assert told(timedelta(days=2), points=1) == 8
    assert told(timedelta(days=2)) == agreed(server.root) == 9


@pytest.mark.parametrize(
    ("share", "told"),
    [(0, "0"), (2 / 16, "13"), (6 / 16, "38"), (0.994, "99"), (0.9999, "99"), (1 - 1e-12, "100")],
)
def test_a_share_in_percent_is_100_only_where_nothing_is_missing(share, told):
    assert overview._percent(share) == told
