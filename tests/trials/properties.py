"""The page of `make properties`: which invariants were tried, and on how many examples."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.trials.results import record

_TEST = re.compile(r"@examples\(\d+(?:, heavy=(\d+))?\)\n(?:@given.*\n|.*\n)*?def test_(\d\d)_(\w+)", re.M)


def main() -> int:
    """Write the page; pytest has just said that all held."""
    asked = int(sys.argv[1])
    text = (Path(__file__).parents[1] / "test_properties.py").read_text(encoding="utf-8")
    rows = []
    for heavy, number, name in _TEST.findall(text):
        tried = max(asked // int(heavy or 1), 1)
        how = "each example is a whole site" if heavy == "2000" else "hypothesis"
        rows.append((f"{number} {name.replace('_', ' ')}", tried, tried, how))
    about = "The seventeen invariants of `tests/test_properties.py`, on so many invented examples at most."
    return record("properties", about, rows, f"make properties EXAMPLES={asked}")


if __name__ == "__main__":
    sys.exit(main())
