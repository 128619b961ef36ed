"""Whose text it is: from the page's own marks first, then from the outlet that the text itself names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copydesk.clean import sayings, shapes, site
from copydesk.clean.page import Page
from copydesk.clean.repeated import repeated
from copydesk.model import LANGS, Found, Seed, Span
from copydesk.romanise import romanise
from copydesk.text import plain

# "РИА Новости, 07.12.2020"
_STAMPED = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][\w-]{0,30}(?:\s[^\W\d_][\w-]{0,30}){0,2}),"
    r"\s\d{1,2}[. ](?:\d{2}|[^\W\d_]{3,9})[. ]\d{4}$"
)
_AGENCY = re.compile(r"^[^\n(]{3,40}\((?P<name>[A-Z][A-Za-z]{1,20})\)\s*[-—]")
_NAMED = re.compile(r"[«\"](?P<name>[А-ЯІЇЄҐЁ][^«»\"\n]{2,30})[»\"]")
_WIRE = re.compile(
    r"^[А-ЯІЇЄҐA-Z][\w'.-]{1,30}[.,]?\s\d{1,2}\s+[^\W\d_]{3,9}[.,]?\s*(?:[-—/]\s*)?(?:Корр\.\s*)?"
    r"(?P<name>[А-ЯІЇЄҐA-Z][\w-]*(?:[ .][А-ЯІЇЄҐA-Z][\w-]*)?)(?=[,.]?\s)"
)


def find(page: Page, seed: Seed, kept: tuple[Span, ...]) -> Found | None:
    """The outlet with the words that name it, or None where nothing names it for sure."""
    if seed.facts.outlet:
        return Found(seed.facts.outlet, "facts")
    return next(opinions(page, kept), None)


def opinions(page: Page, kept: tuple[Span, ...]) -> Iterator[Found]:
    """What each rule takes for the outlet, in the order they are asked: the first is believed."""
    for rule in RULES:
        found = rule(page, kept)
        if found is not None:
            yield _found(page.text, found, rule.__name__)


def _found(text: str, span: Span, rule: str) -> Found:
    """The name without its quotes, and the place of just that; the name that an address stands for."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(shapes.AROUND_NAME))
    place = Span(span.start + left, span.start + len(words.rstrip(shapes.AROUND_NAME)))
    name = shapes.bare(words)
    return Found((shapes.domain(name) and _called(text, name)) or name, rule, place)


def _called(text: str, domain: str) -> str | None:
    """What an address is called: by the lexicon, else by a quoted name that it spells in Latin letters."""
    known = shapes.outlets().get(domain.casefold())
    quoted = {found["name"] for found in _NAMED.finditer(plain(text))}
    spelled = (name for name in sorted(quoted) for lang in LANGS if _spells(domain, romanise(name, lang)))
    return known or next(spelled, None)


def _spells(domain: str, name: str) -> bool:
    return re.sub(r"[\W_]", "", name).casefold() == domain.casefold().split(".")[0].replace("-", "")


def address(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A line above or around the article that is an address: "Misto.today"."""
    return next(site.addresses(page), None)


def masthead(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A short line above the headline that is named as papers are: "The Harbour Post"."""
    top = kept[0].start if kept else 0
    for line in page.of_kind("noise", stop=3):
        if (
            line.span.stop < top
            and page.labels[line.index].rule == "before-headline"
            and site.is_masthead(line.text)
        ):
            return line.span
    return None


def signature(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A known outlet alone on a line of the head or below the text, or before a date ("УНН, 03.05.2024")."""
    for line in page.of_kind("noise"):
        credit = page.labels[line.index].rule == "photo-credit"
        if line.words <= 5 and not credit and shapes.is_outlet(line.text):
            return line.span
        stamped = _STAMPED.search(line.text)
        if stamped and shapes.is_outlet(stamped["name"]):
            return Span(line.span.start + stamped.start("name"), line.span.start + stamped.end("name"))
    return None


def claimed(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """What the site says of itself around the article: rights, rules of use, its channel."""
    return next(site.claims(page), None) or next(site.known(page), None)


def itself(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """A text that speaks of its own outlet: "як раніше повідомляв «Вісник»", "«Вісник» розповідає"."""
    for span in kept:
        words = page.text[span.start : span.stop]
        ours = sayings.told("ours").search(words)
        found = ours or sayings.telling("tells").search(words)
        if found and ((ours and ours["own"]) or _its_own(page, found["name"])):
            return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


def teased(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The site that a standfirst sends its reader to: "Подробиці - у DW"."""
    for span in kept[:3]:
        found = sayings.teased().search(page.text[span.start : span.stop])
        if found:
            return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


def wire(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The agency of a dateline: "KYIV (Reuters) - …", "Київ. 3 травня. УНН - …"."""
    for span in kept[:2]:
        found = _AGENCY.search(page.text[span.start : span.stop]) or _WIRE.search(
            page.text[span.start : span.stop]
        )
        if found and sayings.is_known(found["name"]):
            return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


def only_address(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The one address named around the article, where all that name an address name this one."""
    found = list(site.linked(page))
    return found[0] if len({span.of(page.text).casefold() for span in found}) == 1 else None


def reported_by(page: Page, kept: tuple[Span, ...]) -> Span | None:
    """The outlet that a text passes on, named in its first paragraphs: "…, - пише DW"."""
    for span in kept[:5]:
        words = page.text[span.start : span.stop]
        if (led := sayings.telling("leads").search(words)) and sayings.is_known(led["name"]):
            return Span(span.start + led.start("name"), span.start + led.end("name"))
        for kind in ("writes", "says"):
            for found in sayings.told(kind).finditer(words):
                name = found["name"]
                if (
                    sayings.is_known(name)
                    or shapes.domain(name)
                    or found["noun"]
                    or (kind == "writes" and _plain(name))
                ):
                    return Span(span.start + found.start("name"), span.start + found.end("name"))
    return None


RULES: tuple[Callable[[Page, tuple[Span, ...]], Span | None], ...] = (
    address, masthead, signature, claimed, repeated, itself, wire, teased, only_address, reported_by,
)  # fmt: skip


def _its_own(page: Page, name: str) -> bool:
    return bool(sayings.is_known(name) or shapes.domain(name) or _elsewhere(page, name))


def _elsewhere(page: Page, name: str) -> bool:
    """True for a quoted name that stands outside of the article too, as a site's own name does."""
    bare = shapes.bare(name).casefold()
    return name[0] in '«"' and any(bare in line.text.casefold() for line in page.of_kind("noise", "byline"))


def _plain(name: str) -> bool:
    """A Latin or quoted name behind a verb that only newsrooms have ("пише Nature"), of reasonable length."""
    return len(name.split()) <= 4 and not name.isupper() and shapes.bare(name)[:1].isupper()
