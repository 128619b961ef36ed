"""Is a quotation in its seed, word for word? One declared normalisation, and nothing else is forgiven.

Folded on both sides: white space, quotation marks, dashes, apostrophes, composed letters. A
quotation that an attribution cuts ("Мы едем, — сказал он, — и точка") may be joined by one space.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_FOLD = str.maketrans(
    {
        **dict.fromkeys("«»„“”‟〝〞＂‹›", '"'),
        **dict.fromkeys("ʼ＇`´′‘’ʹ\u02bb", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
    }
)
# What may stand where an attribution cuts a quotation: from a closing mark or dash to an opening one.
_GAP = re.compile(r'[,.!?…]{0,3}(?:"|\s*-)[^"\n]{1,250}?(?:"|-\s)\s*')


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """`text` as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLD).split())


def quotation_id(content: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """8 hex digits of the folded content: the same words keep their address. Not one of `taken`."""
    for count in range(1, 1_000_000):
        made = sha256(f"{folded(content)}\n{count}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
        if made not in taken:
            return made
    raise ValueError("no id is left")


def stands_in(content: str, text: str) -> bool:
    """True where `content` is in `text` word for word, whole or cut by attributions."""
    words, whole = folded(content), folded(text)
    if not words or words in whole:
        return bool(words)
    first = words.partition(" ")[0]
    start = whole.find(first)
    while start >= 0:
        if _runs_on(words, whole, start):
            return True
        start = whole.find(first, start + 1)
    return False


def _runs_on(words: str, whole: str, at: int) -> bool:
    """True where `words` stand at `at`, with gaps only where attributions may cut."""
    same = _common(words, whole, at)
    if same == len(words):
        return True
    for cut in range(same, 0, -1):
        if cut < len(words) and words[cut] == " ":
            gap = _GAP.match(whole, at + cut)
            while gap:
                if _runs_on(words[cut + 1 :], whole, gap.end()):
                    return True
                gap = _longer(whole, gap)
    return False


def _longer(whole: str, gap: re.Match[str]) -> re.Match[str] | None:
    """The next longer gap that begins at the same place: an attribution may hold a hyphen."""
    reach = re.compile(_GAP.pattern.replace("{1,250}?", f"{{{gap.end() - gap.start()},250}}?"))
    return reach.match(whole, gap.start()) if gap.end() - gap.start() < 250 else None


def _common(words: str, whole: str, at: int) -> int:
    """How many characters agree from `at` on."""
    same = 0
    while same < len(words) and at + same < len(whole) and words[same] == whole[at + same]:
        same += 1
    return same


def nearest(content: str, text: str) -> str:
    """The words of `text` that are most like `content`; empty where nothing is like it."""
    from rapidfuzz import fuzz

    words, whole = folded(content), folded(text)
    found = fuzz.partial_ratio_alignment(words, whole, score_cutoff=60)
    if found is None:
        return ""
    start, stop = found.dest_start, found.dest_end
    while start > 0 and whole[start - 1] != " ":
        start -= 1
    while stop < len(whole) and whole[stop] != " ":
        stop += 1
    return whole[start:stop]
