"""What an editor changed, told apart from what the machine wrote. Pure."""

from __future__ import annotations

from copydesk import merge
from copydesk.frontmatter import Document, Entry
from copydesk.frontmatter.entry import Quotation
from copydesk.frontmatter.fingerprints import fingerprint

_ADDED = Entry.editors_keys()
_REMARKS = Quotation.editors_keys()


def edited(document: Document[Entry]) -> frozenset[str]:
    """The machine's fields that an editor changed; none where the machine never wrote any."""
    if document.meta.seed is None:
        return frozenset()
    found = merge.edited(document.plain, document.body) - _ADDED
    wrote = document.plain["seed"].get("wrote_quotations") or {}
    # In any order: editing programs sort the keys of what they do not show.
    same = {q["id"] for q in document.plain.get("quotations") or []} == set(wrote)
    return found - {"quotations"} if same and not rewritten(document) else found


def rewritten(document: Document[Entry]) -> frozenset[str]:
    """The ids of the quotations that an editor wrote or changed; to add a remark changes nothing."""
    seed = document.plain.get("seed") or {}
    known = seed.get("wrote_quotations") or {}
    quotations = document.plain.get("quotations") or []
    bare = [{key: value for key, value in q.items() if key not in _REMARKS} for q in quotations]
    return frozenset(q["id"] for q in bare if known.get(q["id"]) != fingerprint(q))
