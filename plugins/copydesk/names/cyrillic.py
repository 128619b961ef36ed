"""Names in Russian and Ukrainian text, as the model sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.model import Lang, MentionKind, Span
from copydesk.names.page import Name, Page
from copydesk.names.respell import respelled
from copydesk.names.tagger import Tagger, tagger
from copydesk.text import Token

_KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def from_model(page: Page) -> list[Name]:
    """What the model alone says, in order."""
    model = tagger()
    pieces = [[_read(token.text, page.lang, model) for token in s.tokens] for s in page.sentences]
    labels = model.tag(pieces)
    return [
        name
        for sentence, tags in zip(page.sentences, labels, strict=True)
        for name in _names(sentence.tokens, tags)
    ]


def _read(word: str, lang: Lang, model: Tagger) -> str:
    return respelled(word, model.vocabulary.__contains__) if lang == "uk" else word


def _names(run: Sequence[Token], tags: Sequence[str]) -> Iterator[Name]:
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            yield Name(Span(run[start].start, run[i - 1].stop), _KINDS[tags[start][2:]], "model")
            start = None
        if tag[0] in "BI" and start is None:
            start = i
