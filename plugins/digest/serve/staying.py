"""`python -m digest.serve.staying SETTINGS OUTPUT`: a build whose process stays and tells of edited entries.

It prints what Pelican prints, then a line `DONE`. From then on each line of its input is the name of a
file in JSON, and each line that begins with `DONE` an answer: the pages by file, in JSON. It ends with
its input.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from pelican import main as pelican
from pelican import signals

DONE = "\x1e"  # a record separator: nothing that Pelican prints begins with it


def main() -> None:
    """Build, then answer. Exits as Pelican does where the build fails."""
    for stream in (sys.stdin, sys.stdout):
        assert isinstance(stream, io.TextIOWrapper)
        stream.reconfigure(encoding="utf-8")
    met: list[Any] = []

    def keep(generators: list[Any]) -> None:
        met.extend(generators)

    signals.all_generators_finalized.connect(keep)
    pelican(["-s", sys.argv[1], "-o", sys.argv[2]])
    from digest.generator import DigestGenerator  # Pelican's settings say where it is
    from digest.serve.edited import Edited

    edited = Edited(next(one for one in met if isinstance(one, DigestGenerator)))
    print(DONE, flush=True)
    for line in sys.stdin:
        print(DONE + json.dumps(edited.pages(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
