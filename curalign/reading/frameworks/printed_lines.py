"""A document's sections as lines in the order of reading: headings, text, and rows with what their cells are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from curalign.domain.grades import find_grades, read_grades
from curalign.domain.materials import Form, Section
from curalign.reading.frameworks.printed_codes import code_at_end, is_distinctive, shape_of, start_of, whole_code

_BARS = re.compile(r"(?<!\S)\|(?!\S)")  # P(A|B) is one cell
_FEW = 20  # words of a running head
_NEARLY_ALL = 0.9
_FULL = 0.6  # of the longest line of a column: a line of so many letters is full
_ASIDE = re.compile(
    r"\b(?:how to read|reading the (?:codes?|standards)|coding (?:scheme|system)|legend|sample|glossary|"
    r"acknowledge?ments?|references|bibliography|crosswalk|contents|index|introduction|preface|foreword|committee|revision|"
    r"c[oó]mo leer|introducci[oó]n|glosario|referencias|[ií]ndice)\b",
    re.IGNORECASE,
)


_SIGNS = "•●▪■□○◦‣►➢❖☐☑☒✓✔★☆†‡*"
_BEFORE = re.compile(rf"[{_SIGNS}]+\s*(?=\w)")
_BEHIND = re.compile(rf"(\S*[A-Za-z0-9)])[{_SIGNS}]+(?=[.:]?(?:\s|$))")
_SAYS = re.compile(r"\w{4,}[.!?]$")
_MAX_LABEL = 4  # words beside which a card of one standard says what it is


class LineKind(StrEnum):
    """What a line is on its page."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


class Column(StrEnum):
    """What a column of a table holds."""

    CODE = "code"
    STATEMENT = "statement"
    GRADES = "grades"
    STRAND = "strand"
    MORE = "more"


