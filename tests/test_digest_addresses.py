"""Addresses: only plain names, nothing that climbs."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.addresses import is_slug, is_stem
from digest import addresses


@pytest.mark.parametrize("name", ["van-yi", "a", "2024", "g7"])
def test_a_slug(name: str) -> None:
    assert is_slug(name)


@pytest.mark.parametrize(
    "name", ["", "Van", "van_yi", "-a", "a-", "a--b", "ван", "a/b", "..", "a.b", "a" * 121, "a\n"]
)
def test_no_slug(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize(
    "name", ["2024-06-01", "2024-6-1-a", "a-2024-06-01", "2024-06-01-Назва", "2024-06-01-a\n"]
)
def test_no_name_of_an_entry(name: str) -> None:
    assert not is_stem(name)


@given(st.text(alphabet=st.sampled_from("./\\ab:\x00\n "), max_size=12))
def test_a_contained_name_never_leaves_its_folder(name: str) -> None:
    if addresses.is_contained(name):
        parts = PurePosixPath("/out", name).parts
        assert parts[:2] == ("/", "out")
        assert ".." not in parts
        assert "\\" not in name


@pytest.mark.parametrize(
    ("file", "way"), [("index.html", "."), ("a/index.html", ".."), ("feeds/actors/a.atom.xml", "../..")]
)
def test_the_way_up(file: str, way: str) -> None:
    assert addresses.up(file) == way


def test_a_fragment_stays_with_its_words() -> None:
    alone = addresses.fragments(["Так і буде"])
    later = addresses.fragments(["Інше", "«Так  і буде»".strip("«»")])
    assert alone[0] == later[1]
    assert len(set(addresses.fragments(["раз", "раз", "раз"]))) == 3
