"""What went wrong with one file, as a value: a broken file never stops a folder."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.wording import ENGLISH, NO_FACTS, Facts, say


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or judged.

    `code` is the finding that it becomes (F301 unreadable, F302 pages without text, F303 could not be judged);
    `file` is relative to the district's folder, `place` is a page or line where there is one. `passing` says that the
    machine or the moment made it, as a time-out: it may be gone at the next check, so a run that has one is no answer
    to take up.

    `trouble` is the id of its sentence in the catalogue and `facts` are what that names; `message` is then the
    sentence in English. A problem without a trouble says its `message` in every language.
    """

    code: str
    file: str
    message: str = ""
    place: str = ""
    passing: bool = False
    trouble: str = ""
    facts: Facts = NO_FACTS

    def __post_init__(self) -> None:
        if self.trouble:
            object.__setattr__(self, "facts", Facts(self.facts))  # from JSON they come as a plain mapping
            if not self.message:
                object.__setattr__(self, "message", say(self.trouble, self.facts))

    def message_in(self, language: str) -> str:
        """What went wrong, in one sentence of this language."""
        if not self.trouble or language == ENGLISH:
            return self.message
        return say(self.trouble, self.facts, language)
