"""Decides what a passage is once its cue is known: direct, partial, or no quotation at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.model import Lang, QuotationKind
from copydesk.quotations.function_words import PREPOSITIONS, SO_CALLED
from copydesk.quotations.look import Given
from copydesk.quotations.passages import Passage
from copydesk.quotations.verbs import is_predicate, verb
from copydesk.quotations.wording import adjective, noun
from copydesk.text import Token, plain, tokens


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its words, what stands before it and after, and the opinion on its speaker."""

    lang: Lang
    passage: Passage
    words: tuple[Token, ...]
    content: str
    before: str
    after: str
    given: Given | None
    times: int
    away: int

    @property
    def has_verb(self) -> bool:
        """True where a finite verb stands in the content."""
        for token in self.words:
            low = token.text.casefold()
            found = verb(low, self.lang)
            if found and found.finite and noun(low, self.lang) is None:
                return True
        return False


_FAR = 60  # characters between a verb and a word it still marks as somebody's
# Where the verb is not one of saying: how many words, and how far behind it, are no longer somebody's.
_FAR_TERM = {"urge": (2, 15), "think": (1, 40)}

_WHOLE = ("colon", "turn", "answer", "continued", "signed", "only")  # rules of sentences that stand alone

Rule = Callable[[Judged], bool]


def so_called(j: Judged) -> bool:
    """The so-called «republic»"""
    return j.before.casefold().rstrip().endswith(SO_CALLED) and len(j.words) <= 6


def few_words_without_cue(j: Judged) -> bool:
    """Антитіла «живуть» у крові."""
    free = (j.given is None or j.given.rule == "implied") and not _led(j)
    return free and (len(j.words) <= 3 or (len(j.words) <= 6 and not j.has_verb))


def _led(j: Judged) -> bool:
    """True for a sentence of its own that a colon leads to: він знизує плечима: «А хто ж?»"""
    whole = j.content[:1].isupper() and (j.content[-1:] in "!?…." or j.after.strip()[:1] in ("", "."))
    return whole and j.before.rstrip().endswith(":")


def closing_only(j: Judged) -> bool:
    """A marked word far before a saying that the sentence ends with: rarely the speaker's own word."""
    if j.given is None or (j.given.cue is not None and j.given.cue.kind == "call"):
        return False
    if j.given.rule == "closing" and j.has_verb:
        return False  # "«убивает» порт, заявил министр"
    return j.given.rule in ("closing", "passed-on", "newsroom") and len(j.words) < 2


def nobodys_word(j: Judged) -> bool:
    """На зборах сказали «ні»: one word, and nobody whose it is."""
    if len(j.words) != 1 or j.given is None or j.given.rule != "after-cue":
        return False
    if j.given.cue is not None and j.given.cue.kind == "call":
        return False  # «назвав справу «замовною»»: whoever did, the word is his
    return j.given.speaker is None or j.given.speaker.name is None


def far_word(j: Judged) -> bool:
    """застеріг про шахрайство з вакциною, оголошення про «продаж» якої…: one word far behind its verb."""
    if len(j.words) != 1 or j.given is None or j.given.rule != "after-cue" or j.given.cue is None:
        return False
    return j.given.cue.kind != "call" and j.away > _FAR


def far_term(j: Judged) -> bool:
    """предлагали деньги за «голову моста»: a few words that a demand or an opinion only leads up to."""
    if j.given is None or j.given.rule != "after-cue" or j.given.cue is None or j.given.cue.rule == "phrase":
        return False
    longest, near = _FAR_TERM.get(j.given.cue.kind, (0, 0))
    states = any(is_predicate(word.text.casefold(), j.lang) for word in j.words)
    return len(j.words) <= longest and j.away > near and not states


def term_before_noun(j: Judged) -> bool:
    """договір про «м'який» вихід: an adjective in marks before its noun, with no word of calling."""
    if len(j.words) != 1 or j.given is None or j.lang == "en":
        return False
    if j.given.cue is not None and (
        j.given.cue.kind == "call" or (j.given.cue.rule == "phrase" and j.away < 8)
    ):
        return False  # "по его словам, это «добровольное» решение"
    following = next((t for t in tokens(j.after) if True), None)
    if following is None or not following.is_word or not adjective(j.words[0].text.casefold(), j.lang):
        return False
    leads = noun(following.text.casefold(), j.lang)
    return (
        bool(leads and leads.cases & adjective(j.words[0].text.casefold(), j.lang))
        or following.text[0].isupper()
    )


def term_again(j: Judged) -> bool:
    """«з обережністю», in marks each time it comes: the article's term, not somebody's word."""
    return (
        j.times > 1 and len(j.words) <= 3 and (j.given is None or j.given.rule not in ("trailing", "colon"))
    )


def whole_article(j: Judged) -> bool:
    """Marks around more text than anybody is quoted with, and nobody who says it."""
    return len(j.words) > 120 and (j.given is None or j.given.speaker is None)


def governed(j: Judged) -> bool:
    """дебати у «справі мосту», виступили шестеро: what a preposition governs, and no dash before the verb."""
    last = j.before.split()[-1:]
    trailing = j.given is not None and j.given.rule == "trailing" and j.after.lstrip(" ,")[:1] not in "-—"
    small = len(j.words) <= 3 and j.content[:1].islower() and not j.has_verb
    return trailing and small and bool(last) and last[0].casefold() in PREPOSITIONS


def inside_speaker(j: Judged) -> bool:
    """за словами прихильників «жорсткого» виходу: the marks are part of the speaker's description."""
    speaker = j.given.speaker if j.given else None
    return bool(speaker and speaker.span.start < j.passage.start and j.passage.stop <= speaker.span.stop)


NOT_SPEECH: tuple[Rule, ...] = (
    so_called,
    whole_article,
    few_words_without_cue,
    closing_only,
    nobodys_word,
    far_word,
    far_term,
    term_before_noun,
    governed,
    inside_speaker,
    term_again,
)


def judged(text: str, lang: Lang, one: Passage, given: Given | None, times: int = 1) -> Judged:
    """The passage prepared for the rules."""
    flat = plain(text)
    content = " ".join(p.of(flat) for p in one.pieces)
    return Judged(
        lang, one, tuple(t for t in tokens(content) if t.is_word), content,
        flat[max(0, one.start - 30) : one.start], flat[one.stop : one.stop + 30].partition("\n")[0],
        given, times, one.start - given.cue.span.stop if given and given.cue else 0,
    )  # fmt: skip


def not_speech(j: Judged) -> str | None:
    """The name of the rule that says this is no quotation, or None."""
    if not j.passage.marked:
        return None
    return next((rule.__name__ for rule in NOT_SPEECH if rule(j)), None)


def kind(j: Judged) -> QuotationKind:
    """direct: a sentence of its own; partial: words built into the newsroom's sentence."""
    rule = j.given.rule if j.given else ""
    if len(j.passage.pieces) > 1 or rule.startswith(
        ("colon", "turn", "answer", "continued", "signed", "only")
    ):
        return "direct"
    if rule in ("trailing", "added", "passed-on", "newsroom", "told-next") and (
        j.content[:1].isupper() or j.content[:1].isdigit()
    ):
        return "direct"
    if j.content[:1].isupper() and len(j.words) > 3:
        return "direct"
    return (
        "direct" if j.has_verb and j.before.rstrip().casefold().endswith(("що", "что", "that")) else "partial"
    )
