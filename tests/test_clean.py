"""The cleaning stage: cases a newcomer can add, the two real seeds, and the laws of `dispatch`."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import dates, seeds
from copydesk.clean import dispatch, shapes
from copydesk.lexicon import rows
from copydesk.model import LANGS, Dispatch, Facts, Span
from copydesk.seeds import html
from tests.casefile import Case, cases
from tests.patience import patience

SEEDS = Path(__file__).parents[1] / "seeds"


def shown(made: Dispatch) -> str:
    fields = [
        ("headline", made.headline),
        ("dateline", made.dateline),
        ("byline", made.byline),
        ("outlet", made.outlet),
    ]
    lines = [f"lang: {made.lang}", *(f"{name}: {found.value}" for name, found in fields if found)]
    return "\n".join([*lines, *(f"{block.role}: {block.span.of(made.text)}" for block in made.blocks)])


@pytest.mark.parametrize("case", cases("clean"), ids=str)
def test_case(case: Case) -> None:
    assert shown(dispatch(seeds.from_text("case", case.given))) == case.expected


@pytest.mark.parametrize("case", cases("pages"), ids=str)
def test_saved_page(case: Case) -> None:
    text, facts = html.read(case.given)
    made = dispatch(seeds.from_text("page", text, facts))
    published = dates.published(made)
    assert f"published: {published.date if published else None}\n{shown(made)}" == case.expected


def real(name: str) -> Dispatch:
    seed, problems = seeds.read(SEEDS / name, name)
    assert seed is not None
    assert not problems
    return dispatch(seed)


def test_first_real_seed() -> None:
    made = real("000_3739414d06a374c6.txt")
    assert made.outlet is not None
    assert made.outlet.span is not None
    assert made.outlet.value == "DW"
    assert made.outlet.span.of(made.text) == "DW"
    kept = " ".join(block.span.of(made.text) for block in made.blocks)
    assert "2025" not in kept
    assert len(made.blocks) == 8
    assert {removal.rule for removal in made.removed} == {"related-box"}


def test_second_real_seed() -> None:
    made = real("003_4b74998fec9b47ba.txt")
    assert made.dateline is not None
    assert made.dateline.value == "7 июля, 2024"
    assert made.headline is not None
    assert "|" not in made.headline.value
    assert {"masthead", "repeated-headline", "site-suffix", "read-also"} <= {r.rule for r in made.removed}
    assert [b.span.of(made.text) for b in made.blocks if b.role == "subheading"] == ["Общая оптика"]


def test_facts_win_over_the_page() -> None:
    facts = Facts(title="Рада ухвалила бюджет", outlet="Вісник", byline="О. Лис", lang="uk")
    text = "Рада ухвалила бюджет - Вісник\n\nРада ухвалила бюджет після трьох годин суперечок у залі."
    made = dispatch(seeds.from_text("facts", text, facts))
    assert made.headline is not None
    assert made.headline.value == "Рада ухвалила бюджет"
    assert made.outlet is not None
    assert (made.outlet.value, made.outlet.span) == ("Вісник", None)
    assert made.byline is not None
    assert made.byline.value == "О. Лис"


def test_title_of_the_facts_stands_in_for_a_missing_headline() -> None:
    text = "Міст відкрили у вівторок, сказали в мерії.\n\nРух пустили о восьмій ранку, без урочистостей."
    made = dispatch(seeds.from_text("facts", text, Facts(title="Зовсім інша назва статті")))
    assert made.headline is not None
    assert (made.headline.value, made.headline.span) == ("Зовсім інша назва статті", None)
    assert len(made.blocks) == 2


# Pieces of pages: real kinds of lines in any order make odd pages, which must still obey the laws.
PIECES = """
Мер відкрив міст через Стир у Луцьку
Рада ухвалила бюджет | Місто Новини
Misto.today
12 травня 2023, 10:20
Фото: Олена Лис
Міст після ремонту / Reuters
Головна » Політика
Читайте також
Читайте також: Хто ремонтує міст
Міст відкрили після двох років ремонту. Рух пустили о восьмій ранку.
«Ми чекали два роки», — сказав мер Петро Коваль.
Підписуйтесь на наш канал у Telegram
© 2024 Вісник. Усі права захищено.
Статті
Коментарі
- запас води;
Що далі
3 May 2021, 17:50 by Іван Лис
By Ann Lee
The council met on Tuesday, officials said, and voted.
***
10:30
?
а
Заявив він.Мер відкрив міст біля порту
Читайте такожЯк працюють лікарніЛікар подякував за допомогу всім, хто був поруч.
""".strip().split("\n")
PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=25).map("\n\n".join)


def spans_of(made: Dispatch) -> list[Span]:
    fields = (made.headline, made.dateline, made.byline)
    own = [field.span for field in fields if field is not None and field.span is not None]
    return [*own, *(b.span for b in made.blocks), *(r.span for r in made.removed)]


@settings(max_examples=150)
@given(PAGES)
def test_every_character_is_accounted_for_once(text: str) -> None:
    made = dispatch(seeds.from_text("page", text))
    covered = [0] * len(text)
    for span in spans_of(made):
        for index in range(span.start, span.stop):
            covered[index] += 1
    lost = [
        c
        for c, times in zip(text, covered, strict=True)
        if not times and not c.isspace() and c not in "\u200e\u200f"
    ]
    assert [c for c in lost if c.isprintable()] == []
    assert max(covered, default=0) <= 1


@settings(max_examples=80)
@given(PAGES)
def test_blocks_and_removals_stand_in_order(text: str) -> None:
    made = dispatch(seeds.from_text("page", text))
    for spans in ([b.span for b in made.blocks], [r.span for r in made.removed]):
        assert all(left.stop <= right.start for left, right in pairwise(spans))
        assert all(len(span) for span in spans)


@settings(max_examples=60)
@given(PAGES)
def test_cleaning_is_a_function_of_the_text(text: str) -> None:
    seed = seeds.from_text("page", text)
    assert dispatch(seed) == dispatch(seed)


@pytest.mark.parametrize("case", cases("clean"), ids=str)
def test_a_clean_text_stays_clean(case: Case) -> None:
    """The kept words, cleaned again under their headline, are all kept."""
    made = dispatch(seeds.from_text("once", case.given))
    title = [made.headline.value] if made.headline else []
    again = "\n\n".join([*title, *(b.span.of(made.text) for b in made.blocks)])
    twice = dispatch(seeds.from_text("twice", again, Facts(lang=made.lang)))
    assert [b.span.of(again) for b in twice.blocks] == [b.span.of(made.text) for b in made.blocks]


@pytest.mark.parametrize("text", ["", " \n\n ", "?", "слово", "***\n***"])
def test_hardly_any_text_gives_an_empty_dispatch(text: str) -> None:
    made = dispatch(seeds.from_text("little", text))
    assert made.headline is None
    assert made.blocks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Читайте також " * 4000,
        "a" * 60_000,
        "© " * 30_000,
        "Слово, " * 9_000,
        ("я" * 30 + ". ") * 2_000,
        " / " * 20_000,
    ],
    ids=["cue", "letter", "mark", "comma", "sentence", "slash"],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    """A repeated piece must not make a rule slow."""
    with patience():
        dispatch(seeds.from_text("long", text))


def test_rows_of_the_lexicon_are_whole() -> None:
    for lang in LANGS:
        for row in rows(lang, "boilerplate"):
            assert len(row) == 3, row
            assert row[2] in ("line", "start", "any"), row
        kinds = {"says", "writes", "ours", "noun", "own", "tells", "leads"}
        assert kinds.issuperset(kind for _, kind in rows(lang, "reported_by"))
        assert all(part in ("before", "job") for _, part in rows(lang, "byline"))


def test_a_reply_that_holds_the_titles_words_is_no_headline() -> None:
    """A title made of what somebody said below does not take the place of the words."""
    lines = (
        "Воротар «Маяка» відповів журналістам після матчу з «Портом», який закінчився без голів.",
        "Ярема Гілко, «Маяк»:",
        "– Ми не боялися грати просто, боялися пропустити. Захист вистояв. Дякуємо всім.",
    )
    facts = Facts(title="Гілко: ми не боялися грати просто")
    made = dispatch(seeds.from_text("s", "\n\n".join(lines), facts))
    assert [b.span.of(made.text) for b in made.blocks] == list(lines)
    assert made.headline and made.headline.value == facts.title


def test_a_lede_that_holds_the_titles_words_is_no_headline() -> None:
    """A text that is one paragraph keeps it, though its first sentence says all the given title says."""
    text = (
        "Новим міністром довкілля Ковалії стала Раса Жемайте, повідомили у п'ятницю в уряді. "
        "«Рішення ухвалене одностайно», — сказав речник уряду. Вона працюватиме з понеділка."
    )
    made = dispatch(
        seeds.from_text("s", text, Facts(title="Новою міністром довкілля Ковалії стала Раса Жемайте"))
    )
    assert [block.span.of(text) for block in made.blocks] == [text]
    assert made.headline and made.headline.value == "Новою міністром довкілля Ковалії стала Раса Жемайте"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee and Tom Ray, Halmstead", "Ann Lee and Tom Ray"),
        ("By Ann Lee, Political Editor", "Ann Lee"),
        ("By ANN LEE, Washington", "ANN LEE"),
        ("Interviewed by Ann Lee", "Ann Lee"),
        ("By Ann Lee, Tom Ray and Eve Moe", "Ann Lee, Tom Ray and Eve Moe"),
        ("Overheard by Ann Lee", None),
        ("Кореспондентка Олена\u00a0Коваль", "Олена\u00a0Коваль"),
    ],
)
def test_a_byline_names_people_alone(line: str, names: str | None) -> None:
    """What is taken out of a line stands in it, letter for letter."""
    assert shapes.author(line) == names
