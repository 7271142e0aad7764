"""Every student's folder has a row, every file is named, and what lies beside is found."""

import contextlib
import inspect
import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.utils import parse_utc

from course_folder import known_lessons
from grading import folders
from grading.errors import GradingError
from grading.folders import beside, find, notebook_in
from grading.results import handed_in, record
from tests.support.class_of_one import LESSON

KNOWN = known_lessons()


def put(root, *places):
    for place in places:
        file = root / "submitted" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"{}")


def rows(root, *lessons, **more):
    return {(row.student, row.lesson): row.note for row in find(root, KNOWN, lessons, **more)}


def test_every_student_has_a_row(tmp_path):
    put(
        tmp_path,
        f"anna/{LESSON}/{LESSON}.ipynb",
        f"kim/{LESSON}.ipynb",
        "lee/homework.ipynb",
        "mia/notes.docx",
        "ned/.DS_Store",
        "oda/01/01.ipynb",
    )
    found = rows(tmp_path)
    assert found["anna", LESSON] == found["kim", LESSON] == ""
    assert "in no lesson's folder" in found["lee", "homework.ipynb"]
    assert "in no lesson's folder" in found["mia", "notes.docx"]
    assert found["ned", ""] == "this folder is empty"
    assert found["oda", "01"] == "no lesson has this name"


def test_of_many_other_folders_a_few_have_a_row(tmp_path):
    """A student who hands in all that there is hides nobody else's row."""
    put(tmp_path, f"kim/{LESSON}/{LESSON}.ipynb", f"kim/zz/{LESSON}.ipynb", "kim/zz.ipynb")
    put(tmp_path, *(f"kim/other{number}/x" for number in range(folders.MOST_ODD + 3)))
    found = rows(tmp_path)
    assert found["kim", LESSON] == ""
    assert "but it holds" in found["kim", "zz"]
    assert "its name is no lesson's" in found["kim", "zz.ipynb"]
    assert found["kim", ""] == "5 more files and folders in this folder are no lesson's"
    assert len(found) == 2 + folders.MOST_ODD


def test_an_archive_and_a_second_notebook_are_named_for_what_they_are(tmp_path):
    put(
        tmp_path,
        f"anna/{LESSON}.zip",
        "kim/homework.7z",
        f"lee/{LESSON}/{LESSON}.ipynb",
        f"lee/{LESSON}-Copy1.ipynb",
        f"mia/{LESSON}.ipynb",
        f"mia/{LESSON} (1).ipynb",
    )
    found = rows(tmp_path)
    assert found["anna", f"{LESSON}.zip"] == "it is an archive; unpack it here, and grade again"
    assert "an archive" in found["kim", "homework.7z"]
    assert found["lee", f"{LESSON}-Copy1.ipynb"].startswith("another notebook of this lesson")
    assert found["lee", LESSON] == found["mia", LESSON] == ""
    (told,) = [note for (who, what), note in found.items() if who == "mia" and what != LESSON]
    assert told.startswith("another notebook of this lesson")


def test_what_systems_leave_behind_is_no_submission(tmp_path):
    put(
        tmp_path,
        f"anna/{LESSON}/._{LESSON}.ipynb",
        f"anna/{LESSON}/{LESSON} (1).ipynb",
        f"anna/__MACOSX/{LESSON}/._{LESSON}.ipynb",
        f"anna/{LESSON}/.ipynb_checkpoints/{LESSON}-checkpoint.ipynb",
        "__MACOSX/x",
        ".DS_Store",
    )
    assert rows(tmp_path) == {("anna", LESSON): ""}
    found = notebook_in(tmp_path, "anna", LESSON)
    assert found.file.name == f"{LESSON} (1).ipynb"
    assert found.notes == (f"its file is called {LESSON} (1).ipynb, not {LESSON}.ipynb",)


def test_a_loose_file_is_named(tmp_path):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb", "kim.zip")
    assert "kim.zip lies in submitted/ itself" in rows(tmp_path)["", ""]


