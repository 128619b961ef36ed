"""Work done by a Dask cluster: `dask scheduler` and any number of `dask worker` on any machines.

Dask is not among the product's packages: `pip install distributed`, there and here, with one version of
copydesk everywhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from distributed import Client, KilledWorker

from copydesk.workers import Lost, R, T

# So many values wait for each core of the cluster; whoever holds the results holds so many of them.
_AHEAD = 8


class Cluster:
    """The workers of the scheduler at an address, as `tcp://10.0.0.1:8786`."""

    def __init__(self, address: str) -> None:
        self._address = address

    def map(self, work: Callable[[T], R], given: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Lost]]:
        """See `Executor`. What a lost worker had taken Dask gives to another."""
        waiting: deque[tuple[str, Any]] = deque()
        left = iter(given)
        with Client(self._address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            # As the result of a task the work is made again where the worker that held it is lost.
            shared = client.submit(_itself, work, pure=False)
            while True:
                room = _AHEAD * max(1, sum(client.ncores().values())) - len(waiting)
                for name, value in islice(left, max(0, room)):
                    waiting.append((name, client.submit(_do, shared, value, pure=False)))
                if not waiting:
                    return
                name, future = waiting.popleft()
                try:
                    yield name, future.result()
                except KilledWorker as error:
                    yield name, Lost(getattr(error, "allowed_failures", 0) + 1)


def _itself(work: Any) -> Any:
    return work


def _do(work: Callable[[Any], Any], value: Any) -> Any:
    return work(value)
