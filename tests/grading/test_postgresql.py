"""The gradebook in a real PostgreSQL server, which this test starts, by nbgrader's own db_url."""

import contextlib
import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from grading import run as grade_module
from grading import sample_class
from grading.errors import GradingError
from grading.isolation.sandbox import what_is_missing
from grading.results.gradebook import open_gradebook, register
from tests.support.class_of_one import LESSON, SMALL, filled, hand_in

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
PATH = os.pathsep.join([*map(str, PROGRAMS[::-1]), os.environ.get("PATH", "")])
INITDB = shutil.which("initdb", path=PATH)
pytestmark = [
    pytest.mark.skipif(not INITDB, reason="no PostgreSQL here: apt-get install postgresql"),
    pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated"),
]


@pytest.fixture(scope="module")
def server():
    """Start a server that listens on a socket in its own folder alone; give that folder."""
    # It refuses to run as root, and its socket's path must be short.
    user = getpass.getuser()
    if os.geteuid() == 0:
        user = next(name for name in ("postgres", "nobody") if _known(name))
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    shutil.chown(folder, user)
    how = {"user": user} if os.geteuid() == 0 else {}

    def run(program, *arguments):
        subprocess.run(
            [shutil.which(program, path=PATH), *arguments],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=120,
            **how,
        )

    try:
        place = str(folder / "data")
        run("initdb", "-D", place, "-U", "course", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = f"-k {folder} -c listen_addresses='' -F"
        run("pg_ctl", "-D", place, "-w", "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-D", place, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _known(name):
    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(name))
    return False


@pytest.fixture
def course(server, tmp_path, monkeypatch):
    """Return a course whose settings name the server's database."""
    before = grade_module.course_config

    def config(root, database="postgres"):
        made = before(root)
        url = f"postgresql+psycopg://course@/{database}?host={server}"
        made.CourseDirectory.db_url = url
        return made

    monkeypatch.setattr(grade_module, "course_config", config)
    return tmp_path, config


def test_a_class_is_graded_into_it(course):
    root, config = course
    register(config(root), [LESSON])
    sample_class.set_due_date(config(root), [LESSON])
    hand_in(root, "right", filled(sample_class.answers("full_marks", LESSON)))
    file = hand_in(root, "late", filled({}))
    file.with_name("timestamp.txt").write_text("2026-03-02 09:30:00 UTC\n", encoding="utf-8")
    possible = sample_class.possible(LESSON)
    for unchanged in (False, True):
        rows = grade_module.grade(root, limits=SMALL)
        found = {row.student: (row.score, row.note, row.unchanged) for row in rows}
        assert found == {"right": (possible, "", unchanged), "late": (0, "late", unchanged)}
    assert not (root / "gradebook.db").exists()
    with open_gradebook(config(root)) as gradebook:
        assert gradebook.find_submission(LESSON, "right").score == possible
    assert "right" in (root / "grades.csv").read_text(encoding="utf-8")


def test_a_database_that_is_not_there_is_one_line(course):
    root, config = course
    hand_in(root, "one", filled({}))
    with (
        pytest.raises(GradingError, match=r"gradebook cannot be used now .*does not exist"),
        open_gradebook(config(root, "nothing")),
    ):
        pass
