"""A day's entries as an edition: joined, laid out, sent as a letter, found in the archive."""

from __future__ import annotations

import re
from datetime import date

import pytest

from digest.index import Digest, Edition, Entry, Quote
from digest.paging import leaves
from digest.plan import plan
from digest.presentation import calendars, fronts
from digest.presentation.letters import letter
from digest.presentation.voice import voice
from tests import invented
from tests.test_digest_build import actor, entry, joined

UK = voice("uk")
SAID = "quotations:\n  - id: q1\n    content: {}\n    speaker: {}\n"
LONG = "Вода не питає дозволу, вона приходить уночі, коли всі сплять"


def digest() -> Digest:
    told = "summary: Вода вночі піднялася й підійшла до крайніх вулиць міста над рікою, яку звуть Луна.\n"
    return joined(
        entry("2024-06-01-a", told + "outlet:\n  name: Вісті\n" + SAID.format(LONG, "lesia")),
        entry("2024-06-01-b"),
        entry("2024-05-30-c"),
        entry("2023-12-31-d", SAID.format(LONG + " собі", "lesia")),
        actor("lesia", "Леся Гармаш"),
    )


def of_a_size(number: int) -> Edition:
    told = [Entry(f"e{n}", f"entries/e{n}/", f"Подія {n}", "uk", date(2024, 1, 1)) for n in range(number)]
    return Edition(date(2024, 1, 1), "editions/2024-01-01/", told)


def test_each_day_is_an_edition_that_knows_its_neighbours() -> None:
    newest, middle, oldest = digest().editions
    assert [e.slug for e in newest.entries] == ["2024-06-01-a", "2024-06-01-b"]
    assert newest.url == "editions/2024-06-01/"
    assert (newest.after, newest.before, middle.after, middle.before) == (None, middle, newest, oldest)


def test_the_home_page_is_the_latest_day_filled_up_with_what_came_before() -> None:
    issue = fronts.home(invented.digest())
    assert issue
    assert (issue.edition.day, issue.lead.lang) == (date(2024, 5, 18), "ru")
    assert (issue.others, len(issue.earlier)) == ([], 4)
    speakers = [q.speaker for q in issue.voices]
    assert len(speakers) == len(set(speakers))
    assert fronts.telling(issue.lead) not in issue.voices


def test_words_printed_with_the_lead_are_no_voice_again_in_another_outlet() -> None:
    day = joined(
        entry("2024-06-01-a", SAID.format(LONG, "lesia")),
        entry("2024-06-01-b", SAID.format(LONG, "lesia")),
        actor("lesia", "Леся Гармаш"),
    )

    assert fronts.front(day.editions[0]).voices == []


def test_an_edition_holds_its_own_day_alone() -> None:
    issue = fronts.front(digest().editions[0])
    assert [e.slug for e in (issue.lead, *issue.others)] == ["2024-06-01-a", "2024-06-01-b"]
    assert issue.earlier == []


def test_an_empty_digest_has_no_edition() -> None:
    assert fronts.home(Digest()) is None


def told(issue: fronts.Front | None) -> list[str]:
    assert issue
    return [e.slug[11:] for e in (issue.lead, *issue.others)]


def test_an_editor_sets_the_order_and_the_lead() -> None:
    many = SAID.format(LONG, "lesia")
    day = [entry("2024-06-01-a"), entry("2024-06-01-b", many), entry("2024-06-01-d", "order: 2\n")]
    assert told(fronts.home(joined(*day, entry("2024-06-01-c")))) == ["d", "a", "b", "c"]
    assert told(fronts.home(joined(*day, entry("2024-06-01-c", "order: 1\n")))) == ["c", "d", "a", "b"]
    assert told(fronts.home(joined(*day, entry("2024-06-01-c", "featured: true\n")))) == ["c", "d", "a", "b"]


def test_what_is_pinned_stays_on_the_front_page_and_stands_there_once() -> None:
    old = [entry(f"2024-05-{n:02}-e") for n in range(1, 20)]
    issue = fronts.home(joined(entry("2024-06-01-a"), *old, entry("2023-01-01-p", "pinned: true\n")))
    assert issue
    assert [e.slug for e in issue.pinned] == ["2023-01-01-p"]
    assert len(issue.earlier) == 10, "the page stays as long as it was"
    again = fronts.home(joined(entry("2024-06-01-a", "pinned: true\n")))
    assert again
    assert (again.lead.slug, again.pinned) == ("2024-06-01-a", [])


def test_a_big_edition_stays_finite() -> None:
    issue = fronts.front(of_a_size(200))
    assert (len(issue.others), len(issue.more)) == (12, 187)


