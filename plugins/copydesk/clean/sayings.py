"""How texts name an outlet: patterns of cue and name, from the lexicon lists `reported_by` and `outlets`."""

from __future__ import annotations

import re
from functools import cache

from copydesk.clean import shapes
from copydesk.lexicon import rows, words
from copydesk.model import LANGS

# A name as outlets have it: in quotes, an address, Latin words with capitals, or a name of the lexicon.
_QUOTED = r"[«\"][^«»\"\n]{2,40}[»\"]"
# One look-alike letter of the other alphabet in a Latin name, a slip of the keyboard.
_MIXED = r"[А-ЯІЇЄҐ][A-Za-z]{2,}"
_LATIN_WORD = r"[A-Z](?:[\w'&-]|\.(?=\w)){0,30}"
_LATIN = rf"(?:The\s)?{_LATIN_WORD}(?:\s(?:of|the|and|{_LATIN_WORD})){{0,4}}"
# "Подробиці - у DW", "…, подробнее - на Misto.today": a standfirst that ends with its own site.
_TEASED = r"[-—]\s(?:у|в|на|in|at)\s(?P<name>{name})[»\"]?\.?$"
# "передає у п'ятницю, 15 січня, Reuters": a day between the cue and the name.
_DAY = r"(?:(?:у|в|во|on)\s[^\W\d_][\w'’]{4,11}(?:,\s\d{1,2}\s[^\W\d_]{3,9})?,?\s)?"


def _cues(kind: str) -> str:
    found = {re.escape(row[0]) for lang in LANGS for row in rows(lang, "reported_by") if row[1] == kind}
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _names() -> str:
    """One pattern of all known forms that have Cyrillic letters; case endings allowed on the last word."""
    forms = sorted((form for form in shapes.outlets() if not form.isascii()), key=len, reverse=True)
    return "|".join(
        rf"{re.escape(form.rstrip('аяоє') if len(form) > 5 else form)}\w{{0,3}}" for form in forms
    )


@cache
def _mastheads() -> str:
    """A name without marks that ends as papers' names do: "Прибережний вісник"."""
    last = sorted({word for lang in LANGS for word in words(lang, "masthead") if not word.isascii()})
    return rf"[А-ЯІЇЄҐЁ][а-яіїєґё'’-]{{3,20}}\s(?:{'|'.join(map(re.escape, last))})(?!\w)"


@cache
def told(kind: str) -> re.Pattern[str]:
    """A cue of this kind before a name, perhaps with a kind of outlet between: "пише газета «Вісник»"."""
    own = _cues("own")
    nouns = _cues("noun")
    name = (
        rf"(?P<name>{_QUOTED}|(?i:{_names()})(?!\w)|{shapes.DOMAIN.pattern}|{_LATIN}|{_MIXED}|{_mastheads()})"
    )
    kind_of = r"(?:\s[а-яіїєґ]{4,20}(?:ий|ого|ої|ське|ский|ской|ого)?)?"
    noun = rf"(?:(?P<noun>(?P<own>(?i:{own}))|(?i:{nouns}){kind_of})\s)?"
    return re.compile(rf"(?<!\w)(?i:{_cues(kind)})\s{_DAY}(?:[а-яіїєґ]{{4,14}}\s)??{noun}{name}")


@cache
def telling(kind: str) -> re.Pattern[str]:
    """A name that opens a sentence before a verb of this kind: "«Вісник» розповідає"."""
    name = rf"(?P<name>{_QUOTED}|(?i:{_names()})|{shapes.DOMAIN.pattern}|{_LATIN})"
    return re.compile(rf"(?:^|[.!?]\s)(?:(?:Раніше|Ранее|Earlier)\s)?{name}[»\"]?\s(?:{_cues(kind)})(?!\w)")


@cache
def teased() -> re.Pattern[str]:
    """A known name or an address, sent to at the end of a passage."""
    latin = "|".join(sorted((re.escape(f) for f in shapes.outlets() if f.isascii()), key=len, reverse=True))
    return re.compile(_TEASED.format(name=rf"(?i:{latin}|{_names()})|{shapes.DOMAIN.pattern}"))


def is_known(name: str) -> bool:
    """True for an outlet of the lexicon, also in another case."""
    bare = shapes.bare(name).casefold()
    if bare in shapes.outlets():
        return True
    # "Укрінформу" is "Укрінформ" in the genitive.
    return any(bare[:-cut] in shapes.outlets() for cut in (1, 2) if len(bare) - cut > 4)
