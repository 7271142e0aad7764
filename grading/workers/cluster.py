"""Grading on other machines, too: Dask's workers need no shared disk and no gradebook.

Start a scheduler and workers with Dask's own commands, where this package is installed in the
same version: `dask scheduler`, and `dask worker tcp://HOST:8786 --nthreads 1 --nworkers auto`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor

from distributed import Client
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.comm.registry import get_backend

from grading.errors import GradingError

# How long a scheduler may take to answer.
SECONDS = 15


@contextlib.contextmanager
def connect(address: str) -> Iterator[tuple[Executor, int]]:
    """Give the workers of the scheduler at `address` as an executor, and how many there are.

    What a worker that dies had under way begins again on another; that is Dask's own doing.

    Raises:
        GradingError: There is no scheduler, or it has no workers.
    """
    try:
        # A client that was begun with what is no address takes half a minute to end.
        scheme, place = parse_address(address)
        get_backend(scheme)
        parse_host_port(place)
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise GradingError(f"no Dask scheduler answers at {address} ({told})") from None
    with client:
        workers = len(client.scheduler_info()["workers"])
        if not workers:
            raise GradingError(f"the Dask scheduler at {address} has no workers yet")
        # Not pure: the same bytes handed in by two are two submissions.
        with client.get_executor(pure=False) as executor:
            yield executor, workers
