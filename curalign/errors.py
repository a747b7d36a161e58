"""What a user can cause and mend. Each error is one sentence that names the place and says how to mend it."""

from __future__ import annotations

from curalign.wording import NO_FACTS, Facts, say_trouble


class CuralignError(Exception):
    """The root of every error that a user can mend; the command line prints it and exits with 2.

    `passing` says that the machine or the moment made it (a full memory, a file that somebody was writing): another
    try may go well, so it is not an answer to keep.
    """

    def __init__(self, *args: object, passing: bool = False) -> None:
        super().__init__(*args)
        self.passing = passing


class SettingsError(CuralignError):
    """`curalign.toml` or an option cannot be understood."""


class DistrictError(CuralignError):
    """The folder is not one that can be checked: missing, empty, or without standards."""


class FrameworkError(CuralignError):
    """A standards file cannot be read, or two of them contradict each other."""


class UnreadableError(CuralignError):
    """One file cannot be read; inside a folder this becomes a finding and the run goes on.

    `trouble` is the id of its sentence in the catalogue and `facts` are what that names; `file` is named before it,
    where whoever catches the error does not know which file it is.
    """

    def __init__(self, trouble: str, facts: Facts = NO_FACTS, file: str = "", *, passing: bool = False) -> None:
        super().__init__(trouble, facts, file, passing=passing)
        self.trouble, self.facts, self.file = trouble, facts, file

    def __str__(self) -> str:
        message = say_trouble(self.trouble, self.facts)
        return f"{self.file}: {message}" if self.file else message


class ModelError(CuralignError):
    """An encoder or a judge is missing, damaged, or does not fit the other."""


class RunError(CuralignError):
    """A saved run is missing, incomplete, or of a format that this version does not read."""


class QuestionError(CuralignError):
    """What is asked of a run names something that the run does not have."""


class LabelsError(CuralignError):
    """A file of labels cannot be read, or names none of the framework's standards."""
