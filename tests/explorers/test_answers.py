"""Python's answers: numbered, remembered, and worked out ahead while nothing is asked."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from course import explorers
from course.explorers import show
from course.landscapes import parabola


@pytest.fixture
def talk(monkeypatch):
    """Ask explorers as a browser does; give what they sent, and for what they worked."""
    sent, worked_out = [], []

    class Wire:
        def send(self, message, buffers=()):
            sent.append(message)

    def asked(explorer, *questions, rest=3 * show.IDLE):
        def scene(make=explorer._scene, **values):
            worked_out.append(values)
            return make(**values)

        async def asking():
            for number, values in enumerate(questions):
                explorer._asked(None, {"number": number, "values": values}, [])
            await asyncio.sleep(rest)

        explorer.live, explorer._scene = Wire(), scene
        # In a thread of its own: a browser test may keep a loop in this one.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(asyncio.run, asking()).result()
        return sent, worked_out

    return asked


def starts(*values):
    return [{"start": value} for value in values]


def test_what_the_same_arrow_key_asks_next_is_worked_out_ahead(talk):
    explorer = explorers.explore_rates(parabola, start=1.0)
    sent, worked_out = talk(explorer, *starts(1.1, 1.2))
    assert [message["number"] for message in sent] == [0, 1]
    # Only after the newest question; 1.2 + 0.1 is not 1.3 in floats, as the browser's number is.
    assert worked_out == starts(1.1, 1.2, 1.3)
    sent, worked_out = talk(explorer, *starts(1.3), rest=0)
    assert worked_out == starts(1.1, 1.2, 1.3)
    assert sent[-1]["scene"]["tables"]


def test_seeds_go_on_by_as_many_as_there_are(talk):
    _, worked_out = talk(explorers.explore_batches(seed=4), {"seed": 12}, {"seed": 20})
    assert [values["seed"] for values in worked_out] == [12, 20, 28]


def test_beyond_the_end_nothing_is_told(talk):
    explorer = explorers.explore_rates(parabola, start=1.0)
    sent, worked_out = talk(explorer, *starts(400.0))
    assert worked_out == starts(400.0)
    assert sent[0]["problem"].startswith("start must be")
    near = explorers.explore_batches(seed=4)
    sent, worked_out = talk(near, {"seed": 990}, {"seed": 998})
    assert worked_out[-1] == {"seed": 1006}
    assert all("scene" in message for message in sent[1:])


def test_another_landscape_is_not_gone_on_from(talk):
    explorer = explorers.explore_trouble()
    values = {"landscape": 1, "rule": 0, "w1": None, "w2": None}
    _, worked_out = talk(explorer, values, {**values, "rule": 1})
    assert worked_out == [values, {**values, "rule": 1}]
