"""Fixtures for everybody: the invented newsroom, built once."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests import corpus
from tests.browsing import chromium
from tests.building import PUBLISHED, Built, build, newsroom

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
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented newsroom as a deploy builds it: its address is known. Read only."""
    project = newsroom(tmp_path_factory.mktemp("published") / "project")
    built = build(project, SITEURL=PUBLISHED, DIGEST_EXPLAIN="1")
    assert built.code == 0, built.printed
    return built


@pytest.fixture(scope="session")
def invented_corpus(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented corpus of 120 entries, built once a session. Read only."""
    project = tmp_path_factory.mktemp("corpus") / "project"
    corpus.write(project, 120)
    built = build(project)
    assert built.code == 0, built.printed
    return built


def _without_browser(reason: str) -> None:
    message = f"pages were not opened in a browser: {reason}; install Chromium (apt install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium. Where none can be had tests fail if `CI=true` and are skipped otherwise, saying so."""
    with sync_playwright() as playwright:
        launched = chromium(playwright)
        if launched is None:
            _without_browser("there is no Chromium on the path")
            return
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small invented corpus in Ukrainian with trees in English and Russian, built once. Read only."""
    project = tmp_path_factory.mktemp("trees") / "project"
    corpus.write(project, 12)
    built = build(project, DIGEST_TREES="en ru")
    assert built.code == 0, built.printed
    return built


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write expected files and generated docs anew"
    )
