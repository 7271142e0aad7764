"""Grading again: what it would change is told and not done, and what it did can be undone."""

import contextlib
import copy
import csv
import json
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from course_folder import ROOT, course_config
from grading import __main__ as commands
from grading import left_out, one_machine, sample_class
from grading.errors import GradingError
from grading.exam.examiner import grade as examined
from grading.isolation.sandbox import Sandbox, what_is_missing
from grading.regrade import BEFORE, Change, regrade, undo, what_if
from grading.results import by_hand, export, overview, record, renew, report, roster
from grading.results.formats import FORMATS
from grading.results.gradebook import open_gradebook
from grading.results.record import read_grades
from grading.results.roster import Student
from grading.run import STOPPED, grade
from grading.workers import worker
from tests.support.class_of_one import LESSON, SMALL, Inline, filled, hand_in, lesson

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")


def dump(root):
    with closing(sqlite3.connect(root / "gradebook.db")) as book:
        return list(book.iterdump())


def files(root):
    return {
        str(path.relative_to(root)): path.read_bytes()
        for name in ("autograded", "feedback", "grades.csv")
        for path in [root / name, *(root / name).rglob("*")]
        if path.is_file()
    }


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What grading gives for one answer, and for a wrong one."""
    held = filled(sample_class.answers("partly_right", LESSON))
    file = hand_in(tmp_path_factory.mktemp("one"), "ada", held)
    with Sandbox(lesson().modules, SMALL) as sandbox:
        return examined(file.read_bytes(), lesson(), sandbox)


@pytest.fixture
def graded(results, gradebook_file, tmp_path, monkeypatch):
    """A class of two that was graded, one of them with a score that a person gave."""
    shutil.copy(gradebook_file, tmp_path)
    for student in ("ada", "bob"):
        hand_in(tmp_path, student, filled(sample_class.answers("partly_right", LESSON)))
    given = copy.deepcopy(results)
    monkeypatch.setattr(worker, "graded", lambda *_, **__: copy.deepcopy(given))
    grade(tmp_path, executor=Inline())
    with open_gradebook(course_config(tmp_path)) as gradebook:
        one = gradebook.find_grade("descend-check", LESSON, LESSON, "bob")
        one.manual_score = 0.25
        gradebook.db.commit()
    grade(tmp_path, executor=Inline())
    return tmp_path, given


def changed(given):
    """A check was changed: the answer now earns half a point more in one exercise."""
    given.scores["descend-check"] += 0.5
    return given.scores["descend-check"]


def test_what_if_tells_and_writes_nothing(graded):
    root, given = graded
    before, kept = dump(root), files(root)
    assert what_if(root, executor=Inline()) == []
    score = changed(given)
    found = what_if(root, executor=Inline())
    # What a person gave bob stays.
    assert [one.student for one in found] == ["ada"]
    assert found[0].new - found[0].old == pytest.approx(0.5)
    assert found[0].why == f"descend-check {score - 0.5:g} → {score:g}"
    assert (dump(root), files(root)) == (before, kept)


def test_what_could_not_be_graded_before_either_does_not_change(graded):
    root, _ = graded
    for place in ("cy/notes.txt", "loose.txt", f"dan/{LESSON}/{LESSON}.pdf"):
        file = root / "submitted" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert what_if(root, executor=Inline()) == []
    (root / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb").unlink()
    (found,) = what_if(root, executor=Inline())
    assert (found.student, found.new) == ("ada", None)
    assert found.old > 0


def test_regrade_does_it_and_undo_takes_it_back(graded):
    root, given = graded
    before, kept = dump(root), files(root)
    with pytest.raises(GradingError, match="nothing to undo"):
        undo(root)
    changed(given)
    told = what_if(root, executor=Inline())
    assert regrade(root, executor=Inline()) == told
    assert files(root) != kept
    undo(root)
    assert (dump(root), files(root)) == (before, kept)
    with pytest.raises(GradingError, match="nothing to undo"):
        undo(root)


def test_undo_keeps_what_a_person_gave_since(graded):
    root, given = graded
    changed(given)
    regrade(root, executor=Inline())
    config = course_config(root)
    with open_gradebook(config) as gradebook:
        by_hand.give(
            gradebook, "ada", LESSON, {"descend": 1.5}, {"descend": "Well begun."}, config
        )
        # Bob's is taken back.
        by_hand.give(gradebook, "bob", LESSON, {"descend": None}, {}, config)
        since = by_hand.kept(gradebook)
    assert what_if(root, executor=Inline()) == []
    undo(root)
    with open_gradebook(config) as gradebook:
        assert by_hand.kept(gradebook) == since
        held = by_hand.given(gradebook, "ada", LESSON)["descend"]
        total = record.read_grades(gradebook, "ada", LESSON).score
    # The checks' points are those of before.
    assert (held.points, held.checks) == (1.5, given.scores["descend-hidden"] + 2.0)
    page = (root / "feedback" / "ada" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    assert "Well begun." in page
    assert f"<strong>{total:g} of 16 points" in page
    assert f",ada,,,,{total}," in (root / "grades.csv").read_text(encoding="utf-8")


def _stopped_after_the_gradebook(monkeypatch):
    class Stopped(sqlite3.Connection):
        def backup(self, *args, **more):
            super().backup(*args, **more)
            raise KeyboardInterrupt

    connect = sqlite3.connect
    monkeypatch.setattr(
        "grading.regrade.sqlite3.connect",
        lambda *args, **more: connect(*args, **more, factory=Stopped),
    )


def _stopped_before_the_pages(monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(renew.Results, "look", stopped)


def _stopped_in_the_deletion(monkeypatch):
    delete = shutil.rmtree

    def half_deleted(folder, *args, **more):
        if BEFORE not in Path(folder).name:
            return delete(folder, *args, **more)
        for file in sorted(Path(folder).rglob("*.ipynb")):
            file.unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", half_deleted)


@pytest.mark.parametrize(
    "stop", [_stopped_after_the_gradebook, _stopped_before_the_pages, _stopped_in_the_deletion]
)
def test_undo_that_is_stopped_loses_nothing(stop, graded, monkeypatch):
    root, given = graded
    kept = files(root)
    changed(given)
    regrade(root, executor=Inline())
    config = course_config(root)
    with open_gradebook(config) as gradebook:
        by_hand.give(gradebook, "ada", LESSON, {"descend": 1.5}, {"descend": "Kept?"}, config)
        since = by_hand.kept(gradebook)
    with monkeypatch.context() as patch:
        stop(patch)
        with pytest.raises(KeyboardInterrupt):
            undo(root)
    with contextlib.suppress(GradingError):
        # There is nothing to undo where it was done, but for the deletion.
        undo(root)
    with open_gradebook(config) as gradebook:
        assert by_hand.kept(gradebook) == since
    found = files(root)
    assert found.keys() == kept.keys()
    assert "Kept?" in found[f"feedback/ada/{LESSON}/{LESSON}.html"].decode()
    assert not (root / BEFORE).exists()


def test_a_regrade_that_is_stopped_and_run_again_leads_back_to_before_both(graded):
    root, given = graded
    kept, before = files(root), dump(root)
    changed(given)

    def stop(row):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        regrade(root, executor=Inline(), done=stop)
    assert dump(root) != before
    # What was changed before it was stopped is told as well.
    assert [one.student for one in regrade(root, executor=Inline())] == ["ada"]
    assert not (root / STOPPED).exists()
    undo(root)
    assert (dump(root), files(root)) == (before, kept)
    with pytest.raises(KeyboardInterrupt):
        regrade(root, executor=Inline(), done=stop)
    grade(root, executor=Inline())
    assert not (root / STOPPED).exists(), "what was graded since is where the next one begins"


def _full_folder(monkeypatch):
    def full(source, target, **_):
        raise OSError(28, "No space left on device", str(source), None, str(target))

    monkeypatch.setattr(shutil, "copystat", full)


def _locked_book(monkeypatch):
    class Locked(sqlite3.Connection):
        def backup(self, *_, **__):
            raise sqlite3.OperationalError("database is locked")

    connect = sqlite3.connect
    monkeypatch.setattr(
        "grading.regrade.sqlite3.connect",
        lambda *args, **more: connect(*args, **more, factory=Locked),
    )


@pytest.mark.parametrize(
    ("breaks", "told"),
    [(_full_folder, r"\(\[Errno 28\] No space left on device\)"), (_locked_book, "is locked")],
)
def test_what_cannot_be_copied_is_told_in_a_line(breaks, told, graded, monkeypatch):
    root, _ = graded
    before = dump(root), files(root)
    with monkeypatch.context() as patch:
        breaks(patch)
        with pytest.raises(GradingError, match=told) as error:
            regrade(root, executor=Inline())
    assert len(str(error.value)) < 200
    assert (dump(root), files(root)) == before
    with pytest.raises(GradingError, match="nothing to undo"):
        undo(root)


def test_undo_keeps_due_dates_extensions_and_names(graded):
    root, given = graded
    changed(given)
    regrade(root, executor=Inline())
    config, due = course_config(root), datetime(2026, 3, 1, 12)
    roster.write(config, [Student("ada", "Ada", "Lovelace"), Student("carl", "Carl", "Gauss")])
    with open_gradebook(config) as gradebook:
        gradebook.update_or_create_assignment(LESSON, duedate=due)
        gradebook.find_submission(LESSON, "bob").extension = timedelta(days=2)
        gradebook.db.commit()
    undo(root)
    with open_gradebook(config) as gradebook:
        assert gradebook.find_assignment(LESSON).duedate == due
        assert gradebook.find_submission(LESSON, "bob").extension == timedelta(days=2)
        assert gradebook.find_submission(LESSON, "ada").extension is None
        assert roster.names(gradebook) == {"ada": "Ada Lovelace", "carl": "Carl Gauss"}
    assert ",ada,Lovelace,Ada," in (root / "grades.csv").read_text(encoding="utf-8")


def test_undo_gives_a_student_who_was_removed_what_a_person_gave(graded):
    root, given = graded
    config = course_config(root)
    with open_gradebook(config) as gradebook:
        before = by_hand.kept(gradebook)
    assert any(place[0] == "bob" for place, _ in before)
    changed(given)
    regrade(root, executor=Inline())
    with open_gradebook(config) as gradebook:
        gradebook.remove_student("bob")
    undo(root)
    with open_gradebook(config) as gradebook:
        assert by_hand.kept(gradebook) == before


def test_another_check_is_asked_by_the_next_grade_too(graded, monkeypatch):
    root, _ = graded
    assert all(row.unchanged for row in grade(root, executor=Inline()))
    monkeypatch.setattr("grading.exam.lesson.code_digest", lambda: "of another edition")
    assert not any(row.unchanged for row in grade(root, executor=Inline()))


def test_another_database_is_not_regraded(graded, monkeypatch):
    root, _ = graded

    def elsewhere(folder):
        config = course_config(folder)
        config.CourseDirectory.db_url = "postgresql://127.0.0.1/grades"
        return config

    monkeypatch.setattr("grading.regrade.course_config", elsewhere)
    for one in (what_if, regrade):
        with pytest.raises(GradingError, match="it is another database"):
            one(root, executor=Inline())


def teaching(sentence):
    """Return the places that a sentence of docs/teaching.md names: patterns, below the folder."""
    text = " ".join((ROOT / "docs" / "teaching.md").read_text(encoding="utf-8").split())
    return re.findall(r"`([\w.*/-]+)`", re.search(sentence, text).group())


def test_what_is_backed_up_gives_the_same_class_again(graded, tmp_path_factory):
    root, _ = graded
    regrade(root, leave_out=["descend"], executor=Inline())
    again = tmp_path_factory.mktemp("again")
    for name in teaching(r"Back up .*?:"):
        copy_one = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy_one(root / name, again / name)
    grade(again, executor=Inline())
    assert (again / "grades.csv").read_bytes() == (root / "grades.csv").read_bytes()


def test_a_student_is_forgotten(graded):
    root, given = graded
    config = course_config(root)
    changed(given)
    regrade(root, executor=Inline())
    overview.write_all(root)
    for kind in FORMATS:
        export.write(config, kind, root / f"grades-{kind}.csv")
    with open_gradebook(config) as gradebook:
        gradebook.remove_student("bob")
    for name in teaching(r"delete their folders in .*? and \S+"):
        shutil.rmtree(root / name / "bob")
    for pattern in teaching(r"(?<=/`, and ).{,60} in whole"):
        for path in root.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    grade(root, executor=Inline())
    overview.write_all(root)
    kept = [path for path in sorted(root.rglob("*")) if path.is_file()]
    assert "grades.csv" in {path.name for path in kept}
    assert [path for path in kept if b"bob" in path.read_bytes() or "bob" in str(path)] == []


def test_where_nothing_can_be_isolated_a_regrade_writes_nothing(graded, monkeypatch):
    root, given = graded
    changed(given)
    regrade(root, executor=Inline())
    before = {path.name: path.stat().st_mtime_ns for path in root.iterdir()}
    monkeypatch.setattr("grading.run.what_is_missing", lambda: "bubblewrap is missing")
    with pytest.raises(GradingError, match="cannot be isolated here: bubblewrap is missing"):
        regrade(root, leave_out=["descend"])
    # Nothing is left out, and the regrade before can still be undone.
    assert {path.name: path.stat().st_mtime_ns for path in root.iterdir()} == before
    assert not left_out.read(root)
    undo(root)


def test_while_another_machine_grades_the_way_back_stays(graded):
    root, given = graded
    changed(given)
    regrade(root, executor=Inline())
    before = dump(root), files(root), files(root / ".before-regrade")
    (root / one_machine.NAME).write_text("elsewhere 1")
    for asked in (lambda: regrade(root, executor=Inline()), lambda: undo(root)):
        with pytest.raises(GradingError, match="elsewhere is grading this folder"):
            asked()
    assert (dump(root), files(root), files(root / ".before-regrade")) == before
    (root / one_machine.NAME).unlink()
    undo(root)
    assert not (root / one_machine.NAME).exists()


@pytest.fixture
def given_by_hand(graded):
    """Bob has points of a person in another exercise, too, and a comment."""
    root, _ = graded
    with open_gradebook(course_config(root)) as gradebook:
        gradebook.find_grade("quartic_walk-check", LESSON, LESSON, "bob").manual_score = 0.5
        gradebook.find_comment("descend-answer", LESSON, LESSON, "bob").manual_comment = "Nearly."
        gradebook.db.commit()
    grade(root, executor=Inline())
    return root


def grades_of(root, student):
    with open_gradebook(course_config(root)) as gradebook:
        return read_grades(gradebook, student, LESSON)


def test_what_is_left_out_counts_for_nobody(given_by_hand):
    root = given_by_hand
    before, kept = dump(root), files(root)
    was = {student: grades_of(root, student) for student in ("ada", "bob")}
    cells = [name for name in was["bob"].cells if name.startswith("descend-")]
    less = sum(was["bob"].cells[name][1] for name in cells)
    assert (len(cells), less > 0) == (2, True)
    told = what_if(root, leave_out=["descend"], executor=Inline())
    assert (dump(root), files(root)) == (before, kept)
    assert not (root / "left-out.txt").exists()
    assert regrade(root, leave_out=["descend"], executor=Inline()) == told
    assert [one.student for one in told] == ["ada", "bob"]
    for one in told:
        old, new = was[one.student], grades_of(root, one.student)
        assert (one.old, one.new) == (old.score, new.score)
        assert new.possible == old.possible - less
        assert new.score == pytest.approx(old.score - sum(old.cells[c][0] for c in cells))
        assert one.why.startswith(f"of {old.possible:g} → of {new.possible:g}")
        assert {name: new.cells[name] for name in cells} == dict.fromkeys(cells, (0.0, 0.0))
        assert new.comments == old.comments
        rest = new.cells.keys() - cells
        assert {name: new.cells[name] for name in rest} == {n: old.cells[n] for n in rest}
    assert f"descend-check {was['bob'].cells['descend-check'][0]:g} → 0" in told[1].why
    assert grades_of(root, "bob").cells["quartic_walk-check"][0] == 0.5
    assert grades_of(root, "bob").comments["descend-answer"] == "Nearly."
    # Every page and table says so, and what is graded later, too.
    page = (root / "feedback" / "ada" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert f"of {was['ada'].possible - less:g} points" in page
    assert "descend was left out: it counts for nobody" in page
    rows = csv.DictReader((root / "grades.csv").read_text("utf-8").splitlines())
    most = {float(row["max_score"]) for row in rows if row["assignment"] == LESSON}
    assert most == {was["ada"].possible - less}
    (made,) = report.reports(root, [LESSON])
    assert made.possible == was["ada"].possible - less
    assert made.exercises["descend"]["possible"] == 0
    assert "descend" not in made.help.get("ada", ())
    assert {row.unchanged for row in grade(root, executor=Inline())} == {True}
    assert what_if(root, executor=Inline()) == []
    undo(root)
    assert (dump(root), files(root)) == (before, kept)
    assert not (root / "left-out.txt").exists()
    assert {row.unchanged for row in grade(root, executor=Inline())} == {True}
    assert dump(root) == before


def test_who_is_left_out_is_checked_first(graded):
    root, _ = graded
    with pytest.raises(GradingError, match=r"no exercise 'desced'\. Did you mean descend\?"):
        what_if(root, leave_out=["desced"])
    with pytest.raises(GradingError, match="name no student"):
        regrade(root, student="ada", leave_out=["descend"])
    with pytest.raises(GradingError, match="name no lesson"):
        regrade(root, [LESSON], leave_out=["descend"])
    assert not (root / ".before-regrade").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_left_out_is_read_whatever_editor_wrote_it(tmp_path, encoding):
    (tmp_path / "left-out.txt").write_bytes("descend\r\n\r\nadam_step \r\n".encode(encoding))
    assert left_out.read(tmp_path) == {"descend", "adam_step"}


def test_what_is_wrong_with_what_is_left_out_is_one_line(tmp_path):
    file = tmp_path / "left-out.txt"
    file.write_text("descend\ndesced\n")
    told = r"^left-out\.txt: there is no exercise 'desced'\. Did you mean descend\?$"
    with pytest.raises(GradingError, match=told):
        left_out.read(tmp_path)
    file.unlink()
    file.mkdir()
    with pytest.raises(GradingError, match=r"^left-out\.txt: Is a directory$"):
        left_out.read(tmp_path)


def test_without_a_gradebook_it_says_so(tmp_path):
    with pytest.raises(GradingError, match="nothing was graded yet"):
        what_if(tmp_path)


def test_the_command_prints_old_and_new(graded, monkeypatch):
    root, _given = graded
    monkeypatch.chdir(root)
    asked = {}

    def told(root, lessons, student, *, begin, done, **how):
        asked.update(how, lessons=lessons, student=student)
        return [Change("ada", LESSON, 3.0, None, "[red]it is no notebook"), *found]

    found = [Change("bob", LESSON, None, 4.5, "descend-check 0 → 2")]
    monkeypatch.setattr("grading.regrade.what_if", told)
    shown = CliRunner().invoke(commands.cli, ["regrade", "--what-if", "--student", "ada"])
    assert shown.exit_code == 0, shown.output
    assert "2 submissions would change" in shown.output
    assert "[red]it is no notebook" in shown.output
    assert "0 → 2" in shown.output
    assert asked["student"] == "ada"
    assert "more" not in shown.output
    found *= 300
    shown = CliRunner().invoke(commands.cli, ["regrade", "--what-if"])
    assert shown.output.count("descend-check") == 19
    assert "… and 281 more (--json tells all)" in shown.output
    assert "301 submissions would change" in shown.output
    found[1:] = []
    as_json = CliRunner().invoke(commands.cli, ["regrade", "--what-if", "--json"])
    assert json.loads(as_json.stdout)[1]["new"] == 4.5
