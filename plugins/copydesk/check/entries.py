"""Entries: addresses, slugs, quotations, days."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.addresses import RESERVED, is_slug
from copydesk.check.shelves import Shelves, stem
from copydesk.frontmatter import Document, Entry
from copydesk.frontmatter.complaints import meant
from copydesk.messages import say
from copydesk.model import Problem
from copydesk.verbatim import nearest as nearest_words
from copydesk.verbatim import stands_in


def known_slugs(shelves: Shelves) -> Iterator[Problem]:
    """Every slug named under `actors` or `events` has its file."""
    for document in shelves.entries.values():
        for kind in ("actors", "events"):
            known = shelves.slugs[kind]
            for number, slug in enumerate(getattr(document.meta, kind)):
                if slug not in known:
                    yield _unknown(document, kind, slug, known, (kind, number))


def _unknown(
    document: Document[Entry], kind: str, slug: str, known: frozenset[str], loc: tuple[str | int, ...]
) -> Problem:
    path = f"content/{kind}/{slug}.md"
    fix = meant(slug, known, say("add {path}, or take the slug out here", path=path))
    rule = f"unknown-{kind.removesuffix('s')}"
    return document.problem(rule, loc, say("there is no {path}", path=path), fix)


def speakers(shelves: Shelves) -> Iterator[Problem]:
    """A speaker is a slug that has its file, or a name; a slug without a file would be printed as a name."""
    known = shelves.slugs["actors"]
    for document in shelves.entries.values():
        for number, quotation in enumerate(document.meta.quotations):
            speaker = quotation.speaker or ""
            if "-" in speaker and is_slug(speaker) and speaker not in known:
                yield _unknown(document, "actors", speaker, known, ("quotations", number, "speaker"))


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
                fix = say("the nearest words there are “{like}”", like=like)
                yield document.problem(
                    "verbatim",
                    ("quotations", number, "content"),
                    say("these words are not in {path} word for word", path=f"seeds/{seed.name}"),
                    fix if like else "copy the words from the seed",
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


def redirects(shelves: Shelves) -> Iterator[Problem]:
    """A former address leads to one entry, and never stands where a page is."""
    taken = {f"{kind}/{stem(path)}" for kind in ("entries", "actors", "events")
             for path in shelves.files(kind)} | {*RESERVED, "sitemap.xml", "robots.txt"}  # fmt: skip
    for _, document in sorted(shelves.entries.items()):
        for number, former in enumerate(document.meta.redirect_from):
            here = former.strip("/").removesuffix("/index.html")
            if here in taken or here.split("/")[0] in ("feeds", "theme"):
                yield in_the_way(document, number, former)
            taken.add(here)


def in_the_way(document: Document[Entry], number: int, former: str) -> Problem:
    """A former address that is taken."""
    where = ("redirect_from", number)
    message = say("there is a page at {former}", former=former)
    return document.problem("redirect", where, message, "take the line out")
