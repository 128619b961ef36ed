"""Rules that find the speaker in the passage's own sentence."""

from __future__ import annotations

from copydesk.lexicon import words
from copydesk.morphology import forms
from copydesk.quotations.alone import comes_from, only_told
from copydesk.quotations.cue import Cue
from copydesk.quotations.cues import verb_cue
from copydesk.quotations.function_words import AS, RELATIVE_OBLIQUE, RELATIVES, THAT
from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import of_mention
from copydesk.quotations.owners import whose
from copydesk.quotations.refs import nominative, to_mention
from copydesk.quotations.resolve import resolve
from copydesk.quotations.scene import Tok

_CONJUNCTIONS = frozenset(
    ("а", "и", "і", "й", "та", "но", "але", "однако", "проте", "and", "but", "or", "while")
)
_LABELS = frozenset(("цитата", "пряма", "прямая", "дослівно", "дословно", "quote"))
_BETWEEN = frozenset((",", ".", "!", "?", "…", '"', "»"))


def by_form(look: Look) -> Given | None:
    """Name: text"""
    place = look.passage.speaker
    if place is None:
        return None
    for sentence, mention in reversed(look.reader.scene.names.get(place, ())):
        if sentence.number <= look.sentence.number:
            rule, weight = ("turn", 0.95) if sentence is look.sentence else ("answer", 0.8)
            return Given(rule, None, of_mention(mention, place, weight), 1.0)
    return None


def trailing(look: Look) -> Given | None:
    """«…», — сказав міністр. "…," she said. «…», за словами мера."""
    toks = look.sentence.toks
    at = look.last + 1
    dash = False
    comma = look.reader.scene.text[look.passage.pieces[-1].stop - 1] in ",!?…"  # “…,” she said
    while at < len(toks) and (toks[at].low in _BETWEEN or toks[at].is_dash):
        dash = dash or toks[at].is_dash
        comma = comma or toks[at].low == ","
        at += 1
    if at >= len(toks) or toks[at].low in THAT - AS or toks[at].low in RELATIVES | RELATIVE_OBLIQUE:
        return None
    if not dash and toks[at].low in _CONJUNCTIONS:
        return None  # "…«A», а також назвав": the sentence goes on with its own subject
    found = _first_cue(look, at, at + (8 if dash or comma else 1))
    if found and not dash and _tells_on(toks, found):
        return None  # "…«A», утім додав, що «B»": that saying has words of its own
    if found is None and dash:
        found = _any_verb(look, at)
    if found is None or (found.relay and found.kind != "relay"):
        return None
    if found.relay:
        return None
    if not (dash or comma) and found.at != at:
        return None
    given = look.say("trailing", found, 1.0 if dash else 0.95 if comma else 0.85)
    nobody = given.speaker is None or given.speaker.name is None
    return _added(look, found) or _led_to(look, found) or given if nobody else given


def _tells_on(toks: list[Tok], cue: Cue) -> bool:
    """True for a verb with "that" behind it."""
    ahead = [t.low for t in toks[cue.stop : cue.stop + 2]]
    return len(ahead) == 2 and ahead[0] == "," and ahead[1] in THAT - AS


def _led_to(look: Look, cue: Cue) -> Given | None:
    """Марта стоїть поруч: «Правда, схожа? — каже. — Сідайте»: who says is whom the line above names."""
    named = [t for t in look.lead.toks if t.mention and t.mention.kind == "person"] if look.lead else []
    if cue.ref is not None or len(named) != 1 or named[0].mention is None or not nominative(named[0]):
        return None
    return Given("colon-paragraph", cue, of_mention(named[0].mention, named[0].span, 0.9), 0.9)


def _added(look: Look, cue: Cue) -> Given | None:
    """«…», — додав директор: whoever adds spoke just before, under whatever name."""
    memory, verb = look.reader.memory, look.sentence.toks[cue.at].verb
    last = memory.last
    if verb is None or verb.lemma not in words(look.reader.scene.lang, "adding") or last is None:
        return None
    near = look.sentence.number - memory.last_at <= 1 and memory.last_block == look.sentence.block
    gender = look.reader.people.gender(last.name or "")
    if not (near and last.person) or (verb.gender and gender and verb.gender != gender):
        return None
    return Given("added", cue, last, 0.75)


