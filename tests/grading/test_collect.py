"""What an LMS gives out at once comes to each student's folder, and nothing is lost."""

import errno
import inspect
import os
import sys
import zipfile
from functools import partial
from pathlib import Path
from random import Random

import pytest

from course_folder import course_config
from grading.__main__ import cli
from grading.collect import LAYOUTS, collect
from grading.errors import GradingError
from grading.results.gradebook import open_gradebook
from grading.results.roster import Student

LESSON = "01_one_dimension"
CLASS = (
    Student("al1815", "Ada", "Lovelace"),
    Student("mn1860", "María José", "Núñez-Prieto"),
    Student("gh1906", "Grace", "Hopper"),
)
# How each LMS names what Ada and María handed in.
NAMES = {
    "Moodle": (
        "Ada Lovelace_123456_assignsubmission_file/01_one_dimension.ipynb",
        "Núñez-Prieto María José_9_assignsubmission_file_/my (1).ipynb",
    ),
    "Canvas": (
        "lovelaceada_4711_889900_01_one_dimension.ipynb",
        "núñezprietomaríajosé_LATE_4712_889901_01_one_dimension-2.ipynb",
    ),
    "Brightspace": (
        "12345-678901 - Ada Lovelace - Mar 1, 2027 1201 PM/01_one_dimension.ipynb",
        "12346-678901 - María José Núñez-Prieto - 2 March, 2027 12-01/01_one_dimension.ipynb",
    ),
    "Blackboard": (
        "Lesson 1_al1815_attempt_2027-03-01-12-00-00_01_one_dimension.ipynb",
        "Lesson_1_mn1860_attempt_2027-03-01-12-00-01_01_one_dimension.ipynb",
    ),
}


