"""One page of a PDF: its words, lines and tables as pieces in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from statistics import median

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.pdf.beside import in_columns
from curalign.reading.documents.readers.pdf.frames import Frame, framed
from curalign.reading.documents.readers.pdf.furniture import PlacedPiece
from curalign.reading.documents.readers.pdf.gutters import parted
from curalign.reading.documents.readers.pdf.lines import Line, Rows, lines_of
from curalign.reading.documents.readers.pdf.marks import slanted
from curalign.reading.documents.readers.pdf.paragraphs import Joining, Paragraph
from curalign.reading.documents.readers.pdf.rules import Rules, grids_of
from curalign.reading.documents.readers.pdf.stacked import stacked
from curalign.reading.documents.readers.pdf.tables import RuledTable, read_tables
from curalign.reading.documents.readers.pdf.typed import boxes_before_labels, put_in
from curalign.reading.documents.readers.pdf.words import Place, Word, upright

_LARGER = 1.12  # than the usual letters: a heading's are
_CLOSE = 0.8  # of the size: lines with no more between them are one text


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: words, lines, and texts that were typed on it; where its top and its foot are."""

    number: int
    words: Sequence[Word] = ()
    rules: Rules = field(default_factory=Rules)
    texts: Sequence[tuple[str, Place]] = ()
    top: float = 0.0
    foot: float = 0.0


def laid_out(page: Page, joining: Joining) -> list[PlacedPiece]:
    """The pieces of a page; where a table cannot be understood, its text stands in the order in which it is read."""
    ruled = grids_of(page.rules)
    grids = [grid for grid in ruled if grid.cells > 1]
    typed, alone = put_in(page.texts, page.words, grids)
    tables, words = read_tables(grids, boxes_before_labels([*page.words, *typed], grids), joining.joined)
    across, words = slanted(words)
    frames, words = framed(ruled, page.rules.boxes, words)
    letters, words = stacked(words)
    rows = parted(lines_of([word for word in words if not word.turn]))
    set_apart: list[RuledTable | Paragraph | Frame] = []
    for label in (*_turned(words), *letters):
        _insert(rows, label.place, len(set_apart), beside=True)
        set_apart.append(label)
    for text, place in alone:
        _insert(rows, place, len(set_apart))
        set_apart.append(Paragraph(text, Form.PARAGRAPH, place, 0))
    for table in tables:
        _insert(rows, table.place, len(set_apart))
        set_apart.append(table)
    for frame in frames:
        _insert_frame(rows, frame, len(set_apart))
        set_apart.append(frame)
    placed = [each for run in in_columns(rows, page.rules.across) for each in _placed(run, set_apart, page, joining)]
    foot = Place(0, page.foot - 1, 0, page.foot)
    pieces = [Piece(across, Form.PARAGRAPH, page=page.number)] if across else []
    return [*placed, *(PlacedPiece(piece, foot, page.top, page.foot) for piece in pieces)]


def _insert(rows: list[list[Line]], place: Place, number: int, *, beside: bool = False) -> None:
    """Put what is set apart into the rows of a page: before the first one below its top, or the text it is beside."""
    where = [line_row[0].place.bottom - 1 if beside else line_row[0].base - 2 for line_row in rows]
    at = next((at for at, low in enumerate(where) if low > place.top), len(rows))
    while (
        beside
        and 0 < at < len(rows)
        and rows[at][0].place.top - rows[at - 1][0].place.bottom < _CLOSE * rows[at][0].size
    ):
        at -= 1
    rows.insert(at, [Line((), place, place.top, 10.0, number)])


def _insert_frame(rows: list[list[Line]], frame: Frame, number: int) -> None:
    """Put a frame where it stands; one beside a text before the next heading, so that it tears none."""
    at = next((at for at, row in enumerate(rows) if row[0].base - 2 > frame.place.top), len(rows))
    if frame.is_beside_text:
        usual = median(line.size for row in rows for line in row)
        at = next((below for below in range(at, len(rows)) if _is_headed(rows[below], usual)), len(rows))
    rows.insert(at, [Line((), frame.place, frame.place.top, 10.0, number)])


def _is_headed(row: Sequence[Line], usual: float) -> bool:
    return row[0].is_bold or row[0].size > _LARGER * usual


def _turned(words: Sequence[Word]) -> Iterator[Paragraph]:
    """Labels that are written upwards, downwards or upside down."""
    for turn in (1, 2, 3):
        held = [word for word in words if word.turn == turn]
        straightened = upright(held)
        where = {id(straight): word.place for straight, word in zip(straightened, held, strict=True)}
        for line in (line for line_row in lines_of(straightened) for line in line_row):
            place = where[id(line.words[0])]
            for word in line.words[1:]:
                place = place.around(where[id(word)])
            yield Paragraph(line.text, Form.PARAGRAPH, place, 0)


def _placed(
    run: list[Line] | Rows, set_apart: Sequence[RuledTable | Paragraph | Frame], page: Page, joining: Joining
) -> Iterator[PlacedPiece]:
    if isinstance(run, Rows):
        for cells in run.cells:
            text = row(joining.joined([line.text for line in cell]) for cell in cells)
            place = next(line.place for cell in cells for line in cell)
            yield _piece(page, text, Form.ROW, place)
        return
    for number, lines in groupby(run, key=lambda line: line.table):
        if number is None:
            for each in joining.paragraphs(list(lines)):
                piece = Piece(each.text, each.form, page=page.number, mark=each.mark)
                yield PlacedPiece(piece, each.place, page.top, page.foot, each.size, each.is_bold)
            continue
        apart = set_apart[number]
        if isinstance(apart, Frame):
            yield from laid_out(
                replace(page, words=apart.words, rules=page.rules.within(apart.place), texts=()), joining
            )
        elif isinstance(apart, RuledTable):
            yield PlacedPiece(Piece("", Form.ROW, page=page.number), apart.place, page.top, page.foot, table=apart)
        else:
            for text in filter(str.strip, apart.text.splitlines()):
                yield _piece(page, text, Form.PARAGRAPH, apart.place)


def _piece(page: Page, text: str, form: Form, place: Place) -> PlacedPiece:
    return PlacedPiece(Piece(text, form, page=page.number), place, page.top, page.foot)
