"""`python -m authoring`: whatever is wrong with a command is told in one line."""

import socket

import pytest

from authoring import __main__ as commands


@pytest.fixture
def told(monkeypatch):
    """Return a function that runs a command and gives what it ends with."""

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["authoring", *arguments])
        with pytest.raises(SystemExit) as end:
            commands.main()
        return end.value.code

    return run


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["nothing"], "Error: No such command 'nothing'."),
        (["new"], "Error: Missing argument 'LESSON'."),
        (["minutes", "1"], "Error: Got unexpected extra argument (1)"),
        (["source", "99"], "Error: there is no lesson '99'."),
        (["site-serve", "--port", "-1"], "Error: Invalid value for '--port': -1 is not in"),
    ],
)
def test_a_wrong_command_is_one_line(told, arguments, why):
    code = told(*arguments)
    assert code.startswith(why)
    assert "\n" not in code


def test_a_port_that_is_taken_is_told(told, tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert (
            told("site-serve", "--port", str(port))
            == f"Error: port {port}: Address already in use"
        )


def test_what_is_interrupted_says_so(told, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.timing, "count", interrupted)
    assert told("minutes") == "Stopped."
