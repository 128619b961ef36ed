"""Addresses: names of files that may be parts of them, and those of the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from copydesk.model import LANGS

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STEM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that Windows keeps for devices: a folder of such a name cannot be checked out there.
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
# What `\`, quotes, angles and blanks in an address mean, programs do not agree on.
_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")
LONGEST = 120  # bytes of one part of an address; file systems stop at 255

# First parts of addresses that pages of `content/pages/` and redirects may not take.
RESERVED = frozenset(
    {
        *("actors", "entries", "events", "quotations", "editions", "feeds", "data", "theme"),
        *("outlets", "languages", "corrections", "subscribe", "search", "cards", "admin"),
        *("index.html", "404.html"),
        *LANGS,  # a tree of the site in each language
    }
)


def is_slug(name: str) -> bool:
    """True for lower-case ASCII letters, digits and single hyphens: safe in any address and file system."""
    return bool(_SLUG.fullmatch(name)) and len(name) <= LONGEST and not is_device(name)


def is_device(name: str) -> bool:
    """True for a name that Windows takes for a device, whatever its capitals and ending: `con`, `NUL.md`."""
    return bool(_DEVICES.fullmatch(name.partition(".")[0].rstrip().lower()))


def is_stem(name: str) -> bool:
    """True for the file name of an entry without its ending: `2024-07-07-slug`."""
    return bool(_STEM.fullmatch(name)) and len(name) <= LONGEST


def is_page(name: str) -> bool:
    """True for `about` and `about.en`, but for no name that the site uses itself."""
    slug, dot, lang = name.partition(".")
    return is_slug(slug) and slug not in RESERVED and (not dot or lang in LANGS)


def is_web(address: str) -> bool:
    """True for `http(s)://host…` with nothing that deceives: no name before the host, no odd mark or port.

    `https://known.example@evil.example/` looks like the one and leads to the other.
    """
    if not _WEB.fullmatch(address):
        return False
    try:
        parts = urlsplit(address)
        _ = parts.port  # the host and its port are looked at only when asked for
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc
