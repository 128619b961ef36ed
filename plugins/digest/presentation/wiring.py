"""What templates may call: `FILTERS` and, made from the settings, `GLOBALS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, cast

from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, pass_environment
from markupsafe import Markup

from copydesk.model import Lang
from copydesk.text import sentences
from digest import addresses, citing, ics, opendata
from digest.index import Entry, Event, Outlet, Quote
from digest.presentation import (
    bars,
    calendars,
    clocks,
    days,
    decisions,
    desks,
    explaining,
    fronts,
    grouping,
    heard,
    kinship,
    lives,
    marking,
    naming,
    network,
    phrases,
    quality,
    tongues,
    typography,
    wordings,
)
from digest.presentation.links import PLACES, link, rooted
from digest.presentation.voice import voice, voice_of

Filter = Callable[..., Any]


def _spoken(function: Filter) -> Filter:
    """The filter that calls `function` with the environment's voice first."""

    @pass_environment
    def spoken(env: Environment, *values: Any) -> Any:
        return function(voice_of(env), *values)

    return spoken


def _named(*functions: Filter) -> dict[str, Filter]:
    return {function.__name__: function for function in functions}


@pass_environment
def _share(env: Environment, part: int, whole: int) -> str:
    """`part` of `whole` as a percentage in the site's language."""
    return str(format_percent(part / whole if whole else 0, locale=voice_of(env).locale))


@pass_environment
def _weekdays(env: Environment, _: object) -> list[tuple[str, str]]:
    """The days of the week from Monday, short and whole."""
    names = voice_of(env).locale.days["stand-alone"]
    return [(names["abbreviated"][n], names["wide"][n]) for n in range(7)]


@pass_environment
def _clock(env: Environment, entry: Entry) -> Markup:
    """The strip of one entry."""
    return clocks.strip(entry.happened, [entry.date], phrases.clock_label(voice_of(env), entry))


@pass_environment
def _event_clock(env: Environment, event: Event) -> Markup:
    """The strip of an event over all its entries."""
    told = [e.date for e in event.entries]
    return clocks.strip(phrases.event_days(event), told, phrases.event_label(voice_of(env), event))


@pass_environment
def _outlet_clock(env: Environment, entries: list[Entry], event: Event) -> Markup:
    """The strip of one outlet's entries, on the scale of the whole event."""
    told, spoken = [e.date for e in entries], voice_of(env)
    label = "; ".join(dict.fromkeys(days.day(spoken, d) for d in told))
    return clocks.strip(phrases.event_days(event), told, label, _event_scale(event))


def _event_scale(event: Event) -> clocks.Scale:
    """The days over which an event happened and was told."""
    return clocks.scale(phrases.event_days(event), [e.date for e in event.entries])


def _gap(spoken: Any, told: date, event: Event) -> str:
    happened = phrases.event_days(event)
    return days.gap(spoken, happened, told) if happened else ""


def _in_text(quote: Quote) -> bool:
    """True where the quotation's words are marked in its entry's text."""
    return quote.fragment in marking.found(quote.entry)


def _words_url(quote: Quote) -> str:
    """The address of the quotation's very words; of its figure where the text is not shown."""
    fragment = marking.words_fragment(quote) if _in_text(quote) else quote.fragment
    return f"{quote.entry.url}#{fragment}"


def _teaser(entry: Entry) -> str:
    """The first sentence of the summary, for lists; empty where there is no summary."""
    if not entry.summary:
        return ""
    first, *_ = sentences(entry.summary[0], cast(Lang, entry.lang))
    return first.of(entry.summary[0])


@pass_environment
def _number(env: Environment, value: int) -> str:
    return _numeral(value, voice_of(env).lang)


@lru_cache(maxsize=10_000)
def _numeral(value: int, lang: str) -> str:
    return str(format_decimal(value, locale=voice(lang).locale))


def _reference(cited: Entry | Quote, site: str, url: str) -> citing.Reference:
    return (
        citing.of_entry(cited, site, url) if isinstance(cited, Entry) else citing.of_quote(cited, site, url)
    )


