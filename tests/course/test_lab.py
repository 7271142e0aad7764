"""`python -m course` copies the lessons, never writes over work, and opens where it was left."""

import asyncio
import errno
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from jupyter_core.paths import jupyter_path
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from jupyterlab.labapp import LabApp
from jupyterlab_server.config import get_federated_extensions
from nbformat.sign import NotebookNotary
from traitlets.config import PyFileConfigLoader

from course.lab import launch, page
from course.lab.launch import SETTINGS, SUMS, TABS, copy_lessons, lab_arguments, left_off
from course.lab.server import NOT_OF_STUDENTS, Contents, of_students
from course.progress import outline, store
from course.progress.store import START
from course_folder import ROOT


def test_files_that_are_there_are_never_overwritten(tmp_path):
    release, work = tmp_path / "release", tmp_path / "work"
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")
    assert copy_lessons(release, work) == (2, 0, [])
    (work / "01/a.ipynb").write_text("my answer")
    (work / "02/b.ipynb").unlink()
    assert copy_lessons(release, work) == (1, 1, [])
    assert (work / "01/a.ipynb").read_text() == "my answer"
    assert (work / "02/b.ipynb").read_text() == "released"


def test_a_lesson_that_changed_is_told_and_what_was_begun_is_kept(tmp_path):
    release, work = tmp_path / "release", tmp_path / "work"
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")
    copy_lessons(release, work)
    (work / "01/a.ipynb").write_text("my answer")
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).write_text("corrected")
    assert copy_lessons(release, work) == (1, 1, [release / "01/a.ipynb"])
    assert (work / "01/a.ipynb").read_text() == "my answer"
    # Nobody had begun the other one.
    assert (work / "02/b.ipynb").read_text() == "corrected"
    # It is told until it is looked at; with the note lost, all is kept and nothing told.
    assert copy_lessons(release, work) == (0, 2, [release / "01/a.ipynb"])
    (work / SUMS).write_text("no sums")
    (release / "02/b.ipynb").write_text("corrected again")
    assert copy_lessons(release, work) == (0, 2, [])


def test_a_copy_that_was_cut_off_is_made_again(tmp_path, monkeypatch):
    release, work = tmp_path / "release", tmp_path / "my-work"
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")

    def full(source, target):
        Path(target).write_text("rel" if "b.ipynb" in str(target) else Path(source).read_text())
        if "b.ipynb" in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as disk:
        disk.setattr("shutil.copyfile", full)
        with pytest.raises(SystemExit) as met:
            launch.main()
    told = "Error: the lessons could not be copied to my-work/: No space left on device"
    assert met.value.code == told
    assert copy_lessons(release, work) == (1, 1, [])
    assert (work / "02/b.ipynb").read_text() == "released"
    # What was whole the first time was noted: a newer one takes its place.
    (release / "01/a.ipynb").write_text("corrected")
    assert copy_lessons(release, work) == (1, 1, [])


def test_two_that_start_at_once_note_all_that_was_copied(tmp_path, monkeypatch):
    """What nobody noted would never make way for a newer lesson, and none would be told."""
    release, work = tmp_path / "release", tmp_path / "work"
    names = [f"{number:02}/a.ipynb" for number in range(6)]
    for name in names:
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")
    read = launch._sums

    def slowly(work):
        found = read(work)
        time.sleep(0.3)
        return found

    monkeypatch.setattr(launch, "_sums", slowly)
    with ThreadPoolExecutor(2) as both:
        counts = sorted(both.map(lambda _: copy_lessons(release, work), range(2)))
    assert sorted(json.loads((work / SUMS).read_text())) == names
    assert counts == [(0, 6, []), (6, 0, [])]


def test_a_folder_that_cannot_be_written_to_is_told_in_a_line(tmp_path, monkeypatch):
    copy_lessons(ROOT / "release", tmp_path / "my-work")
    (tmp_path / "release").symlink_to(ROOT / "release")

    def closed(file, text):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page, "write_whole", closed)
    with pytest.raises(SystemExit) as met:
        launch.main()
    assert str(met.value.code).startswith("Error: ")
    assert str(met.value.code).endswith("my-work/: Read-only file system")


def test_a_start_page_that_is_no_text_is_written_anew(work):
    whole = (work / START).read_bytes()
    (work / START).write_bytes(b"\xff\xfe")
    assert page.write(ROOT / "release", work)
    assert (work / START).read_bytes() == whole


def test_a_lesson_that_was_copied_is_trusted(tmp_path, monkeypatch):
    """JupyterLab warns of others."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "kept by Jupyter"))
    copy_lessons(ROOT / "release", tmp_path / "work")
    for file in (tmp_path / "work").glob("*/*.ipynb"):
        assert NotebookNotary().check_signature(nbformat.read(file, as_version=4)), file.name


# Always the same thread, as in a server: what keeps signatures may be used by no other.
THREAD = ThreadPoolExecutor(1)


def done(coroutine):
    """Return what a coroutine returns; another loop may be running in this thread."""
    return THREAD.submit(asyncio.run, coroutine).result()


@pytest.fixture
def work(tmp_path):
    """A student's folder on the first day."""
    copy_lessons(ROOT / "release", tmp_path)
    page.write(ROOT / "release", tmp_path)
    return tmp_path


