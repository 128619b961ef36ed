"""Rules that find the speaker around the passage's sentence."""

from __future__ import annotations

from dataclasses import replace

from copydesk.lexicon import words
from copydesk.quotations.alone import alone
from copydesk.quotations.cues import cues
from copydesk.quotations.function_words import HEARSAY, PREPOSITIONS, THAT
from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import of_mention
from copydesk.quotations.refs import nominative
from copydesk.quotations.resolve import resolve
from copydesk.quotations.scene import Tok
from copydesk.quotations.wording import is_media

# What a newsroom does in its own name; other verbs of saying it uses to pass words on.
_OWN = frozenset(
    ("писати", "писать", "написати", "написать", "write",
     "стверджувати", "твердити", "утверждать", "claim")
)  # fmt: skip
_SIGNATURE = 16  # tokens: "Марта Гай, головна лікарка міської лікарні"
_CLOSES = frozenset((".", ",", "!", "?", "…"))


def newsroom(look: Look) -> Given | None:
    """«…», пише газета: the newsroom's own words only where no other voice is near."""
    memory = look.reader.memory
    near = look.sentence.number - memory.last_at <= 1 and memory.last_block == look.sentence.block
    for cue in look.cues:
        if not cue.relay or cue.ref is None:
            continue
        verb = look.sentence.toks[cue.at].verb if cue.rule != "phrase" else None
        kind = verb.kind if verb else cue.kind
        own = cue.rule == "phrase" and kind == "report"  # "за інформацією газети"
        own = own or kind == "think" or (verb is not None and verb.lemma in _OWN)
        if memory.last and near and not own:
            return Given("passed-on", cue, memory.last, 0.8)
        tells = any(t.low in THAT for t in look.sentence.toks[cue.stop : look.first])
        if own or kind in ("say", "think", "call") or (kind == "report" and tells):
            # "СМИ сообщают": which of them, nobody says
            known = cue.ref.mention is not None or (own and not cue.ref.tied)  # "видання", named before
            return Given("newsroom", cue, look.speakers.get(cue), 0.8 if known else 0.7)
    return None


def pasted(look: Look) -> Given | None:
    """A post in another alphabet belongs to the one whose words stand just before it."""
    memory = look.reader.memory
    if not look.passage.foreign:
        return None
    near = look.sentence.number - memory.last_at <= 2 and look.sentence.block - memory.last_block <= 1
    return Given("pasted", None, memory.last if near and memory.plainly else None, 0.8)


def signed(look: Look) -> Given | None:
    """«…» (Марта Гай). «…» — Марта Гай, лікарка. «…», and on the next line "Марта Гай, лікарка"."""
    toks = look.sentence.toks
    if look.first or not look.reader.scene.text[look.passage.pieces[0].start].isupper():
        return None  # "сохранили имена «жильцов» — Ивана Лиса": words built into a sentence
    if look.lead is not None:
        return None  # a colon leads to the passage: what stands below it is the label of the next
    behind = toks[look.last + 1 :]
    while behind and behind[0].low in _CLOSES:
        behind = behind[1:]
    if behind and (behind[0].low == "(" or (behind[0].is_dash and not any(t.verb for t in behind))):
        return _signature(behind[1:])
    after = look.reader.scene.sentences[look.sentence.number + 1 : look.sentence.number + 2]
    alone = not behind and after and after[0].block != look.sentence.block
    if not alone or len(after[0].toks) > _SIGNATURE or any(t.verb or t.passage for t in after[0].toks):
        return None
    if after[0].toks[-1].low == ":":
        return None  # "Марта Гай, лікарка:" leads to what follows
    return _signature(after[0].toks[after[0].toks[0].is_dash :])


def _signature(toks: list[Tok]) -> Given | None:
    """The person who signs: a name, after no more than a post, before a comma, a bracket or nothing."""
    at = next((n for n, tok in enumerate(toks) if tok.mention and tok.mention.kind == "person"), None)
    name = toks[at] if at is not None else None
    if at is None or name is None or name.mention is None or not nominative(name):
        return None
    post = all(t.mention or t.is_word for t in toks[:at]) and toks[0].low not in PREPOSITIONS
    if not post or (len(toks) > at + 1 and toks[at + 1].low not in (",", ")", ".", "(")):
        return None
    return Given("signed", None, of_mention(name.mention, name.span, 0.9), 0.95)