def _first_cue(look: Look, start: int, stop: int) -> Cue | None:
    """The first cue that begins there, with no comma, quotation or stop on the way."""
    toks = look.sentence.toks
    for at in range(start, min(stop, len(toks))):
        for cue in look.cues:
            if cue.at == at:
                return cue
        title = toks[at].low == "." and len(toks[at - 1].text) < 4 and toks[at - 1].text[0].isupper()
        if toks[at].passage or (toks[at].low in (",", ";", ":", ".") and not title):
            return None
    return None


def _any_verb(look: Look, start: int) -> Cue | None:
    """After a quotation and a dash any verb may bring its speaker: "…», — підсумувала тренерка."""
    toks = look.sentence.toks
    for at in range(start, min(start + 4, len(toks))):
        verb = toks[at].verb
        if verb and verb.finite:
            cue = verb_cue(toks, at, verb)
            if cue.ref is None or cue.relay:
                return None
            look.speakers[cue] = resolve(cue.ref, look.sentence, look.reader)
            return cue
        if toks[at].passage or toks[at].low in (",", ".", ":"):
            return None
        odd = _misspelt(toks, at) if at == start else None
        if odd and odd.ref:
            look.speakers[odd] = resolve(odd.ref, look.sentence, look.reader)
            return odd
    return None


def _misspelt(toks: list[Tok], at: int) -> Cue | None:
    """A word no dictionary knows between the dash and a name: "…», — сказад Іван Лис"."""
    word, name = toks[at], toks[at + 1] if at + 1 < len(toks) else None
    if not (word.is_word and word.text.islower() and name and name.mention and nominative(name)):
        return None
    unknown = word.lang != "en" and not any(form.known for form in forms(word.low, word.lang))
    return Cue(at, at + 1, "say", word.span, to_mention(name)) if unknown else None


def after_colon(look: Look) -> Given | None:
    """Міністр відповів: «…». Слова мера: «…»."""
    toks = look.sentence.toks
    at = look.first - 1
    while at >= 0 and toks[at].is_dash:
        at -= 1
    if at < 0 or toks[at].low != ":":
        return _after_open_paragraph(look) if at < 0 else None
    name = toks[at - 1].mention if at else None
    if name and name.kind == "person" and comes_from(toks, at - 1):
        return Given("colon-name", None, of_mention(name, toks[at - 1].span, 0.9), 0.85)
    near = [c for c in look.cues if c.at < at and not c.relay]
    if near:
        return look.say("colon", near[-1], 0.97)
    for here in range(at - 1, max(-1, at - 25), -1):
        verb = toks[here].verb
        if verb and verb.finite:
            cue = verb_cue(toks, here, verb)
            if cue.ref is None or cue.ref.media:
                continue
            look.speakers[cue] = resolve(cue.ref, look.sentence, look.reader)
            return look.say("colon-verb", cue, 0.85)
    return _label(look, at)


def _label(look: Look, at: int) -> Given | None:
    """«Коваль: «…»», "Цитата: «…»": a name, or only a label, before the colon."""
    toks = look.sentence.toks
    for here in range(at - 1, max(-1, at - 8), -1):
        mention = toks[here].mention
        body = mention and mention.kind == "organisation" and here == 0 and at == 1
        if mention and (mention.kind == "person" or body) and nominative(toks[here]):
            if to_mention(toks[here]).media:
                return None
            return Given("colon-name", None, of_mention(mention, toks[here].span, 0.9), 0.95)
        if toks[here].low in ("слова", "словами", "words"):
            ref = whose(toks, here + 1)
            speaker = resolve(ref, look.sentence, look.reader) if ref else None
            return Given("colon-words", None, speaker, 0.9)
    if toks[0].low in _LABELS and 2 <= at <= 6 and (ref := whose(toks, 2)):
        return Given("colon-words", None, resolve(ref, look.sentence, look.reader), 0.9)
    if at <= 2 and toks[0].low in _LABELS:
        return Given("colon-label", None, look.reader.memory.last, 0.85)
    return None


def _after_open_paragraph(look: Look) -> Given | None:
    """The paragraph before ended in a colon: it says who spoke, or names nobody else."""
    before = look.lead
    if before is None:
        return None
    last = look.reader.memory.last
    if last and look.reader.memory.last_at == before.number:
        return Given("colon-paragraph", None, last, 0.9)
    label = [t for t in before.toks if t.mention and t.mention.kind == "person" and nominative(t)]
    if len(label) == 1 and label[0].mention and (label[0] in before.toks[-6:] or only_told(before.toks)):
        return Given("colon-paragraph", None, of_mention(label[0].mention, label[0].span, 0.9), 0.9)
    return None
