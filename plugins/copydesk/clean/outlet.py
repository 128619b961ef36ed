"""Whose text it is: from the page's own marks first, then from the outlet that the text itself names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from copydesk.clean import shapes
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.lexicon import rows
from copydesk.model import LANGS, Found, Seed, Span

# Sites that every page points to, and that are nobody's masthead.
_ELSEWHERE = frozenset(
    "facebook twitter instagram youtube telegram google apple viber whatsapp vk ok tiktok linkedin freepik "
    "depositphotos shutterstock gettyimages unsplash pixabay flickr".split(" ")
)
# Rules whose lines speak of the site itself.
_OWN = ("about-outlet", "copyright", "legal", "cookie", "subscribe", "error-report", "promo")
_ABOUT = re.compile(r"(?:агентство|видання|издание|портал|сайт|газета|редакці[їя]|редакции|site|ІА|ИА)\s+"
                    r"(?P<name>[«\"][^«»\"]{2,40}[»\"])")  # fmt: skip
_MATERIALS = re.compile(r"(?:матеріалів|матеріали|материалов|материалы|materials of)\s+(?P<name>[«\"][^«»\"]{2,40}[»\"])")
_RIGHTS = re.compile(r"(?:©|\(c\))\s*(?:\d{4}\s*[-—]?\s*){0,2},?\s*(?P<name>[«\"]?[^\W\d_][^.,|\n«»\"]{1,40})", re.I)
_CHANNEL = re.compile(r"(?:канал[іеу]?|channel)\s+(?P<name>[«\"][^«»\"]{2,40}[»\"]|[A-ZА-ЯІЇЄҐ][\w.]*(?: [A-ZА-ЯІЇЄҐ]\w*)?)")
# A name as outlets have it: in quotes, an address, Latin words with capitals, or a name of the lexicon.
_QUOTED = r"[«\"][^«»\"\n]{2,40}[»\"]"
_LATIN = r"(?:The\s)?[A-Z][\w'&.-]*(?:\s(?:of|the|and|[A-Z][\w'&.-]*)){0,4}"
_AGENCY = re.compile(r"^[^\n(]{3,40}\((?P<name>Reuters|AP|AFP|dpa|Interfax|[A-Z][A-Za-z]{2,20})\)\s*[-—]")
_WIRE = re.compile(r"^[А-ЯІЇЄҐA-Z][\w'-]+(?:[.,]\s|\s)\d{1,2}\s+[^\W\d_]{3,9}[.,]?\s*(?:[-—/]\s*)?(?:Корр\.\s*)?"
                   r"(?P<name>[А-ЯІЇЄҐA-Z][^\W\d_]*(?:[ .-][А-ЯІЇЄҐA-Z][\w]*){0,2})[,.]?\s*(?:[-—/]|\s[А-Я][а-я]+\s[А-Я][а-я]+\.)")  # fmt: skip


def find(page: Page, seed: Seed, kept: tuple[Span, ...]) -> Found | None:
    """The outlet with the words that name it, or None where nothing names it for sure."""
    if seed.facts.outlet:
        return Found(seed.facts.outlet, "facts")
    for rule in RULES:
        found = rule(page, kept)
        if found is not None:
            return Found(_name(found.of(page.text)), rule.__name__, found)
    return None


def masthead(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A line above or around the article that is an address: "Misto.today"."""
    for line in page.of_kind("noise"):
        if shapes.domain(line.text) and page.labels[line.index].rule == "masthead":
            return line.span
    return None


