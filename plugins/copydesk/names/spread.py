"""What is a name in one place of a document is one in all: surnames alone, Latin brands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from copydesk.actors.declension import inflected
from copydesk.model import Lang, MentionKind, Span
from copydesk.names.cyrillic import parts
from copydesk.names.nominative import person
from copydesk.names.page import Name, Page, Sentence
from copydesk.names.wordclass import common, given_name, noun, verb
from copydesk.text import Token

_SIZE = 3
_OFFICES = frozenset(("ГУ", "ГСУ", "СУ", "УСБУ"))  # "головне управління", "следственное управление"
_ENDS = ("ов", "ев", "ин")  # of surnames, and of short adjectives: "лыков"


def spread(page: Page, names: Sequence[Name]) -> list[Name]:
    """`names` and every further mention of them that stands with a capital in the text, in order."""
    names = _parted(page, names)
    wanted = _wanted(page, names)
    doubtful = _doubtful(page, names, wanted)
    taken = {offset for name in names for offset in range(name.span.start, name.span.stop)}
    found = list(names)
    for sentence in page.sentences:
        for token in sentence.tokens:
            if not token.text[0].isupper():
                continue
            found.extend(n for n in _here(page, token, wanted) if n.span.start not in taken)
            if (
                token.text.casefold() in doubtful
                and token.start not in taken
                and _bears(page, sentence, token)
            ):
                found.append(Name(Span(token.start, token.stop), "person", "spread"))
    found = [_person_after_all(page, name, wanted) for name in found]
    return _completed(page, names, _merged(page, sorted(found, key=lambda n: n.span)))


def _parted(page: Page, names: Sequence[Name]) -> list[Name]:
    """Two surnames of people named in full elsewhere are two people: "сказав Коваль Гаю"."""
    bearers: dict[str, set[str]] = {}
    for name in names:
        words = name.span.of(page.text).split()
        if name.kind == "person" and len(words) == 2:
            for form in _surname_forms(page, words):
                bearers.setdefault(form, set()).add(words[0].casefold())
    done: list[Name] = []
    for name in names:
        words = name.span.of(page.text).split()
        first, last = (bearers.get(word.casefold(), set()) for word in (words[0], words[-1]))
        if name.kind == "person" and len(words) == 2 and first and last - {words[0].casefold()}:
            middle = name.span.start + len(words[0])
            done.append(replace(name, span=Span(name.span.start, middle)))
            done.append(replace(name, span=Span(name.span.stop - len(words[1]), name.span.stop)))
        else:
            done.append(name)
    return done


def _completed(page: Page, names: Iterable[Name], found: Sequence[Name]) -> list[Name]:
    """A surname after its own given name takes it along, where the model saw only half: "Ван Ї"."""
    pairs: dict[str, set[str]] = {}
    for name in names:
        words = name.span.of(page.text).casefold().split()
        if name.kind == "person" and len(words) == 2:
            pairs.setdefault(words[1], set()).add(words[0])
    done: list[Name] = []
    for name in found:
        before = page.text[done[-1].span.stop if done else 0 : name.span.start]
        given = before.rstrip(" ").rsplit(None, 1)[-1:] if before.endswith(" ") else []
        whole = (
            name.kind == "person"
            and given
            and given[0].casefold() in pairs.get(name.span.of(page.text).casefold(), ())
        )
        done.append(
            replace(name, span=Span(name.span.start - 1 - len(given[0]), name.span.stop)) if whole else name
        )
    return done


def _here(page: Page, token: Token, wanted: Mapping[str, MentionKind]) -> Iterable[Name]:
    """The wanted names in one token: the whole, or Latin brands joined by a hyphen ("Pfizer-BioNTech")."""
    stop = token.stop - 2 if page.lang == "en" and token.text.endswith("'s") else token.stop
    kind = wanted.get(page.text[token.start : stop].casefold())
    if kind is not None:
        yield Name(Span(token.start, stop), kind, "spread")
    elif "-" in token.text and token.text.isascii():
        for start, part in parts(token):
            kind = wanted.get(part.casefold()) if part else None
            if kind == "organisation":
                yield Name(Span(start, start + len(part)), kind, "spread")


def _person_after_all(page: Page, name: Name, wanted: Mapping[str, MentionKind]) -> Name:
    """A lone surname that the model took for a place, while its bearer is named in full elsewhere."""
    lone = name.span.of(page.text).casefold()
    return replace(name, kind="person") if name.rule == "model" and wanted.get(lone) == "person" else name


def _wanted(page: Page, names: Iterable[Name]) -> Mapping[str, MentionKind]:
    """Case-folded words that stand for a name found elsewhere -> its kind; ambiguous ones are left out."""
    wanted: dict[str, MentionKind] = {}
    for name in names:
        words = name.span.of(page.text).split()
        if name.kind == "person" and len(words) > 1:
            for form in _surname_forms(page, words):
                wanted.setdefault(form, "person")
        elif name.rule == "quoted" and len(words) == 1 and not common(words[0], page.lang):
            for form in inflected(words[0].casefold(), page.lang):
                wanted.setdefault(form, "organisation")
        elif name.kind == "organisation" and len(words) == 1 and _brand(words[0]):
            wanted.setdefault(words[0].casefold(), "organisation")
        elif name.kind == "person" and not common(words[0], page.lang):
            wanted.setdefault(words[0].casefold(), "person")
    return wanted


def _doubtful(page: Page, names: Iterable[Name], wanted: Mapping[str, MentionKind]) -> frozenset[str]:
    """The forms of surnames of full names that are also common words: "Пенс", "Мороз", "Дубов"."""
    surnames = {
        _surname(" ".join(words), page.lang).casefold()
        for name in names
        if name.kind == "person" and len(words := name.span.of(page.text).split()) == 2
    }
    like = (s for s in surnames if noun(s, page.lang) or s.endswith(_ENDS))
    listed = (s for s in like if common(s, page.lang) and len(s) >= _SIZE)
    return frozenset(form for s in listed for form in inflected(s, page.lang) if form not in wanted)


def _bears(page: Page, sentence: Sentence, token: Token) -> bool:
    """A capital that is not the sentence's own, or a verb right after: "Пенс заявив"."""
    at = sentence.tokens.index(token)
    if not token.text.istitle() or (not sentence.first(at) and not sentence.heading):
        return token.text.istitle()
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    return after.islower() and verb(after, page.lang)


