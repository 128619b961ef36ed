"""What the model gets wrong often, put right: a tuple of small rules, each names in, names out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from copydesk.lexicon import words
from copydesk.model import Span
from copydesk.names.page import Name, Page, Sentence
from copydesk.names.shape import body_by_form, cut_at_label, cut_at_marks, cut_person, told_by_form, trim
from copydesk.names.wordclass import (
    adjective,
    agreeing_cases,
    common,
    function_word,
    given_name,
    noun,
    several,
    subject,
    title,
    verb,
)
from copydesk.text import Token

_IN = frozenset({"в", "у", "на", "во"})

Rule = Callable[[Page, Sentence, Name], Iterable[Name]]


def applied(page: Page, names: Iterable[Name]) -> list[Name]:
    """The names after every rule has spoken, in order."""
    found: list[Name] = []
    for sentence, name in _placed(page, names):
        kept = [name]
        for rule in RULES:
            kept = [new for old in kept for new in rule(page, sentence, old)]
        found += kept
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


def cut_at_subject(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "в Лиску посланниця Ковалії": behind a preposition a nominative begins the next phrase."""
    before, run = sentence.before(name.span), sentence.inside(name.span)
    if before and before.text.casefold() in _IN and page.lang != "en":
        stop = next((i for i, t in enumerate(run) if t.text.islower() and subject(t.text, page.lang)), None)
        if stop:
            yield replace(name, kind="place", span=Span(run[0].start, run[stop - 1].stop))
            return
    yield name


def cut_at_verb(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "У Раді розповіли": a verb is no part of a body's name."""
    run = sentence.inside(name.span)
    stop = next(
        (i for i, t in enumerate(run) if i and t.text.islower() and verb(t.text, page.lang)), len(run)
    )
    yield from _kept(name, run[:stop])


def cut_at_bearer(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "директор інституту Павло Вербовий": a given name in the nominative begins a person."""
    run = sentence.inside(name.span)
    for i in range(1, len(run) - 1) if name.kind == "organisation" else ():
        capitals = run[i].text[0].isupper() and run[i + 1].text[0].isupper()
        if run[i - 1].text.islower() and capitals and given_name(run[i].text, page.lang):
            yield from _kept(name, run[:i])
            yield from _kept(replace(name, kind="person"), run[i:])
            return
    yield name


def drop_shouted(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "МОЛОКО ДОРОЖЧАЄ": in a heading of capitals only what stands elsewhere in the text is a name."""
    if (
        not (sentence.heading and _shouted(sentence))
        or page.text.casefold().count(name.span.of(page.text).casefold()) > 1
    ):
        yield name


def _shouted(sentence: Sentence) -> bool:
    """True for more than two words, all in capitals."""
    words = [t.text for t in sentence.tokens if t.is_word]
    return len(words) > 2 and all(word.isupper() for word in words)


def drop_post(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "Депутатка міської ради": who holds a post is no body, and the body goes on in small letters."""
    run = sentence.inside(name.span)
    held = name.kind == "organisation" and len(run) > 1 and run[0].text.istitle()
    if held and title(run[0].text.lower(), page.lang) and not _in_marks(page, name.span):
        run = tuple(dropwhile(lambda token: not token.text[0].isupper(), run[1:]))
    elif held and run[1].text[0].isupper() and _opening(sentence, run[0]) and several(run[0].text, page.lang):
        run = run[1:]  # "Археологи Північного інституту"
    yield from _kept(name, run)


def drop_function_words(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "Водночас Мей", "Борис Джонсон Совсем": such a word begins or ends no name."""
    run = sentence.inside(name.span)
    while run and function_word(run[0].text, page.lang) and not _in_marks(page, name.span):
        run = run[1:]
    while len(run) > 1 and run[-1].text[0].isupper() and function_word(run[-1].text, page.lang):
        run = run[:-1]
    yield from _kept(name, run)


def drop_opening_word(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "Христианка Азия" at the start of a sentence: a common word has its capital from there alone."""
    run = sentence.inside(name.span)
    long = len(run) > 1 and len(run[0].text) > 3 and name.kind == "person"
    if long and len(run) > 2 and title(run[0].text.lower(), page.lang) and given_name(run[1].text, page.lang):
        run = run[1:]  # "Староста Микита Голуб"
    elif long and common(run[0].text, page.lang) and (_opening(sentence, run[0]) or len(run[0].text) > 6):
        run = run[1:]
    yield from _kept(name, run)


def drop_epithet(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """As in "патриарх Московский", "герцог Йоркский": an adjective behind a title is no place."""
    run, before = sentence.inside(name.span), sentence.before(name.span)
    lone = name.kind == "place" and len(run) == 1 and page.lang != "en"
    titled = lone and before is not None and title(before.text, page.lang)
    if not (titled and adjective(run[0].text, page.lang)):
        yield name


def drop_common_word(page: Page, sentence: Sentence, name: Name) -> Iterator[Name]:
    """A single common word at the start of a sentence, and words that are never names ("СМИ", "COVID")."""
    run = sentence.inside(name.span)
    lone = run[0].text if len(run) == 1 else ""
    never = words("", "not_names")
    if lone.casefold() in never or name.span.of(page.text).casefold() in never:
        return
    if lone and name.kind == "organisation" and body_by_form(lone, page.lang):
        yield name
        return
    if lone and name.kind == "person" and _opening(sentence, run[0]) and several(lone, page.lang):
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
        if run[1].text[0].isupper() or (name.kind == "organisation" and noun(run[0].text, page.lang)):
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
        and not sentence.first(sentence.place(before))
        and (cases := agreeing_cases(before.text, page.lang, "ADJF"))
        and cases & agreeing_cases(run[0].text, page.lang, "NOUN")
    ):
        yield replace(name, span=Span(before.start, name.span.stop), actor=None, lemma=None)
        return
    yield name


RULES: tuple[Rule, ...] = (
    drop_shouted,
    cut_at_label,
    cut_at_marks,
    trim,
    cut_at_verb,
    cut_at_bearer,
    told_by_form,
    cut_person,
    cut_at_subject,
    drop_post,
    drop_function_words,
    drop_opening_word,
    drop_epithet,
    drop_common_word,
    join_place,
    trim,
)


def _kept(name: Name, run: Sequence[Token]) -> Iterator[Name]:
    """The name of these tokens, none where nothing is left."""
    if run:
        yield name.at(run[0].start, run[-1].stop)


def _opening(sentence: Sentence, token: Token) -> bool:
    return sentence.first(sentence.place(token))


def _in_marks(page: Page, span: Span) -> bool:
    return page.text[span.start - 1 : span.start] in ("«", '"', "“") and span.start > 0
