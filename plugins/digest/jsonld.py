"""What a page says to machines: schema.org as JSON-LD values, printed with `tojson`. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest import addresses
from digest.index import Actor, Entry, Event, Quote
from digest.overviews import overview
from digest.trails import Step, trail
from digest.trees import Tree

Node = dict[str, Any]
_KINDS = {"person": "Person", "organisation": "Organization", "country": "Country", "place": "Place"}
# A page stays small: an actor's older words are named on the pages of their entries.
QUOTED = 12
SUBJECTS = 6


def graph(page: Mapping[str, Any], tree: Tree, name: str, site: str) -> Node:
    """The page's things as one graph; addresses are absolute where the site's is known.

    `name` is the publication's. A thing is the same in every tree, so its name for machines is its address
    at the root; only the way to it goes through the pages of the tree. Empty for the page of no address.
    """
    kind = page["page_kind"]
    if kind == "404":
        return {}
    steps = [(label, tree.at(place)) for label, place in trail(page, name, tree.words["voice"])]
    nodes = [publication(page, name, site)]
    if kind == "entry" and page["entry"]:
        nodes.append(article(page["entry"], site))
    elif kind == "actor":
        actor = page["actor"]
        nodes += [person(actor, site), *(quoted(q, site) for q in actor.quotations[:QUOTED])]
    elif kind == "event":
        nodes.append(happening(page["event"], site))
    elif kind == "quotation":
        nodes += saying(page["quotation"], site)
    else:
        nodes.append(overview(page, tree, site, steps[-1][0] if steps else name))
    if steps:
        nodes.append(breadcrumbs(steps, site))
    return {"@context": "https://schema.org", "@graph": nodes}


def publication(page: Mapping[str, Any], name: str, site: str) -> Node:
    """The site itself; on its front page with the way to search it."""
    found = {"@type": "SearchAction", "target": f"{addresses.absolute(site, addresses.SEARCH)}?q={{words}}",
             "query-input": "required name=words"}  # fmt: skip
    return _full({
        "@type": "WebSite",
        "@id": addresses.absolute(site, "#site"),
        "name": name,
        "url": addresses.absolute(site, ""),
        "inLanguage": page["site_langs"],
        "potentialAction": found if page["page_kind"] == "home" else None,
    })  # fmt: skip


def article(entry: Entry, site: str) -> Node:
    """An entry: an `Article` about somebody else's report, and honest about it (`isBasedOn`)."""
    return _full({
        "@type": "Article",
        "@id": addresses.absolute(site, entry.url),
        "url": addresses.absolute(site, entry.url),
        "headline": entry.title,
        "inLanguage": entry.lang,
        "datePublished": entry.date.isoformat(),
        "dateModified": entry.modified.isoformat(),
        "isPartOf": {"@id": addresses.absolute(site, "#site")},
        "isBasedOn": _report(entry),
        "citation": entry.outlet_url,
        "about": [_event_reference(e, site) for e in entry.events],
        "mentions": [_reference(a, site) for a in entry.actors],
        # Relative to the page, as JSON-LD allows: of twenty quotations that is two kilobytes less.
        "hasPart": [{"@type": "Quotation", "@id": "#" + q.url.partition("#")[2]} for q in entry.quotations],
        "correction": [{"@type": "CorrectionComment", "text": c.text, "datePublished": c.date.isoformat()}
                       for c in entry.corrections],
    })  # fmt: skip


def _report(entry: Entry) -> Node | None:
    """The report an entry was made from."""
    if entry.outlet is None:
        return None
    outlet = {"@type": "NewsMediaOrganization", "name": entry.outlet.name, "url": entry.outlet.url}
    return _full({
        "@type": "NewsArticle",
        "url": entry.outlet_url,
        "archivedAt": entry.archive_url,
        "author": {"@type": "Person", "name": entry.byline} if entry.byline else None,
        "publisher": _full(outlet),
    })  # fmt: skip


def quotation(quote: Quote, site: str) -> Node:
    """The words and who said them. The speaker's name and kind stand once on the page, at the `@id`."""
    said_by: Node | None = None
    if quote.speaker:
        said_by = {"@id": addresses.absolute(site, quote.speaker.url)}
    elif quote.speaker_name:
        said_by = {"@type": "Thing", "name": quote.speaker_name}
    person_speaks = quote.speaker is not None and quote.speaker.kind == "person"
    return _full({
        "@type": "Quotation",
        "@id": addresses.of_quote(site, quote),
        "text": quote.content,
        "inLanguage": quote.lang,
        "creator" if person_speaks else "spokenByCharacter": said_by,
    })  # fmt: skip


def saying(quote: Quote, site: str) -> list[Node]:
    """A quotation on its own page: its words, its speaker, its entry, and the same words in other entries."""
    page = {"@type": "WebPage", "url": addresses.absolute(site, quote.page),
            "mainEntity": {"@id": addresses.of_quote(site, quote)}}  # fmt: skip
    told = {
        **quotation(quote, site),
        "mainEntityOfPage": addresses.absolute(site, quote.page),
        "datePublished": quote.entry.date.isoformat(),
        "isPartOf": {"@id": addresses.absolute(site, quote.entry.url)},
        "isBasedOn": _report(quote.entry),
        "sameAs": [addresses.absolute(site, q.page) for q in quote.wording if q is not quote],
        "workTranslation": [
            {
                "@type": "CreativeWork",
                "inLanguage": lang,
                "text": words,
                "publisher": {"@id": addresses.absolute(site, "#site")},
            }
            for lang, words in quote.translations.items()
        ],
    }
    speaker = [_reference(quote.speaker, site)] if quote.speaker else []
    return [page, _full(told), *speaker]


def quoted(quote: Quote, site: str) -> Node:
    """A quotation by its name alone: what it says, and who says it, is told on its own page."""
    return {"@type": "Quotation", "@id": addresses.of_quote(site, quote)}


def person(actor: Actor, site: str) -> Node:
    """An actor with the other forms of the name."""
    others = [*actor.names.values(), *(form for forms in actor.aliases.values() for form in forms)]
    posts = [role.title for role in actor.roles]
    return _full({
        **_reference(actor, site),
        "alternateName": [form for form in dict.fromkeys(others) if form != actor.name],
        "jobTitle": posts if actor.kind == "person" else None,
        "sameAs": f"https://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None,
    })  # fmt: skip


def happening(event: Event, site: str) -> Node:
    """An event with its days, its place and the first reports of it; further pages list the others."""
    return _full({
        **_event_reference(event, site),
        "startDate": event.starts.isoformat() if event.starts else None,
        "endDate": event.ends.isoformat() if event.ends else None,
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "superEvent": _event_reference(event.part_of, site) if event.part_of else None,
        "subEvent": [_event_reference(e, site) for e in event.parts],
        "contributor": [_reference(a, site) for a in event.actors],
        "subjectOf": [{"@id": addresses.absolute(site, e.url)} for e in event.entries[:SUBJECTS]],
    })  # fmt: skip


def breadcrumbs(steps: list[Step], site: str) -> Node:
    """The way from the front page to the page."""
    return {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": n, "name": label, "item": addresses.absolute(site, address)}
        for n, (label, address) in enumerate(steps, 1)]}  # fmt: skip


def _reference(actor: Actor, site: str) -> Node:
    return {"@type": _KINDS[actor.kind], "@id": addresses.absolute(site, actor.url), "name": actor.name}


def _event_reference(event: Event, site: str) -> Node:
    return {"@type": "Event", "@id": addresses.absolute(site, event.url), "name": event.title}


def _full(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
