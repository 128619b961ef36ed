"""How good the extraction is: the measured figures in the language of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from babel.numbers import get_decimal_symbol

from copydesk.score.figures import Measured, measured
from digest.presentation.phrases import N_
from digest.presentation.voice import voice

# The parts and figures that are measured, for the catalogues.
MESSAGES = (
    N_("quotations"),
    N_("span F1 at overlap 0.8"),
    N_("right speaker of those found, %"),
    N_("span and speaker, F1"),
    N_("attributed to a wrong speaker, %"),
    N_("cleaning of raw pages"),
    N_("characters, F1"),
    N_("documents at F1 0.98 or better"),
    N_("headline exact"),
    N_("stated day right"),
    N_("day wrong, all"),
    N_("outlet right"),
    N_("names, Russian news"),
    N_("names, Ukrainian news"),
    N_("exact F1"),
    N_("one actor over both languages"),
    N_("cross-language pairs, F1"),
    N_("same event or another"),
    N_("Russian pairs, accuracy"),
    N_("cost"),
    N_("CPU milliseconds for 1,000 characters, warm"),
    N_("CPU seconds until the first text is read"),
    N_("peak memory, MiB"),
)


@dataclass(frozen=True, slots=True)
class Quality:
    """The table: its language, title, note, the names of its columns, its rows."""

    lang: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Measured, ...]

    @property
    def parts(self) -> list[tuple[str, list[Measured]]]:
        """The rows under the part that they measure."""
        return [(part, list(rows)) for part, rows in groupby(self.rows, key=lambda row: row.part)]


def quality(lang: str) -> Quality:
    """The measured figures as a page in `lang` shows them."""
    said = voice(lang)
    _ = said.gettext
    point = get_decimal_symbol(said.locale)

    def written(figure: str) -> str:
        return re.sub(r"(?<=\d)\.(?=\d)", point, figure)

    return Quality(
        lang=said.lang,
        title=_("How good the extraction is"),
        note=_(
            "Measured on development texts with known answers; on texts never seen the figures will be lower."
        ),
        columns=(_("Part"), _("Measured as"), _("Figure"), _("Goal")),
        rows=tuple(Measured(_(r.part), _(r.name), written(r.figure), written(r.goal)) for r in measured()),
    )
