"""The sheet on which people review without the page: its columns, and what may be chosen in them, in each language.

Columns and choices have one name in the program, and a title and words in each language: what is written in one can be
read back in any.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from curalign.domain.materials import Kind, Role
from curalign.domain.reviews import Answer
from curalign.wording import ENGLISH, LANGUAGES, say

COLUMNS: Final = (
    "standard",
    "statement",
    "kind",
    "file",
    "place",
    "quote",
    "machine",
    "answer",
    "strength",
    "stage",
    "depth",
    "challenge",
    "note",
    "reviewer",
    "standard_id",
    "passage_id",
)
"""In their order; the last two are hidden, and say what a row is about."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": tuple(map(str, Answer)),
    "strength": ("full", "partial", "none"),
    "stage": tuple(str(role) for role in Role if role.is_evidence),
    "depth": ("1", "2", "3", "4"),
}
"""What a reviewer may choose, by column."""

_TOLD: Final = {**CHOICES, "kind": tuple(map(str, Kind))}
"""The columns whose cells are words of our own."""


def sheet_name(language: str = ENGLISH) -> str:
    """What the sheet is called."""
    return say("sheet-name", {"sheet": "review"}, language)


def title_of(column: str, language: str) -> str:
    """What stands over one of `COLUMNS`."""
    return say("review-column", {"column": column}, language)


def word_for(column: str, choice: str, language: str) -> str:
    """What a cell shows for a choice, or for a kind of document; anything else as it is."""
    if choice not in _TOLD.get(column, ()):
        return choice
    return say("review-choice", {"column": column, "choice": choice}, language)


def is_sheet(name: str) -> bool:
    """Whether the sheet is called so in some language."""
    return _plain(name) in {_plain(sheet_name(language)) for language in LANGUAGES}


def column_called(title: str) -> str:
    """Which of `COLUMNS` a title is of, in whatever language; for any other title, that title."""
    return _by_title().get(_plain(title), _plain(title))


def choice_called(column: str, cell: str) -> str:
    """The choice that a cell of a column shows, in whatever language; what is none stays as it was written."""
    return _by_word().get((column, _plain(cell)), cell)


@cache
def _by_title() -> Mapping[str, str]:
    return {_plain(title_of(column, language)): column for language in LANGUAGES for column in COLUMNS}


@cache
def _by_word() -> Mapping[tuple[str, str], str]:
    return {
        (column, _plain(word_for(column, choice, language))): choice
        for language in LANGUAGES
        for column, choices in _TOLD.items()
        for choice in choices
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").split()).casefold()
