"""The environment that the Makefile makes: `python -m copydesk` works in it with nothing set."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_the_commands_of_the_readme_run_in_the_environment(tmp_path: Path) -> None:
    project = tmp_path / "мій проєкт"
    shutil.copytree(ROOT / "plugins", project / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", project)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", project / ".venv"], check=True)
    subprocess.run(["make", "--silent", ".venv/plugins.stamp"], cwd=project, check=True)
    moved = tmp_path / "moved"
    project.rename(moved)

    clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    command = [moved / ".venv/bin/python", "-m", "copydesk", "--help"]
    done = subprocess.run(
        command, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False, encoding="utf-8"
    )

    assert done.returncode == 0, done.stderr
    assert "explain" in done.stdout
