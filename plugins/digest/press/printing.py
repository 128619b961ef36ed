"""One build of the press: the jobs whose values changed are made, everything else stays as it was printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from digest.press.facets import Facets
from digest.press.fingerprints import NoFingerprintError, fingerprint
from digest.press.jobs import Job
from digest.press.ledger import Ledger, Printed
from digest.press.sheets import lies
from digest.press.workers import count, share


def printed(
    jobs: Iterable[Job], facets: Facets, former: Ledger, output: Path, folder: Path, workers: int = 1
) -> tuple[Ledger, tuple[str, ...]]:
    """Make what is not as it was, in `folder`: the ledger of the whole, and the names of the jobs made.

    `workers` processes share it; 0: as many as pay.
    """
    everything = {job.name: job for job in jobs}
    facets.answers(former.prints)
    of = {name: _of(job, facets) for name, job in everything.items()}
    fresh = set(_fresh(of, former, facets.changed(former.prints), output))
    stale = [job for name, job in everything.items() if name not in fresh]
    made = share(stale, facets, folder, count(workers, len(stale)))
    now = {name: former.jobs[name] for name in fresh}
    for name, result in made.items():
        now[name] = Printed(of[name], facets.with_asked(result.read, result.asked), result.files)
    return Ledger(former.base, facets.names.known, facets.prints, now), tuple(made)


def _of(job: Job, facets: Facets) -> str:
    """The fingerprint of what a job is of; empty where it has none."""
    try:
        return fingerprint(job.of, facets.names.of).hex()
    except NoFingerprintError:
        return ""


def _fresh(of: Mapping[str, str], former: Ledger, changed: set[int], output: Path) -> Iterator[str]:
    """The names of the jobs that need not be made: what they read is as it was, and their files lie there."""
    for name, mark in of.items():
        known = former.jobs.get(name)
        as_it_was = known and mark and known.of == mark and changed.isdisjoint(known.read)
        if known and as_it_was and all(lies(file, output) for file in known.files):
            yield name
