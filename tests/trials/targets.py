"""Six doors as functions of bytes: each raises where a promise does not hold."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from copydesk import seeds, writer
from copydesk.frontmatter import Entry, bodies, load
from copydesk.romanise import SLUG_BYTES, address, slug
from copydesk.seeds import decode, html
from digest.addresses import is_contained
from digest.body import render
from tests.hostile import HEAD, sinks

LONGEST = 2.0  # processor seconds that one input may take; a busy machine counts higher


def decoded(raw: bytes) -> None:
    """Bytes to text: what comes out is text, and stays the same when it is read again."""
    for page in (False, True):
        text, problems = decode.decode(raw, "x.txt", html=page)
        assert text is not None or problems
        if text is not None:
            again, _ = decode.decode(text.encode("utf-8"), "x.txt")
            assert again == text


def page(raw: bytes) -> None:
    """A saved page to text: no markup of a script, no control character."""
    try:
        text, facts = html.read(raw.decode("utf-8", "replace"))
    except html.TooLargeError:
        return
    assert decode.untyped(text) == text
    assert facts.url is None or facts.url.startswith(("http://", "https://"))


def header(raw: bytes) -> None:
    """Front matter: a typed value or problems with a line and advice, never an exception."""
    for given in (raw, b"---\n" + raw + b"\n---\n"):
        document, problems = load(given, Entry, "x.md")
        assert document is not None or problems
        for problem in problems:
            assert problem.message and problem.fix and "\n" not in str(problem)
            assert problem.line >= 1, problem


def body(raw: bytes) -> None:
    """Markdown to HTML: nothing alive."""
    text = raw.decode("utf-8", "replace")
    if bodies.wrong(text) is None:
        assert list(sinks.markup(render(text, "entries/2024", 2))) == []
        load(f"{HEAD}---\n{text}", Entry, "x.md")


def name(raw: bytes) -> None:
    """Names to addresses and paths: small, plain, inside."""
    words = raw.decode("utf-8", "replace")
    for lang in ("uk", "ru", "en"):
        for made in (slug(words, lang), address(words, lang)):
            assert made and made.isascii() and len(made) <= SLUG_BYTES and is_contained(made)
    try:
        path = writer.contained(_folder(), words)
    except writer.RefusedError:
        return
    assert path.resolve().is_relative_to(_folder()) and path.resolve() != _folder()
    assert ".." not in PurePosixPath(words).parts


def conversion(raw: bytes) -> None:
    """A seed's way to its entry, with all stages: the entry is one that the build takes, word for word."""
    from copydesk import edit
    from copydesk.convert.proposal import propose
    from copydesk.convert.refusals import refused
    from copydesk.merge import begin, merge
    from copydesk.verbatim import stands_in

    for ending in (".txt", ".html"):
        path = _folder() / f"x{ending}"
        path.write_bytes(raw)
        seed, problems = seeds.read(path, path.name)
        assert seed is not None or problems
        if seed is None:
            continue
        draft = edit.draft(seed, _gazetteer())
        if refused(draft.dispatch) is not None:
            continue
        proposal = propose(draft, frozenset(), (), 1)
        text = begin(proposal)
        document, wrong = load(text, Entry, "x.md")
        if document is None:
            assert {problem.rule for problem in wrong} <= {"body", "value", "size"}, wrong
            continue
        assert merge(text, proposal)[0] == text
        assert all(stands_in(q.content, seed.text) for q in document.meta.quotations)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp()).resolve()


@cache
def _gazetteer() -> Any:
    from copydesk.actors import Gazetteer, starter

    return Gazetteer.of([]).merged(starter())


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": decoded, "html": page, "front matter": header, "markdown": body, "names": name,
    "conversion": conversion,
}  # fmt: skip


def tried(target: Callable[[bytes], None], raw: bytes) -> None:
    """One input. AssertionError where it took too long."""
    began = time.process_time()
    target(raw)
    spent = time.process_time() - began
    assert spent < LONGEST, f"{spent:.1f} s for {len(raw)} bytes"
