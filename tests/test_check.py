from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.__main__ import main
from copydesk.check import TOLD_OF_A_FILE, Shelves, alike, check, found
from copydesk.check.formats import shown
from copydesk.convert import convert
from copydesk.convert.shelf import Shelf
from copydesk.frontmatter import strict
from copydesk.model import Problem
from tests import corpus
from tests.desk import Desk, desk
from tests.test_convert import ENTRY, FIRST, SECOND

__all__ = ["desk"]

Change = Callable[[Desk], object]


def replaced(path: str, old: str, new: str) -> Change:
    def change(desk: Desk) -> None:
        assert old in desk.read(path)
        desk.put(path, desk.read(path).replace(old, new, 1))

    return change


def both(*changes: Change) -> Change:
    return lambda desk: [change(desk) for change in changes]


OLENA = "content/actors/olena-hrytsenko.md"
MISTAKES: list[tuple[Change, str]] = [
    (
        replaced(ENTRY, "content: Ми встигли до холодів", "content: Ми встигли до морозів"),
        (
            f"{ENTRY}:11:5: these words are not in seeds/a.txt word for word; "
            "the nearest words there are “Ми встигли до холодів”"
        ),
    ),
    (
        replaced(ENTRY, "  - tom-bakster\n", "  - tom-bakser\n"),
        f"{ENTRY}:8:5: there is no content/actors/tom-bakser.md; did you mean `tom-bakster`?",
    ),
    (
        replaced(ENTRY, "date: 2024-07-03\n", "date: 2024-07-03\nhappened: 2025-07-03\n"),
        (
            f"{ENTRY}:5:1: 2025-07-03 is long after 2024-07-03, the day of the report; "
            "correct `happened` or `date` (warning)"
        ),
    ),
    (
        lambda desk: desk.put(
            ENTRY.replace("/2024/", "/copy/"), desk.read(ENTRY).split("seed:")[0] + "---\n"
        ),
        (
            "content/entries/copy/2024-07-03-shkoly-otrymaly-heneratory.md:1: "
            f"{ENTRY} has the same name, so the same address; rename one of the two files"
        ),
    ),
    (
        lambda desk: desk.seed("a.txt", FIRST + "\nОновлено.\n"),
        f"{ENTRY}:16:3: seeds/a.txt has changed since it was read; run `copydesk convert` (warning)",
    ),
    (
        lambda desk: (desk.root / "seeds/a.txt").unlink(),
        f"{ENTRY}:15:3: there is no seeds/a.txt; did you mean `b.txt`?",
    ),
    (
        lambda desk: desk.put("content/actors/nobody.md", "---\nname: Ніхто\nkind: person\n---\n"),
        (
            "content/actors/nobody.md:2:1: no entry names “Ніхто”; "
            "add the slug to an entry, or delete the file (warning)"
        ),
    ),
    (
        both(
            lambda desk: desk.put(
                "content/actors/olena.md", "---\nname: Олена Гріценко\nkind: person\n---\n"
            ),
            replaced(ENTRY, "  - tom-bakster\n", "  - tom-bakster\n  - olena\n"),
        ),
        (
            "content/actors/olena.md:2:1: “Олена Гріценко” is almost “Олена Гриценко” (olena-hrytsenko); "
            "write `same_as: olena-hrytsenko`, or `not_same_as: [olena-hrytsenko]` (warning)"
        ),
    ),
    (
        replaced(OLENA, "kind: person\n", "kind: person\nsame_as: olena-hrytsenko\n"),
        f"{OLENA}:6:1: `same_as` goes in a circle: olena-hrytsenko → olena-hrytsenko; take one of them out",
    ),
    (
        lambda desk: desk.put(
            "content/actors/Olena.md", "---\nname: Олена\nkind: person\nsame_as: tom-bakster\n---\n"
        ),
        (
            "content/actors/Olena.md:1: the file name “Olena” is not a slug; "
            "rename it: small Latin letters, digits and single hyphens"
        ),
    ),
    (
        both(
            replaced(ENTRY, "date: 2024-07-03\n", "date: 2024-07-03\nfeatured: true\n"),
            lambda desk: desk.put(
                "content/entries/2024/2024-07-03-z.md",
                "---\ntitle: Міст\nlang: uk\ndate: 2024-07-03\nfeatured: true\n---\n",
            ),
        ),
        (
            f"content/entries/2024/2024-07-03-z.md:5:1: {ENTRY} leads the edition of 2024-07-03 too; "
            "take `featured` out of one of the two (warning)"
        ),
    ),
    (
        replaced(ENTRY, "    kind: direct\n", "    kind: direct\n    translations:\n      uk: Ми встигли\n"),
        f"{ENTRY}:15:7: the words are in the language “uk” already; take this translation out (warning)",
    ),
    (
        lambda desk: desk.put("content/ignored-seeds.txt", "c.txt\n"),
        "content/ignored-seeds.txt: there is no seeds/c.txt; correct or delete the line (warning)",
    ),
    (
        lambda desk: desk.seed("c.txt", FIRST),
        (
            "seeds/c.txt:1: the same text as seeds/a.txt; delete one of the two, "
            "or add a line `c.txt` to content/ignored-seeds.txt"
        ),
    ),
    (
        lambda desk: desk.put("content/events/e.md", "---\ntitle: Саміт\npart_of: f\nactors: [tom]\n---\n"),
        (
            "content/events/e.md:3:1: there is no content/events/f.md; correct the slug, or take it out\n"
            "content/events/e.md:4:10: there is no content/actors/tom.md; correct the slug, or take it out"
        ),
    ),
]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.seed("a.txt", FIRST)
    desk.seed("b.txt", SECOND)
    convert(desk.root)
    assert check(desk.root) == []
    return desk


