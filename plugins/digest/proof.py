"""What may be printed as proved: quotations that stand in their seed, words that an editor changed. Pure."""

from __future__ import annotations

from copydesk import merge
from copydesk.frontmatter import Document, Entry
from copydesk.frontmatter.fingerprints import fingerprint
from copydesk.model import Problem
from copydesk.verbatim import nearest, stands_in

# Keys that only an editor ever writes: to use them changes nothing of the machine's.
_ADDED = frozenset({"corrections", "redirect_from", "archive_url", "text"})


def unproved(document: Document[Entry], seed_text: str) -> list[tuple[str, Problem]]:
    """The ids of the quotations that do not stand in the seed, each with its problem."""
    found = []
    name = document.meta.seed.file if document.meta.seed else ""
    for n, quotation in enumerate(document.meta.quotations):
        if not stands_in(quotation.content, seed_text):
            message = f"the quotation {quotation.id} is not in seeds/{name} word for word"
            where = ("quotations", n, "content")
            like = nearest(quotation.content, seed_text)
            fix = f"the seed has: {like}" if like else "copy the words from the seed"
            found.append((quotation.id, document.problem("verbatim", where, message, fix)))
    return found


def edited(document: Document[Entry]) -> frozenset[str]:
    """The machine's fields that an editor changed; none where the machine never wrote any."""
    if document.meta.seed is None:
        return frozenset()
    return merge.edited(document.plain, document.body) - _ADDED


def rewritten(document: Document[Entry]) -> frozenset[str]:
    """The ids of the quotations that an editor wrote or changed."""
    seed = document.plain.get("seed") or {}
    known = seed.get("wrote_quotations") or {}
    quotations = document.plain.get("quotations") or []
    return frozenset(q["id"] for q in quotations if known.get(q["id"]) != fingerprint(q))
