"""What is checked: every file of `content/` and `seeds/`, read once, with the problems of reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from copydesk.byhand import decisions
from copydesk.convert.report import Report
from copydesk.convert.run import read
from copydesk.convert.shelf import Filed, Shelf, glance
from copydesk.frontmatter import Actor, Document, Entry, Event, Page, Publisher, load
from copydesk.frontmatter.typed import M
from copydesk.model import Lang, Problem, Seed


class Shelves:
    """Documents by path, seeds by name. Files with problems are in `problems` and nowhere else.

    `site` is the language of the pages that do not say theirs.
    """

    def __init__(self, project: Path, site: Lang = "uk") -> None:
        self.project, self.site, self.problems = project, site, list[Problem]()
        self.shelf = Shelf(project)
        self._files = dict[str, list[str]]()
        self.entries = self._documents("entries", Entry)
        self.shelf.file(self._filed())
        self.actors = self._documents("actors", Actor)
        self.events = self._documents("events", Event)
        self.outlets = self._documents("outlets", Publisher)
        self.pages = self._documents("pages", Page)
        self.decisions, wrong = decisions.read(decisions.text(self.project) or "")
        self.problems += wrong
        report = Report()
        found = {name: read(self.shelf, name, report) for name in self.shelf.seeds()}
        self.seeds: dict[str, Seed] = {name: seed for name, seed in found.items() if seed}
        self.problems += report.problems

    @cached_property
    def unfiled(self) -> list[Seed]:
        """The readable seeds that have no entry yet and that nobody set aside."""
        aside = {entry.file for entry in self.shelf.filed.values()} | self.shelf.ignored()
        return [seed for name, seed in sorted(self.seeds.items()) if name not in aside]

    def files(self, kind: str) -> list[str]:
        """The files of a kind, broken ones too, as they lay there when first asked for."""
        if kind not in self._files:
            self._files[kind] = self.shelf.files(kind)
        return self._files[kind]

    @cached_property
    def slugs(self) -> dict[str, frozenset[str]]:
        """The slugs of `actors` and `events`, of broken files too: a page that is broken is not unknown."""
        return {kind: frozenset(map(stem, self.files(kind))) for kind in ("actors", "events")}

    def _filed(self) -> Iterator[Filed]:
        """Every entry by its seed: as it was read, or by a glance where an editor left it broken."""
        for path in self.files("entries"):
            document = self.entries.get(path)
            if document is None:
                glanced = glance(path, self.shelf.text(path))
                yield from [glanced] if glanced else []
            elif seed := document.meta.seed:
                yield Filed(path, seed.file, seed.sha256, seed.rules)

    def _documents(self, kind: str, model: type[M]) -> dict[str, Document[M]]:
        found: dict[str, Document[M]] = {}
        for path in self.files(kind):
            document, problems = load(self.project / path, model, path)
            self.problems += problems
            if document:
                found[path] = document
        return found


@cache
def stem(path: str) -> str:
    """The file's name without its ending: the address of a page."""
    return PurePosixPath(path).stem
