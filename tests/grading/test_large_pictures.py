"""How large a picture becomes where it is shown is read from its head."""

import base64
import io

import pytest
from PIL import Image

from grading.exam import pictures, submission
from grading.exam.pictures import MOST_POINTS, may_be_shown, points
from grading.exam.proxies import MOST_SHOWN, Work
from grading.isolation.guest.confine import Limits


def as_text(data):
    return base64.b64encode(data).decode()


def picture(size=(30, 20), kind="PNG", **more):
    out = io.BytesIO()
    Image.new(more.pop("mode", "L"), size).save(out, kind, **more)
    return out.getvalue()


REAL = {
    "PNG": picture(mode="RGBA"),
    "JPEG": picture(kind="JPEG", exif=b"Exif\0\0" + bytes(20_000), comment=b"x"),
    "progressive JPEG": picture(mode="RGB", kind="JPEG", progressive=True, dpi=(300, 300)),
    "GIF": picture(kind="GIF"),
    "GIF that moves": picture(
        mode="P",
        kind="GIF",
        save_all=True,
        append_images=[Image.new("L", (30, 20), shade) for shade in (60, 255)],
        comment=b"x" * 600,
    ),
}


@pytest.mark.parametrize("kind", REAL)
def test_the_points_of_a_real_picture(kind):
    assert points(as_text(REAL[kind])) == 600
    lines = base64.encodebytes(REAL[kind]).decode()
    assert points(lines) == 600, "Jupyter writes lines"
    assert may_be_shown(lines)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_that_is_too_large_is_not_shown(kind):
    assert may_be_shown(as_text(picture((8000, 5000), kind)))
    assert not may_be_shown(as_text(picture((8001, 5000), kind)))


def test_a_frame_is_as_large_as_the_picture_that_it_makes():
    small, large = bytearray(REAL["GIF"]), (60_000).to_bytes(2, "little")
    at = small.index(b",\0\0\0\0")
    small[at + 5 : at + 9] = large * 2
    assert points(as_text(small)) == 60_000**2


@pytest.mark.parametrize(
    "data", [b"", b"BM" + bytes(60), picture(kind="WEBP"), b"\xff\xd8", b"GIF89a", b"<svg/>"]
)
def test_what_is_no_picture_of_these_kinds_is_none(data):
    assert points(as_text(data)) is None
    assert not may_be_shown(as_text(data))
    assert points("x") is None


def test_pictures_that_are_too_many_together_are_left_out():
    one = {
        "output_type": "display_data",
        "data": {"image/png": as_text(picture((6000, 6000)))},
        "metadata": {},
    }
    assert len(one["data"]["image/png"]) < 100_000
    work = Work(None, [], Limits())
    kept = work._not_too_much([one] * 100)
    assert 1 <= len(kept) * 36_000_000 <= 4 * MOST_SHOWN
    assert work.notes == ["its outputs are very long together; the rest was left out"]


def test_of_attached_pictures_those_that_are_too_large_are_left_out(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_POINTS", 700)
    assert MOST_POINTS > 700
    notes = []
    held = {
        "ok.png": {"image/png": as_text(REAL["PNG"])},
        "large.gif": {"image/gif": as_text(picture((800, 1), "GIF"))},
    }
    kept, _room = submission._attachments(held, notes, 1 << 20)
    assert [*kept] == ["ok.png"]
    assert notes == ["a picture attached to a text is too large, or none; it was left out"]


def test_attached_pictures_that_are_too_many_together_are_left_out():
    """Each text alone has few: three thousand texts made a page that no browser opens."""
    attached = {"a.png": {"image/png": as_text(picture((6000, 6000)))}}
    cell = {"cell_type": "markdown", "source": "see", "attachments": attached}
    notes = []
    found = submission._cells({"cells": [cell] * 100, "nbformat": 4}, notes)
    shown = sum(bool(one["attachments"]) for one in found)
    assert 1 <= shown * 36_000_000 <= 4 * submission.MOST_TOGETHER
    assert {*notes} == {"the pictures attached are very large together; some were left out"}
