"""Actors and events by hand: merge and rename, the files they leave, the decisions they remember."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.__main__ import main
from copydesk.actors import Linker
from copydesk.byhand.decisions import PATH, VERDICTS, Decision, added, latest, read
from copydesk.check import check
from copydesk.convert import convert
from copydesk.convert.known import gazetteer_of
from copydesk.convert.shelf import Shelf
from copydesk.frontmatter import Entry, Event, load
from copydesk.frontmatter.scalars import substitute
from copydesk.identity import Statement, contradictions
from copydesk.merge import edited
from copydesk.model import Block, Dispatch, Found, Mention, Seed, Span
from tests.desk import Desk, desk
from tests.test_convert import ENTRY, FIRST, SECOND

__all__ = ["desk"]

OLENA, TOM = "content/actors/olena-hrytsenko.md", "content/actors/tom-bakster.md"
BRIDGE = "content/events/mist.md"
BY_HAND = """---
title: Мости громади
lang: uk
date: 2024-07-06
actors: [ "tom-bakster", olena-hrytsenko ]   # двоє
quotations:
    -   content: Збудуємо ще
        id: q1
        speaker: 'tom-bakster'  # так він сказав
events: [mist]
---
Том Бакстер обіцяє: «Збудуємо ще».
"""


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    desk.put(BRIDGE, "---\ntitle: Відкриття моста\nstarts: 2024-07-05\nactors:\n  - tom-bakster\n---\n")
    desk.put("content/entries/2024/2024-07-06-mosty.md", BY_HAND)
    assert errors(desk) == []
    return desk


def errors(desk: Desk) -> list[str]:
    return [str(p) for p in check(desk.root) if p.severity == "error"]


def run(desk: Desk, *arguments: str) -> int:
    return main(["--project", str(desk.root), *arguments])


def linked(desk: Desk, name: str) -> str | None:
    """The slug that the machine gives to a person of this name."""
    dispatch = Dispatch(
        Seed("x", name, "0" * 64), "uk", Found(name, "x"), blocks=(Block(Span(0, len(name)), "paragraph"),)
    )
    mention = Mention(Span(0, len(name)), "person", name, name)
    return Linker(gazetteer_of(Shelf(desk.root))).link(dispatch, [mention])[0].actor


def test_merging_says_what_changes_and_remembers_why(
    filled: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled.files()
    arguments = ["merge-actors", "olena-hrytsenko", "tom-bakster", "--who", "Марта", "--why", "одна | людина"]
    assert run(filled, *arguments, "--dry-run") == 0
    assert filled.files() == before
    capsys.readouterr()
    assert run(filled, *arguments) == 0
    assert capsys.readouterr().out.splitlines() == [
        (
            "“Олена Гриценко” (olena-hrytsenko) becomes one with “Том Бакстер” (tom-bakster): "
            "2 entries will lead there, and so will the links to actors/olena-hrytsenko/"
        ),
        OLENA, PATH,
    ]  # fmt: skip
    after = filled.files()
    assert {p for p in after if after[p] != before.get(p)} == {OLENA, PATH}
    assert after[OLENA].replace("same_as: tom-bakster\n", "") == before[OLENA]
    line = f"{date.today()} actor olena-hrytsenko same as tom-bakster | Марта | одна | людина"
    assert after[PATH].splitlines()[-1] == line
    assert errors(filled) == []
    assert linked(filled, "Олена Гриценко") == "tom-bakster"
    assert linked(filled, "Олену Гриценко") != "olena-hrytsenko"


REFUSED = [
    ("", ["merge-actors", "olena-hrytsenko", "olena-hrytsenko"], "is itself already"),
    ("", ["merge-actors", "olena-hrytsenk", "tom-bakster"], "did you mean `olena-hrytsenko`?"),
    ("same_as: tom-bakster", ["merge-actors", "tom-bakster", "olena-hrytsenko"], "would go in a circle"),
    ("same_as: tom-bakster", ["merge-actors", "olena-hrytsenko", "tom-bakster"], "are one already"),
    ("same_as: tom-bakster", ["merge-actors", "olena-hrytsenko", "rasa-zhemaite"], "merge tom-bakster into"),
    (
        "not_same_as: [tom-bakster]", ["merge-actors", "tom-bakster", "olena-hrytsenko"],
        f"{OLENA}:6 says that olena-hrytsenko is not tom-bakster; take that out first",
    ),
    ("kind: organisation", ["merge-actors", "olena-hrytsenko", "tom-bakster"], "of the kind “organisation”"),
    ("kind: [person]", ["merge-actors", "tom-bakster", "olena-hrytsenko"], f"{OLENA} has problems"),
    ("", ["merge-events", "olena-hrytsenko", "mist"], "there is no content/events/olena-hrytsenko.md"),
    ("", ["rename", "olena-hrytsenko", "tom-bakster"], "`copydesk merge-actors olena-hrytsenko tom-bakster`"),
    ("", ["rename", "olena-hrytsenko", "olena-hrytsenko"], "has this slug already"),
    ("", ["rename", "olena-hrytsenko", "Олена"], "cannot be a slug"),
    ("", ["rename", "olena-hrytsenko", "no"], "cannot be a slug"),
    ("", ["rename", "olena-hrytsenko", "../x"], "cannot be a slug"),
    ("", ["rename", "nobody", "somebody"], "there is no actor or event nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "arguments", "reason"), REFUSED, ids=[" ".join(a) for _, a, _ in REFUSED])
def test_what_cannot_be_is_refused_and_nothing_written(
    filled: Desk, capsys: pytest.CaptureFixture[str], line: str, arguments: list[str], reason: str
) -> None:
    kind = "" if line.startswith("kind") else "kind: person\n"
    filled.put(OLENA, filled.read(OLENA).replace("kind: person\n", f"{kind}{line}\n" if line else kind))
    before = filled.files()
    assert run(filled, *arguments) == 1
    assert reason in capsys.readouterr().err
    assert filled.files() == before


def test_a_renamed_actor_is_named_anew_everywhere_and_nothing_else_changes(
    filled: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled.files()
    assert run(filled, "rename", "content/actors/tom-bakster.md", "tom-baxter") == 0
    assert (
        "“Том Бакстер” is now actors/tom-baxter/; files changed that named it: 4" in capsys.readouterr().out
    )
    after = filled.files()
    assert after.pop(TOM) == "---\nname: Том Бакстер\nkind: person\nsame_as: tom-baxter\n---\n"
    assert after.pop("content/actors/tom-baxter.md") == before.pop(TOM)
    for path, text in before.items():
        tidy = re.compile(r": \"?[0-9a-f]{12}\"?$", re.M)  # fingerprints follow the values
        told, key, memory = text.partition("seed:")  # what was suggested once keeps its name of then
        expected = told.replace("tom-bakster", "tom-baxter") + key + memory
        assert tidy.sub("", after[path]) == tidy.sub("", expected)
    assert (
        'actors: [ "tom-baxter", olena-hrytsenko ]   # двоє'
        in after["content/entries/2024/2024-07-06-mosty.md"]
    )
    assert errors(filled) == []
    assert linked(filled, "Том Бакстер") == "tom-baxter"


def test_whose_word_a_value_was_it_stays(filled: Desk) -> None:
    document, _ = load(filled.root / ENTRY, Entry)
    assert document
    run(filled, "rename", "olena-hrytsenko", "olena-hrycenko")
    renamed, _ = load(filled.root / ENTRY, Entry)
    assert renamed and renamed.meta.quotations[0].speaker == "olena-hrycenko"
    assert edited(renamed.plain, renamed.body) == edited(document.plain, document.body) == frozenset()


def test_there_and_back_gives_the_same_bytes(filled: Desk) -> None:
    filled.put(
        ENTRY,
        filled.read(ENTRY).replace("\n", "\r\n").replace("  - tom-bakster", "  -   'tom-bakster' # він"),
    )
    filled.put(
        TOM,
        "\ufeff"
        + filled.read(TOM).replace("kind: person", "not_same_as: [olena-hrytsenko] # ні\nkind: person"),
    )
    filled.put(OLENA, filled.read(OLENA).replace("kind: person", "not_same_as:\n- tom-bakster\nkind: person"))
    before = filled.files()
    for there, back in (("tom-bakster", "tom"), ("mist", "vidkryttia-mosta"), ("olena-hrytsenko", "o-h")):
        assert run(filled, "rename", there, back) == 0
        assert filled.files() != before
        assert run(filled, "rename", back, there) == 0
        for kind in ("actors", "events"):
            (filled.root / f"content/{kind}/{back}.md").unlink(missing_ok=True)
    assert filled.files() == before


def test_a_rename_cut_short_can_be_run_again(filled: Desk) -> None:
    filled.put("content/actors/tom.md", filled.read(TOM))
    assert run(filled, "rename", "tom-bakster", "tom") == 0
    assert "same_as: tom\n" in filled.read(TOM)


def test_events_are_merged_and_renamed_too(filled: Desk) -> None:
    filled.put("content/events/mist-2.md", "---\ntitle: Міст\npart_of: mist\n---\n")
    assert run(filled, "rename", "events/mist", "mist-1") == 0
    assert "part_of: mist-1\n" in filled.read("content/events/mist-2.md")
    assert "events: [mist-1]" in filled.read("content/entries/2024/2024-07-06-mosty.md")
    assert run(filled, "merge-events", "mist-2", "mist-1") == 0
    merged, _ = load(filled.root / "content/events/mist-2.md", Event)
    assert merged and merged.meta.same_as == "mist-1"
    assert "event mist-2 same as mist-1" in filled.read(PATH)


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)


@given(st.sampled_from(VERDICTS), st.none() | st.integers(0, 99), WORDS, WORDS)
def test_a_decision_is_read_as_it_was_written(verdict: str, seen: int | None, who: str, why: str) -> None:
    pair = verdict in ("same as", "different from", "unsure about")
    tidy = " ".join(who.split()).replace("|", "/"), " ".join(why.split())
    decision = Decision(date(2024, 7, 4), "actor", "a-1", verdict, "b" if pair else "", seen, *tidy)  # type: ignore[arg-type]
    found, problems = read(added(None, decision))
    assert not problems
    assert [str(d) for d in found] == [str(decision)]
    assert (found[0].who, found[0].why) == tidy


def test_the_last_word_on_a_pair_counts() -> None:
    lines = "2024-07-01 actor a same as b\n2024-07-02 actor b different from a\n2024-07-02 actor a accepted\n"
    assert [d.line for d in latest(read(lines)[0])] == [2, 3]


def test_a_chain_of_sames_against_one_different_is_shown() -> None:
    told = [
        Statement(True, "a", "b", "x.md", 4), Statement(True, "c", "b", "y.md", 5),
        Statement(False, "c", "a", "z", 1), Statement(False, "a", "d", "z", 2),
    ]  # fmt: skip
    assert [(s.line, [w.place for w in way]) for s, way in contradictions(told)] == [
        (1, ["y.md:5", "x.md:4"])
    ]


def test_check_tells_of_contradictions_and_of_decisions_that_nobody_followed(filled: Desk) -> None:
    filled.put(OLENA, filled.read(OLENA).replace("kind: person", "same_as: tom-bakster\nkind: person"))
    filled.put(TOM, filled.read(TOM).replace("kind: person", "same_as: rasa-zhemaite\nkind: person"))
    filled.put(
        PATH,
        "# so it was decided\n"
        "2024-07-01 actor olena-hrytsenko different from rasa-zhemaite | Марта\n"
        "2024-07-02 actor rasa-zhemaite accepted\n"
        "2024-07-03 actor nobody same as tom-bakster\n"
        "2024-07-04 actor tom-bakster sameas rasa-zhemaite\n"
        "2024-02-30 actor tom-bakster unsure\n",
    )
    assert "\n".join(str(p) for p in check(filled.root) if p.path == PATH) == (
        f"{PATH}:2:1: olena-hrytsenko is said to be another than rasa-zhemaite, but "
        f"olena-hrytsenko = tom-bakster ({OLENA}:5), tom-bakster = rasa-zhemaite ({TOM}:5); "
        "take out the line that is wrong\n"
        f"{PATH}:3:1: content/actors/rasa-zhemaite.md does not follow this decision; "
        "write `status: confirmed` there, or delete the line\n"
        f"{PATH}:4:1: there is no content/actors/nobody.md; correct or delete the line\n"
        f"{PATH}:5:1: “2024-07-04 actor tom-bakster sameas rasa-zhemaite” is no decision; "
        "did you mean “same as”? write it like: 2024-07-04 actor van-yi same as wang-yi | who | why\n"
        f"{PATH}:6:1: 2024-02-30 is not a day of the calendar; write a day that exists"
    )


def test_nobody_is_asked_again_about_names_that_an_editor_could_not_tell_apart(filled: Desk) -> None:
    filled.put("content/actors/olena.md", "---\nname: Олена Гріценко\nkind: person\n---\n")
    assert "near-names" in {p.rule for p in check(filled.root)}
    filled.put(PATH, "2024-07-01 actor olena unsure about olena-hrytsenko\n")
    assert "near-names" not in {p.rule for p in check(filled.root)}


def test_what_is_said_of_a_merged_actor_holds_for_all_of_it(filled: Desk) -> None:
    """A is B, and B is not C: a name that fits both B and C is given to neither."""
    person = "---\nname: {}\nnames:\n  uk: {}\nkind: person\n{}---\n"
    filled.put("content/actors/a.md", person.format("Ян Гук", "Ян Гук", "same_as: b\nnot_same_as: [c]\n"))
    filled.put("content/actors/b.md", person.format("Ян Гуков", "Ян Гуков", ""))
    filled.put("content/actors/c.md", person.format("Ян Гукев", "Ян Гукев", ""))
    assert linked(filled, "Ян Гукив") is None
    filled.put("content/actors/a.md", person.format("Ян Гук", "Ян Гук", "same_as: b\n"))
    assert linked(filled, "Ян Гукив") is not None


def test_a_value_is_replaced_where_it_stands() -> None:
    raw = "---\r\na: [x, \"y\"] # x\r\nb:\r\n  - c: 'x'\r\n---\r\nx\r\n"
    changed = substitute(raw, {("a", 0): "long-one", ("a", 1): "z", ("b", 0, "c"): "y"})
    assert changed == raw.replace('[x, "y"]', '[long-one, "z"]').replace("'x'", "'y'")
    with pytest.raises(ValueError, match="line 2"):
        substitute("---\na: >-\n  x\n---\n", {("a",): "y"})


QUOTED = st.tuples(st.sampled_from(["{}", '"{}"', "'{}'"]), st.sampled_from(["van-yi", "tom", "x-1"]))


@given(st.lists(QUOTED, min_size=1, max_size=5), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_values_replaced_there_and_back_are_the_same_bytes(
    slugs: list[tuple[str, str]], inline: bool, newline: str
) -> None:
    """Whatever the quotes, the layout and the line ends of the file."""
    written = [form.format(slug) for form, slug in slugs]
    value = f" [ {' , '.join(written)} ] # so" if inline else "".join(f"\n-   {w} # so" for w in written)
    raw = f"---\nactors:{value}\nb: 1\n---\nvan-yi\n".replace("\n", newline)
    places = {("actors", at): slug for at, (_, slug) in enumerate(slugs)}
    there = substitute(raw, dict.fromkeys(places, "new-one"))
    assert there.count("new-one") == len(slugs)
    assert substitute(there, places) == raw
