"""Endless loops end, waiting ends later, and what is quick is left alone."""

import threading
import time

import pytest

from course.checks.deadline import TimedOut, deadline


def test_an_endless_loop_ends():
    with pytest.raises(TimedOut), deadline(0.2):
        while True:
            pass


def test_a_loop_that_catches_everything_ends_too():
    caught = []
    with pytest.raises(TimedOut), deadline(0.2):
        while True:
            try:
                while True:
                    pass
            except BaseException as error:
                caught.append(error)
                if len(caught) == 3:
                    raise
    assert len(caught) == 3


def test_waiting_ends_after_more_time_by_the_clock():
    begun = time.monotonic()
    with pytest.raises(TimedOut), deadline(0.1):
        while True:
            time.sleep(0.01)
    assert time.monotonic() - begun >= 0.1


def test_what_is_quick_is_left_alone():
    for _ in range(200):
        with deadline(5):
            pass
    assert not [t for t in threading.enumerate() if t.name.endswith("(watch)") and t.is_alive()]


def test_it_works_in_another_thread():
    ended = []

    def work():
        try:
            with deadline(0.2):
                while True:
                    pass
        except TimedOut:
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert ended == [True]
