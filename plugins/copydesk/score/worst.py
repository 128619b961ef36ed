"""The worst cases of a part, each with the reason the program had. Pure: lines in, words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]
Rows = Mapping[str, Row]
_OVERLAP = 0.8
_LONG = 90
_TYPES = frozenset({"PER", "ORG", "LOC"})


def speakers(gold: Rows, found: Rows, scorer: Any) -> Iterator[tuple[Row, Row | None, Row]]:
    """Each quotation found that has a speaker: its line, the gold quotation it fits (None: none), itself.

    `scorer` gives `overlap(a, b)` and `spans_of(quotation)`.
    """
    for key, row in gold.items():
        for quotation in found.get(key, {}).get("quotations", []):
            if quotation["speaker"]:
                fits = [
                    (max(scorer.overlap((q["start"], q["end"]), s) for s in scorer.spans_of(quotation)), n)
                    for n, q in enumerate(row["quotes"])
                ]
                best = max(fits, default=(0.0, 0))
                yield row, row["quotes"][best[1]] if best[0] >= _OVERLAP else None, quotation


def wrong_share(gold: Rows, found: Rows, scorer: Any) -> str:
    """How many of the attributed quotations have another speaker than the gold one, in percent."""
    judged = [(truth, q) for _, truth, q in speakers(gold, found, scorer) if truth is not None]
    wrong = sum(not _right(scorer, truth, q) for truth, q in judged)
    return f"{100 * wrong / len(judged):.1f}" if judged else "–"


def _right(scorer: Any, truth: Row, quotation: Row) -> bool:
    return bool(scorer.same_speaker(truth["speaker"], quotation["speaker"], truth.get("speaker_kind")))


def quotations(gold: Rows, found: Rows, scorer: Any) -> list[str]:
    """Wrong speakers, the surest first, then quotations that are none, then those that were missed."""
    wrong, extra = [], []
    for row, truth, q in speakers(gold, found, scorer):
        why = f"rule {q['rule']}, {q['confidence']:.2f}, cue {q['cue']!r}, {q['resolved']}"
        words = _words(row["text"], *q["spans"][0])
        if truth is None:
            extra.append((-q["confidence"], f"no quotation in the gold: {words} [{why}]", row["id"]))
        elif not _right(scorer, truth, q):
            told = f"{q['speaker']}, not {truth['speaker']}: {words} [{why}]"
            wrong.append((-q["confidence"], told, row["id"]))
    cases = [f"{key}: {told}" for _, told, key in [*sorted(wrong), *sorted(extra)]]
    return [*cases, *_missed(gold, found, scorer)]


def _missed(gold: Rows, found: Rows, scorer: Any) -> Iterator[str]:
    for key, row in gold.items():
        spans = [s for q in found.get(key, {}).get("quotations", []) for s in scorer.spans_of(q)]
        for truth in row["quotes"]:
            place = truth["start"], truth["end"]
            best = max((scorer.overlap(place, span) for span in spans), default=0.0)
            if best < _OVERLAP:
                yield f"{key}: missed (best overlap {best:.2f}): {_words(row['text'], *place)}"


def cleaning(gold: Rows, found: Rows, scorer: Any) -> list[str]:
    """Pages whose headline, day or text is wrong, with the rules that had their way; most letters first."""
    cases: list[tuple[int, str]] = []
    for key, row in gold.items():
        got = found.get(key, {})
        if row.get("headline") and scorer.fold(row["headline"]) != scorer.fold(got.get("title")):
            cases.append((-(10**6), f"{key}: headline {got.get('title')!r}, not {row['headline']!r}"))
        told, day = row.get("published"), got.get("published") or {}
        if told and day and told.get("precision") == "day" and day["date"] != told["date"]:
            why = f"[rule {day['rule']}, from {day['evidence']!r}]"
            cases.append((-(10**6), f"{key}: published {day['date']}, not {told['date']} {why}"))
        cases += [(-letters, f"{key}: {told}") for letters, told in _lines(row, got, scorer)]
    return [told for _, told in sorted(cases)]


def _lines(row: Row, got: Row, scorer: Any) -> Iterator[tuple[int, str]]:
    """The lines of a page that were dropped or kept against the gold, each with its letters."""
    for index, start, stop in scorer.line_spans(row["text"]):
        label = row["labels"].get(str(index))
        kept = [b for b in got.get("blocks", []) if b["start"] < stop and start < b["end"]]
        cut = [r for r in got.get("removed", []) if r["start"] < stop and start < r["end"]]
        words = _words(row["text"], start, stop)
        if label in ("B", "H", "L") and not kept and stop > start:
            yield stop - start, f"dropped by {cut[0]['rule'] if cut else 'a field'}: {words}"
        elif label in ("N", "Y", "D") and kept:
            yield stop - start, f"kept as {kept[0]['role']}: {words}"


def events(gold: Rows, found: Rows, scorer: Any) -> list[str]:
    """Russian pairs (those that the figure is of) that were put together or kept apart against the gold."""
    cases = []
    for key, row in gold.items():
        a, b = (found.get(f"{key}#{half}", {}) for half in "ab")
        same = a.get("event") is not None and a.get("event") == b.get("event")
        if row["lang"] == "ru" and same != (row["same"] == "OK"):
            done = "put together" if same else "kept apart"
            days = [(side.get("happened") or {}).get("date", "no day") for side in (a, b)]
            titles = " / ".join(_cut(str(row[half].get("title"))) for half in "ab")
            cases.append(f"{key}: {done} ({' and '.join(days)}): {titles}")
    return cases


def names(gold: Rows, found: Rows, scorer: Any) -> list[str]:
    """Names missed, cut otherwise than in the gold, or taken where there is none; the most frequent first."""
    cases: Counter[str] = Counter()
    for key, row in gold.items():
        text, got = row["text"], found.get(key, {}).get("mentions", [])
        truth = {(m["start"], m["end"]): m for m in row["mentions"] if m["type"] in _TYPES}
        spans = {(m["start"], m["end"]): m for m in got}
        for place, mention in truth.items():
            if place not in spans:
                near = [m for m in got if m["start"] < place[1] and place[0] < m["end"]]
                done = f"taken as {_mention(near[0], text)}" if near else "missed"
                cases[f"{mention['type']} {_words(text, *place)}: {done}"] += 1
        for place, mention in spans.items():
            if not any(place[0] < stop and start < place[1] for start, stop in truth):
                cases[f"no name in the gold: {_mention(mention, text)}"] += 1
    return [f"{count} × {told}" for told, count in sorted(cases.items(), key=lambda c: (-c[1], c[0]))]


def _mention(mention: Row, text: str) -> str:
    words = _words(text, mention["start"], mention["end"])
    return f"{mention['kind']} {words} [{mention['name']} → {mention['actor'] or 'no actor'}]"


def _words(text: str, start: int, stop: int) -> str:
    return f"«{_cut(' '.join(text[start:stop].split()))}»"


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else words[: _LONG - 1] + "…"
