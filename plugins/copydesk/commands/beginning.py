"""The commands that begin something: new, from-issue."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from copydesk.commands.telling import refused, tell, waiting, words
from copydesk.messages import say
from copydesk.model import Lang

_FACTS = ("url", "outlet", "byline")


def new(given: argparse.Namespace, project: Path) -> int:
    """A file begun: of a title alone, or of a text from a file or from the standard input."""
    from copydesk.writer import RefusedError

    try:
        text = _text(given.text) if given.text else ""
        if given.kind == "entry" and text:
            return _entry(given, project, text)
        from copydesk.new import new as begun
        from copydesk.new import titled

        title, note = titled(given.title or "", text)
        print(begun(project, given.kind, title, given.date or date.today(), given.lang, note, given.what))
    except (RefusedError, ValueError, OSError) as error:
        refused("new", error)
        return 1
    return 0


def from_issue(given: argparse.Namespace, project: Path) -> int:
    """The text of an issue, from the environment: `ISSUE_BODY`, `ISSUE_NUMBER`."""
    from copydesk.submissions import answers
    from copydesk.writer import RefusedError

    number, body = os.environ.get("ISSUE_NUMBER", ""), os.environ.get("ISSUE_BODY", "")
    if not re.fullmatch(r"[1-9]\d{0,9}", number, re.ASCII):
        refused("from-issue", ValueError(say("ISSUE_NUMBER is not a number")))
        return 2
    try:
        told, text = answers(body)
        return _submitted(project, told, text, f"issue-{number}", given.lang)
    except (RefusedError, ValueError, OSError) as error:
        print(words(error))
        return 1


def _entry(given: argparse.Namespace, project: Path, text: str) -> int:
    from copydesk.submissions import name_for

    facts = {key: value for key in _FACTS if (value := getattr(given, key))}
    facts |= {"title": given.title} if given.title else {}
    facts |= {"published": str(given.date)} if given.date else {}
    return _submitted(project, facts, text, name_for(project, given.title or "", text), given.lang)


def _submitted(project: Path, told: Mapping[str, str], text: str, name: str, site: Lang) -> int:
    """A seed written and read: what was written is printed, then what is to be mended."""
    from copydesk import convert as conversion
    from copydesk.submissions import put, seed_text

    whole, left_out = seed_text(told, text)
    path = put(project, name, whole)
    report = conversion.convert(project, site=site, waiting=waiting)
    print("\n".join(dict.fromkeys([path, *report.written])))
    mine = [p for p in report.problems if p.path == path]
    tell([*left_out, *report.problems])
    return 1 if any(p.severity == "error" for p in mine) else 0


def _text(name: str) -> str:
    """The words of a file, or of the standard input (`-`), in whatever encoding. ValueError if none fits."""
    from copydesk.seeds.decode import decode

    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    text, problems = decode(raw, name, html=b"<" in raw[:2048])
    if text is None:
        raise ValueError(say("{message}; {fix}", message=problems[0].message, fix=problems[0].fix))
    if not text.strip():
        raise ValueError(say("there is no text in it"))
    return text
