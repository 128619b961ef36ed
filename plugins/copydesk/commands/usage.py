"""How to use the commands, told in the language of messages: argparse with our catalogues."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from copydesk.messages import SETTING, chosen, configured, say, spoken
from copydesk.model import LANGS, Lang

# argparse's own words, as it asks gettext for them.
_ITS_OWN = (
    say("usage: "),
    say("positional arguments"),
    say("options"),
    say("show this help message and exit"),
    say("%(prog)s: error: %(message)s\n"),
    say("the following arguments are required: %s"),
    say("one of the arguments %s is required"),
    say("unrecognized arguments: %s"),
    say("argument %(argument_name)s: %(message)s"),
    say("invalid choice: %(value)r (choose from %(choices)s)"),
    say("invalid %(type)s value: %(value)r"),
    say("not allowed with argument %s"),
    say("expected one argument"),
    say("expected at least one argument"),
    say("ambiguous option: %(option)s could match %(matches)s"),
)


class _Help(argparse.HelpFormatter):
    """Sets help in the language of its class."""

    lang: Lang = "en"

    def add_text(self, text: str | None) -> None:
        """A description or an epilog."""
        super().add_text(spoken(text, self.lang) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return spoken(action.help, self.lang) if action.help else action.help


def usage(lang: Lang) -> type[argparse.ArgumentParser]:
    """The kind of parser that tells everything in `lang`, argparse's own words too."""
    vars(argparse)["_"] = partial(spoken, lang=lang)  # its `gettext`, which it offers no other way to set

    class Usage(argparse.ArgumentParser):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **{"formatter_class": formatter, **named})

    formatter = type("Help", (_Help,), {"lang": lang})
    return Usage


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The language for what is told before the arguments are known to be right: English where in doubt."""
    words = list(arguments)
    given = {name: value for name, value in pairwise(words) if name.startswith("--")}
    given |= dict(word.split("=", 1) for word in words if word.startswith("--") and "=" in word)
    wanted = next((lang for lang in LANGS if lang == given.get("--messages")), None)
    try:
        return wanted or (chosen(environ) if environ.get(SETTING) else configured(_project(given)) or "en")
    except (ValueError, OSError):
        return "en"


def _project(given: Mapping[str, str]) -> Path:
    return Path(given.get("--project", "."))
