"""Whether a text has the shape of a person's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from curalign.domain.people.name_words import FAMOUS, GIVEN, NO_NAMES, PARTICLES, TITLES, WORDS_TOO

NAME = "[name]"
"""What stands in the place of a name."""

CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0141\u015a\u017b\u010c\u0160\u017d"
WORD = rf"[{CAPITAL}][^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
INITIAL = rf"(?![IVX](?!\.)|I\.)[{CAPITAL}](?:\.|(?![\w'\u2019.]))"
"""A letter for a last name; of a king it is a number."""
TITLED = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sra?|Srta|Mtr[oa]|Lic)\.?"
HAS_TITLE = re.compile(rf"\b{TITLED}\s")
JOIN = r"(?:\s*(?:[,&/+]|;(?![^;:]{1,30}:))\s*(?:(?:and|y|&)\s)?|\s(?:and|y)\s)"
"""What stands between the names of a list; behind a semicolon may stand the next label."""

MAX_NAME_WORDS = 5
_LONGEST = 60  # characters
_LONGEST_CASELESS = 12
_SCHOOLS = (" ES", " MS", " HS", " JHS")

_NAME_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*\.?")
_NUMBERED = re.compile(r"(?<=[^\W\d_])\d{1,3}\b")
_NO_NAMES = NO_NAMES - PARTICLES
_AFTER_LAST = frozenset({"jr", "sr", "ii", "iii"})
_SURE = (GIVEN - NO_NAMES) | TITLES
"""What begins a name and hardly a title or a place."""


@lru_cache(maxsize=16384)
def plain_words(text: str) -> tuple[str, ...]:
    """Words in small letters without accents."""
    letters = text[:200].casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return tuple(re.findall(r"[a-z]+", letters.replace("sign-in", "signin").replace("sign in", "signin")))


@lru_cache(maxsize=16384)
def is_full_name(text: str) -> bool:
    """Whether a text is a person's given and last name by its shape: `Ada Day`, `Day, Ada`, `Ms. Rivera`.

    Args:
        text: A line, a cell or a part of one.

    Returns:
        Whether it has that shape; a title of two capitals may have it too.

    """
    if len(text) > _LONGEST or text.islower() or text.endswith(_SCHOOLS):
        return False
    return len([word for word in text.replace(",", " ").split() if word[:1].isupper()]) > 1 and like_a_name(text, False)


@lru_cache(maxsize=16384)
def like_a_name(text: str, lenient: bool, any_word: bool = False) -> bool:
    """Whether a text has the shape of a name.

    `lenient` lets it be in small letters, as people sign; `any_word` lets it be of words that mean something else.
    """
    if len(text) > _LONGEST or text.count(",") > 1:
        return False
    words = _NUMBERED.sub("", text).replace(",", ", ").replace(",", " ").split()
    if not 1 <= len(words) <= MAX_NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    plain = plain_words(text)
    if not any_word and not _begins_with_a_given_name(text, plain) and not _NO_NAMES.isdisjoint(plain):
        return False
    shaped = all(
        word[0].isupper() or word.casefold() in PARTICLES or (any_word and _is_caseless(word)) for word in words
    )
    return shaped or (lenient and len(words) <= 3 and all(word.islower() for word in words))


def _is_caseless(word: str) -> bool:
    """Whether a word is short and of a script without capitals, as Arabic and Chinese are."""
    return word.upper() == word.lower() and len(word) <= _LONGEST_CASELESS


def is_given(name: str) -> bool:
    """Whether a name begins with a known given name."""
    return not GIVEN.isdisjoint(plain_words(name)[:1])


def is_surely_given(name: str) -> bool:
    """The same, for a given name that means nothing else."""
    return is_given(name) and WORDS_TOO.isdisjoint(plain_words(name)[:1])


def is_surely_a_name(text: str) -> bool:
    """Whether a text that stands alone is a person's full name.

    Args:
        text: A whole line or cell.

    Returns:
        True where it has the shape of a name and holds a title or begins with a known given name.

    """
    words = plain_words(text)
    return is_full_name(text) and (not TITLES.isdisjoint(words) or not GIVEN.isdisjoint(words[:1]))


@lru_cache(maxsize=4096)
def is_famous(name: str) -> bool:
    """Whether a name is one that many lessons teach: of a president, a scientist, two of a tale (`Jack and Jill`)."""
    last, comma, first = name.partition(",")
    words = [word for word in plain_words(f"{first} {last}" if comma else name) if word not in _AFTER_LAST]
    return len(words) > 1 and f"{words[0]}-{words[-1]}" in FAMOUS


def _begins_with_a_given_name(text: str, plain: Sequence[str]) -> bool:
    """Whether a name is told by its first word, or by that after the comma: `Ada Day` and `Day, Ada` are no days."""
    first = plain_words(text.partition(",")[2])[:1] or plain[:1]
    return len(plain) > 1 and not _SURE.isdisjoint(first)
