"""What subjects are called: one name for all that people write for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ARTS = "English language arts"
_CALLED = {
    "mathematics": "algebra arithmetic calculus geometry math mathematics maths precalculus statistics",
    _ARTS: "ela ela-literacy english literacy reading writing",
    "computer science": "computer computing cs informatics programming",
    "science": "science sciences",
}
"""The first subject with a word of the name is meant: `computer science` comes before `science`."""
_STATED = re.compile(
    r"(?<![^\W_])(?:subjects?|subject areas?|content areas?|asignaturas?|materias?|[aá]rea acad[eé]mica)"
    r"\s*(?:\(s\)\s*)?[:|]\s*(?:\|\s*)?([^|:;.\n]{1,60})",
    re.IGNORECASE,
)  # what a template states: `Subject: Math | Week of: 10/5`
_WORDS = {subject: frozenset(words.split()) for subject, words in _CALLED.items()}


def subject_of(name: str) -> str:
    """`mathematics` for Math, Algebra I and math_lessons; another subject is called as it is, in small letters."""
    words = set(re.findall(r"[a-z]+", name.casefold()))
    if {"language", "arts"} <= words:
        return _ARTS
    return next((subject for subject, called in _WORDS.items() if words & called), " ".join(name.casefold().split()))


def subjects_named(text: str, known: Iterable[str]) -> frozenset[str]:
    """Those of the `known` subjects, called as `subject_of` calls them, that a path, a title or a heading names.

    A subject that is not among those with many names is named by half of its own words.
    """
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return frozenset(subject for subject in known if subject and _is_named(words, subject))


def subjects_stated(text: str, known: Iterable[str]) -> frozenset[str]:
    """Those of the `known` subjects that a template states: `Subject: Math`, `Content Area | Science`."""
    stated = " ".join(_STATED.findall(text))
    return subjects_named(stated, known) if stated else frozenset()


def _is_named(words: set[str], subject: str) -> bool:
    if subject == _ARTS and {"language", "arts"} <= words:
        return True
    if subject in _WORDS:
        return not words.isdisjoint(_WORDS[subject])
    own = set(re.findall(r"[a-z]+", subject))
    return bool(own) and 2 * len(own & words) >= len(own)


def unknown_subjects(subjects: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The `subjects`, as they are written, that are not among `known` under any of their names: sorted, each once."""
    met = {subject_of(name) for name in known}
    return tuple(sorted({name for name in subjects if subject_of(name) not in met}))
