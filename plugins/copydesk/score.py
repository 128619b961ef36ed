"""Measure the extraction on development texts with gold answers: `make score DEV=folder`.

The folder holds gold files and their scorers (plain scripts that read what `extract` prints);
this module runs each scorer on our output and prints one table. Nothing of the texts is kept.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.actors import starter
from copydesk.extract import extract

Row = dict[str, Any]
START, STOP = "<!-- score: start -->", "<!-- score: stop -->"


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: which gold, which scorer, which figures of its output to show."""

    name: str
    gold: tuple[str, ...]
    scorer: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    pairs: bool = False


MEASURES = (
    Measure(
        "quotations",
        ("quotes.jsonl",),
        ("score_quotes.py",),
        (
            ("span F1 at overlap 0.8", r">=0\.8 .*?'F1': ([\d.]+)"),
            ("right speaker of those found, %", r">=0\.8 .*?'speaker': ([\d.]+)"),
            ("span and speaker, F1", r">=0\.8 .*?'end_to_end_F1': ([\d.]+)"),
        ),
    ),
    Measure(
        "cleaning of raw pages",
        ("dispatch.jsonl",),
        ("score_dispatch.py",),
        (
            ("characters, F1", r"cleaning .*?F1 ([\d.]+)"),
            ("documents at 98 % or better", r"(\d+)\s*\n?headline"),
            ("headline exact", r"headline\s+(\d+/\d+)"),
            ("stated day right", r"date stated\s+right (\d+/\d+)"),
            ("day wrong, all", r"date all .*?wrong (\d+)"),
            ("outlet right", r"outlet\s+right (\d+/\d+)"),
        ),
    ),
    Measure(
        "names, Russian news",
        ("actors_ru.jsonl.gz",),
        ("score_actors.py", "--actors"),
        (("exact F1", r"\* +exact .*?F1 +([\d.]+)"),),
    ),
    Measure(
        "names, Ukrainian news",
        ("actors_uk.jsonl.gz",),
        ("score_actors.py", "--actors"),
        (("exact F1", r"\* +exact .*?F1 +([\d.]+)"),),
    ),
    Measure(
        "one actor over both languages",
        ("actors_ru.jsonl.gz", "actors_uk.jsonl.gz"),
        ("score_actors.py", "--actors"),
        (("cross-language pairs, F1", r"cross-language pairs .*?F1 +([\d.]+)"),),
    ),
    Measure(
        "same event or another",
        ("event_pairs.jsonl.gz",),
        ("score_events.py",),
        (("Russian pairs, accuracy", r"accuracy ([\d.]+)"),),
        pairs=True,
    ),
)


def main(dev: Path, readme: Path | None = None, errors: bool = False, only: str = "") -> int:
    """Print the table (and each scorer's own words with `errors`); write it between the README's marks.

    Returns 0, or 1 where the folder lacks the files.
    """
    table: list[tuple[str, str, str]] = []
    for measure in MEASURES:
        if only and only not in measure.name:
            continue
        missing = [name for name in (*measure.gold, measure.scorer[0]) if not (dev / name).exists()]
        if missing:
            print(f"{dev}: {', '.join(missing)} not found; name the folder of the development texts")
            return 1
        printed, pace = _run(measure, dev, errors)
        if errors:
            print(printed)
        for name, pattern in measure.figures:
            found = re.search(pattern, printed)
            table.append((measure.name, name, found.group(1) if found else "–"))
        table.append((measure.name, "milliseconds for 1,000 characters", f"{pace:.1f}"))
    text = _markdown(table)
    print(text)
    if readme is not None:
        _write_between(readme, text)
    return 0


def _run(measure: Measure, dev: Path, errors: bool) -> tuple[str, float]:
    rows = [row for name in measure.gold for row in _rows(dev / name)]
    given = list(_halves(rows) if measure.pairs else map(_given, rows))
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        list(extract([json.dumps({"text": row["text"]}) for row in given[:3]], starter()))  # load and warm up
        began = time.perf_counter()
        with found.open("w", encoding="utf-8") as out:
            for line in extract((json.dumps(row) for row in given), starter()):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        spent = time.perf_counter() - began
        printed = subprocess.run(
            _command(measure, dev, found, errors), capture_output=True, text=True, check=True
        )
    return printed.stdout, 1e6 * spent / max(1, sum(len(row["text"]) for row in given))


def _command(measure: Measure, dev: Path, found: Path, errors: bool) -> list[str]:
    gold = [str(dev / name) for name in measure.gold]
    script, *options = measure.scorer
    files = [str(found), *gold] if script in ("score_actors.py", "score_names.py") else [*gold, str(found)]
    if measure.pairs:
        options += ["--lang", "ru"]
    elif errors and script in ("score_quotes.py", "score_dispatch.py"):
        options += ["--errors"]
    return [sys.executable, str(dev / script), *files, *options]


def _rows(path: Path) -> Iterator[Row]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _given(row: Row) -> Row:
    return {key: row[key] for key in ("id", "text", "title", "url", "fetched") if row.get(key)}


def _halves(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        for half in ("a", "b"):
            yield {"id": f"{row['id']}#{half}", **_given(row[half])}


def _markdown(table: list[tuple[str, str, str]]) -> str:
    lines = ["| part | measured as | figure |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {part} | {name} | {value} |" for part, name, value in table)])


def _write_between(readme: Path, text: str) -> None:
    whole = readme.read_text(encoding="utf-8")
    head, _, rest = whole.partition(START)
    _, mark, tail = rest.partition(STOP)
    if not mark:
        print(f"{readme}: the marks {START} and {STOP} were not found; the table was not written")
        return
    readme.write_text(f"{head}{START}\n{text}\n{STOP}{tail}", encoding="utf-8")
