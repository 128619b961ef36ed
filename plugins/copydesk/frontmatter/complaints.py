"""What went wrong in front matter, in plain English: a sentence for each complaint of the parsers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from copydesk.frontmatter.fields import shown
from copydesk.messages import say

# What the YAML parser says -> what an editor did, what to do.
_YAML: dict[str, tuple[str, str]] = {
    "mapping values are not allowed": ("a colon followed by a space inside a value without quotes",
     "put the whole value in quotes"),
    "found character '\\t'": ("a tab", "indent with spaces"),
    "could not find expected ':'": ("a line that is not `key: value`",
     "write `key: value`, or indent the line under its key"),
    "did not find expected key": ("the line does not fit the ones before it",
     "line up the keys, and put values that begin with a quote wholly in quotes"),
    "did not find expected '-' indicator": ("the line does not fit the list before it",
     "begin each element with `- ` in one column"),
    "found unexpected end of stream": ("quotes or brackets that are opened and not closed", "close them"),
    "did not find expected ',' or": ("brackets that are opened and not closed", "close them, or use quotes"),
    "unknown escape character": ("a backslash inside double quotes", "use single quotes, or write \\\\"),
    "cannot start any token": ("a value that begins with a special character", "put the value in quotes"),
    "control characters are not allowed": ("an invisible control character", "delete it"),
    "special characters are not allowed": ("an invisible control character", "delete it"),
    "undefined alias": ("a value that begins with *", "put the value in quotes"),
    "block sequence entries are not allowed": ("a `- ` where a value is expected",
     "put the list on its own lines below the key"),
}  # fmt: skip

_NUMBER = ("`{name}` is {value}", "write a whole number: 1, 2, 3 …")
_GROUP = ("`{name}` is {value}, not a group of keys", "put `key: value` lines below it, indented")
# What the typed model says -> what is wrong, what to do.
_KINDS: dict[str, tuple[str, str]] = {
    "string_type": (
        "`{name}` is {value}, not text",
        "write text after the colon, in quotes if need be",
    ),
    "list_type": (
        "`{name}` is {value}, not a list",
        "put each value on a line of its own after `- `",
    ),
    "too_long": ("`{name}` has more than {number} values", "keep those that matter"),
    "string_too_long": ("`{name}` is longer than {number} characters", "shorten it"),
    "bool_type": ("`{name}` is {value}", "write true or false, without quotes"),
    **dict.fromkeys(("int_type", "greater_than_equal", "less_than_equal"), _NUMBER),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), _GROUP),
}
_FORMS: dict[str, str] = {
    "^https?:": "an address that begins with https://",
    "^[a-z0-9]+(-": "a slug: small Latin letters, digits and single hyphens",
    "^Q[1-9]": "a Wikidata id such as Q42",
    "^[a-z]{2,3}": "a language code such as uk or pt-BR",
    "^[^\\n": "one line of text",
    "^/?[a-z0-9]": "an address below the site's root such as entries/old-name/",
    "^[0-9a-f]": "the checksum that the machine wrote",
}

# Keys that other programs have -> ours.
_ELSEWHERE = {
    **dict.fromkeys(("author", "authors", "autor"), "byline"),
    **dict.fromkeys(("published", "pubdate"), "date"),
    **dict.fromkeys(("source", "publisher"), "outlet"),
    **dict.fromkeys(("description", "lead", "excerpt"), "summary"),
    **dict.fromkeys(("people", "persons"), "actors"),
    **dict.fromkeys(("quotes", "citations"), "quotations"),
    **dict.fromkeys(("language", "locale"), "lang"),
    **dict.fromkeys(("aliases", "redirects"), "redirect_from"),
}


def yaml_mark(error: Exception) -> Any:
    """Where the mistake is that the YAML parser stumbled over: of open quotes, where they open."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    opened = "quoted scalar" in str(getattr(error, "context", ""))
    return next(filter(None, reversed(marks) if opened else marks), None)


def yaml_words(problem: str, text: str, line: int) -> tuple[str, str]:
    """What is wrong and what to do, for what the YAML parser says of a line of `text`."""
    lines = text.splitlines()
    if "\t" in (lines[line - 1] if 0 < line <= len(lines) else "").split("#")[0][:1]:
        return "a tab", "indent with spaces"
    for says, (message, fix) in _YAML.items():
        if says in problem:
            return message, fix
    said = say("this is not YAML ({said})", said=problem.splitlines()[0])
    return said, "compare with another file of the folder"


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that `word` was probably meant to be, None where none is like it."""
    close = difflib.get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """Advice for a word that is not known: the nearest that is, else what else to do."""
    close = nearest(word, sorted(known))
    return say("did you mean `{close}`?", close=close) if close else otherwise


def unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    """A message for a key that no model has; names the nearest one."""
    others = say("the keys here are {known}", known=", ".join(known))
    elsewhere = _ELSEWHERE.get(key.casefold(), "")
    fix = say("did you mean `{close}`?", close=elsewhere) if elsewhere in known else meant(key, known, others)
    return say("unknown key `{key}`", key=key), fix


def model_words(error: Mapping[str, Any], name: str) -> tuple[str, str]:
    """What is wrong and what to do, for one error of the typed model about the key `name`."""
    kind, value, ctx = str(error["type"]), error.get("input"), error.get("ctx") or {}
    if kind == "missing":
        return say("`{name}` is missing", name=name), say("add a line `{name}: …`", name=name)
    if value is None or kind == "string_too_short":
        return say("`{name}` is empty", name=name), "write a value"
    if kind == "string_type" and isinstance(value, int | float):
        said = say("`{name}` is a number here, not text", name=name)
        return said, say('put it in quotes: "{words}"', words=value)
    if kind in _KINDS:
        says, fix = _KINDS[kind]
        return say(says, name=name, value=shown(value), number=ctx.get("max_length")), fix
    if kind in ("literal_error", "string_pattern_mismatch"):
        said = say("`{name}` is {value}", name=name, value=shown(value))
        return said, _choices(str(ctx["expected"])) if "expected" in ctx else _form(str(ctx.get("pattern")))
    wrong = ctx.get("error")
    said = wrong.args[0] if isinstance(wrong, ValueError) else error.get("msg", "")
    return say("`{name}`: {said}", name=name, said=said), "correct the value"


def _form(pattern: str) -> str:
    found = next((words for begins, words in _FORMS.items() if pattern.startswith(begins)), None)
    return say("write {words}", words=say(found)) if found else say("write it as {pattern}", pattern=pattern)


def _choices(expected: str) -> str:
    """Advice from the values that pydantic expects: `use uk, ru or en`."""
    *most, last = expected.replace("'", "").replace(" or ", ", ").split(", ")
    several = say("use {most} or {last}", most=", ".join(most), last=last)
    return several if most else say("use {last}", last=last)
