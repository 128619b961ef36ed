"""A readable name of an event from the words of a text: "Саміт в Астані", else its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.lexicon import rows
from copydesk.model import Dispatch, Lang, Mention, Span
from copydesk.morphology import forms
from copydesk.text import block_sentences, tokens

_IN = {"uk": "у|в|на", "ru": "в|во|на", "en": "in|at"}
_PARAGRAPHS = 2
_VISIT = ("визит", "візит")
# Between the noun and its place only what hangs on the noun: "саммите лидеров ШОС в".
_BETWEEN = {lang: re.compile(rf"((?:\s+[\w’'-]+){{0,3}}?)\s+({words})\s+") for lang, words in _IN.items()}


def title(dispatch: Dispatch, mentions: Sequence[Mention], told: Span | None = None) -> str | None:
    """The event noun of the first sentences with its place, as the text words it; else the headline.

    "на саммите ШОС в Астане" -> "Саммит ШОС в Астане". `told` are the words that date the event: its
    sentence is asked first. None where there is neither noun nor headline.
    """
    sentences = _first_sentences(dispatch)
    if told is not None:
        sentences.sort(key=lambda sentence: told not in sentence)
    for sentence in sentences:
        if named := _noun_and_place(dispatch, sentence, mentions):
            return named
    return dispatch.headline.value if dispatch.headline else None


def _first_sentences(dispatch: Dispatch) -> list[Span]:
    blocks = list(dispatch.prose())[:_PARAGRAPHS]
    return [s for b in blocks for s in block_sentences(dispatch.text, b.span, dispatch.lang)]


def _noun_and_place(dispatch: Dispatch, sentence: Span, mentions: Sequence[Mention]) -> str | None:
    text, lang = dispatch.text, dispatch.lang
    places = [m for m in mentions if m.kind == "place" and m.span in sentence and not m.figurative]
    for stop, noun in _event_nouns(text, sentence, lang):
        for place in places:
            between = _BETWEEN[lang].fullmatch(text[stop : max(stop, place.span.start)])
            if between and _belongs(between.group(1), lang) and _stays(place.span.of(text), noun, lang):
                words = f"{noun}{between.group(1)} {between.group(2)} {place.span.of(text)}"
                return words[0].upper() + words[1:]
    return None


def _belongs(words: str, lang: Lang) -> bool:
    """True where each word may hang on a noun unchanged: a genitive, an abbreviation, a foreign name."""
    return all(
        word.isupper() or word.isascii() or any(form.case == "gent" for form in forms(word.casefold(), lang))
        for word in words.split()
    ) and not (lang == "en" and words)


def _stays(place: str, noun: str, lang: Lang) -> bool:
    """True where the words tell where it was, not where to: "в Польше", not "в Польшу" (but "визит в")."""
    if lang == "en":
        return True
    wanted = {"accs"} if noun.startswith(_VISIT) else {"loct", "loc2"}
    head = forms(place.split()[0].casefold(), lang)
    return any(form.case in wanted for form in head)


def _event_nouns(text: str, sentence: Span, lang: Lang) -> Iterator[tuple[int, str]]:
    """The kinds of happening that the sentence names: where each word ends, its form in the lexicon."""
    known = {row[0].casefold(): row[0] for row in rows(lang, "event_nouns")}
    for token in tokens(text, sentence):
        if not token.is_word:
            continue
        word = token.text.casefold()
        lemmas = [word, *(form.lemma for form in forms(word, lang) if form.pos == "NOUN")]
        if noun := next((known[lemma] for lemma in lemmas if lemma in known), None):
            yield token.stop, noun
