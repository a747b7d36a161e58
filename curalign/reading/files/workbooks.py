"""The process that reads the tables of workbooks; `tables.read_apart` starts it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BufferedReader
from typing import Any

from curalign.errors import UnreadableError
from curalign.reading.files.bounds import LARGEST
from curalign.reading.files.serving import serve, whole
from curalign.reading.files.tables import read_workbook
from curalign.reading.files.taking import too_large

_DAMAGED = "is damaged or cut short; open it, and save it again as a workbook or CSV"


def _read(file: BufferedReader, asked: Sequence[Any], told: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG001 (every reader takes the same)
    """The tables of a workbook, for JSON."""
    if refusal := too_large(os.fstat(file.fileno()).st_size, LARGEST):
        raise UnreadableError(refusal)
    return {"tables": read_workbook(whole(file, told)).pack()}


if __name__ == "__main__":
    serve(_read, _DAMAGED)
