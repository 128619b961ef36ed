"""Why the program decided so, in the site's language. Pure.

The text core gives its reasons in English sentences of a few forms. Each form has a message here; words of
the text inside one keep their own language. A reason of another form stays as it is, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from digest.presentation.phrases import N_
from digest.presentation.voice import Voice

_FORMS = tuple((re.compile(form), message) for form, message in (
    ("no rule had an opinion: left empty", N_("no rule had an opinion")),
    ("an earlier rule was believed", N_("an earlier rule was believed")),
    ("not certain: left empty", N_("not certain, so left empty")),
    ("read from “(?P<words>.+)”", N_("read from %(words)s")),
    ("said by “(?P<words>.+)”", N_("said by %(words)s")),
    (r"speaker read from “(?P<words>.+)” \(named\)", N_("the speaker is named: %(words)s")),
    (r"speaker read from “(?P<words>.+)” \(role\)", N_("the speaker is told by a post: %(words)s")),
    (r"speaker read from “(?P<words>.+)” \(pronoun\)", N_("a pronoun leads to the speaker: %(words)s")),
    (r"speaker read from “(?P<words>.+)” \(implicit\)", N_("the speaker is the one before: %(words)s")),
    (r"speaker read from “(?P<words>.+)” \(document\)", N_("a document speaks: %(words)s")),
    (r"below (?P<words>[\d.]+): unattributed", N_("less sure than %(words)s, so no speaker is named")),
    ("unattributed", N_("no speaker is proved")),
    ("stands as (?P<words>.+)", N_("stands as %(words)s")),
    ("the name “(?P<words>.+)” is known", N_("the name %(words)s is known")),
    ("given name and surname agree: “(?P<words>.+)” and “(?P<other>.+)”",
     N_("given name and surname agree: %(words)s and %(other)s")),
    ("“(?P<words>.+)” stands for “(?P<other>.+)” here", N_("%(words)s stands for %(other)s here")),
    ("“(?P<words>.+)” is “(?P<other>.+)” in other letters", N_("%(words)s is %(other)s in other letters")),
    ("the place speaks or decides, so its state is meant",
     N_("the place speaks or decides, so its state is meant")),
    (r"published \S+ by rule .+", N_("taken for the day of publication")),
    (r"happened \S+ by rule .+", N_("taken for the day of the event")),
    ("below the article: only bounds the year from above", N_("below the article: it only bounds the year")),
    ("the day of a change, not of publication", N_("the day of a change, not of publication")),
    ("a reminder of older news", N_("a reminder of older news")),
    (r"told in the article \(past\)", N_("told in the article as past")),
    (r"told in the article \(future\)", N_("told in the article as still to come")),
    (r"told in the article \((?:open|bound)\)", N_("told in the article")),
    ("another clue was surer", N_("another clue was surer")),
    ("stands in the (?:dateline|headline|head|body|caption|tail)", ""),
    ("no headline, no event with its place in the first lines",
     N_("no headline, and no event with its place in the first lines")),
    ("no event with its place in the first lines", N_("no event with its place in the first lines")),
    ("from the first lines", N_("from the first lines")),
    ("no sentence stands alone: left empty", N_("no sentence stands alone, so left empty")),
))  # fmt: skip

# What the rules mean that keep words in marks from being a quotation.
_NO_QUOTATION: Mapping[str, str] = {
    "inscription": N_("an inscription, a poster, a motto: written, not said"),
    "after_kind_of_thing": N_("the word before says what is named: a newspaper, a project"),
    "after_link": N_("the title of a talk, a text, a picture"),
    "known_name": N_("a name"),
    "capital_and_no_verb": N_("a capital inside the sentence and nothing that states anything: a name"),
    "all_capitals": N_("every longer word begins with a capital: a name"),
    "latin_brand": N_("Latin letters in a Cyrillic text: a name"),
    "in_brackets": N_("in brackets: a second name"),
    "law": N_("the title of a law"),
    "so_called": N_("the so-called: a doubted word"),
    "whole_article": N_("more text in marks than anybody is quoted with, and nobody who says it"),
    "few_words_without_cue": N_("a few words, and nobody who says them"),
    "closing_only": N_("a marked word far before the saying"),
    "far_word": N_("one word far behind its verb"),
    "far_term": N_("a few words that a demand or an opinion only leads up to"),
    "term_before_noun": N_("an adjective in marks before its noun"),
    "inside_speaker": N_("a part of the speaker’s description"),
    "term_again": N_("in marks each time it comes: the article’s own term"),
}


def reason(voice: Voice, rule: str, why: str, lang: str) -> Markup:
    """The reason as markup; `lang` is the language of the text whose words stand in it."""
    if rule in _NO_QUOTATION:
        return escape(voice.gettext(_NO_QUOTATION[rule]))
    return Markup("; ").join(told for part in why.split("; ") if (told := _told(voice, part, lang)))


def _told(voice: Voice, part: str, lang: str) -> Markup:
    for form, message in _FORMS:
        if found := form.fullmatch(part):
            return Markup("").join(_filled(voice.gettext(message), found, lang)) if message else Markup()
    return Markup('<span lang="en">{}</span>').format(part) if part else Markup()


def _filled(message: str, found: re.Match[str], lang: str) -> Iterator[Markup]:
    """The message with the words of the text in the places that it has for them."""
    for at, piece in enumerate(re.split(r"%\((\w+)\)s", message)):
        yield Markup('<span lang="{}">{}</span>').format(lang, found[piece]) if at % 2 else escape(piece)
