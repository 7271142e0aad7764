"""Endless loops end, waiting ends later, and what is quick is left alone.

What holds in Pyodide, too, is in tests/support/limits.py.
"""

import os
import threading
import time

import pytest

from course.checks.deadline import PATIENCE, Limit, TimedOut, deadline, native, told
from tests.support import limits


@pytest.mark.parametrize("name", limits.ALL)
def test_a_limit(name):
    if measured := limits.ALL[name]():
        print(measured)


def test_waiting_ends_after_more_time_by_the_clock():
    with pytest.raises(TimedOut), deadline(0.2) as limit:
        while True:
            time.sleep(0.01)
    assert limit.waited >= PATIENCE * 0.2
    assert limit.spent < 0.2
    assert told(limit).startswith("it waited for 1")


def test_it_works_in_another_thread():
    ended = []

    def work():
        ended.append(limits.times_out(0.2, limits.loop))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert limits.kept(*ended)


def test_one_watcher_serves_all_limits():
    with deadline(5):
        pass
    before = threading.active_count()
    for _ in range(200):
        with deadline(5), deadline(4):
            pass
    limits.times_out(0.1, limits.loop)
    assert threading.active_count() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of a process here")
def test_a_copy_of_the_process_has_a_watcher_of_its_own():
    with deadline(20):
        limits.spin(0.05)
        child = os.fork()
        if child == 0:
            # Whatever happens, this copy of the tests must not go on.
            try:
                ended = limits.kept(limits.times_out(0.2, limits.loop))
            finally:
                os._exit(0 if ended else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_it_wakes_after_a_rest():
    with deadline(5):
        pass
    time.sleep(0.8)
    assert limits.kept(limits.times_out(0.2, limits.loop))


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        # Somebody else's TimedOut: that of the process which runs a student's code.
        ({}, "it was still running after 4 s"),
        ({"stops": 1, "spent": 4.1, "waited": 4.2}, "it was still running after 4 s"),
        ({"stops": 1, "spent": 4.9, "waited": 9}, "it was still running after 4 s"),
        ({"stops": 1, "spent": 0.3, "waited": 20.04}, "it waited for 20 s"),
        ({"stops": 1, "spent": 3.1, "waited": 20.1}, "it was still running after 20 s"),
        (
            {"spent": 9.04, "waited": 9.1},
            "it took 9 s, and the limit is 4 s "
            "(one long call inside NumPy cannot be stopped in between)",
        ),
        (
            {"stops": 30, "spent": 5.66, "waited": 6, "caught": True},
            "it took 5.7 s, and the limit is 4 s (an `except:` inside catches what stops it)",
        ),
    ],
)
def test_what_is_told_is_true(seen, words):
    limit = Limit(4)
    vars(limit).update(seen)
    assert told(limit) == words


def test_a_long_limit_is_late_only_after_a_quarter_more():
    limit = Limit(20)
    limit.spent = 24.9
    assert not limit.late
    limit.spent = 25.1
    assert limit.late


def test_a_limit_that_was_never_left_ends_with_the_one_around_it():
    with deadline(5):
        deadline(3).__enter__()
    assert not native.WATCHER._limits
