"""The vocabulary as it is compared: phrases in words, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from curalign.domain.materials import Role
from curalign.segmenting.spelling import Words, stems, words_of
from curalign.segmenting.vocabulary import (
    COLUMN_PHRASES,
    FILLERS,
    FRAMEWORK_WORDS,
    ONLY_COLUMNS,
    PHRASES,
    SHORT_FOR,
    STATES,
    WHOLE_PHRASES,
)

_MAX_LABEL_WORDS = 10  # words
_STANDARDS = frozenset({"standard", "skill", "expectation", "sol", "framework"})


@cache
def phrases() -> dict[Words, Role]:
    """Phrases that stand in a heading, as `words_of` gives them."""
    return {words_of(phrase): role for role, found in PHRASES.items() for phrase in found}


@cache
def every() -> dict[Words, Role]:
    """The phrases, and those that must be the whole heading, as names of columns must."""
    columns = {
        words_of(phrase): role
        for role, found in COLUMN_PHRASES.items()
        for phrase in found
        if phrase not in ONLY_COLUMNS
    }
    whole = {words_of(phrase): role for role, found in WHOLE_PHRASES.items() for phrase in found}
    short = {words_of(name): phrases()[words_of(long)] for name, long in SHORT_FOR.items() if name not in ONLY_COLUMNS}
    letters = {words_of(name): Role.MENTION for name in FRAMEWORK_WORDS}
    return columns | short | letters | whole | phrases()


@cache
def only_columns() -> dict[Words, Role]:
    """Phrases that say nothing as a heading, but do as a column's name."""
    return {
        words_of(phrase): role for role, found in COLUMN_PHRASES.items() for phrase in found if phrase in ONLY_COLUMNS
    }


@cache
def longest_phrase() -> int:
    """Words of the longest of them."""
    return max(map(len, phrases()))


def are_fillers(words: Words) -> bool:
    """Whether words say nothing beside a phrase: `formative`, `daily`."""
    return stems(FILLERS).issuperset(words)


def spans_beside_fillers(words: Words) -> Iterator[Words]:
    """The parts of a heading beside which it has only fillers, the longest first."""
    if len(words) > _MAX_LABEL_WORDS:
        return
    telling = [i for i, word in enumerate(words) if word not in stems(FILLERS) and not word.isdigit()]
    first, last = (telling[0], telling[-1]) if telling else (len(words), -1)
    spans = ((i, j) for i in range(min(first + 1, len(words))) for j in range(max(last, i) + 1, len(words) + 1))
    yield from (words[i:j] for i, j in sorted(spans, key=lambda span: span[0] - span[1]))


def without_states(words: Words) -> Words:
    """The words without whose standards they are; where they name none, a state may be what is taught."""
    if _STANDARDS.isdisjoint(words):
        return words
    return tuple(word for word in words if word and word not in stems(STATES))
