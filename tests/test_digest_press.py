"""What was printed before is used again, and the site is byte for byte what a build from nothing gives."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from digest import rendering
from digest.failing import FailedError
from digest.press import ledger
from digest.press.jobs import Job
from digest.press.making import Result
from digest.press.workers import CAN_FORK, share
from tests.building import ROOT, newsroom
from tests.edits import EDITS
from tests.pressroom import build, cold, digests

BRIDGE = "content/entries/2024/2024-06-21-bridge-over-luna.md"
# Pages that hold what has no fingerprint (Pelican's pages, functions) are made every time.
ALWAYS = {"about/index.html", "about/en/index.html", "data/index.html"}
SEEDS = range(int(os.environ.get("PRESS_SEEDS", "2")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return newsroom(tmp_path / "project")


def edit(project: Path, old: str, new: str, file: str = BRIDGE) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    dice, trees = Random(seed), {"DIGEST_TREES": "en"} if seed % 2 else {}
    project = newsroom(tmp_path / "project")
    build(project, project / "output", **trees)
    done: list[str] = []
    for _ in range(int(os.environ.get("PRESS_STEPS", "3"))):
        for change in dice.sample(EDITS, dice.choice([1, 1, 1, 2, 4])):
            done.append(f"{change.__name__} {change(project, dice)}")
        build(project, project / "output", **trees)
        assert digests(project / "output") == cold(project, **trees), done


def test_with_nothing_changed_nothing_is_printed(project: Path) -> None:
    first = build(project, project / "output")
    before = digests(project / "output")
    assert len(first) > 100
    assert set(build(project, project / "output")) == ALWAYS
    assert digests(project / "output") == before


def test_another_body_is_printed_where_it_stands(project: Path) -> None:
    build(project, project / "output")
    edit(project, "The new bridge stands three metres above the old one.\n\n", "The new bridge is high.\n\n")
    made = set(build(project, project / "output")) - ALWAYS
    assert {"entries/2024-06-21-bridge-over-luna/index.html", "search"} < made
    assert len(made) <= 14, "its page, its feeds, and where its words are marked as found in it"
    assert digests(project / "output") == cold(project)


@pytest.mark.parametrize(
    "changed",
    [{"SITENAME": "Інша"}, {"SITEURL": "https://x.example"}, {"DIGEST_LANG": "en"}, {"DIGEST_TEXT": "none"}],
    ids=lambda changed: next(iter(changed)),
)
def test_other_settings_print_everything(project: Path, changed: dict[str, str]) -> None:
    everything = len(build(project, project / "output"))
    assert len(build(project, project / "output", **changed)) >= everything
    assert digests(project / "output") == cold(project, **changed)


def test_another_theme_prints_everything(project: Path, tmp_path: Path) -> None:
    everything = len(build(project, project / "output"))
    theme = shutil.copytree(ROOT / "theme", tmp_path / "theme")
    assert len(build(project, project / "output", theme)) == everything
    page = theme / "templates/parts/words.html"
    page.write_text(page.read_text(encoding="utf-8") + "{# #}", encoding="utf-8")
    assert len(build(project, project / "output", theme)) == everything


def test_a_damaged_page_is_printed_again(project: Path) -> None:
    build(project, project / "output")
    whole = digests(project / "output")
    page, other = project / "output/events/index.html", project / "output/actors/index.html"
    page.write_text("нема", encoding="utf-8")
    other.unlink()
    (project / "output/stray.html").write_text("x", encoding="utf-8")
    made = set(build(project, project / "output")) - ALWAYS
    assert made == {"events/index.html", "actors/index.html"}
    assert digests(project / "output") == whole


@pytest.mark.parametrize("harm", ["torn", "changed", "foreign", "gone"])
def test_a_ledger_in_doubt_is_thrown_away(project: Path, harm: str) -> None:
    everything = len(build(project, project / "output"))
    [path] = (project / ".cache/press").iterdir()
    content = path.read_bytes()
    new = {"torn": content[:-7], "changed": content[:-7] + b"changed", "foreign": b"{}", "gone": b""}[harm]
    path.write_bytes(new)
    assert len(build(project, project / "output")) == everything
    assert digests(project / "output") == cold(project)


def test_a_ledger_that_names_a_file_outside_is_thrown_away(tmp_path: Path) -> None:
    found = ledger.File("../outside.html", 1, 1, 1, "")
    one = ledger.Printed("", ledger.array("I"), (found,))
    ledger.save(ledger.Ledger("base", [], {}, {"job": one}), tmp_path / "ledger")
    assert ledger.load(tmp_path / "ledger", "base").jobs == {}


def test_a_page_that_tells_how_a_seed_was_read_is_printed_when_that_changes(project: Path) -> None:
    explained = {"DIGEST_EXPLAIN": "1"}
    page = "entries/2024-06-21-bridge-over-luna/explained/index.html"
    assert page in build(project, project / "output", **explained)
    assert page not in build(project, project / "output", **explained)
    edit(project, "---\ntitle: ", "---\ntext: none\ntitle: ")
    assert page in build(project, project / "output", **explained)
    assert digests(project / "output") == cold(project, **explained)


def test_what_a_page_reads_hangs_on_no_page_made_before_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory that is not `remembered` hides from the second page what the first one read."""
    found: list[dict[str, set[int]]] = []
    for turn in (1, -1):

        def shared(jobs: Sequence[Job], *given: Any, turn: int = turn) -> dict[str, Result]:
            made = share(jobs[::turn], *given)
            found.append({name: set(result.read) for name, result in made.items()})
            return made

        monkeypatch.setattr("digest.press.printing.share", shared)
        build(project, project / f"output{turn}", DIGEST_TREES="en")
    assert found[0] == found[1]
    assert len(found[0]) > 150


