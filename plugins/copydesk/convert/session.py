"""One conversion that has something to do: read, draft, plan, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from copydesk import writer
from copydesk.actors import Gazetteer, starter
from copydesk.convert.pages import actor_page, attested, event_page
from copydesk.convert.plan import Plan, Standing, plan
from copydesk.convert.report import Report
from copydesk.convert.run import Batch, Progress, read, twin_problem
from copydesk.convert.shelf import Shelf
from copydesk.convert.twins import Twins
from copydesk.frontmatter import Actor, Document, Entry, Event, Part
from copydesk.merge import Proposal, begin, merge
from copydesk.model import Actor as KnownActor
from copydesk.model import Draft, Lang, Problem, Seed
from copydesk.romanise import slug as slug_of

Drafter = Callable[[Seed], Draft]


class Session:
    """Seeds of one batch on their way to files."""

    def __init__(
        self, shelf: Shelf, batch: Batch, report: Report, today: date | None, site: Lang, progress: Progress
    ) -> None:
        self.shelf, self.batch, self.report = shelf, batch, report
        self.today, self.site, self.progress = today, site, progress
        self.drafts: dict[str, Draft] = {}

    def run(self) -> None:
        """Draft the batch, and once more the old entries that new pages concern; then write."""
        self._draft(self._fresh())
        made = self._plan()
        concerned = self._seeds_of(made.concerned)
        if concerned:
            self._draft(concerned)
            made = self._plan()
        self._write(made)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The editor's actors before the built-in ones."""
        return Gazetteer.of(known(slug, d) for slug, d in self.shelf.actors.items()).merged(starter())

    @cached_property
    def drafter(self) -> Drafter:
        """What turns a seed into a linked draft; one linker for the whole session."""
        from copydesk import edit
        from copydesk.actors import Linker

        linker = Linker(self.gazetteer)
        return lambda seed: edit.linked(edit.draft(seed, self.gazetteer, self.today), linker)

    def _fresh(self) -> dict[str, Seed]:
        """The readable seeds of the batch that repeat no other seed."""
        twins, found = Twins(), dict[str, Seed]()
        filed = [n for n in self.batch.filed if n in self.batch.names]
        new = [n for n in self.batch.names if n not in self.batch.filed]
        for name in [*filed, *new]:
            if (seed := read(self.shelf, name, self.report)) is not None:
                found[name] = seed
        if new:
            for name in self.batch.filed:
                seed = found.get(name) or read(self.shelf, name, Report())
                if seed:
                    twins.add(name, seed.text)
        for name in new:
            other = twins.find(found[name].text) if name in found else None
            if other is not None:
                self.report.problems.append(twin_problem(name, other))
                del found[name]
            elif name in found:
                twins.add(name, found[name].text)
        return {name: found[name] for name in sorted(found)}

    def _draft(self, seeds: Mapping[str, Seed]) -> None:
        for done, (name, seed) in enumerate(seeds.items()):
            self.progress(done, len(seeds), name)
            self.drafts[name] = self.drafter(seed)
            self.progress(done + 1, len(seeds), name)

    def _seeds_of(self, paths: frozenset[str]) -> dict[str, Seed]:
        """The readable seeds of old entries that are not drafted yet."""
        names = sorted(
            n for n, filed in self.batch.filed.items() if filed.path in paths and n not in self.drafts
        )
        found = ((name, read(self.shelf, name, Report())) for name in names)
        return {name: seed for name, seed in found if seed}

    def _plan(self) -> Plan:
        entries = self.shelf.entries
        mine = {n: self.batch.filed[n].path for n in self.drafts if n in self.batch.filed}
        old = {name: entries[path] for name, path in mine.items() if path in entries}
        others = {path: d for path, d in entries.items() if path not in mine.values()}
        actors, events = self.shelf.page_slugs("actors"), self.shelf.page_slugs("events")
        suggested = {s for d in entries.values() if d.meta.seed for s in d.meta.seed.suggested}
        hidden = {
            slug for slug, d in self.shelf.actors.items() if d.meta.status == "hidden" or d.meta.same_as
        }
        rejected = frozenset(suggested) - actors - events
        return plan(self.drafts, old, Standing(actors, events, frozenset(hidden), rejected, others))

    def _write(self, made: Plan) -> None:
        """Actors and events first: an entry never names a page that is not there."""
        tell = attested(self.drafts.values(), self.gazetteer)
        for slug in sorted(tell):
            document = self.shelf.actors.get(slug)
            if slug in made.actors or (document and document.meta.wrote):
                self._page(
                    f"content/actors/{slug}.md", actor_page(tell[slug], self.site, document), document, Actor
                )
        for slug, happening in sorted(made.events.items()):
            event = self.shelf.events.get(slug)
            self._page(f"content/events/{slug}.md", event_page(happening, self.site, event), event, Event)
        for name in sorted(made.proposals):
            self._entry(name, made.proposals[name])

    def _page(
        self, path: str, proposal: Proposal, old: Document[Actor] | Document[Event] | None, model: type[Part]
    ) -> None:
        if old is None:
            self._put(path, begin(proposal), None)
        else:
            self._merged(path, proposal, model)

    def _entry(self, name: str, proposal: Proposal) -> None:
        filed = self.batch.filed.get(name)
        if filed is None:
            path = self._free(proposal)
            self._put(path, begin(proposal), None)
        elif filed.path in self.shelf.entries:
            self._merged(filed.path, proposal, Entry)
        else:
            self.report.problems.append(Problem(
                "entry", filed.path, f"seeds/{name} was not read again: its entry has problems",
                "run `copydesk check`, mend the entry, then convert"))  # fmt: skip

    def _merged(self, path: str, proposal: Proposal, model: type[Part]) -> None:
        raw = self.shelf.text(path)
        try:
            text, offers = merge(raw, proposal, model)
        except ValueError as error:
            self.report.problems.append(
                Problem("merge", path, str(error), "write the front matter one key a line")
            )
            return
        self.report.offers += [replace(offer, path=path) for offer in offers]
        if text == raw:
            self.report.unchanged += 1
        else:
            self._put(path, text, raw)

    def _put(self, path: str, text: str, before: str | None) -> None:
        try:
            outcome = writer.write(self.shelf.project, path, text, before)
        except writer.RefusedError as error:
            self.report.problems.append(
                Problem("write", path, str(error), "look at the file, then convert again")
            )
        except OSError as error:
            reason = f"cannot be written: {error.strerror}"
            self.report.problems.append(Problem("write", path, reason, "check the disk and the permissions"))
        else:
            if outcome == "written":
                self.report.written.append(path)

    def _free(self, proposal: Proposal) -> str:
        """The path of a new entry: its name is its address, so no other entry may have it."""
        fields = proposal.fields
        day = str(fields.get("date") or "0000-00-00")
        folder = day[:4] if fields.get("date") else "undated"
        stem = f"{day}-{slug_of(str(fields['title']), fields['lang'])}"
        taken = {
            PurePosixPath(p).stem.casefold() for p in [*self.shelf.files("entries"), *self.report.written]
        }
        count = 1
        while (free := stem if count == 1 else f"{stem}-{count}") in taken:
            count += 1
        return f"content/entries/{folder}/{free}.md"


def known(slug: str, document: Document[Actor]) -> KnownActor:
    """An editor's actor as the gazetteer knows it."""
    meta = document.meta
    return KnownActor(
        slug=slug,
        name=meta.name,
        kind=meta.kind,
        names=dict(meta.names),
        aliases={lang: tuple(words) for lang, words in meta.aliases.items()},
        wikidata=meta.wikidata,
        same_as=meta.same_as,
        not_same_as=tuple(meta.not_same_as),
        status=meta.status,
    )
