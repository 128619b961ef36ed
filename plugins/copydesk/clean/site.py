"""What a page says of its own site: names in its masthead, rights, rules of use and channels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.clean import phrases, shapes
from copydesk.clean.lines import Line
from copydesk.clean.page import Page
from copydesk.lexicon import words
from copydesk.model import LANGS, Span

# Sites that every page points to, and that are nobody's masthead.
_SOCIAL = """
    facebook twitter instagram youtube telegram google apple viber whatsapp vk ok tiktok linkedin t
    freepik depositphotos shutterstock gettyimages unsplash pixabay flickr
"""
_ELSEWHERE = frozenset(_SOCIAL.split())
_NAMELESS = frozenset({"проект", "проєкт", "project", "новини", "новости", "news"})
_OWN = ("about-outlet", "copyright", "legal", "cookie", "subscribe", "error-report", "promo")
_QUOTED = r"[«\"][^«»\"\n]{2,40}[»\"]"
_CAPITAL = "A-ZА-ЯІЇЄҐЁ"
_YEARS = r"(?:\d{4}\s*[-—]?\s*){0,2},?\s*"
# "© 2020, ИА «Новая волна»": the kind of firm before the quotes is no part of the name.
_FIRM = r"(?:[^\W\d_]{2,4}\s(?=[«\"]))?"
_RIGHTS = re.compile(
    rf"(?:©|\([cс]\))\s*{_YEARS}{_FIRM}(?P<name>{_QUOTED}|[{_CAPITAL}][^.,|\n«»\"\d]{{1,40}})", re.I
)
_MATERIALS = re.compile(
    rf"(?:матеріал\w{{1,3}}|материал\w{{1,3}}|materials of)\s+(?:\w+\s)?(?P<name>{_QUOTED})"
)
_ABOUT = re.compile(
    rf"(?:агентство|видання|издание|портал|сайту?|газета|редакці[їя]|редакции|ІА|ИА)\s+(?P<name>{_QUOTED})"
)
_CHANNEL = re.compile(
    rf"(?:канал[іеу]?|channel)\s+(?P<name>{_QUOTED}|[{_CAPITAL}][\w.]*(?: [{_CAPITAL}]\w*)?)"
)
# "Степове національне інформаційне агентство Обрій": adjectives, what it is, its name.
_FULL_NAME = re.compile(
    r"[^\W\d_]+(?:ське|цьке|не|ое|ська|цька|на|ая|ий)(?:\s[^\W\d_]+(?:не|ое|на|ая|ий)){0,3}"
    rf"\s(?:агентство|агенція|газета|видання|издание|портал|телеканал)(?:\s(?:{_QUOTED}|[{_CAPITAL}][\w-]*)){{0,2}}"
)
_FOLLOWED = re.compile(
    rf"(?:підпи[шс]\w+|подпи[шс]\w+|читайте|читать|читати)\s(?:на\s)?(?P<name>{_QUOTED})\s(?:в|у|на)\s",
    re.IGNORECASE,
)
_PATTERNS = (
    (_RIGHTS, ("copyright",)),
    (_MATERIALS, ("legal",)),
    (_ABOUT, ("about-outlet",)),
    (_CHANNEL, ("subscribe",)),
    (_FOLLOWED, ("subscribe",)),
)


def addresses(page: Page) -> Iterator[Span]:
    """Lines that are an address: "Misto.today"."""
    for line in page.of_kind("noise"):
        if page.labels[line.index].rule == "masthead" and shapes.domain(line.text):
            yield line.span


def claims(page: Page) -> Iterator[Span]:
    """Names in lines about rights, rules of use, the site itself and its channels, the surest first."""
    for pattern, rules in _PATTERNS:
        for line in _own(page, rules):
            found = pattern.search(line.text)
            if found and _somebody(found["name"]):
                yield _known_start(page, _at(line, found, "name"))
    for line in _own(page, _OWN):
        for found in shapes.DOMAIN.finditer(line.text):
            if _somebody(found.group(1)):
                yield _at(line, found, 1)


def linked(page: Page) -> Iterator[Span]:
    """Every address in the lines around the article; not of picture credits, nor of single pages."""
    for line in page.of_kind("noise"):
        if page.labels[line.index].rule != "photo-credit":
            for found in shapes.DOMAIN.finditer(line.text):
                path = line.text[found.end() : found.end() + 1] == "/"
                if _somebody(found.group(1)) and not path:
                    yield _at(line, found, 1)


def known(page: Page) -> Iterator[Span]:
    """Known outlets named in the site's own lines: "думкою редакції і Deutsche Welle"."""
    for line in _own(page, ("legal", "about-outlet", "copyright")):
        for found in re.finditer(
            rf"(?<!\w)(?:{_QUOTED}|[{_CAPITAL}][\w.'-]*(?:\s[{_CAPITAL}][\w.'-]*){{0,3}})", line.text
        ):
            if shapes.is_outlet(found.group()):
                yield _at(line, found, 0)


def names(page: Page) -> frozenset[str]:
    """The names of the site as it writes them, case-folded."""
    found = [span.of(page.text) for span in (*addresses(page), *claims(page))]
    return frozenset(shapes.bare(name).casefold() for name in found)


def is_full_name(text: str) -> bool:
    """A line that is all the name of a newsroom: "Степове інформаційне агентство Обрій"."""
    return bool(_FULL_NAME.fullmatch(text))


def is_masthead(text: str) -> bool:
    """A short line named as papers are: "Степовий вісник", "The Harbour Post"."""
    if is_full_name(text):
        return True
    found = text.split()
    if found and found[0].casefold() in _NAMELESS:
        return False  # "Новини світу" is a section
    capital = found and found[0][0].isupper() and text[-1] not in ".,:;?!"
    return bool(capital) and 2 <= len(found) <= 4 and any(
        word.casefold() in words(lang, "masthead") for word in (found[0], found[-1]) for lang in LANGS
    )  # fmt: skip


def _own(page: Page, rules: tuple[str, ...]) -> Iterator[Line]:
    return (line for line in page.of_kind("noise") if page.labels[line.index].rule in rules)


def _known_start(page: Page, span: Span) -> Span:
    """Only the outlet of a channel's name: "УП" of «УП. Кляті питання»; "Вісник Полісся" stays whole."""
    text = page.text[span.start : span.stop]
    for cut in re.finditer(r"[.:|]\s|\s(?=[^\W\dA-ZА-ЯІЇЄҐЁ])", text):
        if shapes.is_outlet(text[: cut.start()]):
            return Span(span.start, span.start + cut.start())
    return span


def _somebody(name: str) -> bool:
    low = shapes.bare(name).casefold()
    if phrases.hit(low) is not None or low in _NAMELESS:
        return False  # "© 2014 Усі права захищено" names nobody
    return len(low) > 1 and not any(part in _ELSEWHERE for part in re.split(r"[.\s]", low))


def _at(line: Line, found: re.Match[str], group: str | int) -> Span:
    return Span(line.span.start + found.start(group), line.span.start + found.end(group))
