"""Problems as text for terminals, as annotations for GitHub, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace

from copydesk.messages import spoken
from copydesk.model import Lang, Problem, visible

FORMATS = ("text", "github", "json")


def shown(problems: Iterable[Problem], form: str, lang: Lang = "en") -> str:
    """The problems in one of `FORMATS`, a line each (JSON: one array), told in `lang`."""
    problems = [told(p, lang) for p in problems]
    if form == "json":
        return encodable(json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2))
    return "\n".join(_github(p) if form == "github" else _text(p) for p in problems)


def encodable(words: str) -> str:
    """JSON with what UTF-8 cannot carry (a file's name may be of any bytes) as JSON's own escapes."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def _text(problem: Problem) -> str:
    return f"{problem}" if problem.severity == "error" else f"{problem} (warning)"


def told(problem: Problem, lang: Lang) -> Problem:
    """The problem with its words in `lang`."""
    return replace(problem, message=spoken(problem.message, lang), fix=spoken(problem.fix, lang))


def _github(problem: Problem) -> str:
    """A workflow command; what a file's name or a message holds cannot end it early."""
    place = f"file={_escaped(problem.path, ',:')}"
    place += f",line={problem.line}" if problem.line else ""
    place += f",col={problem.column}" if problem.column else ""
    message = _escaped(f"{problem.message}; {problem.fix}")
    return f"::{problem.severity} {place},title=copydesk {problem.rule}::{message}"


def _escaped(words: str, also: str = "") -> str:
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for mark in also:
        words = words.replace(mark, f"%{ord(mark):02X}")
    return visible(words)
