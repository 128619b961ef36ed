"""Noise inside a paragraph: links and calls that the page's machinery pasted between sentences."""

from __future__ import annotations

import re

from copydesk.clean import phrases, shapes
from copydesk.clean.labels import INLINE
from copydesk.clean.lines import Line
from copydesk.model import Lang, Removal, Span
from copydesk.text import sentences

# A small letter and a capital with nothing between them: one text ended and another was pasted on.
# Only in Cyrillic; Latin names do this by themselves ("BioNTech").
_SEAM = re.compile(r"(?<=[а-яіїєґё0-9»\")%])(?=[А-ЯІЇЄҐЁ][а-яіїєґё\s])")
# A sentence end with a title glued to it: "…сказав він.Мер відкрив міст".
_GLUED = re.compile(r"[а-яіїєґёa-z][\"»)]*[.!?](?=[А-ЯІЇЄҐЁA-Z])")
_LONGEST_LINK = 260
_LONGEST_TITLE = 130
_CUE = re.compile(r"[\s:]*")


def cuts(line: Line, lang: Lang) -> tuple[Removal, ...]:
    """The pieces of a paragraph that are no part of it, in order; spans into the whole text."""
    found = [*_pasted(line, lang), *_glued(line), *_credit(line)]
    start = line.span.start
    kept: list[Removal] = []
    for begin, end, rule in sorted(found):
        if end > begin and (not kept or start + begin >= kept[-1].span.stop):
            kept.append(Removal(Span(start + begin, start + end), rule))
    return tuple(kept)


def _pasted(line: Line, lang: Lang) -> list[tuple[int, int, str]]:
    """Calls like "Читайте також: …" or "Підписуйтесь на …", each up to the end of its title or sentence."""
    met = phrases.hit(line.text)
    if met is None or met.rule not in INLINE:
        return []
    found: list[tuple[int, int, str]] = []
    for begin, end in _sentence_spans(line.text, lang):
        hit = phrases.hit(line.text[begin:end])
        if hit is None or hit.rule not in INLINE:
            continue
        from_start = hit.start <= 6
        if hit.rule == "read-also":
            if begin + hit.start and not from_start and not _after_stop(line.text, begin + hit.start):
                continue
            stop = _link_end(line.text, begin + hit.stop, end)
            found.append((begin + hit.start if not from_start else begin, stop, hit.rule))
        elif from_start or hit.where == "any":
            found.append((begin, end, hit.rule))
    return found


def _after_stop(text: str, at: int) -> bool:
    """True where a cue stands behind a sentence end or bracket, or is glued to the word before."""
    before = text[:at].rstrip(" (")
    return not before or before[-1] in '.!?…»")' or (before[-1].isalpha() and before == text[:at])


def _link_end(text: str, cue_end: int, sentence_end: int) -> int:
    """Where the title after a cue ends: at a seam, else with its sentence."""
    after = _CUE.match(text, cue_end)
    begin = after.end() if after else cue_end
    for seam in _SEAM.finditer(text, begin + 1, min(sentence_end, begin + _LONGEST_LINK)):
        if seam.start() - begin > 12:
            return seam.start()
    # No title is this long: the text goes on without a mark, so only the cue is taken out.
    return sentence_end if sentence_end - begin <= _LONGEST_TITLE else cue_end


def _glued(line: Line) -> list[tuple[int, int, str]]:
    """A title glued behind the last sentence: no space before it and no full stop after."""
    if line.full_stop or line.words < 12:
        return []
    last = next(reversed(list(_GLUED.finditer(line.text))), None)
    if last is None or len(line.text) - last.end() > _LONGEST_LINK:
        return []
    title = line.text[last.end() :]
    known = shapes.DOMAIN.search(line.text, max(0, last.start() - 30), min(len(line.text), last.end() + 12))
    whole = len(title.split()) >= 4 and line.words >= 2 * len(title.split()) and title[-1] not in '"»:;,'
    return [] if known or not whole else [(last.end(), len(line.text), "glued-link")]


def _credit(line: Line) -> list[tuple[int, int, str]]:
    """A picture's credit behind the last sentence: "… відкрили міст. Фото: міськрада"."""
    found = shapes.CREDIT.search(line.text)
    if (
        found is None
        or ":" not in found.group()
        or not line.text[: found.start() + 1].rstrip().endswith((".", "!", "?"))
    ):
        return []
    begin = found.start() + (line.text[found.start()] == ".")
    return [(begin, len(line.text), "photo-credit")] if len(line.text) - begin <= 90 else []


def _sentence_spans(text: str, lang: Lang) -> list[tuple[int, int]]:
    return [(span.start, span.stop) for span in sentences(text, lang)]
