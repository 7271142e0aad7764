"""Questions keep the first choice, explain every choice, and say no more than they know."""

import json
import multiprocessing
import os
import re
import time
from dataclasses import replace

import pytest

from course import predict, quick, reveal
from course.progress.store import START, read
from course.questions import box as boxes
from course.questions import record
from course.questions.box import Box, shown_box
from course.questions.question import Answer, Question, said
from course.validate import InputError

CHOICES = {"left": "Left looks nearer, `w < 0`.", "right": "The slope is negative.", "no way": "?"}
WAY = Question("predict", "way", "Which way?", CHOICES)
CHECK = Question("quick", "way", "Which way?", CHOICES)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(boxes, "_boxes", {})
    return tmp_path


def kept(folder):
    return json.loads((folder / "predictions.json").read_text())


def test_a_prediction_is_recorded_and_compared(folder, capsys):
    predict("way", "Which way?", CHOICES)
    shown_box("way").choose("left")
    entry = kept(folder)["way"]
    assert (entry["first"], entry["question"]) == ("left", "Which way?")
    reveal("way", False, True, False)
    told = capsys.readouterr().out
    assert "You predicted: left." in told
    assert "What happened: right. The slope is negative." in told
    assert "Left looks nearer" in told
    assert kept(folder)["way"]["happened"] == "right"


def test_the_first_choice_stays(folder):
    box = Box(WAY, Answer())
    for choice in ("left", "right"):
        box.choose(choice)
    assert kept(folder)["way"]["first"] == "left"
    assert kept(folder)["way"]["last"] == "right"
    box.happen("right")
    tone, lines = said(WAY, box.answer, box.happened)
    assert tone == "wrong"
    assert lines[-1] == "(Later you chose: right.)"


def test_a_choice_after_the_run_is_no_prediction(folder):
    box = Box(WAY, Answer(), "right")
    box.choose("right")
    assert kept(folder)["way"]["late"] is True
    assert said(WAY, box.answer, "right")[1][0].startswith("You chose, after the run: right.")
    assert Box(WAY, record.answer("way")).answer.late


@pytest.fixture
def lesson(folder, monkeypatch):
    """Stand in a lesson of a course, of which a map is kept."""
    (folder / START).write_text("{}")
    (folder / "01_one").mkdir()
    monkeypatch.chdir(folder / "01_one")


def test_a_prediction_is_right_or_wrong_only_once_it_came_true(folder, lesson):
    box = Box(WAY, Answer())
    box.choose("left")
    noted = [read(folder)["01_one"]["prediction"]["way"]["right"]]
    box.happen("right")
    box.choose("right")
    noted.append(read(folder)["01_one"]["prediction"]["way"]["right"])
    assert noted == [None, False]


def test_a_quick_check_is_noted_with_all_that_asking_again_takes(folder, lesson):
    Box(CHECK, Answer(), "right").choose("left")
    kept = read(folder)["01_one"]["quick"]["way"]
    assert (kept["question"], kept["choices"]) == (CHECK.text, CHOICES)
    assert kept["answer"] == "right"
    assert [one["right"] for one in kept["answers"]] == [False]


def test_only_a_choice_before_the_run_is_noted_for_the_map(folder, lesson):
    Box(WAY, Answer(), "right").choose("right")
    assert read(folder) == {}
    Box(replace(WAY, name="in time"), Answer()).choose("right")
    assert list(read(folder)["01_one"]["prediction"]) == ["in time"]


def test_another_kernel_knows_the_answer_and_reveals_without_asking(folder, capsys):
    Box(WAY, Answer()).choose("right")
    boxes._boxes.clear()
    reveal("way", "right")
    assert "You predicted: right. Just so." in capsys.readouterr().out
    predict("way", "Which way?", CHOICES)
    assert shown_box("way").answer == Answer("right", "right")
    predict("way", "Which way now?", {"up": "", "down": ""})
    assert shown_box("way").answer == Answer()


def test_what_was_kept_before_entries_held_the_question_is_read(folder):
    (folder / "predictions.json").write_text('{"way": "right", "other": "x"}')
    predict("way", "Which way?", CHOICES)
    assert shown_box("way").answer.first == "right"


