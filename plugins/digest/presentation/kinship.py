"""What the reports of an event have in common: why they are taken for reports of one happening. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.events.stems import stems
from digest.index import Actor, Entry, Event
from digest.presentation.phrases import event_days

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
# So many words and actors say enough.
_MOST = 8
# Report by report: so many of the latest, each compared with so many before it, by so many things of a kind.
_TIED, _BEFORE, _FEW = 3, 40, 3


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a report to the report told before it that is most like it."""

    entry: Entry
    to: Entry
    same_days: bool
    actors: list[Actor]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Kinship:
    """`of` reports; how many tell of the event's days; who and what stands in at least half of them.

    `ties`: for the latest reports, what ties each to one told before it.
    """

    of: int
    ties: list[Tie]
    dated: int
    actors: list[tuple[Actor, int]]
    words: list[tuple[str, list[tuple[str, int]], int]]  # language, words with their reports, reports in it


def kinship(event: Event) -> Kinship | None:
    """What its reports share; None where there is only one."""
    if len(event.entries) < 2:
        return None
    met = Counter(actor for entry in event.entries for actor in entry.actors)
    told = [(lang, [e for e in event.entries if e.lang == lang]) for lang in _langs(event.entries)]
    words = [(lang, _words(some), len(some)) for lang, some in told if len(some) > 1]
    return Kinship(
        of=len(event.entries),
        ties=_ties(event.entries),
        dated=sum(_tells_of(entry, event) for entry in event.entries),
        actors=[(a, n) for a, n in met.most_common(_MOST) if 2 * n >= len(event.entries) and n > 1],
        words=[(lang, shared, many) for lang, shared, many in words if shared],
    )


def _ties(entries: list[Entry]) -> list[Tie]:
    """A tie for each of the latest reports but the first, latest last; one that nothing ties has none."""
    told = sorted(entries, key=lambda e: (e.date, e.slug))
    heard = {entry: _stems(entry) for entry in told}
    found: list[Tie] = []
    for at, entry in list(enumerate(told))[1:][-_TIED:]:
        ties = [_tie(entry, other, heard[entry], heard[other]) for other in told[max(0, at - _BEFORE) : at]]
        best = max(ties, key=lambda tie: (tie.same_days + len(tie.actors) + len(tie.words), tie.to.date))
        if best.same_days or best.actors or best.words:
            found.append(best)
    return found


def _tie(entry: Entry, other: Entry, own: dict[str, str], others: dict[str, str]) -> Tie:
    same = entry.happened is not None and entry.happened == other.happened
    actors = [actor for actor in entry.actors if actor in other.actors]
    words = [word for stem, word in own.items() if stem in others] if entry.lang == other.lang else []
    return Tie(entry, other, same, actors[:_FEW], words[:_FEW])


def _stems(entry: Entry) -> dict[str, str]:
    """The stems of headline and summary, each with the word as first printed."""
    own: dict[str, str] = {}
    for word in _WORD.findall(" ".join((entry.title, *entry.summary))):
        for stem in stems(word):
            own.setdefault(stem, word)
    return own


def _langs(entries: Iterable[Entry]) -> list[str]:
    return list(dict.fromkeys(entry.lang for entry in entries))


def _tells_of(entry: Entry, event: Event) -> bool:
    """True where the days an entry tells of are among the event's."""
    days, told = event_days(event), entry.happened
    return bool(days and told and told[0] <= days[1] and days[0] <= told[1])


def _words(entries: list[Entry]) -> list[tuple[str, int]]:
    """The words of headlines and summaries that half of the entries have in any form, as first printed."""
    seen, forms = Counter[str](), dict[str, str]()
    for entry in entries:
        own = _stems(entry)
        seen.update(own.keys())
        forms = own | forms
    shared = [(forms[stem], number) for stem, number in seen.most_common() if number > 1]
    return [(word, number) for word, number in shared if 2 * number >= len(entries)][:_MOST]
