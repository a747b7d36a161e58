"""Lines of documents that hold people: lists of names, labels before them, and fields of forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from curalign.domain.name_words import AROUND, GIVEN, INVENTED, LISTS, TITLES
from curalign.domain.names import MAX_NAME_WORDS, is_full_name, is_surely_a_name, like_a_name, plain_words
from curalign.domain.privacy import masked

NAME = "[name]"

_NUMBERING = re.compile(r"^[\s\u2022\u25cf*\u2013-]*(?:\d{1,3}[.)]?\s+)?")
_FIELDS = re.compile(r"\t+|\s{3,}|\s+[\u2013\u2014|-]\s+|\s*[;|:]\s*|_{2,}")
_LABEL = re.compile(r"\s*(?P<label>[^:.!?|]{2,50}):\s*(?P<rest>\S.*)", re.DOTALL)
_NAME_WORD = r"[^\W\d_][\w.'\u2019-]*"
_FIELD_OF_NAME = re.compile(
    rf"(?P<label>[^\W\d_][\w /()'\u2019-]{{1,40}}?):(?P<gap>\s*)(?P<name>{_NAME_WORD}(?:,?\s{_NAME_WORD}){{1,3}}?)"
    r"(?=\s*$|\s{2,}|\t|\s+[^\W\d_][\w/ ]{0,20}:)"
)
_BRACKETS = re.compile(r"\s*\([^)\d]*\)")
_LISTED = re.compile(r"\s*[,;\n]\s*(?:and\s+|y\s+)?|\s+(?:and|&|y)\s+")
_TRAILING_MARKS = re.compile(r"(?:[\s,]+(?:\d[\d.,/%]*|[A-F][+-]|[xX\u2713\u2714]|\[(?:e-mail|phone)\]))+\s*$")
ADULTS = frozenset(
    str.split(
        """
        participant attendee teacher signature sign staff facilitator presenter instructor educator member coach
        participante asistente maestro maestra docente firma apellido nombre speaker leader volunteer initials
        """
    )
)
SAY_NAMES = frozenset(
    str.split("name first last full signature sign firma nombre apellido lastfirst firstname lastname surname")
)
ROLL = frozenset(
    str.split(
        """
        school campus building grade signature sign email mail phone telephone cell id score points quiz test date
        present position room organization homeroom period absent mark total percent average level initials attendance
        time in out district department subject firma escuela grado correo telefono calificacion nota fecha comment
        note remark observation birthday guardian parent iep ell gender race
        """
    )
)
_SIGN_IN = re.compile(
    r"\bsign(?:ed)?[\s-]*(?:in|up|out)\b|\bclass\s+list\b|\bgrade\s*book\b|\bheat\s+map\b", re.IGNORECASE
)
FEW = 2
SEVERAL = 4
_MANY_LINES = 5
_BEGINNING = 150  # characters: a line of one person is no longer


@dataclass(frozen=True, slots=True)
class Seen:
    """What becomes of a block: None leaves it out, a text takes its place. `people` are counted."""

    text: str | None
    people: int


@lru_cache(maxsize=4096)
def header_words(cell: str) -> frozenset[str]:
    """The words of the name of a column, without the s of a plural."""
    return frozenset(word.removesuffix("s") for word in plain_words(cell))


@lru_cache(maxsize=16384)
def given_names(text: str) -> tuple[str, ...]:
    """The names in a text of several, which begin with known first names: `Ada, Ben D. and Chloe`; else none."""
    names = tuple(filter(None, _LISTED.split(text.strip(" ."))))
    known = sum(not GIVEN.isdisjoint(plain_words(name)[:1]) for name in names)
    is_list = len(names) > 1 and 2 * known > len(names) and all(like_a_name(name, False) for name in names)
    return names if is_list else ()


def in_lines(texts: Sequence[str], above: Sequence[str]) -> dict[int, Seen]:
    """What becomes of the lines that hold names, by their numbers; `above` is what stands over them."""
    seen = {at: what for at, text in enumerate(texts) if (what := labelled(text) or _fields_of(text))}
    names = [[] if at in seen else _names_of_lines(text) for at, text in enumerate(texts)]
    for is_list, stretch in groupby(range(len(texts)), key=lambda at: bool(names[at])):
        run = list(stretch)
        if not is_list:
            continue
        before = [*texts[max(0, run[0] - FEW) : run[0]], *above]
        announced = any(map(announces, before))
        every = [name for at in run for name in names[at] if announced or is_full_name(name)]
        if not any(map(is_taught, before)) and tells(every, announced=announced, least=_MANY_LINES):
            seen.update((at, Seen(None, len(names[at]))) for at in run)
            if run[0] and _names_columns(texts[run[0] - 1]):
                seen[run[0] - 1] = Seen(None, 0)
    return seen


def _names_columns(line: str) -> bool:
    """Whether a line is the header of a typed list: `Name    School    Email`."""
    words = header_words(line)
    return len(line) <= 100 and not SAY_NAMES.isdisjoint(words) and words <= SAY_NAMES | ROLL | ADULTS


def _fields_of(line: str) -> Seen | None:
    """A line of a form without the names in it: `Student: Ada Day   Grade: 2`."""
    if line.count(":") < FEW or len(line) > 2 * _BEGINNING:
        return None
    told = _FIELD_OF_NAME.sub(_nameless, line)
    return Seen(told, told.count(NAME) - line.count(NAME)) if told != line else None


def _nameless(field: re.Match[str]) -> str:
    says = not SAY_NAMES.isdisjoint(header_words(field["label"]))
    is_name = is_surely_a_name(field["name"]) or (says and is_full_name(field["name"]))
    end = "." if len(field["name"].split()[-1]) > FEW and field["name"].endswith(".") else ""
    return f"{field['label']}:{field['gap']}{NAME}{end}" if is_name and announces(field["label"]) else field[0]


def tells(names: Sequence[str], *, announced: bool, least: int) -> bool:
    """Whether these are people: because they are announced as such, or because they are many and some are known."""
    known = sum(not GIVEN.isdisjoint(plain_words(name)) for name in names)
    if announced:
        return len(names) >= FEW and (len(names) >= least or known > 0 or any("," in name for name in names))
    return len(names) >= least and 5 * known >= 2 * len(names)


def _names_of_lines(text: str) -> list[str]:
    """The names in a block that holds nothing but lines, or a row, of names with marks; none where it holds more."""
    if len(text) > 4000 or (not text[:1].strip() and not text.strip()):
        return []
    found = []
    for line in text.splitlines():
        if line.strip():
            names = _names_of_line(line)
            if not names:
                return []
            found.extend(names)
    return found


def _names_of_line(line: str) -> list[str]:
    capitals = sum(word[:1].isupper() for word in _NUMBERING.sub("", line[:_BEGINNING]).split()[:3])
    if capitals < FEW or (len(line) > _BEGINNING and line.count(",") < SEVERAL):
        return []
    rest = _TRAILING_MARKS.sub("", masked(_NUMBERING.sub("", line)))
    if given := given_names(rest):
        return list(given)
    fields = [field for field in _FIELDS.split(rest) if field.strip("_ .,")]
    if not fields or len(fields) > 8 or any(len(field.split()) > MAX_NAME_WORDS for field in fields[1:]):
        return []
    first = fields[0].strip(" ,_")
    if is_full_name(first):
        lowered = [word for field in fields[1:] for word in field.split() if word[0].islower()]
        return [] if len(lowered) > 1 else [first]
    several = [name.strip() for name in first.split(",")]
    if len(several) > 2 and len(fields) == 1 and all(map(is_full_name, several)):
        return several
    # A school or a grade after the name.
    if len(several) > 1 and is_full_name(several[0]) and not any(word[0].islower() for word in first.split()):
        return [several[0]] if len(first.split()) <= 8 else []
    return []


def labelled(text: str) -> Seen | None:
    """`Participants: Ada Day, Ben Ito` is a list, and `Teacher: Ms. Rivera` is made nameless."""
    match = _LABEL.fullmatch(text) if ":" in text[:60] and len(text) < 2000 else None
    if match is None or not announces(match["label"]):
        return None
    rest = _TRAILING_MARKS.sub("", masked(_BRACKETS.sub("", match["rest"])))
    names = [name for name in _LISTED.split(rest.rstrip(" .")) if name]
    says = not SAY_NAMES.isdisjoint(header_words(match["label"]))
    if len(names) == 1:
        sure = is_surely_a_name(names[0]) or (says and is_full_name(names[0]))
        return Seen(f"{match['label'].strip()}: {NAME}", 1) if sure else None
    if not all(like_a_name(name, says) for name in names):
        return None
    known = sum(not GIVEN.isdisjoint(plain_words(name)) or not TITLES.isdisjoint(plain_words(name)) for name in names)
    return Seen(None, len(names)) if 3 * known >= len(names) else None


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """Whether a heading, a label or a short row stands over a list of people."""
    if len(text) > 100 or not text.strip():
        return False
    if _SIGN_IN.search(text):
        return True
    words = plain_words(text)
    return not LISTS.isdisjoint(words) and LISTS.union(AROUND).issuperset(words)


@lru_cache(maxsize=4096)
def is_taught(text: str) -> bool:
    """Whether a heading says that the names are to be learned, as those of a story's characters."""
    return len(text) <= 100 and not INVENTED.isdisjoint(plain_words(text)) and not _SIGN_IN.search(text)
