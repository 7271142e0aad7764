"""Imported once before workers are forked: what the first submission of each would wait for."""

import gc
import signal

# Ctrl-C reaches this process, too: the run says that it stops, and this one ends with it.
signal.signal(signal.SIGINT, signal.SIG_IGN)

import course.checks  # noqa: E402
from grading.exam import examiner  # noqa: E402
from grading.workers import worker  # noqa: E402, F401

course.checks.exercises()
examiner.shell()
# What is there now stays: no fork need look at it, or copy it, to collect garbage.
gc.collect()
gc.freeze()
