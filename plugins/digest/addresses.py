"""Where everything lives: addresses below the site's root, and the names that may be addresses.

Pure. An address never begins with a slash; one that ends with a slash is a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from copydesk.addresses import LONGEST
from copydesk.verbatim import quotation_id

if TYPE_CHECKING:
    from digest.index import Quote

ENTRIES, ACTORS, EVENTS, ABOUT, DATA = "entries/", "actors/", "events/", "about/", "data/"
QUOTATIONS, EDITIONS, OUTLETS, LANGUAGES = "quotations/", "editions/", "outlets/", "languages/"
CORRECTIONS, SUBSCRIBE, SEARCH = "corrections/", "subscribe/", "search/"
FEED = "feeds/all.atom.xml"
CORRECTIONS_FEED = "feeds/corrections.atom.xml"


def entry(stem: str) -> str:
    """The address of an entry. It comes from the file's name, so editing a title moves nothing."""
    return f"{ENTRIES}{stem}/"


def stem_of(address: str) -> str:
    """The name of the file that an entry at the address was made from; empty for any other address."""
    stem = address.removeprefix(ENTRIES).strip("/")
    return stem if address == entry(stem) and "/" not in stem else ""


def tidy(former: str) -> str:
    """A former address as ours are written: `/old` -> `old/`, `old.html` as it is."""
    path = former.strip("/").removesuffix("/index.html")
    return path if "." in path.rsplit("/", 1)[-1] else f"{path}/"


def first_of(former: Iterable[str]) -> str:
    """The first of an entry's former addresses at which an entry may have stood; empty where none is."""
    return next((tidy(one) for one in former if stem_of(tidy(one))), "")


def quotation(stem: str, name: str) -> str:
    """The address of a quotation's own page, from its entry's file and its `id` there.

    Of nothing else, so that neither an edited word nor the same words in another entry ever move it.
    """
    return f"{QUOTATIONS}{sha256(f'{stem} {name}'.encode()).hexdigest()[:12]}/"


def explained(stem: str) -> str:
    """The address of the page that says how an entry's seed was read."""
    return f"{entry(stem)}explained/"


def edition(day: date) -> str:
    """The address of a day's edition."""
    return f"{EDITIONS}{day.isoformat()}/"


def month(first: date) -> str:
    """The address of a month of the archive, by any day of it."""
    return f"{ENTRIES}{first:%Y-%m}/"


def said_during(first: date) -> str:
    """The address of what was said in a month, by any day of it."""
    return f"{QUOTATIONS}{first:%Y-%m}/"


def _below(page: str, part: str) -> str:
    """A part of a page that stands at `a/` or, by the settings of addresses, at `a.html`."""
    return f"{page.removesuffix('/').removesuffix('.html')}/{part}/"


def year_of(actor: str, year: int) -> str:
    """The address of one year of an actor: `actors/a/` -> `actors/a/2024/`."""
    return _below(actor, str(year))


def events_of(actor: str) -> str:
    """The address of all events of an actor: `actors/a/` -> `actors/a/events/`."""
    return _below(actor, "events")


def company_of(actor: str) -> str:
    """The address of all whom an actor appears with: `actors/a/` -> `actors/a/with/`."""
    return _below(actor, "with")


def said_in(event: str) -> str:
    """The address of who said what in an event: `events/a/` -> `events/a/said/`."""
    return _below(event, "said")


def told_in(event: str) -> str:
    """The address of every outlet's day in an event: `events/a/` -> `events/a/outlets/`."""
    return _below(event, "outlets")


def sides_of(event: str) -> str:
    """The address of an event side by side over languages: `events/a/` -> `events/a/languages/`."""
    return _below(event, "languages")


def others_in(event: str) -> str:
    """The address of what nobody with a page said in an event: `events/a/` -> `events/a/others/`."""
    return _below(event, "others")


def said_by(event: str, actor: str) -> str:
    """The address of all that an actor (a slug) said in an event: `events/a/` -> `events/a/said/b/`."""
    return f"{said_in(event)}{actor}/"


def feed_of_lang(lang: str) -> str:
    """The address of the feed of one language."""
    return f"feeds/{lang}.atom.xml"


def feed_of_actor(slug: str) -> str:
    """The address of the feed of one actor."""
    return f"feeds/actors/{slug}.atom.xml"


def feed_of_event(slug: str) -> str:
    """The address of the feed of one event."""
    return f"feeds/events/{slug}.atom.xml"


def json_feed(feed: str) -> str:
    """The address of a feed in its other form: `feeds/uk.atom.xml` -> `feeds/uk.json`."""
    return f"{feed.removesuffix('.atom.xml')}.json"


def fragments(contents: Iterable[str]) -> list[str]:
    """A fragment `q-<8 hex>` for each quotation of an entry: of its words alone, so it stays with them."""
    taken: list[str] = []
    for content in contents:
        taken.append(quotation_id(content, frozenset(taken)))
    return [f"q-{name}" for name in taken]


def file_of(address: str) -> str:
    """The file that answers an address: `actors/` -> `actors/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def up(file: str) -> str:
    """The way from a file to the site's root: `entries/a/index.html` -> `../..`, `index.html` -> `.`."""
    return "/".join([".."] * file.count("/")) or "."


def absolute(site: str, address: str) -> str:
    """`address` with the site's address before it; from the root of the host where that is not known."""
    return f"{site}/{address}"


def of_quote(site: str, quote: Quote) -> str:
    """The absolute address of a quotation."""
    return absolute(site, quote.url)


def is_contained(name: str) -> bool:
    """True for a relative path of plain parts: nothing that climbs, starts at a root or hides a character."""
    parts = name.split("/")
    return (
        bool(name)
        and name.isprintable()
        and "\\" not in name
        and ":" not in parts[0]
        and all(p not in ("", ".", "..") and len(p.encode()) <= LONGEST + 16 for p in parts)
    )
