"""The event stage: same or other, grouping that does not depend on order, readable names."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from copydesk.events import Grouper, Trace, title, trace, verdict
from copydesk.model import Block, Dispatch, Found, Mention, Seed, Span
from tests.casefile import Case, cases


def _trace(key: str, report: str) -> Trace:
    head, headline, text = report.strip().split("\n", 2)
    lang, day, actors = (cell.strip() for cell in head.split("|"))
    told = date.fromisoformat(day) if day else None
    return trace(
        key,
        lang,  # type: ignore[arg-type]
        headline,
        text,
        dict.fromkeys(actors.split(), 2.0),
        happened=(told, told) if told else None,
    )


@pytest.mark.parametrize("case", cases("events"))
def test_verdict(case: Case) -> None:
    """Two reports of one happening are proposed as one event, others are not, and the reason is told."""
    left, right = (_trace(key, report) for key, report in zip("ab", case.given.split("---"), strict=True))
    found = verdict(left, right)
    assert ("same" if found.same else "other") == case.expected, found
    assert found.reasons


@pytest.mark.parametrize("case", cases("events"))
def test_verdict_is_symmetric(case: Case) -> None:
    """The order of the two reports changes nothing."""
    left, right = (_trace(key, report) for key, report in zip("ab", case.given.split("---"), strict=True))
    assert verdict(left, right).score == pytest.approx(verdict(right, left).score)


@pytest.mark.parametrize("case", cases("event_groups"))
def test_groups(case: Case) -> None:
    """Reports of one happening fall together over languages, whichever comes first."""
    traces = [_trace(key, report) for key, report in zip("abcdef", case.given.split("---"), strict=False)]
    for order in permutations(traces):
        grouper = Grouper()
        placed = {t.key: grouper.add(t).event for t in order}
        groups = {e: "".join(sorted(k for k in placed if placed[k] == e)) for e in placed.values()}
        assert " ".join(sorted(groups.values())) == case.expected


def test_an_editors_event_is_kept() -> None:
    """A text placed by hand draws its like to that event."""
    left, right = (
        _trace(key, report)
        for key, report in zip("ab", cases("events")[0].values[0].given.split("---"), strict=True)
    )
    grouper = Grouper()
    assert grouper.add(left, event="the-editors").event == "the-editors"
    joined = grouper.add(right)
    assert (joined.event, joined.beside) == ("the-editors", "a")


@pytest.mark.parametrize(
    ("lang", "text", "place", "expected"),
    [
        ("uk", "Лідери говорили на саміті в Нордові про газ.", "Нордові", "Саміт в Нордові"),
        ("ru", "По итогам переговоров в Лиске стороны молчали.", "Лиске", "Переговоры в Лиске"),
        ("en", "Leaders met at the summit in Nordova on Tuesday.", "Nordova", "Summit in Nordova"),
        ("uk", "Про це йшлося на саміті лідерів ШОС в Астані.", "Астані", "Саміт лідерів ШОС в Астані"),
        ("ru", "Началась забастовка пилотов в Италии.", "Италии", "Забастовка пилотов в Италии"),
        ("ru", "Он прибыл с визитом в Варшаву.", "Варшаву", "Визит в Варшаву"),
        ("ru", "После забастовки в Италию летают снова.", "Италию", "Заголовок"),
        ("ru", "На саммите говорили, что в Италии жарко.", "Италии", "Заголовок"),
        ("uk", "Після страйку відновили рейси в Італії.", "Італії", "Заголовок"),
        ("uk", "Ціни на зерно зросли.", "", "Заголовок"),
    ],
)
def test_title(lang: str, text: str, place: str, expected: str) -> None:
    """An event is named by its kind and place in the text's own words, else by the headline."""
    dispatch = Dispatch(
        Seed("s", text, ""),
        lang,  # type: ignore[arg-type]
        Found("Заголовок", "given"),
        blocks=(Block(Span(0, len(text)), "paragraph"),),
    )
    start = text.find(place)
    mentions = [Mention(Span(start, start + len(place)), "place", place, place)] if place else []
    assert title(dispatch, mentions) == expected
