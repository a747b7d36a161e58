"""Documents that stand in others as objects, such as a sheet in a text: read in their place, or named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, Draft, Piece
from curalign.reading.documents.formats import ARCHIVE, COURSE, recognise
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.markup import Package
from curalign.reading.files.file_bytes import Unread

_MAX_DEPTH = 2


class Embedded:
    """The objects of one document, in the order in which they are met; each is read once."""

    _deep = 0  # how many documents are open, each in the one before

    def __init__(self, package: Package) -> None:
        self._package = package
        self._unread: list[str] = []
        self._left_out: list[Unread] = []
        self._met: set[str] = set()

    def pieces(self, path: str, program: str) -> Iterator[Piece]:
        """What the object says whose part is called so: its headings are text, for they stand inside another text.

        Nothing where there is no such part, because it lies elsewhere, or where `program` makes equations.
        """
        if path in self._met or path not in self._package.names or omitted.is_equation(program):
            return
        self._met.add(path)
        try:
            draft = self._read(path)
        except UnreadableError:
            draft = Draft([])
        if not any(piece.text.strip() for piece in draft.pieces):
            self._unread.append(f"{PurePosixPath(path).name} ({program})")
        self._left_out += draft.left_out
        yield from (replace(piece, level=None, page=None, line=None) for piece in draft.pieces)

    def told(self) -> list[Unread]:
        """What was left out of those that were read, and which were not."""
        return [*self._left_out, *omitted.unread(self._unread)]

    def _read(self, path: str) -> Draft:
        data = self._package.content(path)
        found = recognise(data, PurePosixPath(path).suffix)
        if found in (ARCHIVE, COURSE) or Embedded._deep >= _MAX_DEPTH:
            raise DAMAGED.as_error()
        Embedded._deep += 1
        try:
            return found.read(data)
        finally:
            Embedded._deep -= 1
