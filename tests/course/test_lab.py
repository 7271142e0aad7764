"""`python -m course` copies the lessons once and never writes over a student's work."""

import subprocess
import sys
from pathlib import Path

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from traitlets.config import PyFileConfigLoader

from course.__main__ import SETTINGS, copy_lessons, lab_arguments


def test_files_that_are_there_are_never_overwritten(tmp_path):
    release, work = tmp_path / "release", tmp_path / "work"
    for name in ("01/a.ipynb", "02/b.ipynb"):
        (release / name).parent.mkdir(parents=True)
        (release / name).write_text("released")
    assert copy_lessons(release, work) == (2, 0)
    (work / "01/a.ipynb").write_text("my answer")
    (work / "02/b.ipynb").unlink()
    assert copy_lessons(release, work) == (1, 1)
    assert (work / "01/a.ipynb").read_text() == "my answer"
    assert (work / "02/b.ipynb").read_text() == "released"


def test_jupyterlab_listens_on_this_machine_only():
    arguments = lab_arguments(Path("w"), Path("w/01/01.ipynb"), browser=False)
    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--LabApp.default_url=/lab/tree/w/01/01.ipynb" in arguments
    assert "--no-browser" in arguments


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
