"""What happens in the invented corpus, and how outlets tell of it in three languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.corpus.cast import LANGS, Cast, One, texts

LAST = date(2024, 6, 30)
# The second event is told of for weeks, so that its reports and its voices fill several pages.
SAGA, REPORTS, DAYS_AGO = 1, 34, 25


class Number(int):
    """A number that a template agrees with: `{n:родина|родини|родин}` is "21 родина", "92 родини"."""

    def __format__(self, forms: str) -> str:
        one, few, many = forms.split("|") if forms else ("", "", "")
        teens, last = self % 100 in range(11, 15), self % 10
        form = one if last == 1 and not teens else few if last in (2, 3, 4) and not teens else many
        return f"{int(self)} {form}".rstrip()


@dataclass(frozen=True)
class Happening:
    """An invented event: `voices` are the speakers of the theme's words, line by line."""

    slug: str
    number: int
    theme: dict[str, Any]
    place: int
    days: tuple[date, date]
    voices: list[One]
    amount: int
    part_of: str | None = None

    def words(self, lang: str) -> dict[str, Any]:
        """How the event is told of in a language."""
        told: dict[str, Any] = self.theme[lang]
        return told

    def filled(self, template: str, lang: str) -> str:
        """A line of the theme with its place and number."""
        _, at_uk, _, at_ru, en = names = texts("cast.yml")["places"][self.place]
        at = {"uk": at_uk, "ru": at_ru, "en": f"in {en}"}[lang]
        place = {"uk": names[0], "ru": names[2], "en": en}[lang]
        return template.format(at=at, place=place, n=Number(self.amount))

    def said(self, line: int, lang: str) -> str:
        """A line of what was said here; after the first of its kind each event has words of its own."""
        words: str = self.words(lang)["said"][line]
        if self.number < len(texts("themes.yml")):
            return words
        count = {"n": Number(2 + (self.number * 5 + line) % 97), "m": Number(2 + self.number // 97 % 50)}
        if words[0].islower():
            return words + texts("cast.yml")["partial_tails"][lang].format(**count)
        tails = texts("cast.yml")["tails"][lang]
        other = self.voices[0 if line else 1].names[lang]
        return f"{words}. {tails[(self.number + line) % len(tails)].format(**count, other=other)}"


@dataclass
class Spoken:
    """A quotation as an outlet prints it; `speaker` an actor, a bare name, or None."""

    content: str
    speaker: One | str | None
    cue: str
    line: int


@dataclass
class Report:
    """An entry to be written."""

    slug: str
    lang: str
    day: date
    title: str
    lede: str
    paragraphs: list[str]
    outlet: tuple[str, str, str] | None = None  # language, name, host
    event: Happening | None = None
    spoken: list[Spoken] = field(default_factory=list)
    number: int = 0


def happenings(dice: Random, cast: Cast, entries: int) -> list[tuple[Happening, int]]:
    """Events, the newest first, and how many reports each gets: a few get many."""
    themes = list(texts("themes.yml").items())
    made: list[tuple[Happening, int]] = []
    left, span = entries, max(60, entries // 6)
    while left > 0:
        number = len(made)
        many = min(left, 12, 1 + int(dice.paretovariate(0.9)))
        saga = number == SAGA and left > REPORTS
        name, theme = themes[number % len(themes)]
        place = number * 7 % len(cast.places)
        # More and more as the last day comes near, as in a digest that grows.
        start = LAST - timedelta(days=1 + int(span * (1 - left / entries) ** 1.6))
        if saga:
            many, start = REPORTS, LAST - timedelta(days=DAYS_AGO)
        larger = made[-6][0] if number % 9 == 8 and not made[-6][0].part_of else None
        start = larger.days[0] if larger else start  # a part lies within the days of the whole
        end = start + timedelta(days=dice.choice((0, 0, 1, 2, 4)))
        end = min(end, larger.days[1]) if larger else end
        slug = f"{start}-{name}-{cast.places[place].slug}-{number}"
        voices = cast.some(dice, 5)
        made.append(
            (
                Happening(
                    slug,
                    number,
                    theme,
                    place,
                    (start, end),
                    voices,
                    dice.randint(3, 97),
                    larger and larger.slug,
                ),
                many,
            )
        )
        left -= many
    return made


def reports(dice: Random, event: Happening, many: int) -> list[Report]:
    """How `many` outlets tell of an event, over the days after its beginning."""
    outlets = dice.sample(texts("cast.yml")["outlets"], k=min(many, 10))
    made = []
    for at in range(many):
        lang, name, host = outlets[at % len(outlets)]
        day = min(LAST, event.days[0] + timedelta(days=at // 2 + dice.randint(0, 1)))
        told = event.words(lang)
        made.append(
            Report(
                f"{day}-{event.slug[11:]}-{host}-{at}",
                lang,
                day,
                event.filled(told["headlines"][(at // len(outlets) if at >= 3 else at) % 3], lang),
                event.filled(told["lede"], lang),
                dice.sample(told["details"], k=dice.randint(2, 4)),
                (lang, name, host),
                event,
                _spoken(dice, event, lang),
            )
        )
    return made


def _spoken(dice: Random, event: Happening, lang: str) -> list[Spoken]:
    """Two to four of the event's lines, some shortened as outlets do, now and then nobody's."""
    lines = sorted(dice.sample(range(5), k=dice.choice((1, 2, 2, 3, 4))))
    cues, (statement, somebody) = texts("cast.yml")["cues"][lang], texts("cast.yml")["statement"][lang]
    made = []
    for line in lines:
        words, speaker = event.said(line, lang), event.voices[line % len(event.voices)]
        first, stop, _ = words.partition(". ")
        if stop and dice.random() < 0.3:
            words = first
        cue = cues[dice.randrange(len(cues))][speaker.gender == "m"]
        chance = dice.random()
        if chance < 0.04:
            made.append(Spoken(words, None, statement, line))
        elif chance < 0.08:
            made.append(Spoken(words, somebody, cues[0][0], line))
        else:
            made.append(Spoken(words, speaker, cue, line))
    return made


def alone(dice: Random, cast: Cast, number: int) -> Report:
    """An entry that an editor wrote by hand: no outlet, no seed, no event."""
    lang, themes = LANGS[number % 3], list(texts("themes.yml").values())
    day = LAST - timedelta(days=number * 4 % 80)
    theme, place = themes[number % len(themes)], number % len(cast.places)
    unfiled = Happening("", number, theme, place, (day, day), cast.some(dice, 5), 7)
    told = unfiled.words(lang)
    title = f"{texts('cast.yml')['by_hand'][lang]}: {unfiled.filled(told['event'], lang)}"
    spoken = _spoken(dice, unfiled, lang)[:1]
    lede = unfiled.filled(told["lede"], lang)
    return Report(f"{day}-note-{number}", lang, day, title, lede, told["details"][:2], spoken=spoken)


def lengthen(report: Report, words: int) -> None:
    """Add sentences of other happenings, with a subheading before every fourth paragraph."""
    dice = Random(report.slug)
    themes = list(texts("themes.yml").values())
    left = words - sum(len(p.split()) for p in (report.lede, *report.paragraphs))
    while left > 0:
        paragraph = " ".join(dice.choice(dice.choice(themes)[report.lang]["details"]) for _ in range(3))
        if len(report.paragraphs) % 4 == 3:
            report.paragraphs.append("## " + paragraph.partition(",")[0].partition(".")[0])
        report.paragraphs.append(paragraph)
        left -= len(paragraph.split())
