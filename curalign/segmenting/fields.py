"""Fields of a form's head: who, where, when, for which class, and what the lesson or unit is called.

`Teacher: Ms. Rivera` and `Duration: 45 minutes` say nothing of what is taught; `Lesson title: Halves` names what
follows.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Role
from curalign.segmenting.slots import names_time_or_class
from curalign.segmenting.spelling import without_brackets, words_of


class Field(Enum):
    """What a field of a form's head holds."""

    PERSON_OR_PLACE = auto()
    TIME_OR_CLASS = auto()
    NAME = auto()
    """What the lesson, unit or course is called."""
    HEAD = auto()
    """Fields together: `Lesson information`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


_PERSON_OR_PLACE = _words(
    """teacher instructor professor educator facilitator presenter trainer author designer developer observer evaluator
    supervisor mentor coach principal director candidate intern name signature school district institution campus
    building location room department office phone telephone email contact address docente maestro maestra profesor
    profesora directora nombre escuela colegio institucion plantel aula correo telefono direccion"""
)
_TIME_OR_CLASS = _words(
    """date time timing duration length period hour minute week day month quarter semester trimester term year grade
    level age class section block session size enrollment fecha duracion tiempo hora periodo semana dia mes trimestre
    semestre bimestre ciclo grado nivel edad grupo seccion turno timeframe jornada"""
)
_PARTS = {
    **dict.fromkeys(_words("unit module chapter course program unidad modulo capitulo curso programa"), 1),
    **dict.fromkeys(_words("topic theme tema"), 2),
    **dict.fromkeys(_words("lesson title subtitle leccion titulo"), 3),
}
"""What is named, and how deep it stands: a unit above its topics, these above its lessons."""
_HEAD = _words("information detail header data informacion datos")
_BESIDE = _words(
    """of the for a an and or in by your this on per number no total suggested estimated approximate recommended
    proposed expected anticipated required allotted allotment marking needed targeted designated code id s to be range
    band frame area subject student participant learner pupil primary cooperating lead team member general basic group
    de la el del y o los las generales informativos aproximada estimada escolar educativa numero num cantidad clase
    classroom series"""
)
_BEFORE_NAMES = _words("plan first last full project")
_NO_FIRST = frozenset(("in", "for", "to", "and", "or", "by", "on", "per"))
_TAUGHT = frozenset({("number", "of", "the", "day"), ("content",)})
"""What would be a field by its words, and is a routine or what is taught."""
_MADE = _words("taught submitted prepared created written designed developed")
"""What somebody did with a plan, before `by`."""
_SUBJECTS = _words("subject discipline content materia asignatura")
"""A document's subject is read from these: they stay notes (`domain/subjects.py`)."""

_MAX_LABEL_WORDS = 8
_MAX_NAME_WORDS = 8
_MAX_NEXT_LABEL = 3  # words of a label that stands behind a value
_MAX_LINE = 300  # characters
_NUMBERING = re.compile(r"\s*(?:\d+(?:\.\d+)*[.):]+|\d+(?:\.\d+)+|[ivxIVX]+[.)]|[A-Za-z][.)])\s+")
_SEVERAL_NAMES = re.compile(
    r"(?:unit|module|chapter|course|program|topic|theme|lesson|title|tema|unidade|leccione)s\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\W*(?:grades)\W*", re.IGNORECASE)
"""What is a list rather than one name, and marks; `Grade(s)` is a field."""
_SET_IN = re.compile(r"\s*\[([^\[\]]+)\]\s*:?\s*\Z")
"""A label in brackets, as templates set what is to be filled in: `[Grade Level(s)]`."""
_BLANK = re.compile(r"[_\u2026#*]+|\.{3,}")
_MASKED = re.compile(r"\[(?:name|e-mail|phone)\]")
"""What stands for somebody who is not quoted."""
_CELLS = re.compile(r"(?<!\S)\|(?!\S)|\t")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_SEPARATOR = re.compile(rf"{_COLON.pattern}|{_CELLS.pattern}")
_NAME_WORD = re.compile(r"[\w@.'\u2019-]+")
_IN_NAMES = frozenset(("and", "of", "the", "de", "la", "del", "y", "name", "address", "number", "phone", "email"))
_SENTENCE = re.compile(r"[a-z]{3,}[.!?](?:\s|$)")


@lru_cache(maxsize=8192)
def field_of(label: str) -> Field | None:
    """What a heading or label names that is a field of a form's head: `Teacher:`, `Grade level(s)`, `Week of ____`.

    Args:
        label: A heading, a line or a cell, without the value.

    Returns:
        What the field holds; None for any other text.

    """
    bare = _NUMBERING.sub("", _SET_IN.sub(r"\1", label), count=1)
    text = _BLANK.sub(" ", without_brackets(bare))
    words = words_of(text)
    if not 0 < len(words) <= _MAX_LABEL_WORDS or words in _TAUGHT or any(map(str.isdigit, text)):
        return None
    is_several = _is_several(text) and not _BLANK.search(label)
    if words[0] in _NO_FIRST or is_several or not _is_known(words):
        return None
    if words[-1] == "by" and not _MADE.isdisjoint(words):
        return Field.PERSON_OR_PLACE
    if not _HEAD.isdisjoint(words):
        return Field.HEAD if len(words) > 1 else None
    if not _PERSON_OR_PLACE.isdisjoint(words) and not _names_a_part(words):
        return Field.PERSON_OR_PLACE
    if not _TIME_OR_CLASS.isdisjoint(words):
        return Field.TIME_OR_CLASS
    if not _PARTS.keys().isdisjoint(words):
        return Field.NAME
    if not _SUBJECTS.isdisjoint(words):
        return Field.NAME
    return Field.TIME_OR_CLASS if words[:2] == ("number", "of") else None


