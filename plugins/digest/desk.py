"""Reading `content/` and `seeds/`: the shell around the pure parts. One desk a build pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from copydesk.frontmatter import Actor, Document, Entry, Event, Part, load
from copydesk.model import Problem
from digest import addresses
from digest.body import render
from digest.proof import edited, rewritten, unproved
from digest.records import ActorRecord, EntryRecord, EventRecord, Page, PageRecord
from digest.report import Report
from digest.seedtexts import SeedTexts

M = TypeVar("M", bound=Part)
_NAMES = {
    "entries": (addresses.is_stem, "rename it: a date and a slug, 2024-07-07-small-latin-letters.md"),
    "actors": (addresses.is_slug, "rename it: small Latin letters, digits and single hyphens"),
    "events": (addresses.is_slug, "rename it: small Latin letters, digits and single hyphens"),
}


class Desk:
    """Where the files of one build pass are read: each bad one is reported and left out."""

    def __init__(self, content: Path, project: Path, today: date, lang: str, report: Report) -> None:
        self.content, self.project = content, project
        self.today, self.lang, self.report = today, lang, report
        self.seeds = SeedTexts(project / "seeds")
        self.entries: dict[Path, EntryRecord] = {}

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Desk:
        """The desk that the plugin put into Pelican's settings for this pass."""
        desk = settings["DIGEST_DESK"]
        assert isinstance(desk, cls)
        return desk

    def shown(self, path: Path) -> str:
        """The path as problems name it: below the project."""
        return (
            path.relative_to(self.project).as_posix()
            if path.is_relative_to(self.project)
            else path.as_posix()
        )

    def entry(self, path: Path) -> EntryRecord | None:
        """The entry in a file; None for a draft, a later day, or a file with problems (reported)."""
        document = self._document(path, Entry, "entries")
        if document is None or document.meta.status == "draft":
            return None
        if document.meta.date is None:
            problem = document.problem("date", ("date",), "a published entry has no `date`",
                                       "write the day of publication, or `status: draft`")  # fmt: skip
            self.report.add([problem])
            return None
        folder = path.parent.relative_to(self.content).as_posix()
        record = EntryRecord(
            path.stem, document, document.meta.date, render(document.body, folder, 2),
            self._verified(document), edited(document), rewritten(document),
        )  # fmt: skip
        if document.meta.date > self.today:
            return None
        self.entries[path] = record
        return record

    def page(self, path: Path) -> PageRecord | None:
        """A page of the site itself, or None where the file has problems (reported)."""
        return self._pages.get(path)

    @cached_property
    def _pages(self) -> dict[Path, PageRecord]:
        """All pages, one an address: read together, since which file wins must not hang on their order."""
        found: dict[Path, PageRecord] = {}
        taken: dict[tuple[str, str], str] = {}
        for path in self._files("pages"):
            document = self._document(path, Page, "pages")
            if document is None:
                continue
            slug, _, ending = path.stem.partition(".")
            record = PageRecord(slug, ending or document.meta.lang or self.lang, document)
            other = taken.setdefault((slug, record.lang), document.path)
            if other == document.path:
                found[path] = record
            else:
                self.report.add([_twin(document.path, other, f"say in what language it is: {slug}.en.md")])
        return found

    def actors(self) -> list[ActorRecord]:
        """Every readable file of `content/actors/`, by name."""
        found = ((p, self._document(p, Actor, "actors")) for p in self._files("actors"))
        return [ActorRecord(p.stem, d, render(d.body, "actors", 2)) for p, d in found if d]

    def events(self) -> list[EventRecord]:
        """Every readable file of `content/events/`, by name."""
        found = ((p, self._document(p, Event, "events")) for p in self._files("events"))
        return [EventRecord(p.stem, d, render(d.body, "events", 2)) for p, d in found if d]

    def unique_entries(self) -> list[EntryRecord]:
        """The entries read so far, one an address: of two files with one name the first path stays."""
        kept: dict[str, EntryRecord] = {}
        for path in sorted(self.entries):
            record = self.entries[path]
            other = kept.setdefault(record.slug, record)
            if other is not record:
                self.report.add([_twin(record.file.path, other.file.path, "rename one of the two files")])
        return list(kept.values())

    def strays(self) -> Iterator[Problem]:
        """Files that lie among the content and that nobody reads: Pelican says nothing of them."""
        for kind in (*_NAMES, "pages"):
            for path in sorted((self.content / kind).rglob("*")):
                read = path.suffix == ".md" and (kind == "entries" or path.parent == self.content / kind)
                if path.is_file() and not read and not path.name.startswith("."):
                    fix = f"move it to content/{kind}/ itself" if path.suffix == ".md" else "name it *.md"
                    yield Problem("stray", self.shown(path), "this file is not read", fix, severity="warning")

    def _files(self, kind: str) -> Iterator[Path]:
        return iter(sorted((self.content / kind).glob("*.md")))

    def _document(self, path: Path, model: type[M], kind: str) -> Document[M] | None:
        """The typed file, or None with its problems reported."""
        if (wrong := self._misplaced(path, kind)) is not None:
            self.report.add([wrong])
            return None
        document, problems = load(path, model, self.shown(path))
        self.report.add(problems)
        return document

    def _misplaced(self, path: Path, kind: str) -> Problem | None:
        """A file that may not be read: a link to somewhere else, or a name that is no address."""
        if not path.resolve().is_relative_to(self.content.resolve()):
            return Problem("link", self.shown(path), "a link that leads out of content/",
                           "put the file itself here")  # fmt: skip
        fits, fix = _NAMES.get(
            kind, (_page_name, "rename it: small Latin letters, as about.md or about.en.md")
        )
        if not fits(path.stem):
            return Problem("name", self.shown(path), f"the file name “{path.stem}” cannot be an address", fix)
        return None

    def _verified(self, document: Document[Entry]) -> frozenset[str]:
        """The ids of the quotations found in the seed; those missing there are reported."""
        if document.meta.seed is None:
            return frozenset()
        text = self.seeds.text(document.meta.seed.file)
        if text is None:
            self.report.add([document.problem(
                "seed", ("seed", "file"), f"seeds/{document.meta.seed.file} is not there to prove it",
                "put the seed back, or take the `seed` lines out if the entry is your own")])  # fmt: skip
            return frozenset()
        missing = dict(unproved(document, text))
        self.report.add(missing.values())
        return frozenset(q.id for q in document.meta.quotations if q.id not in missing)


def _twin(path: str, other: str, fix: str) -> Problem:
    return Problem("address", path, f"{other} has the same name, so the same address", fix, 1)


def _page_name(stem: str) -> bool:
    """True for `about` and `about.en`."""
    slug, _, lang = stem.partition(".")
    return (
        addresses.is_slug(slug)
        and slug not in addresses.RESERVED
        and (not lang or lang in ("uk", "ru", "en"))
    )
