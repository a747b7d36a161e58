"""CSV and TSV, one row a piece, with its line."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from itertools import islice

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.files.text import decode

MOST_ROWS = 2000
_HINT = re.compile(r"sep=([,;\t|])\s*\n")  # which Excel reads before the first row


def read(data: bytes, mime: str) -> Draft:
    """Read a table whose cells are parted by tabs, or by whichever of comma, semicolon and tab its head uses most."""
    text = decode(data).replace("\x00", "")
    head = text[:4096].partition("\n")[0]
    hint = _HINT.match(text)
    delimiter = hint[1] if hint else "\t" if mime == "text/tab-separated-values" else max(",;\t", key=head.count)
    csv.field_size_limit(len(text) + 1)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    pieces, line = list[Piece](), 2 if hint else 1
    for cells in islice(rows, 1, None) if hint else rows:
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
