"""What the model gets wrong often, put right: a tuple of small rules, each names in, names out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from copydesk.lexicon import words
from copydesk.model import Lang, Span
from copydesk.morphology import forms
from copydesk.names.page import Name, Page, Sentence
from copydesk.text import Token

_NAMED = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_PARTICLES = frozenset(words("", "name_particles"))
_IN = frozenset({"в", "у", "на", "во"})
_TAIL = ".,;:!?)]»\"'—-"
_PIECES = re.compile(r"[()\[\]«»\"“”\n]|\s—\s|\s-\s")

Rule = Callable[[Page, Sentence, Name], Iterable[Name]]


def applied(page: Page, names: Iterable[Name]) -> list[Name]:
    """The names after every rule has spoken, in order."""
    found = list(names)
    for rule in RULES:
        found = [new for sentence, name in _placed(page, found) for new in rule(page, sentence, name)]
    return sorted(found, key=lambda name: name.span)


def widened(page: Page, known: Iterable[Name]) -> list[Name]:
    """Known places with the capitalised adjective before them ("Північної Ірландії")."""
    if page.lang == "en":
        return list(known)
    return [new for sentence, name in _placed(page, known) for new in join_place(page, sentence, name)]


def _placed(page: Page, names: Iterable[Name]) -> Iterator[tuple[Sentence, Name]]:
    sentences = iter(page.sentences)
    sentence = next(sentences, None)
    for name in sorted(names, key=lambda n: n.span):
        while sentence is not None and sentence.tokens[-1].stop < name.span.stop:
            sentence = next(sentences, None)
        if sentence is not None:
            yield sentence, name


def cut_at_marks(page: Page, _: Sentence, name: Name) -> Iterator[Name]:
    """Brackets and quotation marks part names: "Всемирной организации здравоохранения (ВОЗ)".

    The generic words before an opening mark go: "компания «Обрій»" -> "Обрій".
    """
    text = name.span.of(page.text)
    pieces, start = [], 0
    for found in _PIECES.finditer(text):
        pieces.append((start, found.start(), found.group()))
        start = found.end()
    for begin, stop, mark in [*pieces, (start, len(text), "")]:
        if text[begin:stop].strip(" " + _TAIL) and not _opens(text, stop, mark):
            yield replace(name, span=Span(name.span.start + begin, name.span.start + stop))


def _opens(text: str, at: int, mark: str) -> bool:
    """True for a quotation mark that opens a name inside this one."""
    if mark in ("«", "“"):
        return True
    return mark == '"' and (at == 0 or text[at - 1] == " ") and at + 1 < len(text) and text[at + 1] != " "


def trim(page: Page, _: Sentence, name: Name) -> Iterator[Name]:
    """No mark of punctuation at either end, but "Lonza Ltd." keeps its dot."""
    text = name.span.of(page.text)
    left = len(text) - len(text.lstrip(" " + _TAIL + "(«#@&/"))
    core = text.rstrip(" " + _TAIL + "(«&/")
    if re.search(r"\b(Ltd|Inc|Corp|Co|Jr)$", core) and text[len(core) :].startswith("."):
        core += "."
    initial = name.kind == "person" and re.search(r"[\s.][^\W\d_]$", core)
    if initial and page.text.startswith(".", name.span.start + len(core)):
        core += "."
    if len(core) > left and any(c.isalpha() for c in core[left:]):
        yield replace(name, span=Span(name.span.start + left, name.span.start + len(core)))


def cut_person(_: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """A person's name ends at the first lower-case word that is no particle; it begins with a capital."""
    run = sentence.inside(name.span)
    if name.kind != "person" or not run:
        yield name
        return
    while run and run[0].text[0].islower():
        run = run[1:]
    stop = next((i for i, t in enumerate(run) if t.text.islower() and t.text not in _PARTICLES), len(run))
    run = run[:stop]
    while run and (
        run[-1].text in _PARTICLES or (not run[-1].is_word and len(run) > 2 and run[-1].text != ".")
    ):
        run = run[:-1]
    if run:
        yield replace(name, span=Span(run[0].start, run[-1].stop))


