"""The process that reads the tables of workbooks; `tables.read_apart` starts it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BufferedReader
from typing import Any

from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import too_large
from curalign.reading.files.serving import serve, whole
from curalign.reading.files.tables import read_workbook


def _read(file: BufferedReader, asked: Sequence[Any], metadata: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG001 (every reader takes the same)
    """The tables of a workbook, for JSON."""
    if refusal := too_large(os.fstat(file.fileno()).st_size, MAX_BYTES):
        raise refusal.as_error()
    return {"tables": read_workbook(whole(file, metadata)).pack()}


if __name__ == "__main__":
    serve(_read, "workbook")
