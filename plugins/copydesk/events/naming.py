"""A readable name of an event from the words of a text: "Саміт в Астані", else its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.lexicon import rows
from copydesk.model import Dispatch, Lang, Mention, Span
from copydesk.morphology import forms
from copydesk.text import block_sentences, tokens

_IN = {"uk": ("у", "в", "на"), "ru": ("в", "во", "на"), "en": ("in", "at")}
_PARAGRAPHS = 4
_BESIDE = re.compile(r"^\s+(\w+)\s+$")
_ANYWHERE = re.compile(r"(\w+)\s+$")


def title(dispatch: Dispatch, mentions: Sequence[Mention], told: Span | None = None) -> str | None:
    """The event noun of the first sentences with its place, as the text words it; else the headline.

    "на саммите в Астане" -> "Саммит в Астане". `told` are the words that date the event: its
    sentence is asked first. None where there is neither noun nor headline.
    """
    sentences = _first_sentences(dispatch)
    if told is not None:
        sentences.sort(key=lambda sentence: told not in sentence)
    # A place right behind the noun is its own; further off it may belong to another word.
    for reach in (_BESIDE, _ANYWHERE):
        for sentence in sentences:
            if named := _noun_and_place(dispatch, sentence, mentions, reach):
                return named
    return dispatch.headline.value if dispatch.headline else None


def _first_sentences(dispatch: Dispatch) -> list[Span]:
    blocks = list(dispatch.prose())[:_PARAGRAPHS]
    return [s for b in blocks for s in block_sentences(dispatch.text, b.span, dispatch.lang)]


def _noun_and_place(
    dispatch: Dispatch, sentence: Span, mentions: Sequence[Mention], reach: re.Pattern[str]
) -> str | None:
    text = dispatch.text
    for stop, noun in _event_nouns(text, sentence, dispatch.lang):
        for mention in mentions:
            if mention.kind != "place" or mention.span not in sentence or mention.figurative:
                continue
            between = text[sentence.start if reach is _ANYWHERE else stop : mention.span.start]
            before = reach.search(between)
            if before and before.group(1).casefold() in _IN[dispatch.lang]:
                place = f"{before.group(1).casefold()} {mention.span.of(text)}"
                return f"{noun[0].upper()}{noun[1:]} {place}"
    return None


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
