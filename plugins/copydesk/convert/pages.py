"""Pages that the machine suggests: whom and what they are about. Pure: drafts in, proposals out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.actors import Gazetteer
from copydesk.frontmatter import Actor, Document, Event
from copydesk.merge import Proposal
from copydesk.model import LANGS, ActorKind, Draft, Lang


@dataclass(frozen=True)
class Attested:
    """What drafts tell of one actor: its name in each language it was met in, and what it is."""

    names: Mapping[str, str]
    kind: ActorKind


def attested(drafts: Iterable[Draft], gazetteer: Gazetteer) -> dict[str, Attested]:
    """Every linked actor of the drafts. The gazetteer's names go before those that texts use."""
    seen: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafts:
        for mention in draft.mentions:
            if mention.actor:
                seen[mention.actor][draft.dispatch.lang][mention.name] += 1
                kinds[mention.actor][mention.kind] += 1
    return {slug: _attested(slug, by_lang, kinds[slug], gazetteer) for slug, by_lang in sorted(seen.items())}


def _attested(
    slug: str, by_lang: Mapping[str, Counter[str]], kinds: Counter[str], gazetteer: Gazetteer
) -> Attested:
    known = gazetteer.get(slug)
    names = {lang: _commonest(counts) for lang, counts in by_lang.items()}
    kind: Any = known.kind if known else _commonest(kinds)
    return Attested({**names, **(known.names if known else {})}, kind)


def actor_page(page: Attested, site: Lang, old: Document[Actor] | None = None) -> Proposal:
    """The suggested file of an actor; an old one only gains names in languages it lacked."""
    names: dict[str, str] = {**page.names, **_plain(old.meta.names if old else {})}
    ordered = _in_order(names)
    kind = old.meta.kind if old else page.kind
    fields: dict[str, Any] = {"name": _chosen(ordered, site), "names": ordered, "kind": kind}
    for key in ("aliases", "wikidata"):
        if old and old.plain.get(key):
            fields[key] = old.plain[key]
    return Proposal({**fields, "status": "suggested"})


@dataclass(frozen=True)
class Happening:
    """What drafts tell of one event: its title in each language, and its days."""

    titles: Mapping[str, str]
    days: tuple[Any, Any] | None


def event_page(page: Happening, site: Lang, old: Document[Event] | None = None) -> Proposal:
    """The suggested file of an event; an old one only gains titles in languages it lacked."""
    titles: dict[str, str] = {**page.titles, **_plain(old.meta.titles if old else {})}
    ordered = _in_order(titles)
    first, last = page.days or (None, None)
    if old:
        first, last = old.meta.starts or first, old.meta.ends or (last if not old.meta.starts else None)
    fields: dict[str, Any] = {"title": _chosen(ordered, site), "titles": ordered}
    if first:
        fields["starts"] = first
    if last and last != first:
        fields["ends"] = last
    return Proposal({**fields, "status": "suggested"})


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda word: (-counts[word], -len(word), word))


def _plain(names: Mapping[Lang, str]) -> dict[str, str]:
    return {str(lang): name for lang, name in names.items()}


def _in_order(names: Mapping[str, str]) -> dict[str, str]:
    return {str(lang): names[lang] for lang in LANGS if lang in names}


def _chosen(names: Mapping[str, str], site: Lang) -> str:
    """The name in the site's language, else in the first language it has."""
    return names.get(site) or next(iter(names.values()))
