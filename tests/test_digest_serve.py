"""The live preview: pages get a script on the way out, news of builds reach the browser."""

from __future__ import annotations

import http.client
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.serve.building import Outcome, news
from digest.serve.server import server, with_script
from digest.serve.state import State


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[int, State, Path]]:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(
        "<!doctype html><title>ї</title><body><p>ї</p></body>", encoding="utf-8"
    )
    (tmp_path / "404.html").write_text("<!doctype html><title>x</title><body>немає</body>", encoding="utf-8")
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    state = State()
    running = server(tmp_path, state, 0)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield running.server_port, state, tmp_path
    running.shutdown()
    running.server_close()
    thread.join()


def get(port: int, path: str, host: str = "localhost") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={"Host": f"{host}:{port}", "Connection": "close"})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_a_page_gets_the_script_and_its_file_does_not(live: tuple[int, State, Path]) -> None:
    port, _, folder = live
    status, page = get(port, "/a/")
    assert (status, page.count("/_live.js")) == (200, 1)
    assert "ї" in page
    assert "_live" not in (folder / "a/index.html").read_text(encoding="utf-8")


def test_other_files_are_as_built(live: tuple[int, State, Path]) -> None:
    assert get(live[0], "/style.css") == (200, "p {}")


def test_a_missing_page_is_the_sites_own(live: tuple[int, State, Path]) -> None:
    status, page = get(live[0], "/gone/deep/")
    assert status == 404
    assert "немає" in page


def test_nothing_above_the_site_is_served(live: tuple[int, State, Path]) -> None:
    port, _, folder = live
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/a/..%2f..%2fsecret.txt"):
        assert "secret" not in get(port, path)[1]


def test_a_page_of_another_host_reads_nothing(live: tuple[int, State, Path]) -> None:
    assert get(live[0], "/a/", host="evil.example")[0] == 403


def test_news_of_a_build_reach_an_open_page(live: tuple[int, State, Path]) -> None:
    port, state, _ = live
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/_live", headers={"Host": "localhost"})
    answer = connection.getresponse()
    state.tell(Outcome(ok=True))
    first = json.loads(answer.readline().decode().removeprefix("data: "))
    answer.readline()
    state.tell(Outcome(ok=False, problems=[{"text": "content/x.md:3: misspelt"}], printed="said"))
    second = json.loads(answer.readline().decode().removeprefix("data: "))
    answer.close()
    connection.close()
    assert (first["version"], first["ok"]) == (1, True)
    assert second == {"version": 1, "ok": False, "problems": ["content/x.md:3: misspelt"], "said": "said"}


def test_a_failed_build_does_not_reload_the_page() -> None:
    state = State()
    state.tell(Outcome(ok=True))
    state.tell(Outcome(ok=False, printed="x"))
    _, message = state.after(0, timeout=0)
    assert json.loads(message or "")["version"] == 1


def test_an_edited_page_is_shown_until_a_later_build_is_done(live: tuple[int, State, Path]) -> None:
    port, state, _ = live
    state.begin()
    state.show({"a/index.html": b"<body>edited"})
    assert "edited" in get(port, "/a/")[1]
    state.tell(Outcome(ok=True))  # of a build that had begun before the edit
    assert "edited" in get(port, "/a/")[1]
    state.begin()
    state.tell(Outcome(ok=True))
    assert "edited" not in get(port, "/a/")[1]


def test_an_edited_page_is_news_and_no_page_is_none() -> None:
    state = State()
    state.show({})
    assert state.after(0, timeout=0) == (0, None)
    state.show({"a/index.html": b"x"})
    _, message = state.after(0, timeout=0)
    assert json.loads(message or "")["version"] == 1


def test_the_script_stands_once_even_without_a_body() -> None:
    assert with_script(b"<p>x").count(b"_live.js") == 1
    assert with_script(b"<body>a</body></html>").endswith(b"</script></body></html>")


def test_what_a_build_wrote_is_no_reason_for_another(tmp_path: Path) -> None:
    entry, other = tmp_path / "content/entries/a.md", tmp_path / "content/b.md"
    entry.parent.mkdir(parents=True)
    for path in (entry, other):
        path.write_text("x", encoding="utf-8")
    written = {entry: entry.stat().st_mtime_ns}
    assert news([entry.parent, entry], written) == set()
    assert news([entry, other], written) == {other}
    os.utime(entry, ns=(1, 1))
    assert news([entry], written) == {entry}, "an editor saved it after the build"
    entry.unlink()
    assert news([entry], written) == {entry}
