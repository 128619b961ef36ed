"""What may be printed as proved: quotations that stand in their seed, words that an editor changed. Pure."""

from __future__ import annotations

import re
import unicodedata

from copydesk import merge
from copydesk.frontmatter import Document, Entry
from copydesk.frontmatter.fingerprints import fingerprint
from copydesk.model import Problem
from copydesk.text import plain

_MARKS = str.maketrans("«»", '""')
# A quotation given in pieces: «Ми вистоїмо […] і переможемо».
_CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.{3})\s*")


def folded(text: str) -> str:
    """`text` in the one form in which words are compared: spaces, dashes and quote marks made alike."""
    return " ".join(plain(unicodedata.normalize("NFC", text)).translate(_MARKS).split())


def stands(content: str, seed: str) -> bool:
    """True where the words stand in the (folded) seed, whole or in their pieces in order."""
    if folded(content) in seed:
        return True
    at = 0
    for piece in filter(None, _CUT.split(folded(content))):
        found = seed.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return at > 0


def unproved(document: Document[Entry], seed_text: str) -> list[tuple[str, Problem]]:
    """The ids of the quotations that do not stand in the seed, each with its problem."""
    seed, found = folded(seed_text), []
    name = document.meta.seed.file if document.meta.seed else ""
    for n, quotation in enumerate(document.meta.quotations):
        if not stands(quotation.content, seed):
            message = f"the quotation {quotation.id} is not in seeds/{name} word for word"
            where = ("quotations", n, "content")
            found.append(
                (quotation.id, document.problem("verbatim", where, message, "copy it from the seed"))
            )
    return found


def edited(document: Document[Entry]) -> frozenset[str]:
    """The fields that an editor wrote or changed; nothing for an entry that is an editor's altogether."""
    return merge.edited(document.plain, document.body) if document.meta.seed else frozenset()


def rewritten(document: Document[Entry]) -> frozenset[str]:
    """The ids of the quotations that an editor wrote or changed."""
    seed = document.plain.get("seed") or {}
    known = seed.get("wrote_quotations") or {}
    quotations = document.plain.get("quotations") or []
    return frozenset(q["id"] for q in quotations if known.get(q["id"]) != fingerprint(q))
