"""Saved pages: the article's text, the page's facts, and limits."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model import Facts
from copydesk.seeds.html import MOST_ELEMENTS, TooLargeError, read
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("seeds"), ids=str)
def test_case(case: Case) -> None:
    text, _ = read(case.given)
    assert [line for line in text.split("\n") if line] == case.expected.split("\n")


def page(head: str, lang: str = "") -> str:
    return f"<html{lang}><head>{head}</head><body><p>Текст.</p></body></html>"


def test_facts_from_linked_data() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Мер відкрив міст",
        "datePublished": "2024-05-06T00:30:00+03:00",
        "author": [{"@type": "Person", "name": "Олена Лис"}, {"name": "Іван Кіт"}],
        "publisher": {"name": "Вісник"},
        "inLanguage": "uk-UA",
        "url": "https://misto.ua/1",
    }
    graph = json.dumps({"@graph": [{"@type": "WebSite"}, article]})
    script = f'<script type="application/ld+json">{graph}</script>'
    assert read(page(script))[1] == Facts(
        "Мер відкрив міст", "Вісник", "https://misto.ua/1", "Олена Лис, Іван Кіт", "uk", date(2024, 5, 6)
    )


def test_facts_from_meta_tags() -> None:
    head = (
        "<title>Міст | Вісник</title><meta property='og:title' content='Мер відкрив міст'>"
        "<meta property='og:site_name' content='Вісник'><meta name='author' content='Олена Лис'>"
        "<meta property='article:published_time' content='2024-05-06'><link rel='canonical' href='https://misto.ua/1'>"
    )
    assert read(page(head, ' lang="uk"'))[1] == Facts(
        "Мер відкрив міст", "Вісник", "https://misto.ua/1", "Олена Лис", "uk", date(2024, 5, 6)
    )


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        f"<script type='application/ld+json'>{'[' * 5000}</script>",
        "<script type='application/ld+json'>[1, null, {\"@type\": 5, \"headline\": 7}]</script>",
        "<link rel='canonical' href='javascript:alert(1)'>",
        "<meta property='article:published_time' content='колись'>",
        "<meta name='author' content='https://facebook.com/x'>",
    ],
)  # fmt: skip
def test_facts_that_cannot_be_trusted_stay_open(head: str) -> None:
    assert read(page(head))[1] == Facts()


def test_several_times_are_those_of_other_articles() -> None:
    one = "<body><time datetime='2024-05-06T10:00'>6 травня</time><p>Текст.</p></body>"
    assert read(one)[1].published == date(2024, 5, 6)
    assert read(one.replace("<p>", "<time datetime='2024-05-01'></time><p>"))[1].published is None


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read("<p>" * (2 * MOST_ELEMENTS + 2))


@pytest.mark.parametrize(
    "markup",
    [
        *("<div>" * 20_000, "<a " * 20_000, "<!--" * 20_000, "<table><tr><td>" * 4_000, "<b><p>" * 4_000),
        *("<article><p>а" * 9_000, "<div class='share'><p>а</p>" * 9_000, "<h1>а" * 9_000),
    ],
)
def test_odd_markup_takes_no_long_time(markup: str) -> None:
    started = time.perf_counter()
    read(f"<body><p>Текст.</p>{markup}")
    assert time.perf_counter() - started < 10


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=share>",
                "</div>",
                "<br>",
                "слово",
                " ",
                "\n",
                "<li>",
                "<h1>",
                "&lt;b&gt;",
                "<script>",
                "<!--",
                "<p hidden>",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_markup_gives_tidy_lines(markup: str) -> None:
    text, _ = read(markup)
    lines = text.rstrip("\n").split("\n")
    assert all(line == " ".join(line.split()) for line in lines)
    assert "<p>" not in text
