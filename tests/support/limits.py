"""What holds of every limit of time: run here by test_deadline.py, and in Pyodide.

Each function is one test. It may return what it measured, in words.
"""

import contextlib
import random
import signal
import sys
import time

import numpy as np

from course.checks.deadline import PATIENCE, TimedOut, clock, deadline, told
from course.checks.deadline.limit import Limit, stoppable

# A limit may be missed by so many seconds: of processor time, where that can be read.
NEAR = 0.5


def kept(limit):
    """Return whether a limit that was told is the one that was kept.

    On a machine that is very busy the clock may end what works: that is told, too.
    """
    up = limit.spent >= limit.seconds or limit.waited >= PATIENCE * limit.seconds
    return up and limit.spent <= limit.seconds + NEAR


def in_words(limit):
    """Return what is to be told of a limit that was kept."""
    if limit.spent >= limit.seconds:
        return f"it was still running after {limit.seconds:g} s"
    return told(limit)


def spin(seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def times_out(seconds, call):
    """Return the limit of a call that must not come back by itself."""
    try:
        with deadline(seconds) as limit:
            call()
    except TimedOut:
        return limit
    raise AssertionError("no TimedOut came")


def loop():
    while True:
        pass


# --- what is stopped ---


def an_endless_loop_ends_at_its_limit():
    limit = times_out(0.5, loop)
    assert kept(limit), limit.spent
    assert told(limit) == in_words(limit)
    return f"a limit of 0.5 s took {limit.spent:.3f} s"


def an_endless_loop_inside_c_over_python_ends():
    assert kept(times_out(0.3, lambda: sum(iter(lambda: 0, 1))))


def an_endless_recursion_is_no_matter_of_time():
    def deeper():
        deeper()

    with contextlib.suppress(RecursionError), deadline(20) as limit:
        deeper()
    assert not limit.stops


def a_loop_that_catches_everything_ends_too():
    def stubborn():
        while True:
            try:
                np.sin(1.0)
            except:  # noqa: E722
                continue

    limit = times_out(0.3, stubborn)
    assert limit.spent < 10
    return f"told {limit.stops} times to stop, ended after {limit.spent:.2f} s of 0.3 s"


def a_loop_after_a_caught_end_is_stopped_and_the_catching_seen():
    def stubborn():
        try:
            loop()
        except BaseException:
            loop()

    limit = times_out(0.3, stubborn)
    assert kept(limit)
    assert limit.caught
    assert not times_out(0.3, loop).caught


def what_catches_the_end_and_comes_back_is_over_its_limit_all_the_same():
    def stubborn():
        try:
            loop()
        except BaseException:
            return 5

    limit = times_out(0.3, stubborn)
    assert kept(limit)
    assert told(limit) == in_words(limit)


def another_error_after_the_end_changes_nothing():
    def stubborn():
        try:
            loop()
        finally:
            raise ValueError("late")

    assert kept(times_out(0.3, stubborn))


def who_interrupts_is_obeyed():
    def interrupted():
        try:
            loop()
        except TimedOut:
            raise KeyboardInterrupt from None

    try:
        with deadline(0.2):
            interrupted()
    except KeyboardInterrupt:
        return
    raise AssertionError("no KeyboardInterrupt came")


def one_long_call_comes_back_late_and_it_is_said():
    def long_call(n):
        np.logaddexp.reduce(np.broadcast_to(1.0, n))

    def seconds():
        begun = clock()
        long_call(1_000_000)
        return clock() - begun

    # The quickest counts: a machine that is busy for a moment would make the call too short.
    n = int(1_000_000 * 2.5 / min(seconds() for _ in range(10)))
    limit = times_out(0.2, lambda: long_call(n))
    assert limit.late
    assert not limit.caught
    words = told(limit)
    assert words.startswith("it took ")
    assert words.endswith(
        " s, and the limit is 0.2 s (one long call inside NumPy cannot be stopped in between)"
    )
    return words


# --- limits in limits ---


def the_inner_limit_ends_its_own_block_only():
    with deadline(20) as outer:
        inner = times_out(0.2, loop)
        spin(0.3)
    assert kept(inner)
    assert not outer.stops


def the_outer_limit_ends_both():
    inside = []

    def nested():
        with deadline(20) as inner:
            inside.append(inner)
            loop()

    outer = times_out(0.3, nested)
    assert kept(outer)
    assert not inside[0].stops


def the_outer_limit_goes_on_after_the_inner():
    def nested():
        with deadline(20):
            pass
        loop()

    assert kept(times_out(0.3, nested))


def equal_limits_are_both_over():
    assert kept(times_out(0.3, lambda: times_out(0.3, loop) and loop()))


# --- what is left alone ---


def what_is_quick_is_left_alone():
    for _ in range(1000):
        with deadline(5) as limit:
            pass
        assert not limit.stops
    spin(0.3)


def nothing_is_left_armed():
    """Limits that end at about the moment when their blocks do: none reaches what follows."""
    chance, ended = random.Random(1), 0
    # It is another one where the tests run in the background, and a kernel has run before.
    interrupts = signal.getsignal(signal.SIGINT)
    for _ in range(300):
        with contextlib.suppress(TimedOut), deadline(20):
            try:
                with deadline(chance.uniform(0.002, 0.01)):
                    spin(0.006)
            except TimedOut:
                ended += 1
        for _ in range(2000):
            pass
    spin(0.3)
    assert signal.getsignal(signal.SIGINT) is interrupts
    return f"{ended} of 300 were stopped"


def a_limit_is_not_stopped_while_it_begins_or_ends():
    seen = []

    class Watched(Limit):
        def _processor_clock(self):
            return time.monotonic

        def _arm(self):
            seen.append(stoppable(sys._getframe()))

        _disarm = _arm

    with Watched(1):
        seen.append(stoppable(sys._getframe()))
    assert seen == [False, True, False]


def contextlib_is_not_stopped():
    class Asks:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            # Called by contextlib.
            seen.append(stoppable(sys._getframe().f_back))

    seen = []
    with contextlib.ExitStack() as stack:
        stack.enter_context(Asks())
    assert seen == [False]


def a_tight_loop_is_hardly_slower():
    def count():
        begun = time.perf_counter()
        for _ in range(50_000):
            pass
        return time.perf_counter() - begun

    bare, limited = [], []
    # Short and in turn, and the quickest counts: the machine may be busy.
    for _ in range(200):
        bare.append(count())
        with deadline(60):
            limited.append(count())
    bare, limited = min(bare), min(limited)
    assert limited < 2 * bare, (bare, limited)
    return f"50,000 rounds: {1000 * bare:.2f} ms, inside a limit {1000 * limited:.2f} ms"


ALL = {
    name: test
    for name, test in list(globals().items())
    if getattr(test, "__module__", "") == __name__
    and name not in ("in_words", "kept", "loop", "spin", "times_out")
}
