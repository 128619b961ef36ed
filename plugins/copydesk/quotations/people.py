"""Everybody named in the article: where, as what, and of which gender."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from copydesk.lexicon import rows
from copydesk.model import Gender, Lang
from copydesk.quotations.function_words import POSSESSIVES, PREPOSITIONS, THAT
from copydesk.quotations.refs import is_modifier, nominative, ties
from copydesk.quotations.scene import Scene, Sentence, Tok
from copydesk.quotations.verbs import Verb, may_say
from copydesk.quotations.wording import fold, is_post, listed

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


@dataclass
class People:
    """Sights of every person by name, in order, and the gender the article gives them."""

    sights: dict[str, list[Sight]] = field(default_factory=dict)
    genders: dict[str, Gender] = field(default_factory=dict)

    def add(self, name: str, sight: Sight) -> None:
        """Remembers a place where the person stands under the name of a post ("російський лідер")."""
        self.sights[name] = sorted([*self.sights[name], sight], key=lambda s: s.start)

    def gender(self, name: str) -> Gender | None:
        """The person's gender, if anything in the article tells it."""
        return self.genders.get(name)


def people(scene: Scene) -> People:
    """Collects the persons of the article with the words that stand beside their names."""
    found = People()
    votes: dict[str, Counter[Gender]] = {}
    for sentence in scene.sentences:
        for at, tok in enumerate(sentence.toks):
            mention = tok.mention
            if mention is None or mention.kind != "person" or _signs(sentence.toks, at):
                continue
            sight = Sight(sentence, at, _is_subject(sentence.toks, at))
            found.sights.setdefault(mention.name, []).append(sight)
            vote = votes.setdefault(mention.name, Counter())
            if mention.gender and not vote:
                vote[mention.gender] += 3  # once: the names stage gives all mentions of a person the same
            gender = _verb_gender(sentence.toks, at)
            if gender and (nominative(tok) or mention.lemma == mention.name):
                vote[gender] += 4 if _said_by(sentence.toks, at) or _acts(sentence.toks, at) else 2
    found.genders = {name: vote.most_common(1)[0][0] for name, vote in votes.items() if vote}
    _agree(found)
    return found


def _said_by(toks: list[Tok], at: int) -> bool:
    """True where a verb of saying stands right beside the name: "сказав Кім": whatever the name is like."""
    near = [toks[n].verb for n in (at - 1, at + 1) if 0 <= n < len(toks)]
    return any(said is not None and said.finite and said.kind in ("say", "think") for said in near)


def _acts(toks: list[Tok], at: int) -> bool:
    """True where the name in its first place has a verb right behind it: "Міністр Дорін Гай подякував"."""
    verb = toks[at + 1].verb if at + 1 < len(toks) else None
    return verb is not None and verb.finite and not (at and toks[at - 1].low in PREPOSITIONS)


def _signs(toks: list[Tok], at: int) -> bool:
    """True for the signature under a post: "Іван Коваль (@koval) 5 травня"."""
    return [t.low for t in toks[at + 1 : at + 3]] == ["(", "@"] or bool(at and toks[at - 1].low == "@")


def _agree(found: People) -> None:
    """Gives each mention the gender that the article's verbs tell, where they outvote the name's form."""
    for name, sights in found.sights.items():
        for sight in sights:
            tok = sight.sentence.toks[sight.at]
            if tok.mention and tok.mention.gender and found.genders[name] != tok.mention.gender:
                tok.mention = replace(tok.mention, gender=found.genders[name])


def _is_subject(toks: list[Tok], at: int) -> bool:
    """A name in the nominative that is not the second of two."""
    return nominative(toks[at]) and not (at and toks[at - 1].low in ("та", "и", "і", "з", "с"))


def _verb_gender(toks: list[Tok], at: int) -> Gender | None:
    """The gender of the past tense beside the name: "сказала Меркель", "Меркель сказала"."""
    for near in (at - 1, *range(at + 1, min(at + 14, len(toks)))):
        if near < 0:
            continue
        tok = toks[near]
        if near > at and (tok.passage or (tok.mention and nominative(tok))):
            return None
        verb: Verb | None = tok.verb if near <= at + 1 or may_say(tok.low, tok.lang) else None
        if verb is not None and verb.finite and verb.gender in ("m", "f"):
            return verb.gender
    return None


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


@cache
def nations(lang: Lang) -> dict[str, frozenset[str]]:
    """Each adjective and each name of a state, with all that point to the same state."""
    groups: dict[str, set[str]] = {}
    for row in rows(lang, "nations"):
        group = {fold(row[0]), *(fold(word.strip()) for word in row[1].split(","))}
        for word in group:
            groups.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in groups.items()}
