"""What makes a run of English capitals a name: one small rule for each kind of evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.lexicon import words
from copydesk.model import MentionKind, Span
from copydesk.names.page import Sentence
from copydesk.text import Token

PERSONAL = frozenset(
    ["de", "la", "le", "al", "el", "bin", "ibn", "von", "van", "der", "den", "da", "dos", "du"]
)
_IN = frozenset(["in", "at", "from", "near", "to", "across", "outside", "inside", "around"])
# Inhabitants: "South Africans", "Sri Lankan".
PEOPLE = re.compile(r".+(?:ians?|icans?|kans?|eses?)$")
_BEFORE_POSTS = frozenset(("vice", "deputy", "attorney", "solicitor", "brigadier", "co", "ex", "under"))
_SETTLED = frozenset(
    ("city", "town", "village", "port", "suburb", "settlement", "resort", "hamlet", "capital")
)
ARTICLE = re.compile(r"^(?:al|el|ad|as|ash|ibn|bin)-(?=[A-Z])")  # "al-Karim": one word to the reader
_EXPLAINS = frozenset(("a", "an", "the", "of", "from", "who"))
_PLURAL = re.compile(r".+(?:ors|ers|ists|ians|ents|ials|ates|ings|ics)$")
NATION = re.compile(r".+(?:[iae]an|ese|ish|[sd]i|ch|eek|man|itch|ss)$")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start`…`stop` of a sentence that may be a name."""

    sentence: Sentence
    start: int
    stop: int
    titled: bool = False
    ordinary: bool = False  # a word of it is a common one: of a body or of what nobody is called

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the run."""
        return self.sentence.tokens[self.start : self.stop]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without possessives."""
        return tuple(bare(t.text) for t in self.tokens if t.is_word)

    @property
    def before(self) -> str:
        """The word before it, lower case."""
        return self.sentence.tokens[self.start - 1].text.lower() if self.start else ""

    @property
    def after(self) -> str:
        """The word after it, lower case."""
        return self.sentence.tokens[self.stop].text.lower() if self.stop < len(self.sentence.tokens) else ""

    @property
    def tokens_after(self) -> tuple[str, str]:
        """The two words after it, lower case."""
        two = [t.text.lower() for t in self.sentence.tokens[self.stop : self.stop + 2]]
        return (*two, "", "")[0], (*two, "", "")[1]

    @property
    def span(self) -> Span:
        """Where the name stands, without a possessive."""
        last = self.tokens[-1]
        return Span(self.tokens[0].start, last.start + len(bare(last.text)))


def capital(word: str) -> bool:
    """True for a word with a capital, behind an article too: "al-Karim"."""
    return ARTICLE.sub("", word)[:1].isupper()


def titlecase(word: str) -> bool:
    """True where all letters but the first are small."""
    return capital(word) and ARTICLE.sub("", word)[1:].islower()


def bare(word: str) -> str:
    """The word without its possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def is_post(word: str) -> bool:
    """True for a post or an address in small letters: "president", "secretary-general", "vice-chancellor"."""
    posts = words("en", "name_titles")
    first, hyphen, second = word.partition("-")
    return (
        word in posts
        or word.endswith("-in-chief")
        or bool(hyphen and second in posts and (first in posts or first in _BEFORE_POSTS))
    )


def body_inside(inner: Sequence[str]) -> bool:
    """True where a word is a noun for a body: "bank", "ministry"."""
    return any(w.lower() in words("en", "organisation_words") for w in inner)


def organisation_word(run: Run) -> MentionKind | None:
    """As in "Ministry of Defence", "Central Bank": a noun for a body inside, and not that noun alone."""
    many = len(run.words) > 1
    return "organisation" if body_inside(run.words) and many and not run.titled else None


def titled(run: Run) -> MentionKind | None:
    """As in "President Xi", "spokesman Dmitry Peskov": a post or an address just before."""
    return (
        "person"
        if run.titled and not body_inside(run.words) and all(capital(w) or w in PERSONAL for w in run.words)
        else None
    )


def given_name(run: Run) -> MentionKind | None:
    """As in "Angela Merkel": the first word is a given name."""
    fits = len(run.words) in (2, 3, 4) and run.words[0].lower() in words("en", "given_names")
    return "person" if fits else None


def abbreviation(run: Run) -> MentionKind | None:
    """As in "the IAEA said": two to five capitals; "LONDON" in a dateline is none."""
    word = run.words[0]
    dateline = run.start == 0 and run.after in (",", "(", "—", "–", "-")
    fits = len(run.words) == 1 and word.isupper() and 1 < len(word) < 6 and not dateline
    return "organisation" if fits and word.lower() not in words("", "not_names") else None


def speaks(run: Run) -> MentionKind | None:
    """As in "Masih said", "Ashiq Masih told": a verb of saying right after, no article before."""
    after = run.tokens_after[1] if run.after in ("has", "have", "had") else run.after
    near = after in words("en", "saying") or run.before in ("said", "says", "added")
    fits = run.before != "the" and len(run.words) < 4 and not run.sentence.heading
    if len(run.words) == 1 and run.sentence.first(run.start) and _PLURAL.match(run.words[0]):
        return None  # "Prosecutors said": a common word that opens its sentence
    return "person" if near and fits and not run.ordinary else None


def set_off(run: Run) -> MentionKind | None:
    """As in "Orvo Lisk, Tallow, said", "Vera Hale, a student of law, told": set off before a saying."""
    inside = run.sentence.tokens[run.stop : run.stop + 16]
    commas = [n for n, token in enumerate(inside) if token.text == ","]
    if len(commas) < 2 or commas[0] != 0 or len(run.words) not in (2, 3) or run.ordinary:
        return None
    behind = inside[commas[1] + 1].text if commas[1] + 1 < len(inside) else ""
    if commas[1] > 3 and inside[1].text.lower() not in _EXPLAINS:
        return None
    person = all(titlecase(w) for w in run.words) and not run.sentence.heading
    return "person" if person and behind in words("en", "saying") else None


def located(run: Run) -> MentionKind | None:
    """As in "in Lahore", "the Black Sea", "the town of El Nur": a preposition or a noun for a place."""
    if len(run.words) > 1 and run.words[-1].lower() in words("en", "place_words"):
        return "place"
    if run.before == "of" and run.start > 1 and run.sentence.tokens[run.start - 2].text.lower() in _SETTLED:
        return "place"
    fits = len(run.words) == 1 and run.before in _IN - {"to", "at", "from"} and not run.words[0].isupper()
    return "place" if fits and not run.ordinary and not NATION.match(run.words[0].lower()) else None


def two_capitals(run: Run) -> MentionKind | None:
    """As in "Ashiq Masih": two or three capitals in running text without an article, none a common word."""
    fits = len(run.words) in (2, 3) and all(titlecase(w) for w in run.words)
    alone = run.before not in ("the", "a", "an", '"', "“", "«") and not run.sentence.first(run.start)
    named = not run.ordinary and run.words[-1].lower() not in words("en", "place_words")
    return "person" if fits and alone and named and not run.sentence.heading else None
