"""Hostile files through the real build: each gets its verdict, in every sink, and harms no other.

The tables are in `tests/hostile/`. One project holds them all, so that each is also proved to stay alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import hostile
from tests.building import Built, build
from tests.hostile import Case, sinks, writing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names and links that Windows does not have")
HOSTILE, BENIGN = hostile.hostile(), hostile.benign()
# What the theme sets in another way than it was typed: spaces, hyphens, marks.
_SET = re.compile(r"[\s\u00a0\u202f\u2060\u200b\u00ad]+")
_MARKS = str.maketrans(
    {"'": "’", '"': "”", "“": "”", "«": "”", "»": "”", "„": "”", "‘": "’", "‑": "-", "–": "—"}
)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = tmp_path_factory.mktemp("hostile") / "news"
    writing.write(project, [*HOSTILE, *BENIGN])
    built = build(project, DIGEST_CONVERT="1", SITEURL="https://digest.example/news", DIGEST_EXPLAIN="1")
    assert built.code == 0, built.printed[-2000:]
    return built


@pytest.fixture(scope="module")
def found(attacked: Built) -> dict[str, list[str]]:
    """Each mark and the files it came out in."""
    where: dict[str, list[str]] = {}
    for path in attacked.files():
        text = path.read_bytes().decode("utf-8", "replace")
        for mark in set(re.findall(r"z[hb]\d{3}q", f"{path}\n{text}")):
            where.setdefault(mark, []).append(path.relative_to(attacked.output).as_posix())
    return where


@pytest.fixture(scope="module")
def told(attacked: Built) -> dict[str, list[str]]:
    """The problems of each file."""
    problems: dict[str, list[str]] = {}
    for problem in attacked.problems:
        problems.setdefault(problem["path"], []).append(problem["text"])
    return problems


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 300
    assert len(BENIGN) >= 200
    assert len({case.raw + case.path + case.link.encode() for case in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("case", [c for c in HOSTILE if c.verdict in ("refused", "told")], ids=str)
def test_a_refusal_says_where_and_what_to_do(case: Case, attacked: Built, told: dict[str, list[str]]) -> None:
    said = [text for text in told.get(case.where, []) if case.says in text]
    assert said, told.get(case.where)
    assert "; " in said[0]
    assert all(line.isprintable() for line in said)
    assert said[0] in attacked.printed


@pytest.mark.parametrize("case", [c for c in HOSTILE if c.verdict in ("refused", "ignored")], ids=str)
def test_nothing_of_what_is_refused_comes_out(case: Case, found: dict[str, list[str]]) -> None:
    assert case.mark not in found


@pytest.mark.parametrize("case", [c for c in [*HOSTILE, *BENIGN] if c.verdict == "shown"], ids=str)
def test_what_is_published_is_read_as_it_stands(
    case: Case, attacked: Built, found: dict[str, list[str]]
) -> None:
    assert [p for p in attacked.problems if (p["path"], p["severity"]) == (case.where, "error")] == []
    pages = [name for name in found[case.mark] if name.endswith("index.html")]
    texts = [BeautifulSoup(attacked.text(name), "html5lib").get_text(" ") for name in pages]
    assert any(_bare(case.words or case.mark) in _bare(text) for text in texts), pages


def _bare(words: str) -> str:
    return _SET.sub("", words).translate(_MARKS)


def test_nothing_lives_in_any_sink(attacked: Built) -> None:
    assert sinks.alive(attacked.output) == []


def test_nothing_secret_and_nothing_of_the_system_comes_out(attacked: Built) -> None:
    for path in attacked.files():
        raw = path.read_bytes()
        assert writing.SECRET.encode() not in raw
        assert b"root:x:0:0" not in raw
        assert b"1337" not in raw, "a template of theirs was run"


def test_nothing_lands_outside(attacked: Built) -> None:
    project = attacked.output.parent
    top = {".cache", ".git", "content", "seeds", "output", "problems.json", "secret.md"}
    assert {path.name for path in project.iterdir()} <= top | {
        ".output.old",
        ".output.new",
        ".output.next",
    } | {path.name for path in project.iterdir() if path.name.startswith("outside-")}
    assert {path.name for path in project.parent.iterdir()} == {"news", "secret.md"}


def test_the_good_is_published_and_no_traceback_printed(attacked: Built) -> None:
    assert "Добрий запис лишається" in attacked.text("entries/2024-03-06-good/index.html")
    assert "Traceback" not in attacked.printed
    assert "the fault is the program's" not in attacked.printed


def test_a_sink_that_leaks_is_seen(tmp_path: Path) -> None:
    """The lint itself: it must see what it is for."""
    leaks = {
        "a.html": '<p onclick=x><a href="java&Tab;script:x">x</a><svg><script>1</script></svg><img src=x>',
        "b.csv": "a,=1+1\n",
        "c.ics": "BEGIN:VCALENDAR\r\nATTACH:x\r\n",
        "d.txt": "x\rBcc: y\n",
        "e.json": '{"content_html": "<iframe>", "url": "javascript:x"}',
        "f.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><content type="html">&lt;form&gt;</content>'
        '<x xmlns="y"/></feed>',
        "g.svg": "<svg/>",
    }
    for name, words in leaks.items():
        (tmp_path / name).write_text(words, newline="", encoding="utf-8")
    said = "\n".join(sinks.alive(tmp_path))
    for what in (
        *(
            "onclick",
            "href=",
            "a script",
            "<img>",
            "a formula",
            "a line: ATTACH",
            "a line of a mail",
            "<iframe>",
        ),
        *("url is javascript", "a form", "<{y}x>", "g.svg: what is this"),
    ):
        assert what in said
