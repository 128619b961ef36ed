"""A paragraph that is nothing but marked speech, where nobody has just spoken."""

from __future__ import annotations

from copydesk.quotations.look import Given, Look
from copydesk.quotations.memory import Speaker
from copydesk.quotations.refs import nominative
from copydesk.quotations.scene import Tok

_SPEECH = 6  # words: a shorter passage that stands alone may be a title
_I = frozenset(("я", "мене", "мені", "мною", "мій", "моя", "моє", "мої", "моїй", "мого",
                "меня", "мне", "мной", "мой", "моё", "мои", "моей", "моего", "i", "me", "my"))  # fmt: skip


def alone(look: Look) -> Given | None:
    """A sentence that is nothing but marked speech, where nobody has just spoken."""
    if speaker := _only_person(look):
        return Given("only-person", None, speaker, 0.95)
    if speaker := _introduced(look):
        return Given("introduced", None, speaker, 0.9)
    return Given("continued", None, None, 0.0) if _after_another(look) else None


def _only_person(look: Look) -> Speaker | None:
    """The one person of the whole article, for a paragraph that is nothing but marked speech."""
    sights = look.reader.people.sights
    if len(sights) != 1 or len(look.passage.words(look.reader.scene.text).split()) < _SPEECH:
        return None
    ((name, seen),) = sights.items()
    mention = next((t.mention for s in seen for t in [s.sentence.toks[s.at]] if t.mention), None)
    told = mention is not None and any(s.subject for s in seen) and seen[0].start < look.passage.start
    return Speaker(name, look.passage.whole, "implicit", 0.7, person=True) if told else None


def _introduced(look: Look) -> Speaker | None:
    """Марта Гай живе поруч. «Мене перетрусило»: who says "I" below a paragraph that tells of one person."""
    before = [s for s in look.reader.scene.sentences if s.block == look.sentence.block - 1]
    said = {word.casefold() for word in look.passage.words(look.reader.scene.text).split()}
    if not before or not said & _I or look.reader.memory.last_block >= before[0].block:
        return None
    toks = [tok for sentence in before for tok in sentence.toks]
    people = [tok for tok in toks if tok.mention and tok.mention.kind == "person"]
    names = {tok.mention.name for tok in people if tok.mention}
    if len(names) != 1 or any(tok.passage for tok in toks) or not any(map(nominative, people)):
        return None
    return Speaker(names.pop(), look.passage.whole, "implicit", 0.75, person=True)


def _after_another(look: Look) -> bool:
    """True for a sentence of quotation behind one with another: speech, whoever spoke."""
    before = look.reader.scene.sentences[look.sentence.number - 1] if look.sentence.number else None
    return before is not None and before.block == look.sentence.block and any(t.passage for t in before.toks)


def comes_from(toks: list[Tok], at: int) -> bool:
    """True for "коментар від читачки Олени Гай:": the words below are that person's."""
    return any(t.low in ("від", "от", "from") for t in toks[max(0, at - 3) : at])


def only_told(toks: list[Tok]) -> bool:
    """True for "Коваль у суді був коротким:": of one person it is said how they were, and nothing else."""
    persons = [t for t in toks if t.mention and t.mention.kind == "person"]
    verbs = [t.verb for t in toks if t.verb and t.verb.finite and not t.noun]
    return len(persons) == 1 and len(verbs) == 1 and verbs[0].lemma in ("бути", "быть", "be")