def test_a_letter_is_plain_lines_with_whole_addresses() -> None:
    text = letter(UK, fronts.front(digest().editions[0]), "Слово", "https://example.org")
    lines = text.splitlines()
    assert lines[:2] == ["Слово", "субота, 1 червня 2024"]
    assert "  «Вода не питає дозволу, вона приходить уночі, коли всі сплять»" in lines
    assert "  — Леся Гармаш" in lines
    assert "https://example.org/entries/2024-06-01-a/" in lines
    assert lines[-1] == "На сайті: https://example.org/editions/2024-06-01/"
    assert max(len(line) for line in lines if "https://" not in line) <= 72


def test_a_year_has_a_square_a_day_darker_the_more_was_told() -> None:
    editions = digest().editions[:2]
    drawn = str(calendars.heat(editions, "<рік>"))
    squares = {level: found.count("z") for level, found in re.findall(r'class="l(\d)" d="([^"]+)"', drawn)}
    assert squares == {"0": 364, "2": 1, "4": 1}, "2024 has 366 days"
    assert 'aria-label="&lt;рік&gt;"' in drawn
    assert len(drawn) < 8_000


def test_a_month_begins_on_its_weekday() -> None:
    (june, some), *_ = calendars.months(digest().editions)
    first, *_, last = calendars.weeks(june, some)
    assert [number for number, _ in first] == [0, 0, 0, 0, 0, 1, 2]
    assert [number for number, _ in last] == [24, 25, 26, 27, 28, 29, 30]
    assert [edition.url for _, edition in first if edition] == ["editions/2024-06-01/"]


def test_years_and_months_keep_the_order() -> None:
    editions = digest().editions
    assert [(year, len(some)) for year, some in calendars.years(editions)] == [(2024, 2), (2023, 1)]
    assert [first.month for first, _ in calendars.months(editions)] == [6, 5, 12]


@pytest.mark.parametrize(("many", "sizes"), [(0, [0]), (3, [3]), (7, [3, 3, 1])])
def test_a_list_has_as_many_pages_as_it_needs(many: int, sizes: list[int]) -> None:
    found = leaves(range(many), "actors/", 3)
    assert [len(leaf.things) for leaf in found] == sizes
    assert found[0].url == "actors/"
    assert found[-1].url == ("actors/" if len(sizes) == 1 else f"actors/page/{len(sizes)}/")


def test_all_editions_stand_on_pages_by_month() -> None:
    many = Digest(editions=[of_a_size(1) for _ in range(60)])
    found = [(file, len(shown["leaf"].things)) for kind, file, shown in plan(many, {}) if kind == "editions"]
    assert found == [("editions/index.html", 50), ("editions/page/2/index.html", 10)]


def said(*days: date) -> list[Quote]:
    """Quotations, a speaker's on each day, the newest first as a digest has them."""
    who = invented.actor("ivo", "Іво Брандт")
    told = [Entry(f"e{n}", f"entries/e{n}/", "Запис", "uk", day) for n, day in enumerate(days)]
    return [invented.quote(one, f"Слова {one.slug}", who) for one in sorted(told, key=lambda e: e.date)][::-1]


def test_all_that_was_said_stands_by_month_and_a_new_word_moves_no_older_page() -> None:
    def months(quotations: list[Quote]) -> dict[str, list[str]]:
        planned = plan(Digest(quotations=quotations), {})
        return {
            file: [quote.content for quote in shown["leaf"].things]
            for kind, file, shown in planned
            if kind == "quotations_month"
        }

    days = [date(2024, 5, 1 + n) for n in range(20)]
    before, after = months(said(*days)), months(said(*days, date(2024, 6, 1)))
    assert [len(words) for words in before.values()] == [16, 4]
    assert before["quotations/2024-05/index.html"][:2] == ["Слова e0", "Слова e1"], "in time order"
    assert after == {"quotations/2024-06/index.html": ["Слова e20"], **before}


def test_the_register_of_quotations_opens_with_the_latest_each_saying_once() -> None:
    quotations = said(*(date(2024, 1, 1 + n) for n in range(20)))
    quotations[0].wording = quotations[1].wording = [quotations[1], quotations[0]]
    quotations[2].speaker = None
    ((_, file, shown),) = [one for one in plan(Digest(quotations=quotations), {}) if one[0] == "quotations"]

    assert file == "quotations/index.html"
    assert shown["latest"] == [quotations[0], *quotations[3:14]]
    assert shown["counts"] == [(date(2024, 1, 1), 20)]


def test_no_two_planned_pages_share_a_file() -> None:
    many = joined(*(actor(f"a{n}", f"Особа {n}") for n in range(300)), entry("2024-06-01-a"))
    files = [file for _, file, _ in plan(many, invented.SAVE_AS)]
    assert len(files) == len(set(files))
    assert {"actors/index.html", "actors/page/3/index.html", "entries/2024-06/index.html"} <= set(files)
