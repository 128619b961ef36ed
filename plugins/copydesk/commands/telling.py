"""What every command prints in the same way."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from copydesk.messages import chosen
from copydesk.model import Problem


def waiting() -> None:
    """Tell that another run must end first."""
    print("another run on this project is going on; waiting for its end ...", file=sys.stderr)


def tell(problems: Sequence[Problem]) -> None:
    """Print problems as text; on GitHub also as annotations of the files."""
    if not problems:
        return
    from copydesk.check.formats import shown

    lang = chosen()
    print(shown(problems, "text", lang), file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(shown(problems, "github", lang), file=sys.stderr)
