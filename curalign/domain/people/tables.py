"""Tables of people: who signed in, pupils and their marks, groups and seats, and rows that name somebody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from curalign.domain.people.across import MARK, across
from curalign.domain.people.headed import announces, is_taught, notes_privately, notes_pupils
from curalign.domain.people.lines import (
    ADULTS,
    FEW,
    ROLL,
    SAY_NAMES,
    SEVERAL,
    Seen,
    given_names,
    header_words,
    labelled,
    tells,
)
from curalign.domain.people.name_words import GIVEN, TITLES
from curalign.domain.people.names import NAME, is_famous, is_full_name, is_surely_a_name, like_a_name, plain_words
from curalign.domain.people.text import Around, again, without_names
from curalign.domain.privacy import EMAIL, PHONE, holds_any, is_about_pupils

_CELLS = re.compile(r"\s?\|\s?")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_CALLED = re.compile(r"\s*[(\"\u201c][^()\"\u201c\u201d]{1,20}[)\"\u201d]")
_GRADE = re.compile(r"(?:(?:grade|gr\.?|room|rm\.?)\s?)?(?:[KP]|Pre-?K|\d{1,3}[A-Za-z]{0,2})", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?\s?){2,3}")
_TELLING = (
    *("name", "student", "pupil", "learner", "teacher", "particip", "attend", "sign", "staff", "facilit", "presenter"),
    *("instructor", "educator", "member", "last", "first", "mentor", "mentee", "principal", "observ", "coach"),
    *("parent", "guardian", "nom", "prénom", "prenom", "vorname", "nachname", "alun", "scholar", "kid"),
    *("child", "élève", "eleve", "schüler"),
    *("nombre", "apellid", "alumn", "estudiant", "maestr", "docente", "firma", "asisten"),
)
_TASKS = re.compile(
    r"\b(?:(?:bar|picture) graph|pictograph|line plot|tally chart|how (?:many|much)"
    r"|use the (?:table|data|chart|schedule)\b"
    r"|(?:find|calculate|compute|compare|graph|plot|solve|(?:write|simplify) (?:the|a|an|each))\b)",
    re.IGNORECASE,
)
"""What is to be done with a table whose names are those of a story problem."""
_MAX_HEADER_WORDS = 6
_SENTENCE = 4  # words beside the names from which a row says something of its own
_SEATS = 8  # first names in a table, which may be those of a story problem
_ABOVE = 4  # rows in which a table is announced
_POSITIONS = ADULTS | frozenset(str.split("principal specialist assistant director coordinator librarian secretary"))
_NOTED = frozenset(str.split("goal need strength concern action mastery behavior behaviour incident consequence"))
"""Words of columns in which something is noted of a pupil."""
_OF_NAMES = frozenset(str.split("id email number count date dob phone username user login password"))
"""Words of columns that tell more of somebody who is named in another."""
_PHONES = frozenset(str.split("phone telephone cell mobile tel fax telefono celular movil contact"))
_DIGITS = re.compile(r"[+(]?\d(?:[ ().\u2011-]{0,2}\d){6,14}")
_IN_ORDER = (frozenset({"first"}), frozenset({"last"}))
_SAY_WHO = ADULTS | SAY_NAMES - {"full"}
_BESIDE_WHO = frozenset(
    str.split(
        "s the of and in your y print printed please del de full first last legibly clearly what i is cual es tu su"
    )
)


def are_people(rows: Sequence[Sequence[str]], above: str) -> bool:
    """Whether these are a list of people: the first row is its header, or what stands above announces it.

    Args:
        rows: Their cells.
        above: The heading or line over them.

    Returns:
        True where at least half of the rows also name somebody; never below what is taught.

    """
    if is_taught(above) or any(":" in cell for row in rows for cell in row):
        return False
    is_headed = _header(rows[0], " | ".join(rows[0]), opens=False) is not None
    named = sum(any(like_a_name(cell, False) and len(cell.split()) > 1 for cell in row[:3]) for row in rows)
    return (is_headed or announces(above)) and 2 * named >= len(rows)


@dataclass(frozen=True, slots=True)
class _Header:
    """Which columns of a table hold names, and which tell more of the same people."""

    names: tuple[int, ...]
    roll: frozenset[int]
    says_names: bool
    strong: bool
    has_company: bool
    notes: bool


def in_table(rows: Sequence[str], above: Sequence[str], below: Sequence[str]) -> dict[int, Seen]:
    """What becomes of the rows that hold names, by their numbers.

    Args:
        rows: Of one table.
        above: The headings and the line over it.
        below: The lines under it, in which a question may ask about it.

    """
    cells = [_cells(row.strip()) for row in rows]
    taught = any(map(is_taught, above))
    asks = any("?" in text or _TASKS.search(text) for text in (*above[-1:], *below, *rows[1:]))
    seen = _of_lists(rows, cells, above, asks=asks, taught=taught)
    if taught:
        return seen
    pupils = any(map(notes_pupils, above))
    left = [row if at not in seen else _cells(seen[at].text or "") for at, row in enumerate(cells)]
    for at, row in across(left, pupils=pupils, asks=asks).items():
        seen[at] = _left(row, seen.get(at))
    return {**seen, **_within(cells, seen, _around(above), () if asks else cells[0])}


def _around(above: Sequence[str]) -> Around:
    return Around(pupils=any(map(notes_pupils, above)), private=any(map(notes_privately, above)))


def _left(row: Sequence[str], before: Seen | None) -> Seen:
    """A row without names; none where marks alone are left of it."""
    says = any(cell != NAME and not MARK.fullmatch(cell.strip()) for cell in row)
    return Seen(" | ".join(row) if says else None, max(1, before.people if before else 0))


def _within(
    cells: Sequence[Sequence[str]], seen: Mapping[int, Seen], around: Around, names: Sequence[str]
) -> dict[int, Seen]:
    """The rows with names within their cells."""
    found: dict[int, Seen] = {}
    for at, row in enumerate(cells):
        what = seen.get(at)
        if what is not None and what.text is None:
            continue
        kept = row if what is None else _cells(what.text or "")
        heads = names if at and len(names) == len(kept) else [""] * len(kept)
        told = [
            _within_cell(cell, around, header, kept[0] if n else "")
            for n, (cell, header) in enumerate(zip(kept, heads, strict=True))
        ]
        if told != list(kept):
            found[at] = _left(told, what)
    return found


@lru_cache(maxsize=65536)
def _within_cell(cell: str, around: Around, header: str, first: str) -> str:
    if _DIGITS.fullmatch(cell.strip()):
        return cell if _PHONES.isdisjoint(header_words(header)) else PHONE
    return cell if cell == cell.lower() else without_names(cell, around, tuple(filter(None, (header, first))))


def _of_lists(
    rows: Sequence[str], cells: Sequence[Sequence[str]], above: Sequence[str], *, asks: bool, taught: bool
) -> dict[int, Seen]:
    telling = _may_head(rows)
    headers = [(at, header) for at in telling if (header := _header(cells[at], rows[at], opens=at == 0))]
    headers = [(at, _without_doing(header, cells, at)) for at, header in headers]
    if any(map(announces, above)):
        headers = [(at, replace(header, strong=True, has_company=True)) for at, header in headers]
    headers = _not_rows([(at, header) for at, header in headers if header.strong or not taught], cells)
    seen: dict[int, Seen] = {}
    for n, (at, header) in enumerate(headers):
        end = headers[n + 1][0] if n + 1 < len(headers) else len(cells)
        seen.update(_under(header, at, cells, end, asks=asks))
    if not seen and not taught:
        seen = _unheaded(cells, above)
    forms = ((at, _form(cells[at])) for at in telling if at not in seen)
    return {**{at: what for at, what in forms if what}, **seen}


def _form(row: Sequence[str]) -> Seen | None:
    """`Teacher | Ms. Rivera | Date | May 3` and `Teacher: Ms. Rivera | ...`, nameless."""
    cells = list(row)
    for at, cell in enumerate(row):
        if what := labelled(cell):
            cells[at] = what.text or NAME
        elif at and _heads_names(row[at - 1]) and is_surely_a_name(cell):
            cells[at] = NAME
    changed = sum(before != after for before, after in zip(row, cells, strict=True))
    return Seen(" | ".join(cells), changed) if changed else None


def _cells(row: str) -> list[str]:
    """The cells of a row; most rows have a space on both sides of every bar, and are parted much faster."""
    return row.split(" | ") if row.count("|") == row.count(" | ") else _CELLS.split(row)


def _may_head(rows: Sequence[str]) -> list[int]:
    """The rows that could be the header of a column of names, or a label before one: most rows of data could not."""
    small = [row[:2000].lower() for row in rows]
    whole = "\n".join(small)
    words = [word for word in _TELLING if word in whole]
    return [at for at, row in enumerate(small) if holds_any(row, words)] if words else []


def _without_doing(header: _Header, cells: Sequence[Sequence[str]], at: int) -> _Header:
    """A header without the columns of what the teacher does beside what the students do, or how many these are."""
    words = {column: header_words(cells[at][column]) for column in header.names}
    teachers = [column for column in header.names if words[column] <= {"teacher"}]
    students = [column for column in header.names if words[column] <= {"student"}]
    if header.says_names or not (teachers and students):
        return header
    below = [row[column].strip() for row in cells[at + 1 :] for column in students if column < len(row)]
    counts = bool(below) and all(cell.isdecimal() for cell in below if cell)
    names = [column for column in header.names if counts and column not in students]
    return replace(header, names=tuple(names), roll=header.roll | (set(students) if counts else set()))


def _not_rows(headers: Sequence[tuple[int, _Header]], cells: Sequence[Sequence[str]]) -> list[tuple[int, _Header]]:
    """Headers, without the rows under them that say of somebody `Coach` or `Teacher`."""
    found: list[tuple[int, _Header]] = []
    for at, header in headers:
        names = _under_names(found[-1][1], cells[at]) if found else []
        if not names or not all(like_a_name(name, False, True) and not _heads_names(name) for name in names):
            found.append((at, header))
    return found


def _header(row: Sequence[str], text: str, *, opens: bool) -> _Header | None:
    # A form on the web heads its columns with its questions, however long.
    if not opens and (len(text) > 300 or any(len(cell.split()) > _MAX_HEADER_WORDS for cell in row)):
        return None
    names = tuple(at for at, cell in enumerate(row) if _heads_names(cell))
    if len(names) == 1 and header_words(row[names[0]]) in _IN_ORDER:  # `First | Then`
        return None
    if not names or any(map(is_surely_a_name, row)):  # `Teacher | Ms. Rivera | Week | 3` is a form
        return None
    words = [header_words(cell) for cell in row]
    says = any(words[at] & SAY_NAMES for at in names)
    roll = frozenset(
        at
        for at, cell in enumerate(words)
        if at not in names and cell & ROLL and len(row[at].split()) <= _MAX_HEADER_WORDS
    )
    only_name = all(words[at] <= {"name", "nombre"} for at in names)
    notes = any(cell & _NOTED for cell in words)
    return _Header(names, roll, says, not only_name, bool(roll) or not only_name or len(row) == 1 or notes, notes)


@lru_cache(maxsize=16384)
def _heads_names(cell: str) -> bool:
    if not cell or len(cell) > 60 or not holds_any(cell.lower(), _TELLING) or len(cell.split()) > _MAX_HEADER_WORDS:
        return False
    words = header_words(cell)
    if words & _OF_NAMES:
        return False
    if words & _SAY_WHO and words <= _SAY_WHO | _BESIDE_WHO:
        return True
    return is_about_pupils(cell)


def _under(header: _Header, at: int, cells: Sequence[Sequence[str]], end: int, *, asks: bool) -> dict[int, Seen]:
    """The rows under a header that hold names."""
    fitting: list[int] = []
    evidence = known = missed = single = 0
    for number in range(at + 1, end):
        row = cells[number]
        names = _under_names(header, row)
        if not names:
            continue
        listed = [name for cell in names for name in given_names(cell)] or _surnames(header, names)
        names = listed or names
        if not all(like_a_name(name, header.says_names, header.strong) for name in names):
            missed += 1
            if missed > 2:
                break
            continue
        missed = 0
        fitting.append(number)
        words = [word for name in names for word in plain_words(name)]
        evidence += bool(listed) or _is_evidence(header, names, row)
        known += not GIVEN.isdisjoint(words) or any("," in name for name in names)
        single += len(words) == 1
    enough = len(fitting) >= FEW and (2 * evidence >= len(fitting) or 2 * known >= len(fitting) or header.says_names)
    # `Name | Age | Height` over first names is a story problem's.
    alone = not header.has_company and (3 * known < len(fitting) or 2 * single > len(fitting))
    if not enough or alone:
        return {}
    if _is_taught_table(header, [cells[number] for number in fitting], asks=asks and single == len(fitting)):
        return {}
    between = range(fitting[0], fitting[-1] + 1)
    found = {number: _row(header, cells[number]) for number in between}
    if all(what.text is None for what in found.values()):
        found[at] = Seen(None, 0)
    return found


def _under_names(header: _Header, row: Sequence[str]) -> list[str]:
    names = [row[column] for column in header.names if column < len(row)]
    return [_CALLED.sub("", name) for name in names if name.strip("_ -") and name not in (EMAIL, PHONE)]


def _surnames(header: _Header, names: Sequence[str]) -> list[str]:
    """The names of a cell that lists last names, as those of a grade's teachers."""
    found = [part for name in names for part in re.split(r",\s+(?:and\s)?|\s(?:and|&|y)\s|;\s*", name) if part]
    like = sum(like_a_name(part, False) for part in found)
    is_list = header.strong and len(found) > len(names) and not any("." in part[-1:] for part in found)
    return found if is_list and 3 * like >= 2 * len(found) and all(map(str.istitle, found)) else []


