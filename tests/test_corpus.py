"""The invented corpus: the same every time, without a fault, and as manifold as a real one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from tests import corpus
from tests.building import PUBLISHED, Built, build, kinds
from tests.corpus.telling import Number
from tests.sitelint import complaints


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.*"))}


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    corpus.write(tmp_path / "one", 90)
    corpus.write(tmp_path / "two", 90)

    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.parametrize("number", [1, 60, 300])
def test_there_are_as_many_entries_as_asked_for(tmp_path: Path, number: int) -> None:
    corpus.write(tmp_path, number)

    assert len(list((tmp_path / "content/entries").rglob("*.md"))) == number


def test_nothing_is_wrong_with_it_as_content_or_as_a_site(invented_corpus: Built) -> None:
    assert invented_corpus.problems == []
    assert complaints(invented_corpus.output) == []


def test_pages_of_every_kind_are_light(invented_corpus: Built, site: Built) -> None:
    """In bytes, before any compression: the median page of a kind, and the largest of all."""
    for built in (invented_corpus, site):
        sizes = {
            kind: [(built.output / file).stat().st_size for file in files]
            for kind, files in kinds(built).items()
        }
        assert {kind: size for kind, many in sizes.items() if (size := median(many)) > 40_000} == {}
        assert {kind: most for kind, many in sizes.items() if (most := max(many)) > 40_000} == {}


def test_pages_of_a_site_of_three_trees_at_a_whole_address_are_light(tmp_path: Path) -> None:
    """Whole addresses and the counterparts of each page weigh too."""
    corpus.write(tmp_path, 300)
    built = build(tmp_path, DIGEST_TREES="ru en", SITEURL=PUBLISHED, DIGEST_CARDS="0")

    assert built.code == 0, built.printed
    assert {page.relative_to(built.output).as_posix(): size for page in built.pages()
            if (size := page.stat().st_size) > 40_000} == {}  # fmt: skip


def test_the_clocks_of_an_event_name_every_outlet_that_told_it(invented_corpus: Built) -> None:
    for entry in json.loads(invented_corpus.text("data/entries.json")):
        for event in entry["events"]:
            clocks = invented_corpus.text(f"events/{event}/index.html").partition('id="told"')[0]
            assert not entry["outlet"] or entry["outlet"] in clocks.partition("clockface")[2], event


def test_few_actors_are_quoted_much_and_many_little(tmp_path: Path) -> None:
    corpus.write(tmp_path, 1000)
    said = Counter(
        line
        for path in (tmp_path / "content/entries").rglob("*.md")
        for line in path.read_text(encoding="utf-8").split('"speaker": "')[1:]
        for line in [line.partition('"')[0]]
    )
    ranked = [count for _, count in said.most_common()]

    assert len(ranked) > 40
    assert ranked[0] > 5 * ranked[len(ranked) // 2]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 родина"),
        (3, "3 родини"),
        (11, "11 родин"),
        (13, "13 родин"),
        (92, "92 родини"),
        (100, "100 родин"),
    ],
)
def test_a_number_and_its_word_agree(number: int, words: str) -> None:
    assert f"{Number(number):родина|родини|родин}" == words
    assert f"{Number(number)}" == str(number)


def test_every_page_says_that_it_is_invented(tmp_path: Path) -> None:
    corpus.write(tmp_path, 60)
    for path in (tmp_path / "content/entries").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert any(mark in text for mark in ("вигадано.", "вымышлено.", "is invented.")), path.name
