"""What a text costs by stage, a start, and the memory, in one run.

Processor time, not the clock on the wall: neighbours on the machine disturb it less, though a busy
machine still counts higher. Compare figures of one run, or of two runs one after the other.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from copydesk import clean, dates, extract, names, quotations, seeds, summary
from copydesk.__main__ import collect_seldom
from copydesk.actors import Linker, starter
from copydesk.events import Grouper
from tests import corpus
from tests.bench import growth
from tests.bench.sites import between

ROOT = Path(__file__).parents[2]
INVENTED = 60
MANY = 10_000
REPORT = ROOT / "docs" / "scale.md"
STARTS = 3

# The functions through which a text passes: what is spent inside them is the stage's.
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("clean", clean, "dispatch"),
    ("dates", dates, "published"),
    ("dates", dates, "happened"),
    ("names", names, "mentions"),
    ("quotations", quotations, "quotations"),
    ("summary", summary, "teaser"),
    ("summary", summary, "summary"),
    ("linking", Linker, "link"),
    ("events", extract, "event_trace"),
    ("events", Grouper, "add"),
)


def main() -> None:
    """Print the tables and write them into the documentation."""
    collect_seldom()  # as the commands do
    text = REPORT.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        for name, lines in (
            ("stages", _stages(Path(folder))),
            ("starts", _starts(Path(folder))),
            ("many", _many(Path(folder) / "many")),
            ("growth", growth.table()),
        ):
            table = []
            for line in lines:
                print(line)
                table.append(line)
            print()
            text = between(text, name, "\n".join(table))
    REPORT.write_text(text, encoding="utf-8")


def _stages(place: Path) -> Iterator[str]:
    """What a character costs in each stage, and the memory."""
    corpus.write(place / "invented", INVENTED)
    texts = list(_texts(place / "invented"))
    yield "| stage | ms per 1,000 characters, new words | words met before |\n|---|---|---|"
    _pass(texts[:1])  # loads the models: a start of its own, measured below
    first, again = _pass(texts), _pass(texts)
    for stage, spent in first.items():
        yield f"| {stage} | {spent:.2f} | {again[stage]:.2f} |"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"| peak memory, MiB | {memory:.0f} | |"


def _texts(invented: Path) -> Iterator[str]:
    """Seeds of the golden tests, of the repository and of the invented corpus."""
    files = [*ROOT.glob("tests/golden/*/seed.*"), *ROOT.glob("seeds/*.*"), *invented.rglob("seeds/**/*.txt")]
    for path in sorted(files):
        seed, _ = seeds.read(path, path.name)
        if seed is not None:
            yield seed.text


def _pass(texts: list[str]) -> Counter[str]:
    """One run of `extract` over all texts: stage -> ms for 1,000 characters, "all" last."""
    spent: Counter[str] = Counter()
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    with _watched(spent):
        begun = time.process_time()
        for _ in extract.extract(lines, starter()):
            pass
        whole = time.process_time() - begun
    spent["the rest"] = whole - spent.total()
    spent["all"] = whole
    size = sum(map(len, texts))
    return Counter({stage: seconds / size * 1e6 for stage, seconds in spent.items()})


@contextmanager
def _watched(spent: Counter[str]) -> Iterator[None]:
    """Every stage adds the time inside it to `spent`."""
    kept = [(owner, name, getattr(owner, name)) for _, owner, name in STAGES]
    for (stage, owner, name), (_, _, function) in zip(STAGES, kept, strict=True):
        setattr(owner, name, _timed(function, stage, spent))
    try:
        yield
    finally:
        for owner, name, function in kept:
            setattr(owner, name, function)


def _timed(function: Callable[..., Any], stage: str, spent: Counter[str]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[stage] += time.process_time() - begun

    return run


def _starts(place: Path) -> Iterator[str]:
    """What the commands cost in a process of their own, over a copy of the repository's seeds."""
    project, seed = place / "project", ROOT / "tests" / "golden" / "uk-briefing" / "seed.txt"
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, project / name)
    one = project / "one.jsonl"
    one.write_text(json.dumps({"text": seed.read_text("utf-8")}), "utf-8")
    yield "| new process | CPU s, least | median |\n|---|---|---|"
    yield _row("extract, one text", [_process(project, one, "extract") for _ in range(STARTS)])
    bare = place / "bare"
    bare.mkdir()
    yield _row("extract, no actors on file", [_process(bare, one, "extract") for _ in range(STARTS)])
    yield from _converting(project)


def _many(project: Path) -> Iterator[str]:
    """The same where ten thousand entries stand already."""
    corpus.write(project, MANY)
    yield f"| with {MANY:,} entries | CPU s, least | median |\n|---|---|---|"
    yield _row("convert for the first time: every file is read", [_process(project, None, "convert")])
    shutil.copy(ROOT / "tests" / "golden" / "uk-html" / "seed.html", project / "seeds" / "first.html")
    yield _row("the first new seed: every seed is read", [_process(project, None, "convert")])
    yield from _converting(project)


def _converting(project: Path) -> Iterator[str]:
    _process(project, None, "convert")
    yield _row("convert, nothing new", [_process(project, None, "convert") for _ in range(STARTS)])
    fresh = []
    for text in sorted((ROOT / "tests" / "golden").glob("*/seed.txt"))[:STARTS]:
        shutil.copy(text, project / "seeds" / f"{text.parent.name}.txt")
        fresh.append(_process(project, None, "convert"))
    yield _row("convert, one new seed", fresh)


def _row(what: str, spent: list[float]) -> str:
    return f"| {what} | {min(spent):.2f} | {median(spent):.2f} |"


def _process(project: Path, stdin: Path | None, command: str) -> float:
    """The processor time of a command, from the first import to the last file."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    before = os.times()
    with (stdin or Path(os.devnull)).open("rb") as given:
        subprocess.run(
            [sys.executable, "-m", "copydesk", "--project", str(project), command],
            stdin=given, capture_output=True, check=True, env=environment,
        )  # fmt: skip
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
