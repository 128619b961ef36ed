"""Seeds: raw files to `Seed` values. Reads one file, never writes, never follows a link."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, replace
from pathlib import Path

from copydesk import doors
from copydesk.messages import Said, say
from copydesk.model import Facts, Problem, Seed
from copydesk.seeds import decode, header

# No article is longer: a bigger file is a book, a log or an attack.
TEXT_LIMIT = 150_000
PARAGRAPH_LIMIT = 20_000  # in one line: more words than the longest paragraph of news by far
# Each is weighed against those around it: a text with very many is a table or an attack.
MARKS_LIMIT = 4_000
_QUOTE_MARKS = '«»„“”"'
# A page carries its scripts and styles along, which the text then leaves behind.
HTML_LIMIT = 8 << 20
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(path: Path, name: str) -> tuple[Seed | None, list[Problem]]:
    """The seed in the file `path`, called `name` (its POSIX path below the folder of seeds).

    None and at least one problem where the file cannot be used: unreadable, a link, empty, too
    large, binary, or in an encoding that cannot be told for sure.
    """
    raw, problem = _bytes(path, name)
    if problem:
        return None, [problem]
    page = path.suffix.lower() in (".html", ".htm", ".xhtml")
    text, problems = decode.decode(raw, name, html=page or b"<html" in raw[:2048].lower())
    if text is None:
        return None, problems
    head = header.split(text, name)
    problems += head.problems
    body, facts, first_line = head.text, head.facts, head.first_line
    if page or _MARKUP.match(body[:4096]):
        from copydesk.seeds import html  # brings a parser along, which a text need not wait for

        try:
            body, found = html.read(body)
        except html.TooLargeError as error:
            return None, [
                *problems,
                _problem("html", name, error.args[0], "save the article's text alone", 1),
            ]
        facts, first_line = merged(facts, found), 1
    if (wrong := _unusable(body, name)) is not None:
        return None, [*problems, wrong]
    return Seed(name, body, hashlib.sha256(raw).hexdigest(), facts, first_line), problems


def from_text(name: str, text: str, facts: Facts | None = None) -> Seed:
    """A seed of a text that is already decoded. Its characters are kept one for one, so offsets stay."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Seed(name, text, digest, facts or Facts())


def merged(first: Facts, second: Facts) -> Facts:
    """`first`, with what it leaves open taken from `second`."""
    gaps = {f.name: getattr(second, f.name) for f in fields(Facts) if getattr(first, f.name) is None}
    return replace(first, **gaps)


def _bytes(path: Path, name: str) -> tuple[bytes, Problem | None]:
    try:
        return doors.read(path, HTML_LIMIT), None
    except doors.ShutError as error:
        return b"", _problem(error.rule, name, error.says, "put the text itself here, one article a file")
    except OSError as error:
        reason = say("cannot be read: {reason}", reason=error.strerror)
        return b"", _problem("file", name, reason, "check the file and its permissions")


def _unusable(text: str, name: str) -> Problem | None:
    if not text.strip():
        return _problem("empty", name, "the seed has no text", "paste the article, or delete the file", 1)
    if (message := too_much(text)) is None:
        return None
    return _problem("size", name, message, "keep one article a file, each paragraph in its line", 1)


def too_much(text: str) -> Said | None:
    """What there is more of in a text than one article has; None for a text that will be read."""
    if len(text) > TEXT_LIMIT:
        many, most = f"{len(text):,}", f"{TEXT_LIMIT:,}"
        return say("{number} characters, more than {most}", number=many, most=most)
    if (longest := max(map(len, text.split("\n")))) > PARAGRAPH_LIMIT:
        many, most = f"{longest:,}", f"{PARAGRAPH_LIMIT:,}"
        return say("a paragraph of {number} characters, more than {most}", number=many, most=most)
    if sum(map(text.count, _QUOTE_MARKS)) > MARKS_LIMIT:
        return say("more than {most} quotation marks", most=f"{MARKS_LIMIT:,}")
    return None


def _problem(rule: str, name: str, message: str, fix: str, line: int = 0) -> Problem:
    return Problem(rule, name, message, fix, line)
