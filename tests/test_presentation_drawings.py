"""Strips, bars, marked text and groups: what templates print without thinking."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from digest.index import Entry, Event, Outlet, Quote
from digest.presentation import bars, clocks, grouping, kinship, marking
from digest.presentation.voice import voice
from tests import invented

UK = voice("uk")


def entry(body: str, *contents: str) -> Entry:
    made = Entry("2024-05-15-a", "entries/2024-05-15-a/", "А", "uk", date(2024, 5, 15), Markup(body))
    for content in contents:
        invented.quote(made, content, invented.actor("lesia", "Леся Гармаш"))
    return made


# The two clocks


@pytest.mark.parametrize(
    ("happened", "told", "length"),
    [
        ((date(2024, 5, 14), date(2024, 5, 15)), [date(2024, 5, 18)], 7),
        ((date(2024, 5, 14), date(2024, 5, 14)), [date(2024, 6, 1)], 31),
        (None, [date(2024, 1, 1), date(2024, 12, 1)], 366),
        (None, [date(2020, 1, 1), date(2024, 1, 1)], 1461),
    ],
)
def test_a_strip_shows_a_week_unless_more_is_needed(
    happened: tuple[date, date] | None, told: list[date], length: int
) -> None:
    assert clocks.scale(happened, told).length == length


def test_a_strip_has_a_dot_where_it_happened_and_a_tick_where_it_was_told() -> None:
    svg = clocks.strip((date(2024, 5, 14), date(2024, 5, 14)), [date(2024, 5, 21)], "словами")

    assert svg.count("<circle") == 1
    assert 'cx="2.00%"' in svg
    assert '<line class="told" x1="98.00%" y1="2" x2="98.00%" y2="26"/>' in svg
    assert svg.startswith('<svg class="clocks" height="28" role="img" aria-label="словами">')


def test_days_that_last_are_a_line_between_two_dots() -> None:
    svg = clocks.strip((date(2024, 5, 14), date(2024, 5, 16)), [], "")

    assert svg.count("<circle") == 2
    assert svg.count('class="lasting"') == 1


def test_a_strip_of_nothing_is_nothing() -> None:
    assert clocks.strip(None, [], "словами") == ""


def test_words_in_a_drawing_cannot_leave_it() -> None:
    hostile = '"><script>alert(1)</script>'

    assert "<script" not in clocks.strip(None, [date(2024, 1, 1)], hostile)
    assert "<script" not in bars.bars([(date(2024, 1, 1), 1)], hostile)


DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(first=DAYS, told=st.lists(DAYS, min_size=1, max_size=5))
def test_every_mark_stands_on_the_strip(first: date, told: list[date]) -> None:
    svg = clocks.strip((first, first), told, "")

    assert all(0 <= float(x) <= 100 for x in re.findall(r'x\d?="([\d.]+)%"', svg))
    assert "style=" not in svg
    assert svg == clocks.strip((first, first), told[::-1], "")


# Bars by month


def test_empty_months_are_filled_in_and_there_are_at_least_twelve() -> None:
    filled = bars.every_month([(date(2024, 3, 1), 2), (date(2024, 5, 1), 1)])

    assert len(filled) == 12
    assert filled[0] == (date(2023, 6, 1), 0)
    assert filled[-3:] == [(date(2024, 3, 1), 2), (date(2024, 4, 1), 0), (date(2024, 5, 1), 1)]


def test_a_bar_for_each_month_with_entries() -> None:
    svg = bars.bars([(date(2022, 3, 1), 2), (date(2024, 5, 1), 1)], "словами")

    assert svg.count("<rect") == 2
    assert svg.count('class="grade"') == 2, "New Year 2023 and 2024"
    assert bars.bars([], "словами") == ""


def test_a_meter_is_a_share_of_the_most() -> None:
    assert 'width="50.00%"' in bars.meter(2, 4)
    assert 'width="0.00%"' in bars.meter(0, 0)


# The text with the quoted words marked


def test_quoted_words_are_marked_and_numbered_and_their_speaker_noted() -> None:
    told = entry("<p>Вона сказала: «Вода прийде».</p>", "Вода прийде")
    q = told.quotations[0].fragment

    reference = f'<a class="ref" href="#{q}" lang="uk" aria-label="Цитата 1">1</a>'
    assert marking.marked(UK, told) == (
        f'<p>Вона сказала: «<mark id="w{q[1:]}">Вода прийде</mark>{reference}».</p>'
        f'<div class="sidenotes"><p lang="uk"><a class="ref" href="#{q}">1</a> Леся Гармаш</p></div>'
    )


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>«Вода <em>прийде</em> вночі»</p>", "Вода прийде вночі"),
        ("<p>«Вода\nприйде  вночі»</p>", "Вода прийде вночі"),
        ("<p>«Вода — це межа»</p>", "Вода – це межа"),
        ("<p>«Рада „Хвиля“ згодна»</p>", 'Рада "Хвиля" згодна'),
        ("<p>«Вода прийде, — сказала вона, — і вночі»</p>", "Вода прийде, […] і вночі"),
        ("<p>«Вода прийде.</p>\n<p>І вночі»</p>", "Вода прийде. І вночі"),
        ("<p>«2 &lt; 3 &amp; 4»</p>", "2 < 3 & 4"),
        ('<p><a href="https://e.example/?a>b">«Вода прийде»</a></p>', "Вода прийде"),
    ],
)
def test_words_are_found_through_markup_spaces_dashes_and_cuts(body: str, content: str) -> None:
    told = entry(body, content)

    assert len(marking.found(told)) == 1
    assert marking.marked(UK, told).count("<mark id=") == 1


def test_words_that_are_not_there_are_not_marked() -> None:
    told = entry("<p>Вода прийде. Але не вся.</p>", "Вода прийде […] вночі")

    assert marking.found(told) == frozenset()
    assert marking.marked(UK, told) == told.body


def test_the_same_words_are_marked_once() -> None:
    told = entry("<p>«Вода прийде»</p>", "Вода прийде", "Вода")

    assert len(marking.found(told)) == 1


def test_marking_adds_and_takes_away_no_words() -> None:
    told = next(e for e in invented.digest().entries if len(e.quotations) == 4)
    html = re.sub(r'<div class="sidenotes">.*?</div>|<a class="ref".*?</a>', "", marking.marked(UK, told))

    assert re.sub(r"</?mark[^>]*>", "", html).replace("&#34;", '"') == told.body


PIECES = st.lists(st.sampled_from(["<p>", "вода", " ", "«", "»", "&lt;", "—"]), max_size=20)


@given(pieces=PIECES, content=st.text(alphabet="вода «»<—", min_size=1, max_size=8))
def test_no_body_and_no_words_make_a_tag_of_their_own(pieces: list[str], content: str) -> None:
    body = "<p>" + "".join(p for p in pieces if p != "<p>") + "</p>"
    tags = set(re.findall(r"<(/?\w+)", marking.marked(UK, entry(body, content))))

    assert tags <= {"p", "/p", "mark", "/mark", "a", "/a", "div", "/div"}


# Groups


def test_letters_of_the_alphabet_are_not_mixed_up() -> None:
    names = ["Іво", "Їжак Єва", "Їжак Юрій", "Ґудзь", "7 вітрів"]
    groups = grouping.by_letter([invented.actor("a", name) for name in names])

    assert [(letter, len(found)) for letter, found in groups] == [("І", 1), ("Ї", 2), ("Ґ", 1), ("#", 1)]


def test_strips_on_one_scale_leave_the_days_to_its_axis() -> None:
    where = clocks.scale(None, [date(2024, 5, 1), date(2024, 5, 3)])
    strip = clocks.strip(None, [date(2024, 5, 3)], "3 травня", where)

    assert (strip.count('class="grade"'), clocks.axis(where).count('class="grade"')) == (0, 8)
    assert 'aria-hidden="true"' in clocks.axis(where)
    assert where.last == date(2024, 5, 8)


def many_outlets(number: int) -> Event:
    event = Event("e", "events/e/", "Е", "uk", starts=date(2024, 5, 1))
    who = invented.actor("a", "А")
    for n in range(number):
        told = Entry(f"e{n}", f"entries/e{n}/", "А", "ru" if n % 2 else "uk", date(2024, 5, 2 + n))
        told.outlet = Outlet(f"O{n}", f"o{n}")
        event.entries.append(told)
        event.quotations.append(invented.quote(told, "Слова", who))
    event.voices = [(who, number)]
    return event


def test_who_said_what_has_a_column_an_outlet_or_a_language_where_outlets_are_many() -> None:
    few, many = grouping.matrix(many_outlets(3)), grouping.matrix(many_outlets(9))

    assert [c.outlet.name for c in few.columns if c.outlet] == ["O0", "O1", "O2"]
    assert [c.lang for c in many.columns] == ["uk", "ru"]
    assert [len(cell) for cell in many.rows[0][1]] == [5, 4]


def test_the_very_same_words_of_several_outlets_are_one_saying() -> None:
    told = many_outlets(3).quotations
    told[1].content = "Слова, інші"

    assert grouping.by_words(told) == [(told[0], [told[0], told[2]]), (told[1], [told[1]])]


def test_quotations_without_an_actor_stand_apart() -> None:
    event = invented.digest().events[0]

    table, apart = grouping.matrix(event), grouping.unattributed(event)

    assert [q.speaker for q in apart] == [None, None]
    kept: list[Quote] = [q for _, cells in table.rows for cell in cells for q in cell]
    assert {q.fragment for q in kept + apart} == {q.fragment for q in event.quotations}


def test_names_that_are_equal_share_their_languages() -> None:
    lesia = next(a for a in invented.digest().actors if a.slug == "lesia-harmash")

    assert grouping.name_langs(lesia) == ["uk", "ru"]
    assert grouping.other_names(lesia) == [("Lesia Harmash", ["en"])]


def test_an_event_says_what_its_reports_have_in_common() -> None:
    event = many_outlets(4)
    who = event.quotations[0].speaker
    titles = ("Міст відкрили вночі", "Мост снова открыт", "Закрили новий міст", "Вода поднялась")
    for entry, title in zip(event.entries, titles, strict=True):
        entry.title, entry.actors = title, [who] if who and title != titles[3] else []
    event.entries[0].happened = event.entries[1].happened = (date(2024, 5, 1), date(2024, 5, 1))
    found = kinship.kinship(event)

    assert found
    assert (found.of, found.dated, found.actors) == (4, 2, [(who, 3)])
    assert found.words == [("uk", [("Міст", 2)], 2)], "in Russian no word stands in both"


def test_each_report_is_tied_to_one_told_before_it() -> None:
    event = many_outlets(4)
    who = event.quotations[0].speaker
    titles = ("Міст відкрили вночі", "Паром став", "Закрили новий міст", "Вода спала")
    for n, (entry, title) in enumerate(zip(event.entries, titles, strict=True)):
        entry.title, entry.lang, entry.actors = title, "uk", [who] if who and n in (0, 1) else []
        entry.date, entry.happened, entry.summary = date(2024, 5, 1 + n), None, []
    found = kinship.kinship(event)

    assert found
    tied = [(tie.entry.title, tie.to.title, tie.same_days, tie.actors, tie.words) for tie in found.ties]
    assert tied == [
        ("Паром став", "Міст відкрили вночі", False, [who], []),
        ("Закрили новий міст", "Міст відкрили вночі", False, [], ["міст"]),
    ], "nothing ties the last one"


def test_one_report_has_nothing_in_common_with_others() -> None:
    assert kinship.kinship(many_outlets(1)) is None
