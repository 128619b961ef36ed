"""A page from a template, what it shows, and the facts of its address. The same values, the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, Template

from digest import addresses, cards, jsonld
from digest.plan import Planned
from digest.press.jobs import Job, Made
from digest.trees import Tree, alternates, counterparts

# What the pages say of themselves where it is not the name of their template.
_KINDS = {"index": "home", "article": "entry"}


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the site has in common. `given` are the settings, `common` what all templates see.

    `template` names the template of a kind; empty where the theme has none.
    """

    trees: Sequence[Tree]
    given: Mapping[str, Any]
    common: Mapping[str, Any]
    env: Environment
    template: Callable[[str], str]

    def jobs(self, tree: Tree, planned: Sequence[Planned]) -> Iterator[Job]:
        """A job for each planned page of a tree; a kind for which the theme has no template goes without."""
        env, seen = self._spoken(tree)
        load = cache(env.get_template)
        templates = {kind: self.template(kind) for kind in dict.fromkeys(kind for kind, _, _ in planned)}
        for kind, file, shown in planned:
            if template := templates[kind]:
                name = f"{tree.folder}{file}"
                make = partial(self._page, tree, partial(load, template), seen, kind, name, shown)
                yield Job(name, make, {"kind": kind, **shown})

    def _spoken(self, tree: Tree) -> tuple[Environment, dict[str, Any]]:
        """The templates and what all of them see, in a tree's language; the motto is the root's alone."""
        seen = {**self.env.globals, **self.common, "digest": tree.digest, "tree": tree}
        if not tree.folder:
            return self.env, seen
        env = self.env.overlay()
        env.globals = {**self.env.globals, **tree.words}
        own = {"DEFAULT_LANG": tree.lang, "SITESUBTITLE": "", "editors_lang": seen["DEFAULT_LANG"]}
        return env, {**seen, **tree.words, **own}

    def _page(
        self,
        tree: Tree,
        template: Callable[[], Template],
        seen: Mapping[str, Any],
        kind: str,
        name: str,
        shown: Mapping[str, Any],
    ) -> Made:
        """The page as the press wants it. A letter is read far from the site: its links are absolute."""
        site = str(self.given["SITEURL"])
        root = addresses.up(name) if self.given["RELATIVE_URLS"] and kind != "mail" else site
        if kind == "404":
            # Served for an address of any depth: only a path from the host's root leads home from there.
            root = urlsplit(site).path.rstrip("/")
        told = facts(name, _KINDS.get(kind, kind), tree, self.trees, shown, self.given)
        return [(name, _rendered(template(), {**seen, "SITEURL": root, **told, **shown}).encode("utf-8"))]


def _rendered(template: Template, seen: dict[str, Any]) -> str:
    """The text of a page. What it sees is whole already, so Jinja need not gather it once more."""
    try:
        return "".join(template.root_render_func(template.new_context(seen, shared=True)))
    except Exception:
        template.environment.handle_exception()


def facts(
    name: str,
    kind: str,
    tree: Tree,
    trees: Sequence[Tree],
    shown: Mapping[str, Any],
    given: Mapping[str, Any],
) -> dict[str, Any]:
    """What every template may ask for, whatever its page is: None where there is no such thing.

    `canonical` is the page's absolute address, `card` its picture's: empty where `SITEURL` is.
    `counterparts` are the page in each interface language, `alternates` the same for machines.
    `jsonld` is what the page says to machines.
    """
    site, address = str(given["SITEURL"]), name.removesuffix("index.html")
    place, page = tree.place(address), shown.get("page")
    found: dict[str, Any] = {
        "page_kind": kind,
        **{thing: shown.get(thing) for thing in ("entry", "actor", "event", "quotation", "page")},
        "site_langs": [t.lang for t in trees],
        "address": address,
        "counterparts": counterparts(trees, f"{page.slug}/" if page else place),
        "alternates": alternates(trees, place, site),
        "canonical": addresses.absolute(site, address) if site else "",
        "card": "",
    }
    thing = next((found[name] for name in ("entry", "quotation", "actor", "event") if found[name]), None)
    if site and given["DIGEST_CARDS"] and thing and kind != "explained":
        found["card"] = addresses.absolute(site, cards.address_of(getattr(thing, "page", thing.url)))
    about = {**found, "place": place}
    about |= {more: shown.get(more) for more in ("edition", "first", "editions", "year", "leaf", "latest")}
    return {**found, "jsonld": jsonld.graph(about, tree, str(given["SITENAME"]), site)}
