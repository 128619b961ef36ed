"""Small filters that join what the other modules of the presentation make."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, cast

from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, pass_environment
from markupsafe import Markup

from copydesk.model import Lang
from copydesk.text import sentences
from digest import citing
from digest.index import Entry, Event, Outlet, Quote
from digest.presentation import clocks, days, marking, phrases
from digest.presentation.voice import voice, voice_of


@pass_environment
def share(env: Environment, part: int, whole: int) -> str:
    """`part` of `whole` as a percentage in the site's language."""
    return str(format_percent(part / whole if whole else 0, locale=voice_of(env).locale))


@pass_environment
def weekdays(env: Environment, _: object) -> list[tuple[str, str]]:
    """The days of the week from Monday, short and whole."""
    names = voice_of(env).locale.days["stand-alone"]
    return [(names["abbreviated"][n], names["wide"][n]) for n in range(7)]


@pass_environment
def clock(env: Environment, entry: Entry) -> Markup:
    """The strip of one entry."""
    return clocks.strip(entry.happened, [entry.date], phrases.clock_label(voice_of(env), entry))


@pass_environment
def event_clock(env: Environment, event: Event) -> Markup:
    """The strip of an event over all its entries."""
    told = [e.date for e in event.entries]
    return clocks.strip(phrases.event_days(event), told, phrases.event_label(voice_of(env), event))


@pass_environment
def outlet_clock(env: Environment, entries: list[Entry], event: Event) -> Markup:
    """The strip of one outlet's entries, on the scale of the whole event."""
    told, spoken = [e.date for e in entries], voice_of(env)
    label = "; ".join(dict.fromkeys(days.day(spoken, d) for d in told))
    return clocks.strip(phrases.event_days(event), told, label, event_scale(event))


def event_scale(event: Event) -> clocks.Scale:
    """The days over which an event happened and was told."""
    return clocks.scale(phrases.event_days(event), [e.date for e in event.entries])


def gap(spoken: Any, told: date, event: Event) -> str:
    """How long after an event `told` is, in words; empty where its days are not known."""
    happened = phrases.event_days(event)
    return days.gap(spoken, happened, told) if happened else ""


def in_text(quote: Quote) -> bool:
    """True where the quotation's words are marked in its entry's text."""
    return quote.fragment in marking.found(quote.entry)


def words_url(quote: Quote) -> str:
    """The address of the quotation's very words; of its figure where the text is not shown."""
    fragment = marking.words_fragment(quote) if in_text(quote) else quote.fragment
    return f"{quote.entry.url}#{fragment}"


def teaser(entry: Entry) -> str:
    """The first sentence of the summary, for lists; empty where there is no summary."""
    if not entry.summary:
        return ""
    first, *_ = sentences(entry.summary[0], cast(Lang, entry.lang))
    return first.of(entry.summary[0])


@pass_environment
def number(env: Environment, value: int) -> str:
    """A number with the marks of the site's language."""
    return numeral(value, voice_of(env).lang)


@lru_cache(maxsize=10_000)
def numeral(value: int, lang: str) -> str:
    """A number with the marks of a language."""
    return str(format_decimal(value, locale=voice(lang).locale))


def reference(cited: Entry | Quote, site: str, url: str) -> citing.Reference:
    """How an entry or a quotation is cited."""
    return (
        citing.of_entry(cited, site, url) if isinstance(cited, Entry) else citing.of_quote(cited, site, url)
    )


def outlet_name(outlet: Outlet | None) -> str:
    """The name of an outlet; empty where there is none."""
    return outlet.name if outlet else ""
