"""Records become a digest: joining, merging, counting, order."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.byhand.decisions import read as read_decisions
from copydesk.frontmatter import Actor, Document, Entry, Event, Part, load
from digest.build import Site, build, resolve
from digest.build.order import name_key
from digest.index import Digest
from digest.records import ActorRecord, EntryRecord, EventRecord

M = TypeVar("M", bound=Part)


def document(model: type[M], header: str, path: str, body: str = "Текст запису.") -> Document[M]:
    found, problems = load(f"---\n{header}---\n{body}\n", model, path)
    assert found is not None, problems
    return found


def entry(slug: str, more: str = "", day: str = "") -> EntryRecord:
    header = f"title: Про {slug}\nlang: uk\ndate: {day or slug[:10]}\n{more}"
    made = document(Entry, header, f"content/entries/{slug}.md")
    assert made.meta.date is not None
    return EntryRecord(slug, made, made.meta.date)


def actor(slug: str, name: str, more: str = "") -> ActorRecord:
    header = f"name: {name}\nkind: person\n{more}"
    return ActorRecord(slug, document(Actor, header, f"content/actors/{slug}.md"))


def event(slug: str, more: str = "") -> EventRecord:
    return EventRecord(slug, document(Event, f"title: Подія {slug}\n{more}", f"content/events/{slug}.md"))


def joined(*records: EntryRecord | ActorRecord | EventRecord, lang: str = "uk") -> Digest:
    return build(
        [r for r in records if isinstance(r, EntryRecord)],
        [r for r in records if isinstance(r, ActorRecord)],
        [r for r in records if isinstance(r, EventRecord)],
        Site(lang),
    )


SAID = "quotations:\n  - id: q1\n    content: Так і буде\n    speaker: {}\n"


def test_entries_are_newest_first_and_ties_break_by_slug() -> None:
    digest = joined(entry("2024-06-01-b"), entry("2024-06-02-c"), entry("2024-06-01-a"))
    assert [e.slug for e in digest.entries] == ["2024-06-02-c", "2024-06-01-a", "2024-06-01-b"]


def test_a_speaker_is_an_actor_of_the_entry() -> None:
    digest = joined(entry("2024-06-01-a", SAID.format("olha")), actor("olha", "Ольга"))
    assert [a.name for a in digest.entries[0].actors] == ["Ольга"]
    assert digest.actors[0].quotations[0].content == "Так і буде"


def test_a_speaker_without_a_page_keeps_the_name() -> None:
    quote = joined(entry("2024-06-01-a", SAID.format("Свідок Іван"))).quotations[0]
    assert (quote.speaker, quote.speaker_name) == (None, "Свідок Іван")


def test_a_hidden_actor_is_a_name_without_a_page() -> None:
    said = SAID.format("ivan") + "actors:\n  - ivan\n"
    digest = joined(entry("2024-06-01-a", said), actor("ivan", "Іван", "status: hidden\n"))
    assert digest.actors == []
    assert digest.entries[0].actors == []
    assert digest.quotations[0].speaker_name == "Іван"


def test_merged_actors_are_one_with_all_names() -> None:
    digest = joined(
        entry("2024-06-01-a", "actors:\n  - van-yi\n"),
        entry("2024-06-02-b", "actors:\n  - wang-yi\n  - van-yi\n"),
        actor("van-yi", "Ван Ї", "names:\n  uk: Ван Ї\n"),
        actor("wang-yi", "Wang Yi", "names:\n  en: Wang Yi\nsame_as: van-yi\nwikidata: Q1\n"),
    )
    only = digest.actors[0]
    assert [a.slug for a in digest.actors] == ["van-yi"]
    assert (only.names, only.wikidata) == ({"uk": "Ван Ї", "en": "Wang Yi"}, "Q1")
    assert len(only.entries) == 2
    assert len(digest.entries[0].actors) == 1


@pytest.mark.parametrize(
    ("lang", "name", "spoken"), [("uk", "Україна", "uk"), ("en", "Ukraine", "en"), ("ru", "Україна", "uk")]
)
def test_a_name_is_in_the_sites_language_where_attested(lang: str, name: str, spoken: str) -> None:
    record = actor("ukraina", "Україна", "names:\n  uk: Україна\n  en: Ukraine\n")
    shown = joined(record, lang=lang).actors[0]
    assert (shown.name, shown.lang) == (name, spoken)


def test_companions_outlets_and_months_are_counted() -> None:
    told = "outlet:\n  name: Вісті\nactors:\n  - a\n"
    digest = joined(
        entry("2024-05-30-x", told + "  - b\n"),
        entry("2024-06-01-y", told + "  - b\n  - c\n"),
        entry("2024-06-02-z", told),
        *(actor(slug, slug.upper()) for slug in "abc"),
    )
    first = digest.actors[0]
    assert [(a.slug, n) for a, n in first.companions] == [("b", 2), ("c", 1)]
    assert [(o.name, n) for o, n in first.outlets] == [("Вісті", 3)]
    assert [(m.isoformat(), n) for m, n in first.months] == [("2024-05-01", 1), ("2024-06-01", 2)]
    assert len({id(e.outlet) for e in digest.entries}) == 1


def test_an_event_has_its_reports_oldest_first_and_its_parts() -> None:
    digest = joined(
        entry("2024-06-02-b", "events:\n  - whole\n"),
        entry("2024-06-01-a", "events:\n  - whole\n"),
        event("whole", "starts: 2024-06-01\n"),
        event("part", "part_of: whole\nstarts: 2024-06-01\n"),
    )
    whole = next(e for e in digest.events if e.slug == "whole")
    assert [e.slug for e in whole.entries] == ["2024-06-01-a", "2024-06-02-b"]
    assert [p.slug for p in whole.parts] == ["part"]


@pytest.mark.parametrize(
    "record",
    [
        entry("2024-06-01-a", "actors:\n  - nobody\n"),
        entry("2024-06-01-a", "events:\n  - nothing\n"),
        actor("a", "А", "same_as: nobody\n"),
        actor("a", "А", "same_as: a\n"),
        event("e", "part_of: nothing\n"),
        event("e", "actors:\n  - nobody\n"),
    ],
)
def test_what_does_not_fit_is_left_out_alone(record: EntryRecord | ActorRecord | EventRecord) -> None:
    digest = joined(record)
    assert len(digest.entries) + len(digest.actors) + len(digest.events) == 1


def test_events_that_are_parts_of_each_other_do_not_go_round() -> None:
    digest = joined(event("a", "part_of: b\n"), event("b", "part_of: a\n"))
    assert sum(len(e.parts) for e in digest.events) == 1


@given(st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from("abcdefx")))
def test_every_slug_ends_at_one_that_stays(same_as: dict[str, str | None]) -> None:
    final, _ = resolve(same_as)
    assert final.keys() == same_as.keys()
    assert all(final[end] == end for end in final.values())


@given(st.permutations(["2024-06-01-a", "2024-06-01-b", "2024-06-02-c"]), st.permutations(["x", "y", "z"]))
def test_the_order_of_files_does_not_matter(days: list[str], slugs: list[str]) -> None:
    records = [entry(day, "actors:\n  - x\n  - y\n  - z\n") for day in days]
    digest = joined(*records, *(actor(slug, f"Ім’я {slug}") for slug in slugs))
    assert [e.slug for e in digest.entries] == ["2024-06-02-c", "2024-06-01-a", "2024-06-01-b"]
    assert [a.slug for a in digest.actors] == ["x", "y", "z"]
    assert [a.slug for a, _ in digest.actors[0].companions] == ["y", "z"]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    names = ["Ярина", "Ґанна", "Галина", "Іван", "Їжак", "Зоя", "Anna", "Ельза", "Єва"]
    ordered = sorted(names, key=lambda n: name_key(n, "uk"))
    assert ordered == ["Галина", "Ґанна", "Ельза", "Єва", "Зоя", "Іван", "Їжак", "Ярина", "Anna"]


def test_decisions_stand_with_the_actors_they_concern() -> None:
    lines = "2024-07-04 actor old same as olha | Ніна | одна людина\n2024-07-05 actor olha accepted\n"
    decisions, wrong = read_decisions(lines)
    site = Site(decisions=tuple(decisions))
    digest = build([], [actor("olha", "Ольга"), actor("old", "Ольга", "same_as: olha\n")], [], site)

    assert wrong == []
    [told] = digest.actors[0].decisions
    assert (told.slug, told.other, told.verdict, told.who, told.why) == (
        "old", "olha", "same as", "Ніна", "одна людина"
    )  # fmt: skip
