"""What a single word may be as a verb: of saying by the lexicon, or any finite one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.lexicon import rows, words
from copydesk.model import Gender, Lang
from copydesk.morphology import Form, forms
from copydesk.quotations.wording import fold

_GERUNDS = {
    "вши": ("ти",), "вшись": ("тися",), "ючи": ("ти", "вати"), "ючись": ("тися", "ватися"), "ячи": ("ити",),
}  # fmt: skip
_SHIFT = {"с": "ш", "з": "ж", "т": "ч", "д": "ж", "к": "ч", "г": "ж", "х": "ш"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A reading of a word as a verb; `kind` is its class in the lexicon `saying` or "" for other verbs."""

    lemma: str
    kind: str
    gender: Gender | None = None
    plural: bool = False
    gerund: bool = False
    finite: bool = True

    @property
    def infinitive(self) -> bool:
        """True for "сказати", "сказать": it has its subject from the verb before it."""
        return not (self.finite or self.gerund)


@cache
def _saying(lang: Lang) -> dict[str, str]:
    # A verb listed twice keeps its first, stronger, class.
    found: dict[str, str] = {}
    for row in rows(lang, "saying"):
        found.setdefault(fold(row[0]), row[1])
    return found


@cache
def _english(lang: Lang) -> dict[str, tuple[str, str]]:
    return {fold(row[0]): (row[2], row[1]) for row in rows(lang, "saying")}


def _sure(word: str, lang: Lang) -> Verb | None:
    """The word as a short form that holds an opinion: "уверен", "переконана"."""
    if word not in words(lang, "sure"):
        return None
    gender: Gender | None = "f" if word[-1] == "а" else None if word[-1] in "иіы" else "m"
    return Verb(word, "think", gender, plural=gender is None)


def _english_verb(word: str) -> Verb | None:
    found = _english("en").get(fold(word))
    going = word.endswith("ing")
    return Verb(found[0], found[1], gerund=going, finite=not going) if found else None


@lru_cache(maxsize=20_000)
def verb(word: str, lang: Lang) -> Verb | None:
    """The word as a verb of the third person, a gerund, an infinitive of saying, or "sure"; or None.

    A word that is likelier another part of speech counts only if the lexicon knows it as a verb of saying.
    """
    if lang == "en" or (sure := _sure(fold(word), lang)):
        return _english_verb(word) if lang == "en" else sure
    likely: Verb | None = None
    for rank, form in enumerate(_now_first(forms(word, lang), lang)):
        if form.pos not in ("VERB", "GRND", "INFN") or {"1per", "2per", "impr"} & form.tags:
            continue
        base = _infinitive(form.lemma, lang) if form.pos == "GRND" else fold(form.lemma)
        kind = _saying(lang).get(base, "") if "futr" not in form.tags else ""
        if not kind and ((rank and not likely) or not form.known):
            continue
        infinitive = form.pos == "INFN" or "infn" in form.tags
        reading = Verb(
            base, kind, form.gender if form.pos == "VERB" else None,
            plural=form.number == "plur" or "plur" in form.tags,
            gerund=form.pos == "GRND", finite=form.pos == "VERB" and not infinitive,
        )  # fmt: skip
        if not infinitive:
            return reading
        likely = likely or reading  # "любить" is an infinitive and a finite form in Ukrainian
    return likely


def _infinitive(gerund: str, lang: Lang) -> str:
    """The verb of a gerund, which the Ukrainian dictionary does not tell: "назвавши", "додаючи"."""
    known = _saying(lang)
    for ending, bases in _GERUNDS.items():
        stem = fold(gerund).removesuffix(ending)
        if stem != fold(gerund) and (found := next((stem + b for b in bases if stem + b in known), "")):
            return found
    return fold(gerund)


def _now_first(readings: Sequence[Form], lang: Lang) -> Sequence[Form]:
    """The readings with a verb of saying in the present before its future: "визнає", "признает"."""
    now = [f for f in readings if "pres" in f.tags and fold(f.lemma) in _saying(lang)]
    return [*now, *readings] if now and "futr" in readings[0].tags else readings


@lru_cache(maxsize=20_000)
def is_predicate(word: str, lang: Lang) -> bool:
    """True for a word that makes a statement or a demand: any personal form of a verb, likeliest reading."""
    if lang == "en":
        return word in words("en", "predicates") or verb(word, lang) is not None
    readings = forms(word, lang)
    if not readings:
        return False
    likely = readings[0]
    return likely.pos in ("VERB", "PRTS", "INFN", "PRED") and (likely.known or bool(verb(word, lang)))


@cache
def _stems(lang: Lang) -> frozenset[str]:
    known = (
        _english(lang) if lang == "en" else [*_saying(lang), *words(lang, "issuing"), *words(lang, "sure")]
    )
    # The third letter may change in the stem: казати, каже; писать, пишет.
    return frozenset(w[:3] for w in known) | {w[:2] + _SHIFT[w[2]] for w in known if w[2:3] in _SHIFT}


def may_say(word: str, lang: Lang) -> bool:
    """False for words that cannot be a verb of saying by their first letters: asked before the dictionary."""
    return word[:3] in _stems(lang)
