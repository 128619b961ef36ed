"""What the machine suggested and nobody has decided on: where it was found, the sentence, whom it is like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from copydesk.actors import Gazetteer
from copydesk.byhand.decisions import KINDS, Decision, Kind
from copydesk.byhand.register import Page, Register, counted, path_of, title_of
from copydesk.convert.known import known
from copydesk.frontmatter import Actor, Document, Entry, Event
from copydesk.messages import Said, say, spoken
from copydesk.model import Lang
from copydesk.romanise import slug as slug_of
from copydesk.text import sentences

# Names less alike than this, of 100, are not shown as like; so many of either are shown.
LIKE, SHOWN = 70.0, 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry that names it, and the sentence there."""

    path: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A known page with a name like it; `near` is 0 to 100."""

    slug: str
    title: str
    near: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested actor or event, ready to be judged. `seen`: how many entries name it."""

    kind: Kind
    slug: str
    title: str
    what: Said
    seen: int
    sightings: tuple[Sighting, ...]
    like: tuple[Likeness, ...]

    def told(self, lang: Lang) -> str:
        """The suggestion as an editor reads it."""
        path, seen = path_of(self.kind, self.slug), counted(self.seen)
        head = say(
            "{title} ({what}), in {seen}: {path}", title=self.title, what=self.what, seen=seen, path=path
        )
        lines = [spoken(head, lang), *(f"  {s.path}\n    “{s.sentence}”" for s in self.sightings)]
        for number, one in enumerate(self.like, 1):
            like = say("like {title} ({slug}), {near} of 100", title=one.title, slug=one.slug, near=one.near)
            lines.append(f"  {number}. {spoken(like, lang)}")
        return "\n".join(lines)


def waiting(register: Register) -> list[Suggestion]:
    """The suggestions that nobody has decided on, those in the most entries first.

    What an editor was unsure of waits again once more entries name it.
    """
    due = [
        (-len(register.naming(kind, slug)), kind, slug)
        for kind in KINDS
        for slug, page in register.pages(kind).items()
        if page.meta.status == "suggested" and not page.meta.same_as
        if slug not in (d.slug for d in _doubts(register, kind, slug))
    ]
    return [suggestion(register, kind, slug) for _, kind, slug in sorted(due)]


def suggestion(register: Register, kind: Kind, slug: str) -> Suggestion:
    """One page as a suggestion, whatever its status. RefusedError where there is no such page."""
    page = register.page(kind, slug)
    entries = register.naming(kind, slug)
    found = tuple(Sighting(e.path, _sentence(page, slug, e)) for e in entries[:SHOWN])
    like = tuple(_like(register, kind, slug))
    return Suggestion(kind, slug, title_of(page), _what(page), len(entries), found, like)


def _doubts(register: Register, kind: Kind, slug: str) -> list[Decision]:
    """Where an editor was unsure of it, and no more entries name it since."""
    seen = len(register.naming(kind, slug))
    doubts = (d for d in register.decisions if d.kind == kind and d.verdict.startswith("unsure"))
    return [d for d in doubts if slug in d.about[1] and (d.seen is None or d.seen >= seen)]


def _what(page: Page) -> Said:
    if isinstance(page.meta, Actor):
        return say(page.meta.kind)
    days = [str(day) for day in (page.meta.starts, page.meta.ends) if day]
    return say("event of {days}", days="/".join(days)) if days else say("event")


def _sentence(page: Page, slug: str, entry: Document[Entry]) -> str:
    """The sentence of an entry that tells of it; else what it says there; else the headline."""
    told = list(_sentences(entry))
    if isinstance(page.meta, Event):
        record = entry.meta.seed
        evidence = record.dates.happened.evidence if record and record.dates.happened else None
        return next((s for s in told if evidence and evidence in s), told[0] if told else entry.meta.title)
    gazetteer = Gazetteer.of([known(slug, page)])
    said = (q.content for q in entry.meta.quotations if q.speaker == slug)
    naming = (s for s in [*told, entry.meta.title] if gazetteer.find(s, entry.meta.lang))
    return next(naming, next(said, entry.meta.title))


def _sentences(entry: Document[Entry]) -> Iterator[str]:
    for block in entry.body.split("\n\n"):
        words = " ".join(block.split())
        if not words.startswith("#"):
            yield from (span.of(words) for span in sentences(words, entry.meta.lang))


def _like(register: Register, kind: Kind, slug: str) -> Iterator[Likeness]:
    """The pages whose names, in Latin letters, are most like its names, the nearest first."""
    page = register.page(kind, slug)
    others = [
        (form, s) for s in _comparable(register, kind, slug, page) for form in _forms(register.pages(kind)[s])
    ]
    near: dict[str, float] = {}
    for form in _forms(page):
        best = process.extract(form, [f for f, _ in others], scorer=fuzz.ratio, score_cutoff=LIKE, limit=9)
        for _, score, at in best:
            near[others[at][1]] = max(score, near.get(others[at][1], 0))
    for other in sorted(near, key=lambda s: (-near[s], s))[:SHOWN]:
        yield Likeness(other, title_of(register.page(kind, other)), round(near[other]))


def _comparable(register: Register, kind: Kind, slug: str, page: Page) -> Iterable[str]:
    """The pages it may be one with: of its kind, on the site, not told apart, not doubted already."""
    doubted = {other for doubt in _doubts(register, kind, slug) for other in doubt.about[1]}
    group = register.group(kind, slug)
    for other, there in register.pages(kind).items():
        apart = other in doubted or other in page.meta.not_same_as or group & set(there.meta.not_same_as)
        if other in group or there.meta.same_as or there.meta.status == "hidden" or apart:
            continue
        if not isinstance(page.meta, Actor) or page.meta.kind == getattr(there.meta, "kind", None):
            yield other


def _forms(page: Page) -> Sequence[str]:
    """Its names in Latin letters."""
    if isinstance(page.meta, Actor):
        named = [("uk", page.meta.name), *page.meta.names.items()]
        named += [(lang, alias) for lang, aliases in page.meta.aliases.items() for alias in aliases]
    else:
        named = [("uk", page.meta.title), *page.meta.titles.items()]
    return sorted({_latin(name, lang) for lang, name in named})


_latin = lru_cache(maxsize=100_000)(slug_of)
