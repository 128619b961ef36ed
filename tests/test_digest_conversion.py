"""A text dropped into `seeds/` is a page after one plain build; a bad one is reported and harms no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import Built, build, newsroom
from tests.sitelint import complaints

SEED = """У Вербовому відкрили нову бібліотеку

Вівторок, 4 червня 2024 року

У Вербовому у вівторок, 4 червня, відкрили нову бібліотеку, яку будували три роки.

«Сьогодні кожен може взяти книжку додому», — сказала директорка Ольга Коваленко.

За її словами, у фонді понад двадцять тисяч томів, а читальна зала працюватиме щодня до вечора.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = newsroom(tmp_path_factory.mktemp("seeded") / "Моя газета", empty=True)
    (folder / "seeds/library.txt").write_text(SEED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> Built:
    return build(project, DIGEST_CONVERT="1")


def test_a_seed_is_a_page_with_proved_words(built: Built) -> None:
    assert built.code == 0, built.printed
    assert built.problems == []
    (page,) = (built.output / "entries").glob("2024-06-04-*/index.html")
    text = page.read_text(encoding="utf-8")
    assert "Сьогодні кожен може взяти книжку додому" in text
    assert 'data-proof="verified"' in text
    assert complaints(built.output) == []
    assert "Written: content/entries/2024/2024-06-04-" in built.printed


def test_a_second_build_changes_no_byte(project: Path, built: Built) -> None:
    content = {p: p.read_bytes() for p in (project / "content").rglob("*.md")}
    before = built.digests()
    again = build(project, DIGEST_CONVERT="1")
    assert again.digests() == before
    assert {p: p.read_bytes() for p in (project / "content").rglob("*.md")} == content
    assert "Written:" not in again.printed


def test_a_bad_seed_is_reported_and_the_others_published(project: Path, built: Built) -> None:
    bad = project / "seeds/broken.txt"
    bad.write_bytes("Добрий початок.\n".encode() + b"\xd0\xff\xfe\x81 \x98\n" * 3)
    try:
        again = build(project, DIGEST_CONVERT="1")
        assert again.code == 0
        assert [p["path"] for p in again.problems if p["severity"] == "error"] == ["seeds/broken.txt"]
        assert again.digests() == built.digests()
        strict = build(project, DIGEST_CONVERT="1", DIGEST_STRICT="1")
        assert strict.code == 1
        assert strict.digests() == built.digests(), "the former site stays"
    finally:
        bad.unlink()
