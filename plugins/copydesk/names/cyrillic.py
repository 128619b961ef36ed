"""Names in Russian and Ukrainian text, as the model sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise

from copydesk.lexicon import words
from copydesk.model import Lang, MentionKind, Span
from copydesk.morphology import forms
from copydesk.names.abbreviations import initials
from copydesk.names.page import Name, Page
from copydesk.names.respell import respelled
from copydesk.names.tagger import tagger
from copydesk.names.wordclass import adjective, common, given_name, noun, title
from copydesk.text import Token

_KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def from_model(page: Page) -> list[Name]:
    """What the model alone says, in order."""
    model = tagger()
    pieces = [[_read(token.text, page.lang) for token in s.tokens] for s in page.sentences]
    labels = model.tag(pieces)
    return [
        name
        for sentence, tags in zip(page.sentences, labels, strict=True)
        for name in _names(sentence.tokens, tags)
    ]


def _read(word: str, lang: Lang) -> str:
    return _respelled(word) if lang == "uk" else word


@lru_cache(maxsize=50_000)
def _respelled(word: str) -> str:
    return respelled(word, tagger().vocabulary.__contains__)


_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?$")
_BRAND = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*[A-Z][A-Za-z]*$|[A-Z]+[a-z]+[A-Z]+[A-Za-z]*$")


def brands(page: Page) -> list[Name]:
    """Latin words with a capital inside stand for a company in Cyrillic text: "BioNTech"."""
    return [
        Name(Span(start, start + len(part)), "organisation", "brand")
        for sentence in page.sentences
        if sum(t.text.isascii() for t in sentence.tokens if t.is_word) * 2 < len(sentence.tokens)
        for token in sentence.tokens
        if token.text.isascii() and not _address(page, token)
        for start, part in parts(token)
        if _BRAND.match(part)
    ]


def foreigners(page: Page) -> list[Name]:
    """Two or three Latin words with capitals behind a post are its holder: "користувач John Smith"."""
    found = []
    for sentence in page.sentences:
        for latin, stretch in groupby(sentence.tokens, lambda token: bool(_LATIN_NAME.match(token.text))):
            named = tuple(stretch) if latin else ()
            if len(named) not in (2, 3):
                continue
            span = Span(named[0].start, named[-1].stop)
            before = sentence.before(span)
            if before is not None and title(before.text, page.lang):
                found.append(Name(span, "person", "latin"))
    return found


def _address(page: Page, token: Token) -> bool:
    """True behind "@", "#" and a stroke that joins no two brands: "Pfizer/BioNTech"."""
    before = page.text[max(0, token.start - 2) : token.start]
    return before[-1:] in ("@", "#") or (before[-1:] == "/" and not before[:1].isalpha())


def parts(token: Token) -> Iterator[tuple[int, str]]:
    """The pieces of a hyphenated word with their places."""
    at = token.start
    for part in token.text.split("-"):
        yield at, part
        at += len(part) + 1


def _names(run: Sequence[Token], tags: Sequence[str]) -> Iterator[Name]:
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            yield Name(Span(run[start].start, run[i - 1].stop), _KINDS[tags[start][2:]], "model")
            start = None
        if tag[0] in "BI" and start is None:
            start = i


def titled(page: Page) -> list[Name]:
    """Capitals right behind a post or an address: "сенатор Круз", "пророка Мухаммеда"."""
    found = []
    for sentence in page.sentences:
        for before, token in pairwise(sentence.tokens):
            if _names_someone(token, page.lang) and title(before.text, page.lang):
                found.append(Name(Span(token.start, token.stop), "person", "titled"))
    return found


def tellers(page: Page) -> list[Name]:
    """A capital behind a dash and a verb of saying, though the word is common elsewhere: "— сказав Мороз"."""
    found = []
    for sentence in page.sentences:
        for dash, said, token in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
            if dash.text in ("-", "—") and _tells(said.text, page.lang) and _may_tell(token.text, page.lang):
                found.append(Name(Span(token.start, token.stop), "person", "teller"))
    return found


def _tells(word: str, lang: Lang) -> bool:
    """True for one person's verb of saying: "сказав", "зазначила"."""
    return word.islower() and any(
        form.pos == "VERB" and "plur" not in form.tags and form.lemma in words(lang, "saying")
        for form in forms(word, lang)
    )


def _may_tell(word: str, lang: Lang) -> bool:
    """True for a capital in the nominative that is no post and no body: "Мороз", not "Рада"."""
    if not word.istitle() or len(word) < 4 or word.isascii() or word.casefold() in words("", "not_names"):
        return False
    if (
        title(word, lang)
        or _heads(word, lang)
        or any(f.lemma in _bodies(lang) for f in forms(word.lower(), lang))
    ):
        return False
    read = [form for form in forms(word.lower(), lang) if form.known]
    return not read or any(
        form.pos == "NOUN" and form.case == "nomn" and "plur" not in form.tags for form in read
    )


@cache
def _bodies(lang: Lang) -> frozenset[str]:
    """Nouns for bodies, media and their kinds, which speak but are no persons."""
    return (
        words(lang, "bodies") | words(lang, "media") | words(lang, "institutions") | words(lang, "ministries")
    )


def bearers(page: Page) -> list[Name]:
    """A given name before a word with a capital that is common elsewhere: "Наталія Рибак"."""
    found = []
    for sentence in page.sentences:
        for at, (given, token) in enumerate(pairwise(sentence.tokens)):
            if not (given.text.istitle() and token.text.istitle() and token.start == given.stop + 1):
                continue
            if len(token.text) < 3 or token.text.isascii() or page.text[given.stop] != " ":
                continue
            common_noun = noun(given.text.lower(), page.lang) and sentence.first(at)
            if given_name(given.text, page.lang) and not common_noun and noun(token.text.lower(), page.lang):
                found.append(Name(Span(given.start, token.stop), "person", "bearer"))
    return found


def _names_someone(token: Token, lang: Lang) -> bool:
    word = token.text
    if not word.istitle() or len(word) < 3 or word.isascii():
        return False  # before the dictionary is asked: most words are none
    strange = not common(word, lang) and not adjective(word, lang)
    return strange and word.casefold() not in words("", "not_names")


_QUOTED = re.compile(r"(?<![^\W\d_])([^\W\d_][\w'-]{0,60}+) ?[«\"]((?=[^\W\d_])[^«»\"\n]{2,60})[»\"]")


_EXPLAINED = re.compile(r"[«\"]([А-ЯІЇЄҐЁ][^«»\"\n]{4,60})[»\"] \(([А-ЯІЇЄҐ]{2,6})\)")


def quoted(page: Page) -> list[Name]:
    """What stands in quotation marks after a noun for a body ("компанія «Обрій»"), or before its initials."""
    found = []
    for part in page.within:
        for match in _QUOTED.finditer(page.text, part.start, part.stop):
            inner = match.group(2)
            if inner[0].isupper() and len(inner.split()) < 6 and _heads(match.group(1), page.lang):
                span = Span(match.start(2), match.start(2) + len(inner.rstrip()))
                found.append(Name(span, "organisation", "quoted"))
        for match in _EXPLAINED.finditer(page.text, part.start, part.stop):
            if initials(match[1]) == match[2]:
                found.append(Name(Span(*match.span(1)), "organisation", "quoted"))
    return found


def _heads(word: str, lang: Lang) -> bool:
    listed = words(lang, "name_heads")
    if word.isupper():
        return word.casefold() in listed
    return any(form.known and form.lemma in listed for form in forms(word.lower(), lang))
