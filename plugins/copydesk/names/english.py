"""English names without a model: runs of capitals, judged by the words around and inside them.

"Russian President Vladimir Putin said": what stands left of the name (nation, post) is cut off and
is the evidence that a person follows. A run without any evidence is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.lexicon import words
from copydesk.names import collective, held
from copydesk.names.called import RULES
from copydesk.names.evidence import (
    ARTICLE,
    NATION,
    PEOPLE,
    PERSONAL,
    Run,
    bare,
    body_inside,
    is_post,
)
from copydesk.names.page import Name, Page, Sentence
from copydesk.text import Token

_LINKS = frozenset(
    [
        "of",
        "de",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "von",
        "van",
        "der",
        "den",
        "da",
        "dos",
        "du",
        "and",
        "for",
        "on",
        "&",
    ]
)


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
                name = _judged(_weighed(_stripped(part, lower), lower))
                if name is not None:
                    found.append(name)
    firms = {name.span.of(page.text) for name in found if name.rule == "called_firm"}
    return [replace(n, kind="organisation") if n.span.of(page.text) in firms else n for n in found]


def _title_case(sentence: Sentence) -> bool:
    """A headline in which every long word has a capital proves nothing."""
    if not sentence.heading and sentence.tokens[-1].text in ".!?":
        return False
    long = [t.text for t in sentence.tokens if t.is_word and len(t.text) > 3]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.75 * len(long)


def _runs(sentence: Sentence) -> Iterator[Run]:
    run, start = sentence.tokens, None
    for i in range(len(run) + 1):
        word = run[i].text if i < len(run) else ""
        inner = start is not None and _continues(run, i)
        inner = inner or (start is not None and ARTICLE.match(word) is not None)
        if (word[:1].isupper() and word[0].isalpha() and not _SELF.match(word)) or inner:
            start = i if start is None else start
            if word.endswith(("'s", "’s")):
                yield Run(sentence, start, i + 1)
                start = None
        elif start is not None:
            yield Run(sentence, start, i)
            start = None


def _continues(run: Sequence[Token], i: int) -> bool:
    """As in "Bank of England", "John F. Kennedy", "Dockers' Union": a link, a dot, a body of many."""
    ahead = next((t.text for t in run[i + 1 :] if t.text not in _LINKS), "")
    if i < len(run) and run[i].text in collective.LINKS and collective.opens(run, i):
        return True
    if not ahead[:1].isupper() or (run[i].text == "on" and ahead.lower() in words("en", "not_names")):
        return False
    if run[i].text in "'’" and run[i - 1].text.endswith("s"):
        return run[i].start == run[i - 1].stop and ahead.lower() in words("en", "organisation_words")
    return run[i].text in _LINKS or (
        run[i + 1].text[0].isupper()
        and run[i].text == "."
        and (len(run[i - 1].text) == 1 or run[i - 1].text in _DOTTED)
    )


_SELF = re.compile(r"I(?:['’]\w+)?$")
_DOTTED = frozenset(["Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "St", "Jr"])


def _parts(run: Run, taken: set[int]) -> Iterator[Run]:
    """The run without known names at its ends, cut at "and" between two complete names."""
    start, stop = run.start, run.stop
    inside = run.sentence.tokens
    while start < stop and (inside[start].start in taken or inside[start].text in _LINKS | {"."}):
        start += 1
    while start < stop and (inside[stop - 1].start in taken or inside[stop - 1].text in _LINKS | {"."}):
        stop -= 1
    cut = next((i for i in range(start, stop) if inside[i].text in ("and", "for", "on")), None)
    if collective.is_one(inside[start:stop]):
        yield Run(run.sentence, start, stop)
    elif start < stop and cut is not None and not body_inside([t.text for t in inside[start:cut]]):
        yield from _parts(Run(run.sentence, start, cut), taken)
        yield from _parts(Run(run.sentence, cut + 1, stop), taken)
    elif start < stop and (home := held.home(inside, start, stop)) is not None:
        yield from _parts(Run(run.sentence, start, home), taken)
        yield from _parts(Run(run.sentence, home + 1, stop), taken)
    elif start < stop:
        yield Run(run.sentence, start, stop)


def _stripped(run: Run, lower: set[str]) -> Run:
    """Without the words on the left that are no part of a name; a post among them makes it a person."""
    start, titled = run.start, is_post(run.before)
    inside = run.sentence.tokens
    post = held.post(run)
    if post is not None:
        return Run(run.sentence, post + 1, run.stop, True)
    if (field := held.field(run)) is not None:
        return Run(run.sentence, field, run.stop, True)
    if run.sentence.first(start) and run.stop - start > 2 and _opens(inside[start : run.stop]):
        start += 1  # "Passenger Louise Grant": what stands before a given name is none
    while start < run.stop:
        word = bare(inside[start].text)
        low = word.lower()
        if is_post(low) and held.body_next(run, start):
            break
        if is_post(low) or (word == "." and start > run.start):
            titled = titled or word != "."
        elif not (
            low in words("en", "not_names")
            or low in words("en", "stop_words")
            or (run.sentence.first(start) and low in lower)
            or (start + 1 < run.stop and NATION.match(low) and low not in words("en", "given_names"))
        ):
            break
        if low in words("en", "organisation_words"):
            break
        start += 1
    return Run(run.sentence, start, run.stop, titled)


def _opens(inside: Sequence[Token]) -> bool:
    """True where the second word is a given name, and the first neither one nor of a body."""
    first, second = (bare(token.text).lower() for token in inside[:2])
    names = words("en", "given_names")
    body = any(token.text.lower() in words("en", "organisation_words") for token in inside)
    return second in names and first not in names and len(first) > 3 and not body


def _weighed(run: Run, lower: set[str]) -> Run:
    """The run with whether a word of it is a common one: in the lists, or in small letters in this text."""
    listed = words("en", "not_people") | words("en", "organisation_words") | words("en", "stop_words")
    plain = [word.lower() for word in run.words]
    common = any(word in listed or (word in lower and word not in PERSONAL) for word in plain)
    nation = bool(plain) and bool(PEOPLE.match(plain[-1]))
    return replace(run, ordinary=common or nation)


def _judged(run: Run) -> Name | None:
    if run.start >= run.stop or not run.words or len("".join(run.words)) < 2:
        return None
    if len(run.words) == 1 and run.words[0].lower() in words("en", "nations"):
        return None  # "said Turkish rescuer Anna Reed": an adjective, whatever stands before it
    for rule in RULES:
        kind = rule(run)
        if kind is not None:
            return Name(run.span, kind, rule.__name__)
    return None
