"""Proposals to files: new ones begun, known ones merged, each refusal reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copydesk import writer
from copydesk.convert.report import Report
from copydesk.convert.shelf import Filed, Shelf, stem
from copydesk.frontmatter import Actor, Document, Entry, Event, Part, load
from copydesk.merge import Proposal, begin, merge
from copydesk.messages import say
from copydesk.model import Offer, Problem
from copydesk.romanise import address


class Filing:
    """Writes below the project and tells the report. `entries`: the paths of all that there are.

    `dry`: nothing is written, only what differs is told.
    """

    def __init__(self, shelf: Shelf, report: Report, entries: Iterable[str], dry: bool = False) -> None:
        self.shelf, self.report, self.dry = shelf, report, dry
        self._taken = {stem(path).casefold() for path in entries}

    def page(
        self, path: str, proposal: Proposal, old: Document[Actor] | Document[Event] | None, model: type[Part]
    ) -> None:
        """Write the page of an actor or event, or merge the proposal under the one there is."""
        if old is None:
            self._put(path, begin(proposal), None)
        else:
            self._merged(path, proposal, model)

    def entry(self, name: str, filed: Filed | None, proposal: Proposal) -> None:
        """Write the entry of the seed `name`, or merge the proposal under the one it has."""
        if filed is None:
            self._begun(name, self._free(proposal), begin(proposal))
        elif self.shelf.document(filed.path, Entry):
            self._merged(filed.path, proposal, Entry)
        else:
            message = say("{path} was not read again: its entry has problems", path=f"seeds/{name}")
            fix = "run `copydesk check`, mend the entry, then convert"
            self.report.problems.append(Problem("entry", filed.path, message, fix))

    def _begun(self, name: str, path: str, text: str) -> None:
        """Write a new entry, if it is one that the build will take: else the seed is what is wrong."""
        document, problems = load(text, Entry, path)
        if document is None:
            said = say("the entry made of it would be refused ({wrong})", wrong=problems[0].message)
            fix = say("{fix}, or take the file out", fix=problems[0].fix)
            self.report.problems.append(Problem("seed", f"seeds/{name}", said, fix, line=1))
        else:
            self._put(path, text, None)

    def _merged(self, path: str, proposal: Proposal, model: type[Part]) -> None:
        raw = self.shelf.text(path)
        try:
            text, offers = merge(raw, proposal, model)
        except ValueError as error:
            self.report.problems.append(
                Problem("merge", path, error.args[0], "write the front matter one key a line")
            )
            return
        self.report.offers += [replace(offer, path=path, line=_line(raw, offer, model)) for offer in offers]
        if text == raw:
            self.report.unchanged += 1
        else:
            self._put(path, text, raw)

    def _put(self, path: str, text: str, before: str | None) -> None:
        if self.dry:
            return
        try:
            outcome = writer.write(self.shelf.project, path, text, before)
        except writer.RefusedError as error:
            self.report.problems.append(
                Problem("write", path, error.args[0], "look at the file, then convert again")
            )
        except OSError as error:
            reason = say("cannot be written: {reason}", reason=error.strerror)
            self.report.problems.append(Problem("write", path, reason, "check the disk and the permissions"))
        else:
            if outcome == "written":
                self.report.written.append(path)

    def _free(self, proposal: Proposal) -> str:
        """The path of a new entry: its name is its address, so no other entry may have it."""
        fields = proposal.fields
        day = str(fields.get("date") or "0000-00-00")
        folder = day[:4] if fields.get("date") else "undated"
        stem = f"{day}-{address(str(fields['title']), fields['lang'])}"
        count = 1
        while (free := stem if count == 1 else f"{stem}-{count}") in self._taken:
            count += 1
        self._taken.add(free)
        return f"content/entries/{folder}/{free}.md"


def _line(raw: str, offer: Offer, model: type[Part]) -> int:
    """The line of the editor's word in the file; 0 where it was taken out."""
    document, _ = load(raw, model)
    name, _, mark = offer.field.partition(" ")
    if document is None or offer.editor is None:
        return 0
    if name == "body":
        return document.body_line
    said = document.plain.get("quotations") or []
    at = next((number for number, q in enumerate(said) if mark and q["id"] == mark), None)
    return document.place(name, *([] if at is None else [at])).line
