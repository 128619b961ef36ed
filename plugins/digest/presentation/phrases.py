"""Words of the page that depend on a value: kinds, fields, rules of proof, the clocks' sentence."""

from __future__ import annotations

from digest.index import Entry, Event, Quote
from digest.presentation.days import Days, day, days, gap
from digest.presentation.voice import Voice


def N_(message: str) -> str:  # noqa: N802, the name gettext tools look for
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


_KINDS = {
    "person": N_("person"),
    "organisation": N_("organisation"),
    "country": N_("country"),
    "place": N_("place"),
}
_FIELDS = {
    "title": N_("headline"),
    "lang": N_("language"),
    "date": N_("day of publication"),
    "happened": N_("day of the event"),
    "outlet": N_("outlet"),
    "byline": N_("byline"),
    "summary": N_("summary"),
    "actors": N_("actors"),
    "events": N_("events"),
    "quotations": N_("quotations"),
    "body": N_("text"),
}
_PRECISIONS = {"day": N_("to the day"), "month": N_("to the month"), "year": N_("to the year")}


def kindname(voice: Voice, kind: str) -> str:
    """What an actor is, in the site's language; an unknown kind as it stands."""
    return voice.gettext(_KINDS[kind]) if kind in _KINDS else kind


def fieldname(voice: Voice, field: str) -> str:
    """The name of an entry's field for readers; an unknown field as it stands."""
    return voice.gettext(_FIELDS[field]) if field in _FIELDS else field


def precisionname(voice: Voice, precision: str) -> str:
    """How exact a date is, for readers."""
    return voice.gettext(_PRECISIONS[precision]) if precision in _PRECISIONS else precision


def proof(quote: Quote) -> list[str]:
    """What is to be told about a quotation: any of edited, unattributed; then how its words are proved.

    verified: they stand in the raw text; missing: they do not (a strict build refuses that);
    unverified: the entry has no raw text.
    """
    told = []
    if quote.by == "editor" and quote.entry.seed:
        told.append("edited")
    if not quote.speaker and not quote.speaker_name:
        told.append("unattributed")
    return [*told, "verified" if quote.verified else "missing" if quote.entry.seed else "unverified"]


def clock_label(voice: Voice, entry: Entry) -> str:
    """The two clocks of an entry as a sentence."""
    told = day(voice, entry.date)
    if not entry.happened:
        return voice.gettext("Told %(told)s; the day of the event is not stated", told=told)
    return voice.gettext(
        "Happened %(happened)s, told %(told)s: %(gap)s",
        happened=days(voice, entry.happened),
        told=told,
        gap=gap(voice, entry.happened, entry.date),
    )


def event_days(event: Event) -> Days | None:
    """First and last day of an event, None where its beginning is not known."""
    return (event.starts, event.ends or event.starts) if event.starts else None


def told_days(event: Event) -> Days | None:
    """First and last day an event was told, None where no entry tells of it."""
    told = [e.date for e in event.entries]
    return (min(told), max(told)) if told else None


def told_by(voice: Voice, event: Event) -> str:
    """How many outlets told of an event, as words."""
    outlets = len({e.outlet for e in event.entries})
    return voice.ngettext("told by %(num)s outlet", "told by %(num)s outlets", outlets)


def edited_fields(entry: Entry) -> list[str]:
    """The fields an editor changed, a changed quotation counting as `quotations`; sorted."""
    return sorted({field.partition(".")[0] for field in entry.edited})


def hands(entry: Entry) -> list[tuple[str, str]]:
    """Each field that the entry has, and who wrote it: `machine` or `editor`."""
    changed = set(edited_fields(entry))
    there = {
        "happened": entry.happened,
        "outlet": entry.outlet,
        "byline": entry.byline,
        "summary": entry.summary,
        "actors": entry.actors,
        "events": entry.events,
        "quotations": entry.quotations,
        "body": entry.body,
    }
    fields = ["title", "date", *(field for field, value in there.items() if value)]
    return [(field, "editor" if field in changed else "machine") for field in fields]


def event_label(voice: Voice, event: Event) -> str:
    """The two clocks of an event as a sentence."""
    happened, told = event_days(event), told_days(event)
    parts = []
    if happened:
        parts.append(voice.gettext("Happened %(happened)s", happened=days(voice, happened)))
    if told:
        parts.append(f"{told_by(voice, event)}, {days(voice, told)}")
    return "; ".join(parts)
