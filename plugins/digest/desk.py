"""The files of one build pass, as records: what `copydesk.check` read, less what may not be published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from copydesk.check import Shelves, found
from copydesk.check.naming import fits
from copydesk.check.waiting import state
from copydesk.frontmatter import Document, Entry, load
from copydesk.model import Lang, Problem
from copydesk.verbatim import stands_in
from digest.body import render
from digest.proof import edited, rewritten
from digest.records import ActorRecord, EntryRecord, EventRecord, OutletRecord, PageRecord
from digest.report import Report


class Desk:
    """Where the files of one build pass are read. What is wrong with them is said by the rules of `check`."""

    def __init__(self, project: Path, today: date, lang: Lang, report: Report, drafts: bool = False) -> None:
        self.drafts = drafts
        self.project, self.content = project, project / "content"
        self.today, self.lang, self.report = today, lang, report
        self.shelves = Shelves(project, lang)
        self.entries: dict[Path, EntryRecord] = {}

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Desk:
        """The desk that the plugin put into Pelican's settings for this pass."""
        desk = settings["DIGEST_DESK"]
        assert isinstance(desk, cls)
        return desk

    def proofread(self, ours: Callable[[Problem], bool] = bool) -> None:
        """Report all that is wrong in `content/` and `seeds/`, as far as it is `ours` (all, if not told)."""
        self.report.add(filter(ours, found(self.shelves)))

    def entry(self, path: Path) -> EntryRecord | None:
        """The entry in a file; None where it has problems, or waits and no drafts are to be shown."""
        document = self.shelves.entries.get(self._shown(path))
        record = self._record(path, document) if document else None
        if record:
            self.entries[path] = record
        return record

    def reread(self, path: Path) -> EntryRecord | None:
        """The entry as its file is by now, for a look at it alone: all else stays as it was read."""
        document, _ = load(path, Entry, self._shown(path))
        return self._record(path, document) if document else None

    def _record(self, path: Path, document: Document[Entry]) -> EntryRecord | None:
        if not fits("entries", path.stem):
            return None
        standing = state(document.meta, self.today)
        if standing != "published" and not self.drafts:
            return None
        folder = path.parent.relative_to(self.content).as_posix()
        return EntryRecord(
            path.stem, document, document.meta.date or self.today, render(document.body, folder, 2),
            self._verified(document), edited(document), rewritten(document), standing,
        )  # fmt: skip

    def page(self, path: Path) -> PageRecord | None:
        """A page of the site itself, or None where the file has problems."""
        return self._pages.get(self._shown(path))

    @cached_property
    def _pages(self) -> dict[str, PageRecord]:
        """All pages, one an address: read together, since which file wins must not hang on their order."""
        kept: dict[str, PageRecord] = {}
        taken: set[tuple[str, str]] = set()
        for path, document in sorted(self.shelves.pages.items()):
            slug, _, ending = Path(path).stem.partition(".")
            record = PageRecord(slug, ending or document.meta.lang or self.lang, document)
            if fits("pages", Path(path).stem) and (slug, record.lang) not in taken:
                taken.add((slug, record.lang))
                kept[path] = record
        return kept

    def actors(self) -> list[ActorRecord]:
        """Every readable file of `content/actors/`, by name."""
        kept = ((Path(p).stem, d) for p, d in sorted(self.shelves.actors.items()))
        return [ActorRecord(s, d, render(d.body, "actors", 2)) for s, d in kept if fits("actors", s)]

    def events(self) -> list[EventRecord]:
        """Every readable file of `content/events/`, by name."""
        kept = ((Path(p).stem, d) for p, d in sorted(self.shelves.events.items()))
        return [EventRecord(s, d, render(d.body, "events", 2)) for s, d in kept if fits("events", s)]

    def outlets(self) -> list[OutletRecord]:
        """Every readable file of `content/outlets/`, by name."""
        kept = ((Path(p).stem, d) for p, d in sorted(self.shelves.outlets.items()))
        return [OutletRecord(s, d, render(d.body, "outlets", 1)) for s, d in kept if fits("outlets", s)]

    def until(self) -> date | None:
        """The day on which the same files will give another site; None: never."""
        days = [entry.meta.date for entry in self.shelves.entries.values()]
        if self.drafts:  # what has no day yet is shown as told today
            return self.today + timedelta(days=1)
        return min((day for day in days if day and day > self.today), default=None)

    def unique_entries(self) -> list[EntryRecord]:
        """The entries read so far, one an address: of two files with one name the first path stays."""
        kept: dict[str, EntryRecord] = {}
        for path in sorted(self.entries):
            kept.setdefault(self.entries[path].slug, self.entries[path])
        return list(kept.values())

    def _shown(self, path: Path) -> str:
        """The path as problems name it: below the project."""
        return path.relative_to(self.project).as_posix()

    def _verified(self, document: Document[Entry]) -> frozenset[str]:
        """The ids of the quotations found in the seed."""
        seed = self.shelves.seeds.get(document.meta.seed.file) if document.meta.seed else None
        if seed is None:
            return frozenset()
        return frozenset(q.id for q in document.meta.quotations if stands_in(q.content, seed.text))
