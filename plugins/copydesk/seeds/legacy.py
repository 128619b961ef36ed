"""Which of the old Cyrillic encodings a file is in, by how often its letters and pairs read as words."""

from __future__ import annotations

import re
from functools import cache

# koi8-u is koi8-r with four more letters in place of box lines, so it goes first.
ENCODINGS = ("cp1251", "koi8-u", "koi8-r")

# The commonest pairs of letters in Ukrainian and Russian prose.
_COMMON = """
ст но на то ен ов ни ра ко по не пр ро во го ер ли ре ос та ал ет ка от ол ло ва ор ит ес те ле ом ла
ел ми ри од ви да до ил об ль ть ся ти ін ів ак ан ам ат ві ий ки ні пі ід за із що ає ою их ым ой ый
ия ие ая ыв ны мы ск чт эт ег му ту ши жи ча дн нн іл ії ує юч аю єт ше мо ав ад ар ас ем ез ед ис ик
им ин ол он оп ос па пе ру са се си со сл су тр уд уж ук ул ус ут уч хо ча че чи ят яв яд бо бу бы вс
въ гд де ди дл ду ею жд зн зв їх її щи що ще ці цу хи ют ям ях ря ля ня ма ме ве ве ки ке ку кі лі рі сі ті
мі бі зи нт
"""
_WORD = re.compile(r"[^\W\d_]{2,}")
# Bytes that are the same punctuation in the Western and the Cyrillic Windows encoding.
_PUNCTUATION = frozenset(bytes.fromhex("8285848691929394959697a0a9abaebb"))
_MARKS = "«»„“”’‘—–…№•·©"
_SAMPLE = 65_536


def recognise(raw: bytes) -> tuple[str | None, bool]:
    """The likeliest encoding of `raw` and whether it is sure; `(None, False)` where none fits.

    Sure means: it reads as words, and clearly more so than the next one.
    """
    if frozenset(raw) - frozenset(range(128)) <= _PUNCTUATION:
        return "cp1251", True  # an English text with curly quotes: either Windows encoding gives the same
    sample = raw[:_SAMPLE]
    scored = sorted(((_words(sample, name), -i, name) for i, name in enumerate(ENCODINGS)), reverse=True)
    best, _, name = scored[0]
    rival = max(score for score, _, other in scored if other[:4] != name[:4])
    if best <= 0.15:
        return (name if best > 0 else None), False
    return name, best >= 0.3 and best >= 2 * rival


@cache
def _common() -> frozenset[str]:
    return frozenset(pair[i : i + 2] for pair in _COMMON.split() for i in range(len(pair) - 1))


def _words(raw: bytes, name: str) -> float:
    """The share of letter pairs that are common ones; a capital after a small letter counts against."""
    text = raw.decode(name, errors="replace")
    pairs, good = 0, 0.0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        low = word.lower()
        pairs += len(low) - 1
        # The two families of encodings swap capitals and small letters, and texts are mostly small ones.
        weight = 1.0 if word[1:] == low[1:] else 0.6 if word.isupper() else 0.0
        good += weight * sum(low[i : i + 2] in _common() for i in range(len(low) - 1))
    odd = sum(c > "\x7f" and not c.isalpha() and not c.isspace() and c not in _MARKS for c in text)
    return good / (pairs + 2 * odd) if pairs else 0.0
