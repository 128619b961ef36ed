"""One conversion that has something to do: read, draft, plan, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from copydesk import RULES
from copydesk.actors import Gazetteer
from copydesk.convert.filing import Filing
from copydesk.convert.known import gazetteer_of
from copydesk.convert.pages import actor_page, attested, event_page
from copydesk.convert.plan import Plan, Standing, plan
from copydesk.convert.policy import Policy
from copydesk.convert.proposal import propose
from copydesk.convert.refusals import refused, twin
from copydesk.convert.report import Report
from copydesk.convert.run import Batch, Progress, read
from copydesk.convert.shelf import Shelf
from copydesk.convert.twins import Twins
from copydesk.faults import fault
from copydesk.frontmatter import Actor, Event
from copydesk.identity import resolve
from copydesk.model import Draft, Lang, Seed

Drafter = Callable[[Seed], Draft]


class Session:
    """Seeds of one batch on their way to files."""

    def __init__(
        self,
        shelf: Shelf,
        batch: Batch,
        report: Report,
        today: date | None,
        site: Lang,
        progress: Progress,
        policy: Policy,
    ) -> None:
        self.shelf, self.batch, self.report = shelf, batch, report
        self.today, self.site, self.progress, self.policy = today, site, progress, policy
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
        return gazetteer_of(self.shelf)

    @cached_property
    def drafter(self) -> Drafter:
        """What turns a seed into a linked draft; one linker for the whole session."""
        return drafter_of(self.shelf, self.today, self.site)

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
                self.report.problems.append(twin(name, other))
                del found[name]
            elif name in found:
                twins.add(name, found[name].text)
        return {name: found[name] for name in sorted(found)}

    def _draft(self, seeds: Mapping[str, Seed]) -> None:
        for done, (name, seed) in enumerate(seeds.items()):
            self.progress(done, len(seeds), name)
            if (draft := self._tried(name, seed)) is not None:
                self.drafts[name] = draft
            self.progress(done + 1, len(seeds), name)

    def _tried(self, name: str, seed: Seed) -> Draft | None:
        """The draft, or None with the reason reported: one seed never costs the others."""
        try:
            draft = self.drafter(seed)
            propose(draft, frozenset(), (), RULES)
        except Exception as error:  # whatever a stage stumbles over is told, with the seed's name
            self.report.problems.append(fault(f"seeds/{name}", error))
            return None
        wrong = refused(draft.dispatch)
        if wrong is not None:
            self.report.problems.append(wrong)
        return None if wrong else draft

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
        same_event, _ = resolve({slug: d.meta.same_as for slug, d in self.shelf.events.items()})
        standing = Standing(actors, events, frozenset(hidden), rejected, others, same_event)
        kinds = {slug: told.kind for slug, told in attested(self.drafts.values(), self.gazetteer).items()}
        return plan(self.drafts, old, standing, kinds, self.policy)

    def _write(self, made: Plan) -> None:
        """Actors and events first: an entry never names a page that is not there."""
        filing = Filing(self.shelf, self.report)
        tell = attested(self.drafts.values(), self.gazetteer)
        for slug in sorted(tell):
            document = self.shelf.actors.get(slug)
            if slug in made.actors or (document and document.meta.wrote):
                filing.page(
                    f"content/actors/{slug}.md", actor_page(tell[slug], self.site, document), document, Actor
                )
        for slug, happening in sorted(made.events.items()):
            event = self.shelf.events.get(slug)
            filing.page(f"content/events/{slug}.md", event_page(happening, self.site, event), event, Event)
        for name in sorted(made.proposals):
            filing.entry(name, self.batch.filed.get(name), made.proposals[name])


def drafter_of(shelf: Shelf, today: date | None = None, site: Lang = "uk") -> Drafter:
    """What turns seeds into drafts, one after another, each linked to the actors of those before it."""
    from copydesk import edit
    from copydesk.actors import Linker

    gazetteer = gazetteer_of(shelf)
    linker = Linker(gazetteer, site)
    return lambda seed: edit.linked(edit.draft(seed, gazetteer, today), linker)
