"""What templates may call: `FILTERS` and, made from the settings, `GLOBALS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, pass_environment

from digest import addresses, citing, ics, opendata
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
    joints,
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


FILTERS: dict[str, Filter] = {
    "link": link,
    "rooted": rooted,
    "fine": typography.fine,
    "number": joints.number,
    "share": joints.share,
    "weekdays": joints.weekdays,
    **{f.__name__: _spoken(f) for f in (days.day, days.short_day, days.day_month, days.weekday)},
    **{f.__name__: _spoken(f) for f in (days.month, days.months_of, days.days, days.gap, days.period)},
    "event_gap": _spoken(joints.gap),
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
    "clock": joints.clock,
    "event_clock": joints.event_clock,
    "outlet_clock": joints.outlet_clock,
    "event_scale": joints.event_scale,
    "axis": clocks.axis,
    "bars": bars.bars,
    "every_month": bars.every_month,
    "meter": bars.meter,
    "marked": _spoken(marking.marked),
    **{f.__name__: _spoken(f) for f in (explaining.seed_text, decisions.decision_parts)},
    "quality": quality.quality,
    "in_text": joints.in_text,
    "words_url": joints.words_url,
    "teaser": joints.teaser,
    "outlet_name": joints.outlet_name,
    "reference": joints.reference,
    **_named(citing.bibtex, citing.csl),
    **_named(wordings.differences, wordings.elsewhere, wordings.beside, wordings.opening),
    **_named(grouping.by_letter, grouping.by_year, grouping.events_by_year, grouping.event_day),
    **_named(
        grouping.by_language,
        grouping.columns,
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
    "naming": naming.naming,
    "json_feed": addresses.json_feed,
    **_named(addresses.said_in, addresses.told_in, addresses.sides_of, addresses.others_in),
    **_named(addresses.events_of, addresses.company_of, addresses.said_during),
    "told_during": addresses.month,
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
