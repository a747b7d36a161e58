"""How many rows and columns a workbook spans, found before a reader allocates memory for all the cells."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Collection
from contextlib import suppress
from xml.parsers import expat

from curalign.errors import UnreadableError
from curalign.wording import Facts

CELLS = 5_000_000
"""The most cells of one sheet that are read: one stray cell far out makes a sheet of billions."""

COLUMNS = 16_384
"""The most columns of a table that are read, as many as Excel's sheets have."""

MAX_BYTES = 2**28
"""The most bytes of a file of data that are read; the largest published frameworks are a tenth of it."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEGABYTES = 512
_REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\sr=["']([A-Z]*)([0-9]+)["']""")
_LIKE_REFERENCE = re.compile(rb'r="([A-Z]*)([0-9]+)"')  # found much faster, also where it is none
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, expat.ExpatError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)


def check_workbook(data: bytes, max_cells: int = CELLS) -> None:
    """Raise UnreadableError for a workbook that is locked or damaged, or would unpack into more than memory holds."""
    if _ENCRYPTED in data and not data.startswith(b"PK"):
        raise UnreadableError(trouble="locked", facts=Facts(kind="workbook"))
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > _MEGABYTES * 2**20:
                raise UnreadableError(trouble="workbook-bomb")
            for member in members:
                if member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml"):
                    _check_sheet(archive.read(member), max_cells)
                elif member.filename == "content.xml":
                    check_cells(*_ods_extent(archive.read(member)), max_cells)
    except _BROKEN as error:
        raise UnreadableError(trouble="workbook-broken", facts=Facts(reason=str(error))) from error


def check_cells(width: int, height: int, max_cells: int = CELLS) -> None:
    """Raise UnreadableError for a sheet with more cells than are read."""
    if width > COLUMNS or width * height > max_cells:
        raise UnreadableError(trouble="far-cell")


def _check_sheet(xml: bytes, max_cells: int) -> None:
    """Raise UnreadableError for too wide a sheet; what only looks like a cell is told from one where it matters."""
    if b"r='" not in xml:
        with suppress(UnreadableError):
            return check_cells(*_xlsx_extent(_LIKE_REFERENCE.findall(xml)), max_cells)
    return check_cells(*_xlsx_extent(_REFERENCE.findall(xml)), max_cells)


def _xlsx_extent(found: Collection[tuple[bytes, bytes]]) -> tuple[int, int]:
    columns, rows = {column for column, _ in found}, {row for _, row in found}  # far fewer than there are cells
    return max(map(_column_number, columns), default=0), max((int(row[:9]) for row in rows), default=0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number


def _ods_extent(xml: bytes) -> tuple[int, int]:
    """OpenDocument repeats a cell or a row by number; empty ones at the end cost nothing and do not count."""
    width = height = row = column = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal width, height, row, column
        if tag == "table:table":
            row = column = 0
        elif tag == "table:table-row":
            row += int(attributes.get("table:number-rows-repeated", "1"))
            column = 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            column += int(attributes.get("table:number-columns-repeated", "1"))
        if tag == "text:p" or "office:value-type" in attributes:
            width, height = max(width, column), max(height, row)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(xml, True)
    return width, height