def test_what_is_no_file_keeps_no_work_back(tmp_path, monkeypatch):
    """Emacs keeps a link that leads nowhere beside a file that it has open."""
    work = tmp_path / "my-work" / LESSON
    (work / ".ipynb_checkpoints").mkdir(parents=True)
    (work / "other.csv").write_text("1")
    (work / "data.csv").symlink_to("other.csv")
    (work / ".#data.csv").symlink_to("ada@home.4711:1790000000")
    os.mkfifo(work / "pipe")
    mine = tmp_path / "submitted" / "me"
    for _ in range(2):
        folders.hand_in(work.parent, mine, [])
        assert {path.name for path in mine.rglob("*")} == {LESSON, "data.csv", "other.csv"}
        assert not (mine / LESSON / "data.csv").is_symlink()

    def closed(source, target, **_):
        # The one who runs this may be root, to whom every file is open.
        file = f"{source}/data.csv"
        raise shutil.Error(
            [(file, f"{target}/data.csv", f"[Errno 13] Permission denied: {file!r}")]
        )

    monkeypatch.setattr(shutil, "copytree", closed)
    told = r"/data\.csv cannot be copied: Permission denied$"
    with pytest.raises(GradingError, match=told):
        folders.hand_in(work.parent, mine, [])


@pytest.mark.parametrize("folder", [f"{LESSON} (1)", "my-work", "homework/week 1"])
def test_a_lesson_in_a_folder_of_another_name_is_found(tmp_path, folder):
    put(tmp_path, f"anna/{folder}/{LESSON}/{LESSON}.ipynb", "anna/photos/a.png")
    told = f"no lesson has this name, but it holds {LESSON}: put that into the student's folder"
    assert rows(tmp_path) == {
        ("anna", folder.partition("/")[0]): told,
        ("anna", "photos"): "no lesson has this name",
    }


def test_a_lesson_s_folder_is_no_student(tmp_path):
    put(tmp_path, f"{LESSON}/anna/{LESSON}.ipynb", f"{LESSON}/{LESSON}_kim.ipynb")
    with pytest.raises(GradingError, match="holds no STUDENT/LESSON/LESSON"):
        rows(tmp_path)
    put(tmp_path, f"lee/{LESSON}/{LESSON}.ipynb")
    told = f"{LESSON}/ lies in submitted/ itself: each student's folder comes first"
    assert rows(tmp_path) == {("", ""): f"{told}, as STUDENT/{LESSON}/", ("lee", LESSON): ""}


@pytest.mark.parametrize(
    "name",
    [f"{LESSON}.ipynb.txt", f"{LESSON}.ipynb.json", "x.ipynb", f"{LESSON}.IPYNB"],
)
def test_other_names_of_a_notebook(tmp_path, name):
    put(tmp_path, f"anna/{LESSON}/{name}", f"anna/{LESSON}/helper.py")
    assert notebook_in(tmp_path, "anna", LESSON).file.name == name


def test_a_folder_of_a_notebook_s_name_is_looked_into(tmp_path):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb/{LESSON}.ipynb")
    found = notebook_in(tmp_path, "anna", LESSON)
    assert found.file.is_file()
    assert found.notes == ()


@pytest.mark.parametrize(
    "name",
    [
        f"Copy of {LESSON}.ipynb",
        f"Ada Lovelace_123_assignsubmission_file_{LESSON}.ipynb",
        f"adalovelace_12_34_{LESSON}-1.ipynb",
        f"{LESSON.title()}.ipynb",
        f"{LESSON.replace('_', '-')}.ipynb",
        f"{LESSON.replace('_', ' ')} (2).ipynb.txt",
    ],
)
def test_what_colab_and_an_lms_make_of_a_name(tmp_path, name):
    put(tmp_path, f"anna/{name}", f"anna/._{name}", "anna/notes.ipynb")
    put(tmp_path, f"kim/{LESSON}/{name}", f"kim/{LESSON}/scratch.ipynb")
    found = rows(tmp_path)
    assert found["anna", LESSON] == found["kim", LESSON] == ""
    assert "its name is no lesson's" in found["anna", "notes.ipynb"]
    for student in ("anna", "kim"):
        one = notebook_in(tmp_path, student, LESSON)
        assert one.file.name == name
        assert one.notes[-1] == f"its file is called {name}, not {LESSON}.ipynb"
    assert one.notes[0] == "beside it lies scratch.ipynb, which does not count"


@pytest.mark.parametrize("other", ["-Copy1", " (1)", "_old"])
def test_of_two_notebooks_the_one_that_counts_is_not_told_as_the_other(tmp_path, other):
    put(tmp_path, f"anna/{LESSON}.ipynb", f"anna/{LESSON}{other}.ipynb")
    found = rows(tmp_path)
    assert notebook_in(tmp_path, "anna", LESSON).file.name == f"{LESSON}.ipynb"
    told = "another notebook of this lesson is there, and counts"
    assert found == {("anna", LESSON): "", ("anna", f"{LESSON}{other}.ipynb"): told}


