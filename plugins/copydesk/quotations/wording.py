"""What a single word may be for this stage: a noun for a speaker, a post, a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.lexicon import rows, words
from copydesk.model import Gender, Lang
from copydesk.morphology import Form, forms

_YO = str.maketrans("ёЁ’ʼ", "еЕ''")


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case with one apostrophe and without the Russian dots: the form lexicons are compared in."""
    return word.casefold().translate(_YO)


@dataclass(frozen=True, slots=True)
class Noun:
    """A reading of a word as a noun; `cases` that the form may stand in, `plural` as far as known.

    `gender` is None for a post that men and women hold alike ("глава").
    """

    lemma: str
    gender: Gender | None
    cases: frozenset[str]
    plural: bool
    animate: bool


def _substantive(word: str, lang: Lang) -> Noun | None:
    """An adjective that the lexicon knows as a person and the dictionary does not: "уполномоченный"."""
    if word not in words(lang, "substantives"):
        return None
    found = [form for form in forms(word, lang) if form.pos in ("ADJF", "PRTF")]
    cases = frozenset(form.case for form in found)
    return Noun(word, found[0].gender, cases, found[0].number == "plur", True) if found else None


def _deputy(word: str, lang: Lang) -> Noun | None:
    """A deputy as one word that never changes: "заммэра", "замначальника"."""
    if not word.startswith("зам") or len(word) < 6:
        return None
    head = noun(word[3:], lang)
    if head is None or "gent" not in head.cases or head.lemma not in post_words(lang):
        return None
    return Noun(word, None, frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct")), False, True)


@lru_cache(maxsize=20_000)
def noun(word: str, lang: Lang) -> Noun | None:
    """The word as a noun in its likeliest reading, with every case the form allows; None if it is none."""
    nouns = [form for form in forms(word, lang) if form.pos == "NOUN" and "Surn" not in form.tags]
    known = post_words(lang)
    # "голови" is rather the head's than heads: a post is likelier in this stage than its homonym.
    best: Form | None = next((f for f in nouns if fold(f.lemma) in known), nouns[0] if nouns else None)
    if best and fold(best.lemma) not in known and (body := _body(word, lang)):
        best = next(f for f in nouns if fold(f.lemma) == body)
    cases: set[str] = set()
    for form in nouns:
        if best and form.lemma == best.lemma and form.number == best.number:
            cases.add(form.case or "nomn")
    if own := _deputy(word, lang) or (_substantive(word, lang) if best is None else None):
        return own
    if best is None or not (forms(word, lang)[0].pos == "NOUN" or _substantial(word, fold(best.lemma), lang)):
        return None  # "польський" may be a noun, but before "президент" it is not
    plural = best.number == "plur" or "plur" in best.tags
    either = fold(best.lemma) in words(lang, "either_gender")
    gender = None if either else best.gender
    # The Ukrainian dictionary has many a person as a thing too: "агроном".
    animate = any("anim" in form.tags for form in nouns if form.lemma == best.lemma)
    return Noun(fold(best.lemma), gender, frozenset(cases), plural, animate)


def _substantial(word: str, head: str, lang: Lang) -> bool:
    """True for a word that is a noun in this stage though likelier an adjective: "поранений", "зірка"."""
    post = head in post_words(lang) and not head.endswith(("ий", "ій", "ый", "ой"))
    return post or word in words(lang, "substantives")


@lru_cache(maxsize=20_000)
def persons(word: str, lang: Lang) -> Noun | None:
    """The word as several people in the nominative, likely or not: "синоптики", "политики"."""
    several = (f for f in forms(word, lang) if f.pos == "NOUN" and {"anim", "nomn", "plur"} <= f.tags)
    found = (f for f in several if "Abbr" not in f.tags)  # "и" is an initial too
    best = next(found, None)
    return Noun(fold(best.lemma), None, frozenset(("nomn",)), True, True) if best else None


@lru_cache(maxsize=20_000)
def _body(word: str, lang: Lang) -> str | None:
    """The body that a word is a form of beside a thing: "банку" is of "банк", "заводі" of "завод"."""
    if lang == "en":
        return None
    nouns = [f for f in forms(word, lang) if f.pos == "NOUN" and f.number != "plur"]
    known = words(lang, "bodies")
    return next((fold(f.lemma) for f in nouns if fold(f.lemma) in known), None)


@lru_cache(maxsize=20_000)
def lemma(word: str, lang: Lang) -> str:
    """The dictionary form, folded; the word itself where nothing is known of it."""
    readings = forms(word, lang)
    if readings and readings[0].pos == "PRTF" and word in words(lang, "substantives"):
        return fold(word)  # "нападающий" is no form of "нападать" here
    if (body := _body(word, lang)) is not None:
        return body
    return fold(readings[0].lemma) if readings else fold(word)


@lru_cache(maxsize=20_000)
def adjective(word: str, lang: Lang) -> frozenset[str]:
    """The cases in which the word may stand as an adjective or participle; empty if it is none.

    What may be an adverb is one: "раніше президент" is no early president.
    """
    readings = forms(word, lang)
    if any(f.pos == "ADVB" for f in readings):
        return frozenset()
    return frozenset(f.case for f in readings if f.pos in ("ADJF", "PRTF") and "Apro" not in f.tags)


Title = frozenset[str]  # the dictionary forms of a post's words: "міністр закордонних справ"


@cache
def posts(lang: Lang) -> tuple[tuple[Title, ...], ...]:
    """The groups of titles that may mean one post, each title as the set of its words' dictionary forms."""
    found = []
    for row in rows(lang, "posts"):
        titles = (row[0], *(row[1].split(",") if len(row) > 1 else ()))
        if lang == "uk":
            titles = (*titles, *(own for title in titles for own in _womens(title.strip())))
        found.append(tuple(frozenset(lemma(word, lang) for word in title.split()) for title in titles))
    return tuple(found)


def _womens(title: str) -> Iterator[str]:
    """The forms that Ukrainian gives a woman's post: політик, політикиня; дипломат, дипломатка."""
    if " " in title or (title[-1:] in "аяьйо" and not title.endswith("ець")):
        return
    for ending, own in (("ник", "ниця"), ("ець", "иця"), ("г", "гиня"), ("к", "киня")):
        if title.endswith(ending):
            yield title.removesuffix(ending) + own
    yield title + "ка"


@cache
def post_words(lang: Lang) -> frozenset[str]:
    """Every title of one word."""
    return frozenset(word for group in posts(lang) for title in group if len(title) == 1 for word in title)


@lru_cache(maxsize=50_000)
def listed(word: str, lang: Lang, name: str) -> bool:
    """True where the word, or its dictionary form, stands in the language's lexicon `name`."""
    known = words(lang, name)
    return fold(word) in known or (lang != "en" and lemma(word, lang) in known)


def is_post(word: str, lang: Lang) -> bool:
    """True for a noun that names what a person does ("міністр"), by the lexicon or as an animate noun."""
    if lang == "en":
        low = fold(word)
        known = post_words(lang) | words(lang, "relations")
        return low in known or low.removesuffix("s") in known
    found = noun(word, lang)
    if found is None:
        return False
    known = post_words(lang) | words(lang, "relations")
    return found.animate or found.lemma in known or _inhabitant(found.lemma, lang)


def _inhabitant(word: str, lang: Lang) -> bool:
    """True for "киянка", "харків'янка": for the dictionary a thing, in the news a woman."""
    return lang == "uk" and len(word) > 5 and word.endswith(("янка", "чанка"))


@cache
def _post_stems(lang: Lang) -> frozenset[str]:
    return frozenset(word[:3] for word in post_words(lang))


def may_be_post(word: str, lang: Lang) -> bool:
    """False for words that begin like no post: asked before the dictionary."""
    return word[:3] in _post_stems(lang)


def is_media(name: str, lang: Lang) -> bool:
    """True for a newsroom: its kind ("газета") or its name ("Reuters")."""
    low = fold(name)
    return low in words("", "media") or listed(name, lang, "media")
