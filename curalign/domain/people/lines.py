"""Lines of documents that hold people: lists of names, labels before them, and fields of forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from curalign.domain.people.headed import announces, is_of_many, is_taught, notes_privately, notes_pupils
from curalign.domain.people.name_words import GIVEN, LISTS, TITLES, WORDS_TOO
from curalign.domain.people.names import (
    MAX_NAME_WORDS,
    NAME,
    is_famous,
    is_full_name,
    is_given,
    is_surely_a_name,
    like_a_name,
    plain_words,
)
from curalign.domain.people.text import Around, without_names
from curalign.domain.privacy import masked

_NUMBERING = re.compile(r"^[\s\u2022\u25cf*\u2013-]*(?:\d{1,3}[.)]?\s+)?")
_WHEN = re.compile(r"^\s*\d{1,2}[/:.]\d{1,2}(?:[/.-]\d{2,4}|\s?[ap]\.?m\.?)?\s*[-\u2013:]?\s+(?=\S)")
"""A date or a time before a name."""
_FIELDS = re.compile(r"\t+|\s{3,}|\s+[\u2013\u2014|-]\s+|\s*[;|:]\s*|_{2,}")
_LABEL = re.compile(r"\s*(?P<label>[^:.!?|]{2,50}):\s*(?P<rest>\S.*)", re.DOTALL)
_NAME_WORD = r"[^\W\d_][\w.'\u2019-]*"
_FIELD_OF_NAME = re.compile(
    rf"(?P<label>[^\W\d_][\w /()'\u2019-]{{1,40}}?):(?P<gap>\s*)(?P<name>{_NAME_WORD}(?:,?\s{_NAME_WORD}){{1,3}}?)"
    r"(?=\s*$|\s{2,}|\t|\s+[^\W\d_][\w/ ]{0,20}:)"
)
_BRACKETS = re.compile(r"\s*\([^)\d]*\)")
_LISTED = re.compile(r"\s*[,;\n]\s*(?:and\s+|y\s+)?|\s+(?:and|&|y)\s+")
_TRAILING_MARKS = re.compile(
    r"(?:(?:[\s,]+(?:\d[\d.,/%]*|[A-F][+-]|[xX\u2713\u2714]|\[(?:e-mail|phone)\]))+|\s?(?:\.{3,}|\u2026)\s?[\d\w./]{0,4})\s*$"
)
ADULTS = frozenset(
    str.split(
        """
        participant attendee teacher signature sign staff facilitator presenter instructor educator member coach
        participante asistente maestro maestra docente firma apellido nombre speaker leader volunteer initials
        mentor mentee principal observer parent guardian trainer evaluator counselor aide paraprofessional substitute
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
        note remark observation username user password login birthday guardian parent iep ell gender race
        group table team seat
        """
    )
)
_ONE_PERSON = re.compile(
    r"(?:teacher|instructor|facilitator|presenter|principal|observer|student|pupil|maestr[oa]|docente|alumn[oa]|coach)"
    r"(?:\(?s\)?|\(?es\)?)?(?: name)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LAST_OF_LABEL = re.compile(r"([^\W\d_]+):(?=\s)")
_NAME_ALONE = frozenset({"name", "names", "nombre"})
_OF_HEADS = frozenset(str.split("grade date school period subject week room class fecha grado escuela unit"))
_OF_FORMS = (ROLL | ADULTS | LISTS) - _NAME_ALONE - {"group"}
_OVER_MAIL = re.compile(r"[>\s]*(?:sent|subject|asunto|enviado|date|cc):\s", re.IGNORECASE)
_NEAR = 3  # lines
_INITIAL = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,}")
_LABEL_AND_NAMES = re.compile(rf"[^:.!?|]{{1,40}}:\s{_NAME_WORD}(?:(?:,\sand\s|,\s|\sand\s|\s&\s){_NAME_WORD})+\.?")
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
    known = sum(is_given(name) for name in names)
    is_list = len(names) > 1 and 2 * known > len(names) and all(like_a_name(name, False) for name in names)
    return names if is_list else ()


def in_lines(texts: Sequence[str], above: Sequence[str]) -> dict[int, Seen]:
    """What becomes of the lines that hold names, by their numbers; `above` is what stands over them."""
    content, forms = _kinds_of_forms(texts)
    seen = {
        at: what
        for at, text in enumerate(texts)
        if at not in content and (what := labelled(text, in_form=at in forms) or _fields_of(text))
    }
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
    left = [seen[at].text if at in seen else text for at, text in enumerate(texts)]
    seen.update(_named_in_lines(left, _around(texts, above)))
    return seen


def _named_in_lines(texts: Sequence[str | None], arounds: Sequence[Around]) -> dict[int, Seen]:
    """The lines with names in them. Two lines of a label and first names are a list, which neither would be alone."""
    lists = [bool(text and _LABEL_AND_NAMES.fullmatch(text) and _only_given(text)) for text in texts]
    found: dict[int, Seen] = {}
    for at, (text, around) in enumerate(zip(texts, arounds, strict=True)):
        follows = at - 1 in found or (lists[at] and any(lists[at + 1 : at + 2]))
        if text is not None and (what := named_within(text, replace(around, follows=follows))):
            found[at] = what
    return found


def _only_given(text: str) -> bool:
    names = _LISTED.split(text.partition(":")[2].strip(" ."))
    return len(names) > 1 and all(is_given(name) for name in names)


def named_within(text: str, around: Around) -> Seen | None:
    """What becomes of a line with names in it: what is left without them, where that says anything."""
    told = without_names(text, around)
    if told == text:
        return None
    says = _LETTERS.search(told.replace(NAME, ""))
    return Seen(told if says else None, max(1, told.count(NAME) - text.count(NAME)))


def _around(texts: Sequence[str], above: Sequence[str]) -> list[Around]:
    """What stands about each line: the heading, or a line above that heads short ones."""
    base = Around(
        pupils=any(map(notes_pupils, above)),
        private=any(map(notes_privately, above)),
        taught=any(map(is_taught, above)),
    )
    in_mail = any(_OVER_MAIL.match(text) for text in texts)
    found: list[Around] = []
    heads = False
    for at, text in enumerate(texts):
        mail = in_mail and any(_OVER_MAIL.match(near) for near in texts[max(0, at - _NEAR) : at + _NEAR + 1])
        before = texts[at - 1] if at else ""
        found.append(replace(base, pupils=base.pupils or heads, above=before, in_mail=mail))
        heads = notes_pupils(text) or (heads and len(text) <= _BEGINNING and not is_taught(text))
    return found


def _kinds_of_forms(texts: Sequence[str]) -> tuple[set[int], set[int]]:
    """The lines of what is taught, and those of a form's head.

    A field `Name` beside `Job` or `Born` is of somebody who is taught. `Teacher` beside `Grade` or `Date` is somebody.
    """
    labels = [frozenset(map(str.casefold, _LAST_OF_LABEL.findall(text[: 2 * _BEGINNING]))) for text in texts]
    content, forms = set[int](), set[int]()
    for at, own in enumerate(labels):
        near = frozenset[str]().union(*labels[max(0, at - 1) : at + 2]) - _NAME_ALONE if own else own
        if own & _NAME_ALONE and near and not any(header_words(label) & _OF_FORMS for label in near):
            content.add(at)
        if any(header_words(label) & _OF_HEADS for label in near):
            forms.add(at)
    return content, forms


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
    is_name = is_name and not is_famous(field["name"].strip(" ."))
    return f"{field['label']}:{field['gap']}{NAME}{end}" if is_name and announces(field["label"]) else field[0]


def tells(names: Sequence[str], *, announced: bool, least: int) -> bool:
    """Whether these are people: because they are announced as such, or because they are many and some are known."""
    famous = sum(map(is_famous, names))
    if famous and (not announced or 3 * famous >= len(names)):
        return False
    if announced:
        known = sum(not GIVEN.isdisjoint(plain_words(name)) for name in names)
        return len(names) >= FEW and (len(names) >= least or known > 0 or any("," in name for name in names))
    return len(names) >= least and 5 * sum(map(_begins_known, names)) >= 2 * len(names)


def _begins_known(name: str) -> bool:
    """Whether the given name is known, which stands first or after a comma or a title."""
    last, comma, first = name.partition(",")
    words = [word for word in plain_words(first if comma else last) if word not in TITLES]
    return not GIVEN.isdisjoint(words[:1]) or not TITLES.isdisjoint(plain_words(name)[:1])


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
    line = _WHEN.sub("", line, count=1)
    capitals = sum(word[:1].isupper() for word in _NUMBERING.sub("", line[:_BEGINNING]).split()[:3])
    if capitals < FEW or (len(line) > _BEGINNING and line.count(",") < SEVERAL):
        return []
    rest = _TRAILING_MARKS.sub("", _BRACKETS.sub("", masked(_NUMBERING.sub("", line))))
    if rest.count(",") == 1 and is_full_name(rest):
        return [rest]
    if given := given_names(rest):
        return list(given)
    fields = [field for field in _FIELDS.split(rest) if field.strip("_ .,")]
    if not fields or len(fields) > 8 or any(len(field.split()) > MAX_NAME_WORDS for field in fields[1:]):
        return []
    first = fields[0].strip(" ,_")
    each = [_NUMBERING.sub("", field).strip(" ,_") for field in fields]
    if len(each) > 1 and all(map(is_full_name, each)):
        return each
    words = first.split()
    begins = " ".join(words[:FEW])
    if len(words) > MAX_NAME_WORDS and is_surely_a_name(begins) and all(not word[0].islower() for word in words):
        return [begins]  # a school and a grade stand beside it
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


def labelled(text: str, *, in_form: bool = False) -> Seen | None:
    """`Participants: Ada Day, Ben Ito` is a list; `Teacher: Ms. Rivera` is made nameless, in a form `Teacher: Ito`."""
    match = _LABEL.fullmatch(text) if ":" in text[:60] and len(text) < 2000 else None
    if match is None or not announces(match["label"]):
        return None
    rest = _TRAILING_MARKS.sub("", masked(_BRACKETS.sub("", match["rest"])))
    names = [name for name in _LISTED.split(rest.rstrip(" .")) if name]
    if not names or any(map(is_famous, (match["rest"].strip(" ."), *names))):  # a blank to fill in, or who is taught
        return None
    says = not SAY_NAMES.isdisjoint(header_words(match["label"]))
    if (
        (in_form or "(s)" in match["label"])
        and _ONE_PERSON.fullmatch(match["label"].strip())
        and all(map(_is_last_name, names))
    ):
        return Seen(f"{match['label'].strip()}: {NAME}", len(names))
    if len(names) == 1:
        sure = not is_of_many(match["label"]) and (
            is_surely_a_name(names[0]) or (is_full_name(names[0]) and (says or bool(_INITIAL.match(names[0]))))
        )
        return Seen(f"{match['label'].strip()}: {NAME}", 1) if sure else None
    if not all(like_a_name(name, says) for name in names):
        first = is_surely_a_name(names[0])
        return Seen(f"{match['label'].strip()}: {match['rest'].replace(names[0], NAME, 1)}", 1) if first else None
    known = sum(map(_is_known, names))
    places = all(not WORDS_TOO.isdisjoint(plain_words(name)) for name in names)
    return Seen(None, len(names)) if 3 * known >= len(names) and not places else None


def _is_known(name: str) -> bool:
    words = plain_words(name)
    return not (GIVEN | TITLES).isdisjoint(words) or _INITIAL.match(name) is not None


def _is_last_name(text: str) -> bool:
    return text.istitle() and like_a_name(text, False) and len(text.split()) <= FEW
