"""What reading costs: run as a process of its own, JSON lines in, one JSON object out.

CPU time, not the clock on the wall: other work on the machine must not change the figures.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterable

from copydesk.__main__ import collect_seldom

_WARM = 3
# ru_maxrss is in KiB, on macOS in bytes.
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def cost(lines: Iterable[str]) -> dict[str, float]:
    """`start` seconds until a first text is read, `pace` milliseconds for 1,000 characters, `memory` MiB."""
    from copydesk.actors import starter
    from copydesk.extract import extract

    rows = [json.loads(line) for line in lines]
    gazetteer = starter()
    list(extract([json.dumps(rows[0])], gazetteer))
    start = time.process_time()
    list(extract(map(json.dumps, rows[:_WARM]), gazetteer))
    began = time.process_time()
    for _ in extract(map(json.dumps, rows), gazetteer):
        pass
    spent = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_UNIT / 2**20
    return {"start": start, "pace": 1e6 * spent / sum(len(row["text"]) for row in rows), "memory": memory}


if __name__ == "__main__":
    collect_seldom()
    print(json.dumps(cost(sys.stdin)))