def hearsay(look: Look) -> Given | None:
    """Мер був різким: місто, мовляв, «не продається»: a word of passing on, and one person before it."""
    toks = look.sentence.toks
    if not any(t.low in HEARSAY for t in toks[max(0, look.first - 6) : look.first]):
        return None
    named = [t for t in toks[: look.first] if t.mention and t.mention.kind == "person" and nominative(t)]
    if len(named) == 1 and named[0].mention:
        return Given("hearsay", None, of_mention(named[0].mention, named[0].span, 0.9), 0.85)
    memory = look.reader.memory
    near = look.sentence.number - memory.last_at <= 1 and memory.last_block == look.sentence.block
    return Given("hearsay", None, memory.last if near and not named else None, 0.75)


def told_next(look: Look) -> Given | None:
    """Країни «єдині». Про це заявив міністр: the next sentence says whose words these were."""
    sentences = look.reader.scene.sentences
    at = look.sentence.number + 1
    if at >= len(sentences) or sentences[at].block != look.sentence.block:
        return None
    opening = " ".join(t.low for t in sentences[at].toks[:2])
    if opening not in words(look.reader.scene.lang, "about_this"):
        return None
    for cue in cues(sentences[at], look.reader.scene.lang):
        if cue.ref is not None and not cue.relay:
            return Given("told-next", cue, resolve(cue.ref, sentences[at], look.reader), 0.8)
    return None


def implied(look: Look) -> Given | None:
    """Він сказав, що «A». Більшість «B»: a sentence without any cue goes on with the speaker before it."""
    memory = look.reader.memory
    if look.cues or memory.last is None or not (memory.last.person and memory.plainly):
        return None
    if look.sentence.number - memory.last_at != 1 or memory.last_block != look.sentence.block:
        return None
    if any(t.mention and t.mention.kind == "person" for t in look.sentence.toks):
        return None
    if look.reader.scene.text[look.passage.pieces[0].start].isupper():
        return None  # a title rather than words built into the sentence
    return Given("implied", None, memory.last, 0.65)


def continued(look: Look) -> Given | None:
    """«A», — сказав він. «B»: a whole sentence of quotation goes on with the last speaker."""
    memory = look.reader.memory
    if any(t.mention is None or not is_media(t.mention.name, t.lang) for t in look.sentence.outside):
        return None
    if memory.issuer and look.sentence.number - memory.issuer_at == 1 and memory.last_at <= memory.issuer_at:
        return Given("continued-text", None, replace(memory.issuer, resolved="document"), 0.9)
    if memory.last is None or not memory.plainly:
        return alone(look)
    distance = look.sentence.number - memory.last_at
    if distance <= 1 and _left_open(look):
        return Given("continued", None, memory.last, 0.97)
    if memory.last_block == look.sentence.block and distance <= 1:
        named = memory.last.name in look.reader.people.sights
        return Given("continued", None, memory.last, 0.97 if named else 0.85)
    if memory.last.person and distance <= 1 and look.sentence.block - memory.last_block == 1:
        if _answered(look):
            return Given("continued-paragraph", None, None, 0.0)
        return Given("continued-paragraph", None, memory.last, 0.7)
    return alone(look)


def _answered(look: Look) -> bool:
    """True behind «B», — відповів він: in a talk of two the next words may be the other's again."""
    memory = look.reader.memory
    answering = words(look.reader.scene.lang, "answering")
    spoke = look.reader.scene.sentences[memory.last_at].toks
    return len(memory.voices) > 1 and any(t.verb and t.verb.lemma in answering for t in spoke)


def _left_open(look: Look) -> bool:
    """True where the passage before ended at this one's opening mark: “A. “B.” is one quotation."""
    before = look.reader.scene.sentences[look.sentence.number - 1] if look.sentence.number else None
    left = before.toks[-1].passage if before else None
    return left is not None and left.marked and not left.closed
