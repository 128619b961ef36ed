"""`copydesk new`: a valid file with its front matter prefilled, ready to be edited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from copydesk import writer
from copydesk.frontmatter.writing import fresh
from copydesk.model import Lang
from copydesk.romanise import slug as slug_of

KINDS = ("entry", "actor", "event")


def new(project: Path, kind: str, title: str, day: date, lang: Lang = "uk") -> str:
    """Write the file of a new entry, actor or event named `title` and return its path below `project`.

    Raises:
        RefusedError: the title has no letters, or there is such a file already.
    """
    words = " ".join(title.split())
    if not words:
        raise writer.RefusedError("a title is needed")
    slug = slug_of(words, lang)
    if kind == "entry":
        path = f"content/entries/{day.year:04}/{day}-{slug}.md"
        text = fresh({"title": words, "lang": lang, "date": day, "status": "draft"})
    elif kind == "actor":
        path = f"content/actors/{slug}.md"
        text = fresh({"name": words, "names": {lang: words}, "kind": "person", "status": "confirmed"})
    else:
        path = f"content/events/{day}-{slug}.md"
        text = fresh({"title": words, "titles": {lang: words}, "starts": day, "status": "confirmed"})
    if (project / path).exists():
        raise writer.RefusedError(f"{path} is already there")
    writer.write(project, path, text, None)
    return path
