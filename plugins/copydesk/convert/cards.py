"""What conversion asks of a file, as plain values that can be kept: its facts, and the words it is found by.

Pure: a card depends on nothing but the file's path and bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.model import Actor

if TYPE_CHECKING:
    from copydesk.events.blocks import Blocks

# What the words of a card begin with: an actor met, a page suggested, a mark of the text.
MET, SUGGESTED, MARK = "m:", "s:", "t:"


class Card(NamedTuple):
    """`facts` is anything that JSON carries."""

    facts: Any
    words: tuple[str, ...] = ()


def entry(path: str, raw: bytes) -> Card:
    """Facts: the seed record as a glance shows it (None: there is none), the events named.

    Words: whom it met, what it suggested, and what a report of the same event would share with it.
    """
    from copydesk.convert.happenings import Told
    from copydesk.convert.shelf import glance
    from copydesk.frontmatter import Entry, load

    filed = glance(path, raw.decode("utf-8", "replace"))
    document, _ = load(raw, Entry, path)
    record = [filed.file, filed.sha256, filed.rules] if filed else None
    if document is None:
        return Card({"filed": record, "events": []})
    seed = document.meta.seed
    words = words_of(Told(path, document.plain, document.body).blocks)
    if seed:
        words += [*(MET + slug for slug in seed.met), *(SUGGESTED + slug for slug in seed.suggested)]
    return Card({"filed": record, "events": document.meta.events}, tuple(dict.fromkeys(words)))


def actor(path: str, raw: bytes) -> Card:
    """Facts: the actor as the gazetteer knows it; None if broken."""
    from copydesk.convert.known import known
    from copydesk.frontmatter import Actor, load

    document, _ = load(raw, Actor, path)
    if document is None:
        return Card(None)
    return Card(asdict(known(PurePosixPath(path).stem, document)))


def event(path: str, raw: bytes) -> Card:
    """Facts: the slug of the event that this one is, and its status; None if broken."""
    from copydesk.frontmatter import Event, load

    document, _ = load(raw, Event, path)
    return Card({"same_as": document.meta.same_as, "status": document.meta.status} if document else None)


def words_of(blocks: Blocks) -> list[str]:
    """What a text is filed under, as words."""
    return [f"{key}|{stretch}" for key, _ in blocks.keys for stretch in sorted(blocks.stretches)]


def seed(path: str, raw: bytes) -> Card:
    """Facts: False, as the marks of its text are not taken yet (see `marks`)."""
    return Card(False)


def actor_of(facts: Any) -> Actor:
    """The actor that a card holds."""
    aliases = {lang: tuple(names) for lang, names in facts["aliases"].items()}
    return Actor(**{**facts, "aliases": aliases, "not_same_as": tuple(facts["not_same_as"])})


def marked(marks: Iterable[int]) -> Card:
    """The card of a seed whose text has these marks."""
    return Card(True, tuple(f"{MARK}{mark}" for mark in marks))
