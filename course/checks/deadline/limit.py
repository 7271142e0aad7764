"""What every limit has in common: when it is over, how it ends, and what is told about it."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import FrameType

# A call that waits instead of computing may take this many times its limit by the clock.
PATIENCE = 5
# Code that goes on is told again to stop, after so many seconds and then sooner and sooner: what
# tidies up has its time, and a loop around `except:` is soon hit where it catches nothing.
AGAIN = 0.1
# The processor time of this thread, in seconds; in a browser, where nothing tells it, the clock.
clock: Callable[[], float] = getattr(time, "thread_time", time.monotonic)


class TimedOut(BaseException):
    """The time is up. Not an Exception, so that `except Exception` does not catch it.

    Attributes:
        raised: How often so far, in all threads.
    """

    raised = 0

    def __init__(self, *args) -> None:
        """Count: who catches one and goes on gets another."""
        super().__init__(*args)
        TimedOut.raised += 1


class Limit:
    """The limit of one block of code. How the time is watched is up to the subclasses.

    Attributes:
        seconds: How much processor time the block may take.
        spent: How much it took, once it has ended.
        waited: How long that was by the clock.
        stops: How often the block was told to stop.
        caught: Whether it caught what should have stopped it.
    """

    def __init__(self, seconds: float) -> None:
        """Allow `seconds`, from the beginning of the block."""
        self.seconds = seconds
        self.spent = self.waited = 0.0
        self.stops = 0
        self.caught = False

    @property
    def late(self) -> bool:
        """Whether the block ended long after its time was up."""
        return self.spent > max(1.25 * self.seconds, self.seconds + 1)

    def __enter__(self) -> Limit:
        self._work = self._processor_clock()
        self._raised = TimedOut.raised
        self._begun = self._work(), time.monotonic()
        self._arm()
        return self

    def __exit__(self, kind, error, traceback) -> None:
        self.caught = TimedOut.raised - self._raised > isinstance(error, TimedOut)
        self._disarm()
        self.spent, self.waited = self._so_far()
        if (self.stops or self.late) and not isinstance(error, (TimedOut, KeyboardInterrupt)):
            raise TimedOut from error

    def _processor_clock(self) -> Callable[[], float]:
        """Return what gives the processor time of this thread so far, in seconds."""
        raise NotImplementedError

    def _arm(self) -> None:
        raise NotImplementedError

    def _disarm(self) -> None:
        """See to it that the block is told no more, and that nothing is on its way to it."""
        raise NotImplementedError

    def _so_far(self) -> tuple[float, float]:
        """Return the seconds since the beginning: of work, and by the clock."""
        return self._work() - self._begun[0], time.monotonic() - self._begun[1]

    def _left(self) -> float:
        """Return the seconds until the time may be up; 0 or less when it is."""
        worked, waited = self._so_far()
        return min(self.seconds - worked, PATIENCE * self.seconds - waited)

    def _pause(self) -> float:
        """Return the seconds until there may be something to do."""
        left = self._left()
        return left if left > 0 else AGAIN * 0.5**self.stops


def stoppable(frame: FrameType | None) -> bool:
    """Return whether TimedOut may be raised in `frame`, the innermost of a block's.

    Not in what begins or ends a limit, nor in contextlib: an `__exit__` that is stopped before it
    has done its work would leave a limit armed for ever.
    """
    if frame is None or frame.f_globals.get("__name__") == "contextlib":
        return False
    while frame is not None:
        if str(frame.f_globals.get("__name__")).startswith(__package__):
            return False
        frame = frame.f_back
    return True


def told(limit: Limit) -> str:
    """Return what happened in a block that ended with TimedOut, as the report is to say it."""
    if limit.late:
        why = (
            "an `except:` inside catches what stops it"
            if limit.caught
            else "one long call inside NumPy cannot be stopped in between"
        )
        return f"it took {_number(limit.spent)} s, and the limit is {limit.seconds:g} s ({why})"
    if limit.stops and limit.spent < limit.seconds:
        # By the clock, then: it did nothing, or a busy machine did not let it.
        did = "waited for" if limit.spent < limit.seconds / 2 else "was still running after"
        return f"it {did} {_number(limit.waited)} s"
    return f"it was still running after {limit.seconds:g} s"


def _number(seconds: float) -> str:
    return f"{seconds:.0f}" if seconds >= 10 else f"{round(seconds, 1):g}"
