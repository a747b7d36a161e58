"""What a heading, a label or a short line says of the names below it: people, what is noted of pupils, or taught."""

from __future__ import annotations

import re
from functools import lru_cache

from curalign.domain.people.name_words import AROUND, CONTENT, GROUPING, INVENTED, LISTS, NOTING, NOTING_TESTS
from curalign.domain.people.names import plain_words

_SIGN_IN = re.compile(
    r"\bsign(?:ed)?[\s-]*(?:in|up|out)\b|\bclass\s+list\b|\bwho\s+(?:was\s+here|came|attended)\b|\bgrade\s*book\b"
    r"|\bheat\s+map\b",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a heading
_MOST_WORDS = 6
LONGEST_LABEL = 5  # words
_TESTED = frozenset(
    str.split("exit ticket quiz test student pupil assessment iready map dibel star class reading lexile")
)
_PRIVATE = frozenset(str.split("iep behavior behaviour anecdotal comment accommodation referral incident conducta"))
_TOGETHER = frozenset(str.split("group groups partner partners buddies record records levels"))
_LESSONS_TOO = frozenset(str.split("observation reflection speech running pull"))
"""Words that note something of pupils beside another only: alone they are what is taught."""
_OF_BOOKS = frozenset({"reading", "list"})
_OF_MANY = frozenset(str.split("group groups table tables team teams"))
_ON_PUPILS = frozenset(str.split("class classroom student pupil helper our my weekly daily"))

_BESIDE = frozenset(
    str.split(
        """
        family report card note schedule fluency phonic plan goal summary this next new year beginning end middle mid
        unit lesson chapter week month quarter semester trimester term fall winter spring summer nd rd th st ela math
        science social study spelling vocabulary word monday tuesday wednesday thursday friday january february march
        april may june july august september october november december first second third fourth fifth kindergarten
        """
    )
)
_OF_HEADINGS = AROUND | LISTS | NOTING | NOTING_TESTS | GROUPING | _TESTED | _TOGETHER | _ON_PUPILS | _PRIVATE | _BESIDE
"""Words of which a heading over what is noted of pupils consists."""


@lru_cache(maxsize=4096)
def notes_pupils(text: str) -> bool:
    """Whether a heading stands over what is noted of single pupils: `IEP notes`, `Class jobs`, `Quiz 3 results`."""
    words = _words_of_heading(text)
    if not words or (len(words) == 1 and not words.isdisjoint(_LESSONS_TOO)):
        return announces(text)
    tested = not words.isdisjoint(NOTING_TESTS) and not words.isdisjoint(_TESTED)
    jobs = "job" in words and not words.isdisjoint(_ON_PUPILS)
    return announces(text) or tested or jobs or not words.isdisjoint(NOTING)


@lru_cache(maxsize=4096)
def notes_privately(text: str) -> bool:
    """Whether it stands over sentences on single pupils: `IEP notes`, `Report card comments`."""
    words = _words_of_heading(text)
    # Conferences with writers are lessons.
    parents = not words.isdisjoint({"parent", "family"})
    return not words.isdisjoint(_PRIVATE) or (parents and not words.isdisjoint({"conference", "contact", "log"}))


def _words_of_heading(text: str) -> frozenset[str]:
    """The words, without the s of a plural, of what may head a list of pupils; none of anything else."""
    if len(text) > _LONGEST or text.count(".") > 1:
        return frozenset()
    words = plain_words(text)
    taught = INVENTED if _TOGETHER.intersection(words) else INVENTED | CONTENT
    if len(words) > _MOST_WORDS or not taught.isdisjoint(words):
        return frozenset()
    # A word of its own is what a lesson is about: `Animal behavior`, `Level of the sea`, `Running water`.
    if not all(word in _OF_HEADINGS or word.removesuffix("s") in _OF_HEADINGS for word in words):
        return frozenset()
    return frozenset(word if word.endswith("ss") else word.removesuffix("s") for word in words)


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """Whether a heading, a label or a short row stands over a list of people."""
    if len(text) > 100 or not text.strip():
        return False
    if _SIGN_IN.search(text):
        return True
    words = plain_words(text)
    if _OF_BOOKS.issubset(words):
        return False
    return not LISTS.isdisjoint(words) and LISTS.union(AROUND).issuperset(words)


def is_of_many(label: str) -> bool:
    """Whether a label names a group: one full name behind it is a book, or somebody of whom the group reads."""
    return not _OF_MANY.isdisjoint(plain_words(label))


@lru_cache(maxsize=4096)
def is_taught(text: str) -> bool:
    """Whether a heading says that the names are to be learned, as those of a story's characters."""
    return len(text) <= 100 and not INVENTED.isdisjoint(plain_words(text)) and not _SIGN_IN.search(text)


@lru_cache(maxsize=4096)
def groups_pupils(label: str) -> bool:
    """Whether a label stands before names of pupils who do something together: `Math groups`, `Reteach`, `504`."""
    words = plain_words(label)
    if len(words) > LONGEST_LABEL or names_content(label):
        return False
    return not GROUPING.isdisjoint(words) or label.strip() == "504"


@lru_cache(maxsize=4096)
def names_content(label: str) -> bool:
    """Whether a label stands before names that are taught: characters, authors, flowers, cities."""
    return not (INVENTED | CONTENT).isdisjoint(plain_words(label))
