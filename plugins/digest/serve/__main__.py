"""`python -m digest.serve`: build, serve, watch."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue

from rich.console import Console
from rich.text import Text
from watchfiles import Change, DefaultFilter, watch

from digest.serve.building import Builder, Outcome, news
from digest.serve.server import server
from digest.serve.state import State

WATCHED = ("seeds", "content", "theme", "plugins", "pelican.conf.py")
_console = Console()


class _Filter(DefaultFilter):
    """What people edit; not what programs leave beside it."""

    def __call__(self, change: Change, path: str) -> bool:
        """True for a change that may change the site."""
        return super().__call__(change, path) and not path.endswith((".part", ".pyc"))


def main() -> int:
    """Run until interrupted. 1 where the port is taken."""
    words = argparse.ArgumentParser(prog="python -m digest.serve", description=__doc__)
    words.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    words.add_argument("--project", type=Path, default=Path(), help="folder of pelican.conf.py (this one)")
    given = words.parse_args()
    project, output = given.project.resolve(), given.project.resolve() / "output"
    state = State()
    try:
        site = server(output, state, given.port)
    except OSError as error:
        _console.print(f"Port {given.port} cannot be used ({error.strerror}); choose another: --port 8001")
        return 1
    threading.Thread(target=site.serve_forever, daemon=True).start()
    _console.print(f"Serving on http://localhost:{given.port}/ — Ctrl+C to stop")
    builder, changed = Builder(project, output), SimpleQueue[set[Path]]()
    keeping = threading.Thread(target=_keep_built, args=(builder, changed, state), daemon=True)
    try:
        # The first bundle, an empty one, says that the watching has begun: from then on no change is lost.
        for paths in _changes(project):
            state.show(builder.pages(_entries(project, paths)))
            changed.put(paths)
            if not keeping.ident:
                keeping.start()
    except KeyboardInterrupt:
        _console.print("Stopped.")
    finally:
        site.shutdown()
        builder.end()
    return 0


def _changes(project: Path) -> Iterator[set[Path]]:
    """Each bundle of changes; the first may be empty."""
    paths = [(project / name).resolve() for name in WATCHED if (project / name).exists()]
    started = False
    for changes in watch(*paths, watch_filter=_Filter(), rust_timeout=200, yield_on_timeout=True):
        if changes or not started:
            yield {Path(path) for _, path in changes}
        started = True


def _entries(project: Path, paths: Iterable[Path]) -> list[str]:
    """The entries among changed files, by their names below the project."""
    folder = project / "content/entries"
    found = (path for path in paths if path.suffix == ".md" and path.is_relative_to(folder))
    return sorted(path.relative_to(project).as_posix() for path in found if path.is_file())


def _keep_built(builder: Builder, changed: SimpleQueue[set[Path]], state: State) -> None:
    """Build at the start and after every change, those made during a build too."""
    written: dict[Path, int] = {}  # by builds into `content/` themselves, which is no reason for another
    reason = "start"
    while True:
        if reason:
            state.begin()
            with _console.status(f"Building ({reason}) ..."):
                outcome = builder.build()
            written.update(outcome.written)
            state.tell(outcome)  # first the reader: a terminal may be slow, or stand still
            _tell(outcome)
        paths = changed.get()
        while not changed.empty():
            paths |= changed.get()
        reason = _named(news(paths, written))


def _named(paths: set[Path]) -> str:
    """The first of some files, and how many more."""
    names = sorted(path.name for path in paths)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _tell(outcome: Outcome) -> None:
    """Say in the terminal how it went."""
    if outcome.ok:
        count = f", {len(outcome.problems)} problem(s)" if outcome.problems else ""
        _console.print(f"Built in {outcome.seconds:.1f} s{count}.")
    else:
        _console.print(Text(outcome.printed), soft_wrap=True)
        _console.print("The build failed; the last good site stays.", style="red")
    for problem in outcome.problems if outcome.ok else ():
        _console.print(Text(problem["text"]), soft_wrap=True)


if __name__ == "__main__":
    raise SystemExit(main())