@pytest.mark.parametrize("names", [
    [f"hw_attempt_2026-11-{day}-10-00-00_{LESSON}.ipynb" for day in (28, 29)],
    [f"{LESSON} copy.ipynb", f"{LESSON} copy 2.ipynb"],
])  # fmt: skip
@pytest.mark.parametrize("folder", ["anna", f"anna/{LESSON}"])
def test_of_two_attempts_none_is_taken_by_its_name(tmp_path, names, folder):
    put(tmp_path, *(f"{folder}/{name}" for name in names))
    assert rows(tmp_path) == {("anna", LESSON): ""}
    with pytest.raises(ValueError, match=f"the folder holds no {LESSON}.ipynb, but") as told:
        notebook_in(tmp_path, "anna", LESSON)
    assert all(name in str(told.value) for name in names)


def test_a_folder_without_a_notebook_names_what_it_holds(tmp_path):
    put(tmp_path, f"anna/{LESSON}/report.pdf", f"anna/{LESSON}/more/a.py")
    with pytest.raises(ValueError, match=r"but report\.pdf, more/a\.py"):
        notebook_in(tmp_path, "anna", LESSON)


def test_a_folder_with_hidden_files_alone_names_them(tmp_path):
    put(tmp_path, f"anna/{LESSON}/.{LESSON}.ipynb.icloud")
    with pytest.raises(ValueError, match=rf"it is empty but for \.{LESSON}\.ipynb\.icloud"):
        notebook_in(tmp_path, "anna", LESSON)
    put(tmp_path, f"kim/.{LESSON}.ipynb.icloud")
    assert rows(tmp_path)["kim", ""] == f"this folder is empty but for .{LESSON}.ipynb.icloud"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (LESSON, "its name does not end as a notebook's, with .ipynb"),
        (f"{LESSON}.pdf", "its name does not end as a notebook's, with .ipynb"),
        (f"{LESSON}.tar.xz", "it is an archive; unpack it here, and grade again"),
        ("essay.pdf", "it lies in no lesson's folder, and its name is no lesson's"),
    ],
)
def test_a_loose_file_that_is_no_notebook_is_named_for_what_it_is(tmp_path, name, told):
    put(tmp_path, f"anna/{name}", f"lee/{LESSON}/{LESSON}.ipynb")
    assert rows(tmp_path)["anna", name] == told


def test_a_loose_link_is_named(tmp_path):
    put(tmp_path, f"lee/{LESSON}/{LESSON}.ipynb")
    (tmp_path / "submitted" / "anna").mkdir()
    (tmp_path / "submitted" / "anna" / f"{LESSON}.ipynb").symlink_to("/nowhere")
    told = "it is a link, not a file; put the file itself here"
    assert rows(tmp_path)["anna", f"{LESSON}.ipynb"] == told


def test_a_name_that_is_not_utf8_is_one_row(tmp_path):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb")
    odd = os.fsdecode(b"caf\xe9")
    put(tmp_path, f"{odd}/{LESSON}/{LESSON}.ipynb")
    found = rows(tmp_path)
    assert found["anna", LESSON] == ""
    assert "UTF-8" in found["caf\\udce9", ""]


@pytest.mark.parametrize(
    ("name", "told"),
    [("y" * 255, "longer than 240 bytes"), ("an\u00a0na", "cannot be seen")],
)
def test_a_name_that_no_file_can_have_is_one_row(tmp_path, name, told):
    put(tmp_path, f"{name}/{LESSON}/{LESSON}.ipynb")
    ((_, lesson), note), *others = rows(tmp_path).items()
    assert told in note
    assert (lesson, others) == ("", [])


def test_a_link_is_not_followed(tmp_path):
    elsewhere = tmp_path / "source"
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb", "kim/.keep")
    (elsewhere / LESSON).mkdir(parents=True)
    (elsewhere / LESSON / f"{LESSON}.ipynb").write_bytes(b"{}")
    (tmp_path / "submitted" / "kim" / LESSON).symlink_to(elsewhere / LESSON)
    (tmp_path / "submitted" / "lee").symlink_to(elsewhere)
    assert rows(tmp_path)["lee", ""].startswith("it is a link")
    for student in ("kim", "lee"):
        with pytest.raises(ValueError, match="it is a link"):
            notebook_in(tmp_path, student, LESSON)


