"""The map and a lesson's end say how far a student is, from the notebooks and the record alone."""

import html
import json
import re
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from authoring import bar
from authoring.build import lesson_files
from course import finish, progress, review
from course.figures.cards import HEIGHT, SCENES, WIDTH, card
from course.lab import page
from course.progress import calls, outline, store, words
from course.progress.outline import Lesson, Task
from course.progress.standing import behind, standings
from course.progress.store import note
from course_folder import ROOT

DOWN = Task("down", "Exercise 2: down & out", "Exercise 2: down & out", 1.0, 0.0)
LESSONS = (
    Lesson(
        "01_hills", "Lesson 1: Hills", 60, ("say what a hill is;", "climb $h$."),
        (Task("up", "Exercise 1: up", "Hills", 2.0, 2.0), DOWN),
    ),
    Lesson("02_fog", "Lesson 2: Fog", 75, (), (Task("feel", "Task 1: feel", "Fog", 3.0, 3.0),)),
    Lesson("03_sea", "Lesson 3: Sea", 10, (), (Task("swim", "Task 1: swim", "Sea", 1.0, 1.0),)),
)  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A student's folder with three lessons, worked in from the first one's."""
    for lesson in LESSONS:
        (tmp_path / lesson.name).mkdir()
    start = {"metadata": outline.as_metadata(LESSONS), "cells": []}
    (tmp_path / store.START).write_text(json.dumps(start))
    monkeypatch.chdir(tmp_path / LESSONS[0].name)
    return tmp_path


def checked(name, points, possible, state="right"):
    note("check", name, state=state, points=points, possible=possible)


def text(shown):
    return shown.data["text/plain"]


def test_a_new_student_may_begin_anywhere(home):
    assert text(progress()).splitlines() == [
        "Lesson 1: Hills (60 minutes)",
        "  0 of 2 exercises · 0 of 3 points · Begin",
        "Lesson 2: Fog (75 minutes)",
        "  0 of 1 exercise · 0 of 3 points · Begin",
        "Lesson 3: Sea (10 minutes)",
        "  0 of 1 exercise · 0 of 1 point · Begin",
        "In all: 0 of 4 exercises, 0 of 7 points. 6 more are given when your work is graded, "
        "with other inputs.",
    ]


def test_the_map_fills(home):
    checked("up", 2.0, 2.0)
    checked("down", 0.5, 1.0, "wrong")
    note("prediction", "way", choice="left", right=True)
    note("prediction", "far", choice="left", right=False)
    note("prediction", "open", choice="left", right=None)
    assert text(progress()).splitlines()[1] == (
        "  1 of 2 exercises · 2.5 of 3 points · 1 of 2 predictions right · Go on at Exercise 2"
    )
    checked("down", 1.0, 1.0)
    assert "2 of 2 exercises · 3 of 3 points" in text(progress())
    assert "Done: look at it again" in text(progress())


def test_a_lesson_fills_by_its_points_and_never_beyond(home):
    """Lessons change: more may have been given once than there is now."""
    for best, share in ((None, 0), (0.0, 0), (1.5, 0.5), (3.0, 1), (4.0, 1)):
        kept = {} if best is None else {"02_fog": {"check": {"feel": {"best": best}}}}
        assert standings(LESSONS, kept)[1].share == share
    assert standings((Lesson("04_sky", "Lesson 4: Sky", 5, (), ()),), {})[0].share == 0


def test_a_lesson_without_points_fills_by_its_exercises():
    tasks = tuple(Task(name, f"Task: {name}", "Sea", 0.0, 0.0) for name in "ab")
    lesson = Lesson("00_sea", "Lesson 0: Sea", 10, (), tasks)
    kept = {"00_sea": {"check": {"a": {"best": 0.0, "done": True}}}}
    (one,) = standings((lesson,), kept)
    assert one.share == 0.5
    assert words.done_so_far(one) == ["1 of 2 exercises"]
    assert "- [Task: b](#Sea)\n" in words.end(one, None, "")
    assert "point" not in words.end(one, None, "")


def test_a_point_once_earned_stays(home):
    checked("up", 2.0, 2.0)
    checked("up", 0.0, 2.0, "wrong")
    assert "1 of 2 exercises · 2 of 3 points" in text(progress())


def test_what_is_kept_of_an_exercise_that_is_no_more_counts_nothing(home):
    checked("gone", 5.0, 5.0)
    assert "0 of 2 exercises · 0 of 3 points · Go on at Exercise 1" in text(progress())


@pytest.mark.parametrize(("folder", "up"), [(".", ""), ("02_fog", "../")])
def test_links_lead_from_where_the_map_is_shown(home, monkeypatch, folder, up):
    checked("up", 2.0, 2.0)
    monkeypatch.chdir(home / folder)
    links = re.findall(r'href="([^"]*)"', progress().data["text/html"])
    assert links == [
        f"{up}01_hills/01_hills.ipynb#Exercise-2:-down-%26-out",
        f"{up}02_fog/02_fog.ipynb",
        f"{up}03_sea/03_sea.ipynb",
    ]


def test_the_map_needs_no_script_and_every_picture_is_told(home):
    page = progress().data["text/html"]
    assert "<script" not in page
    told = re.findall(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="([^"]+)"', page)
    assert len(told) == len(LESSONS)
    assert all(len(alt) > 20 for alt in told)


def test_an_end_with_open_exercises_leads_to_them(home):
    checked("up", 2.0, 2.0)
    told = finish("with a step of 1, *where* does it end?").data["text/markdown"]
    assert told.splitlines() == [
        "**1 of 2 exercises · 2 of 3 points.**",
        "",
        "Still open:",
        "",
        "- [Exercise 2: down & out](#Exercise-2:-down-%26-out): 0 of 1 point",
        "",
        "2 more points when your work is graded, with other inputs.",
        "",
        "And then:",
        "",
        "- Try this: with a step of 1, *where* does it end?",
        "- Next: [Lesson 2: Fog](../02_fog/02_fog.ipynb)",
        "- Back to [the map](../start.ipynb)",
    ]


def test_an_end_with_all_done_says_what_one_can_do_now(home, monkeypatch):
    checked("up", 2.0, 2.0)
    checked("down", 1.0, 1.0)
    told = finish().data["text/markdown"]
    assert "Every exercise of this lesson is right: well done!" in told
    assert "Now you can\n\n- say what a hill is;\n- climb $h$.\n" in told
    assert "Still open" not in told
    monkeypatch.chdir(home / "03_sea")
    assert "Next" not in finish("swim").data["text/markdown"]


@pytest.mark.parametrize("shown", [progress, finish, lambda: finish("look")])
def test_where_nothing_is_kept_it_says_the_same_each_time(tmp_path, monkeypatch, shown):
    monkeypatch.chdir(tmp_path)
    first = shown().data
    checked("up", 2.0, 2.0)
    assert shown().data == first
    assert first["text/plain"].startswith(words.NOT_HERE)
    assert list(tmp_path.iterdir()) == []


def test_the_outline_is_what_the_notebooks_say():
    found = outline.read(ROOT / "release")
    assert len(found) >= 9
    for lesson in found:
        cells = list(outline.cells(ROOT / "release" / lesson.name / f"{lesson.name}.ipynb"))
        points = sum(about.get("nbgrader", {}).get("points", 0) for _, about, _ in cells)
        assert sum(task.points + task.later for task in lesson.tasks) == points
        assert re.fullmatch(r"Lesson \d+: .+", lesson.title)
        assert 10 <= lesson.minutes <= 200
        assert len(lesson.goals) >= 3
        numbers = [re.fullmatch(r"(Exercise|Task) (\d+)", task.short)[2] for task in lesson.tasks]
        assert numbers == [str(i + 1) for i in range(len(lesson.tasks))]
        headings = {
            heading
            for kind, _, told in cells
            if kind == "markdown"
            for heading in re.findall(r"^#+ (.+)$", told, re.MULTILINE)
        }
        assert {task.heading for task in lesson.tasks} <= headings
        for task in lesson.tasks:
            assert task.heading == task.title or task.short.startswith("Task")


def test_the_start_page_keeps_the_outline_and_is_written_the_same_twice(tmp_path):
    assert page.write(ROOT / "release", tmp_path)
    assert outline.kept(tmp_path) == outline.read(ROOT / "release")
    first = (tmp_path / store.START).read_bytes()
    page.renew(tmp_path)
    assert (tmp_path / store.START).read_bytes() == first
    assert b"source/" not in first


def test_without_lessons_there_is_no_start_page(tmp_path):
    assert not page.write(tmp_path, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_start_page_that_is_not_the_course_s_is_left_alone(tmp_path):
    (tmp_path / store.START).write_text("{}")
    page.renew(tmp_path)
    assert (tmp_path / store.START).read_text() == "{}"


def test_a_lesson_s_first_line_leads_to_the_map_and_to_the_next_lesson(tmp_path):
    for name in ("00_start", "01_hills", "02_fog", "header"):
        (tmp_path / f"{name}.py").write_text("# %% [markdown]\n# # A title\n")
    told = {path.stem: [cell.source for cell in bar.cells(path)] for path in tmp_path.iterdir()}
    here = "[map of the course](../start.ipynb)"
    assert told == {
        "00_start": [f"Lesson 0 of 2 · {here} · [next lesson](../01_hills/01_hills.ipynb)"],
        "01_hills": [f"Lesson 1 of 2 · {here} · [next lesson](../02_fog/02_fog.ipynb)"],
        "02_fog": [f"Lesson 2 of 2 · {here}"],
        "header": [],
    }


# --- questions from earlier lessons ----------------------------------------------------------


def asked(lesson, name, days_ago, right=True):
    """Keep a quick check as it was answered some days ago."""
    question = {"question": "Which?", "choices": {"a": "No.", "b": "Yes."}, "answer": "b"}
    note("quick", f"{lesson}/{name}", right=right, **question)
    file = store.home() / store.FILE
    record = json.loads(file.read_text())
    at = datetime.now(UTC) - timedelta(days_ago)
    record[lesson]["quick"][name]["answers"][0]["at"] = at.isoformat(timespec="seconds")
    file.write_text(json.dumps(record))


def test_questions_come_from_the_second_lesson_on(home):
    asked("01_hills", "peak", 5)
    assert calls.questions_due(home, date.today()) == []
    asked("02_fog", "sight", 0)
    assert calls.questions_due(home, date.today()) == ["01_hills/peak"]


def test_a_finished_lesson_lies_behind(home):
    asked("01_hills", "peak", 5)
    checked("up", 2.0, 2.0)
    checked("down", 1.0, 1.0)
    assert behind(standings(LESSONS, store.read(home))) == {"01_hills"}
    assert calls.questions_due(home, date.today()) == ["01_hills/peak"]


def test_a_question_without_its_text_is_not_asked(home):
    asked("01_hills", "peak", 5)
    asked("02_fog", "sight", 0)
    assert calls.questions_due(home, date.today()) == ["01_hills/peak"]
    record = store.read(home)
    del record["01_hills"]["quick"]["peak"]["question"]
    (home / store.FILE).write_text(json.dumps(record))
    assert calls.questions_due(home, date.today()) == []


def test_the_start_page_tells_how_many_wait(home):
    asked("01_hills", "peak", 5)
    asked("02_fog", "sight", 0)
    page.renew(home)
    cells = {cell["id"]: cell for cell in json.loads((home / store.START).read_text())["cells"]}
    told = cells["review"]["outputs"][0]["data"]["text/markdown"]
    assert told.startswith("**1 question from earlier lessons is due today.**")


def test_without_a_notebook_the_review_says_how_many(home, capsys):
    review()
    assert "No questions from earlier lessons today." in capsys.readouterr().out


# --- pictures --------------------------------------------------------------------------------


def test_every_lesson_has_a_picture_of_its_own():
    topics = {path.stem.partition("_")[2] for path in lesson_files()}
    missing, left_over = topics - set(SCENES), set(SCENES) - topics
    assert not missing, f"a scene in SCENES of course/figures/cards.py is missing: {missing}"
    assert not left_over, f"no lesson has these scenes: {left_over}"


@pytest.mark.parametrize("topic", SCENES)
def test_the_hiker_goes_down_with_the_points(topic):
    pictures = [card(f"01_{topic}", share) for share in (0, 0.5, 1)]
    hikers = [
        tuple(map(int, re.search(r'cx="(\d+)" cy="(\d+)" r="17"', one.svg).groups()))
        for one in pictures
    ]
    assert len(set(hikers)) == 3
    assert all(17 <= x <= WIDTH - 17 and 17 <= y <= HEIGHT - 17 for x, y in hikers)
    assert [html.escape(one.alt) for one in pictures] == [one.alt for one in pictures]
    assert "at the start" in pictures[0].alt
    assert re.search(r"after \d+ of \d+ steps", pictures[1].alt)
    assert "at the end" in pictures[2].alt
    assert all(len(one.source) < 24_000 for one in pictures)
    scene = SCENES[topic]
    start, end = np.asarray(scene.start, float), np.asarray(scene.landscape.minima[0], float)
    assert scene.landscape(start) > scene.landscape(end)
