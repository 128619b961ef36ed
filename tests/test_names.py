"""The names stage: marked sentences, nominatives, and the laws that hold for any text."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.actors import Gazetteer, starter
from copydesk.model import Actor, Block, Dispatch, Found, Lang, Mention, Seed, Span
from copydesk.names import mentions
from copydesk.names.nominative import person, phrase
from copydesk.names.respell import respelled
from copydesk.names.tagger import tagger
from tests.casefile import Case, cases

KNOWN = starter()
_MARK = re.compile(r"\[([^\]|]+)\|(person|organisation|place)\]")


def dispatched(text: str, lang: Lang) -> Dispatch:
    blocks = tuple(
        Block(Span(m.start(), m.end()), "paragraph")
        for m in re.finditer(r"[^\n]+", text)
        if m.group().strip()
    )
    return Dispatch(Seed("made.txt", text, ""), lang, blocks=blocks)


def named(text: str, lang: Lang, known: Gazetteer = KNOWN) -> tuple[Mention, ...]:
    return mentions(dispatched(text, lang), known)


@pytest.mark.parametrize("case", cases("names"), ids=str)
def test_marked_names(case: Case) -> None:
    """The input is the expected text without its marks; a line `lang: ru` in the input says the language."""
    lang: Lang = case.given.split(":", 1)[1].strip()  # type: ignore[assignment]
    text = _MARK.sub(r"\1", case.expected)
    seen, at = "", 0
    for mention in named(text, lang):
        seen += text[at : mention.span.start] + f"[{mention.span.of(text)}|{mention.kind}]"
        at = mention.span.stop
    assert seen + text[at:] == case.expected


@pytest.mark.parametrize(
    ("lang", "words", "expected", "gender"),
    [
        ("uk", "Миронові Дячуку", "Мирон Дячук", "m"),
        ("ru", "Реджепом Тайипом Эрдоганом", "Реджеп Тайип Эрдоган", "m"),
        ("ru", "Найджел Гулд-Дэвис", "Найджел Гулд-Дэвис", None),
        ("ru", "Нурии Сингх", "Нурия Сингх", "f"),
        ("ru", "Асию Сингх", "Асия Сингх", None),
        ("uk", "Нурії Бабі", "Нурія Бабі", None),
        ("uk", "Жан-Марком Лютером", "Жан-Марк Лютер", "m"),
        ("uk", "Озлем Тарик", "Озлем Тарик", None),
        ("uk", "Патріарха Варфоломія", "Патріарх Варфоломій", "m"),
        ("ru", "Марией Захаровой", "Мария Захарова", "f"),
        ("ru", "Владимира Зеленского", "Владимир Зеленский", "m"),
        ("ru", "Урсулой фон дер Ляйен", "Урсула фон дер Ляйен", "f"),
        ("ru", "Си Цзиньпином", "Си Цзиньпин", None),
        ("ru", "Терезы Мэй", "Тереза Мэй", "f"),
        ("ru", "Илоном Маском", "Илон Маск", None),
        ("uk", "Сергієм Лавровим", "Сергій Лавров", "m"),
        ("uk", "Джанет Єллен", "Джанет Єллен", "f"),
        ("uk", "Володимира Зеленського", "Володимир Зеленський", "m"),
        ("uk", "Ван Ї", "Ван Ї", None),
        ("uk", "Петра Порошенка", "Петро Порошенко", "m"),
        ("uk", "Юлії Тимошенко", "Юлія Тимошенко", "f"),
        ("uk", "Домініка Рааба", "Домінік Рааб", "m"),
        ("uk", "Джастіна Трюдо", "Джастін Трюдо", "m"),
        ("en", "Janet Yellen", "Janet Yellen", None),
    ],
)
def test_nominative_of_a_person(lang: Lang, words: str, expected: str, gender: str | None) -> None:
    found = person(words.split(), lang, {})
    assert (found.text, found.gender) == (expected, gender)


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("uk", "Міністерством закордонних справ КНР", "Міністерство закордонних справ КНР"),
        ("uk", "Верховної Ради", "Верховна Рада"),
        ("uk", "Лісовим арбітражем", "Лісовий арбітраж"),
        ("uk", "Харкові", "Харків"),
        ("ru", "Верховному суду Пакистана", "Верховный суд Пакистана"),
        ("ru", "Соединенными Штатами", "Соединенные Штаты"),
        ("ru", "ТАСС", "ТАСС"),
        ("ru", "Associated Press", "Associated Press"),
    ],
)
def test_nominative_of_a_body(lang: Lang, words: str, expected: str) -> None:
    assert phrase(words.split(), lang, {}) == expected


def test_a_form_used_elsewhere_decides() -> None:
    assert person(["Лаврова"], "ru", {"лавров": 2}).text == "Лавров"


def test_one_person_has_one_name() -> None:
    text = "Речник Остап Вишняк зустрів гостей. Пізніше Вишняка спитали про ціни. О. Вишняк не відповів."
    people = [m for m in named(text, "uk") if m.kind == "person"]
    assert [m.span.of(text) for m in people] == ["Остап Вишняк", "Вишняка", "О. Вишняк"]
    assert {m.name for m in people} == {"Остап Вишняк"}


def test_a_given_name_before_the_full_one_is_another_person() -> None:
    text = "Муж Сергей успел выйти. Мэр Сергей Бердов пообещал жильё, и Бердов уехал."
    people = [m.name for m in named(text, "ru") if m.kind == "person"]
    assert people == ["Сергей", "Сергей Бердов", "Сергей Бердов"]


def test_an_abbreviation_has_the_name_it_follows() -> None:
    text = "Всемирная федерация садоводов (ВФС) провела съезд. Позже ВФС выпустила отчёт."
    bodies = [m for m in named(text, "ru", Gazetteer.of([])) if m.kind == "organisation"]
    assert {m.name for m in bodies} == {"Всемирная федерация садоводов"}
    assert len(bodies) == 3


def test_the_editors_actor_comes_first() -> None:
    actor = Actor("obrii", "Спілка «Обрій»", "organisation", {"uk": "Обрій"})
    found = named("Про це заявили в Обрію та в місті.", "uk", Gazetteer.of([actor]))
    assert [(m.actor, m.kind) for m in found] == [("obrii", "organisation")]


def test_latin_letters_in_cyrillic_text() -> None:
    text = "Вакцину зробила компанія GreenLab. У GreenLab це підтвердили."
    assert [m.span.of(text) for m in named(text, "uk")] == ["GreenLab", "GreenLab"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("заявив", "заявил"),
        ("Києві", "Киеве"),
        ("КИЇВ", "КИЕВ"),
        ("Німеччини", "Германии"),
        ("Reuters", "Reuters"),
        ("5", "5"),
    ],
)
def test_respelled(word: str, expected: str) -> None:
    assert respelled(word, tagger().vocabulary.__contains__) == expected


_TEXT = st.text(
    st.sampled_from("АбвЇїєҐ'’ Ї.М,«»\"()-—\n aBcЛавров Пекін України Трамп 12@#\u0301\u00a0😀"), max_size=120
)


@settings(max_examples=40)
@given(_TEXT, st.sampled_from(["uk", "ru", "en"]))
def test_mentions_are_in_order_apart_and_never_empty(text: str, lang: Lang) -> None:
    end = 0
    for mention in named(text, lang):
        assert end <= mention.span.start < mention.span.stop <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.name and mention.lemma
        end = mention.span.stop


@settings(max_examples=100)
@given(st.text(max_size=24))
def test_respelling_never_fails_and_keeps_capitals(word: str) -> None:
    other = respelled(word, lambda _: False)
    assert bool(word) == bool(other) or not word.strip("'’ʼ")


@settings(max_examples=40)
@given(
    st.lists(st.text(st.characters(categories=["L", "Pd"]), min_size=1, max_size=12), min_size=1, max_size=4)
)
def test_nominative_keeps_the_number_of_words(words: list[str]) -> None:
    for lang in ("uk", "ru"):
        assert len(person(words, lang, {}).text.split(" ")) == len(words)
        assert len(phrase(words, lang, {}).split(" ")) == len(words)


def test_the_model_labels_every_word() -> None:
    assert tagger().tag([]) == []
    labels = tagger().tag([["Москва", "и", "Пекин"], [], ["Да", "."]])
    assert [len(piece) for piece in labels] == [3, 0, 2]
    assert labels[0] == ["B-LOC", "O", "B-LOC"]
    assert "natasha" not in sys.modules, "only the files of its wheel are read"


@pytest.mark.parametrize(
    ("lang", "text", "short", "full"),
    [
        ("en", "The Crown Ferry Service was sued. A CFS spokesman left.", "CFS", "Crown Ferry Service"),
        ("uk", "Центральна ощадна комісія мовчить. У ЦОК не відповіли.", "ЦОК", "Центральна ощадна комісія"),
    ],
)
def test_the_initials_of_a_body_are_its_abbreviation(lang: Lang, text: str, short: str, full: str) -> None:
    assert {m.name for m in named(text, lang) if m.span.of(text) == short} == {full}


def test_a_surname_behind_mrs_is_not_the_man_of_that_surname() -> None:
    text = "Peter Dalton was cleared. Mr Dalton smiled. Mrs Dalton did not. Ms Reed left. Ann Reed was late."
    told = [(m.span.of(text), m.name) for m in named(text, "en")]
    assert told == [
        ("Peter Dalton", "Peter Dalton"),
        ("Dalton", "Peter Dalton"),
        ("Dalton", "Mrs Dalton"),
        ("Reed", "Ann Reed"),
        ("Ann Reed", "Ann Reed"),
    ]


def test_a_headline_of_capitals_names_only_what_the_text_names() -> None:
    text = "МОЛОКО ДОРОЖЧАЄ: ФЕРМЕРИ ПОЯСНЮЮТЬ\n\nЦіна зросла, каже фермер Степан Гнатюк."
    page = dispatched(text, "uk")
    headline = Found(text[:34], "first", Span(0, 34))
    made = replace(page, headline=headline, blocks=page.blocks[1:])
    assert [m.name for m in mentions(made, KNOWN)] == ["Степан Гнатюк"]


def test_a_short_name_before_the_full_one_may_be_its_surname() -> None:
    text = "President Putin met Xi in Beijing. Chinese leader Xi Jinping thanked him. Xi said he left."
    assert {m.name for m in named(text, "en") if m.span.of(text) == "Xi"} == {"Xi Jinping"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Глава Народного банка (НБ) Валерия Гайдина объяснила курс.", "Валерия Гайдина"),
        ("ru", "Заявление Валерия Гайдина вызвало споры.", "Валерий Гайдин"),
        ("ru", "Письмо главы банка Валерия Гайдина прочли вслух.", "Валерий Гайдин"),
        ("ru", "Об этом сообщила Евгения Лисина.", "Евгения Лисина"),
        ("ru", "Адвокат Валерия Лисина заявил о споре.", "Валерий Лисин"),
        ("uk", "Речниця міністерства Олександра Коваленя повідомила про це.", "Олександра Коваленя"),
        ("uk", "Власниця старого будинку Валентина Жакова говорить про вибух.", "Валентина Жакова"),
        ("uk", "Заяву Олександра Коваленя поширили вчора.", "Олександр Ковалень"),
    ],
)
def test_a_name_that_may_be_his_or_hers_is_read_with_the_words_around_it(
    lang: Lang, text: str, expected: str
) -> None:
    assert [m.name for m in named(text, lang) if m.kind == "person"] == [expected]
