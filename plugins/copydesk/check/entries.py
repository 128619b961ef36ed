"""Entries: addresses, slugs, quotations, days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Document, Entry
from copydesk.frontmatter.complaints import nearest
from copydesk.model import Problem
from copydesk.verbatim import nearest as nearest_words
from copydesk.verbatim import stands_in

# A report may announce what comes: within these days a later event is no contradiction.
ANNOUNCED = dt.timedelta(days=62)
_STEM = re.compile(r"\d{4}-\d\d-\d\d-[a-z0-9]+(-[a-z0-9]+)*")


def addresses(shelves: Shelves) -> Iterator[Problem]:
    """An entry's address is its file's name, wherever the file lies: two entries cannot share one."""
    seen: dict[str, str] = {}
    for path in shelves.shelf.files("entries"):
        name = stem(path)
        if not _STEM.fullmatch(name):
            yield Problem(
                "name",
                path,
                f"the file name “{name}” cannot be an address",
                "rename it like 2024-07-07-small-latin-letters.md",
            )
        other = seen.setdefault(name.casefold(), path)
        if other != path:
            yield Problem(
                "address",
                path,
                f"{other} has the same name, so the same address",
                "rename one of the two files",
            )


def known_slugs(shelves: Shelves) -> Iterator[Problem]:
    """Every slug named under `actors`, `events` or `speaker` has its file."""
    for document in shelves.entries.values():
        for kind in ("actors", "events"):
            known = sorted(shelves.slugs(kind))
            for number, slug in enumerate(getattr(document.meta, kind)):
                if slug not in known:
                    yield _unknown(document, kind, slug, known, (kind, number))


def _unknown(
    document: Document[Entry], kind: str, slug: str, known: list[str], loc: tuple[str | int, ...]
) -> Problem:
    close = nearest(slug, known)
    noun = kind.removesuffix("s")
    fix = f"did you mean `{close}`?" if close else f"make it with `copydesk new {noun}`"
    fix += " If its page was deleted on purpose, delete the slug here too" if not close else ""
    return document.problem(f"unknown-{noun}", loc, f"there is no content/{kind}/{slug}.md", fix)


def quotations(shelves: Shelves) -> Iterator[Problem]:
    """A quotation of an entry that names a seed stands in it word for word."""
    for document in shelves.entries.values():
        record = document.meta.seed
        seed = shelves.seeds.get(record.file) if record else None
        if seed is None:
            continue
        for number, quotation in enumerate(document.meta.quotations):
            if not stands_in(quotation.content, seed.text):
                like = nearest_words(quotation.content, seed.text)
                fix = f"the nearest words there are “{like}”" if like else "quote the words of the seed"
                yield document.problem(
                    "verbatim",
                    ("quotations", number, "content"),
                    f"these words are not in seeds/{seed.name}",
                    fix,
                )


def days(shelves: Shelves) -> Iterator[Problem]:
    """An event told long before it happens: one of the dates is probably wrong. An address shows its day."""
    for document in shelves.entries.values():
        meta = document.meta
        if meta.date and meta.happened and meta.happened[0] > meta.date + ANNOUNCED:
            yield document.problem(
                "dates",
                ("happened",),
                f"{meta.happened[0]} is long after {meta.date}, the day of the report",
                "correct `happened` or `date`",
                "warning",
            )


def drafts(shelves: Shelves) -> Iterator[Problem]:
    """A draft without a date waits for an editor."""
    for document in shelves.entries.values():
        if document.meta.date is None:
            yield document.problem(
                "undated",
                ("date",),
                "this draft has no date: the seed does not tell it for sure",
                "write it, set `status: published`, and begin the file's name with the day",
                "warning",
            )
