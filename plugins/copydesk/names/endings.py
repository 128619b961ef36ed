"""Nominatives of name words by their endings alone, for words that no dictionary knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copydesk.model import Gender, Lang

# gender | ending as read | cases | nominative ending. "C" in front: only after a consonant.
_RU = """
m ский nomn ский|m ского gent,accs ский|m скому datv ский|m ским ablt ский|m ском loct ский
m цкий nomn цкий|m цкого gent,accs цкий|m цкому datv цкий|m цким ablt цкий|m цком loct цкий
m овым ablt ов|m евым ablt ев|m иным ablt ин|m ыным ablt ын
m Cа gent,accs |m Cу datv |m Cом ablt |m Cем ablt |m Cе loct |m C nomn
m я gent,accs й|m ю datv й|m ем ablt й|m я gent,accs ь|m ю datv ь|m ем ablt ь|m ь nomn ь|m й nomn й
m Cа nomn а|m Cы gent а|m Cи gent а|m Cе datv,loct а|m Cу accs а|m Cой ablt а
f ская nomn ская|f ской gent,datv,ablt,loct ская|f скую accs ская
f цкая nomn цкая|f цкой gent,datv,ablt,loct цкая|f цкую accs цкая
f ова nomn ова|f овой gent,datv,ablt,loct ова|f ову accs ова
f ева nomn ева|f евой gent,datv,ablt,loct ева|f еву accs ева
f иной gent,datv,ablt,loct ина|f ину accs ина
f Cа nomn а|f Cы gent а|f Cи gent а|f Cе datv,loct а|f Cу accs а|f Cой ablt а|f Cей ablt а
f я nomn я|f и gent,datv,loct я|f е datv,loct я|f ю accs я|f ей ablt я
"""
_UK = """
m ський nomn ський|m ського gent,accs ський|m ському datv,loct ський|m ським ablt ський
m цький nomn цький|m цького gent,accs цький|m цькому datv,loct цький|m цьким ablt цький
m овим ablt ов|m евим ablt ев|m єєвим ablt єєв|m іним ablt ін
m Cа gent,accs |m Cу datv,gent |m Cові datv,loct |m Cом ablt |m Cем ablt |m Cеві datv |m Cі loct |m C nomn
m я gent,accs й|m ю datv й|m єм ablt й|m ю datv ь|m я gent,accs ь|m ем ablt ь|m еві datv ь|m єві datv й
m ь nomn ь|m й nomn й|m ка gent,accs ко|m ку datv ко|m ком ablt ко|m кові datv ко|m ко nomn ко
m Cа nomn а|m Cи gent а|m Cі datv,loct а|m Cу accs а|m Cою ablt а
f ська nomn ська|f ської gent ська|f ській datv,loct ська|f ську accs ська|f ською ablt ська
f цька nomn цька|f цької gent цька|f цькій datv,loct цька|f цьку accs цька|f цькою ablt цька
f ова nomn ова|f ової gent ова|f овій datv,loct ова|f ову accs ова|f овою ablt ова
f єва nomn єва|f євої gent єва|f євій datv,loct єва|f єву accs єва|f євою ablt єва
f Cа nomn а|f Cи gent а|f Cі datv,loct а|f Cу accs а|f Cою ablt а|f Cею ablt а
f я nomn я|f і gent,datv,loct я|f ї gent,datv,loct я|f ю accs я|f ею ablt я|f єю ablt я
"""
_CONSONANTS = frozenset("бвгґджзклмнпрстфхцчшщ")


def _table(text: str) -> tuple[tuple[str, str, tuple[str, ...], str], ...]:
    rows = [row.split(" ") for line in text.strip().splitlines() for row in line.split("|")]
    return tuple((r[0], r[1], tuple(r[2].split(",")), r[3] if len(r) > 3 else "") for r in rows)


_TABLES = {"ru": _table(_RU), "uk": _table(_UK)}


@lru_cache(maxsize=20_000)
def by_ending(word: str, lang: Lang) -> tuple[tuple[str, Gender, str], ...]:
    """(case, gender, nominative) that the ending of a lower-case word allows."""
    return tuple(_readings(word, lang))


def _readings(word: str, lang: Lang) -> Iterator[tuple[str, Gender, str]]:
    for gender, ending, cases, other in _TABLES.get(lang, ()):
        bare = ending.removeprefix("C")
        if not word.endswith(bare) or len(word) - len(bare) < 2:
            continue
        stem = word[: len(word) - len(bare)]
        if ending != bare and stem[-1] not in _CONSONANTS:
            continue
        if (other == "й" and (stem[-1] in _CONSONANTS or stem[-1] == "'")) or (
            other == "ь" and stem[-1] not in _CONSONANTS
        ):
            continue
        for case in cases:
            yield case, "f" if gender == "f" else "m", stem + other
