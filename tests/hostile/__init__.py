"""Hostile files, each with the verdict it must get, and benign ones that only look like them.

The tables beside this file are multiplied: each payload in each place, each form of a link, each whole
file. Every case has a word of its own (its mark), so that wherever it comes out can be told.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote_to_bytes

import yaml

from copydesk.convert.markdown import escaped

TABLES = Path(__file__).parent
HEAD = "---\ntitle: Міст відкрили\nlang: uk\ndate: 2024-03-05\n"
_STORIES = (
    "У Долині в середу, 5 червня 2024 року, відкрили новий міст через річку, якого громада чекала сім років.",
    "Бібліотеку на Садовій перенесли до старої пошти, і читачі самі носили туди книжки цілий вечір.",
    "Рибалки з Верхнього озера показали улов і просять очистити протоку до осені, поки вода ще висока.",
    "Шкільний оркестр виграв поїздку до Луцька, де зіграє з військовими музикантами на площі біля ратуші.",
    "Пекарня пані Ганни роздає хліб щосуботи, а черга стоїть від самого ранку аж до розі Млинової вулиці.",
    "Ботаніки знайшли над струмком рідкісну орхідею й не кажуть, де саме, щоб її ніхто не зірвав.",
    "Водій автобуса повернув пасажирці скриньку з листами, які вона забула на сидінні минулої зими.",
    "Двоє пенсіонерів склали карту всіх криниць району, сфотографували кожну й виміряли глибину мотузкою.",
    "У дитячому садку замінили вікна, пофарбували паркан і посадили двадцять кущів смородини біля гойдалки.",
    "Театр готує виставу просто неба, а замість квитка просить принести ліхтарик і теплу ковдру.",
    "Лікарня отримала нові ліжка з-за кордону, їх збирали по інструкції чужою мовою всім відділенням.",
    "Пасічник рахує збитки після граду, проте обіцяє медовий ярмарок на тому самому місці, що й торік.",
)
_SAID = "«Сьогодні свято для всієї громади», — сказала директорка школи Олена Гриценко."
_KINDS = {
    "entry": ("content/entries/2024/{}.md", "title: Міст відкрили\nlang: uk\ndate: 2024-03-05\n"),
    "actor": ("content/actors/{}.md", "kind: person\n"),
    "event": ("content/events/{}.md", ""),
    "page": ("content/pages/{}.md", ""),
    "seed": ("seeds/{}.txt", ""),
    "page seed": ("seeds/{}.html", ""),
}
_TIMES = re.compile("⟪(.*?)×(\\d+)⟫", re.S)


@dataclass(frozen=True)
class Case:
    """A file below the project and what must become of it.

    `shown`: published, its words read as they stand. `harmless`: published or left out, nothing of it alive.
    `refused`: a problem of this file (or of `where`) that `says` so, its mark nowhere. `told`: published, and
    the problem told. `ignored`: no word of it anywhere.
    """

    name: str
    path: bytes
    raw: bytes
    verdict: str
    mark: str
    says: str = ""
    link: str = ""
    pipe: bool = False
    words: str = ""
    where: str = ""

    def __str__(self) -> str:
        return self.name


def hostile() -> list[Case]:
    """Every hostile case."""
    return list(_numbered([*_placed(_table("payloads"), _table("places")), *_linked(), *_files()], "h"))


def benign() -> list[Case]:
    """Every benign look-alike."""
    table, places = _table("benign"), _table("places")
    words = {text: f"{text} MARK" for text in table["words"]}
    chosen = {name: {**places[name], "verdict": "shown"} for name in table["places"]}
    return list(_numbered(_placed(words, chosen, escape=True), "b"))


def _table(name: str) -> Any:
    return yaml.safe_load((TABLES / f"{name}.yml").read_text(encoding="utf-8"))


def _placed(
    payloads: dict[str, str], places: dict[str, dict[str, str]], escape: bool = False
) -> Iterator[dict[str, Any]]:
    for place, form in places.items():
        for payload, words in payloads.items():
            path, header = _KINDS[form["kind"]]
            plain = escaped(words) if escape else words
            given = form.get("header", "")
            keys = {line.split(":")[0] for line in given.splitlines()}
            kept = "".join(f"{line}\n" for line in header.splitlines() if line.split(":")[0] not in keys)
            filled = given.replace("WORDS", "'" + words.replace("'", "''") + "'")
            text = form.get("text") or f"---\n{kept}{filled}\n---\n\n{form.get('body', 'Текст.')}\n"
            yield {
                "name": f"{place}: {payload}",
                "at": path.format("NAME"),
                "text": text.replace("PLAIN", plain),
                "verdict": form.get("verdict", "shown"),
                "words": words,
            }


def _linked() -> Iterator[dict[str, Any]]:
    for link in _table("addresses"):
        yield {"name": link, "at": "E/NAME.md", "text": f"HEAD---\nТак, {link} ні.\n", "verdict": "harmless"}


def _files() -> Iterator[dict[str, Any]]:
    for row in _table("files"):
        yield {"name": f"{row['at']} {str(row.get('text', ''))[:40]}", "verdict": "refused", **row}


def _numbered(rows: Any, letter: str) -> Iterator[Case]:
    for number, row in enumerate(rows, 1):
        mark = f"z{letter}{number:03}q"
        name = f"2024-03-05-{mark}" if row["at"].startswith(("E/", "content/entries/")) else mark
        fill = {
            "NAME": name,
            "MARK": mark,
            "PROSE": " ".join([*Random(number).sample(_STORIES, 4), _SAID]),
            "HEAD": HEAD,
            "E/": "content/entries/2024/",
        }
        at = _filled(row["at"], fill)
        words = {k: v for k, v in fill.items() if k != "E/"}
        raw = unquote_to_bytes(_filled(row.get("raw", ""), words)) or _filled(
            row.get("text", ""), words
        ).encode(row.get("as", "utf-8"))
        said = _filled(row.get("words", ""), words)
        yield Case(f"{number} {row['name']}"[:90], unquote_to_bytes(at), raw, row["verdict"], mark,
                   row.get("says", ""), row.get("link", ""), row.get("pipe", False), said,
                   row.get("where", os.fsdecode(unquote_to_bytes(at))))  # fmt: skip


def _filled(words: str, fill: dict[str, str]) -> str:
    for token, value in fill.items():
        words = words.replace(token, value)
    return _TIMES.sub(lambda m: m.group(1) * int(m.group(2)), words)
