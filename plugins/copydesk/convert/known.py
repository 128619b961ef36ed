"""Who is known before a text is read: the editor's actors, then the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.actors import Gazetteer, starter
from copydesk.model import Actor

if TYPE_CHECKING:  # a project without actors of its own need not wait for what reads their files
    from copydesk import frontmatter
    from copydesk.convert.shelf import Shelf
    from copydesk.frontmatter import Document


def gazetteer_of(shelf: Shelf) -> Gazetteer:
    """The editor's actors before the built-in ones."""
    return Gazetteer.of(known(slug, document) for slug, document in shelf.actors.items()).merged(starter())


def known(slug: str, document: Document[frontmatter.Actor]) -> Actor:
    """An editor's actor as the gazetteer knows it."""
    meta = document.meta
    return Actor(
        slug=slug,
        name=meta.name,
        kind=meta.kind,
        names={str(lang): name for lang, name in meta.names.items()},
        aliases={lang: tuple(words) for lang, words in meta.aliases.items()},
        wikidata=meta.wikidata,
        same_as=meta.same_as,
        not_same_as=tuple(meta.not_same_as),
        status=meta.status,
    )
