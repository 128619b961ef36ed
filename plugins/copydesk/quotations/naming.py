"""Tells names and titles in quotation marks from speech, before anybody is asked who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from copydesk.lexicon import words
from copydesk.model import Lang, Mention, Span
from copydesk.quotations.function_words import INSCRIBED, OPENING
from copydesk.quotations.passages import Passage
from copydesk.quotations.verbs import is_predicate, verb
from copydesk.quotations.wording import adjective, listed, noun
from copydesk.text import plain, tokens

_UTTERED = re.compile(r"\s*(?P<comma>[,!?…]?)\s*(?P<dash>[-—]?)\s*(?P<word>[^\W\d_]+)")
_ALONE = re.compile(r"[.!?…]?\s*$|[.!?…]\s")


_ACT = re.compile(r"(?:О|Об|Про)\s")
_READ_ON = re.compile(r"(?:читайте|читать|читати|подробнее|детальніше|докладніше)\b[^.!?:]*$")
_NUMBER = re.compile(r"№|\d-\w{1,3}\s*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """A passage with what stands around it."""

    text: str
    lang: Lang
    passage: Passage
    content: str
    words: tuple[str, ...]
    before: tuple[str, ...]
    glue: str
    after: str
    mentions: tuple[Mention, ...]


Rule = Callable[[Setting], bool]


def setting(text: str, one: Passage, mentions: tuple[Mention, ...], lang: Lang) -> Setting:
    """The passage with the two words before it and the text close behind it."""
    flat = plain(text)
    content = one.pieces[0].of(flat)
    lead = flat[max(0, one.start - 60) : one.start].rpartition("\n")[2]
    whole = one.whole
    return Setting(
        flat, lang, one, content,
        tuple(t.text for t in tokens(content) if t.is_word),
        tuple(t.text for t in tokens(lead) if t.is_word)[-2:],
        lead[-2:].strip(),
        flat[one.stop : one.stop + 40].partition("\n")[0],
        _over(mentions, whole),
    )  # fmt: skip


def _over(mentions: tuple[Mention, ...], whole: Span) -> tuple[Mention, ...]:
    """Those of the sorted mentions that overlap the stretch."""
    first = bisect_right(mentions, whole.start, key=lambda m: m.span.stop)
    return mentions[first : bisect_left(mentions, whole.stop, lo=first, key=lambda m: m.span.start)]


def _has_verb(s: Setting) -> bool:
    return any(is_predicate(w.casefold(), s.lang) for w in s.words)


def _capital(s: Setting) -> bool:
    return s.content[:1].isupper() or s.content[:1].isdigit() or s.content[:1] in "#@"


def _spoken(s: Setting) -> bool:
    """True where a colon leads to the passage, an attribution follows it, or it is a sentence by itself."""
    if s.glue.endswith(":") or s.content[-1:] in "!?….,":
        return True
    if s.glue[-1:] in ("", ".", "!", "?", "»", '"') and _ALONE.match(s.after):
        return True
    match = _UTTERED.match(s.after)
    if match is None:
        return False
    found = verb(match["word"].casefold(), s.lang)
    if match["dash"]:
        return bool(match["comma"]) or (found is not None and found.finite)
    if len(s.words) < 3 and not _has_verb(s):
        return False
    return bool(match["comma"]) and found is not None and found.finite and found.kind != ""


def after_kind_of_thing(s: Setting) -> bool:
    """газета «Ранок», проект «Міст»: the word before says what is named."""
    if not s.before or s.glue.endswith((":", ",", ".", "—", ")")) or len(s.words) > 12:
        return False
    short = len(s.words) <= 2 and not (_called(s) or _has_verb(s) or _quality(s))
    # "назвал дело «заказным»", "газопровод «убивает»": words for it, not its name
    return listed(s.before[-1], s.lang, "called") and (_capital(s) or short)


def _quality(s: Setting) -> bool:
    """As in "справа «політично вмотивована»", "вважає проєкт «безумством»": it is said of the thing."""
    last = s.words[-1].casefold() if s.words and s.words[-1].islower() and s.lang != "en" else ""
    thing = noun(last, s.lang) if last else None
    if thing is not None:
        led = all(
            "ablt" in adjective(word, s.lang) for word in s.words[:-1]
        )  # "назвав ракету «ганебним жестом»"
        return led and "ablt" in thing.cases and "nomn" not in thing.cases
    return len(s.words) > 1 and "nomn" in adjective(last, s.lang)


def inscription(s: Setting) -> bool:
    """надпись: «Закрыто»; плакат із написом «Геть»; с девизом «дешевле всех»"""
    if not s.before:
        return False
    last = s.before[-1].casefold()
    lead = (
        s.text[max(0, s.passage.start - 62) : s.passage.start].rstrip(" :").casefold()
    )  # as far as `before`
    if lead.endswith(", " + last):
        return False  # "admitted it, saying: «…»"
    return last in INSCRIBED or " ".join(s.before).casefold() in INSCRIBED


def after_link(s: Setting) -> bool:
    """A talk under the title «…»"""
    lead = s.text[max(0, s.passage.start - 60) : s.passage.start].casefold().rstrip()
    if _READ_ON.search(lead):
        return _capital(s) and len(s.words) <= 12
    return lead.endswith(tuple(words(s.lang, "titled"))) and len(s.words) <= 12


def known_name(s: Setting) -> bool:
    """«Газпром»: the names stage read the whole of it as one name."""
    size = len(s.content)
    spans = [m.span for m in s.mentions if m.kind != "place" or len(s.words) <= 2]
    inside = sum(
        max(0, min(m.stop, s.passage.pieces[0].stop) - max(m.start, s.passage.pieces[0].start)) for m in spans
    )
    return _capital(s) and len(s.words) <= 7 and inside >= 0.75 * size and not _spoken(s) and not _has_verb(s)


def capital_and_no_verb(s: Setting) -> bool:
    """«Пояс и путь», «Спутник V»: a capital inside a sentence and nothing that could be a statement."""
    if not _capital(s) or len(s.words) > 4 or _spoken(s) or _has_verb(s) or not s.words:
        return False
    lone = noun(s.words[0].casefold(), s.lang) if len(s.words) == 1 and s.lang != "en" else None
    return not _called(s) or (lone is not None and "nomn" in lone.cases)  # "люди прозвали його «Маяк»"


def _called(s: Setting) -> bool:
    return any((v := verb(w.casefold(), s.lang)) and v.kind == "call" for w in s.before)


def all_capitals(s: Setting) -> bool:
    """«Норд Стрім Пайплайн Компані»: every longer word begins with a capital."""
    longer = [w for w in s.words if len(w) > 3]
    return 1 < len(longer) <= 8 and all(w[0].isupper() for w in longer) and not s.glue.endswith(":")


def latin_brand(s: Setting) -> bool:
    """«Nord Stream 2 AG» in a Cyrillic text."""
    return s.lang != "en" and len(s.words) <= 5 and all(w.isascii() for w in s.words) and not _spoken(s)


def in_brackets(s: Setting) -> bool:
    """(«Спутник V»): a second name in brackets."""
    return s.glue.endswith("(") and s.after.startswith(")") and len(s.words) <= 6


def law(s: Setting) -> bool:
    """закон № 5 «Про ярмарки»: the title of an act says what it is about."""
    lead = s.text[max(0, s.passage.start - 40) : s.passage.start].rpartition("\n")[2]
    return bool(_ACT.match(s.content)) and bool(
        _NUMBER.search(lead) or listed((s.before or ("",))[-1], s.lang, "documents")
    )


NAMES: tuple[Rule, ...] = (
    inscription,
    after_kind_of_thing,
    after_link,
    known_name,
    capital_and_no_verb,
    all_capitals,
    latin_brand,
    in_brackets,
    law,
)


def name_rule(text: str, one: Passage, mentions: tuple[Mention, ...], lang: Lang) -> str | None:
    """The name of the rule that says this passage is a name or a title; None where it may be speech."""
    if len(one.pieces) > 1 or not one.marked:
        return None
    found = setting(text, one, mentions, lang)
    if not found.words and not any(c.isdigit() for c in found.content):
        return "empty"
    if found.before and found.before[-1].casefold() in OPENING:
        return None  # a letter that begins with the words «Dear Anna»
    return next((rule.__name__ for rule in NAMES if rule(found)), None)


def as_mention(one: Passage, text: str, mentions: tuple[Mention, ...]) -> Mention:
    """The name in the marks as a mention that spans the marks too, so that a sentence reads over it."""
    whole = one.whole
    for mention in _over(mentions, whole):
        if len(mention.span) >= 0.7 * len(one.pieces[0]):
            outer = Span(min(one.start, mention.span.start), max(one.stop, mention.span.stop))
            bare = mention.lemma.casefold() == mention.span.of(text).casefold()
            return replace(mention, span=outer, lemma=plain(outer.of(text)) if bare else mention.lemma)
    content = one.pieces[0].of(text)
    return Mention(one.whole, "organisation", content, plain(one.whole.of(text)))
