"""The command line: `python -m copydesk COMMAND`. Prints, and answers with an exit code.

0: done. 1: something was refused or is wrong (printed). 2: the command itself was wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from copydesk import messages
from copydesk.commands import parser
from copydesk.commands.usage import language
from copydesk.faults import DEBUG

__all__ = ["main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the locale says: seeds and entries are UTF-8
    collect_seldom()
    words = sys.argv[1:] if arguments is None else arguments
    lang = language(words, os.environ)
    usage = parser(lang)
    given = usage.parse_args(words)
    if given.debug:
        os.environ[DEBUG] = "1"
    if not given.messages:
        try:
            messages.chosen()
        except ValueError as error:
            usage.error(str(error))
    project = Path(given.project)
    if not project.is_dir():
        usage.error(messages.spoken(messages.say("{path} is not a folder", path=given.project), lang))
    try:
        run: Callable[[argparse.Namespace, Path], int] = given.run
        told = given.messages or (None if os.environ.get(messages.SETTING) else messages.configured(project))
        with messages.speaking(told):
            return run(given, project)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is wrong
        return 0
    except KeyboardInterrupt:
        print(messages.spoken(messages.say("stopped; what was written is whole"), lang), file=sys.stderr)
        return 130


def collect_seldom() -> None:
    """Search seldom for objects that hold each other: values never do, and each search walks the models."""
    gc.set_threshold(50_000, 20, 100)


if __name__ == "__main__":
    sys.exit(main())
