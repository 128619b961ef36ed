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


@dataclass(frozen=True, slots=True)
class Kinship:
    """`of` reports; how many tell of the event's days; who and what stands in at least half of them."""

    of: int
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
        dated=sum(_tells_of(entry, event) for entry in event.entries),
        actors=[(a, n) for a, n in met.most_common(_MOST) if 2 * n >= len(event.entries) and n > 1],
        words=[(lang, shared, many) for lang, shared, many in words if shared],
    )


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
        own: dict[str, str] = {}
        for word in _WORD.findall(" ".join((entry.title, *entry.summary))):
            for stem in stems(word):
                own.setdefault(stem, word)
        seen.update(own.keys())
        forms = own | forms
    shared = [(forms[stem], number) for stem, number in seen.most_common() if number > 1]
    return [(word, number) for word, number in shared if 2 * number >= len(entries)][:_MOST]
