"""Killed at any moment, a second run finishes with the same gradebook; nothing is handed in twice.

The killed runs are forks of the test's own process, killed by SIGKILL just before and just after
each system call that changes the gradebook or a folder.
"""

import copy
import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from traitlets.config import Config

from course_folder import ROOT, course_config
from grading import one_machine, sample_class
from grading import run as grade_module
from grading.errors import GradingError
from grading.exam.examiner import grade as examined
from grading.isolation.sandbox import Sandbox, what_is_missing
from grading.results import record, renew
from grading.results.gradebook import COLUMNS, open_gradebook
from grading.run import grade
from grading.workers import worker
from tests.support.class_of_one import (
    LESSON,
    POISON,
    SMALL,
    Inline,
    filled,
    graded_or_dead,
    hand_in,
    lesson,
)

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")


def _changes(what):
    """Return whether a built-in function changes the gradebook or a folder."""
    name, module = getattr(what, "__name__", ""), getattr(what, "__module__", "")
    return (module == "posix" and name in ("replace", "fsync")) or (
        name == "commit" and isinstance(what.__self__, sqlite3.Connection)
    )


def late(root, student, notebook):
    file = hand_in(root, student, notebook)
    file.with_name("timestamp.txt").write_text("2026-03-02 09:30:00 UTC\n", encoding="utf-8")


@pytest.fixture(scope="module")
def class_(tmp_path_factory, gradebook_file):
    """Return a class with two submissions that nobody graded yet, and what grading gives."""
    root = tmp_path_factory.mktemp("killed")
    shutil.copy(gradebook_file, root)
    late(root, "ada", filled(sample_class.answers("partly_right", LESSON)))
    late(root, "bob", filled({}))
    results = {}
    with Sandbox(lesson().modules, SMALL) as sandbox:
        for file in root.glob("submitted/*/*/*.ipynb"):
            results[file.read_bytes()] = examined(file.read_bytes(), lesson(), sandbox)
    return root, results


@pytest.fixture
def known(class_, monkeypatch):
    """Grade from what is known already: these tests are about what is written."""
    asked = []

    def graded(held, lesson, settings, files=None, whose=None):
        asked.append(held)
        return copy.deepcopy(class_[1][held])

    monkeypatch.setattr(worker, "graded", graded)
    return asked


def book(root):
    """Return what the gradebook says, without its random keys."""
    config = course_config(root)
    with open_gradebook(config) as gradebook:
        return {
            (s.student.id, s.assignment.name): (
                str(s.timestamp),
                s.total_seconds_late,
                sorted(
                    (g.name, g.auto_score, g.manual_score, g.needs_manual_grade)
                    for n in s.notebooks
                    for g in n.grades
                ),
                sorted(
                    (c.name, c.auto_comment, c.manual_comment)
                    for n in s.notebooks
                    for c in n.comments
                ),
            )
            for a in gradebook.assignments
            for s in a.submissions
        }


def folders(root):
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in ("autograded", "feedback")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def fresh(class_, place):
    shutil.copytree(class_[0], place)
    return place


