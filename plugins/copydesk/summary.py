"""One sentence that tells what a text is about, and the few that open it, as spans of the seed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from copydesk import openings
from copydesk.lexicon import words
from copydesk.likeness import likeness, stems, together, weights_of
from copydesk.model import Dispatch, Lang, Span
from copydesk.morphology import forms
from copydesk.text import block_sentences, plain, tokens

# A teaser is shown on a card, a summary above the text: in characters.
_SHORTEST, _LONGEST, _SUMMARY, _SENTENCES = 40, 360, 700, 3
# What stands further down is no lead; a sentence deep in the text is about a part of it.
_REACH = 12
# Weight of the place: the first sentence of a news text outweighs any likeness to the whole.
_PLACE = 0.8
# A sentence of which less than this is new beside another one says the same.
_NEW = 0.3
_POINTING = 80  # characters in which a word that points back makes a sentence lean

_ENDS = re.compile(r"(?<![.…])[.!][\"'»”)\]]*$")  # three dots: an outlet's teaser, cut
_BEGINS = re.compile(r"[\"'«“„(\[]*[A-ZА-ЯЁІЇЄҐ0-9]")
_COUNTERS = re.compile(r"\d+ \d+\. ")  # "57 0. Новини": a page's counters, not a sentence's figures
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"), ("“", "”"))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the article's running text; `stems` count its telling words."""

    span: Span
    words: str
    stems: Counter[str]


def teaser(dispatch: Dispatch) -> Span | None:
    """The sentence that tells most of what the text is about and can stand alone; None where none can.

    It is whole, is no question, leans on no sentence before it and adds to the headline.
    """
    sentences = _sentences(dispatch)
    weights = weights_of([s.stems for s in sentences])
    whole = together([s.stems for s in sentences])
    headline = _headline(dispatch)
    best = max(
        (
            (likeness(s.stems, whole, weights) + _PLACE / (1 + place), -place)
            for place, s in enumerate(sentences)
            if _whole(s, dispatch.lang) and not _leans(s, dispatch.lang) and not _same(s.stems, headline)
        ),
        default=None,
    )
    return sentences[-best[1]].span if best else None


def summary(dispatch: Dispatch) -> tuple[Span, ...]:
    """Up to three sentences that open the text, in their order.

    A sentence that leans on the one before it comes only right after that one. What repeats the
    headline or a sentence already taken, asks, calls to read on or is cut is left out.
    """
    taken: list[_Sentence] = []
    before: _Sentence | None = None
    headline = _headline(dispatch)
    for sentence in _sentences(dispatch):
        follows = bool(taken) and taken[-1] is before
        before = sentence
        if not _whole(sentence, dispatch.lang) or (_leans(sentence, dispatch.lang) and not follows):
            continue
        if any(_same(sentence.stems, told) for told in (headline, *(t.stems for t in taken))):
            continue
        if sum(len(s.span) for s in (*taken, sentence)) > _SUMMARY:
            break
        taken.append(sentence)
        if len(taken) == _SENTENCES:
            break
    return tuple(s.span for s in taken)


@lru_cache(maxsize=8)
def _sentences(dispatch: Dispatch) -> tuple[_Sentence, ...]:
    """The first sentences of standfirst and paragraphs, in order, without an agency's place and day.

    Teaser and summary ask for the same.
    """
    spans = (
        span
        for block in dispatch.prose()
        if block.role != "item"
        for span in block_sentences(dispatch.text, block.span, dispatch.lang)
        if len(span)
    )
    told = (Span(span.start + openings.length(span.of(dispatch.text)), span.stop) for span in spans)
    return tuple(
        _Sentence(span, plain(span.of(dispatch.text)), stems(span.of(dispatch.text)))
        for span in islice(told, _REACH)
    )


def _whole(sentence: _Sentence, lang: Lang) -> bool:
    """True for a sentence that is complete, tells something and is of a length that can be shown."""
    text = sentence.words
    if not _SHORTEST <= len(text) <= _LONGEST or not _BEGINS.match(text) or not _ENDS.search(text):
        return False
    if (
        _COUNTERS.match(text)
        or _foreign(text, lang)
        or "?" in text
        or "\n" in text
        or _opening("not_telling", lang).match(text)
    ):
        return False
    if _inside("calls", lang).search(text):
        return False
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _PAIRS)


def _foreign(text: str, lang: Lang) -> bool:
    """True for a sentence in the other script, as an embedded post is."""
    latin, cyrillic = len(re.findall(r"[A-Za-z]", text)), len(re.findall(r"[А-Яа-яЁёІіЇїЄєҐґ]", text))
    return (cyrillic > latin) is (lang == "en")


def _leans(sentence: _Sentence, lang: Lang) -> bool:
    """True where the sentence needs what is before it: "Про це …", "Однак …", "…", — сказав він."""
    text, pointing = sentence.words, _inside("pointing", lang)
    if _opening("dangling_openings", lang).match(text) or pointing.search(text[:_POINTING]):
        return True
    if _demonstrative(lang).search(_own(text)[:_POINTING]):
        return True
    return _nameless(text, lang)


@cache
def _opening(name: str, lang: Lang) -> re.Pattern[str]:
    """A pattern for the openings of a list, at the start of a sentence, quoted or not."""
    listed = sorted(words(lang, name), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"[\"'«“(]*(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)", re.IGNORECASE)


@cache
def _inside(name: str, lang: Lang) -> re.Pattern[str]:
    """A pattern for the phrases of a list anywhere in a sentence; `*` stands for any ending."""
    listed = [re.escape(phrase).replace(r"\*", r"\w*") for phrase in sorted(words(lang, name))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE)


@cache
def _demonstrative(lang: Lang) -> re.Pattern[str]:
    """A pattern for "this strategy", "у цих країнах", but not "цього року": a time is known to all."""
    forms = "|".join(sorted(map(re.escape, words(lang, "demonstratives"))))
    times = "|".join(re.escape(time).replace(r"\*", r"\w*") for time in sorted(words(lang, "times")))
    return re.compile(rf"(?<!\w)(?:{forms})\s+(?!(?:{times})(?!\w))\w", re.IGNORECASE)


def _nameless(text: str, lang: Lang) -> bool:
    """True where a pronoun comes before the sentence has named anybody or anything it could mean."""
    pronouns = words(lang, "pronouns")
    before = ""
    for place, word in enumerate(_outside_quotes(text)):
        if word.casefold() in pronouns:
            return True
        placed = before in words(lang, "place_prepositions")
        before = word.casefold()
        if (place and word[0].isupper() and not placed) or _subject(word, lang):
            return False
    return False


def _subject(word: str, lang: Lang) -> bool:
    """True for a noun that may be the subject; English, whose nouns have no cases, shows none."""
    reading = next(iter(forms(word, lang)), None)
    return reading is not None and reading.pos == "NOUN" and reading.case == "nomn"


def _outside_quotes(text: str) -> Iterator[str]:
    """The words of a sentence that are the author's own."""
    return (t.text for t in tokens(_own(text)) if t.is_word)


def _own(text: str) -> str:
    """A sentence with blanks for the words of others."""
    return re.sub(r"«[^»]*»|\"[^\"]*\"|“[^”]*”", lambda m: " " * len(m.group()), text)


def _headline(dispatch: Dispatch) -> Counter[str]:
    return stems(dispatch.headline.value) if dispatch.headline else Counter()


def _same(stems: Counter[str], other: Counter[str]) -> bool:
    """True where a sentence adds little to another text."""
    return bool(stems) and len(stems.keys() - other.keys()) < _NEW * len(stems)
