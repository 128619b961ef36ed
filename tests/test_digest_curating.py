"""What editors choose: what waits, what leads, what is said beside the words of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from copydesk.__main__ import main
from tests.building import Built, build, newsroom
from tests.sitelint import complaints

LATER = "content/entries/2999/2999-01-02-vystavka.md"
DRAFT = "content/entries/2024/2024-06-25-chernetka.md"
HEADER = "---\ntitle: {}\nlang: uk\ndate: {}\n{}---\nМарта Козинець готує виставку.\n"


def put(project: Path, path: str, text: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")


def page(built: Built, address: str) -> BeautifulSoup:
    return BeautifulSoup(built.text(f"{address}index.html"), "html5lib")


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom with an entry of a later day, a draft, and a draft without a day."""
    project = newsroom(tmp_path_factory.mktemp("waiting") / "newsroom")
    put(project, LATER, HEADER.format("Виставка відкриється", "2999-01-02", ""))
    put(project, DRAFT, HEADER.format("Ще не дописано", "2024-06-25", "status: draft\n"))
    put(
        project,
        "content/entries/undated/0000-00-00-bez-dnia.md",
        HEADER.format("Без дня", "", "status: draft\n"),
    )
    return project


def test_check_names_what_waits_and_what_publishes_it(
    waiting: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--project", str(waiting), "check"])
    told = capsys.readouterr().err.splitlines()
    assert told[:3] == [
        f"{LATER}: scheduled; the build of 2999-01-02 publishes it",
        f"{DRAFT}: a draft; `status: published` publishes it",
        "content/entries/undated/0000-00-00-bez-dnia.md: a draft; `status: published` publishes it",
    ]


def test_the_preview_shows_what_waits_and_says_so(waiting: Path) -> None:
    built = build(waiting, DIGEST_DRAFTS="1")
    assert complaints(built.output) == []
    for address, words in [
        ("entries/2999-01-02-vystavka/", "Чекає на свій день: з’явиться зі збіркою 2 січня 2999."),
        ("entries/2024-06-25-chernetka/", "Чернетка: її видно лише в цьому перегляді."),
        ("entries/0000-00-00-bez-dnia/", "Чернетка: її видно лише в цьому перегляді."),
    ]:
        shown = page(built, address)
        assert words in [p.text for p in shown.select("p.state")]
        assert shown.select_one('meta[name="robots"][content="noindex"]')
    assert "заплановано" in page(built, "").select_one(".lead .origin").text  # type: ignore[union-attr]


def test_what_is_published_is_marked_by_nothing(site: Built) -> None:
    shown = page(site, "entries/2024-06-01-dopis-redaktsii/")
    assert not shown.select('p.state, meta[name="robots"]')