def _is_several(text: str) -> bool:
    return _SEVERAL.fullmatch(text) is not None or _SEVERAL_NAMES.search(text) is not None


def _is_known(words: tuple[str, ...]) -> bool:
    known = _PERSON_OR_PLACE | _TIME_OR_CLASS | _PARTS.keys() | _HEAD | _BESIDE | _SUBJECTS | _MADE
    return (known | _BEFORE_NAMES if words[-1] in ("name", "title") else known).issuperset(words)


def _names_a_part(words: tuple[str, ...]) -> bool:
    """Whether it is a lesson's or unit's name: `Lesson name`, `Name of unit`, `Nombre de la unidad`."""
    return not _PARTS.keys().isdisjoint(words) and not {"name", "nombre"}.isdisjoint(words)


def is_field(label: str) -> bool:
    """Whether a heading or label is a field of a form's head."""
    return field_of(label) is not None


@lru_cache(maxsize=8192)
def role_of_fields(text: str) -> Role | None:
    """What a line or row is that holds nothing but fields of who, where, when and for which class, with their values.

    It is no evidence, but a code in it is cited.

    Args:
        text: `Teacher: Ms. Rivera  Grade: 4`, or the row `Date | 9/3 | Duration | 45 minutes`.

    Returns:
        Boilerplate, or a mention; None for any other text.

    """
    if len(text) > _MAX_LINE or not _SEPARATOR.search(text):
        return None
    waiting: Field | None = None
    for cell in filter(None, map(str.strip, _CELLS.split(text))):
        is_label = field_of(cell) is not None
        if waiting is not None and not is_label and _is_value(cell, waiting):
            waiting = None
            continue
        is_known, below = _read(cell)
        if not is_known or (waiting is not None and is_label and not _COLON.search(cell)):  # names of columns
            return None
        waiting = below
    return Role.MENTION if LIKE_A_CODE.search(text) else Role.BOILERPLATE


def _read(cell: str) -> tuple[bool, Field | None]:
    """Whether a cell is fields, `Teacher: Ms. Rivera  Date:`, and which of them waits for its value."""
    label, *rest = _COLON.split(cell)
    kind = field_of(label)
    for at, part in enumerate(rest, 1):
        value, below = (part.strip(), None) if at == len(rest) else _value_and_label(part)
        if kind is None or not _is_value(value, kind) or (below is None and at < len(rest)):
            return False, None
        if at == len(rest):
            return True, None if _BLANK.sub("", value) else kind
        kind = below
    return kind not in (None, Field.NAME), kind


def _value_and_label(text: str) -> tuple[str, Field | None]:
    """A value and the label behind it: `Ms. Rivera  Date`."""
    words = text.split()
    for n in range(max(len(words) - _MAX_NEXT_LABEL, 0), len(words)):
        if (kind := field_of(" ".join(words[n:]))) is not None:
            return " ".join(words[:n]), kind
    return text, None


def _is_value(text: str, kind: Field) -> bool:
    """Whether a text may be the value of a field: nothing but a time or a class, or but names of people and places.

    `Time: Tell time to the minute` is a task.
    """
    plain = _MASKED.sub("", _BLANK.sub("", text)).strip()
    if not plain:
        return True
    if kind is Field.TIME_OR_CLASS:
        return names_time_or_class(plain)
    words = _NAME_WORD.findall(plain)
    return kind is Field.PERSON_OR_PLACE and len(words) <= _MAX_NAME_WORDS and all(_is_of_a_name(w) for w in words)


def _is_of_a_name(word: str) -> bool:
    return not word[:1].islower() or word in _IN_NAMES or any(map(str.isdigit, word))


def names_a_part(text: str) -> int:
    """How deep a line stands that names what follows: 1 for `Unit title: Plants`, 3 for `Lesson: Roots`, 0 for others.

    Args:
        text: A line with its label and its value.

    """
    parts = _SEPARATOR.split(text, maxsplit=1)
    if len(parts) < 2 or field_of(parts[0]) is not Field.NAME or not any(map(str.isalpha, _BLANK.sub("", parts[1]))):
        return 0
    words = words_of(parts[0])
    if not _SUBJECTS.isdisjoint(words) or _SEPARATOR.search(parts[1]) or _SENTENCE.search(parts[1]):
        return 0
    return min(_PARTS[word] for word in words if word in _PARTS)
