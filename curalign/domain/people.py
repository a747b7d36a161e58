"""Lists of people in documents, as of who signed in, or of pupils and marks: they are not read, and are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby

from curalign.domain.materials import Block, Form, Section
from curalign.domain.name_words import AROUND, GIVEN, INVENTED, LISTS, TITLES
from curalign.domain.names import MAX_NAME_WORDS, is_full_name, is_surely_a_name, like_a_name, plain_words
from curalign.domain.privacy import holds_any, is_about_pupils, masked

NAME = "[name]"

_CELLS = re.compile(r"\s?\|\s?")
_NUMBERING = re.compile(r"^[\s\u2022\u25cf*\u2013-]*(?:\d{1,3}[.)]?\s+)?")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_FIELDS = re.compile(r"\t+|\s{3,}|\s+[\u2013\u2014|-]\s+|\s*[;|:]\s*|_{2,}")
_LABEL = re.compile(r"\s*(?P<label>[^:.!?|]{2,50}):\s*(?P<rest>\S.*)", re.DOTALL)
_LISTED = re.compile(r"\s*[,;\n]\s*(?:and\s+|y\s+)?|\s+(?:and|&|y)\s+")
_MARK = re.compile(r"[-+$(]*\d[\d.,:/]*[%)]?|[A-F][+-]?|[xXyYnNpP\u2713\u2714]|\[(?:e-mail|phone)\]|[-\u2013_. ]*")
_TRAILING_MARKS = re.compile(r"(?:[\s,]+(?:\d[\d.,/%]*|[A-F][+-]|[xX\u2713\u2714]|\[(?:e-mail|phone)\]))+\s*$")
_TELLING = (
    *("name", "student", "pupil", "learner", "teacher", "particip", "attend", "sign", "staff", "facilit", "presenter"),
    *("instructor", "educator", "member", "last", "first"),
    *("nombre", "apellid", "alumn", "estudiant", "maestr", "docente", "firma", "asisten"),
)
_ADULTS = frozenset(
    str.split(
        """
        participant attendee teacher signature sign staff facilitator presenter instructor educator member coach
        participante asistente maestro maestra docente firma apellido nombre speaker leader volunteer initials
        """
    )
)
_SAY_NAMES = frozenset(
    str.split("name first last full signature sign firma nombre apellido lastfirst firstname lastname surname")
)
_ROLL = frozenset(
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

_MAX_HEADER_WORDS = 6
_SENTENCE = 4  # words beside the names from which a row says something of its own
_FEW = 2
_SEVERAL = 4
_MANY_LINES = 5
_BEGINNING = 150  # characters: a line of one person is no longer
_ABOVE = 4  # rows in which a table is announced


@dataclass(frozen=True, slots=True)
class _Seen:
    """What becomes of a block: None leaves it out, a text takes its place. `people` are counted."""

    text: str | None
    people: int


def without_people(section: Section) -> tuple[Section, int]:
    """A section without lists of people, and with nobody's address or telephone number.

    A row that says something of its own stays, with `[name]` in the place of the name.

    Args:
        section: As a document has it.

    Returns:
        The section, and how many rows or lines with names were left out of it or made nameless.

    """
    seen = _look(section)
    blocks: list[Block] = []
    opens = False  # whether the row with which a table begins was left out
    for at, block in enumerate(section.blocks):
        what = seen.get(at)
        opens = block.form is Form.ROW and (opens or block.opens_table)
        if what is not None and what.text is None:
            continue
        text = masked(block.text if what is None else what.text or "")
        same = text == block.text and opens == block.opens_table
        blocks.append(block if same else replace(block, text=text, opens_table=opens))
        opens = False
    headings = tuple(map(masked, section.headings))
    if headings == section.headings and len(blocks) == len(section.blocks) and all(map(_same, blocks, section.blocks)):
        return section, 0
    return Section(headings, tuple(blocks)), sum(what.people for what in seen.values())


def _same(one: Block, other: Block) -> bool:
    return one is other


def _look(section: Section) -> dict[int, _Seen]:
    """What becomes of the blocks that hold names, by their numbers."""
    seen: dict[int, _Seen] = {}
    above = list(section.headings[-2:])
    start = 0
    opened = accumulate(block.opens_table for block in section.blocks)
    kinds = ((block.form is Form.ROW, number) for block, number in zip(section.blocks, opened, strict=True))
    for (is_table, _), numbered in groupby(zip(kinds, section.blocks, strict=True), key=lambda pair: pair[0]):
        stretch = [block for _, block in numbered]
        texts = [block.text for block in stretch]
        found = _in_table(texts, above) if is_table else _in_lines(texts, above)
        seen.update((start + at, what) for at, what in found.items())
        above = [*section.headings[-2:], *texts[-1:]]
        start += len(texts)
    return seen


# --- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    """Which columns of a table hold names, and which tell more of the same people."""

    names: tuple[int, ...]
    roll: frozenset[int]
    says_names: bool
    strong: bool
    has_company: bool


def _in_table(rows: Sequence[str], above: Sequence[str]) -> dict[int, _Seen]:
    cells = [_cells(row.strip()) for row in rows]
    taught = any(map(_is_taught, above))
    telling = _may_head(rows)
    headers = [(at, header) for at in telling if (header := _header(cells[at], rows[at]))]
    headers = [(at, header) for at, header in headers if header.strong or not taught]
    seen: dict[int, _Seen] = {}
    for n, (at, header) in enumerate(headers):
        end = headers[n + 1][0] if n + 1 < len(headers) else len(cells)
        seen.update(_under(header, at, cells, end))
    if not seen and not taught:
        seen = _unheaded(cells, above)
    forms = ((at, _form(cells[at])) for at in telling if at not in seen)
    return {**{at: what for at, what in forms if what}, **seen}


def _form(row: Sequence[str]) -> _Seen | None:
    """`Teacher | Ms. Rivera | Date | May 3` and `Teacher: Ms. Rivera | ...`, nameless."""
    cells = list(row)
    for at, cell in enumerate(row):
        if what := _labelled(cell):
            cells[at] = what.text or NAME
        elif at and _heads_names(row[at - 1]) and is_surely_a_name(cell):
            cells[at] = NAME
    changed = sum(before != after for before, after in zip(row, cells, strict=True))
    return _Seen(" | ".join(cells), changed) if changed else None


def _cells(row: str) -> list[str]:
    """The cells of a row; most rows have a space on both sides of every bar, and are parted much faster."""
    return row.split(" | ") if row.count("|") == row.count(" | ") else _CELLS.split(row)


def _may_head(rows: Sequence[str]) -> list[int]:
    """The rows that could be the header of a column of names, or a label before one: most rows of data could not."""
    small = [row[:2000].lower() for row in rows]
    whole = "\n".join(small)
    words = [word for word in _TELLING if word in whole]
    return [at for at, row in enumerate(small) if holds_any(row, words)] if words else []


@lru_cache(maxsize=4096)
def _header_words(cell: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in plain_words(cell))


def _header(row: Sequence[str], text: str) -> _Header | None:
    if len(text) > 300 or any(len(cell.split()) > _MAX_HEADER_WORDS for cell in row):
        return None
    names = tuple(at for at, cell in enumerate(row) if _heads_names(cell))
    if not names:
        return None
    words = [_header_words(cell) for cell in row]
    says = any(words[at] & _SAY_NAMES for at in names)
    if not says and any({"teacher"} >= words[at] for at in names) and any({"student"} >= words[at] for at in names):
        return None  # what the teacher does beside what the students do
    roll = frozenset(at for at, cell in enumerate(words) if at not in names and cell & _ROLL)
    only_name = all(words[at] <= {"name", "nombre"} for at in names)
    return _Header(names, roll, says, not only_name, bool(roll) or not only_name or len(row) == 1)


@lru_cache(maxsize=16384)
def _heads_names(cell: str) -> bool:
    if not cell or len(cell) > 60 or not holds_any(cell.lower(), _TELLING) or len(cell.split()) > _MAX_HEADER_WORDS:
        return False
    words = _header_words(cell)
    if words & {"id", "email", "number", "count", "date", "dob", "phone"}:
        return False
    if words & _ADULTS and words <= _ADULTS | _SAY_NAMES | {
        "s",
        "the",
        "of",
        "and",
        "in",
        "your",
        "y",
        "print",
        "printed",
        "please",
        "del",
        "de",
    }:
        return True
    return is_about_pupils(cell)


def _under(header: _Header, at: int, cells: Sequence[Sequence[str]], end: int) -> dict[int, _Seen]:
    """The rows under a header that hold names."""
    fitting: list[int] = []
    evidence = known = missed = 0
    for number in range(at + 1, end):
        names = [cells[number][column] for column in header.names if column < len(cells[number])]
        names = [name for name in names if name.strip("_ -")]
        if not names:
            continue
        if not all(like_a_name(name, header.says_names, header.strong and header.says_names) for name in names):
            missed += 1
            if missed > 2:
                break
            continue
        missed = 0
        fitting.append(number)
        words = [word for name in names for word in plain_words(name)]
        evidence += len(words) > 1 and like_a_name(" ".join(names), header.says_names)
        known += not GIVEN.isdisjoint(words) or any("," in name for name in names)
    enough = len(fitting) >= _FEW and (2 * evidence >= len(fitting) or 2 * known >= len(fitting) or header.says_names)
    if not enough or not (header.has_company or 3 * known >= len(fitting)):
        return {}
    between = range(fitting[0], fitting[-1] + 1)
    found = {number: _row(header, cells[number]) for number in between}
    if all(what.text is None for what in found.values()):
        found[at] = _Seen(None, 0)
    return found


def _row(header: _Header, cells: Sequence[str]) -> _Seen:
    beside = (cell for at, cell in enumerate(cells) if at not in header.names and at not in header.roll)
    if any(len(_WORDS.findall(cell)) >= _SENTENCE for cell in beside):
        kept = (NAME if at in header.names and cell.strip() else cell for at, cell in enumerate(cells))
        return _Seen(" | ".join(kept), 1)
    return _Seen(None, 1)


def _unheaded(cells: Sequence[Sequence[str]], above: Sequence[str]) -> dict[int, _Seen]:
    """Rows of a name and marks that no header announces."""
    found: dict[int, _Seen] = {}
    columns = [_name_column(row) for row in cells]
    for is_list, stretch in groupby(range(len(cells)), key=lambda at: columns[at] is not None):
        run = list(stretch)
        if not is_list:
            continue
        before = [*(" ".join(cells[at]) for at in range(max(0, run[0] - _ABOVE), run[0])), *above]
        names = [name for at in run for name in _names_of_row(cells[at], columns[at] or 0)]
        if any(map(_is_taught, before)):
            continue
        if _tells(names, announced=any(map(_announces, before)), least=_SEVERAL):
            found.update((at, _Seen(None, 1)) for at in run)
    return found


def _names_of_row(row: Sequence[str], column: int) -> list[str]:
    """The name of a row, or all that it holds where it holds nothing else, as a table of groups does."""
    said = [cell for cell in row if cell.strip()]
    return said if all(map(is_full_name, said)) else [row[column]]


def _name_column(row: Sequence[str]) -> int | None:
    """The column of a row's full name where there is nothing but marks beside it."""
    if not any(map(is_full_name, row[:4])) and any(map(str.strip, row[:4])):
        return None
    said = [at for at, cell in enumerate(row) if cell.strip()]
    if said and all(is_full_name(row[at]) for at in said):
        return said[0]
    if len(row) > 1 and not any(_MARK.fullmatch(cell.strip()) for cell in row):
        return None
    named = [at for at, cell in enumerate(row[:4]) if is_full_name(cell)]
    if not named or any(len(_WORDS.findall(cell)) >= _SENTENCE for at, cell in enumerate(row) if at != named[0]):
        return None
    return named[0]


