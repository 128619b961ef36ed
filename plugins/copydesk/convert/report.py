"""What a conversion did, for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest

from copydesk.messages import say
from copydesk.model import Offer, Problem

_LONGEST = 160


@dataclass
class Report:
    """Paths written (below the project), how many seeds were left alone, problems, values not taken."""

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """True where something could not be converted."""
        return any(p.severity == "error" for p in self.problems)

    def lines(self) -> Iterator[str]:
        """Each offer as a sentence: where, the value that stays, the value that the rules read."""
        for offer in self.offers:
            place = f"{offer.path}:{offer.line}" if offer.line else offer.path
            for name, kept, read in _differing(offer):
                message = say("{place}: `{name}`: kept {kept}; the rules read {read}", place=place,
                              name=name, kept=_shown(kept), read=_shown(read))  # fmt: skip
                yield message


def _differing(offer: Offer) -> Iterator[tuple[str, object, object]]:
    """What differs: of a group of keys each key, of a text each paragraph, else the value."""
    kept, read = offer.editor, offer.machine
    if isinstance(kept, dict) and isinstance(read, dict):
        for key in dict.fromkeys([*kept, *read]):
            if kept.get(key) != read.get(key):
                yield f"{offer.field} {key}", kept.get(key), read.get(key)
    elif offer.field == "body":
        yield from (("body", one, other) for one, other in _paragraphs(str(kept or ""), str(read or "")))
    else:
        yield offer.field, kept, read


def _paragraphs(kept: str, read: str) -> Iterator[tuple[str | None, str | None]]:
    """The paragraphs of two texts that differ, side by side."""
    one, other = ([p.strip() for p in text.split("\n\n") if p.strip()] for text in (kept, read))
    for way, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if way != "equal":
            yield from zip_longest(one[a:b], other[c:d])


def _shown(value: object) -> str:
    if value is None or value == []:
        return say("nothing")
    if isinstance(value, dict):
        value = value.get("content") or ", ".join(f"{k}: {v}" for k, v in value.items())
    words = " ".join((", ".join(map(str, value)) if isinstance(value, list) else str(value)).split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1]}…”"
