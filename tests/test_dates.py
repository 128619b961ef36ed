"""When a text was published and when what it tells happened."""

import itertools
import os
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import clean, dates, seeds
from copydesk.dates.clues import clues
from copydesk.model import DateGuess, Dispatch, Facts, Span
from tests.casefile import Case, cases
from tests.marked import marked
from tests.patience import patience

SEEDS = Path(__file__).parent.parent / "seeds"
MONTHS = {
    "uk": [
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS = {
    "uk": ["понеділок", "вівторок", "середу", "четвер", "п'ятницю", "суботу", "неділю"],
    "ru": ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
DAYS = st.dates(date(2001, 1, 1), date(2030, 12, 31))
LANGS = st.sampled_from(["uk", "ru", "en"])


def shown(guess: DateGuess | None) -> str:
    if guess is None:
        return "none"
    until = f"..{guess.until}" if guess.until else ""
    return f'{guess.date}{until} {guess.rule} "{guess.evidence}"'


def today_of(text: str) -> date | None:
    line = next((x for x in text.splitlines() if x.startswith("today: ")), "")
    return date.fromisoformat(line[7:]) if line else None


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: Case) -> None:
    dispatch = marked(case.given)
    published = dates.published(dispatch, today_of(case.given))
    happened = dates.happened(dispatch, published)
    assert f"published {shown(published)}\nhappened {shown(happened)}" == case.expected


@pytest.mark.parametrize("case", cases("dates"))
def test_evidence_is_the_words_of_the_seed(case: Case) -> None:
    dispatch = marked(case.given)
    published = dates.published(dispatch, today_of(case.given))
    for guess in (published, dates.happened(dispatch, published)):
        if guess and guess.span:
            assert guess.evidence == guess.span.of(dispatch.text)
        elif guess:
            assert guess.rule in ("facts", "url")


@pytest.mark.parametrize("case", cases("dates"))
def test_the_trail_names_what_was_taken(case: Case) -> None:
    dispatch = marked(case.given)
    trail = dates.trail(dispatch, today_of(case.given))
    published = dates.published(dispatch, today_of(case.given))
    assert all(step.evidence == step.span.of(dispatch.text) and step.reason for step in trail)
    if published and published.span:
        assert [s.span for s in trail if s.reason.startswith("published")] == [published.span]


def test_the_result_does_not_depend_on_clock_or_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    given = "lang: uk\nH: Міст\nD: 9 квітня 2024\nP: Учора мер відкрив новий міст через річку."
    results = set()
    for zone, moment in (("Pacific/Kiritimati", 0.0), ("America/Adak", 4e9)):
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        dispatch = marked(given)
        published = dates.published(dispatch)
        results.add((published, dates.happened(dispatch, published)))
    monkeypatch.undo()
    time.tzset()
    assert len(results) == 1


def stated(lang: str, day: date, place: str) -> tuple[str, str]:
    month = MONTHS[lang][day.month - 1]
    words = f"{month} {day.day}, {day.year}" if lang == "en" else f"{day.day} {month} {day.year}"
    return words, f"lang: {lang}\nH: Bridge\n{place}: {words}\nP: {words}"


@given(LANGS, DAYS, st.sampled_from("DN"))
@settings(max_examples=60)
def test_a_stated_day_is_read_in_every_language(lang: str, day: date, place: str) -> None:
    words, given_text = stated(lang, day, place)
    guess = dates.published(marked(given_text))
    assert guess and (guess.date, guess.precision, guess.evidence) == (day, "day", words)


@given(LANGS, DAYS, st.integers(0, 300))
@settings(max_examples=60)
def test_a_weekday_fits_its_date(lang: str, day: date, later: int) -> None:
    month, weekday = MONTHS[lang][day.month - 1], WEEKDAYS[lang][day.weekday()]
    told = {
        "uk": f"Мер відкрив новий міст у {weekday}, {day.day} {month}.",
        "ru": f"Мэр открыл новый мост в {weekday}, {day.day} {month}.",
        "en": f"The mayor opened a bridge on {weekday}, {month} {day.day}.",
    }[lang]
    dispatch = marked(f"lang: {lang}\nfetched: {day + timedelta(days=later)}\nH: Bridge\nP: {told}")
    guess = dates.published(dispatch)
    assert guess and guess.date == day
    assert dates.happened(dispatch, guess) == replace(guess, rule="weekday")


@given(LANGS, DAYS, st.integers(0, 6))
@settings(max_examples=60)
def test_a_weekday_alone_is_within_a_week_before_publication(lang: str, day: date, weekday: int) -> None:
    name = WEEKDAYS[lang][weekday]
    told = {
        "uk": f"Мер відкрив новий міст у {name}.",
        "ru": f"Мэр открыл новый мост в {name}.",
        "en": f"The mayor opened a bridge on {name}.",
    }[lang]
    guess = dates.happened(marked(f"lang: {lang}\nP: {told}"), DateGuess(day, "day", "", "facts"))
    assert guess and guess.date.weekday() == weekday
    assert timedelta(0) <= day - guess.date < timedelta(days=7)


@given(st.text(alphabet="0123456789.,:/- \nквітнятравняJulyMay2024ув", max_size=80), LANGS)
@settings(max_examples=150)
def test_clues_are_in_order_and_never_overlap(text: str, lang: str) -> None:
    found = clues(text, lang)  # type: ignore[arg-type]
    assert all(0 <= c.span.start < c.span.stop <= len(text) for c in found)
    assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("uk", "на початку березня", {"month": 3}),
        ("ru", "в конце февраля", {"month": 2}),
        ("en", "in late March", {"month": 3}),
        ("uk", "у лютому 2022 року", {"year": 2022, "month": 2}),
        ("ru", "к 2030 году", {"year": 2030}),
        ("en", "since 2022", {"year": 2022}),
        ("uk", "2024-04-09T15:20:00", {"year": 2024, "month": 4, "day": 9}),
        ("en", "9 Apr 2024", {"year": 2024, "month": 4, "day": 9}),
        ("ru", "12.12.20, 15:10", {"year": 2020, "month": 12, "day": 12}),
        ("ru", "позавчера", {"offset": -2}),
        ("en", "three days ago", {"offset": -3}),
        ("uk", "наступного вівторка", {"weekday": 1, "turn": 1}),
        ("en", "it may 5 times", None),
        ("uk", "штам B.1.1.7", None),
        ("ru", "адрес 192.168.10.12", None),
        ("uk", "31 лютого 2024", {"year": 2024, "month": 2}),
    ],
)
def test_a_clue_says_what_its_words_say(lang: str, text: str, parts: dict[str, int] | None) -> None:
    found = clues(text, lang)  # type: ignore[arg-type]
    if parts is None:
        assert not found
    else:
        assert [{part: getattr(c, part) for part in parts} for c in found] == [parts]


