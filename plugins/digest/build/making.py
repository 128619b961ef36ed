"""One record, one view value: what a file says, before its neighbours are known. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from copydesk.frontmatter import record
from digest import addresses, index
from digest.body import first_paragraphs
from digest.build import outlets
from digest.records import ActorRecord, EntryRecord, EventRecord

WORDS_A_MINUTE = 180


def entry(record: EntryRecord, text: str) -> index.Entry:
    """The entry alone. `text` is how much of a report the site shows unless the entry says otherwise."""
    meta = record.meta
    shown = meta.text or text
    return index.Entry(
        slug=record.slug,
        url=addresses.entry(record.slug),
        title=meta.title,
        lang=meta.lang,
        date=record.date,
        first_url=addresses.first_of(meta.redirect_from),
        body=_shown(record.body, shown),
        summary=_paragraphs(meta.summary),
        happened=meta.happened,
        outlet=outlets.seen(meta.outlet),
        outlet_url=meta.outlet.url if meta.outlet else None,
        archive_url=meta.archive_url,
        byline=meta.byline,
        corrections=[index.Correction(c.date, c.text) for c in meta.corrections],
        seed=_seed(meta.seed),
        edited=record.edited,
        path=record.file.path,
        reading_minutes=max(1, round(len(record.file.body.split()) / WORDS_A_MINUTE)),
        text=shown,
        state=record.state,
        featured=meta.featured,
        order=meta.order,
        pinned=meta.pinned,
        modified=max([record.date, *(c.date for c in meta.corrections)]),
    )


def _shown(body: Markup, text: str) -> Markup:
    return {"full": body, "excerpt": first_paragraphs(body)}.get(text, Markup())


def _paragraphs(words: str | None) -> list[str]:
    return [p for p in re.split(r"\s*\n\s*", words or "") if p]


def _seed(seed: record.SeedRecord | None) -> index.Seed | None:
    if seed is None:
        return None
    return index.Seed(seed.file, seed.sha256, _evidence(seed.dates.published), _evidence(seed.dates.happened))


def _evidence(found: record.Evidence | None) -> index.Evidence | None:
    return index.Evidence(found.evidence, found.rule, found.precision) if found else None


def quotes(
    record: EntryRecord, told: index.Entry, actors: Mapping[str, index.Actor], hidden: Mapping[str, str]
) -> list[index.Quote]:
    """The entry's quotations in text order, each with an address that stays with its words."""
    fragments = addresses.fragments(q.content for q in record.meta.quotations)
    return [
        index.Quote(
            id=q.id,
            fragment=fragment,
            content=q.content,
            lang=record.meta.lang,
            entry=told,
            speaker=actors.get(q.speaker or ""),
            speaker_name=_speaker(q.speaker, actors, hidden),
            cue=q.cue,
            kind=q.kind,
            note=q.note,
            context=q.context,
            translations={str(lang): words for lang, words in q.translations.items()},
            same=q.same,
            by="editor" if q.id in record.rewritten else "machine",
            verified=q.id in record.verified,
        )
        for q, fragment in zip(record.meta.quotations, fragments, strict=True)
    ]


def _speaker(speaker: str | None, actors: Mapping[str, index.Actor], hidden: Mapping[str, str]) -> str | None:
    """The speaker's name to print: of an actor (also of one without a page), or as the entry has it."""
    if speaker is None:
        return None
    return actors[speaker].name if speaker in actors else hidden.get(speaker, speaker)


def actor(record: ActorRecord, lang: str, url: str) -> index.Actor:
    """The actor alone, named in the site's language where that name is attested."""
    meta = record.meta
    name, spoken = _named(meta.name, {str(k): v for k, v in meta.names.items()}, lang)
    return index.Actor(
        slug=record.slug,
        url=url,
        name=name,
        kind=meta.kind,
        lang=spoken,
        names={str(k): v for k, v in meta.names.items()},
        aliases={str(k): list(v) for k, v in meta.aliases.items()},
        roles=[index.Role(r.title, r.starts, r.ends) for r in meta.roles],
        wikidata=meta.wikidata,
        status=meta.status,
        note=record.note,
        path=record.file.path,
        feed=addresses.feed_of_actor(record.slug),
    )


def add_names(one: index.Actor, merged: ActorRecord) -> None:
    """What a merged file knows and the final one does not: names, other forms, the Wikidata id."""
    one.merged.append((merged.slug, merged.meta.name))
    for lang, name in merged.meta.names.items():
        one.names.setdefault(lang, name)
        if one.names[lang] != name:
            _also(one.aliases, lang, [name])
    for lang, forms in merged.meta.aliases.items():
        _also(one.aliases, lang, forms)
    one.wikidata = one.wikidata or merged.meta.wikidata


def _also(aliases: dict[str, list[str]], lang: str, forms: Sequence[str]) -> None:
    known = aliases.setdefault(lang, [])
    known += [form for form in dict.fromkeys(forms) if form not in known]


def event(record: EventRecord, lang: str, url: str) -> index.Event:
    """The event alone, titled in the site's language where there is such a title."""
    meta = record.meta
    title, spoken = _named(meta.title, {str(k): v for k, v in meta.titles.items()}, lang)
    return index.Event(
        slug=record.slug,
        url=url,
        title=title,
        lang=spoken,
        titles={str(k): v for k, v in meta.titles.items()},
        starts=meta.starts,
        ends=meta.ends or meta.starts,
        place=meta.place,
        status=meta.status,
        note=record.note,
        path=record.file.path,
        feed=addresses.feed_of_event(record.slug),
    )


def _named(name: str, names: Mapping[str, str], lang: str) -> tuple[str, str]:
    """The name to show and its language: the site's where attested, else the one the file leads with."""
    if lang in names:
        return names[lang], lang
    return name, next((code for code, form in names.items() if form == name), lang)


def first_of_month(day: date) -> date:
    """The month a day lies in, as its first day."""
    return day.replace(day=1)
