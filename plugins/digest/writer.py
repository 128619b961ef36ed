"""The last gate of what Pelican writes: pages get what templates expect, nothing leaves the output folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.writers import Writer

from digest import addresses
from digest.press.sheets import UnsafeNameError
from digest.rendering import facts


class DigestWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with the page's facts added to each template's context."""

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Render and write one page. UnsafeNameError where `name` is not a plain path below the output.

        What the press prints itself is left to it.
        """
        if not name or (context["digest_theme"] and _printed(kwargs)):
            return
        article = kwargs.get("article")
        if article is not None:
            kwargs = {"entry": context["digest_entries"].get(article.slug), **kwargs}
        told = facts(name, _kind(kwargs), context["tree"], context["trees"], kwargs, context)
        super().write_file(name, template, context, *args, **{**told, **kwargs})

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        """Pelican compares paths as text: `../output-evil` begins with `output`. We compare parts."""
        inside = Path(filename).relative_to(Path(self.output_path).absolute()).as_posix()
        if not addresses.is_contained(inside):
            raise UnsafeNameError(f"{inside!r} cannot be the name of a page")
        return super()._open_w(filename, encoding, override)


def _printed(given: dict[str, Any]) -> bool:
    return "article" in given or "page" in given or given.get("template_name") == "index"


def _kind(given: dict[str, Any]) -> str:
    if given.get("article") is not None:
        return "entry"
    page = given.get("page")
    if page is not None:
        return "about" if page.slug == "about" else "page"
    return "home" if given.get("template_name") == "index" else "page"
