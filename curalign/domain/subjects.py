"""What subjects are called: one name for all that people write for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_ARTS = "English language arts"
_SOCIAL = "social studies"
_CALLED = {
    "mathematics": "algebra arithmetic calculus geometry math mathematics maths matematica matematicas precalculus"
    " statistics",
    _ARTS: "ela elar english lectura literacy reading rla slar writing",
    "computer science": "computer computing cs informatics programming",
    _SOCIAL: "ss",
    "science": "ciencia ciencias sci science sciences",
}
"""The first subject with a word of the name is meant: `computer science` comes before `science`."""
_JOINED = (
    (re.compile(r"\blang(?:uage)?\W+arts?\b"), "ela"),
    (re.compile(r"\bsoc(?:ial)?\W+(?:st|stud|studies|sci|sciences?)\b|\b(?:estudios|ciencias)\W+sociales\b"), "ss"),
    (re.compile(r"\bcomputer\W+sciences?\b"), "cs"),
    (re.compile(r"\bss\s+(?:will|can)\b"), "students"),
)
"""What several words say together, as one; `social science` is none of the sciences, and `Ss can` no social study."""
_ALL_OF = {"humanities": {_ARTS, _SOCIAL}, "stem": {"mathematics", "science"}, "steam": {"mathematics", "science"}}
_COURSES = {
    _SOCIAL: "civics economics geography government history",
    "science": "biology chemistry physics",
}
_OF_A_COURSE = frozenset(
    ("advanced", "american", "ap", "grade", "honors", "honours", "i", "ii", "unit", "units", "us", "usa", "world")
)
"""Words that may stand beside a course in the name of a folder or a sheet that holds nothing else."""
_STATED = re.compile(
    r"(?<![^\W_])(?:subjects?|subject areas?|content areas?|asignaturas?|materias?|[aá]rea acad[eé]mica)"
    r"\s*(?:\(s\)\s*)?[:|]\s*(?:\|\s*)?([^|:;.\n]{1,60})",
    re.IGNORECASE,
)  # what a template states: `Subject: Math | Week of: 10/5`
_PARTS = re.compile(r"[/>|]|\s-\s")
_WORDS = {subject: frozenset(words.split()) for subject, words in _CALLED.items()}


def subject_of(name: str) -> str:
    """`mathematics` for Math, Algebra I and math_lessons; another subject is called as it is, in small letters."""
    words = _words_of(name)
    return next((subject for subject, called in _WORDS.items() if words & called), " ".join(name.casefold().split()))


def subjects_named(text: str, known: Iterable[str]) -> frozenset[str]:
    """Those of the `known` subjects, called as `subject_of` calls them, that a path, a title or a heading names.

    A subject that is not among those with many names is named by half of its own words, and one whose courses have
    names of their own by a folder, a sheet or a heading that is called so: `US History`, `Biology`.
    """
    subjects = frozenset(known)
    words = _words_of(text)
    named = frozenset(subject for subject in subjects if subject and _is_named(words, subject))
    all_of = frozenset[str]().union(*(whole for word, whole in _ALL_OF.items() if word in words))
    return named | ((all_of | frozenset(_courses(text))) & subjects)


def subjects_stated(text: str, known: Iterable[str]) -> frozenset[str]:
    """Those of the `known` subjects that a template states: `Subject: Math`, `Content Area | Science`."""
    stated = " ".join(_STATED.findall(text))
    return subjects_named(stated, known) if stated else frozenset()


def _is_named(words: set[str], subject: str) -> bool:
    if subject in _WORDS:
        return not words.isdisjoint(_WORDS[subject])
    own = _words_of(subject)
    return bool(own) and 2 * len(own & words) >= len(own)


def _courses(text: str) -> Iterator[str]:
    """The subjects of parts of a path or of headings that are the name of a course and nothing else."""
    for part in _PARTS.split(text):
        words = _words_of(part) - _OF_A_COURSE
        yield from (subject for subject, names in _COURSES.items() if words and words <= set(names.split()))


def _words_of(text: str) -> set[str]:
    """The words of a text in small letters and without accents; those that belong together as one."""
    plain = text.casefold().replace("_", " ")
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    for words, one in _JOINED:
        plain = words.sub(one, plain)
    return set(re.findall(r"[a-z]+", plain))


def unknown_subjects(subjects: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The `subjects`, as they are written, that are not among `known` under any of their names: sorted, each once."""
    met = {subject_of(name) for name in known}
    return tuple(sorted({name for name in subjects if subject_of(name) not in met}))