def killed(root, moment):
    """Grade in a fork that is killed at a moment; return whether it came that far."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(frame, event, what):
            nonlocal count
            if event in ("c_call", "c_return") and _changes(what):
                if count == moment:
                    os.kill(os.getpid(), signal.SIGKILL)
                count += 1

        sys.setprofile(watch)
        try:
            grade(root, executor=Inline())
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_moment(class_, known, tmp_path):
    undisturbed = fresh(class_, tmp_path / "undisturbed")
    grade(undisturbed, executor=Inline())
    expected = book(undisturbed), folders(undisturbed)
    assert set(expected[0]) == {("ada", LESSON), ("bob", LESSON)}
    moments, moment = 0, 0
    while True:
        root = fresh(class_, tmp_path / f"killed-{moment}")
        if not killed(root, moment):
            break
        rows = grade(root, executor=Inline())
        assert (book(root), folders(root)) == expected, f"killed at moment {moment}"
        assert [row.score for row in rows] == [9.0, 0]
        assert [row.note for row in rows] == ["late", "late"]
        shutil.rmtree(root)
        moments += 1
        moment += 2
    assert moments >= 8


def test_what_is_unchanged_is_not_graded_again(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "again")
    assert not any(row.again for row in grade(root, executor=Inline()))
    assert len(known) == 2
    rows = grade(root, executor=Inline())
    assert len(known) == 2
    assert [(row.unchanged, row.score) for row in rows] == [(True, 9.0), (True, 0)]
    assert [row.note for row in rows] == ["late", "late"]
    file = root / "submitted" / "bob" / LESSON / f"{LESSON}.ipynb"
    shutil.copy(root / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb", file)
    rows = grade(root, executor=Inline())
    assert [(row.unchanged, row.score) for row in rows] == [(True, 9.0), (False, 9.0)]
    assert [row.again for row in rows] == [False, True]
    grade(root, executor=Inline(), force=True)
    assert len(known) == 5


def test_who_alone_is_graded_by_a_changed_lesson_is_told(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "changed")
    monkeypatch.setattr(grade_module, "register", lambda config, names: names)

    def notes(**how):
        return [row.note for row in grade(root, executor=Inline(), **how)]

    assert notes(student="ada") == ["late"], "nobody else was graded yet"
    assert notes() == ["late", "late"]
    assert notes(student="ada") == [f"late; {grade_module.BEHIND}"]
    monkeypatch.setattr(grade_module, "register", lambda config, names: [])
    assert notes(student="ada") == ["late"]


def test_what_a_person_gave_stays(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "manual")
    grade(root, executor=Inline())
    with open_gradebook(course_config(root)) as gradebook:
        grade_ = gradebook.find_grade("descend-check", LESSON, LESSON, "bob")
        grade_.manual_score = 1.5
        comment = gradebook.find_comment("descend-answer", LESSON, LESSON, "bob")
        comment.manual_comment = "See me."
        gradebook.db.commit()
    place = root / "feedback" / "bob" / LESSON / f"{LESSON}.html"
    assert "See me." not in place.read_text(encoding="utf-8")
    rows = grade(root, executor=Inline())
    assert rows[1].unchanged, "a comment is no reason to grade again"
    assert rows[1].score == 1.5
    renewed = place.read_text(encoding="utf-8")
    assert "See me." in renewed
    assert "1.5 of" in renewed
    time_ = place.stat().st_mtime_ns
    grade(root, executor=Inline())
    assert place.stat().st_mtime_ns == time_, "a page that is right is left alone"
    rows = grade(root, executor=Inline(), force=True)
    assert rows[1].score == 1.5
    grades = {g[0]: g for g in book(root)["bob", LESSON][2]}
    assert grades["descend-check"][1:] == (0, 1.5, True)
    page = (root / "feedback" / "bob" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    assert "See me." in page


def test_points_that_a_person_gave_for_another_answer_are_told(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "resubmitted")
    file = root / "submitted" / "bob" / LESSON / f"{LESSON}.ipynb"
    grade(root, executor=Inline())
    with open_gradebook(course_config(root)) as gradebook:
        grade_ = gradebook.find_grade("descend-check", LESSON, LESSON, "bob")
        grade_.manual_score = 1.5
        gradebook.db.commit()
    rows = grade(root, executor=Inline(), force=True)
    assert [row.note for row in rows] == ["late", "late"], "the same answer was graded again"
    shutil.copy(root / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb", file)
    (row,) = grade(root, student="bob", executor=Inline())
    told = "late; points that a person gave for another answer stay: descend"
    assert (row.score, row.note) == (9.0 - 2.0 + 1.5, told)
    # An answer that is the same as before has its points rightly.
    (row,) = grade(root, student="bob", executor=Inline(), force=True)
    assert row.note == "late"


@pytest.mark.parametrize("day", ["1970-01-01", "1999-12-31", "2999-03-01"])
def test_a_time_that_cannot_be_is_told_each_time(day, class_, known, tmp_path):
    root = fresh(class_, tmp_path / "resubmitted")
    file = root / "submitted" / "bob" / LESSON / "timestamp.txt"
    file.write_text(f"{day} 00:00:00 UTC\n", encoding="utf-8")
    late = "late; " if day > "2026" else ""
    for _ in range(2):
        told = {row.student: row.note for row in grade(root, executor=Inline())}
        wrong = f"its timestamp.txt says {day}, and counts: was a clock wrong?"
        assert told == {"ada": "late", "bob": late + wrong}


@pytest.mark.parametrize("text", [None, "yesterday"])
def test_a_time_that_is_taken_away_counts_no_more(text, class_, known, tmp_path):
    """A wrong timestamp.txt was deleted, and the work stayed late, at what that costs."""
    root = fresh(class_, tmp_path / "taken")
    file = root / "submitted" / "bob" / LESSON / "timestamp.txt"
    assert [row.note for row in grade(root, executor=Inline())] == ["late", "late"]
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    for _ in range(2):
        told = {row.student: row.note for row in grade(root, executor=Inline())}
        assert told == {"ada": "late", "bob": "its timestamp.txt is not a time" if text else ""}
    assert not (root / "autograded" / "bob" / LESSON / "timestamp.txt").exists()
    with open_gradebook(course_config(root)) as gradebook:
        assert gradebook.find_submission(LESSON, "bob").timestamp is None


def test_what_being_late_costs_is_as_the_due_date_and_the_settings_say_now(
    class_, known, tmp_path, monkeypatch
):
    root = fresh(class_, tmp_path / "due")
    lateness = Config()

    def config(root):
        made = course_config(root)
        made.LateSubmissionPlugin = lateness
        return made

    def points():
        rows = grade(root, executor=Inline())
        told = [line.split(",") for line in (root / "grades.csv").read_text().splitlines()[1:]]
        score, lesson = COLUMNS.index("score"), COLUMNS.index("assignment")
        table = [float(line[score]) for line in told if line[lesson] == LESSON]
        assert table == [row.score for row in rows]
        pages = (root / "feedback" / row.student / LESSON / f"{LESSON}.html" for row in rows)
        taken = ["taken off" in page.read_text(encoding="utf-8") for page in pages]
        return table, [row.note for row in rows], taken

    def due(student, **later):
        with open_gradebook(course_config(root)) as gradebook:
            gradebook.find_submission(LESSON, student).extension = timedelta(**later)
            gradebook.db.commit()

    monkeypatch.setattr(grade_module, "course_config", config)
    assert points() == ([9.0, 0.0], ["late", "late"], [False, False])
    lateness.penalty_method = "zero"
    assert points() == ([0.0, 0.0], ["late", "late"], [True, False])
    due("ada", days=30)
    assert points() == ([9.0, 0.0], ["", "late"], [False, False])
    due("ada", seconds=1)
    assert points() == ([0.0, 0.0], ["late", "late"], [True, False])
    assert len(known) == 2, "nothing was graded again for that"


def test_submitted_is_never_written_to(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "read-only")

    def state():
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in sorted((root / "submitted").rglob("*"))
        }

    before = state()
    grade(root, executor=Inline())
    assert state() == before


def test_a_score_of_tenths_is_told_without_digits_that_nobody_gave():
    row = grade_module.Row("ada", LESSON, score=0.1 + 0.2, possible=1.0)
    assert grade_module.as_json(row)["score"] == 0.3


def test_who_handed_in_what_cannot_be_read_gets_a_page(gradebook_file, tmp_path):
    shutil.copy(gradebook_file, tmp_path)
    file = hand_in(tmp_path, "ada", filled(sample_class.answers("partly_right", LESSON)))
    whole = file.read_bytes()
    page = renew.page_file(tmp_path, "ada", LESSON)
    for cut, told in ((whole[:-99], "cut off"), (b"", "the file is empty")):
        file.write_bytes(cut)
        assert grade(tmp_path)[0].score is None
        assert told in page.read_text(encoding="utf-8")
        assert "No points were given or taken." in page.read_text(encoding="utf-8")
    file.write_bytes(whole)
    assert grade(tmp_path)[0].score == 9.0
    graded_page = page.read_bytes()
    assert b"9 of" in graded_page
    # Points that were given stay, and so does the page that tells them.
    file.write_bytes(whole[:-99])
    assert grade(tmp_path)[0].score is None
    assert page.read_bytes() == graded_page


def test_a_full_disk(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "full")
    put = renew.put

    def full(file, held, mode=0o644):
        if file.suffix == ".html" and "bob" in str(file):
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        put(file, held, mode)

    monkeypatch.setattr(renew, "put", full)
    with pytest.raises(GradingError, match=r"the disk is full .* graded so far is kept"):
        grade(root, executor=Inline())
    monkeypatch.setattr(renew, "put", put)
    rows = grade(root, executor=Inline())
    assert [row.score for row in rows] == [9.0, 0]
    assert not rows[1].unchanged


@pytest.fixture
def small_disk(tmp_path):
    """Return a disk of two megabytes, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "grading-test", str(place)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_disk_that_fills_up_at_any_moment(class_, known, tmp_path, small_disk):
    undisturbed = fresh(class_, tmp_path / "undisturbed")
    grade(undisturbed, executor=Inline())
    expected = book(undisturbed), folders(undisturbed)
    told = []
    for room in (0, 6, 12, 18, 24, 32, 40, 60, 80, 120, 160):
        root = fresh(class_, small_disk / "course")
        free = shutil.disk_usage(small_disk).free
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(max(0, free - room * 1024)))
        try:
            grade(root, executor=Inline())
        except GradingError as error:
            told.append(str(error))
        ballast.unlink()
        assert [row.score for row in grade(root, executor=Inline())] == [9.0, 0], room
        assert (book(root), folders(root)) == expected, f"with room for {room} kB"
        shutil.rmtree(root)
    assert len(told) >= 5
    assert [one for one in told if "full" not in one or "\n" in one] == []


