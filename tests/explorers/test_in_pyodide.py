"""What Pyodide does otherwise: no value is an object of its own, and the kernel knows the cell."""

from types import SimpleNamespace

from course.explorers.kit import widget


class JsNull:
    """Pyodide's own, by its name."""


def test_no_value_from_a_browser_is_none():
    assert widget._plain({"start": JsNull(), "rate": 3}) == {"start": None, "rate": 3}


def test_what_a_cell_showed_before_is_closed(monkeypatch):
    run = {"metadata": {"cellId": "cell"}, "header": {"msg_id": "1"}}
    shell = SimpleNamespace(kernel=SimpleNamespace(get_parent=lambda: run))
    monkeypatch.setattr(widget, "get_ipython", lambda: shell)
    monkeypatch.setattr(widget, "_shown", {})
    closed = []
    first, second = (SimpleNamespace(close=lambda n=n: closed.append(n)) for n in "ab")
    widget.replace(first)
    run["header"] = {"msg_id": "2"}
    widget.replace(second)
    assert closed == ["a"]