@pytest.mark.parametrize(
    ("change", "expected"), MISTAKES, ids=[m[1].split(": ", 1)[1][:40] for m in MISTAKES]
)
def test_every_mistake_is_named_with_its_place(filled: Desk, change: Change, expected: str) -> None:
    change(filled)
    assert shown(check(filled.root), "text") == expected


def test_formats() -> None:
    problem = Problem("rule", "a,b.md", "50% wrong\n::error::", "mend", 3, 1)
    assert shown([problem], "github") == (
        "::error file=a%2Cb.md,line=3,col=1,title=copydesk rule::50%25 wrong%0A::error::; mend"
    )
    assert json.loads(shown([problem], "json"))[0]["line"] == 3
    assert shown([], "json") == "[]"


def test_nobody_is_called_unused_while_an_entry_cannot_be_read(tmp_path: Path) -> None:
    """One mistyped key must not advise to delete the actors of its entry."""
    (tmp_path / "content" / "entries").mkdir(parents=True)
    (tmp_path / "content" / "actors").mkdir()
    actor = "---\nname: Марта Гай\nkind: person\n---\n"
    (tmp_path / "content" / "actors" / "marta-hai.md").write_text(actor, encoding="utf-8")
    assert [p.rule for p in check(tmp_path)] == ["unused"]
    entry = "---\ntitle: Міст\ntitel: Міст\nlang: uk\ndate: 2024-05-06\nactors: [marta-hai]\n---\nТекст.\n"
    (tmp_path / "content" / "entries" / "2024-05-06-mist.md").write_text(entry, encoding="utf-8")
    assert "unused" not in [p.rule for p in check(tmp_path)]


