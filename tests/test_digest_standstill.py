"""Nothing changed: the build ends at once; anything changed, or in doubt: it is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.press import standstill
from tests.building import ROOT, newsroom

PAGES = ("index.html", "404.html", "actors/index.html", "actors/a/index.html")
DAY = {"DIGEST_TODAY": "2024-07-01"}


@pytest.fixture
def still(tmp_path: Path) -> Path:
    """The files of a project and of its site, remembered as a build would."""
    for name in ("content/entries/a.md", "seeds/a.txt", "theme/a.html", "plugins/a.py", "pelican.conf.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("SITENAME = os.environ['MY_NAME']\n", encoding="utf-8")
    for name in PAGES:
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text(name, encoding="utf-8")
    output, names = tmp_path / "output", standstill.names_of(tmp_path / "output")
    assert set(names) == {"", "actors", "actors/a", *PAGES}
    read, around = standstill.read(tmp_path), standstill.around(tmp_path, DAY)
    lay = standstill.lay(output, names)
    state = standstill.State(read, around, str(output), lay, names, "Europe/Kyiv", "2024-07-01", "2024-07-05",
                             ["a.md:1: a doubt; look at it"])  # fmt: skip
    standstill.keep(tmp_path, state)
    return tmp_path


def test_nothing_changed(still: Path) -> None:
    assert standstill.stands(still, DAY) == ["a.md:1: a doubt; look at it"]
    (still / "plugins/__pycache__").mkdir()
    (still / "plugins/__pycache__/a.pyc").touch()
    assert standstill.stands(still, {**DAY, "SHLVL": "7"}) is not None


def _same_size_and_time(project: Path) -> None:
    path = project / "content/entries/a.md"
    kept = path.stat()
    path.write_bytes(path.read_bytes().swapcase())
    os.utime(path, ns=(kept.st_atime_ns, kept.st_mtime_ns))


def _torn(project: Path) -> None:
    path = project / ".cache/press/standstill"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-07-05", "2025-07-05"), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a new entry": lambda p: (p / "content/entries/b.md").touch(),
    "an entry gone": lambda p: (p / "content/entries/a.md").unlink(),
    "other words of the same size and time": _same_size_and_time,
    "a seed": lambda p: (p / "seeds/b.txt").touch(),
    "a template": lambda p: (p / "theme/a.html").write_text("x", encoding="utf-8"),
    "the program": lambda p: (p / "plugins/a.py").write_text("x", encoding="utf-8"),
    "the settings": lambda p: (p / "pelican.conf.py").write_text("x", encoding="utf-8"),
    "a page of the site gone": lambda p: (p / "output/404.html").unlink(),
    "a page of the site changed": lambda p: (p / "output/404.html").write_text("x", encoding="utf-8"),
    "something beside the pages": lambda p: (p / "output/actors/stray.html").touch(),
    "what is kept, torn": _torn,
    "what is kept, gone": standstill.forget,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_anything_changed(still: Path, change: Callable[[Path], object]) -> None:
    change(still)
    assert standstill.stands(still, DAY) is None


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2024-06-30", False), ("2024-07-01", True), ("2024-07-04", True), ("2024-07-05", False)],
)
def test_it_holds_until_a_later_entry_is_due(still: Path, day: str, answer: bool) -> None:
    assert (standstill.stands(still, {"DIGEST_TODAY": day}) is not None) == answer


@pytest.mark.parametrize("name", ["SITEURL", "DIGEST_TEXT", "GITHUB_REPOSITORY", "MY_NAME", "DIGEST_REPORT"])
def test_other_settings(still: Path, name: str) -> None:
    assert standstill.stands(still, {**DAY, name: "x"}) is None


def test_links_are_told_by_where_they_lead(still: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    else_where = tmp_path_factory.mktemp("else") / "page.css"
    else_where.write_text("a", encoding="utf-8")
    (still / "content/dead.md").symlink_to("nowhere.md")
    (still / "content/round.md").symlink_to("round.md")
    before = standstill.read(still)
    (still / "theme/page.css").symlink_to(else_where)
    linked = standstill.read(still)
    else_where.write_text("ab", encoding="utf-8")
    assert before and len({before, linked, standstill.read(still)}) == 3


@pytest.mark.parametrize("where", ["content/entries/round", "theme/round"])
def test_behind_a_link_to_a_folder_nobody_looks(still: Path, where: str) -> None:
    (still / where).symlink_to(".")
    assert standstill.read(still) == ""
    assert standstill.stands(still, DAY) is None


def test_no_part_of_the_site_is_imported_to_tell() -> None:
    told = "import sys, digest.press.standstill; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], env={"PYTHONPATH": str(ROOT / "plugins")},
                          capture_output=True, encoding="utf-8", check=True)  # fmt: skip
    assert not {"pelican", "jinja2", "pydantic", "copydesk", "babel"} & set(done.stdout.split())


def made(project: Path) -> str:
    """What the command says."""
    others = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE"))}
    quiet = dict.fromkeys(("DIGEST_CONVERT", "DIGEST_EXPLAIN", "DIGEST_CARDS"), "0")
    done = subprocess.run(
        [sys.executable, "-m", "digest"], env={**others, **quiet, **DAY, "PYTHONPATH": str(ROOT / "plugins")},
        cwd=project, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented newsroom, to be built by the command."""
    project = newsroom(tmp_path / "project")
    shutil.copy(ROOT / "pelican.conf.py", project)
    for name in ("plugins", "theme"):
        (project / name).symlink_to(ROOT / name)
    return project


def test_the_command_builds_once(project: Path) -> None:
    assert "Printed" in made(project)
    assert made(project) == "Nothing has changed: the site is as it was built.\n"
    page = project / "content/pages/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nЩе.\n", encoding="utf-8")
    assert "Printed" in made(project)


def test_the_command_goes_round_links_in_circles(project: Path) -> None:
    for name, to in (("actors/self", "../actors"), ("entries/self", "."), ("pages/loop.md", "loop.md")):
        (project / "content" / name).symlink_to(to)
    for _ in range(2):
        said = made(project)
        assert "Printed" in said
        assert said.count("a link, which is not followed; put the file or folder itself here") == 3
