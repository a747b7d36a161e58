"""Tables of contents, which repeat every heading and would look like teaching of all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from curalign.reading.documents.drafts import Piece

_ENTRY = re.compile(r"(?=.*[A-Za-z]{3}).{1,200}?(?:\t+|(?:\s?\.){4,}\s*|\s?…\s*)(?P<page>\d{1,4})\s*", re.DOTALL)
_LEADERS = re.compile(r"(?:\s?\.){5,}\s*\d{1,4}\b")
_TITLE = re.compile(r"\s*(?:table of )?contents:?\s*", re.IGNORECASE)
_MIN_ENTRIES = 4


def without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out tables of contents: entries in a row whose page numbers never fall, and the word above them."""
    dropped: set[int] = set()
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and _page(pieces[at]) is not None:
            continue
        if _is_contents(pieces[start:at]):
            dropped.update(range(start, at))
        start = at + 1
    dropped.update(at for at, piece in enumerate(pieces) if len(_LEADERS.findall(piece.text)) > 1)
    dropped.update(at - 1 for at in tuple(dropped) if at and _TITLE.fullmatch(pieces[at - 1].text))
    return [piece for at, piece in enumerate(pieces) if at not in dropped]


def _page(piece: Piece) -> int | None:
    entry = _ENTRY.fullmatch(piece.text) if piece.level is None else None
    return int(entry["page"]) if entry else None


def _is_contents(run: Sequence[Piece]) -> bool:
    pages = [page for piece in run if (page := _page(piece)) is not None]
    return len(run) >= _MIN_ENTRIES and all(first <= second for first, second in pairwise(pages))
