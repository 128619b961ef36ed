"""The shell around the press: one build pass, from the ledger of the last to that of this one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from pelican.log import console

from digest.index import Digest
from digest.press import ledger as book
from digest.press import standstill
from digest.press.base import base
from digest.press.facets import Answer, Facets
from digest.press.jobs import Job
from digest.press.ledger import File, Ledger
from digest.press.printing import printed
from digest.press.sheets import write
from digest.staging import Staging


class Press:
    """Prints the jobs of one build and puts the whole site in its place."""

    def __init__(self, staging: Staging, project: Path) -> None:
        self._staging = staging
        mark = sha256(str(staging.output).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        self._path = project / ".cache" / "press" / mark
        self._ledger: Ledger | None = None
        self._project, self._read = project, ""
        self.made: tuple[str, ...] = ()

    def run(
        self, jobs: Sequence[Job], digests: Mapping[str, Digest], answer: Answer, given: Mapping[str, Any]
    ) -> None:
        """Make what is not as it was. `digests` by the folder of their tree; `answer` as `Facets` has it."""
        former = book.load(self._path, base(given))
        facets = Facets(digests, former.things, answer)
        self._ledger, self.made = printed(
            jobs, facets, former, self._staging.output, self._staging.folder, given["DIGEST_WORKERS"]
        )

    def run_all(self, jobs: Sequence[Job]) -> None:
        """Make every job: nobody knows what the pages of a theme that is not ours read."""
        for job in jobs:
            for name, content in job.make():
                write(self._staging.folder, name, content)

    def publish(self) -> None:
        """The build is complete: it takes the place of the former one, and the ledger is kept."""
        self._staging.publish(self._kept())
        if self._ledger:
            book.save(self._ledger, self._path)
            count, whole = len(self.made), len(self._ledger.jobs)
            console.print(f"Printed {count} of {whole} pages and files; the others are as they were.")

    def look(self) -> None:
        """Note how the files of the project lie, before they are read."""
        self._read = standstill.read(self._project)

    def remember(self, zone: str, shown: date, until: date | None, said: list[str]) -> None:
        """Remember that from `shown` to the day before `until` a build of the same would change nothing."""
        output = self._staging.output
        names = standstill.names_of(output)
        state = standstill.State(
            self._read, standstill.around(self._project, os.environ), str(output),
            standstill.lay(output, names), names, zone, str(shown), str(until or ""), said,
        )  # fmt: skip
        standstill.keep(self._project, state)

    def _kept(self) -> Iterator[File]:
        """The files that are not made anew."""
        made = frozenset(self.made)
        for name, job in self._ledger.jobs.items() if self._ledger else ():
            if name not in made:
                yield from job.files
