"""Finding names of known actors: one pass over the tokens, dictionaries only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from copydesk.actors.declension import inflected
from copydesk.model import Actor, ActorKind, Lang, MentionKind, Span
from copydesk.text import Token, plain, tokens

if TYPE_CHECKING:
    from copydesk.actors.gazetteer import Gazetteer

_FOLD = str.maketrans("ёґ", "ег")
_text = attrgetter("text")
_STARTS = frozenset('.!?…:;"«»“”„—-()•*|')


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """`word` as it is compared: case, ё and ґ do not count."""
    return word.casefold().translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Match:
    """A known actor's name in a text. `actor` is a canonical slug, `lemma` the name as listed."""

    span: Span
    actor: str
    kind: ActorKind
    lemma: str

    @property
    def mention_kind(self) -> MentionKind:
        """What a mention calls it: a country is a place."""
        return "place" if self.kind == "country" else self.kind


@dataclass(slots=True)
class _Node:
    """A step of the tree of names: the next words, and the names that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Name] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Name:
    lemma: str
    words: tuple[str, ...]
    actor: Actor
    built_in: bool
    guarded: bool
    shared: bool

    def fits(self, run: Sequence[Token]) -> bool:
        """Capitals agree: "США" only in capitals, "Мінськ" with a capital, "дім" as it likes."""
        return all(_case_fits(word, token.text) for word, token in zip(self.words, run, strict=True))


def _case_fits(listed: str, seen: str) -> bool:
    if not listed[0].isupper():
        return True
    if len(listed) > 1 and listed.isupper():
        return seen.split("'")[0].isupper()
    return seen[0].isupper()


@dataclass(frozen=True, slots=True)
class Finder:
    """The names of one gazetteer in one language, ready to be found."""

    lang: Lang
    forms: dict[str, tuple[str, ...]]
    root: _Node

    @classmethod
    def of(cls, gazetteer: Gazetteer, lang: Lang) -> Finder:
        """The index of all names and aliases in `lang`; Latin names of any language count everywhere."""
        forms: dict[str, set[str]] = {}
        root = _Node()
        for name in _names(gazetteer, lang):
            node = root
            for word in map(folded, name.words):
                for form in inflected(word, lang):
                    forms.setdefault(form, set()).add(word)
                node = node.next.setdefault(word, _Node())
            node.ends.append(name)
        return cls(lang, {form: tuple(sorted(words)) for form, words in forms.items()}, root)

    def find(self, text: str, within: Iterable[Span]) -> tuple[Match, ...]:
        """The matches inside the spans, sorted; guarded ones only with evidence."""
        found: list[tuple[Match, bool]] = []
        for span in within:
            run = tokens(plain(text), span)
            keys = [*map(self.forms.get, map(folded, map(_text, run)))]  # no step in Python for each word
            done = 0
            for at in (at for at, key in enumerate(keys) if key):
                best = self._longest(run, keys, at) if at >= done else None
                if best is None:
                    continue
                done, name = best
                match = Match(_trimmed(run[at:done], self.lang), name.actor.slug, name.actor.kind, name.lemma)
                found.append((match, name.shared or (name.guarded and _doubtful(run, at, done))))
        sure = {match.actor for match, doubtful in found if not doubtful}
        kept = (match for match, doubtful in found if not doubtful or match.actor in sure)
        return tuple(sorted(kept, key=lambda match: match.span))

    def _longest(
        self, run: Sequence[Token], keys: Sequence[tuple[str, ...] | None], at: int
    ) -> tuple[int, _Name] | None:
        best: tuple[int, _Name] | None = None
        nodes, stop = [self.root], at
        while nodes and stop < len(run):
            nodes = [node.next[key] for node in nodes for key in keys[stop] or () if key in node.next]
            stop += 1
            ends = [name for node in nodes for name in node.ends if name.fits(run[at:stop])]
            name = _only(ends)
            if name:
                best = stop, name
        return best


def _trimmed(run: Sequence[Token], lang: Lang) -> Span:
    """The place of the name without an English possessive."""
    last = run[-1]
    cut = re.search(r"['’ʼ]s?$", last.text) if lang == "en" else None
    return Span(run[0].start, last.start + cut.start() if cut else last.stop)


def _only(ends: Sequence[_Name]) -> _Name | None:
    """The one actor these names mean: an editor's before a built-in one, none if two are left."""
    for group in ([n for n in ends if not n.built_in], [n for n in ends if n.built_in]):
        if group:
            return group[0] if len({n.actor.slug for n in group}) == 1 else None
    return None


def _doubtful(run: Sequence[Token], at: int, stop: int) -> bool:
    """True where a capital proves nothing: at the start of a sentence, or beside other capitals."""
    if at == 0 or run[at - 1].text in _STARTS:
        return True
    beside = [*run[at - 1 : at], *run[stop : stop + 1]]
    return any(token.is_word and token.text[0].isupper() for token in beside)


def _names(gazetteer: Gazetteer, lang: Lang) -> Iterable[_Name]:
    for slug, actor in gazetteer.actors.items():
        canonical = gazetteer.actors.get(gazetteer.canonical(slug), actor)
        listed = list(gazetteer.spellings(actor, lang))
        listed += [s for s in _everywhere(actor) if s not in listed]
        for spelling in listed:
            words = tuple(token.text for token in tokens(plain(spelling)))
            if words:
                key = (lang, folded(spelling))
                guards = key in gazetteer.guarded, key in gazetteer.shared
                yield _Name(spelling, words, canonical, slug in gazetteer.built_in, *guards)


def _everywhere(actor: Actor) -> Iterable[str]:
    """Names in Latin letters stand in Cyrillic texts too ("агентство Reuters"): organisations only."""
    if actor.kind == "organisation":
        yield from (s for s in (actor.names.get("en", ""), *actor.aliases.get("en", ())) if s)