def signature(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A known outlet that stands alone on a line of the head or below the text."""
    for line in page.of_kind("noise"):
        if line.words <= 5 and shapes.is_outlet(line.text):
            return line.span
    return None


def own_words(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """What the site says of itself around the article: rights, rules of use, its channel."""
    ours = [line for line in page.of_kind("noise") if page.labels[line.index].rule in _OWN]
    for pattern in (_ABOUT, _MATERIALS, _RIGHTS, _CHANNEL):
        for line in ours:
            found = pattern.search(line.text)
            if found and _domain_ok(found["name"]):
                return _at(line, found, "name")
    for line in ours:
        for found in shapes.DOMAIN.finditer(line.text):
            if _domain_ok(found.group(1)):
                return _at(line, found, 1)
        if page.labels[line.index].rule in ("legal", "about-outlet") and (known := _known(line.text)):
            return _at(line, known, 0)
    return None


def itself(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A text that speaks of its own outlet: "як раніше повідомляв «Вісник»", "«Вісник» розповідає"."""
    for span in kept:
        words = page.text[span.start : span.stop]
        found = _pattern("ours").search(words) or _telling().search(words)
        if found and _is_known(found["name"]):
            return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


def wire(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The agency of a dateline: "KYIV (Reuters) - …", "Київ. 3 травня. УНН - …"."""
    for span in kept[:2]:
        found = _AGENCY.search(page.text[span.start : span.stop]) or _WIRE.search(page.text[span.start : span.stop])
        if found and _is_known(found["name"]):
            return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


def reported_by(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The outlet that a text passes on, named in its first paragraphs: "…, - пише DW"."""
    for span in kept[:4]:
        words = page.text[span.start : span.stop]
        for kind in ("writes", "says"):
            for found in _pattern(kind).finditer(words):
                name = found["name"]
                if _is_known(name) or shapes.domain(name) or found["noun"] or (kind == "writes" and _plain(name)):
                    return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


RULES: tuple[Callable[[Page, tuple[Span, ...]], Span | None], ...] = (
    masthead, signature, own_words, itself, wire, reported_by,
)  # fmt: skip


def _cues(kind: str) -> str:
    found = {re.escape(row[0]) for lang in LANGS for row in rows(lang, "reported_by") if row[1] == kind}
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _names() -> str:
    """One pattern of all known forms that have Cyrillic letters; case endings allowed on the last word."""
    forms = sorted((form for form in shapes.outlets() if not form.isascii()), key=len, reverse=True)
    return "|".join(rf"{re.escape(form.rstrip('аяоє') if len(form) > 5 else form)}\w{{0,3}}" for form in forms)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    nouns = _cues("noun")
    name = rf"(?P<name>{_QUOTED}|(?i:{_names()})(?!\w)|{shapes.DOMAIN.pattern}|{_LATIN})"
    noun = rf"(?:(?P<noun>(?i:{nouns})(?:\s[а-яіїєґ]{{4,20}}(?:ий|ого|ої|ське|ский|ской|ого)?)?)\s)?"
    return re.compile(rf"(?<!\w)(?i:{_cues(kind)})\s(?:[а-яіїєґ]{{4,14}}\s)?{noun}{name}")


@cache
def _telling() -> re.Pattern[str]:
    name = rf"(?P<name>{_QUOTED}|(?i:{_names()})|{_LATIN})"
    return re.compile(rf"(?:^|[.!?]\s){name}[»\"]?\s(?:{_cues('tells')})(?!\w)")


def _known(text: str) -> re.Match[str] | None:
    """A known outlet of two words or more, or in capitals, anywhere in a line about the site."""
    for found in re.finditer(rf"(?<!\w)(?:{_QUOTED}|{_LATIN})", text):
        if _is_known(found.group()):
            return found
    return None


def _is_known(name: str) -> bool:
    bare = _name(name).casefold()
    if bare in shapes.outlets():
        return True
    # "Укрінформу" is "Укрінформ" in the genitive.
    return any(bare[:-cut] in shapes.outlets() for cut in (1, 2) if len(bare) - cut > 4)


def _plain(name: str) -> bool:
    """A Latin or quoted name behind a verb that only newsrooms have ("пише Nature"), of reasonable length."""
    return len(name.split()) <= 4 and not name.isupper()


def _domain_ok(name: str) -> bool:
    low = name.strip("«»\" ").casefold()
    return not any(part in _ELSEWHERE for part in re.split(r"[.\s]", low))


def _at(line: Line, found: re.Match[str], group: str | int) -> Span:
    return Span(line.span.start + found.start(group), line.span.start + found.end(group))


def _name(words: str) -> str:
    return " ".join(words.split()).strip("«»\"„“” |·—-.,")


def names_of(page: Page) -> Iterator[str]:
    """The addresses and known names in the page's own words, for telling a site's suffix."""
    for line in page.of_kind("noise"):
        found = shapes.domain(line.text)
        if found:
            yield found
