"""`make soak`: very many seeds, some bad: the good are published, each bad one is named with its line.

Then again: the second run changes nothing.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.trials.children import ENVIRONMENT, ROOT
from tests.trials.faults import snapshot
from tests.trials.results import command, record

_FIRST = ("Олена", "Іван", "Марія", "Петро", "Софія", "Тарас", "Ганна", "Юрій", "Дарина", "Остап", "Леся")
_LAST = (
    "Гриценко",
    "Шевчук",
    "Мельник",
    "Коваль",
    "Бондар",
    "Лисенко",
    "Кравець",
    "Савчук",
    "Поліщук",
    "Ткач",
)
_POST = ("директорка школи", "очільник громади", "мерка міста", "речник поліції", "голова ради")
_PLACE = ("Долині", "Луцьку", "Львові", "Одесі", "Ковелі", "Сумах", "Полтаві", "Чернівцях", "Умані", "Ніжині")
_DEED = ("відкрили міст", "закрили завод", "відбудували театр", "провели ярмарок", "обрали раду")
_SAID = (
    "Ми чекали на це {} років і дочекалися",
    "Кошти підуть на {} нових дворів",
    "Без вас нічого б не вийшло, дякуємо всім {}",
    "Наступного року зробимо ще {} таких",
    "Черга вже налічує {} родин",
)
_MONTHS = ("січня", "лютого", "березня", "квітня", "травня", "червня")


def good(number: int) -> str:
    """An invented report, unlike all others."""
    dice = Random(number)
    first, last, post = dice.choice(_FIRST), dice.choice(_LAST), dice.choice(_POST)
    place, deed, day = dice.choice(_PLACE), dice.choice(_DEED), dice.randrange(1, 29)
    month = dice.randrange(6)
    years = dice.randrange(2, 90)
    words = " ".join(
        f"{dice.choice(_DEED)} у {dice.choice(_PLACE)} ({number * 7 + n} учасників)." for n in range(3)
    )
    said = dice.choice(_SAID).format(years)
    return (
        f"У {place} {deed}: подія {number}\n\n{day} {_MONTHS[month]} 2024\n\n"
        f"У {place} {day} {_MONTHS[month]} {deed}, повідомляє громада. Торік тут {words}\n\n"
        f"«{said}», — сказала {post} {first} {last}.\n\n"
        f"Номер рішення {number}, за нього було {dice.randrange(10, 99)} депутатів із {number + 100}.\n"
    )


def bad(number: int) -> tuple[str, bytes]:
    """A bad seed of one of twenty kinds: its ending and its bytes."""
    kind, text = number % 20, good(number)
    raw = text.encode()
    return (
        (".txt", b""),
        (".txt", b" \n\t\n"),
        (".txt", raw[:60] + b"\xff" + raw[60:]),
        (".txt", raw.replace(b"\n\n", b"\n\x00\n", 1)),
        (".txt", raw.replace(b"\n\n", b"\n\x01\n", 1)),
        (".txt", b"\x89PNG\r\n\x1a\n\0\0" + raw),
        (".txt", ("\ufffe" + text).encode()),
        (".txt", f"Слово {number}\n".encode()),
        (
            ".txt",
            f"Der Bundeskanzler hat am Mittwoch in Berlin Hilfe Nummer {number} angekündigt. ".encode() * 5,
        ),
        (
            ".txt",
            f"Premier zapowiedział w środę w Warszawie pakiet {number}, powiedział po spotkaniu. ".encode()
            * 5,
        ),
        (".txt", f"---\nfetched: 2024-02-30\n---\n{text}".encode()),
        (".txt", f"---\nurl: javascript:alert({number})\n---\n{text}".encode()),
        (".txt", f"---\noutlat: А\n---\n{text}".encode()),
        (".txt", f"---\noutlet: А: б\n---\n{text}".encode()),
        (".txt", f"---\noutlet: А\n{text}".encode()),
        (".txt", f"---\na: &a [1]\noutlet: *a\n---\n{text}".encode()),
        (".txt", f"---\noutlet: !!python/object:os.system x\n---\n{text}".encode()),
        (".txt", raw + "слово ".encode() * 60_000),
        (".html", b"<html><body>" + b"<div>" * 130_000 + raw),
        (".txt", b"\xfe\xff\xd8\x00" + raw),
    )[kind]


def write(project: Path, seeds: int, wrong: int) -> set[str]:
    """The seeds of a project; the names of the bad ones."""
    every = max(seeds // wrong, 1) if wrong else seeds + 1
    names: set[str] = set()
    (project / "seeds").mkdir(parents=True)
    (project / "content").mkdir()
    for number in range(seeds):
        if number % every == every - 1 and len(names) < wrong:
            ending, raw = bad(len(names))
            names.add(f"{number:06}{ending}")
        else:
            ending, raw = ".txt", good(number).encode()
        (project / "seeds" / f"{number:06}{ending}").write_bytes(raw)
    return names


def run(line: list[str], project: Path, **more: str) -> tuple[int, str, float]:
    """Exit code, what was printed, processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(ROOT / "plugins"), **more}
    done = subprocess.run(
        line, env=environment, cwd=project, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.returncode, done.stdout + done.stderr, spent


def _found(project: Path, wrong: set[str]) -> Iterator[tuple[str, int, int, str]]:
    seeds = sorted(p.name for p in (project / "seeds").iterdir())
    convert = [sys.executable, "-m", "copydesk", "--project", str(project), "convert"]
    build = [sys.executable, "-m", "pelican", str(project / "content"), "-s", str(ROOT / "pelican.conf.py"),
             "-o", str(project / "output"), "--fatal", "errors"]  # fmt: skip
    code, told, first = run(convert, project)
    named = set(re.findall(r"^seeds/([^:]+):\d+", told, re.M))
    yield "bad seeds named with file and line", len(wrong), len(wrong & named), "the converter's messages"
    yield (
        "good seeds named in no message",
        len(seeds) - len(wrong),
        len(seeds) - len(wrong) - len(named - wrong),
        "",
    )
    yield (
        "a conversion with bad seeds ends with 1, without a traceback",
        1,
        int(code == 1 and "Traceback" not in told),
        "",
    )
    code, told, built = run(build, project)
    pages = list((project / "output/entries").glob("*-*-*-*/index.html"))
    yield "good seeds published", len(seeds) - len(wrong), len(pages), f"exit code {code}"
    code, told, _ = run(build, project, DIGEST_STRICT="1")
    yield "a strict build refuses", 1, int(code == 1 and "Traceback" not in told), "DIGEST_STRICT=1"
    content, output = snapshot(project / "content"), snapshot(project / "output")
    _, _, again = run(convert, project)
    run(build, project)
    same = (snapshot(project / "content") == content) + (snapshot(project / "output") == output)
    yield "second runs that change no byte", 2, same, "convert, then build"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    yield "memory below 1 GiB", 1, int(peak <= 1024), f"{peak} MiB; the build took {built:.0f} s"
    if len(seeds) < 1000:  # of fewer, most is the start
        return
    share = f"{first:.0f} s, then {again:.0f} s of processor time"
    yield "a second conversion takes at most a fifth", 1, int(again <= first / 5), share


def main() -> int:
    """Soak; 1 where a promise did not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--bad", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        wrong = write(Path(home) / "news", given.seeds, given.bad)
        rows = list(_found(Path(home) / "news", wrong))
    about = f"{given.seeds:,} invented seeds, {given.bad:,} of them bad, of twenty kinds."
    return record("soak", about, rows, command("soak"))


if __name__ == "__main__":
    sys.exit(main())
