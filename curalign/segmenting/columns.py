"""What the columns and rows of a table are called: roles, names of lessons and classes, days and weeks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Role
from curalign.segmenting.fields import field_of
from curalign.segmenting.roles import (
    CONTAINER,
    guessed_role,
    is_only_codes,
    only_opens,
    qualified_role,
    role_of_heading,
    whole_role,
)
from curalign.segmenting.spelling import Words, stems, without_brackets, words_of
from curalign.segmenting.vocabulary import (
    BESIDE_STANDARD,
    CLOCK_COLUMNS,
    COLUMN_PHRASES,
    FILLERS,
    FRAMEWORK_WORDS,
    NAME_COLUMNS,
    NAME_FILLERS,
    OTHER_STANDARDS,
    PACING_SUBJECTS,
    SCALE_STEPS,
    SHORT_FOR,
    STRONG,
    TOTALS,
    WEEKDAYS,
)

_MAX_WORDS = 8  # of what a column or a row is called
_MAX_PROMPT = 30  # words of a label with what a form asks for beside it
_SURE_OF_COLUMN = 0.8  # how sure the model must be of a column's name
_MAX_LENGTH = 100  # characters
_MAX_PERIOD_WORDS = 14
_MIN_LISTED_ROWS = 20  # rows
_CODE_CELL = 3  # words beside the code
_SEARCHED = 2000  # characters of a cell
_WORD = re.compile(r"[^\W_]+")
_ALTERNATIVES = re.compile(r"\s*(?:[/&,;:()+\[\]\u2013\u2014|]|\s-\s|\s(?:and|or|y|e|o)\s)\s*", re.IGNORECASE)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    "|septiembre|octubre|noviembre|diciembre"
)
_DATE = re.compile(
    rf"\W*(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:{_MONTHS})[a-z]*\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?)?|\d{{1,2}}[\s-](?:{_MONTHS})[a-z]*)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\W*(?:class|period|block|group|room|section|team|cohort|rotation|center|quarter|cycle|d[ií]a|semana|lecci[oó]n"
    r"|sesi[oó]n|grupo|clase|periodo|per[ií]odo|bloque)s?\W{0,3}(?:\d{1,3}|[A-Z])\b|(?:\d(?:st|nd|rd|th))\s+(?:period"
    r"|hour|block|class|quarter)\b|[A-F][\s-]day\b",
    re.IGNORECASE,
)

_PROMPTS = re.compile(r"\b(?:list|describe|briefly|include|identify|provide|indicate|specify|state)\b", re.IGNORECASE)
"""What a form tells who fills it in."""
_STATES = re.compile(r"\W*(?:full\s+)?(?:statement|description|text|wording)s?\W*", re.IGNORECASE)
_EXPLAINS_SIGNS = re.compile(r"\W*(?:legend|key|leyenda|clave)\s*[:=]", re.IGNORECASE)
_WEEKS = (
    (("m",), ("t", "tu"), ("w",), ("th", "r", "h"), ("f",)),
    (("l",), ("m", "ma"), ("m", "mi", "x"), ("j",), ("v",)),
)
"""Letters for the days of a week, in English and Spanish."""
DAY_LETTERS = frozenset(letter for week in _WEEKS for day in week for letter in day)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, and what that says: the role of its cells, or that they name what stands beside them.

    One that `is_beside` holds times or people, which say nothing about the others.
    """

    name: str
    role: Role | None = None
    is_name: bool = False
    is_beside: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the name says anything."""
        return self.is_name or self.role is not None


@lru_cache(maxsize=8192)
def column_of(name: str) -> Column:
    """What a column or row of this name holds: `Activity`, `Student Activities`, `Objetivo / Objective`, `Lesson #`."""
    if len(name) <= _MAX_LENGTH and only_opens(name):
        return Column(name, Role.OBJECTIVE)
    is_name = 0 < len(name) <= _MAX_LENGTH and len(name.split()) <= _MAX_WORDS
    return _called(name) if is_name else Column(name)


def _called(name: str) -> Column:
    words = _words(without_brackets(name))
    if words[-1:] == ("skill",) and "skills" in name.casefold():  # a `Skill` is one, and names what is practised
        return Column(name, Role.OBJECTIVE)
    if _names(words):
        return Column(name, is_name=True)
    if " ".join(words) in stems(CLOCK_COLUMNS):
        return Column(name, Role.NOTE, is_beside=True)
    if role := whole_role(name) or whole_role(" ".join(words)) or _phrases().get(words) or qualified_role(name):
        # What says nothing as a heading, such as `Contents`, is a name above cells.
        return Column(name, is_name=True) if role is Role.BOILERPLATE else Column(name, role)
    parts = [part for part in _ALTERNATIVES.split(name) if part.strip()]
    found = [whole_role(part) or _phrases().get(_words(part)) for part in parts] if len(parts) > 1 else []
    if None in found:  # `Fold, cut and check` is something to do: what is said of columns alone counts among its like
        found = [whole_role(part) for part in parts]
    roles = [role for role in found if role is not None]
    if roles:
        return Column(name, next((role for role in roles if role in STRONG), roles[0]))
    if _tells_standards(_words(name)):
        return Column(name, Role.MENTION)
    if len(parts) > 1 and any(_names(_words(part)) for part in parts):
        return Column(name, is_name=True)
    told = _without_subject(words)
    return replace(column_of(" ".join(told)), name=name) if told != words else Column(name)


def among_known(name: str) -> Column:
    """What a column holds whose neighbours are known: where no phrase tells it, the model of wordings may."""
    column = column_of(name)
    if name.endswith("?"):
        return replace(column, role=column.role or heard_role(name))
    if column.is_known or not name or len(name.split()) > _MAX_WORDS:
        return column
    role = guessed_role(name, _SURE_OF_COLUMN)
    return column if role is Role.TASK else replace(column, role=role)  # as what is not known is taken for one


def _without_subject(words: Words) -> Words:
    """The words behind the subject of `Math Target` and `Reading Standard`; all of them where nothing is behind it."""
    at = next((n for n, word in enumerate(words) if word not in stems(PACING_SUBJECTS)), 0)
    return words[at:]


def tells_standards(name: str) -> bool:
    """Whether a column is of standards, whatever else it is of: `Objectives/Standards`."""
    return any(_tells_standards(_words(part)) for part in (name, *_ALTERNATIVES.split(name)))


def _tells_standards(words: Words) -> bool:
    """Whether a column is of standards by one of its words: `Math Link (CCSS-M)`, `Description of Standard`.

    What is standard otherwise, as a `Standard Form` is, stands before what it describes.
    """
    if not stems(FRAMEWORK_WORDS).isdisjoint(words):
        return True
    at = [
        n
        for n, word in enumerate(words)
        if word in ("standard", "estandar") and (n == 0 or words[n - 1] not in SCALE_STEPS)
    ]
    is_end = any(n == len(words) - 1 or words[n + 1] in stems(BESIDE_STANDARD) or _is_done(words[n + 1]) for n in at)
    return is_end and stems(OTHER_STANDARDS).isdisjoint(words)


def with_standards_named(names: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Names of columns in which those of codes, and of statements beside them, are called standards.

    `Code | Statement | Activity` above rows of which the first cell is a code, and not `Code | In this unit`: it takes
    a column of what is taught beside them.

    Args:
        names: The cells of a row that may name columns.
        below: The rows below it.

    """
    texts = [[row[at] for row in below if at < len(row) and row[at]] for at in range(len(names))]
    is_taught = any(column_of(name).role in STRONG for name in names)
    coded = [
        bool(column) and all(map(is_only_codes, column)) and (is_taught or column_of(name).role is Role.MENTION)
        for name, column in zip(names, texts, strict=True)
    ]
    beside = [any(coded[max(at - 1, 0) : at + 2]) and bool(_STATES.fullmatch(name)) for at, name in enumerate(names)]
    return [
        f"Standard {name}" if (is_coded and not column_of(name).is_known) or says else name
        for name, is_coded, says in zip(names, coded, beside, strict=True)
    ]


