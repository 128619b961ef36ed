"""How to cite an entry or a quotation: BibTeX and CSL-JSON as text. Pure; what is not known is left out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from digest.index import Entry, Quote

# Characters with a meaning in TeX, and how they are written.
_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
                                           "^": r"\textasciicircum{}"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation is made of. `key` is stable; `author` is a speaker or byline, as it is printed."""

    key: str
    kind: str  # CSL's: "speech" or "article-newspaper"
    title: str
    day: date
    lang: str
    site: str
    url: str | None
    author: str | None
    outlet: str | None
    report: str | None


def of_entry(entry: Entry, site: str, url: str) -> Reference:
    """The reference of an entry on the site called `site`, at the address `url` (may be empty)."""
    outlet = entry.outlet.name if entry.outlet else None
    kind = "article-newspaper"
    return Reference(entry.slug, kind, entry.title, entry.date, entry.lang, site, url or None, entry.byline,
                     outlet, entry.outlet_url)  # fmt: skip


def of_quote(quote: Quote, site: str, url: str) -> Reference:
    """The reference of a quotation: the speaker is its author, the words are its title."""
    entry = quote.entry
    key = f"q-{quote.page.split('/')[-2]}"
    author = quote.speaker.name if quote.speaker else quote.speaker_name
    outlet = entry.outlet.name if entry.outlet else None
    return Reference(key, "speech", quote.content, entry.date, quote.lang, site, url or None, author, outlet,
                     entry.outlet_url)  # fmt: skip


def bibtex(ref: Reference) -> str:
    """The reference as one `@misc` entry, which BibTeX and BibLaTeX both read."""
    note = ", ".join(filter(None, (ref.outlet, ref.report)))
    fields = {
        "author": f"{{{_tex(ref.author)}}}" if ref.author else None,
        "title": f"{{{_tex(ref.title)}}}",
        "howpublished": _tex(ref.site),
        "note": _tex(note) if note else None,
        "date": ref.day.isoformat(),
        "year": str(ref.day.year),
        "langid": {"uk": "ukrainian", "ru": "russian", "en": "british"}.get(ref.lang),
        "url": ref.url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + ",\n".join([ref.key, *lines]) + "\n}"


def _tex(words: str) -> str:
    return re.sub(r"[&%$#_{}\\~^]", lambda m: _TEX[m.group()], " ".join(words.split()))


def csl(ref: Reference) -> str:
    """The reference as CSL-JSON, which Zotero and citation processors read."""
    fields: dict[str, Any] = {
        "id": ref.key,
        "type": ref.kind,
        "title": ref.title,
        "author": [{"literal": ref.author}] if ref.author else None,
        "container-title": ref.outlet,
        "issued": {"date-parts": [[ref.day.year, ref.day.month, ref.day.day]]},
        "language": ref.lang,
        "archive": ref.site,
        "URL": ref.url or ref.report,
    }
    told = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in fields.items() if value)
    return "[{" + ",\n  ".join(told) + "}]"