def test_revealed_before_asked_is_a_sentence_and_no_error(capsys):
    reveal("unasked", True, False)
    assert "Run the cell that asks first" in capsys.readouterr().out


def test_no_prediction_passes_by_and_writes_nothing(folder, capsys):
    predict("way", "Which way?", CHOICES)
    reveal("way", True, False)
    assert "You made no prediction" in capsys.readouterr().out
    assert not (folder / "predictions.json").exists()


@pytest.mark.parametrize("question", [WAY, CHECK])
def test_the_invitation_is_true_where_no_cell_can_be_run(question):
    tone, lines = said(question, Answer())
    assert tone == "open"
    assert not re.search(r"\b(run|cell)\b", " ".join(lines))


def test_what_cannot_be_read_is_set_aside(folder):
    (folder / "predictions.json").write_text("not json")
    Box(WAY, Answer()).choose("right")
    assert kept(folder)["way"]["first"] == "right"
    assert (folder / "predictions.json.unreadable").read_text() == "not json"


def test_recorded_is_said_only_when_it_is(monkeypatch):
    monkeypatch.setattr(record.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    box = Box(WAY, Answer())
    box.choose("right")
    lines = " ".join(box._state(box.answer)["lines"])
    assert "Recorded" not in lines
    assert "Kept until this kernel ends, not longer" in lines


def test_every_choice_of_a_quick_check_is_explained_and_the_first_kept():
    for choice, because in CHOICES.items():
        tone, lines = said(CHECK, Answer().then(choice), "right")
        assert tone == ("right" if choice == "right" else "wrong")
        assert because in lines[0]
    tone, lines = said(CHECK, Answer().then("left").then("right"), "right")
    assert tone == "right"
    assert lines[-1] == "Your first choice stays noted: left."


def test_who_chose_once_is_told_of_no_other_choice():
    once = Answer().then("left")
    told = [*said(WAY, once, "")[1], *said(WAY, once, "right")[1], *said(CHECK, once, "right")[1]]
    assert not [line for line in told if "ater you chose" in line or "first choice" in line]


def test_the_page_tells_nothing_before_a_choice_and_holds_the_choice_after_it():
    box = Box(WAY, Answer(), "right")
    before, _, script = box._page()["text/html"].partition("<script")
    assert "The slope is negative" not in before
    assert "</div>" not in script.rpartition("</script>")[0].rpartition("page(root")[2]
    box.choose("left")
    after = box._page()["text/html"].partition("<script")[0]
    assert "left (your choice)" in after
    assert "Left looks nearer, <code>w &lt; 0</code>." in after


def test_the_text_form_shows_the_choice():
    box = Box(WAY, Answer("left", "left"))
    assert box.text() == "Predict: Which way?\n  (•) left\n  ( ) right\n  ( ) no way"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: predict("way", "Which way?", {"left": ""}), "must hold at least two texts"),
        (lambda: predict("way", "Which way?", ["left", "right"]), "each with the sentence"),
        (lambda: quick("way", "Which way?", CHOICES, right="up"), "right must be one of left"),
        (lambda: [predict("w", "?", CHOICES), reveal("w", "c")], "must be one of left, right"),
        (lambda: [predict("w", "?", CHOICES), reveal("w", True, True)], "2 of 3 did"),
        (lambda: [predict("w", "?", CHOICES), reveal("w", True)], "exactly one of the 3"),
    ],
)
def test_wrong_use_is_told(call, told):
    with pytest.raises(InputError, match=told):
        call()


def _write_many(folder, mine, together):
    os.chdir(folder)
    together.wait(60)
    for i in range(60):
        one = Question("predict", f"{mine}-{i}", "Which way?", CHOICES)
        assert record.keep(one, Answer("left", "left", False), "") == ""
        time.sleep(0.002)


def test_kernels_that_answer_at_once_lose_no_entry(folder):
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(2)
    writers = [context.Process(target=_write_many, args=(folder, mine, together)) for mine in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert set(kept(folder)) == {f"{mine}-{i}" for mine in "ab" for i in range(60)}
