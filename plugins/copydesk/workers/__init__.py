"""Work on many texts, here or elsewhere: results come in the order of what was given, whoever did the work.

So nothing that is made of them can hang on the number of workers, or on which of them was quick.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: whoever took up the work ended, each time it was tried."""

    tries: int


class Executor(Protocol):
    """Does work on values that have names."""

    def map(self, work: Callable[[T], R], given: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Lost]]:
        """What `work` makes of each value, in the order given, each with its name.

        An error that `work` raises is raised here, in its turn. What a lost worker had taken is given
        to another.
        """


class Here:
    """Does all work in this process, one value after another."""

    def map(self, work: Callable[[T], R], given: Iterable[tuple[str, T]]) -> Iterator[tuple[str, R | Lost]]:
        """See `Executor`."""
        return ((name, work(value)) for name, value in given)


def executor(jobs: int = 1, scheduler: str = "") -> Executor:
    """Who does the work: a Dask cluster, so many processes (0: one for each core), or this process.

    Raises, in words for a person, ValueError where there can be none, ModuleNotFoundError where a scheduler
    is named and Dask is not installed.
    """
    if jobs < 0:
        raise ValueError(f"--jobs {jobs}: write a number from 0 on")
    if scheduler:
        try:
            from copydesk.workers.cluster import Cluster
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(f"--scheduler needs Dask ({error}): pip install distributed") from None
        return Cluster(scheduler)
    if (jobs or os.cpu_count() or 1) == 1:
        return Here()
    from copydesk.workers.local import Local

    return Local(jobs or os.cpu_count() or 1)
