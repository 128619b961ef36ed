"""Files of an older form of front matter in the present one. Pure.

`VERSION` counts the forms; the content says in `content/schema.txt` which it has. Form 0 is what came before
there was a count: it may hold articles with Pelican's own metadata, `Title: …` without the lines ---.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from copydesk.frontmatter.fields import UNPRINTABLE
from copydesk.frontmatter.writing import fresh
from copydesk.language import detect
from copydesk.messages import say
from copydesk.model import LANGS, Lang

VERSION = 1
PATH = "content/schema.txt"
_NOTE = "# The form of the files in content/. `copydesk migrate` writes it: do not change it by hand.\n"
_KEY = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)")
_OURS = {"title": "title", "lang": "lang", "author": "byline", "authors": "byline", "summary": "summary"}


@dataclass(frozen=True)
class Migration:
    """A step to `version`: `does` says what it changes, `change` changes a text or leaves it (None)."""

    version: int
    does: str
    change: Callable[[str, str, Lang], str | None]


def version(text: str | None) -> int:
    """The form that `content/schema.txt` names, 0 without one. ValueError where it is no number."""
    if text is None:
        return 0
    lines = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    if len(lines) != 1 or not lines[0].isdecimal():
        raise ValueError(say("{path} does not say a version", path=PATH))
    return int(lines[0])


def versioned(number: int = VERSION) -> str:
    """The text of `content/schema.txt`."""
    return f"{_NOTE}{number}\n"


def migrated(kind: str, raw: str, since: int, site: Lang) -> tuple[str, list[str]]:
    """A file of `content/<kind>/` in the present form, and what was done to it."""
    done: list[str] = []
    for step in MIGRATIONS:
        made = step.change(kind, raw, site) if step.version > since else None
        if made is not None and made != raw:
            raw = made
            done.append(step.does)
    return raw, done


def _from_pelican(kind: str, raw: str, site: Lang) -> str | None:
    """Pelican's metadata as YAML; what has no key here is kept as a remark."""
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    head, _, body = text.partition("\n\n")
    if kind not in ("entries", "pages") or text.startswith("---"):
        return None
    told = dict(_metadata(head))
    if "title" not in told:
        return None
    values: dict[str, Any] = {ours: told[theirs] for theirs, ours in _OURS.items() if told.get(theirs)}
    if kind == "entries":
        given = values.get("lang")
        values["lang"] = given if given in LANGS else detect(body) or site
        values["date"] = _day(told.get("date", ""))
        if values["date"] is None or told.get("status", "published") != "published":
            values["status"] = "draft"
    else:
        values = {key: value for key, value in values.items() if key in ("title", "lang")}
    kept = {"title", "lang", "summary", "author", "authors"} & {t for t, o in _OURS.items() if o in values}
    rest = [f"# {key}: {value}\n" for key, value in told.items() if key not in kept]
    made = fresh(values, body)
    return made.replace("\n---\n", "\n" + "".join(rest) + "---\n", 1)


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words[:10])
    except ValueError:
        return None


def _metadata(head: str) -> Iterator[tuple[str, str]]:
    """The keys of Pelican's metadata, in small letters; none where a line is something else."""
    found: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        if match := _KEY.fullmatch(line):
            key = match[1].lower()
            found[key] = UNPRINTABLE.sub("", match[2]).strip()
        elif key and line[:1] in " \t" and line.strip():
            found[key] += " " + UNPRINTABLE.sub("", line).strip()
        elif line.strip():
            return
    yield from found.items()


MIGRATIONS = (Migration(1, say("metadata of Pelican became front matter between --- lines"), _from_pelican),)
