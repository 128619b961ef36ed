"""Fixtures for everybody: the invented newsroom, built once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import corpus
from tests.building import Built, build, newsroom

# The same examples in every run, and no clock: a slow or shared machine is no failure.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The invented newsroom built once a session, in a folder whose name is hard on programs.

    Read only: a test that changes anything makes a newsroom of its own.
    """
    built = build(newsroom(tmp_path_factory.mktemp("збірка") / "Мій сайт"), DIGEST_EXPLAIN="1")
    assert built.code == 0, built.printed
    yield built


@pytest.fixture(scope="session")
def invented_corpus(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented corpus of 60 entries, built once a session. Read only."""
    project = tmp_path_factory.mktemp("corpus") / "project"
    corpus.write(project, 60)
    built = build(project)
    assert built.code == 0, built.printed
    return built


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write expected files and generated docs anew"
    )
