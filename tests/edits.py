"""What editors may do to the newsroom, by the roll of dice: each edit changes the project in place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

Edit = Callable[[Path, Random], str]


def _pick(project: Path, kind: str, dice: Random) -> Path:
    return dice.choice(sorted((project / "content" / kind).rglob("*.md")))


def _lines(path: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> str:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.M), encoding="utf-8")
    return path.name


def _title(project: Path, dice: Random) -> str:
    word = dice.choice(["Нове", "Anew", "Другое"])
    return _lines(_pick(project, "entries", dice), "^title: .*$", lambda _: f"title: {word} {dice.random()}")


def _body(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nЩе речення {dice.random()}.\n")
    return path.name


def _summary(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    return _lines(path, "^summary: .*$", lambda _: f"summary: Коротко {dice.random()}.")


def _day(project: Path, dice: Random) -> str:
    day = f"2024-0{dice.randint(5, 7)}-{dice.randint(1, 28):02}"
    return _lines(_pick(project, "entries", dice), "^date: .*$", lambda _: f"date: {day}")


def _draft(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    return _lines(path, r"\A---$", lambda _: "---\nstatus: draft" if dice.random() < 0.7 else "---\n--")


def _correction(project: Path, dice: Random) -> str:
    told = 'corrections: [{date: 2024-06-25, text: "Виправлено"}]'
    return _lines(_pick(project, "entries", dice), "^lang: .*$", lambda m: f"{m.group()}\n{told}")


def _renamed(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    path.rename(path.with_name(f"2024-06-{dice.randint(10, 28)}-renamed-{dice.randint(1, 99)}.md"))
    return path.name


def _gone(project: Path, dice: Random) -> str:
    path = _pick(project, dice.choice(["entries", "entries", "actors", "events"]), dice)
    path.unlink()
    return path.name


def _another(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    shutil.copy(path, path.with_name(f"2024-06-{dice.randint(10, 28)}-another-{dice.randint(1, 99)}.md"))
    return path.name


def _name(project: Path, dice: Random) -> str:
    path = _pick(project, "actors", dice)
    return _lines(path, "^name: .*$", lambda m: f"{m.group()} {dice.randint(1, 9)}")


def _merged(project: Path, dice: Random) -> str:
    one, other = _pick(project, "actors", dice), _pick(project, "actors", dice)
    return _lines(one, "^kind: ", lambda m: f"same_as: {other.stem}\n{m.group()}")


def _hidden(project: Path, dice: Random) -> str:
    states = ["confirmed", "hidden", "suggested"]
    path = _pick(project, dice.choice(["actors", "events"]), dice)
    return _lines(path, "^status: .*$", lambda _: f"status: {dice.choice(states)}")


def _event(project: Path, dice: Random) -> str:
    path = _pick(project, "events", dice)
    return _lines(path, "^title: .*$", lambda _: f"title: Подія {dice.random()}")


def _decision(project: Path, dice: Random) -> str:
    one, other = _pick(project, "actors", dice), _pick(project, "actors", dice)
    verdict = dice.choice(["different from", "unsure about"])
    with (project / "content/decisions.txt").open("a", encoding="utf-8") as file:
        file.write(f"2024-06-{dice.randint(10, 28)} actor {one.stem} {verdict} {other.stem} | Олена | так\n")
    return f"{one.stem} {verdict} {other.stem}"


def _outlet(project: Path, dice: Random) -> str:
    path = _pick(project, "entries", dice)
    return _lines(path, "^  name: .*$", lambda _: f"  name: Видання {dice.randint(1, 3)}")


def _page(project: Path, dice: Random) -> str:
    path = _pick(project, "pages", dice)
    return _lines(path, "^title: .*$", lambda _: f"title: Сторінка {dice.randint(1, 9)}")


EDITS: tuple[Edit, ...] = (
    _title, _body, _summary, _day, _draft, _correction, _renamed, _gone, _another, _name, _merged, _hidden,
    _event, _decision, _outlet, _page,
)  # fmt: skip