def test_a_build_that_failed_harms_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project, project / "output")
    before = digests(project / "output")
    edit(project, "higher", "lower")

    def failing(*_: object) -> None:
        raise ValueError("of the test")

    with monkeypatch.context() as broken:
        broken.setattr("digest.rendering.facts", failing)
        with pytest.raises(FailedError, match=r"^\S+\.html: ValueError: of the test; nothing was published"):
            build(project, project / "output")
    assert digests(project / "output") == before
    build(project, project / "output")
    assert digests(project / "output") == cold(project)


@pytest.mark.skipif(not CAN_FORK, reason="one worker is all there is here")
def test_any_number_of_workers_gives_the_same_site(project: Path) -> None:
    alone, several = project / "alone", project / "several"
    assert set(build(project, alone, DIGEST_WORKERS="1")) == set(build(project, several, DIGEST_WORKERS="3"))
    assert digests(several) == digests(alone)
    assert set(build(project, several, DIGEST_WORKERS="3")) == ALWAYS, "what they read is known"


@pytest.mark.skipif(not CAN_FORK, reason="one worker is all there is here")
@pytest.mark.parametrize(
    ("ends", "said"),
    [(SystemError("of the test"), "SystemError: of the test"), (None, "its worker ended early")],
)
def test_a_failed_worker_fails_the_build_with_the_name_of_the_page(
    project: Path, monkeypatch: pytest.MonkeyPatch, ends: Exception | None, said: str
) -> None:
    parent, facts = os.getpid(), rendering.facts

    def failing(name: str, *given: Any) -> dict[str, Any]:
        if name == "events/index.html":
            assert os.getpid() != parent
            if ends:
                raise ends
            os.kill(os.getpid(), signal.SIGKILL)
        return facts(name, *given)

    monkeypatch.setattr(rendering, "facts", failing)
    with pytest.raises(FailedError, match=f"^events/index.html: {said}"):
        build(project, project / "output", DIGEST_WORKERS="2")
    assert not (project / "output").exists()


def test_files_of_the_former_build_are_linked_and_never_changed(project: Path) -> None:
    build(project, project / "output")
    page = project / "output/entries/2024-06-21-bridge-over-luna/index.html"
    first = page.stat()
    held = project / "held.html"
    held.hardlink_to(page)
    build(project, project / "output")
    assert page.stat().st_ino == first.st_ino
    before = held.read_bytes()
    for word in ("lower", "longer"):
        edit(project, "A higher bridge" if word == "lower" else "A lower bridge", f"A {word} bridge")
        build(project, project / "output")
    assert held.read_bytes() == before
    assert "A longer bridge" in page.read_text(encoding="utf-8")


def test_an_output_from_elsewhere_is_known_by_its_bytes(project: Path) -> None:
    build(project, project / "output")
    (project / "output").rename(project / "restored")
    shutil.copytree(project / "restored", project / "output")
    assert set(build(project, project / "output")) == ALWAYS
    assert digests(project / "output") == digests(project / "restored")
