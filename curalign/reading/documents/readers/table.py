"""CSV and TSV, one row a piece, with its line."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.plain import decode

MOST_ROWS = 2000


def read(data: bytes, mime: str) -> Draft:
    """Read a table whose cells are parted by tabs, or by whichever of comma, semicolon and tab its head uses most."""
    text = decode(data).replace("\x00", "")
    head = text[:4096].partition("\n")[0]
    delimiter = "\t" if mime == "text/tab-separated-values" else max(",;\t", key=head.count)
    csv.field_size_limit(len(text) + 1)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    pieces, line = list[Piece](), 1
    for cells in rows:
        pieces.append(Piece(row(cells), Form.ROW, line=line))
        line = rows.line_num + 1
        if len(pieces) > MOST_ROWS:
            break
    return Draft(pieces[:MOST_ROWS], unit="line", left_out=too_long(["the table"][: len(pieces) > MOST_ROWS]))


def too_long(names: Sequence[str]) -> str:
    """What is said of tables that were not read to their end; nothing when there are none."""
    if not names:
        return ""
    return f"only the first {MOST_ROWS} rows of {', '.join(names)} were read: longer tables are data, not teaching"
