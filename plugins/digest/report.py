"""Problems on their way to a person: printed once each, counted, kept for the live preview."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pelican.log import console
from rich.text import Text

from copydesk.check.formats import encodable, shown, told
from copydesk.model import Lang, Problem


class Refused(SystemExit):
    """A strict build found errors: nothing was written. Ends the process with 1 and a message."""


class Report:
    """The problems of one build pass.

    They are printed by us, as `path:line: what is wrong; what to do`: Pelican hides what a reader
    says, folds long lines and shows the like of a message five times only.
    """

    def __init__(self, file: str = "", lang: Lang = "en") -> None:
        self._told: dict[Problem, None] = {}
        self._file, self._lang = file, lang

    def add(self, problems: Iterable[Problem]) -> None:
        """Print and keep the problems that were not told before."""
        for problem in problems:
            if problem not in self._told:
                self._told[problem] = None
                _print(told(problem, self._lang))

    @property
    def problems(self) -> list[Problem]:
        """All problems, in the order told."""
        return list(self._told)

    @property
    def lines(self) -> list[str]:
        """All problems as they were printed."""
        return [shown([told(problem, self._lang)], "text") for problem in self.problems]

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep something from being published."""
        return [p for p in self.problems if p.severity == "error"]

    def save(self) -> None:
        """Write all problems to the report's file, if it has one."""
        if self._file:
            spoken = [told(p, self._lang) for p in self.problems]
            found = [asdict(p) | {"text": str(p)} for p in spoken]
            text = encodable(json.dumps(found, ensure_ascii=False, indent=1))
            Path(self._file).write_text(text, encoding="utf-8")

    def refuse(self) -> None:
        """Refused if there is any error."""
        if self.errors:
            count = len(self.errors)
            raise Refused(f"Nothing was published: {count} error(s) above, and DIGEST_STRICT is on.")


def _print(problem: Problem) -> None:
    style = "red" if problem.severity == "error" else "yellow"
    console.print(Text(shown([problem], "text"), style=style), soft_wrap=True)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        console.print(Text(shown([problem], "github")), soft_wrap=True)
