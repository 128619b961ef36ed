"""The wheel: built without a network, whole, and at home in somebody else's Pelican site."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

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
