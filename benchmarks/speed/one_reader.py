"""One reader over the documents of a folder, in a process of its own: what `reading.py` times.

    python benchmarks/speed/one_reader.py READER FOLDER [WORKERS]

Prints one line of JSON: for each file the characters of its text, its pages where the reader counts them, and the codes
of curalign's findings about it. It imports nothing but the reader, so that any Python that has it can run it.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

FileRead = tuple[str, int, int | None, list[str]]
"""A file's path in the folder, characters, pages, findings."""


def by_curalign(folder: Path, workers: int) -> Iterator[FileRead]:
    """As `check` reads a district's folder, in so many workers; 0 is as many as there are processors."""
    from curalign.reading import read_district
    from curalign.settings import ReadingSettings, Settings

    for material in read_district(folder, Settings(reading=ReadingSettings(workers=workers))).materials:
        characters = sum(len(block.text) for section in material.sections for block in section.blocks)
        yield material.path, characters, None, sorted({problem.code for problem in material.problems})


def by_pypdf(folder: Path, _workers: int) -> Iterator[FileRead]:
    from pypdf import PdfReader

    for name, file in _files(folder):
        pages = PdfReader(file).pages
        yield name, sum(len(page.extract_text().strip()) for page in pages), len(pages), []


def by_python_docx(folder: Path, _workers: int) -> Iterator[FileRead]:
    """Paragraphs and tables; what stands in text boxes is not to be had there."""
    from docx import Document

    for name, file in _files(folder):
        try:
            document = Document(str(file))
        except Exception:  # what this reader cannot read counts as no text
            yield name, 0, None, []
            continue
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        texts = [*(paragraph.text for paragraph in document.paragraphs), *cells]
        yield name, sum(len(text.strip()) for text in texts), None, []


def by_markitdown(folder: Path, _workers: int) -> Iterator[FileRead]:
    from markitdown import MarkItDown

    reader = MarkItDown()
    for name, file in _files(folder):
        try:
            text = reader.convert(str(file)).text_content
        except Exception:  # what this reader cannot read counts as no text
            text = ""
        yield name, len(text.strip()), None, []


READERS: dict[str, Callable[[Path, int], Iterator[FileRead]]] = {
    "curalign": by_curalign,
    "pypdf": by_pypdf,
    "python-docx": by_python_docx,
    "markitdown": by_markitdown,
}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted((folder / "curriculum").rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    name, folder, *workers = sys.argv[1:]
    print(json.dumps(list(READERS[name](Path(folder), int(workers[0]) if workers else 0))))
