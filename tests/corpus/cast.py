"""Who and what the invented corpus is about: people, bodies, states, places; the first are met most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import Any

import yaml

from copydesk.romanise import slug

FOLDER = Path(__file__).parent
LANGS = ("uk", "ru", "en")


@cache
def texts(name: str) -> dict[str, Any]:
    """One of the files of invented words."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, eq=False)
class One:
    """An invented actor: `names` by language, `gender` for the verbs of saying."""

    slug: str
    kind: str
    names: dict[str, str]
    gender: str = "f"


@dataclass(frozen=True)
class Cast:
    """All actors that can speak, the most quoted first, and those that cannot."""

    speakers: list[One]
    states: list[One]
    places: list[One]

    @property
    def all(self) -> list[One]:
        return [*self.speakers, *self.states, *self.places]

    def some(self, dice: Random, many: int) -> list[One]:
        """Different speakers by Zipf's law: the second half as often as the first, and so on."""
        drawn = dice.choices(self.speakers, cum_weights=_zipf(len(self.speakers)), k=many * 3)
        return list(dict.fromkeys(drawn))[:many]


@cache
def _zipf(many: int) -> list[float]:
    return list(accumulate(1 / (rank + 1) for rank in range(many)))


def cast(entries: int) -> Cast:
    """A cast that grows with the number of entries: 30 people for 60, 400 for 10,000."""
    words = texts("cast.yml")
    pairs = [(g, s) for n in range(20) for g, s in _shifted(words["given"], words["surnames"], n * 7)]
    people = [_person(g, s) for g, s in pairs[: min(400, max(30, entries // 20))]]
    bodies = [_one("organisation", names, gender) for gender, *names in words["bodies"]]
    states = [_one("country", names) for names in words["states"]]
    places = [_one("place", names[::2]) for names in words["places"]]
    return Cast(list(_mixed(people, bodies)), states, places)


def _mixed(people: list[One], bodies: list[One]) -> Iterator[One]:
    """A body after every third person, until there are no more."""
    left = iter(bodies)
    for at, person in enumerate(people, 1):
        yield person
        if at % 3 == 0:
            yield from islice(left, 1)


def _shifted(given: list[Any], surnames: list[Any], by: int) -> list[tuple[Any, Any]]:
    return [(g, surnames[(at + by) % len(surnames)]) for at, g in enumerate(given)]


def _person(given: Any, surname: Any) -> One:
    gender, *first = given
    return _one("person", [f"{a} {b}" for a, b in zip(first, surname, strict=True)], gender)


def _one(kind: str, names: list[str], gender: str = "f") -> One:
    return One(slug(names[0], "uk"), kind, dict(zip(LANGS, names, strict=True)), gender)
