"""A readable name of an event from the words of a text: "Саміт в Астані", else its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.lexicon import rows
from copydesk.model import Dispatch, Lang, Mention, Span
from copydesk.morphology import forms
from copydesk.text import block_sentences, tokens

_IN = {"uk": ("у", "в", "на"), "ru": ("в", "во", "на"), "en": ("in", "at")}
_PARAGRAPHS = 3


def title(dispatch: Dispatch, mentions: Sequence[Mention]) -> str | None:
    """The event noun of the first sentences with its place, as the text words it; else the headline.

    "на саммите в Астане" -> "Саммит в Астане". None where there is neither.
    """
    for sentence in _first_sentences(dispatch):
        named = _noun_and_place(dispatch, sentence, mentions)
        if named:
            return named
    return dispatch.headline.value if dispatch.headline else None


def _first_sentences(dispatch: Dispatch) -> list[Span]:
    blocks = list(dispatch.prose())[:_PARAGRAPHS]
    return [s for b in blocks for s in block_sentences(dispatch.text, b.span, dispatch.lang)]


def _noun_and_place(dispatch: Dispatch, sentence: Span, mentions: Sequence[Mention]) -> str | None:
    noun = _event_noun(dispatch.text, sentence, dispatch.lang)
    if noun is None:
        return None
    for mention in mentions:
        if mention.kind != "place" or mention.span not in sentence or mention.figurative:
            continue
        before = re.search(r"(\w+)\s$", dispatch.text[sentence.start : mention.span.start])
        if before and before.group(1).casefold() in _IN[dispatch.lang]:
            place = f"{before.group(1).casefold()} {mention.span.of(dispatch.text)}"
            return f"{noun[0].upper()}{noun[1:]} {place}"
    return None


def _event_noun(text: str, sentence: Span, lang: Lang) -> str | None:
    """The first word of the sentence that the lexicon knows as a kind of happening, in its listed form."""
    known = {row[0].casefold(): row[0] for row in rows(lang, "event_nouns")}
    for token in tokens(text, sentence):
        if not token.is_word:
            continue
        word = token.text.casefold()
        for lemma in [word, *(form.lemma for form in forms(word, lang) if form.pos == "NOUN")]:
            if lemma in known:
                return known[lemma]
    return None
