"""A guard against what never ends. Not a measurement: machines are shared, and speed is `make bench`'s."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def patience(seconds: int = 60) -> Iterator[None]:
    """End the block after so many seconds of its own CPU time: what is quadratic takes many minutes.

    Raises:
        TimeoutError: the block ran away.
    """

    def stop(*_: object) -> None:
        raise TimeoutError(f"still not done after {seconds} seconds of work")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
