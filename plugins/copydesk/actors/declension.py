"""All written forms of one nominative word of a name: endings by rule, no dictionary.

Names are mostly foreign, and dictionaries do not know them; endings do. Forms that no one
writes do no harm (nothing matches them), forms that are other words would: so plurals of
singular names and adjectives made of names are never made.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.model import Lang

# Ending of the nominative -> endings of the other cases; the first ending that fits wins.
_UK: tuple[tuple[str, str], ...] = (
    ("ський", "ський ського ському ським ськім"),
    ("цький", "цький цького цькому цьким цькім"),
    ("ська", "ська ської ській ську ською"),
    ("цька", "цька цької цькій цьку цькою"),
    ("ські", "ські ських ським ськими"),
    ("цькі", "цькі цьких цьким цькими"),
    ("ова", "ова ови ові ову овою ової овій"),
    ("єва", "єва єви єві єву євою євої євій"),
    ("ева", "ева еви еві еву евою евої евій"),
    ("іна", "іна іни іні іну іною іної іній"),
    ("їна", "їна їни їні їну їною"),
    ("ені", "ені ених еним еними"),
    ("ані", "ані аних аним аними"),
    ("ний", "ний ного ному ним нім"),
    ("на", "на ни ні ну ною ної ній"),
    ("ний", "ний ного ному ним нім"),
    ("ий", "ий ого ому им ім"),
    ("ій", "ій ія ію ієм ії ого ому ого ьому ім його йому єві"),
    ("га", "га ги зі гу гою"),
    ("ка", "ка ки ці ку кою"),
    ("ха", "ха хи сі ху хою"),
    ("ія", "ія ії ію ією"),
    ("'я", "'я 'ї 'ю 'єю"),
    ("ея", "ея еї ею еєю"),
    ("я", "я і ю ею єю ї"),
    ("а", "а и і у ою ею ої ій"),
    ("ові", "ові ових овим овими"),
    ("иї", "иї ий"),
    ("ії", "ії ій іям іями іях"),
    ("ди", "ди дів дам дами дах"),
    ("ти", "ти тів там тами тах"),
    ("и", "и ів ам ами ах "),
    ("ів", "ів ова еву ову овом овим ові еві ева єва єву євом євим єві івом іва іву івим"),
    ("їв", "їв єва єву євом єві"),
    ("ко", "ко ка ку ком кові кові"),
    ("тро", "тро тра тру тром трові"),
    ("вло", "вло вла влу влом влові"),
    ("йло", "йло йла йлу йлом йлові"),
    ("ило", "ило ила илу илом илові"),
    ("е", "е"),
    ("о", "о"),
    ("у", "у"),
    ("ю", "ю"),
    ("і", "і"),
    ("ї", "ї"),
    ("ай", "ай аю аєм аї аєві"),
    ("й", "й я ю єм ї єві"),
    ("тік", "тік току током тоці"),
    ("хід", "хід ходу ходом ході ходові"),
    ("ець", "ець ця цю цем ці цеві"),
    ("ень", "ень ня ню нем ні неві еня еню енем ені"),
    ("ость", "ость ості істю"),
    ("ь", "ь я ю ем і еві"),
    ("ет", "ет ету етом еті ета ту том ті та"),
    ("ок", "ок оку оком оці ока ку ком ка кові окові"),
)
_RU: tuple[tuple[str, str], ...] = (
    ("ский", "ский ского скому ским ском"),
    ("цкий", "цкий цкого цкому цким цком"),
    ("ская", "ская ской скую скою"),
    ("цкая", "цкая цкой цкую"),
    ("ские", "ские ских ским скими"),
    ("ный", "ный ного ному ным ном"),
    ("ная", "ная ной ную"),
    ("ные", "ные ных ным ными"),
    ("ый", "ый ого ому ым ом"),
    ("ой", "ой ого ому ым им ом оя ою оем ое"),
    ("ая", "ая ой ую"),
    ("ия", "ия ии ию ией"),
    ("ий", "ий ия ию ием ии ого ому им ом его ему ем"),
    ("ова", "ова овы ове ову овой"),
    ("ева", "ева евы еве еву евой"),
    ("ина", "ина ины ине ину иной"),
    ("га", "га ги ге гу гой"),
    ("ка", "ка ки ке ку кой"),
    ("ха", "ха хи хе ху хой"),
    ("ша", "ша ши ше шу шей"),
    ("жа", "жа жи же жу жей"),
    ("ца", "ца цы це цу цей"),
    ("ья", "ья ьи ье ью ьей"),
    ("я", "я и е ю ей"),
    ("а", "а ы и е у ой ей"),
    ("ы", "ы ов ам ами ах "),
    ("и", "и"),
    ("е", "е"),
    ("о", "о"),
    ("у", "у"),
    ("ю", "ю"),
    ("э", "э"),
    ("й", "й я ю ем е"),
    ("ец", "ец ца цу цем це"),
    ("ень", "ень ня ню нем не еня еню енем ене"),
    ("сть", "сть сти стью"),
    ("ль", "ль ля лю лем ле"),
    ("ь", "ь я ю ем е и ью"),
    ("ет", "ет ету етом ете ета ту том те та"),
    ("ок", "ок оку оком оке ока ку ком ка ке"),
    ("ов", "ов ова ову овым овом ове"),
    ("ев", "ев ева еву евым евом еве"),
    ("ин", "ин ина ину иным ином ине"),
    ("ын", "ын ына ыну ыным ыне"),
)
_UK_SOFT, _RU_SOFT = tuple("жшчщц"), tuple("жшчщц")
_PART = re.compile(r"[-']")


@lru_cache(maxsize=100_000)
def inflected(word: str, lang: Lang) -> frozenset[str]:
    """Every form of the case-folded nominative `word`, itself among them.

    Parts of a hyphenated word decline each for itself: "гвінея-бісау" -> "гвінеї-бісау".
    English words get the possessive: "kyiv" -> "kyiv's".
    """
    if lang == "en":
        return frozenset({word, word + "'s", *([word + "'"] if word.endswith("s") else [])})
    if "-" in word:
        first, rest = word.split("-", 1)
        return frozenset(f"{a}-{b}" for a in _one(first, lang) for b in inflected(rest, lang))
    return _one(word, lang)


def _one(word: str, lang: Lang) -> frozenset[str]:
    if len(word) < 3 or not word[-1].isalpha() or word.isascii():
        return frozenset({word})
    table = _UK if lang == "uk" else _RU
    for ending, others in table:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: len(word) - len(ending)]
            made = {stem + other for other in others.split(" ")}
            return frozenset(made | {word})
    return frozenset({word, *(word + e for e in _consonant(word, lang))})


def _consonant(word: str, lang: Lang) -> tuple[str, ...]:
    """Endings after a final hard consonant: "іран" -> "ірану", "путін" -> "путіним"."""
    if lang == "uk":
        if word.endswith(_UK_SOFT):
            return ("а", "у", "ем", "і", "еві")
        if word.endswith(("ін", "їн", "єв", "ев")):
            return ("а", "у", "ом", "им", "і", "ові")
        return ("а", "у", "ом", "і", "ові")
    return ("а", "у", "ем", "е", "ом") if word.endswith(_RU_SOFT) else ("а", "у", "ом", "е")
