"""What is the same on every page is settled when a template is compiled: the site's own words, no indents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from digest.presentation.voice import voice_of

# `_("…")` without further words: its value is known once the language is.
_CALL = [("name", "_"), ("lparen", "("), ("string", None), ("rparen", ")")]


# What shows its white space as it stands, over several lines of a template.
_KEPT = re.compile(r"<(?:pre|textarea)\b[^>]*>[^<\n]*\n", re.IGNORECASE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BLOCKS = (
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 head header hr html legend li link main meta nav ol p section script summary symbol"
    " table tbody td tfoot th thead title tr ul"
)
_BEFORE_BLOCK = re.compile(rf"^[ \t]+(?=</?(?:{_BLOCKS.replace(' ', '|')})\b)", re.MULTILINE)


class NoIndents(Extension):
    """Leaves out the indents of templates: they are for those who write them, not for readers.

    Before what is set within a line one blank stays, for there it is seen.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's source; as it is where it sets text over several lines."""
        return source if _KEPT.search(source) else _INDENT.sub(" ", _BEFORE_BLOCK.sub("", source))


class ConstantWords(Extension):
    """Puts the message in the environment's language where `_("message")` stands.

    An environment has one voice, and compiles its templates for itself.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, each such call as one string."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            call = tokens[at : at + len(_CALL)]
            if _is_call(call) and not (at and tokens[at - 1].type in ("dot", "pipe")):
                yield Token(call[0].lineno, "string", voice_of(self.environment).gettext(call[2].value))
                at += len(_CALL)
            else:
                yield tokens[at]
                at += 1


def _is_call(tokens: list[Token]) -> bool:
    return len(tokens) == len(_CALL) and all(
        token.type == kind and value in (None, token.value)
        for token, (kind, value) in zip(tokens, _CALL, strict=True)
    )
