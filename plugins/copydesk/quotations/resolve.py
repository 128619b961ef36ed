"""From the words for a speaker to a person or body of the article, with how sure that is."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.lexicon import words
from copydesk.quotations.acting import acted
from copydesk.quotations.bodies import body
from copydesk.quotations.memory import Memory, Reader, Speaker, of_mention
from copydesk.quotations.posts import post
from copydesk.quotations.pronouns import body_pronoun, pronoun
from copydesk.quotations.refs import Ref, is_capital, is_seat
from copydesk.quotations.scene import Sentence

_LONG_TEXT = 8  # sentences of a text that is quoted, before it is said again what it is

_PATRONYMIC = re.compile(r"(?:[оеє]вич|[оеє]вна|івна|ївна|ьич|ична|йович)$")


def resolve(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """The speaker a reference points to, seen from its sentence."""
    if ref.kind == "name":
        return _named(ref, reader)
    if ref.kind == "pronoun":
        return body_pronoun(ref, sentence, reader) if ref.head == "body" else pronoun(ref, sentence, reader)
    if ref.media and ref.plural:
        return body(ref, sentence, reader)  # "журналісти": of the newsroom
    if ref.kind == "post":
        return post(ref, sentence, reader)
    if ref.kind == "body":
        return body(ref, sentence, reader)
    if ref.kind == "document":
        return _document(ref, sentence, reader)
    return Speaker(ref.words, ref.span, "named", 0.9 if ref.words else 0.0, person=bool(ref.words))


def _named(ref: Ref, reader: Reader) -> Speaker:
    assert ref.mention is not None
    kind = ref.mention.kind
    if kind == "person" and (full := _in_full(ref.mention.name, reader)):
        return Speaker(full, ref.span, "named", 0.9, person=True)
    speaks = ref.mention.figurative or is_seat(ref.mention) or is_capital(ref.mention)
    weight = {"person": 0.98, "organisation": 0.92}.get(kind, 0.85 if speaks else 0.6)
    return of_mention(ref.mention, ref.span, weight)


def _in_full(name: str, reader: Reader) -> str | None:
    """Who a given name with a patronymic is ("Алла Ивановна"): the one full name with that given name."""
    words = name.split()
    if len(words) != 2 or not _PATRONYMIC.search(words[1]):
        return None
    full = [n for n in reader.people.sights if n.split()[0] == words[0] and len(n.split()) > 1 and n != name]
    return full[0] if len(full) == 1 else None


def _document(ref: Ref, sentence: Sentence, reader: Reader) -> Speaker:
    """A text speaks for its issuer: the one it names, else the body that spoke just before."""
    if ref.owner:
        return of_mention(ref.owner, ref.span, 0.85, "document")
    if ref.issuer and ref.issuer.plural:
        several = ref.issuer.words  # "в заявлении авиакомпаний"
        return Speaker(several, ref.span, "document", 0.66 if several else 0.0)
    if ref.issuer:  # "в дописі міністерства": the ministry, or nobody known
        issuer = body(ref.issuer, sentence, reader)
        return replace(issuer, span=ref.span, resolved="document", weight=min(issuer.weight, 0.75))
    if _unsourced(sentence, reader):
        return Speaker(None, ref.span, "document", 0.0)
    memory = reader.memory
    if memory.issuer and _unanswered(sentence, memory):
        return replace(memory.issuer, span=ref.span, resolved="document", weight=0.7)
    if ref.head in words(reader.scene.lang, "own_texts") and (author := _author(sentence, reader)):
        return replace(author, span=ref.span, resolved="document", weight=0.7)
    if memory.media and ref.head in words(reader.scene.lang, "articles"):
        return replace(memory.media, span=ref.span, resolved="document", weight=0.7)
    last, spoke, at = memory.last, memory.body, memory.body_at
    if last is not None and not last.person:
        spoke, at = last, memory.last_at
    if spoke and (last is None or not last.person or memory.last_at < at) and sentence.number - at <= 3:
        return replace(spoke, span=ref.span, resolved="document", weight=0.66)
    if ref.head and (acting := acted(sentence, ref, reader)):
        return Speaker(acting, ref.span, "document", 0.64)
    return Speaker(None, ref.span, "document", 0.0)


def _unanswered(sentence: Sentence, memory: Memory) -> bool:
    """True while nobody else has spoken since a text was put out: its paragraphs may be long."""
    last, issuer = memory.last, memory.issuer
    alone = last is None or memory.last_at <= memory.issuer_at or (issuer and last.name == issuer.name)
    return bool(alone) and sentence.number - memory.issuer_at <= _LONG_TEXT


def _unsourced(sentence: Sentence, reader: Reader) -> bool:
    """True for «Про це повідомляє «…», йдеться в заяві»: its issuer stood before the marks and was lost."""
    toks = sentence.toks
    at = next((n for n, tok in enumerate(toks) if tok.passage), 0)
    told = " ".join(t.low for t in toks[:2]) in words(reader.scene.lang, "about_this")
    return told and 2 < at < 5 and toks[at - 1].verb is not None


def _author(sentence: Sentence, reader: Reader) -> Speaker | None:
    """The person who has just spoken or written, with no body in between."""
    memory = reader.memory
    last = memory.last
    if last is None or not last.person or last.name not in reader.people.sights:
        return None
    return last if sentence.number - memory.last_at <= 2 and sentence.block - memory.last_block <= 1 else None
