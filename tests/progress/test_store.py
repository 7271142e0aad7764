"""What a student has done is kept in their own folder only, and no kernel loses another's."""

import json
import multiprocessing
import os
import time

import pytest

from course import writing
from course.progress import store
from course.progress.store import FILE, START, note, read

LESSON = "01_one_dimension"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A student's folder, worked in from the first lesson's."""
    (tmp_path / START).write_text("{}")
    (tmp_path / LESSON).mkdir()
    monkeypatch.chdir(tmp_path / LESSON)
    return tmp_path


def checked(name="descend", state="right", points=2.0):
    note("check", name, state=state, points=points, possible=2.0)


def test_a_check_is_kept_with_its_best_points(home):
    checked(state="wrong", points=0.5)
    first = read(home)[LESSON]["check"]["descend"]["first"]
    checked(points=2.0)
    checked(state="wrong", points=1.0)
    entry = read(home)[LESSON]["check"]["descend"]
    assert entry["tries"] == 3
    assert entry["best"] == 2.0
    assert (entry["state"], entry["points"]) == ("wrong", 1.0)
    assert entry["done"]
    assert entry["first"] == first <= entry["last"]
    assert entry["last"].endswith("Z")
    assert len(entry["last"]) == len("2026-03-01T10:00:00Z")


def test_the_first_prediction_stays_and_its_verdict_comes_later(home):
    note("prediction", "way", choice="left", right=None)
    note("prediction", "way", choice="right", right=False)
    note("prediction", "way", choice="right", right=True)
    entry = read(home)[LESSON]["prediction"]["way"]
    assert (entry["choice"], entry["right"], entry["tries"]) == ("left", False, 3)


def test_a_quick_check_keeps_its_question_and_the_first_answer_of_each_asking(home):
    question = {"question": "Which?", "choices": {"a": "Not so.", "b": "Right."}, "answer": "b"}
    note("quick", "floor", right=False, **question)
    note("quick", "floor", right=True, **question)
    note("quick", f"{LESSON}/floor@2026-03-02", right=True, **question)
    note("quick", f"{LESSON}/floor@2026-03-02", right=False, **question)
    entry = read(home)[LESSON]["quick"]["floor"]
    assert {key: entry[key] for key in question} == question
    assert [(one["asking"], one["right"]) for one in entry["answers"]] == [
        ("", False),
        ("2026-03-02", True),
    ]


def test_the_start_page_notes_for_the_lesson_that_is_named(home, monkeypatch):
    monkeypatch.chdir(home)
    checked()
    assert read(home) == {}
    asked = {"question": "?", "choices": {"a": "", "b": ""}, "answer": "a"}
    note("quick", "02_learning_rates/bold@2026-03-02", right=True, **asked)
    assert set(read(home)) == {"02_learning_rates"}


def test_nothing_is_written_outside_of_a_student_s_folder(tmp_path, monkeypatch):
    (tmp_path / LESSON).mkdir()
    (tmp_path / "notes").mkdir()
    monkeypatch.chdir(tmp_path / LESSON)
    checked()
    (tmp_path / START).write_text("{}")
    monkeypatch.chdir(tmp_path / "notes")
    checked()
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted([LESSON, "notes", START])


def test_a_folder_that_is_gone_is_no_student_s(tmp_path, monkeypatch):
    gone = tmp_path / LESSON
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    checked()


@pytest.mark.parametrize(
    "text",
    ["", "not json", "[]", '{"01": 3}', '{"01": {"check": 3}}', '{"01": {"check": {"a": 1}}}'],
)
def test_a_broken_file_is_set_aside_and_told_in_one_line(home, capsys, text):
    (home / FILE).write_text(text)
    assert read(home) == {}
    checked()
    assert set(read(home)[LESSON]["check"]) == {"descend"}
    (aside,) = home.glob("progress-broken-*.json")
    assert aside.read_text() == text
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert aside.name in told


def test_a_file_that_cannot_be_written_stops_nothing(home, capsys, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    checked("mse")
    before = (home / FILE).read_bytes()
    monkeypatch.setattr(os, "replace", full)
    checked()
    assert "No space left on device" in capsys.readouterr().out
    assert (home / FILE).read_bytes() == before
    assert sorted(path.name for path in home.iterdir()) == sorted(
        [LESSON, START, FILE, store.LOCK]
    )


def _write_many(folder, mine, many, together):
    os.chdir(folder)
    together.wait(60)
    for i in range(many):
        checked(f"{mine}-{i}")
        # Students are slower: each kernel gets its turn.
        time.sleep(0.002)


def test_kernels_that_write_at_once_lose_no_entry(home):
    many = 150
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(3)
    writers = [
        context.Process(target=_write_many, args=(home / LESSON, mine, many, together))
        for mine in "ab"
    ]
    for writer in writers:
        writer.start()
    together.wait(60)
    while any(writer.is_alive() for writer in writers):
        # Whenever it is read, it is whole.
        if (home / FILE).exists():
            json.loads((home / FILE).read_text(encoding="utf-8"))
        time.sleep(0.01)
    assert [writer.exitcode for writer in writers] == [0, 0]
    kept = read(home)[LESSON]["check"]
    assert set(kept) == {f"{mine}-{i}" for mine in "ab" for i in range(many)}
    assert all(entry["tries"] == 1 for entry in kept.values())


def test_a_lock_that_is_never_given_back_is_not_waited_for(home, monkeypatch):
    def held(_):
        raise BlockingIOError

    monkeypatch.setattr(writing, "_LOCKED", held)
    monkeypatch.setattr(writing, "PATIENCE", 0.05)
    begun = time.monotonic()
    checked()
    assert time.monotonic() - begun < 8
    assert read(home)
