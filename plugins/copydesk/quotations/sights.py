"""One place where a person is named, and what the words beside the name tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from copydesk.quotations.function_words import POSSESSIVES, PREPOSITIONS, THAT
from copydesk.quotations.refs import is_modifier, nominative, ties
from copydesk.quotations.scene import Sentence, Tok
from copydesk.quotations.wording import is_post, listed

_WITH = frozenset(
    ("з", "із", "зі", "с", "со", "до", "к", "від", "от", "для", "про", "о", "об", "проти", "против")
)
_PERSONS = ("relations", "persons", "bystanders")


@dataclass
class Sight:
    """One place where a person is named outside quotations."""

    sentence: Sentence
    at: int
    subject: bool

    @cached_property
    def beside(self) -> list[Tok]:
        """The words that stand beside the name; none for a post that stands for it."""
        return _beside(self.sentence.toks, self.at) if self.sentence.toks[self.at].mention else []

    @cached_property
    def told(self) -> frozenset[str]:
        """What those words say: posts, bodies, states, in their dictionary forms."""
        return ties(self.beside)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns among them that may be the person's own post, not one it depends on.

        "помічник президента Іван Коваль": Коваль is the помічник.
        """
        found = set()
        for at, tok in enumerate(self.beside):
            if tok.low in POSSESSIVES:
                continue  # "його" is of "йог" too
            if tok.is_word and tok.noun is not None and (not _depends(self.beside, at) or self._own(at)):
                found.add(tok.noun.lemma)
                found.update(tok.noun.lemma.split("-"))
            elif tok.is_word and tok.lang == "en":
                found.add(tok.low)
        return frozenset(found)

    def _own(self, at: int) -> bool:
        """True for "пресконференція тренера Івана Коваля": his post, for nobody else is told of."""
        post = is_post(self.beside[at].low, self.beside[at].lang)
        declined = not nominative(self.sentence.toks[self.at])
        return post and declined and not any(map(_is_person, self.beside[:at]))

    @property
    def start(self) -> int:
        """Where the name, or the post that stands for it, begins."""
        return self.sentence.toks[self.at].start


def _beside(toks: list[Tok], at: int) -> list[Tok]:
    """The words before the name up to a verb or a comma, and those between commas after it."""
    first = at
    owner = toks[at - 1] if at else None
    theirs = at > 1 and toks[at - 2].low in POSSESSIVES  # "за словами його адвоката Івана Коваля": he is it
    kin = owner is not None and owner.is_word and listed(owner.low, owner.lang, "relations")
    if kin and not theirs and not nominative(toks[at]):
        return []  # "речник Івана Коваля": told of the spokesman, not of Коваль
    while first and at - first < 18 and (_tells(toks[first - 1]) or toks[first - 1].low in ("(", ")")):
        own = not any(t.mention for t in toks[first:at])
        if own and not nominative(toks[at]) and toks[first - 1].low in _WITH:
            break  # "актор зустрівся з Ковалем" tells nothing of Коваль
        first -= 1
    first = _earlier_post(toks, first)
    last = at + 1
    if last < len(toks) and toks[last].low in (",", "(", "—", "-"):
        last += 1
        while last < len(toks) and last - at < 13 and _tells(toks[last]):
            last += 1
        if last < len(toks) and toks[last].low not in (",", ")", ".", "—", "-"):
            last = at + 1
    return toks[first:at] + toks[at + 1 : last]


def _earlier_post(toks: list[Tok], first: int) -> int:
    """Where the words begin with a post before a comma taken in: "мер Луцька, голова ради Іван Лис"."""
    start = first - 1
    if start < 1 or toks[start].low != "," or toks[first].mention:
        return first
    while start and _tells(toks[start - 1]) and toks[start - 1].low not in PREPOSITIONS:
        start -= 1
    post = any(
        t.is_word and t.noun and "nomn" in t.noun.cases and is_post(t.low, t.lang) for t in toks[start:first]
    )
    return start if post else first


def _tells(tok: Tok) -> bool:
    if tok.mention:
        return tok.mention.kind != "person"
    if tok.low == "-" or tok.low.isdigit():
        return True  # "COVID-19"
    return tok.is_word and tok.low not in THAT and (tok.verb is None or tok.noun is not None)


def _depends(toks: list[Tok], at: int) -> bool:
    """True for a genitive behind another noun, adjectives between them skipped."""
    noun = toks[at].noun
    if noun is None or not noun.cases & {"gent", "gen2"} or "nomn" in noun.cases:
        return False
    before = at - 1
    while before >= 0 and is_modifier(toks[before], toks[at].lang):
        before -= 1
    return before >= 0 and toks[before].is_word and toks[before].noun is not None


def _is_person(tok: Tok) -> bool:
    """True for a word for a person, whose post or kin the next genitive may be."""
    return is_post(tok.low, tok.lang) or any(listed(tok.low, tok.lang, name) for name in _PERSONS)
