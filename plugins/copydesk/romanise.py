"""Official romanisation of names, and slugs: addresses that a name gets once and keeps.

Ukrainian by resolution 55 of the Cabinet of Ministers (27 January 2010); Russian by the table of
passports (ICAO Doc 9303); English as it is.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from copydesk.addresses import is_device
from copydesk.model import Lang

SLUG_BYTES = 80
ADDRESS_BYTES = 60

_COMMON = dict(zip("абвдзклмнопрстуф", "abvdzklmnoprstuf", strict=True)) | {
    "е": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "",
    "ю": "iu", "я": "ia", "й": "i",
}  # fmt: skip
_UK = _COMMON | {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "ё": "io", "ы": "y", "э": "e"}
_UK_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = _COMMON | {"г": "g", "ё": "e", "и": "i", "ъ": "ie", "ы": "y", "э": "e"}
_RU |= {"і": "i", "ї": "i", "є": "e", "ґ": "g"}
_APOSTROPHES = "'’ʼ`´ʹ"
_LATIN = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ı": "i"}
)
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")


def romanise(name: str, lang: Lang) -> str:
    """`name` in Latin letters; what is not Cyrillic stays: "Згурський" -> "Zghurskyi" in Ukrainian."""
    composed = unicodedata.normalize("NFC", name)
    return composed if lang == "en" else _WORD.sub(lambda m: _word(m.group(), lang), composed)


def slug(name: str, lang: Lang) -> str:
    """The address of a name: lower-case ASCII letters, digits and single hyphens, 1 to 80 bytes.

    A name too long is cut at a word and told apart by a hash; one without a letter that
    can be romanised becomes a hash alone.
    """
    composed = unicodedata.normalize("NFC", name)
    latin = romanise(composed, "ru" if lang == "ru" else "uk").casefold().translate(_LATIN)
    bare = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    made = "-".join(re.findall(r"[a-z0-9]+", re.sub(rf"(?<=\w)[{_APOSTROPHES}](?=\w)", "", bare)))
    if made and len(made) <= SLUG_BYTES:
        return f"{made}-name" if is_device(made) else made
    mark = sha256(composed.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    room = made[: SLUG_BYTES - len(mark)]
    return "-".join(filter(None, (room.rpartition("-")[0] or room[:-1], mark))) if made else f"n-{mark}"


def address(title: str, lang: Lang) -> str:
    """A slug of the title's first whole words, at most `ADDRESS_BYTES` long: short enough to be read aloud.

    Two titles may give one address; whoever files them tells them apart.
    """
    made = ""
    for word in title.split():
        longer = slug(f"{made} {word}", lang) if re.search(r"\w", word) else made
        if len(longer) > ADDRESS_BYTES:
            break
        made = longer
    return made or slug(title, lang)


def _word(word: str, lang: Lang) -> str:
    letters = "".join(c for c in word if c not in _APOSTROPHES or not _is_cyrillic(word))
    shouted = len(letters) > 1 and letters.isupper()
    made = []
    for at, letter in enumerate(letters):
        low = letter.lower()
        new = _letter(low, at, letters, lang)
        made.append(new if letter == low else new.upper() if shouted else new.capitalize())
    return "".join(made)


def _letter(low: str, at: int, letters: str, lang: Lang) -> str:
    if lang == "ru":
        return _RU.get(low, low)
    if at == 0 and low in _UK_INITIAL:
        return _UK_INITIAL[low]
    if low == "г" and at and letters[at - 1].lower() == "з":
        return "gh"
    return _UK.get(low, low)


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= c <= "\u052f" for c in word)