def _is_done(word: str) -> bool:
    """Whether a word behind `Standards` says what was done with them: `attached`, `selected`."""
    return word.endswith("ed") and word not in ("based", "sized", "shaped")


def role_of_label(label: str) -> Role | None:
    """The role that a row's label gives: `Objective:`, `Exit Ticket (5 min)`; none of `Question: Why trade?`."""
    text = label.strip(" :*\u2022")
    return None if speaks_for_itself(text) else column_of(text).role


@lru_cache(maxsize=8192)
def heard_role(label: str) -> Role | None:
    """The role of what stands where labels do, as a heading of these words would have it, with what it asks beside it.

    `Look-fors`, `1c: Setting Instructional Outcomes` and `Objective: What will pupils be able to do?` are labels there.
    """
    bare = label.strip(" :*\u2022")
    if (role := role_of_label(label)) is not None or is_label(label):
        return role
    if is_period(bare) or is_only_codes(bare) or field_of(bare) is not None:
        return None
    asks = len(bare.split()) <= _MAX_PROMPT and (bare.endswith("?") or _PROMPTS.search(bare) is not None)
    is_short = len(bare.split()) <= _MAX_WORDS and not speaks_for_itself(bare)
    return role_of_heading(bare) if asks or is_short else None


def is_label(text: str) -> bool:
    """Whether a text is what a row is called rather than what it holds."""
    bare = text.strip(" :*\u2022")
    return column_of(bare).is_known and not speaks_for_itself(bare)


