"""Jobs are made: in this process, or shared among several where that pays. The same bytes either way."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

from digest.press.facets import Facets
from digest.press.jobs import Job
from digest.press.ledger import File
from digest.press.sheets import write
from digest.press.watching import noting

Result = tuple[array, tuple[File, ...]]  # type: ignore[type-arg]


class FailedJobError(RuntimeError):
    """A page or file could not be made; the message names it."""


def make(jobs: Sequence[Job], facets: Facets, folder: Path) -> dict[str, Result]:
    """Make every job below `folder`: what each read and the files it gave."""
    return {job.name: _made(job, facets, folder) for job in jobs}


def _made(job: Job, facets: Facets, folder: Path) -> Result:
    try:
        with noting() as read:
            files = tuple(write(folder, name, content) for name, content in job.make())
    except Exception as error:
        raise FailedJobError(f"{job.name}: {type(error).__name__}: {error}") from error
    return facets.numbers(read), files