_HEADERS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(words, re.IGNORECASE))
    for column, words in (
        (Column.MORE, r"clarif|example|\bnotes?\b|comment|remark|explan|boundar|limit|guidance|elaborat|ejemplo|nota"),
        (Column.CODE, r"\b(?:code|coding|id|identifier|number|no|num|notation|label|c[oó]digo|n[uú]mero)\b|#"),
        (Column.GRADES, r"^(?:grades?|gr\.?|grade (?:level|band)s?|levels?|grados?|nivel)$"),
        (Column.STRAND, r"strand|domain|cluster|topic|category|concept|big idea|area|theme|goal|component|eje|dominio"),
        (
            Column.STATEMENT,
            r"standard|statement|descript|benchmark|expectation|indicator|objective|text|skill|est[aá]ndar",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `headings` are those above it; `page` and `place` say where it stands; a row has `cells`.

    `columns` say what the cells are, and `header` what stands above them; both are empty where nothing tells.
    """

    text: str
    kind: LineKind
    headings: tuple[str, ...] = ()
    page: int | None = None
    place: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    header: tuple[str, ...] = ()

    @property
    def has_code_column(self) -> bool:
        """Whether a header says where the codes stand."""
        return any(
            column is Column.CODE and at < len(self.header) and _named(self.header[at]) is Column.CODE
            for at, column in enumerate(self.columns)
        )

    @property
    def is_aside(self) -> bool:
        """Whether the headings above say that standards are only talked about here."""
        return any(_ASIDE.search(heading) for heading in self.headings[-2:])


def lines_of(sections: Iterable[Section]) -> list[Line]:
    """The lines of a document, without running heads and feet; rows know their columns."""
    lines: list[Line] = []
    above: tuple[str, ...] = ()
    for section in sections:
        same = 0
        while same < min(len(above), len(section.headings)) and above[same] == section.headings[same]:
            same += 1
        first = next(iter(section.blocks), None)
        for depth in range(same, len(section.headings)):
            spot = first.spot if first else None
            text = section.headings[depth]
            place = str(spot) if spot else ""
            lines.append(Line(text, LineKind.HEADING, section.headings[:depth], spot.page if spot else None, place))
        above = section.headings
        for block in section.blocks:
            words = " ".join(block.text.split())
            text = _unmarked(f"{block.mark} {words}" if block.mark else words)
            kind = (
                LineKind.ROW if block.form is Form.ROW else LineKind.ITEM if block.form is Form.ITEM else LineKind.TEXT
            )
            cells: tuple[str, ...] = ()
            if kind is LineKind.ROW:
                cells = tuple(whole_code(_unmarked(cell.strip())) for cell in _BARS.split(words))
            lines.append(Line(text, kind, section.headings, block.spot.page, str(block.spot), cells))
    return [line for run in _runs(_code_first(_without_furniture(lines))) for line in run]


def _unmarked(text: str) -> str:
    """A text without bullets, boxes, stars and a list's number before its code, and without stars behind that."""
    bare = text[found.end() :] if (found := _BEFORE.match(text)) else text
    numbered = start_of(bare)
    if numbered and numbered.is_mark and (code := start_of(numbered.rest)) and is_distinctive(code.code):
        bare = numbered.rest  # `4. 2.N.4 Measure`: a list of codes
    starred = _BEHIND.match(bare)
    return starred[1] + bare[starred.end() :] if starred and start_of(starred[1]) else bare


def _code_first(lines: list[Line]) -> list[Line]:
    """The lines with their codes in front, where a document prints more of them behind the statements."""
    behind = {at: end for at, line in enumerate(lines) if not line.cells and (end := code_at_end(line.text))}
    before = sum(start is not None and not start.is_mark for start in (start_of(line.text) for line in lines))
    if len(behind) <= before:
        return lines
    counted = {at: start.rest for at, end in behind.items() if (start := start_of(end.rest)) and start.is_mark}
    if len(counted) < _NEARLY_ALL * len(behind):  # numbers of a list, which the codes stand for
        counted = {}
    return [
        replace(line, text=f"{behind[at].code} {counted.get(at, behind[at].rest)}") if at in behind else line
        for at, line in enumerate(lines)
    ]


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Without short lines that stand on several pages, but for their numbers."""
    pages: dict[str, set[int | None]] = defaultdict(set)
    for line in lines:
        pages[_signature(line)].add(line.page)
    titles = {_signature(line) for line in lines if line.kind is LineKind.HEADING and not line.headings}

    def is_furniture(line: Line) -> bool:
        if line.kind is not LineKind.TEXT or len(line.text.split()) > _FEW or start_of(line.text):
            return False
        return (
            len(pages[_signature(line)]) > 2
            or (line.page is not None and _signature(line) in titles)
            or (len(pages[_signature(line)]) > 1 and line.text[-1:] not in ".:;")
        )

    return [line for line in lines if not is_furniture(line)]


def _signature(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines in runs; the rows of a table are one, with their columns."""
    for is_row, run in groupby(lines, key=lambda line: line.kind is LineKind.ROW):
        together = list(run)
        yield _as_table(together) if is_row else together


def _as_table(rows: list[Line]) -> list[Line]:
    """The rows below each header, with their columns; the header again, as on a new page, is left out."""
    known: list[Line] = []
    header: tuple[str, ...] = ()
    below: list[Line] = []
    for row in _unbroken(_as_rows(rows)):
        if _is_header(row.cells):
            if row.cells != header:
                known += _told(below, header)
                header, below = row.cells, []
            continue
        below.append(row)
    return known + _told(below, header)


def _as_rows(rows: list[Line]) -> list[Line]:
    """The rows of a table; those of cards, which say of one standard each what its code and what its words are, as two.

    A card is `Identifier | 1A-CS-02` above `Standard | Name the parts.`; the two rows are its labels and its values.
    """
    pairs = [row.cells for row in rows]
    are_cards = all(
        len(cells) == 2 and _named(cells[0]) is not None and len(cells[0].split()) <= _MAX_LABEL for cells in pairs
    )
    if not are_cards or not any(_is_code(value) for _, value in pairs) or any(_is_code(label) for label, _ in pairs):
        return rows
    cards: list[list[Line]] = []
    for row in rows:
        if not cards or row.cells[0] in {held.cells[0] for held in cards[-1]}:
            cards.append([])
        cards[-1].append(row)
    return [
        replace(card[0], text=" | ".join(cells), cells=cells)
        for card in cards
        for cells in zip(*(row.cells for row in card), strict=True)
    ]


def _is_header(cells: Sequence[str]) -> bool:
    """Whether a row names its columns: two or more of its cells are names, and none is long, a sentence or a code."""
    full = [cell for cell in cells if cell]
    named = [_named(cell) is not None for cell in full]
    grades = [not is_named and is_grade(cell) for is_named, cell in zip(named, full, strict=True)]
    if any(_SAYS.search(cell) for cell in full) or len({cell.endswith(":") for cell in full}) > 1:
        return False
    if sum(grades) > 1 and sum(named) + sum(grades) == len(full):  # a column for each grade
        return True
    return len(full) > 1 and sum(named) * 2 >= len(full) and all(len(c.split()) < 7 and not _is_code(c) for c in full)


def is_grade(cell: str) -> bool:
    """Whether a column is of this grade or band of grades: `K-2`, `Grade 3`; a bare number may be anything."""
    return not cell.isdigit() and len(cell.split()) <= _MAX_LABEL and bool(read_grades(cell) or find_grades(cell))


def is_explaining(cells: Sequence[str]) -> bool:
    """Whether a row says in its second cell what explains the standard above: `Clarifications: | Use blocks.`."""
    full = [cell for cell in cells if cell]
    return len(full) == 2 and len(full[0].split()) <= _MAX_LABEL and _named(full[0]) is Column.MORE


def _named(cell: str) -> Column | None:
    return next((column for column, words in _HEADERS if words.search(cell.strip())), None)


def _is_code(cell: str) -> bool:
    start = start_of(cell)
    return start is not None and not start.rest and not start.is_bare


def _told(rows: Sequence[Line], header: tuple[str, ...]) -> list[Line]:
    """The rows with their columns, where a column of codes is there."""
    width = max((len(row.cells) for row in rows), default=0)
    by_column = [[row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]] for at in range(width)]
    names = [header[at] if at < len(header) else "" for at in range(width)]
    named = [_named(name) if name else None for name in names]
    codes = [sum(map(_is_code, cells)) if column is not Column.GRADES else 0
             for cells, column in zip(by_column, named, strict=True)]  # fmt: skip
    most = max(codes, default=0)
    if not most or most * 2 < len(by_column[codes.index(most)]):
        return [replace(row, header=header) for row in rows]
    at_code = codes.index(most)
    columns = [_column(*each) for each in zip(by_column, named, names, strict=True)]
    columns[at_code] = Column.CODE
    words = [sum(len(cell.split()) for cell in cells) if columns[at] in (Column.STATEMENT, None) else -1
             for at, cells in enumerate(by_column)]  # fmt: skip
    at_statement = words.index(max(words))
    settled = tuple(
        Column.STATEMENT if at == at_statement and at != at_code else Column.MORE if column in (None, Column.STATEMENT)
        else column for at, column in enumerate(columns)
    )  # fmt: skip
    return [replace(row, header=header, columns=settled) for row in rows]


def _unbroken(rows: Sequence[Line]) -> Sequence[Line]:
    """The rows with codes whole that a column narrower than they are has broken anywhere, `MA.9-12.AL` and `G.3`."""
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(width):
        cells = [row.cells[at] if at < len(row.cells) else "" for row in rows]
        whole = _joined_codes(cells)
        if whole != cells:
            rows = [
                replace(row, cells=(*row.cells[:at], text, *row.cells[at + 1 :])) if at < len(row.cells) else row
                for row, text in zip(rows, whole, strict=True)
            ]
    return rows


def _joined_codes(cells: Sequence[str]) -> list[str]:
    """The cells of a column; where nearly all of them hold codes, those in several pieces as one each.

    The pieces show that a line was full: the first are about as long as any in the column. Two codes have one shape.
    """
    pieces = [cell.split() for cell in cells]
    whole = ["".join(each) for each in pieces]
    numbered = [at for at, text in enumerate(whole) if any(map(str.isdigit, text))]
    broken = [at for at in numbered if len(pieces[at]) > 1 and len(set(map(shape_of, pieces[at]))) > 1]
    longest = max((len(piece) for at in numbered for piece in pieces[at]), default=0)
    are_full = all(len(piece) >= _FULL * longest for at in broken for piece in pieces[at][:-1])
    codes = [at for at in numbered if _is_code(whole[at])]
    if not broken or not are_full or len(codes) < _NEARLY_ALL * len(numbered):
        return list(cells)
    joined = {*codes}.intersection(broken)
    return [whole[at] if at in joined else cell for at, cell in enumerate(cells)]


def _column(cells: Sequence[str], named: Column | None, header: str) -> Column | None:
    """What a column that holds no codes is: as its header says; one without, of numbers or bands, may hold grades."""
    if not header and cells and all(read_grades(cell) for cell in cells):
        return Column.GRADES
    return Column.MORE if named is Column.CODE else named
