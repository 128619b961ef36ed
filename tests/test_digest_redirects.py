"""Former addresses lead on; none stands in the way of a page."""

from __future__ import annotations

import pytest

from digest import addresses
from digest.build import Site, build
from digest.redirects import moved, redirects, reread
from tests.test_digest_build import SAID, actor, entry, event


def moves(*former: str) -> tuple[list[str], list[str]]:
    """The addresses that lead on, and what is said of the others."""
    lines = "".join(f"  - {name}\n" for name in former)
    records = [entry("2024-06-01-a", f"redirect_from:\n{lines}"), entry("2024-06-02-b")]
    digest = build(records, [], [], Site())
    found, problems = moved(digest, records, Site())
    return [here for here, _, _ in found], [str(p) for p in problems]


@pytest.mark.parametrize(
    ("former", "here"),
    [("entries/old", "entries/old/"), ("/old/", "old/"), ("2019/01/old.html", "2019/01/old.html")],
)
def test_a_former_address_leads_on(former: str, here: str) -> None:
    assert moves(former) == ([here], [])


def test_the_pages_of_a_renamed_entry_lead_on_with_it() -> None:
    records = [entry("2024-06-01-a", "redirect_from:\n  - entries/old/\n" + SAID.format("Свідок"))]
    digest = build(records, [], [], Site())
    (quote,) = digest.quotations
    digest.entries[0].explained = addresses.explained("2024-06-01-a")
    found, _ = moved(digest, records, Site())
    assert [move[:2] for move in found] == [
        ("entries/old/", "entries/2024-06-01-a/"),
        (addresses.quotation("old", quote.id), quote.page),
    ]
    assert [move[:2] for move in reread(found, digest)] == [
        ("entries/old/explained/", "entries/2024-06-01-a/explained/")
    ]


@pytest.mark.parametrize(
    "former",
    ["entries/2024-06-02-b/", "entries/2024-06-01-a", "actors/", "events/index.html", "feeds/all.atom.xml",
     "theme/x", "index.html", "404.html", "sitemap.xml", "entries/../x"],
)  # fmt: skip
def test_a_page_is_never_replaced(former: str) -> None:
    try:
        here, said = moves(former)
    except AssertionError:
        return  # refused already by the front matter
    assert here == []
    assert len(said) == 1
    assert "there is a page at" in said[0]


def test_one_former_address_leads_to_one_place() -> None:
    here, said = moves("old/", "old/")
    assert (here, len(said)) == (["old/"], 1)


def test_merged_actors_lead_to_the_one_that_stayed() -> None:
    people = [actor("a", "А"), actor("b", "Б", "same_as: a\n"), actor("c", "В", "same_as: b\n")]
    digest = build([], people, [], Site())
    found, _ = moved(digest, [], Site())
    assert found == [("actors/b/", "actors/a/", "А"), ("actors/c/", "actors/a/", "А")]


def test_the_years_of_a_merged_actor_lead_on_with_it() -> None:
    people = [actor("a", "А"), actor("b", "Б", "same_as: a\n")]
    told = [entry(f"2023-06-{day:02}-a", SAID.format("b")) for day in range(1, 31)]
    told += [entry(f"2024-06-{day:02}-a", SAID.format("a")) for day in (1, 2)]
    found, _ = moved(build(told, people, [], Site()), told, Site())
    assert [move[:2] for move in found] == [
        ("actors/b/", "actors/a/"),
        ("actors/b/2024/", "actors/a/2024/"),
        ("actors/b/2023/", "actors/a/2023/"),
        ("actors/b/2023/page/2/", "actors/a/2023/page/2/"),
    ]


def test_the_lists_of_a_merged_actor_lead_on_with_it() -> None:
    names = [f"x{n}" for n in range(11)]
    people = [actor("a", "А"), actor("b", "Б", "same_as: a\n"), *(actor(name, name) for name in names)]
    listed = "".join(f"  - {name}\n" for name in ("b", *names))
    happened = "".join(f"  - {name}\n" for name in names)
    told = [entry("2024-06-01-a", f"actors:\n{listed}events:\n{happened}")]
    found, _ = moved(build(told, people, [event(name) for name in names], Site()), told, Site())
    assert [move[:2] for move in found] == [
        ("actors/b/", "actors/a/"),
        ("actors/b/events/", "actors/a/events/"),
        ("actors/b/with/", "actors/a/with/"),
    ]


def test_the_pages_of_a_merged_event_lead_on_with_it() -> None:
    happenings = [event("a"), event("b", "same_as: a\n")]
    told = [entry(f"2024-06-{day:02}-a", "events:\n  - b\n") for day in range(1, 29)]
    told += [entry(f"2024-07-{day:02}-a", "events:\n  - a\n") for day in range(1, 9)]
    found, _ = moved(build(told, [], happenings, Site()), told, Site())
    assert [move[:2] for move in found] == [
        ("events/b/", "events/a/"),
        *((f"events/b/page/{n}/", f"events/a/page/{n}/") for n in range(2, 7)),
    ]


def test_the_words_in_a_merged_event_lead_on_with_it() -> None:
    happenings = [event("a"), event("b", "same_as: a\n")]
    told = [entry(f"2024-06-{day:02}-a", f"events:\n  - b\n{SAID.format('a')}") for day in range(1, 15)]
    digest = build(told, [actor("a", "А"), actor("c", "В", "same_as: a\n")], happenings, Site())
    moves = {move[:2] for move in moved(digest, told, Site())[0]}
    assert ("events/b/said/", "events/a/said/") in moves
    assert ("events/b/said/a/", "events/a/said/a/") in moves
    assert ("events/a/said/c/", "events/a/said/a/") in moves


def test_a_page_of_the_site_wins() -> None:
    assert list(redirects([("about/", "entries/x/", "X")], {"about/"})) == []