def _is_evidence(header: _Header, names: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a cell is a name by its shape: of two words, of initials, or in letters without capitals."""
    words = [word for name in names for word in plain_words(name)]
    if len(words) > 1 and like_a_name(" ".join(names), header.says_names):
        return True
    # The last names of teachers beside their grades and rooms.
    beside = any(_GRADE.fullmatch(row[at].strip()) for at in header.roll if at < len(row))
    if header.strong and beside and all(like_a_name(name, False) and name.istitle() for name in names):
        return True
    return header.strong and all(_INITIALS.fullmatch(name) or not name.isascii() for name in names)


def _is_taught_table(header: _Header, rows: Sequence[Sequence[str]], *, asks: bool) -> bool:
    """Whether names under `Name` are taught: what stands beside them is no mark, or a question asks about them."""
    if asks and not header.roll:
        return True
    names = [name for row in rows for name in _under_names(header, row)]
    if 3 * sum(map(is_famous, names)) >= len(names):
        return True
    if header.strong or header.roll or header.notes:
        return False
    if any(not TITLES.isdisjoint(plain_words(name)) for name in names):
        return False
    beside = [[row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows))) if at not in header.names]
    said = [column for column in beside if 2 * sum(bool(_WORDS.search(cell)) for cell in column) > len(rows)]
    return bool(said) and not any(2 * sum(map(_is_position, column)) > len(rows) for column in said)


def _is_position(cell: str) -> bool:
    return not _POSITIONS.isdisjoint(plain_words(cell))


def _row(header: _Header, cells: Sequence[str]) -> Seen:
    beside = (cell for at, cell in enumerate(cells) if at not in header.names and at not in header.roll)
    if any(len(_WORDS.findall(cell)) >= _SENTENCE for cell in beside):
        names = _under_names(header, cells) if header.strong else []
        kept = (NAME if at in header.names and cell.strip() else again(cell, names) for at, cell in enumerate(cells))
        return Seen(" | ".join(kept), 1)
    return Seen(None, 1)


def _unheaded(cells: Sequence[Sequence[str]], above: Sequence[str]) -> dict[int, Seen]:
    """Rows of a name and marks that no header announces."""
    found: dict[int, Seen] = {}
    is_announced = any(map(announces, above))
    columns = [_name_column(row, is_announced) for row in cells]
    for is_list, stretch in groupby(range(len(cells)), key=lambda at: columns[at] is not None):
        run = list(stretch)
        if not is_list:
            continue
        before = [*(" ".join(cells[at]) for at in range(max(0, run[0] - _ABOVE), run[0])), *above]
        names = [name for at in run for name in _names_of_row(cells[at], columns[at] or 0)]
        heads = [cells[0][at] for at in {columns[at] or 0 for at in run} if at < len(cells[0])]
        if any(map(is_taught, [*before, *heads])):
            continue
        least = SEVERAL if any(map(is_full_name, names)) else _SEATS
        if tells(names, announced=any(map(announces, before)), least=least):
            found.update((at, Seen(None, 1)) for at in run)
    return found


def _names_of_row(row: Sequence[str], column: int) -> list[str]:
    """The name of a row, or all that it holds where it holds nothing else, as a table of groups does."""
    said = [cell for cell in row if cell.strip()]
    return said if all(map(is_full_name, said)) or _all_given(said) else [row[column]]


def _name_column(row: Sequence[str], is_announced: bool) -> int | None:
    """The column of a row's full name where there is nothing but marks beside it, or people are announced."""
    said = [at for at, cell in enumerate(row) if cell.strip()]
    if _all_given([row[at] for at in said]):
        return said[0]
    if not any(map(is_full_name, row[:4])) and any(map(str.strip, row[:4])):
        return None
    if said and all(is_full_name(row[at]) for at in said):
        return said[0]
    named = [at for at, cell in enumerate(row[:4]) if is_full_name(cell)]
    if not is_announced and not all(MARK.fullmatch(row[at].strip()) for at in said if at not in named):
        return None
    if not named or any(len(_WORDS.findall(cell)) >= _SENTENCE for at, cell in enumerate(row) if at != named[0]):
        return None
    return named[0]


def _all_given(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are first names, as in a plan of seats."""
    return len(cells) > 1 and all(
        cell.strip()[:1].isupper()
        and plain_words(cell)[1:] == ()
        and like_a_name(cell, False)
        and not GIVEN.isdisjoint(plain_words(cell))
        for cell in cells
    )
