"""`copydesk new`: a valid file with its front matter prefilled, ready to be edited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from copydesk import writer
from copydesk.frontmatter.writing import fresh
from copydesk.messages import say
from copydesk.model import ActorKind, Lang
from copydesk.romanise import slug as slug_of

KINDS = ("entry", "actor", "event")


def new(
    project: Path,
    kind: str,
    title: str,
    day: date,
    lang: Lang = "uk",
    note: str = "",
    what: ActorKind = "person",
) -> str:
    """Write the file of a new entry, actor or event named `title` and return its path below `project`.

    `note` becomes its text, `what` is what an actor is.

    Raises:
        RefusedError: the title has no letters, or there is such a file already.
    """
    words = " ".join(title.split())
    if not words:
        raise writer.RefusedError(say("a title is needed"))
    slug = slug_of(words, lang)
    if kind == "entry":
        path = f"content/entries/{day.year:04}/{day}-{slug}.md"
        text = fresh({"title": words, "lang": lang, "date": day, "status": "draft"}, note)
    elif kind == "actor":
        path = f"content/actors/{slug}.md"
        text = fresh({"name": words, "names": {lang: words}, "kind": what, "status": "confirmed"}, note)
    else:
        path = f"content/events/{day}-{slug}.md"
        text = fresh({"title": words, "titles": {lang: words}, "starts": day, "status": "confirmed"}, note)
    if (project / path).exists():
        raise writer.RefusedError(say("{name} is already there", name=path))
    writer.write(project, path, text, None)
    return path


def titled(title: str, text: str) -> tuple[str, str]:
    """The title and the rest of a pasted text: its first line is the title where none is given."""
    if title or not text.strip():
        return title, text.strip()
    first, _, rest = text.strip().partition("\n")
    return first.lstrip("# ").strip(), rest.strip()
