"""CSV and TSV, one row a piece, with its line."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.grid import opened
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.tables import Table, read_delimited
from curalign.reading.files.text import decode
from curalign.wording import Facts

MAX_ROWS = 2000


def read(data: bytes, mime: str) -> Draft:
    """Read a table whose cells are parted by tabs, or by whatever makes the most even rows of it."""
    delimiter = "\t" if mime == "text/tab-separated-values" else ""
    rows = read_delimited(decode(data), delimiter=delimiter, forgiving=True, max_rows=MAX_ROWS + 1, widest=None).rows
    pieces = list(opened(Piece(row(each.cells), Form.ROW, line=each.line) for each in rows[:MAX_ROWS]))
    return Draft(pieces, unit="line", left_out=too_long() if len(rows) > MAX_ROWS else ())


def too_long(sheets: Sequence[Table] = ()) -> tuple[Unread, ...]:
    """The problem of sheets, or of the one table of a text, that were not read to their end."""
    facts = Facts(most=MAX_ROWS, sheets=[str(sheet.number) for sheet in sheets])
    return (Unread(trouble="too-long", facts=facts),)
