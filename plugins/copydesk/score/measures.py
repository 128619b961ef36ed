"""What is measured: which gold, which scorer, which figures of its output, and the goals."""

from __future__ import annotations

import re
from dataclasses import dataclass

MISSING = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, where it stands in the scorer's output, the goal, how its groups are shown."""

    name: str
    pattern: str
    goal: str = ""
    shown: str = "{0}"

    def read(self, printed: str) -> str:
        """The figure as it is shown; `MISSING` where the output has none."""
        found = re.search(self.pattern, printed)
        return self.shown.format(*found.groups()) if found else MISSING


@dataclass(frozen=True, slots=True)
class Measure:
    """One part: the gold files, the scorer with its options, its figures. `pairs`: a line holds two texts."""

    name: str
    gold: tuple[str, ...]
    scorer: tuple[str, ...]
    figures: tuple[Figure, ...]
    pairs: bool = False


QUOTATIONS, CLEANING, EVENTS = "quotations", "cleaning of raw pages", "same event or another"
COST = "cost"
WRONG = Figure("attributed to a wrong speaker, %", "", "≤ 4")
_ACTORS = ("score_actors.py", "--actors")
_EXACT = r"\* +exact .*?F1 +([\d.]+)"

MEASURES = (
    Measure(QUOTATIONS, ("quotes.jsonl",), ("score_quotes.py",), (
        Figure("span F1 at overlap 0.8", r">=0\.8 .*?'F1': ([\d.]+)", "93"),
        Figure("right speaker of those found, %", r">=0\.8 .*?'speaker': ([\d.]+)", "90"),
        Figure("span and speaker, F1", r">=0\.8 .*?'end_to_end_F1': ([\d.]+)", "82"),
    )),
    Measure(CLEANING, ("dispatch.jsonl",), ("score_dispatch.py",), (
        Figure("characters, F1", r"cleaning .*?F1 ([\d.]+)", "99"),
        Figure("documents at F1 0.98 or better", r", (\d+) documents\).*?>= 0\.98: (\d+)", "9/10", "{1}/{0}"),
        Figure("headline exact", r"headline\s+(\d+/\d+)", "95 %"),
        Figure("stated day right", r"date stated\s+right (\d+/\d+)", "100 %"),
        Figure("day wrong, all", r"date all\s+right \d+/(\d+).*?wrong (\d+)", "≤ 2 %", "{1}/{0}"),
        Figure("outlet right", r"outlet\s+right (\d+/\d+)"),
    )),
    Measure("names, Russian news", ("actors_ru.jsonl.gz",), _ACTORS, (Figure("exact F1", _EXACT, "93"),)),
    Measure("names, Ukrainian news", ("actors_uk.jsonl.gz",), _ACTORS, (Figure("exact F1", _EXACT, "92"),)),
    Measure("one actor over both languages", ("actors_ru.jsonl.gz", "actors_uk.jsonl.gz"), _ACTORS, (
        Figure("cross-language pairs, F1", r"cross-language pairs .*?F1 +([\d.]+)", "90"),
    )),
    Measure(EVENTS, ("event_pairs.jsonl.gz",), ("score_events.py", "--lang", "ru"), (
        Figure("Russian pairs, accuracy", r"accuracy ([\d.]+)", "92"),
    ), pairs=True),
)  # fmt: skip
