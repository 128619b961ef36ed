"""Everybody named in the article: where, as what, and of which gender."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache

from copydesk.lexicon import rows
from copydesk.model import Gender, Lang
from copydesk.quotations.function_words import PREPOSITIONS
from copydesk.quotations.refs import nominative
from copydesk.quotations.scene import Scene, Tok
from copydesk.quotations.sights import Sight
from copydesk.quotations.verbs import Verb, may_say
from copydesk.quotations.wording import fold


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


@cache
def nations(lang: Lang) -> dict[str, frozenset[str]]:
    """Each adjective and each name of a state, with all that point to the same state."""
    groups: dict[str, set[str]] = {}
    for row in rows(lang, "nations"):
        group = {fold(row[0]), *(fold(word.strip()) for word in row[1].split(","))}
        for word in group:
            groups.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in groups.items()}
