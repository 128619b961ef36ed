"""Rules for words built into a sentence of the newsroom: behind a verb of saying, or before a closing one."""

from __future__ import annotations

from copydesk.quotations.cue import Cue
from copydesk.quotations.function_words import ABOUT, AS, RELATIVES, THAT
from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import Speaker
from copydesk.quotations.owners import whose
from copydesk.quotations.refs import nominative
from copydesk.quotations.resolve import resolve
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import adjective, listed

_FACT = frozenset(("те", "тому", "том", "факт", "факті", "факте", "это", "этом", "це", "цьому"))


def after_cue(look: Look) -> Given | None:
    """Міністр заявив, що «…». За словами мера, це «…». Назвав угоду «…»."""
    toks = look.sentence.toks
    near = [c for c in look.cues if c.at < look.first and not c.relay]
    if not near or any(t.low == ";" for t in toks[near[-1].stop : look.first]):
        return None
    cue = _teller(look, near) or near[-1]
    if _told_of(toks, cue, look.first) or _of_whom(toks, cue):
        return None
    if owner := _idea(look, cue):
        return Given("idea", cue, owner, 0.9)
    if cue.ref and cue.ref.mention and cue.ref.mention.kind == "place" and (frame := _frame(look, near)):
        return look.say("after-cue", frame, 0.9)
    if cue.kind in ("urge", "think"):
        # "За словами мера, сторони вирішили «…»": the frame of the sentence outweighs a wish told in it.
        cue = next((c for c in reversed(near) if c.rule == "phrase" and c.kind in ("say", "report")), cue)
    return look.say("after-cue", cue, 0.95 if look.first - cue.stop < 25 else 0.85)


def _told_of(toks: list[Tok], cue: Cue, at: int) -> bool:
    """True for «заявили про відставку, що «здивувало» мера»: what the news did, not what was said."""
    if toks[at - 1].low not in THAT - AS or cue.stop >= at - 3 or toks[cue.stop].low not in ABOUT:
        return False
    return toks[at - 2].low == "," and toks[at - 3].noun is not None and toks[at - 3].low not in _FACT


def _of_whom(toks: list[Tok], cue: Cue) -> bool:
    """True for "дівчина, яка прагнула підкорити «…»": what she wished is told of her, not said by her."""
    return cue.kind in ("urge", "think") and cue.rule != "phrase" and toks[cue.at - 1].low in RELATIVES


def _teller(look: Look, near: list[Cue]) -> Cue | None:
    """Who tells what "they" think: «Президент сказав, що моряки про це не думали й «йшли в море»»."""
    last = near[-1]
    if last.kind != "think" or last.ref is None or last.ref.kind != "pronoun" or not last.ref.plural:
        return None
    told = (c for c in reversed(near[:-1]) if c.kind in ("say", "report"))
    return next((c for c in told if (who := look.speakers.get(c)) and who.name), None)


def _frame(look: Look, near: list[Cue]) -> Cue | None:
    """Who tells what a state said: «За словами речниці, Москва попереджала, що «…»»."""
    for cue in reversed(near[:-1]):
        if cue.ref is None or cue.kind != "say" or cue.ref.kind == "body" or cue.ref == near[-1].ref:
            continue
        if cue.ref.mention is None or cue.ref.mention.kind == "person":
            return cue
    return None


def _idea(look: Look, cue: Cue) -> Speaker | None:
    """«Підтримала ідею міністра Коваля про «…»»: the words are those of whose idea it is.

    Behind a verb of saying the idea must be its object: "прокоментував заяву міністра Коваля".
    """
    toks = look.sentence.toks
    if cue.kind in ("call", "document"):
        return None  # "назвав слова Коваля «дивними»": whoever called them so
    reach = look.first - 1 if cue.kind in ("urge", "think") else min(cue.stop + 3, look.first - 1)
    for at in range(cue.stop, reach):
        if toks[at].low == ":":
            return None
        if not toks[at].is_word or not listed(toks[at].low, toks[at].lang, "ideas"):
            continue
        if cue.kind in ("urge", "think") or _genitive(toks[at + 1]):
            ref = whose(toks, at + 1)
            if ref is not None and ref.span.start < look.passage.start:
                return resolve(ref, look.sentence, look.reader)
    return None


def _genitive(tok: Tok) -> bool:
    """True for what may say whose: "заяву міністра", "заяву Коваля", not "заяву журналістам"."""
    if tok.mention:
        return not nominative(tok)
    cases = (tok.noun.cases if tok.noun else frozenset()) | adjective(tok.low, tok.lang)
    return tok.is_word and bool(cases & {"gent", "gen2"})


def closing_sentence(look: Look) -> Given | None:
    """Країни діятимуть «…» і «…», сказав він. The saying at the end holds for the whole sentence."""
    toks = look.sentence.toks
    for cue in look.cues:
        if (
            cue.at <= look.last
            or cue.relay
            or cue.gerund
            or cue.kind not in ("say", "think", "report", "document")
        ):
            continue
        lead = toks[cue.at - 1]
        if lead.low == "," or lead.is_dash:
            return look.say("closing", cue, 0.93)
    return None