def _surname_forms(page: Page, words: Sequence[str]) -> Iterable[str]:
    """The forms of the last word of a full name, unless it is also a common word."""
    surname = _surname(" ".join(words), page.lang)
    if len(surname) < _SIZE or common(surname, page.lang):
        return ()
    return [
        f
        for f in {surname.casefold(), words[-1].casefold(), *inflected(surname.casefold(), page.lang)}
        if len(f) >= _SIZE
    ]


@lru_cache(maxsize=20_000)
def _surname(name: str, lang: Lang) -> str:
    return person(name.split(), lang, {}).text.split()[-1]


def _brand(word: str) -> bool:
    """A word whose shape alone sets it apart: "ВООЗ", "Pfizer", "BioNTech"."""
    return len(word) > 2 and (word.isupper() or word.isascii() or not (word.islower() or word.istitle()))


def _whole(page: Page, name: Name) -> bool:
    """True for a full name: what stands before it is whose assistant they are ("Коваля Андрій Гай")."""
    words = name.span.of(page.text).split()
    return len(words) > 1 and given_name(words[0], page.lang)


def _office_of(page: Page, office: Name, body: Name) -> bool:
    """True for "ГУ МЧС": a main office is no body without the next name."""
    return office.span.of(page.text) in _OFFICES and page.text[office.span.stop : body.span.start] == " "


def _merged(page: Page, names: Sequence[Name]) -> list[Name]:
    """Neighbours that are a given name and a surname, or an office and its body, become one."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == name.kind == "person"
            and "spread" in (last.rule, name.rule)
            and page.text[last.span.stop : name.span.start] == " "
            and not _whole(page, name)
        ):
            joined[-1] = replace(last, span=Span(last.span.start, name.span.stop), rule="spread")
        elif last is not None and name.kind == "organisation" and _office_of(page, last, name):
            joined[-1] = replace(last, span=Span(last.span.start, name.span.stop), actor=None, lemma=None)
        elif last is None or not last.span.overlaps(name.span):
            joined.append(name)
    return joined