@pytest.mark.parametrize("where", ["stuff", f"{LESSON}/stuff"])
def test_folders_that_are_too_deep_stop_nobody(tmp_path, where):
    put(tmp_path, *(f"{student}/{LESSON}/{LESSON}.ipynb" for student in ("anna", "kim", "lee")))
    here = os.open(tmp_path / "submitted" / "kim", os.O_DIRECTORY)
    for name in [*where.split("/"), *["d" * 200] * 25]:
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_DIRECTORY, dir_fd=here)
        os.close(os.open("x" * 200 + ".ipynb", os.O_CREAT, dir_fd=inner))
        os.close(here)
        here = inner
    os.close(here)
    assert {row.student for row in find(tmp_path, KNOWN) if not row.note} == {"anna", "kim", "lee"}
    assert notebook_in(tmp_path, "kim", LESSON).file.name == f"{LESSON}.ipynb"


@pytest.mark.parametrize("where", ["stuff", f"{LESSON}/stuff"])
def test_folders_in_folders_without_end_stop_nobody(tmp_path, where):
    """As if they were a thousand: no test could take those away again."""
    put(tmp_path, *(f"{student}/{LESSON}/{LESSON}.ipynb" for student in ("anna", "kim", "lee")))
    put(tmp_path, f"kim/{where}/{'d/' * 300}deep.csv", f"kim/{where}/e/flat.csv")
    most = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 200)
    try:
        found = {row.student for row in find(tmp_path, KNOWN) if not row.note}
        held, _ = beside(notebook_in(tmp_path, "kim", LESSON))
    finally:
        sys.setrecursionlimit(most)
    assert found == {"anna", "kim", "lee"}
    assert list(held) == (["stuff/e/flat.csv"] if LESSON in where else [])


@pytest.mark.parametrize("rights", [0o000, 0o444])
@pytest.mark.parametrize("where", ["", "stuff"])
def test_a_folder_that_is_closed_stops_nobody(tmp_path, monkeypatch, where, rights):
    put(tmp_path, *(f"{name}/{LESSON}/{LESSON}.ipynb" for name in ("anna", "kim", "lee")))
    put(tmp_path, f"kim/stuff/{LESSON}.ipynb")
    # Relative to the folder that it is in, root sees it as a user whom rights stop.
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o755)
    closed = tmp_path / "submitted" / "kim" / where
    closed.chmod(rights)
    try:
        if not os.getuid():
            os.seteuid(65534)
        found = rows(Path())
    finally:
        os.seteuid(os.getuid())
        closed.chmod(0o755)
    assert found["anna", LESSON] == found["lee", LESSON] == ""
    if where:
        assert found["kim", LESSON] == ""
        assert found["kim", "stuff"] == "no lesson has this name"
    else:
        assert found["kim", ""] == "this folder cannot be read: Permission denied"


def test_a_notebook_beside_is_named(tmp_path):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb", f"anna/{LESSON}/{LESSON}-Copy1.ipynb")
    (told,) = notebook_in(tmp_path, "anna", LESSON).notes
    assert told == f"beside it lies {LESSON}-Copy1.ipynb, which does not count"


def test_what_jupyter_saved_on_the_way(tmp_path):
    kept = f"anna/{LESSON}/.ipynb_checkpoints/{LESSON}-checkpoint.ipynb"
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb", kept)
    found = notebook_in(tmp_path, "anna", LESSON)
    assert folders.saved_on_the_way(found) == ""
    (tmp_path / "submitted" / kept).write_bytes(b"{ }")
    assert f"{LESSON}-checkpoint.ipynb is another" in folders.saved_on_the_way(found)


def test_names_are_meant(tmp_path):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb")
    assert list(rows(tmp_path, f"{LESSON}/")) == [("anna", LESSON)]
    assert list(rows(tmp_path, "1", student="anna/")) == [("anna", LESSON)]
    with pytest.raises(GradingError, match=f"Did you mean {LESSON}"):
        find(tmp_path, KNOWN, ["01_one_dimensions"])
    with pytest.raises(GradingError, match="Did you mean anna"):
        find(tmp_path, KNOWN, student="ana")


@pytest.mark.parametrize("student", [f"anna/{LESSON}", ".", "..", "../submitted/anna", "/etc"])
def test_a_folder_that_is_no_student_s_is_told_as_that(tmp_path, student):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb")
    with pytest.raises(GradingError, match="does not exist"):
        rows(tmp_path, student=student)


