"""Files to seeds: what is read, what is refused, and what a person is told."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from copydesk import seeds
from copydesk.model import Facts, Problem, Seed
from tests.patience import patience


def read(folder: Path, raw: bytes, name: str = "a.txt") -> tuple[Seed | None, list[Problem]]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return seeds.read(path, name)


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    raw = "Заголовок\n\nТекст — «так».\n".encode()
    seed, problems = read(tmp_path, raw, "2024/a b.txt")
    assert seed == Seed("2024/a b.txt", raw.decode(), hashlib.sha256(raw).hexdigest())
    assert problems == []


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\noutlet: A\n---\n\n"])
def test_an_empty_seed_is_refused(tmp_path: Path, raw: bytes) -> None:
    seed, problems = read(tmp_path, raw)
    assert seed is None
    assert only(problems).rule == "empty"


def test_a_seed_too_long_is_refused(tmp_path: Path) -> None:
    seed, _ = read(tmp_path, b"a\n" * (seeds.TEXT_LIMIT // 2))
    assert seed is not None
    seed, problems = read(tmp_path, b"a\n" * (seeds.TEXT_LIMIT // 2) + b"a")
    assert seed is None
    assert only(problems).rule == "size"
    seed, problems = read(tmp_path, b"<html>" + b" " * seeds.HTML_LIMIT, "a.html")
    assert seed is None
    assert only(problems).rule == "size"


def test_a_paragraph_too_long_is_refused(tmp_path: Path) -> None:
    seed, _ = read(tmp_path, b"a" * seeds.PARAGRAPH_LIMIT)
    assert seed is not None
    seed, problems = read(tmp_path, b"b\n" + b"a" * (seeds.PARAGRAPH_LIMIT + 1))
    assert seed is None
    assert only(problems).message == "a paragraph of 20,001 characters, more than 20,000"
    assert only(problems).fix == "keep one article a file, each paragraph in its line"


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert seeds.read(tmp_path / "no.txt", "no.txt")[1][0].rule == "file"
    (tmp_path / "folder.txt").mkdir()
    assert seeds.read(tmp_path / "folder.txt", "folder.txt")[1][0].rule == "file"


def test_very_many_quotation_marks_are_no_report(tmp_path: Path) -> None:
    seed, problems = read(tmp_path, "«а» ".encode() * (seeds.MARKS_LIMIT // 2 + 1))
    assert seed is None
    assert only(problems).message == "more than 4,000 quotation marks"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("таємниця", encoding="utf-8")
    for name, target in (
        ("out.txt", secret),
        ("zero.txt", Path("/dev/zero")),
        ("loop.txt", tmp_path / "loop.txt"),
    ):
        (tmp_path / name).symlink_to(target)
        seed, problems = seeds.read(tmp_path / name, name)
        assert seed is None
        assert (
            str(only(problems))
            == f"{name}: a link, which is not followed; put the text itself here, one article a file"
        )


@pytest.mark.skipif(os.name == "nt", reason="no pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with patience(5):
        assert only(seeds.read(tmp_path / "pipe.txt", "pipe.txt")[1]).message == "not a regular file"


def test_from_text_keeps_every_character() -> None:
    text = "\ufeffе\u0301 \r\n\u200e \x97 кінець"
    made = seeds.from_text("x", text)
    assert made.text == text
    assert made.facts == Facts()


def test_a_header_wins_over_the_page(tmp_path: Path) -> None:
    page = """---
outlet: Вісник
---
<html lang="uk"><head><meta property="og:site_name" content="Інше">
<meta property="article:published_time" content="2024-05-06T23:30:00-05:00"></head>
<body><p>Текст.</p></body></html>
"""
    seed, problems = read(tmp_path, page.encode(), "a.html")
    assert problems == []
    assert seed is not None
    assert seed.facts == Facts(outlet="Вісник", lang="uk", published=date(2024, 5, 6))
    assert seed.text == "Текст.\n"


def test_markup_is_recognised_without_the_ending(tmp_path: Path) -> None:
    seed, _ = read(tmp_path, "<!DOCTYPE html><html><body><p>Текст.</p></body></html>".encode())
    assert seed is not None
    assert seed.text == "Текст.\n"
    plain, _ = read(tmp_path, "Знак <b> у тексті — не розмітка.".encode())
    assert plain is not None
    assert "<b>" in plain.text