def cut_at_subject(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "в Лиску посланниця Ковалії": behind a preposition a nominative begins the next phrase."""
    before, run = sentence.before(name.span), sentence.inside(name.span)
    if before and before.text.casefold() in _IN and page.lang != "en":
        stop = next((i for i, t in enumerate(run) if t.text.islower() and _subject(t.text, page.lang)), None)
        if stop:
            yield replace(name, kind="place", span=Span(run[0].start, run[stop - 1].stop))
            return
    yield name


def drop_opening_word(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "Христианка Азия" at the start of a sentence: a common word has its capital from there alone."""
    run = sentence.inside(name.span)
    long = len(run) > 1 and len(run[0].text) > 3 and name.kind == "person"
    if long and _opening(sentence, run[0]) and common(run[0].text, page.lang):
        run = run[1:]
    if run:
        yield replace(name, span=Span(run[0].start, run[-1].stop))


def drop_common_word(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """A single common word at the start of a sentence, and words that are never names ("СМИ", "COVID")."""
    run = sentence.inside(name.span)
    lone = run[0].text if len(run) == 1 else ""
    if lone.casefold() in words("", "not_names") or name.span.of(page.text).casefold() in words(
        "", "not_names"
    ):
        return
    if lone and common(lone, page.lang) and (_opening(sentence, run[0]) or name.kind == "person"):
        if (lone.isupper() and len(lone) < 6) or _in_marks(page, name.span):
            yield name
        return
    if (
        len(run) == 2
        and _opening(sentence, run[0])
        and all(common(t.text, page.lang) for t in run)
        and page.lang == "uk"
    ):
        if run[1].text[0].isupper() or (name.kind == "organisation" and _noun(run[0].text, page.lang)):
            yield name
        return
    if not run or all(t.text[0].islower() for t in run if t.is_word):
        return
    yield name


def join_place(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """A capitalised adjective before a place that agrees with it belongs to it: "Північної Ірландії"."""
    before = sentence.before(name.span)
    run = sentence.inside(name.span)
    if (
        name.kind == "place"
        and before is not None
        and len(run) == 1
        and before.text in page.text[max(0, name.span.start - len(before.text) - 1) : name.span.start]
        and before.text[0].isupper()
        and not before.text.isupper()
        and not sentence.first(sentence.tokens.index(before))
        and (cases := _cases(before.text, page.lang, "ADJF"))
        and cases & _cases(run[0].text, page.lang, "NOUN")
    ):
        yield replace(name, span=Span(before.start, name.span.stop), actor=None, lemma=None)
        return
    yield name


RULES: tuple[Rule, ...] = (
    cut_at_marks,
    trim,
    cut_person,
    cut_at_subject,
    drop_opening_word,
    drop_common_word,
    join_place,
    trim,
)


def common(word: str, lang: Lang) -> bool:
    """True for a word of the dictionary that is no name in any reading."""
    readings = [form for form in forms(word.lower(), lang) if form.known]
    return bool(readings) and not any(form.tags & _NAMED for form in readings)


def _subject(word: str, lang: Lang) -> bool:
    cases = {f.case for f in forms(word, lang) if f.pos == "NOUN"}
    return bool(cases) and cases <= {"nomn", "voct"}


def _noun(word: str, lang: Lang) -> bool:
    return any(f.pos == "NOUN" and f.known for f in forms(word.lower(), lang))


def _opening(sentence: Sentence, token: Token) -> bool:
    return sentence.first(sentence.tokens.index(token))


def _in_marks(page: Page, span: Span) -> bool:
    return page.text[span.start - 1 : span.start] in ("«", '"', "“") and span.start > 0


def _cases(word: str, lang: Lang, pos: str) -> set[tuple[str, str]]:
    return {
        (f.case, "plur" if "plur" in f.tags else str(f.gender))
        for f in forms(word.lower(), lang)
        if f.pos == pos
    }
