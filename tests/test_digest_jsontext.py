"""JSON in lines is what the standard library makes of the same value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import jsontext

PLAIN = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    PLAIN, lambda v: st.lists(v) | st.dictionaries(st.text(), v) | st.tuples(v), max_leaves=20
)


@given(VALUES, st.sampled_from([0, 1, 2]))
def test_it_is_what_the_standard_library_writes(value: Any, indent: int) -> None:
    assert jsontext.lines(value, indent) == json.dumps(value, ensure_ascii=False, indent=indent)


@pytest.mark.parametrize("value", [{1, 2}, {"a": 1.5}, [b"a"]])
def test_what_we_never_write_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="has no form in our JSON"):
        jsontext.lines(value)
