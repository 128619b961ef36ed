"""One conversion that has something to do: read, draft, plan, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from copydesk import RULES
from copydesk.actors import Gazetteer
from copydesk.convert import cards
from copydesk.convert.cards import MET, SUGGESTED
from copydesk.convert.catalogue import Catalogue
from copydesk.convert.filing import Filing
from copydesk.convert.fresh import fresh
from copydesk.convert.known import actors_of, gazetteer_of
from copydesk.convert.near import near
from copydesk.convert.pages import actor_page, attested, event_page
from copydesk.convert.plan import Plan, Standing, linked_actors, plan
from copydesk.convert.policy import Policy
from copydesk.convert.proposal import propose
from copydesk.convert.refusals import refused
from copydesk.convert.report import Report
from copydesk.convert.run import Batch, Progress, read
from copydesk.convert.shelf import Shelf, stem
from copydesk.faults import fault
from copydesk.frontmatter import Actor, Entry, Event
from copydesk.identity import resolve
from copydesk.model import Draft, Lang, Seed

Drafter = Callable[[Seed], Draft]


class Session:
    """Seeds of one batch on their way to files."""

    def __init__(
        self,
        shelf: Shelf,
        catalogue: Catalogue,
        batch: Batch,
        report: Report,
        today: date | None,
        site: Lang,
        progress: Progress,
        policy: Policy,
    ) -> None:
        self.shelf, self.catalogue, self.batch, self.report = shelf, catalogue, batch, report
        self.today, self.site, self.progress, self.policy = today, site, progress, policy
        self.drafts: dict[str, Draft] = {}

    def run(self) -> None:
        """Draft the batch, and once more the old entries that new pages concern; then write."""
        self._draft(fresh(self.shelf, self.catalogue, self.batch, self.report))
        made = self._plan()
        concerned = self._seeds_of(made.concerned)
        if concerned:
            self._draft(concerned)
            made = self._plan()
        self._write(made)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The editor's actors before the built-in ones."""
        return gazetteer_of(self.shelf, self.catalogue)

    @cached_property
    def drafter(self) -> Drafter:
        """What turns a seed into a linked draft; one linker for the whole session."""
        return drafter_of(self.gazetteer, self.today, self.site)

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
        mine = {n: self.batch.filed[n].path for n in self.drafts if n in self.batch.filed}
        documents = ((name, self.shelf.document(path, Entry)) for name, path in mine.items())
        old = {name: document for name, document in documents if document}
        kinds = {slug: told.kind for slug, told in attested(self.drafts.values(), self.gazetteer).items()}
        return plan(self.drafts, old, self._standing(frozenset(mine.values())), kinds, self.policy)

    def _standing(self, mine: frozenset[str]) -> Standing:
        """What `content/` holds beside the entries `mine`."""
        catalogue, known = self.catalogue, actors_of(self.shelf, self.catalogue)
        hidden = frozenset(actor.slug for actor in known if actor.status == "hidden" or actor.same_as)
        linked = frozenset[str]().union(*map(linked_actors, self.drafts.values()))
        catalogue.look("events", self.shelf.stamped("events"), cards.event)
        told = catalogue.facts("events").items()
        same_as = {stem(path): facts["same_as"] for path, facts in told if facts}
        actors, events = (frozenset(map(stem, catalogue.checksums(kind))) for kind in ("actors", "events"))
        return Standing(
            actors=actors,
            events=events,
            hidden=hidden,
            rejected=frozenset(catalogue.words(SUGGESTED)) - actors - events,
            met={slug: catalogue.having(MET + slug) - mine for slug in linked},
            near=lambda reports: near(self.shelf, catalogue, mine, reports),
            same_event=resolve(same_as)[0],
        )

    def _write(self, made: Plan) -> None:
        """Actors and events first: an entry never names a page that is not there."""
        filing = Filing(self.shelf, self.report, self.catalogue.checksums("entries"))
        tell = attested(self.drafts.values(), self.gazetteer)
        for slug in sorted(tell):
            document = self.shelf.document(f"content/actors/{slug}.md", Actor)
            if slug in made.actors or (document and document.meta.wrote):
                filing.page(
                    f"content/actors/{slug}.md", actor_page(tell[slug], self.site, document), document, Actor
                )
        for slug, happening in sorted(made.events.items()):
            event = self.shelf.document(f"content/events/{slug}.md", Event)
            filing.page(f"content/events/{slug}.md", event_page(happening, self.site, event), event, Event)
        for name in sorted(made.proposals):
            filing.entry(name, self.batch.filed.get(name), made.proposals[name])


def drafter_of(gazetteer: Gazetteer, today: date | None = None, site: Lang = "uk") -> Drafter:
    """What turns seeds into drafts, one after another, each linked to the actors of those before it."""
    from copydesk import edit
    from copydesk.actors import Linker

    linker = Linker(gazetteer, site)
    return lambda seed: edit.linked(edit.draft(seed, gazetteer, today), linker)