def test_a_worker_that_is_killed(tmp_path, gradebook_file):
    """Its submissions begin again, and nothing is recorded twice."""
    shutil.copy(gradebook_file, tmp_path)
    for number in range(8):
        hand_in(tmp_path, f"student_{number}", filled({"after": f"# {number}"}))
    done = []

    def killing(row):
        done.append(row.student)
        if len(done) == 2:
            workers = [
                child
                for one in psutil.Process().children()
                for child in one.children()
                if one.cmdline()[1:2] == ["-c"] or "forkserver" in " ".join(one.cmdline())
            ]
            assert workers
            workers[0].kill()

    rows = grade(tmp_path, limits=SMALL, done=killing)
    assert [(row.score, row.note) for row in rows] == [(0, "")] * 8
    assert sorted(done) == [row.student for row in rows]


def test_a_submission_that_ends_its_worker_is_the_only_one_to_fail(
    tmp_path, gradebook_file, monkeypatch
):
    shutil.copy(gradebook_file, tmp_path)
    monkeypatch.setattr(worker, "graded", graded_or_dead)
    for student in "abcd":
        last = POISON if student == "b" else f"# {student}"
        hand_in(tmp_path, student, filled({"after": last}))
    rows = {row.student: row for row in grade(tmp_path, limits=SMALL, jobs=2)}
    died = "the process that graded it died, 3 times"
    assert [rows[student].note for student in "abcd"] == ["", died, "", ""]


