"""Measuring: the table with its goals, the worst cases with their reasons, on a tiny invented folder."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from copydesk.__main__ import main
from copydesk.score import worst
from copydesk.score.cost import cost
from copydesk.score.figures import Measured, keep, measured, table
from copydesk.score.measures import MEASURES, WRONG
from copydesk.score.run import write_between
from digest.presentation.quality import MESSAGES, quality

TEXT = (
    "«Пором ходитиме щодня до осені», — сказала капітанка Леся Гармаш. "
    "«Рейси вже оплачено», — додав Іво Брандт."
)
SCORER = """
import json, sys


def overlap(a, b):
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (max(a[1], b[1]) - min(a[0], b[0]))


def spans_of(quotation):
    return [tuple(span) for span in quotation["spans"]]


def same_speaker(gold, guess, kind):
    return gold == guess


if __name__ == "__main__":
    assert [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
    print("overlap>=0.8 {'P': 1, 'F1': 71.5, 'speaker': 50.0, 'end_to_end_F1': 40.2}")
"""
JUDGE: Any = SimpleNamespace()
exec(SCORER, JUDGE.__dict__)


def gold(*quotes: tuple[str, str]) -> dict[str, Any]:
    found = [
        {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "speaker": speaker}
        for words, speaker in quotes
    ]
    return {"id": "porom", "text": TEXT, "quotes": found}


def found(words: str, speaker: str | None, sure: float = 0.9) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "spans": [[start, start + len(words)]], "speaker": speaker, "rule": "trailing",
        "confidence": sure, "cue": "сказала", "resolved": "named",
    }  # fmt: skip


FERRY, PAID = "Пором ходитиме щодня до осені", "Рейси вже оплачено"


def test_a_wrong_name_counts_among_those_attributed_alone() -> None:
    truth = {"porom": gold((FERRY, "Леся Гармаш"), (PAID, "Іво Брандт"))}
    named = [found(FERRY, "Леся Гармаш"), found(PAID, "Леся Гармаш")]
    silent = [found(FERRY, "Леся Гармаш"), found(PAID, None)]

    assert worst.wrong_share(truth, {"porom": {"quotations": named}}, JUDGE) == "50.0"
    assert worst.wrong_share(truth, {"porom": {"quotations": silent}}, JUDGE) == "0.0"
    assert worst.wrong_share(truth, {}, JUDGE) == "–"


def test_the_surest_wrong_name_comes_first_with_its_rule() -> None:
    truth = {"porom": gold((FERRY, "Леся Гармаш"), (PAID, "Іво Брандт"))}
    got = [found(PAID, "Леся Гармаш", 0.7), found(FERRY, "Іво Брандт", 0.95), found("капітанка Леся", "Він")]

    assert worst.quotations(truth, {"porom": {"quotations": got}}, JUDGE) == [
        f"porom: Іво Брандт, not Леся Гармаш: «{FERRY}» [rule trailing, 0.95, cue 'сказала', named]",
        f"porom: Леся Гармаш, not Іво Брандт: «{PAID}» [rule trailing, 0.70, cue 'сказала', named]",
        "porom: no quotation in the gold: «капітанка Леся» [rule trailing, 0.90, cue 'сказала', named]",
    ]
    assert worst.quotations(truth, {}, JUDGE)[0] == f"porom: missed (best overlap 0.00): «{FERRY}»"


def test_lines_dropped_or_kept_against_the_gold_name_their_rule() -> None:
    def line_spans(text: str) -> list[tuple[int, int, int]]:
        return [(0, 0, 11), (1, 12, 30)]

    judge = SimpleNamespace(line_spans=line_spans, fold=lambda words: words)
    row = {"text": "Міст готовий\nЧитайте також це", "labels": {"0": "B", "1": "N"}, "headline": "Міст"}
    got = {
        "title": "Дамба",
        "blocks": [{"start": 13, "end": 29, "role": "paragraph"}],
        "removed": [{"start": 0, "end": 12, "rule": "menu"}],
    }

    assert worst.cleaning({"d": row}, {"d": got}, judge) == [
        "d: headline 'Дамба', not 'Міст'",
        "d: kept as paragraph: «Читайте також це»",
        "d: dropped by menu: «Міст готови»",
    ]


def test_names_and_events_against_the_gold() -> None:
    row = {"text": "Лесю чули", "mentions": [{"start": 0, "end": 4, "type": "PER"}]}
    got = {"mentions": [{"start": 5, "end": 9, "kind": "place", "name": "Чули", "actor": None}]}
    pair = {"lang": "ru", "same": "OK", "a": {"title": "Міст"}, "b": {"title": "Дамба"}}
    told = {"p#a": {"event": "1", "happened": {"date": "2024-05-01"}}, "p#b": {"event": "2"}}

    assert worst.names({"d": row}, {"d": got}, None) == [
        "1 × PER «Лесю»: missed",
        "1 × no name in the gold: place «чули» [Чули → no actor]",
    ]
    assert worst.events({"p": pair, "q": {**pair, "lang": "en"}}, told, None) == [
        "p: kept apart (2024-05-01 and no day): Міст / Дамба"
    ]


def test_the_command_prints_figures_goals_and_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = json.dumps(gold((FERRY, "Хтось Інший"), (PAID, "Іво Брандт")), ensure_ascii=False)
    (tmp_path / "quotes.jsonl").write_text(lines + "\n", encoding="utf-8")
    (tmp_path / "score_quotes.py").write_text(SCORER, encoding="utf-8")

    assert main(["score", "--dev", str(tmp_path), "--only", "quotations", "--errors", "1"]) == 0
    printed = capsys.readouterr().out
    assert "| quotations | span F1 at overlap 0.8 | 71.5 | 93 |" in printed
    assert "| quotations | attributed to a wrong speaker, % | 50.0 | ≤ 4 |" in printed
    assert f"porom: Леся Гармаш, not Хтось Інший: «{FERRY}» [rule trailing, " in printed
    assert "| cost | peak memory, MiB | " in printed


def test_a_folder_that_lacks_the_files_and_wrong_use_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--dev", str(tmp_path)]) == 1
    assert "dispatch.jsonl" in capsys.readouterr().err
    assert main(["score", "--dev", str(tmp_path), "--only", "x", "--write"]) == 2


def test_cost_is_of_the_process_and_has_no_clock() -> None:
    spent = cost([json.dumps({"text": TEXT})])
    assert spent["pace"] > 0
    assert spent["memory"] > 20


def test_figures_are_kept_and_shown_in_the_readme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (Measured("quotations", "exact F1", "71.5", "93"), Measured("cost", "peak memory, MiB", "300"))
    path, readme = tmp_path / "measured.json", tmp_path / "README.md"
    keep(rows, path)
    readme.write_text("a\n<!-- score: start -->\nold\n<!-- score: stop -->\nb\n", encoding="utf-8")
    write_between(readme, table(rows))

    assert measured(path) == rows
    assert readme.read_text(encoding="utf-8") == (
        "a\n<!-- score: start -->\n| part | measured as | figure | goal |\n|---|---|---|---|\n"
        "| quotations | exact F1 | 71.5 | 93 |\n| cost | peak memory, MiB | 300 |  |\n"
        "<!-- score: stop -->\nb\n"
    )
    readme.write_text("a\n", encoding="utf-8")
    write_between(readme, "x")
    assert "nothing was written there" in capsys.readouterr().out


def test_every_figure_has_words_in_each_language_of_the_site() -> None:
    names = {m.name for m in MEASURES} | {f.name for m in MEASURES for f in m.figures} | {WRONG.name}
    assert names | {row.name for row in measured()} | {row.part for row in measured()} <= set(MESSAGES)
    uk, ru = quality("uk"), quality("ru")
    assert uk.rows[0].name == "межі, F1 за збігу від 0,8"
    assert (ru.lang, ru.columns[3]) == ("ru", "Цель")
