"""What of a standard the passages that come nearest do not mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from curalign.empty_words import OF_MANY_STANDARDS

_EXAMPLES = re.compile(r"\([^()]*\)|\b(?:e\.g\.|i\.e\.|such as|for example)[^;.]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[;,:]|\.(?=\s|$)|\b(?:and|including|as well as)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAME = 4
"""Words that begin with the same so many letters are one word here: divide, division. A part is rather taken for
mentioned than for missing."""


def missing_parts(statement: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The parts of a statement of which no word stands in any of the texts.

    Parts end at commas, colons, semicolons, periods and "and"; examples are none. The first part says what the standard
    is about: where the texts do not mention it they are about something else, and nothing is said to be missing.

    Args:
        statement: A standard's statement.
        texts: What the passages that come nearest say.

    Returns:
        The parts as they stand in the statement, in its order.

    """
    parts = parts_mentioned(statement, texts)
    if not any(there for _, there in parts[:1]):
        return ()
    return tuple(part for part, there in parts if not there)


def parts_mentioned(statement: str, texts: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """The parts of a statement, each once and in its order, and whether a word of it stands in any of the texts.

    Args:
        statement: A standard's statement.
        texts: What the passages that come nearest say.

    Returns:
        Each part as it stands in the statement, but those that say nothing.

    """
    words_present = {word.lower() for text in texts for word in _WORD.findall(text)}
    parts = [(part.strip(), _stems(part)) for part in _BETWEEN.split(_EXAMPLES.sub(" ", statement))]
    found = {part: any(word.startswith(tuple(stems)) for word in words_present) for part, stems in parts if stems}
    return tuple(found.items())


def _stems(part: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(part))
    return {word[:_SAME] if len(word) > _SAME else word.rstrip("s") for word in words if word not in OF_MANY_STANDARDS}
