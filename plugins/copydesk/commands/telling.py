"""What every command prints in the same way."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from copydesk.messages import chosen, say, spoken
from copydesk.model import Problem


def waiting() -> None:
    """Tell that another run must end first."""
    going = say("another run on this project is going on; waiting for its end ...")
    print(spoken(going, chosen()), file=sys.stderr)


def refused(command: str, error: Exception) -> None:
    """Tell why a command did nothing."""
    print(f"copydesk {command}: {words(error)}", file=sys.stderr)


def words(error: Exception) -> str:
    """What an error says, in the language of messages where it is a message of ours."""
    said = error.args[0] if error.args and isinstance(error.args[0], str) else str(error)
    return spoken(said, chosen())


def tell(problems: Sequence[Problem]) -> None:
    """Print problems as text; on GitHub also as annotations of the files."""
    if not problems:
        return
    from copydesk.check.formats import shown

    lang = chosen()
    print(shown(problems, "text", lang), file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(shown(problems, "github", lang), file=sys.stderr)
