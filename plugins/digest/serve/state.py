"""What the browser should know, shared between the builder and the open pages."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping

from digest.serve.building import Outcome


class State:
    """The latest outcome with a number that grows when there is something new to see."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._told = 0
        self._version = 0
        self._outcome = Outcome(ok=True)
        self._edited: dict[str, bytes] = {}
        self._awaited: set[str] = set()

    def begin(self) -> None:
        """A build begins: when it is done, it has all that is shown before it by now."""
        with self._changed:
            self._awaited = set(self._edited)

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Show these pages, by their files in the site, until a build that began later is done."""
        if pages:
            with self._changed:
                self._edited.update(pages)
                self._awaited -= pages.keys()
                self._version += 1
                self._told += 1
                self._changed.notify_all()

    def page(self, file: str) -> bytes | None:
        """The page that is shown before the built one; None where there is none."""
        return self._edited.get(file)

    def tell(self, outcome: Outcome) -> None:
        """Keep the outcome of a build and wake everybody who waits for one."""
        with self._changed:
            self._outcome = outcome
            for file in self._awaited:
                self._edited.pop(file, None)
            self._version += outcome.ok
            self._told += 1
            self._changed.notify_all()

    def after(self, told: int, timeout: float) -> tuple[int, str | None]:
        """The number of the latest outcome and its message, or None where `timeout` seconds brought none."""
        with self._changed:
            news = self._changed.wait_for(lambda: self._told > told, timeout)
            return self._told, self._message() if news else None

    def _message(self) -> str:
        """The state as one line of JSON."""
        outcome = self._outcome
        said = "" if outcome.ok else outcome.printed[-4000:]
        problems = [p["text"] for p in outcome.problems]
        return json.dumps({"version": self._version, "ok": outcome.ok, "problems": problems, "said": said})