def test_what_is_beside_a_notebook(tmp_path):
    place = f"anna/{LESSON}"
    put(
        tmp_path,
        f"{place}/{LESSON}.ipynb",
        f"{place}/helper.py",
        f"{place}/data/x.csv",
        f"{place}/.hidden",
        f"{place}/timestamp.txt",
        f"{place}/copy.ipynb",
        f"{place}/__pycache__/helper.pyc",
    )
    large = tmp_path / "submitted" / place / "film.mp4"
    large.write_bytes(bytes(folders.MOST_FILE + 1))
    (tmp_path / "submitted" / place / "link").symlink_to("/etc/passwd")
    files, notes = beside(notebook_in(tmp_path, "anna", LESSON))
    assert set(files) == {"helper.py", "data/x.csv"}
    assert notes == ["files that are too large or too many were left out: film.mp4"]


def test_of_many_files_beside_a_notebook_only_those_that_it_gets_are_read(tmp_path, monkeypatch):
    put(tmp_path, f"anna/{LESSON}/{LESSON}.ipynb")
    place = tmp_path / "submitted" / "anna" / LESSON
    for i in range(20):
        with open(place / f"{i:02}.csv", "wb") as file:
            file.truncate(folders.MOST_FILE - 1)
    for i in range(200):
        (place / f"small{i:03}.csv").touch()
    reads = []
    read = os.fdopen
    monkeypatch.setattr(folders, "open", lambda *a, **k: (reads.append(a), read(*a, **k))[1],
                        raising=False)  # fmt: skip
    files, notes = beside(notebook_in(tmp_path, "anna", LESSON))
    large = folders.MOST_TOGETHER // folders.MOST_FILE
    assert len(files) == len(reads) == folders.MOST_FILES
    assert sum(map(bool, files.values())) == large
    assert notes == [
        "files that are too large or too many were left out: "
        f"{', '.join(f'{large + i:02}.csv' for i in range(4))}, …"
    ]


def test_a_flat_notebook_takes_no_other_lessons_files(tmp_path):
    put(tmp_path, f"kim/{LESSON}.ipynb", "kim/other/x.py", "kim/all.zip")
    found = notebook_in(tmp_path, "kim", LESSON)
    assert beside(found) == ({}, [])
    assert "not in a folder" in found.notes[0]


def test_what_lies_loose_beside_a_flat_notebook_belongs_to_it(tmp_path):
    """As where a student uploaded two files, and an LMS put them into one folder."""
    put(tmp_path, f"kim/{LESSON}.ipynb", "kim/helper.py", "kim/02_learning_rates.ipynb")
    put(tmp_path, "kim/timestamp.txt", "kim/02_learning_rates/other.py", "kim/.hidden")
    files, notes = beside(notebook_in(tmp_path, "kim", LESSON))
    assert (set(files), notes) == ({"helper.py"}, [])


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2030-01-01 00:30:00 +0200", datetime(2029, 12, 31, 22, 30)),
        ("2030-01-01T00:30:00+02:00", datetime(2029, 12, 31, 22, 30)),
        ("2030-01-01 00:30:00 -05:30", datetime(2030, 1, 1, 6, 0)),
        ("2030-01-01 00:30:00 UTC", datetime(2030, 1, 1, 0, 30)),
        ("2030-01-01 00:30:00.250000 UTC", datetime(2030, 1, 1, 0, 30, 0, 250000)),
        ("2030-01-01 00:30:00Z", datetime(2030, 1, 1, 0, 30)),
        ("2030-01-01 00:30:00", datetime(2030, 1, 1, 0, 30)),
        ("2030-01-01 00:30:00 GMT", datetime(2030, 1, 1, 0, 30)),
        ("2030-01-01 00:30:00 GMT+2", datetime(2029, 12, 31, 22, 30)),
        ("2030-01-01 00:30:00 UTC-05:00", datetime(2030, 1, 1, 5, 30)),
        (
            "Tue Jan 01 2030 00:30:00 GMT+0200 (Central European Summer Time)",
            datetime(2029, 12, 31, 22, 30),
        ),
        ("2030-01-01", datetime(2030, 1, 1)),
        ("0030-06-13 00:30:00", datetime(30, 6, 13, 0, 30)),
        ("0031-06-13 00:30:00", datetime(31, 6, 13, 0, 30)),
    ],
)
def test_times_with_offsets(tmp_path, text, utc):
    (tmp_path / "timestamp.txt").write_text(text + "\n")
    told, fault = record.timestamp_of(tmp_path)
    assert fault == ""
    assert datetime.strptime(told, "%Y-%m-%d %H:%M:%S.%f UTC") == utc
    assert parse_utc(told) == utc, "nbgrader reads the same time"


