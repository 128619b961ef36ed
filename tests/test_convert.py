from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from copydesk import seeds
from copydesk.check import check
from copydesk.convert import convert
from copydesk.convert.policy import Policy, from_environment
from copydesk.convert.proposal import deserving, ordered, prominent, quotations
from copydesk.convert.session import Session
from copydesk.convert.twins import Twins
from copydesk.frontmatter import Entry, load
from copydesk.model import Dispatch, Draft, Found, MentionKind, Quotation, Span
from copydesk.verbatim import stands_in
from tests.desk import Desk, desk, drafted

__all__ = ["desk"]

FIRST = """Школи отримали генератори

2024-07-03

Олена Гриценко розповіла: «Ми встигли до холодів». Поруч стояв Том Бакстер.

У громаді чекали на них рік, бо торік світла не було тижнями, а дві лікарні працювали на одному насосі.
"""
SECOND = """Міст відкрили знову

2024-07-05

Раса Жемайте приїхала на відкриття. Її слова: «Міст стоїть».

На набережній зібралися сотні людей, серед них був Том Бакстер, який будував перший міст сорок років тому.
"""
ENTRY = "content/entries/2024/2024-07-03-shkoly-otrymaly-heneratory.md"


def test_an_entry_reads_as_its_seed(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    report = convert(desk.root)
    assert ENTRY in report.written and not report.problems
    document, problems = load(desk.root / ENTRY, Entry)
    assert document and not problems
    assert str(document.meta.date) == "2024-07-03"
    assert document.meta.actors == ["olena-hrytsenko", "tom-bakster"]
    assert [(q.content, q.speaker) for q in document.meta.quotations] == [
        ("Ми встигли до холодів", "olena-hrytsenko")
    ]
    assert document.body.startswith("Олена Гриценко розповіла")
    assert not [p for p in check(desk.root) if p.severity == "error"]


def test_a_second_run_changes_nothing_and_loads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    before = {p: p.stat().st_mtime_ns for p in (desk.root / "content").rglob("*.md")}
    for again in (None, [], ["a.txt"]):
        report = convert(desk.root, again=again)
        assert report.written == [] and not report.offers and not report.problems
    assert before == {p: p.stat().st_mtime_ns for p in (desk.root / "content").rglob("*.md")}
    monkeypatch.setattr("copydesk.convert.session.Session.run", None)
    assert convert(desk.root).unchanged == 2


def test_who_is_met_twice_gets_a_page_in_both_entries(desk: Desk) -> None:
    desk.seed("a.txt", FIRST.replace("Поруч стояв Том Бакстер.", "") + "\nПорядкував Том Бакстер.\n")
    convert(desk.root)
    assert "met:\n    - tom-bakster" in desk.read(ENTRY)
    assert not (desk.root / "content/actors/tom-bakster.md").exists()
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    assert "name: Том Бакстер" in desk.read("content/actors/tom-bakster.md")
    assert "  - tom-bakster\n" in desk.read(ENTRY).split("quotations:")[0]


def test_the_order_of_arrival_does_not_matter(desk: Desk, tmp_path: Path) -> None:
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    one_by_one = desk.files()
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    other.seed("a.txt", FIRST)
    other.seed("b.txt", SECOND)
    convert(other.root)

    def public(files: dict[str, str]) -> dict[str, str]:
        return {path: text.split("\nseed:")[0] for path, text in files.items()}

    assert public(one_by_one) == public(other.files())


def test_a_deleted_page_stays_deleted(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    (desk.root / "content/actors/olena-hrytsenko.md").unlink()
    convert(desk.root, again=[])
    desk.seed("b.txt", SECOND.replace("Раса Жемайте", "Олена Гриценко"))
    convert(desk.root)
    assert not (desk.root / "content/actors/olena-hrytsenko.md").exists()


def test_a_hidden_actor_is_not_linked_again(desk: Desk) -> None:
    desk.put("content/actors/olena-hrytsenko.md", "---\nname: Олена\nkind: person\nstatus: hidden\n---\n")
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    assert "speaker: Олена Гриценко" in desk.read(ENTRY)
    assert "- olena-hrytsenko" not in desk.read(ENTRY).split("seed:")[0]


def test_a_moved_entry_is_found_again(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    moved = desk.root / "content/entries/2024/2024-07-03-heneratory.md"
    (desk.root / ENTRY).rename(moved)
    convert(desk.root, again=[])
    assert not (desk.root / ENTRY).exists()
    (desk.root / "seeds/a.txt").rename(desk.root / "seeds/z.txt")
    convert(desk.root)
    assert "file: z.txt" in moved.read_text(encoding="utf-8")
    assert len(list((desk.root / "content/entries").rglob("*.md"))) == 1


def test_bad_seeds_cost_only_themselves(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    desk.seed("empty.txt", " \n")
    (desk.root / "seeds/binary.txt").write_bytes(b"\x00\xff\xfe\x01" * 40)
    desk.seed("twin.txt", FIRST.replace("рік", "рік,"))
    report = convert(desk.root)
    assert {p.path for p in report.problems} == {"seeds/empty.txt", "seeds/binary.txt", "seeds/twin.txt"}
    assert "seeds/twin.txt:1: the same text as seeds/a.txt; delete one" in "\n".join(
        map(str, report.problems)
    )
    assert report.failed and (desk.root / ENTRY).exists()
    assert {p.path for p in check(desk.root)} == {p.path for p in report.problems}


def test_an_ignored_seed_gets_no_entry(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    desk.put("content/ignored-seeds.txt", "# not news\na.txt  # a leaflet\n")
    report = convert(desk.root)
    assert not report.written and not report.problems


def test_an_undated_seed_becomes_a_draft(desk: Desk) -> None:
    desk.seed("a.txt", FIRST.replace("2024-07-03\n", ""))
    (path,) = [p for p in convert(desk.root).written if "entries" in p]
    assert path == "content/entries/undated/0000-00-00-shkoly-otrymaly-heneratory.md"
    assert "\ndate:\n" in desk.read(path) and "\nstatus: draft\n" in desk.read(path)
    (problem,) = check(desk.root)
    assert (problem.rule, problem.severity, problem.line) == ("undated", "warning", 4)


def test_a_broken_entry_is_left_alone_and_gets_no_twin(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    broken = desk.read(ENTRY).replace("title: ", "title: Нове: ")
    desk.put(ENTRY, broken)
    assert convert(desk.root).written == []
    report = convert(desk.root, again=[])
    assert [p.path for p in report.problems] == [ENTRY]
    assert desk.read(ENTRY) == broken
    assert len([p for p in desk.files() if "entries" in p]) == 1


def test_two_titles_alike_get_two_addresses(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    desk.seed(
        "b.txt", SECOND.replace("Міст відкрили знову", "Школи отримали генератори").replace("07-05", "07-03")
    )
    convert(desk.root)
    assert ENTRY.replace(".md", "-2.md") in desk.files()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_leads_the_converter_outside(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (desk.root / "content").mkdir()
    (desk.root / "content" / "entries").symlink_to(outside)
    desk.seed("a.txt", FIRST)
    report = convert(desk.root)
    assert "passes a link" in str(report.problems[0])
    assert not list(outside.iterdir())


def test_twins_forgive_a_few_words() -> None:
    words = ["".join(letters) for letters in product("абвгдеєж", repeat=3)]
    twins = Twins()
    twins.add("a", " ".join(words))
    assert twins.find(" ".join([*words[:200], "інше", *words[201:]])) == "a"
    assert twins.find(" ".join(words[:150])) is None
    assert twins.find("зовсім інший текст про інше, довший за п'ять слів") is None


SUMMIT = """Саміт міст відкрився в Луцьку

2024-07-05
happened 2024-07-04

Саміт міст відкрився в Луцьку у четвер, 4 липня. Олена Гриценко привітала 120 делегатів від 34 громад Волині.

Учасники саміту в Луцьку домовилися про спільний фонд генераторів і насосів для лікарень.
"""
SUMMIT_AGAIN = """На саміті міст у Луцьку створили спільний фонд генераторів

2024-07-06
happened 2024-07-04

У Луцьку 4 липня відбувся саміт міст. Олена Гриценко назвала 34 громади Волині й 120 делегатів.

Спільний фонд генераторів і насосів купить дещо для лікарень. Про це домовилися учасники саміту в Луцьку.
"""


def test_two_reports_of_one_happening_get_one_event(desk: Desk) -> None:
    desk.seed("a.txt", SUMMIT)
    convert(desk.root)
    desk.seed("b.txt", SUMMIT_AGAIN)
    convert(desk.root)
    (event,) = [path for path in desk.files() if "/events/" in path]
    slug = Path(event).stem
    assert slug.startswith("2024-07-04-")
    assert "starts: 2024-07-04\n" in desk.read(event)
    entries = [text for path, text in desk.files().items() if "/entries/" in path]
    assert len(entries) == 2 and all(f"events:\n  - {slug}\n" in text for text in entries)
    assert convert(desk.root, again=[]).written == []
    assert check(desk.root) == []


def test_a_deleted_event_stays_deleted(desk: Desk) -> None:
    desk.seed("a.txt", SUMMIT)
    desk.seed("b.txt", SUMMIT_AGAIN)
    convert(desk.root)
    (event,) = [path for path in desk.files() if "/events/" in path]
    (desk.root / event).unlink()
    convert(desk.root, again=[])
    assert event not in desk.files()


def test_a_report_of_a_merged_event_tells_of_the_one_it_became(desk: Desk) -> None:
    desk.seed("a.txt", SUMMIT)
    desk.seed("c.txt", SUMMIT_AGAIN)
    convert(desk.root)
    (event,) = [path for path in desk.files() if "/events/" in path]
    desk.put("content/events/samit.md", "---\ntitle: Саміт\n---\n")
    desk.put(event, desk.read(event).replace("title:", "same_as: samit\ntitle:", 1))
    desk.seed(
        "b.txt", SUMMIT_AGAIN.replace("створили", "мають") + "\nПро решту делегати домовляться восени.\n" * 9
    )
    (path,) = convert(desk.root).written
    assert "events:\n  - samit\n" in desk.read(path)


def test_bytes_that_an_editor_broke_are_left_alone(desk: Desk) -> None:
    desk.seed("a.txt", FIRST)
    convert(desk.root)
    broken = desk.read(ENTRY).encode("cp1251", "replace")
    (desk.root / ENTRY).write_bytes(broken)
    report = convert(desk.root, again=[])
    assert (desk.root / ENTRY).read_bytes() == broken
    assert report.failed and report.written == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("«Дорога готова, — каже вона, — і міст теж»", "Дорога готова, і міст теж"),
        ("«Дорога готова, — каже вона. — Міст теж»", "Дорога готова … Міст теж"),
        ("«Дорога готова!» — каже вона. — «Міст теж»", "Дорога готова! Міст теж"),
        ("- Дорога готова\n    і міст теж, — каже вона.", "Дорога готова і міст теж"),
    ],
)
def test_a_quotation_that_an_attribution_cuts(text: str, content: str) -> None:
    pieces = [Span(m.start(), m.end()) for m in re.finditer(r"Дорога готова!?|і міст теж|Міст теж", text)]
    seed = seeds.from_text("a.txt", text)
    draft = Draft(Dispatch(seed, "uk"), None, None, (), (Quotation(tuple(pieces), "direct"),), None, ())
    (made,) = quotations(draft, frozenset())
    assert made["content"] == content
    assert stands_in(content, text)


def test_words_that_the_check_would_not_find_are_not_printed() -> None:
    text = "Дорога готова; і тоді всі побачили, що Міст теж"
    pieces = [Span(m.start(), m.end()) for m in re.finditer(r"Дорога готова|Міст теж", text)]
    seed = seeds.from_text("a.txt", text)
    said = Quotation(tuple(pieces), "direct", speaker="Олена Гриценко", actor="olena")
    draft = Draft(Dispatch(seed, "uk"), None, None, (), (said,), None, ())
    assert list(quotations(draft, frozenset())) == []
    # Nor is their speaker somebody whom the entry quotes.
    assert ordered(draft, {"olena"}) == ()
    assert prominent(draft) == deserving(draft) == frozenset()
    told = replace(draft, quotations=(Quotation((pieces[0],), "direct", actor="olena"),))
    assert ordered(told, {"olena"}) == ("olena",)
    assert prominent(told) == deserving(told) == {"olena"}


def test_a_stage_that_fails_costs_one_seed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(seed: seeds.Seed) -> Draft:
        if seed.name == "b.txt":
            raise KeyError("no such rule")
        return drafted(seed)

    monkeypatch.setattr(Session, "drafter", property(lambda self: fails))
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    report = convert(desk.root)
    assert ENTRY in report.written
    (problem,) = report.problems
    assert str(problem).startswith(
        "seeds/b.txt:1: the program failed on this file (KeyError at test_convert.py:"
    )
    assert "the fault is the program's, not yours; report it" in str(problem)
    assert "Traceback" not in capsys.readouterr().err
    monkeypatch.setenv("COPYDESK_DEBUG", "1")
    convert(desk.root)
    assert "Traceback" in capsys.readouterr().err


def test_who_gets_a_page_is_a_policy(desk: Desk) -> None:
    desk.seed("a.txt", FIRST.replace("Поруч стояв Том Бакстер.", "") + "\nПорядкував Том Бакстер.\n")
    convert(desk.root, policy=Policy(met=1))
    assert "content/actors/tom-bakster.md" in desk.files()
    with pytest.raises(ValueError, match="DIGEST_SUGGEST_MET=often: write a number"):
        from_environment({"DIGEST_SUGGEST_MET": "often"})
    assert from_environment({}) == Policy()
    assert "place" in from_environment({"DIGEST_SUGGEST_PLACES": "1"}).kinds


@pytest.mark.parametrize(
    ("kind", "places", "paged"),
    [("place", False, False), ("place", True, True), ("organisation", False, True)],
)
def test_a_place_gets_a_page_where_an_editor_wants_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: MentionKind, places: bool, paged: bool
) -> None:
    def city(seed: seeds.Seed) -> Draft:
        made = drafted(seed)
        return replace(made, mentions=tuple(replace(m, kind=kind) for m in made.mentions))

    monkeypatch.setattr(Session, "drafter", property(lambda self: city))
    desk.seed("a.txt", FIRST)
    convert(desk.root, policy=Policy.of(2, places))
    assert ("content/actors/tom-bakster.md" in desk.files()) is paged


@pytest.mark.parametrize("by_name", [True, False])
def test_the_outlet_of_a_report_earns_no_page_from_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, by_name: bool
) -> None:
    def told(seed: seeds.Seed) -> Draft:
        made = drafted(seed)
        tom = next(m for m in made.mentions if m.name == "Том Бакстер")
        outlet = Found("Том Бакстер", "masthead") if by_name else Found("Вісті", "line", tom.span)
        return replace(made, dispatch=replace(made.dispatch, outlet=outlet))

    monkeypatch.setattr(Session, "drafter", property(lambda self: told))
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    assert "content/actors/olena-hrytsenko.md" in desk.files()
    assert "content/actors/tom-bakster.md" not in desk.files()
