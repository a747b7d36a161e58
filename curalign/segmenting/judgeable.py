"""Documents and texts about which nothing can be said, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from curalign import language
from curalign.domain.materials import Material, Passage, Role
from curalign.domain.problems import Problem
from curalign.segmenting.packing import count_words
from curalign.wording import Facts, Sentence, say

_MIN_WORDS = 15
_MIN_WORDS_ALONE = 4
"""A text that somebody asks about may be one line: a target, a heading. Two or three words tell no standard."""


def find_unjudgeable(
    materials: Iterable[Material], passages: Iterable[Passage], languages: Collection[str] = ("en",)
) -> tuple[Problem, ...]:
    """Find the documents that cannot be judged.

    Args:
        materials: The documents.
        passages: Their passages.
        languages: The languages that can be judged, by their codes.

    Returns:
        F303 for each document with too little text to judge, or in another language. A document that already has a
        problem of its own is not reported a second time for being short.

    """
    texts: dict[str, list[str]] = {}
    for passage in passages:
        if passage.role is not Role.BOILERPLATE:
            texts.setdefault(passage.material.path, []).append(passage.text)
    return tuple(
        problem
        for material in materials
        for problem in _problems(material, "\n".join(texts.get(material.path, ())), languages)
    )


def caveat_for(text: str, languages: Collection[str] = ("en",)) -> str:
    """Why little can be said of a text that stands alone.

    Args:
        text: One text, as somebody asks about it.
        languages: The languages that can be judged, by their codes.

    Returns:
        Half a sentence that begins with a verb, which can be told in every language; empty where nothing speaks against
        judging the text.

    """
    guess = language.guess_language(text)
    if guess and guess not in languages:
        return Sentence(sentence="caveat-language", language=partial(_language_name, guess))
    words = count_words(text)
    return Sentence(sentence="caveat-words", facts=Facts(words=words)) if words < _MIN_WORDS_ALONE else ""


def _language_name(code: str, spoken: str) -> str:
    return say("language-name", {"language": code}, spoken)


def _problems(material: Material, text: str, languages: Collection[str]) -> Iterator[Problem]:
    words = count_words(text)
    if words < _MIN_WORDS:
        if not material.problems:
            yield Problem("F303", material.path, trouble="too-little-text", facts=Facts(words=words))
        return
    guess = language.guess_language(text)
    if guess and guess not in languages:
        yield Problem("F303", material.path, trouble="other-language", facts=Facts(language=guess))
