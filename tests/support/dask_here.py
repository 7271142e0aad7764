"""Dask on this machine, for tests and benchmarks: a scheduler and workers, each a process."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from course_folder import ROOT
from grading.errors import GradingError
from grading.workers import cluster

WORKERS = 2
# How long workers may take to come, in seconds.
PATIENCE = 60


@contextlib.contextmanager
def dask(place: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler on the loopback, and its two workers.

    Args:
        place: Where each process gets a folder of its own, far from the course's.
    """
    started: list[subprocess.Popen[bytes]] = []

    def start(program: str, *arguments: str) -> None:
        folder = place / f"machine-{len(started)}"
        folder.mkdir()
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
                cwd=folder,
                env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    try:
        start("dask_scheduler", "--host", address, "--no-dashboard", "--no-show")
        for _ in range(WORKERS):
            start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


@contextlib.contextmanager
def connected(address: str) -> Iterator[Executor]:
    """Wait until all workers are there, and give them as an executor."""
    until = time.monotonic() + PATIENCE
    with contextlib.ExitStack() as stack:
        while True:
            with contextlib.suppress(GradingError), contextlib.ExitStack() as tried:
                executor, number = tried.enter_context(cluster.connect(address))
                if number == WORKERS:
                    stack.push(tried.pop_all())
                    break
            if time.monotonic() > until:
                raise TimeoutError(f"Dask's workers did not come within {PATIENCE} s")
            time.sleep(0.2)
        yield executor
