"""Lists of people in documents, as of who signed in, or of pupils and marks: they are not read, and are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby

from curalign.domain.materials import Block, Form, Section
from curalign.domain.name_words import GIVEN
from curalign.domain.names import is_full_name, is_surely_a_name, like_a_name, plain_words
from curalign.domain.people_in_lines import (
    ADULTS,
    FEW,
    NAME,
    ROLL,
    SAY_NAMES,
    SEVERAL,
    Seen,
    announces,
    given_names,
    header_words,
    in_lines,
    is_taught,
    labelled,
    tells,
)
from curalign.domain.privacy import holds_any, is_about_pupils, masked

_CELLS = re.compile(r"\s?\|\s?")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_MARK = re.compile(r"[-+$(]*\d[\d.,:/]*[%)]?|[A-F][+-]?|[xXyYnNpP\u2713\u2714]|\[(?:e-mail|phone)\]|[-\u2013_. ]*")
_TELLING = (
    *("name", "student", "pupil", "learner", "teacher", "particip", "attend", "sign", "staff", "facilit", "presenter"),
    *("instructor", "educator", "member", "last", "first"),
    *("nombre", "apellid", "alumn", "estudiant", "maestr", "docente", "firma", "asisten"),
)
_MAX_HEADER_WORDS = 6
_SENTENCE = 4  # words beside the names from which a row says something of its own
_SEATS = 8  # first names in a table, which may be those of a story problem
_ABOVE = 4  # rows in which a table is announced


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


def _look(section: Section) -> dict[int, Seen]:
    """What becomes of the blocks that hold names, by their numbers."""
    seen: dict[int, Seen] = {}
    above = list(section.headings[-2:])
    start = 0
    opened = accumulate(block.opens_table for block in section.blocks)
    kinds = ((block.form is Form.ROW, number) for block, number in zip(section.blocks, opened, strict=True))
    for (is_table, _), numbered in groupby(zip(kinds, section.blocks, strict=True), key=lambda pair: pair[0]):
        stretch = [block for _, block in numbered]
        texts = [block.text for block in stretch]
        found = _in_table(texts, above) if is_table else in_lines(texts, above)
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


def _in_table(rows: Sequence[str], above: Sequence[str]) -> dict[int, Seen]:
    cells = [_cells(row.strip()) for row in rows]
    taught = any(map(is_taught, above))
    telling = _may_head(rows)
    headers = [(at, header) for at in telling if (header := _header(cells[at], rows[at]))]
    headers = [(at, header) for at, header in headers if header.strong or not taught]
    seen: dict[int, Seen] = {}
    for n, (at, header) in enumerate(headers):
        end = headers[n + 1][0] if n + 1 < len(headers) else len(cells)
        seen.update(_under(header, at, cells, end))
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


def _header(row: Sequence[str], text: str) -> _Header | None:
    if len(text) > 300 or any(len(cell.split()) > _MAX_HEADER_WORDS for cell in row):
        return None
    names = tuple(at for at, cell in enumerate(row) if _heads_names(cell))
    if not names:
        return None
    words = [header_words(cell) for cell in row]
    says = any(words[at] & SAY_NAMES for at in names)
    if not says and any({"teacher"} >= words[at] for at in names) and any({"student"} >= words[at] for at in names):
        return None  # what the teacher does beside what the students do
    roll = frozenset(at for at, cell in enumerate(words) if at not in names and cell & ROLL)
    only_name = all(words[at] <= {"name", "nombre"} for at in names)
    return _Header(names, roll, says, not only_name, bool(roll) or not only_name or len(row) == 1)


@lru_cache(maxsize=16384)
def _heads_names(cell: str) -> bool:
    if not cell or len(cell) > 60 or not holds_any(cell.lower(), _TELLING) or len(cell.split()) > _MAX_HEADER_WORDS:
        return False
    words = header_words(cell)
    if words & {"id", "email", "number", "count", "date", "dob", "phone"}:
        return False
    if words & ADULTS and words <= ADULTS | SAY_NAMES | {
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


def _under(header: _Header, at: int, cells: Sequence[Sequence[str]], end: int) -> dict[int, Seen]:
    """The rows under a header that hold names."""
    fitting: list[int] = []
    evidence = known = missed = 0
    for number in range(at + 1, end):
        names = [cells[number][column] for column in header.names if column < len(cells[number])]
        names = [name for name in names if name.strip("_ -")]
        if not names:
            continue
        listed = [name for cell in names for name in given_names(cell)]
        names = listed or names
        if not all(like_a_name(name, header.says_names, header.strong and header.says_names) for name in names):
            missed += 1
            if missed > 2:
                break
            continue
        missed = 0
        fitting.append(number)
        words = [word for name in names for word in plain_words(name)]
        evidence += bool(listed) or (len(words) > 1 and like_a_name(" ".join(names), header.says_names))
        known += not GIVEN.isdisjoint(words) or any("," in name for name in names)
    enough = len(fitting) >= FEW and (2 * evidence >= len(fitting) or 2 * known >= len(fitting) or header.says_names)
    if not enough or not (header.has_company or 3 * known >= len(fitting)):
        return {}
    between = range(fitting[0], fitting[-1] + 1)
    found = {number: _row(header, cells[number]) for number in between}
    if all(what.text is None for what in found.values()):
        found[at] = Seen(None, 0)
    return found


def _row(header: _Header, cells: Sequence[str]) -> Seen:
    beside = (cell for at, cell in enumerate(cells) if at not in header.names and at not in header.roll)
    if any(len(_WORDS.findall(cell)) >= _SENTENCE for cell in beside):
        kept = (NAME if at in header.names and cell.strip() else cell for at, cell in enumerate(cells))
        return Seen(" | ".join(kept), 1)
    return Seen(None, 1)


def _unheaded(cells: Sequence[Sequence[str]], above: Sequence[str]) -> dict[int, Seen]:
    """Rows of a name and marks that no header announces."""
    found: dict[int, Seen] = {}
    columns = [_name_column(row) for row in cells]
    for is_list, stretch in groupby(range(len(cells)), key=lambda at: columns[at] is not None):
        run = list(stretch)
        if not is_list:
            continue
        before = [*(" ".join(cells[at]) for at in range(max(0, run[0] - _ABOVE), run[0])), *above]
        names = [name for at in run for name in _names_of_row(cells[at], columns[at] or 0)]
        if any(map(is_taught, before)):
            continue
        least = SEVERAL if any(map(is_full_name, names)) else _SEATS
        if tells(names, announced=any(map(announces, before)), least=least):
            found.update((at, Seen(None, 1)) for at in run)
    return found


def _names_of_row(row: Sequence[str], column: int) -> list[str]:
    """The name of a row, or all that it holds where it holds nothing else, as a table of groups does."""
    said = [cell for cell in row if cell.strip()]
    return said if all(map(is_full_name, said)) or _all_given(said) else [row[column]]


def _name_column(row: Sequence[str]) -> int | None:
    """The column of a row's full name where there is nothing but marks beside it."""
    said = [at for at, cell in enumerate(row) if cell.strip()]
    if _all_given([row[at] for at in said]):
        return said[0]
    if not any(map(is_full_name, row[:4])) and any(map(str.strip, row[:4])):
        return None
    if said and all(is_full_name(row[at]) for at in said):
        return said[0]
    if len(row) > 1 and not any(_MARK.fullmatch(cell.strip()) for cell in row):
        return None
    named = [at for at, cell in enumerate(row[:4]) if is_full_name(cell)]
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
