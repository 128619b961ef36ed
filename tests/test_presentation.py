"""Words, dates and typography of the pages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from hypothesis import given
from hypothesis import strategies as st

from digest.opendata import TABLES
from digest.presentation import days, phrases, tongues
from digest.presentation.quality import quality
from digest.presentation.typography import fine
from digest.presentation.voice import LOCALES, catalogue, voice
from tests import invented
from tests.casefile import Case, cases

ROOT = Path(__file__).parent.parent
SITE_LANGS = ("uk", "ru", "en")
HOLD = "\u00a0"


def spoken() -> set[str | tuple[str, ...]]:
    """Every message that a template or the presentation says."""
    found: set[str | tuple[str, ...]] = set()
    words = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    for path in sorted((ROOT / "theme/templates").rglob("*.html")):
        messages = extract_from_file("jinja2.ext:babel_extract", path, words, (), {"silent": "false"})
        found.update(message for _, message, _, _ in messages)
    for table in TABLES:  # what the open data say of themselves, on their page and in their schema
        found |= {table.row, *(words for column in table.columns for words in (column.type, column.holds))}
    for path in sorted((ROOT / "plugins/digest/presentation").rglob("*.py")):
        found.update(message for _, message, _, _ in extract_from_file("python", path, words))
    return found


@pytest.mark.parametrize("lang", SITE_LANGS)
def test_a_catalogue_holds_every_message_of_the_theme_and_no_other(lang: str) -> None:
    written = {m.id for m in catalogue(lang) if m.id}

    assert sorted(map(str, spoken() - written)) == [], "said by the theme, not in the catalogue"
    assert sorted(map(str, written - spoken())) == [], "in the catalogue, not said any more"


@pytest.mark.parametrize("lang", SITE_LANGS)
def test_every_message_is_translated_with_its_plurals_and_its_blanks(lang: str) -> None:
    forms = {"uk": 3, "ru": 3, "en": 2}[lang]
    for message in catalogue(lang):
        if not message.id:
            continue
        many = isinstance(message.id, tuple)
        strings = message.string if many else (message.string,)

        assert len(strings) == (forms if many else 1), message.id
        assert all(strings), f"{lang}: {message.id} is not translated"
        assert not message.fuzzy
        assert list(message.check()) == [], f"{lang}: {message.id} fills other blanks than its original"


def test_only_the_three_site_languages_have_catalogues() -> None:
    assert sorted(p.stem for p in LOCALES.glob("*.po")) == sorted(SITE_LANGS)


def test_a_site_language_without_a_catalogue_speaks_english() -> None:
    assert voice("de").gettext("Events") == "Events"


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("uk", 1, "1 запис"),
        ("uk", 2, "2 записи"),
        ("uk", 5, "5 записів"),
        ("uk", 11, "11 записів"),
        ("uk", 21, "21 запис"),
        ("uk", 112, "112 записів"),
        ("ru", 1, "1 запись"),
        ("ru", 3, "3 записи"),
        ("ru", 14, "14 записей"),
        ("ru", 101, "101 запись"),
        ("en", 1, "1 entry"),
        ("en", 2, "2 entries"),
        ("en", 0, "0 entries"),
    ],
)
def test_plurals_follow_each_language(lang: str, number: int, words: str) -> None:
    assert voice(lang).ngettext("%(num)s entry", "%(num)s entries", number) == words


@pytest.mark.parametrize(
    ("lang", "first", "last", "words"),
    [
        ("uk", date(2024, 4, 9), date(2024, 4, 9), "9 квітня 2024"),
        ("ru", date(2024, 7, 3), date(2024, 7, 4), "3–4 июля 2024"),
        ("uk", date(2024, 6, 30), date(2024, 7, 2), "30 червня – 2 липня 2024"),
        ("en", date(2023, 12, 31), date(2024, 1, 2), "31 December 2023 – 2 January 2024"),
    ],
)
def test_days_say_month_and_year_once(lang: str, first: date, last: date, words: str) -> None:
    assert days.days(voice(lang), (first, last)) == words


def test_a_month_stands_in_the_nominative_and_a_weekday_before_its_day() -> None:
    assert days.month(voice("uk"), date(2024, 4, 1)) == "квітень 2024"
    assert days.weekday(voice("ru"), date(2024, 7, 7)) == "воскресенье, 7 июля 2024"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (date(2024, 5, 13), "до події"),
        (date(2024, 5, 14), "поки вона тривала"),
        (date(2024, 5, 15), "в останній її день"),
        (date(2024, 5, 16), "наступного дня"),
        (date(2024, 5, 19), "через 4 дні"),
        (date(2024, 9, 15), "через 4 місяці"),
    ],
)
def test_the_gap_between_happening_and_telling_is_told_in_words(told: date, words: str) -> None:
    assert days.gap(voice("uk"), (date(2024, 5, 14), date(2024, 5, 15)), told) == words


def test_languages_go_by_their_names() -> None:
    assert [tongues.langtag(x) for x in ("uk", "ru", "en", "pl")] == ["УКР", "РУС", "ENG", "PL"]
    assert tongues.langname(voice("uk"), "en") == "англійська"
    assert tongues.langname(voice("uk"), "xx-unknown") == "xx-unknown"
    assert tongues.endonym("ru") == "русский"
    assert tongues.endonym("no such") == "no such"


CLDR = [("uk", "німецька", "Норвегія"), ("ru", "немецкий", "Норвегия"), ("en", "German", "Norway")]


@pytest.mark.parametrize(("lang", "language", "territory"), CLDR)
def test_languages_and_countries_are_named_in_the_language_of_the_page(
    lang: str, language: str, territory: str
) -> None:
    assert tongues.langname(voice(lang), "de") == language
    assert tongues.country(voice(lang), "no") == territory


def test_an_unknown_kind_or_field_is_shown_as_it_stands() -> None:
    assert phrases.kindname(voice("uk"), "person") == "особа"
    assert phrases.kindname(voice("uk"), "ship") == "ship"
    assert phrases.fieldname(voice("uk"), "mood") == "mood"


def test_the_states_of_a_quotation_are_all_told() -> None:
    told = {phrases.proof(q)[0]: phrases.proof(q) for q in invented.digest().quotations}

    assert told["verified"] == ["verified"]
    assert told["edited"] == ["edited", "verified"]
    assert told["unattributed"] == ["unattributed", "verified"]
    assert told["unverified"] == ["unverified"]


def test_words_that_are_not_in_their_raw_text_are_not_passed_off_as_checked() -> None:
    quote = next(q for q in invented.digest().quotations if q.entry.seed)
    quote.verified = False

    assert phrases.proof(quote)[-1] == "missing"


def test_an_entry_written_by_an_editor_has_no_corrected_quotations() -> None:
    """Where there is no raw text there was nothing to correct."""
    quote = next(q for q in invented.digest().quotations if q.entry.seed is None)
    quote.by = "editor"

    assert phrases.proof(quote) == ["unverified"]


@pytest.mark.parametrize("case", cases("typography"))
def test_headings_are_set_finely(case: Case) -> None:
    lang, _, text = case.given.partition(": ")

    assert fine(text, lang).replace(HOLD, "_") == case.expected


WORDS = st.text(alphabet="аіїу Київ'«»\"„“”—–-№ 9x\u00a0", max_size=40)


PAIRS = ["«»", "„“", "„”", "“”", "‘’"]
SAID = st.text(alphabet="аі в у' —–№ 9x", max_size=20)


@given(before=SAID, said=SAID, after=SAID, pair=st.sampled_from(PAIRS), lang=st.sampled_from(SITE_LANGS))
def test_words_between_quotation_marks_stay_as_they_are(
    before: str, said: str, after: str, pair: str, lang: str
) -> None:
    quoted = f"{pair[0]}{said}{pair[1]}"
    nested = f"«{said}{quoted}{said}»" if pair != "«»" else f"«{said}{quoted}»"

    assert fine(f"{before}{quoted}{after}", lang)[len(before) :].startswith(quoted)
    assert fine(f"{before}{nested}{after}", lang)[len(before) :].startswith(nested)
    assert fine(f"{before}«{said}", lang).endswith(f"«{said}")


@given(before=SAID, said=SAID, after=SAID, lang=st.sampled_from(SITE_LANGS))
def test_words_between_straight_marks_stay_as_they_are(before: str, said: str, after: str, lang: str) -> None:
    assert fine(f'{before}"{said}"{after}', lang)[len(before) + 1 :].startswith(said)


@given(text=WORDS, lang=st.sampled_from(SITE_LANGS))
def test_fine_setting_changes_only_spaces_dashes_and_marks(text: str, lang: str) -> None:
    def fold(words: str) -> str:
        return words.translate(
            {ord(HOLD): " ", **dict.fromkeys(map(ord, "«»“”"), '"'), **dict.fromkeys(map(ord, "—–"), "-")}
        ).replace("’", "'")

    once = fine(text, lang)

    assert fold(once) == fold(text)
    assert fine(once, lang) == once


@pytest.mark.parametrize(("lang", "point"), [("uk", ","), ("ru", ","), ("en", ".")])
def test_measured_figures_have_the_decimal_mark_of_the_language(lang: str, point: str) -> None:
    parts = {
        mark for row in quality(lang).rows for mark in re.findall(r"\d([.,])\d", row.figure + " " + row.goal)
    }

    assert parts == {point}


def test_plain_messages_are_looked_up_when_a_template_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def heard(message: str, **words: str) -> str:
        asked.append(message)
        return voice("uk").gettext(message, **words)

    template = invented.environment("uk").from_string(
        "{{ _('Outlet') }} {{ _('Outlet')|upper }} {{ _('Quotation of %(day)s', day=day) }} {{ x._('no') }}",
        {"_": heard},
    )
    assert template.render(day="7", x={"_": "{}".format}) == "Видання ВИДАННЯ Цитата, 7 no"
    assert asked == ["Quotation of %(day)s"]


@pytest.mark.parametrize(
    ("lang", "few", "many"),
    [
        ("uk", "розповіли 3 видання", "розповіло 5 видань"),
        ("ru", "рассказали 3 издания", "рассказало 5 изданий"),
    ],
)
def test_a_verb_agrees_with_its_number(lang: str, few: str, many: str) -> None:
    told = [voice(lang).ngettext("told by %(num)s outlet", "told by %(num)s outlets", n) for n in (3, 5)]

    assert told == [few, many]
