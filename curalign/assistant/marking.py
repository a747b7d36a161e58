"""What leaves for an assistant: words of documents stand in fields that say so, and no text is endless.

An assistant reads data and orders alike, so a document could give it orders. Every text is taken for a stranger's
unless its field is known to hold our own words, so that a field that is added later is marked as well.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from curalign.reporting.view.plain import printable
from curalign.wording.text import excerpt

QUOTED: Final = "quoted_"
"""What the names of fields begin with that hold words of documents, standards files, file names and people."""
MOST: Final = 1200
"""Characters of a text."""

_OURS: Final = frozenset(
    (
        *("format", "run", "curalign", "encoder", "judge", "settings", "warning", "error"),
        *("verdict", "strength", "role", "kind", "severity", "answer", "machine_answer", "round", "grades"),
        *("passage", "expires", "when_recorded", "searched_by", "what_this_means", "fields"),
    )
)
"""Fields whose texts curalign itself wrote, or that can only hold one of a few words."""
_TEXTS: Final = frozenset(
    (
        *("file", "place", "quote", "lesson", "when", "school", "subject", "title", "name", "owner", "reason", "note"),
        *("limits", "lacks", "subjects", "schools_named", "without_documents", "before", "after"),
    )
)
"""Fields of strangers' texts that may be empty, so that they have one name whether they are or not."""
_NAMES: Final = frozenset(("code", "id", "standard", "standard_id", "framework", "alternatives", "neighbours"))
"""Fields that name something, so that it can be asked for: out of standards files, and kept short."""
_MOST_OF_NAME: Final = 80
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN: Final = frozenset(("Cf", "Co", "Cn"))
"""Categories of characters that nobody sees, or that have no meaning: a model reads what is spelt with them."""


def mark(value: object) -> Any:
    """A value of JSON with every text cut to `MOST` characters, and marked where it may be a stranger's.

    Args:
        value: Mappings, lists, texts, numbers.

    Returns:
        The same under the same keys, but for texts of strangers: `place` becomes `quoted_place`, and `quote`
        `quoted_text`.

    """
    if isinstance(value, dict):
        return {_name(key, inner): _shortened(key, inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [mark(inner) for inner in value]
    return _seen(value, MOST) if isinstance(value, str) else value


def _name(key: str, value: object) -> str:
    is_quoted = key in _TEXTS or (_is_text(value) and key not in _OURS and key not in _NAMES)
    return QUOTED + ("text" if key == "quote" else key) if is_quoted else key


def _shortened(key: str, value: object) -> Any:
    if key in _NAMES and isinstance(value, str):
        return _seen(value, _MOST_OF_NAME)
    if key in _NAMES and isinstance(value, list | tuple) and _is_text(value):
        return [_seen(each, _MOST_OF_NAME) if isinstance(each, str) else mark(each) for each in value]
    return mark(value)


def _seen(text: str, most: int) -> str:
    """What a person would see of a text, at most so many characters: no hidden words reach the assistant alone."""
    if not text.isascii():
        text = "".join(c for c in _SELECTORS.sub("", text) if unicodedata.category(c) not in _UNSEEN)
    return excerpt(printable(text), most)


def _is_text(value: object) -> bool:
    """Whether it is a text, or holds some in a list."""
    return isinstance(value, str) or (isinstance(value, list | tuple) and any(isinstance(each, str) for each in value))
