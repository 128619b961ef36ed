"""Lines in, lines out: what is no line of ours ends in a message that says which and why."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from copydesk.actors import starter
from copydesk.extract import extract
from copydesk.lines import LINE_LIMIT, BadLineError, bounded
from copydesk.seeds import MARKS_LIMIT, TEXT_LIMIT


def line(text: str, **more: object) -> str:
    return json.dumps({"text": text, **more})


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{", "line 2 is not JSON (Expecting property name enclosed in double quotes at column 2)"),
        ("[" * 100_000, "line 2 nests deeper than any article"),
        ("[]", 'line 2 is not an object with a string under "text"'),
        (
            line("а" * (TEXT_LIMIT + 1)),
            "line 2: 150,001 characters, more than 150,000; give one article a line",
        ),
        (line("«" * (MARKS_LIMIT + 1)), "line 2: more than 4,000 quotation marks; give one article a line"),
        (line("Так.", fetched="учора"), "line 2: fetched 'учора' is not a day like 2024-04-09"),
        ("x" * (LINE_LIMIT + 1), "line 2 is longer than 4,000,000 characters; give one article a line"),
    ],
    ids=["torn", "deep", "list", "long text", "marks", "day", "long line"],
)
def test_a_bad_line_is_named_and_those_before_it_were_given(bad: str, says: str) -> None:
    found: Iterator[object] = extract(bounded(io.StringIO(line("Міст відкрили.") + "\n" + bad)), starter())
    next(found)
    with pytest.raises(BadLineError) as error:
        next(found)
    assert str(error.value) == says


def test_the_longest_text_fits_into_a_line_however_it_is_written() -> None:
    assert len(line("\U0001f600" * TEXT_LIMIT)) < LINE_LIMIT
