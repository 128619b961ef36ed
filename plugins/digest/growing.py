"""The trees of one build pass: what the desk has read, joined once in each language of the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.byhand.decisions import latest
from digest import build, settings
from digest.desk import Desk
from digest.presentation import GLOBALS
from digest.records import EntryRecord
from digest.redirects import moved
from digest.trees import Tree


def grown(desk: Desk, records: Sequence[EntryRecord], given: Mapping[str, Any], *, alone: bool) -> list[Tree]:
    """The trees, the root first; redirects that stand in the way of a page are reported.

    `alone` is for a theme that does not know how pages of other trees are linked.
    """
    actors, events, outlets = desk.actors(), desk.events(), desk.outlets()
    actor_url, event_url = _form(given["ACTOR_URL"]), _form(given["EVENT_URL"])
    decisions = tuple(latest(desk.shelves.decisions))
    trees: list[Tree] = []
    for lang in (given["DIGEST_LANG"], *(() if alone else settings.trees(given))):
        site = build.Site(lang, given["DIGEST_TEXT"], actor_url, event_url, decisions)
        digest = build.build(records, actors, events, site, outlets)
        moves, astray = moved(digest, records, site)
        if not trees:
            desk.report.add(astray)
        words = GLOBALS({**given, "DIGEST_LANG": lang}) if trees else given["JINJA_GLOBALS"]
        trees.append(Tree(lang, f"{lang}/" if trees else "", digest, words, moves))
    return trees


def _form(setting: str) -> build.Address:
    return lambda slug: setting.format(slug=slug)
