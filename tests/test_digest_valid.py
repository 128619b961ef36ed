"""Every kind of page is valid HTML by the Nu checker. (html5lib has its say in `tests/sitelint.py`.)"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import nu
from tests.building import Built, kinds


@pytest.fixture(scope="module")
def checker() -> list[str]:
    command = nu.command()
    if command is None:
        pytest.skip("the Nu checker did not read the pages: Java or .venv/vnu.jar is missing (`make test`)")
    return command


def test_the_heaviest_and_the_lightest_page_of_each_kind(
    checker: list[str], invented_corpus: Built, site: Built
) -> None:
    every = [(built.output, pages) for built in (invented_corpus, site) for pages in kinds(built).values()]
    chosen = sorted({folder / file for folder, pages in every for file in (pages[0], pages[-1])})

    assert len(chosen) > 40
    assert nu.complaints(checker, chosen) == []


def test_the_checker_sees_what_is_wrong(checker: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="uk"><title>Т</title><p><table hidden><tr role=cell>', encoding="utf-8"
    )

    assert any("role" in said for said in nu.complaints(checker, [page]))
