"""Is a quotation in its seed, word for word? One declared normalisation, and nothing else is forgiven.

Folded on both sides: white space, quotation marks, dashes, apostrophes, composed letters. A
quotation that an attribution cuts ("Мы едем, — сказал он, — и точка") may be joined by a space or by " … ".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from itertools import islice

_FOLD = str.maketrans(
    {
        **dict.fromkeys("«»„“”‟〝〞＂‹›", '"'),
        **dict.fromkeys("ʼ＇`´′‘’ʹ\u02bb", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
    }
)
# Few characters are folded: finding them is several times as fast as asking of each.
_ODD = re.compile("[" + "".join(map(chr, _FOLD)) + "]")
# What may stand where an attribution cuts a quotation: from a closing mark or dash to an opening one.
_GAP = r'[,.!?…]{0,3}(?:"|\s*-)([^"\n]{%d,250}?)(?:"|-\s)\s*'

# Bounds on the search, so that no seed can make it long.
_STARTS, _STATES, _ENDS = 200, 400, 8


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """`text` as it is compared."""
    even = _ODD.sub(lambda odd: _FOLD[ord(odd.group())] or "", unicodedata.normalize("NFC", text))
    return " ".join(even.split())


def quotation_id(content: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """8 hex digits of the folded content: the same words keep their address. Not one of `taken`."""
    words = folded(content)
    for count in range(1, 1_000_000):
        made = sha256(f"{words}\n{count}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
        if made not in taken:
            return made
    raise ValueError("no id is left")


@lru_cache(maxsize=4)
def _whole(text: str) -> str:
    """A seed's text as it is compared: all its quotations are looked for in it, one after the other."""
    return folded(text)


def stands_in(content: str, text: str) -> bool:
    """True where `content` is in `text` word for word, whole or cut by attributions."""
    words, whole = folded(content), _whole(text)
    if not words or words in whole:
        return bool(words)
    first = words.partition(" ")[0]
    starts = islice((m.start() for m in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", whole)), _STARTS)
    # Each state is a place in the quotation and one in the seed; none is looked at twice.
    waiting = [(0, at) for at in starts]
    seen = set(waiting)
    while waiting and len(seen) < _STATES:
        done, at = waiting.pop()
        same = _common(words, done, whole, at)
        if done + same == len(words):
            return True
        for cut in _cuts(words, done, same):
            rest = cut + (3 if words.startswith(" … ", cut) else 1)
            fresh = {(rest, end) for end in islice(_gaps(whole, at + cut - done), _ENDS)} - seen
            seen |= fresh
            waiting += sorted(fresh, reverse=True)
    return False


def _cuts(words: str, done: int, same: int) -> list[int]:
    """The last spaces up to which the quotation agrees with the seed: where an attribution may begin."""
    spaces = [at for at in range(done + same, done, -1) if words[at : at + 1] == " "]
    return spaces[:3]


def _gaps(whole: str, at: int) -> Iterator[int]:
    """Where the attribution that begins at `at` may end, nearest first: it may hold dashes itself."""
    shortest = 1
    while shortest <= 250 and (gap := re.compile(_GAP % shortest).match(whole, at)):
        yield gap.end()
        shortest = len(gap.group(1)) + 1


def _common(words: str, done: int, whole: str, at: int) -> int:
    """How many characters agree from two places on."""
    same = 0
    for one, other in zip(islice(words, done, None), islice(whole, at, None), strict=False):
        if one != other:
            break
        same += 1
    return same


def nearest(content: str, text: str) -> str:
    """The words of `text`, as they stand there, that are most like `content`; empty where nothing is."""
    from rapidfuzz import fuzz

    words, (whole, places) = folded(content), _placed(text)
    found = fuzz.partial_ratio_alignment(words, whole, score_cutoff=60)
    if found is None:
        return ""
    start, stop = found.dest_start, found.dest_end
    while start > 0 and whole[start - 1].isalnum():
        start -= 1
    while stop < len(whole) and whole[stop].isalnum():
        stop += 1
    while start < stop and not whole[start].isalnum():
        start += 1
    while stop > start and not whole[stop - 1].isalnum():
        stop -= 1
    return " ".join(text[places[start] : places[stop - 1] + 1].split()) if stop > start else ""


def _placed(text: str) -> tuple[str, list[int]]:
    """`text` folded character by character, and the place of each character in it."""
    made: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        new = " " if letter.isspace() else letter.translate(_FOLD)
        if new and not (new == " " and made[-1:] == [" "]):
            made.append(new)
            places.append(at)
    return "".join(made), places