def packed(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def unpacked(path, files):
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    return path


def written(submitted):
    return {
        path.relative_to(submitted).as_posix(): path.read_text()
        for path in submitted.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("make", [packed, unpacked])
@pytest.mark.parametrize("inside", ["", "download/"])
@pytest.mark.parametrize("lms", LAYOUTS)
def test_each_file_comes_to_the_student_that_its_name_tells(lms, inside, make, tmp_path):
    names = [inside + name for name in NAMES[lms]]
    download = make(tmp_path / "all.zip", dict(zip(names, ("a", "m"), strict=True)))
    done = collect(download, LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, done.same, done.problems) == (["al1815", "mn1860"], [], [])
    found = written(tmp_path / "submitted")
    assert list(found.values()) == ["a", "m"]
    assert all(path.startswith(f"{CLASS[i].id}/{LESSON}/") for i, path in enumerate(sorted(found)))
    assert all(path.endswith(".ipynb") for path in found)


@pytest.mark.parametrize("lms", LAYOUTS)
def test_whose_work_is_marked_as_late_is_told(lms, tmp_path):
    download = packed(tmp_path / "all.zip", dict(zip(NAMES[lms], ("a", "m"), strict=True)))
    # Told again where nothing is new: it is not written anywhere.
    for _ in range(2):
        done = collect(download, LESSON, tmp_path / "submitted", CLASS)
        assert done.late == (["mn1860"] if lms == "Canvas" else [])


def test_who_handed_in_several_late_files_is_told_once(tmp_path):
    name = NAMES["Canvas"][1]
    files = {name: "m", name.replace("01_one_dimension-2.ipynb", "notes.txt"): "n"}
    done = collect(packed(tmp_path / "all.zip", files), LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, done.late) == (["mn1860"], ["mn1860"])


def test_the_command_tells_whose_work_is_late(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with open_gradebook(course_config(tmp_path)) as gradebook:
        for one in CLASS:
            gradebook.update_or_create_student(
                one.id, first_name=one.first_name, last_name=one.last_name
            )
    packed(tmp_path / "all.zip", dict.fromkeys(NAMES["Canvas"], "a"))
    cli(["collect", "all.zip", LESSON], standalone_mode=False)
    told = capsys.readouterr().out
    assert "01_one_dimension of 2 students" in told
    assert "late, as the download says, but not when: mn1860\n" in told
    assert "timestamp.txt" in told


@pytest.mark.parametrize("first", ["Se\u00e1n", "Se\u00e1n (Jack)"])
@pytest.mark.parametrize("last", ["O'Neil", "O\u2019Neil", "\u200fO\u2019Neil"])
def test_a_name_that_no_file_can_have_is_its_student_s(first, last, tmp_path):
    """Moodle takes quotes and the like out of the names of files (its PARAM_FILE)."""
    students = (*CLASS, Student("sn7", first, last))
    for i, told in enumerate([f"{first} ONeil", f"{first} {last}"]):
        name = f"{told}_123_assignsubmission_file/01_one_dimension.ipynb"
        submitted = tmp_path / str(i)
        done = collect(packed(tmp_path / f"{i}.zip", {name: "s"}), LESSON, submitted, students)
        assert (done.students, done.problems) == (["sn7"], [])


class AsOnMacOS(zipfile.ZipInfo):
    """A file of an archive with its name in UTF-8, and without a word of it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode(), self.flag_bits


@pytest.mark.parametrize("inside", ["", "download/"])
@pytest.mark.parametrize("sign", ["/", "\\"])
def test_an_archive_that_was_packed_again_is_read(inside, sign, tmp_path):
    name = (inside + NAMES["Moodle"][1]).replace("/", sign)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(AsOnMacOS(name), "m")
    done = collect(tmp_path / "a.zip", LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, done.problems) == (["mn1860"], [])
    assert written(tmp_path / "submitted") == {f"mn1860/{LESSON}/my (1).ipynb": "m"}


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("broken", ["changed", "cut out"])
def test_a_broken_file_of_an_archive_is_told(packing, broken, tmp_path):
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr(NAMES["Moodle"][0], Random(1).randbytes(3000))
    data = bytearray(file.read_bytes())
    data[400:2000] = b"" if broken == "cut out" else b"\0" * 1600
    file.write_bytes(data)
    done = collect(file, LESSON, tmp_path / "submitted", CLASS)
    assert done.problems == ["al1815: 01_one_dimension.ipynb is too large, or cannot be read"]
    assert not (tmp_path / "submitted").exists()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"x" * 250 + ".txt": ""}, "lies where a name is longer than 240 bytes"),
        ({"a": "", "a/b": ""}, "a is a file, and a folder, too"),
        ({"a/" * 30 + "b": ""}, "b lies too deep in folders"),
        ({"a/" * 2000 + "b": ""}, "b lies too deep in folders"),
        ({("a" * 200 + "/") * 20 + "b": ""}, "b lies too deep in folders"),
        ({f"{i}.txt": "" for i in range(20_000)}, "there are 20,001 files; at most 1,000 are"),
        ({f"{i}.txt": "x" * 600 for i in range(9)}, "the files are larger than 0 MB together"),
    ],
)
def test_what_one_student_hands_in_keeps_nobody_else_s_work_back(
    files, told, tmp_path, monkeypatch
):
    monkeypatch.setattr("grading.collect.MOST_OF_ONE", 5000)
    first, second = NAMES["Brightspace"]
    of_first = {f"{first.partition('/')[0]}/{name}": text for name, text in files.items()}
    download = packed(tmp_path / "a.zip", {first: "a", **of_first, second: "m"})
    done = collect(download, LESSON, tmp_path / "submitted", CLASS)
    (problem,) = done.problems
    assert problem.startswith("al1815: ")
    assert told in problem
    assert list(written(tmp_path / "submitted").values()) == ["m"]


def test_what_was_collected_before_is_replaced_only_if_asked_for(tmp_path):
    submitted, (name, _) = tmp_path / "submitted", NAMES["Moodle"]
    once = packed(tmp_path / "1.zip", {name: "old"})
    collect(once, LESSON, submitted, CLASS)
    assert collect(once, LESSON, submitted, CLASS).same == ["al1815"]
    later = packed(tmp_path / "2.zip", {name: "new"})
    done = collect(later, LESSON, submitted, CLASS)
    assert done.problems == [
        "al1815: another 01_one_dimension.ipynb was collected before; --update replaces it"
    ]
    assert [*written(submitted).values()] == ["old"]
    assert collect(later, LESSON, submitted, CLASS, update=True).students == ["al1815"]
    assert [*written(submitted).values()] == ["new"]


def test_a_newer_notebook_of_another_name_replaces_the_older_one(tmp_path):
    submitted, (name, _) = tmp_path / "submitted", NAMES["Canvas"]
    again = name.replace("_4711_889900_01_one_dimension", "_4711_889955_01_one_dimension-1")
    collect(packed(tmp_path / "1.zip", {name: "old"}), LESSON, submitted, CLASS)
    (submitted / "al1815" / LESSON / "timestamp.txt").write_text("2027-03-01 12:00 UTC")
    later = packed(tmp_path / "2.zip", {again: "new"})
    before = written(submitted)
    assert collect(later, LESSON, submitted, CLASS).problems == [
        "al1815: 01_one_dimension.ipynb was collected before, and has another name now; "
        "--update replaces it"
    ]
    assert written(submitted) == before
    assert collect(later, LESSON, submitted, CLASS, update=True).students == ["al1815"]
    assert written(submitted) == {
        f"al1815/{LESSON}/01_one_dimension-1.ipynb": "new",
        f"al1815/{LESSON}/timestamp.txt": "2027-03-01 12:00 UTC",
    }


@pytest.mark.parametrize("update", [False, True])
def test_a_notebook_that_was_renamed_by_hand_is_the_same(update, tmp_path):
    submitted, (_, name) = tmp_path / "submitted", NAMES["Moodle"]
    download = packed(tmp_path / "1.zip", {name: "m"})
    collect(download, LESSON, submitted, CLASS)
    folder = submitted / "mn1860" / LESSON
    (folder / "my (1).ipynb").rename(folder / f"{LESSON}.ipynb")
    done = collect(download, LESSON, submitted, CLASS, update=update)
    assert (done.students, done.same, done.problems) == ([], ["mn1860"], [])
    assert written(submitted) == {f"mn1860/{LESSON}/{LESSON}.ipynb": "m"}


def test_a_second_attempt_leaves_none_that_counts_by_its_name(tmp_path):
    submitted, (one, _) = tmp_path / "submitted", NAMES["Brightspace"]
    collect(packed(tmp_path / "1.zip", {one: "first"}), LESSON, submitted, CLASS)
    both = packed(tmp_path / "2.zip", {one: "first", one.replace("Mar 1", "Mar 2"): "second"})
    collect(both, LESSON, submitted, CLASS, update=True)
    assert sorted(path.name for path in submitted.rglob("*.ipynb")) == [
        "01_one_dimension (1).ipynb",
        "01_one_dimension (2).ipynb",
    ]


def test_two_attempts_are_both_there(tmp_path):
    one, _ = NAMES["Brightspace"]
    files = {one: "first", one.replace("Mar 1", "Mar 2"): "second"}
    collect(packed(tmp_path / "a.zip", files), LESSON, tmp_path / "submitted", CLASS)
    assert written(tmp_path / "submitted") == {
        f"al1815/{LESSON}/01_one_dimension (1).ipynb": "first",
        f"al1815/{LESSON}/01_one_dimension (2).ipynb": "second",
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Alan Turing_1_assignsubmission_file_/a.ipynb", "Alan Turing: nobody in the gradebook"),
        ("turingalan_1_2_a.ipynb", "turingalan: nobody in the gradebook"),
        ("Bo Li_1_assignsubmission_file_/a.ipynb", "Bo Li: b1, b2 are called so"),
        ("Ada Lovelace_1_assignsubmission_file_/../../a.ipynb", "outside of its student's folder"),
        ("Ada Lovelace_1_assignsubmission_file_/C:\\a.ipynb", "outside of its student's folder"),
        ("notes.txt", "1 file that does not say in its name whose it is: notes.txt"),
        # What was typed into Canvas's page, instead of a file.
        ("hoppergrace_4713_text.html", "whose it is: hoppergrace_4713_text.html"),
    ],
)
def test_what_is_not_taken_is_told_and_the_rest_is_there(name, told, tmp_path):
    twins = (*CLASS, Student("b1", "Bo", "Li"), Student("b2", "Bo", "Li"))
    files = {NAMES["Moodle"][0]: "a", name: "x"}
    here = tmp_path / "course"
    done = collect(packed(tmp_path / "a.zip", files), LESSON, here / "submitted", twins)
    assert done.students == ["al1815"]
    (problem,) = done.problems
    assert told in problem
    assert written(here) == {f"submitted/al1815/{LESSON}/01_one_dimension.ipynb": "a"}
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "course"}


def _a_link(place):
    (place.parents[3] / "elsewhere").mkdir()
    place.symlink_to(place.parents[3] / "elsewhere")


@pytest.mark.parametrize(
    ("place", "make"),
    [
        ("", Path.touch),
        (LESSON, Path.touch),
        (f"{LESSON}/data", Path.touch),
        # As an archive leaves it that a student made, and that was unpacked there.
        (f"{LESSON}/data", _a_link),
        # As Windows unpacks LESSON.ipynb.zip.
        (f"{LESSON}/{LESSON}.ipynb", Path.mkdir),
        (f"{LESSON}/{LESSON}.ipynb", os.mkfifo),
    ],
)
@pytest.mark.parametrize("update", [False, True])
def test_what_is_in_the_way_keeps_nobody_else_s_work_back(place, make, update, tmp_path):
    ada, maria = NAMES["Moodle"]
    way = tmp_path / "submitted" / "al1815" / place
    way.parent.mkdir(parents=True)
    make(way)
    before = written(tmp_path)
    files = {ada: "a", f"{Path(ada).parent}/data/x.csv": "x", maria: "m"}
    download = packed(tmp_path / "a.zip", files)
    done = collect(download, LESSON, tmp_path / "submitted", CLASS, update=update)
    told = f"submitted/{Path('al1815', place)} is in the way; move it elsewhere, and collect again"
    assert (done.students, done.problems) == (["mn1860"], [f"al1815: {told}"])
    download.unlink()
    assert written(tmp_path) == before | {f"submitted/mn1860/{LESSON}/my (1).ipynb": "m"}


def test_a_folder_that_cannot_be_written_keeps_nobody_else_s_work_back(tmp_path, monkeypatch):
    def put(path, data):
        if "al1815" in path.parts:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        path.parent.mkdir(parents=True)
        path.write_bytes(data)

    # Whoever may do everything on a machine is refused no folder.
    monkeypatch.setattr("grading.collect.put", put)
    ada, maria = NAMES["Moodle"]
    download = packed(tmp_path / "a.zip", {ada: "a", maria: "m"})
    done = collect(download, LESSON, tmp_path / "submitted", CLASS)
    told = "submitted/al1815/ cannot be written or read: Permission denied; collect again"
    assert done.students == ["mn1860"]
    assert [line.startswith(told) for line in done.problems] == [True]


def test_without_any_name_one_sentence_says_so(tmp_path):
    """A class of 300 and no roster was 300 lines."""
    download = packed(tmp_path / "a.zip", {names[0]: "x" for names in NAMES.values()})
    with pytest.raises(GradingError, match=r"knows no student yet.*`roster`"):
        collect(download, LESSON, tmp_path / "submitted", [])


def test_what_an_lms_adds_is_nobody_s_work(tmp_path):
    added = (
        "index.html",
        "__MACOSX/._a",
        "Ada Lovelace_1_assignsubmission_onlinetext_/onlinetext.html",
        "Lesson 1_al1815_attempt_2027-03-01-12-00-00.txt",
    )
    files = {NAMES["Moodle"][0]: "a"} | dict.fromkeys(added, "x")
    done = collect(packed(tmp_path / "a.zip", files), LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, done.problems) == (["al1815"], [])


def test_who_typed_a_text_and_handed_in_no_file_is_told(tmp_path):
    maria = "Núñez-Prieto María José_9_assignsubmission_onlinetext_/onlinetext.html"
    files = {NAMES["Moodle"][0]: "a", maria: "x"}
    done = collect(packed(tmp_path / "a.zip", files), LESSON, tmp_path / "submitted", CLASS)
    told = "mn1860: a text was typed into the page, and no file handed in"
    assert (done.students, done.problems) == (["al1815"], [told])


def test_a_link_leads_nowhere(tmp_path):
    (tmp_path / "secret.ipynb").write_text("s")
    (tmp_path / "submitted").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "submitted" / "mn1860").symlink_to(tmp_path / "elsewhere")
    folder = unpacked(tmp_path / "all", {NAMES["Moodle"][1]: "m"})
    (folder / "Ada Lovelace_1_assignsubmission_file_").mkdir()
    link = folder / "Ada Lovelace_1_assignsubmission_file_" / "a.ipynb"
    link.symlink_to(tmp_path / "secret.ipynb")
    done = collect(folder, LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, len(done.problems)) == ([], 2)
    assert written(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "No such file"),
        (b"PK\x03\x04 broken", "neither a folder nor a ZIP"),
        ("strange", "no download of an assignment as Moodle, Canvas, Brightspace, Blackboard"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(data, told, tmp_path):
    download = tmp_path / "a.zip"
    if data == "strange":
        packed(download, {"a/b.txt": "x"})
    elif data:
        download.write_bytes(data)
    with pytest.raises(GradingError, match=told):
        collect(download, LESSON, tmp_path / "submitted", CLASS)


def _of_a_newer_program(data, entry):
    data[entry + 6 : entry + 8] = (99).to_bytes(2, "little")


def _says_utf8_and_is_not(data, entry):
    data[entry + 8 : entry + 10] = (0x800).to_bytes(2, "little")
    data[entry + 46] = 0xFF


def _more_than_it_holds(data, entry):
    data[entry + 30 : entry + 32] = (200).to_bytes(2, "little")


@pytest.mark.parametrize(
    "change", [_of_a_newer_program, _says_utf8_and_is_not, _more_than_it_holds]
)
def test_a_list_of_an_archive_that_cannot_be_read_is_told_in_one_line(change, tmp_path):
    file = packed(tmp_path / "a.zip", dict.fromkeys(NAMES["Moodle"], "x"))
    data = bytearray(file.read_bytes())
    change(data, data.index(b"PK\x01\x02"))
    file.write_bytes(data)
    with pytest.raises(GradingError, match=r"a\.zip: it is a ZIP file that is broken; unpack it"):
        collect(file, LESSON, tmp_path / "submitted", CLASS)


@pytest.mark.parametrize("make", [packed, unpacked])
def test_whose_work_is_hidden_alone_is_told(make, tmp_path):
    """A notebook that a sync program or an editor hid is work: its student handed something in."""
    ada, _ = NAMES["Moodle"]
    who = ada.partition("/")[0]
    hidden = [f"{who}/.ipynb_checkpoints/a-checkpoint.ipynb", f"{who}/.a.ipynb"]
    left = [f"{who}/.DS_Store", f"{who}/__MACOSX/._a.ipynb"]
    only = make(tmp_path / "1", dict.fromkeys([*hidden, *left], "x"))
    done = collect(only, LESSON, tmp_path / "submitted", CLASS)
    (problem,) = done.problems
    assert problem.startswith("al1815: nothing is there but hidden files, which are not taken: ")
    assert {"a-checkpoint.ipynb", ".a.ipynb"} == {
        Path(name).name for name in problem.rpartition(": ")[2].split(", ")
    }
    beside = make(tmp_path / "2", dict.fromkeys([ada, *hidden, *left], "x"))
    done = collect(beside, LESSON, tmp_path / "submitted", CLASS)
    assert (done.students, done.problems) == (["al1815"], [])
    assert [*written(tmp_path / "submitted")] == [f"al1815/{LESSON}/01_one_dimension.ipynb"]


def test_a_folder_that_is_closed_or_a_link_is_told(tmp_path, monkeypatch):
    ada, maria = NAMES["Moodle"]
    folder = unpacked(tmp_path / "all", {ada: "a", maria: "m"})
    other = tmp_path / "elsewhere"
    (folder / maria).parent.rename(other)
    (folder / maria).parent.symlink_to(other)
    list_ = os.scandir

    def closed(place):
        # The one who runs this may be root, whom no folder is closed to.
        if os.fspath(place) == str(shut):
            raise PermissionError(13, "Permission denied", str(place))
        return list_(place)

    monkeypatch.setattr(os, "scandir", closed)
    shut = (folder / ada).parent
    done = collect(folder, LESSON, tmp_path / "submitted", CLASS)
    assert done.students == []
    assert sorted(done.problems) == [
        "Ada Lovelace_123456_assignsubmission_file cannot be read: Permission denied",
        f"{Path(maria).parent} is a link; put the folder itself there",
    ]
    shut = folder
    with pytest.raises(GradingError, match="all: Permission denied"):
        collect(folder, LESSON, tmp_path / "submitted", CLASS)


def test_folders_in_folders_without_end_are_told(tmp_path):
    ada, maria = NAMES["Moodle"]
    folder = unpacked(tmp_path / "all", {ada: "a", maria: "m"})
    ((folder / ada).parent / Path(*"d" * 300)).mkdir(parents=True)
    most = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 200)
    try:
        done = collect(folder, LESSON, tmp_path / "submitted", CLASS)
    finally:
        sys.setrecursionlimit(most)
    assert len(done.students) == 2
    assert done.problems == [f"what is in {Path(ada).parts[0]} lies too deep in folders"]


def test_a_folder_that_is_no_download_is_called_as_it_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(unpacked(tmp_path, {"a/b.txt": "x"}))
    with pytest.raises(GradingError, match=r"^\. is no download"):
        collect(Path(), LESSON, tmp_path / "submitted", CLASS)


def test_the_command_takes_the_roster_s_names(command_in, tmp_path):
    root = tmp_path / "course"
    (root / "submitted").mkdir(parents=True)
    run = partial(command_in, where=root)
    table = tmp_path / "class.csv"
    table.write_text("username,First name,Last name\nzz1,Zoë,Zola\n")
    assert run("roster", table)[0] == 0
    files = {"Zoë Zola_5_assignsubmission_file_/a.ipynb": "{}"}
    download = packed(tmp_path / "a.zip", files)
    assert run("collect", download, "1") == (0, f"submitted/: {LESSON} of 1 student\n", "")
    assert (root / "submitted" / "zz1" / LESSON / "a.ipynb").read_text() == "{}"
    other = packed(tmp_path / "b.zip", files | {"No One_6_assignsubmission_file_/a.ipynb": "{}"})
    code, out, _ = run("collect", other, LESSON)
    assert code == 1
    assert out.startswith(f"submitted/: {LESSON} of 0 students, 1 as before\nNo One: nobody")
