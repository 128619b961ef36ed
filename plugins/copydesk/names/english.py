"""English names without a model: runs of capitals, judged by the words around and inside them.

"Russian President Vladimir Putin said": what stands left of the name (nation, post) is cut off and
is the evidence that a person follows. A run without any evidence is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.lexicon import words
from copydesk.model import MentionKind, Span
from copydesk.names.page import Name, Page, Sentence
from copydesk.text import Token

_LINKS = frozenset("of de la le al el bin ibn von van der den da dos du and for on &".split())
_PERSONAL = frozenset("de la le al el bin ibn von van der den da dos du".split())
_IN = frozenset("in at from near to across outside inside around".split())
_NATION = re.compile(r".+(?:[iae]an|ese|ish|[sd]i|ch|eek|man|itch|ss)$")


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens `start`…`stop` of a sentence that may be a name."""

    sentence: Sentence
    start: int
    stop: int
    titled: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.start : self.stop]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(_bare(t.text) for t in self.tokens if t.is_word)

    @property
    def before(self) -> str:
        return self.sentence.tokens[self.start - 1].text.lower() if self.start else ""

    @property
    def after(self) -> str:
        return self.sentence.tokens[self.stop].text.lower() if self.stop < len(self.sentence.tokens) else ""

    @property
    def span(self) -> Span:
        last = self.tokens[-1]
        return Span(self.tokens[0].start, last.start + len(_bare(last.text)))


def from_capitals(page: Page, known: Sequence[Name]) -> list[Name]:
    """The names that stand in the text with evidence, in order. `known` are places nobody need guess."""
    taken = {offset for name in known for offset in range(name.span.start, name.span.stop)}
    lower = {t.text for s in page.sentences for t in s.tokens if t.is_word and t.text.islower()}
    found = []
    for sentence in page.sentences:
        if _title_case(sentence):
            continue
        for run in _runs(sentence):
            for part in _parts(run, taken):
                name = _judged(_stripped(part, lower))
                if name is not None:
                    found.append(name)
    return found


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _title_case(sentence: Sentence) -> bool:
    """A headline in which every long word has a capital proves nothing."""
    long = [t.text for t in sentence.tokens if t.is_word and len(t.text) > 3]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.75 * len(long)


def _runs(sentence: Sentence) -> Iterator[_Run]:
    run, start = sentence.tokens, None
    for i in range(len(run) + 1):
        word = run[i].text if i < len(run) else ""
        inner = start is not None and _continues(run, i)
        if word[:1].isupper() and word[0].isalpha() or inner:
            start = i if start is None else start
            if word.endswith(("'s", "’s")):
                yield _Run(sentence, start, i + 1)
                start = None
        elif start is not None:
            yield _Run(sentence, start, i)
            start = None


def _continues(run: Sequence[Token], i: int) -> bool:
    """A link between two capitals, or the dot of an initial: "Bank of England", "John F. Kennedy"."""
    if i + 1 >= len(run) or not run[i + 1].text[0].isupper():
        return False
    return run[i].text in _LINKS or run[i].text == "." and (len(run[i - 1].text) == 1 or run[i - 1].text in _DOTTED)


_DOTTED = frozenset("Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col St Jr".split())


def _parts(run: _Run, taken: set[int]) -> Iterator[_Run]:
    """The run without known names at its ends, cut at "and" between two complete names."""
    start, stop = run.start, run.stop
    inside = run.sentence.tokens
    while start < stop and (inside[start].start in taken or inside[start].text in _LINKS | {"."}):
        start += 1
    while start < stop and (inside[stop - 1].start in taken or inside[stop - 1].text in _LINKS | {"."}):
        stop -= 1
    cut = next((i for i in range(start, stop) if inside[i].text in ("and", "for", "on")), None)
    if start < stop and cut is not None and not _body([t.text for t in inside[start:cut]]):
        yield from _parts(_Run(run.sentence, start, cut), taken)
        yield from _parts(_Run(run.sentence, cut + 1, stop), taken)
    elif start < stop:
        yield _Run(run.sentence, start, stop)


def _stripped(run: _Run, lower: set[str]) -> _Run:
    """Without the words on the left that are no part of a name; a post among them makes it a person."""
    start, titled = run.start, run.before in words("en", "name_titles")
    inside = run.sentence.tokens
    while start < run.stop:
        word = _bare(inside[start].text)
        low = word.lower()
        if low in words("en", "name_titles") or word == "." and start > run.start:
            titled = titled or word != "."
        elif not (
            low in words("en", "not_names")
            or low in words("en", "stop_words")
            or run.sentence.first(start) and low in lower
            or start + 1 < run.stop and _NATION.match(low) and low not in words("en", "given_names")
        ):
            break
        if low in words("en", "organisation_words"):
            break
        start += 1
    return _Run(run.sentence, start, run.stop, titled)


def _judged(run: _Run) -> Name | None:
    if run.start >= run.stop or not run.words or len("".join(run.words)) < 2:
        return None
    for rule in RULES:
        kind = rule(run)
        if kind is not None:
            return Name(run.span, kind, rule.__name__)
    return None


def _body(inner: Sequence[str]) -> bool:
    return any(w.lower() in words("en", "organisation_words") for w in inner)


def organisation_word(run: _Run) -> MentionKind | None:
    """ "Ministry of Defence", "Central Bank": a noun for a body inside."""
    many = len(run.words) > 1 or run.before == "the"
    return "organisation" if _body(run.words) and many and not run.titled else None


def titled(run: _Run) -> MentionKind | None:
    """ "President Xi", "spokesman Dmitry Peskov": a post or an address just before."""
    return "person" if run.titled and all(w[0].isupper() or w in _PERSONAL for w in run.words) else None


def given_name(run: _Run) -> MentionKind | None:
    """ "Angela Merkel": the first word is a given name."""
    fits = len(run.words) in (2, 3, 4) and run.words[0].lower() in words("en", "given_names")
    return "person" if fits else None


def abbreviation(run: _Run) -> MentionKind | None:
    """ "the IAEA said": two to six capitals."""
    word = run.words[0]
    fits = len(run.words) == 1 and word.isupper() and 1 < len(word) < 7
    return "organisation" if fits and word.lower() not in words("", "not_names") else None


def speaks(run: _Run) -> MentionKind | None:
    """ "Masih said", "Ashiq Masih told": a verb of saying right after, no article before."""
    near = run.after in words("en", "saying") or run.before in ("said", "says", "added")
    return "person" if near and run.before != "the" and len(run.words) < 4 and not run.sentence.heading else None


def located(run: _Run) -> MentionKind | None:
    """ "in Lahore", "the Black Sea": a preposition of place before one word, or a noun for a place."""
    if len(run.words) > 1 and run.words[-1].lower() in words("en", "place_words"):
        return "place"
    fits = len(run.words) == 1 and run.before in _IN - {"to", "at", "from"} and not run.words[0].isupper()
    return "place" if fits and not _NATION.match(run.words[0].lower()) else None


def two_capitals(run: _Run) -> MentionKind | None:
    """ "Ashiq Masih": two or three capitals in running text without an article, none a common word."""
    fits = len(run.words) in (2, 3) and all(w[0].isupper() and w[1:].islower() for w in run.words)
    alone = run.before not in ("the", "a", "an", '"', "“", "«") and not run.sentence.first(run.start)
    return "person" if fits and alone and not run.sentence.heading else None


RULES = (organisation_word, titled, given_name, abbreviation, speaks, located, two_capitals)
