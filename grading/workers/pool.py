"""Worker processes of this machine, forked from one that has imported everything once."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # It imports what a worker alone needs.
    from grading.workers.worker import Settings

_CONTEXT = multiprocessing.get_context("forkserver")


def warm_up() -> None:
    """Begin to import what workers need, in a process of its own, while this one goes on."""
    _CONTEXT.set_forkserver_preload(["grading.workers.warm"])
    forkserver.ensure_running()


def pool(jobs: int, settings: Settings) -> ProcessPoolExecutor:
    """Return `jobs` processes that grade as `settings` (a `worker.Settings`) say."""
    warm_up()
    return ProcessPoolExecutor(jobs, _CONTEXT, _start, (settings,))


def _start(settings: Settings) -> None:
    from grading.isolation.guest import confine
    from grading.workers import worker

    # A run that is killed must leave no worker behind: neither the process that forked this one
    # nor the pool's own pipes notice, since all workers hold the ends that would have to close.
    confine.die_with_parent()
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    worker.start(settings)


def _end_with_the_run() -> None:
    if (run := multiprocessing.parent_process()) is not None:
        run.join()
    os._exit(1)
