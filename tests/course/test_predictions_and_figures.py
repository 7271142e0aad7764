"""Predictions are recorded and compared; pictures carry alternative text and few bytes."""

import json

import numpy as np
import pytest

from course import figures, predict, reveal
from course.descent import descend
from course.landscapes import bowl, quartic
from course.validate import InputError


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_prediction_is_recorded_and_compared(folder, capsys):
    asked = predict("way", "Which way?", ["left", "right"])
    asked.choice = "left"
    assert json.loads((folder / "predictions.json").read_text()) == {"way": "left"}
    reveal("way", "right")
    told = capsys.readouterr().out
    assert "You predicted:  left" in told
    assert "What happened:  right: a surprise" in told
    reveal("way", "left")
    assert "just as you said" in capsys.readouterr().out


def test_a_prediction_is_still_there_in_another_kernel(folder):
    (folder / "predictions.json").write_text('{"way": "right", "other": "x"}')
    assert predict("way", "Which way?", ["left", "right"]).choice == "right"
    assert predict("way", "Which way now?", ["up", "down"]).choice == ""


def test_no_prediction_passes_by(folder, capsys):
    predict("way", "Which way?", ["left", "right"])
    reveal("way", "left")
    assert "You made no prediction" in capsys.readouterr().out
    assert not (folder / "predictions.json").exists()


def test_a_broken_record_loses_nothing_else(folder):
    (folder / "predictions.json").write_text("not json")
    asked = predict("way", "Which way?", ["left", "right"])
    asked.choice = "right"
    assert json.loads((folder / "predictions.json").read_text()) == {"way": "right"}


def test_the_text_form_is_fixed():
    data = predict("way", "Which way?", ["left", "right"])._repr_mimebundle_()
    assert data["text/plain"] == "Predict: Which way?\n  ( ) left\n  ( ) right"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: predict("way", "Which way?", ["left"]), "choices must hold at least two texts"),
        (lambda: reveal("unasked", "left"), "no prediction is called 'unasked'"),
        (lambda: [predict("w", "?", ["a", "b"]), reveal("w", "c")], "answer must be one of a, b"),
    ],
)
def test_wrong_use_is_told(call, told):
    with pytest.raises(InputError, match=told):
        call()


PICTURES = {
    "walks": lambda: figures.walks({"a": descend(quartic, 3, 0.01, 9)}, title="Walks"),
    "diverging": lambda: figures.walks({"a": descend(quartic, 3.0, 0.1, 30)}, title="Overflow"),
    "losses": lambda: figures.losses({"a": [3, 2, 1], "b": [3, np.inf, np.nan]}, title="Losses"),
    "contours": lambda: figures.contour_walks({"a": descend(bowl, [8, 6], 0.1, 9)}, title="Map"),
    "data": lambda: figures.lines_on_data(
        [1, 2], [3, 4], {"fit": (1, 2)}, x_label="x", y_label="y", title="Line"
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name):
    picture = PICTURES[name]()
    data, metadata = picture._repr_mimebundle_()
    assert len(picture.alt) > 50
    assert metadata["image/png"]["alt"] == picture.alt
    assert data["text/plain"] == f"Picture: {picture.alt}"
    png = picture.png()
    assert png.startswith(b"\x89PNG")
    assert len(png) < 80_000
    assert PICTURES[name]().png() == PICTURES[name]().png()


def test_lines_differ_without_colour():
    styles = [figures.line_style(i)["linestyle"] for i in range(7)]
    marks = [figures.mark_style(i)["marker"] for i in range(7)]
    assert len(set(map(str, styles))) == len(set(marks)) == 7
