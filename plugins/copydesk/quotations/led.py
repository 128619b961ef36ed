"""Words after a dash below a paragraph that leads to them with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.model import Block, Lang, Mention
from copydesk.quotations.asides import ASIDES, DASH, pieces
from copydesk.quotations.passages import Passage, trimmed
from copydesk.quotations.verbs import verb


def led(text: str, blocks: tuple[Block, ...], mentions: tuple[Mention, ...], lang: Lang) -> Iterator[Passage]:
    """A single paragraph after a dash below one that names a person and ends in a colon: what they said."""
    spans = [block.span for block in blocks]
    for lead, reply, after in zip(spans, spans[1:], [*spans[2:], None], strict=False):
        dash = DASH.match(text, reply.start, reply.stop)
        if dash is None or lead.of(text).rstrip()[-1:] != ":" or reply.of(text).rstrip()[-1:] not in ".!?…":
            continue
        listed = DASH.match(text, lead.start) or (after is not None and DASH.match(text, after.start))
        tells = any(m.kind == "person" and m.span in lead for m in mentions) or _says(lead.of(text), lang)
        whole = text[dash.end()].isupper() and not pieces(text, dash.end(), reply.stop, lang)
        if tells and whole and not listed:
            said = trimmed(text, dash.end(), reply.stop)
            yield Passage((said,), (reply,), marked=False)


def _says(lead: str, lang: Lang) -> bool:
    """True for a sentence whose last word says that somebody speaks: "Про гру тренер зазначив:"."""
    last = re.search(r"([^\W\d_]+)\s*:\s*$", lead)
    said = verb(last[1].casefold(), lang) if last else None
    return bool(said and said.finite and said.kind in ASIDES)
