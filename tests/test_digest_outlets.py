"""Outlets: one each, whatever its spelling, with what an editor knows of it."""

from __future__ import annotations

from pathlib import Path

from copydesk.check import check
from copydesk.frontmatter import Publisher
from digest.build import Site, build
from digest.index import Digest
from digest.records import OutletRecord
from tests.building import build as build_site
from tests.building import newsroom
from tests.test_digest_build import document, entry

VISTI = "name: Вісті\nalso:\n  - Visti.example\nowner: Родина Лозинців\nbased: Верболоз\n"


def outlet(name: str, host: str) -> str:
    return f"outlet:\n  name: {name}\n  url: https://{host}/1\n"


def digest(*known: OutletRecord) -> Digest:
    told = [
        entry("2024-06-01-a", outlet("Вісті", "visti.example")),
        entry("2024-06-02-b", outlet("visti.example", "visti.example")),
        entry("2024-06-03-c", outlet("Пошта", "poshta.example")),
    ]
    return build(told, [], [], Site(), known)


def record(header: str) -> OutletRecord:
    return OutletRecord("visti", document(Publisher, header, "content/outlets/visti.md"))


def test_spellings_are_one_outlet_with_its_owner() -> None:
    post, news = sorted(digest(record(VISTI)).outlets, key=lambda o: len(o.entries))
    assert (news.name, news.slug, news.owner, news.based) == ("Вісті", "visti", "Родина Лозинців", "Верболоз")
    assert [e.slug for e in news.entries] == ["2024-06-02-b", "2024-06-01-a"]
    assert news.url == "https://visti.example/"
    assert (post.name, post.owner) == ("Пошта", None)


def test_unknown_spellings_stay_apart() -> None:
    assert [o.name for o in digest().outlets] == ["visti.example", "Вісті", "Пошта"]


def test_the_page_of_outlets_names_the_owner(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n")
    (project / "content/outlets").mkdir()
    told = "---\nname: Lakeland Post\nowner: The Reed family\n---\nПише про озера.\n"
    (project / "content/outlets/lakeland-post.md").write_text(told, encoding="utf-8")
    page = build_site(project).text("outlets/index.html")
    assert "The Reed family" in page
    assert "<p>Пише про озера.</p>" in page


def test_an_outlet_is_described_once_and_used(tmp_path: Path) -> None:
    project = newsroom(tmp_path / "n")
    folder = project / "content/outlets"
    folder.mkdir()
    for name, header in (("a", "name: Ніхто\n"), ("b", "name: Lakeland Post\nalso:\n  - ніхто\n")):
        (folder / f"{name}.md").write_text(f"---\n{header}---\n", encoding="utf-8")
    said = [(p.path, p.line, p.message) for p in check(project)]
    assert said == [
        ("content/outlets/a.md", 2, "no entry names the outlet “Ніхто”"),
        ("content/outlets/b.md", 2, "content/outlets/a.md describes “ніхто” too"),
    ]
