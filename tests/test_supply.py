"""What comes from elsewhere, what runs on GitHub, and what must never come out of a build."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import licences
from tests.building import ROOT, build, newsroom

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOCKS = sorted(ROOT.glob("requirements*.txt"))
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
CANARY = "zcanary7f3a"


def loaded(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "path", [p for p in LOCKS if p.stem != "requirements-overrides"], ids=lambda p: p.name
)
def test_every_package_is_locked_with_hashes(path: Path) -> None:
    blocks = re.split(r"\n(?=[\w-])", re.sub(r"(?m)^\s*#.*\n", "", path.read_text(encoding="utf-8")).strip())
    assert len(blocks) >= 1
    for block in blocks:
        assert re.match(r"[\w.-]+==[\w.+!-]+", block), block[:60]
        assert "--hash=sha256:" in block, block[:60]


def test_licences_are_listed(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        licences.PAGE.write_text(licences.page(), encoding="utf-8", newline="\n")
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page()
    assert "(not said)" not in licences.page()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_workflow_gives_away_nothing(path: Path) -> None:
    text, told = path.read_text(encoding="utf-8"), loaded(path)
    assert told["permissions"] == {}, "rights are given to jobs, one by one"
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    for job in told["jobs"].values():
        assert isinstance(job["permissions"], dict)
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "words of others reach a shell through `env` alone"
            if "uses" in step:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_what_a_pull_request_starts_may_write_nothing(path: Path) -> None:
    told = loaded(path)
    if "pull_request" not in (told.get("on") or told.get(True) or {}):
        return
    for job in told["jobs"].values():
        writes = [right for right, way in job["permissions"].items() if way == "write"]
        assert not writes or "pull_request" in str(job.get("if")), writes


def tracked() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        pytest.skip("this is no clone")
    return done.stdout.split("\0")[:-1]


def test_the_repository_holds_no_built_files_and_no_links() -> None:
    """What a build believes when it is whole must not come with a pull request."""
    assert [name for name in tracked() if name.startswith((".cache/", "output/", ".output"))] == []
    assert [name for name in tracked() if (ROOT / name).is_symlink()] == []


def test_no_text_of_the_repository_turns_the_writing() -> None:
    for name in tracked():
        raw = (ROOT / name).read_bytes()
        if b"\0" not in raw[:1000]:
            assert not _TURNING.search(raw.decode("utf-8", "replace")), name


def test_no_secret_comes_out(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "news")
    (project / ".git").mkdir()
    (project / ".git/config").write_text(f"[http]\n\textraheader = {CANARY}\n", encoding="utf-8")
    (project / ".env").write_text(f"TOKEN={CANARY}\n", encoding="utf-8")
    built = build(project, GITHUB_TOKEN=CANARY, SECRET=CANARY, DIGEST_CONVERT="1", DIGEST_EXPLAIN="1")
    assert built.code == 0
    assert CANARY not in built.printed
    found = [p.name for p in built.files() if CANARY.encode() in p.read_bytes()]
    assert found == []


def test_markup_is_trusted_in_counted_places() -> None:
    """`safe` once, for bodies that were sanitised; no markup is made of words by formatting them first."""
    safe = {p.name: p.read_text(encoding="utf-8").count("|safe") for p in (ROOT / "theme").rglob("*.html")}
    assert {name: count for name, count in safe.items() if count} == {"page.html": 1}
    for path in (ROOT / "plugins/digest").rglob("*.py"):
        assert not re.search(
            r"Markup\(\s*(?:f[\"']|[\"'][^\"']*[\"']\s*[+%])", path.read_text(encoding="utf-8")
        ), path
    for path in (ROOT / "theme/static/js").glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", path.read_text("utf-8")
        )
