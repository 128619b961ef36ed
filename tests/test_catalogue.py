"""What is kept between conversions only saves work: with it and without it the same files come out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from copydesk.convert import Report, cards, convert, shelf
from copydesk.convert.catalogue import FOLDER, Catalogue
from copydesk.convert.shelf import Shelf
from copydesk.convert.twins import LIKENESS, Twins, _likeness, sketch
from tests.desk import PEOPLE, Desk, desk

__all__ = ["desk"]

THINGS = ("міст", "школа", "лікарня", "дорога", "порт", "архів", "вокзал", "ринок", "музей", "завод")


def _text(dice: Random, number: int) -> str:
    """A report of a few lines; some tell of one happening."""
    who, what = dice.choice([*PEOPLE]), dice.choice(THINGS)
    said = " ".join(dice.choices(THINGS, k=6))
    return (
        f"Відкрито {what} номер {dice.randrange(9)}\n\n2024-07-0{dice.randrange(1, 9)}\n"
        f"happened 2024-07-0{dice.randrange(1, 4)}\n\n{who} каже: «{said} {number}».\n\n"
        + " ".join(dice.choices(THINGS, k=40))
        + f" {dice.choice([*PEOPLE])}\n"
    )


def reports(count: int) -> list[str]:
    """So many invented reports, some of one happening."""
    dice = Random(5)
    return [_text(dice, number) for number in range(count)]


def _edit(dice: Random, number: int) -> Callable[[Desk], None]:
    """One thing that an editor may do, the same on every desk."""
    text, seed = _text(dice, number), f"s{number}.txt"
    kind, place = (
        dice.choice(["seed", "seed", "seed", "change", "title", "delete", "move", "page"]),
        dice.random(),
    )

    def done(desk: Desk) -> None:
        seeds = sorted((desk.root / "seeds").glob("*.txt"))
        files = sorted((desk.root / "content").rglob("*.md")) or seeds
        file = files[int(place * len(files))] if files else None
        if kind == "seed" or file is None or file.parent.name == "seeds":
            desk.seed(seed, text)
        elif kind == "change":
            seeds[int(place * len(seeds))].write_text(text, encoding="utf-8")
        elif kind == "title":
            file.write_text(file.read_text("utf-8").replace("title: ", "title: Нове, "), "utf-8")
        elif kind == "delete":
            file.unlink()
        elif kind == "move":
            file.rename(file.with_name(f"moved-{file.name}"))
        else:
            desk.put("content/actors/tom-bakster.md", "---\nname: Том\nkind: person\nstatus: hidden\n---\n")

    return done


@pytest.mark.parametrize("number", range(4))
def test_with_what_is_kept_and_without_the_same_comes_out(desk: Desk, tmp_path: Path, number: int) -> None:
    dice = Random(number)
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    for step in range(12):
        edit = _edit(dice, step)
        told: list[Report] = []
        for one in (desk, other):
            edit(one)
            if one is other:
                shutil.rmtree(one.root / FOLDER, ignore_errors=True)
            told.append(convert(one.root))
        assert desk.files() == other.files()
        assert told[0] == told[1]


def _cut(folder: Path) -> None:
    (folder / "files").write_bytes((folder / "files").read_bytes()[:-100])


def _other_bytes(folder: Path) -> None:
    kept = (folder / "files").read_bytes()
    (folder / "files").write_bytes(kept.replace(b"olena", b"alena"))


def _lost(folder: Path) -> None:
    (folder / "words").unlink()


def _foreign(folder: Path) -> None:
    """The words of another moment, whole in themselves."""
    early = folder.with_name("early")
    shutil.copy(early / "words", folder / "words")


@pytest.mark.parametrize("spoil", [_cut, _other_bytes, _lost, _foreign])
def test_what_was_kept_and_is_in_doubt_is_thrown_away(
    desk: Desk, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    dice = Random(7)
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    for number in range(8):
        text = _text(dice, number)
        for one in (desk, other):
            one.seed(f"s{number}.txt", text)
            shutil.rmtree(other.root / FOLDER, ignore_errors=True)
            if number == 7 and one is desk:
                spoil(desk.root / FOLDER)
            convert(one.root)
        if number == 3:
            shutil.copytree(desk.root / FOLDER, (desk.root / FOLDER).with_name("early"))
    assert desk.files() == other.files()


def test_a_new_seed_reads_few_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(1)
    for number in range(60):
        desk.seed(f"s{number}.txt", _text(dice, number))
    convert(desk.root)
    made: list[str] = []
    read: list[str] = []
    entry, document = cards.entry, Shelf.document
    monkeypatch.setattr(cards, "entry", lambda path, raw: (made.append(path), entry(path, raw))[1])
    monkeypatch.setattr(
        shelf.Shelf, "document", lambda self, path, model: (read.append(path), document(self, path, model))[1]
    )
    desk.seed("new.txt", _text(dice, 61))
    report = convert(desk.root)
    entries = [path for path in report.written if path.startswith("content/entries/")]
    assert entries and sorted(made) == entries
    assert len({path for path in read if path.startswith("content/entries/")}) <= 12 + len(entries)


def test_nothing_is_kept_behind_a_link(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (desk.root / ".cache").symlink_to(tmp_path / "elsewhere")
    desk.seed("a.txt", _text(Random(2), 1))
    assert convert(desk.root).written
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_file_that_stays_is_read_once(desk: Desk) -> None:
    desk.put("content/actors/one.md", "---\nname: Один\nkind: person\n---\n")
    desk.put("content/actors/two.md", "---\nname: Два\nkind: person\n---\n")
    read: list[str] = []

    def made(path: str, raw: bytes) -> cards.Card:
        read.append(path)
        return cards.Card(len(raw), (f"in:{path}",))

    for _ in range(2):
        catalogue = Catalogue(desk.root)
        catalogue.look("actors", {"content/actors/one.md": "1 1", "content/actors/two.md": "1 2"}, made)
        catalogue.save()
    assert read == ["content/actors/one.md", "content/actors/two.md"]
    catalogue.look("actors", {"content/actors/two.md": "1 3"}, made)
    assert len(read) == 2, "another stamp, the same bytes"
    assert catalogue.facts("actors").keys() == {"content/actors/two.md"}
    assert not catalogue.having("in:content/actors/one.md")


def test_marks_lead_to_every_twin() -> None:
    dice = Random(3)
    words = [f"слово{n}" for n in range(4000)]
    for size in (12, 60, 150, 500):
        for changed in (0.0, 0.01, 0.02, 0.03, 0.04, 0.05):
            text = dice.choices(words, k=size)
            other = [dice.choice(words) if dice.random() < changed else word for word in text]
            twins = Twins()
            twins.add("other", " ".join(other))
            alike = _likeness(sketch(" ".join(text)), sketch(" ".join(other))) >= LIKENESS
            assert (twins.find(" ".join(text)) == "other") == alike