# --- lines ------------------------------------------------------------------------------------------------------------


def _in_lines(texts: Sequence[str], above: Sequence[str]) -> dict[int, _Seen]:
    seen = {at: what for at, text in enumerate(texts) if (what := _labelled(text))}
    names = [[] if at in seen else _names_of_lines(text) for at, text in enumerate(texts)]
    for is_list, stretch in groupby(range(len(texts)), key=lambda at: bool(names[at])):
        run = list(stretch)
        if not is_list:
            continue
        before = [*texts[max(0, run[0] - _FEW) : run[0]], *above]
        every = [name for at in run for name in names[at]]
        announced = any(map(_announces, before))
        if not any(map(_is_taught, before)) and _tells(every, announced=announced, least=_MANY_LINES):
            seen.update((at, _Seen(None, len(names[at]))) for at in run)
    return seen


def _tells(names: Sequence[str], *, announced: bool, least: int) -> bool:
    """Whether these are people: because they are announced as such, or because they are many and some are known."""
    known = sum(not GIVEN.isdisjoint(plain_words(name)) for name in names)
    if announced:
        return len(names) >= _FEW and (len(names) >= least or known > 0 or any("," in name for name in names))
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
    if capitals < _FEW or (len(line) > _BEGINNING and line.count(",") < _SEVERAL):
        return []
    rest = _TRAILING_MARKS.sub("", masked(_NUMBERING.sub("", line)))
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


