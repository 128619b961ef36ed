"""Every decision with its reason: the values, the tree of marks, the terminal, the page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from copydesk import seeds
from copydesk.actors import starter
from copydesk.convert.happenings import Told
from copydesk.explain.page import page
from copydesk.explain.reading import explained
from copydesk.explain.terminal import terminal
from copydesk.explain.tree import Node, tree
from copydesk.explain.value import PARTS, Explanation, Mark
from copydesk.model import Seed, Span
from tests.building import ROOT

GOLDEN = ROOT / "tests" / "golden"
TEXT = """Головна » Місто <script>alert(1)</script>

Міст у Луцьку відкриють до осені

14 листопада 2023, 18:40

«Ми відкриємо міст & дорогу у вересні», — сказала у вівторок, 14 листопада, посадовиця Литви Раса Жемайте.
За її словами, так званий «мостовий» збір скасують, а кошти повернуть громадам міста до кінця місяця.

Читайте також: Як будували міст
"""


@pytest.fixture(scope="module")
def seed() -> Seed:
    return seeds.from_text("mist.txt", TEXT)


@pytest.fixture(scope="module")
def made(seed: Seed) -> Explanation:
    return explained(seed, starter())


def flat(nodes: tuple[Node, ...]) -> str:
    return "".join(flat(node.children) if node.mark else node.words for node in nodes)


def test_every_part_has_its_decisions_with_rule_and_words(made: Explanation) -> None:
    told = {(d.part, d.label, d.rule): d for d in made.decisions}

    assert {d.part for d in made.decisions} == set(PARTS) - {"indirect"}
    assert told["article", "outlet", ""].why == "no rule had an opinion: left empty"
    assert told["dates", "published", "dateline"].found == "2023-11-14 (day)"
    quoted = next(d for d in made.decisions if d.part == "quotations")
    assert quoted.found == "Раса Жемайте → rasa-zhemaite"
    assert quoted.why == "said by “сказала”; speaker read from “Раса Жемайте” (named)"
    assert quoted.sure is not None and quoted.sure > 0.6
    assert told["left out", "no quotation", "so_called"].why == "The so-called «republic»"
    assert {d.rule for d in made.decisions if d.part == "names" and d.found.endswith("lytva")} == {
        "gazetteer"
    }
    assert {d.rule for d in made.decisions if d.part == "names" and d.found.endswith("zhemaite")} == {
        "first-met"
    }


def test_what_was_heard_and_not_believed_is_told_apart() -> None:
    text = "Міст відкрили\n\n3 травня 2024\n\nМіст відкрили 2 травня, а будували від 2019 року, каже мер."
    clues = [d for d in explained(seeds.from_text("m", text), starter()).decisions if d.label == "clue"]

    assert [(d.found, d.taken) for d in clues] == [
        ("3 травня 2024", True),
        ("2 травня", True),
        ("2019", False),
    ]
    assert clues[2].why.startswith("told in the article")


def test_the_entries_most_like_it_are_compared_aloud(seed: Seed) -> None:
    far = {"title": "Врожай яблук на Поділлі", "lang": "uk", "date": date(2023, 6, 2)}
    near = {"title": "Міст у Луцьку відкриють до осені", "lang": "uk", "date": date(2023, 11, 14)}
    others = [Told("far.md", far, "Садівники зібрали яблука."), Told("near.md", near, TEXT)]
    made = explained(seed, starter(), others=others)
    told = [d for d in made.decisions if (d.part, d.label) == ("event", "entry")]

    assert [(d.found, d.rule, d.taken) for d in told] == [
        ("Міст у Луцьку відкриють до осені", "same-event", True),
        ("Врожай яблук на Поділлі", "another-event", False),
    ]
    assert told[0].why.startswith("near.md; ")
    assert told[0].sure is not None and told[1].sure is not None and told[0].sure > told[1].sure


def test_the_same_seed_gives_the_same_value_whatever_was_read_before(seed: Seed, made: Explanation) -> None:
    explained(seeds.from_text("other", "Раса Жемайте приїхала до Луцька. Вона сказала «так»."), starter())
    assert explained(seed, starter()) == made


def test_json_and_back(seed: Seed, made: Explanation) -> None:
    stored = json.loads(json.dumps(made.plain()))
    assert Explanation.of(stored, len(seed.text)) == made


@pytest.mark.parametrize(
    "spoil",
    [
        lambda p: [],
        lambda p: {**p, "lang": "xx"},
        lambda p: {**p, "more": 1},
        lambda p: {**p, "marks": [[[0, 10_000], "name", "", "", "", None]]},
        lambda p: {**p, "marks": [[[5, 5], "name", "", "", "", None]]},
        lambda p: {**p, "marks": [[None, "name", "", "", "", None]]},
        lambda p: {**p, "marks": [[[0, 1], 7, "", "", "", None]]},
        lambda p: {**p, "decisions": [["nowhere", "", "", "", "", None, None, True]]},
        lambda p: {**p, "decisions": [["names"]]},
    ],
)
def test_a_stored_explanation_is_not_trusted(seed: Seed, made: Explanation, spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(ValueError, match="not a"):
        Explanation.of(spoil(made.plain()), len(seed.text))


KINDS = ("removed", "paragraph", "quotation", "name", "date", "indirect")


@given(
    st.lists(st.tuples(st.integers(0, 19), st.integers(1, 10), st.sampled_from(KINDS)), max_size=8).map(
        lambda found: [Mark(Span(start, min(20, start + long)), kind) for start, long, kind in found]
    )
)
def test_every_character_stands_once_however_marks_cross(marks: list[Mark]) -> None:
    text = "abcdefghijklmnopqrst"
    nodes = tree(text, marks)

    assert flat(nodes) == text
    closed: list[Mark] = []

    def walk(found: tuple[Node, ...], over: tuple[Mark, ...]) -> None:
        for node in found:
            if node.mark:
                assert node.mark not in over
                closed.extend([node.mark] if node.closes else [])
                walk(node.children, (*over, node.mark))

    walk(nodes, ())
    assert sorted({(m.span, m.kind) for m in closed}) == sorted({(m.span, m.kind) for m in marks})


def test_a_name_inside_a_quotation_is_nested_and_a_crossing_one_is_cut() -> None:
    text = "«А Раса Жемайте» знає"
    quoted, inside, across = (
        Mark(Span(1, 15), "quotation"),
        Mark(Span(3, 7), "name"),
        Mark(Span(8, 21), "name", name="x"),
    )
    found = tree(text, [across, inside, quoted])

    assert [(n.mark, n.words) for n in found] == [
        (None, "«"), (quoted, "А Раса Жемайте"), (across, "» знає")
    ]  # fmt: skip
    assert [(n.mark, n.words, n.closes) for n in found[1].children if n.mark] == [
        (inside, "Раса", True),
        (across, "Жемайте", False),
    ]


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_the_terminal_is_at_most_a_hundred_wide(name: str) -> None:
    path = next(GOLDEN.joinpath(name).glob("seed.*"))
    seed, _ = seeds.read(path, path.name)
    assert seed is not None
    shown = terminal(seed, explained(seed, starter()))

    assert max(map(len, shown.splitlines())) <= 100
    assert [line for line in shown.splitlines() if line.isupper() and line[0] != " "][: len(PARTS)] == [
        part.upper() for part in PARTS
    ]


def test_colour_only_where_it_is_asked_for_and_no_escape_from_the_text() -> None:
    wicked = seeds.from_text("wicked", "Назва про міст\n\nМіст \x1b[31mвідкрили сьогодні вранці, сказав мер.")
    made = explained(wicked, starter())

    assert "\x1b" not in terminal(wicked, made)
    assert "\x1b[31m" not in terminal(wicked, made, colour=True)
    assert "\x1b[1mARTICLE\x1b[0m" in terminal(wicked, made, colour=True)


def test_the_page_shows_the_whole_text_once_and_runs_nothing_of_it(seed: Seed, made: Explanation) -> None:
    html = page(seed, made)
    html5lib.HTMLParser(strict=True).parse(html)
    soup = BeautifulSoup(html, "html5lib")
    shown = soup.find("pre")
    assert shown is not None and shown["lang"] == "uk"
    labels = [small.extract().get_text() for small in shown.find_all("small")]

    assert shown.get_text() == TEXT
    assert soup.find("script") is None
    assert soup.find(["img", "link", "a"]) is None
    assert "quotation: Раса Жемайте, trailing, 0.98" in labels
    assert any(label.startswith("removed: ") for label in labels)
    assert "date: published, dateline" in labels


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from copydesk.__main__ import main

    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mist.txt").write_text(TEXT, encoding="utf-8")
    target = tmp_path / "mist.html"

    assert main(["--project", str(tmp_path), "explain", "mist.txt", "--html", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["--project", str(tmp_path), "explain", "mist.txt", "--html", str(tmp_path)]) == 1
    assert "copydesk explain: " in capsys.readouterr().err
