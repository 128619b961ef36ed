"""What one more report costs in linking and grouping when a thousand to a hundred thousand are known.

Of each report the names and words alone are made up, as if a text had been read: what is measured is the
step behind reading, the only one that sees all reports. New people go on appearing, sixty reports make a
day, some happenings are told three times. If the cost of one more stays, all together grow in step with
their number.
"""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from copydesk.actors import Linker, rules, starter
from copydesk.events import Grouper, Trace, group, trace
from copydesk.model import Dispatch, Lang, Mention, Seed, Span

SIZES = (1_000, 10_000, 100_000)
A_DAY = 60
# Of so many, the last, the cost is taken; those before them are only made known.
LAST = 500
_PARTS = [consonant + vowel for consonant in "бвгджзклмнпрстфхчш" for vowel in "аоеу"]
_ENDS = ("енко", "ук", "ський", "ич", "ар", "ак", "ун", "ець")


@dataclass(frozen=True, slots=True)
class Grown:
    """What the last reports cost: CPU seconds of each step, names and reports compared; actors known."""

    linking: float
    grouping: float
    names: int
    pairs: int
    actors: int
    memory: float


class World:
    """People, words and happenings to tell of."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._given = [self._word(2).capitalize() for _ in range(300)]
        self._words = [self._word(3) + dice.choice(("", "ий", "ість", "ка")) for _ in range(30_000)]
        self._often = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._people: list[str] = []

    def told(self, count: int) -> Iterator[tuple[int, str, str, list[str]]]:
        """So many reports: day, title, text, the people named."""
        number = 0
        while number < count:
            words, people = self._some(30), [self._person() for _ in range(self._dice.randint(1, 6))]
            for _ in range(self._dice.choice((1, 1, 1, 3))):
                own = [self._dice.choice(words) for _ in range(24)] + self._some(12)
                yield number // A_DAY, " ".join(words[:8]), ". ".join(self._lines(own)), people
                number += 1

    def _person(self) -> str:
        """Somebody known, the likelier the longer; or somebody new."""
        if not self._people or self._dice.random() < 0.15:
            surname = (self._word(3) + self._dice.choice(_ENDS)).capitalize()
            self._people.append(f"{self._dice.choice(self._given)} {surname}")
            return self._people[-1]
        return self._people[int(len(self._people) * self._dice.random() ** 3)]

    def _some(self, count: int) -> list[str]:
        return self._dice.choices(self._words, cum_weights=self._often, k=count)

    def _word(self, parts: int) -> str:
        return "".join(self._dice.choices(_PARTS, k=parts))

    def _lines(self, words: list[str]) -> Iterator[str]:
        for at in range(0, len(words), 12):
            yield " ".join(words[at : at + 12]).capitalize()


def grown(count: int) -> Grown:
    """The cost of so many reports."""
    linker, grouper, spent = Linker(starter()), Grouper(), Counter[str]()
    counting = _Counting()
    for number, (day, title, text, people) in enumerate(World(Random(11)).told(count)):
        if number == count - LAST:
            counting.names, spent = 0, Counter()
        dispatch, mentions = _named(text, people)
        begun = time.process_time()
        linked = linker.link(dispatch, mentions)
        spent["linking"] += time.process_time() - begun
        seen = _trace(number, day, title, text, linked)
        begun = time.process_time()
        grouper.add(seen, None if number >= count - LAST else seen.key)
        spent["grouping"] += time.process_time() - begun
    counting.stop()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Grown(
        spent["linking"], spent["grouping"], counting.names, counting.pairs, len(linker.actors()), memory
    )


def _named(text: str, people: list[str]) -> tuple[Dispatch, tuple[Mention, ...]]:
    lang: Lang = "uk"
    mentions = tuple(
        Mention(Span(at, at + 1), "person", name, name) for at, name in enumerate(dict.fromkeys(people))
    )
    return Dispatch(Seed("invented", text, ""), lang), mentions


def _trace(number: int, day: int, title: str, text: str, linked: tuple[Mention, ...]) -> Trace:
    return trace(
        f"{number:07}", "uk", title, text, {m.actor: 2.0 for m in linked if m.actor},
        date(2020, 1, 1) + timedelta(days=day),
    )  # fmt: skip


class _Counting:
    """Counts the comparisons of two names and of two reports while it lasts."""

    def __init__(self) -> None:
        self.names = self.pairs = 0
        self._kept = rules.same_person, group.verdict
        rules.same_person, group.verdict = self._person, self._verdict  # type: ignore[assignment]

    def _person(self, left: str, right: str) -> bool:
        self.names += 1
        return self._kept[0](left, right)

    def _verdict(self, a: Trace, b: Trace) -> object:
        self.pairs += 1
        return self._kept[1](a, b)

    def stop(self) -> None:
        """Count no longer."""
        rules.same_person, group.verdict = self._kept


def table(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The growth as lines of a Markdown table."""
    yield (
        "| reports known | people known | linking, ms | names compared "
        "| grouping, ms | reports compared | MiB |"
    )
    yield "|---|---|---|---|---|---|---|"
    for size in sizes:
        made, each = grown(size), 1e3 / LAST
        yield (
            f"| {size:,} | {made.actors:,} | {made.linking * each:.2f} | {made.names / LAST:.1f} "
            f"| {made.grouping * each:.2f} | {made.pairs / LAST:.1f} | {made.memory:.0f} |"
        )


if __name__ == "__main__":
    print(*table(), sep="\n")
