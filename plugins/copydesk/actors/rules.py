"""The rules by which a name of one document is an actor already known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from copydesk.actors.keys import same_word, words_of_name
from copydesk.actors.known import Known, Memory
from copydesk.actors.people import is_full, parts, same_person
from copydesk.lexicon import words
from copydesk.model import Lang, MentionKind
from copydesk.text import plain


@dataclass(frozen=True, slots=True)
class Asked:
    """One entity of one document, to be linked."""

    name: str
    kind: MentionKind
    lang: Lang
    company: frozenset[str]
    acronyms: frozenset[str]


Rule = Callable[[Memory, Asked], "tuple[Known, str] | None"]


def is_common(asked: Asked) -> bool:
    """True for a body that every state has, said without its state: "МЗС", "Верховний суд"."""
    return asked.kind != "person" and plain(asked.name).casefold() in _common(asked.lang)


@cache
def _common(lang: Lang) -> frozenset[str]:
    return frozenset(plain(word) for word in words(lang, "every_state"))


def _same_name(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """The same words: one actor only, and no surname by itself."""
    if asked.kind == "person" and not is_full(asked.name):
        return None
    found = memory.called(asked.name, asked.kind)
    return (found[0], f"the name “{asked.name}” is known") if len(found) == 1 else None


def _same_person(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """Given name and surname agree over spelling and language; two candidates are none."""
    if asked.kind != "person" or not is_full(asked.name):
        return None
    fits = [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (name := next((n for _, n in known.spellings() if same_person(asked.name, n)), None))
    ]
    if len({known.slug for known, _ in fits}) != 1:
        return None
    return fits[0][0], f"given name and surname agree: “{asked.name}” and “{fits[0][1]}”"


def _surname(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """A bare surname: one known bearer, met in the same company as here."""
    words = parts(asked.name)
    if asked.kind != "person" or len(words) != 1:
        return None
    fits = [
        k
        for k in memory.surnamed(words[0])
        if any(same_word(words[0], parts(n)[-1]) for _, n in k.spellings())
    ]
    if len(fits) != 1:
        return None
    shared = sorted(asked.company & set(fits[0].met_with))
    return (fits[0], "the only bearer of the surname, met with " + ", ".join(shared)) if shared else None


def _expansion(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """A long name whose initials are an acronym that is known and stands in the same document."""
    words = words_of_name(asked.name)
    initials = "".join(w[0] for w in words).upper()
    if asked.kind != "organisation" or len(words) < 3 or initials not in asked.acronyms:
        return None
    found = memory.called(initials, asked.kind)
    return (found[0], f"“{initials}” stands for “{asked.name}” here") if len(found) == 1 else None


def _same_sound(memory: Memory, asked: Asked) -> tuple[Known, str] | None:
    """An organisation or place whose words sound alike in another language."""
    if asked.kind == "person" or asked.name.isupper():
        return None
    fits = [
        (known, name)
        for known in memory.sharing(asked.name, asked.kind, asked.lang)
        if (
            name := next(
                (n for lang, n in known.spellings() if lang != asked.lang and _alike(asked.name, n)), None
            )
        )
        and asked.lang not in known.names
    ]
    if len({known.slug for known, _ in fits}) != 1:
        return None
    return fits[0][0], f"“{asked.name}” is “{fits[0][1]}” in other letters"


def _alike(left: str, right: str) -> bool:
    one, other = words_of_name(left), words_of_name(right)
    return len(one) == len(other) and all(same_word(a, b) for a, b in zip(one, other, strict=True))


# The first rule with an opinion wins.
RULES: tuple[Rule, ...] = (_same_name, _same_person, _surname, _expansion, _same_sound)