def test_each_folder_is_listed_once_for_all_rules(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: Counter[str] = Counter()
    files = Shelf.files

    def counted(shelf: Shelf, kind: str) -> list[str]:
        listed[kind] += 1
        return files(shelf, kind)

    shelves = Shelves(desk.root)
    monkeypatch.setattr(Shelf, "files", counted)
    found(shelves)
    assert not listed


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("uk", "8:5: немає content/actors/tom-bakser.md; може, `tom-bakster`?"),
        ("ru", "8:5: нет content/actors/tom-bakser.md; может быть, `tom-bakster`?"),
        ("en", "8:5: there is no content/actors/tom-bakser.md; did you mean `tom-bakster`?"),
    ],
)
def test_problems_are_told_in_the_language_of_the_setting(
    filled: Desk,
    lang: str,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replaced(ENTRY, "  - tom-bakster\n", "  - tom-bakser\n")(filled)
    monkeypatch.setenv("DIGEST_MESSAGES", lang)
    assert main(["--project", str(filled.root), "check"]) == 1
    assert capsys.readouterr().out == f"{ENTRY}:{expected}\n"


def test_a_language_that_is_not_known_is_refused(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_MESSAGES", "de")
    with pytest.raises(SystemExit, match="2"):
        main(["--project", str(filled.root), "check"])


EVENT = "content/events/most.md"
MOST = "---\ntitle: Міст\nstarts: 2024-07-01\nends: 2024-07-03\n---\n"
HAND = "content/entries/2024/2024-07-05-ruka.md"
BY_HAND = "---\ntitle: Рукою\nlang: uk\ndate: 2024-07-05\nactors: [tom-bakster]\n---\n\n{}\n"


def by_hand(body: str, more: str = "") -> Change:
    return lambda desk: desk.put(HAND, BY_HAND.format(body).replace("---\n\n", f"{more}---\n\n"))


def early_fence(desk: Desk) -> None:
    head = BY_HAND.format("").split("---\n\n")[0]
    desk.put(HAND, head + "summary: |\n  рядок\n---\n  ще рядок\nbyline: Я\n---\n\nСлова.\n")


CONTRADICTIONS: list[tuple[Change, str]] = [
    (
        by_hand("Слова.", "events: [most]\nhappened: 2023-02-01\n"),
        (
            f"{HAND}:6:10: happened on 2023-02-01, but this event is of 2024-07-01 – 2024-07-03; "
            f"correct `happened`, take the event out, or correct {EVENT} (warning)"
        ),
    ),
    (
        lambda desk: desk.put(HAND, BY_HAND.format("Слова.").replace("2024-07-05", "2042-07-05")),
        (
            f"{HAND}:4:1: `date` is 2042-07-05, but the file's name says 2024-07-05; "
            "correct `date`, or rename the file and keep its old address in `redirect_from` (warning)"
        ),
    ),
    (
        by_hand("Слова.", "corrections:\n  - date: 2024-07-04\n    text: Не той рік.\n"),
        (
            f"{HAND}:7:5: corrected on 2024-07-04, before it was published on 2024-07-05; "
            "correct one of the two days (warning)"
        ),
    ),
    (
        replaced(
            OLENA, "kind: person\n", "kind: person\nroles:\n  - title: голова\n    from: 2020\n    to: 2018\n"
        ),
        f"{OLENA}:9:5: the post “голова” ends before it begins; correct `from` or `to`",
    ),
    (
        lambda desk: desk.put(
            "content/events/e.md", "---\ntitle: Саміт\nstarts: 2023-01-01\npart_of: most\n---\n"
        ),
        (
            f"content/events/e.md:4:1: 2023-01-01 is outside 2024-07-01 – 2024-07-03, the days of {EVENT}; "
            "correct the days, or take `part_of` out (warning)"
        ),
    ),
    (
        early_fence,
        (
            f"{HAND}:8:1: the line --- ends the front matter in the middle of a value; "
            "indent the line --- as the value is, or write it otherwise"
        ),
    ),
    (
        by_hand("Слова.", "byline: Oлена\n"),
        f"{HAND}:6:1: “Oлена” mixes Cyrillic letters with Latin ones: O; type it anew: Олена (warning)",
    ),
    (
        replaced(OLENA, "name: Олена Гриценко", "name: Олeнa Гриценко"),
        f"{OLENA}:2:1: “Олeнa” mixes Cyrillic letters with Latin ones: e a; type it anew: Олена (warning)",
    ),
    (
        replaced(OLENA, "name: Олена Гриценко", "name: 0лена Гриценко"),
        f"{OLENA}:2:1: “0лена” has a digit for a letter; type the letter (warning)",
    ),
    (
        replaced(OLENA, "name: Олена Гриценко", "name: Олена Гриценкο"),  # Greek omicron
        f"{OLENA}:2:1: “Гриценкο” mixes alphabets: ο; type the word in one script (warning)",
    ),
    (
        by_hand("Слова [Тома](../../actors/tom-bakser.md) і [Олени](../../actors/olena-hrytsenko.md)."),
        (
            f"{HAND}:8:7: the link leads to content/actors/tom-bakser.md, which is not there; "
            "did you mean `tom-bakster`?"
        ),
    ),
    (
        by_hand("Слова.\n\n![мапа](map.png) і [там](/tam/) чи [тут](https://example.org), а `[це](код)` ні."),
        (
            f"{HAND}:10:1: there is no picture map.png; take it out; the site shows no pictures (warning)\n"
            f"{HAND}:10:20: the link to /tam/ leads nowhere on the site; "
            "link to a file, as ../actors/slug.md, or to an address with https:// (warning)"
        ),
    ),
    (
        by_hand("Слова.", "events: [most, most]\n"),
        f"{HAND}:6:16: `most` stands twice under `events`; take one of the two out (warning)",
    ),
    (
        by_hand("С.", "quotations:\n  - {id: a, content: Міст стоїть}\n  - {id: b, content: Міст  стоїть}\n"),
        f"{HAND}:8:13: the quotation `a` has the same words and speaker; take one of the two out (warning)",
    ),
    (
        both(
            by_hand("Слова."),
            lambda desk: desk.put(HAND.replace("ruka", "ruka-2"), BY_HAND.format("Інше.")),
        ),
        (
            f"{HAND}:2:1: {HAND.replace('ruka', 'ruka-2')} tells the same report; "
            "delete one of the two entries (warning)"
        ),
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), CONTRADICTIONS, ids=[m[1].split(": ", 1)[1][:40] for m in CONTRADICTIONS]
)
def test_what_contradicts_and_what_leads_nowhere(filled: Desk, change: Change, expected: str) -> None:
    filled.put(EVENT, MOST)
    change(filled)
    assert shown(check(filled.root), "text") == expected


def test_a_note_below_the_text_is_no_link(filled: Desk) -> None:
    by_hand("Слова[^1].\n\n[^1]: Примітка")(filled)
    assert check(filled.root) == []


def test_of_a_file_with_thousands_of_mistakes_the_first_are_told(filled: Desk) -> None:
    odd = "".join(f"key{number}: 1\n" for number in range(900))
    by_hand("Слова.", odd)(filled)
    *told, more = check(filled.root)
    assert len(told) == TOLD_OF_A_FILE
    assert str(more).startswith(f"{HAND}:905:1: and {900 - TOLD_OF_A_FILE} more problems in this file; mend ")


def test_thousands_of_names_are_compared_by_what_they_share(desk: Desk) -> None:
    """Each pair would be millions of comparisons; names that share no word, nor half of one, are not like."""
    syllables = ["ба", "ве", "гі", "до", "жу", "зи", "кла", "мро", "сте", "хві"]
    for number in range(1500):
        digits = [syllables[int(d)] for d in f"{number:04}"]
        name = f"{''.join(digits[:2]).title()} {''.join(reversed(digits)).title()}"
        desk.put(f"content/actors/a-{number}.md", f"---\nname: {name}\nkind: person\n---\n")
    shelves = Shelves(desk.root)
    pairs = sum(1 for _ in alike._candidates(alike._spellings(shelves)))
    assert pairs < 1500 * 1500 / 2 / 10


def test_front_matter_is_parsed_once_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.write(tmp_path, 12)
    parsed: list[str] = []
    read = strict.read

    def counted(text: str, first_line: int = 1) -> strict.Reading:
        parsed.append(text)
        return read(text, first_line)

    monkeypatch.setattr(strict, "read", counted)
    found(Shelves(tmp_path))
    assert len(parsed) == len(set(parsed)) == len(list((tmp_path / "content").rglob("*.md")))