def _outlet_name(outlet: Outlet | None) -> str:
    return outlet.name if outlet else ""


FILTERS: dict[str, Filter] = {
    "link": link,
    "rooted": rooted,
    "fine": typography.fine,
    "number": _number,
    "share": _share,
    "weekdays": _weekdays,
    **{f.__name__: _spoken(f) for f in (days.day, days.short_day, days.day_month, days.weekday)},
    **{f.__name__: _spoken(f) for f in (days.month, days.months_of, days.days, days.gap, days.period)},
    "event_gap": _spoken(_gap),
    "langtag": tongues.langtag,
    "endonym": tongues.endonym,
    **{f.__name__: _spoken(f) for f in (tongues.langname, tongues.country)},
    **{f.__name__: _spoken(f) for f in (phrases.kindname, phrases.fieldname, phrases.precisionname)},
    **{f.__name__: _spoken(f) for f in (phrases.clock_label, phrases.event_label)},
    "proof": phrases.proof,
    "event_days": phrases.event_days,
    "told_days": phrases.told_days,
    "told_by": _spoken(phrases.told_by),
    **_named(phrases.edited_fields, phrases.hands),
    "clock": _clock,
    "event_clock": _event_clock,
    "outlet_clock": _outlet_clock,
    "event_scale": _event_scale,
    "axis": clocks.axis,
    "bars": bars.bars,
    "every_month": bars.every_month,
    "meter": bars.meter,
    "marked": _spoken(marking.marked),
    **{f.__name__: _spoken(f) for f in (explaining.seed_text, decisions.decision_parts)},
    "quality": quality.quality,
    "in_text": _in_text,
    "words_url": _words_url,
    "teaser": _teaser,
    "outlet_name": _outlet_name,
    "reference": _reference,
    **_named(citing.bibtex, citing.csl),
    **_named(wordings.differences, wordings.elsewhere, wordings.beside, wordings.opening),
    **_named(grouping.by_letter, grouping.by_year, grouping.events_by_year, grouping.event_day),
    **_named(
        grouping.by_language,
        grouping.sides,
        grouping.unattributed,
        grouping.outlets_of,
        grouping.matrix,
        grouping.is_wide,
        grouping.other_names,
    ),
    **_named(grouping.by_words, grouping.name_langs, grouping.spoken, grouping.busiest),
    **_named(fronts.home, fronts.front, fronts.leading, fronts.telling),
    **_named(lives.is_long, lives.lifetime, lives.latest, lives.latest_about, lives.voice_in, lives.words_in),
    **_named(lives.spoken_by, lives.not_spoken_by, network.network, kinship.kinship, naming.named_by_others),
    "json_feed": addresses.json_feed,
    "said_in": addresses.said_in,
    **{
        f.__name__: f
        for f in (addresses.told_in, addresses.sides_of, addresses.others_in, addresses.events_of)
    },
    "said_during": addresses.said_during,
    "edition_of": addresses.edition,
    "counts_by_year": heard.by_year,
    "data_file": opendata.file_of,
    "calendar_file": ics.address_of,
    **_named(calendars.years, calendars.months, calendars.heat, calendars.weeks),
}


def GLOBALS(settings: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N802, the name of the contract
    """The site's voice, the gettext functions, the pages that are there once, the repository if any.

    `_("…", name=value)` fills `%(name)s`; `ngettext(one, many, n)` fills `%(num)s`. They stand in for
    the i18n extension's own functions and are found by the same extractor.
    """
    spoken = voice(str(settings.get("DIGEST_LANG", "uk")))
    return {
        "voice": spoken,
        "_": spoken.gettext,
        "gettext": spoken.gettext,
        "ngettext": spoken.ngettext,
        "pgettext": spoken.pgettext,
        "places": PLACES,
        "repository": str(settings.get("DIGEST_REPOSITORY") or "").rstrip("/"),
        "branch": str(settings.get("DIGEST_BRANCH") or "main"),
        "editing": desks.editing,
        "reporting": desks.reporting,
    }