@pytest.mark.parametrize(
    "text",
    [
        "2030-01-01 00:30:00 CEST",
        "2030-01-01 00:30:00 +24:00",
        "2030-01-01 00:30:00 UTC-99:99",
        "yesterday",
        "9" * 400,
        "10:30",
        "5pm",
        "Monday",
        "March 2030",
    ],
)
def test_what_is_no_time_is_said(tmp_path, text):
    (tmp_path / "timestamp.txt").write_text(text)
    told, fault = record.timestamp_of(tmp_path)
    assert told == ""
    assert fault


def test_what_tells_no_day_is_not_of_the_day_of_grading(tmp_path):
    (tmp_path / "timestamp.txt").write_text("10:30")
    assert record.timestamp_of(tmp_path) == ("", "its timestamp.txt does not tell the day")


@pytest.mark.parametrize("text", ["03/04/2030 10:00", "3.4.2030", "3-4-30"])
def test_a_day_that_may_be_a_month_is_not_guessed(tmp_path, text):
    (tmp_path / "timestamp.txt").write_text(text)
    told = "its timestamp.txt can mean two days; write the year first, 2030-04-03"
    assert record.timestamp_of(tmp_path) == ("", told)


@pytest.mark.parametrize("text", ["04/04/2030", "13/04/2030", "2030-04-03 10:11", "2030/04/03"])
def test_a_day_that_can_be_no_other_is_read(tmp_path, text):
    (tmp_path / "timestamp.txt").write_text(text)
    assert record.timestamp_of(tmp_path)[1] == ""


@pytest.mark.parametrize(
    ("since", "odd"),
    [
        (timedelta(), False),
        # As a place fourteen hours ahead writes it, without its zone.
        (timedelta(hours=14), False),
        (timedelta(days=-1000), False),
        (timedelta(days=2), True),
        (timedelta(days=-365 * 30), True),
    ],
)
def test_a_time_of_a_wrong_clock(tmp_path, since, odd):
    when = datetime.now(UTC) + since
    (tmp_path / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S}")
    told, fault = record.timestamp_of(tmp_path)
    assert fault == ""
    assert bool(record.odd_time(told)) == odd
    assert record.odd_time("") == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("2030-01-01 00:30:00 UTC\r\n".encode("utf-16"), ""),
        (b"\xef\xbb\xbf2030-01-01 00:30:00 UTC", ""),
        (b" " * 201, "its timestamp.txt is larger than 200 bytes"),
        (None, "its timestamp.txt is not an ordinary file"),
        ("link", "its timestamp.txt is not an ordinary file but a link"),
    ],
)
def test_any_file_may_be_called_a_timestamp(tmp_path, data, told):
    file = tmp_path / "timestamp.txt"
    if data is None:
        os.mkfifo(file)
    elif data == "link":
        file.symlink_to("/etc/hostname")
    else:
        file.write_bytes(data)
    assert record.timestamp_of(tmp_path) == (
        "" if told else "2030-01-01 00:30:00.000000 UTC",
        told,
    )


def test_any_file_may_be_called_predictions(tmp_path):
    os.mkfifo(tmp_path / "predictions.json")
    assert handed_in.predictions(tmp_path) == {}


def test_a_name_in_other_signs_that_looks_the_same(tmp_path):
    """macOS writes "ë" in two signs, a shell or a zip of another system in one."""
    one, two = "zo\u00eb", "zoe\u0308"
    put(tmp_path, f"{two}/{LESSON}/{LESSON}.ipynb")
    assert [row.student for row in find(tmp_path, [LESSON], student=one)] == [two]
    put(tmp_path, f"{one}/{LESSON}/{LESSON}.ipynb")
    found = find(tmp_path, [LESSON])
    assert {row.student for row in found if not row.note} == {one, two}
    (told,) = (row.note for row in found if row.note)
    assert told.startswith("another folder's name looks the same")
    assert {row.student for row in find(tmp_path, [LESSON], student=one)} == {one}
