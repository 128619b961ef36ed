"""Many workers, killed ones among them: the same results as from one, in the same order."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from copydesk.actors import starter
from copydesk.convert import convert
from copydesk.convert.session import Session
from copydesk.extract import LostLinesError, extract
from copydesk.lines import BadLineError
from copydesk.model import Draft, Seed
from copydesk.workers import Executor, Here, Lost, executor
from copydesk.workers.local import Local
from tests.building import ROOT
from tests.desk import Desk, desk, drafted
from tests.test_catalogue import reports

__all__ = ["desk"]

METHODS = ("fork", "spawn", "forkserver")


def _squared(value: int) -> int:
    return value * value


@dataclass(frozen=True)
class Ended:
    """Work whose process is killed on some values: each time, or the first time only."""

    values: frozenset[int]
    once: Path | None = None

    def __call__(self, value: int) -> int:
        if value in self.values and not (self.once and (self.once / str(value)).exists()):
            if self.once:
                (self.once / str(value)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return value * value


@dataclass(frozen=True)
class Refusing:
    """Work that raises."""

    def __call__(self, value: int) -> int:
        if value == 7:
            raise ValueError("seven")
        return value


def _named(count: int) -> list[tuple[str, int]]:
    return [(f"n{value}", value) for value in range(count)]


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_the_order_given(method: str) -> None:
    expected = list(Here().map(_squared, _named(30)))
    assert list(Local(2, method).map(_squared, _named(30))) == expected
    assert list(Local(3, method).map(_squared, [])) == []


def test_an_error_is_raised_in_its_turn() -> None:
    for workers in (Here(), Local(2)):
        seen: list[object] = []
        with pytest.raises(ValueError, match="seven"):
            for _, value in workers.map(Refusing(), _named(20)):
                seen.append(value)
        assert seen == list(range(7))


def test_what_a_killed_process_had_taken_is_done_again(tmp_path: Path) -> None:
    work = Ended(frozenset({0, 5, 6, 29}), tmp_path)
    assert list(Local(2, "fork").map(work, _named(30))) == list(Here().map(_squared, _named(30)))


def test_a_value_that_ends_whoever_takes_it_is_named_and_costs_no_other() -> None:
    found = dict(Local(2, "fork").map(Ended(frozenset({3, 29})), _named(30)))
    assert found["n3"] == found["n29"] == Lost(2)
    assert [value for value in found.values() if not isinstance(value, Lost)] == [
        n * n for n in range(30) if n not in (3, 29)
    ]


def test_who_does_the_work() -> None:
    assert isinstance(executor(1), Here)
    assert isinstance(executor(3), Local)
    with pytest.raises(ValueError, match="--jobs -1: write a number from 0 on"):
        executor(-1)


def _killed(seed: Seed) -> Draft:
    if seed.name == "s3.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return drafted(seed)


def _files(project: Path, seeds: list[str], workers: Executor) -> tuple[dict[str, str], list[str]]:
    project.mkdir()
    desk = Desk(project)
    for number, text in enumerate(seeds):
        desk.seed(f"s{number}.txt", text)
    problems = convert(project, executor=workers).problems
    return desk.files(), [str(problem) for problem in problems]


def test_a_conversion_writes_the_same_for_any_number_of_jobs(desk: Desk, tmp_path: Path) -> None:
    seeds = reports(24)
    one = _files(tmp_path / "one", seeds, Here())
    for jobs, method in ((2, "fork"), (3, "spawn")):
        assert _files(tmp_path / method, seeds, Local(jobs, method)) == one


def test_a_seed_that_ends_its_reader_is_told_and_the_others_are_converted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = reports(12)
    whole, _ = _files(tmp_path / "whole", [s for n, s in enumerate(seeds) if n != 3], Here())
    monkeypatch.setattr(Session, "drafter", property(lambda self: _killed))
    files, problems = _files(tmp_path / "killed", seeds, Local(2, "fork"))
    (problem,) = problems
    assert problem.startswith(
        "seeds/s3.txt:1: the process that read it was ended by the system, each time it was tried; look"
    )
    assert files.keys() == whole.keys()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_real_texts_read_the_same_by_many(tmp_path: Path, method: str) -> None:
    lines = [json.dumps({"id": p.parent.name, "text": p.read_text("utf-8")}, ensure_ascii=False)
             for p in sorted(ROOT.glob("tests/golden/*/seed.txt"))]  # fmt: skip
    one = list(extract(lines, starter()))
    assert len(one) > 2
    assert list(extract(lines, starter(), Local(2, method))) == one


def test_lines_that_end_their_reader_are_told_after_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    class Losing:
        def map(self, work: Callable[..., object], given: object) -> object:
            for name, result in Here().map(work, given):
                yield name, Lost(2) if name == "2" else result

    lines = [json.dumps({"text": f"У місті відкрили міст номер {n}."}) for n in range(3)]
    found = []
    with pytest.raises(LostLinesError, match="lines 2 ended whoever read them; the others were read"):
        for line in extract(lines, starter(), Losing()):  # type: ignore[arg-type]
            found.append(line["id"])
    assert found == [1, 3]
    with pytest.raises(BadLineError, match="line 2 is not JSON"):
        list(extract([lines[0], "{"], starter(), Local(2)))


def test_a_cluster_that_loses_a_worker_gives_the_same(desk: Desk, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    from copydesk.workers.cluster import Cluster

    seeds = reports(24)
    one = _files(tmp_path / "one", seeds, Here())
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
    ) as cluster:
        work = Ended(frozenset({4}), tmp_path)
        workers = Cluster(cluster.scheduler_address)
        assert list(workers.map(work, _named(30))) == list(Here().map(_squared, _named(30)))
        assert _files(tmp_path / "many", seeds, workers) == one
    shutil.rmtree(tmp_path / "many")
