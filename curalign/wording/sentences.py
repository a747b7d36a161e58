"""A sentence that is a text and can still be said in another language, for what is told far from where it is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from curalign.wording.catalogue import ENGLISH, say
from curalign.wording.facts import NO_FACTS, Fact


class Sentence(str):
    """A sentence of the catalogue. As a text it is English."""

    _said: tuple[str, Mapping[str, Fact], Mapping[str, Callable[[str], str]]]

    def __new__(cls, sentence: str, facts: Mapping[str, Fact] = NO_FACTS, **parts: Callable[[str], str]) -> Sentence:
        """A sentence by its id and its facts; `parts` are facts that are told in a language themselves."""
        made = super().__new__(cls, _say(sentence, facts, parts, ENGLISH))
        made._said = sentence, facts, parts
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        sentence, facts, parts = self._said
        return _made, (sentence, facts, dict(parts))

    def told(self, language: str) -> str:
        """The sentence in a language, one of `LANGUAGES`."""
        return _say(*self._said, language)


def told(text: str, language: str) -> str:
    """A text in a language, where it is a sentence that can be said in another; else as it is.

    Args:
        text: A `Sentence`, or any text.
        language: The language to speak, one of `LANGUAGES`.

    Returns:
        The text to show.

    """
    return text.told(language) if isinstance(text, Sentence) else text


def _made(sentence: str, facts: Mapping[str, Fact], parts: Mapping[str, Callable[[str], str]]) -> Sentence:
    return Sentence(sentence, facts, **parts)


def _say(sentence: str, facts: Mapping[str, Fact], parts: Mapping[str, Callable[[str], str]], language: str) -> str:
    return say(sentence, {**facts, **{name: part(language) for name, part in parts.items()}}, language)
