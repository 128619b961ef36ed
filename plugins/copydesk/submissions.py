"""A pasted text and what is known of it, on their way to a seed: from a person, a file, an issue's form.

Nothing is trusted: what the text says stays text, what is told of it goes through the typed model, the
name of the file is ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from copydesk import writer
from copydesk.frontmatter import load
from copydesk.frontmatter.issueforms import FIELDS, NO_ANSWER, in_all
from copydesk.frontmatter.submission import Submission
from copydesk.frontmatter.writing import fresh
from copydesk.language import detect
from copydesk.messages import Said, say
from copydesk.model import Problem
from copydesk.romanise import slug as slug_of

_LONGEST = 60
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|article|div|p)\b", re.I)


def answers(body: str) -> tuple[dict[str, str], str]:
    """What an issue made by the form tells: key -> answer, and the text. ValueError where it has no text.

    The text is the last field and goes on to the end, so that nothing in it can pass for another answer.
    """
    heads = {in_all(field.label): field.key for field in FIELDS}
    lines = body.replace("\r\n", "\n").split("\n")
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        named = heads.get(line.removeprefix("### ").strip()) if line.startswith("### ") else None
        if named and key != "text" and named not in found:
            key = named
            found[key] = []
        elif key:
            found[key].append(line)
    told = {name: "\n".join(said).strip() for name, said in found.items()}
    text = told.pop("text", "")
    if not text or text == NO_ANSWER:
        raise ValueError(say("there is no text in it"))
    return {name: said for name, said in told.items() if said not in ("", NO_ANSWER, "None")}, text


def seed_text(told: Mapping[str, str], text: str) -> tuple[str, list[Problem]]:
    """A seed's text with what is told of it as its header; what makes no sense there is left out, aloud."""
    known, left_out = dict(told), list[Problem]()
    while known:
        head = fresh(known)
        _, problems = load(head, Submission, "seeds")
        if not problems:
            return f"{head}\n{text.strip()}\n", left_out
        for problem in problems:
            name = problem.message.values.get("name") if isinstance(problem.message, Said) else None
            known.pop(str(name) if name in known else next(iter(known)), None)
        left_out += problems
    return f"{text.strip()}\n", left_out


def put(project: Path, name: str, text: str) -> str:
    """Write a seed called `name` and return its path. RefusedError where it must not be written."""
    body = text.split("\n---\n", 1)[-1] if text.startswith("---\n") else text
    path = f"seeds/{name}{'.html' if _MARKUP.match(body) else '.txt'}"
    target = writer.contained(project, path)
    before = target.read_bytes().decode("utf-8", "replace") if target.is_file() else None
    writer.write(project, path, text, before)
    return path


def name_for(project: Path, title: str, text: str) -> str:
    """A free name for a seed: of its title or first words."""
    first = title or next((line.strip() for line in text.splitlines() if line.strip()), "text")
    words = re.sub(r"<[^>]{0,500}>", " ", first)
    stem = slug_of(words, detect(words) or "uk")[:_LONGEST].strip("-") or "text"
    taken = {path.stem for path in (project / "seeds").glob("*")}
    count = 1
    while (free := stem if count == 1 else f"{stem}-{count}") in taken:
        count += 1
    return free