def _labelled(text: str) -> _Seen | None:
    """`Participants: Ada Day, Ben Ito` is a list, and `Teacher: Ms. Rivera` is made nameless."""
    match = _LABEL.fullmatch(text) if ":" in text[:60] and len(text) < 2000 else None
    if match is None or not _announces(match["label"]):
        return None
    names = [name for name in _LISTED.split(match["rest"].rstrip(" .")) if name]
    says = not _SAY_NAMES.isdisjoint(_header_words(match["label"]))
    if len(names) == 1:
        sure = is_surely_a_name(names[0]) or (says and is_full_name(names[0]))
        return _Seen(f"{match['label'].strip()}: {NAME}", 1) if sure else None
    if not all(like_a_name(name, says) for name in names):
        return None
    known = sum(not GIVEN.isdisjoint(plain_words(name)) or not TITLES.isdisjoint(plain_words(name)) for name in names)
    return _Seen(None, len(names)) if 3 * known >= len(names) else None


@lru_cache(maxsize=4096)
def _announces(text: str) -> bool:
    """Whether a heading, a label or a short row stands over a list of people."""
    if len(text) > 100 or not text.strip():
        return False
    if _SIGN_IN.search(text):
        return True
    words = plain_words(text)
    return not LISTS.isdisjoint(words) and LISTS.union(AROUND).issuperset(words)


@lru_cache(maxsize=4096)
def _is_taught(text: str) -> bool:
    """Whether a heading says that the names are to be learned, as those of a story's characters."""
    return len(text) <= 100 and not INVENTED.isdisjoint(plain_words(text)) and not _SIGN_IN.search(text)
