"""Many jobs shared among processes: each makes every n-th, writes the files, and hands back what they read.

A worker is a copy of this process (fork), so nothing has to be handed over to it. Where the system has no
such copies that are safe (Windows, macOS) there is one worker: this process. What a worker made hangs on
the job alone, so the site is the same for any number of them.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import astuple
from pathlib import Path
from typing import IO

from digest import sweeping
from digest.press.facets import Facets
from digest.press.jobs import Job
from digest.press.ledger import File
from digest.press.making import FailedJobError, Result, make, make_all

WORTH = 400  # fewer jobs than this for each worker are made sooner than a worker is begun
CAN_FORK = sys.platform == "linux"


def count(asked: int, jobs: int) -> int:
    """How many workers to use for so many jobs; `asked` is what the settings say, 0: as many as pay."""
    if not CAN_FORK:
        return 1
    return max(1, min(asked or min(len(os.sched_getaffinity(0)), jobs // WORTH), jobs))


def share(jobs: Sequence[Job], facets: Facets, folder: Path, workers: int) -> dict[str, Result]:
    """Make every job below `folder` with so many workers. FailedJobError where one cannot be made."""
    sweeping.resume()  # and what all workers have in common stays in common
    if workers == 1:
        return make_all(jobs, facets, folder)
    shares = [jobs[n::workers] for n in range(workers)]
    made: dict[str, Result] = {}
    with ExitStack() as opened:
        told = [opened.enter_context(tempfile.TemporaryFile(buffering=0)) for _ in shares]
        begun = [_begin(some, facets, folder, into) for some, into in zip(shares, told, strict=True)]
        ended = [os.waitpid(pid, 0)[1] for pid in begun]
        for some, out, status in zip(shares, told, ended, strict=True):
            made |= _heard(out, some, status)
    return {job.name: made[job.name] for job in jobs}


def _begin(jobs: Sequence[Job], facets: Facets, folder: Path, told: IO[bytes]) -> int:
    """A worker (its number) that makes the jobs and tells of each in a file that only the two can see."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        for job in jobs:
            told.write(_line(make(job, facets, folder)))
        status = 0
    except (FailedJobError, OSError) as error:
        told.write(json.dumps({"failed": str(error)}).encode() + b"\n")
    finally:
        os._exit(status)


def _line(made: Result) -> bytes:
    read = b64encode(made.read.tobytes()).decode("ascii")
    told = {"read": read, "asked": made.asked, "files": [astuple(file) for file in made.files]}
    return json.dumps(told).encode() + b"\n"


def _heard(told: IO[bytes], jobs: Sequence[Job], status: int) -> dict[str, Result]:
    """What a worker told of its jobs. FailedJobError names the job that it failed or ended at."""
    made: dict[str, Result] = {}
    told.seek(0)
    for job, line in zip(jobs, told.read().splitlines(), strict=False):
        one = json.loads(line)
        if "failed" in one:
            raise FailedJobError(one["failed"])
        files = tuple(File(*file) for file in one["files"])
        made[job.name] = Result(array("I", b64decode(one["read"])), tuple(one["asked"]), files)
    if len(made) < len(jobs) or status:
        at = jobs[min(len(made), len(jobs) - 1)].name
        raise FailedJobError(f"{at}: its worker ended early (status {status})")
    return made