def test_a_locked_gradebook(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "locked")
    url = f"sqlite:///{root / 'gradebook.db'}?timeout=0.3"
    monkeypatch.setattr("grading.results.gradebook.db_url", lambda config: url)
    other = sqlite3.connect(root / "gradebook.db")
    write = record.write_grades

    def locked(*args):
        other.execute("BEGIN EXCLUSIVE")
        args[0].engine.dispose()
        return write(*args)

    monkeypatch.setattr(record, "write_grades", locked)
    with pytest.raises(GradingError, match=r"gradebook cannot be used now .*locked"):
        grade(root, executor=Inline())
    other.rollback()
    other.close()
    monkeypatch.setattr(record, "write_grades", write)
    assert [row.score for row in grade(root, executor=Inline())] == [9.0, 0]


def test_another_machine_that_shares_the_folder_is_told(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "class")
    file = root / one_machine.NAME
    told = []

    def meanwhile(row):
        with monkeypatch.context() as patch:
            patch.setattr(one_machine.socket, "gethostname", lambda: "other")
            with pytest.raises(GradingError, match="is grading this folder") as error:
                grade(root, executor=Inline())
            told.append(str(error.value))
        # A second run on the same machine is what it always was.
        assert len(grade(root, executor=Inline())) == 2

    assert len(grade(root, executor=Inline(), done=meanwhile)) == 2
    assert len(told) == 2
    assert told[0].startswith(one_machine.socket.gethostname())
    assert not file.exists(), "who is done holds nothing"
    # What a run that was killed left holds nothing for long, and nothing on its own machine.
    for host, age in (("elsewhere", one_machine.GONE), (one_machine.socket.gethostname(), 0)):
        file.write_text(f"{host} 1")
        os.utime(file, (time.time() - age - 5,) * 2)
        assert len(grade(root, executor=Inline())) == 2
        assert not file.exists()


