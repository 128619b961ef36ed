"""Outlets: what reports show of them, joined with what an editor knows. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.frontmatter import entry
from copydesk.romanise import slug as slug_of
from digest import index
from digest.records import OutletRecord


def seen(outlet: entry.Outlet | None) -> index.Outlet | None:
    """The outlet, with the address of its front page where the report's address is known."""
    if outlet is None:
        return None
    home = re.match(r"https?://[^/?#]+", outlet.url or "")
    return index.Outlet(
        outlet.name, slug_of(outlet.name, "uk"), home.group() + "/" if home else None, outlet.lang
    )


def shared(entries: Sequence[index.Entry], known: Sequence[OutletRecord] = ()) -> list[index.Outlet]:
    """One value for each outlet over all entries, by name; each entry then points to it.

    What an editor `known` of an outlet tells goes before what its reports show; its spellings are one.
    """
    told_of = {name.casefold(): r for r in known for name in (r.meta.name, *r.meta.also)}
    found: dict[str, index.Outlet] = {}
    for told in entries:
        if told.outlet:
            record = told_of.get(told.outlet.name.casefold())
            name = (record.meta.name if record else told.outlet.name).casefold()
            if name not in found:
                found[name] = _described(told.outlet, record) if record else told.outlet
            one = found[name]
            one.url, one.lang = one.url or told.outlet.url, one.lang or told.outlet.lang
            one.entries.append(told)
            told.outlet = one
    return sorted(found.values(), key=lambda o: (o.name.casefold(), o.name))


def _described(seen: index.Outlet, record: OutletRecord) -> index.Outlet:
    meta = record.meta
    return index.Outlet(
        meta.name, record.slug, meta.url or seen.url, meta.lang or seen.lang, meta.owner, meta.based,
        record.note, record.file.path,
    )  # fmt: skip
