"""Words as phrases of the vocabulary are compared: small letters, no accents, no plurals."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

Words = tuple[str, ...]

_SPANISH_PLURALS = ("ciones", "siones", "dades", "tudes", "iales", "ulares", "andares")
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"\b(pre|post)-?(?=assess|test|quiz)")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def words_of(text: str) -> Words:
    """Words in small letters, without accents and the s of a plural."""
    plain = text.casefold().replace("&", " and ")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = _JOINED.sub(r"\1 ", plain)
    return tuple(stem for word in _WORD.findall(plain) if (stem := _stem(word)))  # none of the s of `Today's`


def _stem(word: str) -> str:
    if word.endswith(_SPANISH_PLURALS):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word == "contents":  # a list of them, and no plural of `Content`
        return word
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def without_brackets(text: str) -> str:
    """A text without what stands in brackets: `Materials (per group)`."""
    return _BRACKETS.sub(" ", text)


@cache
def stems(names: frozenset[str]) -> frozenset[str]:
    """Words or phrases of the vocabulary as `words_of` gives them."""
    return frozenset(" ".join(words_of(name)) for name in names)
