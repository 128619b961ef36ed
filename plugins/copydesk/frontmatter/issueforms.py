"""The issue forms of GitHub: a new text, a mistake on a page. Each label in all languages. Pure."""

from __future__ import annotations

from typing import Any

from copydesk.frontmatter.forms import Field, form
from copydesk.messages import say, spoken
from copydesk.model import LANGS

NO_ANSWER = "_No response_"  # what GitHub writes where a field is left empty
TEXT = Field("text", say("text of the report"), say("the whole text as it was published"), "text", True)
FIELDS = (*form("submission"), TEXT)  # the text comes last: nothing in it can pass for another field
MISTAKE = (
    Field("page", say("page"), say("address of the page"), "line", True),
    Field("words", say("what is wrong"), say("the wrong words as they stand there"), "text", True),
    Field("right", say("what is right"), say("and how you know: a link, a document"), "text"),
)


def in_all(words: str) -> str:
    """`words` in Ukrainian, Russian and English, with strokes between."""
    return " / ".join(dict.fromkeys(spoken(words, lang) for lang in LANGS))


def new_text() -> dict[str, Any]:
    """The form that takes a text: its answers become a seed and a pull request."""
    about = say(
        "An editor reads the text before anything is published. What you write here can be seen by everybody."
    )
    does = say("A report for the digest: paste it, an editor does the rest")
    return _form(say("New text"), does, about, FIELDS, "new text")


def mistake() -> dict[str, Any]:
    """The form that takes a report of a mistake."""
    about = say("Thank you. What you write here can be seen by everybody.")
    return _form(say("Mistake"), say("Something on a page is wrong"), about, MISTAKE, "mistake")


def _form(name: str, does: str, about: str, fields: tuple[Field, ...], mark: str) -> dict[str, Any]:
    intro = {"type": "markdown", "attributes": {"value": "\n\n".join(spoken(about, lang) for lang in LANGS)}}
    return {
        "name": in_all(name),
        "description": in_all(does),
        "title": f"{in_all(name)}: ",
        "labels": [mark],
        "body": [intro, *(_asked(f) for f in fields)],
    }


def _asked(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"label": in_all(field.label), "description": in_all(field.hint)}
    if field.shape == "choice":
        told["options"] = list(field.choices)
    kind = {"choice": "dropdown", "text": "textarea"}.get(field.shape, "input")
    needed = {"validations": {"required": True}} if field.required else {}
    return {"type": kind, "id": field.key, "attributes": told, **needed}
