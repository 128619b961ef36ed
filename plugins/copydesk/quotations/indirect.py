"""Indirect speech: "заявив, що …": found as context, never printed as somebody's own words."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.model import Quotation, Span
from copydesk.quotations.attribute import Heard
from copydesk.quotations.cue import Cue
from copydesk.quotations.function_words import AS, THAT
from copydesk.quotations.scene import Sentence

_KINDS = ("say", "think", "report")


def indirect(heard: list[Heard], sure: float) -> Iterator[Quotation]:
    """The clauses that belong to a cue in sentences that hold no quotation, with sure speakers named."""
    taken: set[int] = set()
    for one in heard:
        sentence, cue, speaker = one.sentence, one.cue, one.speaker
        if cue.kind not in _KINDS or cue.relay or sentence.number in taken or sentence.quotes:
            continue
        span = _clause(sentence, cue)
        if span is None:
            continue
        taken.add(sentence.number)
        named = speaker.name is not None and speaker.weight >= sure
        yield Quotation(
            spans=(span,), kind="indirect", speaker=speaker.name if named else None,
            speaker_span=speaker.span if named else None, cue=cue.span,
            resolved=speaker.resolved if named else None,
            rule="indirect", confidence=round(speaker.weight, 2),
        )  # fmt: skip


def _clause(sentence: Sentence, cue: Cue) -> Span | None:
    """What was said: behind "що", behind the comma of "за словами мера", or before ", сказав мер"."""
    toks = sentence.toks
    last = len(toks)
    while last and toks[last - 1].low in (".", "!", "?", "…"):
        last -= 1
    for at in range(cue.stop, min(last, cue.stop + 14)):
        comma = toks[at - 1].low == "," or toks[at].lang == "en"  # English sets none before "that"
        begins = toks[at].low in THAT and toks[at].low not in AS and comma
        if begins or (cue.rule == "phrase" and toks[at].low == ","):
            return Span(toks[at + 1].start, toks[last - 1].stop) if at + 1 < last else None
    lead = cue.at - 1
    if lead > 2 and (toks[lead].low == "," or toks[lead].is_dash):
        while lead and (toks[lead].low == "," or toks[lead].is_dash):
            lead -= 1
        return Span(toks[0].start, toks[lead].stop)
    return None
