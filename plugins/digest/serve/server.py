"""Serves the built site on this machine, with a script in each page that reloads it. Files stay as built."""

from __future__ import annotations

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from digest.serve.state import State

SCRIPT = Path(__file__).with_name("live.js")
_TAG = b'<script src="/_live.js"></script>'
_WAITING = b"<!doctype html><html lang=en><title>Copydesk</title><body><p>Nothing is built yet."
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_BEAT = 15.0  # seconds between signs of life, so that closed pages are noticed


class Server(ThreadingHTTPServer):
    """The preview's server; ends with the program even while pages are open."""

    daemon_threads = True
    allow_reuse_address = True


def server(output: Path, state: State, port: int) -> Server:
    """A server for `output` on this machine alone. OSError where the port is taken."""
    return Server(("127.0.0.1", port), partial(Handler, state=state, directory=str(output)))


def with_script(page: bytes) -> bytes:
    """The page with the reloading script before the end of its body (or at its end)."""
    at = page.rfind(b"</body>")
    return page[:at] + _TAG + page[at:] if at >= 0 else page + _TAG


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, the script, and the stream of news about builds."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, state: State, **kwargs: Any) -> None:
        self._state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request; one for another host's name is a page elsewhere trying to read us."""
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in _LOCAL:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == "/_live":
            self._stream()
        elif self.path == "/_live.js":
            self._send(SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        else:
            super().do_GET()

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """The file asked for; pages get the script."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        if path.suffix == ".html" and path.is_file():
            edited = self._state.page(path.relative_to(self.directory).as_posix())
            return self._page(edited or path.read_bytes(), HTTPStatus.OK)
        if path.is_file() or path.is_dir():
            return super().send_head()
        missing = Path(self.directory) / "404.html"
        page = missing.read_bytes() if missing.is_file() else _WAITING
        return self._page(page, HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next build may change it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not news."""

    def _page(self, page: bytes, status: HTTPStatus) -> io.BytesIO:
        page = with_script(page)
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return io.BytesIO(page)

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        """Server-sent events: a message for each build, until the page is closed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told = 0
        try:
            while True:
                told, message = self._state.after(told, _BEAT)
                self.wfile.write(f"data: {message}\n\n".encode() if message else b": still here\n\n")
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return
