"""Nominatives: "Реджепом Тайипом Эрдоганом" -> "Реджеп Тайип Эрдоган".

The words of one name agree in case and gender, so they are read together: for each case and
gender every word offers its best nominative, and the case that fits all words best wins. A form
that the document itself uses elsewhere is worth more than one that a rule makes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.model import Gender, Lang
from copydesk.morphology import forms, nominatives
from copydesk.names.endings import by_ending
from copydesk.names.plausible import echo, plausible, rare, undeclined

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_PERSONAL = frozenset({"Name", "Surn", "Patr"})


@dataclass(frozen=True, slots=True)
class Nominative:
    """The words of a name in the nominative, and the gender where a word decides it."""

    text: str
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class _Offer:
    lemma: str
    score: float
    sure: bool = False


def person(words: Sequence[str], lang: Lang, attested: Mapping[str, int]) -> Nominative:
    """The nominative of a person's name given as its words (initials stay as they are).

    `attested` counts the words of the document, lower case. English names do not decline.
    """
    if lang == "en":
        return Nominative(" ".join(words))
    best: tuple[float, list[str], Gender | None] = (float("-inf"), list(words), None)
    for gender in ("m", "f"):
        for case in _CASES:
            offers = [
                _offer(word, case, gender, lang, attested, first=i == 0) for i, word in enumerate(words)
            ]
            score = (
                sum(o.score for o in offers)
                + (0.3 if case == "nomn" else 0.0)
                + (0.05 if gender == "m" else 0)
            )
            if score > best[0]:
                sure: Gender | None = gender if any(o.sure for o in offers) else None
                best = (score, [_cased(w, o.lemma) for w, o in zip(words, offers, strict=True)], sure)
    return Nominative(" ".join(best[1]), best[2])


def _offer(word: str, case: str, gender: str, lang: Lang, attested: Mapping[str, int], first: bool) -> _Offer:
    """The best nominative of one word read in this case and gender; as it stands at worst."""
    lower = word.lower()
    if "-" in lower and len(lower) > 3:
        parts = [_offer(p, case, gender, lang, attested, first) for p in lower.split("-")]
        # Only the last part need decline: "Жан-Клодом", "Гулд-Дэвиса".
        kept = [p if p.score > 0 else _Offer(w, 0.1) for p, w in zip(parts, lower.split("-"), strict=True)]
        parts = [*kept[:-1], parts[-1]]
        return _Offer(
            "-".join(p.lemma for p in parts), sum(p.score for p in parts) / len(parts), parts[0].sure
        )
    if len(lower) < 3 or lower.isascii():
        return _Offer(lower, 0.0)
    found = [_Offer(lower, 0.3 if undeclined(lower, gender) else -1.0)]
    for form, nominative in nominatives(lower, lang):
        named = form.tags & _PERSONAL
        if "plur" in form.tags or form.case != case or form.gender not in (gender, None) or not named:
            continue
        given = bool(named & {"Name", "Patr"})
        worth = -0.2 if rare(lower, nominative, case, lang) else 2.0 + (0.5 if given and first else 0.0)
        worth += form.score * 0.2 + echo(nominative, lower, attested)
        found.append(
            _Offer(nominative, worth, given or nominative.endswith(("ова", "єва", "ева", "ська", "ская")))
        )
    for ending_case, ending_gender, nominative in by_ending(lower, lang):
        if ending_case == case and ending_gender == gender:
            sure = nominative.endswith(("ський", "ский", "цький", "цкий", "ська", "ская"))
            found.append(
                _Offer(nominative, plausible(lower, nominative) + echo(nominative, lower, attested), sure)
            )
    return max(found, key=lambda o: o.score)


def phrase(words: Sequence[str], lang: Lang, attested: Mapping[str, int]) -> str:
    """The nominative of an organisation or a place: the head and what agrees with it, the tail as it is.

    "Міністерству закордонних справ" -> "Міністерство закордонних справ"; names in capitals,
    in Latin letters or unknown stay as attested.
    """
    if lang == "en" or not words:
        return " ".join(words)
    head = _head(words, lang)
    if head is None:
        return " ".join([_lone(words[0], lang, attested), *words[1:]]) if len(words) == 1 else " ".join(words)
    turned = _agreeing(words[: head + 1], lang, attested)
    return " ".join([*turned, *words[head + 1 :]])


def _head(words: Sequence[str], lang: Lang) -> int | None:
    """The place of the first noun, when only adjectives stand before it."""
    for i, word in enumerate(words):
        readings = [f for f in forms(word.lower(), lang) if f.known]
        if word.isascii() or (word.isupper() and len(word) > 1):
            return None
        poses = {f.pos for f in readings}
        if poses & {"ADJF", "PRTF"} and i + 1 < len(words) and word.lower()[-2:] not in ("ть",):
            continue
        return i if "NOUN" in poses else None
    return None


def _agreeing(words: Sequence[str], lang: Lang, attested: Mapping[str, int]) -> list[str]:
    """The adjectives and the noun of a head in one case, number and gender, turned to the nominative."""
    best: tuple[float, list[str]] = (0.0, list(words))
    for noun, lemma in nominatives(words[-1].lower(), lang):
        if noun.pos != "NOUN":
            continue
        turned, score = (
            [lemma],
            noun.score + (0.5 if noun.case == "nomn" else 0.0) + echo(lemma, "", attested),
        )
        score += 0.5 if noun.tags & {"Geox", "Orgn"} else 0.0
        score -= 0.3 if noun.tags & _PERSONAL else 0.0
        for word in words[-2::-1]:
            fits = [
                nominative
                for form, nominative in nominatives(word.lower(), lang)
                if form.case == noun.case
                and ("plur" in form.tags) == ("plur" in noun.tags)
                and form.gender in (noun.gender, None)
            ]
            score += 1.0 if fits else -1.0
            turned.insert(0, fits[0] if fits else word)
        if score > best[0]:
            best = (score, [_cased(w, t) for w, t in zip(words, turned, strict=True)])
    return best[1]


def _lone(word: str, lang: Lang, attested: Mapping[str, int]) -> str:
    """One unknown word: a shorter sister form that the document itself uses, else as it stands."""
    if word.isupper() or word.isascii():
        return word
    for _, _, nominative in by_ending(word.lower(), lang):
        if nominative != word.lower() and attested.get(nominative):
            return _cased(word, nominative)
    return word


def _cased(word: str, lemma: str) -> str:
    """`lemma` with capitals as in `word` (all capitals are set as a name); no ё that was not there."""
    if "ё" not in word.lower():
        lemma = lemma.replace("ё", "е")
    if "-" in word and word.count("-") == lemma.count("-"):
        return "-".join(_cased(w, n) for w, n in zip(word.split("-"), lemma.split("-"), strict=True))
    if not word[:1].isupper():
        return lemma
    if len(word) <= 2 and word.lower() == lemma:
        return word
    if any(c.isupper() for c in word[1:]) and not word.isupper():
        return word if word.lower() == lemma else lemma[:1].upper() + lemma[1:]
    return lemma[:1].upper() + lemma[1:]
