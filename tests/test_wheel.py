"""The wheel: built without a network, whole, and at home in somebody else's Pelican site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.building import ROOT


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the wheel is installed, without its dependencies: those are here already."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index"]
    made = [*pip, "wheel", *alone, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(made, check=True, capture_output=True)
    (wheel,) = folder.glob("copydesk-*.whl")
    target = folder / "installed"
    subprocess.run([*pip, "install", *alone, "--target", str(target), str(wheel)], check=True)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A module of the installed packages run in `folder`, none of the repository's own."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE", "GITHUB"))}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**env, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_it_holds_every_file_of_the_packages(installed: Path) -> None:
    for package in ("copydesk", "digest"):
        for path in (ROOT / "plugins" / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert (installed / path.relative_to(ROOT / "plugins")).is_file(), path


def test_its_requirements_are_those_of_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    assert project["dependencies"] == [line for line in lines if line and not line.startswith("#")]


def test_init_from_the_wheel_makes_a_digest_that_builds(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "copydesk", "init", "digest", "--name", "Слово")
    assert done.returncode == 0, done.stderr
    begun = tmp_path / "digest"
    assert (begun / ".ci/run").read_text("utf-8") == (ROOT / ".ci/starter").read_text("utf-8")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DIGEST_", "SITE", "PYTHONPATH"))}
    built = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "--fatal", "errors"]
    subprocess.run(built, cwd=begun, env=env, check=True, capture_output=True)
    assert "<title>Слово</title>" in (begun / "output/index.html").read_text("utf-8")


SETTINGS = """
SITENAME = "A garden"
PATH = "content"
THEME = "simple"
TIMEZONE = "Europe/Kyiv"
DEFAULT_LANG = "en"
PLUGINS = ["digest"]
"""
OWN = {
    "content/blog/garden.md": "Title: A & B in the garden\nDate: 2024-06-30\nTags: roses\n\nMy **roses**.\n",
    "content/blog/tulips.rst": "Tulips\n######\n:date: 2024-06-29\n\nRed *tulips*.\n",
    "content/pages/me.md": "Title: About me\n\nI grow *roses*.\n",
}
DIGEST = {
    "seeds/visit.txt": "«Ми встигли», — сказала Раса Жемайте.\n",
    "content/actors/rasa-zhemaite.md": "---\nname: Раса Жемайте\nkind: person\n---\n",
    "content/events/visit.md": "---\ntitle: Візит\n---\n",
    "content/entries/2024/2024-06-28-visit.md": (
        "---\ntitle: Візит до <Луцька>\nlang: uk\ndate: 2024-06-28\n"
        "actors: [rasa-zhemaite]\nevents: [visit]\n"
        "quotations:\n  - id: q1\n    content: Ми встигли\n    speaker: rasa-zhemaite\n"
        "seed:\n  file: visit.txt\n  sha256: {}\n  rules: 1\n---\n«Ми встигли», — сказала Раса Жемайте.\n"
    ),
}


@pytest.fixture(scope="module")
def garden(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody else's site with articles of its own, an entry of the digest among them."""
    folder = tmp_path_factory.mktemp("garden")
    sha = sha256(DIGEST["seeds/visit.txt"].encode()).hexdigest()
    for name, text in {"pelicanconf.py": SETTINGS, **OWN, **DIGEST}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("{}", sha), encoding="utf-8")
    done = run(installed, folder, "pelican", "-e", "DIGEST_CONVERT=false", "--fatal", "errors")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "content/" not in done.stdout, "nothing is said of files that are right"
    return folder / "output"


def test_what_a_site_has_of_its_own_stays_as_it_was(garden: Path) -> None:
    article = (garden / "a-b-in-the-garden.html").read_text("utf-8")
    assert "<p>My <strong>roses</strong>.</p>" in article
    assert "A &amp; B in the garden" in article
    assert (garden / "tag/roses.html").is_file()
    assert "<em>tulips</em>" in (garden / "tulips.html").read_text("utf-8")
    assert "<em>roses</em>" in (garden / "pages/about-me.html").read_text("utf-8")
    assert 'lang="en"' in (garden / "index.html").read_text("utf-8")
    feed = feedparser.parse((garden / "feeds/all.atom.xml").read_text("utf-8"))
    assert {"Tulips", "Візит до"} <= {e.title for e in feed.entries}, "its feed tells of all articles"


def test_the_digest_is_at_home_in_it(garden: Path) -> None:
    entry = BeautifulSoup((garden / "entries/2024-06-28-visit/index.html").read_text("utf-8"), "html5lib")
    assert "Візит до <Луцька>" in entry.text
    tags = [str(a["href"]) for a in entry.select('a[href*="actors/"], a[href*="events/"]')]
    assert {tag.rsplit("/", 2)[-2] for tag in tags} == {"rasa-zhemaite", "visit"}
    assert "Візит до" in (garden / "actors/rasa-zhemaite/index.html").read_text("utf-8")
    assert "Візит до" in (garden / "events/visit/index.html").read_text("utf-8")
    assert "Візит до" in (garden / "index.html").read_text("utf-8")
    feed = feedparser.parse((garden / "feeds/actors/rasa-zhemaite.atom.xml").read_text("utf-8"))
    assert [e.title for e in feed.entries] == ["Візит до <Луцька>"]
    (row,) = json.loads((garden / "data/quotations.json").read_text("utf-8"))
    assert (row["content"], row["verified"]) == ("Ми встигли", True)


def test_the_digest_maps_no_site_that_is_not_its_own(garden: Path) -> None:
    for name in ("sitemap.xml", "robots.txt", "search", "editions", "about-me"):
        assert not (garden / name).exists(), name
