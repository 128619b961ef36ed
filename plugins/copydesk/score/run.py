"""The shell of `copydesk score`: runs the extraction and the scorers, prints, writes the figures."""

from __future__ import annotations

import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from copydesk.actors import starter
from copydesk.extract import extract
from copydesk.score import worst
from copydesk.score.figures import Measured, keep, table
from copydesk.score.measures import CLEANING, COST, EVENTS, MEASURES, QUOTATIONS, WRONG, Measure
from copydesk.score.worst import Row, Rows

START, STOP = "<!-- score: start -->\n", "<!-- score: stop -->"
_WORST = {QUOTATIONS: worst.quotations, CLEANING: worst.cleaning, EVENTS: worst.events}
# Scorers that run when they are imported have no functions to ask.
_ASKED = frozenset({QUOTATIONS, CLEANING})


def score(dev: Path, errors: int = 0, only: str = "", readme: Path | None = None) -> int:
    """Print the table, and the `errors` worst cases of each part with their reasons.

    With `readme` the figures are kept, and its table is written anew. Returns 0, or 1 where the folder
    lacks the files.
    """
    asked = [measure for measure in MEASURES if only in measure.name]
    missing = {n for m in asked for n in (*m.gold, m.scorer[0]) if not (dev / n).exists()}
    if missing or not asked:
        said = f"{', '.join(sorted(missing))} not found" if missing else f"no part is called {only}"
        print(f"{dev}: {said}; name the folder of the development texts", file=sys.stderr)
        return 1
    rows: list[Measured] = []
    given: list[Row] = []
    for measure in asked:
        gold, texts = _gold(measure, dev)
        given += texts
        found = {row["id"]: row for row in extract(map(json.dumps, texts), starter())}
        rows += _figures(measure, dev, gold, found)
        if errors:
            cases = _WORST.get(measure.name, worst.names)(gold, found, _scorer(measure, dev))
            print(f"{measure.name}: {len(cases)} cases", *(f"  {case}" for case in cases[:errors]), sep="\n")
    rows += _cost(given)
    print(table(rows))
    if readme is not None:
        keep(rows)
        write_between(readme, table(rows))
    return 0


def _gold(measure: Measure, dev: Path) -> tuple[dict[str, Row], list[Row]]:
    """The gold lines by their id, and what `extract` is given of them."""
    gold = {row["id"]: row for name in measure.gold for row in _rows(dev / name)}
    given = list(_halves(gold.values()) if measure.pairs else map(_given, gold.values()))
    return gold, given


def _figures(measure: Measure, dev: Path, gold: Rows, found: Rows) -> Iterator[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "found.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in found.values())
        path.write_text("".join(lines), encoding="utf-8")
        done = subprocess.run(
            _command(measure, dev, path), capture_output=True, text=True, check=True, encoding="utf-8"
        )
    for figure in measure.figures:
        yield Measured(measure.name, figure.name, figure.read(done.stdout), figure.goal)
    if measure.name == QUOTATIONS:
        share = worst.wrong_share(gold, found, _scorer(measure, dev))
        yield Measured(measure.name, WRONG.name, share, WRONG.goal)


def _command(measure: Measure, dev: Path, found: Path) -> list[str]:
    gold = [str(dev / name) for name in measure.gold]
    script, *options = measure.scorer
    files = [str(found), *gold] if "--actors" in options else [*gold, str(found)]
    return [sys.executable, str(dev / script), *files, *options]


def _scorer(measure: Measure, dev: Path) -> Any:
    """The scorer's own functions, so that a case is judged as the figure is."""
    if measure.name not in _ASKED:
        return None
    spec = importlib.util.spec_from_file_location("scorer", dev / measure.scorer[0])
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cost(given: Iterable[Row]) -> Iterator[Measured]:
    """What reading costs, measured in a process of its own."""
    lines = "".join(json.dumps(row) + "\n" for row in given)
    command = [sys.executable, "-m", "copydesk.score.cost"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8")
    cost = json.loads(done.stdout)
    yield Measured(COST, "CPU milliseconds for 1,000 characters, warm", f"{cost['pace']:.1f}", "≤ 8")
    yield Measured(COST, "CPU seconds until the first text is read", f"{cost['start']:.1f}", "≤ 1")
    yield Measured(COST, "peak memory, MiB", f"{cost['memory']:.0f}", "≤ 450")


def _rows(path: Path) -> Iterator[Row]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _given(row: Row) -> Row:
    return {key: row[key] for key in ("id", "text", "title", "url", "fetched") if row.get(key)}


def _halves(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        for half in ("a", "b"):
            yield {"id": f"{row['id']}#{half}", **_given({**row[half], "id": None})}


def write_between(readme: Path, text: str) -> None:
    """Put `text` between the README's marks; tell where there are none."""
    head, start, rest = readme.read_text(encoding="utf-8").partition(START)
    _, stop, tail = rest.partition(STOP)
    if not stop:
        print(f"{readme}: the marks {START.strip()} and {STOP} were not found; nothing was written there")
        return
    readme.write_text(f"{head}{start}{text}\n{stop}{tail}", encoding="utf-8", newline="\n")
