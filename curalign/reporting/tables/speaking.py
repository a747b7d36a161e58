"""The words of a table in the language of its view."""

from __future__ import annotations

from collections.abc import Callable

from curalign.domain.filters import Filter
from curalign.wording import Fact, say

Say = Callable[..., str]
"""`say("table-file")`, or with facts as keywords: a sentence of the catalogue in one language."""


def speak(language: str) -> Say:
    """How to say something in a language.

    Args:
        language: One of `curalign.wording.LANGUAGES`.

    Returns:
        A function of a sentence's id and, as keywords, the facts that it names.

    """

    def said(sentence: str, /, **facts: Fact) -> str:
        return say(sentence, {name.replace("_", "-"): fact for name, fact in facts.items()}, language)

    return said


def scope_of(shown: Filter) -> str:
    """What a table was narrowed to, for machines, the same in every language; empty where it is of everything."""
    asked = (("grade", shown.grades), ("subject", shown.subjects), ("school", shown.schools))
    return "; ".join(f"{name}: {', '.join(names)}" for name, names in asked if names)
