"""Who is who: the gazetteer of known actors, and linking of mentions over documents and languages."""

from copydesk.actors.gazetteer import Gazetteer, Match
from copydesk.actors.linker import Decision, Linker
from copydesk.actors.starter import starter

__all__ = ["Decision", "Gazetteer", "Linker", "Match", "starter"]