def run(work, name, at):
    """Run a cell of a lesson, and save it at a time."""
    file = work / name / f"{name}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["execution_count"] = 1
    file.write_text(json.dumps(notebook), encoding="utf-8")
    os.utime(file, (at, at))


def test_the_first_day_begins_at_the_start_page(work):
    assert left_off(work) == START


def test_later_days_begin_where_the_work_was_left(work):
    run(work, "02_learning_rates", 2_000)
    run(work, "01_one_dimension", 1_000)
    assert left_off(work) == "02_learning_rates/02_learning_rates.ipynb"
    run(work, "01_one_dimension", 3_000)
    assert left_off(work) == "01_one_dimension/01_one_dimension.ipynb"


def test_a_lesson_that_is_done_leads_to_the_map(work, monkeypatch):
    run(work, "02_learning_rates", 2_000)
    monkeypatch.chdir(work / "02_learning_rates")
    lesson = next(one for one in outline.kept(work) if one.name == "02_learning_rates")
    for name in [task.name for task in lesson.tasks]:
        assert left_off(work) == "02_learning_rates/02_learning_rates.ipynb"
        store.note("check", name, state="right", points=1.0, possible=1.0)
    assert left_off(work) == START


def test_a_notebook_that_cannot_be_read_is_not_gone_on_with(work):
    (work / "01_one_dimension" / "01_one_dimension.ipynb").write_text("not json")
    assert left_off(work) == START


def test_the_start_page_is_drawn_when_it_is_opened_and_not_kept_when_saved(work, monkeypatch):
    files = Contents(root_dir=str(work))

    def opened():
        return done(files.get(START))

    def shown(model):
        return model["content"]["cells"][1]["outputs"][0]["data"]["text/plain"]

    first = opened()
    lesson = next(one for one in outline.kept(work) if one.name == "01_one_dimension")
    many, points = len(lesson.tasks), lesson.points
    assert f"0 of {many} exercises · 0 of {points:g} points" in shown(first)
    monkeypatch.chdir(work / "01_one_dimension")
    store.note("check", "descend", state="right", points=2.0, possible=2.0)
    second = opened()
    assert f"1 of {many} exercises · 2 of {points:g} points" in shown(second)
    assert second["last_modified"] == first["last_modified"]
    assert all(cell["metadata"].get("trusted", True) for cell in second["content"]["cells"])
    before = (work / START).read_bytes()
    first["content"]["cells"] = []
    saved = done(files.save(first, START))
    assert saved["last_modified"] == first["last_modified"]
    assert (work / START).read_bytes() == before


def test_other_files_are_saved(work):
    files = Contents(root_dir=str(work))
    model = {"type": "file", "format": "text", "content": "mine"}
    done(files.save(model, "notes.txt"))
    assert (work / "notes.txt").read_text() == "mine"
    (work / "01_one_dimension" / START).write_text("{}")
    done(files.save(model, f"01_one_dimension/{START}"))
    assert (work / "01_one_dimension" / START).read_text() == "mine"


def test_students_do_not_load_the_instructor_s_tools():
    found = get_federated_extensions(jupyter_path("labextensions"))
    assert found.keys() >= NOT_OF_STUDENTS
    page = {"mode": "", "federated_extensions": [{"name": name} for name in found]}
    told = of_students(None, page)
    loaded = {one["name"] for one in told["federated_extensions"]}
    assert loaded == found.keys() - NOT_OF_STUDENTS
    assert told["mode"] == ""


def test_jupyterlab_listens_on_this_machine_only():
    arguments = lab_arguments(Path("w"), "01/01.ipynb", browser=False)
    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--LabApp.default_url=/lab/tree/w/01/01.ipynb" in arguments
    assert "--no-browser" in arguments


def test_the_tabs_of_another_folder_are_not_opened(tmp_path, monkeypatch):
    """JupyterLab keeps them for a person: a new copy of the course began with the old one's."""
    kept = []
    for name in ("last year", "this year"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        lab = LabApp()
        lab.parse_command_line(lab_arguments(Path("my-work"), START, browser=False))
        kept.append(Path(lab.workspaces_dir))
    assert kept == [tmp_path / name / "my-work" / TABS for name in ("last year", "this year")]


def test_without_lessons_it_says_so(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "course"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Error: there is no folder release/ here; run this in the course's own folder\n"
    )


def test_what_a_kernel_answers_is_sent_at_once(monkeypatch):
    config = PyFileConfigLoader("jupyter_server_config.py", path=str(SETTINGS)).load_config()
    prompt = config.ServerApp.kernel_websocket_connection_class
    order = []

    class Handler(KernelWebsocketHandler):
        def __init__(self):
            pass

        def set_nodelay(self, value):
            order.append(f"no delay: {value}")

    monkeypatch.setattr(
        ZMQChannelsWebsocketConnection, "connect", lambda self: order.append("connected")
    )
    connection = prompt.__new__(prompt)
    connection.websocket_handler = Handler()
    connection.connect()
    assert order == ["no delay: True", "connected"]


def test_who_asks_for_help_gets_no_lab(tmp_path):
    asked = [sys.executable, "-m", "course", "--help"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "takes no arguments" in done.stderr
