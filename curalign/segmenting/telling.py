"""What says nothing of what is taught: lines of who, where and when, and marks, pages and times beside a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Passage, Role
from curalign.domain.people import TITLES, is_full_name, is_surely_a_name
from curalign.empty_words import BESIDE_WHO_AND_WHEN, OF_FORMS, PLACES, SUBJECTS, TIMES
from curalign.segmenting.roles import opening_role, without_label

_MAX_BYLINE = 30  # words
_MAX_BYLINE_LENGTH = 1000  # characters, of which most may be spaces
_FEW = 8
"""Words up to which a text with one telling word among them says nothing; `the quotient of p and 3` is a task."""
_ANCHORS_BESIDE_A_NAME = 2
"""Parts of a line that say where or when, beside which two capitalised words are somebody's name."""
_LONG_WORD = 20  # letters; more are several words of a script without spaces
_PARTS = re.compile(
    r"\s*(?:[|\u00b7\u2022,;()\u2013\u2014\n]|\s[-/]\s|\band\b|&"
    r"|(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bgr)(?<!\b[a-z])[.:](?=\s|$))\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_INITIAL = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?")
_NAME = re.compile(r"\[name\]", re.IGNORECASE)
_CALCULATES = re.compile(r"\d\s*[+\u00d7\u00f7=<>\u221a^*\u2212]|[+\u00d7\u00f7=<>\u221a^*\u2212]\s*\d|\\\w")
_GOES_ON = frozenset(str.split("review continue continued finish catch"))
"""Words that say of an objective only that it is an old one."""
_DOES_SOMETHING = re.compile(r"\W*[a-z]{3,}\s+(?:an?\s+|the\s+|to\s+\d)", re.IGNORECASE)
_ANCHORS = TIMES | PLACES | SUBJECTS
_NOTHING = _ANCHORS | BESIDE_WHO_AND_WHEN | OF_FORMS


@lru_cache(maxsize=8192)
def is_byline(text: str) -> bool:
    """Whether a line names nothing but district, school, teacher, grade, subject, unit number and date.

    `Maple Valley School District | Unit 3 | Third Grade Science` does; `Grade 4 Math | Place Value` names a topic.

    Args:
        text: A paragraph, a list item or a row.

    Returns:
        True only where every word is understood.

    """
    if len(text) > _MAX_BYLINE_LENGTH:
        return False
    plain = _NAME.sub(" ", LIKE_A_CODE.sub(" ", text))
    if len(plain.split()) > _MAX_BYLINE or not plain.strip():
        return False
    parts = [part for part in _PARTS.split(plain) if _WORD.search(part)]
    anchors = sum(not _ANCHORS.isdisjoint(_words(part)) for part in parts)
    return anchors > 0 and all(_is_known(part) or _is_name(part, anchors) for part in parts)


def _is_known(part: str) -> bool:
    """Whether a part is all words of places and times, or has one of them beside what is capitalised."""
    unknown = [word for word in _WORD.findall(part) if not _is_neutral(word)]
    if not unknown:
        return True
    is_place = not _INSTITUTIONS.isdisjoint(_words(part))
    return is_place and all(word[:1].isupper() for word in unknown)


_INSTITUTIONS = frozenset(str.split("school schools district elementary middle academy isd usd county campus"))
"""Words whose neighbours are the name of a place."""


def _is_name(part: str, anchors: int) -> bool:
    name = part.strip(" .'")
    if _INITIAL.fullmatch(name) or is_surely_a_name(name):
        return True
    words = _WORD.findall(name)
    if words and words[0].casefold() in TITLES:
        return all(word[:1].isupper() or _is_neutral(word) for word in words[1:])
    return anchors >= _ANCHORS_BESIDE_A_NAME and is_full_name(name)


def _is_neutral(word: str) -> bool:
    plain = word.casefold().replace("\u2019", "'")
    return any(map(str.isdigit, plain)) or len(plain) == 1 or plain in _ANCHORS or plain in BESIDE_WHO_AND_WHEN


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def without_empty(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Passages of which what says nothing of what is taught is no evidence.

    A passage without words of its own, such as a byline, `Test | 40` or `pp. 12-15`, stands for the heading above it.
    Where that says something and nothing else stands under it, as in a plan that is a list of titles, it stays. For a
    document's title copied standards and plans are something else; for a lesson's they may be all that it has.

    Args:
        passages: Those of whole documents, one document after the other.

    Returns:
        As many passages, in the same order.

    """
    for _, group in groupby(passages, key=lambda passage: passage.material.path):
        yield from _of_one(list(group))


def _of_one(passages: Sequence[Passage]) -> Iterator[Passage]:
    empty = [
        passage.role.is_evidence and _is_empty(passage.text) and not _states_an_objective(passage)
        for passage in passages
    ]
    if not any(empty):
        yield from passages
        return
    told = {
        passage.headings[:n]
        for passage, nothing in zip(passages, empty, strict=True)
        if passage.role is not Role.BOILERPLATE and not nothing
        for n in range(len(passage.headings) + 1 if passage.role.is_evidence else 2)
    }
    for passage, nothing in zip(passages, empty, strict=True):
        yield replace(passage, role=_empty_role(passage)) if nothing and not _speaks(passage, told) else passage


def _empty_role(passage: Passage) -> Role:
    """What is no evidence still claims the codes in it and above it."""
    cites = any(LIKE_A_CODE.search(text) for text in (passage.text, *passage.headings))
    return Role.MENTION if cites else Role.BOILERPLATE


def _speaks(passage: Passage, told: set[tuple[str, ...]]) -> bool:
    """Whether a passage stands for a heading that says something and that has nothing else under it."""
    telling = [n for n, heading in enumerate(passage.headings, 1) if _telling_words(heading)]
    return bool(telling) and passage.headings[: telling[-1]] not in told and _WORD.search(passage.text) is not None


def _states_an_objective(passage: Passage) -> bool:
    """Whether an objective says what is learned in however few words: `I can name a pentagon`, and not `see below`.

    What has neither a label nor a beginning of objectives must name something to learn: `Use a ruler`, and no `Share`.
    """
    if passage.role is not Role.OBJECTIVE:
        return False
    said = without_label(passage.text)
    is_labelled = said != passage.text and len(said.split()) > 1 and " | " not in said
    opens = is_labelled or opening_role(said) is Role.OBJECTIVE or _DOES_SOMETHING.match(said)
    return bool(opens) and not _telling_words(said) <= _GOES_ON


@lru_cache(maxsize=8192)
def _is_empty(text: str) -> bool:
    if _CALCULATES.search(text):
        return False
    telling = _telling_words(text)
    return not telling or (len(telling) < 2 and len(text.split()) <= _FEW) or is_byline(text)


@lru_cache(maxsize=8192)
def _telling_words(text: str) -> frozenset[str]:
    """The different words of a text that may say what is taught; a long one counts twice, a sign of Chinese once."""
    words = {word.casefold().replace("\u2019", "'") for word in _WORD.findall(LIKE_A_CODE.sub(" ", text))}
    telling = {word for word in words if len(word) > 2 and not any(map(str.isdigit, word)) and word not in _NOTHING}
    signs = {sign for word in words if word.upper() == word.lower() and not word.isascii() for sign in word}
    return frozenset(telling | {f"{word} {word}" for word in telling if len(word) > _LONG_WORD} | signs)
