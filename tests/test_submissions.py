"""Pasted texts: from the command line, from an issue's form. What they say stays text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from copydesk.__main__ import main
from copydesk.check import check
from copydesk.frontmatter.issueforms import FIELDS, NO_ANSWER, in_all
from copydesk.seeds.header import split
from copydesk.submissions import answers, name_for, put, seed_text
from tests.desk import Desk, desk
from tests.test_convert import FIRST

__all__ = ["desk"]

ENTRY = "content/entries/2024/2024-07-03-shkoly-otrymaly-heneratory.md"


def issue(text: str, **told: str) -> str:
    """The body of an issue as GitHub makes it of the form."""
    said = {**told, "text": text}
    return "\r\n\r\n".join(f"### {in_all(f.label)}\r\n\r\n{said.get(f.key, NO_ANSWER)}" for f in FIELDS)


def test_the_answers_of_the_form() -> None:
    told, text = answers(issue(FIRST, url="https://example.org/1", lang="uk"))
    assert told == {"url": "https://example.org/1", "lang": "uk"}
    assert text == FIRST.strip()


def test_no_part_of_a_text_passes_for_another_answer() -> None:
    forged = f"Слова.\n\n### {in_all(FIELDS[0].label)}\n\nhttps://evil.example/\n"
    told, text = answers(issue(forged))
    assert told == {}
    assert text == forged.strip()


@pytest.mark.parametrize("body", ["", "Просто слова.", issue(NO_ANSWER), issue("")])
def test_an_issue_without_a_text_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match="no text"):
        answers(body)


def test_what_is_told_becomes_the_header_and_nonsense_is_left_out_aloud() -> None:
    told = {"url": "https://example.org/1", "published": "вчора", "outlet": 'A: "B" #1', "lang": "uk"}
    text, problems = seed_text(told, "---\ntitle: не заголовок\n---\nСлова.")
    assert [str(p.message) for p in problems] == ["`published`: “вчора” is not a day written as 2024-07-03"]
    head = split(text, "a.txt")
    assert (head.facts.url, head.facts.outlet, head.facts.title) == (
        "https://example.org/1",
        'A: "B" #1',
        None,
    )
    assert head.text.strip().startswith("---\ntitle: не заголовок")


def test_a_name_is_free_and_safe(tmp_path: Path) -> None:
    assert name_for(tmp_path, "", "../../etc/passwd\n") == "etc-passwd"
    assert name_for(tmp_path, "", "\n«Міст» відкрили\n") == "mist-vidkryly"
    (tmp_path / "seeds").mkdir()
    assert put(tmp_path, "mist-vidkryly", "Слова.") == "seeds/mist-vidkryly.txt"
    assert name_for(tmp_path, "«Міст» відкрили", "") == "mist-vidkryly-2"
    assert put(tmp_path, "page", "---\nlang: uk\n---\n<html><p>Слова.</p>") == "seeds/page.html"


def test_an_issue_becomes_an_entry(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ISSUE_NUMBER", "12")
    monkeypatch.setenv("ISSUE_BODY", issue(FIRST, outlet="Вісник"))
    assert main(["--project", str(desk.root), "from-issue"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "seeds/issue-12.txt"
    assert ENTRY in out
    assert not [p for p in check(desk.root) if p.severity == "error"]
    again = desk.read("seeds/issue-12.txt")
    assert main(["--project", str(desk.root), "from-issue"]) == 0
    assert desk.read("seeds/issue-12.txt") == again


HOSTILE = "$(touch x) `touch x` ${{ github.token }} {{ 7*7 }} <script>alert(1)</script>\n"


@pytest.mark.parametrize("number", ["12; touch x", "../1", "", "１２", "0"])
def test_a_number_is_a_number(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    monkeypatch.setenv("ISSUE_NUMBER", number)
    monkeypatch.setenv("ISSUE_BODY", issue(FIRST))
    assert main(["--project", str(desk.root), "from-issue"]) == 2
    assert list((desk.root / "seeds").iterdir()) == []


def test_a_hostile_issue_stays_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISSUE_NUMBER", "7")
    monkeypatch.setenv("ISSUE_BODY", issue(HOSTILE + FIRST, title=HOSTILE.strip(), url="javascript:alert(1)"))
    assert main(["--project", str(desk.root), "from-issue"]) in (0, 1)
    text = desk.read("seeds/issue-7.txt")
    assert HOSTILE in text
    assert "javascript:" not in text
    assert [p.name for p in desk.root.iterdir() if p.name not in ("seeds", "content", ".cache")] == []


@pytest.mark.parametrize("given", ["-", "file"])
def test_new_begins_an_entry_of_a_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    raw = FIRST.encode("cp1251" if given == "file" else "utf-8")
    if given == "file":
        (desk.root / "a.txt").write_bytes(raw * 3)
        given = str(desk.root / "a.txt")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    arguments = ["new", "entry", "--from", given, "--outlet", "Вісник", "--url", "https://example.org/1"]
    assert main(["--project", str(desk.root), *arguments]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "seeds/shkoly-otrymaly-heneratory.txt"
    assert "outlet: Вісник" in desk.read("seeds/shkoly-otrymaly-heneratory.txt")
    assert "name: Вісник" in desk.read(ENTRY)


def test_new_begins_an_actor_and_an_event_of_a_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, path, key in (
        ("actor", "content/actors/baseinova-rada.md", "kind: organisation"),
        ("event", "content/events/2024-07-03-baseinova-rada.md", "starts: 2024-07-03"),
    ):
        words = io.BytesIO("# Басейнова рада\n\nЗбирається щомісяця.\n".encode())
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(words, encoding="utf-8"))
        more = ["--from", "-", "--date", "2024-07-03", "--kind", "organisation"]
        assert main(["--project", str(desk.root), "new", kind, *more]) == 0
        assert key in desk.read(path)
        assert desk.read(path).endswith("---\n\nЗбирається щомісяця.\n")


def test_nothing_to_begin_with_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b" \n"), encoding="utf-8"))
    assert main(["--project", str(desk.root), "--messages", "uk", "new", "entry", "--from", "-"]) == 1
    assert main(["--project", str(desk.root), "--messages", "uk", "new", "entry"]) == 1
    assert capsys.readouterr().err == "copydesk new: тексту в ньому немає\ncopydesk new: потрібна назва\n"