def test_a_page_seen_before_the_stamp_disproves_it() -> None:
    dispatch: Dispatch = marked("lang: uk\nH: Міст\nN: 9 квітня 2024\nP: Мер відкрив новий міст через річку.")
    early = replace(dispatch, seed=replace(dispatch.seed, facts=Facts(fetched=date(2024, 4, 1))))
    assert dates.published(dispatch) and dates.published(early) is None
    assert dates.published(dispatch, today=date(2024, 4, 1)) is None


@pytest.mark.parametrize(
    ("name", "published", "happened"),
    [
        (
            "000_3739414d06a374c6.txt",
            '2024-04-09 weekday "у вівторок, 9 квітня"',
            '2024-04-09 weekday "у вівторок, 9 квітня"',
        ),
        (
            "003_4b74998fec9b47ba.txt",
            '2024-07-07 dateline "7 июля, 2024"',
            '2024-07-03 weekday alone "в среду"',
        ),
    ],
)
def test_the_first_seeds(name: str, published: str, happened: str) -> None:
    seed, _ = seeds.read(SEEDS / name, name)
    assert seed
    dispatch = clean.dispatch(seed)
    guess = dates.published(dispatch)
    assert (shown(guess), shown(dates.happened(dispatch, guess))) == (published, happened)


def test_nothing_told_gives_nothing() -> None:
    assert dates.published(marked("lang: en")) is None
    assert dates.happened(marked("lang: en"), None) is None
    assert dates.trail(marked("lang: en")) == ()
    assert clues("", "uk") == ()
    assert Span(0, 0) not in [c.span for c in clues("9 квітня", "uk")]


def test_a_long_run_of_spaces_takes_no_long_time() -> None:
    dispatch = marked("lang: uk\nP: Зарічне" + " " * 40_000 + "9 квітня" + " " * 40_000)
    with patience():
        assert dates.published(dispatch) is None