def speaks_for_itself(text: str) -> bool:
    """Whether a text holds a label and what it is the label of: `Essential question: Why trade?`.

    `Objective: (SWBAT)` and `Assessment: formative` are labels alone.
    """
    label, _, rest = text.partition(": ")
    words = [word for word in _words(rest) if word not in stems(FILLERS)]
    return bool(words) and column_of(label).role is not None and not column_of(rest).is_known


@lru_cache(maxsize=8192)
def is_period(name: str) -> bool:
    """Whether a name is a day, a week, a date or a class: `Monday 10/5`, `Day 2`, `Lesson 4: Halves`, `Period 3`."""
    text = name.strip()
    if not text or len(text.split()) > _MAX_PERIOD_WORDS or is_only_codes(text):
        return False
    if re.match(r"(?:week\s+of|semana\s+del?)\s.*\d", text, re.IGNORECASE):
        return True
    return is_weekday(text) or bool(_DATE.fullmatch(text) or _NUMBERED.match(text) or CONTAINER.match(text))


def are_days(names: Sequence[str]) -> bool:
    """Whether names are the letters of days, in their order: `M T W Th F`, `L M X J V`."""
    letters = [name.strip(" .:").casefold() for name in names]
    return len(letters) > 2 and any(
        all(letter in day for letter, day in zip(letters, week, strict=False)) and len(letters) <= len(week)
        for week in _WEEKS
    )


def is_weekday(name: str) -> bool:
    """Whether a name begins with a day of the week."""
    return " ".join(_words(name)[:1]) in stems(WEEKDAYS)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row adds up the others, or explains their signs: `Key: bold = priority`."""
    first = next((text for text in row if text), "")
    if _EXPLAINS_SIGNS.match(first):
        return True
    return " ".join(_words(first)[:1]) in stems(TOTALS) and len(first.split()) <= _MAX_WORDS


def lists_standards(rows: Sequence[str]) -> bool:
    """Whether the rows of a table list standards: a column has a code in nearly every row, hardly any of them twice.

    A plan of lessons comes back to its standards; a framework, or an inventory of it, names each once.
    """
    if len(rows) < _MIN_LISTED_ROWS:
        return False
    columns = zip_longest(*(row.split(" | ") for row in rows), fillvalue="")
    codes = ([code for cell in column if (code := _code_of(cell))] for column in columns)
    return any(10 * len(found) >= 9 * len(rows) and 20 * len(set(found)) >= 19 * len(found) for found in codes)


def _code_of(cell: str) -> str:
    """The code of a cell that holds one and next to nothing else."""
    code = LIKE_A_CODE.search(cell[:_SEARCHED]) if any(map(str.isdigit, cell)) else None
    return code[0] if code and len(_WORD.findall(cell[: code.start()] + cell[code.end() :])) <= _CODE_CELL else ""


@cache
def _phrases() -> dict[Words, Role]:
    return {words_of(phrase): role for role, phrases in COLUMN_PHRASES.items() for phrase in phrases}


def _names(words: Words) -> bool:
    telling = tuple(word for word in words if word not in stems(NAME_FILLERS))
    return " ".join(words) in stems(NAME_COLUMNS) or " ".join(telling) in stems(NAME_COLUMNS)


def _words(text: str) -> Words:
    return tuple(SHORT_FOR.get(word, word) for word in words_of(_unaccented(text)))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
