"""The words of saying."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model import Span
from copydesk.quotations.refs import Ref


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying: `at` to before `stop` are its tokens; `kind` its class in the lexicons.

    `ref`: whose words they are, None where nobody is named; `relay`: a newsroom that passes on.
    """

    at: int
    stop: int
    kind: str
    span: Span
    ref: Ref | None = None
    relay: bool = False
    gerund: bool = False
    rule: str = "verb"