def test_a_file_that_changes_while_it_is_read(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "changing")
    file = root / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb"
    fstat = os.fstat

    def changing(handle):
        with open(file, "ab") as out:
            out.write(b" ")
        return fstat(handle)

    monkeypatch.setattr(grade_module.os, "fstat", changing)
    rows = grade(root, executor=Inline())
    monkeypatch.undo()
    assert (rows[0].score, rows[1].score) == (None, 0)
    told = f"{LESSON}.ipynb changed while it was read; grade again when it rests"
    assert rows[0].note == told


def test_a_notebook_that_nobody_may_read(class_, known, tmp_path, monkeypatch):
    root = fresh(class_, tmp_path / "closed")
    read = grade_module.read_whole

    def closed(file, most):
        if "ada" in file.parts:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        return read(file, most)

    monkeypatch.setattr(grade_module, "read_whole", closed)
    rows = grade(root, executor=Inline())
    assert rows[0].note == f"{LESSON}.ipynb cannot be read: Permission denied"
    assert rows[1].score == 0


def test_files_that_are_not_what_they_should_be(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "strange")
    submitted = root / "submitted"
    folder = submitted / "carl" / LESSON
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").symlink_to(submitted / "ada" / LESSON / f"{LESSON}.ipynb")
    (submitted / "dora" / LESSON / f"{LESSON}.ipynb").mkdir(parents=True)
    folder = submitted / "ed" / LESSON
    folder.mkdir(parents=True)
    shutil.copy(submitted / "bob" / LESSON / f"{LESSON}.ipynb", folder / f"{LESSON} (1).ipynb")
    (folder / "timestamp.txt").write_text("yesterday", encoding="utf-8")
    folder = submitted / "fay" / LESSON
    folder.mkdir(parents=True)
    os.mkfifo(folder / f"{LESSON}.ipynb")
    file = submitted / "gil" / LESSON / f"{LESSON}.ipynb"
    file.parent.mkdir(parents=True)
    file.touch()
    # More than any memory holds, and on the disk nothing.
    os.truncate(file, 1 << 40)
    rows = {row.student: row for row in grade(root, executor=Inline())}
    assert rows["carl"].score is None
    assert rows["dora"].score is None
    assert "not an ordinary file" in rows["dora"].note
    assert "not an ordinary file" in rows["fay"].note
    assert rows["gil"].note == f"{LESSON}.ipynb is larger than 200 MB"
    assert rows["ed"].score == 0
    assert f"its file is called {LESSON} (1).ipynb, not {LESSON}.ipynb" in rows["ed"].note
    assert "its timestamp.txt is not a time" in rows["ed"].note
    assert rows["ada"].score == 9.0


