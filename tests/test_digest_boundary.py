"""Who may know whom: the plugin knows the text core; the text core knows nobody."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import ROOT

PLUGINS = ROOT / "plugins"


def imported(path: Path) -> Iterator[str]:
    """The top names of all modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize(
    "name", ["digest", "pelican", "jinja2", "markdown", "nh3", "plugins", "urllib3", "requests"]
)
def test_the_text_core_does_not_know(name: str) -> None:
    assert [p for p in (PLUGINS / "copydesk").rglob("*.py") if name in set(imported(p))] == []


def test_nobody_imports_the_plugin_by_a_second_name() -> None:
    everywhere = [*PLUGINS.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "pelican.conf.py"]
    assert [p for p in everywhere if "plugins" in set(imported(p))] == []


@pytest.mark.parametrize(
    "package", ["build", "presentation", "jsonld.py", "feeds", "body.py", "addresses.py"]
)
def test_the_pure_parts_of_the_plugin_do_not_know_pelican(package: str) -> None:
    where = PLUGINS / "digest" / package
    files = [where] if where.is_file() else sorted(where.rglob("*.py"))
    assert files
    assert [p for p in files if "pelican" in set(imported(p))] == []
