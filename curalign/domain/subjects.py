"""What subjects are called: one name for all that people write for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CALLED = {
    "mathematics": "algebra arithmetic calculus geometry math mathematics maths precalculus statistics",
    "English language arts": "ela ela-literacy english literacy reading writing",
    "computer science": "computer computing cs informatics programming",
    "science": "science sciences",
}
"""The first that has a word of a name is meant: `computer science` before `science`, and `social studies` is none."""
_WORDS = {subject: frozenset(words.split()) for subject, words in _CALLED.items()}


def subject_of(name: str) -> str:
    """`mathematics` for Math, Algebra I and math_lessons; another subject is called as it is, in small letters."""
    words = set(re.findall(r"[a-z]+", name.casefold()))
    if {"language", "arts"} <= words:
        return "English language arts"
    return next((subject for subject, called in _WORDS.items() if words & called), " ".join(name.casefold().split()))


def strangers_to(subjects: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Those of `subjects`, as they are written, that are none of `known` by whatever name: sorted, each once."""
    met = {subject_of(name) for name in known}
    return tuple(sorted({name for name in subjects if subject_of(name) not in met}))
