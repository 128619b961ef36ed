"""Repairs by form alone: marks, edges, the capitals of a person, how a body's name begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copydesk.lexicon import words
from copydesk.model import Lang, Span
from copydesk.names.page import Name, Page, Sentence
from copydesk.names.wordclass import given_name, listed_given_name, of_place, subject_of_one

_PARTICLES = frozenset(words("", "name_particles"))
_TAIL = ".,;:!?)]»\"'—-"
_PIECES = re.compile(r"[()\[\]«»\"“”\n]|\s—\s|\s-\s|(?<=[A-Za-z])\s?/\s?(?=[A-Z])")
_WORDS_OF = re.compile(r"(?:пряма мова|прямая речь|цитата)\s+(?=[^\W\d_])", re.IGNORECASE)
_LEADING = re.compile(r"(?:\d{1,2}[:.]\d{2}\s|[^\w]|_)*")
_LEGAL = re.compile(r"\b(Ltd|Inc|Corp|Co|Jr)$|(?<=[\s.][^\W\d_]\.)\s?[^\W\d_]$")

# How the names of ministries and offices of a state begin: "Мінветеранів", "Держпраці", "Госкомстат".
_BODY = re.compile(r"(?:Мін|Держ|Нац|Укр|Мин|Гос|Рос(?=[бвгджзкмнпрстфхц]))[а-яіїєґё']{3,}$")


def body_by_form(word: str, lang: Lang) -> bool:
    """True for a body of the state by how its name begins: "Мінекономіки"."""
    return bool(_BODY.match(word)) and not of_place(word, lang)


def told_by_form(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "Андрій Лиман", "у Держпраці": a place for the model, by its form a person or a body."""
    run = sentence.inside(name.span)
    if name.kind == "place" and page.lang != "en":
        capitals = len(run) == 2 and all(t.text.istitle() for t in run)
        if capitals and listed_given_name(run[0].text, page.lang):
            name = replace(name, kind="person")
        elif len(run) == 1 and body_by_form(run[0].text, page.lang):
            name = replace(name, kind="organisation")
    yield name


def cut_at_marks(page: Page, _: Sentence, name: Name) -> Iterator[Name]:
    """Brackets, quotation marks and strokes part names: "… здравоохранения (ВОЗ)", "Pfizer/BioNTech".

    The generic words before an opening mark go: "компания «Обрій»" -> "Обрій".
    """
    text = name.span.of(page.text)
    pieces, start = [], 0
    for found in _PIECES.finditer(text):
        pieces.append((start, found.start(), found.group()))
        start = found.end()
    for begin, stop, mark in [*pieces, (start, len(text), "")]:
        if text[begin:stop].strip(" " + _TAIL) and not _opens(text, stop, mark):
            yield name.at(name.span.start + begin, name.span.start + stop)


def _opens(text: str, at: int, mark: str) -> bool:
    """True for a quotation mark that opens a name inside this one."""
    if mark in ("«", "“"):
        return True
    return mark == '"' and (at == 0 or text[at - 1] == " ") and at + 1 < len(text) and text[at + 1] != " "


def trim(page: Page, _: Sentence, name: Name) -> Iterator[Name]:
    """No mark of punctuation at either end and no hour before it, but "Lonza Ltd." keeps its dot."""
    text = name.span.of(page.text)
    left = _LEADING.match(text).end()  # type: ignore[union-attr]  # it matches the empty string too
    core = text.rstrip(" " + _TAIL + "(«&/")
    if _LEGAL.search(core) and page.text.startswith(".", name.span.start + len(core)):
        core += "."
    initial = name.kind == "person" and re.search(r"[\s.][^\W\d_]$", core)
    if initial and page.text.startswith(".", name.span.start + len(core)):
        core += "."
    if len(core) > left and any(c.isalpha() for c in core[left:]):
        yield name.at(name.span.start + left, name.span.start + len(core))


def cut_at_label(page: Page, _: Sentence, name: Name) -> Iterator[Name]:
    """As in "Пряма мова Дуба": the label of somebody's words is no part of the name behind it."""
    label = _WORDS_OF.match(name.span.of(page.text))
    yield Name(Span(name.span.start + label.end(), name.span.stop), "person", name.rule) if label else name


def _belongs_before(first: str, second: str, lang: Lang) -> bool:
    """True for what a post is of, before a given name: "(викладач) Політехніки Андрій Лис"."""
    if lang == "en" or not listed_given_name(second, lang) or given_name(first, lang):
        return False
    return not subject_of_one(first, lang)


def cut_person(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """A person's name ends at the first lower-case word that is no particle; it begins with a capital."""
    run = sentence.inside(name.span)
    if name.kind != "person" or not run:
        yield name
        return
    while run and not run[0].text[0].isupper():
        run = run[1:]
    given = (i for i in range(1, len(run) - 1) if _belongs_before(run[i - 1].text, run[i].text, page.lang))
    run = run[next(given, 0) :]
    stop = next((i for i, t in enumerate(run) if t.text.islower() and t.text not in _PARTICLES), len(run))
    run = run[:stop]
    while run and (
        run[-1].text in _PARTICLES or (not run[-1].is_word and len(run) > 2 and run[-1].text != ".")
    ):
        run = run[:-1]
    if run:
        yield name.at(run[0].start, run[-1].stop)
