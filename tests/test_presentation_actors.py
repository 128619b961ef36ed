"""An actor over the years and among others: what a page shows, what moves to pages of its own."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.frontmatter import models
from copydesk.frontmatter.fields import Days
from digest.build.counting import fill
from digest.index import Actor, Digest, Entry, Event, Outlet, Role
from digest.plan import plan
from digest.presentation import naming
from digest.presentation.days import period
from digest.presentation.grouping import columns, is_wide, matrix, sides, unattributed
from digest.presentation.lives import (
    is_long,
    latest,
    latest_about,
    lifetime,
    not_spoken_by,
    spoken_by,
    voice_in,
    words_in,
)
from digest.presentation.network import network, ties
from digest.presentation.voice import voice
from tests import invented


def told(number: int, *actors: Actor, said_by: Actor | None = None, events: tuple[Event, ...] = ()) -> Entry:
    day = date(2021 + number % 3, 1 + number % 12, 1 + number % 28)
    made = Entry(f"{day}-{number}", f"entries/{day}-{number}/", "Запис", "uk", day)
    made.actors, made.events = list(actors), list(events)
    if said_by:
        invented.quote(made, f"Слова {number}", said_by)
    return made


def digest(*entries: Entry) -> Digest:
    ordered = sorted(entries, key=lambda e: (-e.date.toordinal(), e.slug))
    actors = list(dict.fromkeys(a for e in ordered for a in e.actors))
    events = list(dict.fromkeys(v for e in ordered for v in e.events))
    made = Digest(ordered, actors, events, [], [q for e in ordered for q in e.quotations])
    fill(made)
    return made


@pytest.mark.parametrize(("number", "long"), [(3, False), (16, False), (17, True)])
def test_the_years_of_an_actor_have_pages_when_one_page_would_be_long(number: int, long: bool) -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(*(told(n, ivo, said_by=ivo) for n in range(number)))
    years = lifetime(ivo)

    assert is_long(ivo) is long
    assert [year.number for year in years] == [2023, 2022, 2021]
    assert years[0].address == ("actors/ivo/2023/" if long else "actors/ivo/#y-2023")
    assert sum(len(year.entries) for year in years) == sum(year.quotations for year in years) == number


def test_one_of_few_entries_in_which_much_is_said_has_pages_of_years_too() -> None:
    ivo, eva = invented.actor("ivo", "Іво Брандт"), invented.actor("eva", "Єва Їжак")
    made = [told(n, ivo, said_by=ivo) for n in range(9)]
    for n in range(21):
        invented.quote(made[n % 9], f"Про Брандта, {n}", eva)
    digest(*made)
    assert not is_long(ivo)

    invented.quote(made[0], "Про Брандта, востаннє", eva)
    assert is_long(ivo)


@pytest.mark.parametrize("number", [5, 40])
def test_all_that_an_actor_said_stands_in_time_order(number: int) -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(*(told(n, ivo, said_by=ivo) for n in range(number)))
    years = [[entry.date for entry in year.entries] for year in lifetime(ivo)]

    assert years == [sorted(days) for days in years]
    shown = [quote.entry.date for quote in latest(ivo)]
    assert shown == sorted(shown, reverse=is_long(ivo)), "of one with many the first page has the latest"


def test_a_long_page_shows_the_latest_and_nothing_is_lost() -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(*(told(n, ivo, said_by=ivo if n % 2 else None) for n in range(60)))
    kept = [e for year in lifetime(ivo) for e in year.entries]

    assert latest(ivo) == ivo.quotations[:8]
    assert latest_about(ivo) == not_spoken_by(ivo.entries, ivo)[:4]
    assert {e.slug for e, _ in spoken_by(kept, ivo)} | {e.slug for e in not_spoken_by(kept, ivo)} == {
        e.slug for e in ivo.entries
    }


def test_a_long_page_shows_each_saying_once_in_each_language() -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(*(told(n, ivo, said_by=ivo) for n in range(60)))
    newest, second, third, *_ = ivo.quotations
    third.lang = "ru"
    for quote in (newest, second, third):
        quote.wording = [third, second, newest]

    assert latest(ivo)[:2] == [newest, third]
    assert second not in latest(ivo)
    assert len(latest(ivo)) == 8


def test_an_event_says_how_often_the_actor_speaks_in_it() -> None:
    ivo, eva = invented.actor("ivo", "Іво Брандт"), invented.actor("eva", "Єва Їжак")
    dam, storm = (Event(slug, f"events/{slug}/", slug, "uk") for slug in ("dam", "storm"))
    digest(
        told(1, ivo, said_by=ivo, events=(dam,)), told(2, ivo, eva, said_by=eva, events=(storm,))
    )  # fmt: skip

    assert {(v.slug, count, where) for v, count, where in voice_in(ivo, ivo.events)} == {
        ("dam", 1, "events/dam/#by-ivo"), ("storm", 0, "events/storm/")
    }  # fmt: skip
    assert storm.voices == [(eva, 1)]


def crowded(speakers: int, sayings: int) -> tuple[Event, list[Actor]]:
    """An event in which each of so many speakers says so many things."""
    flood = Event("flood", "events/flood/", "Повінь", "uk")
    people = [invented.actor(f"a{n}", f"Особа {n}") for n in range(speakers)]
    digest(*(told(n * 40 + m, one, said_by=one, events=(flood,))
             for n, one in enumerate(people) for m in range(sayings)))  # fmt: skip
    return flood, people


def pages_of(event: Event) -> dict[str, list[str]]:
    """The files of each kind of page that an event has."""
    pages = plan(Digest([], [], [event], [], []), {"EVENT_SAVE_AS": "events/{slug}/index.html"})
    found: dict[str, list[str]] = {}
    for kind, file, shown in pages:
        if shown.get("event") is event:
            found.setdefault(kind, []).append(file)
    return found


def test_an_event_of_few_words_has_them_on_its_page() -> None:
    flood, people = crowded(4, 3)

    assert not is_wide(flood)
    assert words_in(flood, people[3]) == "events/flood/#by-a3"
    assert pages_of(flood).keys() == {"event", "event_reports"}


def test_an_event_of_many_words_has_pages_of_who_said_what() -> None:
    flood, _ = crowded(20, 2)

    assert is_wide(flood)
    assert pages_of(flood)["event_said"] == [
        "events/flood/said/index.html",
        "events/flood/said/page/2/index.html",
        "events/flood/said/page/3/index.html",
    ]
    speakers = [one for one, _ in flood.voices]
    assert words_in(flood, speakers[7]) == f"events/flood/said/#by-{speakers[7].slug}"
    assert words_in(flood, speakers[8]) == f"events/flood/said/page/2/#by-{speakers[8].slug}"
    assert [one for one, _ in matrix(flood, speakers[8:16]).rows] == speakers[8:16]


def test_who_says_much_in_an_event_has_a_page_of_it() -> None:
    flood, (ivo, _) = crowded(2, 25)

    assert words_in(flood, ivo) == "events/flood/said/a0/"
    assert [file for file in pages_of(flood)["actor_event"] if "/a0/" in file] == [
        "events/flood/said/a0/index.html",
        "events/flood/said/a0/page/2/index.html",
    ]


def test_who_is_in_many_events_has_a_page_of_them() -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    events = [Event(f"e{n}", f"events/e{n}/", "Подія", "uk") for n in range(11)]
    shown = digest(*(told(n, ivo, events=(event,)) for n, event in enumerate(events)))
    files = [file for kind, file, _ in plan(shown, invented.SAVE_AS) if kind == "actor_events"]
    assert files == ["actors/ivo/events/index.html"]

    ivo.events.pop()
    assert "actor_events" not in {kind for kind, _, _ in plan(shown, invented.SAVE_AS)}


def reported(outlets: int, langs: tuple[str, ...]) -> Event:
    """An event told once by each of so many outlets, in turn in these languages; nobody speaks."""
    flood = Event("flood", "events/flood/", "Повінь", "uk")
    entries = [told(n, events=(flood,)) for n in range(outlets)]
    for number, entry in enumerate(entries):
        entry.lang, entry.outlet = langs[number % len(langs)], Outlet(f"Вісті {number}", f"visti-{number}")
    digest(*entries)
    return flood


def test_an_event_of_many_outlets_has_pages_of_all_their_clocks() -> None:
    assert "event_outlets" not in pages_of(reported(5, ("uk",)))
    assert pages_of(reported(45, ("uk",)))["event_outlets"] == [
        "events/flood/outlets/index.html",
        "events/flood/outlets/page/2/index.html",
    ]


def test_an_event_of_several_languages_has_all_its_entries_side_by_side() -> None:
    flood = reported(9, ("uk", "uk", "ru"))

    assert [[entry.lang for entry in row] for row in sides(flood)] == [["uk", "ru"]] * 3 + [["uk"]] * 3
    assert [(lang, all_of, len(some)) for lang, all_of, some in columns(flood, sides(flood)[2:4])] == [
        ("uk", 6, 2), ("ru", 3, 1)
    ]  # fmt: skip
    assert [lang for lang, _, _ in columns(flood, sides(flood)[3:])] == ["uk"]
    assert pages_of(flood)["event_languages"] == ["events/flood/languages/index.html"]
    assert "event_languages" not in pages_of(reported(9, ("uk",)))
    assert "event_languages" not in pages_of(reported(4, ("uk", "ru"))), "its own page shows them all"


def test_what_nobody_with_a_page_said_in_an_event_has_pages_too() -> None:
    flood, _ = crowded(20, 2)
    assert "event_others" not in pages_of(flood)
    for quote in flood.quotations[:20]:
        quote.speaker = None

    assert unattributed(flood) == flood.quotations[:20]
    assert pages_of(flood)["event_others"] == [
        "events/flood/others/index.html",
        "events/flood/others/page/2/index.html",
    ]


def test_a_tie_is_as_strong_as_the_entries_two_share() -> None:
    ivo, eva, lesia = (invented.actor(s, s) for s in ("ivo", "eva", "lesia"))
    digest(told(1, ivo, eva), told(2, ivo, eva, lesia))

    assert ties([ivo, eva, lesia]) == {(ivo, eva): 2, (ivo, lesia): 1, (eva, lesia): 1}


def test_the_drawing_names_everybody_and_says_the_same_in_words() -> None:
    names = ["Єва Їжак", "<Леся>", "Дуже довга назва ради узбережжя", "Гудзь"]
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(told(1, ivo, *(invented.actor(f"a{n}", name) for n, name in enumerate(names))))
    drawn = network(ivo, "хто з ким")

    assert 'role="img" aria-label="хто з ким"' in drawn
    assert drawn.count("<text") == 4
    assert "&lt;Леся&gt;" in drawn and "Дуже довга назва ра…" in drawn
    assert drawn == network(ivo, "хто з ким")


def test_who_met_once_is_tied_to_nobody_but_the_actor() -> None:
    ivo, eva, lesia, lev = (invented.actor(s, s) for s in ("ivo", "eva", "lesia", "lev"))
    digest(told(1, ivo, eva, lesia, lev), told(2, ivo, eva, lesia))
    drawn = network(ivo, "")

    assert drawn.count('class="own"') == 3
    assert drawn.count('class="tie"') == 1, "Єва and Леся share two entries"


def test_two_others_are_no_network() -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    digest(told(1, ivo, invented.actor("a", "А"), invented.actor("b", "Б")))

    assert network(ivo, "") == ""


YEAR, MONTH, DAY = (
    (date(2023, 1, 1), date(2023, 12, 31)), (date(2023, 6, 1), date(2023, 6, 30)), (date(2023, 6, 9),) * 2,
)  # fmt: skip


@pytest.mark.parametrize(
    ("starts", "ends", "day", "held"),
    [(YEAR, None, date(2023, 6, 9), False), (YEAR, None, date(2023, 12, 31), True),
     (YEAR, None, date(2024, 1, 1), True), (MONTH, None, date(2023, 6, 29), False),
     (MONTH, None, date(2023, 6, 30), True), (DAY, None, date(2023, 6, 9), True),
     (None, YEAR, date(2022, 12, 31), True), (None, YEAR, date(2023, 1, 1), True),
     (None, YEAR, date(2023, 1, 2), False), (None, MONTH, date(2023, 7, 1), False),
     (None, DAY, date(2023, 6, 9), True), (None, None, date(2023, 6, 9), True)],
)  # fmt: skip
def test_a_post_stands_only_where_it_was_surely_held(
    starts: Days | None, ends: Days | None, day: date, held: bool
) -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    ivo.roles = [Role("голова ради", starts, ends)]

    assert (ivo.role_on(day) is not None) is held


def test_of_several_posts_the_one_taken_up_last_is_told() -> None:
    ivo = invented.actor("ivo", "Іво Брандт")
    ivo.roles = [Role("депутат"), Role("голова ради", YEAR), Role("секретар", (date(2020, 1, 1),) * 2)]

    assert [role.title for day in (date(2024, 1, 1), date(2022, 1, 1)) if (role := ivo.role_on(day))] == [
        "голова ради", "секретар"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "shown"), [("2023", "2023"), ("2023-06", "червень 2023"), ("2023-06-09", "9 червня 2023")]
)
def test_a_post_is_dated_as_exactly_as_it_was_written(written: str, shown: str) -> None:
    role = models.Role.model_validate({"title": "голова ради", "from": written})

    assert role.starts and period(voice("uk"), role.starts) == shown
    assert role.model_dump(by_alias=True)["from"] == written


def spoken_of(content: str, lang: str = "uk", name: str = "Лукаш Гармаш") -> list[str]:
    """What is kept as said about Лукаш Гармаш, of one quotation of somebody else and one of his own."""
    lukash = invented.actor("lukash", name, names={"uk": name, "en": "Lukash Harmash"})
    eva = invented.actor("eva", "Єва Їжак")
    made = told(1, lukash, eva, said_by=lukash)
    made.quotations[0].content = "Гармаш слова не міняє"
    invented.quote(made, content, eva).lang = lang
    digest(made)
    return [quote.content for quote in naming.named_by_others(lukash)]


@pytest.mark.parametrize(
    "content", ["Гармашеві я не вірю", "Ask Lukash Harmash himself", "Без Лукаша Гармаша моста б не було"]
)
def test_words_of_others_that_name_an_actor_are_said_about_them(content: str) -> None:
    assert spoken_of(content) == [content]


def test_a_form_of_another_stem_is_the_name_too() -> None:
    assert spoken_of("Турка я поважаю", name="Іван Турок") == ["Турка я поважаю"]


@pytest.mark.parametrize("content", ["Лукаш прийде сам", "Міст буде", "Гармашівка за рікою"])
def test_other_words_are_not(content: str) -> None:
    assert spoken_of(content) == []
