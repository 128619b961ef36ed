"""An invented corpus of any size, for screenshots, browser tests and benchmarks; never for a real site.

`python -m tests.corpus FOLDER NUMBER [WORDS]` writes one: the same numbers, the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.corpus import files
from tests.corpus.cast import One, cast
from tests.corpus.telling import Happening, Report, alone, happenings, lengthen, reports

__all__ = ["write"]

ABOUT = """---
title: Як це зроблено
---
Усе на цьому сайті вигадано: люди, місця, видання, слова. Він зроблений програмою для перевірки сторінок.
"""
CONTACT = """---
title: Кому писати
---
Нікому: редакція вигадана. Листи лишайте під старою вербою в Синій Затоці.
"""


def write(folder: Path, entries: int, words: int = 0) -> None:
    """Write `content/` and `seeds/` of a project with so many entries of at least so many words each."""
    made: set[Path] = set()
    for name, text in _files(entries, words):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(text, encoding="utf-8", newline="\n")


def _files(entries: int, words: int) -> Iterator[files.File]:
    dice, everybody = Random(20240630), cast(entries)
    by_hand = entries // 15
    events = happenings(dice, everybody, entries - by_hand)
    told: list[Report] = [r for event, many in events for r in reports(dice, event, many)]
    told += [alone(dice, everybody, number) for number in range(by_hand)]
    for number, report in enumerate(told):
        report.number = number
        lengthen(report, words)
        yield from files.entry(report)
    met = _met(told, [event for event, _ in events])
    met |= {everybody.places[event.place].slug for event, _ in events}
    for rank, one in enumerate(everybody.all):
        if one in everybody.states or one.slug in met:
            yield files.actor(one, rank)
    for event, _ in events:
        yield files.event(event, everybody)
    yield from files.outlets()
    yield "content/pages/about.md", ABOUT
    yield "content/pages/contact.md", CONTACT


def _met(told: list[Report], events: list[Happening]) -> set[str]:
    """The slugs of the speakers that stand in an entry."""
    voices = [one for event in events for one in event.voices[:2]]
    voices += [s.speaker for report in told for s in report.spoken if isinstance(s.speaker, One)]
    return {one.slug for one in voices}
