"""Text recognition (OCR) of scanned pages: where Tesseract's languages are, and recognised pages among the others."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curalign.errors import SettingsError
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.listing import Listing
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts
from curalign.wording.text import spans

SECONDS_A_PAGE = 10.0
"""What recognition may take for each page beyond the limit of the document."""

_MISSING = (
    "[reading] ocr = true asks for text recognition, but Tesseract is not installed; install it (Debian and Ubuntu: "
    "apt-get install tesseract-ocr, macOS: brew install tesseract, Windows: the Tesseract installer, added to PATH) "
    "or set ocr = false."
)


def find_languages() -> str:
    """The folder of Tesseract's language data. Raises SettingsError, saying what to install, where there is none."""
    program = shutil.which("tesseract")
    for folder in _folders(Path(program).resolve()) if program else ():
        if any(folder.glob("*.traineddata")):
            return str(folder)
    raise SettingsError(_MISSING)


def _folders(program: Path) -> Iterator[Path]:
    """Where Tesseract keeps its languages: as the user says, else as Windows, macOS and Linux lay it out."""
    if named := os.environ.get("TESSDATA_PREFIX"):
        yield from (Path(named), Path(named) / "tessdata")
    share = program.parent.parent / "share"
    yield from (program.parent / "tessdata", share / "tessdata")
    yield from sorted(share.glob("tesseract-ocr/*/tessdata"), reverse=True)


def with_recognised(draft: Draft, found: Draft | Listing | Unread) -> Draft:
    """A document with its scanned pages in their places, or with why they could not be recognised."""
    if isinstance(found, Unread):
        lack = replace(found, facts=Facts(found.facts, scanned=spans(draft.blank)))
        return replace(draft, left_out=(*draft.left_out, lack))
    if isinstance(found, Listing):  # the file changed under our hands
        return draft
    blank = set(draft.blank)
    read = [replace(piece, ocr=True) for piece in found.pieces if piece.page in blank and piece.text.strip()]
    recognised = sorted({piece.page for piece in read if piece.page and any(map(str.isalnum, piece.text))})
    pieces = sorted([*draft.pieces, *read], key=lambda piece: piece.page or 0)
    return replace(draft, pieces=pieces, blank=sorted(blank - set(recognised)), recognised=recognised)
