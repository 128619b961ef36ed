"""What leads on from an entry: its neighbours and its earlier kin."""

from __future__ import annotations

from digest.build.related import main_actor
from digest.index import Digest, Entry
from tests.test_digest_build import SAID, actor, entry, event, joined

EVENT = "events:\n  - povin\n"


def with_actors(*slugs: str) -> str:
    return "actors:\n" + "".join(f"  - {slug}\n" for slug in slugs)


def digest() -> Digest:
    return joined(
        entry("2024-06-01-a", EVENT + with_actors("lesia", "ivo")),
        entry("2024-06-02-b", EVENT + with_actors("ivo")),
        entry("2024-06-03-c", EVENT + with_actors("lesia")),
        entry("2024-06-04-d", with_actors("lesia", "ivo")),
        *(actor(slug, slug.title()) for slug in ("lesia", "ivo")),
        event("povin"),
    )


def ways(told: Entry) -> list[tuple[str, str | None, str | None]]:
    return [
        (w.along.slug, w.before.slug if w.before else None, w.after.slug if w.after else None)
        for w in told.ways
    ]


def test_an_entry_stands_between_its_neighbours_of_the_event_and_the_main_actor() -> None:
    _, third, _, first = digest().entries
    assert ways(third) == [("povin", "2024-06-02-b", None), ("lesia", "2024-06-01-a", "2024-06-04-d")]
    assert ways(first) == [("povin", None, "2024-06-02-b"), ("lesia", None, "2024-06-03-c")]


def test_an_entry_alone_leads_nowhere() -> None:
    (alone,) = joined(entry("2024-06-01-a", with_actors("lesia")), actor("lesia", "Леся")).entries
    assert (alone.ways, alone.related) == ([], [])


def test_the_main_actor_says_most() -> None:
    told = joined(
        entry("2024-06-01-a", SAID.format("ivo") + with_actors("lesia", "ivo")),
        actor("lesia", "Леся"),
        actor("ivo", "Іво"),
    ).entries[0]
    assert (main := main_actor(told)) is not None
    assert main.slug == "ivo"


def test_kin_are_earlier_and_no_neighbours() -> None:
    fourth, third, second, first = digest().entries
    assert [e.slug for e in fourth.related] == ["2024-06-01-a", "2024-06-02-b"]
    assert [e.slug for e in third.related] == []
    assert (first.related, second.related) == ([], [])


def test_a_new_entry_changes_the_pages_of_its_neighbours_alone() -> None:
    """Kin of older entries stay as they were: pages are not written anew for every new one."""
    records = [entry(f"2024-06-{day:02}-e", with_actors("lesia", "ivo")) for day in range(1, 20)]
    people = [actor("lesia", "Леся"), actor("ivo", "Іво")]
    before = {e.slug: [k.slug for k in e.related] for e in joined(*records[:-1], *people).entries}
    after = {e.slug: [k.slug for k in e.related] for e in joined(*records, *people).entries}
    assert before == {slug: kin for slug, kin in after.items() if slug in before}
    assert after["2024-06-19-e"]


def test_whom_everybody_names_makes_no_kin() -> None:
    records = [entry(f"2024-06-{day:02}-e", with_actors("lesia")) for day in range(1, 29)]
    latest = joined(*records, actor("lesia", "Леся")).entries[0]
    assert latest.related == []
