"""Who is known before a text is read: the editor's actors, then the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.actors import Gazetteer, starter
from copydesk.convert import cards
from copydesk.convert.catalogue import Catalogue
from copydesk.model import Actor

if TYPE_CHECKING:  # a project without actors of its own need not wait for what reads their files
    from copydesk import frontmatter
    from copydesk.convert.shelf import Shelf
    from copydesk.frontmatter import Document


def gazetteer_of(shelf: Shelf, catalogue: Catalogue | None = None) -> Gazetteer:
    """The editor's actors before the built-in ones. Nothing is saved."""
    found = actors_of(shelf, catalogue or Catalogue(shelf.project))
    return Gazetteer.of(found).merged(starter())


def actors_of(shelf: Shelf, catalogue: Catalogue) -> list[Actor]:
    """The editor's actors that can be read, by slug."""
    catalogue.look("actors", shelf.stamped("actors"), cards.actor)
    return [cards.actor_of(facts) for facts in catalogue.facts("actors").values() if facts]


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
