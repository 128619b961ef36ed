"""One entry made again among the neighbours it had: what an editor sees while the whole is being built."""

from __future__ import annotations

from digest.build.joining import Known, joined
from digest.index import Digest, Entry
from digest.records import EntryRecord


def again(record: EntryRecord, former: Entry, digest: Digest, text: str) -> Entry:
    """The entry as its record is by now. What other entries make of it (ways on, kin) is as it was.

    `text` as `making.entry` has it. The digest and the former entry stay as they are.
    """
    entry = joined(record, _known(digest), text)
    if entry.outlet and former.outlet and entry.outlet.slug == former.outlet.slug:
        entry.outlet = former.outlet
    entry.ways, entry.related, entry.explained = former.ways, former.related, former.explained
    before = {quote.content: quote for quote in former.quotations}
    for quote in entry.quotations:
        if known := before.get(quote.content):
            quote.wording = [quote if one is known else one for one in known.wording]
    return entry


def _known(digest: Digest) -> Known:
    """The actors and events of a digest, under every slug that leads to them."""
    actors = {slug: one for one in digest.actors for slug in (one.slug, *(s for s, _ in one.merged))}
    events = {slug: one for one in digest.events for slug in (one.slug, *(s for s, _ in one.merged))}
    return Known(actors, events, {})
