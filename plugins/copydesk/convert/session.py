"""One conversion that has something to do: read, draft, plan, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial

from copydesk import edit
from copydesk.actors import Gazetteer, Linker
from copydesk.convert import cards
from copydesk.convert.cards import MET, SUGGESTED
from copydesk.convert.catalogue import Catalogue
from copydesk.convert.drafting import Drafter, Drafting
from copydesk.convert.filing import Filing
from copydesk.convert.fresh import fresh
from copydesk.convert.known import actors_of, gazetteer_of
from copydesk.convert.near import near
from copydesk.convert.pages import actor_page, attested, event_page
from copydesk.convert.plan import Plan, Standing, linked_actors, plan
from copydesk.convert.policy import Policy
from copydesk.convert.refusals import lost
from copydesk.convert.report import Report
from copydesk.convert.run import Batch, Progress, read
from copydesk.convert.shelf import Shelf, stem
from copydesk.faults import fault
from copydesk.frontmatter import Actor, Entry, Event
from copydesk.identity import resolve
from copydesk.model import Draft, Lang, Problem, Seed
from copydesk.workers import Executor, Lost


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
        executor: Executor,
        dry: bool = False,
    ) -> None:
        self.shelf, self.catalogue, self.batch, self.report = shelf, catalogue, batch, report
        self.today, self.site, self.progress, self.policy = today, site, progress, policy
        self.executor, self.drafts, self.dry = executor, dict[str, Draft](), dry

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

    @property
    def drafter(self) -> Drafter:
        """What turns a seed into a draft whose people have no pages yet; workers are sent it."""
        return partial(edit.draft, gazetteer=self.gazetteer, today=self.today)

    @cached_property
    def linked(self) -> Callable[[Draft], Draft]:
        """What gives the people of a draft their pages; one linker for the whole session."""
        return partial(edit.linked, linker=Linker(self.gazetteer, self.site))

    def _draft(self, seeds: Mapping[str, Seed]) -> None:
        """Draft in parallel, link in the order of the names: the same for any number of workers."""
        for done, (name, made) in enumerate(self.executor.map(Drafting(self.drafter), seeds.items()), 1):
            if isinstance(made, Draft):
                made = self._linked(name, made)
            if isinstance(made, Draft):
                self.drafts[name] = made
            else:
                self.report.problems.append(lost(name) if isinstance(made, Lost) else made)
            self.progress(done, len(seeds), name)

    def _linked(self, name: str, draft: Draft) -> Draft | Problem:
        try:
            return self.linked(draft)
        except Exception as error:  # as in `Drafting`
            return fault(f"seeds/{name}", error)

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
        told = {stem(path): facts for path, facts in catalogue.facts("events").items() if facts}
        offered = {slug for slug, facts in told.items() if facts.get("status") == "suggested"}
        offered |= {actor.slug for actor in known if actor.status == "suggested"}
        actors, events = (frozenset(map(stem, catalogue.checksums(kind))) for kind in ("actors", "events"))
        return Standing(
            actors=actors,
            events=events,
            hidden=hidden,
            offered=frozenset(offered) - hidden,
            rejected=frozenset(catalogue.words(SUGGESTED)) - actors - events,
            met={slug: catalogue.having(MET + slug) - mine for slug in linked},
            near=lambda reports: near(self.shelf, catalogue, mine, reports),
            same_event=resolve({slug: facts["same_as"] for slug, facts in told.items()})[0],
        )

    def _write(self, made: Plan) -> None:
        """Actors and events first: an entry never names a page that is not there."""
        filing = Filing(self.shelf, self.report, self.catalogue.checksums("entries"), self.dry)
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
