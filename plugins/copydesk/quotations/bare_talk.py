"""Talks without a mark before what is said: a paragraph asks, the next ones answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.model import Span

_ASKED = 3  # questions, before paragraphs are a talk and not an article that asks now and then
_LONG = 45  # words: a longer paragraph that ends in a question is somebody's answer
_GOES_ON = 6  # paragraphs of one answer
_ORDER = re.compile(
    r"(?:розкажіть|розкажи|поясніть|опишіть|назвіть|расскажите|расскажи|объясните|опишите|назовите|"
    r"tell|describe|explain)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:ви|вас|вам|вами|ваш\w*|ти|тебе|тобі|вы|ты|тебя|тебе|you|your)\b", re.IGNORECASE)
_I = re.compile(
    r"\b(?:я|мене|мені|мною|мій|моя|моє|мої|мого|моїй|ми|нас|нам|нами|наш\w*|меня|мне|мной|мой|мое|моё|мои|"
    r"моей|моего|мы|i|me|my|we|us|our)\b",
    re.IGNORECASE,
)
_NOT_BARE = "-—«\"“„'•"


def answered(text: str, spans: list[Span]) -> list[tuple[int, range]]:
    """The questions of a bare talk with the paragraphs that answer each; none where it is no talk.

    A talk asks somebody ("ви") and is answered by somebody ("я"): a list for readers has neither.
    """
    asked = [n for n, span in enumerate(spans) if _asks(span.of(text))]
    if len(asked) < _ASKED:
        return []
    found = [(n, range(n + 1, stop)) for n, stop in _bounds(asked, len(spans))]
    if any(not 0 < len(reply) <= _GOES_ON for _, reply in found):
        return []
    spoken = sum(any(_I.search(spans[n].of(text)) for n in reply) for _, reply in found)
    addressed = any(_YOU.search(spans[n].of(text)) for n in asked)
    bare = all(spans[n].of(text)[:1] not in _NOT_BARE for _, reply in found for n in reply)
    return found if addressed and bare and 2 * spoken >= len(found) else []


def _bounds(asked: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Each question with where its answer stops; the last is answered by one paragraph."""
    yield from pairwise([*asked, min(asked[-1] + 2, size)])


def _asks(words: str) -> bool:
    ends = words[-1:] == "?" or (words[-1:] in ".:" and _ORDER.match(words) is not None)
    return ends and words[:1] not in _NOT_BARE and len(words.split()) <= _LONG
