"""What went wrong with one file, as a value: a broken file never stops a folder."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from curalign.wording import ENGLISH, NO_FACTS, Facts, say_trouble, tell_place

PEOPLE = "people-left-out"
"""The trouble of a document from which lists of people were left out: it was judged all the same."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or judged, as facts; the catalogue has the words.

    Attributes:
        code: the finding that it becomes (F301 unreadable, F302 pages without text, F303 could not be judged).
        file: relative to the district's folder.
        trouble: the id of its sentence in the catalogue, of which the file is the subject.
        facts: what that sentence names. A `member` is the file inside the archive that `file` is.
        place: a page or line as it is noted, where there is one.
        passing: whether the machine or the moment made it, as a time-out: it may be gone at the next check, so a run
            that has one is not an answer to take up.

    """

    code: str
    file: str
    _: KW_ONLY
    trouble: str
    facts: Facts = NO_FACTS
    place: str = ""
    passing: bool = False

    @property
    def message(self) -> str:
        """What went wrong, in one English sentence."""
        return self.message_in(ENGLISH)

    def message_in(self, language: str) -> str:
        """What went wrong, in one sentence of this language."""
        return say_trouble(self.trouble, self.facts, language)

    def place_in(self, language: str) -> str:
        """The page or line in this language."""
        return tell_place(self.place, language)