def test_every_loose_file_is_named_once(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "loose")
    for name in ("a.zip", "b.zip"):
        (root / "submitted" / name).write_bytes(b"")
    notes = [row.note for row in grade(root, executor=Inline()) if not row.student]
    assert [note.partition(" ")[0] for note in notes] == ["a.zip", "b.zip"]


def test_work_beside_a_notebook_that_nobody_touched_is_named(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "beside")
    for student in ("ada", "bob"):
        kept = root / "submitted" / student / LESSON / ".ipynb_checkpoints"
        kept.mkdir()
        (kept / f"{LESSON}-checkpoint.ipynb").write_bytes(b"{}")
    for _ in range(2):
        ada, bob = grade(root, executor=Inline())
        assert "checkpoint" not in ada.note
        assert "nothing in it was changed, but .ipynb_checkpoints/" in bob.note


def test_a_name_that_was_graded_in_two_forms_and_has_one_folder_is_told(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "class")
    one, two = root / "submitted" / "zo\u00eb", root / "submitted" / "zoe\u0308"
    (root / "submitted" / "ada").rename(one)
    shutil.copytree(one, two)
    assert len(grade(root, executor=Inline())) == 4, "one row asks for one folder"
    shutil.rmtree(two)
    told = [row for row in grade(root, executor=Inline()) if row.score is None]
    assert [(row.student, row.lesson) for row in told] == [(one.name, "")]
    assert "a second time" in told[0].note
    with open_gradebook(course_config(root)) as gradebook:
        gradebook.remove_student(two.name)
    assert len(grade(root, executor=Inline())) == 2


def test_a_linked_folder_is_not_graded(class_, known, tmp_path):
    root = fresh(class_, tmp_path / "linked")
    (root / "submitted" / "carl").mkdir()
    ada = root / "submitted" / "ada"
    (root / "submitted" / "carl" / LESSON).symlink_to(ada / LESSON)
    (root / "submitted" / "dora").symlink_to(ada)
    rows = {row.student: row for row in grade(root, executor=Inline())}
    for student in ("carl", "dora"):
        assert rows[student].score is None
        assert rows[student].note.startswith("it is a link")
    assert rows["ada"].score == 9.0


@pytest.mark.parametrize("moment", ["while it starts", "while it grades"])
def test_a_killed_command_leaves_no_process(class_, tmp_path, moment):
    root = fresh(class_, tmp_path / "command")
    for number in range(12):
        hand_in(root, f"student_{number:02}", filled({"after": f"# {number}"}))
    marker = f"GRADING_TEST_{os.getpid()}"
    process = subprocess.Popen(
        [sys.executable, "-m", "grading", "grade", "--json"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT), "GRADING_TEST": marker},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def children():
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    if marker.encode() in (entry / "environ").read_bytes():
                        found.append(int(entry.name))
                except OSError:
                    continue
        return found

    until = time.monotonic() + 60
    while len(children()) < 3 and time.monotonic() < until:
        time.sleep(0.1)
    assert len(children()) >= 3
    while moment == "while it grades" and not list(root.glob("autograded/*/*/*.ipynb")):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    while children() and time.monotonic() < until:
        time.sleep(0.1)
    assert children() == []
    done = subprocess.run(
        [sys.executable, "-m", "grading", "grade", "--json", "--jobs", "1"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"score": 9.0' in done.stdout
    assert done.stdout.count('"status": "failed"') == 0
    assert len(book(root)) == 14
