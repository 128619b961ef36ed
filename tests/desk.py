"""A small project in a temporary folder, and a drafter that needs no models: for tests of the shells.

The drafter reads a plain convention: first line the headline, a line `2024-07-03` the day of
publication, `happened 2024-07-02` the day told, words in «» a quotation of the name before them.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from copydesk.convert.session import Session
from copydesk.model import Block, DateGuess, Dispatch, Draft, Found, Mention, Quotation, Seed, Span

PEOPLE = {"Олена Гриценко": "olena-hrytsenko", "Раса Жемайте": "rasa-zhemaite", "Том Бакстер": "tom-bakster"}


def drafted(seed: Seed) -> Draft:
    text = seed.text
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks, days = [], {}
    for span in lines[1:]:
        found = re.fullmatch(r"(happened )?(\d{4}-\d\d-\d\d)", span.of(text))
        if found:
            name = "happened" if found.group(1) else "published"
            days[name] = DateGuess(
                date.fromisoformat(found.group(2)), "day", span.of(text), "line", span=span
            )
        else:
            blocks.append(Block(span, "item" if span.of(text).startswith("- ") else "paragraph"))
    mentions = tuple(
        sorted(
            (
                Mention(Span(m.start(), m.end()), "person", name, name, actor=slug)
                for name, slug in PEOPLE.items()
                for m in re.finditer(name, text)
            ),
            key=lambda m: m.span,
        )
    )
    quotations = []
    for found in re.finditer("«([^»]+)»", text):
        before = [m for m in mentions if m.span.stop <= found.start()]
        who = before[-1] if before else None
        quotations.append(
            Quotation(
                (Span(*found.span(1)),), "direct", who and who.name, who and who.span, actor=who and who.actor
            )
        )
    dispatch = Dispatch(seed, "uk", Found(lines[0].of(text), "first", lines[0]), blocks=tuple(blocks))
    return Draft(
        dispatch, days.get("published"), days.get("happened"), mentions, tuple(quotations), None,
        (blocks[0].span,) if blocks else (),
    )  # fmt: skip


class Desk:
    """A project folder with seeds to drop in and files to look at."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "seeds").mkdir()

    def seed(self, name: str, text: str) -> None:
        (self.root / "seeds" / name).write_text(text, encoding="utf-8")

    def put(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode("utf-8")

    def files(self) -> dict[str, str]:
        return {
            p.relative_to(self.root).as_posix(): p.read_bytes().decode("utf-8")
            for p in sorted((self.root / "content").rglob("*"))
            if p.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(Session, "drafter", property(lambda self: drafted))
    monkeypatch.setattr(Session, "linked", lambda self, draft: draft)
    return Desk(tmp_path)
