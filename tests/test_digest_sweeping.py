"""When circular garbage is looked for: not while a build reads, again when pages are made."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest import sweeping
from digest.press import workers
from digest.press.facets import Facets


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The collector as it was, after each test."""
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_looked_for_while_a_build_reads() -> None:
    sweeping.rest()
    assert not gc.isenabled()


def test_pages_are_made_with_the_collector_at_work_on_what_is_new(tmp_path: Path) -> None:
    sweeping.rest()
    workers.share([], Facets({}, {}, str), tmp_path, 1)
    assert gc.isenabled() and gc.get_freeze_count() > 0


def test_the_next_pass_lets_go_of_what_the_last_one_kept() -> None:
    sweeping.resume()
    sweeping.rest()
    assert gc.get_freeze_count() == 0
