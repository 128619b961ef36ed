"""Work done by processes of this machine. A process that ends in the middle costs time, nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic

from copydesk.workers import Lost, R, T

# So many values wait for each process: it never stands still, and results never pile up.
_AHEAD = 4
_TRIES = 2


@dataclass
class _Task(Generic[T]):
    """A value, and its result as far as there is one."""

    name: str
    value: T
    future: Future[Any] | None = None


class Local:
    """So many processes. `method` is how Python begins them; the default is safe beside threads."""

    def __init__(self, jobs: int, method: str | None = None) -> None:
        forked = "forkserver" in multiprocessing.get_all_start_methods()
        self._jobs, self._method = jobs, method or ("forkserver" if forked else "spawn")

    def map(self, work: Callable[[T], R], given: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Lost]]:
        """See `Executor`."""
        left = (_Task[T](name, value) for name, value in given)
        waiting = deque(islice(left, self._jobs * _AHEAD))
        pool = self._pool(work, self._jobs)
        try:
            while waiting:
                try:
                    for task in waiting:
                        task.future = task.future or pool.submit(_do, task.value)
                    found: R | Lost = waiting[0].future.result()  # type: ignore[union-attr]
                except BrokenProcessPool:
                    self._mend(work, waiting)
                    pool = self._pool(work, self._jobs)
                else:
                    yield waiting.popleft().name, found
                    waiting.extend(islice(left, 1))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _mend(self, work: Callable[[T], R], waiting: Iterable[_Task[T]]) -> None:
        """After a process ended: do again, one by one, what was not done, so that the guilty value shows."""
        pool = self._pool(work, 1)
        for task in waiting:
            if (
                task.future
                and task.future.done()
                and not isinstance(task.future.exception(), BrokenProcessPool)
            ):
                continue
            for _ in range(_TRIES):
                task.future = pool.submit(_do, task.value)
                if not isinstance(task.future.exception(), BrokenProcessPool):
                    break
                pool = self._pool(work, 1)
            else:
                task.future = Future()
                task.future.set_result(Lost(_TRIES))
        pool.shutdown()

    def _pool(self, work: Callable[[T], R], jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(self._method)
        return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,))


_work: Callable[[Any], Any] | None = None


def _begin(work: Callable[[Any], Any]) -> None:
    """A process begins: it knows its work, leaves Ctrl-C to its parent and ends with it."""
    from copydesk.__main__ import collect_seldom

    global _work
    _work = work
    collect_seldom()
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _do(value: Any) -> Any:
    assert _work is not None
    return _work(value)
