"""Which pages a set of drafts earns, and what each entry then says. Pure: nothing is read or written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from copydesk import RULES
from copydesk.convert.happenings import Told, grouped
from copydesk.convert.pages import Happening
from copydesk.convert.policy import Policy
from copydesk.convert.proposal import deserving, own_outlet, propose
from copydesk.events import title as event_title
from copydesk.frontmatter import Document, Entry
from copydesk.merge import Proposal
from copydesk.model import ActorKind, Draft
from copydesk.romanise import slug as slug_of

# Two reports of one happening make an event.
REPORTS = 2
# What the key of a report begins with that is no entry yet.
_SEED = "seed:"


@dataclass(frozen=True)
class Standing:
    """What `content/` holds: pages by slug, those hidden or deleted by an editor, what the other entries say.

    `offered`: pages that were suggested and that no editor has decided on;
    `met`: an actor's slug -> the paths of the entries that met it; `near`: the entries by path that may tell
    of one event with some reports; `same_event`: an event's slug -> the one that it is in the end.
    """

    actors: frozenset[str]
    events: frozenset[str]
    hidden: frozenset[str]
    rejected: frozenset[str]
    offered: frozenset[str] = frozenset()
    met: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: Callable[[Sequence[Told]], Mapping[str, Document[Entry]]] = lambda reports: {}
    same_event: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Plan:
    """New pages by slug, the proposal of each drafted seed, and the paths of old entries they concern."""

    actors: frozenset[str] = frozenset()
    events: dict[str, Happening] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    concerned: frozenset[str] = frozenset()


def plan(
    drafts: Mapping[str, Draft],
    old: Mapping[str, Document[Entry]],
    standing: Standing,
    kinds: Mapping[str, ActorKind],
    policy: Policy,
) -> Plan:
    """The plan for drafts by seed name; `old` are the entries that some of the seeds already have.

    `kinds`: what each linked actor of the drafts is.
    """
    earned = {slug for slug in _earned(drafts, standing, policy.met) if kinds.get(slug) in policy.kinds}
    made = Plan(frozenset(earned) - standing.actors - standing.rejected)
    pages = (standing.actors | made.actors) - standing.hidden
    plain = {name: propose(draft, pages, (), RULES) for name, draft in drafts.items()}
    events = _events(made, plain, drafts, old, standing)
    for name, draft in drafts.items():
        proposal = propose(draft, pages, events.get(name, ()), RULES)
        made.proposals[name] = _remembering(proposal, draft, old.get(name), made, standing)
    made.concerned |= frozenset().union(*(standing.met.get(slug, ()) for slug in made.actors))
    return made


def linked_actors(draft: Draft) -> frozenset[str]:
    """Every actor that the draft mentions or quotes."""
    found = {m.actor for m in draft.mentions} | {q.actor for q in draft.quotations}
    return frozenset(slug for slug in found if slug)


def _earned(drafts: Mapping[str, Draft], standing: Standing, met: int) -> set[str]:
    """Whom one draft shows prominently, or drafts and other entries mention `met` times."""
    counts: Counter[str] = Counter()
    earned: set[str] = set()
    for draft in drafts.values():
        counts.update(linked_actors(draft) - own_outlet(draft))
        earned |= deserving(draft)
    counts.update({slug: len(paths) for slug, paths in standing.met.items()})
    return earned | {slug for slug, entries in counts.items() if entries >= met}


def _events(
    made: Plan,
    plain: Mapping[str, Proposal],
    drafts: Mapping[str, Draft],
    old: Mapping[str, Document[Entry]],
    standing: Standing,
) -> dict[str, tuple[str, ...]]:
    """The events of each drafted seed; new ones and old entries concerned go into the plan."""
    told = []
    for name, proposal in plain.items():
        known = _event(old[name], standing) if name in old else None
        told.append(Told(f"{_SEED}{name}", proposal.fields, proposal.body, known))
    near = standing.near(told)
    told += [Told(path, d.plain, d.body, _event(d, standing)) for path, d in near.items()]
    found: dict[str, tuple[str, ...]] = {}
    for key, members in sorted(grouped(told).items()):
        new = [m.key.removeprefix(_SEED) for m in members if m.key.startswith(_SEED)]
        slug = key if key in standing.events else _open(made, members, new, drafts, standing)
        if slug:
            found.update(dict.fromkeys(new, (slug,)))
    return found


def _event(document: Document[Entry], standing: Standing) -> str | None:
    slug = next((slug for slug in document.meta.events if slug in standing.events), None)
    return standing.same_event.get(slug, slug) if slug else None


def _open(
    made: Plan, members: list[Told], new: list[str], drafts: Mapping[str, Draft], standing: Standing
) -> str | None:
    """The slug of a new event, None where the group does not earn one.

    Two entries earn it; one alone only if its text names the event and the day ("Саміт в Астані").
    """
    titles: dict[str, str] = {}
    named = False
    for name in new:
        draft = drafts[name]
        headline = draft.dispatch.headline.value if draft.dispatch.headline else ""
        told = draft.happened.span if draft.happened else None
        title = event_title(draft.dispatch, draft.mentions, told) or ""
        named |= bool(title) and title != headline
        if title:
            titles.setdefault(draft.dispatch.lang, title)
    days = next((m.days for m in members if m.days), None)
    if not titles or days is None or (len(members) < REPORTS and not named):
        return None
    lang = next(iter(titles))
    slug = f"{days[0]}-{slug_of(titles[lang], drafts[new[0]].dispatch.lang)}"
    if slug in standing.rejected:
        return None
    made.events.setdefault(slug, Happening(titles, days))
    made.concerned |= {m.key for m in members if not m.key.startswith(_SEED)}
    return slug


def _remembering(
    proposal: Proposal, draft: Draft, old: Document[Entry] | None, made: Plan, standing: Standing
) -> Proposal:
    """The proposal with what the entry must remember: actors without a page, pages suggested from here.

    A new entry also suggests what waits for an editor already: so it says the same whether the page was made
    in this run, or in one that was killed before the entry was written.
    """
    mentioned = linked_actors(draft)
    named = mentioned | set(proposal.fields.get("events", ()))
    suggested = named & (made.actors | set(made.events))
    if old and old.meta.seed:
        suggested |= set(old.meta.seed.suggested)
    elif old is None:
        suggested |= named & standing.offered
    met = mentioned - standing.actors - made.actors - standing.rejected - own_outlet(draft)
    seed: dict[str, Any] = {**(proposal.seed or {}), "met": sorted(met), "suggested": sorted(suggested)}
    return replace(proposal, seed=seed)
