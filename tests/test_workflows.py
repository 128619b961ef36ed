"""Workflows are safe for forks and strangers: least rights, pinned actions, no words of theirs in scripts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAKEFILES = (ROOT / "Makefile", ROOT / "program.mk")
TASKS = {task for path in MAKEFILES for task in re.findall(r"^([a-z]+):", path.read_text("utf-8"), re.M)}
# What strangers decide on: it may reach a step through its environment, never a script or a name.
THEIRS = re.compile(r"\$\{\{[^}]*(?:github\.event\b|github\.head_ref|github\.actor|inputs\.)")
WRITING = {"pages", "id-token", "contents", "issues", "pull-requests"}


def loaded(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in loaded(path)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rights_are_given_to_jobs_alone_and_few(path: Path) -> None:
    workflow = loaded(path)
    events = workflow[True]  # YAML takes `on` for true
    assert workflow["permissions"] == {}
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 30
        written = {right for right, how in job["permissions"].items() if how == "write"}
        assert written <= WRITING
        if "pull_request" in events and written:
            assert "github.event_name != 'pull_request'" in job["if"], f"{name} writes for a fork"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_pinned_and_leave_no_token_behind(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_script_holds_what_others_wrote(path: Path) -> None:
    for step in steps(path):
        run = str(step.get("run", ""))
        assert "${{" not in run, "a script gets values by its environment"
        assert not THEIRS.search(str(step.get("with", "")))
        # The token is not there while texts are read.
        if "GH_TOKEN" in step.get("env", {}):
            assert not re.search(r"\bmake\b|\bpython", run)
        for task in re.findall(r"\bmake (?:--silent )?([a-z]+)", run):
            assert task in TASKS


def test_the_text_of_an_issue_is_read_by_one_step_alone() -> None:
    holding = [s for s in steps(ROOT / ".github/workflows/texts.yml") if "github.event.issue.body" in str(s)]
    assert [(list(s["env"]), "GH_TOKEN" in s["env"]) for s in holding] == [(["ISSUE_BODY"], False)]
    job = loaded(ROOT / ".github/workflows/texts.yml")["jobs"]["propose"]
    assert "'accepted'" in job["if"] and "author_association" in job["if"]
    assert "issue.title" not in str(job)


def test_a_pull_request_is_told_what_it_changes_and_keeps_its_site() -> None:
    told = list(steps(ROOT / ".github/workflows/site.yml"))
    assert any(
        "make --silent changes" in s.get("run", "") and "GITHUB_STEP_SUMMARY" in s["run"] for s in told
    )
    kept = next(s for s in told if "upload-artifact" in s.get("uses", ""))
    assert kept["with"]["path"] == "output/"


def test_the_scripts_are_shell() -> None:
    scripts = [ROOT / ".github/propose.sh"]
    scripts += [ROOT / ".ci/run"]
    for script in scripts:
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
        assert "set -euo pipefail" in script.read_text("utf-8")
    for path in FILES:
        for step in steps(path):
            if "run" in step:
                assert subprocess.run(["bash", "-n"], input=step["run"].encode(), check=False).returncode == 0


def test_what_a_workflow_keeps_of_a_task_holds_no_word_of_the_installation() -> None:
    """`make --silent changes >> summary` in a fresh clone: what is installed before is told elsewhere."""
    for path in MAKEFILES:
        for line in re.findall(r"^\t@echo .Installing.*$", path.read_text("utf-8"), re.M):
            assert line.endswith(" >&2")
