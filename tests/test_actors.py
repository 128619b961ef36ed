"""Known actors are found in every form; names are linked over documents and languages."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from copydesk.actors import Gazetteer, Linker, starter
from copydesk.actors.finder import folded
from copydesk.actors.keys import block_keys, person_asked, person_keys
from copydesk.actors.people import same_person
from copydesk.model import LANGS, Actor, Dispatch, Lang, Mention, MentionKind, Seed, Span
from tests.casefile import Case, cases


def found(text: str, lang: Lang, gazetteer: Gazetteer | None = None) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.actor) for m in (gazetteer or starter()).find(text, lang)]


@pytest.mark.parametrize("case", cases("actors"), ids=str)
def test_one_person_or_two(case: Case) -> None:
    left, right = case.given.splitlines()
    assert same_person(left, right) == (case.expected == "same")
    assert same_person(right, left) == same_person(left, right)
    # Whom the words make one, the finer keys lead to wherever the surname does.
    if case.expected == "same" and set(block_keys(left, "uk")) & set(block_keys(right, "uk")):
        assert set(person_keys(left)) & set(person_asked(right))
        assert set(person_keys(right)) & set(person_asked(left))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Делегація КНР прибула до Мінська.", "uk", [("КНР", "kytai"), ("Мінська", "minsk")]),
        ("Президентом Сполучених Штатів Америки", "uk", [("Сполучених Штатів Америки", "ssha")]),
        ("мінський завод і російська армія", "uk", []),
        ("Вона сша собі сукню.", "uk", []),
        ("Того дня було тихо.", "uk", []),
        ("Посол республіки Того приїхав.", "uk", [("Того", "toho")]),
        (
            "Между Североатлантическим альянсом и РФ",
            "ru",
            [("Североатлантическим альянсом", "nato"), ("РФ", "rosiia")],
        ),
        ("Встреча стран Большой семёрки", "ru", [("Большой семёрки", "velyka-simka")]),
        ("Britain's envoy met the U.S. team", "en", [("Britain", "velyka-brytaniia"), ("U.S.", "ssha")]),
        ("агентство Reuters повідомило", "uk", [("Reuters", "reuters")]),
        ("Труби «Північного потоку-2» лежать", "uk", [("Північного потоку-2", "pivnichnyi-potik-2")]),
        (
            "Голосування у Пенсільванії та Аризоні",
            "uk",
            [("Пенсільванії", "pensilvaniia"), ("Аризоні", "aryzona")],
        ),
        ("на Близькому Сході", "uk", [("Близькому Сході", "blyzkyi-skhid")]),
        ("рейс из Лахора в страны Балтии", "ru", [("Лахора", "lakhor"), ("Балтии", "prybaltyka")]),
        (
            "The Justice Department sued Goldman Sachs",
            "en",
            [("Justice Department", "ministerstvo-yustytsii-ssha"), ("Goldman Sachs", "holdman-saks")],
        ),
    ],
)
def test_known_names_in_a_text(text: str, lang: Lang, expected: list[tuple[str, str]]) -> None:
    assert found(text, lang) == expected


@pytest.mark.parametrize("lang", LANGS)
def test_every_state_of_cldr_is_known(lang: Lang) -> None:
    codes = [
        "UA",
        "RU",
        "US",
        "CN",
        "GB",
        "DE",
        "FR",
        "PL",
        "TR",
        "BY",
        "KZ",
        "IL",
        "IR",
        "IQ",
        "IN",
        "JP",
        "KR",
        "KP",
        "ZA",
        "SA",
        "AE",
        "CI",
        "CD",
        "MM",
        "XK",
        "VA",
        "NL",
        "CZ",
        "RO",
        "HU",
    ]
    territories = Locale(lang).territories
    missing = [code for code in codes if not found(territories[code], lang)]
    assert missing == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_starter_actors_share_a_name(lang: Lang) -> None:
    gazetteer = starter()
    owners: dict[str, set[str]] = {}
    for actor in gazetteer.actors.values():
        for name in gazetteer.spellings(actor, lang):
            owners.setdefault(folded(name), set()).add(actor.slug)
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_every_seat_stands_for_a_known_actor() -> None:
    assert [s for s in starter().seats.values() if starter().get(s) is None] == []


def test_an_editor_wins_over_the_starter_and_inherits_its_aliases() -> None:
    editor = Actor("china", "Китай", "country", names={"uk": "Китай"})
    for gazetteer in (Gazetteer.of([editor]).merged(starter()), starter().merged(Gazetteer.of([editor]))):
        assert found("Посол КНР", "uk", gazetteer) == [("КНР", "china")]
        assert gazetteer.canonical("kytai") == "china"
        assert gazetteer.stands_for("pekin") == "china"


def test_a_name_of_two_actors_is_not_found() -> None:
    twins = [Actor(s, s, "place", names={"uk": "Слобідка"}) for s in ("slobidka", "slobidka-2")]
    assert found("У селі Слобідка", "uk", Gazetteer.of(twins)) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_canonical_never_loops(chain: dict[str, str]) -> None:
    gazetteer = Gazetteer.of(Actor(s, s, "person", same_as=t) for s, t in chain.items())
    for slug in "abcdef":
        end = gazetteer.canonical(slug)
        assert gazetteer.canonical(end) == end


def document(lang: Lang, *names: tuple[str, MentionKind]) -> tuple[Dispatch, tuple[Mention, ...]]:
    """A text that is these names alone, a line each."""
    text, mentions = "", []
    for name, kind in names:
        mentions.append(Mention(Span(len(text), len(text) + len(name)), kind, name, name))
        text += name + "\n"
    return Dispatch(Seed("test.txt", text, ""), lang), tuple(mentions)


def slugs(linker: Linker, *papers: tuple[Dispatch, tuple[Mention, ...]]) -> list[list[str | None]]:
    return [[m.actor for m in linker.link(*paper)] for paper in papers]


PAPERS = (
    document("uk", ("Володимир Кириленко", "person"), ("Байєр", "organisation")),
    document("ru", ("Владимир Кириленко", "person"), ("Байер", "organisation")),
    document("en", ("Volodymyr Kyrylenko", "person"), ("Bayer", "organisation")),
    document("ru", ("Мария Кириленко", "person")),
)


def test_one_person_and_one_company_over_three_languages() -> None:
    linker = Linker(starter())
    first, second, third, other = slugs(linker, *PAPERS)
    assert first == second == third == ["volodymyr-kyrylenko", "baiier"]
    assert other == ["mariia-kirilenko"]
    person = next(a for a in linker.actors() if a.slug == "volodymyr-kyrylenko")
    assert person.names == {
        "uk": "Володимир Кириленко",
        "ru": "Владимир Кириленко",
        "en": "Volodymyr Kyrylenko",
    }
    assert "given name and surname agree" in linker.why("volodymyr-kyrylenko")[0].evidence


@pytest.mark.parametrize("order", list(itertools.permutations(range(len(PAPERS))))[::5])
def test_the_order_of_documents_does_not_change_who_is_who(order: Iterable[int]) -> None:
    order = list(order)
    linked = slugs(Linker(starter()), *(PAPERS[at] for at in order))
    people = {at: names[0] for at, names in zip(order, linked, strict=True)}
    assert people[0] == people[1] == people[2] != people[3]


def test_linking_twice_gives_the_same() -> None:
    linker = Linker(starter())
    once = slugs(linker, *PAPERS)
    assert slugs(linker, *PAPERS) == once


def test_linkers_apart_learn_each_by_itself() -> None:
    first = Linker(starter())
    slugs(first, PAPERS[0])
    other = first.apart()
    assert slugs(other, *PAPERS[1:]) == slugs(first.apart(), *PAPERS[1:])
    assert [a.slug for a in first.actors()] == [a.slug for a in Linker(starter()).apart().actors()] + [
        "baiier",
        "volodymyr-kyrylenko",
    ]
    person = document("en", ("Volodymyr Kyrylenko", "person"))
    assert first.why("volodymyr-kyrylenko") == ()
    assert slugs(first, person) == slugs(other, person)
    assert first.actors()[-1].names == {"uk": "Володимир Кириленко", "en": "Volodymyr Kyrylenko"}
    assert "ru" in other.actors()[-1].names


def test_a_surname_alone_needs_company() -> None:
    linker = Linker(starter())
    slugs(linker, document("uk", ("Володимир Кириленко", "person"), ("Лісова компанія", "organisation")))
    alone, in_company = slugs(
        linker,
        document("uk", ("Кириленко", "person")),
        document("uk", ("Кириленко", "person"), ("Лісова компанія", "organisation")),
    )
    assert alone == [None]
    assert in_company[0] == "volodymyr-kyrylenko"


@pytest.mark.parametrize(
    ("text", "lang", "place", "actor"),
    [
        ("Москва заявила, що згодна.", "uk", "Москва", "rosiia"),
        ("У Варшаві заявили про згоду.", "uk", "Варшаві", "polshcha"),
        ("Посол у Варшаві заявив про згоду.", "uk", "Варшаві", "varshava"),
        ("Договір між Анкарою та Афінами.", "uk", "Анкарою", "turechchyna"),
        ("Пекин отверг эти слова.", "ru", "Пекин", "kytai"),
        ("В Пекине идёт дождь.", "ru", "Пекине", "pekin"),
        ("Tokyo rejected the offer.", "en", "Tokyo", "yaponiia"),
        ("Tokyo is a large city.", "en", "Tokyo", "tokio"),
        ("Москва та Київ протистоятимуть тиску разом.", "uk", "Київ", "ukraina"),
        ("Токио и Пекин конкурируют за влияние.", "ru", "Токио", "yaponiia"),
        ("Посол застеріг Токіо від поспіху.", "uk", "Токіо", "yaponiia"),
        ("Торговые связи с Токио крепнут.", "ru", "Токио", "yaponiia"),
        ("The minister warned Tokyo against it.", "en", "Tokyo", "yaponiia"),
        ("Дорога з Токіо зайняла добу.", "uk", "Токіо", "tokio"),
    ],
)
def test_a_capital_is_its_state_only_where_it_acts(text: str, lang: Lang, place: str, actor: str) -> None:
    mentions = tuple(
        Mention(m.span, m.mention_kind, m.lemma, m.lemma, actor=m.actor) for m in starter().find(text, lang)
    )
    linked = Linker(starter()).link(Dispatch(Seed("test.txt", text, ""), lang), mentions)
    seen = {m.span.of(text): m for m in linked}
    assert seen[place].actor == actor
    assert seen[place].figurative == (actor not in starter().seats)


def test_an_editor_keeps_two_namesakes_apart() -> None:
    first = Actor("ivan-koval", "Іван Коваль", "person", names={"uk": "Іван Коваль"})
    second = replace(first, slug="ivan-koval-2", not_same_as=("ivan-koval",))
    linker = Linker(Gazetteer.of([first, second]))
    ((nobody,),) = slugs(linker, document("uk", ("Іван Коваль", "person")))
    assert nobody is None
    assert linker.actors() == ()


def test_namesakes_kept_apart_stay_so_in_every_spelling() -> None:
    first = Actor("ivan-koval", "Іван Коваль", "person", names={"uk": "Іван Коваль"})
    second = Actor("ioan-koval", "Іоан Коваль", "person", names={"uk": "Іоан Коваль", "en": "Ivan Koval"})
    apart = Linker(Gazetteer.of([first, replace(second, not_same_as=("ivan-koval",))]))
    ((nobody,),) = slugs(apart, document("ru", ("Иван Ковал", "person")))
    assert nobody is None
    assert apart.actors() == ()


def test_an_editor_keeps_apart_someone_who_has_no_page_yet() -> None:
    known = Actor("serhii-koval", "Сергій Коваль", "person", names={"uk": "Сергій Коваль"})
    asked = document("ru", ("Сергей Коваль", "person"))
    assert slugs(Linker(Gazetteer.of([known])), asked) == [["serhii-koval"]]
    apart = replace(known, not_same_as=("sergei-koval",))
    assert slugs(Linker(Gazetteer.of([apart])), asked) == [["sergei-koval"]]


def test_a_bare_surname_of_one_language_has_one_spelling() -> None:
    linker = Linker(starter())
    full, other = slugs(
        linker,
        document("ru", ("Тахир Махмуд", "person"), ("Лахор", "place")),
        document("ru", ("Мухаммед", "person"), ("Лахор", "place")),
    )
    assert full[0] == "takhir-makhmud"
    assert other[0] is None


def test_a_link_says_why_in_words() -> None:
    linker = Linker(starter())
    slugs(
        linker,
        document("uk", ("Олена Вербова", "person"), ("НАТО", "organisation")),
        document("uk", ("Вербова", "person"), ("НАТО", "organisation")),
    )
    assert [decision.evidence for decision in linker.why("olena-verbova")] == [
        "the only known bearer of the surname, met here and before with НАТО"
    ]


def test_a_body_of_every_state_is_no_actor_by_itself() -> None:
    linker = Linker(starter())
    alone, beside = slugs(
        linker,
        document("uk", ("Верховний суд", "organisation")),
        document("uk", ("Верховний суд", "organisation"), ("Верховний суд Перу", "organisation")),
    )
    assert alone == [None]
    assert beside == ["verkhovnyi-sud-peru"] * 2
