"""A failure of the program itself, on one file: told as a problem, so that the other files go on."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from copydesk.messages import say
from copydesk.model import Problem

DEBUG = "COPYDESK_DEBUG"


def fault(path: str, error: Exception) -> Problem:
    """What failed on the file `path`, and where to tell of it. The traceback is printed for those who ask."""
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        traceback.print_exception(error, file=sys.stderr)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    said = " ".join(str(error).split())[:200]
    what = f"{type(error).__name__}{place}" + (f", “{said}”" if said else "")
    says = "the program failed on this file ({what}); the fault is the program's, not yours"
    fix = say("report it as CONTRIBUTING.md says, with the file; {setting}=1 shows more", setting=DEBUG)
    return Problem("fault", path, say(says, what=what), fix, line=1)
