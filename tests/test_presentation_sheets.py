"""A long explanation in sheets: nothing lost, nothing twice, each page light."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bs4 import BeautifulSoup

from copydesk import seeds
from copydesk.explain.value import Decision, Explanation, Mark
from copydesk.model import Span
from digest.presentation.decisions import decision_parts, listed
from digest.presentation.explaining import Explained, seed_text
from digest.presentation.sheets import LIMIT, sheets
from digest.presentation.voice import voice
from tests import invented


def long(dice: Random, shown: bool = True) -> Explained:
    """A text of many lines, one of them very long, with marks that also run over their ends."""
    lines = [" ".join(dice.choices(("вода", "міст", "Рада"), k=dice.randrange(1, 40))) for _ in range(200)]
    lines.insert(50, "слово " * 2_000)
    text = "\n".join(lines)
    starts = sorted(dice.sample(range(len(text) - 300), 250))
    spans = [Span(start, start + dice.randrange(1, 300)) for start in starts]
    marks = tuple(Mark(span, dice.choice(("quotation", "removed", "name")), "trailing") for span in spans)
    decisions = tuple(Decision("quotations", "direct", f"Хтось {n}", "trailing", span=span)
                      for n, span in enumerate(spans))  # fmt: skip
    return Explained(seeds.from_text("long.txt", text), Explanation("uk", decisions, marks), shown, "f")


def test_a_short_one_is_one_sheet_with_everything() -> None:
    made = invented.explained()
    (sheet,) = sheets(made)
    assert seed_text(voice("uk"), sheet, [], "..") == seed_text(voice("uk"), made, [], "..")
    assert decision_parts(voice("uk"), sheet, []) == decision_parts(voice("uk"), made, [])


def test_all_sheets_together_hold_every_character_and_every_decision_once() -> None:
    for seed in range(5):
        made = long(Random(seed))
        found = sheets(made)
        texts = []
        for sheet in found:
            soup = BeautifulSoup(f"<pre>{seed_text(voice('uk'), sheet, [], '..')}</pre>", "html.parser")
            for label in soup.select(".as"):
                label.decompose()
            texts.append(soup.get_text())
        assert "".join(texts) == made.seed.text
        assert [one for sheet in found for one in sheet.explanation.decisions] == [
            one for one in made.explanation.decisions if listed(one, True)
        ]
        assert len({sheet.fingerprint for sheet in found}) == len(found) > 3


def test_no_sheet_is_much_heavier_than_the_limit() -> None:
    for sheet in sheets(long(Random(7))):
        assert len(seed_text(voice("uk"), sheet, [], "..").encode()) < LIMIT + 6_000


def test_without_the_text_there_are_decisions_alone() -> None:
    made = long(Random(3), shown=False)
    found = sheets(made)
    assert {sheet.stretch for sheet in found} == {Span(0, 0)}
    assert sum(len(sheet.explanation.decisions) for sheet in found) == 250
    nothing = replace(made, explanation=Explanation("uk", (), ()))
    assert len(sheets(nothing)) == 1
