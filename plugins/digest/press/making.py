"""Jobs are made, one after the other; `workers` shares them among processes."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.press.facets import Facets
from digest.press.jobs import Job
from digest.press.ledger import File
from digest.press.sheets import write
from digest.press.watching import noting


@dataclass(frozen=True, slots=True)
class Result:
    """What a made job read, as numbers of facets and names of what belongs to no thing; the files it gave."""

    read: array[int]
    asked: tuple[str, ...]
    files: tuple[File, ...]


class FailedJobError(RuntimeError):
    """A page or file could not be made; the message names it."""


def make(job: Job, facets: Facets, folder: Path) -> Result:
    """Make a job below `folder`."""
    try:
        with noting() as read:
            files = tuple(write(folder, name, content) for name, content in job.make())
    except OSError:
        raise  # of the disk, not of the page
    except Exception as error:
        raise FailedJobError(f"{job.name}: {type(error).__name__}: {error}") from error
    return Result(*facets.numbered(read), files)


def make_all(jobs: Sequence[Job], facets: Facets, folder: Path) -> dict[str, Result]:
    """Make every job below `folder`, one after the other."""
    return {job.name: make(job, facets, folder) for job in jobs}
