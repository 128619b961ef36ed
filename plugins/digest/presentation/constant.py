"""The site's own words are looked up when a template is compiled, not on every page it makes."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from digest.presentation.voice import voice_of

# `_("…")` without further words: its value is known once the language is.
_CALL = [("name", "_"), ("lparen", "("), ("string", None), ("rparen", ")")]


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
